/** What the cells of a column are that the language has no word for, and each of them as a value of that. */
import type { FieldType } from '../../../../grammar/field-words.js';
import type { MoneyValue } from '../../model/money.js';
import type { Period } from '../../model/period.js';
import type { Cell } from '../spreadsheet/sheet.js';
import { readAmount, saysNothing } from './amounts.js';
import { clean, oneLine } from './cell-text.js';
import { readDate } from './dates.js';
import { nameOf } from './gathering.js';
import { type MoneyUnit, moneyUnit } from './money-unit.js';

export type OwnValue =
  | { readonly type: 'text'; readonly text: string }
  /** Digits as they are written, without separators; a percent with its sign. */
  | { readonly type: 'number' | 'percent'; readonly digits: string }
  | { readonly type: 'money'; readonly value: MoneyValue }
  | { readonly type: 'date'; readonly period: Period }
  | { readonly type: 'choice'; readonly name: string };

/** A cell below an own head, and the unit that the head says its amounts are in. */
export interface OwnCell {
  readonly cell: Cell;
  readonly unit: MoneyUnit | undefined;
}

export interface OwnType {
  readonly type: FieldType;
  /** Of numbers that all say it themselves: 120亩. */
  readonly unit?: string;
  readonly choices: readonly string[];
}

const NUMBER = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;
const WITH_UNIT = /^([\d,.]+)\s*([\p{L}²³/]{1,6})$/u;
/** More digits than that are a telephone number or a code, whatever the head says. */
const MOST_DIGITS = 10;
const CODES = /号|编码|代码|电话|手机|邮编|序|\b(?:code|phone|tel|id|ref|no|zip)\b/i;
const DATES = /日期|时间|时限|年月|年份|期限|\b(?:date|day|month|year|when)\b/i;
/** Few words that come again and again. */
const CHOICE = { rows: 6, most: 12, longest: 16, times: 3 } as const;

/** The narrowest type that every cell fits without losing a word; `head` settles what digits alone leave open. */
export function typeOfCells(cells: readonly OwnCell[], head: string): OwnType {
  const said = cells.filter(({ cell }) => !saysNothing(clean(cell.text)));
  const is = (test: (each: OwnCell) => boolean): boolean => said.length > 0 && said.every(test);
  const plain = { choices: [] };
  if (said.length > 0) {
    if (is(({ cell }) => readsAsDate(cell, head)) && !is(({ cell }) => isBareYear(cell, head)))
      return { type: 'date', ...plain };
    if (is(({ cell }) => percentOf(cell) !== undefined)) return { type: 'percent', ...plain };
    if (
      is((each) => moneyOf(each) !== undefined) &&
      said.some(({ cell, unit }) => unit !== undefined || !isDigits(cell))
    )
      return { type: 'money', ...plain };
    if (!CODES.test(head) && is(({ cell }) => isFigure(cell))) return { type: 'number', ...plain };
    const unit = commonUnit(said);
    if (unit !== undefined) return { type: 'number', unit, ...plain };
  }
  const choices = choicesOf(cells);
  return choices === undefined ? { type: 'text', ...plain } : { type: 'choice', choices };
}

/**
 * A cell as a value of `type`; undefined where it is none. `choices`: those that there are, undefined where any will do.
 */
export function ownValueOf(
  { cell, unit }: OwnCell,
  type: FieldType,
  head: string,
  choices?: readonly string[],
): OwnValue | undefined {
  const text = clean(cell.text);
  switch (type) {
    case 'text':
      return { type, text };
    case 'number': {
      const plain = text.normalize('NFKC');
      const digits = WITH_UNIT.exec(plain)?.[1] ?? plain;
      return NUMBER.test(digits) ? { type, digits: digits.replaceAll(',', '') } : undefined;
    }
    case 'percent': {
      const digits = percentOf(cell);
      return digits === undefined ? undefined : { type, digits };
    }
    case 'money': {
      const value = moneyOf({ cell, unit });
      return value === undefined ? undefined : { type, value };
    }
    case 'date': {
      const read = readDate(cell, undefined);
      return read.ok && read.rest !== true && readsAsDate(cell, head) ? { type, period: read.period } : undefined;
    }
    case 'choice': {
      const name = nameOf(text);
      const known = choices?.find((each) => each.normalize('NFKC') === name.normalize('NFKC'));
      if (choices !== undefined) return known === undefined ? undefined : { type, name: known };
      return name === oneLine(text) ? { type, name } : undefined;
    }
  }
}

function readsAsDate(cell: Cell, head: string): boolean {
  const read = readDate(cell, undefined);
  return read.ok && read.rest !== true && (read.how !== 'serial' || DATES.test(head));
}

/** 2026 alone is a figure, unless the head says that it is a year. */
function isBareYear(cell: Cell, head: string): boolean {
  return cell.day === undefined && /^\d{4}$/.test(clean(cell.text)) && !DATES.test(head);
}

function percentOf(cell: Cell): string | undefined {
  const text = clean(cell.text).normalize('NFKC').replace(/\s+/g, '');
  return /^\d+(?:\.\d+)?%$/.test(text) ? text : undefined;
}

function moneyOf({ cell, unit }: OwnCell): MoneyValue | undefined {
  const read = readAmount(cell, unit);
  return read.ok && read.rounded !== true ? read.value : undefined;
}

function isDigits({ text }: Cell): boolean {
  return /^[\d.,]+$/.test(clean(text).normalize('NFKC'));
}

/** 0012 is a code, and so are eleven digits. */
function isFigure(cell: Cell): boolean {
  const text = clean(cell.text).normalize('NFKC');
  return NUMBER.test(text) && !/^0\d/.test(text) && text.replace(/\..*|,/g, '').length <= MOST_DIGITS;
}

/** The word that stands behind every figure; 元 is money, and 号 behind figures makes codes of them. */
function commonUnit(cells: readonly OwnCell[]): string | undefined {
  const units = cells.map(({ cell }) => {
    const [, digits = '', unit = ''] = WITH_UNIT.exec(clean(cell.text).normalize('NFKC')) ?? [];
    return NUMBER.test(digits) && moneyUnit(unit) === undefined && !/[号年月日]/.test(unit) ? unit : '';
  });
  const [first = ''] = units;
  return first !== '' && units.every((unit) => unit === first) ? first : undefined;
}

function choicesOf(cells: readonly OwnCell[]): readonly string[] | undefined {
  const values = cells.map(({ cell }) => clean(cell.text));
  const distinct = [...new Set(values)];
  const isWord = (text: string): boolean =>
    [...text].length <= CHOICE.longest && text === nameOf(text) && !/[、，,;；。"“”]/.test(text);
  return values.length >= CHOICE.rows &&
    distinct.length >= 2 &&
    distinct.length <= CHOICE.most &&
    distinct.length * CHOICE.times <= values.length &&
    distinct.every(isWord)
    ? distinct
    : undefined;
}
