/**
 * Steps of an item's work between boundaries: by calendar days or by the working days of its calendar, as the unit of
 * its length says, and over what interrupts it.
 */
import { addMonths, toDay } from '../../model/day.js';
import type { Interruptions } from './interruptions.js';
import type { WorkLength } from './work-length.js';
import { DAYS, latestBefore, MONTHS, type Unit, WORKING_DAYS, type WorkingTime } from './working-time.js';

/** The days on which the work of one item can fall. */
export class Work {
  constructor(
    readonly time: WorkingTime,
    readonly unit: Unit,
    readonly interruptions: Interruptions | undefined,
  ) {}

  /** The first boundary at or after this one at which a day of work can begin. */
  nextStart(boundary: number): number {
    let start = this.#nextStart(boundary);
    for (const { from, to } of this.interruptions ?? []) {
      if (start < from) break;
      if (start < to) start = this.#nextStart(to);
    }
    return start;
  }

  /** The last boundary at or before this one at which a day of work can end. */
  lastEnd(boundary: number): number {
    let end = this.#lastEnd(boundary);
    for (const { from, to } of [...(this.interruptions ?? [])].reverse()) {
      if (end > to) break;
      // An interruption since ever has nothing before it.
      if (end > from && from > Number.NEGATIVE_INFINITY) end = this.#lastEnd(from);
    }
    return end;
  }

  /** The first boundary at or after this one at which a day of work can end. */
  nextEnd(boundary: number): number {
    return this.unit === WORKING_DAYS || this.interruptions !== undefined ? this.nextStart(boundary - 1) + 1 : boundary;
  }

  /** When work of a length that begins at a boundary, or as soon after it as work can, has ended. */
  after(boundary: number, { unit, amount }: WorkLength): number {
    if (amount === 0) return boundary;
    if (this.interruptions === undefined) return this.time.add(boundary, unit, amount);
    const start = this.nextStart(boundary);
    const days = unit === MONTHS ? addMonths(toDay(start), amount) - start : amount;
    return this.#over(start, days);
  }

  /** When work of a length that ends at a boundary, or as late before it as work can, has begun. */
  before(boundary: number, { unit, amount }: WorkLength): number {
    if (amount === 0) return boundary;
    if (this.interruptions === undefined) return this.time.add(boundary, unit, -amount);
    const end = this.lastEnd(boundary);
    const days = unit === MONTHS ? end - addMonths(toDay(end), -amount) : amount;
    return this.#back(end, days);
  }

  /** The latest boundary from which work of a length has ended by `limit`. */
  latestStart(limit: number, length: WorkLength): number {
    if (length.unit !== MONTHS || length.amount === 0) return this.before(limit, length);
    if (this.interruptions === undefined) return latestBefore(limit, length.amount);
    let start = this.before(limit, length);
    while (this.after(start, length) > limit) start--;
    for (let later = this.nextStart(start + 1); this.after(later, length) <= limit; later = this.nextStart(start + 1)) {
      start = later;
    }
    return start;
  }

  /** Days of work between two boundaries; 0 where the second does not lie behind the first. */
  between(from: number, to: number): number {
    if (to <= from) return 0;
    let days = this.#count(from, to);
    for (const interruption of this.interruptions ?? []) {
      const [first, last] = [Math.max(from, interruption.from), Math.min(to, interruption.to)];
      if (first < last) days -= this.#count(first, last);
    }
    return days;
  }

  /** So many days of work on from a boundary at which one begins. */
  #over(start: number, days: number): number {
    let [at, left] = [start, days];
    for (const { from, to } of this.interruptions ?? []) {
      if (to <= at) continue;
      const before = this.#count(at, from);
      if (before >= left) break;
      left -= before;
      at = to;
    }
    return this.time.add(at, this.#step, left);
  }

  #back(end: number, days: number): number {
    let [at, left] = [end, days];
    for (const { from, to } of [...(this.interruptions ?? [])].reverse()) {
      if (from >= at || from === Number.NEGATIVE_INFINITY) continue;
      const behind = this.#count(to, at);
      if (behind >= left) break;
      left -= behind;
      at = from;
    }
    return this.time.add(at, this.#step, -left);
  }

  #count(from: number, to: number): number {
    if (to <= from) return 0;
    return this.unit === WORKING_DAYS ? this.time.workingDays(from, to) : to - from;
  }

  /** Months are counted as the days that they come to. */
  get #step(): Unit {
    return this.unit === WORKING_DAYS ? WORKING_DAYS : DAYS;
  }

  #nextStart(boundary: number): number {
    return this.unit === WORKING_DAYS ? this.time.nextStart(boundary) : boundary;
  }

  #lastEnd(boundary: number): number {
    return this.unit === WORKING_DAYS ? this.time.lastEnd(boundary) : boundary;
  }
}
