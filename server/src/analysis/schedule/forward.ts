/** Forecast and plan: the pass from what comes first to what comes last (semantics §2). */
import type { Day } from '../../model/day.js';
import type { ItemFacts } from '../../model/facts.js';
import { doneAt, dueAt, startedAt } from '../state.js';
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
import { lengthOf, remainingOf, type WorkLength } from './work-length.js';
import type { WorkingTime } from './working-time.js';

/** Boundaries by item; NaN where there is none. */
export interface Times {
  readonly a: number[];
  readonly b: number[];
}

/** What a pass reads besides the network. `time` by project. */
export interface Situation {
  readonly network: Network;
  readonly status: Day;
  readonly time: readonly WorkingTime[];
  readonly facts: StatusFacts;
}

/** What the facts say at the status date, as boundaries by item; NaN where they say nothing. */
export interface StatusFacts {
  /** Behind the deadline's day. */
  readonly due: readonly number[];
  /** Behind the day of the actual finish. */
  readonly done: readonly number[];
  readonly started: readonly number[];
}

export function statusFacts({ items }: Network, status: Day): StatusFacts {
  return {
    due: items.map((item) => behindDay(dueAt(item, status)?.period.last)),
    done: items.map((item) => behindDay(doneAt(item, status)?.day)),
    started: items.map((item) => startedAt(item, status)?.day ?? Number.NaN),
  };
}

function behindDay(day: Day | undefined): number {
  return day === undefined ? Number.NaN : day + 1;
}

/** No earlier than: what the dependencies ask of an item's start and finish. −Infinity where they ask nothing. */
export interface Bounds {
  start: number;
  finish: number;
}

/** Sets a and b of the leaf `i`. */
type Placement = (i: number, item: ItemFacts, time: WorkingTime, bounds: Readonly<Bounds>, times: Times) => void;

export function forecast(situation: Situation): Times {
  return forward(situation, (i, item, time, bounds, times) => {
    placeForecast(situation, i, item, time, bounds, times);
  });
}

/** The same network without status date and actuals: the baseline. NaN where nothing says when. */
export function plan(situation: Situation): Times {
  return forward(situation, (i, item, time, bounds, times) => {
    placePlan(situation, i, item, time, bounds, times);
  });
}

function forward({ network, time }: Situation, place: Placement): Times {
  const { items, parent, gate, order } = network;
  const count = items.length;
  const times: Times = { a: filled(count, Number.NaN), b: filled(count, Number.NaN) };
  // What a summary's dependencies ask of everything inside it, by gate.
  const gateStart = filled(network.gated.length, Number.NEGATIVE_INFINITY);
  const gateFinish = filled(network.gated.length, Number.NEGATIVE_INFINITY);
  const bounds: Bounds = { start: 0, finish: 0 };

  for (let k = 0; k < order.length; k++) {
    const node = at(order, k);
    const i = itemOfNode(network, node);
    if (node < count && isSummary(network, i)) {
      rollUp(network, i, times);
      continue;
    }
    const item = items[i];
    const working = time[at(network.projectOf, i)];
    if (item === undefined || working === undefined) continue;
    working.subject = i;
    const outer = at(parent, i) < 0 ? -1 : at(gate, at(parent, i)) - count;
    bounds.start = outer < 0 ? Number.NEGATIVE_INFINITY : at(gateStart, outer);
    bounds.finish = outer < 0 ? Number.NEGATIVE_INFINITY : at(gateFinish, outer);
    for (let l = at(network.linksFrom, i); l < at(network.linksFrom, i + 1); l++) {
      const link = network.links[l];
      if (link === undefined) continue;
      const bound = boundOf(link, times, working);
      // NaN (a predecessor without plan dates) is not greater than anything.
      if (holdsStart(link)) {
        if (bound > bounds.start) bounds.start = bound;
      } else if (bound > bounds.finish) bounds.finish = bound;
    }
    if (node < count) place(i, item, working, bounds, times);
    else {
      gateStart[node - count] = bounds.start;
      gateFinish[node - count] = bounds.finish;
    }
  }
  return times;
}

/** The boundary that a link holds its successor to; `time` is the successor's. NaN where the predecessor has none. */
export function boundOf(link: Link, { a, b }: Times, time: WorkingTime): number {
  const from = at(waitsForFinish(link) ? b : a, link.predecessor);
  const { lag } = link.facts;
  return lag === undefined || Number.isNaN(from) ? from : time.lagged(from, lag);
}

function rollUp(network: Network, summary: number, { a, b }: Times): void {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  forEachChild(network, summary, (child) => {
    if (at(a, child) < first) first = at(a, child);
    if (at(b, child) > last) last = at(b, child);
  });
  if (first === Number.POSITIVE_INFINITY) return;
  a[summary] = first;
  b[summary] = last;
}

function placeForecast(
  { status, facts }: Situation,
  i: number,
  item: ItemFacts,
  time: WorkingTime,
  bounds: Readonly<Bounds>,
  { a, b }: Times,
): void {
  const length = lengthOf(item);
  const done = at(facts.done, i);
  const started = item.kind === 'milestone' ? Number.NaN : at(facts.started, i);
  if (!Number.isNaN(done)) {
    b[i] = done;
    a[i] = Number.isNaN(started) ? before(done, length, time) : Math.min(started, done);
    return;
  }
  // S has not ended, so what is open finishes on S at the earliest.
  const tonight = status + 1;
  if (!Number.isNaN(started)) {
    const remaining = remainingOf(item, status);
    a[i] = started;
    b[i] = Math.max(tonight, time.add(status, remaining.unit, remaining.amount), bounds.finish);
    return;
  }
  if (length.amount === 0) {
    const point = Math.max(tonight, ownPoint(item, bounds, at(facts.due, i)), bounds.start, bounds.finish);
    a[i] = point;
    b[i] = point;
    return;
  }
  const start = Math.max(status, item.start?.period.first ?? status, bounds.start);
  place(i, start, length, time, bounds.finish, a, b);
}

/** The point that an item without length states for itself; −Infinity where it states none. */
export function ownPoint(item: ItemFacts, bounds: Readonly<Bounds>, due: number): number {
  if (item.kind !== 'milestone') return (item.start?.period.first ?? Number.NEGATIVE_INFINITY) + 1;
  const depends = bounds.start > Number.NEGATIVE_INFINITY || bounds.finish > Number.NEGATIVE_INFINITY;
  return depends || Number.isNaN(due) ? Number.NEGATIVE_INFINITY : due;
}

function placePlan(
  { facts }: Situation,
  i: number,
  item: ItemFacts,
  time: WorkingTime,
  bounds: Readonly<Bounds>,
  { a, b }: Times,
): void {
  const length = lengthOf(item);
  const ends = item.kind === 'milestone' ? at(facts.due, i) : endOf(item, at(facts.due, i));
  if (length.amount === 0) {
    const said = Math.max(ownPoint(item, bounds, Number.NaN), bounds.start, bounds.finish);
    const point = said > Number.NEGATIVE_INFINITY ? said : ends;
    a[i] = point;
    b[i] = point;
    return;
  }
  const start = Math.max(item.start?.period.first ?? Number.NEGATIVE_INFINITY, bounds.start);
  if (start > Number.NEGATIVE_INFINITY) place(i, start, length, time, bounds.finish, a, b);
  else {
    const finish = bounds.finish > Number.NEGATIVE_INFINITY ? bounds.finish : ends;
    if (Number.isNaN(finish)) return;
    b[i] = finish;
    a[i] = before(finish, length, time);
  }
}

function endOf(item: ItemFacts, due: number): number {
  return item.finish === undefined ? due : item.finish.period.last + 1;
}

/** From `start` on, unless the finish is held later: then the start moves with it. */
function place(
  i: number,
  start: number,
  length: WorkLength,
  time: WorkingTime,
  finish: number,
  a: number[],
  b: number[],
): void {
  const end = time.add(start, length.unit, length.amount);
  const pushed = finish > end;
  b[i] = pushed ? finish : end;
  a[i] = pushed ? before(finish, length, time) : start;
}

function before(boundary: number, { unit, amount }: WorkLength, time: WorkingTime): number {
  return amount === 0 ? boundary : time.subtract(boundary, unit, amount);
}
