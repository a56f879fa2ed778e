/** Problems, of a project or found by an inspection (language reference, 2.5). */
import type { EscalationLevel, IssueFacts, IssueKind } from '../../model/facts.js';
import type * as ast from '../generated/ast.js';
import { Block, defined, optional } from './block.js';
import { type Docs, declared } from './declared.js';
import type { Reading } from './reading.js';

const KINDS: readonly IssueKind[] = [
  'land',
  'demolition',
  'funding',
  'approval',
  'utilities',
  'contract',
  'design',
  'safety',
  'other',
];
const LEVELS: readonly EscalationLevel[] = ['project', 'county', 'city', 'province'];

export function lowerIssues(
  reading: Reading,
  docs: Docs,
  nodes: readonly ast.Issue[],
  scope: readonly string[],
): readonly IssueFacts[] {
  return defined(nodes.map((node) => lowerIssue(reading, docs, node, scope)));
}

function lowerIssue(reading: Reading, docs: Docs, node: ast.Issue, scope: readonly string[]): IssueFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const base = declared(reading, docs, node, name, [...scope, name.text]);
  // What it blocks are items of the project, so references start there and not in the issue.
  const block = new Block(reading, node.members, scope, base.id);
  return {
    ...base,
    kind: 'issue',
    stated: block.stated,
    ...optional('type', block.choice('kind', KINDS)),
    evidence: block.texts('evidence'),
    ...optional('cause', block.text('cause')),
    ...optional('proposal', block.text('proposal')),
    ...optional('raised', block.day('raised')),
    ...optional('due', block.date('due')),
    ...optional('resolved', block.day('resolved')),
    ...optional('owner', block.ref('owner')),
    ...optional('unit', block.ref('unit')),
    ...optional('leader', block.ref('leader')),
    ...optional('escalated', block.choice('escalated', LEVELS)),
    blocks: block.refs('blocks'),
    tried: block.datedEach('tried'),
  };
}
