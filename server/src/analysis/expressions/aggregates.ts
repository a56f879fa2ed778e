/** Sums, means and shares over projects; missing values do not count. */
import { add, div, HUNDRED, mul, rational, whole, ZERO } from '../../model/rational.js';
import { exactFigure, type Figure, rangeOf, scaleFigure, sumFigures } from '../metrics/figure.js';
import { type Clock, sortOrder } from './comparison.js';
import { addSpans, spanOfDays, type TimeSpan } from './time-span.js';
import type { AggregateName } from './typed-expression.js';
import { isFigure, NONE, type Value, type ValueType } from './values.js';

/**
 * `chosen` are the values of the projects that meet the condition, `others` those of all other projects (for a share).
 * The sum of nothing is 0; the mean, the least and the greatest of nothing are missing.
 */
export function overProjects(
  aggregate: AggregateName,
  type: ValueType,
  count: number,
  chosen: readonly Value[],
  others: readonly Value[],
  clock: Clock,
): Value {
  switch (aggregate) {
    case 'count':
      return { type: 'number', figure: exactFigure(whole(count)) };
    case 'sum':
      return sumOf(type, chosen);
    case 'avg':
      return meanOf(type, chosen);
    case 'min':
    case 'max':
      return extreme(chosen, aggregate === 'min' ? 1 : -1, clock);
    case 'share':
      return shareOf(chosen, others);
  }
}

function sumOf(type: ValueType, values: readonly Value[]): Value {
  if (type.name === 'duration') return { type: 'duration', span: totalSpan(values) };
  const figure = sumFigures(figuresIn(values));
  return type.name === 'money' || type.name === 'percent' ? { type: type.name, figure } : { type: 'number', figure };
}

function meanOf(type: ValueType, values: readonly Value[]): Value {
  const present = values.filter((value) => value.type !== 'none').length;
  if (present === 0) return NONE;
  const part = rational(1n, BigInt(present));
  const sum = sumOf(type, values);
  if (isFigure(sum)) return { ...sum, figure: scaleFigure(sum.figure, part) };
  if (sum.type !== 'duration' || sum.span.months !== 0 || sum.span.workdays !== 0) return NONE;
  return { type: 'duration', span: spanOfDays(mul(sum.span.days, part)) };
}

/** Time that began on different days has no common begin. */
function totalSpan(values: readonly Value[]): TimeSpan {
  let total = spanOfDays(ZERO);
  for (const value of values) if (value.type === 'duration') total = addSpans(total, withoutBegin(value.span));
  return total;
}

function extreme(values: readonly Value[], direction: 1 | -1, clock: Clock): Value {
  let best: Value = NONE;
  for (const value of values) {
    if (value.type === 'none') continue;
    if (best.type === 'none' || sortOrder(value, best, clock) * direction < 0) best = value;
  }
  return best;
}

/** In percent. The chosen ones are part of the whole, so at its least the share has the others at their most. */
function shareOf(chosen: readonly Value[], others: readonly Value[]): Value {
  const part = sumFigures(figuresIn(chosen));
  const rest = sumFigures(figuresIn(others));
  const value = div(part.value, add(part.value, rest.value));
  if (value === undefined) return NONE;
  const percent = mul(value, HUNDRED);
  const [x, y] = [rangeOf(part), rangeOf(rest)];
  if (part.range === undefined && rest.range === undefined) return { type: 'percent', figure: { value: percent } };
  const low = div(x.low, add(x.low, y.high));
  const high = div(x.high, add(x.high, y.low));
  if (low === undefined || high === undefined) return { type: 'percent', figure: { value: percent } };
  return { type: 'percent', figure: { value: percent, range: { low: mul(low, HUNDRED), high: mul(high, HUNDRED) } } };
}

function* figuresIn(values: readonly Value[]): Generator<Figure> {
  for (const value of values) if (isFigure(value)) yield value.figure;
}

function withoutBegin({ days, months, workdays }: TimeSpan): TimeSpan {
  return { days, months, workdays };
}
