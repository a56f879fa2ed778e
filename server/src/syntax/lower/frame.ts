/** The portfolio and its frame: calendars, organisations, people, taxonomies (language reference, 2.1). */
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
import { Block, defined, optional } from './block.js';
import { type Docs, declared } from './declared.js';
import { lowerExpression, lowerLiteral } from './expressions.js';
import type { Reading } from './reading.js';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export function lowerPortfolio(reading: Reading, docs: Docs, node: ast.Portfolio): PortfolioFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const base = declared(reading, docs, node, name, [name.text]);
  const block = new Block(reading, node.members, [], base.id);
  return {
    ...base,
    kind: 'portfolio',
    stated: block.stated,
    ...optional('year', reading.dateOf('year', block.one('year', ast.isDateMember)?.value)),
    ...optional('statusDate', block.day('status-date')),
    ...optional('currency', block.nameOf('currency')),
    ...optional('calendar', block.ref('calendar')),
    ...optional('policy', block.ref('policy')),
    ...optional('meetings', reading.duration(block.one('meetings', ast.isRhythmMember)?.value)),
    ...optional('reports', reading.duration(block.one('reports', ast.isRhythmMember)?.value)),
    expects: defined(block.all('expect', ast.isExpect).map((expect) => lowerExpect(reading, expect))),
  };
}

function lowerExpect(reading: Reading, node: ast.Expect): ExpectFacts | undefined {
  const at = reading.span(node);
  const condition = lowerExpression(reading, node.condition);
  if (condition !== undefined) return { type: 'condition', condition, at };
  const field = reading.name(node.field);
  const mode = reading.keyword(node.mode);
  if (field === undefined || (mode !== 'partition' && mode !== 'overlap')) return undefined;
  return { type: 'breakdown', field, mode, rows: defined((node.rows ?? []).map((row) => lowerRow(reading, row))), at };
}

function lowerRow(reading: Reading, node: ast.ExpectRow): ExpectRow | undefined {
  const name = reading.name(node.row);
  if (name === undefined) return undefined;
  const figures = (node.figures ?? []).map((figure) => {
    const measure = reading.name(figure.measure);
    const at = reading.span(figure);
    const value = lowerLiteral(reading, figure.value, { ...at, start: at.end - (figure.value?.length ?? 0) });
    return measure && { measure, value, at };
  });
  return { name, figures: defined(figures), at: reading.statement(node) };
}

export function lowerCalendar(reading: Reading, docs: Docs, node: ast.Calendar): CalendarFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const base = declared(reading, docs, node, name, [name.text]);
  const block = new Block(reading, node.members, [], base.id);
  const weekend = block
    .one('weekend', ast.isWeekendMember)
    ?.days?.map(({ day }) => WEEKDAYS.indexOf(reading.keyword(day) ?? '') + 1);
  return {
    ...base,
    kind: 'calendar',
    stated: block.stated,
    ...optional(
      'weekend',
      weekend?.filter((day) => day > 0),
    ),
    ...optional('holidays', block.nameOf('holidays')),
    holiday: defined(
      block.all('holiday', ast.isDayRuleMember).map((rule) => {
        const [from, to] = [reading.date(rule.from), reading.date(rule.to)];
        if (from === undefined || (rule.to !== undefined && to === undefined)) return undefined;
        const [first, last] = [from.period.first, (to ?? from).period.last];
        if (first > last) {
          reading.report(
            'schedule/order',
            reading.span(rule),
            { reason: 'span', from: first, to: last },
            { element: base.id },
          );
          return undefined;
        }
        return { first, last, at: reading.span(rule), ...optional('why', reading.string(rule.text)) };
      }),
    ),
    workday: defined(
      block.all('workday', ast.isDayRuleMember).map((rule) => {
        const day = reading.day(rule.from);
        return day && { day: day.day, at: reading.span(rule), ...optional('why', reading.string(rule.text)) };
      }),
    ),
  };
}

export function lowerOrg(reading: Reading, docs: Docs, node: ast.Org): OrgFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const base = declared(reading, docs, node, name, [name.text]);
  const block = new Block(reading, node.members, [], base.id);
  return {
    ...base,
    kind: 'org',
    stated: block.stated,
    ...optional('in', block.ref('in', ['org'])),
    ...optional('head', block.ref('head')),
    alias: block.texts('alias'),
    ...optional('contact', block.text('contact')),
  };
}

export function lowerPerson(reading: Reading, docs: Docs, node: ast.Person): PersonFacts | undefined {
  const name = reading.name(node.name);
  if (name === undefined) return undefined;
  const base = declared(reading, docs, node, name, [name.text]);
  const block = new Block(reading, node.members, [], base.id);
  return {
    ...base,
    kind: 'person',
    stated: block.stated,
    ...optional('org', block.ref('org')),
    ...optional('post', block.text('title')),
    phone: block.texts('phone'),
    email: block.texts('email'),
  };
}

export function lowerTaxonomy(reading: Reading, docs: Docs, node: ast.Taxonomy): TaxonomyFacts | undefined {
  const name = reading.name(node.name);
  const kind = taxonomyKind(reading.keyword(node.keyword));
  if (name === undefined || kind === undefined) return undefined;
  const base = declared(reading, docs, node, name, [name.text]);
  const block = new Block(reading, node.members, [], base.id);
  const wrong = block.one(kind === 'batch' ? 'in' : 'date', isMember);
  if (wrong !== undefined) {
    const at = reading.keywordSpan(wrong, wrong.key);
    const expected = [kind === 'batch' ? 'date' : 'in', '}'];
    reading.report('syntax/unexpected', at, { problem: 'expected', found: wrong.key, expected }, { element: base.id });
  }
  return {
    ...base,
    kind,
    stated: block.stated,
    ...optional('in', kind === 'batch' ? undefined : block.ref('in', [kind])),
    ...optional('date', kind === 'batch' ? block.day('date') : undefined),
  };
}

const isMember = (node: unknown): node is ast.TaxonomyMember => ast.isRefMember(node) || ast.isDateMember(node);

function taxonomyKind(word: string | undefined): TaxonomyKind | undefined {
  return word === 'category' || word === 'area' || word === 'batch' || word === 'tag' ? word : undefined;
}
