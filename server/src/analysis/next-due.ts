/** What is due next of a project: the deadline that its row in a list is about. */

import type { Day } from '../model/day.js';
import type { DateFact, ItemFacts, ProjectFacts } from '../model/facts.js';
import type { Analysis } from './analysis.js';
import { daysOver, warnedUntil } from './deadlines.js';
import { type DeadlineStatus, standingTowards } from './portfolio-deadlines.js';
import { toldOf } from './schedule/told-schedule.js';

export type NextDue = { readonly due: DateFact /** From S; negative once it has passed. */; readonly left: number } & (
  | { readonly of: 'item'; readonly item: ItemFacts }
  | { readonly of: 'start' | 'completion' }
);

/**
 * The open deadline that comes first, of the items and of the project itself: its planned start once that was missed, its
 * planned completion once that was missed or where no item has a deadline. Overdue exactly where `days-overdue` is.
 */
export function nextDue(analysis: Analysis, project: ProjectFacts): NextDue | undefined {
  const { status } = analysis;
  const { nextDeadline, ownDeadlines } = analysis.metrics(project);
  const found: NextDue[] = [];
  if (nextDeadline !== undefined) {
    const { item, due } = nextDeadline;
    found.push({ of: 'item', item, due, left: due.period.last - status });
  }
  for (const { of, due, open } of ownDeadlines) {
    if (!open) continue;
    const isMissed = daysOver(due.period.last, status) > 0;
    if (isMissed || (of === 'completion' && nextDeadline === undefined)) {
      found.push({ of, due, left: due.period.last - status });
    }
  }
  return found.sort((a, b) => a.left - b.left)[0];
}

/** How the project stands towards it, by the same conditions as towards the deadlines of its items. */
export function nextDueStatus(analysis: Analysis, project: ProjectFacts, next: NextDue): DeadlineStatus {
  const { status } = analysis;
  return standingTowards(
    next.due.period.last,
    forecastOf(analysis, project, next),
    status,
    warnedUntil(analysis, project),
  );
}

function forecastOf(analysis: Analysis, project: ProjectFacts, next: NextDue): Day | undefined {
  if (next.of === 'item') {
    const scheduled = analysis.schedule.item(next.item);
    return scheduled && toldOf(scheduled).finish;
  }
  // When the works will begin is not forecast: a start is late once its day has passed.
  return next.of === 'start' ? analysis.status : analysis.metrics(project).forecast;
}
