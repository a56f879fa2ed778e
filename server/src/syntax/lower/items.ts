/** Milestones, tasks and approvals (language reference, 2.4). */
import type { Keyword } from '../../../../grammar/keywords.js';
import { isWordOf } from '../../../../grammar/words.js';
import { formatDay } from '../../model/day.js';
import type {
  DependencyFacts,
  DependencyType,
  ItemFacts,
  ItemKind,
  ProgressFact,
  SuspensionFact,
} from '../../model/facts.js';
import { toHalfWidth } from '../../model/half-width.js';
import type * as ast from '../generated/tree.js';
import { isA } from '../tree.js';
import { Block, type Member } from './block.js';
import { factsOf, mapDefined } from './build-facts.js';
import { type Docs, declarationFacts } from './declaration.js';
import { lowerOwnValues } from './own-fields.js';
import { lowerRevisions } from './revisions.js';
import type { ValueReader } from './value-reader.js';

function lowerItem(reader: ValueReader, docs: Docs, node: ast.Item, scope: readonly string[]): ItemFacts | undefined {
  const name = reader.name(node.name);
  const kind = itemKind(reader.keyword(node.key));
  if (name === undefined || kind === undefined) return undefined;
  const path = [...scope, name.text];
  const mark = reader.mark();
  const base = declarationFacts(reader, docs, node, path);
  const block = new Block(reader, 'item', { kind, scope: path, element: base.id }, node.members);
  const [due, done] = [block.date('due'), block.day('done')];
  return factsOf<ItemFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind,
    stated: block.stated,
    leader: block.ref('leader'),
    unit: block.ref('unit'),
    owner: block.ref('owner'),
    support: block.refs('support'),
    supervisor: block.ref('supervisor'),
    due,
    done,
    after: dependencies(block, scope),
    start: block.date('start'),
    finish: block.date('finish'),
    duration: block.duration('duration'),
    started: block.day('started'),
    progress: progress(block),
    suspended: mapDefined(block.all('suspended', 'SuspendedMember'), (span) => suspension(reader, span, base.id)),
    calendar: block.ref('calendar'),
    remaining: block.duration('remaining'),
    weight: block.percent('weight', true),
    authority: block.ref('authority'),
    evidence: block.textsEach('evidence'),
    revised: lowerRevisions(block),
    fields: lowerOwnValues(block),
    notes: block.textEach('note'),
    items: lowerItems(reader, docs, block.every('Item'), path),
    // Last: what cannot be read is known once all is.
    unread: block.unreadSince(mark, lacksLag),
  });
}

/** Items of one name are told apart by the name rules, not here. */
export function lowerItems(
  reader: ValueReader,
  docs: Docs,
  nodes: readonly ast.Item[],
  scope: readonly string[],
): readonly ItemFacts[] {
  return mapDefined(nodes, (node) => lowerItem(reader, docs, node, scope));
}

function itemKind(word: Keyword | undefined): ItemKind | undefined {
  return word === 'milestone' || word === 'task' || word === 'approval' ? word : undefined;
}

/** One undated statement, and one a day. */
function progress(block: Block<'item'>): readonly ProgressFact[] {
  const { reader } = block;
  const firsts = new Map<number | undefined, ast.ProgressMember>();
  return mapDefined(block.all('progress', 'ProgressMember'), (node) => {
    const percent = reader.percent(node.value, true);
    const on = reader.day(node.on);
    // Of a day that cannot be read, or is not typed yet, it is not known when it held.
    if (percent === undefined || (node.dated && on === undefined)) return undefined;
    const first = firsts.get(on?.day);
    if (first !== undefined) {
      block.repeated('progress', reader.span(node), first);
      return undefined;
    }
    firsts.set(on?.day, node);
    return factsOf<ProgressFact>({ value: percent.value, on, text: reader.string(node.text), at: percent.at });
  });
}

function suspension(reader: ValueReader, node: ast.SuspendedMember, element: string): SuspensionFact | undefined {
  const [from, to] = [reader.date(node.from), reader.date(node.to)];
  const at = reader.span(node);
  // An end that cannot be read is not an open one.
  const unread = !node.through || (node.to !== undefined && to === undefined) || reader.breaksOff(at.end);
  if (from === undefined || unread) return undefined;
  const [first, last] = [from.period.first, to?.period.last];
  if (last === undefined || first <= last)
    return factsOf<SuspensionFact>({ first, last, why: reader.string(node.text), at });
  const data = { kind: 'suspended-backwards', day: formatDay(last), limit: formatDay(first) };
  reader.report('schedule/order', at, data, { element });
  return undefined;
}

/** A predecessor is looked up beside the item that waits for it, so `scope` is the item's container. */
function dependencies(block: Block<'item'>, scope: readonly string[]): readonly DependencyFacts[] {
  const stated = block.all('after', 'AfterMember');
  const links = stated.length === 1 ? stated[0]?.links : stated.flatMap((member) => member.links);
  return mapDefined(links, (link) => dependency(block.reader, link, scope));
}

function dependency(reader: ValueReader, node: ast.Dependency, scope: readonly string[]): DependencyFacts | undefined {
  const target = reader.ref(node.target, ['item'], scope);
  if (target === undefined) return undefined;
  const duration = reader.duration(node.lag);
  const sign = toHalfWidth(node.sign ?? '+') === '-' ? -1 : 1;
  return factsOf<DependencyFacts>({
    target,
    type: dependencyType(reader.keyword(node.type)),
    lag: duration && { sign, duration: duration.value, at: duration.at },
    at: reader.span(node),
  });
}

/** `after a FS +`: what the sign leads to is not typed yet. */
function lacksLag(member: Member): boolean {
  return isA(member, 'AfterMember') && member.links.some(({ sign, lag }) => sign !== undefined && !lag?.text);
}

function dependencyType(word: Keyword | undefined): DependencyType {
  return isWordOf('dependency', word) ? word : 'FS';
}
