/** The JSON renderer. */
import { addDays, formatDay } from '../../model/day.js';
import type { Lang } from '../../model/lang.js';
import type { Span } from '../../model/span.js';
import type {
  BarInline,
  Block,
  Cell,
  DaySpan,
  Gantt,
  Inlines,
  LightInline,
  List,
  Origin,
  ReportDocument,
} from '../document.js';
import { plainText } from '../plain-text.js';
import { prose } from '../prose.js';

/** A place as people count: lines and columns from 1, columns in UTF-16 units. */
export interface JsonRange {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export interface JsonOptions {
  /** Turns offsets into lines and columns; undefined where the text of the file is not at hand. */
  readonly locate: (at: Span) => JsonRange | undefined;
}

/**
 * The document for programs: texts without markup, the exact value of each cell beside its text, every origin with its
 * file and range. The same document gives the same bytes.
 */
export function renderJson(report: ReportDocument, options: JsonOptions): string {
  const write = new JsonWriter(report.lang, options);
  const content = {
    version: 1,
    kind: report.kind,
    title: report.title,
    narrowed: report.narrowed,
    subtitle: report.subtitle,
    issuer: report.issuer,
    statusDate: report.statusDate,
    lang: report.lang,
    blocks: report.blocks.map((block) => write.block(block)),
  };
  // Bidirectional controls are legal in JSON, but a terminal would obey them.
  const acting = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
  const escaped = JSON.stringify(content, undefined, 2).replace(
    acting,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${escaped}\n`;
}

type Json = Readonly<Record<string, unknown>>;

class JsonWriter {
  constructor(
    private readonly lang: Lang,
    private readonly options: JsonOptions,
  ) {}

  block(block: Block): Json {
    switch (block.type) {
      case 'heading':
        return {
          ...pick(block, 'type', 'level', 'text', 'anchor'),
          aside: block.aside && this.content(block.aside),
          origin: this.origin(block.origin),
        };
      case 'paragraph':
        return { type: 'paragraph', ...this.content(block.content), origin: this.origin(block.origin) };
      case 'markdown':
        return {
          type: 'markdown',
          text: block.text,
          blocks: prose(block.text).map((part) => this.block(part)),
          origin: this.origin(block.origin),
        };
      case 'list':
        return this.list(block);
      case 'quote':
        return { type: 'quote', blocks: block.blocks.map((part) => this.block(part)) };
      case 'keyValues':
        return {
          ...pick(block, 'type', 'layout', 'anchor'),
          entries: block.entries.map((entry) => ({
            label: entry.label,
            ...this.content(entry.value),
            note: entry.note,
            origin: this.origin(entry.origin),
          })),
        };
      case 'table':
        return {
          ...pick(block, 'type', 'caption', 'anchor', 'columns'),
          rows: block.rows.map((row) =>
            row.type === 'group'
              ? { type: 'group', level: row.level ?? 1, ...this.content(row.content), origin: this.origin(row.origin) }
              : { type: 'row', cells: row.cells.map((c) => this.cell(c)), origin: this.origin(row.origin) },
          ),
          totals: block.totals?.map((c) => this.cell(c)),
        };
      case 'callout':
        return {
          ...pick(block, 'type', 'tone', 'title'),
          ...this.content(block.content),
          origin: this.origin(block.origin),
        };
      case 'barChart':
        return { ...block, bars: block.bars.map((bar) => ({ ...bar, origin: this.origin(bar.origin) })) };
      case 'gantt':
        return this.gantt(block);
      case 'stackedCounts':
        return { ...block, rows: block.rows.map((row) => ({ ...row, origin: this.origin(row.origin) })) };
      case 'sCurve':
        return { ...block, origin: this.origin(block.origin) };
      case 'code':
      case 'pageBreak':
        return { ...block };
    }
  }

  /** Days as ISO dates; spans by their first and last day, `start` null for a point. */
  private gantt(gantt: Gantt): Json {
    const span = (of: DaySpan | undefined): Json | undefined =>
      of && { start: of.start === of.end ? null : formatDay(of.start), finish: formatDay(addDays(of.end, -1)) };
    return {
      ...pick(gantt, 'type', 'title', 'anchor'),
      from: formatDay(gantt.from),
      to: formatDay(addDays(gantt.to, -1)),
      rows: gantt.rows.map((row) => ({
        ...pick(row, 'id', 'kind', 'label', 'depth'),
        plan: span(row.plan),
        forecast: span(row.forecast),
        actual: span(row.actual),
        due: row.due === undefined ? undefined : formatDay(row.due),
        ...pick(row, 'slack', 'critical', 'standing', 'light', 'owner'),
        origin: this.origin(row.origin),
      })),
      dependencies: gantt.dependencies,
    };
  }

  private list(list: List): Json {
    const items = list.items.map(
      (item): Json => ({
        ...this.content(item.content),
        children: item.children && this.list(item.children),
        origin: this.origin(item.origin),
      }),
    );
    return { type: 'list', ordered: list.ordered, items };
  }

  private cell(cell: Cell): Json {
    return { ...this.content(cell.content), value: cell.value };
  }

  /** The words, and beside them what a program cannot read out of words: lights and bars. */
  private content(content: Inlines): Json {
    const lights: LightInline[] = [];
    const bars: BarInline[] = [];
    const collect = (inner: Inlines): void => {
      for (const inline of inner) {
        if (inline.type === 'light') lights.push(inline);
        else if (inline.type === 'bar') bars.push(inline);
        else if ('content' in inline) collect(inline.content);
      }
    };
    collect(content);
    return {
      text: plainText(content, this.lang),
      lights: lights.length === 0 ? undefined : lights.map((inline) => inline.light),
      bars: bars.length === 0 ? undefined : bars.map((inline) => pick(inline, 'percent', 'planned', 'label')),
    };
  }

  /** What is said of many has no statement of its own: where a click on it leads is for readers only. */
  private origin(origin: Origin | undefined): Json | undefined {
    if (origin === undefined || origin.sum === true) return undefined;
    return { id: origin.id, file: origin.at.file, range: this.options.locate(origin.at) };
  }
}

function pick<T extends object, K extends keyof T & string>(from: T, ...keys: readonly K[]): Json {
  return Object.fromEntries(keys.map((key) => [key, from[key]]));
}
