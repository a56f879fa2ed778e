/** The table of all projects, by category. */
import type { Analysis } from '../../../analysis/analysis.js';
import { byTaxonomy, type TaxonomyGroup, withBelow } from '../../../analysis/portfolio-groups.js';
import { type PortfolioSums, sumsOf } from '../../../analysis/portfolio-sums.js';
import { stageAt } from '../../../analysis/state.js';
import type { ProjectFacts } from '../../../model/facts.js';
import type { Lang } from '../../../model/lang.js';
import type { Steps } from '../../../model/steps.js';
import { cell, muted, row, text } from '../../compose.js';
import type { Cell, Column, GroupRow, Table, TableRow } from '../../document.js';
import { type Formatter, originOf, titleOf } from '../../wording/formatter.js';
import { noteOnReports } from '../../wording/not-reported.js';
import { levelWords } from '../../wording/plan-words.js';
import { PerProjectCache } from '../per-project-cache.js';
import { bookletWords as words } from './booklet-words.js';

/** The order of the register: the categories as they are declared, the projects of each in the order of the plan. */
export interface RegisterGroup {
  readonly path: readonly TaxonomyGroup[];
  readonly projects: readonly ProjectFacts[];
  readonly all: readonly ProjectFacts[];
}

export function registerGroups({ plan }: Analysis, projects: readonly ProjectFacts[]): readonly RegisterGroup[] {
  const { groups, rest } = byTaxonomy(plan, 'category', projects);
  let path: readonly TaxonomyGroup[] = [];
  const categorised = withBelow(groups).map((group): RegisterGroup => {
    path = [...path.slice(0, group.depth), group];
    return { path, projects: group.own, all: group.all };
  });
  return rest.length === 0 ? categorised : [...categorised, { path: [], projects: rest, all: rest }];
}

/** One table over all projects. `numbers` are the places of the projects in the register, from 1. */
export function* registerTable(
  format: Formatter,
  groups: readonly RegisterGroup[],
  numbers: ReadonlyMap<ProjectFacts, number>,
  sums: PortfolioSums,
): Steps<Table> {
  const year = format.analysis.year;
  const name = (title: string): Column => ({ title, kind: 'text', wrap: false });
  const group = format.say(words.moneyGroup);
  const money = (title: string): Column => format.moneyColumn(title, { group });
  const columns: readonly Column[] = [
    { title: format.say(words.number), kind: 'number' },
    name(format.say(words.id)),
    { title: format.say(words.project), kind: 'text' },
    { title: format.say(words.category), kind: 'text' },
    name(format.say(words.level)),
    name(format.say(words.leader)),
    { title: format.say(words.unit), kind: 'text' },
    name(format.say(words.owner)),
    money(format.say(words.total)),
    money(format.say(words.plan, { year: format.planYear(year) })),
    money(format.say(words.invested)),
    { title: format.say(words.completion), kind: 'percent' },
    name(format.say(words.stage)),
    { title: format.say(words.light), kind: 'light' },
  ];
  const rows: (TableRow | GroupRow)[] = [];
  for (const group of groups) {
    if (groups.length > 1 || group.path.length > 0) rows.push(groupRow(format, group));
    yield;
    for (const project of group.projects) {
      rows.push(registerRow(format, project, numbers.get(project) ?? 0));
      yield;
    }
  }
  return { type: 'table', anchor: 'part:register', columns, rows, totals: totals(format, sums), headColumn: 2 };
}

const rowsKept: Readonly<Record<Lang, PerProjectCache<TableRow>>> = {
  en: new PerProjectCache(),
  zh: new PerProjectCache(),
};

function registerRow(format: Formatter, project: ProjectFacts, number: number): TableRow {
  const key = `${number} ${format.unit?.zeros ?? ''}`;
  return rowsKept[format.lang].of(format.analysis, project, key, () => newRow(format, project, number));
}

function newRow(format: Formatter, project: ProjectFacts, number: number): TableRow {
  const { analysis, lang } = format;
  const metrics = analysis.metrics(project);
  const level = project.level?.value;
  return row(
    [
      cell(String(number)),
      cell(project.name.text),
      cell(format.project(project)),
      format.nameCell(project.category),
      cell(format.or(level === undefined ? undefined : levelWords[level][lang])),
      format.nameCell(project.leader),
      format.nameCell(project.unit),
      format.nameCell(project.owner),
      format.moneyCell(metrics.total),
      format.moneyCell(metrics.plan),
      format.moneyCell(metrics.invested),
      format.percentCell(metrics.completion),
      cell(format.or(format.stage(stageAt(project, analysis.status)))),
      format.lightCell(analysis.light(project).light),
    ],
    { origin: originOf(project), anchor: `register:${project.id}` },
  );
}

function groupRow(format: Formatter, { path, all }: RegisterGroup): GroupRow {
  const entry = path.at(-1)?.entry;
  const title = entry === undefined ? format.say(words.uncategorised) : titleOf(entry);
  const above = path.slice(1, -1).map((group) => titleOf(group.entry));
  return {
    type: 'group',
    level: path.length > 1 ? 2 : 1,
    content: [
      text([...above, title].join(' › ')),
      muted(`${format.gap}${groupSums(format, sumsOf(all.map((project) => format.analysis.metrics(project))))}`),
    ],
    ...(entry === undefined ? {} : { origin: originOf(entry) }),
  };
}

function groupSums(format: Formatter, sums: PortfolioSums): string {
  const money = (value: PortfolioSums['total']): string | undefined => format.money(value, 2);
  const [total, plan, invested] = [money(sums.total), money(sums.plan), money(sums.invested)];
  return [
    sayCount(format, sums.count),
    total === undefined ? undefined : format.say(words.groupTotal, { money: total }),
    plan === undefined ? undefined : format.say(words.groupPlan, { money: plan }),
    invested === undefined
      ? undefined
      : format.say(words.groupInvested, { money: invested, percent: format.percent(sums.completion) ?? '—' }),
    noteOnReports(format, sums),
  ]
    .filter((part) => part !== undefined)
    .join(format.lang === 'zh' ? '，' : ', ');
}

function sayCount(format: Formatter, n: number): string {
  return n === 1 ? format.say(words.oneProject) : format.say(words.projects, { n: format.count(n) });
}

function totals(format: Formatter, sums: PortfolioSums): readonly Cell[] {
  const empty = cell('');
  return [
    empty,
    empty,
    cell(
      [`${format.say(words.sum)}${format.lang === 'zh' ? '　' : ', '}${sayCount(format, sums.count)}`]
        .concat(noteOnReports(format, sums) ?? [])
        .join(format.lang === 'zh' ? '，' : '; '),
    ),
    empty,
    empty,
    empty,
    empty,
    empty,
    format.moneyCell(sums.total),
    format.moneyCell(sums.plan),
    format.moneyCell(sums.invested),
    format.percentCell(sums.completion),
    empty,
    empty,
  ];
}
