/**
 * Type checking: what every name of an expression stands for and what type every part has. Of the plan only its own
 * fields count, so an expression is typed once; whether declared names exist is asked by `check-expressions.ts`.
 *
 * A name is a field, else what the other side of its comparison asks for: a word in `level = city`, a category in
 * `category in industry` (language reference, section 3). In backquotes it is always a name.
 */
import type { CompareOperator, Expression } from '../../model/expression.js';
import type { EntityKind, Name } from '../../model/facts.js';
import type { Span } from '../../model/span.js';
import { type CalledField, calledFieldOf, fieldCalled } from './called-fields.js';
import type { Problem, Use } from './expression-problems.js';
import type { Field } from './fields.js';
import { lightOf, wordOf } from './fixed-words.js';
import { type FunctionFacts, functionOf } from './functions.js';
import { coerced, literal } from './literals.js';
import { fieldIn, type OwnFields } from './own-fields.js';
import type { AggregateName, Typed } from './typed-expression.js';
import { averageable, comparable, isEntityType, ordered, resultOf, roundable, summable } from './typing-rules.js';
import { NONE, type ValueType, type WordType } from './values.js';

/** Where an expression stands, which decides what may be asked in it. */
export type ExpressionScope =
  /** About one project: `where`, `require … for`. */
  | 'project'
  /** About one project, and decides its light. */
  | 'light'
  /** About all of them: `expect`, `totals`. */
  | 'set';

export interface TypedExpression {
  readonly typed: Typed;
  readonly problems: readonly Problem[];
  /** Every name in it that is known, in the order of the text. */
  readonly uses: readonly Use[];
  /** Where a bare 0 stands for that much of something that is written with its unit. */
  readonly zeros: readonly { readonly at: Span; readonly of: 'percent' | 'duration' }[];
}

type Known = Readonly<Record<ExpressionScope, WeakMap<Expression, TypedExpression>>>;

/** By the own fields that there are. */
const cache = new WeakMap<OwnFields, Known>();

function knownWith(own: OwnFields): Known {
  let known = cache.get(own);
  if (known === undefined) {
    known = { project: new WeakMap(), light: new WeakMap(), set: new WeakMap() };
    cache.set(own, known);
  }
  return known;
}

/** Anything that amounts to a value: a total, an argument. */
export function typeExpression(expression: Expression, place: ExpressionScope, own: OwnFields): TypedExpression {
  const cached = knownWith(own)[place];
  let known = cached.get(expression);
  if (known === undefined) {
    const typing = new Typing(place, own);
    const typed = typing.any(expression);
    const uses = typing.uses.sort((a, b) => a.at.start - b.at.start);
    known = { typed, problems: typing.problems, uses, zeros: typing.zeros };
    cached.set(expression, known);
  }
  return known;
}

/** As `typeExpression`; that it is a condition is demanded. */
export function typeCondition(expression: Expression, place: ExpressionScope, own: OwnFields): TypedExpression {
  const whole = typeExpression(expression, place, own);
  const problem = conditionProblem(whole.typed);
  return problem === undefined ? whole : { ...whole, problems: [...whole.problems, problem] };
}

function conditionProblem({ type, at }: Typed): Problem | undefined {
  return type.name === 'boolean' || type.name === 'unknown' ? undefined : { problem: 'not-a-condition', type, at };
}

const UNKNOWN: ValueType = { name: 'unknown' };
const BOOLEAN: ValueType = { name: 'boolean' };

class Typing {
  readonly problems: Problem[] = [];
  readonly uses: Use[] = [];
  readonly zeros: { readonly at: Span; readonly of: 'percent' | 'duration' }[] = [];

  constructor(
    private place: ExpressionScope,
    readonly own: OwnFields,
  ) {}

  any(expression: Expression): Typed {
    const { at } = expression;
    switch (expression.type) {
      case 'or':
      case 'and':
        return {
          node: expression.type,
          parts: expression.parts.map((part) => this.#condition(part)),
          type: BOOLEAN,
          at,
        };
      case 'not':
        return { node: 'not', operand: this.#condition(expression.operand), type: BOOLEAN, at };
      case 'negate':
        return this.#negative(expression.operand, at);
      case 'compare':
        return this.#comparison(expression);
      case 'arithmetic':
        return this.#arithmetic(expression);
      case 'as-of':
        return this.#asOf(expression);
      case 'literal':
        return literal(expression.value, at);
      case 'none':
        return { node: 'value', value: NONE, type: { name: 'none' }, at };
      case 'name':
        return this.#field(expression.name) ?? this.#unknown(expression.name);
      case 'call':
        return this.#call(expression.name, expression.arguments, at);
      case 'broken':
        return invalid(at);
    }
  }

  #asOf({ operand, day, at }: Extract<Expression, { readonly type: 'as-of' }>): Typed {
    const typed = this.any(operand);
    return { node: 'as-of', operand: typed, day, type: typed.type, at };
  }

  #condition(expression: Expression): Typed {
    const typed = this.any(expression);
    const problem = conditionProblem(typed);
    return problem === undefined ? typed : this.#wrong(problem);
  }

  #negative(operand: Expression, at: Span): Typed {
    const typed = this.any(operand);
    const { type } = typed;
    if (!averageable(type)) return this.#wrong({ problem: 'no-negative', type, at });
    return { node: 'negate', operand: typed, type, at };
  }

  // ---------------------------------------------------------------------------------------------- comparisons

  #comparison({ operator, left, right, at }: Extract<Expression, { readonly type: 'compare' }>): Typed {
    const [a, b] = this.#sides(left, right);
    if (a === undefined || b === undefined) return invalid(at, BOOLEAN);
    const [x, y] = [this.#fitted(a, b.type), this.#fitted(b, a.type)];
    const problem = comparisonProblem(operator, x, y);
    if (problem !== undefined) {
      this.#wrong(problem);
      return invalid(at, BOOLEAN);
    }
    if (operator === '~=') return { node: 'rounds', left: x, right: y, type: BOOLEAN, at };
    if (operator !== 'in') return { node: 'compare', operator, left: x, right: y, type: BOOLEAN, at };
    // A date in a period is one that falls into it, which is what `=` with a period means.
    if (x.type.name === 'date') return { node: 'compare', operator: '=', left: x, right: y, type: BOOLEAN, at };
    return { node: 'within', left: x, right: y, type: BOOLEAN, at };
  }

  /** Each side, a name that is no field by what the other one asks for; undefined where one is unknown, and reported. */
  #sides(left: Expression, right: Expression): readonly [Typed | undefined, Typed | undefined] {
    const leftName = this.#freeName(left);
    if (leftName === undefined) {
      const typed = this.any(left);
      return [typed, this.#beside(typed.type, right)];
    }
    if (this.#freeName(right) !== undefined) {
      this.#unknown(leftName);
      return [undefined, undefined];
    }
    const typed = this.any(right);
    return [this.#beside(typed.type, left), typed];
  }

  #beside(type: ValueType, expression: Expression): Typed | undefined {
    if (expression.type !== 'name') return this.any(expression);
    const { name } = expression;
    const field = fieldIn(this.own, name.text);
    const isWord = (type.name === 'choice' || type.name === 'light') && wordAs(type, name.text) !== undefined;
    if (field !== undefined && !isQuoted(name) && !(isWord && !comparable(type, field.type)))
      return this.any(expression);
    if (type.name === 'choice' || type.name === 'light') return this.#word(name, type);
    if (isEntityType(type)) return this.#declared(name, type.kind);
    if (type.name === 'unknown') return invalid(name.at);
    return this.any(expression);
  }

  #word(name: Name, type: WordType): Typed {
    const of = type.name === 'choice' ? type.choice : 'light';
    const word = wordAs(type, name.text);
    if (word === undefined) return this.#wrong({ problem: 'unknown-word', name: name.text, of, at: name.at });
    this.uses.push({ use: 'word', of, word, at: name.at });
    const light = lightOf(word);
    if (type.name === 'choice') {
      return { node: 'value', value: { type: 'choice', choice: type.choice, word }, type, at: name.at };
    }
    return light === undefined
      ? invalid(name.at)
      : { node: 'value', value: { type: 'light', light }, type, at: name.at };
  }

  #declared(name: Name, kind: EntityKind): Typed {
    this.uses.push({ use: 'declared', kind, name: name.text, at: name.at });
    const value = { type: 'ref', thing: { kind, name: name.text } } as const;
    return { node: 'value', value, type: { name: 'ref', kind }, at: name.at };
  }

  #fitted(typed: Typed, beside: ValueType): Typed {
    const result = coerced(typed, beside);
    if (result !== typed && result.node === 'value' && result.value.type === 'ref') {
      const { kind, name } = result.value.thing;
      this.uses.push({ use: 'declared', kind, name, at: result.at });
    }
    const { name: of } = result.type;
    if (typed.type.name === 'number' && (of === 'percent' || of === 'duration')) this.zeros.push({ at: typed.at, of });
    return result;
  }

  // ---------------------------------------------------------------------------------------------- arithmetic

  #arithmetic({ first, rest }: Extract<Expression, { readonly type: 'arithmetic' }>): Typed {
    let left = this.any(first);
    for (const { operator, operand } of rest) {
      const right = this.any(operand);
      const additive = operator === '+' || operator === '-';
      const x = additive ? this.#fitted(left, right.type) : left;
      const y = additive ? this.#fitted(right, left.type) : right;
      const type = resultOf(operator, x.type, y.type, isPlainNumber(y));
      const at = { ...left.at, end: right.at.end };
      if (type === undefined) {
        left = this.#wrong({ problem: 'arithmetic', operator, left: x.type, right: y.type, at: right.at }, at);
      } else {
        left = { node: 'arithmetic', operator, left: x, right: y, type, at };
      }
    }
    return left;
  }

  // ---------------------------------------------------------------------------------------------- names and calls

  #field(name: Name): Typed | undefined {
    const field = fieldIn(this.own, name.text);
    if (field === undefined) return undefined;
    this.uses.push({ use: 'field', name: field.name, at: name.at });
    return this.#asked(field, name);
  }

  #asked(field: Field, { at }: Name): Typed {
    if (this.place === 'set')
      return this.#wrong({ problem: 'needs-aggregate', name: field.name, type: field.type, at });
    if (this.place === 'light' && field.name === 'light') return this.#wrong({ problem: 'own-light', at });
    return { node: 'field', field, type: field.type, at };
  }

  #unknown({ text, at }: Name): Typed {
    return this.#wrong({ problem: 'unknown-field', name: text, at });
  }

  #call(name: Name, parts: readonly Expression[], at: Span): Typed {
    const asField = calledFieldOf(name.text);
    if (asField !== undefined) return this.#calledField(asField, name, parts, at);
    const called = functionOf(name.text);
    if (called === undefined) {
      return this.#wrong({ problem: 'unknown-function', name: name.text, at: name.at }, at);
    }
    this.uses.push({ use: 'function', name: called.name, at: name.at });
    if (called.name === 'light') return this.#light(called, parts, name.at, at);
    if (this.place !== 'set') return this.#wrong({ problem: 'no-aggregate', function: called.name, at: name.at }, at);
    this.place = 'project';
    const typed = this.#aggregate(called.name, parts, name.at, at);
    this.place = 'set';
    return typed;
  }

  #calledField(called: CalledField, name: Name, parts: readonly Expression[], at: Span): Typed {
    const field = fieldCalled(called, parts);
    if (field === undefined) {
      if (parts.some(({ type }) => type === 'broken')) return invalid(at);
      return this.#wrong({ problem: 'arguments', function: called.name, at: name.at }, at);
    }
    const typed = this.#asked(field, name);
    return { ...typed, at };
  }

  #light(called: FunctionFacts, [argument, ...more]: readonly Expression[], nameAt: Span, at: Span): Typed {
    if (this.place === 'light') return this.#wrong({ problem: 'own-light', at }, at);
    const type: ValueType = { name: 'light' };
    if (this.place === 'set') {
      return this.#wrong({ problem: 'needs-aggregate', name: called.name, type, at: nameAt }, at);
    }
    if (argument?.type !== 'name' || more.length > 0) {
      if (argument?.type === 'broken') return invalid(at);
      return this.#wrong({ problem: 'arguments', function: called.name, at }, at);
    }
    this.uses.push({ use: 'light', name: argument.name.text, at: argument.name.at });
    return { node: 'light', light: argument.name.text, type, at };
  }

  #aggregate(aggregate: AggregateName, parts: readonly Expression[], nameAt: Span, at: Span): Typed {
    const [first, second, ...more] = parts;
    const most = aggregate === 'count' ? 1 : 2;
    const least = aggregate === 'count' ? 0 : aggregate === 'share' ? 2 : 1;
    if (more.length > 0 || parts.length > most || parts.length < least) {
      return this.#wrong({ problem: 'arguments', function: aggregate, at: nameAt }, at);
    }
    const conditionFirst = aggregate === 'count' || aggregate === 'share';
    const [field, where] = conditionFirst ? [second, first] : [first, second];
    const condition = where === undefined ? undefined : this.#condition(where);
    const operand = field === undefined ? undefined : this.any(field);
    const problem = operand === undefined ? undefined : argumentProblem(aggregate, operand);
    if (problem !== undefined) return this.#wrong(problem, at);
    return { node: 'aggregate', aggregate, operand, condition, type: aggregateType(aggregate, operand?.type), at };
  }

  /** A name that is no field by itself. */
  #freeName(expression: Expression): Name | undefined {
    if (expression.type !== 'name') return undefined;
    const { name } = expression;
    return isQuoted(name) || fieldIn(this.own, name.text) === undefined ? name : undefined;
  }

  #wrong(problem: Problem, at: Span = problem.at): Typed {
    this.problems.push(problem);
    return invalid(at);
  }
}

/** A number that was written. */
function isPlainNumber({ node, type }: Typed): boolean {
  return node === 'value' && type.name === 'number';
}

function invalid(at: Span, type: ValueType = UNKNOWN): Typed {
  return { node: 'invalid', type, at };
}

/** In backquotes: the place is longer than the name. */
function isQuoted({ text, at }: Name): boolean {
  return at.end - at.start > text.length;
}

function wordAs(type: WordType, text: string): string | undefined {
  return wordOf(type.name === 'choice' ? type.choice : 'light', text);
}

/** Told of the right side, where the reader's eye ends up. */
function comparisonProblem(
  operator: CompareOperator,
  { type: left }: Typed,
  { type: right, at }: Typed,
): Problem | undefined {
  const unknown = left.name === 'unknown' || right.name === 'unknown';
  if (!comparable(left, right)) return { problem: 'not-comparable', left, right, at };
  if (unknown || operator === '=' || operator === '!=') return undefined;
  const none = [left, right].find(({ name }) => name === 'none');
  if (operator === 'in') {
    const can = none === undefined && ((isEntityType(left) && isEntityType(right)) || left.name === 'date');
    return can ? undefined : { problem: 'not-within', type: none ?? left, at };
  }
  if (operator === '~=') {
    const wrong = [left, right].find((type) => !roundable(type));
    return wrong === undefined ? undefined : { problem: 'not-rounded', type: wrong, at };
  }
  const wrong = [left, right].find((type) => !ordered(type));
  return wrong === undefined ? undefined : { problem: 'no-order', operator, type: wrong, at };
}

function argumentProblem(aggregate: AggregateName, { type, at }: Typed): Problem | undefined {
  const can =
    aggregate === 'sum' || aggregate === 'share'
      ? summable(type)
      : aggregate === 'avg'
        ? averageable(type)
        : ordered(type) && type.name !== 'light';
  return can ? undefined : { problem: 'argument-type', function: aggregate, type, at };
}

function aggregateType(aggregate: AggregateName, operand: ValueType | undefined): ValueType {
  if (aggregate === 'count') return { name: 'number' };
  if (aggregate === 'share') return { name: 'percent' };
  return operand ?? UNKNOWN;
}
