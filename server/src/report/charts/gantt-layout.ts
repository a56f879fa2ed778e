/** The layout of a wall chart on paper: columns, rows, sheets. */
import type { Day } from '../../model/day.js';
import type { Gantt, GanttRow } from '../document.js';
import { lightSigns } from '../wording/document-words.js';
import { fitLines, textWidth } from './text-fit.js';

/** Drawn to fill an A3 sheet in landscape: its width, and the height that is left there below title, caption and signs. */
export const SHEET_WIDTH = 1280;
const SHEET_HEIGHT = 720;
export const AXIS_HEIGHT = 40;
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

export function columns(gantt: Gantt): Columns {
  const labels = gantt.rows.map((row) => textWidth(rowLabel(row), 12) + Math.min(row.depth, 6) * INDENT);
  const labelWidth = Math.min(300, Math.max(120, ...labels) + 8);
  const owners = gantt.rows.flatMap((row) => (row.owner === undefined ? [] : [textWidth(row.owner, 12)]));
  const ownerWidth = owners.length === 0 ? 0 : Math.min(110, Math.max(42, ...owners) + 8);
  const left = labelWidth + ownerWidth + 8;
  const right = SHEET_WIDTH - 84;
  const days = Math.max(1, gantt.to - gantt.from);
  const dayWidth = (right - left) / days;
  return {
    labelWidth,
    ownerAt: labelWidth + 4,
    ownerWidth,
    left,
    right,
    dayWidth,
    x: (boundary) => left + Math.min(days, Math.max(0, boundary - gantt.from)) * dayWidth,
  };
}

function rowLabel(row: GanttRow): string {
  return row.light === undefined ? row.label : `${lightSigns[row.light]} ${row.label}`;
}

/** Rows cut into sheets; a project begins a new one where less than three of its rows would fit. */
export function sheets(gantt: Gantt, { labelWidth }: Columns): readonly Sheet[] {
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
    const height = lines.length > 1 ? 36 : 26;
    const needed = row.kind === 'project' ? height + 52 : height;
    if (top + needed > SHEET_HEIGHT) close();
    placed.push({ row, lines, indent, top, height });
    top += height;
  }
  close();
  return result;
}

export function within(gantt: Gantt, boundary: Day | number): boolean {
  return boundary >= gantt.from && boundary <= gantt.to;
}
