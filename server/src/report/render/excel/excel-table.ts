/** Tables of a report in a sheet: figures as numbers, days as days, totals as formulas, heads to filter by. */
import type { CellStyle } from 'hucre/xlsx';
import type { Cell, Column, Table } from '../../document.js';
import { plainText } from '../../plain-text.js';
import { laidOut } from '../../table-layout.js';
import { fill, titleWithUnit, words } from '../../wording/document-words.js';
import { alignOf } from '../html-table.js';
import { BAND, INK, TINT } from '../paper/paper-colours.js';
import { type FigureRow, totalFormula } from './excel-totals.js';
import { decimalsOf, type ExcelValue, excelValue, textValue, wordsOf } from './excel-values.js';
import { GRID, type Sheet } from './sheet.js';

const SHADE = { type: 'pattern', pattern: 'solid', fgColor: { rgb: BAND } } as const;
const HORIZONTAL = { start: 'left', center: 'center', end: 'right' } as const;

/** `main`: its head stays in sight, repeats on paper, and filters. */
export function writeTable(whole: Table, sheet: Sheet, main: boolean): void {
  if (whole.columns.length === 0) return;
  const table = laidOut(whole, sheet.lang);
  const { columns, unit } = table;
  above(table, unit, sheet);
  const firstHead = sheet.row;
  if (columns.some(({ title }) => title !== '')) writeHead(columns, sheet);
  const lastHead = sheet.row - 1;
  const formats = columns.map((column, i) => decimalsOf(columnCells(table, i, column), sheet.lang));
  const figures: FigureRow[] = [];
  for (const row of table.rows) {
    if (row.type === 'group') writeGroup(wordsOf(row.content, sheet.lang), columns.length, sheet);
    else figures.push(writeRow(row.cells, table, formats, sheet));
  }
  const lastRow = sheet.row - 1;
  if (table.totals !== undefined) writeTotals(table.totals, table, formats, figures, sheet);
  if (main) sheet.main = { firstHead, lastHead, lastRow, columns: columns.length };
  sheet.row++;
}

function columnCells(table: Table, i: number, { kind }: Column): readonly (Cell | undefined)[] {
  if (kind !== 'money' && kind !== 'number' && kind !== 'percent') return [];
  return [...table.rows.flatMap((row) => (row.type === 'row' ? [row.cells[i]] : [])), table.totals?.[i]];
}

function above({ caption, columns }: Table, unit: string | undefined, sheet: Sheet): void {
  const last = Math.max(columns.length, 2) - 1;
  if (caption !== undefined) {
    const to = unit === undefined ? last : Math.max(0, last - 1);
    sheet.spread(textValue(caption), { font: { bold: true } }, 0, to);
  }
  if (unit !== undefined) {
    const said = fill(words.unit[sheet.lang], { unit });
    sheet.put(last, { value: said, style: { alignment: { horizontal: 'right', vertical: 'center' } } });
    sheet.want(last, said);
  }
  if (caption !== undefined || unit !== undefined) sheet.row++;
}

const HEAD: CellStyle = {
  font: { bold: true },
  fill: SHADE,
  border: GRID,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};

function writeHead(columns: readonly Column[], sheet: Sheet): void {
  const grouped = columns.some(({ group }) => group !== undefined);
  columns.forEach((column, i) => {
    const title = inLines(textValue(titleWithUnit(column, sheet.lang)));
    // A head may take two lines; the arrow of the filter takes room as well.
    sheet.want(i, title.includes('\n') ? title : title.slice(0, Math.ceil(title.length / 2)), 2);
    sheet.row += grouped ? 1 : 0;
    sheet.fit(i, `${title}　`);
    sheet.row -= grouped ? 1 : 0;
    if (!grouped) sheet.put(i, { value: title, style: HEAD });
    else {
      const above = column.group === undefined ? title : textValue(column.group);
      const first = column.group === undefined || columns[i - 1]?.group !== column.group;
      sheet.put(i, { value: first ? above : null, style: HEAD });
      sheet.row++;
      sheet.put(i, { value: column.group === undefined ? null : title, style: HEAD });
      sheet.row--;
      if (column.group === undefined) sheet.merge(i, i, 2);
      else if (first) {
        const past = columns.findIndex((other, j) => j > i && other.group !== column.group);
        const last = (past === -1 ? columns.length : past) - 1;
        if (last > i) sheet.merge(i, last);
      }
    }
  });
  sheet.row += grouped ? 2 : 1;
}

const LONG_CHINESE_HEAD = 6;

/** 与序时差（百分点） breaks before its bracket: a spreadsheet would leave the closing one alone in a line. */
function inLines(title: string): string {
  const at = title.search(/（[^（）]*）$/);
  return at > 0 && title.length > LONG_CHINESE_HEAD ? `${title.slice(0, at)}\n${title.slice(at)}` : title;
}

/** In its first cell, and running over the empty ones beside it: merged cells cannot be sorted. */
function writeGroup(words: string, columns: number, sheet: Sheet): void {
  for (let i = 0; i < columns; i++) {
    sheet.put(i, {
      value: i === 0 ? words : null,
      style: { font: { bold: true }, fill: SHADE, border: { top: GRID.top, bottom: GRID.bottom } },
    });
  }
  sheet.row++;
}

function writeRow(cells: readonly Cell[], table: Table, decimals: readonly number[], sheet: Sheet): FigureRow {
  const exact = table.columns.map((column, i) => {
    const made = excelValue(cells[i], column, decimals[i] ?? 0, sheet.lang);
    write(i, made, table.columns, sheet, cells[i], false);
    return made.exact;
  });
  const name = plainText(cells[table.headColumn ?? 0]?.content ?? [], sheet.lang);
  const depth = /^[\s\u3000]*/.exec(name)?.[0].length ?? 0;
  return { row: ++sheet.row, depth, figures: exact };
}

function writeTotals(
  cells: readonly Cell[],
  table: Table,
  decimals: readonly number[],
  rows: readonly FigureRow[],
  sheet: Sheet,
): void {
  const made = table.columns.map((column, i) => excelValue(cells[i], column, decimals[i] ?? 0, sheet.lang));
  const total: FigureRow = { row: sheet.row + 1, depth: 0, figures: made.map(({ exact }) => exact) };
  table.columns.forEach((column, i) => {
    const value = made[i];
    if (value === undefined) return;
    const formula = totalFormula(i, column.kind === 'percent', total, rows);
    write(i, value, table.columns, sheet, cells[i], true, formula);
  });
  sheet.row++;
}

function write(
  i: number,
  { value, format, light }: ExcelValue,
  columns: readonly Column[],
  sheet: Sheet,
  cell: Cell | undefined,
  bold: boolean,
  formula?: string,
): void {
  const [column, next] = [columns[i], columns[i + 1]];
  if (column === undefined) return;
  const horizontal =
    column.kind === 'date' || column.kind === 'light'
      ? 'center'
      : typeof value === 'number'
        ? 'right'
        : HORIZONTAL[alignOf(column)];
  // A figure at the end of its cell would touch a text at the start of the next one: '1上杭县'.
  const isApart = horizontal === 'right' && next !== undefined && isText(next);
  const style: CellStyle = {
    border: GRID,
    alignment: {
      horizontal,
      vertical: 'center',
      ...(isApart ? { indent: 1 } : {}),
      // What is a number shows as ##### where it has no room, and never over two lines.
      wrapText: typeof value === 'string',
    },
    ...(format === undefined ? {} : { numFmt: format }),
    ...(bold || light !== undefined
      ? { font: { ...(bold ? { bold } : {}), ...(light === undefined ? {} : { color: { rgb: INK[light] } }) } }
      : {}),
    ...(light === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: TINT[light] } } }),
  };
  sheet.put(i, formula === undefined ? { value, style } : { value, formula, formulaResult: value, style });
  if (typeof value === 'string') sheet.fit(i, value);
  const shown = plainText(cell?.content ?? [], sheet.lang);
  sheet.want(i, typeof value === 'string' ? value : shown, (typeof value === 'number' ? 1 : 0) + (isApart ? 1 : 0));
}

function isText(column: Column): boolean {
  return column.kind !== 'date' && column.kind !== 'light' && alignOf(column) === 'start';
}
