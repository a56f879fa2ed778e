/** What the page that shows an import tells the extension, which parses what it receives. */
import * as z from 'zod/mini';

export const fromImportPageSchema = z.object({ type: z.literal('chosen'), confirmed: z.boolean() });
export type FromImportPage = z.infer<typeof fromImportPageSchema>;
