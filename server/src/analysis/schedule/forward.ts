/** Forecast and plan: the pass from what comes first to what comes last (semantics §2). */
import type { Day } from '../../model/day.js';
import type { ItemFacts } from '../../model/facts.js';
import { areSame, type Bounds, clear, merge, noBounds, type Times, tighten } from './bounds.js';
import type { Interruptions } from './interruptions.js';
import {
  at,
  filled,
  finishGateOf,
  forEachChild,
  forEachSuccessor,
  holdsStart,
  isSummary,
  itemOfNode,
  lengthAt,
  type Network,
} from './network.js';
import type { StatusFacts } from './status-facts.js';
import { Work } from './work.js';
import { remainingOf, type WorkLength } from './work-length.js';
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

/** A leaf about to be placed; one object for all of a pass. */
interface Leaf {
  i: number;
  item: ItemFacts;
  length: WorkLength;
  work: Work;
}

/** Sets a, b and next of a leaf. */
type Placement = (leaf: Leaf, bounds: Readonly<Bounds>, times: Times) => void;

/** What a pass computed, with what the next one after an edit goes on from. */
export interface ForwardTimes extends Times {
  /** What a summary's dependencies ask of what is inside it, by gate and by finish gate. */
  readonly atGate: readonly Bounds[];
  readonly atFinishGate: readonly Bounds[];
}

/** What an edit leaves of a pass: all but the nodes that are marked, and what these will turn out to change. */
export interface Kept<T> {
  readonly former: T;
  /** By node, 1 where it has to be computed again. */
  readonly again: Uint8Array;
}

/** `planned`: the plan, where something is known to have begun without saying when. */
export function forecast(
  situation: Situation,
  planned: Times | undefined,
  kept: Kept<ForwardTimes> | undefined,
): ForwardTimes {
  const place: Placement = (leaf, bounds, times) => {
    placeForecast(situation, leaf, bounds, times, planned);
  };
  return new Forward(situation, place, kept).run();
}

/** The same network without status date and actuals: the baseline. NaN where nothing says when. */
export function plan(situation: Situation, kept: Kept<ForwardTimes> | undefined): ForwardTimes {
  const place: Placement = (leaf, bounds, times) => {
    placePlan(situation, leaf, bounds, times);
  };
  return new Forward(situation, place, kept).run();
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

class Forward {
  readonly #situation: Situation;
  readonly #place: Placement;
  readonly #times: Times;
  readonly #atGate: Bounds[];
  readonly #atFinishGate: Bounds[];
  readonly #again: Uint8Array | undefined;
  readonly #bounds = noBounds();
  #leaf: Leaf | undefined;

  constructor(situation: Situation, place: Placement, kept: Kept<ForwardTimes> | undefined) {
    this.#situation = situation;
    this.#place = place;
    this.#again = kept?.again;
    const { items, gated, finishGates } = situation.network;
    const [count, former] = [items.length, kept?.former];
    this.#times = {
      a: former?.a.slice() ?? filled(count, Number.NaN),
      b: former?.b.slice() ?? filled(count, Number.NaN),
      next: former?.next.slice() ?? filled(count, Number.NaN),
    };
    this.#atGate = former?.atGate.slice() ?? gated.map(noBounds);
    this.#atFinishGate = former?.atFinishGate.slice() ?? finishGates.summaries.map(noBounds);
  }

  run(): ForwardTimes {
    const { network, ledger } = this.#situation;
    const { order } = network;
    const again = this.#again;
    const follow = (successor: number): void => {
      if (again !== undefined) again[successor] = 1;
    };
    for (let k = 0; k < order.length; k++) {
      const node = at(order, k);
      if (again === undefined) this.#node(node);
      else if (again[node] === 1) {
        ledger.forget(node);
        if (this.#changes(node)) forEachSuccessor(network, node, follow);
      }
    }
    return { ...this.#times, atGate: this.#atGate, atFinishGate: this.#atFinishGate };
  }

  /** Computes a node again; whether it is other than before. */
  #changes(node: number): boolean {
    const { items } = this.#situation.network;
    if (node >= items.length) {
      const before = this.#boundsAt(node);
      this.#node(node);
      const now = this.#boundsAt(node);
      return before === undefined || now === undefined || !areSame(before, now);
    }
    const { a, b, next } = this.#times;
    const [start, end, free] = [at(a, node), at(b, node), at(next, node)];
    set(this.#times, node, Number.NaN, Number.NaN);
    this.#node(node);
    return !(Object.is(start, a[node]) && Object.is(end, b[node]) && Object.is(free, next[node]));
  }

  #boundsAt(node: number): Bounds | undefined {
    const { network } = this.#situation;
    const finishGate = finishGateOf(network, node);
    return finishGate < 0 ? this.#atGate[node - network.items.length] : this.#atFinishGate[finishGate];
  }

  #node(node: number): void {
    const { network, ledger } = this.#situation;
    const { items, parent, gate, finishGates } = network;
    const count = items.length;
    const i = itemOfNode(network, node);
    const item = items[i];
    if (item === undefined) return;
    if (node < count && isSummary(network, i)) {
      rollUp(network, i, this.#times);
      return;
    }
    const working = timeOf(this.#situation, i);
    ledger.owner = node;
    working.subject = i;
    const finishGate = finishGateOf(network, node);
    const bounds = node >= count ? noBounds() : this.#bounds;
    clear(bounds);
    const outer = at(parent, i) < 0 ? undefined : this.#atGate[at(gate, at(parent, i)) - count];
    if (outer !== undefined && finishGate < 0) merge(bounds, outer);
    for (let l = at(network.linksFrom, i); l < at(network.linksFrom, i + 1); l++) {
      const link = network.links[l];
      if (link === undefined || (node >= count && holdsStart(link) !== finishGate < 0)) continue;
      tighten(bounds, link, this.#times, working, node >= count || item.kind === 'milestone');
    }
    if (node >= count) {
      if (finishGate < 0) this.#atGate[node - count] = bounds;
      else this.#atFinishGate[finishGate] = bounds;
      return;
    }
    if (this.#atFinishGate.length > 0) {
      for (const holding of finishGates.holding.get(i) ?? []) {
        const held = this.#atFinishGate[holding];
        if (held !== undefined) merge(bounds, held);
      }
    }
    this.#place(this.#leafOf(i, item), bounds, this.#times);
  }

  /** The same object each time. */
  #leafOf(i: number, item: ItemFacts): Leaf {
    const length = lengthAt(this.#situation.network, i);
    const work = workOf(this.#situation, i, length);
    const leaf = this.#leaf;
    if (leaf === undefined) {
      this.#leaf = { i, item, length, work };
      return this.#leaf;
    }
    leaf.i = i;
    leaf.item = item;
    leaf.length = length;
    leaf.work = work;
    return leaf;
  }
}

function rollUp(network: Network, summary: number, { a, b, next }: Times): void {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let free = Number.NEGATIVE_INFINITY;
  forEachChild(network, summary, (child) => {
    if (at(a, child) < first) first = at(a, child);
    if (at(b, child) > last) last = at(b, child);
    if (at(next, child) > free) free = at(next, child);
  });
  if (first === Number.POSITIVE_INFINITY) return;
  a[summary] = first;
  b[summary] = last;
  next[summary] = free;
}

function placeForecast(
  situation: Situation,
  leaf: Leaf,
  bounds: Readonly<Bounds>,
  times: Times,
  planned: Times | undefined,
): void {
  const { status, facts } = situation;
  const { i, item, length, work } = leaf;
  const done = at(facts.done, i);
  const started = at(facts.started, i);
  if (!Number.isNaN(done)) {
    if (!Number.isNaN(started)) set(times, i, Math.min(started, done), done);
    else if (length.amount === 0) onDay(times, i, done - 1);
    else set(times, i, work.before(done, length), done);
    return;
  }
  // S has not ended, so what is open finishes on S at the earliest.
  const tonight = status + 1;
  if (facts.begun[i] === true) {
    const begun = Number.isNaN(started) ? assumedStart(planned, i, status) : started;
    const rest = remainingOf(item, status, begun);
    const restWork = workOf(situation, i, rest);
    const end = Math.max(tonight, restWork.after(status, rest), heldEnd(restWork, bounds));
    set(times, i, begun, end);
    return;
  }
  if (item.kind === 'milestone') {
    const { assumed } = situation;
    placeMilestone(times, i, bounds, status, {
      due: at(facts.due, i),
      assumed: assumed?.index === i ? assumed.boundary : Number.NaN,
    });
    return;
  }
  const start = Math.max(status, item.start?.period.first ?? status, bounds.start);
  place(leaf, start, bounds, times);
}

/** What has begun without saying when: at its planned start, and S at the latest. */
function assumedStart(planned: Times | undefined, i: number, status: Day): number {
  const start = at(planned?.a ?? [], i);
  return Number.isNaN(start) ? status : Math.min(start, status);
}

/**
 * A milestone is a boundary, x. One that waits for finishes, or for nothing, is on the day before it; one that waits for
 * starts on the first day at or after it. Of both kinds the later counts.
 */
function placeMilestone(
  times: Times,
  i: number,
  bounds: Readonly<Bounds>,
  status: Day,
  { due, assumed }: { readonly due: number; readonly assumed: number },
): void {
  const none = Number.NEGATIVE_INFINITY;
  const waits = bounds.end > none;
  const onFinish = bounds.onFinish || !waits;
  const isAssumed = !Number.isNaN(assumed);
  const alone = isAssumed ? assumed : waits || Number.isNaN(due) ? none : due;
  const end = Math.max(bounds.end, status + 1, alone);
  // What follows a start may begin on its day, the assumed one as well.
  const from = isAssumed && !onFinish ? alone - 1 : alone;
  setMilestone(times, i, end, Math.max(bounds.next, onFinish ? status + 1 : status, from));
}

/** What follows may begin on its day or behind it. */
function setMilestone(times: Times, i: number, end: number, next: number): void {
  const free = Math.max(next, end - 1);
  set(times, i, free, end, free);
}

function placePlan(situation: Situation, leaf: Leaf, bounds: Readonly<Bounds>, times: Times): void {
  const { i, item, length, work } = leaf;
  const due = at(situation.facts.due, i);
  if (item.kind === 'milestone') {
    if (bounds.end > Number.NEGATIVE_INFINITY) setMilestone(times, i, bounds.end, bounds.next);
    else set(times, i, due, due);
    return;
  }
  const start = Math.max(item.start?.period.first ?? Number.NEGATIVE_INFINITY, bounds.start);
  const held = heldEnd(work, bounds);
  const isHeld = held > Number.NEGATIVE_INFINITY;
  if (start > Number.NEGATIVE_INFINITY || (isHeld && length.amount === 0)) place(leaf, start, bounds, times);
  else {
    const finish =
      held > Number.NEGATIVE_INFINITY ? held : item.finish === undefined ? due : item.finish.period.last + 1;
    if (Number.isNaN(finish)) return;
    if (length.amount === 0) onDay(times, i, finish - 1);
    else set(times, i, work.before(finish, length), finish);
  }
}

/**
 * From `start` on, or from the first day of work after it, unless the finish is held later: then the start moves with
 * it. Work without length is a point on its day.
 */
function place({ i, length, work }: Leaf, start: number, bounds: Readonly<Bounds>, times: Times): void {
  if (length.amount === 0) {
    onDay(times, i, work.nextStart(Math.max(start, bounds.finish - 1, bounds.by - 1)));
    return;
  }
  const from = work.nextStart(start);
  const end = work.after(from, length);
  const held = heldEnd(work, bounds);
  if (held > end) set(times, i, Math.max(from, work.before(held, length)), held);
  else set(times, i, from, end);
}

/** The end of work that FF and SF ask for, at the end of a day of work; −Infinity where they ask nothing. */
function heldEnd(work: Work, { finish, by }: Readonly<Pick<Bounds, 'finish' | 'by'>>): number {
  const none = Number.NEGATIVE_INFINITY;
  return Math.max(finish === none ? none : work.nextEnd(finish), by === none ? none : work.lastEnd(by));
}

function set({ a, b, next }: Times, i: number, start: number, end: number, free: number = end): void {
  a[i] = start;
  b[i] = end;
  next[i] = free;
}

function onDay(times: Times, i: number, day: number): void {
  set(times, i, day, day + 1, day);
}
