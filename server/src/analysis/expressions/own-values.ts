/** Whether what is stated of own fields fits their declarations. */
import type { FieldHolder } from '../../../../grammar/field-words.js';
import type { FileFacts, OwnValueFacts } from '../../model/facts.js';
import { itemsOf, type Plan } from '../../model/plan.js';
import type { Problem } from './expression-problems.js';
import { fieldOf } from './fields.js';
import { isNamed, type OwnField, ownFields, ownValue, typeStated } from './own-fields.js';

type OwnProblem = Extract<Problem, { readonly problem: 'own-taken' | 'own-type' | 'own-choice' | 'own-holder' }>;

/** In the order of the text. A field that nothing declares is told as any other reference. */
export function ownValueProblems(file: FileFacts, plan: Plan): readonly OwnProblem[] {
  if (plan.all('field').length === 0) return [];
  const own = ownFields(plan);
  const problems: OwnProblem[] = [];
  for (const { kind, name } of file.declarations) {
    if (kind !== 'field' || fieldOf(name.text) === undefined) continue;
    problems.push({ problem: 'own-taken', name: name.text, at: name.at });
  }
  for (const { stated, holder } of statedIn(file)) {
    const field = own.get(stated.field.segments[0]?.text ?? '');
    const problem = field && isNamed(stated.field, field.name) ? problemOf(stated, field, holder) : undefined;
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

interface Stated {
  readonly stated: OwnValueFacts;
  readonly holder: FieldHolder;
}

function* statedIn({ declarations }: FileFacts): Generator<Stated> {
  for (const declaration of declarations) {
    if (declaration.kind === 'project') {
      for (const stated of declaration.fields) yield { stated, holder: 'project' };
      for (const { fields } of itemsOf(declaration)) for (const stated of fields) yield { stated, holder: 'item' };
    }
    if (!('issues' in declaration)) continue;
    for (const { fields } of declaration.issues) for (const stated of fields) yield { stated, holder: 'issue' };
  }
}

function problemOf(
  stated: OwnValueFacts,
  { facts, name, type }: OwnField,
  holder: FieldHolder,
): OwnProblem | undefined {
  const { at } = stated.value;
  if (!facts.on.includes(holder)) return { problem: 'own-holder', name, holder, on: facts.on, at: stated.field.at };
  if (type.name === 'unknown' || ownValue(facts, type, stated) !== undefined) return undefined;
  if (type.name === 'choice' && stated.value.type === 'choice') {
    const choices = facts.choices.map(({ text }) => text);
    return { problem: 'own-choice', name, found: stated.value.name.text, choices, at };
  }
  return { problem: 'own-type', name, type, found: typeStated(stated) ?? null, at };
}
