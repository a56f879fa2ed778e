/** Dates of any grain read from text and written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, toDay } from './day.js';
import {
  dayPeriod,
  formatPeriod,
  halfPeriod,
  monthPeriod,
  type Period,
  parseDate,
  quarterPeriod,
  yearPeriod,
} from './period.js';

/** `2026年3月底` ⇒ `month 2026-03-01..2026-03-31 end`. */
function read(text: string): string {
  const date = parseDate(text);
  if (!date.ok) return date.reason;
  const { grain, first, last } = date.period;
  return `${grain} ${formatDay(first)}..${formatDay(last)}${date.endOf ? ' end' : ''}`;
}

describe('dates as they are written', () => {
  it.each([
    ['2026-03-31', 'day 2026-03-31..2026-03-31'],
    ['2026/3/31', 'day 2026-03-31..2026-03-31'],
    ['2026.3.31', 'day 2026-03-31..2026-03-31'],
    ['2026年3月31日', 'day 2026-03-31..2026-03-31'],
    ['2026-02', 'month 2026-02-01..2026-02-28'],
    ['2026年2月', 'month 2026-02-01..2026-02-28'],
    ['2026-Q1', 'quarter 2026-01-01..2026-03-31'],
    ['2026年四季度', 'quarter 2026-10-01..2026-12-31'],
    ['2026年第二季度', 'quarter 2026-04-01..2026-06-30'],
    ['2026-H1', 'half 2026-01-01..2026-06-30'],
    ['2026年上半年', 'half 2026-01-01..2026-06-30'],
    ['2026年下半年', 'half 2026-07-01..2026-12-31'],
    ['2026', 'year 2026-01-01..2026-12-31'],
    ['2026年', 'year 2026-01-01..2026-12-31'],
    ['2026年6月底前', 'month 2026-06-01..2026-06-30 end'],
    ['2026年底', 'year 2026-01-01..2026-12-31 end'],
    ['2026年三季度末', 'quarter 2026-07-01..2026-09-30 end'],
    ['2026年上半年末', 'half 2026-01-01..2026-06-30 end'],
    ['２０２６－０３－３１', 'day 2026-03-31..2026-03-31'],
    ['２０２６／３／３１', 'day 2026-03-31..2026-03-31'],
    ['２０２６．３．３１', 'day 2026-03-31..2026-03-31'],
    ['２０２６－Ｑ１', 'quarter 2026-01-01..2026-03-31'],
    ['２０２６年３月', 'month 2026-03-01..2026-03-31'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['2026-02-30', '2026年2月30日', '2026-13', '2026-00-01', '2026-Q5', '2026年五季度', '2026-H3', '0000'])(
    '%s does not exist',
    (text) => {
      expect(read(text)).toBe('no-such-date');
    },
  );

  it.each(['', '下周', '26年3月', '2026-3/31', '2026-03底', '2026年3月31', '202603311', '3.5亿'])(
    '%s is not a date',
    (text) => {
      expect(read(text)).toBe('not-a-date');
    },
  );

  it('are written in both languages', () => {
    const both = (period: Period) => [formatPeriod(period, 'en'), formatPeriod(period, 'zh')];
    expect(both(dayPeriod(toDay(0)))).toEqual(['1970-01-01', '1970年1月1日']);
    expect(both(monthPeriod(2026, 3))).toEqual(['2026-03', '2026年3月']);
    expect(both(quarterPeriod(2026, 1))).toEqual(['2026-Q1', '2026年一季度']);
    expect(both(halfPeriod(2026, 2))).toEqual(['2026-H2', '2026年下半年']);
    expect(both(yearPeriod(2026))).toEqual(['2026', '2026年']);
  });

  it('read back what was written', () => {
    const year = fc.integer({ min: 1, max: 9999 });
    const period = fc.oneof(
      fc.integer({ min: -719_162, max: 2_932_896 }).map((day) => dayPeriod(toDay(day))),
      fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, month]) => monthPeriod(y, month)),
      fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, quarter]) => quarterPeriod(y, quarter)),
      fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, half]) => halfPeriod(y, half)),
      year.map(yearPeriod),
    );
    fc.assert(
      fc.property(period, fc.constantFrom('en' as const, 'zh' as const), (written, lang) => {
        expect(parseDate(formatPeriod(written, lang))).toEqual({ ok: true, period: written, endOf: false });
      }),
    );
  });
});
