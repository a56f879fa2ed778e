/** The project pool: which projects are in it, and since or until when. */
import type { Day } from '../model/day.js';
import type { ProjectFacts } from '../model/facts.js';
import type { Plan } from '../model/plan.js';
import { inPool } from './state.js';

/** Every project once, in the order of the plan: of a name that is declared twice the first counts. */
export function projectsOf(plan: Plan): readonly ProjectFacts[] {
  return standing(plan).projects;
}

/** The projects in the pool at S, in the order of the plan. */
export function poolAt(plan: Plan, status: Day): readonly ProjectFacts[] {
  const { projects, pools } = standing(plan);
  let pool = pools.get(status);
  if (pool === undefined) {
    pool = projects.filter((project) => inPool(project, status));
    pools.set(status, pool);
  }
  return pool;
}

interface Standing {
  readonly projects: readonly ProjectFacts[];
  readonly pools: Map<Day, readonly ProjectFacts[]>;
}

/** By what a plan has of projects: another list as soon as one of them is another. */
const known = new WeakMap<readonly ProjectFacts[], Standing>();

function standing(plan: Plan): Standing {
  const all = plan.all('project');
  let found = known.get(all);
  if (found === undefined) {
    const projects = all.filter((project) => plan.find('project', project.name.text) === project);
    found = { projects, pools: new Map() };
    known.set(all, found);
  }
  return found;
}

/** The projects that have left the pool by S. */
export function removedAt(plan: Plan, status: Day): readonly ProjectFacts[] {
  return projectsOf(plan).filter(({ removed }) => removed !== undefined && removed.day <= status);
}
