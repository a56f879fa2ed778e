/** Milestones, tasks and approvals (language reference, 2.4). */
import type { DependencyFacts, DependencyType, ItemFacts, ItemKind, RevisionFacts } from '../../model/facts.js';
import { toHalfWidth } from '../../model/half-width.js';
import * as ast from '../generated/ast.js';
import { Block, defined, optional } from './block.js';
import { type Docs, declared } from './declared.js';
import type { Reading } from './reading.js';

export function lowerItem(
  reading: Reading,
  docs: Docs,
  node: ast.Item,
  scope: readonly string[],
): ItemFacts | undefined {
  const name = reading.name(node.name);
  const kind = itemKind(reading.keyword(node.keyword));
  if (name === undefined || kind === undefined) return undefined;
  const path = [...scope, name.text];
  const base = declared(reading, docs, node, name, path);
  const block = new Block(reading, node.members, path, base.id);
  const [due, done] = [block.date('due'), block.day('done')];
  return {
    ...base,
    kind,
    stated: block.stated,
    ...block.accountability(),
    ...optional('due', due),
    ...optional('done', done),
    after: block
      .all('after', ast.isAfterMember)
      .flatMap(({ links }) => defined((links ?? []).map((link) => dependency(reading, link, path.slice(0, -1))))),
    ...optional('start', block.date('start')),
    ...optional('finish', block.date('finish')),
    ...optional('duration', block.duration('duration')),
    ...optional('started', block.day('started')),
    ...optional('progress', block.percent('progress', true)),
    ...optional('remaining', block.duration('remaining')),
    ...optional('weight', block.percent('weight', true)),
    ...optional('authority', block.ref('authority')),
    evidence: block.texts('evidence', true),
    revised: defined(block.all('revised', ast.isRevised).map((revised) => revision(reading, revised, path))),
    notes: block.textEach('note'),
    items: lowerItems(reading, docs, node.members, path),
  };
}

/** Every item among `members`; those of one name are told apart by the name rules, not here. */
export function lowerItems(
  reading: Reading,
  docs: Docs,
  members: readonly unknown[] | undefined,
  scope: readonly string[],
): readonly ItemFacts[] {
  return defined((members ?? []).filter(ast.isItem).map((item) => lowerItem(reading, docs, item, scope)));
}

function itemKind(word: string | undefined): ItemKind | undefined {
  return word === 'milestone' || word === 'task' || word === 'approval' ? word : undefined;
}

/** A predecessor is looked up beside the item that waits for it, so `scope` is the item's container. */
function dependency(reading: Reading, node: ast.Dependency, scope: readonly string[]): DependencyFacts | undefined {
  const target = reading.ref(node.target, ['item'], scope);
  if (target === undefined) return undefined;
  const duration = reading.duration(node.lag);
  const sign = toHalfWidth(node.sign ?? '+') === '-' ? -1 : 1;
  return {
    target,
    type: dependencyType(reading.keyword(node.type)),
    at: reading.span(node),
    ...optional('lag', duration && ({ sign, duration: duration.value, at: duration.at } as const)),
  };
}

function dependencyType(word: string | undefined): DependencyType {
  return word === 'SS' || word === 'FF' || word === 'SF' ? word : 'FS';
}

function revision(reading: Reading, node: ast.Revised, scope: readonly string[]): RevisionFacts | undefined {
  const day = reading.day(node.value);
  if (day === undefined) return undefined;
  return {
    day: day.day,
    at: reading.span(node),
    ...optional('from', reading.date(node.from)),
    ...optional('by', reading.ref(node.by, ['person'], scope)),
    ...optional('why', reading.string(node.text)),
  };
}
