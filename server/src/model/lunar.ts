/**
 * Festivals of China that move with moon and sun. The lengths of lunar months come from the package chinese-days; its
 * functions that make dates go through local time and err west of UTC, so days are counted here.
 */
import { getYearLeapMonth, monthDays } from 'chinese-days';
import { addDays, type Day, dayOf, toDay } from './day.js';

/** The lunar years of the package's table. */
const FIRST = 1900;
const LAST = 2100;
/** The first day of the first of them. */
const EPOCH = dayOf(1900, 1, 31) ?? toDay(0);

/** The day of a lunar date: `month` 1–12 (never the leap month), `day` 1–30. Undefined outside the table. */
export function lunarDay(year: number, month: number, day: number): Day | undefined {
  const start = newYears()[year - FIRST];
  if (start === undefined) return undefined;
  let before = 0;
  for (let each = 1; each < month; each++) before += monthDays(year, each);
  const { leapMonth = month, days } = getYearLeapMonth(year);
  return addDays(start, before + (leapMonth < month ? days : 0) + day - 1);
}

/**
 * Qingming, the day on which the sun stands at 15°, by the rule of thumb with the remainder of leap days: exact for
 * 1901 to 2099, undefined outside.
 */
export function qingming(year: number): Day | undefined {
  if (year < 1901 || year > 2099) return undefined;
  const inCentury = year % 100;
  return dayOf(year, 4, Math.floor(inCentury * 0.2422 + (year < 2000 ? 5.59 : 4.81)) - Math.floor(inCentury / 4));
}

let starts: readonly Day[] | undefined;

/** The first days of the lunar years; made when first asked for. */
function newYears(): readonly Day[] {
  if (starts !== undefined) return starts;
  const days: Day[] = [];
  let day = EPOCH;
  for (let year = FIRST; year <= LAST; year++) {
    days.push(day);
    for (let month = 1; month <= 12; month++) day = addDays(day, monthDays(year, month));
    day = addDays(day, getYearLeapMonth(year).days);
  }
  starts = days;
  return days;
}
