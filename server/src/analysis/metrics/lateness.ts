/** How late a project is as of S, and how long nothing was heard of it (semantics §3). */
import { type Day, toDay } from '../../model/day.js';
import type { DateFact, ItemFacts, ProjectFacts } from '../../model/facts.js';
import { itemsOf } from '../../model/plan.js';
import { type Deadline, daysOver, isPursued, type ProjectDeadline } from '../deadlines.js';
import { asOf, dueAt, hasStarted, isCompleted, itemOpenAt, latestReport } from '../state.js';
import { type Elapsed, elapsed } from './elapsed.js';
import type { Scheduled } from './schedule-dates.js';

/** S − the last day of the period's start; negative before it. Undefined once begun, and without a `period`. */
export function startLate(project: ProjectFacts, status: Day): Elapsed | undefined {
  if (project.period === undefined || hasStarted(project, status)) return undefined;
  return elapsed(project.period.from.period.last, status);
}

/** What somebody is held to at S: deadlines of items, the planned start and the planned completion. */
export interface Answered {
  readonly items: readonly Deadline[];
  readonly own: readonly ProjectDeadline[];
  /** What nobody can tell, because it was stated and cannot be read. */
  readonly unread: Unread;
}

export interface Unread {
  /** A deadline of an open item, or the project's own. */
  readonly deadline: boolean;
  /** What the forecast of an open item rests on. */
  readonly work: () => boolean;
  /** What the time left for an open item rests on, counted back from deadlines. */
  readonly left: () => boolean;
}

export function unreadOf(project: ProjectFacts, status: Day, schedule: Scheduled): Unread {
  const open = itemsOf(project).filter((item) => itemOpenAt(item, status));
  const ownEnd = project.period === undefined && project.stated.has('period') && !isCompleted(project, status);
  return {
    deadline: ownEnd || open.some((item) => item.stated.has('due') && dueAt(item, status) === undefined),
    work: () => open.some((item) => schedule.item(item)?.isDoubtful === true),
    left: () => open.some((item) => schedule.item(item)?.isSlackDoubtful === true),
  };
}

/**
 * The worst of what is overdue at S, 0 where nothing is; undefined where there is no deadline at all, and where nothing is
 * overdue that can be told but a deadline cannot be read.
 */
export function daysOverdue({ items, own, unread }: Answered, status: Day): Elapsed | undefined {
  const worst = worstOf([...items, ...own].map(({ due, open }) => after(due, open ? status : due.period.last)));
  return unread.deadline && worst?.days === 0 ? undefined : worst;
}

/**
 * The worst of that and of forecast lateness. Undefined without any deadline, and where nothing is late that can be told
 * but an open deadline has no forecast, or cannot be read.
 */
export function daysLate(
  { items, own, unread }: Answered,
  status: Day,
  schedule: Scheduled,
  completion: Day | undefined,
): Elapsed | undefined {
  let known = true;
  const reached = (open: boolean, due: DateFact, forecast: Day | undefined): Elapsed => {
    if (open && forecast === undefined) known = false;
    return after(due, open ? toDay(Math.max(status, forecast ?? status)) : due.period.last);
  };
  const worst = worstOf([
    ...items.map(({ item, due, open }) => reached(open, due, open ? schedule.item(item)?.finish : undefined)),
    // When the works will begin is not forecast: a start is late once its day has passed.
    ...own.map(({ of, due, open }) => reached(open, due, of === 'start' ? status : completion)),
  ]);
  if ((worst?.days ?? 0) > 0) return worst;
  return known && !unread.deadline && !unread.work() ? worst : undefined;
}

/** How long after a deadline a day lies. */
function after(due: DateFact, day: Day): Elapsed {
  const { last } = due.period;
  return { days: daysOver(last, day), began: last };
}

function worstOf(all: readonly Elapsed[]): Elapsed | undefined {
  return all.reduce<Elapsed | undefined>(
    (worst, each) => (worst === undefined || each.days > worst.days ? each : worst),
    undefined,
  );
}

/** S − the latest report; undefined where there is none. */
export function reportAge(project: ProjectFacts, status: Day): Elapsed | undefined {
  const report = latestReport(project, status);
  return report === undefined ? undefined : elapsed(report.day, status);
}

/**
 * The actual finish; else the latest of the items' forecasts, the end of `period` and S: a register that lists only the
 * next milestones does not make the project end with them (semantics §2). Undefined with neither items nor a period,
 * where an open item has no forecast, where the completion is on a day that nobody states, and where nobody is at work
 * towards it any more.
 */
export function forecastFinish(
  project: ProjectFacts,
  leaves: readonly ItemFacts[],
  status: Day,
  schedule: Scheduled,
): Day | undefined {
  const actual = asOf(project.actualFinish, status);
  if (actual !== undefined) return actual.day;
  if (isCompleted(project, status) || !isPursued(project, status)) return undefined;
  const items = itemsFinish(leaves, status, schedule);
  if (items === 'unknown') return undefined;
  const end = project.period?.to.period.last;
  if (items === undefined && end === undefined) return undefined;
  return toDay(Math.max(status, items ?? status, end ?? status));
}

/** The day on which the last item ends, as it looks at S; undefined without items. */
export function itemsFinish(
  leaves: readonly ItemFacts[],
  status: Day,
  schedule: Scheduled,
): Day | 'unknown' | undefined {
  let latest: Day | undefined;
  for (const leaf of leaves) {
    const finish = schedule.item(leaf)?.finish;
    if (finish === undefined && itemOpenAt(leaf, status)) return 'unknown';
    if (finish !== undefined && (latest === undefined || finish > latest)) latest = finish;
  }
  return latest;
}

/** The least slack of the open items, counted from the forecast finish of that item. */
export function totalSlack(leaves: readonly ItemFacts[], status: Day, schedule: Scheduled): Elapsed | undefined {
  let least: Elapsed | undefined;
  for (const leaf of leaves) {
    const scheduled = itemOpenAt(leaf, status) ? schedule.item(leaf) : undefined;
    if (scheduled?.slackDays === undefined || scheduled.finish === undefined) continue;
    if (least === undefined || scheduled.slackDays < least.days) {
      least = { days: scheduled.slackDays, began: scheduled.finish };
    }
  }
  return least;
}
