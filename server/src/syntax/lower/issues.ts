/** Problems, of a project or found by an inspection (language reference, 2.5). */
import type { IssueFacts } from '../../model/facts.js';
import type * as ast from '../generated/tree.js';
import { Block } from './block.js';
import { factsOf, mapDefined } from './build-facts.js';
import { type Docs, declarationFacts } from './declaration.js';
import { lowerOwnValues } from './own-fields.js';
import { lowerRevisions } from './revisions.js';
import type { ValueReader } from './value-reader.js';

export function lowerIssues(
  reader: ValueReader,
  docs: Docs,
  nodes: readonly ast.Issue[],
  scope: readonly string[],
): readonly IssueFacts[] {
  return mapDefined(nodes, (node) => lowerIssue(reader, docs, node, scope));
}

function lowerIssue(
  reader: ValueReader,
  docs: Docs,
  node: ast.Issue,
  scope: readonly string[],
): IssueFacts | undefined {
  const name = reader.name(node.name);
  if (name === undefined) return undefined;
  const base = declarationFacts(reader, docs, node, [...scope, name.text]);
  // What it blocks are items of the project, so references start there and not in the issue.
  const block = new Block(reader, 'issue', { kind: 'issue', scope, element: base.id }, node.members);
  return factsOf<IssueFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind: 'issue',
    stated: block.stated,
    type: block.choice('kind', 'difficulty'),
    evidence: block.texts('evidence'),
    cause: block.text('cause'),
    proposal: block.text('proposal'),
    raised: block.day('raised'),
    due: block.date('due'),
    resolved: block.day('resolved'),
    owner: block.ref('owner'),
    unit: block.ref('unit'),
    leader: block.ref('leader'),
    support: block.refs('support'),
    revised: lowerRevisions(block),
    about: block.refs('about'),
    escalated: block.choice('escalated', 'escalation'),
    blocks: block.refs('blocks'),
    tried: block.datedEach('tried'),
    fields: lowerOwnValues(block),
  });
}
