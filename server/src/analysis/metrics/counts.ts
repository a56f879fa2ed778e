/** What there is of something in a project as of S. */
import type { Day } from '../../model/day.js';
import type { ProjectFacts } from '../../model/facts.js';
import { itemsOf } from '../../model/plan.js';
import { revisionsAt } from '../state.js';

/** How often deadlines were moved, over all items. */
export function revisionCount(project: ProjectFacts, status: Day): number {
  let count = 0;
  for (const item of itemsOf(project)) count += revisionsAt(item, status).length;
  return count;
}
