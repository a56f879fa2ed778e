/**
 * What an expression amounts to, for one project or over a set of them. A comparison with a missing value is false, save
 * `= none`; a verdict also says whether enough was known for it, which decides whether a light can be judged at all.
 */
import type { Expression, Moment } from '../../model/expression.js';
import type { ProjectFacts } from '../../model/facts.js';
import { HUNDRED, ZERO } from '../../model/rational.js';
import type { Analysis } from '../analysis.js';
import { calendarOf } from '../calendars.js';
import { exactFigure, scaleFigure } from '../metrics/figure.js';
import { overProjects } from './aggregates.js';
import { calculate, negated } from './arithmetic.js';
import { allAt, isBeforeYear, isYearly, type ProjectsAt, portfolioAt } from './as-of.js';
import { type Clock, compare, entitiesOf, rounds } from './comparison.js';
import type { Field } from './fields.js';
import { liesIn } from './lineage.js';
import { partsOf } from './missing.js';
import { ownFields } from './own-fields.js';
import { type ExpressionScope, typeExpression } from './type-checker.js';
import type { OrderOperator, Typed } from './typed-expression.js';
import { NONE, type Value } from './values.js';

export interface Verdict {
  readonly holds: boolean;
  /** Whether it was decided by values that are there. */
  readonly known: boolean;
}

/** Whether a condition about one project holds. `place` is 'light' for the conditions of lights. */
export function verdictFor(
  condition: Expression,
  project: ProjectFacts,
  analysis: Analysis,
  place: ExpressionScope = 'project',
): Verdict {
  return new Evaluation(analysis, project, []).verdict(
    typeExpression(condition, place, ownFields(analysis.plan)).typed,
  );
}

/** The value of an expression for one project; a ratio in percent. */
export function valueFor(expression: Expression, project: ProjectFacts, analysis: Analysis): Value {
  const { typed } = typeExpression(expression, 'project', ownFields(analysis.plan));
  return inPercent(typed, new Evaluation(analysis, project, []).value(typed));
}

/** The value of an expression over a set of projects; a ratio in percent. */
export function valueOver(
  expression: Expression,
  projects: readonly ProjectFacts[],
  analysis: Analysis,
  projectsAt: ProjectsAt = allAt,
): Value {
  const { typed } = typeExpression(expression, 'set', ownFields(analysis.plan));
  return inPercent(typed, new Evaluation(analysis, undefined, projects, projectsAt).value(typed));
}

/** Whether a condition over a set of projects holds. */
export function verdictOver(condition: Expression, projects: readonly ProjectFacts[], analysis: Analysis): Verdict {
  return new Evaluation(analysis, undefined, projects).verdict(
    typeExpression(condition, 'set', ownFields(analysis.plan)).typed,
  );
}

/** The two sides of a comparison over a set, for telling what was found beside what was stated. */
export interface Sides {
  readonly operator: OrderOperator | '~=' | 'in';
  readonly left: Value;
  readonly right: Value;
}

export function sidesOver(
  condition: Expression,
  projects: readonly ProjectFacts[],
  analysis: Analysis,
): Sides | undefined {
  const { typed } = typeExpression(condition, 'set', ownFields(analysis.plan));
  if (typed.node !== 'compare' && typed.node !== 'rounds' && typed.node !== 'within') return undefined;
  const evaluation = new Evaluation(analysis, undefined, projects);
  const operator = typed.node === 'compare' ? typed.operator : typed.node === 'rounds' ? '~=' : 'in';
  const ratio = [typed.left, typed.right].some(({ type }) => type.name === 'ratio');
  const side = (of: Typed): Value => inPercent(of, evaluation.value(of), ratio);
  return { operator, left: side(typed.left), right: side(typed.right) };
}

/** A ratio is shown as a percent (language reference, 3), and so is a number that it is compared with. */
function inPercent(typed: Typed, value: Value, always = false): Value {
  if (value.type !== 'number' || !(always || typed.type.name === 'ratio')) return value;
  return { type: 'percent', figure: scaleFigure(value.figure, HUNDRED) };
}

export function fieldValue(field: Field, project: ProjectFacts, analysis: Analysis): Value {
  return field.value(project, analysis);
}

const NOTHING_YET: Value = { type: 'money', figure: exactFigure(ZERO) };

/** What lengths of time are stepped by: the project's calendar, over a set the portfolio's. */
export function clockOf(project: ProjectFacts | undefined, analysis: Analysis): Clock {
  return { status: analysis.status, calendar: calendarOf(analysis.plan, project) };
}

class Evaluation {
  #clock: Clock | undefined;

  constructor(
    readonly analysis: Analysis,
    readonly project: ProjectFacts | undefined,
    readonly projects: readonly ProjectFacts[],
    readonly projectsAt: ProjectsAt = allAt,
    /** Asked as of an earlier day than the whole. */
    readonly isEarlier = false,
  ) {}

  value(typed: Typed): Value {
    switch (typed.node) {
      case 'value':
        return typed.value;
      case 'field':
        return this.#field(typed.field);
      case 'as-of':
        return this.#then(typed.day)?.value(typed.operand) ?? NONE;
      case 'light':
        return this.#light(typed.light);
      case 'negate':
        return negated(this.value(typed.operand));
      case 'arithmetic':
        return calculate(typed.operator, this.value(typed.left), this.value(typed.right), this.clock);
      case 'aggregate':
        return this.#aggregate(typed);
      case 'invalid':
        return NONE;
      default: {
        const { holds, known } = this.verdict(typed);
        return known ? { type: 'boolean', value: holds } : NONE;
      }
    }
  }

  verdict(typed: Typed): Verdict {
    switch (typed.node) {
      case 'and':
      case 'or':
        return this.#joined(typed.node, typed.parts);
      case 'not': {
        const { holds, known } = this.verdict(typed.operand);
        return { holds: !holds, known };
      }
      case 'compare':
        return this.#compared(typed.operator, typed.left, typed.right);
      case 'rounds':
        return decided(rounds(typed.left, typed.right, this.value(typed.left), this.value(typed.right)));
      case 'within':
        return decided(this.#within(this.value(typed.left), this.value(typed.right)));
      case 'as-of':
        return this.#then(typed.day)?.verdict(typed.operand) ?? UNDECIDED;
      default:
        // What is no condition is reported; it holds for nothing.
        return UNDECIDED;
    }
  }

  get clock(): Clock {
    this.#clock ??= clockOf(this.project, this.analysis);
    return this.#clock;
  }

  #field(field: Field): Value {
    if (this.project === undefined) return NONE;
    const value = field.value(this.project, this.analysis);
    if (value.type !== 'none' || !this.isEarlier || !isYearly(field.name)) return value;
    return isBeforeYear(this.analysis) ? NOTHING_YET : value;
  }

  /** The same question as of another day. */
  #then(day: Moment): Evaluation | undefined {
    const then = portfolioAt(this.analysis, day);
    if (then === undefined) return undefined;
    if (this.project !== undefined) return new Evaluation(then, this.project, [], this.projectsAt, true);
    return new Evaluation(then, undefined, this.projectsAt(then), this.projectsAt, true);
  }

  /** One part that is known to fail decides an `and`, one that is known to hold an `or`. */
  #joined(node: 'and' | 'or', parts: readonly Typed[]): Verdict {
    const decisive = node === 'or';
    let holds = !decisive;
    let known = true;
    for (const part of parts) {
      const verdict = this.verdict(part);
      if (verdict.known && verdict.holds === decisive) return { holds: decisive, known: true };
      if (verdict.holds === decisive) holds = decisive;
      known &&= verdict.known;
    }
    return { holds, known };
  }

  #compared(operator: OrderOperator, left: Typed, right: Typed): Verdict {
    const a = this.value(left);
    const b = this.value(right);
    if (left.type.name === 'none' || right.type.name === 'none') {
      const missing = (left.type.name === 'none' ? b : a).type === 'none';
      return { holds: missing === (operator === '='), known: true };
    }
    if (a.type === 'none' || b.type === 'none') return overMissing(operator, a, b);
    return decided(compare(operator, a, b, this.clock));
  }

  #within(left: Value, right: Value): boolean | undefined {
    if (isSettled(left)) return false;
    const [inner, outer] = [entitiesOf(left), entitiesOf(right)];
    if (inner === undefined || outer === undefined) return undefined;
    return inner.some((thing) => outer.some(({ name }) => liesIn(thing, name, this.analysis.plan)));
  }

  #light(name: string): Value {
    if (this.project === undefined) return NONE;
    const { lights } = this.analysis.light(this.project);
    const light = lights.find((judged) => judged.name === name)?.light;
    return light === undefined ? NONE : { type: 'light', light };
  }

  #aggregate({ aggregate, operand, condition, type }: Extract<Typed, { readonly node: 'aggregate' }>): Value {
    if ([operand, condition].some((part) => part !== undefined && isBeyond(part, this.analysis))) return NONE;
    const chosen: Value[] = [];
    const others: Value[] = [];
    let count = 0;
    for (const project of this.projects) {
      const evaluation = new Evaluation(this.analysis, project, [], this.projectsAt, this.isEarlier);
      const meets = condition === undefined || evaluation.verdict(condition).holds;
      if (meets) count++;
      if (operand === undefined || !(meets || aggregate === 'share')) continue;
      (meets ? chosen : others).push(evaluation.value(operand));
    }
    return overProjects(aggregate, type, count, chosen, others, this.clock);
  }
}

/**
 * A comparison with a missing value is false, save that it is unequal to any other (language reference, 3). It is
 * decided all the same where nothing is lacking, and where it holds.
 */
function overMissing(operator: OrderOperator, a: Value, b: Value): Verdict {
  if (operator === '!=') return { holds: true, known: true };
  const lacking = [a, b].some((value) => value.type === 'none' && !isSettled(value));
  return { holds: false, known: !lacking };
}

/** Whether something is asked as of a day that has not come: of it nothing adds up, not even to zero. */
function isBeyond(typed: Typed, analysis: Analysis): boolean {
  const then = typed.node === 'as-of' ? portfolioAt(analysis, typed.day) : analysis;
  return then === undefined || partsOf(typed).some((part) => isBeyond(part, then));
}

function isSettled(value: Value): boolean {
  return value.type === 'none' && value.settled === true;
}

const UNDECIDED: Verdict = { holds: false, known: false };

function decided(outcome: boolean | undefined): Verdict {
  return outcome === undefined ? UNDECIDED : { holds: outcome, known: true };
}
