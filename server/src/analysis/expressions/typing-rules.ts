/** Which types go together: what can be compared, and what an operation on two of them gives. */
import type { ArithmeticOperator } from './typed-expression.js';
import type { EntityType, TypeName, ValueType } from './values.js';

/** Whether values of the two can be equal. */
export function comparable(a: ValueType, b: ValueType): boolean {
  if (a.name === 'unknown' || b.name === 'unknown' || a.name === 'none' || b.name === 'none') return true;
  if (isEntityType(a) && isEntityType(b)) return a.kind === b.kind;
  if (a.name === 'choice' && b.name === 'choice') return a.choice === b.choice;
  if (a.name === 'ratio' || b.name === 'ratio') return isRelative(a) && isRelative(b);
  return a.name === b.name && a.name !== 'boolean';
}

/** Whether one value of the type can be more than another. Lights go from red, the least, to grey. */
export function ordered(type: ValueType): boolean {
  return ORDERED.has(type.name);
}

/** Whether a value of the type may be a rounded figure. */
export function roundable(type: ValueType): boolean {
  return ROUNDABLE.has(type.name);
}

/** Whether a sum over projects means anything. */
export function summable(type: ValueType): boolean {
  return SUMMABLE.has(type.name);
}

/** Whether projects have a mean of it. */
export function averageable(type: ValueType): boolean {
  return type.name === 'percent' || SUMMABLE.has(type.name);
}

const ROUNDABLE: ReadonlySet<TypeName> = new Set(['money', 'percent', 'number', 'ratio', 'unknown']);
const ORDERED: ReadonlySet<TypeName> = new Set([...ROUNDABLE, 'date', 'duration', 'light']);
const SUMMABLE: ReadonlySet<TypeName> = new Set(['money', 'number', 'ratio', 'duration', 'unknown']);

export function isEntityType(type: ValueType): type is EntityType {
  return type.name === 'ref' || type.name === 'refs';
}

function isRelative({ name }: ValueType): boolean {
  return name === 'ratio' || name === 'number' || name === 'percent';
}

function isNumber({ name }: ValueType): boolean {
  return name === 'ratio' || name === 'number';
}

/**
 * Undefined where the operation has no meaning. Money over money is a ratio, 44 % as well as 0.44; a count over a number
 * that was written (`plain`) is a part of it.
 */
export function resultOf(
  operator: ArithmeticOperator,
  a: ValueType,
  b: ValueType,
  plain = false,
): ValueType | undefined {
  if (a.name === 'unknown' || b.name === 'unknown') return { name: 'unknown' };
  switch (operator) {
    case '+':
    case '-':
      return sumOf(operator, a, b);
    case '*':
      return productOf(a, b) ?? productOf(b, a);
    case '/':
      return plain && isNumber(a) ? a : quotientOf(a, b);
  }
}

function sumOf(operator: '+' | '-', a: ValueType, b: ValueType): ValueType | undefined {
  if (isRelative(a) && isRelative(b)) {
    if (a.name === b.name) return a;
    // A ratio beside a percent is one, a number beside a ratio (`1 - …`) too; a bare number and a percent do not mix.
    if (a.name !== 'ratio' && b.name !== 'ratio') return undefined;
    return a.name === 'percent' || b.name === 'percent' ? { name: 'percent' } : { name: 'ratio' };
  }
  if (a.name === 'money' && b.name === 'money') return a;
  if (a.name === 'duration' && b.name === 'duration') return a;
  if (a.name === 'date' && b.name === 'duration') return a;
  if (operator === '+' && a.name === 'duration' && b.name === 'date') return b;
  if (operator === '-' && a.name === 'date' && b.name === 'date') return { name: 'duration' };
  return undefined;
}

function productOf(a: ValueType, b: ValueType): ValueType | undefined {
  if (isNumber(b) && (a.name === 'money' || a.name === 'percent' || a.name === 'duration')) return a;
  if (isNumber(a) && isNumber(b)) return a.name === 'ratio' ? a : b;
  if (b.name === 'percent' && (a.name === 'money' || a.name === 'percent')) return a;
  return undefined;
}

function quotientOf(a: ValueType, b: ValueType): ValueType | undefined {
  if (isNumber(a) && isNumber(b)) return { name: 'ratio' };
  if (a.name === b.name && (a.name === 'money' || a.name === 'percent')) return { name: 'ratio' };
  if (a.name === 'money' && (isNumber(b) || b.name === 'percent')) return a;
  if (a.name === 'percent' && isNumber(b)) return a;
  if (a.name === 'duration' && isNumber(b)) return a;
  return undefined;
}
