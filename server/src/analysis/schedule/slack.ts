/** How far a finish may slip (semantics §2). */
import type { Work } from './work.js';
import { WORKING_DAYS } from './working-time.js';

/** Latest finish − forecast finish: of work in working days in those of its calendar, else in days. */
export interface Slack {
  readonly amount: number;
  readonly unit: 'wd' | 'd';
  /** The same in days: without those that no work could fall on anyway. */
  readonly days: number;
}

/** Of a finish and the latest one, both boundaries; undefined where no deadline sets a limit. Without `work`: a point. */
export function slackBetween(finish: number, latest: number, work: Work | undefined): Slack | undefined {
  if (latest === Number.POSITIVE_INFINITY || Number.isNaN(finish)) return undefined;
  const days = latest - finish;
  if (work?.unit !== WORKING_DAYS) return { amount: days, unit: 'd', days };
  if (days >= 0) {
    const amount = work.time.workingDays(finish, latest);
    return { amount, unit: 'wd', days: amount === 0 ? 0 : Math.max(0, work.time.lastEnd(latest) - finish) };
  }
  const missed = work.time.workingDays(latest, finish);
  // Missed by days off alone: that is missed all the same, and working days cannot say by how much.
  return missed === 0 ? { amount: days, unit: 'd', days } : { amount: -missed, unit: 'wd', days };
}
