/** Expressions as data. A literal that cannot be read becomes `broken`, so that what stands around it keeps its place. */

import { isWordOf } from '../../../../grammar/words.js';
import { parseDuration } from '../../model/duration.js';
import type { CompareOperator, Expression, LiteralValue, Moment } from '../../model/expression.js';
import { toHalfWidth } from '../../model/half-width.js';
import { written } from '../../model/interval.js';
import { moneyToRational, parseMoney } from '../../model/money.js';
import { parseDate } from '../../model/period.js';
import { type Rational, ZERO } from '../../model/rational.js';
import type * as ast from '../generated/tree.js';
import { readString } from './strings.js';
import { percentOf, percentSpelling, type ValueReader } from './value-reader.js';

const COMPARE: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=', '~=', 'in']);

/** The aggregate that needs nothing in its parentheses. */
const COUNT: ReadonlySet<string> = new Set(['count', '项目数']);

const CONDITIONS: ReadonlySet<Expression['type']> = new Set<Expression['type']>(['and', 'or', 'not', 'compare']);

export function lowerExpression(
  reader: ValueReader,
  node: ast.Expression | undefined,
  amount = false,
): Expression | undefined {
  if (node === undefined) return undefined;
  const read = amount ? lowerAmount(reader, node) : lower(reader, node);
  const { at } = read;
  // What could not be read within it is told; what it would mean without that is not asked.
  if (reader.isBrokenWithin(at)) return { type: 'broken', at };
  if (!reader.breaksOff(at.end)) return read;
  // `level ≠ city`: the field before the mistake is no condition by itself, and is not told to be none.
  const broken: Expression = { type: 'broken', at };
  return CONDITIONS.has(read.type)
    ? { type: 'and', parts: [read, broken], at }
    : { type: 'compare', operator: '=', left: read, right: broken, at };
}

function lower(reader: ValueReader, node: ast.Expression): Expression {
  const at = reader.span(node);
  const part = (child: ast.Expression | undefined): Expression =>
    child === undefined ? { type: 'broken', at } : lower(reader, child);
  const amount = (child: ast.Expression | undefined): Expression =>
    child === undefined ? { type: 'broken', at } : lowerAmount(reader, child);
  if (node.$type === 'Or') return { type: 'or', parts: node.parts.map(part), at };
  if (node.$type === 'And') return { type: 'and', parts: node.parts.map(part), at };
  if (node.$type === 'Not') return { type: 'not', operand: part(node.operand), at };
  if (node.$type === 'Negative') return { type: 'negate', operand: part(node.operand), at };
  if (node.$type === 'Parenthesis') return part(node.inner);
  if (node.$type === 'None') return { type: 'none', at };
  if (node.$type === 'Comparison') {
    const { left, right } = node;
    return {
      type: 'compare',
      operator: compareOperator(reader, node),
      left: isAmount(right) ? amount(left) : part(left),
      right: isAmount(left) ? amount(right) : part(right),
      at,
    };
  }
  if (node.$type === 'Arithmetic') {
    const [first, ...operands] = node.parts;
    const rest = operands.map((operand, index) => ({
      operator: arithmeticOperator(node.operators[index]),
      operand: amount(operand),
    }));
    return { type: 'arithmetic', first: amount(first), rest, at };
  }
  if (node.$type === 'AsOf') {
    const day = lowerMoment(reader, node.day);
    return day === undefined ? { type: 'broken', at } : { type: 'as-of', operand: part(node.operand), day, at };
  }
  if (node.$type === 'NameUse') {
    const name = reader.name(node.name);
    if (name === undefined) return { type: 'broken', at };
    if (!node.call) return { type: 'name', name, at };
    return { type: 'call', name, arguments: node.arguments.map(part), at };
  }
  return lowerLiteral(reader, node.value, at);
}

/** Undefined where its date is none, which is told. */
export function lowerMoment(reader: ValueReader, node: ast.Moment | undefined): Moment | undefined {
  if (node === undefined) return undefined;
  const word = reader.keyword(node.word);
  if (isWordOf('moment', word)) return { is: word, at: reader.span(node) };
  const date = reader.date(node.date);
  return date && { is: 'day', period: date.period, at: date.at };
}

/** What stands beside a figure: `count` alone is `count()` there, and can be no name. */
function lowerAmount(reader: ValueReader, node: ast.Expression): Expression {
  const read = lower(reader, node);
  if (read.type !== 'name' || !COUNT.has(read.name.text) || node.$type !== 'NameUse') return read;
  if (node.name?.text !== read.name.text) return read;
  reader.spelled(read.at, `${read.name.text}()`);
  return { type: 'call', name: read.name, arguments: [], at: read.at };
}

/** Whether a side of a comparison is a figure, so that no name can be compared with it. */
function isAmount(node: ast.Expression | undefined): boolean {
  if (node === undefined) return false;
  if (node.$type === 'Literal') return /^[~约\d０-９]/.test(node.value ?? '');
  return node.$type === 'Arithmetic' || node.$type === 'Negative' || (node.$type === 'NameUse' && node.call === true);
}

function compareOperator(reader: ValueReader, node: ast.Comparison): CompareOperator {
  const sign: string = node.operator ?? '=';
  const operator = reader.keyword(sign) ?? (sign === '≈' ? '~=' : toHalfWidth(sign));
  return isCompareOperator(operator) ? operator : '=';
}

function isCompareOperator(operator: string): operator is CompareOperator {
  return COMPARE.has(operator);
}

function arithmeticOperator(sign: string | undefined): '+' | '-' | '*' | '/' {
  const operator = toHalfWidth(sign ?? '+');
  return operator === '-' || operator === '*' || operator === '/' ? operator : '+';
}

/** The value of a literal, told by its shape; a date only has year, month or day in it, money a scale. */
export function lowerLiteral(reader: ValueReader, raw: string | undefined, at: Expression['at']): Expression {
  if (raw === undefined) return { type: 'broken', at };
  const value = literalValue(reader, raw, at);
  return value === undefined ? { type: 'broken', at } : { type: 'literal', value, at };
}

function literalValue(reader: ValueReader, raw: string, at: Expression['at']): LiteralValue | undefined {
  if (/^["“「『＂]/.test(raw)) return { type: 'text', value: readString(raw, at).text };
  const text = toHalfWidth(raw);
  const half: Rational = written(text)?.halfUnit ?? ZERO;
  if (text.endsWith('%') || text.startsWith('百分之')) {
    const value = percentOf(text);
    const spelling = percentSpelling(raw);
    reader.spelled(at, spelling);
    if (value !== undefined) return { type: 'percent', value, half: written(spelling ?? text)?.halfUnit ?? ZERO };
  }
  const number = /^[\d,.]+$/.test(text) ? written(text) : undefined;
  if (number !== undefined) return { type: 'number', value: number.value, half };
  const duration = parseDuration(text);
  if (duration.ok) {
    reader.spelled(at, duration.spelling);
    return { type: 'duration', value: duration.duration };
  }
  const money = parseMoney(text);
  if (money.ok) {
    reader.amount(at, text);
    reader.spelled(at, money.spelling);
    return { type: 'money', value: money.value, half: money.spelling === undefined ? half : halfUnit(text) };
  }
  const date = parseDate(text);
  if (date.ok) {
    reader.spelled(at, date.spelling);
    return { type: 'date', value: date.period };
  }
  if (date.reason === 'no-such-date') reader.report('value/date', at, { text: raw, reason: date.reason });
  else reader.report('value/money', at, { text: raw, reason: money.reason });
  return undefined;
}

/** Half a unit of the last digit of an amount that is spelled otherwise: what `约` before it would leave open. */
function halfUnit(text: string): Rational {
  const read = parseMoney(`约${text.replace(/[~约]/g, '')}`);
  return read.ok ? moneyToRational(read.value.tolerance) : ZERO;
}
