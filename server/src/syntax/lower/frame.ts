/** The portfolio and its frame: calendars, organisations, people, taxonomies (language reference, 2.1). */

import { isWordOf, wordsOf } from '../../../../grammar/words.js';
import { formatDay } from '../../model/day.js';
import type {
  CalendarFacts,
  ExpectFacts,
  ExpectRow,
  OrgFacts,
  PersonFacts,
  PortfolioFacts,
  TaxonomyFacts,
  TaxonomyKind,
} from '../../model/facts.js';
import type * as ast from '../generated/tree.js';
import { Block } from './block.js';
import { factsOf, mapDefined } from './build-facts.js';
import { type Docs, declarationFacts } from './declaration.js';
import { lowerExpression, lowerLiteral } from './expressions.js';
import { lowerReviews } from './reviews.js';
import type { ValueReader } from './value-reader.js';

const WEEKDAYS: readonly string[] = wordsOf('weekday');

export function lowerPortfolio(reader: ValueReader, docs: Docs, node: ast.Portfolio): PortfolioFacts | undefined {
  const name = reader.name(node.name);
  if (name === undefined) return undefined;
  const base = declarationFacts(reader, docs, node, [name.text]);
  const block = new Block(reader, 'portfolio', { kind: 'portfolio', scope: [], element: base.id }, node.members);
  return factsOf<PortfolioFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind: 'portfolio',
    stated: block.stated,
    year: reader.dateOf('year', block.one('year', 'DateMember')?.value),
    statusDate: block.day('status-date'),
    currency: block.nameOf('currency'),
    calendar: block.ref('calendar'),
    policy: block.ref('policy'),
    yearBegins: block.choice('year-begins', 'month'),
    compiler: block.ref('compiler'),
    meetings: reader.duration(block.one('meetings', 'RhythmMember')?.value),
    reports: reader.duration(block.one('reports', 'RhythmMember')?.value),
    reviews: lowerReviewer(block),
    expects: mapDefined(block.all('expect', 'Expect'), (expect) => lowerExpect(reader, expect)),
  });
}

function lowerReviewer(block: Block<'portfolio'>): PortfolioFacts['reviews'] {
  const node = block.one('reviews', 'ReviewsMember');
  const value = block.reader.keyword(node?.value);
  if (node?.value === undefined || !isWordOf('reviewer', value)) return undefined;
  const { file, end } = block.reader.span(node);
  return { value, at: { file, start: end - node.value.length, end } };
}

function lowerExpect(reader: ValueReader, node: ast.Expect): ExpectFacts | undefined {
  const at = reader.span(node);
  const condition = lowerExpression(reader, node.condition);
  if (condition !== undefined) return { type: 'condition', condition, at };
  const field = reader.name(node.field);
  const mode = reader.keyword(node.mode);
  if (field === undefined || !isWordOf('division', mode)) return undefined;
  return { type: 'breakdown', field, mode, rows: mapDefined(node.rows, (row) => lowerRow(reader, row)), at };
}

function lowerRow(reader: ValueReader, node: ast.ExpectRow): ExpectRow | undefined {
  const name = reader.name(node.row);
  if (name === undefined) return undefined;
  const figures = mapDefined(node.figures, (figure) => {
    const measure = reader.name(figure.measure);
    const at = reader.span(figure);
    const value = lowerLiteral(reader, figure.value, { ...at, start: at.end - (figure.value?.length ?? 0) });
    return measure && { measure, value, at };
  });
  return { name, figures, at: reader.statement(node) };
}

export function lowerCalendar(reader: ValueReader, docs: Docs, node: ast.Calendar): CalendarFacts | undefined {
  const name = reader.name(node.name);
  if (name === undefined) return undefined;
  const base = declarationFacts(reader, docs, node, [name.text]);
  const block = new Block(reader, 'calendar', { kind: 'calendar', scope: [], element: base.id }, node.members);
  const member = block.one('weekend', 'WeekendMember');
  const weekend = member?.none ? [] : member?.days.map(({ day }) => WEEKDAYS.indexOf(reader.keyword(day) ?? '') + 1);
  const holidays = block.nameOf('holidays');
  const [off, on] = [block.all('holiday', 'DayRuleMember'), block.all('workday', 'DayRuleMember')];
  const holiday = mapDefined(off, (rule) => lowerDays(reader, rule, base.id));
  const workday = mapDefined(on, (rule) => lowerDays(reader, rule, base.id));
  const isRead =
    !reader.losesTextIn(base.at) &&
    (holidays !== undefined || !block.stated.has('holidays')) &&
    (member?.none || weekend?.every((day) => day > 0) !== false) &&
    holiday.length === off.length &&
    workday.length === on.length;
  return factsOf<CalendarFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind: 'calendar',
    stated: block.stated,
    weekend: weekend?.filter((day) => day > 0),
    holidays,
    holiday,
    workday,
    partlyRead: isRead ? undefined : true,
  });
}

function lowerDays(
  reader: ValueReader,
  rule: ast.DayRuleMember,
  element: string,
): CalendarFacts['holiday'][number] | undefined {
  const [from, to] = reader.dates(rule.from, rule.to);
  if (from === undefined || (rule.to !== undefined && to === undefined)) return undefined;
  const [first, last] = [from.period.first, (to ?? from).period.last];
  const at = reader.span(rule);
  if (first <= last)
    return factsOf<CalendarFacts['holiday'][number]>({ first, last, why: reader.string(rule.text), at });
  reader.report(
    'schedule/order',
    at,
    { kind: 'holiday-backwards', day: formatDay(last), limit: formatDay(first) },
    { element },
  );
  return undefined;
}

export function lowerOrg(reader: ValueReader, docs: Docs, node: ast.Org): OrgFacts | undefined {
  const name = reader.name(node.name);
  if (name === undefined) return undefined;
  const base = declarationFacts(reader, docs, node, [name.text]);
  const block = new Block(reader, 'org', { kind: 'org', scope: [], element: base.id }, node.members);
  return factsOf<OrgFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind: 'org',
    stated: block.stated,
    in: block.ref('in'),
    head: block.ref('head'),
    alias: block.texts('alias'),
    contact: block.text('contact'),
    reviews: lowerReviews(block),
  });
}

export function lowerPerson(reader: ValueReader, docs: Docs, node: ast.Person): PersonFacts | undefined {
  const name = reader.name(node.name);
  if (name === undefined) return undefined;
  const base = declarationFacts(reader, docs, node, [name.text]);
  const block = new Block(reader, 'person', { kind: 'person', scope: [], element: base.id }, node.members);
  return factsOf<PersonFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind: 'person',
    stated: block.stated,
    org: block.ref('org'),
    post: block.text('title'),
    phone: block.texts('phone'),
    email: block.texts('email'),
  });
}

export function lowerTaxonomy(reader: ValueReader, docs: Docs, node: ast.Taxonomy): TaxonomyFacts | undefined {
  const name = reader.name(node.name);
  const kind = taxonomyKind(reader.keyword(node.key));
  if (name === undefined || kind === undefined) return undefined;
  const base = declarationFacts(reader, docs, node, [name.text]);
  const block = new Block(reader, 'taxonomy', { kind, scope: [], element: base.id }, node.members);
  return factsOf<TaxonomyFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind,
    stated: block.stated,
    in: block.ref('in'),
    date: block.day('date'),
  });
}

function taxonomyKind(word: string | undefined): TaxonomyKind | undefined {
  return word === 'category' || word === 'area' || word === 'batch' || word === 'tag' ? word : undefined;
}
