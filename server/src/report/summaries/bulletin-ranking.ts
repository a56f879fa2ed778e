/** The rankings of a bulletin: areas and units by what they completed of their plan. */
import type { Analysis } from '../../analysis/analysis.js';
import { type Figure, moneyFigure, percentOf, subtractFigures } from '../../analysis/metrics/figure.js';
import { poolAt } from '../../analysis/pool.js';
import { byTaxonomy, byUnit } from '../../analysis/portfolio-groups.js';
import { investedInMonth, monthBefore } from '../../analysis/portfolio-month.js';
import { type PortfolioSums, sumsOf } from '../../analysis/portfolio-sums.js';
import { placed } from '../../analysis/ranking.js';
import type { OrgFacts, ProjectFacts, TaxonomyFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { cmp, type Rational, toTrimmedString } from '../../model/rational.js';
import { mapInSteps, type Steps } from '../../model/steps.js';
import { cell, remark, row } from '../compose.js';
import type { Block, Cell, Column, Table, TableRow } from '../document.js';
import { DASH, type Formatter, originOf, titleOf } from '../wording/formatter.js';
import { reportCells, reportColumns } from '../wording/not-reported.js';
import { columnWords } from './column-words.js';
import { sayUnknown } from './month-entries.js';

const words = {
  ...columnWords,
  place: { en: 'Rank', zh: '名次' },
  before: { en: 'Rank last month', zh: '上月名次' },
  moved: { en: 'Change', zh: '升降' },
  count: { en: 'Projects', zh: '项目数' },
  onSchedule: { en: 'Scheduled', zh: '序时进度' },
  points: { en: 'Against schedule', zh: '与序时差' },
  pointsUnit: { en: 'points', zh: '百分点' },
  month: { en: 'Invested this month', zh: '本月完成' },
  monthNote: { en: 'Invested this month: {said}.', zh: '本月完成：{said}。' },
  rest: { en: 'Not stated', zh: '未注明' },
  whole: { en: '{name} as a whole', zh: '{name}（本级）' },
  completion: { en: 'Completion', zh: '完成率' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The share of the year's plan that is asked for by S, in percent. */
function onSchedule({ plan, plannedToDate }: PortfolioSums): Figure | undefined {
  return plan === undefined || plannedToDate === undefined ? undefined : percentOf(plannedToDate, moneyFigure(plan));
}

/** What is done of the plan less what the plan asks for by S, in percentage points; undefined where either is not known. */
export function pointsOf(sums: PortfolioSums): Rational | undefined {
  const { completion } = sums;
  const asked = onSchedule(sums);
  return completion === undefined || asked === undefined ? undefined : subtractFigures(completion, asked).value;
}

interface Group {
  readonly of: TaxonomyFacts | OrgFacts | undefined;
  readonly projects: readonly ProjectFacts[];
  /** What stands in the single top of all areas and in none below it: the city's own, which competes with no district. */
  readonly isWhole?: boolean;
}

/** The areas at the level where projects stand apart: below a single top, its children. */
export function areasOf(analysis: Analysis, projects: readonly ProjectFacts[]): readonly Group[] {
  const { groups, rest } = byTaxonomy(analysis.plan, 'area', projects);
  const [only, ...others] = groups;
  const whole = others.length === 0 && only !== undefined && only.below.length > 0 ? only : undefined;
  const below = new Set(whole?.below.flatMap(({ all }) => all));
  const own = whole?.own.filter((project) => !below.has(project)) ?? [];
  return [
    ...(whole?.below ?? groups).map(({ entry, all }): Group => ({ of: entry, projects: all })),
    ...(whole === undefined || own.length === 0 ? [] : [{ of: whole.entry, projects: own, isWhole: true }]),
    ...(groups.length === 0 || rest.length === 0 ? [] : [{ of: undefined, projects: rest }]),
  ];
}

export function unitsOf(analysis: Analysis, projects: readonly ProjectFacts[]): readonly Group[] {
  const { groups, rest } = byUnit(analysis.plan, projects);
  return [
    ...groups.map(({ who, projects: mine }): Group => ({ of: who, projects: mine })),
    ...(rest.length === 0 ? [] : [{ of: undefined, projects: rest }]),
  ];
}

interface RankedGroup extends Group {
  readonly place: number | undefined;
  readonly sums: PortfolioSums;
}

/** What has no figure stands last. */
function greatestFirst(a: Rational | undefined, b: Rational | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return cmp(b, a);
}

/** By completion. What belongs to nobody has no place among those that somebody answers for. */
function* placesOf(
  analysis: Analysis,
  projects: readonly ProjectFacts[],
  groupsOf: typeof areasOf,
): Steps<readonly RankedGroup[]> {
  const all = groupsOf(analysis, projects);
  yield;
  const groups = yield* mapInSteps(all, (group) => ({
    ...group,
    sums: sumsOf(group.projects.map((project) => analysis.metrics(project))),
  }));
  return placed(
    groups,
    ({ of, isWhole, sums }) => (of === undefined || isWhole === true ? undefined : sums.completion?.value),
    greatestFirst,
    (completion) => completion === undefined,
  ).map(({ of: group, place }) => ({ ...group, place }));
}

export function* ranking(
  format: Formatter,
  anchor: string,
  name: Bilingual,
  groupsOf: typeof areasOf,
  projects: readonly ProjectFacts[],
  all: PortfolioSums,
): Steps<Table> {
  const { analysis } = format;
  const groups = yield* placesOf(analysis, projects, groupsOf);
  const then = monthBefore(analysis);
  const placesThen = then === undefined ? [] : yield* placesOf(then, poolAt(then.plan, then.status), groupsOf);
  // Where nobody had reported there is nothing to compare with.
  const before = placesThen.some(({ place }) => place !== undefined)
    ? new Map(placesThen.map(({ of, place }) => [of, place]))
    : undefined;
  const cells = (mine: readonly ProjectFacts[], sums: PortfolioSums): readonly Cell[] => [
    format.countCell(sums.count),
    format.moneyCell(sums.plan),
    format.moneyCell(sums.invested),
    format.percentCell(sums.completion),
    format.percentCell(onSchedule(sums)),
    pointsCell(pointsOf(sums)),
    format.figureCell(investedInMonth(analysis, mine).done),
    ...reportCells(format, sums, all),
  ];
  const columns: readonly Column[] = [
    { title: format.say(words.place), kind: 'number' },
    { title: format.say(name), kind: 'text' },
    { title: format.say(words.count), kind: 'number' },
    format.moneyColumn(format.say(words.plan, { year: format.planYear(analysis.year) })),
    format.moneyColumn(format.say(words.invested)),
    { title: format.say(words.completion), kind: 'percent' },
    { title: format.say(words.onSchedule), kind: 'percent' },
    { title: format.say(words.points), kind: 'number', unit: format.say(words.pointsUnit) },
    format.moneyColumn(format.say(words.month)),
    ...reportColumns(format, all),
    ...(before === undefined
      ? []
      : [
          { title: format.say(words.before), kind: 'number' } as const,
          { title: format.say(words.moved), kind: 'text', wrap: false } as const,
        ]),
  ];
  const nameOf = (of: Group['of'], isWhole = false): string => {
    if (of === undefined) return format.say(words.rest);
    return isWhole ? format.say(words.whole, { name: titleOf(of) }) : titleOf(of);
  };
  const line = ({ of, isWhole, projects: mine, place, sums }: RankedGroup): TableRow =>
    row(
      [
        placeCell(place),
        cell(nameOf(of, isWhole)),
        ...cells(mine, sums),
        ...(before === undefined ? [] : [placeCell(before.get(of)), cell(sayMove(before.get(of), place))]),
      ],
      of === undefined ? {} : { origin: originOf(of) },
    );
  return {
    type: 'table',
    anchor,
    headColumn: 1,
    columns,
    rows: yield* mapInSteps(groups, line),
    totals: [
      cell(''),
      cell(format.say(words.sum)),
      ...cells(projects, all),
      ...(before === undefined ? [] : [cell(''), cell('')]),
    ],
  };
}

/** What the column of the month leaves out. */
export function unknownNote(format: Formatter, projects: readonly ProjectFacts[]): readonly Block[] {
  const said = sayUnknown(format, investedInMonth(format.analysis, projects));
  return said === undefined ? [] : [remark(format.say(words.monthNote, { said }))];
}

function placeCell(place: number | undefined): Cell {
  return place === undefined ? cell(DASH, null) : cell(String(place), String(place));
}

/** Places gained or lost. */
function sayMove(before: number | undefined, now: number | undefined): string {
  if (before === undefined || now === undefined) return '—';
  return before === now ? '→' : before > now ? `↑${before - now}` : `↓${now - before}`;
}

/** Signed, and no light: no policy has judged it. */
function pointsCell(points: Rational | undefined): Cell {
  if (points === undefined) return cell(DASH, null);
  const said = toTrimmedString(points, 1);
  return cell(points.n > 0n && said !== '0' ? `+${said}` : said, toTrimmedString(points, 4));
}
