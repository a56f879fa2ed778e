/** Forecast and plan: the pass from what comes first to what comes last (semantics §2). */
import type { ItemFacts } from '../../model/facts.js';
import { areSame, type Bounds, clear, merge, noBounds, type Times, tighten } from './bounds.js';
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
import { type Leaf, type Placement, placeForecast, placePlan, set } from './placement.js';
import { type Kept, type Situation, timeOf, workOf } from './situation.js';

/** What a pass computed, with what the next one after an edit goes on from. */
export interface ForwardTimes extends Times {
  /** What a summary's dependencies ask of what is inside it, by gate and by finish gate. */
  readonly atGate: readonly Bounds[];
  readonly atFinishGate: readonly Bounds[];
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
