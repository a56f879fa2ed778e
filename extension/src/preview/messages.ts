/** What the extension and the page inside a preview tell each other. Both sides parse what they receive. */
import * as z from 'zod/mini';
import {
  changedSchema,
  langSchema,
  lookSchema,
  pictureChangeSchema,
  previewChoices,
  summaryKindSchema,
} from '../../../server/src/lsp/protocol.js';

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
  /** How the reader looks at it: narrowed, tables in another order. */
  look: z.optional(lookSchema),
  /** It stays with its plan; else it turns to the plan whose text the reader goes to. */
  pinned: z.optional(z.boolean()),
});
export type PreviewTarget = z.infer<typeof targetSchema>;

/**
 * How a preview goes along with the text. `mark`: the picture is another and not the cursor, so the reader stays. `follow`:
 * the cursor has moved. `go`: the reader wants to be taken to what the cursor is in. The later one says more.
 */
const HOW = ['mark', 'follow', 'go'] as const;
const howSchema = z.enum(HOW);
export type How = z.infer<typeof howSchema>;

/** Of two that have not been done yet, the one that stands for both. */
export function stronger(a: How, b: How): How {
  return HOW.indexOf(a) > HOW.indexOf(b) ? a : b;
}

export const toPageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('show'),
    target: targetSchema,
    lang: langSchema,
    /** All parts from top to bottom, by key, where that is not the order they have. */
    order: z.optional(z.array(z.string())),
    /** Of the others the page has the last version. */
    changed: z.array(changedSchema),
  }),
  /** What the bar above the picture offers. */
  z.object({
    type: z.literal('bar'),
    target: targetSchema,
    narrows: z.boolean(),
    kinds: z.array(z.object({ kind: summaryKindSchema, name: z.optional(z.string()), title: z.string() })),
    texts: z.record(z.string(), z.string()),
  }),
  /** What the picture can be narrowed by. */
  z.object({ type: z.literal('choices'), fields: previewChoices.result }),
  /** Where the cursor is in the text, by the id shown; `null`: nowhere that is shown. */
  z.object({ type: z.literal('here'), id: z.nullable(z.string()), how: howSchema }),
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
  /** Pages come in sight that are not there yet. */
  z.object({ type: z.literal('wanted'), keys: z.array(z.string()) }),
  /** The pages that the reader may be looking at. */
  z.object({ type: z.literal('sight'), keys: z.array(z.string()) }),
  /** Another summary of the same plan. */
  z.object({ type: z.literal('turn'), kind: summaryKindSchema, name: z.optional(z.string()) }),
  z.object({ type: z.literal('look'), look: lookSchema }),
  z.object({ type: z.literal('pin'), pinned: z.boolean() }),
  /** What the picture can be narrowed by is asked for. */
  z.object({ type: z.literal('choices') }),
  z.object({ type: z.literal('do'), what: z.enum(['print', 'export', 'another']) }),
  /** A link to a file beside the plan, as the plan says it. */
  z.object({ type: z.literal('open'), id: z.string(), link: z.string() }),
  /** Something in the picture is to be changed. */
  z.object({ type: z.literal('edit'), id: z.string(), change: pictureChangeSchema }),
  /** What was last changed from this picture is to be as it was. */
  z.object({ type: z.literal('undo') }),
  /** What was last taken back from it is to be changed again. */
  z.object({ type: z.literal('redo') }),
]);
export type FromPage = z.infer<typeof fromPageSchema>;

/** What the page keeps over a reload. */
export const pageStateSchema = z.object({
  target: targetSchema,
  /** In pixels from the top. */
  scroll: z.optional(z.number()),
  /** The part at the top of the window, and how far below the top it begins. */
  at: z.optional(z.object({ key: z.string(), offset: z.number() })),
  /** Of wall charts, by the key of their part. */
  charts: z.optional(
    z.record(
      z.string(),
      z.object({
        dayWidth: z.optional(z.number()),
        labelWidth: z.optional(z.number()),
        folded: z.optional(z.array(z.string())),
      }),
    ),
  ),
});
export type PageState = z.infer<typeof pageStateSchema>;
