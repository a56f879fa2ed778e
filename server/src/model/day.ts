/**
 * Days without clocks and time zones: a day is an integer, so differences are subtractions and order is `<`.
 * The conversions between serial numbers and civil dates are Howard Hinnant's `days_from_civil` and
 * `civil_from_days` (proleptic Gregorian calendar, years counted from March so that the leap day comes last).
 */

/**
 * Days since 1970-01-01. As an instant it is the boundary at which that day begins: day n runs from boundary n to n+1
 * (semantics §1).
 */
export type Day = number & { readonly __brand: 'Day' };

/** ISO 8601 weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A calendar date in numbers as people write them: month 1–12, day 1–31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The years that can be written: four digits, and no year 0. */
export const FIRST_YEAR = 1;
export const LAST_YEAR = 9999;

/** Takes a number that is known to count days for a day. Throws where it is no whole number: that is our mistake. */
export function toDay(serial: number): Day {
  if (!Number.isSafeInteger(serial)) throw new RangeError(`${serial} is not a whole number of days`);
  return serial as Day;
}

function serialOf(year: number, month: number, day: number): number {
  const fromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The number of days of a month, 28–31. `month` is 1–12. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of a date; undefined where the calendar has no such date or its year is not 1–9999. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (!(Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day))) return undefined;
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return toDay(serialOf(year, month, day));
}

/** The calendar date of a day. */
export function civil(day: Day): CivilDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Days since the Monday of the same week, 0–6. 1970-01-01 was a Thursday. */
export function daysSinceMonday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The ISO weekday of a day: Monday 1 … Sunday 7. */
export function weekday(day: Day): Weekday {
  return (daysSinceMonday(day) + 1) as Weekday;
}

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civil(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

/** Reads exactly `YYYY-MM-DD`; undefined for anything else and for dates that do not exist. */
export function parseIsoDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The day `n` days later (earlier where n is negative). */
export function addDays(day: Day, n: number): Day {
  return toDay(day + n);
}

/** The same day of the month `n` months later (earlier where n is negative), clamped to the month's end. */
export function addMonths(day: Day, n: number): Day {
  const date = civil(day);
  const months = date.year * 12 + (date.month - 1) + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return toDay(serialOf(year, month, Math.min(date.day, daysInMonth(year, month))));
}

/** First day of the block of `months` months (counted from January) that holds `day`. */
function blockStart(day: Day, months: number): Day {
  const { year, month } = civil(day);
  return toDay(serialOf(year, month - ((month - 1) % months), 1));
}

function blockEnd(day: Day, months: number): Day {
  return addDays(addMonths(blockStart(day, months), months), -1);
}

/** The Monday of the week that holds `day`. */
export const weekStart = (day: Day): Day => addDays(day, -daysSinceMonday(day));
export const monthStart = (day: Day): Day => blockStart(day, 1);
export const monthEnd = (day: Day): Day => blockEnd(day, 1);
export const quarterStart = (day: Day): Day => blockStart(day, 3);
export const quarterEnd = (day: Day): Day => blockEnd(day, 3);
export const halfStart = (day: Day): Day => blockStart(day, 6);
export const halfEnd = (day: Day): Day => blockEnd(day, 6);
export const yearStart = (day: Day): Day => blockStart(day, 12);
export const yearEnd = (day: Day): Day => blockEnd(day, 12);

/** The day on the wall calendar of the machine: the only place where a time zone plays a part. For the rim only. */
export function today(now: Date): Day {
  return toDay(serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate()));
}
