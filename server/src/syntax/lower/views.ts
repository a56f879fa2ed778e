/** Views and policies (language reference, 4). */
import type {
  CountFact,
  LightFacts,
  PolicyFacts,
  RequireFacts,
  TitledExpression,
  ViewFacts,
} from '../../model/facts.js';
import { toHalfWidth } from '../../model/half-width.js';
import type * as ast from '../generated/tree.js';
import { Block } from './block.js';
import { factsOf, mapDefined } from './build-facts.js';
import { type Docs, declarationFacts } from './declaration.js';
import { lowerExpression, lowerMoment } from './expressions.js';
import type { ValueReader } from './value-reader.js';

export function lowerView(reader: ValueReader, docs: Docs, node: ast.View): ViewFacts | undefined {
  const name = reader.name(node.name);
  if (name === undefined) return undefined;
  const base = declarationFacts(reader, docs, node, [name.text]);
  const block = new Block(reader, 'view', { kind: 'view', scope: [], element: base.id }, node.members);
  const values = (key: 'columns' | 'totals') =>
    mapDefined(block.one(key, 'ValuesMember')?.values, (each) => {
      const value = lowerExpression(reader, each.value, true);
      return value && factsOf<TitledExpression>({ value, title: reader.string(each.title) });
    });
  const group = block.one('group', 'GroupMember');
  const rank = block.one('rank', 'RankMember');
  const rankValue = lowerExpression(reader, rank?.value, true);
  return factsOf<ViewFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind: 'view',
    stated: block.stated,
    where: lowerExpression(reader, block.one('where', 'WhereMember')?.condition),
    group: mapDefined(group?.fields, (field) => reader.name(field)),
    across: group?.across && reader.name(group.across),
    sort: mapDefined(block.one('sort', 'SortMember')?.keys, (key) => {
      const field = reader.name(key.field);
      return field && { field, descending: key.descending };
    }),
    columns: values('columns'),
    totals: values('totals'),
    withoutRows: block.one('rows', 'RowsMember') !== undefined,
    rank: rankValue && { value: rankValue, descending: rank?.descending === true },
    against: lowerMoment(reader, block.one('against', 'AgainstMember')?.day),
  });
}

/** Beside the lights themselves. */
const MEMBERS_TO_JUDGE_BY = ['every', 'baseline', 'factor', 'escalate'] as const;

export function lowerPolicy(reader: ValueReader, docs: Docs, node: ast.Policy): PolicyFacts | undefined {
  const name = reader.name(node.name);
  if (name === undefined) return undefined;
  const base = declarationFacts(reader, docs, node, [name.text]);
  const block = new Block(reader, 'policy', { kind: 'policy', scope: [], element: base.id }, node.members);
  const everyAt = block.one('every', 'EveryMember');
  const rhythm = reader.keyword(everyAt?.value);
  const every =
    everyAt && (rhythm === 'week' || rhythm === 'month' || rhythm === 'quarter')
      ? { value: rhythm, at: reader.span(everyAt) }
      : undefined;
  const baseline = block.choice('baseline', 'baseline');
  const factor = block.percent('factor', false);
  const escalateAt = block.one('escalate', 'EscalateMember');
  const escalate = count(reader, escalateAt, escalateAt?.count);
  const lights = mapDefined(block.all('light', 'Light'), (light) => lowerLight(block, light));
  const judging = { every, baseline, factor, escalate };
  const isRead =
    !reader.losesTextIn(base.at) &&
    lights.length === block.all('light', 'Light').length &&
    MEMBERS_TO_JUDGE_BY.every((member) => judging[member] !== undefined || !block.stated.has(member));
  return factsOf<PolicyFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind: 'policy',
    stated: block.stated,
    every,
    baseline,
    factor,
    warn: block.duration('warn'),
    lights,
    escalate,
    maxRevisions: countMember(block, 'max-revisions'),
    maxLoad: countMember(block, 'max-load'),
    require: mapDefined(block.all('require', 'RequireMember'), (require) =>
      factsOf<RequireFacts>({
        fields: mapDefined(require.fields, (field) => reader.name(field)),
        condition: lowerExpression(reader, require.condition),
        at: reader.span(require),
      }),
    ),
    partlyRead: isRead ? undefined : true,
  });
}

function lowerLight(block: Block<'policy'>, node: ast.Light): LightFacts | undefined {
  const { reader } = block;
  const name = reader.name(node.name);
  if (name === undefined) return undefined;
  const condition = (color: 'red' | 'yellow') => {
    const [first, ...more] = node.members.filter((rule) => reader.keyword(rule.key) === color);
    for (const again of more) if (first !== undefined) block.repeated(color, reader.span(again), first);
    return lowerExpression(reader, first?.condition);
  };
  return factsOf<LightFacts>({
    name,
    at: reader.span(node),
    red: condition('red'),
    yellow: condition('yellow'),
  });
}

function countMember(block: Block<'policy'>, key: 'max-revisions' | 'max-load'): CountFact | undefined {
  const member = block.one(key, 'CountMember');
  return count(block.reader, member, member?.value);
}

/** A whole number; the lexer also takes `12.5` and `1,200` for numbers. */
function count(
  reader: ValueReader,
  node: ast.CountMember | ast.EscalateMember | undefined,
  text: string | undefined,
): CountFact | undefined {
  if (node === undefined || text === undefined) return undefined;
  const { file, end } = reader.span(node);
  const at = { file, start: end - text.length, end };
  const digits = toHalfWidth(text).replaceAll(',', '');
  if (/^\d{1,9}$/.test(digits)) return { value: Number(digits), at };
  reader.report('syntax/unexpected', at, { problem: 'expected', found: text, expected: ['NUMBER'] });
  return undefined;
}
