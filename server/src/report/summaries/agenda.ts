import {
  type ChangedLight,
  type DecisionState,
  decisionsAt,
  issuesForMeeting,
  lackingForMeeting,
  lightsChangedSince,
  type Meetings,
  meetingsAround,
  type OpenIssue,
} from '../../analysis/portfolio-meetings.js';
import { latestReport, stageAt } from '../../analysis/state.js';
import { formatDay } from '../../model/day.js';
import type { ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { cell, inlines, light, muted, row, text, type Words } from '../compose.js';
import type { Block, Inlines, KeyValue, Table } from '../document.js';
import { columnWords } from './column-words.js';
import { documentOf, numbered } from './heading.js';
import { answersFor, holderOf, leftCell } from './issues.js';
import { sayReasons } from './light-reasons.js';
import { DASH, originOf, Pen, titleOf } from './pen.js';
import { escalationWords, issueWords } from './plan-words.js';
import type { Summary } from './summary.js';
import { aboutName, byUrgency, closedTable, decisionOrigin, decisionState, latestFeedback } from './supervision.js';

const words = {
  ...columnWords,
  title: { en: 'Meeting papers', zh: '调度会材料' },
  next: { en: '{meeting}, {day}', zh: '{meeting}，{day}' },
  expected: { en: 'Next meeting expected by {day}', zh: '下次会议应于{day}前召开' },
  chair: { en: 'chaired by {chair}', zh: '主持：{chair}' },
  attend: { en: 'present: {names}', zh: '参会：{names}' },
  open: { en: 'Open decisions', zh: '未办结决定' },
  overdue: { en: 'of them overdue', zh: '其中逾期' },
  ready: { en: 'Issues ready to be decided', zh: '提请研究的问题' },
  unready: { en: 'Issues not ready', zh: '尚未准备充分的问题' },
  changed: { en: 'Lights that changed', zh: '亮灯变化' },
  openPart: { en: 'What earlier meetings decided and is not done', zh: '历次会议决定未办结事项' },
  closedPart: { en: 'Done since the last meeting', zh: '上次会议以来办结事项' },
  readyPart: { en: 'Issues that are ready to be decided', zh: '提请会议研究的问题' },
  unreadyPart: { en: 'Issues that are not ready, and why', zh: '准备不充分的问题' },
  projectPart: { en: 'Projects on the agenda', zh: '列入议题的项目' },
  changedPart: { en: 'Lights that changed since {day}', zh: '{day}以来亮灯变化' },
  about: { en: 'About', zh: '关于' },
  holder: { en: 'Project', zh: '项目' },
  raised: { en: 'Raised', zh: '提出' },
  openDays: { en: 'open for {n} days', zh: '已{n}天' },
  evidence: { en: 'Evidence', zh: '依据' },
  tried: { en: 'Tried below', zh: '已协调' },
  blocks: { en: 'Holds up', zh: '影响' },
  lacks: { en: 'What is missing', zh: '缺少' },
  cause: { en: 'cause', zh: '原因' },
  proposal: { en: 'proposal', zh: '建议' },
  owner: { en: 'person', zh: '责任人' },
  due: { en: 'deadline', zh: '期限' },
  triedShort: { en: 'what was tried below', zh: '下级协调情况' },
  causeLabel: { en: 'Cause', zh: '原因' },
  proposalLabel: { en: 'Proposal', zh: '建议' },
  ownerLabel: { en: 'Person', zh: '责任人' },
  dueLabel: { en: 'Deadline', zh: '期限' },
  before: { en: 'Then', zh: '原亮灯' },
  now: { en: 'Now', zh: '现亮灯' },
  why: { en: 'Because of', zh: '原因' },
  notInPool: { en: 'new', zh: '新入库' },
  progress: { en: 'Progress', zh: '进度' },
  situation: { en: 'Situation', zh: '进展情况' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** 调度会材料: what the next meeting has to know and to decide. */
export const agenda: Summary = {
  kind: 'agenda',
  title: words.title,
  build: (analysis, { lang }) => {
    const pen = new Pen(analysis, lang);
    const { plan, status } = analysis;
    const meetings = meetingsAround(analysis);
    const decisions = decisionsAt(plan, status);
    const open = byUrgency(decisions.filter((state) => state.open));
    const since = meetings.latest?.date?.day;
    const closed = decisions.filter(({ done }) => done !== undefined && (since === undefined || done >= since));
    const issues = issuesForMeeting(analysis, meetings.next);
    const ready = issues.filter((issue) => lackingForMeeting(issue).length === 0);
    const unready = issues.filter((issue) => lackingForMeeting(issue).length > 0);
    const changed = since === undefined ? [] : lightsChangedSince(analysis, since);
    const projects = (meetings.next?.agenda ?? []).flatMap((ref) => plan.declaration('project', ref) ?? []);
    const part = (anchor: string, title: string, blocks: readonly Block[]) => ({
      anchor,
      title,
      blocks: blocks.length === 0 ? [none(pen)] : blocks,
    });
    const blocks: readonly Block[] = [
      headline(pen, open, ready, unready, changed),
      ...numbered(pen, [
        part('open', pen.say(words.openPart), open.length === 0 ? [] : [openTable(pen, open)]),
        ...(closed.length === 0 ? [] : [part('closed', pen.say(words.closedPart), [closedTable(pen, closed)])]),
        part(
          'ready',
          pen.say(words.readyPart),
          ready.flatMap((issue, i) => readyIssue(pen, issue, i + 1)),
        ),
        part('unready', pen.say(words.unreadyPart), unready.length === 0 ? [] : [unreadyTable(pen, unready)]),
        ...(projects.length === 0 ? [] : [part('projects', pen.say(words.projectPart), [projectTable(pen, projects)])]),
        ...(since === undefined
          ? []
          : [
              part(
                'changed',
                pen.say(words.changedPart, { day: formatDay(since) }),
                changed.length === 0 ? [] : [changedTable(pen, changed)],
              ),
            ]),
      ]),
    ];
    return documentOf(pen, 'agenda', pen.say(words.title), blocks, subtitle(pen, meetings));
  },
};

function none(pen: Pen): Block {
  return { type: 'paragraph', content: [muted(pen.say(words.none))] };
}

/** Which meeting it is for: its day, who chairs it, who attends. */
function subtitle(pen: Pen, { next, nextDay }: Meetings): string {
  const day = nextDay === undefined ? undefined : formatDay(nextDay);
  if (next === undefined) return day === undefined ? '' : pen.say(words.expected, { day });
  const chair = pen.name(next.chair);
  const names = pen.names(next.attend);
  return [
    pen.say(words.next, { meeting: titleOf(next), day: day ?? '' }),
    chair && pen.say(words.chair, { chair }),
    names && pen.say(words.attend, { names }),
  ]
    .filter((part) => part !== undefined)
    .join(pen.lang === 'zh' ? '　' : '; ');
}

function headline(
  pen: Pen,
  open: readonly DecisionState[],
  ready: readonly OpenIssue[],
  unready: readonly OpenIssue[],
  changed: readonly ChangedLight[],
): Block {
  const overdue = open.filter(({ left }) => left !== undefined && left < 0).length;
  return {
    type: 'keyValues',
    layout: 'figures',
    anchor: 'headline',
    entries: [
      { label: pen.say(words.open), value: [text(String(open.length))] },
      { label: pen.say(words.overdue), value: [overdue === 0 ? text('0') : light('red', String(overdue))] },
      { label: pen.say(words.ready), value: [text(String(ready.length))] },
      {
        label: pen.say(words.unready),
        value: [unready.length === 0 ? text('0') : light('yellow', String(unready.length))],
      },
      { label: pen.say(words.changed), value: [text(String(changed.length))] },
    ],
  };
}

function openTable(pen: Pen, open: readonly DecisionState[]): Table {
  return {
    type: 'table',
    anchor: 'open-decisions',
    columns: [
      { title: pen.say(words.decision), kind: 'text' },
      { title: pen.say(words.meeting), kind: 'text' },
      { title: pen.say(words.about), kind: 'text' },
      { title: pen.say(words.unit), kind: 'text' },
      { title: pen.say(words.ownerLabel), kind: 'text', wrap: false },
      { title: pen.say(words.dueLabel), kind: 'date' },
      { title: pen.say(words.state), kind: 'light' },
      { title: pen.say(words.feedback), kind: 'text' },
    ],
    rows: open.map((state) =>
      row(
        [
          state.decision.text.text,
          titleOf(state.meeting),
          cell(pen.or(pen.list(state.decision.about.map((ref) => aboutName(pen, ref))))),
          pen.nameCell(state.decision.unit),
          pen.nameCell(state.decision.owner),
          pen.deadlineCell(state.decision.due),
          decisionState(pen, state),
          cell(latestFeedback(state)),
        ],
        { origin: decisionOrigin(state) },
      ),
    ),
  };
}

/** One item of the agenda: the problem, its cause, what was tried, what is proposed. */
function readyIssue(pen: Pen, found: OpenIssue, number: number): readonly Block[] {
  const { issue, age } = found;
  const origin = originOf(issue);
  const entry = (label: Bilingual, value: Words | undefined, wide = false): KeyValue => ({
    label: pen.say(label),
    value: pen.or(value),
    origin,
    ...(wide ? { wide } : {}),
  });
  const asides: Inlines = [
    ...(issue.type === undefined ? [] : [text(issueWords[issue.type.value][pen.lang])]),
    ...(issue.escalated === undefined ? [] : [text(` ${escalationWords[issue.escalated.value][pen.lang]}`)]),
  ];
  const raised =
    issue.raised === undefined
      ? undefined
      : [
          text(formatDay(issue.raised.day)),
          ...(age === undefined ? [] : [muted(pen.aside(pen.say(words.openDays, { n: age })))]),
        ];
  const blocked = issue.blocks.map((ref) => pen.name(ref) ?? '');
  return [
    {
      type: 'heading',
      level: 2,
      text: `${number}. ${titleOf(issue)}`,
      anchor: `issue:${issue.id}`,
      ...(asides.length === 0 ? {} : { aside: asides }),
      origin,
    },
    {
      type: 'keyValues',
      anchor: `issue:${issue.id}/facts`,
      entries: [
        entry(words.holder, holderOf(pen, found)),
        entry(words.unit, pen.name(issue.unit)),
        entry(words.ownerLabel, pen.person(issue.owner)),
        entry(words.raised, raised),
        entry(words.dueLabel, [
          ...inlines(pen.deadline(issue.due) ?? ''),
          ...(issue.due === undefined ? [] : [text(' '), ...leftCell(pen, found).content]),
        ]),
        ...(blocked.length === 0 ? [] : [entry(words.blocks, pen.list(blocked), true)]),
        entry(words.causeLabel, issue.cause?.text, true),
        entry(words.tried, triedLines(found), true),
        entry(words.proposalLabel, issue.proposal && { type: 'strong', content: [text(issue.proposal.text)] }, true),
      ],
    },
  ];
}

function triedLines({ tried }: OpenIssue): Inlines | undefined {
  if (tried.length === 0) return undefined;
  return tried.flatMap(
    ({ day, text: said }, i): Inlines => [
      ...(i === 0 ? [] : [{ type: 'break' } as const]),
      muted(`${formatDay(day)} `),
      text(said?.text ?? ''),
    ],
  );
}

const LACKING: Readonly<Record<string, Bilingual>> = {
  cause: words.cause,
  proposal: words.proposal,
  owner: words.owner,
  due: words.due,
  tried: words.triedShort,
};

function unreadyTable(pen: Pen, issues: readonly OpenIssue[]): Table {
  return {
    type: 'table',
    anchor: 'unready-issues',
    columns: [
      { title: pen.say(words.issue), kind: 'text' },
      { title: pen.say(words.holder), kind: 'text' },
      { title: pen.say(words.escalated), kind: 'text', wrap: false },
      { title: pen.say(words.answers), kind: 'text' },
      { title: pen.say(words.lacks), kind: 'text' },
    ],
    rows: issues.map((found) =>
      row(
        [
          titleOf(found.issue),
          cell(holderOf(pen, found)),
          cell(pen.or(found.issue.escalated && escalationWords[found.issue.escalated.value][pen.lang])),
          cell(answersFor(pen, found)),
          cell(
            light(
              'yellow',
              pen.list(
                lackingForMeeting(found).map((member) => pen.say(LACKING[member] ?? { en: member, zh: member })),
              ),
            ),
          ),
        ],
        { origin: originOf(found.issue) },
      ),
    ),
  };
}

function projectTable(pen: Pen, projects: readonly ProjectFacts[]): Table {
  const { analysis } = pen;
  return {
    type: 'table',
    anchor: 'agenda-projects',
    columns: [
      { title: pen.say(words.project), kind: 'text' },
      { title: pen.say(words.unit), kind: 'text' },
      { title: pen.say(words.stage), kind: 'text', wrap: false },
      { title: pen.say(words.light), kind: 'light' },
      { title: pen.say(words.progress), kind: 'percent' },
      { title: pen.say(words.completion), kind: 'percent' },
      { title: pen.say(words.situation), kind: 'text' },
    ],
    rows: projects.map((project) => {
      const metrics = analysis.metrics(project);
      return row(
        [
          cell(titleOf(project)),
          pen.nameCell(project.unit),
          cell(pen.or(pen.stage(stageAt(project, analysis.status)))),
          pen.lightCell(analysis.light(project).light),
          pen.percentCell(metrics.progress),
          pen.percentCell(metrics.completion),
          cell(pen.words(latestReport(project, analysis.status)?.text)),
        ],
        { origin: originOf(project) },
      );
    }),
  };
}

function changedTable(pen: Pen, changed: readonly ChangedLight[]): Table {
  return {
    type: 'table',
    anchor: 'changed-lights',
    columns: [
      { title: pen.say(words.project), kind: 'text' },
      { title: pen.say(words.unit), kind: 'text' },
      { title: pen.say(words.ownerLabel), kind: 'text', wrap: false },
      { title: pen.say(words.before), kind: 'light' },
      { title: pen.say(words.now), kind: 'light' },
      { title: pen.say(words.why), kind: 'text' },
    ],
    rows: changed.map(({ project, before, now }) =>
      row(
        [
          titleOf(project),
          pen.nameCell(project.unit),
          pen.nameCell(project.owner),
          before === undefined ? cell(muted(pen.say(words.notInPool))) : pen.lightCell(before.light),
          pen.lightCell(now.light),
          cell(pen.or(sayReasons(pen, now) || [DASH])),
        ],
        { origin: originOf(project) },
      ),
    ),
  };
}
