/** Items that wait for each other. */
import type { DependencyFacts } from '../../model/facts.js';
import { forEachSuccessor, itemOfNode, type Network, nodesOf } from './network.js';

/** One step of a cycle: `item` waits for the next step's item, the last one for the first. */
export interface CycleStep {
  readonly item: number;
  /** What states it; absent where a summary waits for its child or a child for what its summary waits for. */
  readonly dependency?: DependencyFacts;
}

interface Edge {
  readonly to: number;
  readonly link: number;
}

/** Steps that the search for a shortest cycle may take in one knot, so that dense ones do not cost a quadratic time. */
const SEARCH_BUDGET = 200_000;

/**
 * One cycle for each knot (strongly connected component) of the network, in the order of the text: as short a one as
 * there is, in knots of usual size; in very large ones the shortest through the items that were tried. It begins with
 * the item that stands first. Linear in nodes and edges behind cycles, and free where there is no cycle.
 */
export function cyclesOf(network: Network): readonly (readonly CycleStep[])[] {
  const nodes = nodesOf(network);
  if (network.order.length === nodes) return [];
  const known = new Uint8Array(nodes);
  for (const node of network.order) known[node] = 1;
  const edges: (readonly Edge[])[] = [];
  for (let node = 0; node < nodes; node++) {
    const out: Edge[] = [];
    if (known[node] === 0) {
      forEachSuccessor(network, node, (to, link) => {
        if (known[to] === 0) out.push({ to, link });
      });
    }
    edges.push(out);
  }
  return knots(edges, known)
    .map((knot) => stepsOf(network, shortestCycle(edges, knot)))
    .sort((x, y) => (x[0]?.item ?? 0) - (y[0]?.item ?? 0));
}

/** Tarjan's strongly connected components that hold a cycle, by a stack of its own: a chain may be as long as a plan. */
function knots(edges: readonly (readonly Edge[])[], known: Uint8Array): readonly (readonly number[])[] {
  const found: number[][] = [];
  const number = new Int32Array(edges.length).fill(-1);
  const low = new Int32Array(edges.length);
  const onStack = new Uint8Array(edges.length);
  const stack: number[] = [];
  let next = 0;
  for (let root = 0; root < edges.length; root++) {
    if (known[root] === 1 || number[root] !== -1) continue;
    const path: { readonly node: number; edge: number }[] = [];
    const enter = (node: number): void => {
      number[node] = next;
      low[node] = next++;
      stack.push(node);
      onStack[node] = 1;
      path.push({ node, edge: 0 });
    };
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node } = top;
      const edge = edges[node]?.[top.edge++];
      if (edge !== undefined) {
        if (number[edge.to] === -1) enter(edge.to);
        else if (onStack[edge.to] === 1) low[node] = Math.min(low[node] ?? 0, number[edge.to] ?? 0);
        continue;
      }
      path.pop();
      const below = path.at(-1)?.node;
      if (below !== undefined) low[below] = Math.min(low[below] ?? 0, low[node] ?? 0);
      if (low[node] !== number[node]) continue;
      const knot = stack.splice(stack.lastIndexOf(node));
      for (const member of knot) onStack[member] = 0;
      const loops = edges[node]?.some(({ to }) => to === node) ?? false;
      if (knot.length > 1 || loops) found.push(knot.sort((x, y) => x - y));
    }
  }
  return found;
}

interface Arc {
  readonly from: number;
  readonly link: number;
}

/** Breadth first from one node after the other: nodes and, with each, the link to the next one. */
function shortestCycle(edges: readonly (readonly Edge[])[], knot: readonly number[]): readonly Arc[] {
  const members = new Set(knot);
  let shortest: readonly Arc[] | undefined;
  let budget = SEARCH_BUDGET;
  for (const start of knot) {
    if (budget <= 0) break;
    const came = new Map<number, Arc>();
    const queue = [start];
    for (let head = 0; head < queue.length && !came.has(start); head++) {
      const from = queue[head] ?? start;
      for (const { to, link } of edges[from] ?? []) {
        budget--;
        if (!members.has(to) || came.has(to)) continue;
        came.set(to, { from, link });
        queue.push(to);
      }
    }
    const cycle: Arc[] = [];
    let arc = came.get(start);
    while (arc !== undefined) {
      cycle.push(arc);
      arc = arc.from === start ? undefined : came.get(arc.from);
    }
    if (shortest === undefined || cycle.length < shortest.length) shortest = cycle.reverse();
  }
  return shortest ?? [];
}

/** From arcs in the order of time to steps in the order of waiting. */
function stepsOf(network: Network, arcs: readonly Arc[]): readonly CycleStep[] {
  const waits = [...arcs].reverse().map(({ link }, k, reversed) => ({
    // The arc before it in waiting order ends where this one's waiting node is: arcs run from what is waited for.
    node: (k === 0 ? reversed.at(-1) : reversed[k - 1])?.from ?? 0,
    link,
  }));
  const steps = withoutDetours(network, waits).map(({ node, link }): CycleStep => {
    const dependency = network.links[link]?.facts;
    return { item: itemOfNode(network, node), ...(dependency === undefined ? {} : { dependency }) };
  });
  const first = steps.reduce((best, step, k) => (step.item < (steps[best]?.item ?? 0) ? k : best), 0);
  return [...steps.slice(first), ...steps.slice(0, first)];
}

interface Wait {
  readonly node: number;
  readonly link: number;
}

/** A summary that is met as roll-up and as gate waits through its own children: what lies between says nothing. */
function withoutDetours(network: Network, waits: readonly Wait[]): readonly Wait[] {
  const count = network.items.length;
  for (const [q, { node }] of waits.entries()) {
    const rollUp = node < count ? -1 : itemOfNode(network, node);
    const p = rollUp < 0 ? -1 : waits.findIndex((wait) => wait.node === rollUp);
    if (p < 0) continue;
    const fromGate = [...waits.slice(q), ...waits.slice(0, q)];
    return withoutDetours(
      network,
      fromGate.slice(
        0,
        fromGate.findIndex((wait) => wait.node === rollUp),
      ),
    );
  }
  return waits;
}
