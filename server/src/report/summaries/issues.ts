import { type OpenIssue, openIssuesAt } from '../../analysis/portfolio-meetings.js';
import { formatDay } from '../../model/day.js';
import { ESCALATION_LEVELS, type EscalationLevel, ISSUE_KINDS, type IssueKind } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { cell, light, muted, row, text } from '../compose.js';
import type { Block, Cell, GroupRow, Inlines, Table, TableRow } from '../document.js';
import { columnWords } from './column-words.js';
import { documentOf, numbered } from './heading.js';
import { DASH, originOf, Pen, titleOf } from './pen.js';
import { escalationWords, issueWords } from './plan-words.js';
import { daysLeft } from './standing-words.js';
import type { Summary } from './summary.js';

const words = {
  ...columnWords,
  title: { en: 'Open issues', zh: '问题清单' },
  open: { en: 'Open', zh: '未解决' },
  overdue: { en: 'Overdue', zh: '已逾期' },
  unescalated: { en: 'Not escalated', zh: '未提请协调' },
  oldest: { en: 'Open longest', zh: '最长未解决' },
  days: { en: '{n} days', zh: '{n}天' },
  age: { en: 'Age', zh: '已提出' },
  ageUnit: { en: 'days', zh: '天' },
  kinds: { en: 'By kind and level', zh: '按类型、协调层级' },
  counts: { en: 'Open issues', zh: '未解决问题' },
  countUnit: { en: 'issues', zh: '个' },
  unkinded: { en: 'Kind not stated', zh: '未注明类型' },
  list: { en: 'All open issues', zh: '未解决问题' },
  holder: { en: 'Project', zh: '所属项目' },
  tried: { en: 'tried {n} ×, last {day}', zh: '已协调{n}次，最近{day}' },
  count: { en: '{n}', zh: '{n}个' },
  clean: { en: 'There is no open issue.', zh: '没有未解决的问题。' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The highest first. */
const LEVELS = [...ESCALATION_LEVELS].reverse();

/** 问题清单: what is not solved, by kind, how long it has been known, and who has been asked. */
export const issues: Summary = {
  kind: 'issues',
  title: words.title,
  build: (analysis, { lang }) => {
    const pen = new Pen(analysis, lang);
    const open = openIssuesAt(analysis.plan, analysis.status);
    const blocks: readonly Block[] =
      open.length === 0
        ? [{ type: 'callout', tone: 'info', content: pen.or(pen.say(words.clean)) }]
        : [
            headline(pen, open),
            ...numbered(pen, [
              { anchor: 'kinds', title: pen.say(words.kinds), blocks: [kindCounts(pen, open)] },
              { anchor: 'list', title: pen.say(words.list), blocks: [list(pen, open)] },
            ]),
          ];
    return documentOf(pen, 'issues', pen.say(words.title), blocks);
  },
};

function headline(pen: Pen, open: readonly OpenIssue[]): Block {
  const overdue = open.filter(({ left }) => left !== undefined && left < 0).length;
  const oldest = Math.max(...open.map(({ age }) => age ?? 0));
  const at = (level: EscalationLevel): number => open.filter(({ issue }) => issue.escalated?.value === level).length;
  return {
    type: 'keyValues',
    layout: 'figures',
    anchor: 'headline',
    entries: [
      { label: pen.say(words.open), value: [text(String(open.length))] },
      { label: pen.say(words.overdue), value: [overdue === 0 ? text('0') : light('red', String(overdue))] },
      { label: pen.say(words.oldest), value: [text(pen.say(words.days, { n: oldest }))] },
      ...LEVELS.filter((level) => level !== 'project' && at(level) > 0).map((level) => ({
        label: escalationWords[level][pen.lang],
        value: [text(String(at(level)))],
      })),
    ],
  };
}

/** The kinds that there are, in the order in which the field counts its difficulties. */
function byKind(open: readonly OpenIssue[]): readonly (readonly [IssueKind | undefined, readonly OpenIssue[]])[] {
  return [...ISSUE_KINDS, undefined].flatMap((kind) => {
    const mine = open.filter(({ issue }) => issue.type?.value === kind);
    return mine.length === 0 ? [] : [[kind, mine] as const];
  });
}

function sayKind(pen: Pen, kind: IssueKind | undefined): string {
  return kind === undefined ? pen.say(words.unkinded) : issueWords[kind][pen.lang];
}

function kindCounts(pen: Pen, open: readonly OpenIssue[]): Block {
  const levels = [...LEVELS, undefined].filter((level) => open.some(({ issue }) => issue.escalated?.value === level));
  return {
    type: 'stackedCounts',
    anchor: 'kind-counts',
    title: pen.say(words.counts),
    unit: pen.say(words.countUnit),
    series: levels.map((level) => ({
      label: level === undefined ? pen.say(words.unescalated) : escalationWords[level][pen.lang],
    })),
    rows: byKind(open).map(([kind, mine]) => ({
      label: sayKind(pen, kind),
      counts: levels.map((level) => mine.filter(({ issue }) => issue.escalated?.value === level).length),
    })),
  };
}

function list(pen: Pen, open: readonly OpenIssue[]): Table {
  return {
    type: 'table',
    anchor: 'open-issues',
    columns: [
      { title: pen.say(words.issue), kind: 'text' },
      { title: pen.say(words.holder), kind: 'text' },
      { title: pen.say(words.cause), kind: 'text' },
      { title: pen.say(words.proposal), kind: 'text' },
      { title: pen.say(words.answers), kind: 'text' },
      { title: pen.say(words.escalated), kind: 'text', wrap: false },
      { title: pen.say(words.age), kind: 'number', unit: pen.say(words.ageUnit) },
      { title: pen.say(words.due), kind: 'date' },
      { title: pen.say(words.state), kind: 'light' },
    ],
    rows: byKind(open).flatMap(([kind, mine]): readonly (TableRow | GroupRow)[] => [
      {
        type: 'group',
        content: [text(sayKind(pen, kind)), muted(`${pen.gap}${pen.say(words.count, { n: mine.length })}`)],
      },
      ...[...mine].sort((a, b) => (b.age ?? -1) - (a.age ?? -1)).map((found) => issueRow(pen, found)),
    ]),
  };
}

function issueRow(pen: Pen, found: OpenIssue): TableRow {
  const { issue, age } = found;
  return row(
    [
      cell([text(titleOf(issue)), ...triedNote(pen, found)]),
      cell(holderOf(pen, found)),
      cell(pen.words(issue.cause)),
      cell(pen.words(issue.proposal)),
      cell(answersFor(pen, found)),
      cell(pen.or(issue.escalated && escalationWords[issue.escalated.value][pen.lang])),
      age === undefined ? cell(DASH, null) : cell(pen.count(age), String(age)),
      pen.deadlineCell(issue.due),
      leftCell(pen, found),
    ],
    { origin: originOf(issue) },
  );
}

function triedNote(pen: Pen, { tried }: OpenIssue): Inlines {
  const last = tried.at(-1);
  if (last === undefined) return [];
  return [muted(pen.aside(pen.say(words.tried, { n: tried.length, day: formatDay(last.day) })))];
}

/** The project, or what inspection found it. */
export function holderOf(pen: Pen, { project, meeting }: OpenIssue): Inlines {
  if (project !== undefined) return pen.project(project);
  return meeting === undefined ? [DASH] : [text(titleOf(meeting))];
}

export function answersFor(pen: Pen, { issue }: OpenIssue): Inlines {
  return pen.or([pen.name(issue.unit), pen.name(issue.owner)].filter((name) => name !== undefined).join(' '));
}

export function leftCell(pen: Pen, { left }: OpenIssue): Cell {
  if (left === undefined) return cell(DASH, null);
  return cell(light(left < 0 ? 'red' : left <= 7 ? 'yellow' : 'green', daysLeft(pen, left)), String(left));
}
