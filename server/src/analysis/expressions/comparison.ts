/** How two values compare. What types go together is settled before, in `typing-rules.ts`. */
import type { Day } from '../../model/day.js';
import { meets } from '../../model/interval.js';
import { cmp, HUNDRED } from '../../model/rational.js';
import { type Figure, negateFigure, rangeOf, scaleFigure } from '../metrics/figure.js';
import { LIGHTS, rankOf } from './fixed-words.js';
import { compareSpans, type WorkingDays } from './time-span.js';
import type { OrderOperator, Typed } from './typed-expression.js';
import { isFigure, type NamedEntity, type Value } from './values.js';

/** What lengths of time are stepped by. */
export interface Clock {
  readonly status: Day;
  readonly calendar: WorkingDays;
}

/** Undefined: the comparison cannot be made, because a value is missing. */
export function compare(operator: OrderOperator, a: Value, b: Value, clock: Clock): boolean | undefined {
  if (a.type === 'none' || b.type === 'none') return undefined;
  if (operator === '=' || operator === '!=') {
    const equal = same(a, b, clock);
    return equal === undefined ? undefined : equal === (operator === '=');
  }
  const order = orderOf(a, b, clock);
  if (order === undefined) return undefined;
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function same(a: Value, b: Value, clock: Clock): boolean | undefined {
  if (a.type === 'text' && b.type === 'text') return a.text === b.text;
  if (a.type === 'choice' && b.type === 'choice') return a.word === b.word;
  const [left, right] = [entitiesOf(a), entitiesOf(b)];
  if (left !== undefined && right !== undefined) return sameThings(left, right);
  const order = orderOf(a, b, clock);
  return order === undefined ? undefined : order === 0;
}

/** One of several is equal to a single one; two lists are equal when each holds what the other does. */
function sameThings(a: readonly NamedEntity[], b: readonly NamedEntity[]): boolean {
  const has = (list: readonly NamedEntity[], thing: NamedEntity): boolean =>
    list.some(({ kind, name }) => kind === thing.kind && name === thing.name);
  const [first, ...more] = b;
  if (first !== undefined && more.length === 0) return has(a, first);
  const [only, ...others] = a;
  if (only !== undefined && others.length === 0) return has(b, only);
  return a.every((thing) => has(b, thing)) && b.every((thing) => has(a, thing));
}

export function entitiesOf(value: Value): readonly NamedEntity[] | undefined {
  return value.type === 'ref' ? [value.thing] : value.type === 'refs' ? value.things : undefined;
}

/**
 * A coarse date is all of its days: a day lies before, after or in it, and in it is equal. Lights: red comes first.
 */
function orderOf(a: Value, b: Value, clock: Clock): -1 | 0 | 1 | undefined {
  if (isFigure(a) && isFigure(b)) {
    const [x, y] = alike(a, b);
    return cmp(x.value, y.value);
  }
  if (a.type === 'date' && b.type === 'date') return a.last < b.first ? -1 : a.first > b.last ? 1 : 0;
  if (a.type === 'duration' && b.type === 'duration') return compareSpans(a.span, b.span, clock.status, clock.calendar);
  if (a.type === 'light' && b.type === 'light') return sign(LIGHTS.indexOf(a.light) - LIGHTS.indexOf(b.light));
  return undefined;
}

type FigureValue = Extract<Value, { readonly figure: Figure }>;

/** In one unit: a ratio beside a percent is read in percent, 0.44 as 44 %. */
export function alike(a: FigureValue, b: FigureValue): readonly [Figure, Figure] {
  if (a.type === 'percent' && b.type === 'number') return [a.figure, scaleFigure(b.figure, HUNDRED)];
  if (a.type === 'number' && b.type === 'percent') return [scaleFigure(a.figure, HUNDRED), b.figure];
  return [a.figure, b.figure];
}

/** `~=`: the rounded figure stands for everything that rounds to it, the other side for what it may be. */
export function rounds(left: Typed, right: Typed, a: Value, b: Value): boolean | undefined {
  if (!isFigure(a) || !isFigure(b)) return undefined;
  const written = roundedFigure(right);
  const published = written === undefined ? roundedFigure(left) : undefined;
  const [x, y] = alike(
    published === undefined ? a : { ...a, figure: published },
    written === undefined ? b : { ...b, figure: written },
  );
  return meets(rangeOf(x), rangeOf(y));
}

/** What a literal stands for when it is taken for a rounded figure; undefined for anything that was computed. */
function roundedFigure(typed: Typed): Figure | undefined {
  if (typed.node === 'value') return typed.rounded;
  const operand = typed.node === 'negate' ? roundedFigure(typed.operand) : undefined;
  return operand === undefined ? undefined : negateFigure(operand);
}

/**
 * For sorting: missing values last, words in their order, names and texts by code point (which puts the same plan in the
 * same order everywhere), dates by their last day.
 */
export function sortOrder(a: Value, b: Value, clock: Clock): number {
  if (a.type === 'none' || b.type === 'none') return Number(a.type === 'none') - Number(b.type === 'none');
  if (a.type === 'choice' && b.type === 'choice') return rankOf(a.choice, a.word) - rankOf(b.choice, b.word);
  if (a.type === 'date' && b.type === 'date') return a.last - b.last;
  const order = orderOf(a, b, clock);
  if (order !== undefined) return order;
  const [x, y] = [sortText(a), sortText(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function sortText(value: Value): string {
  if (value.type === 'text') return value.text;
  return (entitiesOf(value) ?? []).map(({ name }) => name).join('\u0000');
}

function sign(number: number): -1 | 0 | 1 {
  return number < 0 ? -1 : number > 0 ? 1 : 0;
}
