/**
 * Nodes of the syntax tree: as Langium's generated types describe them, with the place in the text instead of a
 * concrete syntax tree. A node is made from the template of its type, so that all nodes of a type have one shape.
 */
import type { AstNode } from 'langium';
import { reflection } from '../generated/ast.js';

/** Where a node stands: from its first token to the end of its last, tokens that are not in the text left out. */
export interface Place {
  readonly $start: number;
  readonly $end: number;
}

export interface TreeNode {
  $type: string;
  $start: number;
  $end: number;
  [property: string]: unknown;
}

/** Lists that hold nothing are one list. */
const NOTHING: readonly unknown[] = Object.freeze([]);

const templates = new Map<string, TreeNode>();

function templateOf(type: string): TreeNode {
  const known = templates.get(type);
  if (known !== undefined) return known;
  const template: TreeNode = { $type: type, $start: 0, $end: 0 };
  for (const { name, defaultValue } of Object.values(reflection.getTypeMetaData(type).properties)) {
    template[name] = Array.isArray(defaultValue) ? NOTHING : defaultValue;
  }
  templates.set(type, template);
  return template;
}

export function newNode(type: string, start: number): TreeNode {
  const node = { ...templateOf(type) };
  node.$start = start;
  return node;
}

export type AssignmentOperator = '=' | '?=' | '+=';

export function assign(node: TreeNode, operator: AssignmentOperator, property: string, value: unknown): void {
  if (operator === '=') node[property] = value;
  else if (operator === '?=') node[property] = true;
  else {
    const list = node[property];
    if (Array.isArray(list) && list !== NOTHING) list.push(value);
    else node[property] = [value];
  }
}

/** The place of a node; of one that the parser has not made, the start of the text. */
export function placeOf(node: AstNode & Partial<Place>): { readonly start: number; readonly end: number } {
  return { start: node.$start ?? 0, end: node.$end ?? 0 };
}
