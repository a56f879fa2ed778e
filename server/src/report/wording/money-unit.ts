/** The units that money can be asked for in: 万元, 亿元, million. */
import type { Bilingual, Lang } from '../../model/lang.js';
import { currencyInChinese, grouped, type MoneyValue } from '../../model/money.js';
import { type Rational, rational, toDecimalString, toTrimmedString } from '../../model/rational.js';

export interface MoneyUnit {
  readonly zeros: number;
  readonly word: Bilingual;
  /** What it is called on the command line, besides by its words with or without 元. */
  readonly names: readonly string[];
}

/** The currency's own. */
export const CURRENCY_UNIT: MoneyUnit = { zeros: 0, word: { en: '', zh: '' }, names: ['yuan', 'ones'] };

export const WAN: MoneyUnit = { zeros: 4, word: { en: 'ten thousand', zh: '万' }, names: ['wan'] };
export const MILLION: MoneyUnit = { zeros: 6, word: { en: 'million', zh: '百万' }, names: ['m'] };
export const YI: MoneyUnit = { zeros: 8, word: { en: 'hundred million', zh: '亿' }, names: ['yi'] };

export const MONEY_UNITS: readonly MoneyUnit[] = [
  CURRENCY_UNIT,
  { zeros: 3, word: { en: 'thousand', zh: '千' }, names: ['k', 'qian'] },
  WAN,
  MILLION,
  YI,
  { zeros: 9, word: { en: 'billion', zh: '十亿' }, names: ['b', 'bn'] },
];

export function moneyUnitNamed(text: string): MoneyUnit | undefined {
  const name = text.trim().toLowerCase();
  return (
    MONEY_UNITS.find(({ word, names }) => names.includes(name) || name === word.en || name === `${word.zh}元`) ??
    MONEY_UNITS.find(({ word }) => word.zh !== '' && name === word.zh)
  );
}

/** In the head of a column: 万元, 万英镑, CNY million, CNY. */
export function unitHead({ word }: MoneyUnit, currency: string, lang: Lang): string {
  if (lang === 'zh') return `${word.zh}${currencyInChinese(currency)}`;
  return word.en === '' ? currency : `${currency} ${word.en}`;
}

/** The smallest units of money are ten-thousandths. */
export function inUnit(amount: bigint, { zeros }: MoneyUnit): Rational {
  return rational(amount, 10n ** BigInt(zeros + 4));
}

/**
 * A figure in that unit: whole where it is, else with two decimals, or four where two would hide something; of what was
 * computed as many as the unit is good for. Nothing that is something is shown as 0.
 */
export function figureInUnit(value: MoneyValue, unit: MoneyUnit, lang: Lang, computed = false): string {
  const exact = inUnit(value.amount, unit);
  const all = toTrimmedString(exact, unit.zeros + 4);
  const digits = computed ? (unit.zeros <= 4 ? 0 : 2) : ([0, 2].find((n) => toTrimmedString(exact, n) === all) ?? 4);
  const figure = toDecimalString(exact, [digits, 2, 4].find((n) => n >= digits && !isNothing(exact, n)) ?? 4);
  return `${value.tolerance === 0n ? '' : lang === 'zh' ? '约' : '~'}${grouped(figure)}`;
}

/** 35,000万元, CNY 350 million. */
export function moneyInUnit(
  value: MoneyValue,
  unit: MoneyUnit,
  currency: string,
  lang: Lang,
  computed = false,
): string {
  const figure = figureInUnit(value, unit, lang, computed);
  if (lang === 'zh') return `${figure}${unitHead(unit, currency, 'zh')}`;
  const about = figure.startsWith('~') ? '~' : '';
  return `${about}${currency} ${figure.slice(about.length)}${unit.word.en === '' ? '' : ` ${unit.word.en}`}`;
}

/** All digits, for programs. */
export function exactlyInUnit(amount: bigint, unit: MoneyUnit): string {
  return toTrimmedString(inUnit(amount, unit), unit.zeros + 4);
}

/** What rounds to nothing and is something. */
function isNothing(exact: Rational, digits: number): boolean {
  return exact.n !== 0n && Number(toDecimalString(exact, digits)) === 0;
}
