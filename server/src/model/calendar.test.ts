/** Holidays, days off and counting in working days. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../../test/growth.js';
import { type CalendarRules, DEFAULT_RULES, WorkCalendar } from './calendar.js';
import { addDays, civil, type Day, formatDay, parseIsoDay, toDay, type Weekday } from './day.js';
import type { DurationUnit } from './duration.js';
import { holidayCountries, officialHolidays } from './holidays.js';
import { lunarDay, qingming } from './lunar.js';

const at = (text: string): Day => {
  const day = parseIsoDay(text);
  if (day === undefined) throw new Error(text);
  return day;
};
const calendar = (rules: Partial<CalendarRules> = {}) => new WorkCalendar({ ...DEFAULT_RULES, ...rules });
const on = (day: string, why?: string) => ({ first: at(day), last: at(day), ...(why === undefined ? {} : { why }) });
const china = calendar();
/** The days from one to another, both included, that are worked (`1`) or off (`0`). */
const week = (from: string, to: string, of = china) =>
  Array.from({ length: at(to) - at(from) + 1 }, (_, n) => (of.isWorking(addDays(at(from), n)) ? '1' : '0')).join('');

describe('official holidays of China', () => {
  it('2026 has 248 working days, as the State Council notice makes it', () => {
    expect(china.countWorking(at('2026-01-01'), at('2027-01-01'))).toBe(248);
  });

  it('National Day 2026 is off from Thursday 1 to Wednesday 7 October, made up on Sunday 20 September and Saturday 10 October', () => {
    expect(week('2026-09-30', '2026-10-12')).toBe('1000000011101');
    expect(week('2026-09-18', '2026-09-21')).toBe('1011');
    expect(china.why(at('2026-10-01'), 'zh')).toBe('国庆节');
    expect(china.why(at('2026-10-01'), 'en')).toBe('National Day');
    expect(china.why(at('2026-10-10'), 'zh')).toBe('国庆节调休上班');
    expect(china.why(at('2026-10-10'), 'en')).toBe('make-up working day for National Day');
    expect(china.why(at('2026-10-11'), 'zh')).toBe('周日');
    expect(china.why(at('2026-10-12'), 'zh')).toBeUndefined();
  });

  it('Spring Festival 2026 is off from Sunday 15 to Monday 23 February, made up on both Saturdays around it', () => {
    expect(week('2026-02-14', '2026-02-28')).toBe('100000000011111');
  });

  it('covers 2004 to 2026 and nothing else; other countries are unknown', () => {
    expect([Math.min(...china.coveredYears), Math.max(...china.coveredYears), china.coveredYears.size]).toEqual([
      2004, 2026, 23,
    ]);
    expect(holidayCountries()).toEqual(['CN']);
    expect(officialHolidays('ZZ')).toBeUndefined();
    expect(officialHolidays('constructor')).toBeUndefined();
    expect(calendar({ country: 'ZZ' }).countryKnown).toBe(false);
    expect(china.countryKnown).toBe(true);
  });

  it('a year without data is one that the plan says nothing about either', () => {
    expect(china.lacksData(2026)).toBe(false);
    expect(china.lacksData(2027)).toBe(true);
    const own = calendar({ holidays: [{ first: at('2026-12-31'), last: at('2027-01-02') }] });
    expect(own.lacksData(2027)).toBe(false);
    expect(own.lacksData(2028)).toBe(true);
    expect(calendar({ workdays: [on('2027-01-09')] }).lacksData(2027)).toBe(false);
    expect(calendar({ country: undefined }).lacksData(2027)).toBe(false);
  });
});

describe('what a plan adds', () => {
  it('workday wins over holiday, holiday over official holidays, those over the weekend', () => {
    const own = calendar({
      holidays: [{ first: at('2026-10-08'), last: at('2026-10-12'), why: '停电检修' }],
      workdays: [on('2026-10-11', '抢工'), on('2026-10-01')],
    });
    // 1 October own workday; 2–7 official; 8–10 and 12 own holiday (the 10th would be a make-up day); 11 own workday.
    expect(week('2026-10-01', '2026-10-13', own)).toBe('1000000000101');
    expect(own.why(at('2026-10-10'), 'zh')).toBe('停电检修');
    expect(own.why(at('2026-10-11'), 'zh')).toBe('抢工');
    expect(own.why(at('2026-10-01'), 'en')).toBe('working day in this calendar');
    expect(own.why(at('2026-10-03'), 'zh')).toBe('国庆节');
  });

  it('overlapping, repeated and reversed statements do no harm', () => {
    const own = calendar({
      country: undefined,
      holidays: [
        { first: at('2026-03-02'), last: at('2026-03-06') },
        { first: at('2026-03-04'), last: at('2026-03-04') },
        { first: at('2026-03-05'), last: at('2026-03-09') },
        { first: at('2026-03-20'), last: at('2026-03-16') },
      ],
      workdays: [on('2026-03-04'), on('2026-03-04')],
    });
    // From Monday 2 March: three days, of which the 4th is worked, then off through Monday the 9th.
    expect(week('2026-03-02', '2026-03-20', own)).toBe('0010000011110011111');
  });

  it('weekends may be other days, or none, but not all', () => {
    const weekend = (...days: Weekday[]) => calendar({ country: undefined, weekend: new Set(days) });
    expect(week('2026-03-02', '2026-03-08', weekend(5))).toBe('1111011');
    expect(week('2026-03-02', '2026-03-08', weekend())).toBe('1111111');
    const all = weekend(1, 2, 3, 4, 5, 6, 7);
    expect(all.weekendIgnored).toBe(true);
    expect(formatDay(all.advance(at('2026-03-02'), 3))).toBe('2026-03-05');
  });
});

describe('working days from a boundary', () => {
  const advance = (from: string, n: number) => formatDay(china.advance(at(from), n));
  const retreat = (from: string, n: number) => formatDay(china.retreat(at(from), n));

  it('are counted from the first working day at or after it', () => {
    // Monday morning + 5 is Friday evening, the boundary at which Saturday begins.
    expect(advance('2026-03-02', 5)).toBe('2026-03-07');
    expect(advance('2026-03-02', 6)).toBe('2026-03-10');
    // Saturday + 1 is Monday evening, Saturday + 0 stays where it is; the next working day begins on Monday morning.
    expect(advance('2026-03-07', 1)).toBe('2026-03-10');
    expect(advance('2026-03-07', 0)).toBe('2026-03-07');
    expect(formatDay(china.nextStart(at('2026-03-07')))).toBe('2026-03-09');
    // Over National Day: 30 September, then 8, 9, 10 October.
    expect(advance('2026-09-30', 4)).toBe('2026-10-11');
  });

  it('are mirrored backwards', () => {
    // Saturday's boundary is Friday evening: 5 working days before it is Monday morning.
    expect(retreat('2026-03-07', 5)).toBe('2026-03-02');
    // Monday morning − 1 is Friday morning; the working day before it ends on Friday evening.
    expect(retreat('2026-03-09', 1)).toBe('2026-03-06');
    expect(retreat('2026-03-09', 0)).toBe('2026-03-09');
    expect(formatDay(china.lastEnd(at('2026-03-09')))).toBe('2026-03-07');
    expect(retreat('2026-10-11', 4)).toBe('2026-09-30');
    expect(advance('2026-03-09', -1)).toBe('2026-03-06');
    expect(retreat('2026-03-07', -1)).toBe('2026-03-10');
  });

  it('other units step the calendar', () => {
    const step = (amount: number, unit: DurationUnit) => [
      formatDay(china.addDuration(at('2026-01-31'), { amount, unit })),
      formatDay(china.subtractDuration(at('2026-01-31'), { amount, unit })),
    ];
    expect(step(10, 'd')).toEqual(['2026-02-10', '2026-01-21']);
    expect(step(2, 'w')).toEqual(['2026-02-14', '2026-01-17']);
    expect(step(1, 'mo')).toEqual(['2026-02-28', '2025-12-31']);
    expect(step(2, 'y')).toEqual(['2028-01-31', '2024-01-31']);
    // Saturday 31 January: the next working day is Monday 2 February, the last one Friday 30 January.
    expect(step(1, 'wd')).toEqual(['2026-02-03', '2026-01-30']);
  });
});

describe('a year whose official notice is not out', () => {
  it('has the days off that the law names, without make-up days', () => {
    // Thursday 2027-02-04 … Spring Festival: New Year's Eve is Friday 5 February, the third day Monday the 8th.
    expect(week('2027-02-04', '2027-02-09')).toBe('100001');
    expect(china.why(at('2027-02-05'), 'en')).toBe('Spring Festival');
    // New Year's Day 2027 is a Friday; Qingming 2027 Monday 5 April, Labour Day Saturday and Sunday 1 and 2 May.
    expect(week('2026-12-31', '2027-01-04')).toBe('10001');
    expect(week('2027-04-02', '2027-04-06')).toBe('10001');
    expect(week('2027-04-30', '2027-05-03')).toBe('1001');
    // Dragon Boat 2027 is Wednesday 9 June, Mid-autumn Wednesday 15 September, National Day Friday to Sunday.
    expect(week('2027-06-08', '2027-06-10')).toBe('101');
    expect(week('2027-09-14', '2027-09-16')).toBe('101');
    expect(week('2027-09-30', '2027-10-04')).toBe('10001');
  });

  it('has them over a leap month too: 2028 has a second fifth month, and Mid-autumn falls into National Day', () => {
    // Dragon Boat is in the first fifth month: 28 May 2028, a Sunday. Mid-autumn: Tuesday 3 October.
    expect(china.why(at('2028-05-28'), 'zh')).toBe('端午');
    expect(week('2028-09-29', '2028-10-04')).toBe('100001');
  });

  it('has them before the data begins and in a century that nobody has asked for yet', () => {
    expect(china.isWorking(at('2003-10-01'))).toBe(false);
    expect(calendar().isWorking(at('2090-05-01'))).toBe(false);
    const far = calendar();
    expect(formatDay(far.advance(at('2026-03-31'), 12_000))).toBe(formatDay(china.advance(at('2026-03-31'), 12_000)));
  });

  it('goes by what the plan says of it, if it says anything', () => {
    const own = calendar({ holidays: [{ first: at('2027-02-05'), last: at('2027-02-11') }] });
    expect(week('2027-01-01', '2027-01-01', own)).toBe('1');
    expect(week('2027-02-04', '2027-02-12', own)).toBe('100000001');
  });

  it('Qingming by rule of thumb is the day that the notices name', () => {
    const named = officialHolidays('CN')?.days.filter(({ name, working }) => name.zh === '清明' && !working) ?? [];
    expect(named.length).toBeGreaterThan(15);
    for (const { first, last } of named) {
      const day = qingming(civil(first).year);
      expect(day !== undefined && first <= day && day <= last).toBe(true);
    }
  });

  it('lunar days are those that the notices give days off for', () => {
    for (const [name, month, day] of [
      ['端午', 5, 5],
      ['中秋', 8, 15],
    ] as const) {
      const named = officialHolidays('CN')?.days.filter((days) => days.name.zh === name && !days.working) ?? [];
      expect(named.length).toBeGreaterThan(15);
      for (const { first, last } of named) {
        const festival = lunarDay(civil(first).year, month, day) ?? 0;
        // Days that are off at a weekend anyway do not stand in the data.
        expect([formatDay(first), festival >= first - 2 && festival <= last + 2]).toEqual([formatDay(first), true]);
      }
    }
  });
});

describe('any calendar', () => {
  const near = fc.integer({ min: at('2025-06-01'), max: at('2027-06-01') }).map(toDay);
  const rules = fc.record({
    weekend: fc
      .uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), { maxLength: 6 })
      .map((days) => new Set<Weekday>(days)),
    country: fc.constantFrom('CN', undefined),
    holidays: fc.array(
      fc
        .tuple(near, fc.integer({ min: -2, max: 40 }))
        .map(([first, length]) => ({ first, last: addDays(first, length) })),
      { maxLength: 5 },
    ),
    workdays: fc.array(
      fc.tuple(near, fc.nat(2)).map(([first, more]) => ({ first, last: addDays(first, more) })),
      { maxLength: 8 },
    ),
  });

  const statutory = (day: Day): boolean =>
    officialHolidays('CN')
      ?.provisional(civil(day).year)
      .some(({ first, last }) => first <= day && day <= last) ?? false;

  it('counts and steps as one does by hand, day by day', () => {
    fc.assert(
      fc.property(rules, near, fc.integer({ min: 1, max: 60 }), (rule, from, n) => {
        const subject = new WorkCalendar(rule);
        const worked = (day: Day): boolean => {
          if (rule.workdays.some(({ first, last }) => first <= day && day <= last)) return true;
          if (rule.holidays.some(({ first, last }) => first <= day && day <= last)) return false;
          const official = rule.country
            ? officialHolidays(rule.country)?.days.find(({ first, last }) => first <= day && day <= last)
            : undefined;
          if (official === undefined && rule.country && subject.lacksData(civil(day).year) && statutory(day))
            return false;
          return official?.working ?? !rule.weekend.has((((((day + 3) % 7) + 7) % 7) + 1) as Weekday);
        };
        let to = from;
        for (let left = n; left > 0; to = addDays(to, 1)) if (worked(to)) left--;
        expect(subject.advance(from, n)).toBe(to);
        expect(subject.countWorking(from, to)).toBe(n);
        expect(subject.isWorking(from)).toBe(worked(from));

        let back = from;
        for (let left = n; left > 0; ) {
          back = addDays(back, -1);
          if (worked(back)) left--;
        }
        expect(subject.retreat(from, n)).toBe(back);
      }),
    );
  });

  it('leads back to the working day it set out from', () => {
    fc.assert(
      fc.property(rules, near, fc.integer({ min: 1, max: 5000 }), (rule, from, n) => {
        const subject = new WorkCalendar(rule);
        expect(subject.retreat(subject.advance(from, n), n)).toBe(subject.nextStart(from));
        expect(subject.advance(subject.retreat(from, n), n)).toBe(subject.lastEnd(from));
      }),
    );
  });

  it('is as fast for a century as for a day', () => {
    const there = (days: number): number => {
      let boundary = at('2005-01-01');
      for (let task = 0; task < 50_000; task++)
        boundary = china.advance(china.retreat(boundary, days), days + (task % 2));
      return boundary;
    };
    const cost = (days: number): number =>
      Math.min(...[1, 2, 3, 4].map(() => seconds(() => expect(there(days)).toBeGreaterThan(at('2060-01-01')))));
    // Walking from day to day would cost some thousand times as much.
    expect(cost(26_000) / cost(5)).toBeLessThan(20);
  });
});
