/** Amounts of money and percents as ledgers hold them: a figure in the unit of its column, or one with its own. */
import { type MoneyValue, parseMoney, toMoney } from '../../model/money.js';
import { fromDecimalString, rational, round } from '../../model/rational.js';
import type { Cell } from '../spreadsheet/sheet.js';
import type { MoneyUnit } from './money-unit.js';

export type AmountReading =
  | { readonly ok: true; readonly value: MoneyValue; readonly rounded?: true }
  | { readonly ok: false; readonly why: 'not-money' | 'no-unit' | 'negative' };

const WORDS: ReadonlyMap<number, string> = new Map([
  [12, '万亿'],
  [9, 'B'],
  [8, '亿'],
  [7, '千万'],
  [6, '百万'],
  [4, '万'],
  [3, '千'],
  [0, ''],
]);

export function readAmount(cell: Cell, unit: MoneyUnit | undefined): AmountReading {
  const text = cell.text.normalize('NFKC').replace(/\s+/g, '');
  if (/^-[\d.,]+/.test(text)) return { ok: false, why: 'negative' };
  if (!/^[~约]?[\d,.]+$/.test(text)) {
    const own = parseMoney(text);
    return own.ok ? { ok: true, value: own.value } : { ok: false, why: 'not-money' };
  }
  if (!/^[~约]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text)) return { ok: false, why: 'not-money' };
  if (unit === undefined) return { ok: false, why: 'no-unit' };
  const plain = text.replaceAll(',', '');
  const read = parseMoney(`${plain}${WORDS.get(unit.zeros) ?? ''}`);
  if (read.ok) return { ok: true, value: read.value };
  // Finer than money is kept: what a formula divided.
  const figure = fromDecimalString(plain.replace(/^[~约]/, ''));
  if (read.reason !== 'too-fine' || figure === undefined) return { ok: false, why: 'not-money' };
  const amount = round(rational(figure.value.n * 10n ** BigInt(unit.zeros + 4), figure.value.d));
  return { ok: true, value: { amount: toMoney(amount), tolerance: toMoney(0n) }, rounded: true };
}

/** `62.5%`, 62.5 and 0.625 where the spreadsheet shows a percent; undefined for anything else. */
export function readPercent(cell: Cell): string | undefined {
  const text = cell.text.normalize('NFKC').replace(/\s+/g, '');
  const figure = /^(\d{1,3}(?:\.\d+)?)%$/.exec(text)?.[1];
  return figure !== undefined && Number(figure) <= 100 ? `${figure}%` : undefined;
}

/** A cell that says that there is nothing to say. */
export function saysNothing(text: string): boolean {
  return /^(?:[-—–/\\·.]+|无|n\/a|na|none|nil|空|\(空\))?$/i.test(text.normalize('NFKC').trim());
}
