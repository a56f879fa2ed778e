/** The summary `dashboard`. */
import { wordsOf } from '../../../../grammar/words.js';
import { isUnjudged, lightOfProjects } from '../../analysis/lights/judge.js';
import { figureToMoney } from '../../analysis/metrics/figure.js';
import { poolAt } from '../../analysis/pool.js';
import { lightsOf } from '../../analysis/portfolio-accountability.js';
import { courseOf, monthlyCurve } from '../../analysis/portfolio-curve.js';
import { dueWithin, pursuedDeadlines, warningsOf } from '../../analysis/portfolio-deadlines.js';
import { byTaxonomy, withBelow } from '../../analysis/portfolio-groups.js';
import { openIssuesAt } from '../../analysis/portfolio-issues.js';
import { completionsOf, startsOf } from '../../analysis/portfolio-month.js';
import { type PortfolioSums, sumsOf } from '../../analysis/portfolio-sums.js';
import { worstProjects } from '../../analysis/portfolio-worst.js';
import { stageAt } from '../../analysis/state.js';
import type { ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { mapInSteps, type Steps } from '../../model/steps.js';
import { cell, light, remark, row, text } from '../compose.js';
import type { Block, Cell, GroupRow, KeyValue, Light, StackedCounts, Table, TableRow } from '../document.js';
import { lightWords } from '../wording/document-words.js';
import { DASH, Formatter, originOf, titleOf } from '../wording/formatter.js';
import { namesFigures, sayReasons } from '../wording/light-reasons.js';
import { lacksReport, noteOnReports, reportCells, reportColumns, sayNotReported } from '../wording/not-reported.js';
import { levelWords, stageWords } from '../wording/plan-words.js';
import { columnWords } from './column-words.js';
import { deadlineTable } from './deadlines.js';
import { expectationTable } from './expectations.js';
import { leadingTo, type Stated } from './figure-origins.js';
import { documentOf, inOneBlock, numberedInSteps, type PartToMake } from './heading.js';
import { investmentCourse } from './investment.js';
import { saySinceMeeting } from './issues.js';
import { figuresOfMonth, monthEntries } from './month-entries.js';
import { datesTable } from './starts-and-completions.js';
import { inSteps, type Summary } from './summary.js';

const words = {
  ...columnWords,
  title: { en: 'Overview', zh: '总览' },
  count: { en: 'Projects', zh: '项目总数' },
  stages: { en: '{stage} {n}', zh: '{stage}{n}' },
  ofPlan: { en: '{percent}, planned to date {money}', zh: '完成率{percent}，序时计划{money}' },
  overdue: { en: 'Overdue deadlines', zh: '逾期节点' },
  late: { en: '{n} more forecast to be late', zh: '另有{n}项预计逾期' },
  openIssues: { en: 'Open issues', zh: '未解决问题' },
  overdueIssues: { en: '{n} overdue', zh: '其中逾期{n}个' },
  lights: { en: 'Lights', zh: '亮灯情况' },
  lightsBy: { en: 'Projects by category and light', zh: '各类别项目亮灯' },
  unit: { en: 'projects', zh: '项' },
  composition: { en: 'Composition of the pool', zh: '项目构成' },
  byStage: { en: 'By stage', zh: '按阶段' },
  byLevel: { en: 'By level', zh: '按级别' },
  byCategory: { en: 'By category', zh: '按类别' },
  name: { en: 'Name', zh: '名称' },
  countColumn: { en: 'Projects', zh: '项目数' },
  course: { en: 'Investment', zh: '投资进度' },
  soon: { en: 'Deadlines of the next 30 days', zh: '未来30天到期节点' },
  worst: { en: 'Projects most in need of attention', zh: '需重点关注的项目' },
  worstOf: { en: '{n} of {all} projects with a red or yellow light', zh: '共{all}项亮红灯或黄灯，列前{n}项' },
  why: { en: 'Reason', zh: '亮灯原因' },
  daysLate: { en: 'Days late incl. forecast', zh: '最大逾期（含预计）天数' },
  investmentBehind: { en: 'Investment behind', zh: '投资滞后' },
  progressBehind: { en: 'Progress behind', zh: '进度滞后' },
  issues: { en: 'Issues', zh: '问题' },
  expectations: { en: 'Published figures', zh: '公布数核对' },
  rest: { en: 'Not stated', zh: '未注明' },
  lacksFigure: {
    en: '{n} cannot be judged, as a figure is missing – {why}: {projects}',
    zh: '{n}项因缺少数据无法评判，{why}：{projects}',
  },
  notJudged: { en: '{n} cannot be judged – {why}: {projects}', zh: '{n}项无法评判，{why}：{projects}' },
  sameSilent: { en: '{said}: those just named', zh: '{said}，即上列项目' },
  silent: { en: '{said}: {projects}', zh: '{said}：{projects}' },
  allGreen: { en: 'No project has a red or yellow light.', zh: '没有亮红灯或黄灯的项目。' },
  dates: { en: 'Starts and completions', zh: '开工、竣工情况' },
  nothingDue: { en: 'Nothing is due in the next 30 days.', zh: '未来30天没有到期节点。' },
  empty: { en: 'No project is in the pool.', zh: '项目库中没有项目。' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const LIGHTS: readonly Light[] = ['red', 'yellow', 'green', 'blue', 'grey'];
const MOST_WORST = 10;
const DAYS_AHEAD = 30;

/** 总览: one look at the whole. */
export const dashboard: Summary = inSteps({
  kind: 'dashboard',
  title: words.title,
  *beforehand(analysis) {
    const { plan, status, planYear } = analysis;
    yield* figuresOfMonth(analysis);
    for (const project of poolAt(plan, status)) {
      const metrics = analysis.metrics(project);
      if (metrics.plan !== undefined || metrics.invested !== undefined) courseOf(metrics, planYear);
      pursuedDeadlines(analysis, project);
      yield;
    }
  },
  *building(analysis, { lang, unit }) {
    const format = new Formatter(analysis, lang, [], unit);
    const { plan, status } = analysis;
    const projects = poolAt(plan, status);
    if (projects.length === 0) {
      return documentOf(format, 'dashboard', format.say(words.title), [
        { type: 'callout', tone: 'info', content: format.or(format.say(words.empty)) },
      ]);
    }
    const metrics = projects.map((project) => analysis.metrics(project));
    const sums = sumsOf(metrics);
    yield;
    const invests = sums.plan !== undefined || sums.invested !== undefined;
    const entries = yield* headlineEntries(format, projects, sums);
    const part = (anchor: string, title: Bilingual, blocks: PartToMake['blocks']) => ({
      anchor,
      title: format.say(title),
      blocks,
    });
    const parts = yield* numberedInSteps(format, [
      part('lights', words.lights, () => [lightCounts(format, projects)]),
      part('worst', words.worst, () => worstPart(format, projects, sums)),
      part('course', words.course, () =>
        invests ? investmentCourse(format, monthlyCurve(metrics, analysis.planYear)) : [],
      ),
      part('dates', words.dates, () => datesPart(format, projects)),
      part('soon', words.soon, () => soon(format)),
      part('composition', words.composition, () => inOneBlock(composition(format, projects, sums))),
      part('expect', words.expectations, () => [expectationTable(format) ?? []].flat()),
    ]);
    return documentOf(format, 'dashboard', format.say(words.title), [
      { type: 'keyValues', layout: 'figures', anchor: 'headline', entries },
      ...parts,
    ]);
  },
});

function* worstPart(
  format: Formatter,
  projects: readonly ProjectFacts[],
  sums: PortfolioSums,
): Steps<readonly Block[]> {
  const blocks = worst(format);
  yield;
  return [...blocks, ...silent(format, projects, sums)];
}

function* datesPart(format: Formatter, projects: readonly ProjectFacts[]): Steps<readonly Block[]> {
  const starts = startsOf(format.analysis, projects);
  yield;
  return [datesTable(format, starts, completionsOf(format.analysis, projects))];
}

function* headlineEntries(
  format: Formatter,
  projects: readonly ProjectFacts[],
  sums: PortfolioSums,
): Steps<readonly KeyValue[]> {
  const { analysis, lang } = format;
  const lights = lightsOf(analysis, projects);
  yield;
  const { overdue, forecastLate } = warningsOf(analysis);
  yield;
  // Those that inspections found as well, as the list of issues has them.
  const open = openIssuesAt(analysis.plan, analysis.status);
  yield;
  const issues = open.length;
  const overdueIssues = open.filter(({ left }) => left !== undefined && left < 0).length;
  const planned = sums.plannedToDate && format.money(figureToMoney(sums.plannedToDate), 2);
  const entry = (label: string, value: KeyValue['value'], note?: string, first?: Stated): KeyValue => ({
    label,
    value,
    ...(note === undefined || note === '' ? {} : { note }),
    ...leadingTo(first),
  });
  const number = (n: number, colour: Light): KeyValue['value'] => (n === 0 ? [text('0')] : [light(colour, String(n))]);
  const stages = format.list(
    wordsOf('stage').flatMap((stage) => {
      const n = projects.filter((project) => stageAt(project, analysis.status) === stage).length;
      return n === 0 ? [] : [format.say(words.stages, { stage: stageWords[stage][lang], n })];
    }),
  );
  yield;
  const ofMonth = sums.invested === undefined ? [] : yield* monthEntries(format, projects);
  yield;
  return [
    entry(format.say(words.count), [text(format.count(projects.length))], stages),
    ...(sums.total === undefined ? [] : [entry(format.say(words.total), format.largeMoney(sums.total))]),
    ...(sums.plan === undefined
      ? []
      : [entry(format.say(words.plan, { year: format.planYear(analysis.year) }), format.largeMoney(sums.plan))]),
    ...(sums.invested === undefined
      ? []
      : [
          entry(
            format.say(words.invested),
            format.largeMoney(sums.invested),
            format.list(
              [
                planned &&
                  format.say(words.ofPlan, { percent: format.percent(sums.completion) ?? '—', money: planned }),
                noteOnReports(format, sums),
              ].filter((part) => part !== undefined),
            ),
          ),
          ...ofMonth,
        ]),
    ...(['red', 'yellow'] as const).map((colour) =>
      entry(
        `${lightWords[colour][lang]}${lang === 'zh' ? '灯' : ' lights'}`,
        number(lights.get(colour) ?? 0, colour),
        undefined,
        projects.find((project) => analysis.light(project).light === colour),
      ),
    ),
    entry(
      format.say(words.overdue),
      number(overdue.length, 'red'),
      forecastLate.length === 0 ? undefined : format.say(words.late, { n: forecastLate.length }),
      (overdue[0] ?? forecastLate[0])?.item,
    ),
    entry(
      format.say(words.openIssues),
      [text(String(issues))],
      format.list(
        [
          overdueIssues === 0 ? undefined : format.say(words.overdueIssues, { n: overdueIssues }),
          saySinceMeeting(format),
        ].filter((part) => part !== undefined),
      ),
      open[0]?.issue,
    ),
  ];
}

/** One bar a category at the level where projects stand apart: below a single top, its children. */
function lightCounts(format: Formatter, projects: readonly ProjectFacts[]): StackedCounts {
  const { analysis, lang } = format;
  const { groups, rest } = byTaxonomy(analysis.plan, 'category', projects);
  const shown = groups.flatMap((group) =>
    group.own.length === 0 && group.below.length > 0 && groups.length <= 3 ? group.below : [group],
  );
  const counted = [
    ...shown.map((group) => ({ label: titleOf(group.entry), projects: group.all, origin: originOf(group.entry) })),
    ...(rest.length === 0
      ? []
      : [{ label: groups.length === 0 ? format.say(words.sum) : format.say(words.rest), projects: rest }]),
  ];
  const present = LIGHTS.filter((colour) => lightsOf(analysis, projects).has(colour));
  return {
    type: 'stackedCounts',
    anchor: 'light-counts',
    title: format.say(words.lightsBy),
    unit: format.say(words.unit),
    series: present.map((colour) => ({ label: lightWords[colour][lang], light: colour })),
    rows: counted.map(({ projects: mine, ...more }) => {
      const lights = lightsOf(analysis, mine);
      return { ...more, counts: present.map((colour) => lights.get(colour) ?? 0) };
    }),
  };
}

function* soon(format: Formatter): Steps<readonly Block[]> {
  const items = dueWithin(format.analysis, DAYS_AHEAD);
  yield;
  return [items.length === 0 ? said(format, words.nothingDue) : yield* deadlineTable(format, 'soon-items', items)];
}

function said(format: Formatter, what: Bilingual): Block {
  return remark(format.say(what));
}

function worst(format: Formatter): readonly Block[] {
  const { analysis } = format;
  const all = worstProjects(analysis);
  const grey = unjudged(format);
  if (all.length === 0) return [said(format, words.allGreen), ...grey];
  const shown = all.slice(0, MOST_WORST);
  const table: Table = {
    type: 'table',
    anchor: 'worst-projects',
    columns: [
      { title: format.say(words.light), kind: 'light' },
      { title: format.say(words.project), kind: 'text' },
      { title: format.say(columnWords.unit), kind: 'text' },
      { title: format.say(words.owner), kind: 'text', wrap: false },
      { title: format.say(words.why), kind: 'text' },
      { title: format.say(words.daysLate), kind: 'number' },
      { title: format.say(words.investmentBehind), kind: 'percent' },
      { title: format.say(words.progressBehind), kind: 'percent' },
      { title: format.say(words.issues), kind: 'number' },
    ],
    headColumn: 1,
    rows: shown.map((project) => {
      const metrics = analysis.metrics(project);
      const judged = analysis.light(project);
      const late = metrics.daysLate?.days;
      return row(
        [
          format.lightCell(judged.light),
          titleOf(project),
          format.nameCell(project.unit),
          format.nameCell(project.owner),
          cell(format.or(sayReasons(format, judged))),
          late === undefined ? cell(DASH, null) : format.countCell(late),
          format.percentCell(metrics.investmentBehind),
          format.percentCell(metrics.progressBehind),
          format.countCell(metrics.openIssues.length),
        ],
        { origin: originOf(project) },
      );
    }),
  };
  const more = format.say(words.worstOf, { n: shown.length, all: all.length });
  return [table, ...(all.length > shown.length ? [remark(more)] : []), ...grey];
}

/** Who is not in the sums of what was reported. */
function silent(format: Formatter, projects: readonly ProjectFacts[], sums: PortfolioSums): readonly Block[] {
  const said = sayNotReported(format, sums);
  if (said === undefined) return [];
  const lacking = projects.filter((project) => lacksReport(format.analysis.metrics(project)));
  // Where they are just those that could not be judged, they are named already.
  if (unjudgedByReason(format).some((group) => isSame(group.projects, lacking)))
    return [{ type: 'paragraph', content: [text(format.say(words.sameSilent, { said }))] }];
  const names = lacking.map(titleOf);
  return [{ type: 'paragraph', content: [text(format.say(words.silent, { said, projects: format.few(names) }))] }];
}

/** Not knowing is no good news: who is grey, and for want of which figure or for what else. */
function unjudged(format: Formatter): readonly Block[] {
  return unjudgedByReason(format).map(({ why, lacksFigure, projects }): Block => {
    const said = { n: projects.length, why, projects: format.few(projects.map(titleOf)) };
    return { type: 'paragraph', content: [text(format.say(lacksFigure ? words.lacksFigure : words.notJudged, said))] };
  });
}

interface Unjudged {
  readonly why: string;
  /** Whether `why` names figures. */
  readonly lacksFigure: boolean;
  readonly projects: readonly ProjectFacts[];
}

function unjudgedByReason(format: Formatter): readonly Unjudged[] {
  const { analysis } = format;
  const byReason = new Map<string, { readonly lacksFigure: boolean; readonly projects: ProjectFacts[] }>();
  for (const project of poolAt(analysis.plan, analysis.status)) {
    const judged = analysis.light(project);
    if (!isUnjudged(judged)) continue;
    const why = sayReasons(format, judged);
    const same = byReason.get(why);
    if (same === undefined) byReason.set(why, { lacksFigure: namesFigures(judged), projects: [project] });
    else same.projects.push(project);
  }
  return [...byReason].map(([why, group]) => ({ why, ...group }));
}

function isSame(some: readonly ProjectFacts[], others: readonly ProjectFacts[]): boolean {
  const known = new Set(others);
  return some.length === others.length && some.every((project) => known.has(project));
}

function groupedBy(
  projects: readonly ProjectFacts[],
  of: (project: ProjectFacts) => string | undefined,
): ReadonlyMap<string | undefined, readonly ProjectFacts[]> {
  const groups = new Map<string | undefined, ProjectFacts[]>();
  for (const project of projects) {
    const key = of(project);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [project]);
    else group.push(project);
  }
  return groups;
}

type Lines = () => Table['rows'];

function* composition(format: Formatter, projects: readonly ProjectFacts[], all: PortfolioSums): Steps<Table> {
  const { analysis, lang } = format;
  const cells = (label: string, sums: PortfolioSums): readonly Cell[] => [
    cell(label),
    cell(format.count(sums.count), String(sums.count)),
    format.moneyCell(sums.total),
    format.moneyCell(sums.plan),
    format.moneyCell(sums.invested),
    format.percentCell(sums.completion),
    ...reportCells(format, sums, all),
  ];
  const line = (
    label: string,
    mine: readonly ProjectFacts[],
    more: Pick<TableRow, 'origin'> = {},
  ): readonly TableRow[] => {
    if (mine.length === 0) return [];
    const sums = sumsOf(mine.map((project) => analysis.metrics(project)));
    const worstLight = lightOfProjects(mine.map((project) => analysis.light(project)));
    return [row([...cells(label, sums), cell(light(worstLight))], { ...leadingTo(mine[0]), ...more })];
  };
  const group = (title: Bilingual): GroupRow => ({ type: 'group', content: [text(format.say(title))] });
  const { groups, rest } = byTaxonomy(analysis.plan, 'category', projects);
  const stages = groupedBy(projects, (project) => stageAt(project, analysis.status));
  const levels = groupedBy(projects, (project) => project.level?.value);
  const linesOf = <W extends string>(
    names: readonly W[],
    said: Readonly<Record<W, Bilingual>>,
    grouped: ReadonlyMap<string | undefined, readonly ProjectFacts[]>,
  ): readonly Lines[] => [
    ...names.map(
      (name): Lines =>
        () =>
          line(said[name][lang], grouped.get(name) ?? []),
    ),
    () => line(format.say(words.rest), grouped.get(undefined) ?? []),
  ];
  const categories: readonly Lines[] = [
    () => [group(words.byCategory)],
    ...withBelow(groups).map(
      ({ entry, depth, all: mine }): Lines =>
        () =>
          line(`${'　'.repeat(depth)}${titleOf(entry)}`, mine, { origin: originOf(entry) }),
    ),
    () => line(format.say(words.rest), rest),
  ];
  const lines: readonly Lines[] = [
    () => [group(words.byStage)],
    ...linesOf(wordsOf('stage'), stageWords, stages),
    () => [group(words.byLevel)],
    ...linesOf(wordsOf('level'), levelWords, levels),
    ...(groups.length === 0 ? [] : categories),
  ];
  yield;
  return {
    type: 'table',
    anchor: 'pool',
    ordered: true,
    columns: [
      { title: format.say(words.name), kind: 'text' },
      { title: format.say(words.countColumn), kind: 'number' },
      format.moneyColumn(format.say(words.total)),
      format.moneyColumn(format.say(words.plan, { year: format.planYear(analysis.year) })),
      format.moneyColumn(format.say(words.invested)),
      { title: format.say(words.completion), kind: 'percent' },
      ...reportColumns(format, all),
      { title: format.say(words.light), kind: 'light' },
    ],
    rows: (yield* mapInSteps(lines, (made) => made())).flat(),
    totals: [...cells(format.say(words.sum), all), cell('')],
  };
}
