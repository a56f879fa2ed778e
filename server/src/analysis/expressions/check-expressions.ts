/** What is wrong with the expressions of a file: types that do not go together, names that stand for nothing. */
import type { EntityKind, FileFacts, Name } from '../../model/facts.js';
import type { Plan } from '../../model/plan.js';
import type { Span } from '../../model/span.js';
import type { Problem, Use } from './expression-problems.js';
import { type Breakdown, breakdownsIn, expressionsIn, fieldNamesIn } from './expressions-in-file.js';
import { wordOf } from './fixed-words.js';
import { measureOf } from './measures.js';
import { fieldIn, ownFields } from './own-fields.js';
import { type TypedExpression, typeCondition, typeExpression } from './type-checker.js';
import { comparable, isEntityType } from './typing-rules.js';
import { declaredKind, isDeclared, nearestName, policyLights, type Wanted } from './unknown-names.js';
import type { ValueType } from './values.js';

type UnknownProblem = Extract<Problem, { readonly problem: 'unknown-field' | 'unknown-function' | 'unknown-word' }>;
export type TypeProblem = Exclude<Problem, UnknownProblem>;

/** A name that stands for nothing. `declared`: it is the name of something that cannot stand there by itself. */
interface UnknownName {
  readonly at: Span;
  readonly name: string;
  readonly wanted: Wanted;
  readonly nearest: string | undefined;
  readonly declared: EntityKind | undefined;
}

export interface ExpressionFindings {
  readonly types: readonly TypeProblem[];
  readonly unknown: readonly UnknownName[];
}

/** Where a bare 0 is read as no percent or no time. */
export function bareZerosIn(file: FileFacts, plan: Plan): TypedExpression['zeros'] {
  return [...expressionsIn(file)].flatMap(({ expression, scope }) => [
    ...typeExpression(expression, scope, ownFields(plan)).zeros,
  ]);
}

export function checkExpressions(file: FileFacts, plan: Plan): ExpressionFindings {
  const types: TypeProblem[] = [];
  const unknown: UnknownName[] = [];
  const own = ownFields(plan);
  for (const { expression, scope: place, condition } of expressionsIn(file)) {
    const { problems, uses } = condition
      ? typeCondition(expression, place, own)
      : typeExpression(expression, place, own);
    for (const problem of problems) {
      if (isUnknownName(problem)) unknown.push(unknownName(problem.name, problem.at, wantedBy(problem), plan));
      else types.push(problem);
    }
    for (const use of uses) unknown.push(...undeclared(use, plan));
  }
  for (const { text, at } of fieldNamesIn(file)) {
    if (fieldIn(own, text) === undefined) unknown.push(unknownName(text, at, { name: 'field' }, plan));
  }
  for (const breakdown of breakdownsIn(file)) {
    const found = checkBreakdown(breakdown, plan);
    types.push(...found.types);
    unknown.push(...found.unknown);
  }
  return { types, unknown };
}

function isUnknownName(problem: Problem): problem is UnknownProblem {
  return WANTED.has(problem.problem);
}

const WANTED: ReadonlySet<Problem['problem']> = new Set(['unknown-field', 'unknown-function', 'unknown-word']);

function wantedBy(problem: UnknownProblem): Wanted {
  switch (problem.problem) {
    case 'unknown-field':
      return { name: 'field' };
    case 'unknown-function':
      return { name: 'function' };
    case 'unknown-word':
      return { name: 'word', of: problem.of };
  }
}

function unknownName(name: string, at: Span, wanted: Wanted, plan: Plan): UnknownName {
  const declared = wanted.name === 'field' ? declaredKind(name, plan) : undefined;
  return { at, name, wanted, nearest: nearestName(name, wanted, plan), declared };
}

/** Declared names that nothing declares, lights that no policy has. Items are a project's own and not looked for. */
function undeclared(use: Use, plan: Plan): readonly UnknownName[] {
  if (use.use === 'declared' && use.kind !== 'item' && !isDeclared(use.name, use.kind, plan)) {
    return [unknownName(use.name, use.at, { name: 'declared', kind: use.kind }, plan)];
  }
  if (use.use === 'light' && !policyLights(plan).includes(use.name)) {
    return [unknownName(use.name, use.at, { name: 'policy-light' }, plan)];
  }
  return [];
}

function checkBreakdown({ field: name, rows }: Breakdown, plan: Plan): ExpressionFindings {
  const types: TypeProblem[] = [];
  const unknown: UnknownName[] = [];
  const own = ownFields(plan);
  const field = fieldIn(own, name.text);
  if (field === undefined) unknown.push(unknownName(name.text, name.at, { name: 'field' }, plan));
  else if (!groups(field.type)) types.push({ problem: 'no-groups', type: field.type, at: name.at });
  for (const row of rows) {
    if (field !== undefined) unknown.push(...unknownRow(row.name, field.type, plan));
    for (const { measure, value } of row.figures) {
      const of = measureOf(measure.text, own);
      if (of === undefined) {
        const isField = fieldIn(own, measure.text);
        if (isField === undefined) unknown.push(unknownName(measure.text, measure.at, { name: 'field' }, plan));
        else types.push({ problem: 'argument-type', function: 'sum', type: isField.type, at: measure.at });
        continue;
      }
      const { type } = typeExpression(value, 'set', own).typed;
      const fits = comparable(of.type, type) || (of.type.name === 'money' && type.name === 'number');
      if (!fits) types.push({ problem: 'not-comparable', left: of.type, right: type, at: value.at });
    }
  }
  return { types, unknown };
}

/** Whether projects can be told apart by it in rows with names. */
export function groups(type: ValueType): boolean {
  return isEntityType(type) || type.name === 'choice' || type.name === 'light';
}

function unknownRow({ text, at }: Name, type: ValueType, plan: Plan): readonly UnknownName[] {
  const wanted = lackingRow(text, type, plan);
  return wanted === undefined ? [] : [unknownName(text, at, wanted, plan)];
}

/** What a row's name would have to be and is not; undefined where the name stands for something. */
export function lackingRow(text: string, type: ValueType, plan: Plan): Wanted | undefined {
  if (isEntityType(type)) {
    return isDeclared(text, type.kind, plan) ? undefined : { name: 'declared', kind: type.kind };
  }
  if (type.name !== 'choice' && type.name !== 'light') return undefined;
  const of = type.name === 'choice' ? type.choice : 'light';
  return wordOf(of, text) === undefined ? { name: 'word', of } : undefined;
}
