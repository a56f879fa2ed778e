/** What of an item's schedule can be told to a reader: nothing that rests on something that cannot be read. */
import type { ScheduledItem } from './scheduled-item.js';

export type ToldSchedule = Pick<
  ScheduledItem,
  | 'planStart'
  | 'planFinish'
  | 'start'
  | 'finish'
  | 'mustStart'
  | 'slack'
  | 'slackUnit'
  | 'slackDays'
  | 'critical'
  | 'cause'
  | 'drivers'
>;

/**
 * As it was computed, without what nobody can tell: the dates of what `isDoubtful`, the time left for what
 * `isSlackDoubtful`. What is late, or will miss a deadline, by what can be read already is told all the same.
 */
export function toldOf(scheduled: ScheduledItem): ToldSchedule {
  const { isDoubtful, isSlackDoubtful, actualStart, daysLate, slack } = scheduled;
  if (!isDoubtful && !isSlackDoubtful) return scheduled;
  const dates = !isDoubtful || (daysLate !== undefined && daysLate > 0) ? scheduled : undefined;
  const left = slack !== undefined && slack < 0 ? scheduled : undefined;
  return {
    planStart: dates?.planStart,
    planFinish: dates?.planFinish,
    start: dates === undefined ? actualStart : dates.start,
    finish: dates?.finish,
    cause: dates?.cause,
    drivers: dates?.drivers ?? [],
    mustStart: left?.mustStart,
    slack: left?.slack,
    slackUnit: left?.slackUnit,
    slackDays: left?.slackDays,
    critical: left?.critical === true,
  };
}

/** Whether it is open and nobody can tell when it will be done: what it rests on cannot be read, or it waits for itself. */
export function isUntold(scheduled: ScheduledItem): boolean {
  return scheduled.open && toldOf(scheduled).finish === undefined;
}
