/** Which rows of a table are projects, and which are headings between them, sums and remarks below. */
import { addressOf, type Cell, type Merge } from '../spreadsheet/sheet.js';
import { oneLine } from './cell-text.js';
import type { Column } from './columns.js';
import { kindOfField } from './fields.js';
import type { Table } from './table.js';

export interface TableCell {
  readonly cell: Cell;
  readonly column: Column;
  readonly address: string;
  /** The row that it was read for, from 0. */
  readonly row: number;
  /** The rows that one cell reaches over, where it is more than this one. */
  readonly over?: { readonly first: number; readonly last: number };
  /** The cell itself says 同上: `cell` is what stands above it. */
  readonly asAbove?: true;
}

export type Row =
  | {
      readonly type: 'project';
      readonly index: number;
      readonly cells: readonly TableCell[];
      readonly section: Section | undefined;
    }
  /** Another row of the project above: its name reaches down to here. */
  | { readonly type: 'more'; readonly index: number; readonly cells: readonly TableCell[] }
  | { readonly type: 'section'; readonly index: number; readonly section: Section; readonly address: string }
  | {
      /** `struck`: a project whose name is struck through. */
      readonly type: 'total' | 'footnote' | 'nameless' | 'struck';
      readonly index: number;
      readonly cells: readonly TableCell[];
      readonly label: string;
    };

export interface Section {
  readonly name: string;
  readonly level: number;
  readonly in: Section | undefined;
}

const NUMBERING = '[(（]?[一二三四五六七八九十]{1,3}[)）]?';
const NUMBER = new RegExp(`^${NUMBERING}[、.．]?$`);
const NUMBERED = new RegExp(`^(${NUMBERING})[、.．\\s]\\s*(.+)$|^([(（][一二三四五六七八九十]{1,3}[)）])\\s*(.+)$`);
const TOTAL =
  /^(?:[一二三四五六七八九十]+[、.．])?(?:小计|合计|总计|共计|累计)|^.{1,10}(?:小计|合计)[:：]?$|^(?:sub-?|grand ?)?totals?[:：]?$/i;
/** Of what stands before the name: 市交通局 汇总, as a spreadsheet's own subtotals say it. */
const GROUP_TOTAL = /^.{1,20}汇总$|^.{1,40} total$/i;
/** 同上, by a word or by the sign for it. */
export const AS_ABOVE = /^(?:同上|同前|[〃″"＂]|''|ditto|do\.)[。.]?$/i;
const FOOTNOTE =
  /^(?:注|备注|说明|填报|填表|制表|审核|联系人|单位负责人|报送|附注|数据来源|来源|notes?|sources?)(?:[单位人说明日期时间]*)[:：]/i;

export function rowsOf(table: Table, columns: readonly Column[]): readonly Row[] {
  const { sheet, from } = table;
  const covers = coversBelow(sheet.merges, from);
  const identity = columns.filter(({ field }) => kindOfField(field) === 'identity').map(({ index }) => index);
  const rows: Row[] = [];
  let section: Section | undefined;
  const above = new Map<Column, Cell>();
  let isStruck = false;
  for (let index = from; index < sheet.rows.length; index++) {
    const cells = columns.flatMap((column): TableCell[] => {
      const cover = covers.get(`${index},${column.index}`);
      const top = cover?.top ?? index;
      const cell = sheet.rows[top]?.[cover?.left ?? column.index];
      // A cell that reaches to the side stands in its first column only.
      if (cell === undefined || (cover !== undefined && cover.left !== column.index)) return [];
      if (cell.text.trim() === '' && cell.broken === undefined) return [];
      const over =
        cover !== undefined && cover.bottom > cover.top ? { over: { first: cover.top, last: cover.bottom } } : {};
      const base = { column, address: addressOf(top, column.index), row: index, ...over };
      const isAmount = ['money', 'report-money'].includes(kindOfField(column.field));
      // An amount is not counted twice because somebody was short of words.
      const meant = !isAmount && AS_ABOVE.test(cell.text.trim()) ? above.get(column) : undefined;
      return [meant === undefined ? { ...base, cell } : { ...base, cell: meant, asAbove: true }];
    });
    const own = cells.filter(({ over }) => over === undefined || over.first === index);
    const first = own[0];
    if (first === undefined) continue;
    const label = oneLine(first.cell.text);
    const named = cells.filter(({ column }) => identity.includes(column.index));
    const heading = headingOf(own, columns, identity, sheet.merges, index);
    if (heading !== undefined) {
      if (heading.type === 'total') rows.push({ type: 'total', index, cells: own, label });
      else if (heading.type === 'footnote') {
        const text = own.map(({ cell }) => oneLine(cell.text)).join(' ');
        rows.push({ type: 'footnote', index, cells: own, label: text });
      } else {
        while (section !== undefined && section.level >= heading.level) section = section.in;
        section = { name: heading.name, level: heading.level, in: section };
        rows.push({ type: 'section', index, section, address: first.address });
      }
    } else if (named.length === 0) {
      rows.push({ type: 'nameless', index, cells: own, label });
    } else if (
      named.some(({ over }) => over !== undefined && over.first < index) &&
      named.every((each) => !own.includes(each))
    ) {
      for (const { column, cell } of own) above.set(column, cell);
      if (!isStruck) rows.push({ type: 'more', index, cells: own });
    } else {
      above.clear();
      for (const { column, cell } of cells) above.set(column, cell);
      isStruck = isTakenBack(named);
      rows.push(
        isStruck ? { type: 'struck', index, cells, label: nameIn(named) } : { type: 'project', index, cells, section },
      );
    }
  }
  return rows;
}

/** By its name, where it has one: a number that is struck through is only a number. */
function isTakenBack(named: readonly TableCell[]): boolean {
  const names = named.filter(({ column }) => column.field === 'name');
  return (names.length === 0 ? named : names).every(({ cell }) => cell.struck === true);
}

function nameIn(named: readonly TableCell[]): string {
  const name = named.find(({ column }) => column.field === 'name') ?? named[0];
  return name === undefined ? '' : oneLine(name.cell.text);
}

type Heading =
  | { readonly type: 'total' }
  | { readonly type: 'footnote' }
  | { readonly type: 'section'; readonly name: string; readonly level: number };

function headingOf(
  cells: readonly TableCell[],
  columns: readonly Column[],
  identity: readonly number[],
  merges: readonly Merge[],
  row: number,
): Heading | undefined {
  const [first, second] = cells;
  if (first === undefined) return undefined;
  const label = oneLine(first.cell.text);
  const name = cells.find(({ column }) => identity.includes(column.index));
  const leading = cells.filter(({ column }) => column.index <= (name?.column.index ?? first.column.index)).slice(0, 3);
  if (leading.some(({ cell }) => TOTAL.test(oneLine(cell.text).replace(/\s/g, '')))) return { type: 'total' };
  const isOfGroup = ({ cell, column }: TableCell): boolean =>
    !identity.includes(column.index) && GROUP_TOTAL.test(oneLine(cell.text));
  if (name === undefined && leading.some(isOfGroup)) return { type: 'total' };
  if (FOOTNOTE.test(label) && cells.length <= 2) return { type: 'footnote' };
  // Figures of a section, and how many projects it has, may stand beside its name.
  const isBare = cells
    .filter((each) => each !== first && each !== second)
    .every(
      ({ column, cell }) =>
        ['money', 'report-money'].includes(kindOfField(column.field)) || /^[\d.,%]+(?:个|项)?$/.test(cell.text.trim()),
    );
  if (!isBare) return undefined;
  if (NUMBER.test(label) && second !== undefined && first.column !== name?.column) {
    return { type: 'section', name: sectionName(second.cell.text), level: levelOf(label) };
  }
  const numbered = NUMBERED.exec(label);
  const secondIsFigure = second === undefined || /^[\d.,]+(?:个|项)?$/.test(second.cell.text.trim());
  if (numbered !== null && secondIsFigure) {
    return { type: 'section', name: sectionName(numbered[2] ?? numbered[4] ?? ''), level: levelOf(label) };
  }
  if (second !== undefined) return undefined;
  const width = merges.find(({ top, left }) => top === row && left === first.column.index);
  const reaches = width === undefined ? 1 : width.right - width.left + 1;
  const isAside = !identity.includes(first.column.index) && columns.length > 3 && first.column.field !== 'note';
  if (reaches > 2 || isAside)
    return label.length > 40 ? { type: 'footnote' } : { type: 'section', name: sectionName(label), level: 1 };
  return undefined;
}

/** 一、 holds （一）. */
function levelOf(label: string): number {
  return /^[(（]/.test(label) ? 2 : 1;
}

/** 产业项目（81个） is 产业项目. */
function sectionName(text: string): string {
  return oneLine(text)
    .replace(/[(（](?:共|计|合计)?\s*\d+\s*(?:个|项|家)?(?:项目)?[)）]$/, '')
    .replace(/[:：]$/, '')
    .trim();
}

function coversBelow(merges: readonly Merge[], from: number): ReadonlyMap<string, Merge> {
  const covers = new Map<string, Merge>();
  for (const merge of merges) {
    if (merge.bottom < from || merge.top < from) continue;
    // A cell over thousands of rows is the sheet's frame, not a table's cell.
    if ((merge.bottom - merge.top + 1) * (merge.right - merge.left + 1) > 20_000) continue;
    for (let row = merge.top; row <= merge.bottom; row++) {
      for (let column = merge.left; column <= merge.right; column++) covers.set(`${row},${column}`, merge);
    }
  }
  return covers;
}
