/** What meetings decided and what they have to decide, as of S. */
import type { Keyword } from '../../../grammar/keywords.js';
import type { Day } from '../model/day.js';
import type { DatedText, DecisionFacts, IssueFacts, MeetingFacts, ProjectFacts } from '../model/facts.js';
import type { Plan } from '../model/plan.js';
import type { Analysis } from './analysis.js';
import { calendarOf } from './calendars.js';
import { isIssuePursued, isPursued } from './deadlines.js';
import { LIGHTS } from './expressions/fixed-words.js';
import { dayAfter, spanOf } from './expressions/time-span.js';
import { isBelowMeeting } from './issue-levels.js';
import type { ProjectLight } from './lights/judge.js';
import { poolAt } from './pool.js';
import { asOf, decisionOpenAt, feedbackAt, inPool, meetingHeldAt, triedAt } from './state.js';

// ------------------------------------------------------------------------------------------------ decisions

export interface DecisionState {
  readonly meeting: MeetingFacts;
  readonly decision: DecisionFacts;
  readonly open: boolean;
  /** When it was done, where that is by S. */
  readonly done: Day | undefined;
  /** Days from S to the deadline; negative: overdue by that much. Only of an open one. */
  readonly left: number | undefined;
  /** Ascending by day, S and earlier. */
  readonly feedback: readonly DatedText[];
}

/** Every decision taken by S, meetings and inspections, in the order of meetings' days and then of the plan. */
export function decisionsAt(plan: Plan, status: Day): readonly DecisionState[] {
  const held = plan.all('meeting').filter((meeting) => meetingHeldAt(meeting, status));
  return [...held]
    .sort((a, b) => (a.date?.day ?? 0) - (b.date?.day ?? 0))
    .flatMap((meeting) =>
      meeting.decisions.map((decision) => {
        const open = decisionOpenAt(decision, meeting, status);
        const due = decision.due?.period.last;
        return {
          meeting,
          decision,
          open,
          done: asOf(decision.done, status)?.day,
          left: open && due !== undefined ? due - status : undefined,
          feedback: feedbackAt(decision, status),
        };
      }),
    );
}

// ------------------------------------------------------------------------------------------------ issues

export interface OpenIssue {
  readonly issue: IssueFacts;
  /** In which project it stands, or which inspection found it. */
  readonly project: ProjectFacts | undefined;
  readonly meeting: MeetingFacts | undefined;
  /** Days since it was raised. */
  readonly age: number | undefined;
  /** Days from S to its deadline; negative: overdue. */
  readonly left: number | undefined;
  readonly tried: readonly DatedText[];
}

/** The open issues of the projects that are pursued and those that inspections found, in the order of the plan. */
export function openIssuesAt(plan: Plan, status: Day): readonly OpenIssue[] {
  const open = (
    holder: ProjectFacts | MeetingFacts,
    project: ProjectFacts | undefined,
    meeting: MeetingFacts | undefined,
  ): readonly OpenIssue[] =>
    holder.issues
      .filter((issue) => isIssuePursued(issue, holder, status))
      .map((issue) => ({
        issue,
        project,
        meeting,
        age: issue.raised === undefined ? undefined : status - issue.raised.day,
        left: issue.due === undefined ? undefined : issue.due.period.last - status,
        tried: triedAt(issue, status),
      }));
  return [
    ...poolAt(plan, status).flatMap((project) => open(project, project, undefined)),
    ...plan.all('meeting').flatMap((meeting) => open(meeting, undefined, meeting)),
  ];
}

/**
 * What an issue lacks to be decided on by a meeting: `issue/unprepared` asks for cause, proposal, owner (and a deadline
 * of every issue), `issue/not-tried` for what was tried below where the city or the province is asked.
 */
export function lackingForMeeting({ issue, tried }: OpenIssue): readonly Keyword[] {
  const wanted: readonly Keyword[] = ['cause', 'proposal', 'owner', 'due'];
  const level = issue.escalated?.value;
  const untried =
    (level === 'city' || level === 'province') &&
    tried.length === 0 &&
    (!issue.stated.has('tried') || issue.tried.length > 0);
  return [...wanted.filter((member) => !issue.stated.has(member)), ...(untried ? (['tried'] as const) : [])];
}

// ------------------------------------------------------------------------------------------------ the next meeting

export interface Meetings {
  /** The first meeting of S or later that the plan states. Inspections are none. */
  readonly next: MeetingFacts | undefined;
  /** When it is; where none is stated, when the portfolio's rhythm asks for one. */
  readonly nextDay: Day | undefined;
  /** The latest meeting before that one. */
  readonly latest: MeetingFacts | undefined;
}

export function meetingsAround({ plan, status }: Analysis): Meetings {
  const dated = plan
    .all('meeting')
    .filter((meeting) => meeting.kind === 'meeting' && meeting.date !== undefined)
    .sort((a, b) => (a.date?.day ?? 0) - (b.date?.day ?? 0));
  const next = dated.find((meeting) => (meeting.date?.day ?? 0) >= status);
  const latest = dated.findLast((meeting) => (meeting.date?.day ?? 0) < status);
  const rhythm = plan.portfolio?.meetings;
  const expected =
    rhythm === undefined || latest?.date === undefined
      ? undefined
      : dayAfter(latest.date.day, spanOf(rhythm.value), calendarOf(plan, undefined));
  return { next, nextDay: next?.date?.day ?? expected, latest };
}

export interface MeetingIssues {
  /** Where the meeting states an agenda, what that names (of projects on it all); else what its level has to deal with. */
  readonly listed: readonly OpenIssue[];
  /** Open issues that lower levels deal with; empty where the agenda is stated. */
  readonly below: readonly OpenIssue[];
}

/** What can be solved below is solved below: an agenda that is not stated holds the issues of the meeting's level and above. */
export function issuesForMeeting(analysis: Analysis, next: MeetingFacts | undefined): MeetingIssues {
  const { plan, status } = analysis;
  const open = openIssuesAt(plan, status);
  if (next !== undefined && next.agenda.length > 0) {
    const named = new Set(next.agenda.map((ref) => plan.resolve(ref)));
    const listed = open.filter(
      ({ issue, project }) => named.has(issue) || (project !== undefined && named.has(project)),
    );
    return { listed, below: [] };
  }
  return {
    listed: open.filter(({ issue }) => !isBelowMeeting(issue)),
    below: open.filter(({ issue }) => isBelowMeeting(issue)),
  };
}

export interface IssueMovement {
  /** After the last meeting, up to and with S. */
  readonly since: Day;
  readonly solved: readonly IssueFacts[];
  readonly raised: readonly IssueFacts[];
}

/** What was solved and what came up since the last meeting; undefined where there was none. */
export function issuesSinceMeeting(analysis: Analysis): IssueMovement | undefined {
  const { plan, status } = analysis;
  const since = meetingsAround(analysis).latest?.date?.day;
  if (since === undefined) return undefined;
  const issues = [
    ...poolAt(plan, status).filter((project) => isPursued(project, status)),
    ...plan.all('meeting').filter((meeting) => meetingHeldAt(meeting, status)),
  ].flatMap((holder) => holder.issues);
  const within = (day: Day | undefined): boolean => day !== undefined && since < day && day <= status;
  return {
    since,
    solved: issues.filter(({ resolved }) => within(resolved?.day)),
    raised: issues.filter(({ raised }) => within(raised?.day)),
  };
}

export interface ChangedLight {
  readonly project: ProjectFacts;
  /** Undefined where the project was not in the pool then. */
  readonly before: ProjectLight | undefined;
  readonly now: ProjectLight;
}

/** The projects in the pool whose light is another than it was as of `since`, the worst now first. */
export function lightsChangedSince(analysis: Analysis, since: Day): readonly ChangedLight[] {
  const then = analysis.at(since);
  const changed = poolAt(analysis.plan, analysis.status).flatMap((project) => {
    const now = analysis.light(project);
    const before = inPool(project, since) ? then.light(project) : undefined;
    return before?.light === now.light ? [] : [{ project, before, now }];
  });
  return changed.sort((a, b) => LIGHTS.indexOf(a.now.light) - LIGHTS.indexOf(b.now.light));
}
