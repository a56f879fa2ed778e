/** How late a project is as of S, and how long nothing was heard of it (semantics §3). */
import type { Day } from '../../model/day.js';
import type { ItemFacts, ProjectFacts } from '../../model/facts.js';
import type { Deadline } from '../deadlines.js';
import { asOf, hasStarted, isCompleted, itemOpenAt, latestReport } from '../state.js';
import { type Elapsed, elapsed } from './elapsed.js';
import type { Scheduled } from './schedule-dates.js';

/** S − the last day of the period's start; negative before it. Undefined once begun, and without a `period`. */
export function startLate(project: ProjectFacts, status: Day): Elapsed | undefined {
  if (project.period === undefined || hasStarted(project, status)) return undefined;
  return elapsed(project.period.from.period.last, status);
}

/**
 * The worst of overdue and forecast lateness over the open deadlines, 0 where none is late; undefined without any
 * deadline.
 */
export function daysLate(deadlines: readonly Deadline[], status: Day, schedule: Scheduled): Elapsed | undefined {
  let worst: Elapsed | undefined;
  for (const { item, due, open } of deadlines) {
    const last = due.period.last;
    const finish = open ? schedule.item(item)?.finish : undefined;
    const reached = open ? Math.max(status, finish ?? status) : last;
    const days = Math.max(0, reached - last);
    if (worst === undefined || days > worst.days) worst = { days, began: last };
  }
  return worst;
}

/** S − the latest report; undefined where there is none. */
export function reportAge(project: ProjectFacts, status: Day): Elapsed | undefined {
  const report = latestReport(project, status);
  return report === undefined ? undefined : elapsed(report.day, status);
}

/**
 * The day on which the last item ends, as it looks at S; the actual finish once there is one. Undefined without items,
 * and where an open item has no forecast.
 */
export function forecastFinish(
  project: ProjectFacts,
  leaves: readonly ItemFacts[],
  status: Day,
  schedule: Scheduled,
): Day | undefined {
  const actual = asOf(project.actualFinish, status);
  if (actual !== undefined) return actual.day;
  if (isCompleted(project, status)) return undefined;
  let latest: Day | undefined;
  for (const leaf of leaves) {
    const finish = schedule.item(leaf)?.finish;
    if (finish === undefined && itemOpenAt(leaf, status)) return undefined;
    if (finish !== undefined && (latest === undefined || finish > latest)) latest = finish;
  }
  return latest;
}

/** The least slack of the open items, counted from the forecast finish of that item. */
export function totalSlack(leaves: readonly ItemFacts[], status: Day, schedule: Scheduled): Elapsed | undefined {
  let least: Elapsed | undefined;
  for (const leaf of leaves) {
    const scheduled = itemOpenAt(leaf, status) ? schedule.item(leaf) : undefined;
    if (scheduled?.slack === undefined || scheduled.finish === undefined) continue;
    if (least === undefined || scheduled.slack < least.days) {
      least = { days: scheduled.slack, began: scheduled.finish };
    }
  }
  return least;
}
