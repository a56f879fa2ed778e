/** Tables for terminals: columns aligned by what a terminal shows of them, Chinese characters two wide. */
import stringWidth from 'string-width';
import { visible } from '../report/invisible-characters.js';

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

export function textTable(columns: readonly TextColumn[], rows: readonly TextRow[], style: TableStyle): string {
  const shown = rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, index) => cut(visible(cell), columns[index]?.widest)),
  }));
  const widths = columns.map(({ title }, index) =>
    Math.max(
      stringWidth(title),
      ...shown.filter(({ heading }) => heading === undefined).map(({ cells }) => stringWidth(cells[index] ?? '')),
    ),
  );
  const line = (cells: readonly string[], paint?: (cell: string, column: number) => string): string =>
    columns
      .map(({ align }, index) => {
        const cell = pad(cells[index] ?? '', widths[index] ?? 0, align);
        return paint === undefined ? cell : paint(cell, index);
      })
      .join('  ')
      .trimEnd();
  return [
    style.head(line(columns.map(({ title }) => title))),
    style.rule(widths.map((width) => '─'.repeat(width)).join('  ')),
    ...shown.map(({ cells, paint, heading }) =>
      heading === undefined ? line(cells, paint) : style.head(visible(heading)),
    ),
  ].join('\n');
}

function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? blanks + text : text + blanks;
}

function cut(text: string, widest: number | undefined): string {
  if (widest === undefined || stringWidth(text) <= widest) return text;
  let kept = '';
  for (const character of text) {
    if (stringWidth(kept + character) > widest - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
