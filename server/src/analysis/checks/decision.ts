/** Rules about the decisions of meetings (`decision/*`). */
import type { Keyword } from '../../../../grammar/keywords.js';
import type { DecisionFacts, MeetingFacts } from '../../model/facts.js';
import type { Span } from '../../model/span.js';
import type { Analysis } from '../analysis.js';
import { daysOver } from '../deadlines.js';
import { dayFigure, listed, sayDay, sayDays, sayKeyword } from '../message-values.js';
import { type Found, meetingRule, type Rule } from '../rule.js';
import { asOf, decisionOpenAt, dueAt, feedbackAt, meetingHeldAt } from '../state.js';

type Unassigned = { readonly missing: readonly Keyword[] };
type Overdue = { readonly due: string; readonly days: number };
type NoEvidence = { readonly done: string };

const ASSIGNED: readonly Keyword[] = ['unit', 'owner', 'due'];

/** The decision's head: its name, else the word `decision` and what was decided. */
function headOf({ name, text, keywordAt }: DecisionFacts): Span {
  return name?.at ?? { ...keywordAt, end: text.at.end };
}

function* unassigned(meeting: MeetingFacts, { status }: Analysis): Generator<Found<Unassigned>> {
  for (const decision of meeting.decisions) {
    const missing = ASSIGNED.filter((member) => !decision.stated.has(member));
    if (missing.length === 0 || !decisionOpenAt(decision, meeting, status)) continue;
    yield { at: headOf(decision), data: { missing }, element: decision.id };
  }
}

function* overdue(meeting: MeetingFacts, { status }: Analysis): Generator<Found<Overdue>> {
  for (const decision of meeting.decisions) {
    const due = dueAt(decision, status);
    if (due === undefined || !decisionOpenAt(decision, meeting, status)) continue;
    const days = daysOver(due.period.last, status);
    if (days > 0) yield { at: due.at, data: { due: dayFigure(due.period.last), days }, element: decision.id };
  }
}

function* noEvidence(meeting: MeetingFacts, { status }: Analysis): Generator<Found<NoEvidence>> {
  if (!meetingHeldAt(meeting, status)) return;
  for (const decision of meeting.decisions) {
    const done = asOf(decision.done, status);
    const unreadable = decision.stated.has('feedback') && decision.feedback.length === 0;
    if (done === undefined || unreadable || decision.stated.has('evidence')) continue;
    if (feedbackAt(decision, status).length > 0) continue;
    yield { at: done.at, data: { done: dayFigure(done.day) }, element: decision.id };
  }
}

export const DECISION_RULES: readonly Rule[] = [
  meetingRule<Unassigned>(
    {
      code: 'decision/unassigned',
      severity: 'warning',
      absence: 'member',
      judgedBy: ['status-date'],
      title: { en: 'A decision that nobody has to carry out', zh: '决定的责任未明确' },
      message: {
        en: ({ missing }) =>
          `The decision has no ${listed(
            missing.map((member) => sayKeyword(member, 'en')),
            'en',
            'or',
          )}`,
        zh: ({ missing }) =>
          `决定没有写明${listed(
            missing.map((member) => sayKeyword(member, 'zh')),
            'zh',
            'and',
          )}`,
      },
      page: {
        en: `What a meeting decides gets a unit, a person and a time limit, or it will not be done. Add \`unit\`, \`owner\` and
\`due\` to the decision. Decisions that are done are not asked for it any more.`,
        zh: `会议决定的事项须明确责任单位、责任人和时限，否则难以落实。请为这项决定补上\`责任单位\`、\`责任人\`、\`期限\`。
已完成的决定不再要求。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `org Works-Bureau
meeting Week-12 {
  date 2026-03-23
  decision "hand over the last plot" {
    unit Works-Bureau
    due 2026-04-30
  }
}
`,
        clean: `org Works-Bureau
person WangWu
meeting Week-12 {
  date 2026-03-23
  decision "hand over the last plot" {
    unit Works-Bureau
    owner WangWu
    due 2026-04-30
  }
}
`,
      },
    },
    unassigned,
  ),
  meetingRule<Overdue>(
    {
      code: 'decision/overdue',
      severity: 'error',
      absence: 'member',
      judgedBy: ['status-date'],
      title: { en: 'The decision is overdue', zh: '决定逾期未办结' },
      message: {
        en: ({ due, days }) =>
          `The decision was to be carried out by ${sayDay(due, 'en')}: ${sayDays(days, 'en')} overdue`,
        zh: ({ due, days }) => `决定应于${sayDay(due, 'zh')}前办结，已逾期${sayDays(days, 'zh')}`,
      },
      page: {
        en: `A decision of a meeting is not done although its time limit has passed. If it is done, state \`done\` with the day
and \`feedback\` or \`evidence\`; else follow it up and bring it to the next meeting.`,
        zh: `会议决定的事项时限已过，尚未办结。已办结的，用\`完成\`写明日期，并写明\`反馈\`或\`佐证\`；未办结的，请督办并提交
下次会议。`,
      },
      example: {
        asOf: '2026-04-01',
        shows:
          'meeting Week-12 {\n  date 2026-03-23\n  decision D1 "hand over the last plot" {\n    due 2026-03-31\n  }\n}\n',
        clean:
          'meeting Week-12 {\n  date 2026-03-23\n  decision D1 "hand over the last plot" {\n    due 2026-04-01\n  }\n}\n',
      },
    },
    overdue,
  ),
  meetingRule<NoEvidence>(
    {
      code: 'decision/no-evidence',
      severity: 'info',
      absence: 'member',
      title: { en: 'Closed without proof', zh: '办结无佐证' },
      message: {
        en: ({ done }) =>
          `The decision is done since ${sayDay(done, 'en')}, but there is neither feedback nor evidence`,
        zh: ({ done }) => `决定已于${sayDay(done, 'zh')}办结，但没有反馈，也没有佐证`,
      },
      page: {
        en: `A decision is closed with proof. Say with \`feedback\` what was done and when, or name the document that proves it
with \`evidence\`.`,
        zh: `决定事项须凭佐证销号。请用\`反馈\`写明何时办了什么，或用\`佐证\`指明证明材料。`,
      },
      example: {
        asOf: '2026-04-01',
        shows:
          'meeting Week-12 {\n  date 2026-03-23\n  decision D1 "hand over the last plot" {\n    done 2026-03-30\n  }\n}\n',
        clean: `meeting Week-12 {
  date 2026-03-23
  decision D1 "hand over the last plot" {
    done 2026-03-30
    feedback 2026-03-30 "handed over, protocol signed"
  }
}
`,
      },
    },
    noEvidence,
  ),
];
