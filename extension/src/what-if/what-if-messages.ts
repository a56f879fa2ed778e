/** What the page of a 'what if' tells the extension, which parses what it receives. */
import * as z from 'zod/mini';

export const fromWhatIfPageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('chosen'), confirmed: z.boolean() }),
  /** A row was chosen: show where it is stated. */
  z.object({ type: z.literal('reveal'), id: z.string() }),
]);
export type FromWhatIfPage = z.infer<typeof fromWhatIfPageSchema>;
