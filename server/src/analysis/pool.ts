/** The project pool: which projects are in it, and since or until when. */
import type { Day } from '../model/day.js';
import type { ProjectFacts } from '../model/facts.js';
import type { Plan } from '../model/plan.js';
import { inPool } from './state.js';

/** Every project once, in the order of the plan: of a name that is declared twice the first counts. */
export function projectsOf(plan: Plan): readonly ProjectFacts[] {
  return plan.all('project').filter((project) => plan.find('project', project.name.text) === project);
}

/** The projects in the pool at S, in the order of the plan. */
export function poolAt(plan: Plan, status: Day): readonly ProjectFacts[] {
  return projectsOf(plan).filter((project) => inPool(project, status));
}

/** The projects that have left the pool by S. */
export function removedAt(plan: Plan, status: Day): readonly ProjectFacts[] {
  return projectsOf(plan).filter(({ removed }) => removed !== undefined && removed.day <= status);
}
