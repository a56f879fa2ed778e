/** What a page that asks for a confirmation tells the extension, which parses what it receives. */
import * as z from 'zod/mini';

export const fromConfirmPageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('chosen'), confirmed: z.boolean() }),
  /** A row was chosen: show where it is stated. */
  z.object({ type: z.literal('reveal'), id: z.string() }),
]);
export type FromConfirmPage = z.infer<typeof fromConfirmPageSchema>;
