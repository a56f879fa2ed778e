/** How papers set a table: the unit once above it, one number of decimals and one form of dates in a column. */
import type { Lang } from '../model/lang.js';
import { fromDecimalString, toDecimalString } from '../model/rational.js';
import { atOnce, mapInSteps, type Steps } from '../model/steps.js';
import type { Cell, Column, Inline, Inlines, Table, TableRow } from './document.js';
import { plainText } from './plain-text.js';
import { isIsoDay, shortDay } from './wording/long-day.js';

export interface LaidOutTable extends Table {
  /** What all money in it is in: said once above the table, and in no head. */
  readonly unit?: string;
}

/** The same table as every renderer for readers sets it. */
export function laidOut(table: Table, lang: Lang): LaidOutTable {
  return atOnce(layingOut(table, lang));
}

/** The same in steps, for tables of very many rows. */
export function* layingOut(table: Table, lang: Lang): Steps<LaidOutTable> {
  const { unit, columns } = unitOnce(table.columns);
  const forms = yield* mapInSteps(columns.entries(), ([i, column]) => columnForm(column, cellsOf(table, i), lang));
  const as = `${lang} ${forms.map((form) => form?.as ?? '').join(' ')}`;
  const formed = (cells: readonly Cell[]): readonly Cell[] => cells.map((cell, i) => forms[i]?.of(cell) ?? cell);
  return {
    ...table,
    ...(unit === undefined ? {} : { unit }),
    columns,
    rows: yield* mapInSteps(table.rows, (row) => (row.type === 'row' ? formedRow(row, as, formed) : row)),
    ...(table.totals === undefined ? {} : { totals: formed(table.totals) }),
  };
}

/** A row that is the same object again, in columns of the same form, is laid out as before: the same object, too. */
const laidOutRows = new WeakMap<TableRow, { readonly as: string; readonly row: TableRow }>();

function formedRow(row: TableRow, as: string, formed: (cells: readonly Cell[]) => readonly Cell[]): TableRow {
  const known = laidOutRows.get(row);
  if (known?.as === as) return known.row;
  const made: TableRow = { ...row, cells: formed(row.cells) };
  laidOutRows.set(row, { as, row: made });
  return made;
}

/** The unit that all money columns share, and the columns without it. */
function unitOnce(columns: readonly Column[]): { readonly unit?: string; readonly columns: readonly Column[] } {
  const units = new Set(columns.flatMap(({ kind, unit }) => (kind === 'money' ? [unit] : [])));
  const [unit] = units;
  if (units.size !== 1 || unit === undefined) return { columns };
  const without = ({ unit: _said, ...rest }: Column): Column => rest;
  return { unit, columns: columns.map((column) => (column.kind === 'money' ? without(column) : column)) };
}

function cellsOf(table: Table, i: number): readonly (Cell | undefined)[] {
  return [...table.rows.flatMap((row) => (row.type === 'row' ? [row.cells[i]] : [])), table.totals?.[i]];
}

/** What is done to every cell of a column, with a word for it; undefined where nothing is. */
interface ColumnForm {
  readonly as: string;
  readonly of: (cell: Cell) => Cell;
}

function columnForm({ kind }: Column, cells: readonly (Cell | undefined)[], lang: Lang): ColumnForm | undefined {
  switch (kind) {
    case 'money':
    case 'number':
    case 'percent':
      return figureForm(kind === 'percent', cells, lang);
    case 'date':
      return dateForm(cells, lang);
    default:
      return undefined;
  }
}

// ── Figures ─────────────────────────────────────────────────────────────────────────────────────────────────────

const FIGURE = /^([~约]?[-−+]?[\d,]*\d)(?:\.(\d+))?(%?)$/;

function decimalsIn(shown: string): number | undefined {
  const found = FIGURE.exec(shown.trim());
  return found === null ? undefined : (found[2] ?? '').length;
}

/** What a cell shows as its figure: a remark beside it, `14%（13项中8项未报）`, is none of it. */
function shownFigure({ content }: Cell, lang: Lang): string {
  return plainText(
    content.filter((inline) => inline.type !== 'muted'),
    lang,
  );
}

/** Cells are looked at each time a table is drawn. */
const decimalsOf: Readonly<Record<Lang, WeakMap<Cell, number | null>>> = { en: new WeakMap(), zh: new WeakMap() };

function decimalsShown(cell: Cell | undefined, lang: Lang): number | undefined {
  if (cell === undefined) return undefined;
  let decimals = decimalsOf[lang].get(cell);
  if (decimals === undefined) {
    decimals = decimalsIn(shownFigure(cell, lang)) ?? null;
    decimalsOf[lang].set(cell, decimals);
  }
  return decimals ?? undefined;
}

/** As many decimals in each cell as the cell that has most. */
function figureForm(percent: boolean, cells: readonly (Cell | undefined)[], lang: Lang): ColumnForm | undefined {
  const shown = cells.map((cell) => decimalsShown(cell, lang));
  const most = shown.reduce<number>((largest, decimals) => Math.max(largest, decimals ?? 0), 0);
  if (shown.every((decimals) => decimals === undefined || decimals === most)) return undefined;
  const of = (cell: Cell): Cell => {
    const decimals = decimalsShown(cell, lang);
    if (decimals === undefined || decimals === most) return cell;
    const change = (text: string): string =>
      decimalsIn(text) === undefined ? text : withDecimals(text, most, percent, cell.value);
    return { ...cell, content: eachText(cell.content, change) };
  };
  return { as: `${percent ? '%' : '.'}${most}`, of };
}

/**
 * Zeros are added only where they are true: a figure that was rounded is written again from the value behind it. A
 * percentage is said to one decimal without closing zeros, so that one zero always is.
 */
function withDecimals(text: string, most: number, percent: boolean, value: string | null | undefined): string {
  const shown = text.trim();
  const [, whole = '', fraction = '', sign = ''] = FIGURE.exec(shown) ?? [];
  const padded = `${whole}.${fraction.padEnd(most, '0')}${sign}`;
  if (typeof value !== 'string' || (percent && most === 1)) return padded;
  const exact = fromDecimalString(value)?.value;
  const said = Number(`${whole.replace(/[~约,]/g, '').replace('−', '-')}.${fraction || '0'}`);
  // Where the value is of another kind than what is shown, what is shown stays.
  if (exact === undefined || Number(toDecimalString(exact, fraction.length)) !== said) return padded;
  const [digits = '', more = ''] = toDecimalString(exact, most).replace('-', '').split('.');
  const before = /^[~约]?[-−+]?/.exec(whole)?.[0] ?? '';
  const threes = whole.includes(',') || digits.length <= 3;
  return `${before}${threes ? digits.replace(/\B(?=(?:\d{3})+$)/g, ',') : digits}.${more}${sign}`;
}

// ── Dates ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Says a year besides those of days. */
function isCoarse(text: string): boolean {
  return /\d{4}/.test(text.replace(/\d{4,}-\d\d-\d\d/g, ''));
}

/** Where some dates are coarser than a day (2026年6月底), days are written out beside them: 2026年3月31日. */
function dateForm(cells: readonly (Cell | undefined)[], lang: Lang): ColumnForm | undefined {
  const texts = cells.map((cell) => plainText(cell?.content ?? [], lang).trim());
  if (!texts.some(isCoarse)) return undefined;
  const of = (cell: Cell): Cell => ({
    ...cell,
    content: eachText(cell.content, (text) => (isIsoDay(text.trim()) ? shortDay(text.trim(), lang) : text)),
  });
  return { as: 'long', of };
}

/** Every text that is shown, also of lights and bars, through `change`. */
function eachText(content: Inlines, change: (text: string) => string): Inlines {
  return content.map((inline): Inline => {
    switch (inline.type) {
      case 'text':
        return { ...inline, text: change(inline.text) };
      case 'light':
        return inline.word === undefined ? inline : { ...inline, word: change(inline.word) };
      case 'bar':
        return inline.label === undefined ? inline : { ...inline, label: change(inline.label) };
      case 'code':
      case 'break':
        return inline;
      default:
        return { ...inline, content: eachText(inline.content, change) };
    }
  });
}
