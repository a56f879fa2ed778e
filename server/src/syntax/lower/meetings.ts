/** Meetings and inspections with their decisions (language reference, 2.5). */
import type { DecisionFacts, MeetingFacts } from '../../model/facts.js';
import * as ast from '../generated/ast.js';
import { Block } from './block.js';
import { type Docs, declared } from './declared.js';
import { lowerIssues } from './issues.js';
import { idOf, type Reading } from './reading.js';
import { each, factsOf } from './shape.js';

export function lowerMeeting(reading: Reading, docs: Docs, node: ast.Meeting): MeetingFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const path = [name.text];
  const base = declared(reading, docs, node, path);
  const block = new Block(reading, node.members, [], base.id);
  const kind = reading.keyword(node.keyword) === 'inspection' ? 'inspection' : 'meeting';
  const issues = block.all('issue', ast.isIssue);
  if (kind === 'meeting') {
    for (const issue of issues) {
      const at = reading.keywordSpan(issue, issue.keyword);
      reading.report('syntax/unexpected', at, {
        problem: 'expected',
        found: issue.keyword,
        expected: ['agenda', 'decision', '}'],
      });
    }
  }
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
    chair: block.ref('chair'),
    attend: block.refs('attend'),
    agenda: block.refs('agenda'),
    decisions: each(block.all('decision', ast.isDecision), (decision, index) =>
      lowerDecision(reading, decision, path, index),
    ),
    issues: kind === 'meeting' ? [] : lowerIssues(reading, docs, issues, path),
  });
}

function lowerDecision(
  reading: Reading,
  node: ast.Decision,
  meeting: readonly string[],
  index: number,
): DecisionFacts | undefined {
  const name = reading.name(node.name);
  const text = reading.string(node.text);
  const id = name === undefined ? `${idOf(meeting)}.#${index + 1}` : idOf([...meeting, name.text]);
  const block = new Block(reading, node.members, [], id);
  if (text === undefined) return undefined;
  return factsOf<DecisionFacts>({
    id,
    text,
    name,
    about: block.refs('about'),
    unit: block.ref('unit'),
    owner: block.ref('owner'),
    supervisor: block.ref('supervisor'),
    due: block.date('due'),
    done: block.day('done'),
    evidence: block.texts('evidence', true),
    feedback: block.datedEach('feedback'),
    stated: block.stated,
    at: reading.span(node),
    keywordAt: reading.keywordSpan(node, node.keyword),
  });
}
