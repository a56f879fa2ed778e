/**
 * What a view shows: projects chosen, sorted, in groups, with totals (language reference, section 4). The command's
 * `list`, a view's summary and its preview are made from this one result.
 */
import { formatDuration } from '../model/duration.js';
import type { Expression, LiteralValue } from '../model/expression.js';
import type { Name, ProjectFacts, TotalFacts, ViewFacts } from '../model/facts.js';
import type { Bilingual } from '../model/lang.js';
import { spellMoney } from '../model/money.js';
import { formatPeriod } from '../model/period.js';
import type { Plan } from '../model/plan.js';
import { toTrimmedString } from '../model/rational.js';
import type { Analysis } from './analysis.js';
import { portfolioAt } from './expressions/as-of.js';
import { entitiesOf, sortOrder } from './expressions/comparison.js';
import { clockOf, fieldValue, valueOver, verdictFor } from './expressions/evaluate.js';
import { sayExpression, sayMoment } from './expressions/expression-words.js';
import type { Field } from './expressions/fields.js';
import { fieldIn, type OwnFields, ownFields } from './expressions/own-fields.js';
import { typeExpression } from './expressions/type-checker.js';
import { NONE, type Value, type ValueType } from './expressions/values.js';
import { poolAt } from './pool.js';
import { type Ranked, type Ranking, rankedGroups } from './view-rank.js';
import { nobodyReported, type Reports, reportsBehind } from './view-reports.js';

export interface ViewRow {
  readonly project: ProjectFacts;
  /** In the order of the columns. */
  readonly cells: readonly Value[];
}

export interface ViewTotal {
  /** As it was written, in either vocabulary: `sum(total)`. */
  readonly text: string;
  readonly title: Bilingual;
  readonly type: ValueType;
  readonly value: Value;
  /** Of one that is made from what was reported. */
  readonly reports?: Reports;
}

export interface ViewGroup {
  /** The fields that the groups are made by, with what is the same in all rows of this one. */
  readonly keys: readonly { readonly field: Field; readonly value: Value }[];
  readonly rows: readonly ViewRow[];
  readonly totals: readonly ViewTotal[];
  /** Of a ranked view. */
  readonly ranked?: Ranked;
}

export interface ViewResult {
  readonly columns: readonly Field[];
  /** All rows, group after group. */
  readonly rows: readonly ViewRow[];
  /** Empty where the view does not group. */
  readonly groups: readonly ViewGroup[];
  readonly totals: readonly ViewTotal[];
  /** Only the groups are to be shown. */
  readonly withoutRows: boolean;
  readonly ranking?: Ranking;
}

/** What a view states, or the same from a command line. Names that are no fields are passed over; they are reported. */
export type ViewQuery = Pick<ViewFacts, 'where' | 'group' | 'sort' | 'columns' | 'totals' | 'rank' | 'against'> & {
  readonly withoutRows?: boolean;
};

const DEFAULT_COLUMNS = ['id', 'title', 'unit', 'stage', 'light'];

export function viewResult(query: ViewQuery, analysis: Analysis): ViewResult {
  const own = ownFields(analysis.plan);
  const columns = fieldsOf(query.columns.length === 0 ? DEFAULT_COLUMNS : textsOf(query.columns), own);
  const keys = fieldsOf(textsOf(query.group), own);
  const { where } = query;
  const chosen = poolAt(analysis.plan, analysis.status).filter(
    (project) => where === undefined || verdictFor(where, project, analysis).holds,
  );
  const order = [
    ...keys.map((field) => ({ field, descending: false, place: placeIn(field, analysis.plan) })),
    ...query.sort.flatMap(({ field, descending }) =>
      fieldsOf([field.text], own).map((found) => ({ field: found, descending })),
    ),
  ];
  const rows = sorted(chosen, order, analysis).map((project) => ({
    project,
    cells: columns.map((field) => fieldValue(field, project, analysis)),
  }));
  const totals = (projects: readonly ViewRow[]) => totalsOf(query.totals, projects, analysis);
  const groups = keys.length === 0 ? [] : grouped(rows, keys, analysis, totals);
  const { rank, against } = query;
  const of = (projects: readonly ViewRow[], then: Analysis): Value =>
    rank === undefined ? NONE : (totalsOf([rank], projects, then)[0]?.value ?? NONE);
  const before = against === undefined ? undefined : portfolioAt(analysis, against);
  return {
    columns,
    rows,
    groups:
      rank === undefined ? groups : rankedGroups(groups, rank.descending, of, analysis, groupsThen(query, before)),
    totals: totals(rows),
    withoutRows: query.withoutRows === true,
    ...(rank === undefined ? {} : { ranking: rankingOf(rank.value, query, analysis) }),
  };
}

/** The groups as they stood on another day, by the same question asked then. */
function groupsThen({ against: _, ...query }: ViewQuery, then: Analysis | undefined): readonly ViewGroup[] {
  return then === undefined ? [] : viewResult(query, then).groups;
}

/** Called as the total that it is, where it is one. */
function rankingOf(value: Expression, { against, totals }: ViewQuery, { plan }: Analysis): Ranking {
  const titled = totals.find((total) => spelled(total.value) === spelled(value))?.title?.text;
  const { type } = typeExpression(value, 'set', ownFields(plan)).typed;
  return {
    title: { en: titled ?? sayExpression(value, 'en'), zh: titled ?? sayExpression(value, 'zh') },
    type: type.name === 'ratio' ? { name: 'percent' } : type,
    ...(against === undefined ? {} : { against: { en: sayMoment(against, 'en'), zh: sayMoment(against, 'zh') } }),
  };
}

/** What makes two groups the same, on whichever day. */
export function groupKey(keys: ViewGroup['keys']): string {
  return JSON.stringify(keys.map(({ value }) => sameness(value)));
}

function textsOf(names: readonly Name[]): readonly string[] {
  return names.map(({ text }) => text);
}

function fieldsOf(names: readonly string[], own: OwnFields): readonly Field[] {
  return names.flatMap((name) => fieldIn(own, name) ?? []);
}

interface SortBy {
  readonly field: Field;
  readonly descending: boolean;
  /** Of names: where they stand in the plan. */
  readonly place?: ((name: string) => number) | undefined;
}

/** Groups of what is declared stand in the order of the declarations (language reference, 4). */
function placeIn({ type }: Field, plan: Plan): ((name: string) => number) | undefined {
  if (type.name !== 'ref' && type.name !== 'refs') return undefined;
  const places = new Map<string, number>();
  for (const kind of DECLARED) {
    if (type.kind !== kind) continue;
    for (const { name } of plan.all(kind)) if (!places.has(name.text)) places.set(name.text, places.size);
  }
  return (name) => places.get(name) ?? places.size;
}

const DECLARED = ['category', 'area', 'batch', 'tag', 'org', 'person', 'project'] as const;

/** One after the other; what is a part of the other comes first. Undefined where they are not names. */
function orderOfPlaces(x: Value, y: Value, place: (name: string) => number): number | undefined {
  const [a, b] = [entitiesOf(x), entitiesOf(y)];
  if (a === undefined || b === undefined) return undefined;
  for (const [i, thing] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    const order = place(thing.name) - place(other.name);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Missing values stand last in either direction; projects that are alike keep the order of the plan. */
function sorted(projects: readonly ProjectFacts[], by: readonly SortBy[], analysis: Analysis): readonly ProjectFacts[] {
  if (by.length === 0) return projects;
  const clock = clockOf(undefined, analysis);
  const keyed = projects.map((project) => ({
    project,
    values: by.map(({ field }) => fieldValue(field, project, analysis)),
  }));
  keyed.sort((a, b) => {
    for (const [index, { descending, place }] of by.entries()) {
      const [x, y] = [a.values[index] ?? NONE, b.values[index] ?? NONE];
      const placed = place === undefined ? undefined : orderOfPlaces(x, y, place);
      const order = placed === undefined || placed === 0 ? sortOrder(x, y, clock) : placed;
      if (order !== 0) return descending && x.type !== 'none' && y.type !== 'none' ? -order : order;
    }
    return 0;
  });
  return keyed.map(({ project }) => project);
}

function grouped(
  rows: readonly ViewRow[],
  keys: readonly Field[],
  analysis: Analysis,
  totals: (rows: readonly ViewRow[]) => readonly ViewTotal[],
): readonly ViewGroup[] {
  const groups = new Map<string, { readonly keys: ViewGroup['keys']; readonly rows: ViewRow[] }>();
  for (const row of rows) {
    const values = keys.map((field) => ({ field, value: fieldValue(field, row.project, analysis) }));
    const key = groupKey(values);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { keys: values, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()].map((group) => ({ ...group, totals: totals(group.rows) }));
}

/** What makes two values the same group; names and words, never where they were stated. */
function sameness(value: Value): unknown {
  const things = entitiesOf(value);
  if (things !== undefined) return things.map(({ kind, name }) => [kind, name]);
  return JSON.parse(
    JSON.stringify(value, (key, part) => (key === 'period' ? undefined : typeof part === 'bigint' ? `${part}` : part)),
  );
}

function totalsOf(totals: readonly TotalFacts[], rows: readonly ViewRow[], analysis: Analysis): readonly ViewTotal[] {
  const projects = rows.map(({ project }) => project);
  return totals.map(({ value: expression, title }) => {
    const reports = reportsBehind(expression, projects, analysis);
    return {
      text: spelled(expression),
      title:
        title === undefined
          ? { en: sayExpression(expression, 'en'), zh: sayExpression(expression, 'zh') }
          : { en: title.text, zh: title.text },
      type: typeExpression(expression, 'set', ownFields(analysis.plan)).typed.type,
      value: nobodyReported(expression, projects, analysis) ? NONE : valueOver(expression, projects, analysis),
      ...(reports === undefined ? {} : { reports }),
    };
  });
}

function spelled(expression: Expression): string {
  switch (expression.type) {
    case 'name':
      return expression.name.text;
    case 'call':
      return `${expression.name.text}(${expression.arguments.map(spelled).join(', ')})`;
    case 'compare':
      return `${spelled(expression.left)} ${expression.operator} ${spelled(expression.right)}`;
    case 'and':
    case 'or':
      return expression.parts.map(spelled).join(` ${expression.type} `);
    case 'arithmetic':
      return [
        spelled(expression.first),
        ...expression.rest.map(({ operator, operand }) => `${operator} ${spelled(operand)}`),
      ].join(' ');
    case 'not':
      return `not ${spelled(expression.operand)}`;
    case 'negate':
      return `-${spelled(expression.operand)}`;
    case 'as-of': {
      const { operand, day } = expression;
      const of = ['arithmetic', 'compare', 'and', 'or', 'as-of'].includes(operand.type)
        ? `(${spelled(operand)})`
        : spelled(operand);
      return `${of} at ${day.is === 'day' ? formatPeriod(day.period, 'en') : day.is}`;
    }
    case 'none':
      return 'none';
    case 'literal':
      return literal(expression.value);
    case 'broken':
      return '…';
  }
}

function literal(value: LiteralValue): string {
  switch (value.type) {
    case 'money':
      return spellMoney(value.value, 'en');
    case 'percent':
      return `${toTrimmedString(value.value, 10)}%`;
    case 'number':
      return toTrimmedString(value.value, 10);
    case 'date':
      return formatPeriod(value.value, 'en');
    case 'duration':
      return formatDuration(value.value, 'en');
    case 'text':
      return JSON.stringify(value.value);
  }
}
