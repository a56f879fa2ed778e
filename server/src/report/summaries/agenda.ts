/** The summary `agenda`. */
import { levelOf } from '../../analysis/issue-levels.js';
import { type Meetings, meetingsAround } from '../../analysis/meetings-around.js';
import { poolAt } from '../../analysis/pool.js';
import { lackingForMeeting, type OpenIssue } from '../../analysis/portfolio-issues.js';
import {
  type ChangedLight,
  type DecisionState,
  decisionsAt,
  issuesForMeeting,
  lightsChangedSince,
} from '../../analysis/portfolio-meetings.js';
import { latestReport, stageAt } from '../../analysis/state.js';
import { formatDay } from '../../model/day.js';
import type { EscalationLevel, MeetingFacts, ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { mapInSteps, type Steps } from '../../model/steps.js';
import { cell, type InlineContent, inlines, light, muted, remark, row, text } from '../compose.js';
import type { Block, Inlines, KeyValue, Table } from '../document.js';
import { Formatter, originOf, titleOf } from '../wording/formatter.js';
import { sayReasons } from '../wording/light-reasons.js';
import { movesNote } from '../wording/moved-deadlines.js';
import { escalationWords, issueWords } from '../wording/plan-words.js';
import { columnWords } from './column-words.js';
import { leadingTo } from './figure-origins.js';
import { documentOf, inOneBlock, numberedInSteps, type PartToMake } from './heading.js';
import { answersFor, holderOf, issueNumbers, leftCell, unitOf } from './issues.js';
import { inSteps, type Summary } from './summary.js';
import {
  aboutName,
  byUrgency,
  closedTable,
  decisionCell,
  decisionOrigin,
  decisionState,
  latestFeedback,
  unitCell,
} from './supervision.js';

const words = {
  ...columnWords,
  title: { en: 'Meeting papers', zh: '调度会材料' },
  next: { en: '{meeting}, {day}', zh: '{meeting}，{day}' },
  expected: { en: 'Next meeting due by {day}', zh: '下次会议应于{day}前召开' },
  chair: { en: 'chaired by {chair}', zh: '主持：{chair}' },
  attend: { en: 'present: {names}', zh: '参会：{names}' },
  open: { en: 'Open decisions', zh: '未办结决定' },
  overdue: { en: 'of which overdue', zh: '其中逾期' },
  ready: { en: 'Issues ready for decision', zh: '提请研究的问题' },
  unready: { en: 'Issues not ready', zh: '尚未准备充分的问题' },
  changed: { en: 'Lights changed', zh: '亮灯变化' },
  openPart: { en: 'Decisions outstanding from earlier meetings', zh: '历次会议决定未办结事项' },
  closedPart: { en: 'Decisions closed since the last meeting', zh: '上次会议以来办结事项' },
  readyPart: { en: 'Issues for decision', zh: '提请会议研究的问题' },
  unreadyPart: { en: 'Issues not ready, and why', zh: '准备不充分的问题' },
  belowPart: { en: 'Open issues handled at a lower level', zh: '由下级协调解决的问题' },
  level: { en: 'Level', zh: '协调层级' },
  who: { en: 'Handled by', zh: '由谁解决' },
  issueCount: { en: 'Issues', zh: '问题数' },
  projectPart: { en: 'Projects on the agenda', zh: '列入议题的项目' },
  changedPart: { en: 'Lights changed since {day}', zh: '{day}以来亮灯变化' },
  about: { en: 'About', zh: '关于' },
  holder: { en: 'Project', zh: '项目' },
  raised: { en: 'Raised', zh: '提出' },
  openDays: { en: 'open for {n} days', zh: '已{n}天' },
  evidence: { en: 'Evidence', zh: '依据' },
  tried: { en: 'Already tried', zh: '已协调' },
  blocks: { en: 'Holds up', zh: '影响' },
  lacks: { en: 'Missing', zh: '缺少' },
  cause: { en: 'cause', zh: '原因' },
  proposal: { en: 'proposal', zh: '建议' },
  owner: { en: 'owner', zh: '责任人' },
  due: { en: 'deadline', zh: '期限' },
  triedShort: { en: 'what has already been tried', zh: '下级协调情况' },
  causeLabel: { en: 'Cause', zh: '原因' },
  proposalLabel: { en: 'Proposal', zh: '建议' },
  ownerLabel: { en: 'Owner', zh: '责任人' },
  dueLabel: { en: 'Deadline', zh: '期限' },
  before: { en: 'Before', zh: '上期灯色' },
  now: { en: 'Now', zh: '本期灯色' },
  why: { en: 'Reason', zh: '原因' },
  gone: { en: 'no longer: {reasons}', zh: '{reasons}（已消除）' },
  notInPool: { en: 'new', zh: '新入库' },
  progress: { en: 'Progress', zh: '进度' },
  situation: { en: 'Situation', zh: '进展情况' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** 调度会材料: what the next meeting has to know and to decide. */
export const agenda: Summary = inSteps({
  kind: 'agenda',
  title: words.title,
  *beforehand(analysis) {
    const since = meetingsAround(analysis).latest?.date?.day;
    const then = since === undefined ? undefined : analysis.at(since);
    for (const project of then === undefined ? [] : poolAt(then.plan, then.status)) {
      then?.light(project);
      yield;
    }
  },
  *building(analysis, { lang, unit }) {
    const format = new Formatter(analysis, lang, [], unit);
    const { plan, status } = analysis;
    const meetings = meetingsAround(analysis);
    const decisions = decisionsAt(plan, status);
    const open = byUrgency(decisions.filter((state) => state.open));
    const since = meetings.latest?.date?.day;
    const closed = decisions.filter(({ done }) => done !== undefined && (since === undefined || done > since));
    yield;
    const { listed, below } = issuesForMeeting(analysis, meetings);
    const asked = meetings.next ?? meetings.latest;
    const ready = listed.filter((issue) => lackingForMeeting(issue, asked).length === 0);
    const unready = listed.filter((issue) => lackingForMeeting(issue, asked).length > 0);
    yield;
    const changed = since === undefined ? [] : lightsChangedSince(analysis, since);
    yield;
    const projects = (meetings.next?.agenda ?? []).flatMap((ref) => plan.declaration('project', ref) ?? []);
    const part = (anchor: string, title: string, made: Steps<Block> | undefined): PartToMake => ({
      anchor,
      title,
      blocks: () => (made === undefined ? [none(format)] : inOneBlock(made)),
    });
    const parts = yield* numberedInSteps(format, [
      part('open', format.say(words.openPart), open.length === 0 ? undefined : openTable(format, open)),
      ...(closed.length === 0 ? [] : [part('closed', format.say(words.closedPart), closedTable(format, closed))]),
      {
        anchor: 'ready',
        title: format.say(words.readyPart),
        *blocks() {
          if (ready.length === 0) return [none(format)];
          return (yield* mapInSteps(ready.entries(), ([i, issue]) => readyIssue(format, issue, i + 1))).flat();
        },
      },
      part(
        'unready',
        format.say(words.unreadyPart),
        unready.length === 0 ? undefined : unreadyTable(format, unready, asked),
      ),
      ...(below.length === 0 ? [] : [part('below', format.say(words.belowPart), belowTable(format, below))]),
      ...(projects.length === 0
        ? []
        : [part('projects', format.say(words.projectPart), projectTable(format, projects))]),
      ...(since === undefined
        ? []
        : [
            part(
              'changed',
              format.say(words.changedPart, { day: formatDay(since) }),
              changed.length === 0 ? undefined : changedTable(format, changed),
            ),
          ]),
    ]);
    const blocks = [headline(format, open, ready, unready, changed), ...parts];
    return documentOf(format, 'agenda', format.say(words.title), blocks, subtitle(format, meetings));
  },
});

/** How many there are on each level, and with whom. */
function* belowTable(format: Formatter, below: readonly OpenIssue[]): Steps<Table> {
  const groups = new Map<string, { level: EscalationLevel; who: string; issues: OpenIssue[] }>();
  for (const found of below) {
    const { issue, projects } = found;
    const [project] = projects;
    const level = levelOf(issue);
    const who = format.name(issue.unit ?? project?.unit) ?? format.name(issue.owner ?? project?.owner) ?? '—';
    const key = JSON.stringify([level, who]);
    const group = groups.get(key) ?? { level, who, issues: [] };
    group.issues.push(found);
    groups.set(key, group);
    yield;
  }
  return {
    type: 'table',
    anchor: 'below-issues',
    columns: [
      { title: format.say(words.level), kind: 'text', wrap: false },
      { title: format.say(words.who), kind: 'text' },
      { title: format.say(words.issueCount), kind: 'number' },
    ],
    rows: yield* mapInSteps(groups.values(), ({ level, who, issues }) =>
      row(
        [cell(escalationWords[level][format.lang]), cell(who), format.countCell(issues.length)],
        leadingTo(issues[0]?.issue),
      ),
    ),
  };
}

function none(format: Formatter): Block {
  return remark(format.say(words.none));
}

/** Which meeting it is for: its day, who chairs it, who attends. */
function subtitle(format: Formatter, { next, nextDay }: Meetings): string {
  const day = nextDay === undefined ? undefined : formatDay(nextDay);
  if (next === undefined) return day === undefined ? '' : format.say(words.expected, { day });
  const chair = format.name(next.chair);
  const names = format.names(next.attend);
  return [
    format.say(words.next, { meeting: titleOf(next), day: day ?? '' }),
    chair && format.say(words.chair, { chair }),
    names && format.say(words.attend, { names }),
  ]
    .filter((part) => part !== undefined)
    .join(format.lang === 'zh' ? '　' : '; ');
}

function headline(
  format: Formatter,
  open: readonly DecisionState[],
  ready: readonly OpenIssue[],
  unready: readonly OpenIssue[],
  changed: readonly ChangedLight[],
): Block {
  const late = open.filter(({ left }) => left !== undefined && left < 0);
  const overdue = late.length;
  return {
    type: 'keyValues',
    layout: 'figures',
    anchor: 'headline',
    entries: [
      { label: format.say(words.open), value: [text(String(open.length))], ...leadingTo(open[0]?.decision) },
      {
        label: format.say(words.overdue),
        value: [overdue === 0 ? text('0') : light('red', String(overdue))],
        ...leadingTo(late[0]?.decision),
      },
      ...issueNumbers(format),
      { label: format.say(words.ready), value: [text(String(ready.length))], ...leadingTo(ready[0]?.issue) },
      {
        label: format.say(words.unready),
        value: [unready.length === 0 ? text('0') : light('yellow', String(unready.length))],
        ...leadingTo(unready[0]?.issue),
      },
      { label: format.say(words.changed), value: [text(String(changed.length))], ...leadingTo(changed[0]?.project) },
    ],
  };
}

function* openTable(format: Formatter, open: readonly DecisionState[]): Steps<Table> {
  return {
    type: 'table',
    anchor: 'open-decisions',
    columns: [
      { title: format.say(words.decision), kind: 'text' },
      { title: format.say(words.meeting), kind: 'text' },
      { title: format.say(words.about), kind: 'text' },
      { title: format.say(words.unit), kind: 'text' },
      { title: format.say(words.ownerLabel), kind: 'text', wrap: false },
      { title: format.say(words.dueLabel), kind: 'date' },
      { title: format.say(words.state), kind: 'light' },
      { title: format.say(words.feedback), kind: 'text' },
    ],
    rows: yield* mapInSteps(open, (state) =>
      row(
        [
          decisionCell(format, state),
          titleOf(state.meeting),
          cell(format.or(format.list(state.decision.about.map((ref) => aboutName(format, ref))))),
          unitCell(format, state),
          format.nameCell(state.decision.owner),
          format.deadlineCell(state.due),
          decisionState(format, state),
          cell(latestFeedback(state)),
        ],
        { origin: decisionOrigin(state) },
      ),
    ),
  };
}

/** One item of the agenda: the problem, its cause, what was tried, what is proposed. */
function readyIssue(format: Formatter, found: OpenIssue, number: number): readonly Block[] {
  const { issue, age, due, moves } = found;
  const origin = originOf(issue);
  const entry = (label: Bilingual, value: InlineContent | undefined, wide = false): KeyValue => ({
    label: format.say(label),
    value: format.or(value),
    origin,
    ...(wide ? { wide } : {}),
  });
  const asides: Inlines = [
    ...(issue.type === undefined ? [] : [text(issueWords[issue.type.value][format.lang])]),
    ...(issue.escalated === undefined ? [] : [text(` ${escalationWords[issue.escalated.value][format.lang]}`)]),
  ];
  const raised =
    issue.raised === undefined
      ? undefined
      : [
          text(formatDay(issue.raised.day)),
          ...(age === undefined ? [] : [muted(format.aside(format.say(words.openDays, { n: age })))]),
        ];
  const blocked = issue.blocks.map((ref) => format.name(ref) ?? '');
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
        entry(words.holder, holderOf(format, found)),
        entry(words.unit, format.name(unitOf(found))),
        ...(issue.support.length === 0 ? [] : [entry(words.support, format.names(issue.support))]),
        entry(words.ownerLabel, format.person(issue.owner)),
        entry(words.raised, raised),
        entry(words.dueLabel, [
          ...inlines(format.deadline(due) ?? ''),
          ...(due === undefined ? [] : [text(' '), ...leftCell(format, found).content]),
          ...movesNote(format, moves),
        ]),
        ...(blocked.length === 0 ? [] : [entry(words.blocks, format.list(blocked), true)]),
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

function* unreadyTable(
  format: Formatter,
  issues: readonly OpenIssue[],
  meeting: MeetingFacts | undefined,
): Steps<Table> {
  return {
    type: 'table',
    anchor: 'unready-issues',
    columns: [
      { title: format.say(words.issue), kind: 'text' },
      { title: format.say(words.holder), kind: 'text' },
      { title: format.say(words.escalated), kind: 'text', wrap: false },
      { title: format.say(words.answers), kind: 'text' },
      { title: format.say(words.lacks), kind: 'text' },
    ],
    rows: yield* mapInSteps(issues, (found) =>
      row(
        [
          cell([text(titleOf(found.issue)), ...movesNote(format, found.moves)]),
          cell(holderOf(format, found)),
          cell(format.or(found.issue.escalated && escalationWords[found.issue.escalated.value][format.lang])),
          cell(answersFor(format, found)),
          cell(
            light(
              'yellow',
              format.list(
                lackingForMeeting(found, meeting).map((member) =>
                  format.say(LACKING[member] ?? { en: member, zh: member }),
                ),
              ),
            ),
          ),
        ],
        { origin: originOf(found.issue) },
      ),
    ),
  };
}

function* projectTable(format: Formatter, projects: readonly ProjectFacts[]): Steps<Table> {
  const { analysis } = format;
  return {
    type: 'table',
    anchor: 'agenda-projects',
    columns: [
      { title: format.say(words.project), kind: 'text' },
      { title: format.say(words.unit), kind: 'text' },
      { title: format.say(words.stage), kind: 'text', wrap: false },
      { title: format.say(words.light), kind: 'light' },
      { title: format.say(words.progress), kind: 'percent' },
      { title: format.say(words.completion), kind: 'percent' },
      { title: format.say(words.situation), kind: 'text' },
    ],
    rows: yield* mapInSteps(projects, (project) => {
      const metrics = analysis.metrics(project);
      return row(
        [
          cell(titleOf(project)),
          format.nameCell(project.unit),
          cell(format.or(format.stage(stageAt(project, analysis.status)))),
          format.lightCell(analysis.light(project).light),
          format.percentCell(metrics.progress),
          format.percentCell(metrics.completion),
          cell(format.words(latestReport(project, analysis.status)?.text)),
        ],
        { origin: originOf(project) },
      );
    }),
  };
}

/** Why it is what it is now; of one that has become green, what it was red or yellow for. */
function whyChanged(format: Formatter, before: ChangedLight['before'], now: ChangedLight['now']): string {
  const reasons = sayReasons(format, now);
  if (reasons !== '' || before === undefined) return reasons;
  const gone = sayReasons(format, before);
  return gone === '' ? '' : format.say(words.gone, { reasons: gone });
}

function* changedTable(format: Formatter, changed: readonly ChangedLight[]): Steps<Table> {
  return {
    type: 'table',
    anchor: 'changed-lights',
    columns: [
      { title: format.say(words.project), kind: 'text' },
      { title: format.say(words.unit), kind: 'text' },
      { title: format.say(words.ownerLabel), kind: 'text', wrap: false },
      { title: format.say(words.before), kind: 'light' },
      { title: format.say(words.now), kind: 'light' },
      { title: format.say(words.why), kind: 'text' },
    ],
    rows: yield* mapInSteps(changed, ({ project, before, now }) =>
      row(
        [
          titleOf(project),
          format.nameCell(project.unit),
          format.nameCell(project.owner),
          before === undefined ? cell(muted(format.say(words.notInPool))) : format.lightCell(before.light),
          format.lightCell(now.light),
          cell(format.or(whyChanged(format, before, now))),
        ],
        { origin: originOf(project) },
      ),
    ),
  };
}
