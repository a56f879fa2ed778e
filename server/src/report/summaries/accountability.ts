import {
  type Answering,
  type LeaderAnswering,
  leadersOf,
  ownersOf,
  unitsOf,
} from '../../analysis/portfolio-accountability.js';
import { standingsOf } from '../../analysis/portfolio-deadlines.js';
import { stageAt } from '../../analysis/state.js';
import { formatDay } from '../../model/day.js';
import type { OrgFacts, PersonFacts, ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { cell, light, muted, row, text } from '../compose.js';
import type { Block, Cell, Column, GroupRow, Inlines, Table, TableRow } from '../document.js';
import { columnWords } from './column-words.js';
import { documentOf, numbered } from './heading.js';
import { sayLights } from './light-reasons.js';
import { DASH, originOf, Pen, titleOf } from './pen.js';
import { standingLight } from './standing-words.js';
import type { Summary } from './summary.js';

const words = {
  ...columnWords,
  title: { en: 'Accountability', zh: '责任清单' },
  leaders: { en: 'Leaders', zh: '责任领导' },
  units: { en: 'Units', zh: '责任单位' },
  owners: { en: 'Responsible persons', zh: '责任人' },
  detail: { en: 'What each leader answers for', zh: '各责任领导承包项目' },
  name: { en: 'Name', zh: '姓名' },
  unitName: { en: 'Unit', zh: '单位' },
  post: { en: 'Post', zh: '职务' },
  head: { en: 'Head', zh: '负责人' },
  count: { en: 'Projects', zh: '项目数' },
  active: { en: 'Active', zh: '在推进' },
  load: { en: 'Load', zh: '承包（上限）' },
  loadOf: { en: '{n} of {max}', zh: '{n}（{max}）' },
  lights: { en: 'Lights', zh: '亮灯情况' },
  overdue: { en: 'Overdue', zh: '逾期节点' },
  issues: { en: 'Open issues', zh: '未解决问题' },
  report: { en: 'Report {half}', zh: '{half}述职' },
  given: { en: 'given', zh: '已述职' },
  givenOn: { en: 'given {day}', zh: '已述职 {day}' },
  missing: { en: 'missing', zh: '未述职' },
  nobody: { en: 'Nobody named', zh: '未明确' },
  next: { en: 'Next deadline', zh: '下一期限' },
  none: { en: 'No project is in the pool.', zh: '项目库中没有项目。' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** 责任清单: who answers for what, how much it is, how it stands, and whether the half-year report was given. */
export const accountability: Summary = {
  kind: 'accountability',
  title: words.title,
  build: (analysis, { lang }) => {
    const pen = new Pen(analysis, lang);
    const leaders = leadersOf(analysis);
    const blocks: readonly Block[] =
      leaders.length === 0
        ? [{ type: 'callout', tone: 'info', content: pen.or(pen.say(words.none)) }]
        : numbered(pen, [
            { anchor: 'leaders', title: pen.say(words.leaders), blocks: [leaderTable(pen, leaders)] },
            { anchor: 'units', title: pen.say(words.units), blocks: [unitTable(pen, unitsOf(analysis))] },
            { anchor: 'owners', title: pen.say(words.owners), blocks: [ownerTable(pen, ownersOf(analysis))] },
            { anchor: 'detail', title: pen.say(words.detail), blocks: [detailTable(pen, leaders)] },
          ]);
    return documentOf(pen, 'accountability', pen.say(words.title), blocks);
  },
};

function burdenColumns(pen: Pen): readonly Column[] {
  return [
    pen.moneyColumn(pen.say(words.total)),
    pen.moneyColumn(pen.say(words.plan, { year: pen.analysis.year })),
    { title: pen.say(words.completion), kind: 'percent' },
    { title: pen.say(words.lights), kind: 'text', wrap: false },
    { title: pen.say(words.overdue), kind: 'number' },
    { title: pen.say(words.issues), kind: 'number' },
  ];
}

function burden(pen: Pen, { sums, lights, overdue, openIssues }: Answering<unknown>): readonly Cell[] {
  return [
    pen.moneyCell(sums.total),
    pen.moneyCell(sums.plan),
    pen.percentCell(sums.completion),
    cell(sayLights(lights)),
    pen.countCell(overdue.length, (n) => light('red', n)),
    pen.countCell(openIssues),
  ];
}

function leaderTable(pen: Pen, leaders: readonly LeaderAnswering[]): Table {
  const half = leaders[0]?.report.half;
  return {
    type: 'table',
    anchor: 'leader-rows',
    columns: [
      { title: pen.say(words.name), kind: 'text', wrap: false },
      { title: pen.say(words.post), kind: 'text' },
      { title: pen.say(words.count), kind: 'number' },
      { title: pen.say(words.load), kind: 'number' },
      ...burdenColumns(pen),
      { title: half === undefined ? '' : pen.say(words.report, { half: pen.period(half) }), kind: 'light' },
    ],
    rows: leaders.map((leader) =>
      row(
        [
          nameOf(pen, leader.who),
          cell(pen.or(leader.who?.post?.text)),
          cell(pen.count(leader.projects.length)),
          loadCell(pen, leader),
          ...burden(pen, leader),
          reportCell(pen, leader),
        ],
        originIf(leader.who),
      ),
    ),
  };
}

function nameOf(pen: Pen, who: PersonFacts | OrgFacts | undefined): Cell {
  return cell(who === undefined ? light('red', pen.say(words.nobody)) : titleOf(who));
}

function originIf(who: PersonFacts | OrgFacts | undefined): Pick<TableRow, 'origin'> | Record<string, never> {
  return who === undefined ? {} : { origin: originOf(who) };
}

/** Active projects against the most that the policy lets one leader answer for. */
function loadCell(pen: Pen, { active, maxLoad, who }: LeaderAnswering): Cell {
  if (who === undefined || maxLoad === undefined) return cell(String(active));
  const said = pen.say(words.loadOf, { n: active, max: maxLoad });
  return cell(active > maxLoad ? light('red', said) : said, String(active));
}

function reportCell(pen: Pen, { report }: LeaderAnswering): Cell {
  const { given } = report;
  if (given === undefined) return cell(DASH, null);
  const last = given.at(-1);
  if (last === undefined) return cell(light('yellow', pen.say(words.missing)));
  return cell(
    light(
      'green',
      last.date === undefined ? pen.say(words.given) : pen.say(words.givenOn, { day: formatDay(last.date.day) }),
    ),
  );
}

function unitTable(pen: Pen, units: readonly Answering<OrgFacts>[]): Table {
  return {
    type: 'table',
    anchor: 'unit-rows',
    columns: [
      { title: pen.say(words.unitName), kind: 'text' },
      { title: pen.say(words.head), kind: 'text', wrap: false },
      { title: pen.say(words.count), kind: 'number' },
      { title: pen.say(words.active), kind: 'number' },
      ...burdenColumns(pen),
    ],
    rows: units.map((unit) =>
      row(
        [
          nameOf(pen, unit.who),
          pen.nameCell(unit.who?.head),
          cell(pen.count(unit.projects.length)),
          cell(pen.count(unit.active)),
          ...burden(pen, unit),
        ],
        originIf(unit.who),
      ),
    ),
  };
}

function ownerTable(pen: Pen, owners: readonly Answering<PersonFacts>[]): Table {
  return {
    type: 'table',
    anchor: 'owner-rows',
    columns: [
      { title: pen.say(words.name), kind: 'text', wrap: false },
      { title: pen.say(words.unitName), kind: 'text' },
      { title: pen.say(words.post), kind: 'text' },
      { title: pen.say(words.count), kind: 'number' },
      ...burdenColumns(pen),
    ],
    rows: owners.map((owner) =>
      row(
        [
          nameOf(pen, owner.who),
          pen.nameCell(owner.who?.org),
          cell(pen.or(owner.who?.post?.text)),
          cell(pen.count(owner.projects.length)),
          ...burden(pen, owner),
        ],
        originIf(owner.who),
      ),
    ),
  };
}

function detailTable(pen: Pen, leaders: readonly LeaderAnswering[]): Table {
  return {
    type: 'table',
    anchor: 'leader-projects',
    columns: [
      { title: pen.say(words.project), kind: 'text' },
      { title: pen.say(words.unit), kind: 'text' },
      { title: pen.say(words.owner), kind: 'text', wrap: false },
      { title: pen.say(words.stage), kind: 'text', wrap: false },
      { title: pen.say(words.completion), kind: 'percent' },
      { title: pen.say(words.next), kind: 'text' },
      { title: pen.say(words.state), kind: 'light' },
      { title: pen.say(words.light), kind: 'light' },
    ],
    rows: leaders.flatMap((leader): readonly (TableRow | GroupRow)[] => [
      { type: 'group', content: groupTitle(pen, leader), ...originIf(leader.who) },
      ...leader.projects.map((project) => projectRow(pen, project)),
    ]),
  };
}

function groupTitle(pen: Pen, { who, projects }: LeaderAnswering): Inlines {
  const count = projects.length === 1 ? pen.say(words.oneProject) : pen.say(words.projects, { n: projects.length });
  if (who === undefined) return [text(pen.say(words.nobody)), muted(`${pen.gap}${count}`)];
  const post = who.post === undefined ? '' : ` ${who.post.text}`;
  return [text(titleOf(who)), muted(`${post}${pen.gap}${count}`)];
}

function projectRow(pen: Pen, project: ProjectFacts): TableRow {
  const { analysis } = pen;
  const metrics = analysis.metrics(project);
  const next = nextStanding(pen, project);
  return row(
    [
      titleOf(project),
      pen.nameCell(project.unit),
      pen.nameCell(project.owner),
      cell(pen.or(pen.stage(stageAt(project, analysis.status)))),
      pen.percentCell(metrics.completion),
      cell(pen.or(next && `${titleOf(next.item)} ${pen.deadline(next.due) ?? ''}`)),
      next === undefined ? cell(DASH, null) : cell(standingLight(pen, next.standing)),
      pen.lightCell(analysis.light(project).light),
    ],
    { origin: originOf(project) },
  );
}

/** The open deadline that comes first. */
function nextStanding(pen: Pen, project: ProjectFacts) {
  const next = pen.analysis.metrics(project).nextDeadline?.item;
  return next === undefined ? undefined : standingsOf(pen.analysis, project).find(({ item }) => item === next);
}
