/**
 * The items of some projects and their dependencies as arrays of numbers: an item is its index, parents stand before
 * their children, a summary's descendants right behind it. Nothing here depends on the status date.
 *
 * What waits for what is a graph of nodes. A leaf is one node with the number of its item. A summary is its 'gate',
 * through which its FS and SS reach every child's start; its 'finish gate', where it has FF or SF, through which they
 * reach the leaves that nothing inside comes after; and its 'roll-up' (the item's number), which knows the last child's
 * finish and is what others wait for. So a dependency costs one edge however many children a summary has.
 */
import type { DependencyFacts, ItemFacts, ProjectFacts } from '../../model/facts.js';
import { type FinishGates, finishGatesOf } from './finish-gates.js';
import { ReferenceResolver } from './reference-resolver.js';
import { lengthOf, POINT, type WorkLength } from './work-length.js';

/** A dependency between two items of the network. */
export interface Link {
  readonly predecessor: number;
  readonly successor: number;
  readonly facts: DependencyFacts;
}

/** Whether a link holds its successor's start (FS, SS) rather than its finish. */
export function holdsStart({ facts: { type } }: Pick<Link, 'facts'>): boolean {
  return type === 'FS' || type === 'SS';
}

/** Whether it is the predecessor's finish (FS, FF) that a link waits for, rather than its start. */
export function waitsForFinish({ facts: { type } }: Link): boolean {
  return type === 'FS' || type === 'FF';
}

/**
 * Plain arrays rather than typed ones: most components are small, and a typed array costs more to make than a small
 * schedule takes to compute.
 */
export interface Network {
  readonly projects: readonly ProjectFacts[];
  /** The indices of projects whose name another declaration has as well. */
  readonly sharingName: ReadonlySet<number>;
  readonly items: readonly ItemFacts[];
  /** Of an item, its project's index. */
  readonly projectOf: readonly number[];
  /** The summary that an item is a child of; −1 at the top of a project. */
  readonly parent: readonly number[];
  /** The index behind an item's last descendant; of a leaf, the next one. */
  readonly behind: readonly number[];
  /** The node that what holds the start of an item leads to: of a leaf itself, of a summary its gate. */
  readonly gate: readonly number[];
  /** Of gate n + k, the summary. */
  readonly gated: readonly number[];
  /** The finish gates follow the gates. */
  readonly finishGates: FinishGates;
  /** How long the work of an item takes. */
  readonly lengths: readonly WorkLength[];
  /** Of an item, what says by which calendar it is worked: an index into `calendars`. */
  readonly calendarOf: readonly number[];
  /** First the projects, then the items that state a calendar of their own. */
  readonly calendars: readonly CalendarHolder[];
  /** Dependencies by successor: those of item i are links[linksFrom[i]] … links[linksFrom[i + 1] − 1]. */
  readonly links: readonly Link[];
  readonly linksFrom: readonly number[];
  /** Indices of links by predecessor, in the same manner. */
  readonly outward: readonly number[];
  readonly outwardFrom: readonly number[];
  /** All nodes that are neither on a cycle nor behind one, each after all that it waits for. */
  readonly order: readonly number[];
}

/** What states a calendar: a project, or an item in it. */
interface CalendarHolder {
  readonly project: ProjectFacts;
  readonly item?: ItemFacts;
  /** Of an item, the index of the holder around it, whose calendar holds where its own is none. */
  readonly around?: number;
}

/** What the network says about nesting. */
export type Outline = Pick<Network, 'projects' | 'items' | 'projectOf' | 'parent' | 'behind'>;

/**
 * A dependency whose target is not among the items of `projects` is left out. `shared`: names that other projects of the
 * plan have as well.
 */
export function networkOf(projects: readonly ProjectFacts[], shared: ReadonlySet<string>): Network {
  const outline = outlineOf(projects);
  const { items } = outline;
  const gated: number[] = [];
  const gate = items.map((item, index) => (item.items.length === 0 ? index : items.length - 1 + gated.push(index)));
  const { links, linksFrom } = linksOf(outline);
  const { outward, outwardFrom } = byPredecessor(links, items.length);
  const sharingName = new Set(projects.flatMap(({ name }, index) => (shared.has(name.text) ? [index] : [])));
  const linked = { ...outline, sharingName, links, linksFrom, outward, outwardFrom };
  const finishGates = finishGatesOf(linked);
  const lengths = items.map(lengthOf);
  const unordered = { ...linked, ...calendarsOf(outline), gate, gated, finishGates, lengths };
  return { ...unordered, order: orderOf(unordered) };
}

/** What states a calendar, and of each item what states its own. */
export function calendarsOf(outline: Outline): Pick<Network, 'calendarOf' | 'calendars'> {
  const { projects, items, projectOf, parent } = outline;
  const calendars: CalendarHolder[] = projects.map((project) => ({ project }));
  if (items.every(({ calendar }) => calendar === undefined)) return { calendarOf: projectOf, calendars };
  const calendarOf: number[] = [];
  for (const [i, item] of items.entries()) {
    const summary = at(parent, i);
    const around = summary < 0 ? at(projectOf, i) : at(calendarOf, summary);
    const project = projects[at(projectOf, i)];
    const own = item.calendar !== undefined && project !== undefined;
    calendarOf.push(own ? calendars.push({ project, item, around }) - 1 : around);
  }
  return { calendarOf, calendars };
}

function outlineOf(projects: readonly ProjectFacts[]): Outline {
  const items: ItemFacts[] = [];
  const projectOf: number[] = [];
  const parent: number[] = [];
  const behind: number[] = [];
  const add = (children: readonly ItemFacts[], project: number, summary: number): void => {
    for (const item of children) {
      const index = items.length;
      items.push(item);
      projectOf.push(project);
      parent.push(summary);
      behind.push(index + 1);
      if (item.items.length === 0) continue;
      add(item.items, project, index);
      behind[index] = items.length;
    }
  };
  for (const [index, project] of projects.entries()) add(project.items, index, -1);
  return { projects, items, projectOf, parent, behind };
}

function linksOf(outline: Outline): { readonly links: readonly Link[]; readonly linksFrom: readonly number[] } {
  const targets = new ReferenceResolver(outline);
  const links: Link[] = [];
  const linksFrom = [0];
  for (let successor = 0; successor < outline.items.length; successor++) {
    for (const facts of outline.items[successor]?.after ?? []) {
      const predecessor = targets.find(facts.target, successor);
      if (predecessor !== undefined) links.push({ predecessor, successor, facts });
    }
    linksFrom.push(links.length);
  }
  return { links, linksFrom };
}

function byPredecessor(links: readonly Link[], items: number): { outward: number[]; outwardFrom: number[] } {
  const outwardFrom = filled(items + 1, 0);
  for (const { predecessor } of links) outwardFrom[predecessor + 1] = at(outwardFrom, predecessor + 1) + 1;
  for (let i = 0; i < items; i++) outwardFrom[i + 1] = at(outwardFrom, i + 1) + at(outwardFrom, i);
  const next = outwardFrom.slice();
  const outward = filled(links.length, 0);
  links.forEach(({ predecessor }, index) => {
    const place = at(next, predecessor);
    outward[place] = index;
    next[predecessor] = place + 1;
  });
  return { outward, outwardFrom };
}

/** An array of one number. */
export function filled(length: number, value: number): number[] {
  return new Array<number>(length).fill(value);
}

/** How long the work of an item takes. */
export function lengthAt({ lengths }: Pick<Network, 'lengths'>, item: number): WorkLength {
  return lengths[item] ?? POINT;
}

/** The entry of an array at an index that is known to be in it. */
export function at(array: readonly number[], index: number): number {
  return array[index] ?? Number.NaN;
}

export function isSummary(network: Pick<Network, 'behind'>, item: number): boolean {
  return at(network.behind, item) > item + 1;
}

type Nodes = Pick<Network, 'items' | 'gated' | 'finishGates'>;

/** How many nodes there are. */
export function nodesOf({ items, gated, finishGates }: Nodes): number {
  return items.length + gated.length + finishGates.summaries.length;
}

/** The index of a node among the finish gates; negative where it is none. */
export function finishGateOf({ items, gated }: Nodes, node: number): number {
  return node - items.length - gated.length;
}

/** The item that a node stands for. */
export function itemOfNode(network: Nodes, node: number): number {
  if (node < network.items.length) return node;
  const finishGate = finishGateOf(network, node);
  return finishGate < 0
    ? at(network.gated, node - network.items.length)
    : at(network.finishGates.summaries, finishGate);
}

/** The dependencies that hold an item: its own, then those of the summaries around it that reach it. */
export function linksTo(network: Network, item: number): readonly Link[] {
  const { links, linksFrom, parent, finishGates } = network;
  const found: Link[] = [];
  for (let holder = item; holder >= 0; holder = at(parent, holder)) {
    const gate = finishGates.of.get(holder);
    const finishHolds =
      holder === item ||
      isSummary(network, item) ||
      (gate !== undefined && finishGates.holding.get(item)?.includes(gate) === true);
    for (let l = at(linksFrom, holder); l < at(linksFrom, holder + 1); l++) {
      const link = links[l];
      if (link !== undefined && (finishHolds || holdsStart(link))) found.push(link);
    }
  }
  return found;
}

/** The node that a dependency leads to. */
export function nodeBehind(network: Omit<Network, 'order'>, link: Link): number {
  const { successor } = link;
  if (holdsStart(link) || !isSummary(network, successor)) return at(network.gate, successor);
  return network.items.length + network.gated.length + (network.finishGates.of.get(successor) ?? 0);
}

/** Calls `visit` for each child of a summary. */
export function forEachChild(network: Pick<Network, 'behind'>, summary: number, visit: (child: number) => void): void {
  const end = at(network.behind, summary);
  for (let child = summary + 1; child < end; child = at(network.behind, child)) visit(child);
}

/**
 * Calls `visit` for each node that waits for `node`, with the link that says so; −1 where a child waits for its summary's
 * gates or a roll-up for a child.
 */
export function forEachSuccessor(
  network: Omit<Network, 'order'>,
  node: number,
  visit: (successor: number, link: number) => void,
): void {
  if (node >= network.items.length) {
    const finishGate = finishGateOf(network, node);
    if (finishGate >= 0) for (const leaf of network.finishGates.leaves[finishGate] ?? []) visit(leaf, -1);
    else forEachChild(network, itemOfNode(network, node), (child) => visit(at(network.gate, child), -1));
    return;
  }
  const end = at(network.outwardFrom, node + 1);
  for (let i = at(network.outwardFrom, node); i < end; i++) {
    const index = at(network.outward, i);
    const link = network.links[index];
    if (link !== undefined) visit(nodeBehind(network, link), index);
  }
  const parent = at(network.parent, node);
  if (parent >= 0) visit(parent, -1);
}

/** Calls `visit` for each node that `node` waits for: `forEachSuccessor` the other way round. */
export function forEachPredecessor(network: Network, node: number, visit: (predecessor: number) => void): void {
  const { items, parent, gate, links, linksFrom, finishGates } = network;
  const item = itemOfNode(network, node);
  if (node < items.length && isSummary(network, item)) {
    forEachChild(network, item, visit);
    return;
  }
  const finishGate = finishGateOf(network, node);
  for (let l = at(linksFrom, item); l < at(linksFrom, item + 1); l++) {
    const link = links[l];
    if (link !== undefined && nodeBehind(network, link) === node) visit(link.predecessor);
  }
  const outer = at(parent, item);
  if (finishGate < 0 && outer >= 0) visit(at(gate, outer));
  if (node < items.length) {
    for (const holding of finishGates.holding.get(item) ?? []) visit(items.length + network.gated.length + holding);
  }
}

/** Kahn's algorithm: linear in nodes and edges. */
function orderOf(network: Omit<Network, 'order'>): readonly number[] {
  const nodes = nodesOf(network);
  const waitsFor = filled(nodes, 0);
  const count = (successor: number): void => {
    waitsFor[successor] = at(waitsFor, successor) + 1;
  };
  for (let node = 0; node < nodes; node++) forEachSuccessor(network, node, count);

  const order: number[] = [];
  for (let node = 0; node < nodes; node++) if (waitsFor[node] === 0) order.push(node);
  const release = (successor: number): void => {
    const left = at(waitsFor, successor) - 1;
    waitsFor[successor] = left;
    if (left === 0) order.push(successor);
  };
  for (let done = 0; done < order.length; done++) forEachSuccessor(network, at(order, done), release);
  return order;
}
