/** What determines a forecast, and the chain of it back to its root. */
import type { DependencyType } from '../../model/facts.js';
import {
  type BoundKind,
  boundOf,
  FINISH_EVENING,
  isOnStart,
  isPoint,
  kindOf,
  milestoneEnd,
  type Times,
} from './bounds.js';
import { at, forEachChild, isSummary, type Link, linksTo } from './network.js';
import { type Situation, timeOf, workOf } from './situation.js';
import type { Work } from './work.js';
import { lengthOf, remainingOf } from './work-length.js';

/**
 * Why a forecast is what it is. `dependency`: what it waits for. `status`: it has not begun and cannot before S.
 * `start`: its own start. `due`: a milestone without dependencies stands at its deadline. `progress`: what remains of
 * work that has begun. `actual`: it is a fact.
 */
export type Cause = 'dependency' | 'status' | 'start' | 'due' | 'progress' | 'actual';

interface Driven {
  readonly cause: Cause;
  /** The dependencies that determine it, its own before those of its summaries; empty for other causes. */
  readonly links: readonly Link[];
  /** The boundary from which the forecast was counted. */
  readonly from: number;
}

/** One item of a driving chain; boundaries in days. */
export interface ChainStep {
  readonly item: number;
  readonly cause: Cause;
  /** The dependency through which the step before drives this one; absent at the root. */
  readonly link?: Link;
  /** Days between the step before and this one: the lag. 0 at the root. */
  readonly lag: number;
  /** Days that the item itself takes up in the chain. */
  readonly days: number;
  readonly from: number;
  readonly to: number;
}

/** What determines the forecast of a leaf that has one. */
export function drivenBy(situation: Situation, forecast: Times, i: number): Driven {
  const { network, status, facts } = situation;
  const item = network.items[i];
  if (item === undefined) throw new RangeError(`no item ${i}`);
  const [a, b] = [at(forecast.a, i), at(forecast.b, i)];
  if (!Number.isNaN(at(facts.done, i))) return { cause: 'actual', links: [], from: b };
  const incoming = incomingOf(situation, forecast, i);

  if (facts.begun[i] === true) {
    const rest = remainingOf(item, status, a);
    const work = workOf(situation, i, rest);
    const own = Math.max(status + 1, work.after(status, rest)) === b;
    const pushed = among(incoming, own, (bound) => endOf(work, bound) === b);
    return pushed ?? { cause: 'progress', links: [], from: status };
  }
  const day = b - 1;
  if (item.kind === 'milestone') {
    const due = incoming.length === 0 && at(facts.due, i) === b;
    const own = due ? 'due' : status === day ? 'status' : undefined;
    const held = among(incoming, own !== undefined, ({ link }) => {
      return milestoneEnd(link, forecast, timeOf(situation, link.successor)) === b;
    });
    return held ?? { cause: own ?? 'status', links: [], from: at(forecast.next, i) };
  }
  const length = lengthOf(item);
  const work = workOf(situation, i, length);
  const begins = (boundary: number): boolean => work.nextStart(boundary) === a;
  const start = item.start?.period.first;
  const own = start !== undefined && start >= status && begins(start) ? 'start' : begins(status) ? 'status' : undefined;
  if (length.amount > 0) {
    const earliest = incoming.reduce(
      (latest, { kind, boundary }) => (isOnStart(kind) ? Math.max(latest, boundary) : latest),
      Math.max(status, start ?? status),
    );
    const pushed = b > work.after(work.nextStart(earliest), length);
    const by = pushed ? among(incoming, false, (bound) => endOf(work, bound) === b) : undefined;
    if (by !== undefined) return by;
  }
  const from = own === 'start' && start !== undefined ? start : status;
  const held =
    among(incoming, own !== undefined, ({ kind, boundary }) => isOnStart(kind) && begins(boundary)) ??
    among(incoming, own !== undefined, (bound) =>
      length.amount > 0 ? endOf(work, bound) === b : !isOnStart(bound.kind) && begins(bound.boundary - 1),
    );
  return held ?? { cause: own ?? 'status', links: [], from };
}

/** What a link asks of the item in question. */
interface Incoming {
  readonly link: Link;
  readonly kind: BoundKind;
  readonly boundary: number;
  /** What it waits for is not done. */
  readonly open: boolean;
}

/** Its own dependencies, then those of the summaries around it. */
function incomingOf(situation: Situation, forecast: Times, i: number): readonly Incoming[] {
  const { network, facts } = situation;
  return linksTo(network, i).flatMap((link) => {
    const boundary = boundOf(link, forecast, timeOf(situation, link.successor));
    if (Number.isNaN(boundary)) return [];
    const kind = kindOf(link, isPoint(forecast, link.predecessor));
    return [{ link, kind, boundary, open: Number.isNaN(at(facts.done, link.predecessor)) }];
  });
}

/** Where S or its own statement asks for the same, a predecessor that is done drives nothing any more. */
function among(incoming: readonly Incoming[], own: boolean, drives: (bound: Incoming) => boolean): Driven | undefined {
  const driving = incoming.filter((bound) => (bound.open || !own) && drives(bound));
  const [first] = driving;
  if (first === undefined) return undefined;
  return { cause: 'dependency', links: driving.map(({ link }) => link), from: first.boundary };
}

/** The end of work that a bound on the finish asks for; −Infinity of one on the start. */
function endOf(work: Work, { kind, boundary }: Incoming): number {
  if (isOnStart(kind)) return Number.NEGATIVE_INFINITY;
  return kind === FINISH_EVENING ? work.nextEnd(boundary) : work.lastEnd(boundary);
}

/** The children that a summary's finish waits for. */
export function lastChildren({ network }: Situation, { b }: Times, summary: number): readonly number[] {
  const last: number[] = [];
  forEachChild(network, summary, (child) => {
    if (at(b, child) === at(b, summary)) last.push(child);
  });
  return last;
}

/**
 * From item `i` back to its root: what its finish waits for, step by step; where several determine it alike, the first
 * stated. Summaries are passed through to the child that counts. The days of all steps with their lags add up to the
 * time from the root's `from` to the finish.
 */
export function* drivingChain(situation: Situation, forecast: Times, i: number): Generator<ChainStep> {
  let reached: Reached | undefined = reach(situation, forecast, i, 'next');
  while (reached !== undefined) {
    const { item, end, to } = reached;
    const { cause, links, from } = endedBy(situation, forecast, item, end);
    const link: Link | undefined = links[0];
    if (link === undefined) {
      // A start that others wait for can lie before what is counted from.
      const begin = Math.min(from, to);
      yield { item, cause, lag: 0, days: to - begin, from: begin, to };
      return;
    }
    reached = reach(situation, forecast, link.predecessor, END[link.facts.type]);
    yield { item, cause, link, lag: from - reached.to, days: to - from, from, to };
  }
}

/** What is waited for. */
type End = keyof Times;
const END = { FS: 'next', SS: 'a', FF: 'b', SF: 'a' } as const satisfies Readonly<Record<DependencyType, End>>;

/** A leaf, and whether it is its start or its finish that is waited for. */
interface Reached {
  readonly item: number;
  readonly end: End;
  readonly to: number;
}

function reach(situation: Situation, forecast: Times, item: number, end: End): Reached {
  const leaf = leafOf(situation, forecast, item, end);
  return { item: leaf, end, to: at(forecast[end], leaf) };
}

/** As `drivenBy`; but the start of what has begun is a fact, whatever its finish waits for. */
function endedBy(situation: Situation, forecast: Times, i: number, end: End): Driven {
  const begun = situation.facts.begun[i] === true;
  if (end === 'a' && begun) return { cause: 'actual', links: [], from: at(forecast.a, i) };
  return drivenBy(situation, forecast, i);
}

/** The leaf whose start or finish is that of a summary. */
function leafOf({ network }: Situation, forecast: Times, item: number, end: End): number {
  let leaf = item;
  while (isSummary(network, leaf)) {
    const boundary = at(forecast[end], leaf);
    let found = leaf + 1;
    forEachChild(network, leaf, (child) => {
      if (at(forecast[end], child) === boundary && at(forecast[end], found) !== boundary) found = child;
    });
    leaf = found;
  }
  return leaf;
}
