/** The dependency lines of a wall chart. */
import type { GanttDependency } from '../document.js';
import type { Columns, PlacedRow, Sheet } from './gantt-layout.js';
import { element, round, type Svg } from './svg.js';

/** How far a line leaves a bar before it turns. */
const STUB = 7;

/** The links between rows of one sheet, under one group so that they neither catch clicks nor are read out. */
export function drawDependencies(dependencies: readonly GanttDependency[], sheet: Sheet, cols: Columns): Svg {
  const rows = new Map(sheet.rows.map((placed) => [placed.row.id, placed]));
  const paths = dependencies.flatMap((dependency) => {
    const from = rows.get(dependency.from);
    const to = rows.get(dependency.to);
    return from === undefined || to === undefined ? [] : drawDependency(dependency, from, to, cols);
  });
  return element('g', { class: 'pw-dependencies' }, ...paths);
}

function drawDependency(dependency: GanttDependency, from: PlacedRow, to: PlacedRow, cols: Columns): Svg[] {
  const source = from.row.forecast ?? from.row.actual ?? from.row.plan;
  const target = to.row.forecast ?? to.row.actual ?? to.row.plan;
  if (source === undefined || target === undefined) return [];
  const leavesEnd = dependency.kind === 'FS' || dependency.kind === 'FF';
  const entersStart = dependency.kind === 'FS' || dependency.kind === 'SS';
  const mark = (row: PlacedRow['row']): number => (row.kind === 'milestone' ? 7 : 0);
  const x1 = cols.x(leavesEnd ? source.end : source.start) + (leavesEnd ? mark(from.row) : -mark(from.row));
  const x2 = cols.x(entersStart ? target.start : target.end) + (entersStart ? -mark(to.row) : mark(to.row));
  const y1 = from.top + from.height / 2;
  const y2 = to.top + to.height / 2;
  const d = `${route(x1, y1, x2, y2, leavesEnd, entersStart, to)}`;
  return [element('path', { d, class: dependency.driving ? 'pw-dependency pw-driving' : 'pw-dependency' })];
}

/** A line with right angles only, and the head at its end. */
function route(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  right: boolean,
  intoStart: boolean,
  to: PlacedRow,
): string {
  const down = y2 > y1;
  if (right && intoStart && x2 >= x1 - 1 && to.row.kind !== 'milestone') {
    // The common case, work after work: across, then down on the bar's beginning.
    const x = x2 + 3;
    const edge = y2 + (down ? -6 : 6);
    return `M${p(x1, y1)}H${round(x)}V${round(edge)}${head(x, edge, 0, down ? -1 : 1)}`;
  }
  const out = right ? x1 + STUB : x1 - STUB;
  const into = intoStart ? x2 - STUB : x2 + STUB;
  const tip = head(x2, y2, intoStart ? -1 : 1, 0);
  const straight = right === intoStart ? (right ? into >= out : into <= out) : undefined;
  if (straight === undefined) {
    // Both ends on the same side (SS, FF): one bend outside of both.
    const x = right ? Math.max(out, into) : Math.min(out, into);
    return `M${p(x1, y1)}H${round(x)}V${round(y2)}H${round(x2)}${tip}`;
  }
  if (straight) return `M${p(x1, y1)}H${round(into)}V${round(y2)}H${round(x2)}${tip}`;
  const between = down ? to.top : to.top + to.height;
  return `M${p(x1, y1)}H${round(out)}V${round(between)}H${round(into)}V${round(y2)}H${round(x2)}${tip}`;
}

function p(x: number, y: number): string {
  return `${round(x)} ${round(y)}`;
}

/** An arrow head with its tip at (x, y); (dx, dy) points back to where the line comes from. */
function head(x: number, y: number, dx: number, dy: number): string {
  const back = 4;
  const half = 2.5;
  const left = p(x + dx * back - dy * half, y + dy * back + dx * half);
  const right = p(x + dx * back + dy * half, y + dy * back - dx * half);
  return `M${left}L${p(x, y)}L${right}`;
}
