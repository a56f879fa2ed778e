/**
 * A figure that is computed: its exact value, and where amounts went into it that are only known roughly (`约`), what it
 * may be at least and at most. Money is in currency units, percents in percent points.
 */
import { type Interval, moneyInterval, point } from '../../model/interval.js';
import { type Money, type MoneyValue, moneyFromRational, moneyToRational } from '../../model/money.js';
import { add, div, HUNDRED, max, min, mul, negate, type Rational, sub, sum, ZERO } from '../../model/rational.js';

export interface Figure {
  readonly value: Rational;
  /** Only where it is not exact. */
  readonly range?: Interval;
}

export function exactFigure(value: Rational): Figure {
  return { value };
}

/** In currency units. */
export function moneyFigure(money: MoneyValue): Figure {
  const value = moneyToRational(money.amount);
  return money.tolerance === 0n ? { value } : { value, range: moneyInterval(money) };
}

/** A figure in currency units as money, rounded to the smallest unit that money knows; for showing, not for comparing. */
export function figureToMoney(figure: Figure): MoneyValue {
  const amount = moneyFromRational(figure.value);
  const tolerance =
    figure.range === undefined ? 0n : moneyFromRational(div(sub(figure.range.high, figure.range.low), TWO) ?? ZERO);
  return { amount, tolerance: tolerance as Money };
}

const TWO: Rational = { n: 2n, d: 1n };

/** Everything that the figure may be. */
export function rangeOf(figure: Figure): Interval {
  return figure.range ?? point(figure.value);
}

export function addFigures(a: Figure, b: Figure): Figure {
  return combined(a, b, add(a.value, b.value), (x, y) => ({ low: add(x.low, y.low), high: add(x.high, y.high) }));
}

export function subtractFigures(a: Figure, b: Figure): Figure {
  return combined(a, b, sub(a.value, b.value), (x, y) => ({ low: sub(x.low, y.high), high: sub(x.high, y.low) }));
}

export function multiplyFigures(a: Figure, b: Figure): Figure {
  return combined(a, b, mul(a.value, b.value), (x, y) =>
    hull([mul(x.low, y.low), mul(x.low, y.high), mul(x.high, y.low), mul(x.high, y.high)]),
  );
}

/** a ÷ b; undefined where b is 0. Where b may be 0 within its range, no range can be told and none is. */
export function divideFigures(a: Figure, b: Figure): Figure | undefined {
  const value = div(a.value, b.value);
  if (value === undefined) return undefined;
  if (a.range === undefined && b.range === undefined) return { value };
  const divisor = rangeOf(b);
  if (divisor.low.n <= 0n && divisor.high.n >= 0n) return { value };
  const dividend = rangeOf(a);
  const corners = [dividend.low, dividend.high].flatMap((x) =>
    [divisor.low, divisor.high].map((y) => div(x, y) ?? ZERO),
  );
  return { value, range: hull(corners) };
}

export function negateFigure({ value, range }: Figure): Figure {
  const negated = negate(value);
  return range === undefined
    ? { value: negated }
    : { value: negated, range: { low: negate(range.high), high: negate(range.low) } };
}

export function scaleFigure(figure: Figure, factor: Rational): Figure {
  return multiplyFigures(figure, { value: factor });
}

/** part ÷ whole in percent; undefined where the whole is 0. */
export function percentOf(part: Figure, whole: Figure): Figure | undefined {
  const ratio = divideFigures(part, whole);
  return ratio === undefined ? undefined : scaleFigure(ratio, HUNDRED);
}

/** max(0, figure), at both ends too. */
export function atLeastZero({ value, range }: Figure): Figure {
  const raised = max(ZERO, value);
  return range === undefined
    ? { value: raised }
    : { value: raised, range: { low: max(ZERO, range.low), high: max(ZERO, range.high) } };
}

export function sumFigures(figures: Iterable<Figure>): Figure {
  const all = [...figures];
  const value = sum(all.map((figure) => figure.value));
  if (all.every(({ range }) => range === undefined)) return { value };
  const ranges = all.map(rangeOf);
  return { value, range: { low: sum(ranges.map(({ low }) => low)), high: sum(ranges.map(({ high }) => high)) } };
}

function combined(a: Figure, b: Figure, value: Rational, range: (x: Interval, y: Interval) => Interval): Figure {
  return a.range === undefined && b.range === undefined ? { value } : { value, range: range(rangeOf(a), rangeOf(b)) };
}

function hull(values: readonly Rational[]): Interval {
  const [first = ZERO, ...rest] = values;
  return { low: rest.reduce(min, first), high: rest.reduce(max, first) };
}
