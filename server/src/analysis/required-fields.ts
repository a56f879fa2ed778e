/** Which fields the policy requires of a project. */
import type { ProjectFacts } from '../model/facts.js';
import type { Analysis } from './analysis.js';
import { verdictFor } from './expressions/evaluate.js';
import { fieldIn, ownFields } from './expressions/own-fields.js';

/**
 * The fields that the project's policy demands of it (`require … for …`), by their English names in the order of the
 * policy: what 'the five ones' are is the policy's (language reference, 4). Whether they are stated is another question.
 */
export function requiredOf(project: ProjectFacts, analysis: Analysis): ReadonlySet<string> {
  const required = new Set<string>();
  const own = ownFields(analysis.plan);
  for (const { fields, condition } of analysis.policyOf(project).facts?.require ?? []) {
    if (condition !== undefined && !verdictFor(condition, project, analysis).holds) continue;
    for (const { text } of fields) {
      const field = fieldIn(own, text);
      if (field !== undefined) required.add(field.name);
    }
  }
  return required;
}
