/** Nodes as the parser makes them; all nodes of a type have one shape. */
import { NODE_MAKERS } from '../generated/rules.js';
import type { Assignment, NodeMaker, TreeNode } from '../grammar/rules.js';

/** Lists that hold nothing are one list. */
const NOTHING: readonly unknown[] = Object.freeze([]);

const makers: ReadonlyMap<string, NodeMaker> = new Map(Object.entries(NODE_MAKERS));

export function newNode(type: string, start: number): TreeNode {
  const make = makers.get(type);
  if (make === undefined) throw new Error(`no node ${type}`);
  return make(start, NOTHING);
}

export function assign(node: TreeNode, { operator, property }: Assignment, value: unknown): void {
  if (operator === '=') node[property] = value;
  else if (operator === '?=') node[property] = true;
  else {
    const list = node[property];
    if (Array.isArray(list) && list !== NOTHING) list.push(value);
    else node[property] = [value];
  }
}
