/** Views and policies (language reference, 4). */
import type { Baseline, CountFact, LightFacts, PolicyFacts, RequireFacts, ViewFacts } from '../../model/facts.js';
import { toHalfWidth } from '../../model/half-width.js';
import * as ast from '../generated/ast.js';
import { Block } from './block.js';
import { type Docs, declared } from './declared.js';
import { lowerExpression } from './expressions.js';
import type { Reading } from './reading.js';
import { each, factsOf } from './shape.js';

const BASELINES: readonly Baseline[] = ['nodes', 'daily', 'half-monthly', 'monthly'];

export function lowerView(reading: Reading, docs: Docs, node: ast.View): ViewFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const base = declared(reading, docs, node, [name.text]);
  const block = new Block(reading, node.members, [], base.id);
  const fields = (key: 'group' | 'columns') =>
    each(block.one(key, ast.isFieldsMember)?.fields, (field) => reading.name(field));
  return factsOf<ViewFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind: 'view',
    stated: block.stated,
    where: lowerExpression(reading, block.one('where', ast.isWhereMember)?.condition),
    group: fields('group'),
    sort: each(block.one('sort', ast.isSortMember)?.keys, (key) => {
      const field = reading.name(key.field);
      return field && { field, descending: key.descending };
    }),
    columns: fields('columns'),
    totals: each(block.one('totals', ast.isTotalsMember)?.totals, (total) => lowerExpression(reading, total)),
  });
}

export function lowerPolicy(reading: Reading, docs: Docs, node: ast.Policy): PolicyFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const base = declared(reading, docs, node, [name.text]);
  const block = new Block(reading, node.members, [], base.id);
  const every = block.one('every', ast.isEveryMember);
  const rhythm = reading.keyword(every?.value);
  const escalate = block.one('escalate', ast.isEscalateMember);
  return factsOf<PolicyFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind: 'policy',
    stated: block.stated,
    every:
      every && (rhythm === 'week' || rhythm === 'month' || rhythm === 'quarter')
        ? { value: rhythm, at: reading.span(every) }
        : undefined,
    baseline: block.choice('baseline', BASELINES),
    factor: block.percent('factor', false),
    warn: block.duration('warn'),
    lights: each(block.all('light', ast.isLightMember), (light) => lowerLight(block, light)),
    escalate: count(reading, escalate, escalate?.count),
    maxRevisions: countMember(block, 'max-revisions'),
    maxLoad: countMember(block, 'max-load'),
    require: each(block.all('require', ast.isRequireMember), (require) =>
      factsOf<RequireFacts>({
        fields: each(require.fields, (field) => reading.name(field)),
        condition: lowerExpression(reading, require.condition),
        at: reading.span(require),
      }),
    ),
  });
}

function lowerLight(block: Block, node: ast.LightMember): LightFacts | undefined {
  const { reading } = block;
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const condition = (color: 'red' | 'yellow') => {
    const [first, ...more] = (node.rules ?? []).filter((rule) => reading.keyword(rule.color) === color);
    for (const again of more) if (first !== undefined) block.repeated(color, reading.span(again), first);
    return lowerExpression(reading, first?.condition);
  };
  return factsOf<LightFacts>({
    name,
    at: reading.span(node),
    red: condition('red'),
    yellow: condition('yellow'),
  });
}

function countMember(block: Block, key: 'max-revisions' | 'max-load'): CountFact | undefined {
  const member = block.one(key, ast.isCountMember);
  return count(block.reading, member, member?.value);
}

/** A whole number; the lexer also takes `12.5` and `1,200` for numbers. */
function count(
  reading: Reading,
  node: ast.CountMember | ast.EscalateMember | undefined,
  text: string | undefined,
): CountFact | undefined {
  if (node === undefined || text === undefined) return undefined;
  const { file, end } = reading.span(node);
  const at = { file, start: end - text.length, end };
  const digits = toHalfWidth(text).replaceAll(',', '');
  if (/^\d{1,9}$/.test(digits)) return { value: Number(digits), at };
  reading.report('syntax/unexpected', at, { problem: 'expected', found: text, expected: ['NUMBER'] });
  return undefined;
}
