/** What the facts of the items say at the status date, in the numbers of the network. */
import type { Day } from '../../model/day.js';
import { beganUndated, doneAt, dueAt, startedAt } from '../state.js';
import { at, filled, isSummary, type Network } from './network.js';

/** Boundaries by item; NaN where nothing is said. */
export interface StatusFacts {
  /** Behind the deadline's day. */
  readonly due: readonly number[];
  /** Behind the day of the actual finish; of a summary once all inside it is done. */
  readonly done: readonly number[];
  /** Of leaves. */
  readonly started: readonly number[];
  /** Of leaves that are not done: work that has begun, on a stated day or not. */
  readonly begun: readonly boolean[];
  /** Some have begun without saying when. */
  readonly begunUndated: boolean;
}

export function statusFacts(network: Network, status: Day): StatusFacts {
  const { items, parent } = network;
  const count = items.length;
  const due = items.map((item) => behindDay(dueAt(item, status)?.period.last));
  const started = filled(count, Number.NaN);
  const begun = new Array<boolean>(count).fill(false);
  let begunUndated = false;
  // Of a summary first the latest of what was met inside it; children stand behind their parents.
  const done = filled(count, Number.NaN);
  const open = new Array<boolean>(count).fill(false);
  for (let i = count - 1; i >= 0; i--) {
    const item = items[i];
    if (item === undefined) continue;
    if (!isSummary(network, i)) {
      done[i] = behindDay(doneAt(item, status)?.day);
      open[i] = Number.isNaN(at(done, i));
      if (item.kind !== 'milestone') {
        started[i] = startedAt(item, status)?.day ?? Number.NaN;
        const undated = open[i] === true && beganUndated(item, status);
        begun[i] = undated || (open[i] === true && !Number.isNaN(at(started, i)));
        begunUndated ||= undated;
      }
    } else if (open[i] === true) done[i] = Number.NaN;
    const summary = at(parent, i);
    if (summary < 0) continue;
    if (open[i] === true) open[summary] = true;
    else if (!(at(done, summary) >= at(done, i))) done[summary] = at(done, i);
  }
  return { due, done, started, begun, begunUndated };
}

function behindDay(day: Day | undefined): number {
  return day === undefined ? Number.NaN : day + 1;
}
