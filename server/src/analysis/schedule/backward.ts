/** Latest times: the pass from the deadlines back to what has to be done for them (semantics §2). */

import type { Situation, Times } from './forward.js';
import {
  at,
  filled,
  forEachChild,
  holdsStart,
  isSummary,
  itemOfNode,
  type Link,
  type Network,
  waitsForFinish,
} from './network.js';
import { lengthOf } from './work-length.js';
import type { WorkingTime } from './working-time.js';

/** By node. Infinity: no deadline sets a limit. */
export interface LatestTimes {
  /** The latest finish; of a roll-up, what its own deadline and its successors allow. */
  readonly b: readonly number[];
  /** The latest start of a leaf that has not begun; of a gate, the least of what is inside it. */
  readonly a: readonly number[];
  /** The item whose deadline sets the latest finish; −1. */
  readonly deadline: readonly number[];
  /** By item, latest finish − forecast finish, in days; of a summary, the least of what is inside it. NaN: none. */
  readonly slack: readonly number[];
}

/** A limit and the item whose deadline set it. */
interface Limit {
  boundary: number;
  source: number;
}

const FREE = Number.POSITIVE_INFINITY;

/**
 * What is done is not waited for any more, and the start of what has begun is a fact: neither passes a limit on, as
 * neither could miss it.
 */
export function latestTimes(situation: Situation, forecast: Times): LatestTimes {
  const { network, facts, time } = situation;
  const { items, order, gate, gated, parent } = network;
  const count = items.length;
  const nodes = count + gated.length;
  // By node: of a leaf and a gate, the latest start and finish; of a roll-up, the limits on its first start and last finish.
  const a = filled(nodes, FREE);
  const b = filled(nodes, FREE);
  const sourceOfA = filled(nodes, -1);
  const sourceOfB = filled(nodes, -1);
  // Of a summary whose start is limited, the child that starts first.
  const first = filled(count, -1);
  const finish: Limit = { boundary: FREE, source: -1 };
  const start: Limit = { boundary: FREE, source: -1 };

  for (let k = order.length - 1; k >= 0; k--) {
    const node = at(order, k);
    const i = itemOfNode(network, node);
    if (node >= count) {
      const tighten = (child: number): void => {
        const inner = at(gate, child);
        if (at(a, inner) < at(a, node)) {
          a[node] = at(a, inner);
          sourceOfA[node] = at(sourceOfA, inner);
        }
        if (at(b, inner) < at(b, node)) {
          b[node] = at(b, inner);
          sourceOfB[node] = at(sourceOfB, inner);
        }
      };
      forEachChild(network, i, tighten);
      continue;
    }
    const leaf = !isSummary(network, i);
    const open = Number.isNaN(at(facts.done, i));
    const item = items[i];
    const working = time[at(network.projectOf, i)];
    if ((leaf && !open) || item === undefined || working === undefined) continue;

    reset(finish);
    reset(start);
    if (open && !Number.isNaN(at(facts.due, i))) lower(finish, at(facts.due, i), i);
    const outer = at(parent, i);
    if (outer >= 0) {
      lower(finish, at(b, outer), at(sourceOfB, outer));
      // A limit on a summary's start binds the child that starts first.
      if (at(first, outer) === i) {
        lower(start, at(a, outer), at(sourceOfA, outer));
      }
    }
    for (let l = at(network.outwardFrom, i); l < at(network.outwardFrom, i + 1); l++) {
      const link = network.links[at(network.outward, l)];
      const its = link === undefined ? undefined : time[at(network.projectOf, link.successor)];
      if (link === undefined || its === undefined) continue;
      const successor = at(gate, link.successor);
      const onStart = holdsStart(link);
      const limit = onStart ? at(a, successor) : at(b, successor);
      if (limit === FREE) continue;
      its.subject = i;
      const held = waitsForFinish(link) ? finish : start;
      lower(held, latest(link, limit, its), onStart ? at(sourceOfA, successor) : at(sourceOfB, successor));
    }
    if (!leaf) {
      b[i] = finish.boundary;
      sourceOfB[i] = finish.source;
      a[i] = start.boundary;
      sourceOfA[i] = start.source;
      if (start.boundary < FREE) first[i] = firstChild(network, i, forecast);
      continue;
    }
    working.subject = i;
    const begun = item.kind !== 'milestone' && !Number.isNaN(at(facts.started, i));
    const length = lengthOf(item);
    if (!begun && start.boundary < FREE) {
      lower(finish, working.add(start.boundary, length.unit, length.amount), start.source);
    }
    b[i] = finish.boundary;
    sourceOfB[i] = finish.source;
    if (begun || finish.boundary === FREE) continue;
    const back = length.amount === 0 ? finish.boundary : working.subtract(finish.boundary, length.unit, length.amount);
    a[i] = Math.min(back, start.boundary);
    sourceOfA[i] = start.boundary < back ? start.source : finish.source;
  }
  return { a, b, deadline: sourceOfB, slack: slackOf(network, b, forecast) };
}

function reset(limit: Limit): void {
  limit.boundary = FREE;
  limit.source = -1;
}

function lower(limit: Limit, boundary: number, source: number): void {
  if (boundary < limit.boundary) {
    limit.boundary = boundary;
    limit.source = source;
  }
}

function latest(link: Link, limit: number, time: WorkingTime): number {
  const { lag } = link.facts;
  return lag === undefined ? limit : time.latest(limit, lag);
}

function firstChild(network: Network, summary: number, { a }: Times): number {
  let first = -1;
  forEachChild(network, summary, (child) => {
    if (first < 0 || at(a, child) < at(a, first)) first = child;
  });
  return first;
}

function slackOf(network: Network, latestB: readonly number[], { b }: Times): readonly number[] {
  const slack = filled(network.items.length, Number.NaN);
  // Children stand behind their parents, so they are met first.
  for (let i = slack.length - 1; i >= 0; i--) {
    if (!isSummary(network, i) && at(latestB, i) < FREE) slack[i] = at(latestB, i) - at(b, i);
    const parent = at(network.parent, i);
    const mine = at(slack, i);
    if (parent >= 0 && !Number.isNaN(mine) && !(at(slack, parent) <= mine)) slack[parent] = mine;
  }
  return slack;
}
