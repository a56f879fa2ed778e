/** The summary `minutes`. */
import { labelOf } from '../../../../grammar/members.js';
import { latestHeld } from '../../analysis/meetings-around.js';
import { type DecisionState, decisionsOf } from '../../analysis/portfolio-meetings.js';
import { projectsAbout } from '../../analysis/project-issues.js';
import { dueAt, meetingHeldAt } from '../../analysis/state.js';
import { formatDay } from '../../model/day.js';
import type { IssueFacts, MeetingFacts, ProjectFacts, Ref } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { cell, light, muted, remark, row, strong, text } from '../compose.js';
import type { Block, Inline, Inlines, KeyValue, ListItem, Table } from '../document.js';
import { Formatter, originOf, titleOf } from '../wording/formatter.js';
import { columnWords } from './column-words.js';
import { documentOf, numbered } from './heading.js';
import { holderOf } from './issues.js';
import type { Summary } from './summary.js';
import { aboutName, decisionOrigin } from './supervision.js';

const words = {
  ...columnWords,
  title: { en: 'Minutes', zh: '会议纪要' },
  record: { en: 'Inspection record', zh: '督查纪要' },
  unknown: { en: 'The plan has no meeting “{name}”.', zh: '计划中没有会议“{name}”。' },
  none: { en: 'No meeting has been held by {day}.', zh: '截至{day}尚未召开会议。' },
  notHeld: { en: '{meeting} is on {day} and has not been held yet.', zh: '{meeting}定于{day}召开，目前尚未召开。' },
  day: { en: 'Date', zh: '时间' },
  undated: { en: 'not stated', zh: '未注明' },
  place: labelOf('meeting', 'place'),
  chair: labelOf('meeting', 'chair'),
  present: { en: 'Present', zh: '参会' },
  absent: { en: 'Apologies', zh: '请假' },
  recorder: { en: 'Minutes taken by', zh: '记录' },
  discussed: { en: 'Discussion', zh: '会议情况' },
  onAgenda: { en: 'Agenda items', zh: '会议议题' },
  found: { en: 'Findings', zh: '督查发现的问题' },
  decided: { en: 'Decisions', zh: '议定事项' },
  ordered: { en: 'Actions required', zh: '整改要求' },
  nothing: { en: 'No decision was taken.', zh: '会议未议定事项。' },
  matter: { en: 'Item', zh: '议题' },
  about: { en: 're {names}', zh: '关于{names}' },
  unitIs: { en: 'Lead: {names}', zh: '责任单位：{names}' },
  supportIs: { en: 'support: {names}', zh: '配合单位：{names}' },
  ownerIs: { en: 'owner: {names}', zh: '责任人：{names}' },
  supervisorIs: { en: 'followed up by {names}', zh: '督办人：{names}' },
  dueIs: { en: 'due {day}', zh: '完成期限：{day}' },
  noUnit: { en: 'no unit named', zh: '责任单位未明确' },
  dueLost: { en: 'deadline since moved; the original one is not on record', zh: '完成期限后经调整，原定期限未记载' },
  noDue: { en: 'no deadline named', zh: '完成期限未明确' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** 会议纪要 of a meeting that was held, by name; without one the latest. As it stood on that day: later moves are not in it. */
export const minutes: Summary = {
  kind: 'minutes',
  whole: true,
  title: words.title,
  named: { kind: 'meeting', required: false },
  build: (analysis, { lang, unit, name }) => {
    const format = new Formatter(analysis, lang, [], unit);
    const { plan, status } = analysis;
    const meeting = name === undefined ? latestHeld(analysis) : plan.find('meeting', name);
    const day = formatDay(status);
    if (meeting === undefined) {
      return said(format, name === undefined ? format.say(words.none, { day }) : format.say(words.unknown, { name }));
    }
    if (!meetingHeldAt(meeting, status)) {
      const on = meeting.date === undefined ? '' : formatDay(meeting.date.day);
      return said(format, format.say(words.notHeld, { meeting: titleOf(meeting), day: on }));
    }
    const title = meeting.kind === 'inspection' ? words.record : words.title;
    return documentOf(format, 'minutes', format.say(title), blocksOf(format, meeting), titleOf(meeting));
  },
};

function said(format: Formatter, content: string) {
  const blocks: readonly Block[] = [{ type: 'callout', tone: 'warn', content: format.or(content) }];
  return documentOf(format, 'minutes', format.say(words.title), blocks);
}

function blocksOf(format: Formatter, meeting: MeetingFacts): readonly Block[] {
  const inspection = meeting.kind === 'inspection';
  const decisions = decisionsOf(meeting, meeting.date?.day ?? format.analysis.status);
  const matters = meeting.agenda.map((ref) => ({ ref, ...matterOf(format, ref) }));
  return [
    frame(format, meeting),
    ...numbered(format, [
      ...(meeting.text === undefined
        ? []
        : [
            {
              anchor: 'discussed',
              title: format.say(words.discussed),
              blocks: [{ type: 'markdown', text: meeting.text.text, origin: originOf(meeting) } as const],
            },
          ]),
      ...(matters.length === 0
        ? []
        : [{ anchor: 'agenda', title: format.say(words.onAgenda), blocks: [agendaTable(format, matters)] }]),
      ...(meeting.issues.length === 0
        ? []
        : [{ anchor: 'found', title: format.say(words.found), blocks: [foundTable(format, meeting)] }]),
      {
        anchor: 'decided',
        title: format.say(inspection ? words.ordered : words.decided),
        blocks: [
          decisions.length === 0
            ? remark(format.say(words.nothing))
            : ({
                type: 'list',
                ordered: true,
                items: decisions.map((state) => decisionItem(format, state)),
              } as const),
        ],
      },
    ]),
  ];
}

/** When, where, who chaired, who was there and who was not. */
function frame(format: Formatter, meeting: MeetingFacts): Block {
  const origin = originOf(meeting);
  const entry = (label: Bilingual, value: Inlines, wide = false): KeyValue => ({
    label: format.say(label),
    value,
    origin,
    ...(wide ? { wide } : {}),
  });
  const people = (label: Bilingual, refs: readonly Ref[]): readonly KeyValue[] =>
    refs.length === 0 ? [] : [entry(label, attendance(format, refs), true)];
  return {
    type: 'keyValues',
    anchor: 'frame',
    entries: [
      entry(
        words.day,
        meeting.date === undefined ? [muted(format.say(words.undated))] : [text(formatDay(meeting.date.day))],
      ),
      ...(meeting.place === undefined ? [] : [entry(words.place, format.words(meeting.place))]),
      entry(words.chair, format.or(format.person(meeting.chair))),
      ...(meeting.recorder === undefined ? [] : [entry(words.recorder, format.or(format.person(meeting.recorder)))]),
      ...people(words.present, meeting.attend),
      ...people(words.absent, meeting.absent),
    ],
  };
}

/** People with their posts, units by their names. */
function attendance(format: Formatter, refs: readonly Ref[]): Inlines {
  return format.sentence(
    refs.map((ref) => format.person(ref)),
    format.list(['', '']),
  );
}

interface Matter {
  readonly ref: Ref;
  readonly issue?: IssueFacts;
  readonly project?: ProjectFacts;
}

function matterOf(format: Formatter, ref: Ref): Omit<Matter, 'ref'> {
  const thing = format.analysis.plan.resolve(ref);
  if (thing?.kind === 'issue') return { issue: thing };
  return thing?.kind === 'project' ? { project: thing } : {};
}

/** What was brought to the meeting, with what was proposed for it. */
function agendaTable(format: Formatter, matters: readonly Matter[]): Table {
  return {
    type: 'table',
    anchor: 'agenda-matters',
    columns: [
      { title: format.say(words.matter), kind: 'text' },
      { title: format.say(words.cause), kind: 'text' },
      { title: format.say(words.proposal), kind: 'text' },
    ],
    rows: matters.map(({ ref, issue, project }) => {
      const thing = issue ?? project;
      return row(
        [
          cell(format.or(issue === undefined ? format.name(ref) : aboutName(format, ref))),
          cell(format.words(issue?.cause)),
          cell(format.words(issue?.proposal)),
        ],
        thing === undefined ? {} : { origin: originOf(thing) },
      );
    }),
  };
}

/** What an inspection found, where, and by when it has to be put right. */
function foundTable(format: Formatter, meeting: MeetingFacts): Table {
  const { plan } = format.analysis;
  return {
    type: 'table',
    anchor: 'found-issues',
    columns: [
      { title: format.say(words.issue), kind: 'text' },
      { title: format.say(words.project), kind: 'text' },
      { title: format.say(words.unit), kind: 'text' },
      { title: format.say(words.due), kind: 'date' },
    ],
    rows: meeting.issues.map((issue) =>
      row(
        [
          titleOf(issue),
          cell(holderOf(format, { projects: projectsAbout(plan, issue), meeting: undefined })),
          format.nameCell(issue.unit),
          format.deadlineCell(dueAt(issue, meeting.date?.day ?? format.analysis.status)),
        ],
        { origin: originOf(issue) },
      ),
    ),
  };
}

/** `〔2026〕3号 what was decided`, and below it who does it until when. */
function decisionItem(format: Formatter, state: DecisionState): ListItem {
  const { decision } = state;
  const about = decision.about.map((ref) => aboutName(format, ref)).filter((name) => name !== '');
  const named = (label: Bilingual, names: string | undefined): readonly Inlines[] =>
    names === undefined ? [] : [[text(format.say(label, { names }))]];
  const parts: readonly Inlines[] = [
    ...(decision.unit === undefined
      ? [[light('yellow', format.say(words.noUnit))]]
      : named(words.unitIs, format.name(decision.unit))),
    ...named(words.supportIs, format.names(decision.support)),
    ...named(words.ownerIs, format.name(decision.owner)),
    ...named(words.supervisorIs, format.name(decision.supervisor)),
    [dueSaid(format, state)],
  ];
  return {
    origin: decisionOrigin(state),
    content: [
      ...(decision.number === undefined ? [] : [muted(`${decision.number.text} `)]),
      strong(decision.text.text),
      ...(about.length === 0 ? [] : [muted(format.aside(format.say(words.about, { names: format.list(about) })))]),
      { type: 'break' },
      ...format.sentence(parts, format.lang === 'zh' ? '；' : '; '),
    ],
  };
}

/** As it was set that day; one that was moved without saying from where is not known any more. */
function dueSaid(format: Formatter, { decision, due }: DecisionState): Inline {
  const day = format.deadline(due);
  if (day !== undefined) return text(format.say(words.dueIs, { day }));
  return decision.due === undefined ? light('yellow', format.say(words.noDue)) : muted(format.say(words.dueLost));
}
