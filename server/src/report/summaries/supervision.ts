/** The summary `supervision`. */
import { grouped } from '../../analysis/portfolio-groups.js';
import { type DecisionState, decisionsAt } from '../../analysis/portfolio-meetings.js';
import { formatDay } from '../../model/day.js';
import type { Bilingual } from '../../model/lang.js';
import { mapInSteps, type Steps } from '../../model/steps.js';
import { cell, light, muted, remark, row, text } from '../compose.js';
import type { Block, Cell, GroupRow, Inlines, KeyValue, Table, TableRow } from '../document.js';
import { daysLeft } from '../wording/deadline-status-words.js';
import { DASH, Formatter, titleOf } from '../wording/formatter.js';
import { longDay } from '../wording/long-day.js';
import { movesNote, sayMoves } from '../wording/moved-deadlines.js';
import { columnWords } from './column-words.js';
import { leadingTo } from './figure-origins.js';
import { documentOf, inOneBlock, numberedInSteps } from './heading.js';
import { supportNote } from './issues.js';
import { inSteps, type Summary } from './summary.js';

const words = {
  ...columnWords,
  title: { en: 'Follow-up of decisions', zh: '督办清单' },
  open: { en: 'Open', zh: '在办' },
  overdue: { en: 'Overdue', zh: '逾期' },
  unassigned: { en: 'Not assigned', zh: '责任未明确' },
  closed: { en: 'Closed', zh: '已办结' },
  list: { en: 'Open decisions by unit', zh: '各单位在办事项' },
  closedList: { en: 'Closed decisions', zh: '已办结事项' },
  issuedBy: { en: 'Issued by', zh: '签发单位' },
  issuedOn: { en: 'Date issued', zh: '签发日期' },
  asOf: { en: 'as of {day}', zh: '截至{day}' },
  slip: { en: 'Action slip {n}', zh: '督办单　第{n}号' },
  numberedSlip: { en: 'Action slip {number}', zh: '督办单　{number}' },
  counts: { en: '{open} open, {overdue} overdue', zh: '在办{open}项，逾期{overdue}项' },
  source: { en: 'Decided at', zh: '来源' },
  about: { en: 'About', zh: '关于' },
  task: { en: 'Action required', zh: '督办事项' },
  left: { en: 'Time left', zh: '剩余时间' },
  evidence: { en: 'Evidence', zh: '佐证' },
  day: { en: 'Day', zh: '日期' },
  report: { en: 'Feedback', zh: '办理反馈' },
  noFeedback: { en: 'No feedback yet.', zh: '尚无反馈。' },
  result: { en: "The unit's response and outcome", zh: '责任单位意见及办理结果' },
  feedbackBy: { en: 'Feedback by', zh: '反馈期限' },
  copies: { en: 'Copies to', zh: '抄送' },
  moves: { en: 'Deadline moved', zh: '期限调整' },
  signature: { en: 'Signed for the unit', zh: '责任单位（盖章）' },
  signedBy: { en: 'Owner', zh: '责任人（签字）' },
  signedOn: { en: 'Date', zh: '日期' },
  nothing: { en: 'No decision is open.', zh: '没有在办的决定事项。' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** 督办清单: the open decisions by unit with what is left of their time, and a slip to hand out for each. */
export const supervision: Summary = inSteps({
  kind: 'supervision',
  title: words.title,
  *building(analysis, { lang, unit }) {
    const format = new Formatter(analysis, lang, [], unit);
    const all = decisionsAt(analysis.plan, analysis.status);
    const open = byUrgency(all.filter((state) => state.open));
    const closed = all.filter((state) => !state.open).reverse();
    yield;
    const parts = yield* numberedInSteps(format, [
      {
        anchor: 'open',
        title: format.say(words.list),
        blocks: () => (open.length === 0 ? [nothing(format)] : inOneBlock(openTable(format, open))),
      },
      ...(closed.length === 0
        ? []
        : [
            {
              anchor: 'closed',
              title: format.say(words.closedList),
              blocks: () => inOneBlock(closedTable(format, closed)),
            },
          ]),
    ]);
    const slips = yield* mapInSteps(open.entries(), ([i, state]) => slip(format, state, i + 1));
    const blocks = [headline(format, open, closed), ...parts, ...slips.flat()];
    return documentOf(format, 'supervision', format.say(words.title), blocks);
  },
});

/** The longest overdue first, then the earliest deadline, those without one last. */
export function byUrgency(decisions: readonly DecisionState[]): readonly DecisionState[] {
  return [...decisions].sort((a, b) => (a.left ?? Number.MAX_SAFE_INTEGER) - (b.left ?? Number.MAX_SAFE_INTEGER));
}

function nothing(format: Formatter): Block {
  return remark(format.say(words.nothing));
}

function headline(format: Formatter, open: readonly DecisionState[], closed: readonly DecisionState[]): Block {
  const late = open.filter(({ left }) => left !== undefined && left < 0);
  const overdue = late.length;
  const nobodys = open.filter(({ decision: { stated } }) =>
    (['unit', 'owner', 'due'] as const).some((member) => !stated.has(member)),
  );
  const unassigned = nobodys.length;
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
      {
        label: format.say(words.unassigned),
        value: [unassigned === 0 ? text('0') : light('yellow', String(unassigned))],
        ...leadingTo(nobodys[0]?.decision),
      },
      { label: format.say(words.closed), value: [text(String(closed.length))], ...leadingTo(closed[0]?.decision) },
    ],
  };
}

function* openTable(format: Formatter, open: readonly DecisionState[]): Steps<Table> {
  const { plan } = format.analysis;
  const rows: (TableRow | GroupRow)[] = [];
  for (const [unit, mine] of grouped(open, ({ decision }) => plan.declaration('org', decision.unit))) {
    rows.push({
      type: 'group',
      content: [
        text(unit === undefined ? format.say(words.noUnit) : titleOf(unit)),
        muted(
          `${format.gap}${format.say(words.counts, {
            open: mine.length,
            overdue: mine.filter(({ left }) => left !== undefined && left < 0).length,
          })}`,
        ),
      ],
      ...(unit === undefined ? {} : { origin: { id: unit.id, at: unit.at } }),
    });
    for (const state of mine) {
      rows.push(decisionRow(format, state));
      yield;
    }
  }
  return {
    type: 'table',
    anchor: 'open-decisions',
    columns: [
      { title: format.say(words.decision), kind: 'text' },
      { title: format.say(words.meeting), kind: 'text' },
      { title: format.say(words.owner), kind: 'text', wrap: false },
      { title: format.say(words.supervisor), kind: 'text', wrap: false },
      { title: format.say(words.due), kind: 'date' },
      { title: format.say(words.state), kind: 'light' },
      { title: format.say(words.feedback), kind: 'text' },
    ],
    rows,
  };
}

function decisionRow(format: Formatter, state: DecisionState): TableRow {
  const { decision, meeting } = state;
  return row(
    [
      cell([...decisionCell(format, state).content, ...supportNote(format, decision.support)]),
      titleOf(meeting),
      format.nameCell(decision.owner),
      format.nameCell(decision.supervisor),
      format.deadlineCell(state.due),
      decisionState(format, state),
      cell(latestFeedback(state)),
    ],
    { origin: decisionOrigin(state) },
  );
}

/** What was decided, with its number before it and the moves of its deadline behind it. */
export function decisionCell(format: Formatter, { decision, moves }: DecisionState): Cell {
  const number = decision.number?.text;
  return cell([
    ...(number === undefined ? [] : [muted(`${number} `)]),
    text(decision.text.text),
    ...movesNote(format, moves),
  ]);
}

/** The unit that answers, and who helps. */
export function unitCell(format: Formatter, { decision }: DecisionState): Cell {
  const unit = format.name(decision.unit);
  return cell(format.or([...(unit === undefined ? [] : [text(unit)]), ...supportNote(format, decision.support)]));
}

export function decisionOrigin({ decision }: DecisionState) {
  return { id: decision.id, at: decision.at };
}

export function decisionState(format: Formatter, { left }: DecisionState): Cell {
  if (left === undefined) return cell(DASH, null);
  return cell(light(left < 0 ? 'red' : left <= 7 ? 'yellow' : 'green', daysLeft(format, left)), String(left));
}

export function latestFeedback({ feedback }: DecisionState): Inlines {
  const last = feedback.at(-1);
  if (last === undefined) return [DASH];
  return [muted(`${formatDay(last.day)} `), text(last.text?.text ?? '')];
}

export function* closedTable(format: Formatter, closed: readonly DecisionState[]): Steps<Table> {
  return {
    type: 'table',
    anchor: 'closed-decisions',
    columns: [
      { title: format.say(words.decision), kind: 'text' },
      { title: format.say(words.meeting), kind: 'text' },
      { title: format.say(words.unit), kind: 'text' },
      { title: format.say(words.owner), kind: 'text', wrap: false },
      { title: format.say(words.due), kind: 'date' },
      { title: format.say(words.doneDay), kind: 'date' },
      { title: format.say(words.feedback), kind: 'text' },
    ],
    rows: yield* mapInSteps(closed, (state) =>
      row(
        [
          decisionCell(format, state),
          titleOf(state.meeting),
          unitCell(format, state),
          format.nameCell(state.decision.owner),
          format.deadlineCell(state.due),
          format.dayCell(state.done),
          cell(state.feedback.length > 0 ? latestFeedback(state) : evidenceOf(format, state)),
        ],
        { origin: decisionOrigin(state) },
      ),
    ),
  };
}

function evidenceOf(format: Formatter, { decision }: DecisionState): Inlines {
  return format.or(format.list(decision.evidence.map(({ text: path }) => path)));
}

/** To be written in by hand, and room for a seal. */
const LINES_OF_OPINION = 10;
const LINES_OF_SEAL = 4;

function linesToWrite(count: number): Inlines {
  return Array.from({ length: count }).flatMap((): Inlines => [text('　'), { type: 'break' }]);
}

/** A slip leaves the paper that says what day it stands on. */
function sayAsOf(format: Formatter, { left }: DecisionState): Inlines {
  if (left === undefined) return [];
  const day = longDay(formatDay(format.analysis.status), format.lang);
  return [muted(format.aside(format.say(words.asOf, { day })))];
}

/** 督办单: one sheet that goes to the unit and comes back signed. */
function slip(format: Formatter, state: DecisionState, number: number): readonly Block[] {
  const { decision, meeting, feedback, due, moves } = state;
  const origin = decisionOrigin(state);
  const entry = (label: Bilingual, value: Inlines, wide = false): KeyValue => ({
    label: format.say(label),
    value,
    origin,
    ...(wide ? { wide } : {}),
  });
  const day = meeting.date === undefined ? '' : format.aside(formatDay(meeting.date.day));
  const about = decision.about.map((ref) => aboutName(format, ref)).filter((name) => name !== '');
  const blank = cell('　');
  return [
    { type: 'pageBreak' },
    {
      type: 'heading',
      level: 2,
      text:
        decision.number === undefined
          ? format.say(words.slip, { n: number })
          : format.say(words.numberedSlip, { number: decision.number.text }),
      anchor: `slip:${decision.id}`,
      aside: [...decisionState(format, state).content, ...sayAsOf(format, state)],
      origin,
    },
    {
      type: 'keyValues',
      anchor: `slip:${decision.id}/facts`,
      entries: [
        entry(words.issuedBy, format.or(format.name(format.analysis.plan.portfolio?.compiler) ?? '　')),
        // The plan does not say when the slip went out, nor by when the unit has to answer: both are written in.
        entry(words.issuedOn, [text('　')]),
        entry(words.task, [{ type: 'strong', content: [text(decision.text.text)] }], true),
        entry(words.source, [text(titleOf(meeting) + day)]),
        entry(words.about, format.or(format.list(about))),
        entry(words.unit, format.or(format.name(decision.unit))),
        ...(decision.support.length === 0 ? [] : [entry(words.support, format.or(format.names(decision.support)))]),
        entry(words.owner, format.or(format.person(decision.owner))),
        entry(words.supervisor, format.or(format.person(decision.supervisor))),
        entry(words.due, format.or(format.deadline(due))),
        entry(words.feedbackBy, [text('　')]),
        ...(moves.length === 0 ? [] : [entry(words.moves, format.or(sayMoves(format, moves)), true)]),
      ],
    },
    feedback.length === 0
      ? { type: 'paragraph', content: [muted(format.say(words.noFeedback))], origin }
      : {
          type: 'table',
          anchor: `slip:${decision.id}/feedback`,
          columns: [
            { title: format.say(words.day), kind: 'date' },
            { title: format.say(words.report), kind: 'text' },
          ],
          rows: feedback.map((given) =>
            row([format.dayCell(given.day), cell(format.or(given.text?.text))], {
              origin: { id: decision.id, at: given.at },
            }),
          ),
        },
    {
      type: 'table',
      anchor: `slip:${decision.id}/result`,
      columns: [{ title: format.say(words.result), kind: 'text' }],
      headColumn: -1,
      rows: [row([cell(linesToWrite(LINES_OF_OPINION))])],
    },
    {
      type: 'table',
      anchor: `slip:${decision.id}/signature`,
      columns: [
        { title: format.say(words.signature), kind: 'text' },
        { title: format.say(words.signedBy), kind: 'text' },
        { title: format.say(words.signedOn), kind: 'text' },
      ],
      headColumn: -1,
      rows: [row([cell(linesToWrite(LINES_OF_SEAL)), blank, blank])],
    },
    {
      type: 'keyValues',
      anchor: `slip:${decision.id}/copies`,
      entries: [entry(words.copies, copies(format, state), true)],
    },
  ];
}

/** 抄送: the leaders of the projects that it is about, and the units that help; room to write where there are none. */
function copies(format: Formatter, { decision }: DecisionState): Inlines {
  const { plan } = format.analysis;
  const leaders = decision.about.flatMap((ref) => {
    const first = ref.segments[0]?.text ?? '';
    return format.name(plan.find('project', first)?.leader) ?? [];
  });
  const names = [...new Set([...leaders, ...decision.support.flatMap((ref) => format.name(ref) ?? [])])];
  return [text(names.length === 0 ? '　' : format.list(names))];
}

/** An issue is named with the project or inspection that it stands in. */
export function aboutName(format: Formatter, ref: Parameters<Formatter['name']>[0]): string {
  const { plan } = format.analysis;
  const entity = ref === undefined ? undefined : plan.resolve(ref);
  if (entity?.kind !== 'issue') return format.name(ref) ?? '';
  const first = ref?.segments[0]?.text ?? '';
  const holder = plan.find('project', first) ?? plan.find('meeting', first);
  return holder === undefined
    ? titleOf(entity)
    : `${titleOf(holder)}${format.lang === 'zh' ? '：' : ': '}${titleOf(entity)}`;
}
