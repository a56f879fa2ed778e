/** The portfolio and its frame: calendars, organisations, people, taxonomies (language reference, 2.1). */
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
import * as ast from '../generated/ast.js';
import { Block } from './block.js';
import { type Docs, declared } from './declared.js';
import { lowerExpression, lowerLiteral } from './expressions.js';
import type { Reading } from './reading.js';
import { each, factsOf } from './shape.js';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export function lowerPortfolio(reading: Reading, docs: Docs, node: ast.Portfolio): PortfolioFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const base = declared(reading, docs, node, [name.text]);
  const block = new Block(reading, node.members, [], base.id);
  return factsOf<PortfolioFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind: 'portfolio',
    stated: block.stated,
    year: reading.dateOf('year', block.one('year', ast.isDateMember)?.value),
    statusDate: block.day('status-date'),
    currency: block.nameOf('currency'),
    calendar: block.ref('calendar'),
    policy: block.ref('policy'),
    meetings: reading.duration(block.one('meetings', ast.isRhythmMember)?.value),
    reports: reading.duration(block.one('reports', ast.isRhythmMember)?.value),
    expects: each(block.all('expect', ast.isExpect), (expect) => lowerExpect(reading, expect)),
  });
}

function lowerExpect(reading: Reading, node: ast.Expect): ExpectFacts | undefined {
  const at = reading.span(node);
  const condition = lowerExpression(reading, node.condition);
  if (condition !== undefined) return { type: 'condition', condition, at };
  const field = reading.name(node.field);
  const mode = reading.keyword(node.mode);
  if (field === undefined || (mode !== 'partition' && mode !== 'overlap')) return undefined;
  return { type: 'breakdown', field, mode, rows: each(node.rows, (row) => lowerRow(reading, row)), at };
}

function lowerRow(reading: Reading, node: ast.ExpectRow): ExpectRow | undefined {
  const name = reading.name(node.row);
  if (name === undefined) return undefined;
  const figures = each(node.figures, (figure) => {
    const measure = reading.name(figure.measure);
    const at = reading.span(figure);
    const value = lowerLiteral(reading, figure.value, { ...at, start: at.end - (figure.value?.length ?? 0) });
    return measure && { measure, value, at };
  });
  return { name, figures, at: reading.statement(node) };
}

export function lowerCalendar(reading: Reading, docs: Docs, node: ast.Calendar): CalendarFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const base = declared(reading, docs, node, [name.text]);
  const block = new Block(reading, node.members, [], base.id);
  const weekend = block
    .one('weekend', ast.isWeekendMember)
    ?.days?.map(({ day }) => WEEKDAYS.indexOf(reading.keyword(day) ?? '') + 1);
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
    holidays: block.nameOf('holidays'),
    holiday: each(block.all('holiday', ast.isDayRuleMember), (rule) => lowerHoliday(reading, rule, base.id)),
    workday: each(block.all('workday', ast.isDayRuleMember), (rule) => {
      const day = reading.day(rule.from);
      const why = reading.string(rule.text);
      return day && factsOf<CalendarFacts['workday'][number]>({ day: day.day, why, at: reading.span(rule) });
    }),
  });
}

function lowerHoliday(
  reading: Reading,
  rule: ast.DayRuleMember,
  element: string,
): CalendarFacts['holiday'][number] | undefined {
  const [from, to] = [reading.date(rule.from), reading.date(rule.to)];
  if (from === undefined || (rule.to !== undefined && to === undefined)) return undefined;
  const [first, last] = [from.period.first, (to ?? from).period.last];
  const at = reading.span(rule);
  if (first <= last)
    return factsOf<CalendarFacts['holiday'][number]>({ first, last, why: reading.string(rule.text), at });
  reading.report(
    'schedule/order',
    at,
    { kind: 'holiday-backwards', day: formatDay(last), limit: formatDay(first) },
    { element },
  );
  return undefined;
}

export function lowerOrg(reading: Reading, docs: Docs, node: ast.Org): OrgFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const base = declared(reading, docs, node, [name.text]);
  const block = new Block(reading, node.members, [], base.id);
  return factsOf<OrgFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind: 'org',
    stated: block.stated,
    in: block.ref('in', ['org']),
    head: block.ref('head'),
    alias: block.texts('alias'),
    contact: block.text('contact'),
  });
}

export function lowerPerson(reading: Reading, docs: Docs, node: ast.Person): PersonFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const base = declared(reading, docs, node, [name.text]);
  const block = new Block(reading, node.members, [], base.id);
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

export function lowerTaxonomy(reading: Reading, docs: Docs, node: ast.Taxonomy): TaxonomyFacts | undefined {
  const name = reading.name(node.name);
  const kind = taxonomyKind(reading.keyword(node.keyword));
  if (name === undefined || kind === undefined) return undefined;
  const base = declared(reading, docs, node, [name.text]);
  const block = new Block(reading, node.members, [], base.id);
  const wrong = block.one(kind === 'batch' ? 'in' : 'date', isMember);
  if (wrong !== undefined) {
    const at = reading.keywordSpan(wrong, wrong.key);
    const expected = [kind === 'batch' ? 'date' : 'in', '}'];
    reading.report('syntax/unexpected', at, { problem: 'expected', found: wrong.key, expected }, { element: base.id });
  }
  return factsOf<TaxonomyFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind,
    stated: block.stated,
    in: kind === 'batch' ? undefined : block.ref('in', [kind]),
    date: kind === 'batch' ? block.day('date') : undefined,
  });
}

const isMember = (node: unknown): node is ast.TaxonomyMember => ast.isRefMember(node) || ast.isDateMember(node);

function taxonomyKind(word: string | undefined): TaxonomyKind | undefined {
  return word === 'category' || word === 'area' || word === 'batch' || word === 'tag' ? word : undefined;
}
