/** Whether the calendar or the policy that holds for a project is for certain the one that was meant. */
import type { CalendarFacts, PolicyFacts, ProjectFacts } from '../model/facts.js';
import type { Plan } from '../model/plan.js';

/** What the project names, else the portfolio: a name that nothing declares was passed over. */
export function leadsSomewhere(plan: Plan, kind: 'calendar' | 'policy', project: ProjectFacts | undefined): boolean {
  const naming = project?.stated.has(kind) === true ? project : plan.portfolio;
  return naming?.stated.has(kind) !== true || plan.declaration(kind, naming[kind]) !== undefined;
}

/** All that it states can be read, and no other declaration of its name states something else. */
export function isWhole(plan: Plan, { kind, name, partlyRead }: CalendarFacts | PolicyFacts): boolean {
  return partlyRead !== true && plan.named(kind, name.text).length === 1;
}
