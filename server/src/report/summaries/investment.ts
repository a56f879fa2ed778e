import { figureToMoney, moneyFigure, percentOf } from '../../analysis/metrics/figure.js';
import { poolAt } from '../../analysis/pool.js';
import { type CurveStep, monthlyCurve, monthsPassed, quarterlyCurve } from '../../analysis/portfolio-curve.js';
import { byTaxonomy, byUnit, type TaxonomyGroup } from '../../analysis/portfolio-groups.js';
import { type PortfolioSums, sumsOf } from '../../analysis/portfolio-sums.js';
import { civil } from '../../model/day.js';
import type { ProjectFacts, TaxonomyKind } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import type { MoneyValue } from '../../model/money.js';
import { cmp, rational, toNumber, ZERO } from '../../model/rational.js';
import { bar, cell, light, muted, row, text } from '../compose.js';
import type { BarChart, Block, Cell, Column, KeyValue, SCurve, Table, TableRow } from '../document.js';
import { columnWords } from './column-words.js';
import { documentOf, numbered } from './heading.js';
import { DASH, originOf, Pen, titleOf } from './pen.js';
import type { Summary } from './summary.js';

const words = {
  ...columnWords,
  title: { en: 'Investment progress', zh: '投资进度' },
  curve: { en: 'Cumulative plan and completion', zh: '累计计划与完成' },
  curvePart: { en: 'Course of the year', zh: '全年进度' },
  category: { en: 'By category', zh: '按类别' },
  categoryBars: { en: 'Plan of the year and completion', zh: '年度计划与完成' },
  area: { en: 'By area', zh: '按地区' },
  unit: { en: 'By unit', zh: '按责任单位' },
  behindPart: { en: 'Projects behind their plan', zh: '投资滞后项目' },
  behindCount: { en: '{title} ({n})', zh: '{title}（{n}项）' },
  name: { en: 'Name', zh: '名称' },
  countColumn: { en: 'Projects', zh: '项目数' },
  time: { en: 'Period', zh: '时段' },
  plannedSum: { en: 'Cumulative plan', zh: '累计计划' },
  doneSum: { en: 'Cumulative done', zh: '累计完成' },
  reached: { en: 'Reached', zh: '完成率' },
  quarter: { en: 'Q{n}', zh: '{zh}季度' },
  rest: { en: 'Not stated', zh: '未注明' },
  overlap: {
    en: 'A project in several areas is counted in each of them; the total counts it once.',
    zh: '跨地区项目在各地区分别计入，合计只计一次。',
  },
  fund: { en: '{percent} of done', zh: '占完成投资{percent}' },
  nothing: { en: 'No project has a plan for {year}.', zh: '没有项目填报{year}年投资计划。' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const QUARTERS = ['一', '二', '三', '四'] as const;

/** 投资进度: plan, what it asks for by now, done and behind; over the year, by category, area and unit; funds. */
export const investment: Summary = {
  kind: 'investment',
  title: words.title,
  build: (analysis, { lang }) => {
    const pen = new Pen(analysis, lang);
    const { plan, status, year } = analysis;
    const projects = poolAt(plan, status);
    const metrics = projects.map((project) => analysis.metrics(project));
    const sums = sumsOf(metrics);
    if (sums.plan === undefined && sums.invested === undefined) {
      return documentOf(pen, 'investment', pen.say(words.title), [
        { type: 'callout', tone: 'info', content: pen.or(pen.say(words.nothing, { year })) },
      ]);
    }
    const categories = taxonomyRows(pen, 'category', projects);
    const areas = taxonomyRows(pen, 'area', projects);
    const late = projects
      .filter((project) => cmp(analysis.metrics(project).investmentBehind?.value ?? ZERO, ZERO) > 0)
      .sort((a, b) => cmp(behindOf(pen, b), behindOf(pen, a)));
    const blocks: readonly Block[] = [
      investmentHeadline(pen, sums),
      ...numbered(pen, [
        {
          anchor: 'course',
          title: pen.say(words.curvePart),
          blocks: [investmentCurve(pen, monthlyCurve(metrics, year)), quarterTable(pen, quarterlyCurve(metrics, year))],
        },
        {
          anchor: 'category',
          title: pen.say(words.category),
          blocks: [categoryBars(pen, projects), sumsTable(pen, 'category-sums', categories, sums)],
        },
        ...(areas.length === 0
          ? []
          : [
              {
                anchor: 'area',
                title: pen.say(words.area),
                blocks: [sumsTable(pen, 'area-sums', areas, sums), ...overlapNote(pen, projects)],
              },
            ]),
        {
          anchor: 'unit',
          title: pen.say(words.unit),
          blocks: [sumsTable(pen, 'unit-sums', unitRows(pen, projects), sums)],
        },
        ...(late.length === 0
          ? []
          : [
              {
                anchor: 'behind',
                title: pen.say(words.behindCount, { title: pen.say(words.behindPart), n: late.length }),
                blocks: [behindTable(pen, late)],
              },
            ]),
      ]),
    ];
    return documentOf(pen, 'investment', pen.say(words.title), blocks);
  },
};

function behindOf(pen: Pen, project: ProjectFacts) {
  return pen.analysis.metrics(project).investmentBehind?.value ?? ZERO;
}

/** The year's figures, large. */
export function investmentHeadline(pen: Pen, sums: PortfolioSums): Block {
  const { year } = pen.analysis;
  const money = (value: MoneyValue | undefined): KeyValue['value'] => pen.largeMoney(value);
  const entry = (label: string, value: KeyValue['value'], note?: string): KeyValue => ({
    label,
    value,
    ...(note === undefined ? {} : { note }),
  });
  const behind = pen.percent(sums.investmentBehind);
  const funded =
    sums.received === undefined || sums.invested === undefined
      ? undefined
      : percentOf(moneyFigure(sums.received), moneyFigure(sums.invested));
  return {
    type: 'keyValues',
    layout: 'figures',
    anchor: 'headline',
    entries: [
      entry(pen.say(words.total), money(sums.total)),
      entry(pen.say(words.plan, { year }), money(sums.plan)),
      entry(pen.say(words.plannedToDate), money(sums.plannedToDate && figureToMoney(sums.plannedToDate))),
      entry(pen.say(words.invested), money(sums.invested)),
      entry(pen.say(words.completion), pen.or(pen.percent(sums.completion))),
      entry(
        pen.say(words.behind),
        behind === undefined || behind === '0%' ? pen.or(behind) : [light('yellow', behind)],
      ),
      ...(sums.received === undefined
        ? []
        : [
            entry(
              pen.say(words.received),
              money(sums.received),
              funded && pen.say(words.fund, { percent: pen.percent(funded) ?? '' }),
            ),
          ]),
      ...(sums.paid === undefined ? [] : [entry(pen.say(words.paid), money(sums.paid))]),
    ],
  };
}

/** For drawing: 亿元 where Chinese, millions elsewhere. */
export function chartMoney(pen: Pen, value: MoneyValue): number {
  return toNumber(rational(value.amount, pen.lang === 'zh' ? 1_000_000_000_000n : 10_000_000_000n));
}

export function chartUnit(pen: Pen): string {
  return pen.lang === 'zh' ? pen.moneyUnit.replace('万', '亿') : pen.moneyUnit;
}

export function investmentCurve(pen: Pen, steps: readonly CurveStep[]): SCurve {
  const { year, status } = pen.analysis;
  return {
    type: 'sCurve',
    anchor: 's-curve',
    title: pen.say(words.curve),
    unit: chartUnit(pen),
    status: monthsPassed(year, status) - 1,
    points: steps.map(({ period, planned, done }) => ({
      label: pen.month(civil(period.first).month),
      planned: chartMoney(pen, figureToMoney(planned)),
      done: done === undefined ? null : chartMoney(pen, done),
    })),
  };
}

function quarterTable(pen: Pen, steps: readonly CurveStep[]): Table {
  return {
    type: 'table',
    anchor: 'quarters',
    columns: [
      { title: pen.say(words.time), kind: 'text' },
      pen.moneyColumn(pen.say(words.plannedSum)),
      pen.moneyColumn(pen.say(words.doneSum)),
      { title: pen.say(words.reached), kind: 'percent' },
    ],
    rows: steps.map(({ planned, done }, i) =>
      row([
        pen.say(words.quarter, { n: i + 1, zh: QUARTERS[i] ?? i + 1 }),
        pen.figureCell(planned),
        pen.moneyCell(done),
        pen.percentCell(done === undefined ? undefined : percentOf(moneyFigure(done), planned)),
      ]),
    ),
  };
}

function categoryBars(pen: Pen, projects: readonly ProjectFacts[]): BarChart {
  const { plan, analysis } = { plan: pen.analysis.plan, analysis: pen.analysis };
  const { groups } = byTaxonomy(plan, 'category', projects);
  return {
    type: 'barChart',
    anchor: 'category-bars',
    title: pen.say(words.categoryBars),
    unit: chartUnit(pen),
    bars: groups.flatMap(leaves).map((group) => {
      const sums = sumsOf(group.all.map((project) => analysis.metrics(project)));
      return {
        label: titleOf(group.entry),
        planned: sums.plan === undefined ? null : chartMoney(pen, sums.plan),
        done: sums.invested === undefined ? null : chartMoney(pen, sums.invested),
        origin: originOf(group.entry),
      };
    }),
  };
}

/** Down to where projects stand; a level that holds some itself is shown as a whole. */
function leaves(group: TaxonomyGroup): readonly TaxonomyGroup[] {
  return group.below.length === 0 || group.own.length > 0 ? [group] : group.below.flatMap(leaves);
}

interface SumsRow {
  readonly label: Cell;
  readonly projects: readonly ProjectFacts[];
  readonly origin?: TableRow['origin'];
}

function taxonomyRows(pen: Pen, kind: TaxonomyKind, projects: readonly ProjectFacts[]): readonly SumsRow[] {
  const { groups, rest } = byTaxonomy(pen.analysis.plan, kind, projects);
  const flat = (group: TaxonomyGroup): readonly SumsRow[] => [
    {
      label: cell(`${'　'.repeat(group.depth)}${titleOf(group.entry)}`),
      projects: group.all,
      origin: originOf(group.entry),
    },
    ...group.below.flatMap(flat),
  ];
  const rows = groups.flatMap(flat);
  return rest.length === 0 || rows.length === 0
    ? rows
    : [...rows, { label: cell(muted(pen.say(words.rest))), projects: rest }];
}

function unitRows(pen: Pen, projects: readonly ProjectFacts[]): readonly SumsRow[] {
  const { groups, rest } = byUnit(pen.analysis.plan, projects);
  return [
    ...groups.map(({ who, projects }) => ({ label: cell(titleOf(who)), projects, origin: originOf(who) })),
    ...(rest.length === 0 ? [] : [{ label: cell(muted(pen.say(words.rest))), projects: rest }]),
  ];
}

function overlapNote(pen: Pen, projects: readonly ProjectFacts[]): readonly Block[] {
  return projects.some((project) => project.area.length > 1)
    ? [{ type: 'paragraph', content: [muted(pen.say(words.overlap))] }]
    : [];
}

/** Plan, done and what is behind for groups of projects; the columns of funds only where somebody reports them. */
function sumsTable(pen: Pen, anchor: string, rows: readonly SumsRow[], all: PortfolioSums): Table {
  const { year } = pen.analysis;
  const funds = all.received !== undefined || all.paid !== undefined;
  const columns: readonly Column[] = [
    { title: pen.say(words.name), kind: 'text' },
    { title: pen.say(words.countColumn), kind: 'number' },
    pen.moneyColumn(pen.say(words.total)),
    pen.moneyColumn(pen.say(words.plan, { year })),
    pen.moneyColumn(pen.say(words.plannedToDate)),
    pen.moneyColumn(pen.say(words.invested)),
    { title: pen.say(words.completion), kind: 'percent', align: 'start' },
    { title: pen.say(words.behind), kind: 'percent' },
    ...(funds ? [pen.moneyColumn(pen.say(words.received)), pen.moneyColumn(pen.say(words.paid))] : []),
  ];
  const cells = (label: Cell, sums: PortfolioSums): readonly Cell[] => [
    label,
    cell(pen.count(sums.count), String(sums.count)),
    pen.moneyCell(sums.total),
    pen.moneyCell(sums.plan),
    pen.figureCell(sums.plannedToDate),
    pen.moneyCell(sums.invested),
    completionCell(pen, sums),
    pen.percentCell(sums.investmentBehind),
    ...(funds ? [pen.moneyCell(sums.received), pen.moneyCell(sums.paid)] : []),
  ];
  return {
    type: 'table',
    anchor,
    columns,
    rows: rows.map(({ label, projects, origin }) =>
      row(cells(label, sumsOf(projects.map((project) => pen.analysis.metrics(project)))), {
        ...(origin === undefined ? {} : { origin }),
      }),
    ),
    totals: cells(cell(pen.say(words.sum)), all),
  };
}

/** A bar with the mark where the plan has it by now. */
function completionCell(pen: Pen, { completion, plan, plannedToDate }: PortfolioSums): Cell {
  const label = pen.percent(completion);
  if (completion === undefined || label === undefined) return cell(DASH, null);
  const planned = plan && plannedToDate && percentOf(plannedToDate, moneyFigure(plan));
  return {
    ...pen.percentCell(completion),
    content: [
      bar(toNumber(completion.value), {
        label,
        ...(planned === undefined ? {} : { planned: toNumber(planned.value) }),
      }),
    ],
  };
}

function behindTable(pen: Pen, projects: readonly ProjectFacts[]): Table {
  const { analysis } = pen;
  return {
    type: 'table',
    anchor: 'behind-projects',
    columns: [
      { title: pen.say(words.project), kind: 'text' },
      { title: pen.say(columnWords.unit), kind: 'text' },
      { title: pen.say(words.owner), kind: 'text', wrap: false },
      pen.moneyColumn(pen.say(words.plan, { year: analysis.year })),
      pen.moneyColumn(pen.say(words.plannedToDate)),
      pen.moneyColumn(pen.say(words.invested)),
      { title: pen.say(words.behind), kind: 'percent' },
      { title: pen.say(words.light), kind: 'light' },
    ],
    rows: projects.map((project) => {
      const metrics = analysis.metrics(project);
      return row(
        [
          cell(text(titleOf(project))),
          pen.nameCell(project.unit),
          pen.nameCell(project.owner),
          pen.moneyCell(metrics.plan),
          pen.figureCell(metrics.plannedToDate),
          pen.moneyCell(metrics.invested),
          pen.percentCell(metrics.investmentBehind),
          pen.lightCell(analysis.light(project).light),
        ],
        { origin: originOf(project) },
      );
    }),
  };
}
