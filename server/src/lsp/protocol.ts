/**
 * What the extension and the language server say to each other beyond the Language Server Protocol. The one place that
 * knows the shapes: server, extension and webview all read it, so nothing of VS Code, Node or the language is imported.
 *
 * Ids travel, never paths: a preview knows that a row speaks of `P007.竣工`; only the server leads that back to a file.
 * Addresses (`uri`) are those of documents that the editor has named itself.
 */
import * as z from 'zod/mini';

/** A request and its two shapes; both sides parse what they receive. */
export interface RequestShape<P extends z.ZodMiniType, R extends z.ZodMiniType> {
  readonly method: string;
  readonly params: P;
  readonly result: R;
}

export interface NotificationShape<P extends z.ZodMiniType> {
  readonly method: string;
  readonly params: P;
}

function request<P extends z.ZodMiniType, R extends z.ZodMiniType>(
  method: string,
  params: P,
  result: R,
): RequestShape<P, R> {
  return { method: `planwright/${method}`, params, result };
}

function notification<P extends z.ZodMiniType>(method: string, params: P): NotificationShape<P> {
  return { method: `planwright/${method}`, params };
}

// ── Values ──────────────────────────────────────────────────────────────────────────────────────────────────────

export const langSchema = z.enum(['en', 'zh']);
export type ProtocolLang = z.infer<typeof langSchema>;

/** A day that exists, `2026-03-31`. */
export const daySchema = z.iso.date();

/**
 * Which summaries and formats there are, the server says (`summary/kinds`): a list here would be a second one, and what
 * it lacks would be invisible in the editor.
 */
export const summaryKindSchema = z.string();

const summaryFormatSchema = z.object({
  /** The ending of the file's name. */
  format: z.string(),
  title: z.string(),
  opens: z.enum(['in the editor', 'outside']),
});
export type SummaryFormat = z.infer<typeof summaryFormatSchema>;

/** Lines and characters from 0, characters in UTF-16 units, as in the Language Server Protocol. */
export const positionSchema = z.object({ line: z.int(), character: z.int() });
export const rangeSchema = z.object({ start: positionSchema, end: positionSchema });

// ── Start ───────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * What `workspace/configuration` answers for the section `planwright`; clients that are not asked send it with
 * `workspace/didChangeConfiguration`, or at the start within `initializationOptions`.
 */
export const settingsSchema = z.object({
  language: z.optional(z.enum(['auto', 'en', 'zh'])),
  followLinks: z.optional(z.boolean()),
  inlayHints: z.optional(
    z.object({
      forecast: z.optional(z.boolean()),
      daysLeft: z.optional(z.boolean()),
      completion: z.optional(z.boolean()),
    }),
  ),
});
/** As people find it in their editor. */
export const FOLLOW_LINKS = 'planwright.followLinks';
export type Settings = z.infer<typeof settingsSchema>;

/**
 * `initializationOptions`; every member may be absent, since other editors send none.
 *
 * Language: where `lang` is absent, the `locale` of the initialize request decides.
 * Files: the server asks the client to watch them, by dynamic registration.
 */
export const initializationOptionsSchema = z.extend(settingsSchema, {
  /** Of messages, hovers and titles. */
  lang: z.optional(langSchema),
  /** Everything is judged as of this day, whatever the portfolio says; `null`: as the plan says. */
  statusDate: z.optional(z.nullable(daySchema)),
  /** The server cannot reach files itself (it runs in a browser): it asks with `planwright/files/…`. */
  filesThroughClient: z.optional(z.boolean()),
  /** The address of a rule's page, `{code}` in the place of its code: where a diagnostic's code leads to. */
  rulePage: z.optional(z.string()),
  /** The commands of `LENS_COMMANDS` that the editor has: code lenses that need another one only say something. */
  lensCommands: z.optional(z.array(z.string())),
  /** The editor's own command that shows what can follow: called when a keyword that wants a value is put in. */
  suggestCommand: z.optional(z.string()),
});
export type InitializationOptions = z.infer<typeof initializationOptionsSchema>;

// ── Commands of the editor that code lenses and code actions call ────────────────────────────────────────────────────────────────

export const LENS_COMMANDS = {
  /** Shows what has the id in a preview. */
  openCard: 'planwright.openCard',
  /** Shows a list of places to choose from. */
  showPlaces: 'planwright.showPlaces',
  /** Asks by how much an item slips, and shows what becomes late then. */
  slipBy: 'planwright.slipBy',
} as const;

/** The one argument of `openCard`: what is to be shown, and where that stands. */
export const openCardSchema = z.object({ uri: z.string(), id: z.string(), position: positionSchema });

/** The one argument of `slipBy`, and of what a menu on an item of a preview calls. */
export const itemOfPlanSchema = z.object({ uri: z.string(), id: z.string() });
export type ItemOfPlan = z.infer<typeof itemOfPlanSchema>;

/** The one argument of `showPlaces`: where it was asked, and the places. */
export const showPlacesSchema = z.object({
  uri: z.string(),
  position: positionSchema,
  locations: z.array(z.object({ uri: z.string(), range: rangeSchema })),
});

// ── Files, asked by the server of the client ────────────────────────────────────────────────────────────────────

/** Every `*.plan` and `planwright.json` below a workspace folder, by address. Used where the server has no file system. */
export const findFiles = request(
  'files/find',
  z.object({ folder: z.string() }),
  z.object({ uris: z.array(z.string()) }),
);

/**
 * The text of a file on disk (or wherever the editor's file systems reach); `null` where it cannot be read. `base64` holds
 * its bytes where the text does not say them all: the server tells what they are.
 */
export const readFile = request(
  'files/read',
  z.object({ uri: z.string() }),
  z.object({ text: z.nullable(z.string()), base64: z.optional(z.string()) }),
);
export type ReadFileResult = z.infer<typeof readFile.result>;

// ── Previews ────────────────────────────────────────────────────────────────────────────────────────────────────

/** A part of a preview: `html` is one element, made safe by the renderer; `key` its name from version to version. */
const blockSchema = z.object({ key: z.string(), html: z.string() });
export type PreviewBlock = z.infer<typeof blockSchema>;

/**
 * A part that is not sent whole: its text as it was falls into pieces (`piecesOf`), of which from `at` on `drop` become
 * `put`; `length` is that of the text as it is then.
 */
const mendedSchema = z.object({
  key: z.string(),
  length: z.int(),
  pieces: z.array(z.object({ at: z.int(), drop: z.int(), put: z.array(z.string()) })),
});
export const changedSchema = z.union([blockSchema, mendedSchema]);
export type ChangedBlock = z.infer<typeof changedSchema>;

/** What a reader has made of a summary. */
export const lookSchema = z.object({
  /** Only projects that fit: of each field one of the values (names as declared, '' where none is stated), and the text. */
  narrow: z.optional(
    z.object({
      unit: z.optional(z.array(z.string())),
      leader: z.optional(z.array(z.string())),
      area: z.optional(z.array(z.string())),
      light: z.optional(z.array(z.enum(['red', 'yellow', 'green', 'blue', 'grey']))),
      text: z.optional(z.string()),
    }),
  ),
  /** Tables by the key of their part: the rows of each group in the order of a column, counted from 0. */
  sort: z.optional(z.array(z.object({ key: z.string(), column: z.int(), descending: z.boolean() }))),
});
export type Look = z.infer<typeof lookSchema>;

/**
 * What a summary of changes compares with: a day, or another state of the files. `changed` are files that said something
 * else then, or are gone now, `unchanged` those that are on disk as they were; what is in neither was not there.
 */
const sinceSchema = z.union([
  z.object({ day: daySchema }),
  z.object({
    name: z.string(),
    changed: z.array(z.object({ uri: z.string(), base64: z.string() })),
    unchanged: z.array(z.string()),
  }),
]);
export type GivenSince = z.infer<typeof sinceSchema>;

const sessionSchema = z.string();
const versionSchema = z.int();

/**
 * Opens a session under a name that the client chose. A session that is open already starts anew. `uri` is the file
 * from which the preview was opened; its plan root is what is shown. `name` is the name of the view for kind `view`.
 */
export const previewOpen = request(
  'preview/open',
  z.object({
    session: sessionSchema,
    kind: summaryKindSchema,
    name: z.optional(z.string()),
    uri: z.string(),
    lang: langSchema,
    /** For kind `changes`. */
    since: z.optional(sinceSchema),
    look: z.optional(lookSchema),
  }),
  z.object({
    version: versionSchema,
    /** Of its tab: the kind first. */
    title: z.string(),
    /** Whether it can be narrowed. */
    narrows: z.boolean(),
    blocks: z.array(blockSchema),
  }),
);

/** The picture is no longer the one last fetched. Sent at most once until the client fetches again. */
export const previewChanged = notification(
  'preview/changed',
  z.object({ session: sessionSchema, version: versionSchema }),
);

/**
 * What differs from the version `since`: all keys in their order where that is another, and the parts that are new or
 * different. `null` when the server does not know the session (it was started anew): open again.
 *
 * Long pictures come in pages: a part of class `pw-waiting` stands in for one that is sent once its key is in `wanted`, by
 * then and from then on. The rows of a long wall chart come in parts of class `pw-rows` whose keys the chart names; they
 * are sent once they are in `wanted`, and nothing stands in for them before. `look` is how it is to be seen from now on.
 * `sight`: the pages that somebody may be looking at; the others may stay as they were for a while, and `more` in the
 * answer says that some have: ask again soon.
 */
export const previewPatch = request(
  'preview/patch',
  z.object({
    session: sessionSchema,
    since: versionSchema,
    wanted: z.optional(z.array(z.string())),
    sight: z.optional(z.array(z.string())),
    look: z.optional(lookSchema),
  }),
  z.nullable(
    z.object({
      version: versionSchema,
      title: z.string(),
      order: z.optional(z.array(z.string())),
      changed: z.array(changedSchema),
      more: z.optional(z.literal(true)),
    }),
  ),
);
export type PreviewPatch = NonNullable<z.infer<typeof previewPatch.result>>;

/** What the picture of a session can be narrowed by, in the language of the session; `null`: the session is unknown. */
export const previewChoices = request(
  'preview/choices',
  z.object({ session: sessionSchema }),
  z.nullable(
    z.array(
      z.object({
        field: z.enum(['unit', 'leader', 'area', 'light']),
        title: z.string(),
        choices: z.array(
          z.object({
            value: z.string(),
            title: z.string(),
            /** Projects of the whole portfolio. */
            count: z.int(),
            /** How deep below other choices. */
            depth: z.int(),
            /** By what it is found besides its title: pinyin. */
            keys: z.string(),
          }),
        ),
      }),
    ),
  ),
);
export type PreviewChoices = NonNullable<z.infer<typeof previewChoices.result>>;

/** Where a link of a picture leads: `id` is what it stands with, `link` as the picture has it; `null`: nowhere. */
export const previewLink = request(
  'preview/link',
  z.object({ session: sessionSchema, id: z.string(), link: z.string() }),
  z.nullable(z.object({ uri: z.string() })),
);

export const previewClose = notification('preview/close', z.object({ session: sessionSchema }));

/**
 * What of the text the changes are that a session of kind `changes` shows, and what each was before; of other kinds
 * nothing. `null` when the server does not know the session.
 */
export const previewMarks = request(
  'preview/marks',
  z.object({ session: sessionSchema }),
  z.nullable(
    z.array(
      z.object({ uri: z.string(), range: rangeSchema, what: z.enum(['added', 'changed', 'gone']), text: z.string() }),
    ),
  ),
);
export type ChangeMark = NonNullable<z.infer<typeof previewMarks.result>>[number];

/** Where in the text what a preview shows as `id` is stated. */
export const reveal = request(
  'reveal',
  z.object({ session: sessionSchema, id: z.string() }),
  z.nullable(z.object({ uri: z.string(), range: rangeSchema })),
);

/**
 * What stands at a place in the text, by the id under which the session shows it: the innermost that it does show.
 * `elsewhere`: the place is in another plan root than the session shows.
 */
export const locate = request(
  'locate',
  z.object({ session: sessionSchema, uri: z.string(), position: positionSchema }),
  z.nullable(z.object({ id: z.nullable(z.string()), elsewhere: z.boolean() })),
);

/**
 * Since when changes can be told of the plan root of `uri`: `folder` is where its files lie (of a loose file, the file),
 * `days` are those that people ask about, none after `status`.
 */
export const sinceChoices = request(
  'since/choices',
  z.object({ uri: z.string(), lang: langSchema }),
  z.object({
    folder: z.string(),
    status: daySchema,
    days: z.array(z.object({ day: daySchema, title: z.string() })),
  }),
);

// ── The plans of the workspace ──────────────────────────────────────────────────────────────────────────────────

/**
 * The plan roots that hold plan files: `uri` is one of its files, for requests about it; `folder` is where they lie (of a
 * loose file, the file); `title` the portfolio's.
 */
export const rootsList = request(
  'roots/list',
  z.object({}),
  z.array(z.object({ uri: z.string(), folder: z.string(), title: z.string() })),
);
export type PlanRootEntry = z.infer<typeof rootsList.result>[number];

/** The list of plan roots is another than before. */
export const rootsChanged = notification('roots/changed', z.object({}));

// ── The tree of a portfolio ─────────────────────────────────────────────────────────────────────────────────────

/** What a tree shows: the plan root of `uri`, in groups `by`, those projects that `query` means (without it, all). */
const treeOf = { uri: z.string(), lang: langSchema, by: z.string(), query: z.optional(z.string()) };

const treeRowSchema = z.object({
  /** Its name in further requests, the same for as long as it is of the same. A project may stand in several groups. */
  node: z.string(),
  /** What it is of: what it is grouped by, or what is stated there. */
  kind: z.string(),
  label: z.string(),
  description: z.string(),
  light: z.optional(z.enum(['red', 'yellow', 'green', 'blue', 'grey'])),
  hasChildren: z.boolean(),
});
export type TreeRow = z.infer<typeof treeRowSchema>;

/** What portfolios can be grouped by. */
export const treeGroupings = request(
  'tree/groupings',
  z.object({ lang: langSchema }),
  z.array(z.object({ by: z.string(), title: z.string() })),
);

/** The rows below a node; at the top, `node` being null, the groups. `found`: how many projects there are below all groups. */
export const treeChildren = request(
  'tree/children',
  z.object({ ...treeOf, node: z.nullable(z.string()) }),
  z.object({ rows: z.array(treeRowSchema), found: z.int() }),
);

/** The nodes on the way to what stands at a place in the text, from the top; empty where it is not in the tree. */
export const treePath = request(
  'tree/path',
  z.object({ ...treeOf, file: z.string(), position: positionSchema }),
  z.array(z.string()),
);

/** What there is to say of a node, as Markdown; `null` where nothing is. */
export const treeCard = request(
  'tree/card',
  z.object({ uri: z.string(), lang: langSchema, node: z.string() }),
  z.nullable(z.object({ markdown: z.string() })),
);

/** Where a node is stated. */
export const treePlace = request(
  'tree/place',
  z.object({ uri: z.string(), node: z.string() }),
  z.nullable(z.object({ uri: z.string(), range: rangeSchema })),
);

/** How many projects of a plan root are red or overdue, and how that is said. */
export const treeAttention = request(
  'tree/attention',
  z.object({ uri: z.string(), lang: langSchema }),
  z.object({ count: z.int(), said: z.string() }),
);

/** Rows may be others than before. Sent at most once until the client asks again. */
export const treeChanged = notification('tree/changed', z.object({}));

// ── The status date ─────────────────────────────────────────────────────────────────────────────────────────────

/** The day as of which the plan root of `uri` is judged (without `uri`: the first root), and who stated it. */
export const statusDateGet = request(
  'statusDate/get',
  z.object({ uri: z.optional(z.string()) }),
  z.object({ day: daySchema, stated: z.enum(['option', 'portfolio', 'today']) }),
);
export type StatusDate = z.infer<typeof statusDateGet.result>;

/** Judges everything as of `day` from now on; `null`: as the plan says. */
export const statusDateSet = request('statusDate/set', z.object({ day: z.nullable(daySchema) }), z.null());

/** Days that people judge the plan root of `uri` as of; `stated`: the one that holds as the plan says. */
export const statusDateChoices = request(
  'statusDate/choices',
  z.object({ uri: z.optional(z.string()), lang: langSchema }),
  z.object({
    stated: z.object({ day: daySchema, by: z.enum(['portfolio', 'today']) }),
    days: z.array(z.object({ day: daySchema, title: z.string() })),
  }),
);

/**
 * The day that is meant by a date in any spelling of the language (`2026.6.30`, `6月底`), and how it reads in full; of a
 * period its last day. `null`: it is no date, or none that exists.
 */
export const dayRead = request(
  'day/read',
  z.object({ uri: z.optional(z.string()), lang: langSchema, text: z.string() }),
  z.nullable(z.object({ day: daySchema, said: z.string() })),
);

/** A status date is another than before, by an edit, by midnight, or by `statusDate/set`. */
export const statusDateChanged = notification('statusDate/changed', z.object({}));

// ── Summaries ───────────────────────────────────────────────────────────────────────────────────────────────────

/** What summaries the plan root of `uri` can show: the kinds, then one entry for each view; texts in `lang`. */
export const summaryKinds = request(
  'summary/kinds',
  z.object({ uri: z.string(), lang: langSchema }),
  z.array(
    z.object({
      kind: summaryKindSchema,
      name: z.optional(z.string()),
      title: z.string(),
      description: z.optional(z.string()),
      formats: z.array(summaryFormatSchema),
    }),
  ),
);
export type SummaryChoice = z.infer<typeof summaryKinds.result>[number];

const refusedSchema = z.object({ type: z.literal('refused'), problem: z.string() });

/** A whole summary as a file. `fileName` is a proposal without a folder. Refused: no browser that could print it. */
export const summary = request(
  'summary',
  z.object({
    kind: summaryKindSchema,
    name: z.optional(z.string()),
    format: z.string(),
    lang: langSchema,
    uri: z.string(),
    since: z.optional(sinceSchema),
    look: z.optional(lookSchema),
  }),
  z.union([
    z.object({ fileName: z.string(), text: z.string() }),
    z.object({ fileName: z.string(), base64: z.string() }),
    refusedSchema,
  ]),
);

// ── Edits of a plan, made by the server ─────────────────────────────────────────────────────────────────────────

/** What is written into the files, all of it as one edit; `version` of the document that is open there, `null`: none is. */
const changedFilesSchema = z.array(
  z.object({
    uri: z.string(),
    version: z.nullable(z.int()),
    edits: z.array(z.object({ range: rangeSchema, newText: z.string() })),
  }),
);
export type ChangedFiles = z.infer<typeof changedFilesSchema>;

/** What a picture can be asked to change; a length as the language writes it, `+10wd`. */
export const pictureChangeSchema = z.discriminatedUnion('type', [
  /** Without a day: today, or the status date where that is earlier. */
  z.object({ type: z.literal('done'), day: z.optional(z.string()) }),
  z.object({ type: z.literal('deadline'), day: z.string() }),
  z.object({ type: z.literal('start'), day: z.string() }),
  z.object({ type: z.literal('finish'), day: z.string() }),
  z.object({ type: z.literal('slip'), slip: z.string() }),
  /** Of the project, or of the one that the item is in: the year's investment up to now, physical progress. */
  z.object({ type: z.literal('report'), invested: z.optional(z.string()), progress: z.optional(z.string()) }),
]);
export type PictureChange = z.infer<typeof pictureChangeSchema>;

/** A change that was asked for in a picture, as an edit of the text as it is now; or why that cannot be said. */
export const previewEdit = request(
  'preview/edit',
  z.object({ uri: z.string(), id: z.string(), change: pictureChangeSchema, lang: langSchema }),
  z.discriminatedUnion('type', [refusedSchema, z.object({ type: z.literal('edit'), files: changedFilesSchema })]),
);

/** What is asked beside the picture: what is known now, in the spelling of the plan's language. */
export const previewKnown = request(
  'preview/known',
  z.object({ uri: z.string(), id: z.string(), lang: langSchema }),
  z.nullable(
    z.object({
      name: z.string(),
      project: z.string(),
      /** The day on which facts are recorded. */
      day: z.string(),
      due: z.nullable(z.string()),
      invested: z.nullable(z.string()),
      progress: z.nullable(z.string()),
    }),
  ),
);

// ── What if ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** The open items that have a forecast, for choosing one; with `position`, the one that the cursor is in comes first. */
export const slippingItems = request(
  'what-if/items',
  z.object({ uri: z.string(), position: z.optional(positionSchema) }),
  z.array(z.object({ id: z.string(), name: z.string(), project: z.string(), here: z.boolean() })),
);

/**
 * What would become late or early if an item slipped or were shortened. Nothing is written; `problem`: why the slip
 * cannot be stated in the text, `null` where it can.
 */
export const whatIfItem = request(
  'what-if',
  z.object({ uri: z.string(), id: z.string(), slip: z.string(), lang: langSchema }),
  z.discriminatedUnion('type', [
    refusedSchema,
    z.object({
      type: z.literal('answer'),
      title: z.string(),
      blocks: z.array(blockSchema),
      /** Why it cannot be written. */
      problem: z.nullable(z.string()),
      /** How it is written, where that is not what was assumed. */
      written: z.nullable(z.string()),
    }),
  ]),
);
export type WhatIfAnswer = z.infer<typeof whatIfItem.result>;

/** Where what has an id is stated. */
export const placeOf = request(
  'place',
  z.object({ uri: z.string(), id: z.string() }),
  z.nullable(z.object({ uri: z.string(), range: rangeSchema })),
);

// ── Texts that the server writes and the editor puts in ─────────────────────────────────────────────────────────

const writtenSchema = z.discriminatedUnion('type', [
  /** Put in place of `range` of that version of the document (`null`: nobody has it open), with its whitespace as it is. */
  z.object({
    type: z.literal('insert'),
    uri: z.string(),
    version: z.nullable(z.int()),
    range: rangeSchema,
    snippet: z.string(),
  }),
  /** It stands there already. */
  z.object({ type: z.literal('there'), uri: z.string(), range: rangeSchema, said: z.string() }),
  refusedSchema,
]);
export type Written = z.infer<typeof writtenSchema>;

/** `detail`: what the plan calls it, where the title does not say so. */
const choiceSchema = z.array(z.object({ name: z.string(), title: z.string(), detail: z.optional(z.string()) }));

/** What a new project of the plan root of `uri` can be said to be of: names as declared, with their titles. */
export const projectChoices = request(
  'project/choices',
  z.object({ uri: z.string(), lang: langSchema }),
  z.object({ categories: choiceSchema, units: choiceSchema, leaders: choiceSchema, stages: choiceSchema }),
);

/** A new project with a free name; what is left out is not stated. */
export const projectNew = request(
  'project/new',
  z.object({
    uri: z.string(),
    lang: langSchema,
    title: z.string(),
    category: z.optional(z.string()),
    unit: z.optional(z.string()),
    leader: z.optional(z.string()),
    stage: z.optional(z.string()),
  }),
  writtenSchema,
);

/** When the next meeting is due, by the rhythm and the latest one; where it is stated already, its place. */
export const meetingDue = request(
  'meeting/due',
  z.object({ uri: z.string(), lang: langSchema }),
  z.object({
    day: daySchema,
    there: z.nullable(z.object({ uri: z.string(), range: rangeSchema, said: z.string() })),
  }),
);

/** The next meeting on that day, its agenda what is ready, what is left over, what is overdue. */
export const meetingNew = request(
  'meeting/new',
  z.object({ uri: z.string(), lang: langSchema, day: daySchema }),
  writtenSchema,
);

/** Who reports in the plan root of `uri`, and the projects that somebody can report of, those that owe a report first. */
export const reportChoices = request(
  'report/choices',
  z.object({ uri: z.string(), lang: langSchema }),
  z.object({
    /** `projects`: how many active projects are theirs. */
    reporters: z.array(
      z.object({ key: z.string(), title: z.string(), kind: z.enum(['unit', 'person']), projects: z.int() }),
    ),
    projects: z.array(z.object({ node: z.string(), title: z.string(), detail: z.string() })),
  }),
);

/** A report of the day in a project. */
export const reportNew = request(
  'report/new',
  z.object({ uri: z.string(), lang: langSchema, node: z.string() }),
  writtenSchema,
);

/** The reports of all active projects of a reporter, to be filled in apart from the plan. */
export const reportSheet = request(
  'report/sheet',
  z.object({ uri: z.string(), lang: langSchema, key: z.string() }),
  z.object({ text: z.string() }),
);

/** What was filled in of such a sheet, as edits of the plan; what was not is left out and told. */
export const reportsFromSheet = request(
  'report/fromSheet',
  z.object({ uri: z.string(), lang: langSchema, text: z.string() }),
  z.discriminatedUnion('type', [
    refusedSchema,
    z.object({ type: z.literal('edits'), said: z.string(), files: changedFilesSchema }),
  ]),
);

// ── Imports ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** What only the user can say before anything can be said of the file; the answer is sent back under `key`. */
const importQuestionSchema = z.object({
  key: z.string(),
  text: z.string(),
  choices: z.array(
    z.object({
      value: z.string(),
      label: z.string(),
      detail: z.optional(z.string()),
      /** How it reads as the answer to all questions with the same values that are left. */
      forRest: z.optional(z.string()),
    }),
  ),
  /** Any day is an answer, not only those offered. */
  anyDay: z.optional(z.literal(true)),
});
export type ImportQuestion = z.infer<typeof importQuestionSchema>;

/** What is shown before anything is written. */
const importReport = { title: z.string(), blocks: z.array(blockSchema) };

/**
 * A file that is to be imported into the plan root of `uri`: how it was understood, and what would be written. Nothing is
 * written here, and nothing is kept: asked again, the answer is that of the plan as it is then. `target` is the place of a
 * new plan file; without it, that is thought of beside the files of the plan root.
 */
export const importFile = request(
  'import',
  z.object({
    fileName: z.string(),
    base64: z.string(),
    uri: z.optional(z.string()),
    target: z.optional(z.string()),
    lang: langSchema,
    answers: z.record(z.string(), z.string()),
  }),
  z.discriminatedUnion('type', [
    refusedSchema,
    z.object({ type: z.literal('ask'), questions: z.array(importQuestionSchema) }),
    /** There is nothing that could be written. */
    z.object({ type: z.literal('nothing'), ...importReport }),
    /** `folder`: where the plan root is; `name`: a proposal for the file. */
    z.object({
      type: z.literal('new'),
      ...importReport,
      folder: z.nullable(z.string()),
      name: z.string(),
      text: z.string(),
    }),
    z.object({
      type: z.literal('merge'),
      ...importReport,
      files: changedFilesSchema,
    }),
  ]),
);
export type ImportAnswer = z.infer<typeof importFile.result>;

// ── Rules ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A rule's page as Markdown; `null` where there is no rule with that code. */
export const rulePage = request(
  'rule/page',
  z.object({ code: z.string(), lang: langSchema }),
  z.nullable(z.object({ text: z.string() })),
);

// ----------------------------------------------------------------------------------------------- bytes in messages

/** Where there is no Buffer, in browsers and their workers: spread over all of a large file, a call has too many arguments. */
export function inBase64(bytes: Uint8Array): string {
  let signs = '';
  for (let at = 0; at < bytes.length; at += 0x8000) signs += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(signs);
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
