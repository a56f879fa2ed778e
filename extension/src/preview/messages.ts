/** What the extension and the page inside a preview tell each other. Both sides parse what they receive. */
import * as z from 'zod/mini';
import { blockSchema, langSchema, summaryKindSchema } from '../../../server/src/lsp/protocol.js';

/** Since when changes are shown: after a day, or against a git revision by its full name, called `name`. */
const targetSinceSchema = z.union([z.object({ day: z.string() }), z.object({ commit: z.string(), name: z.string() })]);
export type TargetSince = z.infer<typeof targetSinceSchema>;

/** What a preview shows. Kept with the page, so that it can be restored when the window is loaded again. */
const targetSchema = z.object({
  kind: summaryKindSchema,
  /** Of the view, for kind `view`. */
  name: z.optional(z.string()),
  /** The plan it was opened from, by address. */
  uri: z.string(),
  /** For kind `changes`, where the user has said since when. */
  since: z.optional(targetSinceSchema),
});
export type PreviewTarget = z.infer<typeof targetSchema>;

export const toPageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('show'),
    target: targetSchema,
    lang: langSchema,
    /** All parts from top to bottom, by key; of those not in `changed`, the page has the last version. */
    order: z.array(z.string()),
    changed: z.array(blockSchema),
  }),
  /** Where the cursor is in the text, by the id shown; `null`: nowhere that is shown. `go`: take the reader there. */
  z.object({ type: z.literal('here'), id: z.nullable(z.string()), go: z.boolean() }),
  /** Why the picture may be old; `null`: it is not. */
  z.object({ type: z.literal('notice'), text: z.nullable(z.string()) }),
]);
export type ToPage = z.infer<typeof toPageSchema>;

export const fromPageSchema = z.discriminatedUnion('type', [
  /** The page is loaded and empty. */
  z.object({ type: z.literal('ready') }),
  /** The page lacks a part that it was told to keep. */
  z.object({ type: z.literal('incomplete') }),
  z.object({ type: z.literal('reveal'), id: z.string() }),
]);
export type FromPage = z.infer<typeof fromPageSchema>;

/** What the page keeps over a reload. */
export const pageStateSchema = z.object({
  target: targetSchema,
  /** In pixels from the top. */
  scroll: z.optional(z.number()),
});
export type PageState = z.infer<typeof pageStateSchema>;
