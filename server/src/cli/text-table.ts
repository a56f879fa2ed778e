/** Tables for terminals: columns aligned by what a terminal shows of them, Chinese characters two wide. */
import { visible } from '../report/invisible-characters.js';
import { displayWidth } from './display-width.js';

export interface TextColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Wider cells are cut with an ellipsis. */
  readonly widest?: number;
}

export interface TableStyle {
  readonly head: (text: string) => string;
  readonly rule: (text: string) => string;
}

export interface TextRow {
  readonly cells: readonly string[];
  /** Colours a cell after it was padded. */
  readonly paint?: (cell: string, column: number) => string;
  /** A line over the whole width: the head of a group. */
  readonly heading?: string;
}

/** A table that is wider than the terminal is cut in its widest columns, never below this. */
const NARROWEST = 6;

/** `room`: how many columns there are; undefined where lines may be as long as they are. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly TextRow[],
  style: TableStyle,
  room?: number,
): string {
  const uncut = rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, index) => cut(visible(cell), columns[index]?.widest)),
  }));
  const widths = fitting(
    columns,
    columns.map(({ title }, index) =>
      uncut.reduce(
        (widest, { cells, heading }) =>
          heading === undefined ? Math.max(widest, displayWidth(cells[index] ?? '')) : widest,
        displayWidth(title),
      ),
    ),
    room,
  );
  const shown = uncut.map((row) => ({ ...row, cells: row.cells.map((cell, index) => cut(cell, widths[index])) }));
  const line = (cells: readonly string[], paint?: (cell: string, column: number) => string): string =>
    columns
      .map(({ align }, index) => {
        const cell = pad(cells[index] ?? '', widths[index] ?? 0, align);
        return paint === undefined ? cell : paint(cell, index);
      })
      .join('  ')
      .trimEnd();
  return [
    style.head(line(columns.map(({ title }, index) => cut(title, widths[index])))),
    style.rule(widths.map((width) => '─'.repeat(width)).join('  ')),
    ...shown.map(({ cells, paint, heading }) =>
      heading === undefined ? line(cells, paint) : style.head(visible(heading)),
    ),
  ].join('\n');
}

/** The widest columns of words give way; figures, which a cut would make others, never do. */
function fitting(columns: readonly TextColumn[], widths: readonly number[], room: number | undefined): number[] {
  const fitted = [...widths];
  const gaps = 2 * (columns.length - 1);
  for (
    let over = fitted.reduce((sum, width) => sum + width, gaps) - (room ?? Number.POSITIVE_INFINITY);
    over > 0;
    over--
  ) {
    const words = fitted.filter((_, index) => columns[index]?.align !== 'right');
    const widest = Math.max(...words);
    if (words.length === 0 || widest <= NARROWEST) break;
    const index = fitted.findLastIndex((width, at) => width === widest && columns[at]?.align !== 'right');
    fitted[index] = widest - 1;
  }
  return fitted;
}

function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'right' ? blanks + text : text + blanks;
}

function cut(text: string, widest: number | undefined): string {
  if (widest === undefined || displayWidth(text) <= widest) return text;
  let kept = '';
  for (const character of text) {
    if (displayWidth(kept + character) > widest - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
