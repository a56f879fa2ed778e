/** Values of statements apart from the text that they were written in: to compare, to say, and to give away as JSON. */
import { type Keyword, spelling } from '../../../../grammar/keywords.js';
import { parseIsoDay } from '../../model/day.js';
import { type Duration, type DurationUnit, formatDuration } from '../../model/duration.js';
import type { DateFact, JsonValue } from '../../model/facts.js';
import type { Lang } from '../../model/lang.js';
import { formatMoneyValue, type MoneyValue, moneyFromRational, moneyToJson } from '../../model/money.js';
import { dayPeriod, formatPeriod, type Period, parseDate } from '../../model/period.js';
import { fromDecimalString, type Rational, toTrimmedString, ZERO } from '../../model/rational.js';

/** What stands behind a member's keyword. All of it is plain JSON. */
export type StatedValue =
  /** In the English spelling, as coarse as it was written. */
  | { readonly type: 'date'; readonly value: string }
  /** In units of the currency; `about`: known to so much either way. */
  | { readonly type: 'money'; readonly value: string; readonly about?: string }
  | { readonly type: 'percent' | 'text'; readonly value: string }
  | { readonly type: 'count'; readonly value: number }
  | { readonly type: 'duration'; readonly amount: number; readonly unit: DurationUnit }
  /** A fixed word of the language, in English. */
  | { readonly type: 'word'; readonly value: Keyword }
  | { readonly type: 'names'; readonly value: readonly string[] }
  /** Both ends as a date has them. */
  | { readonly type: 'span'; readonly value: readonly [string, string] }
  | { readonly type: 'several'; readonly value: readonly StatedValue[] };

export const stated = {
  date: ({ period }: Pick<DateFact, 'period'>): StatedValue => ({ type: 'date', value: formatPeriod(period, 'en') }),
  day: (day: Period['first']): StatedValue => ({ type: 'date', value: formatPeriod(dayPeriod(day), 'en') }),
  money: ({ amount, tolerance }: MoneyValue): StatedValue => ({
    type: 'money',
    value: moneyToJson(amount),
    ...(tolerance === 0n ? {} : { about: moneyToJson(tolerance) }),
  }),
  percent: (value: Rational): StatedValue => ({ type: 'percent', value: toTrimmedString(value, 4) }),
  count: (value: number): StatedValue => ({ type: 'count', value }),
  duration: ({ amount, unit }: Duration, sign: 1 | -1 = 1): StatedValue => ({
    type: 'duration',
    amount: sign * amount,
    unit,
  }),
  word: (value: Keyword): StatedValue => ({ type: 'word', value }),
  text: (value: string): StatedValue => ({ type: 'text', value }),
  names: (value: readonly string[]): StatedValue => ({ type: 'names', value }),
  span: (from: DateFact, to: DateFact): StatedValue => ({
    type: 'span',
    value: [formatPeriod(from.period, 'en'), formatPeriod(to.period, 'en')],
  }),
  several: (parts: readonly (StatedValue | undefined)[]): StatedValue => {
    const there = parts.filter((part) => part !== undefined);
    const [only, ...more] = there;
    return only !== undefined && more.length === 0 ? only : { type: 'several', value: there };
  },
};

/** Dates of the same last day promise the same, however coarse they are. */
export function sameDeadline(a: DateFact, b: DateFact): boolean {
  return a.period.last === b.period.last;
}

export function sameValue(a: StatedValue, b: StatedValue): boolean {
  if (a.type === 'text' && b.type === 'text') return a.value === b.value;
  return a.type === b.type && JSON.stringify(a) === JSON.stringify(b);
}

/** An amount of money; undefined of other values. */
export function moneyOf(value: StatedValue): MoneyValue | undefined {
  if (value.type !== 'money') return undefined;
  return {
    amount: moneyFromRational(fromDecimalString(value.value)?.value ?? ZERO),
    tolerance: moneyFromRational(fromDecimalString(value.about ?? '0')?.value ?? ZERO),
  };
}

/** `money`: how amounts are written; without it each in its natural scale. */
export function valueInWords(
  value: StatedValue,
  currency: string,
  lang: Lang,
  money: (amount: MoneyValue) => string = (amount) => formatMoneyValue(amount, lang, { currency }),
): string {
  switch (value.type) {
    case 'date':
      return dateInWords(value.value, lang);
    case 'money': {
      const amount = moneyOf(value);
      return amount === undefined ? '' : money(amount);
    }
    case 'percent':
      return `${value.value}%`;
    case 'count':
      return String(value.value);
    case 'duration':
      return `${value.amount < 0 ? '-' : ''}${formatDuration({ amount: Math.abs(value.amount), unit: value.unit }, lang)}`;
    case 'word':
      return spelling(value.value, lang);
    case 'text':
      return value.value;
    case 'names':
      return value.value.join(lang === 'zh' ? '、' : ', ');
    case 'span':
      return value.value.map((end) => dateInWords(end, lang)).join(lang === 'zh' ? '至' : ' .. ');
    case 'several':
      return value.value.map((part) => valueInWords(part, currency, lang, money)).join(lang === 'zh' ? '，' : ', ');
  }
}

/** Days as tables have them; in Chinese what is coarser in its own words. */
function dateInWords(value: string, lang: Lang): string {
  if (lang === 'en' || parseIsoDay(value) !== undefined) return value;
  const read = parseDate(value);
  return read.ok ? formatPeriod(read.period, 'zh') : value;
}

/** As programs are given it: a text, a number, a list; a duration as the plan language writes it. */
export function valueAsJson(value: StatedValue): JsonValue {
  switch (value.type) {
    case 'duration':
    case 'span':
      return valueInWords(value, 'CNY', 'en');
    case 'several':
      return value.value.map(valueAsJson);
    case 'money':
      return value.about === undefined ? value.value : { amount: value.value, tolerance: value.about };
    default:
      return value.value;
  }
}
