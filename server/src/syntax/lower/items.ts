/** Milestones, tasks and approvals (language reference, 2.4). */
import type { Keyword } from '../../../../grammar/keywords.js';
import type { DependencyFacts, DependencyType, ItemFacts, ItemKind, RevisionFacts } from '../../model/facts.js';
import { toHalfWidth } from '../../model/half-width.js';
import * as ast from '../generated/ast.js';
import { Block } from './block.js';
import { type Docs, declared } from './declared.js';
import type { Reading } from './reading.js';
import { each, factsOf } from './shape.js';

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
  const base = declared(reading, docs, node, path);
  const members = fitting(reading, node, kind, base.id);
  const block = new Block(reading, members, path, base.id);
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
    progress: block.percent('progress', true),
    remaining: block.duration('remaining'),
    weight: block.percent('weight', true),
    authority: block.ref('authority'),
    evidence: block.texts('evidence', true),
    revised: each(block.all('revised', ast.isRevised), (revised) => revision(reading, revised, path)),
    notes: block.textEach('note'),
    items: lowerItems(reading, docs, members, path),
  });
}

/** What only something with a length has. */
const OF_TASKS: readonly Keyword[] = ['start', 'finish', 'duration', 'started', 'progress', 'remaining'];

/** The members that an item of this kind can have; the others are reported. */
function fitting(reading: Reading, { members = [] }: ast.Item, kind: ItemKind, element: string): ast.Item['members'] {
  if (kind === 'approval') return members;
  return members.filter((member) => {
    const word = ast.isItem(member) ? member.keyword : member.key;
    const key = reading.keyword(word);
    if (key === undefined) return true;
    const fits = key !== 'authority' && (kind === 'task' || !(OF_TASKS.includes(key) || ast.isItem(member)));
    if (!fits) {
      const expected = ['due', 'done', 'after', 'weight', 'owner', '}'];
      const at = reading.keywordSpan(member, word);
      reading.report('syntax/unexpected', at, { problem: 'expected', found: word ?? '', expected }, { element });
    }
    return fits;
  });
}

/** Every item among `members`; those of one name are told apart by the name rules, not here. */
export function lowerItems(
  reading: Reading,
  docs: Docs,
  members: readonly unknown[] | undefined,
  scope: readonly string[],
): readonly ItemFacts[] {
  return each(members, (member) => (ast.isItem(member) ? lowerItem(reading, docs, member, scope) : undefined));
}

function itemKind(word: string | undefined): ItemKind | undefined {
  return word === 'milestone' || word === 'task' || word === 'approval' ? word : undefined;
}

/** A predecessor is looked up beside the item that waits for it, so `scope` is the item's container. */
function dependencies(block: Block, scope: readonly string[]): readonly DependencyFacts[] {
  return block
    .all('after', ast.isAfterMember)
    .flatMap(({ links }) => each(links, (link) => dependency(block.reading, link, scope)));
}

function dependency(reading: Reading, node: ast.Dependency, scope: readonly string[]): DependencyFacts | undefined {
  const target = reading.ref(node.target, ['item'], scope);
  if (target === undefined) return undefined;
  const duration = reading.duration(node.lag);
  const sign = toHalfWidth(node.sign ?? '+') === '-' ? -1 : 1;
  return factsOf<DependencyFacts>({
    target,
    type: dependencyType(reading.keyword(node.type)),
    lag: duration && { sign, duration: duration.value, at: duration.at },
    at: reading.span(node),
  });
}

function dependencyType(word: string | undefined): DependencyType {
  return word === 'SS' || word === 'FF' || word === 'SF' ? word : 'FS';
}

function revision(reading: Reading, node: ast.Revised, scope: readonly string[]): RevisionFacts | undefined {
  const day = reading.day(node.value);
  if (day === undefined) return undefined;
  return factsOf<RevisionFacts>({
    day: day.day,
    from: reading.date(node.from),
    by: reading.ref(node.by, ['person'], scope),
    why: reading.string(node.text),
    at: reading.span(node),
  });
}
