/** As what a keyword stands where it is: the beginning of a declaration, a member of a block, or a word in a statement. */
import { type Keyword, keywordOf } from '../../../grammar/keywords.js';
import type { Standing } from '../../../grammar/meanings.js';
import { BLOCK_NAMES, BLOCKS, type BlockName } from '../../../grammar/members.js';
import { toHalfWidth } from '../model/half-width.js';
import type { FollowToken } from './follow-automaton.js';
import { childrenOf, type PlanNode, placeOf } from './tree.js';

const BY_RULE: ReadonlyMap<string, BlockName> = new Map(BLOCK_NAMES.map((name) => [BLOCKS[name].rule, name]));

/** The table of the block that a rule of the grammar reads. */
function blockOfRule(rule: string): BlockName | undefined {
  return BY_RULE.get(rule);
}

/** As what a word stands that can follow at a place. */
export function standingOf({ token, path, member: [first] }: FollowToken): Standing {
  const member = keywordOf(first ?? token);
  if (member === undefined) return { as: 'word' };
  const blocks = path.flatMap((step) => blockOfRule(step.slice(0, step.indexOf('.'))) ?? []);
  const last = blocks.at(-1);
  // A block whose own keyword this is has not begun yet.
  const of = last !== undefined && BLOCKS[last].kinds[member] !== undefined ? blocks.at(-2) : last;
  if (first === undefined) return of === undefined ? { as: 'declaration' } : { as: 'member', of };
  return of === undefined ? { as: 'word' } : { as: 'word', behind: { member, of } };
}

/** A statement that is open around a place, and the keyword that it begins with. */
interface Around {
  readonly node: PlanNode;
  readonly keyword: Keyword;
}

/** A block around a place. */
export interface BlockAround {
  readonly name: BlockName;
  /** The keyword that begins it. */
  readonly kind: Keyword;
  readonly node: PlanNode;
}

/** The innermost block that `offset` is inside of. */
export function blockAround(root: PlanNode, offset: number): BlockAround | undefined {
  for (const { node, keyword } of statementsAround(root, offset).reverse()) {
    const name = blockOfRule(node.$type);
    if (name !== undefined && placeOf(node).start < offset) return { name, kind: keyword, node };
  }
  return undefined;
}

/** As what the keyword at `start` stands, which is used as no name. */
export function standingAt(root: PlanNode, start: number): Standing {
  const around = statementsAround(root, start + 1);
  const innermost = around.at(-1);
  if (innermost === undefined) return { as: 'word' };
  const outer = around.at(-2);
  const of = outer && blockOfRule(outer.node.$type);
  if (placeOf(innermost.node).start !== start) {
    return of === undefined ? { as: 'word' } : { as: 'word', behind: { member: innermost.keyword, of } };
  }
  return of === undefined ? { as: 'declaration' } : { as: 'member', of };
}

/** The statements that `offset` is inside of, the outermost first. */
function statementsAround(root: PlanNode, offset: number): Around[] {
  const around: Around[] = [];
  let inner: PlanNode | undefined = root;
  while (inner !== undefined) {
    const keyword = keywordOfNode(inner);
    if (keyword !== undefined) around.push({ node: inner, keyword });
    inner = childrenOf(inner).find((node) => {
      const { start, end } = placeOf(node);
      return start < offset && offset < end;
    });
  }
  return around;
}

/** The keyword that a statement begins with. */
export function keywordOfNode(node: PlanNode): Keyword | undefined {
  const key = 'key' in node ? node.key : undefined;
  return key === undefined ? undefined : (keywordOf(key) ?? keywordOf(toHalfWidth(key)));
}
