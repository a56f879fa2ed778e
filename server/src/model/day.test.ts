/** Days as integers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  civil,
  type Day,
  dayOf,
  formatDay,
  halfEnd,
  halfStart,
  monthEnd,
  monthStart,
  parseIsoDay,
  quarterEnd,
  quarterStart,
  toDay,
  today,
  weekday,
  weekStart,
  yearEnd,
  yearStart,
} from './day.js';

const at = (text: string): Day => {
  const day = parseIsoDay(text);
  if (day === undefined) throw new Error(text);
  return day;
};
/** 0001-01-01 to 9999-12-31. */
const anyDay = fc.integer({ min: -719_162, max: 2_932_896 }).map(toDay);

describe('days', () => {
  it('counts from 1970-01-01', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(1969, 12, 31)).toBe(-1);
    expect(dayOf(2000, 3, 1)).toBe(11_017);
    expect(dayOf(1, 1, 1)).toBe(-719_162);
    expect(dayOf(9999, 12, 31)).toBe(2_932_896);
  });

  it('knows no dates that the calendar lacks', () => {
    expect(dayOf(2026, 2, 29)).toBeUndefined();
    expect(dayOf(2024, 2, 29)).toBeDefined();
    expect(dayOf(1900, 2, 29)).toBeUndefined();
    expect(dayOf(2000, 2, 29)).toBeDefined();
    expect(dayOf(2026, 4, 31)).toBeUndefined();
    expect(dayOf(2026, 0, 1)).toBeUndefined();
    expect(dayOf(2026, 13, 1)).toBeUndefined();
    expect(dayOf(0, 1, 1)).toBeUndefined();
    expect(dayOf(2026, 1, 1.5)).toBeUndefined();
    expect(parseIsoDay('2026-02-30')).toBeUndefined();
    expect(parseIsoDay('2026-2-3')).toBeUndefined();
    expect(parseIsoDay('0000-01-01')).toBeUndefined();
  });

  it('agrees with the calendar of the machine in UTC', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * 86_400_000);
        expect(civil(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(weekday(day) % 7).toBe(date.getUTCDay());
        expect(parseIsoDay(formatDay(day))).toBe(day);
      }),
    );
  });

  it('names weekdays from Monday 1 to Sunday 7', () => {
    expect(weekday(at('2026-10-01'))).toBe(4);
    expect(weekday(at('2026-10-04'))).toBe(7);
    expect(weekday(at('2026-10-05'))).toBe(1);
    expect(formatDay(weekStart(at('2026-10-04')))).toBe('2026-09-28');
  });

  it('steps months, clamped to the end of the month', () => {
    expect(formatDay(addMonths(at('2026-01-31'), 1))).toBe('2026-02-28');
    expect(formatDay(addMonths(at('2026-03-31'), 3))).toBe('2026-06-30');
    expect(formatDay(addMonths(at('2024-02-29'), 12))).toBe('2025-02-28');
    expect(formatDay(addMonths(at('2026-03-31'), -1))).toBe('2026-02-28');
    expect(formatDay(addMonths(at('2026-01-15'), -13))).toBe('2024-12-15');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, n) => {
        const from = civil(day);
        const to = civil(addMonths(day, n));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + n);
        expect(to.day).toBe(Math.min(from.day, new Date(Date.UTC(to.year, to.month, 0)).getUTCDate()));
      }),
    );
  });

  it('finds the ends of the blocks that hold a day', () => {
    const day = at('2024-02-10');
    const ends = [monthStart, monthEnd, quarterStart, quarterEnd, halfStart, halfEnd, yearStart, yearEnd];
    expect(ends.map((end) => formatDay(end(day)))).toEqual([
      '2024-02-01',
      '2024-02-29',
      '2024-01-01',
      '2024-03-31',
      '2024-01-01',
      '2024-06-30',
      '2024-01-01',
      '2024-12-31',
    ]);
    expect(formatDay(halfStart(at('2026-12-31')))).toBe('2026-07-01');
    expect(formatDay(quarterStart(at('2026-12-31')))).toBe('2026-10-01');
  });

  it('takes today from the wall calendar, whatever the time zone', () => {
    expect(today(new Date(2026, 9, 1, 0, 0, 1))).toBe(at('2026-10-01'));
    expect(today(new Date(2026, 9, 1, 23, 59, 59))).toBe(at('2026-10-01'));
  });

  it('refuses half days, which can only be our mistake', () => {
    expect(() => toDay(1.5)).toThrow(RangeError);
    expect(() => toDay(Number.NaN)).toThrow(RangeError);
  });
});
