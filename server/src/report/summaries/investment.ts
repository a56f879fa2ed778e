/** The summary `investment`. */
import { figureToMoney, moneyFigure, percentOf } from '../../analysis/metrics/figure.js';
import type { ProjectMetrics } from '../../analysis/metrics/project-metrics.js';
import { poolAt } from '../../analysis/pool.js';
import {
  type CurveStep,
  courseOf,
  monthlyCurve,
  monthsPassed,
  quarterlyCurve,
} from '../../analysis/portfolio-curve.js';
import { byTaxonomy, byUnit, type TaxonomyGroup, withBelow } from '../../analysis/portfolio-groups.js';
import { amountsOf, type PortfolioSums, sumsOf } from '../../analysis/portfolio-sums.js';
import { civil } from '../../model/day.js';
import type { ProjectFacts, TaxonomyKind } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { type MoneyValue, sumValues } from '../../model/money.js';
import { cmp, toNumber, whole, ZERO } from '../../model/rational.js';
import { mapInSteps, type Steps } from '../../model/steps.js';
import { bar, cell, light, muted, remark, row, text } from '../compose.js';
import type { BarChart, Block, Cell, Column, KeyValue, SCurve, Table, TableRow } from '../document.js';
import { DASH, Formatter, originOf, titleOf } from '../wording/formatter.js';
import { inUnit, MILLION, type MoneyUnit, unitHead, WAN, YI } from '../wording/money-unit.js';
import { lacksReport, reportCells, reportColumns, sayNotReported, sayRateOfReported } from '../wording/not-reported.js';
import { columnWords } from './column-words.js';
import { leadingTo } from './figure-origins.js';
import { documentOf, inOneBlock, numberedInSteps } from './heading.js';
import { inSteps, type Summary } from './summary.js';

const words = {
  ...columnWords,
  title: { en: 'Investment progress', zh: '投资进度' },
  curve: { en: 'Cumulative plan and investment', zh: '累计计划与完成' },
  curvePart: { en: 'Progress over the year', zh: '全年进度' },
  category: { en: 'By category', zh: '按类别' },
  categoryBars: { en: 'Plan for the year and investment', zh: '年度计划与完成' },
  area: { en: 'By area', zh: '按地区' },
  unit: { en: 'By unit', zh: '按责任单位' },
  sources: { en: 'By source', zh: '按资金来源' },
  source: { en: 'Source', zh: '来源' },
  behindPart: { en: 'Projects behind their plan', zh: '投资滞后项目' },
  behindCount: { en: '{title} ({n})', zh: '{title}（{n}项）' },
  name: { en: 'Name', zh: '名称' },
  countColumn: { en: 'Projects', zh: '项目数' },
  time: { en: 'Period', zh: '时段' },
  plannedSum: { en: 'Cumulative plan', zh: '累计计划' },
  doneSum: { en: 'Cumulative investment', zh: '累计完成' },
  reached: { en: 'Completion', zh: '完成率' },
  counted: { en: 'Projects counted', zh: '计入项目' },
  countedIn: { en: '{month} {n}', zh: '{month}{n}项' },
  growing: {
    en: 'Cumulative investment covers the projects that had reported by then: {months}, of {all}.',
    zh: '累计完成只含当时已报送的项目：{months}，共{all}项。',
  },
  quarter: { en: 'Q{n}', zh: '{zh}季度' },
  rest: { en: 'Not stated', zh: '未注明' },
  lacking: { en: '{said}: {projects}', zh: '{said}：{projects}' },
  overlap: {
    en: 'A project in several areas is counted in each of them; the total counts it once.',
    zh: '跨地区项目在各地区分别计入，合计只计一次。',
  },
  fund: { en: '{percent} of investment', zh: '占完成投资{percent}' },
  fundOfSome: {
    en: '{n} of {all} report funds: {percent} of their investment',
    zh: '{all}项中{n}项填报，占其完成投资{percent}',
  },
  nothing: { en: 'No project has a plan for {year}.', zh: '没有项目填报{year}投资计划。' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const QUARTERS = ['一', '二', '三', '四'] as const;

/** 投资进度: plan, what it asks for by now, done and behind; over the year, by category, area and unit; funds. */
export const investment: Summary = inSteps({
  kind: 'investment',
  title: words.title,
  *beforehand(analysis) {
    for (const project of poolAt(analysis.plan, analysis.status)) {
      const metrics = analysis.metrics(project);
      amountsOf(metrics);
      courseOf(metrics, analysis.planYear);
      void metrics.investmentBehind;
      yield;
    }
  },
  *building(analysis, { lang, unit }) {
    const format = new Formatter(analysis, lang, [], unit);
    const { plan, status, year } = analysis;
    const projects = poolAt(plan, status);
    const metrics = projects.map((project) => analysis.metrics(project));
    const sums = sumsOf(metrics);
    if (sums.plan === undefined && sums.invested === undefined) {
      return documentOf(format, 'investment', format.say(words.title), [
        {
          type: 'callout',
          tone: 'info',
          content: format.or(format.say(words.nothing, { year: format.planYear(year) })),
        },
      ]);
    }
    yield;
    const categories = taxonomyRows(format, 'category', projects);
    yield;
    const areas = taxonomyRows(format, 'area', projects);
    yield;
    const late = (yield* mapInSteps(projects, (project) => ({
      project,
      behind: analysis.metrics(project).investmentBehind?.value ?? ZERO,
    })))
      .filter(({ behind }) => cmp(behind, ZERO) > 0)
      .sort((a, b) => cmp(b.behind, a.behind))
      .map(({ project }) => project);
    yield;
    const blocks: readonly Block[] = [
      investmentHeadline(format, sums),
      ...(yield* numberedInSteps(format, [
        {
          anchor: 'course',
          title: format.say(words.curvePart),
          *blocks(): Steps<readonly Block[]> {
            const monthly = monthlyCurve(metrics, analysis.planYear);
            yield;
            const quarterly = quarterlyCurve(metrics, analysis.planYear);
            yield;
            return [
              investmentCurve(format, monthly),
              quarterTable(format, quarterly),
              ...growingCount(format, monthly),
              ...missingReports(format, sums, projects),
            ];
          },
        },
        {
          anchor: 'category',
          title: format.say(words.category),
          *blocks(): Steps<readonly Block[]> {
            return [yield* categoryBars(format, projects), yield* sumsTable(format, 'category-sums', categories, sums)];
          },
        },
        ...(areas.length === 0
          ? []
          : [
              {
                anchor: 'area',
                title: format.say(words.area),
                *blocks(): Steps<readonly Block[]> {
                  return [yield* sumsTable(format, 'area-sums', areas, sums), ...overlapNote(format, projects)];
                },
              },
            ]),
        {
          anchor: 'unit',
          title: format.say(words.unit),
          blocks: () => inOneBlock(sumsTable(format, 'unit-sums', unitRows(format, projects), sums)),
        },
        { anchor: 'sources', title: format.say(words.sources), blocks: () => sourcesPart(format, metrics) },
        ...(late.length === 0
          ? []
          : [
              {
                anchor: 'behind',
                title: format.say(words.behindCount, { title: format.say(words.behindPart), n: late.length }),
                blocks: () => inOneBlock(behindTable(format, late)),
              },
            ]),
      ])),
    ];
    return documentOf(format, 'investment', format.say(words.title), blocks);
  },
});

interface SourceSums {
  readonly first: ProjectFacts;
  count: number;
  planned: MoneyValue[];
  received: MoneyValue[];
  paid: MoneyValue[];
}

/** Where the money comes from, in the order in which sources are first named: what is planned of each, what came and what went this year. */
function* sourcesPart(format: Formatter, all: readonly ProjectMetrics[]): Steps<readonly Block[]> {
  const sums = new Map<string, SourceSums>();
  for (const { project, receivedFunds, paidFunds } of all) {
    const planned = new Map((project.investment?.sources ?? []).map(({ name, value }) => [name.text, value.value]));
    const [received, paid] = [receivedFunds.bySource, paidFunds.bySource];
    for (const name of new Set([...planned.keys(), ...received.keys(), ...paid.keys()])) {
      const of = sums.get(name) ?? { first: project, count: 0, planned: [], received: [], paid: [] };
      sums.set(name, of);
      of.count++;
      for (const [to, from] of [
        [of.planned, planned],
        [of.received, received],
        [of.paid, paid],
      ] as const) {
        const value = from.get(name);
        if (value !== undefined) to.push(value);
      }
    }
    yield;
  }
  if (sums.size === 0) return [];
  const sum = (values: readonly MoneyValue[]): Cell =>
    format.moneyCell(values.length === 0 ? undefined : sumValues(values));
  const hasFunds = [...sums.values()].some(({ received, paid }) => received.length + paid.length > 0);
  const table: Table = {
    type: 'table',
    anchor: 'source-sums',
    columns: [
      { title: format.say(words.source), kind: 'text' },
      { title: format.say(words.countColumn), kind: 'number' },
      format.moneyColumn(format.say(words.total)),
      ...(hasFunds ? [format.moneyColumn(format.say(words.received)), format.moneyColumn(format.say(words.paid))] : []),
    ],
    rows: yield* mapInSteps(sums, ([name, of]) =>
      row(
        [name, format.countCell(of.count), sum(of.planned), ...(hasFunds ? [sum(of.received), sum(of.paid)] : [])],
        leadingTo(of.first),
      ),
    ),
  };
  return [table];
}

/** The year's figures, large. */
function investmentHeadline(format: Formatter, sums: PortfolioSums): Block {
  const { year } = format.analysis;
  const money = (value: MoneyValue | undefined): KeyValue['value'] => format.largeMoney(value);
  const entry = (label: string, value: KeyValue['value'], note?: string): KeyValue => ({
    label,
    value,
    ...(note === undefined ? {} : { note }),
  });
  const behind = format.percent(sums.investmentBehind);
  return {
    type: 'keyValues',
    layout: 'figures',
    anchor: 'headline',
    entries: [
      entry(format.say(words.total), money(sums.total)),
      entry(format.say(words.plan, { year: format.planYear(year) }), money(sums.plan)),
      entry(format.say(words.plannedToDate), money(sums.plannedToDate && figureToMoney(sums.plannedToDate))),
      entry(format.say(words.invested), money(sums.invested), sayNotReported(format, sums)),
      entry(format.say(words.completion), format.or(format.percent(sums.completion)), sayRateOfReported(format, sums)),
      entry(
        format.say(words.behind),
        behind === undefined || behind === '0%' ? format.or(behind) : [light('yellow', behind)],
      ),
      ...(sums.received === undefined
        ? []
        : [entry(format.say(words.received), money(sums.received), sayFunded(format, sums))]),
      ...(sums.paid === undefined ? [] : [entry(format.say(words.paid), money(sums.paid))]),
    ],
  };
}

function sayFunded(format: Formatter, { funded: { share, projects, reported } }: PortfolioSums): string | undefined {
  const percent = format.percent(share);
  if (percent === undefined) return undefined;
  return format.say(projects === reported ? words.fund : words.fundOfSome, { percent, n: projects, all: reported });
}

interface ChartScale {
  readonly unit: string;
  readonly of: (value: MoneyValue) => number;
}

/** For drawing: what was asked for, else millions; in Chinese 亿元, and 万元 where the largest is small. */
function chartScale(format: Formatter, values: readonly (MoneyValue | undefined)[]): ChartScale {
  const unit = format.unit ?? usualUnit(format, values);
  return {
    unit: format.lang === 'zh' ? unitHead(unit, format.currency, 'zh') : format.moneyUnit,
    of: ({ amount }) => toNumber(inUnit(amount, unit)),
  };
}

/** Below one 亿 two decimals of it would tell little apart. */
function usualUnit({ lang }: Formatter, values: readonly (MoneyValue | undefined)[]): MoneyUnit {
  if (lang !== 'zh') return MILLION;
  return values.some((value) => value !== undefined && cmp(inUnit(value.amount, YI), whole(1)) >= 0) ? YI : WAN;
}

/** With what has to be known to read it. */
export function investmentCourse(format: Formatter, steps: readonly CurveStep[]): readonly Block[] {
  return [investmentCurve(format, steps), ...growingCount(format, steps)];
}

function investmentCurve(format: Formatter, steps: readonly CurveStep[]): SCurve {
  const { planYear, status } = format.analysis;
  const scale = chartScale(
    format,
    steps.flatMap(({ planned, done }) => [figureToMoney(planned), done]),
  );
  return {
    type: 'sCurve',
    anchor: 's-curve',
    title: format.say(words.curve),
    unit: scale.unit,
    status: monthsPassed(planYear, status) - 1,
    points: steps.map(({ period, planned, done }) => ({
      label: format.month(civil(period.first).month),
      planned: scale.of(figureToMoney(planned)),
      done: done === undefined ? null : scale.of(done),
    })),
  };
}

/** A curve that rises because more projects report says so. */
function growingCount(format: Formatter, steps: readonly CurveStep[]): readonly Block[] {
  const known = steps.filter(({ done }) => done !== undefined);
  const last = known.at(-1);
  if (last === undefined || known.every(({ counted }) => counted >= last.counted)) return [];
  const said = known.map(({ period, counted }) =>
    format.say(words.countedIn, { month: format.month(civil(period.first).month), n: counted }),
  );
  return [remark(format.say(words.growing, { months: format.list(said), all: last.expected }))];
}

/** Who is not in the curve and in the sums. */
function missingReports(format: Formatter, sums: PortfolioSums, projects: readonly ProjectFacts[]): readonly Block[] {
  const said = sayNotReported(format, sums);
  if (said === undefined) return [];
  const names = projects.filter((project) => lacksReport(format.analysis.metrics(project))).map(titleOf);
  return [{ type: 'paragraph', content: [text(format.say(words.lacking, { said, projects: format.few(names) }))] }];
}

function quarterTable(format: Formatter, steps: readonly CurveStep[]): Table {
  const isPartial = steps.some(({ done, counted, expected }) => done !== undefined && counted < expected);
  return {
    type: 'table',
    anchor: 'quarters',
    ordered: true,
    columns: [
      { title: format.say(words.time), kind: 'text' },
      format.moneyColumn(format.say(words.plannedSum)),
      format.moneyColumn(format.say(words.doneSum)),
      { title: format.say(words.reached), kind: 'percent' },
      ...(isPartial ? [{ title: format.say(words.counted), kind: 'text', align: 'end', wrap: false } as const] : []),
    ],
    rows: steps.map(({ planned, done, counted, expected }, i) =>
      row([
        format.say(words.quarter, { n: i + 1, zh: QUARTERS[i] ?? i + 1 }),
        format.figureCell(planned),
        format.moneyCell(done),
        format.percentCell(done === undefined ? undefined : percentOf(moneyFigure(done), planned)),
        ...(isPartial ? [done === undefined ? cell(DASH, null) : cell(`${counted}/${expected}`)] : []),
      ]),
    ),
  };
}

function* categoryBars(format: Formatter, projects: readonly ProjectFacts[]): Steps<BarChart> {
  const { plan, analysis } = { plan: format.analysis.plan, analysis: format.analysis };
  const { groups } = byTaxonomy(plan, 'category', projects);
  yield;
  const rows = yield* mapInSteps(leaves(groups), (group) => ({
    group,
    sums: sumsOf(group.all.map((project) => analysis.metrics(project))),
  }));
  const scale = chartScale(
    format,
    rows.flatMap(({ sums }) => [sums.plan, sums.invested]),
  );
  return {
    type: 'barChart',
    anchor: 'category-bars',
    title: format.say(words.categoryBars),
    unit: scale.unit,
    bars: rows.map(({ group, sums }) => {
      return {
        label: labelled(format, titleOf(group.entry), sums),
        planned: sums.plan === undefined ? null : scale.of(sums.plan),
        done: sums.invested === undefined ? null : scale.of(sums.invested),
        origin: originOf(group.entry),
      };
    }),
  };
}

/** A bar that lacks what was not reported says so. */
function labelled(format: Formatter, title: string, sums: PortfolioSums): string {
  const lacking = sayNotReported(format, sums);
  return lacking === undefined ? title : `${title}${format.aside(lacking)}`;
}

/** Down to where projects stand; a level that holds some itself is shown as a whole. */
function leaves(groups: readonly TaxonomyGroup[]): readonly TaxonomyGroup[] {
  const ends = (group: TaxonomyGroup): boolean => group.below.length === 0 || group.own.length > 0;
  return withBelow(groups, (group) => !ends(group)).filter(ends);
}

interface SumsRow {
  readonly label: Cell;
  /** How deep below other rows. */
  readonly depth?: number;
  readonly projects: readonly ProjectFacts[];
  readonly origin?: TableRow['origin'];
}

function taxonomyRows(format: Formatter, kind: TaxonomyKind, projects: readonly ProjectFacts[]): readonly SumsRow[] {
  const { groups, rest } = byTaxonomy(format.analysis.plan, kind, projects);
  const rows: readonly SumsRow[] = withBelow(groups).map((group) => ({
    label: cell(`${'　'.repeat(group.depth)}${titleOf(group.entry)}`),
    depth: group.depth,
    projects: group.all,
    origin: originOf(group.entry),
  }));
  return rest.length === 0 || rows.length === 0
    ? rows
    : [...rows, { label: cell(muted(format.say(words.rest))), projects: rest }];
}

function unitRows(format: Formatter, projects: readonly ProjectFacts[]): readonly SumsRow[] {
  const { groups, rest } = byUnit(format.analysis.plan, projects);
  return [
    ...groups.map(({ who, projects }) => ({ label: cell(titleOf(who)), projects, origin: originOf(who) })),
    ...(rest.length === 0 ? [] : [{ label: cell(muted(format.say(words.rest))), projects: rest }]),
  ];
}

function overlapNote(format: Formatter, projects: readonly ProjectFacts[]): readonly Block[] {
  return projects.some((project) => project.area.length > 1) ? [remark(format.say(words.overlap))] : [];
}

/** Plan, done and what is behind for groups of projects; the columns of funds only where somebody reports them. */
function* sumsTable(format: Formatter, anchor: string, rows: readonly SumsRow[], all: PortfolioSums): Steps<Table> {
  const { year } = format.analysis;
  const funds = all.received !== undefined || all.paid !== undefined;
  const columns: readonly Column[] = [
    { title: format.say(words.name), kind: 'text' },
    { title: format.say(words.countColumn), kind: 'number' },
    format.moneyColumn(format.say(words.total)),
    format.moneyColumn(format.say(words.plan, { year: format.planYear(year) })),
    format.moneyColumn(format.say(words.plannedToDate)),
    format.moneyColumn(format.say(words.invested)),
    { title: format.say(words.completion), kind: 'percent', align: 'start' },
    ...reportColumns(format, all),
    { title: format.say(words.behind), kind: 'percent' },
    ...(funds ? [format.moneyColumn(format.say(words.received)), format.moneyColumn(format.say(words.paid))] : []),
  ];
  const cells = (label: Cell, sums: PortfolioSums): readonly Cell[] => [
    label,
    cell(format.count(sums.count), String(sums.count)),
    format.moneyCell(sums.total),
    format.moneyCell(sums.plan),
    format.figureCell(sums.plannedToDate),
    format.moneyCell(sums.invested),
    completionCell(format, sums),
    ...reportCells(format, sums, all),
    format.percentCell(sums.investmentBehind),
    ...(funds ? [format.moneyCell(sums.received), format.moneyCell(sums.paid)] : []),
  ];
  return {
    type: 'table',
    anchor,
    ordered: rows.some(({ depth = 0 }) => depth > 0),
    columns,
    rows: yield* mapInSteps(rows, ({ label, projects, origin }) =>
      row(cells(label, sumsOf(projects.map((project) => format.analysis.metrics(project)))), {
        ...(origin === undefined ? {} : { origin }),
      }),
    ),
    totals: cells(cell(format.say(words.sum)), all),
  };
}

/** A bar with the mark where the plan has it by now. */
function completionCell(format: Formatter, { completion, plan, plannedToDate }: PortfolioSums): Cell {
  const label = format.percent(completion);
  if (completion === undefined || label === undefined) return cell(DASH, null);
  const planned = plan && plannedToDate && percentOf(plannedToDate, moneyFigure(plan));
  return {
    ...format.percentCell(completion),
    content: [
      bar(toNumber(completion.value), {
        label,
        ...(planned === undefined ? {} : { planned: toNumber(planned.value) }),
      }),
    ],
  };
}

function* behindTable(format: Formatter, projects: readonly ProjectFacts[]): Steps<Table> {
  const { analysis } = format;
  return {
    type: 'table',
    anchor: 'behind-projects',
    columns: [
      { title: format.say(words.project), kind: 'text' },
      { title: format.say(columnWords.unit), kind: 'text' },
      { title: format.say(words.owner), kind: 'text', wrap: false },
      format.moneyColumn(format.say(words.plan, { year: format.planYear(analysis.year) })),
      format.moneyColumn(format.say(words.plannedToDate)),
      format.moneyColumn(format.say(words.invested)),
      { title: format.say(words.behind), kind: 'percent' },
      { title: format.say(words.light), kind: 'light' },
    ],
    rows: yield* mapInSteps(projects, (project) => {
      const metrics = analysis.metrics(project);
      return row(
        [
          cell(text(titleOf(project))),
          format.nameCell(project.unit),
          format.nameCell(project.owner),
          format.moneyCell(metrics.plan),
          format.figureCell(metrics.plannedToDate),
          format.moneyCell(metrics.invested),
          format.percentCell(metrics.investmentBehind),
          format.lightCell(analysis.light(project).light),
        ],
        { origin: originOf(project) },
      );
    }),
  };
}
