/** What meetings decided and what they have to decide, as of S. */
import type { Day } from '../model/day.js';
import type { DatedText, DateFact, DecisionFacts, MeetingFacts, ProjectFacts, RevisionFacts } from '../model/facts.js';
import type { Plan } from '../model/plan.js';
import type { Analysis } from './analysis.js';
import { LIGHTS } from './expressions/fixed-words.js';
import { isBelow, meetingLevel } from './issue-levels.js';
import type { ProjectLight } from './lights/judge.js';
import type { Meetings } from './meetings-around.js';
import { poolAt } from './pool.js';
import { type OpenIssue, openIssuesAt } from './portfolio-issues.js';
import { asOf, decisionOpenAt, dueAt, feedbackAt, inPool, meetingHeldAt, revisionsAt } from './state.js';

// ------------------------------------------------------------------------------------------------ decisions

export interface DecisionState {
  readonly meeting: MeetingFacts;
  readonly decision: DecisionFacts;
  readonly open: boolean;
  /** When it was done, where that is by S. */
  readonly done: Day | undefined;
  /** The deadline that holds at S, and how it was moved until then. */
  readonly due: DateFact | undefined;
  readonly moves: readonly RevisionFacts[];
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
    .flatMap((meeting) => decisionsOf(meeting, status));
}

/** What one meeting decided, as of a day, in the order of the plan. */
export function decisionsOf(meeting: MeetingFacts, status: Day): readonly DecisionState[] {
  return meeting.decisions.map((decision) => {
    const open = decisionOpenAt(decision, meeting, status);
    const due = dueAt(decision, status);
    return {
      meeting,
      decision,
      open,
      done: asOf(decision.done, status)?.day,
      due,
      moves: revisionsAt(decision, status),
      left: open && due !== undefined ? due.period.last - status : undefined,
      feedback: feedbackAt(decision, status),
    };
  });
}

// ------------------------------------------------------------------------------------------------ the next meeting

export interface MeetingIssues {
  /** Where the meeting states an agenda, what that names (of projects on it all); else what its level has to deal with. */
  readonly listed: readonly OpenIssue[];
  /** Open issues that lower levels deal with; empty where the agenda is stated. */
  readonly below: readonly OpenIssue[];
}

/**
 * What can be solved below is solved below: an agenda that is not stated holds the issues of the meeting's level and
 * above. A meeting that only the rhythm asks for is of the level of the latest one.
 */
export function issuesForMeeting(
  analysis: Analysis,
  { next, latest }: Pick<Meetings, 'next' | 'latest'>,
): MeetingIssues {
  const { plan, status } = analysis;
  const open = openIssuesAt(plan, status);
  if (next !== undefined && next.agenda.length > 0) {
    const named = new Set(next.agenda.map((ref) => plan.resolve(ref)));
    const listed = open.filter(
      ({ issue, projects }) => named.has(issue) || projects.some((project) => named.has(project)),
    );
    return { listed, below: [] };
  }
  const level = meetingLevel(next ?? latest);
  return {
    listed: open.filter(({ issue }) => !isBelow(issue, level)),
    below: open.filter(({ issue }) => isBelow(issue, level)),
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
