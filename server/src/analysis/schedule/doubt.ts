/** Which forecasts rest on something that was stated and cannot be read, wherever in the component that stands. */
import type { WorkCalendar } from '../../model/calendar.js';
import type { DependencyFacts, ItemFacts } from '../../model/facts.js';
import { isUnsure } from '../calendars.js';
import {
  at,
  finishGateOf,
  forEachPredecessor,
  forEachSuccessor,
  holdsStart,
  isSummary,
  itemOfNode,
  type Network,
  nodesOf,
  waitsForFinish,
} from './network.js';
import type { StatusFacts } from './status-facts.js';

/** What says how long an item takes, when it begins and that it is done. */
const WORK = ['duration', 'start', 'started', 'remaining', 'done'] as const;
/** What says so in several statements, or for its summary's children too. */
const PARTS = ['suspended', 'progress', 'calendar'] as const;

const NONE = new Uint8Array(0);

/**
 * By node, 1 where nobody can tell the forecast: the length or the start of the work, or what it waits for, was stated
 * and cannot be read or is not there, or its working days are those of a calendar that `isUnsure`; or that is so of
 * something that it waits for. Empty where all can be told. `doubts` as `doubtsIn` answers them.
 */
export function doubtfulIn(network: Network, facts: StatusFacts, doubts: readonly number[]): Uint8Array {
  const open = doubts.filter((node) => !isDone(facts, itemOfNode(network, node)));
  return reachedFrom(network, open, (node, reach) =>
    forEachSuccessor(network, node, (successor, link) => {
      if (isDone(facts, itemOfNode(network, successor))) return;
      if (!isPastIt(network, facts, node, { successor, link })) reach(successor);
    }),
  );
}

/**
 * By node, 1 where nobody can tell how much time is left for it, counted back from deadlines: something of it, or of what
 * waits for it, cannot be read. Empty where that can be told of all.
 */
export function doubtfulBackIn(network: Network, doubts: readonly number[]): Uint8Array {
  return reachedFrom(network, doubts, (node, reach) => forEachPredecessor(network, node, reach));
}

/** By node, 1 for those of `first` and what is reached from them, one by one. */
function reachedFrom(
  network: Network,
  first: readonly number[],
  forEachNext: (node: number, reach: (next: number) => void) => void,
): Uint8Array {
  if (first.length === 0) return NONE;
  const reached = new Uint8Array(nodesOf(network));
  const pending: number[] = [];
  const reach = (node: number): void => {
    if (reached[node] === 1) return;
    reached[node] = 1;
    pending.push(node);
  };
  first.forEach(reach);
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) forEachNext(node, reach);
  return reached;
}

/** The nodes of which something was stated that cannot be read or is not there, some of them more than once. */
export function doubtsIn(network: Network, facts: StatusFacts, calendars: readonly WorkCalendar[]): readonly number[] {
  const doubts: number[] = [];
  const areUnsure = calendars.some(isUnsure) ? calendars.map(isUnsure) : undefined;
  for (const [i, item] of network.items.entries()) {
    if (isStartUnread(item)) {
      forEachSuccessor(network, i, (successor, link) => {
        const to = { successor, link };
        if (waitsForStart(network, link) && !holdsBegunStart(network, facts, i, to)) doubts.push(successor);
      });
    }
    if (isDone(facts, i)) continue;
    const isUnsureOfDays = areUnsure?.[at(network.calendarOf, i)] === true;
    doubts.push(...unreadOf(network, facts, item, i, isUnsureOfDays));
  }
  return doubts;
}

/** The nodes of an open item of which something was stated that cannot be read or is not there. */
function unreadOf(
  network: Network,
  facts: StatusFacts,
  item: ItemFacts,
  i: number,
  isUnsureOfDays: boolean,
): readonly number[] {
  if (!isSummary(network, i) && (hasUnreadWork(item) || (isUnsureOfDays && takesWorkingDays(item)))) return [i];
  const lost = lostDependencies(network, item, i, isUnsureOfDays);
  if (!lost.ofStart && !lost.ofFinish) return [];
  if (lost.ofFinish) return [at(network.gate, i), ...leavesIn(network, i)];
  // What has begun no longer waits for what its start depends on. What a summary waits for holds all that is in it.
  return isBegun(facts, i) ? [] : [at(network.gate, i)];
}

function hasUnreadWork(item: ItemFacts): boolean {
  const { stated, unread } = item;
  // A milestone that waits for nothing is expected on its deadline.
  if (item.kind === 'milestone' && item.after.length === 0 && stated.has('due') && item.due === undefined) return true;
  if (stated.has('suspended') && item.suspended.length === 0) return true;
  // Without a length of its own, it takes from its start to its finish.
  if (stated.has('finish') && item.finish === undefined && item.duration === undefined) return true;
  return (
    WORK.some((member) => stated.has(member) && item[member] === undefined) ||
    PARTS.some((member) => unread?.has(member) === true)
  );
}

interface Lost {
  readonly ofStart: boolean;
  readonly ofFinish: boolean;
}

const NOTHING_LOST: Lost = { ofStart: false, ofFinish: false };

/** Of a milestone no length counts, and none can be stated. */
function takesWorkingDays({ duration, remaining }: ItemFacts): boolean {
  return duration?.value.unit === 'wd' || remaining?.value.unit === 'wd';
}

/**
 * Whether it waits for something that is not there, or cannot be read, or by working days that nobody is sure of: with its
 * start, with its finish.
 */
function lostDependencies(
  network: Network,
  { stated, unread, after }: ItemFacts,
  i: number,
  isUnsureOfDays: boolean,
): Lost {
  // Of which kind an unread one is, cannot be told.
  if (stated.has('after') && (after.length === 0 || unread?.has('after') === true))
    return { ofStart: true, ofFinish: true };
  if (after.length === 0) return NOTHING_LOST;
  const kept = network.links
    .slice(at(network.linksFrom, i), at(network.linksFrom, i + 1))
    .filter(({ predecessor, facts: { lag } }) => {
      const isCountedRight = !isUnsureOfDays || lag?.duration.unit !== 'wd';
      return isCountedRight && !sharesItsName(network, predecessor, i);
    });
  if (kept.length === after.length) return NOTHING_LOST;
  const found = new Set<DependencyFacts>(kept.map(({ facts }) => facts));
  const lost = after.filter((facts) => !found.has(facts));
  return { ofStart: lost.some(holdsStartOf), ofFinish: lost.some((facts) => !holdsStartOf(facts)) };
}

/**
 * Whether there is another item of the name that leads to one, or from outside another project: nobody can tell which of
 * them was meant.
 */
function sharesItsName(
  { projects, sharingName, items, projectOf, parent }: Network,
  item: number,
  from: number,
): boolean {
  const project = at(projectOf, item);
  if (sharingName.has(project) && project !== at(projectOf, from)) return true;
  for (let i = item; i >= 0; i = at(parent, i)) {
    const summary = items[at(parent, i)];
    const beside = (summary ?? projects[project])?.items ?? [];
    if (sharedNames(beside).has(items[i]?.name.text ?? '')) return true;
  }
  return false;
}

const shared = new WeakMap<readonly ItemFacts[], ReadonlySet<string>>();
const NO_NAMES: ReadonlySet<string> = new Set();

/** The names that several items of one level have; kept with the items, as each dependency asks. */
function sharedNames(items: readonly ItemFacts[]): ReadonlySet<string> {
  let names = shared.get(items);
  if (names === undefined) {
    const seen = new Set<string>();
    const again = items.map(({ name }) => name.text).filter((name) => seen.size === seen.add(name).size);
    names = again.length === 0 ? NO_NAMES : new Set(again);
    shared.set(items, names);
  }
  return names;
}

function holdsStartOf(facts: DependencyFacts): boolean {
  return holdsStart({ facts });
}

/** The item itself, or the leaves in a summary. */
function leavesIn(network: Network, i: number): readonly number[] {
  const leaves: number[] = [];
  for (let item = i; item < at(network.behind, i); item++) if (!isSummary(network, item)) leaves.push(item);
  return leaves;
}

function isDone(facts: StatusFacts, item: number): boolean {
  return !Number.isNaN(at(facts.done, item));
}

function isBegun(facts: StatusFacts, item: number): boolean {
  return facts.begun[item] === true;
}

/** It was begun, on a day that cannot be read. */
function isStartUnread({ stated, started }: ItemFacts): boolean {
  return stated.has('started') && started === undefined;
}

function waitsForStart(network: Network, link: number): boolean {
  const facts = network.links[link];
  return facts !== undefined && !waitsForFinish(facts);
}

interface Edge {
  readonly successor: number;
  readonly link: number;
}

/** Whether what leads from one node to another says nothing any more: the start that it waits for or holds has been. */
function isPastIt(network: Network, facts: StatusFacts, from: number, to: Edge): boolean {
  // Where that start cannot be read, what waits for it is doubtful already.
  return (waitsForStart(network, to.link) && isBegun(facts, from)) || holdsBegunStart(network, facts, from, to);
}

function holdsBegunStart(network: Network, facts: StatusFacts, from: number, { successor, link }: Edge): boolean {
  const stated = network.links[link];
  const holds =
    stated === undefined ? finishGateOf(network, from) < 0 && from >= network.items.length : holdsStart(stated);
  return holds && successor < network.items.length && isBegun(facts, successor);
}
