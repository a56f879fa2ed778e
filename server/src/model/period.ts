/** Dates as coarse as they were written: a day, month, quarter, half or year. */
import {
  addDays,
  civil,
  type Day,
  dayOf,
  FIRST_YEAR,
  formatDay,
  halfEnd,
  LAST_YEAR,
  monthEnd,
  quarterEnd,
  yearEnd,
} from './day.js';
import { toHalfWidth } from './half-width.js';
import type { Lang } from './lang.js';

/** `dekad`: the ten days that a Chinese calendar calls 旬; the third one runs to the month's end. */
export type Grain = 'day' | 'dekad' | 'month' | 'quarter' | 'half' | 'year';

/**
 * A date as coarse as it was written: as a deadline or an end it means `last`, as a start `first`
 * (the plan language reference, Values).
 */
export interface Period {
  readonly grain: Grain;
  readonly first: Day;
  readonly last: Day;
}

export type DateParseResult =
  | {
      readonly ok: true;
      readonly period: Period;
      /** Written with 底, 末 or 底前: the same value, but the writer speaks of the period's end. */
      readonly endOf: boolean;
      /** How the language spells it, where it was written in another way that can mean only this. */
      readonly spelling?: string;
    }
  | { readonly ok: false; readonly reason: 'no-such-date' | 'not-a-date' };

export function dayPeriod(day: Day): Period {
  return { grain: 'day', first: day, last: day };
}

/** The constructors below throw a RangeError where the year is not 1–9999 or its part does not exist. */
export function monthPeriod(year: number, month: number): Period {
  const first = known(dayOf(year, month, 1), `month ${year}-${month}`);
  return { grain: 'month', first, last: monthEnd(first) };
}

/** The `dekad`th ten days of a month, 1 to 3. */
function dekadPeriod(year: number, month: number, dekad: number): Period {
  const first = known(dekad >= 1 && dekad <= 3 ? dayOf(year, month, dekad * 10 - 9) : undefined, `dekad ${dekad}`);
  return { grain: 'dekad', first, last: dekad === 3 ? monthEnd(first) : addDays(first, 9) };
}

export function quarterPeriod(year: number, quarter: number): Period {
  const first = known(dayOf(year, quarter * 3 - 2, 1), `quarter ${year}-Q${quarter}`);
  return { grain: 'quarter', first, last: quarterEnd(first) };
}

export function halfPeriod(year: number, half: number): Period {
  const first = known(dayOf(year, half * 6 - 5, 1), `half year ${year}-H${half}`);
  return { grain: 'half', first, last: halfEnd(first) };
}

export function yearPeriod(year: number): Period {
  const first = known(dayOf(year, 1, 1), `year ${year}`);
  return { grain: 'year', first, last: yearEnd(first) };
}

function known(first: Day | undefined, what: string): Day {
  if (first === undefined) throw new RangeError(`there is no ${what}`);
  return first;
}

const QUARTERS = ['一', '二', '三', '四'] as const;
/** A month as it is said: `2026年十二月`. */
const MONTH_NUMERALS: readonly string[] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const DEKADS = [
  { en: 'early', zh: '上' },
  { en: 'mid', zh: '中' },
  { en: 'late', zh: '下' },
] as const;

/** The period in the plan language: `2026-Q1` or `2026年一季度`; `parseDate` reads both back. */
export function formatPeriod(period: Period, lang: Lang): string {
  const { year, month, day } = civil(period.first);
  const year4 = String(year).padStart(4, '0');
  const zh = lang === 'zh';
  switch (period.grain) {
    case 'day':
      return zh ? `${year4}年${month}月${day}日` : formatDay(period.first);
    case 'dekad': {
      const dekad = DEKADS[Math.min(2, Math.floor((day - 1) / 10))] ?? DEKADS[2];
      return zh ? `${year4}年${month}月${dekad.zh}旬` : `${year4}-${String(month).padStart(2, '0')}-${dekad.en}`;
    }
    case 'month':
      return zh ? `${year4}年${month}月` : `${year4}-${String(month).padStart(2, '0')}`;
    case 'quarter': {
      const quarter = Math.ceil(month / 3);
      return zh ? `${year4}年${QUARTERS[quarter - 1]}季度` : `${year4}-Q${quarter}`;
    }
    case 'half':
      return zh ? `${year4}年${month === 1 ? '上' : '下'}半年` : `${year4}-H${month === 1 ? 1 : 2}`;
    case 'year':
      return zh ? `${year4}年` : year4;
  }
}

const ISO_LIKE =
  /^(?<year>\d{4})(?:-(?<month>\d{1,2})(?:-(?<dekad>early|mid|late))?|-Q(?<quarter>\d)|-H(?<half>\d)|(?<separator>[-/.])(?<dayMonth>\d{1,2})\k<separator>(?<day>\d{1,2}))?$/;
const CHINESE =
  /^(?<year>\d{4})年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日|(?<dekad>[上中下])旬)?|第?(?<quarter>[一二三四五六七八九])季度|(?<half>[上下])半年)?(?<endOf>[底末]前?)?$/;

/**
 * Reads every spelling of a date, full-width characters included. `no-such-date` is a date in form that the calendar
 * lacks (`2026-02-30`, `2026-Q5`); `not-a-date` is anything else. What is written otherwise and can mean only one date
 * (`2026.6`, `20260630`, `2026年6月份`, `2026 年 6 月 30 日前`, `2026Q3`) is read too and comes with its `spelling`
 * (language reference, 1, 'Also read').
 */
export function parseDate(text: string): DateParseResult {
  const half = toHalfWidth(text).trim();
  const read = parseSpelled(half);
  if (read.ok || read.reason === 'no-such-date') return read;
  const spelling = usualSpelling(half);
  const again = parseSpelled(spelling);
  return again.ok ? { ...again, spelling } : again;
}

/**
 * The second end of a span that leaves out what it shares with the first: `2026年5月至6月`, `2026年5月1日至10日`. With its
 * spelling in full.
 */
export function parseDateAfter(first: Period, text: string): DateParseResult {
  const half = toHalfWidth(text).replace(/\s+/g, '');
  const { year, month } = civil(first.first);
  const shared = /^\d{1,2}[日号]|^[上中下]旬/.test(half) ? `${year}年${month}月` : `${year}年`;
  const read = parseDate(`${shared}${half}`);
  return read.ok ? { ...read, spelling: read.spelling ?? `${shared}${half}` } : read;
}

function parseSpelled(half: string): DateParseResult {
  const iso = ISO_LIKE.exec(half)?.groups;
  if (iso) {
    return reading(
      {
        year: Number(iso.year),
        month: numeric(iso.month ?? iso.dayMonth),
        day: numeric(iso.day),
        dekad: DEKADS.findIndex(({ en }) => en === iso.dekad) + 1 || undefined,
        quarter: numeric(iso.quarter),
        half: numeric(iso.half),
      },
      false,
    );
  }
  const chinese = CHINESE.exec(half)?.groups;
  if (chinese) {
    return reading(
      {
        year: Number(chinese.year),
        month: numeric(chinese.month),
        day: numeric(chinese.day),
        dekad: DEKADS.findIndex(({ zh }) => zh === chinese.dekad) + 1 || undefined,
        quarter: chinese.quarter === undefined ? undefined : quarterNumber(chinese.quarter),
        half: chinese.half === undefined ? undefined : chinese.half === '上' ? 1 : 2,
      },
      chinese.endOf !== undefined,
    );
  }
  return { ok: false, reason: 'not-a-date' };
}

/** Ways of writing that say no more and no less than the usual one, in the order in which they are undone. */
const USUAL: readonly (readonly [RegExp, string | ((...match: string[]) => string)])[] = [
  [/\s+/g, ''],
  [/年年(?=[底末])/, '年'],
  [/月份/, '月'],
  [/号/, '日'],
  [/([底末])(?:之前|以前)$/, '$1前'],
  [/日(?:之前|以前|前)$/, '日'],
  [/年(十[一二]?|[一二三四五六七八九])月/, (_, month) => `年${MONTH_NUMERALS.indexOf(month ?? '') + 1}月`],
  [/年第?([1-4])季度/, (_, quarter) => `年${QUARTERS[Number(quarter) - 1] ?? ''}季度`],
  [/年[Qq]([1-4])(?=$|[底末])/, (_, quarter) => `年${QUARTERS[Number(quarter) - 1] ?? ''}季度`],
  [/^(\d{4})-?[Qq](\d)$/, '$1-Q$2'],
  [/^(\d{4})-?[Hh](\d)$/, '$1-H$2'],
  [/^(\d{4})([上下]半年|第?[一二三四]季度)/, '$1年$2'],
  [/^(\d{4})[./](\d{1,2})$/, (_, year, month) => `${year ?? ''}-${(month ?? '').padStart(2, '0')}`],
  [/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'],
];

function usualSpelling(half: string): string {
  return USUAL.reduce(
    (text, [pattern, by]) => (typeof by === 'string' ? text.replace(pattern, by) : text.replace(pattern, by)),
    half,
  );
}

interface DateParts {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly dekad: number | undefined;
  readonly quarter: number | undefined;
  readonly half: number | undefined;
}

function reading(parts: DateParts, endOf: boolean): DateParseResult {
  const period = periodOf(parts);
  return period ? { ok: true, period, endOf } : { ok: false, reason: 'no-such-date' };
}

function periodOf({ year, month, day, dekad, quarter, half }: DateParts): Period | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  if (month !== undefined) {
    if (month < 1 || month > 12) return undefined;
    if (dekad !== undefined) return dekadPeriod(year, month, dekad);
    if (day === undefined) return monthPeriod(year, month);
    const exact = dayOf(year, month, day);
    return exact === undefined ? undefined : dayPeriod(exact);
  }
  if (quarter !== undefined) return quarter >= 1 && quarter <= 4 ? quarterPeriod(year, quarter) : undefined;
  if (half !== undefined) return half === 1 || half === 2 ? halfPeriod(year, half) : undefined;
  return yearPeriod(year);
}

function numeric(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function quarterNumber(numeral: string): number {
  const index = '一二三四五六七八九'.indexOf(numeral);
  return index >= 0 ? index + 1 : Number(numeral);
}
