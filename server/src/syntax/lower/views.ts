/** Views and policies (language reference, 4). */
import type { Baseline, CountFact, LightFacts, PolicyFacts, ViewFacts } from '../../model/facts.js';
import { toHalfWidth } from '../../model/half-width.js';
import * as ast from '../generated/ast.js';
import { Block, defined, optional } from './block.js';
import { type Docs, declared } from './declared.js';
import { lowerExpression } from './expressions.js';
import type { Reading } from './reading.js';

const BASELINES: readonly Baseline[] = ['nodes', 'daily', 'half-monthly', 'monthly'];

export function lowerView(reading: Reading, docs: Docs, node: ast.View): ViewFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const base = declared(reading, docs, node, name, [name.text]);
  const block = new Block(reading, node.members, [], base.id);
  const fields = (key: 'group' | 'columns') =>
    defined((block.one(key, ast.isFieldsMember)?.fields ?? []).map((field) => reading.name(field)));
  const sort = (block.one('sort', ast.isSortMember)?.keys ?? []).map((key) => {
    const field = reading.name(key.field);
    return field && { field, descending: key.descending };
  });
  return {
    ...base,
    kind: 'view',
    stated: block.stated,
    ...optional('where', lowerExpression(reading, block.one('where', ast.isWhereMember)?.condition)),
    group: fields('group'),
    sort: defined(sort),
    columns: fields('columns'),
    totals: defined(
      (block.one('totals', ast.isTotalsMember)?.totals ?? []).map((total) => lowerExpression(reading, total)),
    ),
  };
}

export function lowerPolicy(reading: Reading, docs: Docs, node: ast.Policy): PolicyFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const base = declared(reading, docs, node, name, [name.text]);
  const block = new Block(reading, node.members, [], base.id);
  const every = block.one('every', ast.isEveryMember);
  const rhythm = reading.keyword(every?.value);
  const escalate = block.one('escalate', ast.isEscalateMember);
  return {
    ...base,
    kind: 'policy',
    stated: block.stated,
    ...optional(
      'every',
      every && (rhythm === 'week' || rhythm === 'month' || rhythm === 'quarter')
        ? { value: rhythm, at: reading.span(every) }
        : undefined,
    ),
    ...optional('baseline', block.choice('baseline', BASELINES)),
    ...optional('factor', block.percent('factor', false)),
    ...optional('warn', block.duration('warn')),
    lights: defined(block.all('light', ast.isLightMember).map((light) => lowerLight(block, light))),
    ...optional('escalate', count(reading, escalate, escalate?.count)),
    ...optional('maxRevisions', countMember(block, 'max-revisions')),
    ...optional('maxLoad', countMember(block, 'max-load')),
    require: block.all('require', ast.isRequireMember).map((require) => ({
      fields: defined((require.fields ?? []).map((field) => reading.name(field))),
      at: reading.span(require),
      ...optional('condition', lowerExpression(reading, require.condition)),
    })),
  };
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
  return {
    name,
    at: reading.span(node),
    ...optional('red', condition('red')),
    ...optional('yellow', condition('yellow')),
  };
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
