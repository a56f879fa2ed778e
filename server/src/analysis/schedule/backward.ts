/** Latest times: the pass from the deadlines back to what has to be done for them (semantics §2). */
import type { ItemFacts } from '../../model/facts.js';
import {
  BOUND_KINDS,
  type BoundKind,
  BY_END,
  BY_NEXT,
  END,
  FINISH_EVENING,
  isMorning,
  isOnStart,
  isPoint,
  isWorkingMorning,
  kindOf,
  NEXT,
  type Times,
} from './bounds.js';
import { FREE, type GateLimits, isSameLimit, type Limit, type Limits, lower, noLimits, reset } from './limits.js';
import {
  at,
  filled,
  finishGateOf,
  forEachChild,
  forEachPredecessor,
  isSummary,
  itemOfNode,
  type Link,
  lengthAt,
  nodeBehind,
  nodesOf,
  waitsForFinish,
} from './network.js';
import { type Kept, type Situation, timeOf, workOf } from './situation.js';
import { remainingOf, type WorkLength } from './work-length.js';
import { WORKING_DAYS, type WorkingTime } from './working-time.js';

/** By item. Infinity: no deadline sets a limit. */
export interface LatestTimes {
  /** The latest finish; of a summary, what its own deadline and its successors allow. */
  readonly b: readonly number[];
  /** The latest start of work that has not begun, the latest day of a point; of a summary, the least inside it. */
  readonly a: readonly number[];
  /** The item whose deadline sets the latest finish; −1. */
  readonly deadline: readonly number[];
  /** Of a milestone, the latest boundary from which what waits for it may begin. */
  readonly next: readonly number[];
  /** What the next pass after an edit goes on from. */
  readonly state: BackwardState;
}

interface BackwardState {
  /** The item whose deadline sets the latest start. */
  readonly sourceOfA: readonly number[];
  readonly gates: readonly (GateLimits | undefined)[];
  readonly summaries: ReadonlyMap<number, Limits>;
}

/**
 * What is done is not waited for any more, and the start of what has begun is a fact: neither passes a limit on, as
 * neither could miss it.
 */
export function latestTimes(situation: Situation, forecast: Times, kept: Kept<LatestTimes> | undefined): LatestTimes {
  return new Backward(situation, forecast, kept).run();
}

class Backward {
  readonly #situation: Situation;
  readonly #forecast: Times;
  /** Of a leaf, its latest start (of a point the latest day) and finish; of a summary the latest finish. */
  readonly #a: number[];
  readonly #b: number[];
  readonly #sourceOfA: number[];
  readonly #sourceOfB: number[];
  /** Of a milestone, the latest boundary from which what waits for it may begin. */
  readonly #next: number[];
  readonly #gates: (GateLimits | undefined)[];
  readonly #summaries: Map<number, Limits>;
  readonly #again: Uint8Array | undefined;
  readonly #limits = noLimits();
  readonly #end: Limit = { boundary: FREE, source: -1 };
  readonly #limit: Limit = { boundary: FREE, source: -1 };
  /** Of summaries whose start is limited, the child that starts first. */
  readonly #first = new Map<number, number>();

  constructor(situation: Situation, forecast: Times, kept: Kept<LatestTimes> | undefined) {
    this.#situation = situation;
    this.#forecast = forecast;
    const { network } = situation;
    const [count, former] = [network.items.length, kept?.former];
    this.#again = kept?.again;
    this.#a = former?.a.slice() ?? filled(count, FREE);
    this.#b = former?.b.slice() ?? filled(count, FREE);
    this.#next = former?.next.slice() ?? filled(count, FREE);
    this.#sourceOfA = former?.state.sourceOfA.slice() ?? filled(count, -1);
    this.#sourceOfB = former?.deadline.slice() ?? filled(count, -1);
    this.#gates =
      former?.state.gates.slice() ?? new Array<GateLimits | undefined>(nodesOf(network) - count).fill(undefined);
    this.#summaries = new Map(former?.state.summaries);
  }

  run(): LatestTimes {
    const { network, ledger } = this.#situation;
    const { order } = network;
    const again = this.#again;
    const follow = (predecessor: number): void => {
      if (again !== undefined) again[predecessor] = 1;
    };
    for (let k = order.length - 1; k >= 0; k--) {
      const node = at(order, k);
      // The passes forward own their years by the numbers of the nodes.
      const owner = -1 - node;
      ledger.owner = owner;
      if (again === undefined) this.#node(node);
      else if (again[node] === 1) {
        ledger.forget(owner);
        if (this.#changes(node)) forEachPredecessor(network, node, follow);
      }
    }
    this.#rollUp();
    return {
      a: this.#a,
      b: this.#b,
      next: this.#next,
      deadline: this.#sourceOfB,
      state: { sourceOfA: this.#sourceOfA, gates: this.#gates, summaries: this.#summaries },
    };
  }

  #node(node: number): void {
    const { network } = this.#situation;
    const i = itemOfNode(network, node);
    if (node >= network.items.length) this.#gates[node - network.items.length] = this.#gateLimits(node, i);
    else if (isSummary(network, i)) this.#summary(i);
    else this.#leaf(i);
  }

  /** Computes a node again; whether it is other than before. */
  #changes(node: number): boolean {
    const { items } = this.#situation.network;
    if (node >= items.length) {
      const before = this.#gates[node - items.length];
      this.#node(node);
      const now = this.#gates[node - items.length];
      return !now?.every((limit, kind) => isSameLimit(limit, before?.[kind]));
    }
    const arrays = [this.#a, this.#b, this.#next, this.#sourceOfA, this.#sourceOfB];
    const before = arrays.map((array) => array[node]);
    const limits = this.#summaries.get(node);
    this.#summaries.delete(node);
    this.#a[node] = this.#b[node] = this.#next[node] = FREE;
    this.#sourceOfA[node] = this.#sourceOfB[node] = -1;
    this.#node(node);
    const now = this.#summaries.get(node);
    if ((limits === undefined) !== (now === undefined)) return true;
    // The latest start of a summary is rolled up in the end, and nothing waits for it.
    if (now !== undefined) {
      return !(
        isSameLimit(now.start, limits?.start) &&
        isSameLimit(now.finish, limits?.finish) &&
        isSameLimit(now.next, limits?.next)
      );
    }
    return arrays.some((array, k) => array[node] !== before[k]);
  }

  /** What a gate lets through is what all behind it do. */
  #gateLimits(node: number, i: number): GateLimits {
    const { network } = this.#situation;
    const finishGate = finishGateOf(network, node);
    return BOUND_KINDS.map((kind) => {
      const limit = { boundary: FREE, source: -1 };
      if (finishGate < 0 !== isOnStart(kind)) return limit;
      const take = (inner: number): void => {
        this.#into(inner, kind);
        lower(limit, this.#limit.boundary, this.#limit.source);
      };
      if (finishGate < 0) forEachChild(network, i, (child) => take(at(network.gate, child)));
      else for (const leaf of network.finishGates.leaves[finishGate] ?? []) take(leaf);
      return limit;
    });
  }

  /** Sets `#limit`: how late the bound of a dependency that leads to a node may be. */
  #into(node: number, kind: BoundKind): void {
    const { network, facts } = this.#situation;
    const limit = this.#limit;
    if (node >= network.items.length) {
      const known = this.#gates[node - network.items.length]?.[kind];
      limit.boundary = known?.boundary ?? FREE;
      limit.source = known?.source ?? -1;
      return;
    }
    const item = network.items[node];
    if (item?.kind === 'milestone') {
      limit.source = at(this.#sourceOfB, node);
      const end = at(this.#b, node);
      const next = at(this.#next, node);
      const day = Math.min(next, end - 1);
      if (kind === END || kind === BY_END) limit.boundary = end;
      else if (kind === NEXT || kind === BY_NEXT) limit.boundary = next;
      else limit.boundary = isMorning(kind) ? day : Math.min(next, end);
      if (isWorkingMorning(kind) && day < FREE) limit.boundary = this.#timeFor(node).lastEnd(day + 1) - 1;
      return;
    }
    limit.source = -1;
    limit.boundary = FREE;
    if (kind === END || kind === BY_END) return;
    const holdsStart = isOnStart(kind);
    limit.source = at(holdsStart ? this.#sourceOfA : this.#sourceOfB, node);
    limit.boundary = at(holdsStart ? this.#a : this.#b, node);
    if (holdsStart || limit.boundary === FREE || item === undefined) return;
    const length = facts.begun[node] === true ? this.#rest(node) : lengthAt(network, node);
    if (facts.begun[node] !== true && length.amount === 0) {
      limit.boundary = at(this.#a, node) + 1;
      return;
    }
    this.#timeFor(node);
    const work = workOf(this.#situation, node, length);
    const end = work.lastEnd(limit.boundary);
    limit.boundary = kind === FINISH_EVENING ? end : work.nextStart(end);
  }

  /** The working time of an item, counting for it. */
  #timeFor(i: number): WorkingTime {
    const time = timeOf(this.#situation, i);
    time.subject = i;
    return time;
  }

  #rest(i: number): WorkLength {
    const { network, status } = this.#situation;
    const item = network.items[i];
    if (item === undefined) throw new RangeError(`no item ${i}`);
    return remainingOf(item, status, at(this.#forecast.a, i));
  }

  #summary(i: number): void {
    // What is all done is not waited for.
    if (!Number.isNaN(at(this.#situation.facts.done, i))) return;
    const limits = noLimits();
    this.#tighten(i, limits);
    this.#summaries.set(i, limits);
    this.#set(this.#b, this.#sourceOfB, i, this.#least(limits.finish, 0, limits.next));
  }

  /** Of a leaf. The same object each time. */
  #limitsOf(i: number): Limits {
    const limits = this.#limits;
    reset(limits.start);
    reset(limits.finish);
    reset(limits.next);
    this.#tighten(i, limits);
    this.#timeFor(i);
    return limits;
  }

  /** The own deadline of an item, what limits the summary that it is in, and what its dependants allow it. */
  #tighten(i: number, limits: Limits): void {
    const { facts, network } = this.#situation;
    if (!Number.isNaN(at(facts.due, i))) lower(limits.finish, at(facts.due, i), i);
    const outer = at(network.parent, i);
    if (outer >= 0) this.#inherit(i, outer, limits);
    this.#collect(i, limits);
  }

  /** What limits a summary limits what is inside; a limit on its start binds the child that starts first. */
  #inherit(i: number, summary: number, limits: Limits): void {
    const around = this.#summaries.get(summary);
    if (around === undefined) return;
    const { start, next, finish } = around;
    lower(limits.finish, finish.boundary, finish.source);
    lower(limits.next, next.boundary, next.source);
    if (start.boundary < FREE && this.#firstChild(summary) === i) lower(limits.start, start.boundary, start.source);
  }

  #firstChild(summary: number): number {
    let first = this.#first.get(summary);
    if (first !== undefined) return first;
    first = -1;
    const { a } = this.#forecast;
    forEachChild(this.#situation.network, summary, (child) => {
      if (first === undefined || first < 0 || at(a, child) < at(a, first)) first = child;
    });
    this.#first.set(summary, first);
    return first;
  }

  /** What the dependants of an item allow it. */
  #collect(i: number, limits: Limits): void {
    const { network } = this.#situation;
    const { items } = network;
    const point = isPoint(this.#forecast, i);
    for (let l = at(network.outwardFrom, i); l < at(network.outwardFrom, i + 1); l++) {
      const link = network.links[at(network.outward, l)];
      if (link === undefined) continue;
      const node = nodeBehind(network, link);
      const kind = kindOf(link, point);
      const onFinish = waitsForFinish(link);
      this.#pass(link, node, kind, onFinish ? (kind === NEXT ? limits.next : limits.finish) : limits.start, i);
      // Only of a milestone the end of its day is another limit.
      if ((kind !== NEXT && kind !== BY_NEXT) || (node < items.length && items[node]?.kind !== 'milestone')) continue;
      this.#pass(link, node, kind === NEXT ? END : BY_END, limits.finish, i);
    }
  }

  #pass(link: Link, node: number, kind: BoundKind, held: Limit, subject: number): void {
    this.#into(node, kind);
    const { boundary, source } = this.#limit;
    if (boundary < FREE) lower(held, this.#beforeLag(link, subject), source);
  }

  #beforeLag(link: Link, subject: number): number {
    const { lag } = link.facts;
    if (lag === undefined) return this.#limit.boundary;
    const time = timeOf(this.#situation, link.successor);
    time.subject = subject;
    return time.latest(this.#limit.boundary, lag);
  }

  #leaf(i: number): void {
    const { network, facts } = this.#situation;
    const item = network.items[i];
    if (item === undefined || !Number.isNaN(at(facts.done, i))) return;
    const length = lengthAt(network, i);
    const begun = facts.begun[i] === true;
    if (item.kind === 'milestone') {
      const { start, finish, next } = this.#limitsOf(i);
      this.#next[i] = Math.min(next.boundary, start.boundary, finish.boundary);
      const end = this.#least(finish, 1, next, start);
      this.#a[i] = end.boundary - 1;
      this.#set(this.#b, this.#sourceOfB, i, end);
      return;
    }
    if (length.amount === 0 && !begun) {
      const { start, finish, next } = this.#limitsOf(i);
      const end = this.#least(finish, 1, next, start);
      if (end.boundary === FREE) return;
      this.#set(this.#b, this.#sourceOfB, i, end);
      this.#noteSlack(i, item, end.boundary);
      this.#a[i] = workOf(this.#situation, i, length).lastEnd(end.boundary) - 1;
      this.#sourceOfA[i] = end.source;
      return;
    }
    const { start, finish, next } = this.#limitsOf(i);
    const end = this.#least(finish, 0, next);
    const work = workOf(this.#situation, i, length);
    if (!begun && start.boundary < FREE) {
      // The last day of work that the start can be on.
      start.boundary = work.lastEnd(start.boundary + 1) - 1;
      lower(end, work.after(start.boundary, length), start.source);
    }
    this.#set(this.#b, this.#sourceOfB, i, end);
    if (end.boundary === FREE) return;
    this.#noteSlack(i, item, end.boundary);
    if (begun) return;
    const back = work.latestStart(end.boundary, length);
    this.#a[i] = Math.min(back, start.boundary);
    this.#sourceOfA[i] = start.boundary < back ? start.source : end.source;
  }

  /** Its slack will be counted in working days, maybe of years that its calendar does not cover. */
  #noteSlack(i: number, item: ItemFacts, limit: number): void {
    const { network, facts } = this.#situation;
    const remains = facts.begun[i] === true && item.remaining !== undefined;
    const { unit } = remains ? this.#rest(i) : lengthAt(network, i);
    if (unit === WORKING_DAYS) this.#timeFor(i).between(at(this.#forecast.b, i), limit);
  }

  /** The least of a finish and what lies so many days before others. The same object each time. */
  #least(finish: Limit, days: number, first: Limit, second?: Limit): Limit {
    const least = this.#end;
    least.boundary = finish.boundary;
    least.source = finish.source;
    lower(least, first.boundary + days, first.source);
    if (second !== undefined) lower(least, second.boundary + days, second.source);
    return least;
  }

  #set(boundaries: number[], sources: number[], i: number, { boundary, source }: Limit): void {
    boundaries[i] = boundary;
    sources[i] = source;
  }

  /** The latest start of a summary is the least inside it; children stand behind their parents, so they are met first. */
  #rollUp(): void {
    const { parent } = this.#situation.network;
    for (const summary of this.#again === undefined ? [] : parent) if (summary >= 0) this.#a[summary] = FREE;
    for (let i = parent.length - 1; i >= 0; i--) {
      const summary = at(parent, i);
      if (summary >= 0) this.#a[summary] = Math.min(at(this.#a, summary), at(this.#a, i));
    }
  }
}
