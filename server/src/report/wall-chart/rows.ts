/** Which rows of a wall chart are on the screen: folded ones left out, and of the rest those that are scrolled to. */
import type { GanttDependency, GanttRow } from '../document.js';
import type { WallRow } from './outline.js';

/** Rows that are not inside a folded one, in their order. */
export function unfolded<Row extends WallRow>(rows: readonly Row[], folded: ReadonlySet<string>): readonly Row[] {
  const shown: Row[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (row.depth > hiddenBelow) continue;
    hiddenBelow = folded.has(row.id) ? row.depth : Number.POSITIVE_INFINITY;
    shown.push(row);
  }
  return shown;
}

/** The ids of rows that have rows below them. */
export function parents(rows: readonly WallRow[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (next !== undefined && next.depth > row.depth) found.add(row.id);
  }
  return found;
}

/** The rows that have to be unfolded for `id` to show: those above it in depth, nearest first. */
export function ancestors(rows: readonly WallRow[], id: string): readonly string[] {
  const at = rows.findIndex((row) => row.id === id);
  const found: string[] = [];
  let depth = rows[at]?.depth ?? 0;
  for (let index = at - 1; index >= 0 && depth > 0; index--) {
    const row = rows[index];
    if (row === undefined || row.depth >= depth) continue;
    found.push(row.id);
    depth = row.depth;
  }
  return found;
}

/** Dependencies by the row that waits. */
export function waitingFor(dependencies: readonly GanttDependency[]): ReadonlyMap<string, readonly GanttDependency[]> {
  const found = new Map<string, GanttDependency[]>();
  for (const dependency of dependencies) {
    const same = found.get(dependency.to);
    if (same === undefined) found.set(dependency.to, [dependency]);
    else same.push(dependency);
  }
  return found;
}

/**
 * First and one past the last row to draw for a window of `height` px scrolled down by `top`, with some to spare: the same
 * rows over some steps of scrolling, so that most steps have nothing to draw.
 */
export function windowOf(
  count: number,
  rowHeight: number,
  top: number,
  height: number,
): { readonly first: number; readonly end: number } {
  const [spare, step] = [4, 8];
  const first = Math.max(0, Math.floor((Math.floor(top / rowHeight) - spare) / step) * step);
  const end = Math.ceil((Math.ceil((top + height) / rowHeight) + spare) / step) * step;
  return { first, end: Math.min(count, end) };
}

/**
 * The boundaries between which all rows lie, never less than `shown`: paper ends where the plan year is done with, a
 * screen can be scrolled to what lies before and after.
 */
export function reachOf(
  rows: readonly GanttRow[],
  shown: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } {
  let { from, to } = shown;
  for (const { plan, forecast, actual, due } of rows) {
    for (const span of [plan, forecast, actual]) {
      if (span === undefined) continue;
      from = Math.min(from, span.start);
      to = Math.max(to, span.end);
    }
    if (due !== undefined) to = Math.max(to, due + 1);
  }
  return { from, to };
}
