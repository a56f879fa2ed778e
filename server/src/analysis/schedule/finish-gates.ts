/**
 * Which leaves the FF and SF of a summary hold: those inside it that nothing inside it comes after (semantics §2). Free
 * where no summary has such a dependency.
 */
import { at, holdsStart, isSummary, type Network } from './network.js';

export interface FinishGates {
  /** By finish gate, its summary. */
  readonly summaries: readonly number[];
  /** By finish gate, the leaves that it holds. */
  readonly leaves: readonly (readonly number[])[];
  /** The finish gate of a summary. */
  readonly of: ReadonlyMap<number, number>;
  /** The finish gates that hold a leaf. */
  readonly holding: ReadonlyMap<number, readonly number[]>;
}

const NONE: FinishGates = { summaries: [], leaves: [], of: new Map(), holding: new Map() };

type Linked = Omit<Network, 'order' | 'gate' | 'gated' | 'finishGates' | 'lengths' | 'calendarOf' | 'calendars'>;

export function finishGatesOf(network: Linked): FinishGates {
  const summaries = new Set<number>();
  for (const link of network.links) {
    if (!holdsStart(link) && isSummary(network, link.successor)) summaries.add(link.successor);
  }
  if (summaries.size === 0) return NONE;

  const depth: number[] = [];
  for (let i = 0; i < network.items.length; i++) {
    const parent = at(network.parent, i);
    depth.push(parent < 0 ? 0 : at(depth, parent) + 1);
  }
  // The depth of the innermost summary inside which something comes after an item, or after what it is a part of.
  const followed: number[] = [];
  for (let i = 0; i < network.items.length; i++) {
    const parent = at(network.parent, i);
    let innermost = parent < 0 ? -1 : at(followed, parent);
    for (let o = at(network.outwardFrom, i); o < at(network.outwardFrom, i + 1); o++) {
      const link = network.links[at(network.outward, o)];
      if (link !== undefined) innermost = Math.max(innermost, depthAround(network, depth, i, link.successor));
    }
    followed.push(innermost);
  }

  const gates = { summaries: [...summaries].sort((x, y) => x - y), leaves: [] as number[][] };
  const of = new Map(gates.summaries.map((summary, gate) => [summary, gate]));
  const holding = new Map<number, number[]>();
  for (const [gate, summary] of gates.summaries.entries()) {
    const leaves: number[] = [];
    for (let item = summary + 1; item < at(network.behind, summary); item++) {
      if (isSummary(network, item) || at(followed, item) >= at(depth, summary)) continue;
      leaves.push(item);
      const others = holding.get(item);
      if (others === undefined) holding.set(item, [gate]);
      else others.push(gate);
    }
    gates.leaves.push(leaves);
  }
  return { ...gates, of, holding };
}

/** The depth of the innermost summary that holds both items; −1 where none does. */
function depthAround({ parent, behind }: Linked, depth: readonly number[], item: number, other: number): number {
  for (let summary = at(parent, item); summary >= 0; summary = at(parent, summary)) {
    if (other > summary && other < at(behind, summary)) return at(depth, summary);
  }
  return -1;
}
