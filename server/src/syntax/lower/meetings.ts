/** Meetings and inspections with their decisions (language reference, 2.5). */
import type { DecisionFacts, MeetingFacts } from '../../model/facts.js';
import type * as ast from '../generated/tree.js';
import { Block } from './block.js';
import { factsOf, mapDefined } from './build-facts.js';
import { type Docs, declarationFacts } from './declaration.js';
import { lowerIssues } from './issues.js';
import { lowerRevisions } from './revisions.js';
import { idOf, type ValueReader } from './value-reader.js';

export function lowerMeeting(reader: ValueReader, docs: Docs, node: ast.Meeting): MeetingFacts | undefined {
  const name = reader.name(node.name);
  if (name === undefined) return undefined;
  const path = [name.text];
  const base = declarationFacts(reader, docs, node, path);
  const kind = reader.keyword(node.key) === 'inspection' ? 'inspection' : 'meeting';
  const block = new Block(reader, 'meeting', { kind, scope: [], element: base.id }, node.members);
  return factsOf<MeetingFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind,
    stated: block.stated,
    date: block.day('date'),
    level: block.choice('level', 'level'),
    place: block.text('place'),
    chair: block.ref('chair'),
    attend: block.refs('attend'),
    absent: block.refs('absent'),
    recorder: block.ref('recorder'),
    text: block.text('text'),
    agenda: block.refs('agenda'),
    decisions: mapDefined(block.all('decision', 'Decision'), (decision, index) =>
      lowerDecision(reader, decision, path, index),
    ),
    issues: lowerIssues(reader, docs, block.all('issue', 'Issue'), path),
  });
}

function lowerDecision(
  reader: ValueReader,
  node: ast.Decision,
  meeting: readonly string[],
  index: number,
): DecisionFacts | undefined {
  const name = reader.name(node.name);
  const text = reader.string(node.text);
  const id = name === undefined ? `${idOf(meeting)}.#${index + 1}` : idOf([...meeting, name.text]);
  const block = new Block(reader, 'decision', { kind: 'decision', scope: [], element: id }, node.members);
  if (text === undefined) return undefined;
  return factsOf<DecisionFacts>({
    id,
    text,
    name,
    about: block.refs('about'),
    unit: block.ref('unit'),
    owner: block.ref('owner'),
    support: block.refs('support'),
    supervisor: block.ref('supervisor'),
    number: block.text('number'),
    due: block.date('due'),
    revised: lowerRevisions(block),
    done: block.day('done'),
    evidence: block.textsEach('evidence'),
    feedback: block.datedEach('feedback'),
    stated: block.stated,
    at: reader.span(node),
    keywordAt: reader.keywordSpan(node, node.key),
  });
}
