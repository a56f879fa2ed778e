/** What is due next of a project: the deadline that its row in a list is about. */
import type { DateFact, ItemFacts, ProjectFacts } from '../model/facts.js';
import type { Analysis } from './analysis.js';
import { daysOver, isDueSoon, warnedUntil } from './deadlines.js';
import { type DeadlineStatus, deadlinesUnder } from './portfolio-deadlines.js';

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
  const { due, left } = next;
  if (next.of === 'item') {
    const found = deadlinesUnder(analysis, project).find(({ item }) => item === next.item);
    if (found !== undefined) return found.deadlineStatus;
  }
  const { last } = due.period;
  if (left < 0) return { state: 'overdue', days: -left };
  const forecast = next.of === 'completion' ? analysis.metrics(project).forecast : undefined;
  if (forecast !== undefined && forecast > last) return { state: 'forecastLate', days: forecast - last, left };
  if (isDueSoon(last, analysis.status, warnedUntil(analysis, project))) return { state: 'dueSoon', left };
  return { state: next.of === 'completion' && forecast === undefined ? 'noForecast' : 'onTime', left };
}
