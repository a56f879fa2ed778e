/** How every milestone, task and approval stands towards its deadline as of S, and who answers for it. */

import type { Day } from '../model/day.js';
import { type Duration, formatDuration } from '../model/duration.js';
import type { DateFact, ItemFacts, ProjectFacts, Ref } from '../model/facts.js';
import type { Analysis } from './analysis.js';
import { daysOver, isDueSoon, isPursued, warnedUntil } from './deadlines.js';
import type { ProjectMetrics } from './metrics/project-metrics.js';
import { warnOf } from './policy-in-force.js';
import { poolAt } from './pool.js';
import { responsibleFor } from './responsible.js';
import type { ScheduledItem } from './schedule/scheduled-item.js';
import { toldOf } from './schedule/told-schedule.js';
import { doneAt, dueAt, itemOpenAt } from './state.js';

/** The same conditions as the rules `deadline/*`: a deadline on S has not passed, an earlier forecast is no lateness. */
export type DeadlineStatus =
  /** `late`: days after the deadline, 0 where it was met or there was none. */
  | { readonly state: 'done'; readonly day: Day | undefined; readonly late: number }
  | { readonly state: 'overdue'; readonly days: number }
  /** `days`: from the deadline to the forecast; `left`: from S to the deadline. */
  | { readonly state: 'forecastLate'; readonly days: number; readonly left: number }
  /** Within the policy's time of warning. */
  | { readonly state: 'dueSoon'; readonly left: number }
  | { readonly state: 'onTime'; readonly left: number }
  /** Open, and what it rests on says no day or cannot be read: nobody can tell whether it will be on time. */
  | { readonly state: 'noForecast'; readonly left: number }
  /** Open, and until when is stated and cannot be read. */
  | { readonly state: 'deadlineUnread' }
  /** Open, and nothing says until when. */
  | { readonly state: 'noDeadline' };

export interface ItemDeadline {
  readonly project: ProjectFacts;
  readonly item: ItemFacts;
  readonly due: DateFact | undefined;
  /** The day on which it is forecast to end, or has; as `toldOf` answers it. */
  readonly forecast: Day | undefined;
  readonly scheduled: ScheduledItem | undefined;
  readonly deadlineStatus: DeadlineStatus;
  readonly owner: Ref | undefined;
  readonly unit: Ref | undefined;
}

/** The deadlines under a project that is pursued; nothing of one that was cancelled or is not in the pool. */
export function pursuedDeadlines(analysis: Analysis, project: ProjectFacts): readonly ItemDeadline[] {
  return isPursued(project, analysis.status) ? deadlinesUnder(analysis, project) : [];
}

export interface Warnings {
  /** The longest first. */
  readonly overdue: readonly ItemDeadline[];
  /** The earliest deadline first. */
  readonly forecastLate: readonly ItemDeadline[];
  readonly dueSoon: readonly ItemDeadline[];
  /** None of these as far as can be told, as the forecast or the deadline itself is not known. */
  readonly untold: readonly ItemDeadline[];
}

/** The open deadlines of the pool that call for attention. */
export function warningsOf(analysis: Analysis): Warnings {
  const all = poolAt(analysis.plan, analysis.status).flatMap((project) => pursuedDeadlines(analysis, project));
  const of = (isOne: (each: ItemDeadline) => boolean): readonly ItemDeadline[] =>
    all.filter(isOne).sort((a, b) => (a.due?.period.last ?? 0) - (b.due?.period.last ?? 0));
  const inState = (state: DeadlineStatus['state']) => of(({ deadlineStatus }) => deadlineStatus.state === state);
  return {
    overdue: inState('overdue'),
    forecastLate: inState('forecastLate'),
    dueSoon: inState('dueSoon'),
    untold: of(isUntoldDeadline),
  };
}

/** It lies further ahead, and nobody can tell whether it will hold; or it was stated and cannot be read. */
function isUntoldDeadline({ deadlineStatus: { state } }: ItemDeadline): boolean {
  return state === 'noForecast' || state === 'deadlineUnread';
}

/** How long before a deadline projects of the pool are warned, each length once, in the order of the projects. */
export function warningTimes(analysis: Analysis): readonly Duration[] {
  const found = new Map<string, Duration>();
  for (const project of poolAt(analysis.plan, analysis.status)) {
    if (!isPursued(project, analysis.status)) continue;
    const warn = warnOf(analysis.plan, project);
    found.set(formatDuration(warn, 'en'), warn);
  }
  return [...found.values()];
}

/** The open deadlines of the pool from S up to `days` days later, the earliest first. */
export function dueWithin(analysis: Analysis, days: number): readonly ItemDeadline[] {
  const { plan, status } = analysis;
  return poolAt(plan, status)
    .flatMap((project) => pursuedDeadlines(analysis, project))
    .filter(({ deadlineStatus }) => 'left' in deadlineStatus && deadlineStatus.left <= days)
    .sort((a, b) => (a.due?.period.last ?? 0) - (b.due?.period.last ?? 0));
}

/** The metrics are the same for as long as everything is that the itemDeadlines hang on. */
const known = new WeakMap<ProjectMetrics, readonly ItemDeadline[]>();

/** Parents before their children, in the order of the text. */
export function deadlinesUnder(analysis: Analysis, project: ProjectFacts): readonly ItemDeadline[] {
  const metrics = analysis.metrics(project);
  let itemDeadlines = known.get(metrics);
  if (itemDeadlines === undefined) {
    itemDeadlines = newItemDeadlines(analysis, project);
    known.set(metrics, itemDeadlines);
  }
  return itemDeadlines;
}

function newItemDeadlines(analysis: Analysis, project: ProjectFacts): readonly ItemDeadline[] {
  const { status, schedule } = analysis;
  const warned = warnedUntil(analysis, project);
  const itemDeadlines: ItemDeadline[] = [];
  const visit = (items: readonly ItemFacts[]): void => {
    for (const item of items) {
      const due = dueAt(item, status);
      const scheduled = schedule.item(item);
      const forecast = scheduled && toldOf(scheduled).finish;
      itemDeadlines.push({
        project,
        item,
        due,
        forecast,
        scheduled,
        deadlineStatus: deadlineStatusOf(item, due?.period.last, forecast, status, warned),
        owner: responsibleFor(project, item, 'owner'),
        unit: responsibleFor(project, item, 'unit'),
      });
      visit(item.items);
    }
  };
  visit(project.items);
  return itemDeadlines;
}

function deadlineStatusOf(
  item: ItemFacts,
  due: Day | undefined,
  forecast: Day | undefined,
  status: Day,
  warned: Day,
): DeadlineStatus {
  if (!itemOpenAt(item, status)) {
    const day = doneAt(item, status)?.day ?? forecast;
    return { state: 'done', day, late: day === undefined || due === undefined ? 0 : Math.max(0, day - due) };
  }
  if (due === undefined) return { state: item.stated.has('due') ? 'deadlineUnread' : 'noDeadline' };
  return standingTowards(due, forecast, status, warned);
}

/** How something open stands towards its deadline as of `status`; `warned` as `warnedUntil` answers it. */
export function standingTowards(due: Day, forecast: Day | undefined, status: Day, warned: Day): DeadlineStatus {
  const days = daysOver(due, status);
  if (days > 0) return { state: 'overdue', days };
  const left = due - status;
  if (forecast !== undefined && forecast > due) return { state: 'forecastLate', days: forecast - due, left };
  if (isDueSoon(due, status, warned)) return { state: 'dueSoon', left };
  return { state: forecast === undefined ? 'noForecast' : 'onTime', left };
}
