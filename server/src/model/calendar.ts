/** Working calendars: which days are worked on, and counting in them. */
import {
  addDays,
  addMonths,
  civil,
  type Day,
  dayOf,
  daysSinceMonday,
  FIRST_YEAR,
  LAST_YEAR,
  toDay,
  type Weekday,
  weekday,
} from './day.js';
import type { Duration } from './duration.js';
import { type CountryHolidays, officialHolidays } from './holidays.js';
import type { Bilingual, Lang } from './lang.js';

/** What a `calendar` declaration says. */
export interface CalendarRules {
  readonly weekend: ReadonlySet<Weekday>;
  /** ISO 3166 code of the country whose official holidays apply; none where undefined. */
  readonly country: string | undefined;
  /** Days off of the plan's own, both ends included. */
  readonly holidays: readonly { readonly first: Day; readonly last: Day; readonly why?: string }[];
  /** Days worked of the plan's own, both ends included. */
  readonly workdays: readonly { readonly first: Day; readonly last: Day; readonly why?: string }[];
}

/** What holds where a plan declares no calendar: Saturday and Sunday, and the official holidays of China. */
export const DEFAULT_RULES: CalendarRules = {
  weekend: new Set<Weekday>([6, 7]),
  country: 'CN',
  holidays: [],
  workdays: [],
};

/** Days running that depart from the pattern of the week, all for one reason. */
interface Exception {
  readonly first: number;
  readonly last: number;
  readonly working: boolean;
  readonly why: Bilingual;
}

/** An exception with its place in the count of working days. */
interface Placed extends Exception {
  /** Working days before `first`, counted from an origin of the calendar's own that stays where it is; negative earlier. */
  readonly before: number;
  /** Working days up to and with `last`. */
  readonly after: number;
  /** What the week's pattern is off by behind `last`. */
  readonly correction: number;
}

export const WEEKDAYS: Readonly<Record<Weekday, Bilingual>> = {
  1: { en: 'Monday', zh: '周一' },
  2: { en: 'Tuesday', zh: '周二' },
  3: { en: 'Wednesday', zh: '周三' },
  4: { en: 'Thursday', zh: '周四' },
  5: { en: 'Friday', zh: '周五' },
  6: { en: 'Saturday', zh: '周六' },
  7: { en: 'Sunday', zh: '周日' },
};
const OWN_HOLIDAY: Bilingual = { en: 'day off in this calendar', zh: '本日历放假' };
const OWN_WORKDAY: Bilingual = { en: 'working day in this calendar', zh: '本日历上班' };
const MONDAY_ZERO = toDay(-3);

/**
 * Working days. The more particular statement wins: own workday over own holiday over official holiday or make-up day
 * over weekend.
 *
 * Every question is one of two: how many working days lie before a boundary, and which day is the k-th working day.
 * Both are closed forms of the week's pattern plus a binary search in the few hundred exceptions, so their cost depends
 * neither on the length of what is counted nor on the year.
 */
export class WorkCalendar {
  readonly rules: CalendarRules;
  /** Whether data is known for the country; true where no country is stated. */
  readonly countryKnown: boolean;
  /** All seven weekdays are weekend: no work could ever be scheduled, so every weekday is taken for a working day. */
  readonly weekendIgnored: boolean;
  readonly #official: CountryHolidays | undefined;
  readonly #week: WeekPattern;
  /** What is stated and officially announced. */
  readonly #known: readonly Exception[];
  /** The years, both included, up to which statutory days are filled in where no notice is out; more when asked for. */
  #filled: { readonly from: number; readonly to: number } | undefined;
  #exceptions: readonly Placed[];
  /** What the week's pattern is off by before the first exception. */
  #lead = 0;
  /** The boundaries between which `#exceptions` holds all that there is. */
  #from = Number.NEGATIVE_INFINITY;
  #to = Number.POSITIVE_INFINITY;

  constructor(rules: CalendarRules) {
    this.rules = rules;
    this.#official = rules.country === undefined ? undefined : officialHolidays(rules.country);
    this.countryKnown = rules.country === undefined || this.#official !== undefined;
    this.weekendIgnored = rules.weekend.size === 7;
    this.#week = new WeekPattern(this.weekendIgnored ? new Set() : rules.weekend);
    this.#known = exceptionsOf(rules, this.#official);
    this.#exceptions = place(this.#known, this.#week, 0);
    const years = [...this.coveredYears];
    const last = years.reduce((latest, year) => Math.max(latest, year), years[0] ?? 0);
    const first = years.reduce((earliest, year) => Math.min(earliest, year), last);
    if (years.length > 0) this.#fill(first, last);
  }

  isWorking(day: Day): boolean {
    return this.#exceptionOn(day)?.working ?? this.#week.isWorking(day);
  }

  /** Why a day is off, or is worked although the week's pattern has it off; undefined for an ordinary working day. */
  why(day: Day, lang: Lang): string | undefined {
    const exception = this.#exceptionOn(day);
    if (exception) return exception.why[lang];
    return this.#week.isWorking(day) ? undefined : WEEKDAYS[weekday(day)][lang];
  }

  /** Working days in [from, to); negative where `to` is before `from`. */
  countWorking(from: Day, to: Day): number {
    return this.#before(to) - this.#before(from);
  }

  /** The first boundary at or after this one at which a working day begins. */
  nextStart(boundary: Day): Day {
    return this.isWorking(boundary) ? boundary : this.#nth(this.#before(boundary));
  }

  /** The last boundary at or before this one at which a working day ends. */
  lastEnd(boundary: Day): Day {
    return addDays(this.#nth(this.#before(boundary) - 1), 1);
  }

  /**
   * n working days after a boundary: on to the first boundary at or after it at which a working day begins, then over n
   * working days (semantics §1). So one working day from a Saturday ends on Monday evening; none stays where it is. A
   * negative n is `retreat`.
   */
  advance(boundary: Day, n: number): Day {
    if (n < 0) return this.retreat(boundary, -n);
    return n === 0 ? boundary : addDays(this.#nth(this.#before(boundary) + n - 1), 1);
  }

  /** The mirror: back to the last boundary at or before it at which a working day ends, then back over n of them. */
  retreat(boundary: Day, n: number): Day {
    if (n < 0) return this.advance(boundary, -n);
    return n === 0 ? boundary : this.#nth(this.#before(boundary) - n);
  }

  addDuration(boundary: Day, duration: Duration): Day {
    return this.#step(boundary, duration, 1);
  }

  subtractDuration(boundary: Day, duration: Duration): Day {
    return this.#step(boundary, duration, -1);
  }

  /** The years that the country's data covers; none where no country is stated or it is unknown. */
  get coveredYears(): ReadonlySet<number> {
    return this.#official?.years ?? new Set();
  }

  /**
   * Whether official holidays are asked for, the data has nothing for that year, and no holiday or workday of the plan's
   * own is in it: then weekends and the statutory days off are all that is known (`calendar/no-data`).
   */
  lacksData(year: number): boolean {
    if (this.#official === undefined || this.coveredYears.has(year)) return false;
    const own = [...this.rules.holidays, ...this.rules.workdays];
    return !own.some(({ first, last }) => civil(first).year <= year && year <= civil(last).year);
  }

  #step(boundary: Day, { amount, unit }: Duration, sign: 1 | -1): Day {
    switch (unit) {
      case 'd':
        return addDays(boundary, sign * amount);
      case 'w':
        return addDays(boundary, sign * 7 * amount);
      case 'mo':
        return addMonths(boundary, sign * amount);
      case 'y':
        return addMonths(boundary, sign * 12 * amount);
      case 'wd':
        return sign > 0 ? this.advance(boundary, amount) : this.retreat(boundary, amount);
    }
  }

  /** Fills in the statutory days of the years from one to another that nothing is known of. */
  #fill(from: number, to: number): void {
    const official = this.#official;
    if (official === undefined) return;
    const filled = { from: Math.max(FIRST_YEAR, from), to: Math.min(LAST_YEAR, to) };
    const provisional: Exception[] = [];
    for (let year = filled.from; year <= filled.to; year++) {
      if (!this.lacksData(year)) continue;
      for (const { first, last, name } of official.provisional(year)) {
        provisional.push({ first, last, working: false, why: name });
      }
    }
    if (provisional.length > 0) {
      // Numbers stay: days that are filled in before what was known move the origin instead.
      const anchor = this.#filled && dayOf(this.#filled.from, 1, 1);
      const number = anchor === undefined ? 0 : this.#before(anchor);
      const exceptions = overlay(this.#known, disjoint(provisional));
      this.#exceptions = place(exceptions, this.#week, 0);
      this.#lead = 0;
      if (anchor !== undefined) {
        this.#lead = number - this.#before(anchor);
        this.#exceptions = place(exceptions, this.#week, this.#lead);
      }
    }
    this.#filled = filled;
    // Outside of the years that can be written nothing is known of any.
    this.#from = filled.from === FIRST_YEAR ? Number.NEGATIVE_INFINITY : (dayOf(filled.from, 1, 1) ?? 0);
    this.#to = filled.to === LAST_YEAR ? Number.POSITIVE_INFINITY : (dayOf(filled.to + 1, 1, 1) ?? 0);
  }

  /** Sees to it that what is asked of a boundary is known. */
  #reach(boundary: number): void {
    if (this.#filled === undefined || (boundary >= this.#from && boundary < this.#to)) return;
    const { from, to } = this.#filled;
    const { year } = civil(toDay(boundary));
    // Half as far again, so that a plan that goes on and on does not fill in year by year.
    const more = Math.ceil((to - from) / 2);
    this.#fill(year < from ? year - more : from, year > to ? year + more : to);
  }

  /** The last exception that begins on or before a day. */
  #upTo(day: Day): Placed | undefined {
    this.#reach(day);
    return lastUpTo(this.#exceptions, day);
  }

  #exceptionOn(day: Day): Placed | undefined {
    const exception = this.#upTo(day);
    return exception && day <= exception.last ? exception : undefined;
  }

  /** The number of working days before a boundary, which is also the number of the first one at or after it. */
  #before(boundary: Day): number {
    const exception = this.#upTo(boundary);
    if (!exception) return this.#week.before(boundary) + this.#lead;
    if (boundary > exception.last) return this.#week.before(boundary) + exception.correction;
    return exception.working ? exception.before + (boundary - exception.first) : exception.before;
  }

  /** The working day with number k. */
  #nth(k: number): Day {
    let day = this.#nthOfKnown(k);
    // What is filled in on the way there moves it; in the end it lies within what is known.
    while (day < this.#from || day >= this.#to) {
      this.#reach(day);
      day = this.#nthOfKnown(k);
    }
    return day;
  }

  #nthOfKnown(k: number): Day {
    const exception = lastCounted(this.#exceptions, k);
    if (!exception) return this.#week.nth(k - this.#lead);
    if (k < exception.after) return toDay(exception.first + (k - exception.before));
    return this.#week.nth(k - exception.correction);
  }
}

/** The working days of a week that repeats for ever, counted from Monday 1969-12-29. */
class WeekPattern {
  /** Offsets from Monday of the working days. */
  readonly #offsets: readonly number[];
  /** Working days between Monday and each offset 0–6. */
  readonly #prefix: readonly number[];

  constructor(weekend: ReadonlySet<Weekday>) {
    this.#offsets = ([1, 2, 3, 4, 5, 6, 7] as const).filter((day) => !weekend.has(day)).map((day) => day - 1);
    this.#prefix = [0, 1, 2, 3, 4, 5, 6].map((offset) => this.#offsets.filter((working) => working < offset).length);
  }

  isWorking(day: Day): boolean {
    return this.#offsets.includes(daysSinceMonday(day));
  }

  before(boundary: Day): number {
    const offset = daysSinceMonday(boundary);
    const weeks = (boundary - offset - MONDAY_ZERO) / 7;
    return weeks * this.#offsets.length + (this.#prefix[offset] ?? 0);
  }

  nth(k: number): Day {
    const weeks = Math.floor(k / this.#offsets.length);
    return toDay(MONDAY_ZERO + weeks * 7 + (this.#offsets[k - weeks * this.#offsets.length] ?? 0));
  }
}

function exceptionsOf(rules: CalendarRules, official: CountryHolidays | undefined): readonly Exception[] {
  const notice = (official?.days ?? []).map(({ first, last, working, name }) => ({
    first,
    last,
    working,
    why: working ? { en: `make-up working day for ${name.en}`, zh: `${name.zh}调休上班` } : name,
  }));
  const holidays = rules.holidays.map(({ first, last, why }) => ({
    first,
    last,
    working: false,
    why: why ? { en: why, zh: why } : OWN_HOLIDAY,
  }));
  const workdays = rules.workdays.map(({ first, last, why }) => ({
    first,
    last,
    working: true,
    why: why ? { en: why, zh: why } : OWN_WORKDAY,
  }));
  return overlay(disjoint(workdays), overlay(disjoint(holidays), notice));
}

/** In order of time, each without the days that an earlier one has taken. */
function disjoint(exceptions: readonly Exception[]): readonly Exception[] {
  const result: Exception[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const exception of [...exceptions].sort((a, b) => a.first - b.first)) {
    const first = Math.max(exception.first, free);
    if (first > exception.last) continue;
    result.push({ ...exception, first });
    free = exception.last + 1;
  }
  return result;
}

/** All of `top`, and of `under` the days that it leaves free. Both in order and without overlap, so is the result. */
function overlay(top: readonly Exception[], under: readonly Exception[]): readonly Exception[] {
  const result: Exception[] = [...top];
  let next = 0;
  for (const exception of under) {
    let first = exception.first;
    while ((top[next]?.last ?? Number.POSITIVE_INFINITY) < first) next++;
    for (let at = next; first <= exception.last; at++) {
      const cover = top[at];
      const last = Math.min(exception.last, (cover?.first ?? Number.POSITIVE_INFINITY) - 1);
      if (first <= last) result.push({ ...exception, first, last });
      if (!cover) break;
      first = cover.last + 1;
    }
  }
  return result.sort((a, b) => a.first - b.first);
}

/** `lead`: what the week's pattern is off by before the first of them. */
function place(exceptions: readonly Exception[], week: WeekPattern, lead: number): readonly Placed[] {
  let correction = lead;
  return exceptions.map((exception) => {
    const before = week.before(toDay(exception.first)) + correction;
    const after = exception.working ? before + (exception.last - exception.first + 1) : before;
    correction = after - week.before(toDay(exception.last + 1));
    return { ...exception, before, after, correction };
  });
}

/** The last exception that begins on or before a day. Written out, as it is asked several times for every task. */
function lastUpTo(exceptions: readonly Placed[], day: number): Placed | undefined {
  let low = 0;
  let high = exceptions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const exception = exceptions[middle];
    if (exception !== undefined && exception.first <= day) low = middle + 1;
    else high = middle;
  }
  return exceptions[low - 1];
}

/** The last exception before which there are no more than k working days. */
function lastCounted(exceptions: readonly Placed[], k: number): Placed | undefined {
  let low = 0;
  let high = exceptions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const exception = exceptions[middle];
    if (exception !== undefined && exception.before <= k) low = middle + 1;
    else high = middle;
  }
  return exceptions[low - 1];
}
