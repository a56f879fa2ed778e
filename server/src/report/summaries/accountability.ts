/** The summary `accountability`. */

import { type NextDue, nextDue, nextDueStatus } from '../../analysis/next-due.js';
import { poolAt } from '../../analysis/pool.js';
import {
  type LeaderResponsibility,
  leadersOf,
  ownersOf,
  type Responsibility,
  unitsOf,
} from '../../analysis/portfolio-accountability.js';
import { pursuedDeadlines } from '../../analysis/portfolio-deadlines.js';
import { overdueOwed } from '../../analysis/portfolio-owed.js';
import { amountsOf, type PortfolioSums, sumsOf } from '../../analysis/portfolio-sums.js';
import { type ReviewOwed, reviewsOwed } from '../../analysis/reviews.js';
import { stageAt } from '../../analysis/state.js';
import { formatDay } from '../../model/day.js';
import type { OrgFacts, PersonFacts, ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { mapInSteps, type Steps } from '../../model/steps.js';
import { cell, light, muted, row, text } from '../compose.js';
import type { Block, Cell, Column, GroupRow, Inlines, Table, TableRow } from '../document.js';
import { deadlineStatusLight } from '../wording/deadline-status-words.js';
import { DASH, Formatter, originOf, titleOf } from '../wording/formatter.js';
import { sayLights } from '../wording/light-reasons.js';
import { reportCells, reportColumns } from '../wording/not-reported.js';
import { columnWords } from './column-words.js';
import { documentOf, inOneBlock, numberedInSteps, type PartToMake } from './heading.js';
import { owedTable } from './overdue-owed.js';
import { inSteps, type Summary } from './summary.js';

const words = {
  ...columnWords,
  title: { en: 'Accountability', zh: '责任清单' },
  leaders: { en: 'Leaders', zh: '责任领导' },
  units: { en: 'Units', zh: '责任单位' },
  owners: { en: 'Owners', zh: '责任人' },
  detail: { en: 'Projects by leader', zh: '各责任领导包联项目' },
  name: { en: 'Name', zh: '姓名' },
  unitName: { en: 'Unit', zh: '单位' },
  post: { en: 'Post', zh: '职务' },
  head: { en: 'Head', zh: '负责人' },
  count: { en: 'Projects', zh: '项目数' },
  active: { en: 'Active', zh: '推进中' },
  load: { en: 'Load', zh: '包联（上限）' },
  loadOf: { en: '{n} of {max}', zh: '{n}（{max}）' },
  lights: { en: 'Lights', zh: '亮灯情况' },
  overdue: { en: 'Overdue', zh: '逾期节点' },
  plannedStart: { en: 'Planned start', zh: '计划开工' },
  plannedCompletion: { en: 'Planned completion', zh: '计划竣工' },
  issues: { en: 'Open issues', zh: '未解决问题' },
  decisions: { en: 'Open decisions (overdue)', zh: '在办决定（逾期）' },
  decisionsOf: { en: '{n} ({overdue})', zh: '{n}（{overdue}）' },
  owed: { en: 'Overdue, by unit ({n})', zh: '各单位逾期事项（{n}项）' },
  report: { en: 'Half-year reports for {half}', zh: '{half}述职情况' },
  activeThen: { en: 'Active projects in the half-year', zh: '该半年推进中项目数' },
  said: { en: 'Summary', zh: '述职内容' },
  given: { en: 'given', zh: '已述职' },
  givenOn: { en: 'given {day}', zh: '已述职 {day}' },
  missing: { en: 'missing', zh: '未述职' },
  nobody: { en: 'Nobody named', zh: '未明确' },
  next: { en: 'Next deadline', zh: '下一期限' },
  none: { en: 'No project is in the pool.', zh: '项目库中没有项目。' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** 责任清单: who answers for what, how much it is, how it stands, and whether the half-year report was given. */
export const accountability: Summary = inSteps({
  kind: 'accountability',
  title: words.title,
  *beforehand(analysis) {
    for (const project of poolAt(analysis.plan, analysis.status)) {
      const metrics = analysis.metrics(project);
      amountsOf(metrics);
      void metrics.openIssues;
      pursuedDeadlines(analysis, project);
      yield;
    }
  },
  *building(analysis, { lang, unit }) {
    const format = new Formatter(analysis, lang, [], unit);
    const leaders = yield* leadersOf(analysis);
    const reviews = reviewsOwed(analysis);
    yield;
    const owed = overdueOwed(analysis);
    yield;
    const half = reviews[0]?.half;
    const part = (anchor: string, title: string, making: () => Steps<Table>): PartToMake => ({
      anchor,
      title,
      blocks: () => inOneBlock(making()),
    });
    const blocks: readonly Block[] =
      leaders.length === 0 && reviews.length === 0 && owed.length === 0
        ? [{ type: 'callout', tone: 'info', content: format.or(format.say(words.none)) }]
        : yield* numberedInSteps(format, [
            part('leaders', format.say(words.leaders), () => leaderTable(format, leaders)),
            part('units', format.say(words.units), () => unitTable(format)),
            part('owners', format.say(words.owners), () => ownerTable(format)),
            ...(owed.length === 0
              ? []
              : [part('owed', format.say(words.owed, { n: owed.length }), () => owedTable(format, owed))]),
            ...(half === undefined
              ? []
              : [
                  part('reviews', format.say(words.report, { half: format.period(half) }), () =>
                    reviewTable(format, reviews),
                  ),
                ]),
            part('detail', format.say(words.detail), () => detailTable(format, leaders)),
          ]);
    return documentOf(format, 'accountability', format.say(words.title), blocks);
  },
});

/** Whether anybody in the pool did not report: then every table says who. */
function poolSums({ analysis }: Formatter): PortfolioSums {
  return sumsOf(poolAt(analysis.plan, analysis.status).map((project) => analysis.metrics(project)));
}

function burdenColumns(format: Formatter, all: PortfolioSums): readonly Column[] {
  return [
    format.moneyColumn(format.say(words.total)),
    format.moneyColumn(format.say(words.plan, { year: format.planYear(format.analysis.year) })),
    { title: format.say(words.completion), kind: 'percent' },
    ...reportColumns(format, all),
    { title: format.say(words.lights), kind: 'text', wrap: false },
    { title: format.say(words.overdue), kind: 'number' },
    { title: format.say(words.issues), kind: 'number' },
  ];
}

function burden(
  format: Formatter,
  { sums, lights, overdue, openIssues }: Responsibility<unknown>,
  all: PortfolioSums,
): readonly Cell[] {
  return [
    format.moneyCell(sums.total),
    format.moneyCell(sums.plan),
    format.percentCell(sums.completion),
    ...reportCells(format, sums, all),
    cell(sayLights(lights)),
    format.countCell(overdue.length, (n) => light('red', n)),
    format.countCell(openIssues),
  ];
}

function* leaderTable(format: Formatter, leaders: readonly LeaderResponsibility[]): Steps<Table> {
  const all = poolSums(format);
  yield;
  return {
    type: 'table',
    anchor: 'leader-rows',
    columns: [
      { title: format.say(words.name), kind: 'text', wrap: false },
      { title: format.say(words.post), kind: 'text' },
      { title: format.say(words.count), kind: 'number' },
      { title: format.say(words.load), kind: 'number' },
      ...burdenColumns(format, all),
    ],
    rows: yield* mapInSteps(leaders, (leader) =>
      row(
        [
          nameOf(format, leader.who),
          cell(format.or(leader.who?.post?.text)),
          cell(format.count(leader.projects.length)),
          loadCell(format, leader),
          ...burden(format, leader, all),
        ],
        originIf(leader.who),
      ),
    ),
  };
}

function nameOf(format: Formatter, who: PersonFacts | OrgFacts | undefined): Cell {
  return cell(who === undefined ? light('red', format.say(words.nobody)) : titleOf(who));
}

function originIf(who: PersonFacts | OrgFacts | undefined): Pick<TableRow, 'origin'> | Record<string, never> {
  return who === undefined ? {} : { origin: originOf(who) };
}

/** Active projects against the most that the policy lets one leader answer for. */
function loadCell(format: Formatter, { active, maxLoad, who }: LeaderResponsibility): Cell {
  if (who === undefined || maxLoad === undefined) return cell(String(active));
  const said = format.say(words.loadOf, { n: active, max: maxLoad });
  return cell(active > maxLoad ? light('red', said) : said, String(active));
}

/** 半年述职: who owes the report of the half year that is due, and who gave it. */
function* reviewTable(format: Formatter, owed: readonly ReviewOwed[]): Steps<Table> {
  const byUnit = owed.some(({ units }) => units.length > 0);
  return {
    type: 'table',
    anchor: 'review-rows',
    columns: [
      { title: format.say(words.name), kind: 'text', wrap: false },
      { title: format.say(words.post), kind: 'text' },
      ...(byUnit ? [{ title: format.say(words.unitName), kind: 'text' } as const] : []),
      { title: format.say(words.activeThen), kind: 'number' },
      { title: format.say(words.state), kind: 'light' },
      { title: format.say(words.said), kind: 'text' },
    ],
    rows: yield* mapInSteps(owed, (each) =>
      row(
        [
          nameOf(format, each.who),
          cell(format.or(each.who?.post?.text)),
          ...(byUnit ? [cell(format.or(format.list(each.units.map(titleOf))))] : []),
          format.countCell(each.projects.length),
          reportCell(format, each),
          cell(format.words(each.given.at(-1)?.text)),
        ],
        originIf(each.who ?? each.units[0]),
      ),
    ),
  };
}

function reportCell(format: Formatter, { given, unread }: ReviewOwed): Cell {
  const last = given.at(-1);
  if (last === undefined) return unread ? cell(DASH, null) : cell(light('yellow', format.say(words.missing)));
  return cell(
    light(
      'green',
      last.date === undefined ? format.say(words.given) : format.say(words.givenOn, { day: formatDay(last.date.day) }),
    ),
  );
}

function* unitTable(format: Formatter): Steps<Table> {
  const all = poolSums(format);
  yield;
  const units = yield* unitsOf(format.analysis);
  return {
    type: 'table',
    anchor: 'unit-rows',
    columns: [
      { title: format.say(words.unitName), kind: 'text' },
      { title: format.say(words.head), kind: 'text', wrap: false },
      { title: format.say(words.count), kind: 'number' },
      { title: format.say(words.active), kind: 'number' },
      ...burdenColumns(format, all),
      { title: format.say(words.decisions), kind: 'number' },
    ],
    rows: yield* mapInSteps(units, (unit) =>
      row(
        [
          nameOf(format, unit.who),
          format.nameCell(unit.who?.head),
          cell(format.count(unit.projects.length)),
          cell(format.count(unit.active)),
          ...burden(format, unit, all),
          decisionsCell(format, unit),
        ],
        originIf(unit.who),
      ),
    ),
  };
}

/** How many decisions it has to carry out, and how many of them are overdue. */
function decisionsCell(format: Formatter, { decisions }: Responsibility<unknown>): Cell {
  const overdue = decisions.filter(({ left }) => left !== undefined && left < 0).length;
  if (overdue === 0) return format.countCell(decisions.length);
  const said = format.say(words.decisionsOf, { n: decisions.length, overdue });
  return cell(light('red', said), String(decisions.length));
}

function* ownerTable(format: Formatter): Steps<Table> {
  const all = poolSums(format);
  yield;
  const owners = yield* ownersOf(format.analysis);
  return {
    type: 'table',
    anchor: 'owner-rows',
    columns: [
      { title: format.say(words.name), kind: 'text', wrap: false },
      { title: format.say(words.unitName), kind: 'text' },
      { title: format.say(words.post), kind: 'text' },
      { title: format.say(words.count), kind: 'number' },
      ...burdenColumns(format, all),
      { title: format.say(words.decisions), kind: 'number' },
    ],
    rows: yield* mapInSteps(owners, (owner) =>
      row(
        [
          nameOf(format, owner.who),
          format.nameCell(owner.who?.org),
          cell(format.or(owner.who?.post?.text)),
          cell(format.count(owner.projects.length)),
          ...burden(format, owner, all),
          decisionsCell(format, owner),
        ],
        originIf(owner.who),
      ),
    ),
  };
}

function* detailTable(format: Formatter, leaders: readonly LeaderResponsibility[]): Steps<Table> {
  const rows: (TableRow | GroupRow)[] = [];
  for (const leader of leaders) {
    rows.push({ type: 'group', content: groupTitle(format, leader), ...originIf(leader.who) });
    for (const project of leader.projects) {
      rows.push(projectRow(format, project));
      yield;
    }
  }
  return {
    type: 'table',
    anchor: 'leader-projects',
    columns: [
      { title: format.say(words.project), kind: 'text' },
      { title: format.say(words.unit), kind: 'text' },
      { title: format.say(words.owner), kind: 'text', wrap: false },
      { title: format.say(words.stage), kind: 'text', wrap: false },
      { title: format.say(words.completion), kind: 'percent' },
      { title: format.say(words.next), kind: 'text' },
      { title: format.say(words.state), kind: 'light' },
      { title: format.say(words.light), kind: 'light' },
    ],
    rows,
  };
}

function groupTitle(format: Formatter, { who, projects }: LeaderResponsibility): Inlines {
  const count =
    projects.length === 1 ? format.say(words.oneProject) : format.say(words.projects, { n: projects.length });
  if (who === undefined) return [text(format.say(words.nobody)), muted(`${format.gap}${count}`)];
  const post = who.post === undefined ? '' : ` ${who.post.text}`;
  return [text(titleOf(who)), muted(`${post}${format.gap}${count}`)];
}

function projectRow(format: Formatter, project: ProjectFacts): TableRow {
  const { analysis } = format;
  const metrics = analysis.metrics(project);
  const next = nextDue(analysis, project);
  return row(
    [
      titleOf(project),
      format.nameCell(project.unit),
      format.nameCell(project.owner),
      cell(format.or(format.stage(stageAt(project, analysis.status)))),
      format.percentCell(metrics.completion),
      cell(format.or(next && `${nextName(format, next)} ${format.deadline(next.due) ?? ''}`)),
      next === undefined ? cell(DASH, null) : cell(deadlineStatusLight(format, nextDueStatus(analysis, project, next))),
      format.lightCell(analysis.light(project).light),
    ],
    { origin: originOf(project) },
  );
}

function nextName(format: Formatter, next: NextDue): string {
  if (next.of === 'item') return titleOf(next.item);
  return format.say(next.of === 'start' ? words.plannedStart : words.plannedCompletion);
}
