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
  const count = network.items.length;
  const facts = {
    due: filled(count, Number.NaN),
    done: filled(count, Number.NaN),
    started: filled(count, Number.NaN),
    begun: new Array<boolean>(count).fill(false),
  };
  read(network, status, 0, count, facts);
  return withUndated(facts);
}

/** The same after an edit: what is known of projects of which no item is among `changed` holds. */
export function editedStatusFacts(
  network: Network,
  status: Day,
  former: StatusFacts,
  changed: readonly number[],
): StatusFacts {
  const facts = {
    due: former.due.slice(),
    done: former.done.slice(),
    started: former.started.slice(),
    begun: former.begun.slice(),
  };
  for (let k = 0; k < changed.length; ) {
    const from = at(changed, k);
    let to = from;
    for (; changed[k] === to && network.projectOf[to] === network.projectOf[from]; k++) to++;
    read(network, status, from, to, facts);
  }
  return withUndated(facts);
}

type Arrays = {
  readonly due: number[];
  readonly done: number[];
  readonly started: number[];
  readonly begun: boolean[];
};

function withUndated(facts: Arrays): StatusFacts {
  return { ...facts, begunUndated: facts.begun.some((begun, i) => begun && Number.isNaN(at(facts.started, i))) };
}

/** Reads whole projects: the items from `from` on, those from `to` on not any more. */
function read({ items, parent, behind }: Network, status: Day, from: number, to: number, facts: Arrays): void {
  const { due, done, started, begun } = facts;
  // Of a summary first the latest of what was met inside it; children stand behind their parents.
  const open = new Array<boolean>(to - from).fill(false);
  done.fill(Number.NaN, from, to);
  for (let i = to - 1; i >= from; i--) {
    const item = items[i];
    if (item === undefined) continue;
    due[i] = behindDay(dueAt(item, status)?.period.last);
    started[i] = Number.NaN;
    begun[i] = false;
    if (!isSummary({ behind }, i)) {
      done[i] = behindDay(doneAt(item, status)?.day);
      const isOpen = Number.isNaN(at(done, i));
      open[i - from] = isOpen;
      if (item.kind !== 'milestone') {
        started[i] = startedAt(item, status)?.day ?? Number.NaN;
        begun[i] = isOpen && (!Number.isNaN(at(started, i)) || beganUndated(item, status));
      }
    } else if (open[i - from] === true) done[i] = Number.NaN;
    const summary = at(parent, i);
    if (summary < 0) continue;
    if (open[i - from] === true) open[summary - from] = true;
    else if (!(at(done, summary) >= at(done, i))) done[summary] = at(done, i);
  }
}

function behindDay(day: Day | undefined): number {
  return day === undefined ? Number.NaN : day + 1;
}
