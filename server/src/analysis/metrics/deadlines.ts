/** The deadlines of a project as of S, on items of every depth. */
import type { Day } from '../../model/day.js';
import type { DateFact, ItemFacts, ProjectFacts } from '../../model/facts.js';
import { itemsOf } from '../../model/plan.js';
import { dueAt, itemOpenAt } from '../state.js';

export interface Deadline {
  readonly item: ItemFacts;
  readonly due: DateFact;
  readonly open: boolean;
}

export function deadlinesOf(project: ProjectFacts, status: Day): readonly Deadline[] {
  const deadlines: Deadline[] = [];
  for (const item of itemsOf(project)) {
    const due = dueAt(item, status);
    if (due !== undefined) deadlines.push({ item, due, open: itemOpenAt(item, status) });
  }
  return deadlines;
}

/** The open deadline that comes first, one that has passed among them; of those on one day the first in the text. */
export function nextDeadline(deadlines: readonly Deadline[]): Deadline | undefined {
  let next: Deadline | undefined;
  for (const deadline of deadlines) {
    if (deadline.open && (next === undefined || deadline.due.period.last < next.due.period.last)) next = deadline;
  }
  return next;
}

/** S > due: a deadline on S has not passed. */
export function isOverdue({ due, open }: Deadline, status: Day): boolean {
  return open && status > due.period.last;
}
