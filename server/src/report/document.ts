/** The document model of generated summaries. */
import type { Day } from '../model/day.js';
import type { Lang } from '../model/lang.js';
import type { Span } from '../model/span.js';

/**
 * What a generated summary says, before it has a format. Builders (one a summary kind) make it, renderers (one a
 * format) write it. All text in it is data: no renderer may read markup out of a `text`.
 */
export interface ReportDocument {
  /** The summary kind, `booklet`, `gantt`, … */
  readonly kind: string;
  readonly title: string;
  readonly subtitle?: string;
  /** That only a part of the portfolio is in it, and which, or what it lacks: said wherever its title is. */
  readonly narrowed?: string;
  /** Who issues it, in its head. */
  readonly issuer?: string;
  /** On paper it has a sheet in front with the title. */
  readonly cover?: true;
  /** The day as of which everything in it was judged, `2026-03-31`. */
  readonly statusDate: string;
  readonly lang: Lang;
  readonly blocks: readonly Block[];
}

/** The plan object that something on the page says something about; leads a click back to its line. */
export interface Origin {
  readonly id: string;
  readonly at: Span;
  /** It is said of many, of which this is the first: a click leads there, but who stands there is not led back. */
  readonly sum?: true;
}

export type Light = 'red' | 'yellow' | 'green' | 'blue' | 'grey';

// ── Inlines ─────────────────────────────────────────────────────────────────────────────────────────────────────

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis' | 'muted'; readonly content: Inlines }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  | LightInline
  | BarInline
  /** To a heading, row or bar of this document that has this anchor. */
  | { readonly type: 'link'; readonly to: string; readonly content: Inlines }
  /** Out of the document. Renderers make it a link only where the address is one that `safeHref` lets through. */
  | { readonly type: 'externalLink'; readonly href: string; readonly content: Inlines };

export type Inlines = readonly Inline[];

/** A RAG light. Shown as sign and word; `word` replaces the colour's name (the state it stands for, a light's name). */
export interface LightInline {
  readonly type: 'light';
  readonly light: Light;
  readonly word?: string;
}

/** A progress bar. `percent` and `planned` are for drawing only; `label` is the exact figure as text. */
export interface BarInline {
  readonly type: 'bar';
  readonly percent: number;
  /** Where it should be by the plan, in percent: a marker on the bar. */
  readonly planned?: number;
  readonly label?: string;
  readonly light?: Light;
  readonly origin?: Origin;
}

// ── Blocks ──────────────────────────────────────────────────────────────────────────────────────────────────────

export type Block =
  | Heading
  | Paragraph
  | MarkdownBlock
  | List
  | Quote
  | CodeBlock
  | KeyValues
  | Table
  | Callout
  | SCurve
  | BarChart
  | StackedCounts
  | Gantt
  | PageBreak;

export interface Heading {
  readonly type: 'heading';
  /** 1 is a part of the document (the title stands above it). */
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
  /** Unique in the document; any text, usually an element's id. */
  readonly anchor?: string;
  /** Follows the text, smaller: lights, codes. */
  readonly aside?: Inlines;
  readonly origin?: Origin;
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly content: Inlines;
  readonly origin?: Origin;
}

/** A long text as a plan's author wrote it, read as Markdown without HTML and images. */
interface MarkdownBlock {
  readonly type: 'markdown';
  readonly text: string;
  readonly origin?: Origin;
}

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly content: Inlines;
  readonly children?: List;
  readonly origin?: Origin;
}

interface Quote {
  readonly type: 'quote';
  readonly blocks: readonly Block[];
}

interface CodeBlock {
  readonly type: 'code';
  readonly text: string;
}

export interface KeyValues {
  readonly type: 'keyValues';
  /** `figures` sets few, short values large: the headline numbers of a dashboard. */
  readonly layout?: 'grid' | 'figures';
  readonly entries: readonly KeyValue[];
  readonly anchor?: string;
}

export interface KeyValue {
  readonly label: string;
  readonly value: Inlines;
  /** Takes the whole width: long texts. */
  readonly wide?: boolean;
  readonly note?: string;
  readonly origin?: Origin;
}

export type ColumnKind = 'text' | 'number' | 'date' | 'light' | 'percent' | 'money';

export interface Column {
  readonly title: string;
  readonly kind: ColumnKind;
  /** Default: numbers, percents and money at the end, the rest at the start. */
  readonly align?: 'start' | 'center' | 'end';
  /** Said once in the head: 亿元, %. */
  readonly unit?: string;
  /** Neighbouring columns of one group share a spanning head. */
  readonly group?: string;
  /** May break over lines and takes what width is left. Default: only `text` columns. */
  readonly wrap?: boolean;
}

export interface Cell {
  readonly content: Inlines;
  /**
   * The value behind the text, for spreadsheets and programs: an ISO day, an exact decimal string in the column's
   * unit, percents in percent. Absent where the text is the value, null where it is missing.
   */
  readonly value?: string | null;
  /** Where it leads to another place than its row. */
  readonly origin?: Origin;
}

export interface TableRow {
  readonly type: 'row';
  readonly cells: readonly Cell[];
  readonly anchor?: string;
  readonly origin?: Origin;
}

/** Opens a group of rows; spans the table. */
export interface GroupRow {
  readonly type: 'group';
  readonly level?: 1 | 2;
  readonly content: Inlines;
  readonly origin?: Origin;
}

export interface Table {
  readonly type: 'table';
  readonly caption?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (TableRow | GroupRow)[];
  readonly totals?: readonly Cell[];
  readonly totalsOrigin?: Origin;
  /** The column that names the row; read out before its other cells. Default: the first; -1: none. */
  readonly headColumn?: number;
  /** The order of its rows says something, such as what lies below what: nobody puts them in another. */
  readonly ordered?: boolean;
  /** The reader has put its rows in the order of a column. */
  readonly order?: { readonly column: number; readonly descending: boolean };
  readonly anchor?: string;
}

interface Callout {
  readonly type: 'callout';
  readonly tone: 'info' | 'warn';
  readonly title?: string;
  readonly content: Inlines;
  readonly origin?: Origin;
}

/** What follows begins a new sheet where there is paper. */
interface PageBreak {
  readonly type: 'pageBreak';
}

// ── Charts: numbers for drawing; the exact figures stand in the texts beside them ───────────────────────────────

interface Chart {
  readonly title: string;
  /** 亿元, 项, … shown at the axis. */
  readonly unit?: string;
  readonly anchor?: string;
}

/** Cumulative plan against cumulative completion. */
export interface SCurve extends Chart {
  readonly type: 'sCurve';
  readonly points: readonly CurvePoint[];
  readonly origin?: Origin;
  /** Where the status date lies, in points: 2.5 is half-way between the third and the fourth. */
  readonly status?: number;
}

export interface CurvePoint {
  /** The end of a period: 3月, Mar. */
  readonly label: string;
  readonly planned: number | null;
  readonly done: number | null;
}

export interface BarChart extends Chart {
  readonly type: 'barChart';
  readonly bars: readonly LabelledBar[];
}

export interface LabelledBar {
  readonly label: string;
  readonly planned: number | null;
  readonly done: number | null;
  readonly light?: Light;
  /** Replaces the figures written at the bar's end. */
  readonly note?: string;
  readonly origin?: Origin;
}

export interface StackedCounts extends Chart {
  readonly type: 'stackedCounts';
  readonly series: readonly { readonly label: string; readonly light?: Light }[];
  /** One count per series, in their order. */
  readonly rows: readonly { readonly label: string; readonly counts: readonly number[]; readonly origin?: Origin }[];
}

/** Time on the wall: boundaries between days, so a span is [start, end) and a milestone has start = end. */
export interface DaySpan {
  readonly start: Day;
  readonly end: Day;
}

/** How a row stands; decides its colour, and is said in its description. */
export type ScheduleStatus = 'done' | 'onTime' | 'atRisk' | 'late' | 'unknown';

export interface Gantt extends Chart {
  readonly type: 'gantt';
  /** The boundaries that the picture shows. */
  readonly from: Day;
  readonly to: Day;
  /** The status date: its line stands where that day begins. */
  readonly status: Day;
  readonly rows: readonly GanttRow[];
  readonly dependencies: readonly GanttDependency[];
}

export interface GanttRow {
  /** Unique in the chart, what dependencies name. */
  readonly id: string;
  readonly kind: 'project' | 'summary' | 'task' | 'approval' | 'milestone';
  readonly label: string;
  readonly depth: number;
  readonly plan?: DaySpan;
  /** From where the work (will have) begun to where it will end; the actual where there is one. */
  readonly forecast?: DaySpan;
  /** The part that is behind us: from the actual start to the actual finish or the status date. */
  readonly actual?: DaySpan;
  /** The day that is answered for (a day, not a boundary). */
  readonly due?: Day;
  /** The first day that lies before the picture, and the last that lies behind it. */
  readonly before?: Day;
  readonly beyond?: Day;
  /** Days between the forecast and what the deadlines allow; negative: will be missed by that much. */
  readonly slack?: number;
  readonly critical?: boolean;
  readonly standing: ScheduleStatus;
  readonly light?: Light;
  /** Who answers for it, in a column of its own. */
  readonly owner?: string;
  readonly origin?: Origin;
}

export interface GanttDependency {
  readonly from: string;
  readonly to: string;
  readonly kind: 'FS' | 'SS' | 'FF' | 'SF';
  /** It is what drives the successor's date. */
  readonly driving?: boolean;
}
