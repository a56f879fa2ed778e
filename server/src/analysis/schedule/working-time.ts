/** Arithmetic with lengths and lags over a working calendar, in boundaries between days (semantics §1). */
import type { WorkCalendar } from '../../model/calendar.js';
import { addMonths, civil, dayOf, toDay } from '../../model/day.js';
import type { Duration } from '../../model/duration.js';
import type { DependencyFacts } from '../../model/facts.js';

/** What a length counts: calendar days (weeks are 7), working days, or calendar months (years are 12). */
export type Unit = typeof DAYS | typeof WORKING_DAYS | typeof MONTHS;
export const DAYS = 0;
export const WORKING_DAYS = 1;
export const MONTHS = 2;

export function unitOf({ unit }: Duration): Unit {
  return unit === 'wd' ? WORKING_DAYS : unit === 'd' || unit === 'w' ? DAYS : MONTHS;
}

/** The amount in `unitOf`. */
export function amountOf({ unit, amount }: Duration): number {
  return unit === 'w' ? amount * 7 : unit === 'y' ? amount * 12 : amount;
}

/** No item: behind all of them. */
export const NOTHING = Number.POSITIVE_INFINITY;

/** A lag or lead as a dependency states it. */
export type Lag = NonNullable<DependencyFacts['lag']>;

/**
 * Steps between boundaries (semantics §1) by one calendar. Boundaries are plain numbers here, as they stand in the
 * arrays of the network. Remembers the years in which working days were counted without official data to go by.
 */
export class WorkingTime {
  /** Year → the first item that counted in it (an index into the network's items). */
  readonly touched = new Map<number, number>();
  /** What a pass is computing, for `touched`; outside of passes nothing is noted, or it would depend on who asked what. */
  subject = NOTHING;
  readonly #covered: Covered;

  constructor(readonly calendar: WorkCalendar) {
    this.#covered = coverage(calendar);
  }

  /** The boundary `amount` steps later; earlier where it is negative. */
  add(boundary: number, unit: Unit, amount: number): number {
    switch (unit) {
      case DAYS:
        return boundary + amount;
      case MONTHS:
        return addMonths(toDay(boundary), amount);
      case WORKING_DAYS: {
        const result =
          amount >= 0
            ? this.calendar.advance(toDay(boundary), amount)
            : this.calendar.retreat(toDay(boundary), -amount);
        if (amount >= 0) this.#touch(boundary, result);
        else this.#touch(result, boundary);
        return result;
      }
    }
  }

  /** The mirror of `add`. */
  subtract(boundary: number, unit: Unit, amount: number): number {
    if (unit !== WORKING_DAYS) return this.add(boundary, unit, -amount);
    const result =
      amount >= 0 ? this.calendar.retreat(toDay(boundary), amount) : this.calendar.advance(toDay(boundary), -amount);
    if (amount >= 0) this.#touch(result, boundary);
    else this.#touch(boundary, result);
    return result;
  }

  /** `boundary + lag`: earlier for a lead. */
  lagged(boundary: number, { sign, duration }: Lag): number {
    return this.add(boundary, unitOf(duration), sign * amountOf(duration));
  }

  /**
   * How late a boundary may be for `boundary + lag` not to pass `limit`. For days and a lag of working days that is
   * `limit − lag`. A lead of working days leads to the same day from everywhere between two working days, so it is the
   * last boundary there that counts, and a limit within days off is no better than the working day before them.
   */
  latest(limit: number, { sign, duration }: Lag): number {
    const unit = unitOf(duration);
    const amount = sign * amountOf(duration);
    if (unit !== WORKING_DAYS || amount > 0) return this.subtract(limit, unit, amount);
    const off = !this.calendar.isWorking(toDay(limit));
    if (amount === 0) return off ? this.subtract(limit, unit, 1) : limit;
    return this.add(this.add(limit, unit, off ? -amount - 1 : -amount), unit, 0);
  }

  #touch(from: number, to: number): void {
    if (from >= this.#covered.from && to <= this.#covered.to) return;
    const last = civil(toDay(Math.max(from, to - 1))).year;
    for (let year = civil(toDay(from)).year; year <= last; year++) {
      if ((this.touched.get(year) ?? NOTHING) > this.subject) this.touched.set(year, this.subject);
    }
  }
}

/** The boundaries between which a calendar knows all it asks for. */
interface Covered {
  readonly from: number;
  readonly to: number;
}

const known = new WeakMap<WorkCalendar, Covered>();

function coverage(calendar: WorkCalendar): Covered {
  let covered = known.get(calendar);
  if (covered === undefined) {
    covered = coveredBy(calendar);
    known.set(calendar, covered);
  }
  return covered;
}

function coveredBy(calendar: WorkCalendar): Covered {
  if (calendar.rules.country === undefined) return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const years = [...calendar.coveredYears].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || last - first + 1 !== years.length) return { from: 0, to: 0 };
  return { from: dayOf(first, 1, 1) ?? 0, to: dayOf(last + 1, 1, 1) ?? 0 };
}
