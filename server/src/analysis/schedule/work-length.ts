/** How long work takes, and how long the rest of it (semantics §2). */
import { addMonths, type Day, toDay } from '../../model/day.js';
import type { ItemFacts } from '../../model/facts.js';
import type { Rational } from '../../model/rational.js';
import { progressAt } from '../state.js';
import { amountOf, DAYS, MONTHS, type Unit, unitOf } from './working-time.js';

/** A length of work. Amount 0 is a point. */
export interface WorkLength {
  readonly unit: Unit;
  readonly amount: number;
}

export const POINT: WorkLength = { unit: DAYS, amount: 0 };

/** `duration`, else `start`..`finish` in calendar days, else 0; a milestone has none. */
export function lengthOf(item: ItemFacts): WorkLength {
  if (item.kind === 'milestone') return POINT;
  if (item.duration !== undefined) {
    return shared(unitOf(item.duration.value), amountOf(item.duration.value));
  }
  if (item.start === undefined || item.finish === undefined) return POINT;
  return shared(DAYS, Math.max(0, item.finish.period.last + 1 - item.start.period.first));
}

/** A hundred thousand tasks have a few hundred lengths between them. */
const SHARED = 1024;
const lengths: WorkLength[] = [];

function shared(unit: Unit, amount: number): WorkLength {
  if (amount >= SHARED) return { unit, amount };
  const index = unit * SHARED + amount;
  const known = lengths[index];
  if (known !== undefined) return known;
  const made = { unit, amount };
  lengths[index] = made;
  return made;
}

/**
 * What is left at S of an item that began on `start`: `remaining`, else the length × (1 − progress) rounded up to whole
 * days, in which a month or year is as long as it is from `start` on.
 */
export function remainingOf(item: ItemFacts, status: Day, start: number): WorkLength {
  if (item.remaining !== undefined) {
    return { unit: unitOf(item.remaining.value), amount: amountOf(item.remaining.value) };
  }
  const { unit, amount } = lengthOf(item);
  const whole: WorkLength =
    unit === MONTHS ? { unit: DAYS, amount: addMonths(toDay(start), amount) - start } : { unit, amount };
  return left(whole, progressAt(item, status)?.value);
}

function left({ unit, amount }: WorkLength, percent: Rational | undefined): WorkLength {
  if (percent === undefined) return { unit, amount };
  const denominator = 100n * percent.d;
  const numerator = BigInt(amount) * (denominator - percent.n);
  return { unit, amount: numerator <= 0n ? 0 : Number((numerator + denominator - 1n) / denominator) };
}
