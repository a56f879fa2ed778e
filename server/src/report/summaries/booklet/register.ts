import type { Analysis } from '../../../analysis/analysis.js';
import { byTaxonomy, type TaxonomyGroup } from '../../../analysis/portfolio-groups.js';
import { type PortfolioSums, sumsOf } from '../../../analysis/portfolio-sums.js';
import { stageAt } from '../../../analysis/state.js';
import type { ProjectFacts } from '../../../model/facts.js';
import type { Lang } from '../../../model/lang.js';
import { cell, muted, row, text } from '../../compose.js';
import type { Cell, Column, GroupRow, Table, TableRow } from '../../document.js';
import { KeptByProject } from '../kept.js';
import { originOf, type Pen, titleOf } from '../pen.js';
import { levelWords } from '../plan-words.js';
import { bookletWords as words } from './words.js';

/** The order of the register: the categories as they are declared, the projects of each in the order of the plan. */
export interface RegisterGroup {
  readonly path: readonly TaxonomyGroup[];
  readonly projects: readonly ProjectFacts[];
  readonly all: readonly ProjectFacts[];
}

export function registerGroups({ plan }: Analysis, projects: readonly ProjectFacts[]): readonly RegisterGroup[] {
  const { groups, rest } = byTaxonomy(plan, 'category', projects);
  const flat = (path: readonly TaxonomyGroup[], group: TaxonomyGroup): readonly RegisterGroup[] => {
    const here = [...path, group];
    return [{ path: here, projects: group.own, all: group.all }, ...group.below.flatMap((below) => flat(here, below))];
  };
  const categorised = groups.flatMap((group) => flat([], group));
  return rest.length === 0 ? categorised : [...categorised, { path: [], projects: rest, all: rest }];
}

/** One table over all projects. `numbers` are the places of the projects in the register, from 1. */
export function registerTable(
  pen: Pen,
  groups: readonly RegisterGroup[],
  numbers: ReadonlyMap<ProjectFacts, number>,
  sums: PortfolioSums,
): Table {
  const year = pen.analysis.year;
  const name = (title: string): Column => ({ title, kind: 'text', wrap: false });
  const group = pen.say(words.moneyGroup, { unit: pen.moneyUnit });
  const money = (title: string): Column => ({ title, kind: 'money', group });
  const columns: readonly Column[] = [
    { title: pen.say(words.number), kind: 'number' },
    name(pen.say(words.id)),
    { title: pen.say(words.project), kind: 'text' },
    { title: pen.say(words.category), kind: 'text' },
    name(pen.say(words.level)),
    name(pen.say(words.leader)),
    { title: pen.say(words.unit), kind: 'text' },
    name(pen.say(words.owner)),
    money(pen.say(words.total)),
    money(pen.say(words.plan, { year })),
    money(pen.say(words.invested)),
    { title: pen.say(words.completion), kind: 'percent' },
    name(pen.say(words.stage)),
    { title: pen.say(words.light), kind: 'light' },
  ];
  const rows = groups.flatMap((group): readonly (TableRow | GroupRow)[] => [
    ...(groups.length === 1 && group.path.length === 0 ? [] : [groupRow(pen, group)]),
    ...group.projects.map((project) => projectRow(pen, project, numbers.get(project) ?? 0)),
  ]);
  return { type: 'table', anchor: 'part:register', columns, rows, totals: totals(pen, sums), headColumn: 2 };
}

const rowsKept: Readonly<Record<Lang, KeptByProject<TableRow>>> = { en: new KeptByProject(), zh: new KeptByProject() };

function projectRow(pen: Pen, project: ProjectFacts, number: number): TableRow {
  return rowsKept[pen.lang].of(pen.analysis, project, String(number), () => newRow(pen, project, number));
}

function newRow(pen: Pen, project: ProjectFacts, number: number): TableRow {
  const { analysis, lang } = pen;
  const metrics = analysis.metrics(project);
  const level = project.level?.value;
  return row(
    [
      cell(String(number)),
      cell(project.name.text),
      cell(pen.project(project)),
      pen.nameCell(project.category),
      cell(pen.or(level === undefined ? undefined : levelWords[level][lang])),
      pen.nameCell(project.leader),
      pen.nameCell(project.unit),
      pen.nameCell(project.owner),
      pen.moneyCell(metrics.total),
      pen.moneyCell(metrics.plan),
      pen.moneyCell(metrics.invested),
      pen.percentCell(metrics.completion),
      cell(pen.or(pen.stage(stageAt(project, analysis.status)))),
      pen.lightCell(analysis.light(project).light),
    ],
    { origin: originOf(project), anchor: `register:${project.id}` },
  );
}

function groupRow(pen: Pen, { path, all }: RegisterGroup): GroupRow {
  const entry = path.at(-1)?.entry;
  const title = entry === undefined ? pen.say(words.uncategorised) : titleOf(entry);
  const above = path.slice(1, -1).map((group) => titleOf(group.entry));
  return {
    type: 'group',
    level: path.length > 1 ? 2 : 1,
    content: [
      text([...above, title].join(' › ')),
      muted(`${pen.gap}${groupSums(pen, sumsOf(all.map((project) => pen.analysis.metrics(project))))}`),
    ],
    ...(entry === undefined ? {} : { origin: originOf(entry) }),
  };
}

function groupSums(pen: Pen, sums: PortfolioSums): string {
  const money = (value: PortfolioSums['total']): string | undefined => pen.money(value, 2);
  const [total, plan, invested] = [money(sums.total), money(sums.plan), money(sums.invested)];
  return [
    sayCount(pen, sums.count),
    total === undefined ? undefined : pen.say(words.groupTotal, { money: total }),
    plan === undefined ? undefined : pen.say(words.groupPlan, { money: plan }),
    invested === undefined
      ? undefined
      : pen.say(words.groupInvested, { money: invested, percent: pen.percent(sums.completion) ?? '—' }),
  ]
    .filter((part) => part !== undefined)
    .join(pen.lang === 'zh' ? '，' : ', ');
}

export function sayCount(pen: Pen, n: number): string {
  return n === 1 ? pen.say(words.oneProject) : pen.say(words.projects, { n: pen.count(n) });
}

function totals(pen: Pen, sums: PortfolioSums): readonly Cell[] {
  const empty = cell('');
  return [
    empty,
    empty,
    cell(`${pen.say(words.sum)}${pen.lang === 'zh' ? '　' : ', '}${sayCount(pen, sums.count)}`),
    empty,
    empty,
    empty,
    empty,
    empty,
    pen.moneyCell(sums.total),
    pen.moneyCell(sums.plan),
    pen.moneyCell(sums.invested),
    pen.percentCell(sums.completion),
    empty,
    empty,
  ];
}
