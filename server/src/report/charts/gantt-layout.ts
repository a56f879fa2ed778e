/** The layout of a wall chart on paper: columns, rows, sheets. */
import type { Day } from '../../model/day.js';
import type { DaySpan, Gantt, GanttRow } from '../document.js';
import { lightSigns } from '../wording/document-words.js';
import { heightOf, type SheetSize } from './sheet-size.js';
import { fitLines, textWidth } from './text-fit.js';

export const AXIS_HEIGHT = 40;
/** How far the time ends before the edge: the slack's figures stand there. */
const SLACK_WIDTH = 84;
const INDENT = 14;

export interface PlacedRow {
  readonly row: GanttRow;
  readonly lines: readonly string[];
  readonly indent: number;
  readonly top: number;
  readonly height: number;
}

export interface Sheet {
  readonly rows: readonly PlacedRow[];
  readonly height: number;
}

/** Where the columns are, in px from the left: label, owner, the time from `left` to `right`, slack. */
export interface Columns {
  readonly labelWidth: number;
  readonly ownerAt: number;
  readonly ownerWidth: number;
  readonly left: number;
  readonly right: number;
  readonly x: (boundary: number) => number;
  readonly dayWidth: number;
}

export function columns(gantt: Gantt, { width }: SheetSize): Columns {
  // Charts have more rows than a call may have arguments.
  let widest = 120;
  let widestOwner = 0;
  for (const row of gantt.rows) {
    widest = Math.max(widest, textWidth(rowLabel(row), 12) + Math.min(row.depth, 6) * INDENT);
    if (row.owner !== undefined) widestOwner = Math.max(widestOwner, 42, textWidth(row.owner, 12));
  }
  const labelWidth = Math.min(300, widest + 8);
  const ownerWidth = widestOwner === 0 ? 0 : Math.min(110, widestOwner + 8);
  const left = labelWidth + ownerWidth + 8;
  const right = width - SLACK_WIDTH;
  return { labelWidth, ownerAt: labelWidth + 4, ownerWidth, ...timeColumns(gantt, left, right) };
}

/** The time from `left` to `right`; what lies outside of the picture is at its edge. */
export function timeColumns(
  { from, to }: Gantt,
  left: number,
  right: number,
): Pick<Columns, 'left' | 'right' | 'dayWidth' | 'x'> {
  const days = Math.max(1, to - from);
  const dayWidth = (right - left) / days;
  return {
    left,
    right,
    dayWidth,
    x: (boundary) => left + Math.min(days, Math.max(0, boundary - from)) * dayWidth,
  };
}

export function rowLabel(row: GanttRow): string {
  return row.light === undefined ? row.label : `${lightSigns[row.light]} ${row.label}`;
}

/** Of a row whose name stands on one line. */
export const ROW_HEIGHT = 26;

/**
 * Rows cut into sheets; a project begins a new one where less than three of its rows would fit. Undefined where more than
 * `most` would be taken, as soon as that is known.
 */
export function sheets(
  gantt: Gantt,
  { labelWidth }: Columns,
  size: SheetSize,
  most: number,
): readonly Sheet[] | undefined {
  const result: Sheet[] = [];
  let placed: PlacedRow[] = [];
  let top = AXIS_HEIGHT;
  const close = (): void => {
    if (placed.length > 0) result.push({ rows: placed, height: top + 6 });
    placed = [];
    top = AXIS_HEIGHT;
  };
  for (const row of gantt.rows) {
    const indent = Math.min(row.depth, 6) * INDENT;
    const lines = fitLines(rowLabel(row), labelWidth - indent - 6, row.kind === 'project' ? 12.5 : 12, 2);
    const height = lines.length > 1 ? 36 : ROW_HEIGHT;
    // A group's head stands with the first of its projects, and that one with some of its rows.
    const needed = height + (isHeading(row) ? ROW_HEIGHT + 52 : row.kind === 'project' ? 52 : 0);
    if (top + needed > heightOf(result.length, size)) close();
    if (result.length === most) return undefined;
    placed.push({ row, lines, indent, top, height });
    top += height;
  }
  close();
  return result;
}

/** The head of a group, which has nothing of its own to show. */
export function isHeading({ kind, depth, plan, forecast, actual, due }: GanttRow): boolean {
  return kind === 'summary' && depth === 0 && [plan, forecast, actual, due].every((each) => each === undefined);
}

export function within(gantt: Gantt, boundary: Day | number): boolean {
  return boundary >= gantt.from && boundary <= gantt.to;
}

/** What of a row lies in the picture: bars that reach over its edge end there, and what lies outside is not drawn. */
export function inPicture({ from, to, ...gantt }: Gantt, row: GanttRow): GanttRow {
  if (row.before === undefined && row.beyond === undefined) return row;
  const { plan, forecast, actual, due, ...rest } = row;
  const seen = (span: DaySpan | undefined): span is DaySpan => span !== undefined && span.end > from && span.start < to;
  return {
    ...rest,
    ...(seen(plan) ? { plan } : {}),
    ...(seen(forecast) ? { forecast } : {}),
    ...(seen(actual) ? { actual } : {}),
    ...(due !== undefined && within({ from, to, ...gantt }, due + 1) ? { due } : {}),
  };
}
