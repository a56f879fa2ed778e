/** Finds the table in a sheet: which rows are its head, what each column is headed by, where its rows begin. */
import type { Cell, Sheet } from '../spreadsheet/sheet.js';
import { meaningOf, namesSources, normalHead } from './heads.js';
import { COMPILER } from './lines-above.js';
import { unitInLine } from './money-unit.js';

export interface Table {
  readonly sheet: Sheet;
  /** The rows of the head, both ends included. */
  readonly head: { readonly top: number; readonly bottom: number };
  /** For each column the words of its head, from the top one to the bottom one; none for a column without a head. */
  readonly paths: readonly (readonly string[])[];
  /** The first row below the head that can hold a project. */
  readonly from: number;
  /** The texts above the head. */
  readonly lines: readonly string[];
}

/** Heads that nothing else has: all columns beside them may be an office's own. */
const PLAINLY: ReadonlySet<string> = new Set(['项目名称', '工程名称', 'projectname', 'projecttitle']);
const LOOKED_AT = 60;
const DEEPEST = 4;
const MOST_LINES = 6;

/** The tables of a sheet, one below the other. `isKnown`: heads that the caller gives a meaning. */
export function tablesOf(whole: Sheet, isKnown: (path: readonly string[]) => boolean): readonly Table[] {
  const tables: Table[] = [];
  let table = findTable(whole, isKnown, 0);
  while (table !== undefined) {
    const { sheet, head, from } = table;
    const heads = sheet.rows.slice(head.top, head.bottom + 1).map((row) => wordsOf(row).join('\n'));
    // A head that a printout repeats on each page is no project.
    const isRepeated = (row: Row): boolean => wordsOf(row).length > 1 && heads.includes(wordsOf(row).join('\n'));
    const rows = sheet.rows.map((row, index) => (index >= from && isRepeated(row) ? [] : row));
    const nextHead = rows.findIndex((row, index) => index >= from && isHead(row));
    const next = nextHead === -1 ? -1 : linesFrom(rows, from, nextHead);
    const rest = { ...sheet, rows: rows.map((row, index) => (index < next ? [] : row)) };
    const below = next === -1 ? undefined : findTable(rest, isKnown, next);
    tables.push({ ...table, sheet: { ...sheet, rows: below === undefined ? rows : rows.slice(0, next) } });
    table = below;
  }
  return tables;
}

type Row = Sheet['rows'][number];

function wordsOf(row: Row): readonly string[] {
  return row.flatMap((cell) => (cell === undefined || cell.text.trim() === '' ? [] : [cell.text.trim()]));
}

/** Whether a row below a table names columns itself: one of them the name of a project, most of them known. */
function isHead(row: Row): boolean {
  const words = wordsOf(row);
  if (words.length < 2) return false;
  const fields = words.flatMap((word) => meaningOf([word], false)?.field ?? []);
  if (words.some((word) => PLAINLY.has(normalHead(word))))
    return fields.length >= 2 && fields.length * 2 > words.length;
  // 编号, 项目, 总投资: words that a project may be called too, unless all of them are heads.
  return fields.includes('name') && fields.length === words.length && new Set(fields).size >= 3;
}

/** Where the lines above a further table begin: its title, and 单位：亿元. What ends the table before it is none of them. */
function linesFrom(rows: readonly Row[], from: number, head: number): number {
  let start = head;
  for (let index = head - 1; index >= from && head - index <= MOST_LINES; index--) {
    const words = wordsOf(rows[index] ?? []);
    const [first = ''] = words;
    const isBelowNothing = index === from || wordsOf(rows[index - 1] ?? []).length === 0;
    const isLine = words.length <= 3 && (words.some(isLabelled) || (words.length === 1 && isBelowNothing));
    if (words.length === 0) continue;
    if (/^[小合总共]\s*计/.test(first) || !isLine) break;
    start = index;
  }
  return start;
}

/** 单位：万元, 填报单位：市发改委: says something of the table, and heads no column. */
function isLabelled(word: string): boolean {
  return unitInLine(word) !== undefined ? /^[(（]?[^:：]*[:：][^:：]*$/.test(word) : COMPILER.test(word);
}

/** Undefined where no row from `start` on names columns of a ledger. */
function findTable(sheet: Sheet, isKnown: (path: readonly string[]) => boolean, start: number): Table | undefined {
  let best: { readonly top: number; readonly depth: number; readonly score: number } | undefined;
  const reader = new SheetReader(sheet, start);
  for (let top = start; top < Math.min(sheet.rows.length, start + LOOKED_AT); top++) {
    // What is plainly a head further down heads a further table.
    if (best !== undefined && top > best.top + best.depth && isHead(sheet.rows[best.top + best.depth - 1] ?? [])) break;
    if ((sheet.rows[top] ?? []).filter((cell) => cell !== undefined).length < 2) continue;
    for (let depth = 1; depth <= DEEPEST && top + depth <= sheet.rows.length; depth++) {
      // A head is as deep as the cells in it reach.
      if (reader.cutsMerge(top + depth)) continue;
      if (!reader.canBeHead(top, depth)) continue;
      if (depth > 1 && wordsOf(sheet.rows[top] ?? []).some(isLabelled)) continue;
      const paths = reader.paths(top, depth);
      const sources = namesSources(paths);
      const meanings = paths.map((path) => (isKnown(path) ? 'given' : meaningOf(path, sources)?.field));
      const fields = new Set(meanings.filter((field) => field !== undefined));
      if (!['name', 'id', 'count', 'given'].some((field) => fields.has(field as 'name'))) continue;
      const score = meanings.filter((field) => field !== undefined).length;
      const isNamed = paths.some((path) => PLAINLY.has(normalHead(path.at(-1) ?? '')));
      if ((score >= 2 || isNamed) && (best === undefined || score > best.score)) best = { top, depth, score };
    }
  }
  if (best === undefined) return undefined;
  const bottom = best.top + best.depth - 1;
  const paths = reader.paths(best.top, best.depth);
  const lines = sheet.rows
    .slice(0, best.top)
    .flatMap((row) => row.flatMap((cell) => (cell === undefined || cell.text.trim() === '' ? [] : [cell.text.trim()])));
  const from = isColumnNumbers(sheet.rows[bottom + 1] ?? []) ? bottom + 2 : bottom + 1;
  return { sheet, head: { top: best.top, bottom }, paths, from, lines };
}

/** A figure that is neither a year nor the number of a column. */
function isFigure(word: string): boolean {
  return /^-?\d[\d,]*(?:\.\d+)?$/.test(word) && !/^(?:\d{1,2}|(?:19|20)\d\d)$/.test(word);
}

/** 1 2 3 4, or 甲 乙 1 2: the numbers of the columns below their heads. */
function isColumnNumbers(row: readonly (Cell | undefined)[]): boolean {
  const texts = row.flatMap((cell) => (cell === undefined ? [] : [cell.text.trim()])).filter((text) => text !== '');
  const numbers = texts.filter((text) => /^\d{1,2}$/.test(text)).map(Number);
  return (
    texts.length >= 3 &&
    texts.every((text) => /^(?:\d{1,2}|[甲乙丙丁戊])$/.test(text)) &&
    numbers.length >= 2 &&
    numbers.every((number, index) => number === (numbers[0] ?? 0) + index) &&
    (numbers[0] ?? 0) <= 1
  );
}

class SheetReader {
  readonly #covering = new Map<string, { readonly top: number; readonly left: number }>();
  readonly #sheet: Sheet;
  readonly #width: number;

  constructor(sheet: Sheet, start: number) {
    this.#sheet = sheet;
    const end = start + LOOKED_AT + DEEPEST;
    this.#width = sheet.rows.slice(start, end).reduce((widest, row) => Math.max(widest, row.length), 0);
    for (const { top, left, bottom, right } of sheet.merges) {
      if (top > end || bottom < start) continue;
      for (let row = top; row <= Math.min(bottom, end); row++) {
        for (let column = left; column <= Math.min(right, this.#width); column++) {
          this.#covering.set(`${row},${column}`, { top, left });
        }
      }
    }
  }

  /** Whether a merged cell reaches over the line above `row`. */
  cutsMerge(row: number): boolean {
    return this.#sheet.merges.some(({ top, bottom }) => top < row && bottom >= row);
  }

  /** Heads over heads leave cells empty, or are merged: full rows below each other are a head and what it heads. */
  canBeHead(top: number, depth: number): boolean {
    // 48000 heads no column: above a head that is a row of another table.
    const rows = this.#sheet.rows.slice(top, top + depth);
    if (depth > 1 && rows.some((row) => wordsOf(row).some(isFigure))) return false;
    const isMerged = this.#sheet.merges.some((merge) => merge.bottom >= top && merge.top < top + depth);
    if (isMerged) return true;
    const filled = (row: number): ReadonlySet<number> =>
      new Set((this.#sheet.rows[row] ?? []).flatMap((cell, index) => (cell === undefined ? [] : [index])));
    return Array.from(
      { length: depth - 1 },
      (_, index) => [filled(top + index), filled(top + index + 1)] as const,
    ).every(
      ([above, below]) =>
        [...below].some((column) => !above.has(column)) || [...above].some((column) => !below.has(column)),
    );
  }

  paths(top: number, depth: number): readonly (readonly string[])[] {
    const rows = Array.from({ length: depth }, (_, index) => top + index);
    const isMerged = this.#sheet.merges.some((merge) => merge.bottom >= top && merge.top < top + depth);
    const text = (row: number, column: number): string => {
      const cover = this.#covering.get(`${row},${column}`);
      return (this.#sheet.rows[cover?.top ?? row]?.[cover?.left ?? column]?.text ?? '').replace(/\s+/g, ' ').trim();
    };
    return Array.from({ length: this.#width }, (_, column) => {
      const path = rows.map((row, index) => {
        const own = text(row, column);
        if (own !== '' || isMerged || index === depth - 1) return own;
        // Without merged cells: what stands to the left covers this column where something stands below.
        const below = rows.slice(index + 1).some((each) => text(each, column) !== '');
        return below
          ? leftOf(
              column,
              (at) => text(row, at),
              (at) => rows.slice(index + 1).some((each) => text(each, at) !== ''),
            )
          : '';
      });
      return path
        .flatMap((word) => (path.length > 1 ? [word] : splitHead(word)))
        .filter((word, index, all) => word !== '' && word !== all[index - 1]);
    });
  }
}

function leftOf(column: number, text: (column: number) => string, hasBelow: (column: number) => boolean): string {
  for (let at = column - 1; at >= 0; at--) {
    const word = text(at);
    if (word !== '') return hasBelow(at) ? word : '';
  }
  return '';
}

/** 资金来源-银行贷款(万元) in one cell is a head over another one. */
function splitHead(head: string): readonly string[] {
  // What a head says of itself goes on to its end, signs and all.
  if (/^(?:字段|field|来源|source)\s*[:：]/i.test(head)) return [head];
  const parts = head.split(/[-—–]+(?![^([【（]*[)\]】）])/).map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => /\p{Script=Han}/u.test(part) && normalHead(part) !== '')
    ? parts
    : [head];
}
