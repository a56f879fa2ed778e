/** Tables in HTML reports. */
import { atOnce, type Steps } from '../../model/steps.js';
import type { Cell, Column, GroupRow, Table, TableRow } from '../document.js';
import { PAPER_SIZE } from '../paper.js';
import { plainText } from '../plain-text.js';
import { isSortable } from '../sorted-table.js';
import { layingOut } from '../table-layout.js';
import { fill, words } from '../wording/document-words.js';
import { escapeHtml } from './escape-html.js';
import { type HtmlContext, idAttribute, originAttributes, renderInlines } from './html-inlines.js';
import { columnNeeds } from './paper/column-fit.js';

/** Beyond so many columns a table scrolls inside its box on the screen and lies across on paper. */
const WIDE_FROM = 10;

export function isWide({ columns }: Table): boolean {
  return columns.length >= WIDE_FROM;
}

/** On paper, in points: the font of tables, the room of a page that lies across beside A4's, what a cell keeps free. */
const PRINTED = 9;
const SMALLEST = 5;
const CELL_SIDES = { usual: 1.3 * PRINTED, narrow: 0.6 * PRINTED };
const POINTS = 72 / 25.4;
const MARGINS = 28;

/**
 * The font's size at which the columns have room on the paper; undefined where they have it as they are. A browser makes
 * a page smaller only so far, and then cuts the table at the edge.
 */
function fittedSize(table: Table, { lang, paper, focusable }: HtmlContext): number | undefined {
  if (focusable || !isWide(table)) return undefined;
  const room = (PAPER_SIZE[paper ?? 'A4'].long - MARGINS) * POINTS;
  const words = columnNeeds(table, PRINTED, lang).reduce((sum, { least }) => sum + least, 0);
  if (words + table.columns.length * CELL_SIDES.usual <= room) return undefined;
  const needed = words + table.columns.length * CELL_SIDES.narrow;
  return Math.min(PRINTED, Math.max(SMALLEST, Math.floor(((PRINTED * room) / needed) * 10) / 10));
}

/** A table with its head in one or two rows, row and group heads that are announced, and a foot for the totals. */
export function renderTable(whole: Table, context: HtmlContext): string {
  return atOnce(renderingTable(whole, context));
}

/** The same in steps, for tables of very many rows. */
export function* renderingTable(whole: Table, context: HtmlContext): Steps<string> {
  const table = yield* layingOut(whole, context.lang);
  const wide = isWide(table) ? ' pw-wide' : '';
  const unit = table.unit === undefined ? undefined : fill(words.unit[context.lang], { unit: table.unit });
  const rows = yield* bodies(table, context);
  const foot =
    table.totals === undefined
      ? ''
      : `<tfoot><tr${originAttributes(table.totalsOrigin, context.focusable)}>${cells(table, table.totals, context)}</tr></tfoot>`;
  const sorts = context.focusable && isSortable(table);
  const head = table.columns.some((column) => column.title !== '')
    ? `<thead>${headRows(table, sorts, context)}</thead>`
    : '';
  const size = fittedSize(table, context);
  const fit = size === undefined ? '' : ` style="--pw-fit: ${size}pt"`;
  const label = table.caption === undefined ? '' : ` role="region" aria-label="${escapeHtml(table.caption)}"`;
  return (
    `<div class="pw-table-box${wide}"${idAttribute(table.anchor)}${label}>` +
    `<table class="pw-table"${fit}>${caption(table.caption, unit)}${head}${rows}${foot}</table></div>`
  );
}

/** What the table is to the left, what its money is in to the right. */
function caption(title: string | undefined, unit: string | undefined): string {
  if (title === undefined && unit === undefined) return '';
  const said = unit === undefined ? '' : `<span class="pw-unit">${escapeHtml(unit)}</span>`;
  return `<caption>${escapeHtml(title ?? '')}${said}</caption>`;
}

export function alignOf(column: Column): 'start' | 'center' | 'end' {
  if (column.align !== undefined) return column.align;
  return column.kind === 'number' || column.kind === 'percent' || column.kind === 'money' ? 'end' : 'start';
}

/** From so many letters on a head takes two lines, so that there is room for words. */
const LONG_HEAD = 13;

/** From so many letters on a cell is read as prose, which a narrow column would break into many lines. */
const PROSE = { en: 40, zh: 24 };
/** With so many columns a table is wider than a panel beside the text, so that nothing is won by narrow ones. */
const WIDER_THAN_PANEL = 6;
const LOOKED_AT = 100;

/** In a panel, where a table may be wider than its box. On a page every column has to give way. */
function isProse({ columns, rows }: Table, index: number, { lang }: HtmlContext): boolean {
  const column = columns[index];
  if (columns.length < WIDER_THAN_PANEL || column === undefined || !(column.wrap ?? column.kind === 'text'))
    return false;
  return rows
    .slice(0, LOOKED_AT)
    .some((row) => row.type !== 'group' && plainText(row.cells[index]?.content ?? [], lang).length >= PROSE[lang]);
}

function columnClass(column: Column | undefined, isLong = false, isProse = false): string {
  if (column === undefined) return '';
  const wrap = (column.wrap ?? column.kind === 'text') ? 'pw-wrap' : 'pw-nowrap';
  return ` class="pw-${alignOf(column)} pw-k-${column.kind} ${wrap}${isLong ? ' pw-long' : ''}${isProse ? ' pw-prose' : ''}"`;
}

/** `sorts`: a reader can put the rows in the order of a column by its head. */
function headRows(table: Table, sorts: boolean, context: HtmlContext): string {
  const { columns, order } = table;
  const unit = (column: Column): string =>
    column.unit === undefined ? '' : ` <span class="pw-unit">${escapeHtml(column.unit)}</span>`;
  const single = (column: Column, i: number, rows: number): string => {
    const title = `${escapeHtml(column.title)}${unit(column)}`;
    const button =
      sorts && column.title !== '' ? `<button type="button" class="pw-sort" tabindex="-1">${title}</button>` : title;
    return `<th scope="col"${rows > 1 ? ` rowspan="${rows}"` : ''}${columnClass(column, column.title.length >= LONG_HEAD, context.focusable && isProse(table, i, context))}${sorts ? sorting(order, i) : ''}>${button}</th>`;
  };
  if (!columns.some((column) => column.group !== undefined)) {
    return `<tr>${columns.map((column, i) => single(column, i, 1)).join('')}</tr>`;
  }
  let upper = '';
  let lower = '';
  columns.forEach((column, i) => {
    if (column.group === undefined) {
      upper += single(column, i, 2);
      return;
    }
    lower += single(column, i, 1);
    if (i > 0 && columns[i - 1]?.group === column.group) return;
    const past = columns.findIndex((other, j) => j > i && other.group !== column.group);
    const span = (past === -1 ? columns.length : past) - i;
    upper += `<th scope="colgroup" colspan="${span}" class="pw-center pw-column-group">${escapeHtml(column.group)}</th>`;
  });
  return `<tr>${upper}</tr><tr>${lower}</tr>`;
}

function sorting(order: Table['order'], column: number): string {
  const how = order?.column !== column ? 'none' : order.descending ? 'descending' : 'ascending';
  return ` data-column="${column}" aria-sort="${how}"`;
}

/** One `tbody` a group, so that the group's head stands for exactly its rows. */
function* bodies(table: Table, context: HtmlContext): Steps<string> {
  const { lang, live, focusable } = context;
  const as = focusable
    ? `${lang} ${live} ${table.headColumn ?? 0} ${table.columns.map((column) => columnClass(column)).join()}`
    : '';
  let written = '';
  let open = false;
  for (const row of table.rows) {
    if (row.type === 'group' || !open) {
      written += open ? '</tbody><tbody>' : '<tbody>';
      open = true;
    }
    written += row.type === 'group' ? groupRow(row, table.columns.length, context) : keptRow(table, row, as, context);
    yield;
  }
  return open ? `${written}</tbody>` : '';
}

function groupRow(row: GroupRow, span: number, context: HtmlContext): string {
  const origin = originAttributes(row.origin, context.focusable);
  const inner = `<span class="pw-stay">${renderInlines(row.content, context)}</span>`;
  return `<tr class="pw-group pw-group-${row.level ?? 1}"${origin}><th scope="rowgroup" colspan="${span}">${inner}</th></tr>`;
}

/** What a preview drew last: a row that is the same object again, in columns that look the same, looks the same again. */
const drawnRows = new WeakMap<TableRow, { readonly as: string; readonly html: string }>();

/** `as`: how rows of the table look; empty where they are drawn once. */
function keptRow(table: Table, row: TableRow, as: string, context: HtmlContext): string {
  if (as === '') return bodyRow(table, row, context);
  const known = drawnRows.get(row);
  if (known?.as === as) return known.html;
  const html = bodyRow(table, row, context);
  drawnRows.set(row, { as, html });
  return html;
}

function bodyRow(table: Table, row: TableRow, context: HtmlContext): string {
  const attributes = `${idAttribute(row.anchor)}${originAttributes(row.origin, context.focusable)}`;
  return `<tr${attributes}>${cells(table, row.cells, context)}</tr>`;
}

function cells(table: Table, row: readonly Cell[], context: HtmlContext): string {
  return table.columns
    .map((column, i) => {
      const keepsDays = column.wrap ?? column.kind === 'text';
      const inner = renderInlines(row[i]?.content ?? [], keepsDays ? { ...context, keepsDays } : context);
      const head = i === (table.headColumn ?? 0);
      const attributes = `${columnClass(column)}${originAttributes(row[i]?.origin, context.focusable)}`;
      return head ? `<th scope="row"${attributes}>${inner}</th>` : `<td${attributes}>${inner}</td>`;
    })
    .join('');
}
