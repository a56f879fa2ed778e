/** Milestones, tasks and approvals (language reference, 2.4). */
import type { Keyword } from '../../../../grammar/keywords.js';
import { formatDay } from '../../model/day.js';
import type {
  DependencyFacts,
  DependencyType,
  ItemFacts,
  ItemKind,
  ProgressFact,
  RevisionFacts,
  SuspensionFact,
} from '../../model/facts.js';
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
    progress: progress(block),
    suspended: each(block.all('suspended', ast.isSuspendedMember), (span) => suspension(reading, span, base.id)),
    calendar: block.ref('calendar'),
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
const OF_TASKS: readonly Keyword[] = [
  'start',
  'finish',
  'duration',
  'started',
  'progress',
  'suspended',
  'calendar',
  'remaining',
];

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

/** One undated statement, and one a day. */
function progress(block: Block): readonly ProgressFact[] {
  const { reading } = block;
  const firsts = new Map<number | undefined, ast.ProgressMember>();
  return each(block.all('progress', ast.isProgressMember), (node) => {
    const percent = reading.percent(node.value, true);
    const on = reading.day(node.on);
    // Of a day that cannot be read, or is not typed yet, it is not known when it held.
    if (percent === undefined || (node.dated && on === undefined)) return undefined;
    const first = firsts.get(on?.day);
    if (first !== undefined) {
      block.repeated('progress', reading.span(node), first);
      return undefined;
    }
    firsts.set(on?.day, node);
    return factsOf<ProgressFact>({ value: percent.value, on, text: reading.string(node.text), at: percent.at });
  });
}

function suspension(reading: Reading, node: ast.SuspendedMember, element: string): SuspensionFact | undefined {
  const [from, to] = [reading.date(node.from), reading.date(node.to)];
  const at = reading.span(node);
  // An end that cannot be read is not an open one.
  const unread = !node.through || (node.to !== undefined && to === undefined) || reading.breaksOff(at.end);
  if (from === undefined || unread) return undefined;
  const [first, last] = [from.period.first, to?.period.last];
  if (last === undefined || first <= last)
    return factsOf<SuspensionFact>({ first, last, why: reading.string(node.text), at });
  const data = { kind: 'suspended-backwards', day: formatDay(last), limit: formatDay(first) };
  reading.report('schedule/order', at, data, { element });
  return undefined;
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
