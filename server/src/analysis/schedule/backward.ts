/** Latest times: the pass from the deadlines back to what has to be done for them (semantics §2). */
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
import { type Situation, timeOf, workOf } from './forward.js';
import {
  at,
  filled,
  finishGateOf,
  forEachChild,
  isSummary,
  itemOfNode,
  type Link,
  nodeBehind,
  nodesOf,
  waitsForFinish,
} from './network.js';
import { type Slack, slackBetween } from './slack.js';
import { lengthOf, remainingOf, type WorkLength } from './work-length.js';

/** By item. Infinity: no deadline sets a limit. */
export interface LatestTimes {
  /** The latest finish; of a summary, what its own deadline and its successors allow. */
  readonly b: readonly number[];
  /** The latest start of work that has not begun, the latest day of a point; of a summary, the least inside it. */
  readonly a: readonly number[];
  /** The item whose deadline sets the latest finish; −1. */
  readonly deadline: readonly number[];
  /** How far the finish may slip; of a summary, the least of what is inside it. */
  readonly slack: readonly (Slack | undefined)[];
}

const FREE = Number.POSITIVE_INFINITY;

/** A limit and the item whose deadline set it. */
interface Limit {
  boundary: number;
  source: number;
}

/** What may not pass where: an item's start, its finish, and where what waits for its finish may begin. */
interface Limits {
  readonly start: Limit;
  readonly finish: Limit;
  readonly next: Limit;
}

/** The limits on what a gate lets through, by kind of bound. */
type GateLimits = readonly Limit[];

/**
 * What is done is not waited for any more, and the start of what has begun is a fact: neither passes a limit on, as
 * neither could miss it.
 */
export function latestTimes(situation: Situation, forecast: Times): LatestTimes {
  return new Backward(situation, forecast).run();
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
  readonly #summaries: (Limits | undefined)[];
  readonly #limit: Limit = { boundary: FREE, source: -1 };
  /** Of summaries whose start is limited, the child that starts first. */
  readonly #first = new Map<number, number>();

  constructor(situation: Situation, forecast: Times) {
    this.#situation = situation;
    this.#forecast = forecast;
    const { network } = situation;
    const count = network.items.length;
    this.#a = filled(count, FREE);
    this.#b = filled(count, FREE);
    this.#next = filled(count, FREE);
    this.#sourceOfA = filled(count, -1);
    this.#sourceOfB = filled(count, -1);
    this.#gates = new Array<GateLimits | undefined>(nodesOf(network) - count).fill(undefined);
    this.#summaries = new Array<Limits | undefined>(count).fill(undefined);
  }

  run(): LatestTimes {
    const { network } = this.#situation;
    const { order, items } = network;
    for (let k = order.length - 1; k >= 0; k--) {
      const node = at(order, k);
      const i = itemOfNode(network, node);
      if (node >= items.length) this.#gates[node - items.length] = this.#gateLimits(node, i);
      else if (isSummary(network, i)) this.#summary(i);
      else this.#leaf(i);
    }
    const slack = this.#slack();
    return { a: this.#a, b: this.#b, deadline: this.#sourceOfB, slack };
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
    timeOf(this.#situation, itemOfNode(network, node)).subject = itemOfNode(network, node);
    if (node >= network.items.length) {
      const known = this.#gates[node - network.items.length]?.[kind];
      limit.boundary = known?.boundary ?? FREE;
      limit.source = known?.source ?? -1;
      return;
    }
    const item = network.items[node];
    if (item?.kind === 'milestone') {
      limit.source = at(this.#sourceOfB, node);
      const [end, next] = [at(this.#b, node), at(this.#next, node)];
      const day = Math.min(next, end - 1);
      if (kind === END || kind === BY_END) limit.boundary = end;
      else if (kind === NEXT || kind === BY_NEXT) limit.boundary = next;
      else limit.boundary = isMorning(kind) ? day : Math.min(next, end);
      if (isWorkingMorning(kind) && day < FREE) limit.boundary = timeOf(this.#situation, node).lastEnd(day + 1) - 1;
      return;
    }
    limit.source = -1;
    limit.boundary = FREE;
    if (kind === END || kind === BY_END) return;
    const holdsStart = isOnStart(kind);
    limit.source = at(holdsStart ? this.#sourceOfA : this.#sourceOfB, node);
    limit.boundary = at(holdsStart ? this.#a : this.#b, node);
    if (holdsStart || limit.boundary === FREE || item === undefined) return;
    const length = facts.begun[node] === true ? this.#rest(node) : lengthOf(item);
    if (facts.begun[node] !== true && length.amount === 0) {
      limit.boundary = at(this.#a, node) + 1;
      return;
    }
    const work = workOf(this.#situation, node, length);
    const end = work.lastEnd(limit.boundary);
    limit.boundary = kind === FINISH_EVENING ? end : work.nextStart(end);
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
    const limits = this.#limitsOf(i);
    this.#summaries[i] = limits;
    const least = leastOf(limits.finish, limits.next);
    this.#b[i] = least.boundary;
    this.#sourceOfB[i] = least.source;
  }

  /** The own deadline of an item, what limits the summary that it is in, and what its dependants allow it. */
  #limitsOf(i: number): Limits {
    const limits = noLimits();
    const { facts, network } = this.#situation;
    if (!Number.isNaN(at(facts.due, i))) lower(limits.finish, at(facts.due, i), i);
    const outer = at(network.parent, i);
    if (outer >= 0) this.#inherit(i, outer, limits);
    this.#collect(i, limits);
    return limits;
  }

  /** What limits a summary limits what is inside; a limit on its start binds the child that starts first. */
  #inherit(i: number, summary: number, limits: Limits): void {
    const around = this.#summaries[summary];
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
    const point = isPoint(this.#forecast, i);
    for (let l = at(network.outwardFrom, i); l < at(network.outwardFrom, i + 1); l++) {
      const link = network.links[at(network.outward, l)];
      if (link === undefined) continue;
      const node = nodeBehind(network, link);
      const kind = kindOf(link, point);
      const onFinish = waitsForFinish(link);
      this.#pass(link, node, kind, onFinish ? (kind === NEXT ? limits.next : limits.finish) : limits.start, i);
      if (kind === NEXT) this.#pass(link, node, END, limits.finish, i);
      else if (kind === BY_NEXT) this.#pass(link, node, BY_END, limits.finish, i);
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
    const length = lengthOf(item);
    const begun = facts.begun[i] === true;
    if (item.kind === 'milestone') {
      const { start, finish, next } = this.#limitsOf(i);
      const free = leastOf(next, start);
      const end = leastOf(finish, { boundary: free.boundary + 1, source: free.source });
      this.#next[i] = Math.min(free.boundary, finish.boundary);
      this.#b[i] = end.boundary;
      this.#sourceOfB[i] = end.source;
      this.#a[i] = end.boundary - 1;
      return;
    }
    if (length.amount === 0 && !begun) {
      const day = leastDay(this.#limitsOf(i));
      if (day.boundary === FREE) return;
      const work = workOf(this.#situation, i, length);
      this.#a[i] = work.lastEnd(day.boundary + 1) - 1;
      this.#b[i] = day.boundary + 1;
      this.#sourceOfA[i] = day.source;
      this.#sourceOfB[i] = day.source;
      return;
    }
    const { start, finish, next } = this.#limitsOf(i);
    const end = leastOf(finish, next);
    const work = workOf(this.#situation, i, length);
    if (!begun && start.boundary < FREE) {
      // The last day of work that the start can be on.
      start.boundary = work.lastEnd(start.boundary + 1) - 1;
      lower(end, work.after(start.boundary, length), start.source);
    }
    this.#b[i] = end.boundary;
    this.#sourceOfB[i] = end.source;
    if (begun || end.boundary === FREE) return;
    const back = work.latestStart(end.boundary, length);
    this.#a[i] = Math.min(back, start.boundary);
    this.#sourceOfA[i] = start.boundary < back ? start.source : end.source;
  }

  #slack(): readonly (Slack | undefined)[] {
    const { network } = this.#situation;
    const slack = new Array<Slack | undefined>(network.items.length).fill(undefined);
    // Children stand behind their parents, so they are met first.
    for (let i = slack.length - 1; i >= 0; i--) {
      if (!isSummary(network, i)) slack[i] = this.#slackOf(i);
      const parent = at(network.parent, i);
      if (parent < 0) continue;
      this.#a[parent] = Math.min(at(this.#a, parent), at(this.#a, i));
      const mine = slack[i];
      const known = slack[parent];
      if (mine !== undefined && (known === undefined || mine.amount <= known.amount)) slack[parent] = mine;
    }
    return slack;
  }

  #slackOf(i: number): Slack | undefined {
    const { network, facts } = this.#situation;
    const item = network.items[i];
    const finish = at(this.#forecast.b, i);
    if (item === undefined) return undefined;
    if (item.kind === 'milestone') {
      const [end, next] = [at(this.#b, i), at(this.#next, i)];
      const onDay = this.#forecast.next[i] !== finish;
      return slackBetween(finish, Math.min(end, onDay ? next + 1 : next), undefined);
    }
    const limit = at(this.#b, i);
    if (limit === FREE) return undefined;
    const length = facts.begun[i] === true && item.remaining !== undefined ? this.#rest(i) : lengthOf(item);
    return slackBetween(finish, limit, workOf(this.#situation, i, length));
  }
}

function noLimits(): Limits {
  const free = (): Limit => ({ boundary: FREE, source: -1 });
  return { start: free(), finish: free(), next: free() };
}

function lower(limit: Limit, boundary: number, source: number): void {
  if (boundary < limit.boundary) {
    limit.boundary = boundary;
    limit.source = source;
  }
}

function leastOf(first: Limit, ...others: readonly Limit[]): Limit {
  const least = { ...first };
  for (const { boundary, source } of others) lower(least, boundary, source);
  return least;
}

/** The latest day of a point on its day. */
function leastDay({ start, finish, next }: Limits): Limit {
  return leastOf({ boundary: finish.boundary - 1, source: finish.source }, next, start);
}
