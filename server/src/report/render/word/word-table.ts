/** Tables of Word: heads that repeat, rows that stay whole, the unit once above, a full grid. */
import {
  AlignmentType,
  Bookmark,
  Paragraph,
  type ParagraphChild,
  Tab,
  TableCell,
  TableLayoutType,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  TableRow as WordRow,
  Table as WordTable,
} from 'docx';
import type { Lang } from '../../../model/lang.js';
import type { Cell, Column, Inlines, Table, TableRow } from '../../document.js';
import { laidOut } from '../../table-layout.js';
import { fill, titleWithUnit, words } from '../../wording/document-words.js';
import { alignOf } from '../html-table.js';
import { type ColumnNeed, columnNeeds, fitColumns } from '../paper/column-fit.js';
import { BAND } from '../paper/paper-colours.js';
import type { WordContext } from './word-context.js';
import { runsOf, textRun } from './word-inlines.js';
import { CELL_SIDES, TABLE_SIZE, TABLE_STYLE } from './word-styles.js';

const ALIGN = { start: AlignmentType.LEFT, center: AlignmentType.CENTER, end: AlignmentType.RIGHT } as const;
const SHADE = { fill: BAND } as const;
const TWIPS = 20;
/** Smaller than this no table text is set; what has no room even then wraps. */
const SMALLEST = 7;

/** So many rows stay with the last one: a total alone on a page says nothing. */
const KEPT = 2;
/** A table of so few rows is not broken at all. */
const WHOLE = 8;

/** A caption or unit line, if the table has one, and the table. `noted`: a remark follows, which it stays with. */
export function tableBlocks(whole: Table, context: WordContext, noted = false): readonly (Paragraph | WordTable)[] {
  if (whole.columns.length === 0) return [];
  const table = laidOut(whole, context.lang);
  const { columns, unit } = table;
  const { widths, size } = widthsOf(table, context);
  const look = size === TABLE_SIZE ? {} : { size: size * 2 };
  const cells = (row: readonly Cell[], bold: boolean, keepNext: boolean, marked?: string): readonly TableCell[] =>
    columns.map((column, i) => {
      const content = row[i]?.content ?? [];
      const children = runsOf(content, context, { ...look, ...(bold ? { bold } : {}) });
      return new TableCell({
        verticalAlign: VerticalAlignTable.CENTER,
        width: { size: widths[i] ?? 0, type: WidthType.DXA },
        children: [
          new Paragraph({
            style: 'TableText',
            keepNext,
            alignment: ALIGN[alignOf(column)],
            children: i === 0 && marked !== undefined ? [new Bookmark({ id: marked, children })] : children,
          }),
        ],
      });
    });
  const bookmark = (row: TableRow): string | undefined =>
    row.anchor === undefined ? undefined : context.bookmarks.get(row.anchor);
  const last = table.rows.length - (table.totals === undefined ? 1 : 0);
  const keepsNext = (row: number): boolean => (row < last ? last < WHOLE || row >= last - KEPT : noted);
  const rows = [
    ...(columns.some(({ title }) => title !== '') ? headRows(columns, widths, look, context.lang) : []),
    ...table.rows.map((row, i) =>
      row.type === 'row'
        ? new WordRow({ cantSplit: true, children: cells(row.cells, false, keepsNext(i), bookmark(row)) })
        : groupRow(row.content, columns.length, context, look),
    ),
    ...(table.totals === undefined
      ? []
      : [new WordRow({ cantSplit: true, children: cells(table.totals, true, noted) })]),
  ];
  return [...aboveTable(table.caption, unit, context), gridTable(rows, widths)];
}

export function gridTable(rows: readonly WordRow[], widths: readonly number[]): WordTable {
  return new WordTable({
    style: TABLE_STYLE,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows,
  });
}

/** The widths in twips, and the font's size in points: smaller where the columns ask for more than there is. */
function widthsOf(
  table: Table,
  { room, lang }: WordContext,
): { readonly widths: readonly number[]; readonly size: number; readonly needs: readonly ColumnNeed[] } {
  const inner = room - CELL_SIDES * table.columns.length;
  for (let size = TABLE_SIZE; ; size -= 0.5) {
    const needs = columnNeeds(table, size * TWIPS, lang);
    const { widths, scale } = fitColumns(needs, inner);
    if (scale < 1 && size > SMALLEST) continue;
    return { widths: widths.map((width) => Math.round(width + CELL_SIDES)), size, needs };
  }
}

/** So many lines in a cell make a table hard to read upright. */
const MOST_LINES = 4;
const NARROW_FROM = 6;

/**
 * Whether a table asks for a sheet that lies across: upright, its columns would have to break what belongs together, or be
 * so narrow that what they say stands on end.
 */
export function isWide(table: Table, context: WordContext): boolean {
  const { columns } = table;
  if (columns.length >= 10) return true;
  const { widths, size, needs } = widthsOf(laidOut(table, context.lang), context);
  if (size < TABLE_SIZE) return true;
  return (
    columns.length >= NARROW_FROM &&
    needs.some(({ body }, i) => body > MOST_LINES * Math.max(1, (widths[i] ?? 0) - CELL_SIDES))
  );
}

/** The caption to the left, the unit to the right. */
export function aboveTable(
  caption: string | undefined,
  unit: string | undefined,
  { lang, room }: WordContext,
): readonly Paragraph[] {
  if (caption === undefined && unit === undefined) return [];
  const said =
    unit === undefined ? [] : [textRun(fill(words.unit[lang], { unit }), { bold: false, size: TABLE_SIZE * 2 })];
  if (caption === undefined) {
    return [new Paragraph({ style: 'TableCaption', alignment: AlignmentType.RIGHT, children: said })];
  }
  return [
    new Paragraph({
      style: 'TableCaption',
      tabStops: [{ type: TabStopType.RIGHT, position: room }],
      children:
        unit === undefined ? [textRun(caption)] : [textRun(caption), new TextRun({ children: [new Tab()] }), ...said],
    }),
  ];
}

function headRows(
  columns: readonly Column[],
  widths: readonly number[],
  look: { readonly size?: number },
  lang: Lang,
): readonly WordRow[] {
  const cell = (text: string, width: number, more: { rowSpan?: number; columnSpan?: number } = {}): TableCell =>
    new TableCell({
      ...more,
      shading: SHADE,
      verticalAlign: VerticalAlignTable.CENTER,
      width: { size: width, type: WidthType.DXA },
      children: [new Paragraph({ style: 'TableHead', keepNext: true, children: [textRun(text, look)] })],
    });
  const titled = (column: Column): string => titleWithUnit(column, lang);
  const grouped = columns.some(({ group }) => group !== undefined);
  const lower: TableCell[] = [];
  const upper = columns.flatMap((column, i): TableCell[] => {
    const width = widths[i] ?? 0;
    if (column.group === undefined) return [cell(titled(column), width, grouped ? { rowSpan: 2 } : {})];
    lower.push(cell(titled(column), width));
    if (i > 0 && columns[i - 1]?.group === column.group) return [];
    const past = columns.findIndex((other, j) => j > i && other.group !== column.group);
    const span = (past === -1 ? columns.length : past) - i;
    const wide = widths.slice(i, i + span).reduce((sum, each) => sum + each, 0);
    return [cell(column.group, wide, { columnSpan: span })];
  });
  const row = (children: readonly TableCell[]): WordRow =>
    new WordRow({ tableHeader: true, cantSplit: true, children });
  return grouped ? [row(upper), row(lower)] : [row(upper)];
}

function groupRow(content: Inlines, span: number, context: WordContext, look: { readonly size?: number }): WordRow {
  const children: readonly ParagraphChild[] = runsOf(content, context, { ...look, bold: true });
  return new WordRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: span,
        shading: SHADE,
        children: [new Paragraph({ style: 'TableText', keepNext: true, children })],
      }),
    ],
  });
}
