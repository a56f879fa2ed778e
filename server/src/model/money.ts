/** Exact money: read, added up, written. */
import { toHalfWidth } from './half-width.js';
import type { Lang } from './lang.js';
import { fromDecimalString, type Rational, rational, round, toDecimalString, toTrimmedString } from './rational.js';

/** An exact sum in 1/10 000 of the currency unit. Never a binary fraction. */
export type Money = bigint & { readonly __brand: 'Money' };

/** A sum as it was written: exact (tolerance 0) or `约`, known to half a unit of its last written digit either way. */
export interface MoneyValue {
  readonly amount: Money;
  readonly tolerance: Money;
}

export type MoneyParseResult =
  /** `spelling`: how the language spells it, where it was written in another way that can mean only this. */
  | { readonly ok: true; readonly value: MoneyValue; readonly spelling?: string }
  | { readonly ok: false; readonly reason: 'too-fine' | 'not-money' };

export interface MoneyFormat {
  /** At most that many digits after the point, rounded half away from zero; without it nothing is lost. */
  readonly digits?: number;
  /** ISO 4217 code, default CNY. */
  readonly currency?: string;
}

export type MoneyColumn = 'yi' | 'wan' | 'yuan';

const FRACTION_DIGITS = 4;
const PER_UNIT = 10_000n;

/** Takes an amount in 1/10 000 of the currency unit for money. */
export function toMoney(tenThousandths: bigint): Money {
  return tenThousandths as Money;
}

const NO_MONEY: Money = toMoney(0n);

export function exactly(amount: Money): MoneyValue {
  return { amount, tolerance: NO_MONEY };
}

export function subtractMoney(a: Money, b: Money): Money {
  return toMoney(a - b);
}

/** The sum of what was written: where amounts are approximate their tolerances add up. */
export function sumValues(values: Iterable<MoneyValue>): MoneyValue {
  let amount = 0n;
  let tolerance = 0n;
  for (const value of values) {
    amount += value.amount;
    tolerance += value.tolerance;
  }
  return { amount: toMoney(amount), tolerance: toMoney(tolerance) };
}

/** In currency units. */
export function moneyToRational(money: Money): Rational {
  return rational(money, PER_UNIT);
}

/** Currency units to money, rounded half away from zero to 1/10 000. */
export function moneyFromRational(units: Rational): Money {
  return toMoney(round(rational(units.n * PER_UNIT, units.d)));
}

interface Scale {
  readonly zeros: number;
  readonly word: string;
  /** Only for sums below that power of ten: 123,456.789k is worse to read than 123,456,789. */
  readonly below?: number;
}

/** A hundredth of the unit. */
const CENT = PER_UNIT / 100n;
const ONES: Scale = { zeros: 0, word: '' };
/** Largest first. Four decimals of one scale are whole in the next (three in English): that is where formatting moves down. */
const SCALES: Readonly<Record<Lang, readonly Scale[]>> = {
  zh: [{ zeros: 8, word: '亿' }, { zeros: 4, word: '万' }, ONES],
  en: [{ zeros: 9, word: 'B' }, { zeros: 6, word: 'M' }, { zeros: 3, word: 'k', below: 6 }, ONES],
};
const DECIMALS_PER_SCALE: Readonly<Record<Lang, number>> = { zh: 4, en: 3 };
const ZEROS: ReadonlyMap<string, number> = new Map(
  [...SCALES.zh, ...SCALES.en].map(({ word, zeros }): [string, number] => [word, zeros]),
);
const CURRENCY_ZH: ReadonlyMap<string, string> = new Map([
  ['CNY', '元'],
  ['USD', '美元'],
  ['EUR', '欧元'],
  ['HKD', '港元'],
  ['JPY', '日元'],
  ['GBP', '英镑'],
]);
/** What stands behind a Chinese figure: 元, 美元; the code behind a blank where there is no word for it. */
export function currencyInChinese(code: string): string {
  return CURRENCY_ZH.get(code) ?? ` ${code}`;
}

const COLUMN_ZEROS: Readonly<Record<MoneyColumn, number>> = { yi: 8, wan: 4, yuan: 0 };

/** Words of scale that are read too, in lower case, by their zeros (language reference, 1, 'Also read'). */
const ALSO_SCALES: ReadonlyMap<string, number> = new Map([
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['千万', 7],
  ['百万', 6],
  ['千', 3],
  ['thousand', 3],
  ['million', 6],
  ['bn', 9],
  ['billion', 9],
]);
const USUAL = /^(~|约)?([\d,.]+)([亿万kMB]?)(元?)$/;
const ALSO_READ =
  /^(?<sign>[¥￥]|人民币|RMB|CNY)?(?<about>~|约)?(?<sign2>[¥￥]|人民币)?(?:(?<yi>[\d,.]+)亿零?)?(?<digits>[\d,.]+)(?<scale>[a-zA-Z]+|[千百]?[万亿]亿?|千)?(?<yuan>元人民币|元|人民币)?整?$/i;

/**
 * Reads `3.5亿元` `3.5亿` `5000万` `120元` `350M` `35k` `1.2B` `1,234.5` and bare numbers, `~`, `～` or `约` before
 * them, full-width characters included. `too-fine`: smaller than 1/10 000 of the unit plays a part.
 * `not-money`: anything else, a sign or more than 60 digits among it. Also `3 亿元` `¥500万` `3亿5000万元` `3千万`
 * `300 million` `1.2bn`, which come with their `spelling`.
 */
export function parseMoney(text: string): MoneyParseResult {
  const half = toHalfWidth(text).trim();
  const usual = USUAL.exec(half);
  if (usual !== null) return parseUsual(usual[1] !== undefined, usual[2] ?? '', usual[3] ?? '', usual[4] ?? '');
  const also = ALSO_READ.exec(half.replace(/[\s\u00a0]+/g, ''))?.groups;
  return also === undefined
    ? { ok: false, reason: 'not-money' }
    : parseAlso(also, isInYuan(half) || /\p{Script=Han}/u.test(half) ? 'zh' : 'en', isInYuan(half));
}

function parseUsual(isAbout: boolean, digits: string, scale: string, yuan: string): MoneyParseResult {
  if (yuan === '元' && /[kMB]/.test(scale)) return { ok: false, reason: 'not-money' };
  return amountOf(isAbout, digits, ZEROS.get(scale) ?? 0);
}

/** Whether an amount says that it is one of yuan, whatever the portfolio's currency is. */
export function isInYuan(text: string): boolean {
  return /元|[¥￥]|人民币|RMB|CNY/i.test(text);
}

/**
 * `lang`: whose spelling is told, with 元 where the amount says that it is in yuan. The digits stay as they were written
 * wherever one scale says it all.
 */
function parseAlso(
  { about, yi, digits = '', scale = '', yuan }: Readonly<Record<string, string | undefined>>,
  lang: Lang,
  inYuan: boolean,
): MoneyParseResult {
  const isAbout = about !== undefined;
  const zeros = ZEROS.get(scale) ?? ALSO_SCALES.get(scale.toLowerCase()) ?? (/^k$/i.test(scale) ? 3 : undefined);
  if (zeros === undefined && scale !== '') return { ok: false, reason: 'not-money' };
  if (yuan !== undefined && /[a-z]/i.test(scale)) return { ok: false, reason: 'not-money' };
  const read = amountOf(isAbout, digits, zeros ?? 0);
  if (!read.ok) return read;
  if (yi === undefined) {
    const word = [...SCALES[lang], ...SCALES.zh].find((each) => each.zeros === (zeros ?? 0));
    const isPlain = word !== undefined && !(lang === 'zh' && /[a-z]/i.test(scale));
    const spelling = isPlain
      ? `${isAbout ? (lang === 'zh' ? '约' : '~') : ''}${digits}${scaleWord(word, lang, inYuan)}`
      : spellMoney(read.value, lang, inYuan ? 'CNY' : '');
    // 3千 says its scale, and is no bare number without 元 either.
    const bare = !inYuan && /^\d+$/.test(spelling);
    return {
      ...read,
      spelling: bare ? `${toTrimmedString(inScale(read.value.amount, 4), 8)}万` : spelling,
    };
  }
  // 3亿5000万元: what stands behind 亿 is less than one, or it says something else.
  const upper = amountOf(false, yi, 8);
  if (!upper.ok) return upper;
  if (yi.includes('.') || read.value.amount >= PER_UNIT * 10n ** 8n || (zeros ?? 0) === 0)
    return { ok: false, reason: 'not-money' };
  const value = { amount: toMoney(upper.value.amount + read.value.amount), tolerance: read.value.tolerance };
  return { ok: true, value, spelling: spellMoney(value, 'zh', inYuan ? 'CNY' : '') };
}

function amountOf(isAbout: boolean, digits: string, scaleZeros: number): MoneyParseResult {
  const written = fromDecimalString(digits);
  if (written === undefined) return { ok: false, reason: 'not-money' };
  const zeros = scaleZeros + FRACTION_DIGITS;
  const amount = rational(written.value.n * 10n ** BigInt(zeros), written.value.d);
  if (amount.d !== 1n) return { ok: false, reason: 'too-fine' };
  if (!isAbout) return { ok: true, value: exactly(toMoney(amount.n)) };

  const lastDigit = zeros - written.decimals;
  if (lastDigit < 1) return { ok: false, reason: 'too-fine' };
  return { ok: true, value: { amount: toMoney(amount.n), tolerance: toMoney(10n ** BigInt(lastDigit) / 2n) } };
}

/**
 * The sum as a reader wants it, in its natural scale: `3.5亿元` `5000万元` `120元`, `CNY 350M` `CNY 1.2B`. The scale is
 * the largest in which the figure is at least 1 and four decimals (English: three) hold all of it; with `digits`, and of
 * what is finer than a cent, the largest in which the rounded figure is at least 1.
 */
export function formatMoney(money: Money, lang: Lang, options: MoneyFormat = {}): string {
  const { currency = 'CNY' } = options;
  // Nobody states less than a hundredth of the unit: such a figure was computed, and its last digits say nothing.
  const digits = options.digits ?? (money % CENT === 0n ? undefined : 2);
  const scale = digits === undefined ? exactScale(money, lang) : roundedScale(money, lang, digits);
  const figure = toTrimmedString(inScale(money, scale.zeros), digits ?? FRACTION_DIGITS);
  if (lang === 'en') return `${currency} ${grouped(figure)}${scale.word}`;
  return `${figure}${scale.word}${currencyInChinese(currency)}`;
}

/** As `formatMoney`, marked 约 or ~ where the sum is not exact. */
export function formatMoneyValue(value: MoneyValue, lang: Lang, options: MoneyFormat = {}): string {
  const text = formatMoney(value.amount, lang, options);
  return value.tolerance === 0n ? text : `${lang === 'zh' ? '约' : '~'}${text}`;
}

/**
 * The value in the plan language, `parseMoney` reads it back: `3.5亿元`, `350M`, `约629亿元`. Of a sum of approximate
 * amounts, whose tolerance no figure can write, the digits of the next finer unit are given. 元 says that it is yuan, and
 * is left out in any other currency.
 */
export function spellMoney(value: MoneyValue, lang: Lang, currency = 'CNY'): string {
  const inYuan = currency === 'CNY';
  if (value.tolerance === 0n) {
    const scale = exactScale(value.amount, lang);
    return `${toTrimmedString(inScale(value.amount, scale.zeros), FRACTION_DIGITS)}${scaleWord(scale, lang, inYuan)}`;
  }
  const lastDigit = String(value.tolerance * 2n).length - 1 - FRACTION_DIGITS;
  const natural = exactScale(value.amount, lang);
  // ~1B has no spelling in 亿 that claims as little; the letters are Chinese plan text too.
  const coarse = [...SCALES.en, ...SCALES[lang]].findLast(({ zeros }) => zeros >= lastDigit);
  const scale = natural.zeros >= lastDigit ? natural : (coarse ?? natural);
  const figure = toDecimalString(inScale(value.amount, scale.zeros), Math.max(0, scale.zeros - lastDigit));
  return `${lang === 'zh' ? '约' : '~'}${figure}${scaleWord(scale, lang, inYuan)}`;
}

/** 元 follows Chinese scales only: `3.5亿元`, but `1B`. */
function scaleWord({ word }: Scale, lang: Lang, inYuan: boolean): string {
  return inYuan && lang === 'zh' && !/[kMB]/.test(word) ? `${word}元` : word;
}

/** A decimal string in currency units, exact: `"1200000000"`, `"0.5"`. */
export function moneyToJson(money: Money): string {
  return toTrimmedString(moneyToRational(money), FRACTION_DIGITS);
}

/** For a table's column in 亿元, 万元 or 元: exactly `digits` decimals, rounded half away from zero; exact without it. */
export function moneyIn(money: Money, column: MoneyColumn, digits?: number): string {
  const zeros = COLUMN_ZEROS[column];
  const figure = inScale(money, zeros);
  return digits === undefined ? toTrimmedString(figure, zeros + FRACTION_DIGITS) : toDecimalString(figure, digits);
}

function inScale(money: Money, zeros: number): Rational {
  return rational(money, 10n ** BigInt(zeros + FRACTION_DIGITS));
}

function exactScale(money: Money, lang: Lang): Scale {
  const magnitude = money < 0n ? -money : money;
  return (
    SCALES[lang].find(({ zeros, below }) => {
      const unit = 10n ** BigInt(zeros + FRACTION_DIGITS);
      if (below !== undefined && magnitude >= 10n ** BigInt(below + FRACTION_DIGITS)) return false;
      return magnitude >= unit && magnitude % (unit / 10n ** BigInt(DECIMALS_PER_SCALE[lang])) === 0n;
    }) ?? ONES
  );
}

function roundedScale(money: Money, lang: Lang, digits: number): Scale {
  const magnitude = toMoney(money < 0n ? -money : money);
  const unit = 10n ** BigInt(digits);
  return (
    SCALES[lang].find(({ zeros }, index) => {
      if (magnitude >= 10n ** BigInt(zeros + FRACTION_DIGITS)) return true;
      // 99 999 999 without decimals is 1亿, not 10000万: what the next lower scale rounds up to belongs here.
      const lower = SCALES[lang][index + 1];
      if (!lower) return false;
      const figure = round(rational(inScale(magnitude, lower.zeros).n * unit, inScale(magnitude, lower.zeros).d));
      return figure >= 10n ** BigInt(zeros - lower.zeros) * unit;
    }) ?? ONES
  );
}

/** Digits in threes: `1,234.5`. */
export function grouped(figure: string): string {
  const point = figure.indexOf('.');
  const end = point < 0 ? figure.length : point;
  return figure.slice(0, end).replace(/\B(?=(?:\d{3})+$)/g, ',') + figure.slice(end);
}
