/** Which forecasts rest on something that was stated and cannot be read, wherever in the component that stands. */
import type { ItemFacts } from '../../model/facts.js';
import {
  at,
  finishGateOf,
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

const NONE = new Uint8Array(0);

/**
 * By node, 1 where nobody can tell the forecast: the length or the start of the work, or what it waits for, was stated
 * and cannot be read or is not there, or that is so of something that it waits for. Empty where all can be told.
 */
export function doubtfulIn(network: Network, facts: StatusFacts): Uint8Array {
  const unread = network.items.flatMap((item, i) => (isUnread(network, facts, item, i) ? i : []));
  if (unread.length === 0) return NONE;
  const doubtful = new Uint8Array(nodesOf(network));
  const pending: number[] = [];
  const doubt = (node: number): void => {
    if (doubtful[node] === 1 || !Number.isNaN(at(facts.done, itemOfNode(network, node)))) return;
    doubtful[node] = 1;
    pending.push(node);
  };
  // What a summary waits for holds all that is in it.
  for (const i of unread) doubt(at(network.gate, i));
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const from = node;
    forEachSuccessor(network, from, (successor, link) => {
      if (!isPastIt(network, facts, from, { successor, link })) doubt(successor);
    });
  }
  return doubtful;
}

function isUnread(network: Network, facts: StatusFacts, item: ItemFacts, i: number): boolean {
  if (!Number.isNaN(at(facts.done, i))) return false;
  // What has begun no longer waits for what its start depends on.
  return (!isSummary(network, i) && hasUnreadWork(item)) || (!isBegun(facts, i) && lacksPredecessor(network, item, i));
}

function hasUnreadWork(item: ItemFacts): boolean {
  const { stated, suspended } = item;
  if (stated.has('suspended') && suspended.length === 0) return true;
  return WORK.some((member) => stated.has(member) && item[member] === undefined);
}

/** It waits for something that is not there, or cannot be read. */
function lacksPredecessor({ linksFrom }: Network, { stated, after }: ItemFacts, i: number): boolean {
  if (after.length === 0) return stated.has('after');
  return at(linksFrom, i + 1) - at(linksFrom, i) < after.length;
}

function isBegun(facts: StatusFacts, item: number): boolean {
  return facts.begun[item] === true;
}

/** Whether what leads from one node to another says nothing any more: the start that it waits for or holds has been. */
function isPastIt(
  network: Network,
  facts: StatusFacts,
  from: number,
  to: { readonly successor: number; readonly link: number },
): boolean {
  const link = network.links[to.link];
  if (link !== undefined && !waitsForFinish(link) && isBegun(facts, from)) return true;
  const holds = link === undefined ? finishGateOf(network, from) < 0 && from >= network.items.length : holdsStart(link);
  return holds && to.successor < network.items.length && isBegun(facts, to.successor);
}
