/** How a project stands towards its own planned start and planned completion as of S. */
import type { Day } from '../model/day.js';
import type { DateFact, ProjectFacts } from '../model/facts.js';
import type { Analysis } from './analysis.js';
import { daysOver, type ProjectDeadline, projectDeadlines } from './deadlines.js';
import { itemsFinish } from './metrics/lateness.js';
import { poolAt } from './pool.js';
import type { ScheduledItem } from './schedule/scheduled-item.js';

export type ProjectWarning = {
  readonly project: ProjectFacts;
  readonly of: ProjectDeadline['of'];
  readonly due: DateFact;
  /** After the deadline: until S, else until the forecast. */
  readonly days: number;
} & (
  | { readonly state: 'missed' }
  /** The last item will end after the planned completion, which lies ahead: `driver` is that item. */
  | { readonly state: 'forecastLate'; readonly forecast: Day; readonly driver: ScheduledItem | undefined }
);

export function projectWarnings(analysis: Analysis, project: ProjectFacts): readonly ProjectWarning[] {
  const { status } = analysis;
  return projectDeadlines(project, status).flatMap(({ of, due, open }): readonly ProjectWarning[] => {
    if (!open) return [];
    const days = daysOver(due.period.last, status);
    if (days > 0) return [{ project, of, due, days, state: 'missed' }];
    return of === 'completion' ? forecastLate(analysis, project, due) : [];
  });
}

function forecastLate(analysis: Analysis, project: ProjectFacts, due: DateFact): readonly ProjectWarning[] {
  const { status, schedule } = analysis;
  const { leaves } = analysis.metrics(project);
  const forecast = itemsFinish(leaves, status, schedule);
  if (forecast === undefined || forecast === 'unknown' || forecast <= due.period.last) return [];
  const driver = leaves.map((leaf) => schedule.item(leaf)).find((scheduled) => scheduled?.finish === forecast);
  return [
    { project, of: 'completion', due, days: forecast - due.period.last, state: 'forecastLate', forecast, driver },
  ];
}

/** Of the pool: what was missed first, the longest first; then what will be late. */
export function projectWarningsAt(analysis: Analysis): readonly ProjectWarning[] {
  return poolAt(analysis.plan, analysis.status)
    .flatMap((project) => projectWarnings(analysis, project))
    .sort((a, b) => Number(a.state !== 'missed') - Number(b.state !== 'missed') || b.days - a.days);
}
