/** The problems of the whole portfolio as of S: what is open, what was solved and what came up. */
import type { Keyword } from '../../../grammar/keywords.js';
import type { Day } from '../model/day.js';
import type {
  DatedText,
  DateFact,
  IssueFacts,
  IssueHolder,
  MeetingFacts,
  OrgFacts,
  ProjectFacts,
  RevisionFacts,
} from '../model/facts.js';
import type { Plan } from '../model/plan.js';
import type { Analysis } from './analysis.js';
import { isIssuePursued, isPursued } from './deadlines.js';
import { asksWhatWasTried, meetingLevel } from './issue-levels.js';
import { meetingsAround } from './meetings-around.js';
import { poolAt } from './pool.js';
import { grouped } from './portfolio-groups.js';
import { projectsAbout } from './project-issues.js';
import { dueAt, meetingHeldAt, revisionsAt, triedAt } from './state.js';

export interface OpenIssue {
  readonly issue: IssueFacts;
  /** The project that it stands in, or those in which an inspection found it. */
  readonly projects: readonly ProjectFacts[];
  /** The inspection that found it. */
  readonly meeting: MeetingFacts | undefined;
  /** Days since it was raised. */
  readonly age: number | undefined;
  /** The deadline that holds at S, and how it was moved until then. */
  readonly due: DateFact | undefined;
  readonly moves: readonly RevisionFacts[];
  /** Days from S to its deadline; negative: overdue. */
  readonly left: number | undefined;
  readonly tried: readonly DatedText[];
}

/** The open issues of the projects that are pursued and those that inspections found, in the order of the plan. */
export function openIssuesAt(plan: Plan, status: Day): readonly OpenIssue[] {
  const [pool, meetings] = [poolAt(plan, status), plan.all('meeting')];
  const before = known.get(pool);
  if (before?.meetings === meetings) return before.open;
  const open = newOpenIssues(plan, status);
  known.set(pool, { meetings, open });
  return open;
}

/** By the pool, which is another list as soon as a project is another, or the day. */
const known = new WeakMap<
  readonly ProjectFacts[],
  { readonly meetings: readonly MeetingFacts[]; readonly open: readonly OpenIssue[] }
>();

function newOpenIssues(plan: Plan, status: Day): readonly OpenIssue[] {
  const open = (
    holder: IssueHolder,
    projectsOf: (issue: IssueFacts) => readonly ProjectFacts[],
    meeting: MeetingFacts | undefined,
  ): readonly OpenIssue[] =>
    holder.issues
      .filter((issue) => isIssuePursued(issue, holder, status))
      .map((issue) => {
        const due = dueAt(issue, status);
        return {
          issue,
          projects: projectsOf(issue),
          meeting,
          age: issue.raised === undefined ? undefined : status - issue.raised.day,
          due,
          moves: revisionsAt(issue, status),
          left: due === undefined ? undefined : due.period.last - status,
          tried: triedAt(issue, status),
        };
      });
  return [
    ...poolAt(plan, status).flatMap((project) => open(project, () => [project], undefined)),
    ...plan.all('meeting').flatMap((meeting) => open(meeting, (issue) => projectsAbout(plan, issue), meeting)),
  ];
}

/**
 * What an issue lacks to be decided on by a meeting: `issue/unprepared` asks for cause, proposal, owner (and a deadline
 * of every issue), `issue/not-tried` for what was tried below where the city or a level above it is asked.
 */
export function lackingForMeeting({ issue, tried }: OpenIssue, meeting: MeetingFacts | undefined): readonly Keyword[] {
  const wanted: readonly Keyword[] = ['cause', 'proposal', 'owner', 'due'];
  const untried =
    asksWhatWasTried(issue, meetingLevel(meeting)) &&
    tried.length === 0 &&
    (!issue.stated.has('tried') || issue.tried.length > 0);
  return [...wanted.filter((member) => !issue.stated.has(member)), ...(untried ? (['tried'] as const) : [])];
}

export interface IssueMovement {
  /** After the last meeting, up to and with S. */
  readonly since: Day;
  readonly solved: readonly IssueFacts[];
  readonly raised: readonly IssueFacts[];
}

/** What was solved and what came up since the last meeting, everywhere or in one project; undefined where there was none. */
export function issuesSinceMeeting(analysis: Analysis, of?: ProjectFacts): IssueMovement | undefined {
  const since = meetingsAround(analysis).latest?.date?.day;
  if (since === undefined) return undefined;
  const { status } = analysis;
  const within = (day: Day | undefined): boolean => day !== undefined && since < day && day <= status;
  const issues = of === undefined ? allIssues(analysis) : issuesOf(analysis, of);
  return {
    since,
    solved: issues.filter(({ resolved }) => within(resolved?.day)),
    raised: issues.filter(({ raised }) => within(raised?.day)),
  };
}

export interface UnitIssues {
  /** The issue's own unit, else its project's; undefined: nobody is named. */
  readonly unit: OrgFacts | undefined;
  readonly open: readonly OpenIssue[];
  /** Since the last meeting; empty where there was none. */
  readonly solved: readonly IssueFacts[];
  readonly raised: readonly IssueFacts[];
}

/** In the order in which units are declared; last what no unit answers for. */
export function issuesByUnit(analysis: Analysis): readonly UnitIssues[] {
  const { plan, status } = analysis;
  const projectOf = new Map(poolAt(plan, status).flatMap((project) => project.issues.map((issue) => [issue, project])));
  const unitOf = (issue: IssueFacts): OrgFacts | undefined =>
    plan.declaration('org', issue.unit ?? (projectOf.get(issue) ?? projectsAbout(plan, issue)[0])?.unit);
  const moved = issuesSinceMeeting(analysis);
  const open = openIssuesAt(plan, status);
  const solved = moved?.solved ?? [];
  const raised = moved?.raised ?? [];
  const openBy = grouped(open, ({ issue }) => unitOf(issue));
  const solvedBy = grouped(solved, unitOf);
  const raisedBy = grouped(raised, unitOf);
  return [...plan.all('org'), undefined]
    .filter((unit) => openBy.has(unit) || solvedBy.has(unit) || raisedBy.has(unit))
    .map((unit) => ({
      unit,
      open: openBy.get(unit) ?? [],
      solved: solvedBy.get(unit) ?? [],
      raised: raisedBy.get(unit) ?? [],
    }));
}

function allIssues({ plan, status }: Analysis): readonly IssueFacts[] {
  return [
    ...poolAt(plan, status).filter((project) => isPursued(project, status)),
    ...plan.all('meeting').filter((meeting) => meetingHeldAt(meeting, status)),
  ].flatMap((holder) => holder.issues);
}

function issuesOf(analysis: Analysis, project: ProjectFacts): readonly IssueFacts[] {
  if (!isPursued(project, analysis.status)) return [];
  return [
    ...project.issues,
    ...analysis
      .issuesFoundIn(project)
      .filter(({ meeting }) => meetingHeldAt(meeting, analysis.status))
      .map(({ issue }) => issue),
  ];
}
