/** Published figures as the intervals of what they may stand for. */
import { toHalfWidth } from './half-width.js';
import { type MoneyValue, moneyToRational, parseMoney } from './money.js';
import { add, cmp, fromDecimalString, type Rational, rational, sub } from './rational.js';

/**
 * The values that a figure may stand for, both ends included: `981` is 980.5 ≤ x ≤ 981.5. Which way the one who
 * published it rounded a half is unknown, so neither half is held against the plan.
 */
export interface Interval {
  readonly low: Rational;
  readonly high: Rational;
}

/** A figure as written: its value and half a unit of its last written digit. */
export interface WrittenFigure {
  readonly value: Rational;
  readonly halfUnit: Rational;
}

/**
 * Reads a number, a percent (in percent points) or money (in currency units) for `~=`: `981` ⇒ 981 and 0.5,
 * `94%` ⇒ 94 and 0.5, `3.50亿元` ⇒ 350 000 000 and 500 000. Undefined for anything else.
 */
export function written(text: string): WrittenFigure | undefined {
  const half = toHalfWidth(text).trim();
  const number = fromDecimalString(half.endsWith('%') ? half.slice(0, -1).trimEnd() : half);
  if (number) return { value: number.value, halfUnit: rational(1n, 2n * 10n ** BigInt(number.decimals)) };
  const money = parseMoney(/^[~约]/.test(half) ? half : `~${half}`);
  if (!money.ok) return undefined;
  return { value: moneyToRational(money.value.amount), halfUnit: moneyToRational(money.value.tolerance) };
}

/** All values that round to the figure. */
export function around({ value, halfUnit }: WrittenFigure): Interval {
  return { low: sub(value, halfUnit), high: add(value, halfUnit) };
}

/** An exact value as an interval of no width. */
export function point(value: Rational): Interval {
  return { low: value, high: value };
}

/** What an amount, exact or `约`, may be, in currency units. */
export function moneyInterval({ amount, tolerance }: MoneyValue): Interval {
  return around({ value: moneyToRational(amount), halfUnit: moneyToRational(tolerance) });
}

/** Whether the two have a value in common; touching ends do. This is `~=`. */
export function meets(a: Interval, b: Interval): boolean {
  return cmp(a.low, b.high) <= 0 && cmp(b.low, a.high) <= 0;
}
