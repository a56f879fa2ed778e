/** What there is of something in a project as of S. */
import type { Day } from '../../model/day.js';
import type { IssueFacts, ProjectFacts } from '../../model/facts.js';
import { itemsOf } from '../../model/plan.js';
import { isIssueOverdue, isIssuePursued } from '../deadlines.js';
import { revisionsAt } from '../state.js';

/** Nobody is asked to solve the problems of a project that was given up or has left the pool. */
export function openIssues(project: ProjectFacts, status: Day): readonly IssueFacts[] {
  return project.issues.filter((issue) => isIssuePursued(issue, project, status));
}

/** The open issues whose own deadline has passed. */
export function overdueIssues(project: ProjectFacts, status: Day): readonly IssueFacts[] {
  return openIssues(project, status).filter((issue) => isIssueOverdue(issue, status));
}

/** How often deadlines were moved, over all items. */
export function revisionCount(project: ProjectFacts, status: Day): number {
  let count = 0;
  for (const item of itemsOf(project)) count += revisionsAt(item, status).length;
  return count;
}
