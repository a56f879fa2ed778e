/** Nodes as the parser makes them, each from the template of its type, so that all nodes of a type have one shape. */
import { NODE_SHAPES } from '../generated/rules.js';
import type { Assignment } from '../grammar/rules.js';

export interface TreeNode {
  $type: string;
  $start: number;
  $end: number;
  [property: string]: unknown;
}

/** Lists that hold nothing are one list. */
const NOTHING: readonly unknown[] = Object.freeze([]);
const EMPTY = { one: undefined, list: NOTHING, flag: false } as const;

const templates: ReadonlyMap<string, TreeNode> = new Map(
  Object.entries(NODE_SHAPES).map(([type, shape]) => {
    const template: TreeNode = { $type: type, $start: 0, $end: 0 };
    for (const [name, holds] of Object.entries(shape)) template[name] = EMPTY[holds];
    return [type, template];
  }),
);

export function newNode(type: string, start: number): TreeNode {
  const template = templates.get(type);
  if (template === undefined) throw new Error(`no node ${type}`);
  const node = { ...template };
  node.$start = start;
  return node;
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
