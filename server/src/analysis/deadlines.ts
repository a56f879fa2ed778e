/**
 * Deadlines as of S: which there are, who is held to them, and when one is overdue or due soon. Rules, figures, lights,
 * summaries and the editor ask here, so that one deadline is the same everywhere (semantics §3 and §4).
 */
import type { Day } from '../model/day.js';
import type { DateFact, IssueFacts, IssueHolder, ItemFacts, ProjectFacts } from '../model/facts.js';
import { itemsOf } from '../model/plan.js';
import type { Analysis } from './analysis.js';
import { calendarOf } from './calendars.js';
import { dayAfter, spanOf } from './expressions/time-span.js';
import { warnOf } from './policy-in-force.js';
import { dueAt, hasStarted, inPool, isCompleted, issueOpenAt, itemOpenAt, meetingHeldAt, stageAt } from './state.js';

export interface Deadline {
  readonly item: ItemFacts;
  readonly due: DateFact;
  readonly open: boolean;
}

/** The project's own: its planned start and its planned completion, both ends of `period`. */
export interface ProjectDeadline {
  readonly of: 'start' | 'completion';
  readonly due: DateFact;
  readonly open: boolean;
}

/** Nobody is held to the deadlines of a project that was given up or has left the pool. */
export function isPursued(project: ProjectFacts, status: Day): boolean {
  return inPool(project, status) && stageAt(project, status) !== 'cancelled';
}

/** On items of every depth, met ones too. */
export function deadlinesOf(project: ProjectFacts, status: Day): readonly Deadline[] {
  const deadlines: Deadline[] = [];
  for (const item of itemsOf(project)) {
    const due = dueAt(item, status);
    if (due !== undefined) deadlines.push({ item, due, open: itemOpenAt(item, status) });
  }
  return deadlines;
}

/** The open deadlines that somebody is held to. */
export function openDeadlines(project: ProjectFacts, status: Day): readonly Deadline[] {
  return isPursued(project, status) ? deadlinesOf(project, status).filter((deadline) => deadline.open) : [];
}

/** Nobody has to begin while the project is suspended. */
export function projectDeadlines(project: ProjectFacts, status: Day): readonly ProjectDeadline[] {
  const { period } = project;
  if (period === undefined || !isPursued(project, status)) return [];
  const suspended = stageAt(project, status) === 'suspended';
  return [
    { of: 'start', due: period.from, open: !suspended && !hasStarted(project, status) },
    { of: 'completion', due: period.to, open: !isCompleted(project, status) },
  ];
}

/** The open deadline that comes first, one that has passed among them; of those on one day the first in the text. */
export function nextDeadline(deadlines: readonly Deadline[]): Deadline | undefined {
  let next: Deadline | undefined;
  for (const deadline of deadlines) {
    if (deadline.open && (next === undefined || deadline.due.period.last < next.due.period.last)) next = deadline;
  }
  return next;
}

/** S − due where that is more than nothing: S has not ended, so a deadline on S has not passed. */
export function daysOver(due: Day, status: Day): number {
  return Math.max(0, status - due);
}

export function isOverdue({ due, open }: Pick<Deadline, 'due' | 'open'>, status: Day): boolean {
  return open && daysOver(due.period.last, status) > 0;
}

/** What there is to solve at S: nobody is asked about a project that was given up or has left the pool, nor about what an inspection has yet to find. */
export function isIssuePursued(issue: IssueFacts, holder: IssueHolder, status: Day): boolean {
  const pursued = holder.kind === 'project' ? isPursued(holder, status) : meetingHeldAt(holder, status);
  return pursued && issueOpenAt(issue, status);
}

/** Of an open issue. */
export function isIssueOverdue(issue: IssueFacts, status: Day): boolean {
  const due = dueAt(issue, status);
  return due !== undefined && daysOver(due.period.last, status) > 0;
}

/** Where the time of warning ends for deadlines of `project`: what is due from S until then is due soon. */
export function warnedUntil({ plan, status }: Analysis, project: ProjectFacts): Day {
  return dayAfter(status, spanOf(warnOf(plan, project)), calendarOf(plan, project));
}

export function isDueSoon(due: Day, status: Day, warned: Day): boolean {
  return status <= due && due <= warned;
}
