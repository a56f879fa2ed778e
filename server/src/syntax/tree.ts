/**
 * The syntax tree: nodes with their place in the text, as the types generated from the grammar describe them. A node has
 * no way to the one around it; whoever needs one goes down from the root.
 */
import type { NodeTypes } from './generated/tree.js';

/** Where a node stands: from its first token to the end of its last, tokens that are not in the text left out. */
export interface Place {
  readonly $start: number;
  readonly $end: number;
}

export type NodeType = keyof NodeTypes;
export type PlanNode = NodeTypes[NodeType];

/** Whether a node is of a type, which narrows it. */
export function isA<T extends NodeType>(node: PlanNode | undefined, type: T): node is NodeTypes[T] {
  return node?.$type === type;
}

export function placeOf({ $start, $end }: Place): { readonly start: number; readonly end: number } {
  return { start: $start, end: $end };
}

const isNode = (value: unknown): value is PlanNode => typeof value === 'object' && value !== null && '$type' in value;

/** The nodes that a node holds, in the order in which its properties stand in the grammar. */
export function childrenOf(node: PlanNode): readonly PlanNode[] {
  const children: PlanNode[] = [];
  const values: readonly unknown[] = Object.values(node);
  for (const value of values) {
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  }
  return children;
}

/** All nodes below the root, each before those that it holds. */
export function* nodesIn(root: PlanNode): Generator<PlanNode> {
  for (const child of childrenOf(root)) {
    yield child;
    yield* nodesIn(child);
  }
}
