/** How much of what a total adds up was reported (semantics §4, totals over projects that did not all report). */
import type { Expression } from '../model/expression.js';
import type { ProjectFacts } from '../model/facts.js';
import type { Analysis } from './analysis.js';
import { allAt, isBeforeYear, portfolioAt } from './expressions/as-of.js';
import { valueOver } from './expressions/evaluate.js';
import type { Field } from './expressions/fields.js';
import { fieldsIn, partsOf } from './expressions/missing.js';
import { ownFields } from './expressions/own-fields.js';
import { typeExpression } from './expressions/type-checker.js';
import type { Typed } from './expressions/typed-expression.js';
import type { Value } from './expressions/values.js';

/** How much of a total is there: it counts only what was reported (semantics §4). */
export interface Reports {
  /** Active projects, and those of them without an investment reported in the plan year. */
  readonly active: number;
  readonly notReported: number;
  /** Without a stage and without such a report. */
  readonly maybeNotReported: number;
  /** Of a rate where not all have reported: the same over those that have. */
  readonly ofReported?: Value;
}

/** The fields that are known only where somebody reported what was invested. */
const REPORTED: ReadonlySet<string> = new Set(['invested', 'completion', 'investment-behind']);

/** The fields that are known only where somebody reported just that: funds, or what was invested in a stated year. */
const REPORTED_ALONE = /^(?:received|paid|received\(.*|invested\(.*)$/;

/** Whether the field is made from reports, and none of the projects has the one that it needs. */
function isUnreported({ name, value }: Field, projects: readonly ProjectFacts[], portfolio: Analysis): boolean {
  if (projects.length === 0 || isBeforeYear(portfolio)) return false;
  if (REPORTED.has(name)) return projects.every((project) => portfolio.metrics(project).invested === undefined);
  return REPORTED_ALONE.test(name) && projects.every((project) => value(project, portfolio).type === 'none');
}

/** What nobody has reported of a field adds up to no figure. */
export function reportsOfField(
  field: Field,
  projects: readonly ProjectFacts[],
  analysis: Analysis,
): { readonly ofNobody: boolean; readonly reports: Reports | undefined } {
  return {
    ofNobody: isUnreported(field, projects, analysis),
    reports: REPORTED.has(field.name) ? countsOf(analysis, projects) : undefined,
  };
}

function countsOf(portfolio: Analysis, projects: readonly ProjectFacts[]): Reports {
  const metrics = projects.map((project) => portfolio.metrics(project));
  // Of a year that had not begun nothing could have been reported.
  const owing = isBeforeYear(portfolio) ? [] : metrics;
  return {
    active: metrics.filter(({ isActive }) => isActive).length,
    notReported: owing.filter(({ notReported }) => notReported).length,
    maybeNotReported: owing.filter(({ maybeNotReported }) => maybeNotReported).length,
  };
}

export function reportsBehind(
  expression: Expression,
  projects: readonly ProjectFacts[],
  analysis: Analysis,
): Reports | undefined {
  const { typed } = typeExpression(expression, 'set', ownFields(analysis.plan));
  const isAsked = [...fieldsOver(typed)].some(({ name }) => REPORTED.has(name));
  if (!isAsked) return undefined;
  // Of a difference between two days the day of which less is known says how much is known.
  const days = [...reportsNeeded(typed, { portfolio: analysis, projects })].filter(({ field }) =>
    REPORTED.has(field.name),
  );
  const counts = (days.length === 0 ? [{ portfolio: analysis, projects }] : days).map((day) =>
    countsOf(day.portfolio, day.projects),
  );
  const least = counts.reduce((a, b) => (lacking(b) > lacking(a) ? b : a));
  const { notReported, maybeNotReported } = least;
  const isRate = typed.type.name === 'percent' || typed.type.name === 'ratio';
  if (notReported + maybeNotReported === 0 || !isRate) return least;
  const reported = projects.filter((project) => analysis.metrics(project).invested !== undefined);
  return { ...least, ofReported: valueOver(expression, reported, analysis) };
}

function lacking({ notReported, maybeNotReported }: Reports): number {
  return notReported + maybeNotReported;
}

/** Of what nobody has reported there is no sum, as no summary has one; nor a difference to it. */
export function nobodyReported(expression: Expression, projects: readonly ProjectFacts[], analysis: Analysis): boolean {
  const { typed } = typeExpression(expression, 'set', ownFields(analysis.plan));
  return [...reportsNeeded(typed, { portfolio: analysis, projects })].some(({ field, portfolio, projects: mine }) =>
    isUnreported(field, mine, portfolio),
  );
}

interface ReportsOf {
  readonly portfolio: Analysis;
  readonly projects: readonly ProjectFacts[];
}

interface ReportsNeeded extends ReportsOf {
  readonly field: Field;
}

/** As of which days the aggregates of an expression add up what is reported, and of which projects. */
function* reportsNeeded(typed: Typed, of: ReportsOf, within = false): Generator<ReportsNeeded> {
  switch (typed.node) {
    case 'as-of': {
      const then = portfolioAt(of.portfolio, typed.day);
      if (then === undefined) return;
      yield* reportsNeeded(typed.operand, { portfolio: then, projects: within ? of.projects : allAt(then) }, within);
      return;
    }
    case 'aggregate':
      if (typed.operand !== undefined) yield* reportsNeeded(typed.operand, of, true);
      return;
    case 'field':
      if (within) yield { ...of, field: typed.field };
      return;
    default:
      for (const part of partsOf(typed)) yield* reportsNeeded(part, of, within);
  }
}

/** What the aggregates of an expression run over. */
function* fieldsOver(typed: Typed): Generator<Field> {
  if (typed.node !== 'aggregate') {
    for (const part of partsOf(typed)) yield* fieldsOver(part);
    return;
  }
  for (const part of [typed.operand, typed.condition]) if (part !== undefined) yield* fieldsIn(part);
}
