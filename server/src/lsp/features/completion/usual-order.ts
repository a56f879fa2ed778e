/**
 * In which order members are offered: as this file goes on behind the same member in other blocks of the kind, then as
 * plans are usually written, from the member before the cursor onwards.
 */
import type { Keyword } from '../../../../../grammar/keywords.js';
import type { BlockName } from '../../../../../grammar/members.js';
import { blockAround, keywordOfNode } from '../../../syntax/standing.js';
import { childrenOf, type PlanNode, placeOf } from '../../../syntax/tree.js';

const USUAL: Readonly<Partial<Record<BlockName | 'file', readonly Keyword[]>>> = {
  file: [
    'portfolio',
    'org',
    'person',
    'category',
    'area',
    'project',
    'meeting',
    'view',
    'policy',
    'batch',
    'calendar',
    'tag',
  ],
  portfolio: ['year', 'status-date', 'policy', 'meetings', 'reports', 'expect', 'currency', 'calendar', 'reviews'],
  org: ['head', 'in', 'alias', 'contact', 'review'],
  person: ['org', 'title', 'phone', 'email'],
  project: [
    'category',
    'stage',
    'leader',
    'unit',
    'owner',
    'level',
    'priority',
    'period',
    'scope',
    'investment',
    'milestone',
    'task',
    'report',
    'issue',
    'area',
    'support',
    'supervisor',
    'approval',
    'team',
    'scheme',
    'fund',
  ],
  investment: ['year', 'source', 'before'],
  year: ['Q1', 'Q2', 'Q3', 'Q4'],
  item: [
    'due',
    'done',
    'after',
    'duration',
    'started',
    'owner',
    'progress',
    'unit',
    'weight',
    'evidence',
    'revised',
    'task',
  ],
  issue: ['kind', 'cause', 'raised', 'due', 'owner', 'tried', 'proposal', 'resolved', 'unit'],
  meeting: ['date', 'chair', 'agenda', 'attend', 'decision', 'issue', 'place', 'level'],
  decision: ['unit', 'owner', 'due', 'done', 'about', 'feedback', 'support'],
  report: ['invested', 'progress', 'text', 'next', 'quality', 'safety', 'integrity', 'reporter'],
  review: ['date', 'reporter', 'text'],
  view: ['where', 'columns', 'sort', 'group', 'totals'],
  policy: ['require', 'warn', 'light', 'baseline', 'every', 'factor', 'escalate'],
  light: ['red', 'yellow'],
};

/** So many blocks of a kind tell how a file is written. */
const ENOUGH = 400;
/** So many declarations are looked through at most, around the cursor. */
const NEAR = 2_000;

/** The lower, the sooner it is offered. */
export function usualOrder(root: PlanNode, offset: number): (keyword: Keyword) => number {
  const block = blockAround(root, offset);
  const node = block?.node ?? root;
  const before = childrenOf(node).findLast(
    (child) => placeOf(child).end <= offset && keywordOfNode(child) !== undefined,
  );
  const previous = before && keywordOfNode(before);
  const habits = habitsOf(root, offset, node === root ? undefined : block?.kind, previous);
  const usual = USUAL[block?.name ?? 'file'] ?? [];
  const from = previous === undefined ? 0 : usual.indexOf(previous) + 1;
  return (keyword) => {
    const at = usual.indexOf(keyword);
    const onwards = at === -1 ? 200 : at >= from ? at - from : 100 + at;
    // What has been written behind this member at least twice is a habit.
    const habit = habits.get(keyword) ?? 0;
    return habit > 1 ? onwards / 1_000 - habit : 1 + onwards;
  };
}

function habitsOf(
  root: PlanNode,
  offset: number,
  kind: Keyword | undefined,
  previous: Keyword | undefined,
): ReadonlyMap<Keyword, number> {
  const counts = new Map<Keyword, number>();
  const count = (children: readonly PlanNode[]): void => {
    let last: Keyword | undefined;
    for (const child of children) {
      const keyword = keywordOfNode(child);
      if (keyword === undefined) continue;
      const { start, end } = placeOf(child);
      if (last === previous && !(start <= offset && offset <= end)) counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
      last = keyword;
    }
  };
  const declarations = childrenOf(root);
  if (kind === undefined) {
    count(declarations.slice(-NEAR));
    return counts;
  }
  const here = declarations.findIndex((declaration) => placeOf(declaration).end >= offset);
  const first = Math.max(0, (here === -1 ? declarations.length : here) - NEAR / 2);
  let seen = 0;
  const visit = (nodes: readonly PlanNode[]): void => {
    for (const node of nodes) {
      if (seen >= ENOUGH) return;
      const children = childrenOf(node);
      if (keywordOfNode(node) === kind) {
        seen++;
        count(children);
      }
      if (children.length > 0) visit(children);
    }
  };
  visit(declarations.slice(first, first + NEAR));
  return counts;
}
