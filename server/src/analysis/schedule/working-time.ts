/** Arithmetic with lengths and lags over a working calendar, in boundaries between days (semantics §1). */
import type { WorkCalendar } from '../../model/calendar.js';
import { addMonths, civil, dayOf, toDay } from '../../model/day.js';
import type { Duration } from '../../model/duration.js';
import type { DependencyFacts } from '../../model/facts.js';
import type { Work } from './work.js';
import { NOTHING, type YearLedger } from './year-ledger.js';

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

/** A lag or lead as a dependency states it. */
export type Lag = NonNullable<DependencyFacts['lag']>;

/**
 * Steps between boundaries (semantics §1) by one calendar. Boundaries are plain numbers here, as they stand in the
 * arrays of the network. Remembers the years in which working days were counted without official data to go by.
 */
export class WorkingTime {
  /** Year → the first item that counted in it (an index into the network's items). */
  readonly touched: Map<number, number>;
  /** What a pass is computing, for `touched`; outside of passes nothing is noted, or it would depend on who asked what. */
  subject = NOTHING;
  /** By unit, the days of work that nothing interrupts, once they were asked for. */
  readonly work: Work[] = [];
  readonly #covered: Covered;

  readonly #ledger: YearLedger;

  /** `former`: the same calendar's before an edit. */
  constructor(
    readonly calendar: WorkCalendar,
    ledger: YearLedger,
    former?: WorkingTime,
  ) {
    this.#ledger = ledger;
    this.touched = new Map(former?.touched);
    this.#covered = coverage(calendar);
  }

  /** The boundary `amount` steps later; earlier where it is negative, mirrored. */
  add(boundary: number, unit: Unit, amount: number): number {
    switch (unit) {
      case DAYS:
        return boundary + amount;
      case MONTHS:
        return addMonths(toDay(boundary), amount);
      case WORKING_DAYS:
        return this.between(boundary, this.calendar.advance(toDay(boundary), amount));
    }
  }

  /** The first boundary at or after this one at which a working day begins. */
  nextStart(boundary: number): number {
    return this.between(boundary, this.calendar.nextStart(toDay(boundary)));
  }

  /** The last boundary at or before this one at which a working day ends. */
  lastEnd(boundary: number): number {
    return this.between(boundary, this.calendar.lastEnd(toDay(boundary)));
  }

  /** Working days between two boundaries; negative where the second lies before the first. */
  workingDays(from: number, to: number): number {
    this.between(from, to);
    return this.calendar.countWorking(toDay(from), toDay(to));
  }

  /** `boundary + lag`: earlier for a lead. */
  lagged(boundary: number, { sign, duration }: Lag): number {
    return this.add(boundary, unitOf(duration), sign * amountOf(duration));
  }

  /** The last boundary of which `boundary + lag` does not pass `limit`. */
  latest(limit: number, { sign, duration }: Lag): number {
    const unit = unitOf(duration);
    const amount = sign * amountOf(duration);
    if (unit === DAYS || amount === 0) return limit - (unit === DAYS ? amount : 0);
    if (unit === MONTHS) return latestBefore(limit, amount);
    if (amount > 0) return this.add(limit, WORKING_DAYS, -amount);
    // A lead of working days leads to the same morning from everywhere between two of them: the last boundary there counts.
    const off = !this.calendar.isWorking(toDay(limit));
    const back = -amount - (off ? 1 : 0);
    return this.nextStart(back === 0 ? this.nextStart(limit) : this.add(limit, WORKING_DAYS, back));
  }

  /** Remembers that working days are counted between two boundaries, and hands on the second. */
  between(from: number, to: number): number {
    const first = Math.min(from, to);
    const last = Math.max(from, to);
    if (first >= this.#covered.from && last <= this.#covered.to) return to;
    const end = civil(toDay(Math.max(first, last - 1))).year;
    for (let year = civil(toDay(first)).year; year <= end; year++) {
      if ((this.touched.get(year) ?? NOTHING) <= this.subject) continue;
      this.touched.set(year, this.subject);
      this.#ledger.note();
    }
    return to;
  }
}

/** The last boundary whose day of the month, so many months later, is not after `limit`: several can be clamped alike. */
export function latestBefore(limit: number, months: number): number {
  let latest = addMonths(toDay(limit), -months);
  while (addMonths(toDay(latest + 1), months) <= limit) latest = toDay(latest + 1);
  return latest;
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
  const years = [...calendar.coveredYears].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) {
    return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  }
  if (last - first + 1 !== years.length) return { from: 0, to: 0 };
  return { from: dayOf(first, 1, 1) ?? 0, to: dayOf(last + 1, 1, 1) ?? 0 };
}
