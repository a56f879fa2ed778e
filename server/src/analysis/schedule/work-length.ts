/** How long work takes, and how long the rest of it (semantics §2). */
import type { Day } from '../../model/day.js';
import type { ItemFacts } from '../../model/facts.js';
import type { Rational } from '../../model/rational.js';
import { progressAt } from '../state.js';
import { amountOf, DAYS, type Unit, unitOf } from './working-time.js';

/** A length of work. WorkLength 0 is a point, whatever the unit says. */
export interface WorkLength {
  readonly unit: Unit;
  readonly amount: number;
}

const POINT: WorkLength = { unit: DAYS, amount: 0 };

/** `duration`, else `start`..`finish` in calendar days, else 0; a milestone has none. */
export function lengthOf(item: ItemFacts): WorkLength {
  if (item.kind === 'milestone') return POINT;
  if (item.duration !== undefined) {
    const { value } = item.duration;
    return value.amount === 0 ? POINT : { unit: unitOf(value), amount: amountOf(value) };
  }
  if (item.start === undefined || item.finish === undefined) return POINT;
  return { unit: DAYS, amount: Math.max(0, item.finish.period.last + 1 - item.start.period.first) };
}

/** What is left at S of an item that has begun: `remaining`, else the length × (1 − progress) rounded up to whole units. */
export function remainingOf(item: ItemFacts, status: Day): WorkLength {
  if (item.remaining !== undefined) {
    return { unit: unitOf(item.remaining.value), amount: amountOf(item.remaining.value) };
  }
  const progress = progressAt(item, status);
  if (progress === undefined || item.duration === undefined) return left(lengthOf(item), progress?.value);
  // Whole units as they were written: half of 3 weeks is 2 weeks, not 11 days.
  const { amount, unit } = item.duration.value;
  const whole = left({ unit: DAYS, amount }, progress.value).amount;
  return { unit: unitOf({ amount: whole, unit }), amount: amountOf({ amount: whole, unit }) };
}

function left({ unit, amount }: WorkLength, percent: Rational | undefined): WorkLength {
  if (percent === undefined) return { unit, amount };
  const denominator = 100n * percent.d;
  const numerator = BigInt(amount) * (denominator - percent.n);
  return { unit, amount: numerator <= 0n ? 0 : Number((numerator + denominator - 1n) / denominator) };
}
