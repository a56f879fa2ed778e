/**
 * A wall chart of very many rows, as a preview is sent it: an outline that names every row, so that height, folding and
 * places are right from the start, and sheaves of rows that follow as they come into sight.
 */
import type { Gantt, GanttDependency, GanttRow } from '../document.js';

/** What is known of every row, there or not. Rows that are there know more. */
export interface WallRow {
  readonly id: string;
  readonly depth: number;
  readonly kind?: GanttRow['kind'];
}

/** A row, and those behind it whose ids begin with its id and a dot. */
export interface OutlineRun {
  readonly id: string;
  readonly depth: number;
  readonly project?: true;
  /** Ids without what they begin with. */
  readonly below?: readonly string[];
  /** Where they are not all one deeper. */
  readonly depths?: readonly number[];
}

/** A sheaf has all rows from `at` on, to where the next begins. */
export type SheafPlace = readonly [key: string, at: number];

export interface OutlinedGantt extends Omit<Gantt, 'rows' | 'dependencies'> {
  readonly outline: readonly OutlineRun[];
  /** Between which boundaries all rows lie. */
  readonly reach: { readonly from: number; readonly to: number };
  readonly sheaves: readonly SheafPlace[];
}

/** `dependencies`: for which its rows wait. */
export interface Sheaf {
  readonly rows: readonly GanttRow[];
  readonly dependencies: readonly GanttDependency[];
}

/** The chart that is all there, or its outline. */
export type WallChartData = Gantt | OutlinedGantt;

/** Up to so many rows a chart comes whole. */
const WHOLE = 600;
/** How many rows a sheaf has at least, where there are so many, and at most. */
const SHEAF = { least: 100, most: 400 };
/** One project in so many begins a sheaf. */
const BEGINS = 16;

export function comesInSheaves({ rows }: Gantt): boolean {
  return rows.length > WHOLE;
}

/** As a page knows rows: by what they lead to. */
export function rowId({ id, origin }: GanttRow): string {
  return origin?.id ?? id;
}

export function outlineOf(rows: readonly GanttRow[]): readonly OutlineRun[] {
  const runs: OutlineRun[] = [];
  let [head, below, depths]: [GanttRow | undefined, string[], number[]] = [undefined, [], []];
  let prefix = '';
  const close = (): void => {
    if (head === undefined) return;
    const { depth, kind } = head;
    runs.push({
      id: rowId(head),
      depth,
      ...(kind === 'project' ? { project: true } : {}),
      ...(below.length === 0 ? {} : { below }),
      ...(depths.every((each) => each === depth + 1) ? {} : { depths }),
    });
  };
  for (const row of rows) {
    const id = rowId(row);
    if (head !== undefined && row.kind !== 'project' && id.startsWith(prefix)) {
      below.push(id.slice(prefix.length));
      depths.push(row.depth);
      continue;
    }
    close();
    [head, below, depths] = [row, [], []];
    prefix = `${id}.`;
  }
  close();
  return runs;
}

/** The rows that an outline names, in their order. */
export function outlinedRows(outline: readonly OutlineRun[]): readonly WallRow[] {
  const rows: WallRow[] = [];
  for (const { id, depth, project, below = [], depths } of outline) {
    rows.push(project === true ? { id, depth, kind: 'project' } : { id, depth });
    for (const [i, rest] of below.entries()) rows.push({ id: `${id}.${rest}`, depth: depths?.[i] ?? depth + 1 });
  }
  return rows;
}

/**
 * Where sheaves begin: which project begins one is decided by its id, so that a project put in or taken out elsewhere
 * leaves them as they are and as they are called.
 */
export function sheafPlaces(rows: readonly GanttRow[], chart: string): readonly SheafPlace[] {
  const places: SheafPlace[] = [];
  let at = 0;
  for (const [i, { id, kind }] of rows.entries()) {
    const size = i - at;
    const begins = size >= SHEAF.least && kind === 'project' && numberOf(id) % BEGINS === 0;
    if (i > 0 && !begins && size < SHEAF.most) continue;
    at = i;
    places.push([`rows:${chart}:${id}`, i]);
  }
  return places;
}

/** FNV-1a: ids that follow each other give numbers that do not. */
function numberOf(id: string): number {
  let number = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) number = Math.imul(number ^ id.charCodeAt(i), 0x01000193);
  return (number ^ (number >>> 15)) >>> 0;
}

/** The keys of the sheaves that rows are in, by the rows' places in the whole chart. */
export function sheavesAt(places: readonly SheafPlace[], indices: Iterable<number>): readonly string[] {
  const found = new Set<string>();
  for (const index of indices) {
    let [low, high] = [0, places.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((places[middle]?.[1] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const key = places[low]?.[0];
    if (key !== undefined) found.add(key);
  }
  return [...found];
}
