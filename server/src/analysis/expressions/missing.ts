/** Which figures a condition lacks: why a light cannot be judged. */
import type { Expression } from '../../model/expression.js';
import type { ProjectFacts } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { type Field, fieldOf } from './fields.js';
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
  for (const field of fieldsIn(typeExpression(condition, scope).typed)) {
    for (const root of rootsOf(field, project, analysis)) missing.add(root);
  }
  return [...missing];
}

/** Whether something is there at all is no question that needs a figure. */
function* fieldsIn(typed: Typed): Generator<Field> {
  switch (typed.node) {
    case 'field':
      yield typed.field;
      return;
    case 'and':
    case 'or':
      for (const part of typed.parts) yield* fieldsIn(part);
      return;
    case 'not':
    case 'negate':
      yield* fieldsIn(typed.operand);
      return;
    case 'compare':
      if (typed.left.type.name === 'none' || typed.right.type.name === 'none') return;
      yield* fieldsIn(typed.left);
      yield* fieldsIn(typed.right);
      return;
    case 'rounds':
    case 'within':
    case 'arithmetic':
      yield* fieldsIn(typed.left);
      yield* fieldsIn(typed.right);
      return;
    default:
      return;
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
  if (field.name === 'days-late') return roots.slice(0, 1);
  return roots.length === 0 ? [field] : roots;
}
