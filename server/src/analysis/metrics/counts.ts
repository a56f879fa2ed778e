/** What there is of something in a project as of S. */
import type { Day } from '../../model/day.js';
import type { IssueFacts, ProjectFacts } from '../../model/facts.js';
import { itemsOf } from '../../model/plan.js';
import { daysOver } from '../deadlines.js';
import { issueOpenAt, revisionsAt } from '../state.js';

export function openIssues(project: ProjectFacts, status: Day): readonly IssueFacts[] {
  return project.issues.filter((issue) => issueOpenAt(issue, status));
}

/** The open issues whose own deadline has passed. */
export function overdueIssues(project: ProjectFacts, status: Day): readonly IssueFacts[] {
  return openIssues(project, status).filter(({ due }) => due !== undefined && daysOver(due.period.last, status) > 0);
}

/** How often deadlines were moved, over all items. */
export function revisionCount(project: ProjectFacts, status: Day): number {
  let count = 0;
  for (const item of itemsOf(project)) count += revisionsAt(item, status).length;
  return count;
}
