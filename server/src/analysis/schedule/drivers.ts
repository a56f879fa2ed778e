/** What determines a forecast, and the chain of it back to its root. */
import { boundOf, ownPoint, type Situation, type Times } from './forward.js';
import { at, forEachChild, holdsStart, isSummary, type Link, waitsForFinish } from './network.js';
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
  const { network, status, facts, time } = situation;
  const item = network.items[i];
  const working = time[at(network.projectOf, i)];
  if (item === undefined || working === undefined) throw new RangeError(`no item ${i}`);
  const [a, b] = [at(forecast.a, i), at(forecast.b, i)];
  if (!Number.isNaN(at(facts.done, i))) return { cause: 'actual', links: [], from: b };

  const incoming: { readonly link: Link; readonly bound: number; readonly open: boolean }[] = [];
  for (let holder = i; holder >= 0; holder = at(network.parent, holder)) {
    for (let l = at(network.linksFrom, holder); l < at(network.linksFrom, holder + 1); l++) {
      const link = network.links[l];
      if (link === undefined) continue;
      const open = Number.isNaN(at(facts.done, link.predecessor));
      incoming.push({ link, bound: boundOf(link, forecast, working), open });
    }
  }
  // Where S or its own statement asks for the same boundary, a predecessor that is done drives nothing any more.
  const among = (onFinish: boolean, boundary: number, own: Cause | undefined): Driven | undefined => {
    const links = incoming
      .filter(({ link, bound, open }) => holdsStart(link) !== onFinish && bound === boundary && (open || !own))
      .map(({ link }) => link);
    return links.length === 0 ? undefined : { cause: 'dependency', links, from: boundary };
  };

  if (item.kind !== 'milestone' && !Number.isNaN(at(facts.started, i))) {
    const remaining = remainingOf(item, status);
    const own = Math.max(status + 1, working.add(status, remaining.unit, remaining.amount));
    return among(true, b, own === b ? 'progress' : undefined) ?? { cause: 'progress', links: [], from: status };
  }
  const length = lengthOf(item);
  const held = (start: boolean): number =>
    incoming.reduce(
      (latest, { link, bound }) => (holdsStart(link) === start ? Math.max(latest, bound) : latest),
      Number.NEGATIVE_INFINITY,
    );
  const bounds = { start: held(true), finish: held(false) };
  if (length.amount === 0) {
    const stated = ownPoint(item, bounds, at(facts.due, i)) === b;
    const own: Cause | undefined = stated
      ? item.kind === 'milestone'
        ? 'due'
        : 'start'
      : status + 1 === b
        ? 'status'
        : undefined;
    return among(false, b, own) ?? among(true, b, own) ?? { cause: own ?? 'status', links: [], from: b };
  }
  const start = item.start?.period.first ?? Number.NEGATIVE_INFINITY;
  const earliest = Math.max(status, start, bounds.start);
  if (bounds.finish > working.add(earliest, length.unit, length.amount)) {
    const pushed = among(true, b, undefined);
    if (pushed !== undefined) return pushed;
  }
  const own: Cause | undefined = start === a ? 'start' : status === a ? 'status' : undefined;
  return among(false, a, own) ?? { cause: own ?? 'status', links: [], from: a };
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
  let reached: Reached | undefined = reach(situation, forecast, i, 'b');
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
    reached = reach(situation, forecast, link.predecessor, waitsForFinish(link) ? 'b' : 'a');
    yield { item, cause, link, lag: from - reached.to, days: to - from, from, to };
  }
}

/** A leaf, and whether it is its start or its finish that is waited for. */
interface Reached {
  readonly item: number;
  readonly end: 'a' | 'b';
  readonly to: number;
}

function reach(situation: Situation, forecast: Times, item: number, end: 'a' | 'b'): Reached {
  const leaf = leafOf(situation, forecast, item, end);
  return { item: leaf, end, to: at(forecast[end], leaf) };
}

/** As `drivenBy`; but the start of what has begun is a fact, whatever its finish waits for. */
function endedBy(situation: Situation, forecast: Times, i: number, end: 'a' | 'b'): Driven {
  const begun = situation.network.items[i]?.kind !== 'milestone' && !Number.isNaN(at(situation.facts.started, i));
  if (end === 'a' && begun) return { cause: 'actual', links: [], from: at(forecast.a, i) };
  return drivenBy(situation, forecast, i);
}

/** The leaf whose start or finish is that of a summary. */
function leafOf({ network }: Situation, forecast: Times, item: number, end: 'a' | 'b'): number {
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
