/** How far a finish may slip (semantics §2). */
import type { LatestTimes } from './backward.js';
import type { Times } from './bounds.js';
import { at, lengthAt } from './network.js';
import { type Situation, workOf } from './situation.js';
import type { Work } from './work.js';
import { remainingOf } from './work-length.js';
import { WORKING_DAYS } from './working-time.js';

/** Latest finish − forecast finish: of work in working days in those of its calendar, else in days. */
export interface Slack {
  readonly amount: number;
  readonly unit: 'wd' | 'd';
  /** The same in days: without those that no work could fall on anyway. */
  readonly days: number;
}

/** Of a leaf; undefined where no deadline sets a limit. */
export function slackOf(situation: Situation, forecast: Times, latest: LatestTimes, i: number): Slack | undefined {
  const { network, facts, status } = situation;
  const item = network.items[i];
  const [finish, limit] = [at(forecast.b, i), at(latest.b, i)];
  if (item === undefined || Number.isNaN(finish)) return undefined;
  if (item.kind === 'milestone') {
    const next = at(latest.next, i);
    const onItsDay = at(forecast.next, i) !== finish;
    return slackBetween(finish, Math.min(limit, onItsDay ? next + 1 : next), undefined);
  }
  if (limit === Number.POSITIVE_INFINITY) return undefined;
  const remains = facts.begun[i] === true && item.remaining !== undefined;
  const length = remains ? remainingOf(item, status, at(forecast.a, i)) : lengthAt(network, i);
  return slackBetween(finish, limit, workOf(situation, i, length));
}

/** Of a finish and the latest one, both boundaries. Without `work`: a point. */
function slackBetween(finish: number, latest: number, work: Work | undefined): Slack | undefined {
  if (latest === Number.POSITIVE_INFINITY) return undefined;
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
