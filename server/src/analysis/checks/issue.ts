/** Rules about the problems of projects (`issue/*`). */
import type { Keyword } from '../../../../grammar/keywords.js';
import type { Day } from '../../model/day.js';
import type { EscalationLevel, FileFacts, IssueFacts, MeetingFacts, Ref, RelatedPlace } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { daysOver, isIssuePursued } from '../deadlines.js';
import { asksWhatWasTried, levelOf, meetingLevel } from '../issue-levels.js';
import { dayFigure, listed, sayDay, sayDays, sayKeyword } from '../message-values.js';
import { type Found, fileRule, meetingRule, planRule, type Rule } from '../rule.js';
import { dueAt, issueOpenAt, triedAt } from '../state.js';
import { issuesIn } from './facts-in-file.js';

/** `meeting`: the one whose agenda it is on, where that is why it has to be prepared. */
type Unprepared = { readonly missing: readonly Keyword[]; readonly meeting?: string };
type NotTried = { readonly issue: string; readonly level: EscalationLevel };
type Overdue = { readonly due: string; readonly days: number };
type Closed = { readonly issue: string; readonly resolved: string };

/** What the meeting needs to decide, and what every open issue has. */
const FOR_A_MEETING: readonly Keyword[] = ['cause', 'proposal', 'owner'];
const ALWAYS: readonly Keyword[] = ['owner', 'due'];

/** The issues that an agenda names, with the places where it does. */
function* onAgenda(
  meeting: MeetingFacts,
  { plan }: Analysis,
): Generator<{ readonly ref: Ref; readonly issue: IssueFacts }> {
  for (const ref of meeting.agenda) {
    const entity = plan.resolve(ref);
    if (entity?.kind === 'issue') yield { ref, issue: entity };
  }
}

function* unprepared(analysis: Analysis): Generator<Found<Unprepared>> {
  const { plan, status } = analysis;
  const agenda = new Map<IssueFacts, { readonly meeting: MeetingFacts; readonly ref: Ref }>();
  for (const meeting of plan.all('meeting')) {
    for (const { ref, issue } of onAgenda(meeting, analysis)) agenda.set(issue, { meeting, ref });
  }
  for (const holder of [...plan.all('project'), ...plan.all('meeting')]) {
    for (const issue of holder.issues) {
      if (!isIssuePursued(issue, holder, status)) continue;
      const listing = agenda.get(issue);
      const wanted = listing === undefined ? ALWAYS : [...FOR_A_MEETING, 'due' as const];
      const missing = wanted.filter((member) => !issue.stated.has(member));
      if (missing.length === 0) continue;
      yield {
        at: issue.name.at,
        data: { missing, ...(listing === undefined ? {} : { meeting: listing.meeting.name.text }) },
        element: issue.id,
        ...(listing === undefined ? {} : { related: [onTheAgenda(listing.ref)] }),
      };
    }
  }
}

function onTheAgenda(ref: Ref): RelatedPlace {
  return { at: ref.at, message: { en: 'On the agenda here', zh: '列入此处议题' } };
}

function theIssue(issue: IssueFacts): RelatedPlace {
  return { at: issue.name.at, message: { en: 'The issue', zh: '该问题' } };
}

function* notTried(meeting: MeetingFacts, analysis: Analysis): Generator<Found<NotTried>> {
  const { status } = analysis;
  if (meeting.level === undefined && meeting.stated.has('level')) return;
  for (const { ref, issue } of onAgenda(meeting, analysis)) {
    const level = levelOf(issue);
    if (!asksWhatWasTried(issue, meetingLevel(meeting)) || !issueOpenAt(issue, status)) continue;
    if (triedAt(issue, status).length > 0 || (issue.stated.has('tried') && issue.tried.length === 0)) continue;
    yield { at: ref.at, data: { issue: issue.id, level }, element: meeting.id, related: [theIssue(issue)] };
  }
}

/** Resolved before the meeting began: on the day of the meeting it could still be dealt with. */
function closedBefore(issue: IssueFacts, meeting: MeetingFacts, status: Day): Day | undefined {
  const resolved = issue.resolved?.day;
  if (resolved === undefined || resolved > status) return undefined;
  return meeting.date === undefined || resolved < meeting.date.day ? resolved : undefined;
}

function* closedOnAgenda(meeting: MeetingFacts, analysis: Analysis): Generator<Found<Closed>> {
  for (const { ref, issue } of onAgenda(meeting, analysis)) {
    const resolved = closedBefore(issue, meeting, analysis.status);
    if (resolved === undefined) continue;
    yield {
      at: ref.at,
      data: { issue: issue.id, resolved: dayFigure(resolved) },
      element: meeting.id,
      related: [theIssue(issue)],
    };
  }
}

function* overdue(file: FileFacts, { status }: Analysis): Generator<Found<Overdue>> {
  for (const { issue, holder } of issuesIn(file)) {
    const due = dueAt(issue, status);
    if (due === undefined || !isIssuePursued(issue, holder, status)) continue;
    const days = daysOver(due.period.last, status);
    if (days > 0) yield { at: due.at, data: { due: dayFigure(due.period.last), days }, element: issue.id };
  }
}

const LEVELS: Readonly<Record<EscalationLevel, { readonly en: string; readonly zh: string }>> = {
  project: { en: 'project', zh: '项目' },
  county: { en: 'county', zh: '县级' },
  city: { en: 'city', zh: '市级' },
  province: { en: 'province', zh: '省级' },
};

function sayMissing(missing: readonly Keyword[], lang: 'en' | 'zh'): string {
  return listed(
    missing.map((member) => sayKeyword(member, lang)),
    lang,
    'and',
  );
}

export const ISSUE_RULES: readonly Rule[] = [
  planRule<Unprepared>(
    {
      code: 'issue/unprepared',
      severity: 'warning',
      absence: 'member',
      judgedBy: ['status-date'],
      title: { en: 'An issue that is not ready', zh: '问题准备不充分' },
      message: {
        en: ({ missing, meeting }) =>
          meeting === undefined
            ? `The issue is open without ${sayMissing(missing, 'en')}`
            : `The issue is on the agenda of "${meeting}" without ${sayMissing(missing, 'en')}`,
        zh: ({ missing, meeting }) =>
          meeting === undefined
            ? `问题尚未解决，但缺少${sayMissing(missing, 'zh')}`
            : `问题已列入“${meeting}”的议题，但缺少${sayMissing(missing, 'zh')}`,
      },
      page: {
        en: `Every open issue needs an owner and a deadline. One that is on an agenda also needs its cause and a proposal:
the meeting decides on proposals, it does not look for causes. Add what the message names, or take the issue off the
agenda until it is ready.`,
        zh: `未解决的问题须有责任人和期限。列入会议议题的，还须写明原因和建议：会议是对建议作决定，而不是去找原因。
请补上提示中所列内容，或在准备好之前先不列入议题。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `person LiSi
project P1 {
  issue Land "the last plot is not handed over" {
    owner LiSi
    due 2026-04-30
  }
}
meeting Week-14 {
  date 2026-04-02
  agenda P1.Land
}
`,
        clean: `person LiSi
project P1 {
  issue Land "the last plot is not handed over" {
    owner LiSi
    due 2026-04-30
    cause "compensation is disputed"
    proposal "arbitration by the county"
  }
}
meeting Week-14 {
  date 2026-04-02
  agenda P1.Land
}
`,
      },
    },
    unprepared,
  ),
  meetingRule<NotTried>(
    {
      code: 'issue/not-tried',
      severity: 'info',
      absence: 'member',
      judgedBy: ['status-date'],
      title: { en: 'Brought up without having been tried below', zh: '未经下级协调即提交' },
      message: {
        en: ({ issue, level }) =>
          `"${issue}" asks for help at ${LEVELS[level].en} level, but nothing is stated that was tried below`,
        zh: ({ issue, level }) => `“${issue}”提请${LEVELS[level].zh}协调，但没有写明下级已作过哪些协调`,
      },
      page: {
        en: `What can be solved below is solved below; a meeting at city level or above is asked when that has failed. State
with \`tried\` on which day what was tried, and how it ended.`,
        zh: `能在下级解决的在下级解决，协调不成的才提交市级以上会议。请用\`已协调\`写明何时作过什么协调、结果如何。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `project P1 {
  issue Land {
    escalated city
  }
}
meeting Week-14 {
  date 2026-04-02
  agenda P1.Land
}
`,
        clean: `project P1 {
  issue Land {
    escalated city
    tried 2026-03-20 "two rounds of talks in the county, no result"
  }
}
meeting Week-14 {
  date 2026-04-02
  agenda P1.Land
}
`,
      },
    },
    notTried,
  ),
  fileRule<Overdue>(
    {
      code: 'issue/overdue',
      severity: 'error',
      absence: 'member',
      judgedBy: ['status-date'],
      title: { en: 'The issue is overdue', zh: '问题逾期未解决' },
      message: {
        en: ({ due, days }) => `The issue was to be solved by ${sayDay(due, 'en')}: ${sayDays(days, 'en')} overdue`,
        zh: ({ due, days }) => `问题应于${sayDay(due, 'zh')}前解决，已逾期${sayDays(days, 'zh')}`,
      },
      page: {
        en: `The issue is still open although its deadline has passed. If it is solved, state \`resolved\` with the day; else
bring it to the next meeting, or escalate it with \`escalated\`.`,
        zh: `问题的期限已过，仍未解决。已解决的，用\`解决\`写明日期；未解决的，请提交下次会议，或用\`协调层级\`提级协调。`,
      },
      example: {
        asOf: '2026-04-01',
        shows: 'project P1 {\n  issue Land {\n    due 2026-03-31\n  }\n}\n',
        clean: 'project P1 {\n  issue Land {\n    due 2026-03-31\n    resolved 2026-04-01\n  }\n}\n',
      },
    },
    overdue,
  ),
  meetingRule<Closed>(
    {
      code: 'issue/closed-on-agenda',
      severity: 'info',
      judgedBy: ['status-date'],
      title: { en: 'A solved issue is on the agenda', zh: '已解决的问题列入议题' },
      message: {
        en: ({ issue, resolved }) => `"${issue}" has been solved since ${sayDay(resolved, 'en')}`,
        zh: ({ issue, resolved }) => `“${issue}”已于${sayDay(resolved, 'zh')}解决`,
      },
      page: {
        en: `The issue was solved before the day of the meeting, so there is nothing left to decide. Take it off the agenda,
or remove \`resolved\` if the problem is back.`,
        zh: `问题在会议之前已经解决，没有需要研究的内容。请从议题中删去；问题又出现的，请删去\`解决\`。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `project P1 {
  issue Land {
    resolved 2026-03-30
  }
}
meeting Week-14 {
  date 2026-04-02
  agenda P1.Land
}
`,
        clean: `project P1 {
  issue Land
}
meeting Week-14 {
  date 2026-04-02
  agenda P1.Land
}
`,
      },
    },
    closedOnAgenda,
  ),
];
