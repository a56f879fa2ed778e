/** What the extension and the page that shows an import tell each other. Both sides parse what they receive. */
import * as z from 'zod/mini';
import { blockSchema } from '../../../server/src/lsp/protocol.js';

export const toImportPageSchema = z.object({ type: z.literal('show'), blocks: z.array(blockSchema) });
export type ToImportPage = z.infer<typeof toImportPageSchema>;

export const fromImportPageSchema = z.discriminatedUnion('type', [
  /** The page is loaded and empty. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('chosen'), confirmed: z.boolean() }),
]);
export type FromImportPage = z.infer<typeof fromImportPageSchema>;
