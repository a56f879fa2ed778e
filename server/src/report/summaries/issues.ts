/** The summary `issues`. */
import { wordsOf } from '../../../../grammar/words.js';
import { issuesByUnit, issuesSinceMeeting, type OpenIssue, openIssuesAt } from '../../analysis/portfolio-issues.js';
import { formatDay } from '../../model/day.js';
import type { EscalationLevel, IssueKind, ProjectFacts, Ref } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { div, type Rational, whole } from '../../model/rational.js';
import { mapInSteps, type Steps } from '../../model/steps.js';
import { cell, light, muted, row, text } from '../compose.js';
import type { Block, Cell, GroupRow, Inlines, KeyValue, Table, TableRow } from '../document.js';
import { daysLeft } from '../wording/deadline-status-words.js';
import { DASH, Formatter, originOf, titleOf } from '../wording/formatter.js';
import { movesNote } from '../wording/moved-deadlines.js';
import { escalationWords, issueWords } from '../wording/plan-words.js';
import { columnWords } from './column-words.js';
import { leadingTo, type Stated } from './figure-origins.js';
import { documentOf, inOneBlock, numberedInSteps } from './heading.js';
import { inSteps, type Summary } from './summary.js';

const words = {
  ...columnWords,
  title: { en: 'Open issues', zh: '问题清单' },
  open: { en: 'Open issues', zh: '未解决问题' },
  overdue: { en: 'Overdue', zh: '已逾期' },
  unescalated: { en: 'Not escalated', zh: '未提请协调' },
  solved: { en: 'Solved since the meeting of {day}', zh: '{day}会议以来解决' },
  raised: { en: 'New since the meeting of {day}', zh: '{day}会议以来新增' },
  share: { en: '{percent} solved', zh: '销号率{percent}' },
  oldest: { en: 'Open longest', zh: '最长未解决' },
  days: { en: '{n} days', zh: '{n}天' },
  age: { en: 'Age', zh: '已提出' },
  ageUnit: { en: 'days', zh: '天' },
  kinds: { en: 'By kind and level', zh: '按类型、协调层级' },
  counts: { en: 'Open issues', zh: '未解决问题' },
  countUnit: { en: 'issues', zh: '个' },
  unkinded: { en: 'Kind not stated', zh: '未注明类型' },
  byUnit: { en: 'By unit', zh: '按责任单位' },
  openColumn: { en: 'Open', zh: '未解决' },
  solvedColumn: { en: 'Solved since the last meeting', zh: '上次会议以来解决' },
  raisedColumn: { en: 'New since the last meeting', zh: '上次会议以来新增' },
  shareColumn: { en: 'Share solved', zh: '销号率' },
  list: { en: 'All open issues', zh: '未解决问题' },
  holder: { en: 'Project', zh: '所属项目' },
  tried: { en: 'tried {n}×, last on {day}', zh: '已协调{n}次，最近{day}' },
  count: { en: '{n}', zh: '{n}个' },
  openCount: { en: '{n} open', zh: '未解决{n}个' },
  sinceCount: {
    en: '{solved} solved and {raised} new since the meeting of {day}',
    zh: '{day}会议以来解决{solved}个、新增{raised}个',
  },
  support: { en: 'with {names}', zh: '配合：{names}' },
  clean: { en: 'There is no open issue.', zh: '没有未解决的问题。' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The highest first. */
const LEVELS = [...wordsOf('escalation')].reverse();

/** 问题清单: what is not solved, by kind, how long it has been known, and who has been asked. */
export const issues: Summary = inSteps({
  kind: 'issues',
  title: words.title,
  *building(analysis, { lang, unit }) {
    const format = new Formatter(analysis, lang, [], unit);
    const open = openIssuesAt(analysis.plan, analysis.status);
    yield;
    const blocks: readonly Block[] =
      open.length === 0 && (issuesSinceMeeting(analysis)?.solved.length ?? 0) === 0
        ? [{ type: 'callout', tone: 'info', content: format.or(format.say(words.clean)) }]
        : [
            headline(format, open),
            ...(yield* numberedInSteps(format, [
              { anchor: 'kinds', title: format.say(words.kinds), blocks: () => [kindCounts(format, open)] },
              { anchor: 'units', title: format.say(words.byUnit), blocks: () => inOneBlock(unitTable(format)) },
              { anchor: 'list', title: format.say(words.list), blocks: () => inOneBlock(list(format, open)) },
            ])),
          ];
    return documentOf(format, 'issues', format.say(words.title), blocks);
  },
});

/** The same of one project, in a few words. */
export function issueCounts(format: Formatter, project: ProjectFacts): string {
  const { analysis } = format;
  const open = format.say(words.openCount, { n: analysis.metrics(project).openIssues.length });
  const since = saySinceMeeting(format, project);
  return since === undefined ? open : `${open}${format.lang === 'zh' ? '，' : ', '}${since}`;
}

/** What was solved and what is new since the last meeting, everywhere or in one project; undefined where there was none. */
export function saySinceMeeting(format: Formatter, project?: ProjectFacts): string | undefined {
  const moved = issuesSinceMeeting(format.analysis, project);
  if (moved === undefined) return undefined;
  return format.say(words.sinceCount, {
    day: formatDay(moved.since),
    solved: moved.solved.length,
    raised: moved.raised.length,
  });
}

/** Three numbers of every issue list: open, solved and new since the last meeting. */
export function issueNumbers(format: Formatter): readonly KeyValue[] {
  const { analysis } = format;
  const issues = openIssuesAt(analysis.plan, analysis.status);
  const open = issues.length;
  const moved = issuesSinceMeeting(analysis);
  const number = (label: string, n: number, first: Stated | undefined, note?: string): KeyValue => ({
    label,
    value: [text(String(n))],
    ...(note === undefined ? {} : { note }),
    ...leadingTo(first),
  });
  if (moved === undefined) return [number(format.say(words.open), open, issues[0]?.issue)];
  const day = formatDay(moved.since);
  const solved = moved.solved.length;
  const share = shareSolved(solved, open);
  const percent = share === undefined ? undefined : format.percent(share);
  return [
    number(format.say(words.open), open, issues[0]?.issue),
    number(
      format.say(words.solved, { day }),
      solved,
      moved.solved[0],
      percent === undefined ? undefined : format.say(words.share, { percent }),
    ),
    number(format.say(words.raised, { day }), moved.raised.length, moved.raised[0]),
  ];
}

function headline(format: Formatter, open: readonly OpenIssue[]): Block {
  const late = open.filter(({ left }) => left !== undefined && left < 0);
  const overdue = late.length;
  const oldest = Math.max(0, ...open.map(({ age }) => age ?? 0));
  const of = (level: EscalationLevel) => open.filter(({ issue }) => issue.escalated?.value === level);
  const at = (level: EscalationLevel): number => of(level).length;
  return {
    type: 'keyValues',
    layout: 'figures',
    anchor: 'headline',
    entries: [
      ...issueNumbers(format),
      {
        label: format.say(words.overdue),
        value: [overdue === 0 ? text('0') : light('red', String(overdue))],
        ...leadingTo(late[0]?.issue),
      },
      {
        label: format.say(words.oldest),
        value: [text(format.say(words.days, { n: oldest }))],
        ...leadingTo(open.find(({ age }) => (age ?? 0) === oldest)?.issue),
      },
      ...LEVELS.filter((level) => level !== 'project' && at(level) > 0).map((level) => ({
        label: escalationWords[level][format.lang],
        value: [text(String(at(level)))],
        ...leadingTo(of(level)[0]?.issue),
      })),
    ],
  };
}

/** The kinds that there are, in the order in which the field counts its difficulties. */
function byKind(open: readonly OpenIssue[]): readonly (readonly [IssueKind | undefined, readonly OpenIssue[]])[] {
  return [...wordsOf('difficulty'), undefined].flatMap((kind) => {
    const mine = open.filter(({ issue }) => issue.type?.value === kind);
    return mine.length === 0 ? [] : [[kind, mine] as const];
  });
}

function sayKind(format: Formatter, kind: IssueKind | undefined): string {
  return kind === undefined ? format.say(words.unkinded) : issueWords[kind][format.lang];
}

function kindCounts(format: Formatter, open: readonly OpenIssue[]): Block {
  const levels = [...LEVELS, undefined].filter((level) => open.some(({ issue }) => issue.escalated?.value === level));
  return {
    type: 'stackedCounts',
    anchor: 'kind-counts',
    title: format.say(words.counts),
    unit: format.say(words.countUnit),
    series: levels.map((level) => ({
      label: level === undefined ? format.say(words.unescalated) : escalationWords[level][format.lang],
    })),
    rows: byKind(open).map(([kind, mine]) => ({
      label: sayKind(format, kind),
      counts: levels.map((level) => mine.filter(({ issue }) => issue.escalated?.value === level).length),
      ...leadingTo(mine[0]?.issue),
    })),
  };
}

/** Who has how many, how many were solved, and how long the oldest has been open. */
function* unitTable(format: Formatter): Steps<Table> {
  const met = issuesSinceMeeting(format.analysis) !== undefined;
  yield;
  const units = issuesByUnit(format.analysis);
  yield;
  return {
    type: 'table',
    anchor: 'unit-issues',
    columns: [
      { title: format.say(words.unit), kind: 'text' },
      { title: format.say(words.openColumn), kind: 'number' },
      { title: format.say(words.overdue), kind: 'number' },
      ...(met
        ? [
            { title: format.say(words.solvedColumn), kind: 'number' } as const,
            { title: format.say(words.raisedColumn), kind: 'number' } as const,
            { title: format.say(words.shareColumn), kind: 'percent' } as const,
          ]
        : []),
      { title: format.say(words.oldest), kind: 'number', unit: format.say(words.ageUnit) },
    ],
    rows: yield* mapInSteps(units, ({ unit, open, solved, raised }) => {
      const ages = open.flatMap(({ age }) => age ?? []);
      return row(
        [
          cell(unit === undefined ? format.say(words.noUnit) : titleOf(unit)),
          format.countCell(open.length),
          format.countCell(open.filter(({ left }) => left !== undefined && left < 0).length, (n) => light('red', n)),
          ...(met
            ? [
                format.countCell(solved.length),
                format.countCell(raised.length),
                format.percentCell(shareSolved(solved.length, open.length)),
              ]
            : []),
          ages.length === 0 ? cell(DASH, null) : format.countCell(Math.max(...ages)),
        ],
        unit === undefined ? {} : { origin: originOf(unit) },
      );
    }),
  };
}

/** 销号率, in percent: of what there was to be solved. */
function shareSolved(solved: number, open: number): Rational | undefined {
  return div(whole(solved * 100), whole(solved + open));
}

function* list(format: Formatter, open: readonly OpenIssue[]): Steps<Table> {
  const rows: (TableRow | GroupRow)[] = [];
  for (const [kind, mine] of byKind(open)) {
    rows.push({
      type: 'group',
      content: [text(sayKind(format, kind)), muted(`${format.gap}${format.say(words.count, { n: mine.length })}`)],
      ...leadingTo(mine[0]?.issue),
    });
    yield;
    for (const found of mine.toSorted((a, b) => (b.age ?? -1) - (a.age ?? -1))) {
      rows.push(issueRow(format, found));
      yield;
    }
  }
  return {
    type: 'table',
    anchor: 'open-issues',
    columns: [
      { title: format.say(words.issue), kind: 'text' },
      { title: format.say(words.holder), kind: 'text' },
      { title: format.say(words.cause), kind: 'text' },
      { title: format.say(words.proposal), kind: 'text' },
      { title: format.say(words.answers), kind: 'text' },
      { title: format.say(words.escalated), kind: 'text', wrap: false },
      { title: format.say(words.age), kind: 'number', unit: format.say(words.ageUnit) },
      { title: format.say(words.due), kind: 'date' },
      { title: format.say(words.state), kind: 'light' },
    ],
    rows,
  };
}

function issueRow(format: Formatter, found: OpenIssue): TableRow {
  const { issue, age, due, moves } = found;
  return row(
    [
      cell([text(titleOf(issue)), ...triedNote(format, found), ...movesNote(format, moves)]),
      cell(holderOf(format, found)),
      cell(format.words(issue.cause)),
      cell(format.words(issue.proposal)),
      cell(answersFor(format, found)),
      cell(format.or(issue.escalated && escalationWords[issue.escalated.value][format.lang])),
      age === undefined ? cell(DASH, null) : cell(format.count(age), String(age)),
      format.deadlineCell(due),
      leftCell(format, found),
    ],
    { origin: originOf(issue) },
  );
}

function triedNote(format: Formatter, { tried }: OpenIssue): Inlines {
  const last = tried.at(-1);
  if (last === undefined) return [];
  return [muted(format.aside(format.say(words.tried, { n: tried.length, day: formatDay(last.day) })))];
}

/** The project, or those in which an inspection found it with that inspection; else the inspection alone. */
export function holderOf(format: Formatter, { projects, meeting }: Pick<OpenIssue, 'projects' | 'meeting'>): Inlines {
  if (projects.length === 0) return meeting === undefined ? [DASH] : [text(titleOf(meeting))];
  return [
    ...format.sentence(
      projects.map((project) => format.project(project)),
      format.list(['', '']),
    ),
    ...(meeting === undefined ? [] : [muted(format.aside(titleOf(meeting)))]),
  ];
}

/** The issue's own unit, else its project's, as issues are counted by unit. */
export function unitOf({ issue, projects }: Pick<OpenIssue, 'issue' | 'projects'>): Ref | undefined {
  return issue.unit ?? projects[0]?.unit;
}

/** Unit and person, then who helps. */
export function answersFor(format: Formatter, found: Pick<OpenIssue, 'issue' | 'projects'>): Inlines {
  const { issue } = found;
  const named = [format.name(unitOf(found)), format.name(issue.owner)].filter((name) => name !== undefined).join(' ');
  return format.or([...(named === '' ? [] : [text(named)]), ...supportNote(format, issue.support)]);
}

/** Who helps, behind who answers. */
export function supportNote(format: Formatter, support: readonly Ref[]): Inlines {
  const names = format.names(support);
  return names === undefined ? [] : [muted(format.aside(format.say(words.support, { names })))];
}

export function leftCell(format: Formatter, { left }: OpenIssue): Cell {
  if (left === undefined) return cell(DASH, null);
  return cell(light(left < 0 ? 'red' : left <= 7 ? 'yellow' : 'green', daysLeft(format, left)), String(left));
}
