/** Literals as values, and the few ways in which one is read as another type by what it is compared with. */
import { civil } from '../../model/day.js';
import type { LiteralValue } from '../../model/expression.js';
import { around } from '../../model/interval.js';
import { moneyToRational } from '../../model/money.js';
import { yearPeriod } from '../../model/period.js';
import { type Rational, whole } from '../../model/rational.js';
import type { Span } from '../../model/span.js';
import { exactFigure, type Figure, moneyFigure } from '../metrics/figure.js';
import { spanOf } from './time-span.js';
import type { Typed } from './typed-expression.js';
import { isEntityType } from './typing-rules.js';
import type { Value, ValueType } from './values.js';

export type TypedValue = Extract<Typed, { readonly node: 'value' }>;

export function literal(value: LiteralValue, at: Span): TypedValue {
  switch (value.type) {
    case 'number':
    case 'percent':
      return figured(value.type, exactFigure(value.value), rounded(value.value, value.half), at);
    case 'money':
      return figured('money', moneyFigure(value.value), rounded(moneyToRational(value.value.amount), value.half), at);
    case 'date':
      return plain({ type: 'date', first: value.value.first, last: value.value.last, period: value.value }, at);
    case 'duration':
      return plain({ type: 'duration', span: spanOf(value.value) }, at);
    case 'text':
      return plain({ type: 'text', text: value.value }, at);
  }
}

function rounded(value: Rational, half: Rational): Figure {
  return { value, range: around({ value, halfUnit: half }) };
}

function figured(name: 'number' | 'percent' | 'money', figure: Figure, roundedTo: Figure, at: Span): TypedValue {
  return { node: 'value', type: { name }, value: { type: name, figure }, rounded: roundedTo, at };
}

function plain(value: Extract<Value, { readonly type: 'date' | 'duration' | 'text' }>, at: Span): TypedValue {
  return { node: 'value', type: { name: value.type }, value, at };
}

/**
 * A literal as it is meant beside a value of type `beside`: a bare number is an amount of money in the portfolio's
 * currency, four digits are a year beside a date and a number beside a number, a bare 0 is no percent and no time at
 * all, a string is a name beside a person or unit. Anything else stays what it is.
 */
export function coerced(typed: Typed, beside: ValueType): Typed {
  if (typed.node === 'negate' && typed.type.name === 'number') {
    const operand = coerced(typed.operand, beside);
    return operand.type.name === 'money' ? { ...typed, operand, type: operand.type } : typed;
  }
  if (typed.node !== 'value') return typed;
  const { value, at } = typed;
  if (value.type === 'number' && beside.name === 'money') {
    return figured('money', value.figure, typed.rounded ?? value.figure, at);
  }
  if (value.type === 'number' && beside.name === 'date') {
    const year = value.figure.value;
    if (year.d === 1n && year.n >= 1000n && year.n <= 9999n) {
      const period = yearPeriod(Number(year.n));
      return plain({ type: 'date', first: period.first, last: period.last, period }, at);
    }
  }
  if (
    value.type === 'date' &&
    value.period?.grain === 'year' &&
    (beside.name === 'number' || beside.name === 'money')
  ) {
    const year = whole(civil(value.first).year);
    return figured(beside.name, exactFigure(year), rounded(year, { n: 1n, d: 2n }), at);
  }
  if (value.type === 'number' && value.figure.value.n === 0n) {
    // Nothing of it is nothing, whatever the unit.
    if (beside.name === 'percent') return figured('percent', value.figure, typed.rounded ?? value.figure, at);
    if (beside.name === 'duration') return plain({ type: 'duration', span: spanOf({ amount: 0, unit: 'd' }) }, at);
  }
  if (value.type === 'text' && isEntityType(beside)) {
    const thing = { kind: beside.kind, name: value.text };
    return { node: 'value', type: { name: 'ref', kind: beside.kind }, value: { type: 'ref', thing }, at };
  }
  return typed;
}
