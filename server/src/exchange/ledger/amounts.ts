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
  if (/^[-−–—]\d[\d.,]*|^[-−]?[¥￥$£€][-−]\d|^\(\d[\d.,]*[^\d)]*\)$/.test(text)) return { ok: false, why: 'negative' };
  if (!/^[~约]?[\d,.]+$/.test(text)) {
    // 2千 in a column of 万元 is two thousand of them, or two thousand yuan.
    if (/[千百]$/.test(text) && unit !== undefined && unit.zeros > 0) return { ok: false, why: 'not-money' };
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

/** `62.5%`, and 0.625 where the spreadsheet shows a percent; `inPercent`: 62.5 too. Undefined for anything else. */
export function readPercent(cell: Cell, inPercent = false): string | undefined {
  const text = cell.text.normalize('NFKC').replace(/\s+/g, '');
  const [, figure, sign] = /^(\d{1,3}(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  if (sign === '' && !inPercent) return undefined;
  return figure !== undefined && Number(figure) <= 100 ? `${figure}%` : undefined;
}

/** A cell that says that there is nothing to say. */
export function saysNothing(text: string): boolean {
  return /^(?:[-—–/\\·.]+|(?:暂?无|暂缺|没有|n\/a|na|none|nil|空|\(空\))[。.]?)?$/i.test(text.normalize('NFKC').trim());
}

/** A cell that says that what belongs there is not known yet: words, but nobody's name. */
export function isOpen(text: string): boolean {
  return /^(?:不详|未知|不明|待[定补查]|待(?:明确|确定|确认|补充|核实|落实|安排)|[未尚](?:未)?(?:定|明确|确定|确认|落实|安排)|tb[cda]|to be (?:confirmed|determined|advised)|unknown|not known|vacant|open|\?+)[。.]?$/i.test(
    text
      .normalize('NFKC')
      .trim()
      .replace(/^\(|\)$/g, ''),
  );
}

/** Below the head of problems: that there is none. */
export function saysNoIssue(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  return (
    saysNothing(text) ||
    /^(?:目前|当前|现阶段|本月|暂时)?(?:暂?无|没有|不存在|未发现)(?:存在)?(?:的)?(?:任何|重大|突出)?(?:困难|问题|困难和问题|困难问题|需要?(?:政府|市里)?(?:帮助)?协调(?:解决)?(?:的)?(?:问题|事项|困难)?)[。.]?$/.test(
      plain,
    ) ||
    /^no(?:issues?|problems?|ne)?[.]?$|^nothingtoreport[.]?$/.test(plain)
  );
}
