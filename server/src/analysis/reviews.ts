/** The accountability reports that leaders owe for half years (semantics §4, `accountability/review-missing`). */
import { addDays, civil, type Day, halfStart } from '../model/day.js';
import type { ProjectFacts } from '../model/facts.js';
import { halfPeriod, type Period } from '../model/period.js';
import { isActive, reviewsAt, stageFactAt } from './state.js';

/** How long after the end of a half year its accountability report may be handed in, in days. */
const REVIEW_GRACE = 14;

/** The latest half year that ended more than the time of grace before S: the one that is owed now. */
export function owedHalf(status: Day): Period {
  const begun = halfStart(addDays(status, -REVIEW_GRACE));
  const { year, month } = civil(addDays(begun, -1));
  // Before the first day that can be written there is no half year; of the first one nothing is owed while it lasts.
  return year < 1 ? halfPeriod(1, 1) : halfPeriod(year, month <= 6 ? 1 : 2);
}

/**
 * Active on any day of the period: that only begins where a stage changes or the project is admitted. A stage without a
 * day does not say since when it has held: it counts from the first day that tells of the project, and of a project that
 * nothing dates nobody owes a report for a past half year.
 */
export function activeIn(project: ProjectFacts, { first, last }: Period): boolean {
  const { admitted, actualStart, reports } = project;
  const told = [admitted?.day, actualStart?.day, ...reports.map(({ day }) => day)].filter((day) => day !== undefined);
  const changes = [...project.stages.flatMap(({ on }) => on?.day ?? []), ...told];
  return [first, ...changes.filter((day) => first < day && day <= last)].some(
    (day) =>
      isActive(project, day) && (stageFactAt(project, day)?.on !== undefined || told.some((since) => since <= day)),
  );
}

/** Whether `leader` has reported for the half year by S; a report that names no one is the leader's. */
export function hasReview(project: ProjectFacts, half: Period, leader: string, status: Day): boolean {
  return reviewsAt(project, status).some(({ half: of, reporter }) => {
    const by = reporter?.segments.length === 1 ? reporter.segments[0]?.text : undefined;
    return of.period.first === half.first && (by ?? leader) === leader;
  });
}
