/** Dates as coarse as they were written: a day, month, quarter, half or year. */
import {
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

export type Grain = 'day' | 'month' | 'quarter' | 'half' | 'year';

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

/** The period in the plan language: `2026-Q1` or `2026年一季度`; `parseDate` reads both back. */
export function formatPeriod(period: Period, lang: Lang): string {
  const { year, month, day } = civil(period.first);
  const year4 = String(year).padStart(4, '0');
  const zh = lang === 'zh';
  switch (period.grain) {
    case 'day':
      return zh ? `${year4}年${month}月${day}日` : formatDay(period.first);
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
  /^(?<year>\d{4})(?:-(?<month>\d{1,2})|-[Qq](?<quarter>\d)|-[Hh](?<half>\d)|(?<separator>[-/.])(?<dayMonth>\d{1,2})\k<separator>(?<day>\d{1,2}))?$/;
const CHINESE =
  /^(?<year>\d{4})年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?|第?(?<quarter>[一二三四五六七八九\d])季度|(?<half>[上下])半年)?(?<endOf>[底末]前?)?$/;

/**
 * Reads every spelling of a date, full-width characters included. `no-such-date` is a date in form that the calendar
 * lacks (`2026-02-30`, `2026-Q5`); `not-a-date` is anything else.
 */
export function parseDate(text: string): DateParseResult {
  const half = toHalfWidth(text).trim();
  const iso = ISO_LIKE.exec(half)?.groups;
  if (iso) {
    return reading(
      {
        year: Number(iso.year),
        month: numeric(iso.month ?? iso.dayMonth),
        day: numeric(iso.day),
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
        quarter: chinese.quarter === undefined ? undefined : quarterNumber(chinese.quarter),
        half: chinese.half === undefined ? undefined : chinese.half === '上' ? 1 : 2,
      },
      chinese.endOf !== undefined,
    );
  }
  return { ok: false, reason: 'not-a-date' };
}

interface DateParts {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly quarter: number | undefined;
  readonly half: number | undefined;
}

function reading(parts: DateParts, endOf: boolean): DateParseResult {
  const period = periodOf(parts);
  return period ? { ok: true, period, endOf } : { ok: false, reason: 'no-such-date' };
}

function periodOf({ year, month, day, quarter, half }: DateParts): Period | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  if (month !== undefined) {
    if (month < 1 || month > 12) return undefined;
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
