/**
 * Plan years: a year of the plan runs from the first day of the month in which it begins (language reference, 2.1,
 * `year-begins`). It is called after the calendar year in which it begins; its quarters are counted from its first
 * month, its months stay calendar months.
 */
import { addDays, addMonths, civil, type Day, dayOf, monthEnd } from './day.js';
import { monthPeriod, type Period } from './period.js';
import type { Plan } from './plan.js';

/** The month in which plan years begin, 1 to 12. */
export type YearBegins = number;

export interface PlanYear {
  readonly year: number;
  readonly begins: YearBegins;
}

export const JANUARY: YearBegins = 1;

export function yearBeginsOf({ portfolio }: Plan): YearBegins {
  const month = portfolio?.yearBegins?.value;
  return month === undefined ? JANUARY : Number(month.slice(1));
}

/** The plan year in which a day lies. */
export function planYearOf(day: Day, begins: YearBegins): number {
  const { year, month } = civil(day);
  return month >= begins ? year : year - 1;
}

/** From its first to its last day. */
export function planYearPeriod(year: number, begins: YearBegins): Period {
  const { first } = monthPeriod(year, begins);
  return { grain: 'year', first, last: addDays(addMonths(first, 12), -1) };
}

/** The quarters and months of the years that were asked for: each project of a portfolio asks for the same. */
const periods = new Map<number, Period>();

function kept(year: number, place: number, begins: YearBegins, make: () => Period): Period {
  const key = (year * 16 + place) * 16 + begins;
  let period = periods.get(key);
  if (period === undefined) {
    period = make();
    // Some hundred years at most: nobody plans for more.
    if (periods.size > 4096) periods.clear();
    periods.set(key, period);
  }
  return period;
}

/** The `quarter`th three months of a plan year, 1 to 4. */
export function planQuarter(year: number, quarter: number, begins: YearBegins): Period {
  return kept(year, 12 + quarter - 1, begins, () => newQuarter(year, quarter, begins));
}

function newQuarter(year: number, quarter: number, begins: YearBegins): Period {
  const first = addMonths(monthPeriod(year, begins).first, (quarter - 1) * 3);
  return { grain: 'quarter', first, last: addDays(addMonths(first, 3), -1) };
}

/** A calendar month, 1 to 12, in a plan year: of 2026 that begins in April, month 1 is January 2027. */
export function planMonth(year: number, month: number, begins: YearBegins): Period {
  const place = placeInYear(month, begins);
  return kept(year, place, begins, () => {
    const first = addMonths(monthPeriod(year, begins).first, place);
    return { grain: 'month', first, last: monthEnd(first) };
  });
}

/** The twelve months of a plan year in their order. */
export function planMonths(year: number, begins: YearBegins): readonly Period[] {
  return Array.from({ length: 12 }, (_, i) => planMonth(year, monthInOrder(i, begins), begins));
}

/** Where a calendar month stands in the plan year: 0 for its first. */
export function placeInYear(month: number, begins: YearBegins): number {
  return (month - begins + 12) % 12;
}

/** The quarter of the plan year, 1 to 4, in which a calendar month lies. */
export function quarterOfMonth(month: number, begins: YearBegins): number {
  return Math.floor(placeInYear(month, begins) / 3) + 1;
}

function monthInOrder(place: number, begins: YearBegins): number {
  return ((begins - 1 + place) % 12) + 1;
}

/** The day before the quarter of the plan year that `day` lies in. */
export function lastQuarterEnd(day: Day, begins: YearBegins): Day {
  const quarter = quarterOfMonth(civil(day).month, begins);
  return addDays(planQuarter(planYearOf(day, begins), quarter, begins).first, -1);
}

/** The day before the plan year that `day` lies in. */
export function lastYearEnd(day: Day, begins: YearBegins): Day {
  return addDays(planYearPeriod(planYearOf(day, begins), begins).first, -1);
}

/** The same day a year before; of the last day of a month the last day of that month, so that months compare whole. */
export function yearAgo(day: Day): Day {
  const { year, month, day: of } = civil(day);
  const first = dayOf(year - 1, month, 1) ?? day;
  if (day === monthEnd(day)) return monthEnd(first);
  return dayOf(year - 1, month, of) ?? monthEnd(first);
}
