/** Which fields an expression needs, and which of them are missing: why a light cannot be judged. */
import type { Expression } from '../../model/expression.js';
import type { ProjectFacts } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { portfolioAt } from './as-of.js';
import { type Field, fieldOf } from './fields.js';
import { ownFields } from './own-fields.js';
import { type ExpressionScope, typeExpression } from './type-checker.js';
import type { Typed } from './typed-expression.js';

/** What a computed figure is made of: the lack of it is the lack of one of these. */
const MADE_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['completion', ['plan', 'invested']],
  ['planned-to-date', ['plan']],
  ['investment-behind', ['planned-to-date', 'invested']],
  ['planned-progress', ['planned-finish']],
  ['progress-behind', ['progress', 'planned-progress']],
  ['start-late', ['planned-start']],
  ['days-late', ['due', 'forecast']],
  ['days-overdue', ['due']],
  ['slack', ['due']],
]);

/** The fields in the order in which the condition needs them, each once. */
export function missingIn(
  condition: Expression,
  project: ProjectFacts,
  analysis: Analysis,
  scope: ExpressionScope,
): readonly Field[] {
  const missing = new Set<Field>();
  for (const { field, then } of neededBy(typeExpression(condition, scope, ownFields(analysis.plan)).typed, analysis)) {
    for (const root of rootsOf(field, project, then)) missing.add(root);
  }
  return [...missing];
}

/** Whether something is there at all is no question that needs a figure. */
function* neededBy(typed: Typed, then: Analysis): Generator<{ readonly field: Field; readonly then: Analysis }> {
  if (typed.node === 'compare' && (typed.left.type.name === 'none' || typed.right.type.name === 'none')) return;
  if (typed.node === 'field') yield { field: typed.field, then };
  const of = typed.node === 'as-of' ? portfolioAt(then, typed.day) : then;
  if (of !== undefined) for (const part of partsOf(typed)) yield* neededBy(part, of);
}

/** Every field that an expression about one project names. */
export function* fieldsIn(typed: Typed): Generator<Field> {
  if (typed.node === 'field') yield typed.field;
  for (const part of partsOf(typed)) yield* fieldsIn(part);
}

/** What an expression is put together from; what an aggregate runs over is no part of it. */
export function partsOf(typed: Typed): readonly Typed[] {
  switch (typed.node) {
    case 'and':
    case 'or':
      return typed.parts;
    case 'not':
    case 'negate':
    case 'as-of':
      return [typed.operand];
    case 'compare':
    case 'rounds':
    case 'within':
    case 'arithmetic':
      return [typed.left, typed.right];
    default:
      return [];
  }
}

function rootsOf(field: Field, project: ProjectFacts, analysis: Analysis): readonly Field[] {
  const value = field.value(project, analysis);
  if (value.type !== 'none' || value.settled === true) return [];
  const roots = (MADE_OF.get(field.name) ?? []).flatMap((name) => {
    const part = fieldOf(name);
    return part === undefined ? [] : rootsOf(part, project, analysis);
  });
  // Without any deadline nobody asks for a forecast.
  const needed = field.name === 'days-late' ? roots.slice(0, 1) : roots;
  return needed.length === 0 ? [field] : needed;
}
