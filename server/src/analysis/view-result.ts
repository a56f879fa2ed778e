/**
 * What a view shows: projects chosen, sorted, in groups, with totals (language reference, section 4). The command's
 * `list`, a view's summary and its preview are made from this one result.
 */
import type { Expression } from '../model/expression.js';
import type { Name, ProjectFacts, TitledExpression, ViewFacts } from '../model/facts.js';
import type { Bilingual } from '../model/lang.js';
import { atOnce, mapInSteps, type Steps } from '../model/steps.js';
import type { Analysis } from './analysis.js';
import { portfolioAt } from './expressions/as-of.js';
import { clockOf, fieldValue, valueFor, valueOver, verdictFor } from './expressions/evaluate.js';
import { sayExpression, sayMoment } from './expressions/expression-words.js';
import type { Field } from './expressions/fields.js';
import { fieldIn, type OwnFields, ownFields } from './expressions/own-fields.js';
import { spellExpression } from './expressions/spell-expression.js';
import { typeExpression } from './expressions/type-checker.js';
import { NONE, shownAs, type Value, type ValueType } from './expressions/values.js';
import { poolAt } from './pool.js';
import { type GroupKey, grouped, groupKey, groupsWithoutProjects, type RowGroup } from './view-groups.js';
import { byValues, groupOrder, type SortBy } from './view-order.js';
import { type Ranked, type Ranking, rankedGroups } from './view-rank.js';
import { nobodyReported, type Reports, reportsBehind } from './view-reports.js';

export interface ViewRow {
  readonly project: ProjectFacts;
  /** In the order of the columns; none where only the groups are to be shown. */
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
  /** The name of the column whose sum over all rows it is; `count` where it is their number. */
  readonly of?: string;
}

/** A field, or what is computed for each project. */
export interface ViewColumn {
  /** The field's, or the expression as it was written. */
  readonly name: string;
  readonly title: Bilingual;
  readonly type: ValueType;
}

export interface ViewGroup extends RowGroup {
  readonly totals: readonly ViewTotal[];
  /** Of a cross table: the totals under each of its heads. */
  readonly across: readonly (readonly ViewTotal[])[];
  /** Of a ranked view. */
  readonly ranked?: Ranked;
}

export interface ViewResult {
  readonly columns: readonly ViewColumn[];
  /** All rows, group after group. */
  readonly rows: readonly ViewRow[];
  /** Empty where the view does not group. */
  readonly groups: readonly ViewGroup[];
  readonly totals: readonly ViewTotal[];
  /** Of a cross table: what stands side by side, and the totals of each. */
  readonly across: readonly {
    readonly key: GroupKey;
    readonly rows: readonly ViewRow[];
    readonly totals: readonly ViewTotal[];
  }[];
  /** Only the groups are to be shown. */
  readonly withoutRows: boolean;
  readonly ranking?: Ranking;
}

/** What a view states, or the same from a command line. Names that are no fields are passed over; they are reported. */
export type ViewQuery = Pick<
  ViewFacts,
  'where' | 'group' | 'across' | 'sort' | 'columns' | 'totals' | 'rank' | 'against'
> & {
  readonly withoutRows?: boolean;
};

const DEFAULT_COLUMNS = ['id', 'title', 'unit', 'stage', 'light'];

export function viewResult(query: ViewQuery, analysis: Analysis): ViewResult {
  return atOnce(viewingResult(query, analysis));
}

/** The same in steps, over very many projects. */
export function* viewingResult(query: ViewQuery, analysis: Analysis): Steps<ViewResult> {
  const own = ownFields(analysis.plan);
  const columns = columnsOf(query.columns, own);
  const keys = query.group.flatMap((name) => fieldsOf(name, own));
  const { where } = query;
  const chosen: ProjectFacts[] = [];
  for (const project of poolAt(analysis.plan, analysis.status)) {
    if (where === undefined || verdictFor(where, project, analysis).holds) chosen.push(project);
    yield;
  }
  const groupsBy = keys.map((field) => groupOrder(field, analysis.plan));
  const sortsBy = query.sort.flatMap(({ field: name, descending }) =>
    fieldsOf(name, own).map((field): SortBy => ({ field, descending })),
  );
  const [across] = query.across === undefined || keys.length === 0 ? [] : fieldsOf(query.across, own);
  // A cross table has its figures in the cells, where rows have no place.
  const withoutRows = query.withoutRows === true || across !== undefined;
  const inTheirOrder = yield* sorted(chosen, [...groupsBy, ...sortsBy], analysis);
  const rows = yield* mapInSteps(inTheirOrder, (project) => ({
    project,
    cells: withoutRows ? [] : columns.map(({ value }) => value(project, analysis)),
  }));
  const totals = (of: readonly ViewRow[]) => totalsOf(query.totals, of, analysis);
  const heads = across === undefined ? [] : headsOf(across, rows, analysis);
  const found = keys.length === 0 ? [] : grouped(rows, keys, analysis, withoutRows);
  const lacking = withoutRows ? groupsWithoutProjects(found, keys, where, analysis) : [];
  const inOrder = byValues(groupsBy, clockOf(undefined, analysis));
  const groupsInOrder = [...found, ...lacking].sort((a, b) => inOrder(valuesOf(a), valuesOf(b)));
  yield;
  const groups = yield* mapInSteps(groupsInOrder, (group): ViewGroup => {
    const inCell = new Map(
      (across === undefined ? [] : grouped(group.rows, [across], analysis, true)).map((each) => [
        groupKey(each.keys),
        each.rows,
      ]),
    );
    return {
      ...group,
      totals: totals(group.rows),
      across: heads.map((head) => totals(inCell.get(groupKey(head.keys)) ?? [])),
    };
  });
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
    across: heads.flatMap((head) => head.keys.map((key) => ({ key, rows: head.rows, totals: totals(head.rows) }))),
    withoutRows,
    ...(rank === undefined ? {} : { ranking: rankingOf(rank.value, query, analysis) }),
  };
}

function valuesOf({ keys }: RowGroup): readonly Value[] {
  return keys.map(({ value }) => value);
}

/** What stands side by side in a cross table, in the order in which groups would stand. */
function headsOf(across: Field, rows: readonly ViewRow[], analysis: Analysis): readonly RowGroup[] {
  const inOrder = byValues([groupOrder(across, analysis.plan)], clockOf(undefined, analysis));
  return grouped(rows, [across], analysis, true).toSorted((a, b) => inOrder(valuesOf(a), valuesOf(b)));
}

/** The groups as they stood on another day, by the same question asked then. */
function groupsThen({ against: _, across: __, ...query }: ViewQuery, then: Analysis | undefined): readonly ViewGroup[] {
  return then === undefined ? [] : viewResult({ ...query, totals: [], withoutRows: true }, then).groups;
}

/** Called as the total that it is, where it is one. */
function rankingOf(value: Expression, { against, totals }: ViewQuery, { plan }: Analysis): Ranking {
  const titled = totals.find((total) => spellExpression(total.value) === spellExpression(value))?.title?.text;
  const { type } = typeExpression(value, 'set', ownFields(plan)).typed;
  return {
    title: { en: titled ?? sayExpression(value, 'en'), zh: titled ?? sayExpression(value, 'zh') },
    type: shownAs(type),
    ...(against === undefined ? {} : { against: { en: sayMoment(against, 'en'), zh: sayMoment(against, 'zh') } }),
  };
}

interface ComputedColumn extends ViewColumn {
  readonly value: (project: ProjectFacts, analysis: Analysis) => Value;
}

function columnsOf(columns: readonly TitledExpression[], own: OwnFields): readonly ComputedColumn[] {
  if (columns.length === 0) return DEFAULT_COLUMNS.flatMap((name) => fieldIn(own, name) ?? []).map(columnOf);
  return columns.flatMap(({ value: expression, title: stated }) => {
    const title = stated && { en: stated.text, zh: stated.text };
    if (expression.type === 'name') {
      return fieldsOf(expression.name, own).map((field) => ({ ...columnOf(field), ...(title && { title }) }));
    }
    const { type } = typeExpression(expression, 'project', own).typed;
    return [
      {
        name: spellExpression(expression),
        title: title ?? { en: sayExpression(expression, 'en'), zh: sayExpression(expression, 'zh') },
        type: shownAs(type),
        value: (project, analysis) => valueFor(expression, project, analysis),
      },
    ];
  });
}

function columnOf(field: Field): ComputedColumn {
  const { name, title, type } = field;
  return { name, title, type, value: (project, analysis) => fieldValue(field, project, analysis) };
}

function fieldsOf({ text }: Name, own: OwnFields): readonly Field[] {
  const field = fieldIn(own, text);
  return field === undefined ? [] : [field];
}

/** Projects that are alike keep the order of the plan. */
function* sorted(
  projects: readonly ProjectFacts[],
  by: readonly SortBy[],
  analysis: Analysis,
): Steps<readonly ProjectFacts[]> {
  if (by.length === 0) return projects;
  const inOrder = byValues(by, clockOf(undefined, analysis));
  const valued = yield* mapInSteps(projects, (project) => ({
    project,
    values: by.map(({ field }) => fieldValue(field, project, analysis)),
  }));
  return valued.toSorted((a, b) => inOrder(a.values, b.values)).map(({ project }) => project);
}

function totalsOf(
  totals: readonly TitledExpression[],
  rows: readonly ViewRow[],
  analysis: Analysis,
): readonly ViewTotal[] {
  const projects = rows.map(({ project }) => project);
  return totals.map(({ value: expression, title }) => {
    const reports = reportsBehind(expression, projects, analysis);
    const of = summedUp(expression, analysis);
    return {
      text: spellExpression(expression),
      title:
        title === undefined
          ? { en: sayExpression(expression, 'en'), zh: sayExpression(expression, 'zh') }
          : { en: title.text, zh: title.text },
      type: typeExpression(expression, 'set', ownFields(analysis.plan)).typed.type,
      value: nobodyReported(expression, projects, analysis) ? NONE : valueOver(expression, projects, analysis),
      ...(reports === undefined ? {} : { reports }),
      ...(of === undefined ? {} : { of }),
    };
  });
}

/** What a total is of all rows: a plain `sum(total)` or `count()`; undefined of one with a condition, a ratio, a mean. */
function summedUp(expression: Expression, { plan }: Analysis): string | undefined {
  const own = ownFields(plan);
  const { typed } = typeExpression(expression, 'set', own);
  if (typed.node !== 'aggregate' || typed.condition !== undefined || expression.type !== 'call') return undefined;
  if (typed.aggregate === 'count') return 'count';
  const [summed] = expression.arguments;
  if (typed.aggregate !== 'sum' || summed === undefined) return undefined;
  return summed.type === 'name' ? fieldIn(own, summed.name.text)?.name : spellExpression(summed);
}
