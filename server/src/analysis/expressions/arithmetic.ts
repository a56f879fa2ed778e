/** Arithmetic on values; percents are in percent points, so a percent of something is a hundredth of the product. */
import { HUNDRED, rational } from '../../model/rational.js';
import {
  addFigures,
  divideFigures,
  type Figure,
  multiplyFigures,
  negateFigure,
  scaleFigure,
  subtractFigures,
} from '../metrics/figure.js';
import { alike, type Clock } from './comparison.js';
import { addSpans, dayAfter, negateSpan, scaleSpan, spanOfDays, type TimeSpan } from './time-span.js';
import type { ArithmeticOperator } from './typed-expression.js';
import { isFigure, NONE, type Value } from './values.js';

const HUNDREDTH = rational(1n, 100n);

/** Missing where a value is, and where something is divided by 0. */
export function calculate(operator: ArithmeticOperator, a: Value, b: Value, clock: Clock): Value {
  if (isFigure(a) && isFigure(b)) return onFigures(operator, a, b);
  if (a.type === 'date' || b.type === 'date') return onDates(operator, a, b, clock);
  return onSpans(operator, a, b);
}

export function negated(value: Value): Value {
  if (isFigure(value)) return { ...value, figure: negateFigure(value.figure) };
  return value.type === 'duration' ? { type: 'duration', span: negateSpan(value.span) } : NONE;
}

type FigureValue = Extract<Value, { readonly figure: Figure }>;

function onFigures(operator: ArithmeticOperator, a: FigureValue, b: FigureValue): Value {
  switch (operator) {
    case '+':
    case '-': {
      const [x, y] = alike(a, b);
      const type = a.type === 'percent' || b.type === 'percent' ? 'percent' : a.type;
      return { type, figure: operator === '+' ? addFigures(x, y) : subtractFigures(x, y) };
    }
    case '*': {
      const product = multiplyFigures(a.figure, b.figure);
      const percents = Number(a.type === 'percent') + Number(b.type === 'percent');
      const type = a.type === 'money' || b.type === 'money' ? 'money' : percents > 0 ? 'percent' : 'number';
      const hundredths = type === 'percent' ? percents - 1 : percents;
      return { type, figure: hundredths > 0 ? scaleFigure(product, HUNDREDTH) : product };
    }
    case '/': {
      const quotient = divideFigures(a.figure, b.figure);
      if (quotient === undefined) return NONE;
      if (a.type === b.type) return { type: 'number', figure: quotient };
      return { type: a.type, figure: b.type === 'percent' ? scaleFigure(quotient, HUNDRED) : quotient };
    }
  }
}

function onDates(operator: ArithmeticOperator, a: Value, b: Value, clock: Clock): Value {
  if (operator === '-' && a.type === 'date' && b.type === 'date') {
    const span = spanOfDays({ n: BigInt(a.last - b.last), d: 1n });
    return { type: 'duration', span: { ...span, began: b.last } };
  }
  const [date, span] = a.type === 'date' ? [a, spanIn(b)] : [b, spanIn(a)];
  if (date.type !== 'date' || span === undefined) return NONE;
  const step = operator === '-' ? negateSpan(span) : span;
  return {
    type: 'date',
    first: dayAfter(date.first, step, clock.calendar),
    last: dayAfter(date.last, step, clock.calendar),
  };
}

function onSpans(operator: ArithmeticOperator, a: Value, b: Value): Value {
  const [x, y] = [spanIn(a), spanIn(b)];
  if (x !== undefined && y !== undefined) return timeValue(addSpans(x, operator === '-' ? negateSpan(y) : y));
  const [span, factor] = x === undefined ? [y, a] : [x, b];
  if (span === undefined || !isFigure(factor)) return NONE;
  const { value } = factor.figure;
  if (operator !== '/') return timeValue(scaleSpan(span, value));
  return value.n === 0n ? NONE : timeValue(scaleSpan(span, rational(value.d, value.n)));
}

function spanIn(value: Value): TimeSpan | undefined {
  return value.type === 'duration' ? value.span : undefined;
}

function timeValue(span: TimeSpan | undefined): Value {
  return span === undefined ? NONE : { type: 'duration', span };
}
