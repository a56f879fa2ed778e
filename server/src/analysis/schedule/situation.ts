/** What the passes of the schedule read, and how the days of an item's work are counted in it. */
import type { Day } from '../../model/day.js';
import type { Interruptions } from './interruptions.js';
import { at, type Network } from './network.js';
import type { StatusFacts } from './status-facts.js';
import { Work } from './work.js';
import type { WorkLength } from './work-length.js';
import type { WorkingTime } from './working-time.js';
import type { YearLedger } from './year-ledger.js';

/** What a pass reads besides the network. */
export interface Situation {
  readonly network: Network;
  readonly status: Day;
  /** By `calendarOf` of the network. */
  readonly time: readonly WorkingTime[];
  readonly ledger: YearLedger;
  readonly facts: StatusFacts;
  /** By item. */
  readonly interruptions: readonly (Interruptions | undefined)[] | undefined;
  /** The milestone that is assumed not to be reached before the evening of a day. */
  readonly assumed?: { readonly index: number; readonly boundary: number } | undefined;
}

/** What an edit leaves of a pass: all but the nodes that are marked, and what these will turn out to change. */
export interface Kept<T> {
  readonly former: T;
  /** By node, 1 where it has to be computed again. */
  readonly again: Uint8Array;
}

/** The working time of an item. A pass says first that it counts for it. */
export function timeOf({ network, time }: Situation, i: number): WorkingTime {
  const working = time[at(network.calendarOf, i)];
  if (working === undefined) throw new RangeError(`no calendar of item ${i}`);
  return working;
}

/** The days on which the work of an item falls: that of the unit which its length is stated in. */
export function workOf(situation: Situation, i: number, { unit }: WorkLength): Work {
  const time = timeOf(situation, i);
  const interruptions = situation.interruptions?.[i];
  if (interruptions !== undefined) return new Work(time, unit, interruptions);
  let work = time.work[unit];
  if (work === undefined) {
    work = new Work(time, unit, undefined);
    time.work[unit] = work;
  }
  return work;
}
