/** The summary `bulletin`. */
import { poolAt } from '../../analysis/pool.js';
import { completionsOf, silentInMonth, startsOf } from '../../analysis/portfolio-month.js';
import { type PortfolioSums, sumsOf } from '../../analysis/portfolio-sums.js';
import { worstProjects } from '../../analysis/portfolio-worst.js';
import { isWithoutStage, latestReport } from '../../analysis/state.js';
import { civil } from '../../model/day.js';
import type { ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { type Rational, toTrimmedString } from '../../model/rational.js';
import { mapInSteps, type Steps } from '../../model/steps.js';
import { cell, remark, row, text } from '../compose.js';
import type { Block, Table } from '../document.js';
import { DASH, Formatter, originOf, titleOf } from '../wording/formatter.js';
import { sayReasons } from '../wording/light-reasons.js';
import { sayNotReported, sayRateOfReported } from '../wording/not-reported.js';
import { areasOf, pointsOf, ranking, unitsOf, unknownNote } from './bulletin-ranking.js';
import { columnWords } from './column-words.js';
import { documentOf, inOneBlock, numberedInSteps } from './heading.js';
import { figuresOfMonth, headline, monthEntries } from './month-entries.js';
import { datesTable } from './starts-and-completions.js';
import { inSteps, type Summary } from './summary.js';

const words = {
  ...columnWords,
  title: { en: 'Monthly bulletin', zh: '进展情况通报' },
  overall: { en: 'Overall', zh: '总体情况' },
  areas: { en: 'Ranking by area', zh: '各地区进度排名' },
  units: { en: 'Ranking by unit', zh: '各责任单位进度排名' },
  dates: { en: 'Starts and completions', zh: '开工、竣工情况' },
  lights: { en: 'Red and yellow lights, with reasons', zh: '红灯、黄灯项目及原因' },
  silent: { en: 'Not reported', zh: '未报送情况' },
  area: { en: 'Area', zh: '地区' },
  count: { en: 'Projects', zh: '项目数' },
  share: { en: 'Share of the plan invested', zh: '完成年度计划' },
  ahead: { en: '{n} points ahead of schedule', zh: '快于序时进度{n}个百分点' },
  behind: { en: '{n} points behind schedule', zh: '慢于序时进度{n}个百分点' },
  even: { en: 'on schedule', zh: '与序时进度持平' },
  completion: { en: 'Completion', zh: '完成率' },
  startedNow: { en: 'Started this month: {names}', zh: '本月开工：{names}' },
  finishedNow: { en: 'Completed this month: {names}', zh: '本月竣工：{names}' },
  startMissed: { en: 'Should have started but have not ({n}): {names}', zh: '应开工未开工（{n}项）：{names}' },
  finishMissed: { en: 'Should have been completed but have not ({n}): {names}', zh: '应竣工未竣工（{n}项）：{names}' },
  undatedStarts: {
    en: 'Started, with no day stated and so counted in no month ({n}): {names}',
    zh: '已开工但未注明日期，未计入各月（{n}项）：{names}',
  },
  undatedFinishes: {
    en: 'Completed, with no day stated and so counted in no month ({n}): {names}',
    zh: '已竣工但未注明日期，未计入各月（{n}项）：{names}',
  },
  overlap: {
    en: 'A project in several areas is counted in each of them; the total counts it once.',
    zh: '跨地区项目在各地区分别计入，合计只计一次。',
  },
  why: { en: 'Reason', zh: '原因' },
  late: { en: 'Days late incl. forecast', zh: '最大逾期（含预计）天数' },
  allGreen: { en: 'No project has a red or yellow light.', zh: '没有亮红灯或黄灯的项目。' },
  allReported: {
    en: 'Every active project has reported an investment this year.',
    zh: '推进中项目本年度均已报送完成投资。',
  },
  ofYear: { en: 'Investment of the year: {said}.', zh: '本年度完成投资：{said}。' },
  allInMonth: { en: 'Every active project has sent a report in {month}.', zh: '{month}推进中项目均已报送进展。' },
  lackInMonth: { en: 'No report in {month} ({n}):', zh: '{month}未报送进展的推进中项目（{n}项）：' },
  noneActive: {
    en: 'No project is active (ready or in construction), so none had to report.',
    zh: '没有推进中（预备、在建）的项目，无应报送项目。',
  },
  withoutStage: {
    en: '{n} state no stage, so nobody can tell whether they had to report.',
    zh: '{n}项未注明阶段，无法判断是否应报送。',
  },
  latest: { en: 'Latest report', zh: '最近报送' },
  empty: { en: 'No project is in the pool.', zh: '项目库中没有项目。' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** 通报: the month's circular. Who is first and who last, what began and what was completed, who did not report. */
export const bulletin: Summary = inSteps({
  kind: 'bulletin',
  title: words.title,
  beforehand: figuresOfMonth,
  *building(analysis, { lang, unit }) {
    const format = new Formatter(analysis, lang, [], unit);
    const projects = poolAt(analysis.plan, analysis.status);
    if (projects.length === 0) {
      return documentOf(format, 'bulletin', format.say(words.title), [
        { type: 'callout', tone: 'info', content: format.or(format.say(words.empty)) },
      ]);
    }
    const sums = sumsOf(projects.map((project) => analysis.metrics(project)));
    yield;
    const areas = areasOf(analysis, projects);
    yield;
    const ofMonth = unknownNote(format, projects);
    yield;
    const blocks = yield* numberedInSteps(format, [
      {
        anchor: 'overall',
        title: format.say(words.overall),
        blocks: () => inOneBlock(overall(format, projects, sums)),
      },
      ...(areas.length === 0
        ? []
        : [
            {
              anchor: 'areas',
              title: format.say(words.areas),
              *blocks(): Steps<readonly Block[]> {
                return [
                  yield* ranking(format, 'area-ranking', words.area, areasOf, projects, sums),
                  ...ofMonth,
                  ...(projects.some(({ area }) => area.length > 1) ? [remark(format.say(words.overlap))] : []),
                ];
              },
            },
          ]),
      {
        anchor: 'units',
        title: format.say(words.units),
        *blocks(): Steps<readonly Block[]> {
          return [yield* ranking(format, 'unit-ranking', columnWords.unit, unitsOf, projects, sums), ...ofMonth];
        },
      },
      { anchor: 'dates', title: format.say(words.dates), blocks: () => dates(format, projects) },
      { anchor: 'lights', title: format.say(words.lights), blocks: () => lights(format) },
      { anchor: 'silent', title: format.say(words.silent), blocks: () => silent(format, projects, sums) },
    ]);
    return documentOf(format, 'bulletin', format.say(words.title), blocks);
  },
});

// ── overall ───────────────────────────────────────────────────────────────────────────────────────────────────────

function* overall(format: Formatter, projects: readonly ProjectFacts[], sums: PortfolioSums): Steps<Block> {
  const { analysis } = format;
  return {
    type: 'keyValues',
    layout: 'figures',
    anchor: 'headline',
    entries: [
      headline(format, format.say(words.count), [text(format.count(sums.count))], []),
      ...(sums.plan === undefined
        ? []
        : [
            headline(
              format,
              format.say(words.plan, { year: format.planYear(analysis.year) }),
              format.largeMoney(sums.plan),
              [],
            ),
          ]),
      headline(format, format.say(words.invested), format.largeMoney(sums.invested), [sayNotReported(format, sums)]),
      headline(format, format.say(words.share), format.or(format.percent(sums.completion)), [
        sayAgainstTime(format, pointsOf(sums)),
        sayRateOfReported(format, sums),
      ]),
      ...(yield* monthEntries(format, projects)),
    ],
  };
}

function sayAgainstTime(format: Formatter, points: Rational | undefined): string | undefined {
  if (points === undefined) return undefined;
  const n = toTrimmedString({ n: points.n < 0n ? -points.n : points.n, d: points.d }, 1);
  if (n === '0') return format.say(words.even);
  return format.say(points.n < 0n ? words.behind : words.ahead, { n });
}

// ── starts and completions ────────────────────────────────────────────────────────────────────────────────────────

function* dates(format: Formatter, projects: readonly ProjectFacts[]): Steps<readonly Block[]> {
  const { analysis } = format;
  const starts = startsOf(analysis, projects);
  yield;
  const finishes = completionsOf(analysis, projects);
  const names = (mine: readonly ProjectFacts[], what: Bilingual): readonly Block[] =>
    mine.length === 0
      ? []
      : [
          {
            type: 'paragraph',
            content: [text(format.say(what, { n: mine.length, names: format.list(mine.map(titleOf)) }))],
          },
        ];
  return [
    datesTable(format, starts, finishes),
    ...names(starts.doneInMonth, words.startedNow),
    ...names(finishes.doneInMonth, words.finishedNow),
    ...names(starts.missed, words.startMissed),
    ...names(finishes.missed, words.finishMissed),
    ...names(starts.undated, words.undatedStarts),
    ...names(finishes.undated, words.undatedFinishes),
  ];
}

// ── lights, and who is silent ─────────────────────────────────────────────────────────────────────────────────────

function* lights(format: Formatter): Steps<readonly Block[]> {
  const { analysis } = format;
  const worst = worstProjects(analysis);
  yield;
  if (worst.length === 0) return [remark(format.say(words.allGreen))];
  return [
    {
      type: 'table',
      anchor: 'red-and-yellow',
      headColumn: 1,
      columns: [
        { title: format.say(words.light), kind: 'light' },
        { title: format.say(words.project), kind: 'text' },
        { title: format.say(columnWords.unit), kind: 'text' },
        { title: format.say(words.leader), kind: 'text', wrap: false },
        { title: format.say(words.why), kind: 'text' },
        { title: format.say(words.late), kind: 'number' },
        { title: format.say(words.completion), kind: 'percent' },
      ],
      rows: yield* mapInSteps(worst, (project) => {
        const judged = analysis.light(project);
        const metrics = analysis.metrics(project);
        return row(
          [
            format.lightCell(judged.light),
            titleOf(project),
            format.nameCell(project.unit),
            format.nameCell(project.leader),
            cell(format.or(sayReasons(format, judged))),
            metrics.daysLate === undefined ? cell(DASH, null) : format.countCell(metrics.daysLate.days),
            format.percentCell(metrics.completion),
          ],
          { origin: originOf(project) },
        );
      }),
    },
  ];
}

/** Who has reported no investment of the year, and by unit which active projects sent no report in the month. */
function* silent(format: Formatter, projects: readonly ProjectFacts[], sums: PortfolioSums): Steps<readonly Block[]> {
  const { analysis } = format;
  const said = sayNotReported(format, sums);
  const lacking = silentInMonth(analysis, projects);
  yield;
  const month = format.month(civil(analysis.status).month);
  const withoutStage = projects.filter((project) => isWithoutStage(project, analysis.status)).length;
  const told = [
    ...(said === undefined ? [] : [format.say(words.ofYear, { said })]),
    ...(withoutStage === 0 ? [] : [format.say(words.withoutStage, { n: withoutStage })]),
  ];
  const together = (sentences: readonly string[]): readonly Block[] =>
    sentences.length === 0 ? [] : [remark(sentences.join(format.lang === 'zh' ? '' : ' '))];
  // Where nobody had to report nothing is said that sounds as if all had.
  if (sums.active === 0) return together(told.length > 0 ? told : [format.say(words.noneActive)]);
  return [
    ...together([
      ...(said === undefined ? [format.say(words.allReported)] : []),
      ...told,
      ...(lacking.length === 0 ? [format.say(words.allInMonth, { month })] : []),
    ]),
    ...(lacking.length === 0
      ? []
      : [
          { type: 'paragraph', content: [text(format.say(words.lackInMonth, { month, n: lacking.length }))] } as const,
          yield* silentTable(format, lacking),
        ]),
  ];
}

function* silentTable(format: Formatter, lacking: readonly ProjectFacts[]): Steps<Table> {
  const { analysis } = format;
  const byUnit = unitsOf(analysis, lacking).flatMap(({ of, projects }) => projects.map((project) => ({ of, project })));
  return {
    type: 'table',
    anchor: 'silent-projects',
    columns: [
      { title: format.say(columnWords.unit), kind: 'text' },
      { title: format.say(words.project), kind: 'text' },
      { title: format.say(words.owner), kind: 'text', wrap: false },
      { title: format.say(words.latest), kind: 'date' },
    ],
    rows: yield* mapInSteps(byUnit, ({ of, project }) =>
      row(
        [
          cell(of === undefined ? format.say(words.noUnit) : titleOf(of)),
          titleOf(project),
          format.nameCell(project.owner),
          format.dayCell(latestReport(project, analysis.status)?.day),
        ],
        { origin: originOf(project) },
      ),
    ),
  };
}
