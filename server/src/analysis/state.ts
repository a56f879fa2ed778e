/**
 * What the facts say as of a day S. A fact dated after S does not exist yet, so the same files can be asked for any
 * earlier day (semantics, introduction). S is a day that has not ended: what is dated S counts.
 *
 * Everything here is a pure function of facts and S. A date that was stated but cannot be read counts as 'there, on an
 * unknown day': nothing may be concluded from its absence.
 */
import type { Day } from '../model/day.js';
import type {
  DatedText,
  DateFact,
  DayFact,
  DecisionFacts,
  Declared,
  IssueFacts,
  ItemFacts,
  MeetingFacts,
  ProgressFact,
  ProjectFacts,
  ReportFacts,
  ReviewFacts,
  RevisionFacts,
  StageFact,
  StageName,
} from '../model/facts.js';

/** A dated fact, if it is one of S or earlier. */
export function asOf(fact: DayFact | undefined, status: Day): DayFact | undefined {
  return fact !== undefined && fact.day <= status ? fact : undefined;
}

/** The dated facts of S or earlier, ascending by day, those of one day in the order of the text. */
function until<T extends { readonly day: Day }>(facts: readonly T[], status: Day): readonly T[] {
  return upTo(facts, status, dayOf);
}

const dayOf = ({ day }: { readonly day: Day }): number => day;

/** The same for facts that need not say since when they hold; asked for everywhere, and mostly answered by all of them. */
function upTo<T>(facts: readonly T[], status: Day, since: (fact: T) => number): readonly T[] {
  let last = Number.NEGATIVE_INFINITY;
  for (const fact of facts) {
    const day = since(fact);
    if (day > status || day < last) return facts.filter((each) => since(each) <= status).sort(ascending(since));
    last = day;
  }
  return facts;
}

/** Subtracting would make no order of two that hold since ever. */
function ascending<T>(since: (fact: T) => number): (a: T, b: T) => number {
  return (a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0);
}

// ------------------------------------------------------------------------------------------------ deadlines that move

/** What has a deadline that can be moved: items, issues and decisions. */
export interface Revisable {
  readonly due?: DateFact;
  readonly revised: readonly RevisionFacts[];
}

/** The revisions made up to and with S, ascending by day. */
export function revisionsAt(of: Revisable, status: Day): readonly RevisionFacts[] {
  return until(of.revised, status);
}

/**
 * The deadline that is answered for at S: `due`, with the revisions made after S undone. The earliest of these moved
 * the deadline away from the one that held at S; where it does not state `from`, what held is not known: undefined.
 */
export function dueAt({ due, revised }: Revisable, status: Day): DateFact | undefined {
  let next: RevisionFacts | undefined;
  for (const revision of revised) {
    if (revision.day > status && (next === undefined || revision.day < next.day)) next = revision;
  }
  return next === undefined ? due : next.from;
}

// ------------------------------------------------------------------------------------------------ items

/** The actual finish, if it was on S or earlier. */
export function doneAt(item: ItemFacts, status: Day): DayFact | undefined {
  return asOf(item.done, status);
}

/** The actual start, if it was on S or earlier. */
export function startedAt(item: ItemFacts, status: Day): DayFact | undefined {
  return asOf(item.started, status);
}

/** How much was done as of S: the latest dated statement of S or earlier, else what is stated without a day. */
export function progressAt(item: ItemFacts, status: Day): ProgressFact | undefined {
  const since = ({ on }: ProgressFact): number => on?.day ?? Number.NEGATIVE_INFINITY;
  let latest: ProgressFact | undefined;
  for (const fact of item.progress) {
    if (since(fact) <= status && (latest === undefined || since(fact) >= since(latest))) latest = fact;
  }
  return latest;
}

/**
 * Work has begun by S, as its progress or what remains of it says, though nobody says on which day. Of a task that is said
 * to have begun later, what is stated without a day was not so at S.
 */
export function beganUndated(item: ItemFacts, status: Day): boolean {
  if (item.kind === 'milestone' || item.started !== undefined) return false;
  return item.remaining !== undefined || (progressAt(item, status)?.value.n ?? 0n) > 0n;
}

/**
 * Neither done by S nor done on a day that cannot be read. A summary's actuals are its children's: it is done when all
 * of them are.
 */
export function itemOpenAt(item: ItemFacts, status: Day): boolean {
  if (item.items.length > 0) return item.items.some((child) => itemOpenAt(child, status));
  return item.done === undefined ? !item.stated.has('done') : item.done.day > status;
}

/** The actual finish by S; of a summary the last one inside it, once all have one. */
export function finishedAt(item: ItemFacts, status: Day): DayFact | undefined {
  if (item.items.length === 0) return doneAt(item, status);
  let last: DayFact | undefined;
  for (const child of item.items) {
    const finished = finishedAt(child, status);
    if (finished === undefined) return undefined;
    if (last === undefined || finished.day > last.day) last = finished;
  }
  return last;
}

// ------------------------------------------------------------------------------------------------ projects

/**
 * The stage statements made by S, in the order in which they took effect: undated ones first (they hold since ever),
 * then by day; what ties stays in the order of the text.
 */
export function stagesAt(project: ProjectFacts, status: Day): readonly StageFact[] {
  return upTo(project.stages, status, stageSince);
}

const stageSince = ({ on }: StageFact): number => on?.day ?? Number.NEGATIVE_INFINITY;

/** The statement that gives the stage at S: the last one not after S. */
export function stageFactAt(project: ProjectFacts, status: Day): StageFact | undefined {
  return stagesAt(project, status).at(-1);
}

export function stageAt(project: ProjectFacts, status: Day): StageName | undefined {
  return stageFactAt(project, status)?.stage;
}

/** The reports of S or earlier, ascending by day. */
export function reportsAt(project: ProjectFacts, status: Day): readonly ReportFacts[] {
  return until(project.reports, status);
}

export function latestReport(project: ProjectFacts, status: Day): ReportFacts | undefined {
  let latest: ReportFacts | undefined;
  for (const report of project.reports) {
    if (report.day <= status && (latest === undefined || report.day >= latest.day)) latest = report;
  }
  return latest;
}

/**
 * What the reports state of something, as of S: the latest that states it. What a report does not state, it leaves as
 * the report before it stated it (language reference, 2.6).
 */
export function lastStated<T>(
  project: ProjectFacts,
  status: Day,
  of: (report: ReportFacts) => T | undefined,
): { readonly report: ReportFacts; readonly fact: T } | undefined {
  const reports = reportsAt(project, status);
  for (let index = reports.length - 1; index >= 0; index--) {
    const report = reports[index];
    const fact = report && of(report);
    if (report !== undefined && fact !== undefined) return { report, fact };
  }
  return undefined;
}

/** The accountability reports given by S; one without a date counts as given. */
export function reviewsAt(
  { reviews }: { readonly reviews: readonly ReviewFacts[] },
  status: Day,
): readonly ReviewFacts[] {
  return reviews.filter((review) => review.date === undefined || review.date.day <= status);
}

/** In the pool at S: admitted by then (or at no stated day), and not removed by then. */
export function inPool(project: ProjectFacts, status: Day): boolean {
  const admitted = project.admitted === undefined || project.admitted.day <= status;
  const removed = project.removed === undefined ? project.stated.has('removed') : project.removed.day <= status;
  return admitted && !removed;
}

/** Stage ready or construction (so not suspended), and in the pool, at S (semantics §4, 'active'). */
export function isActive(project: ProjectFacts, status: Day): boolean {
  const stage = stageAt(project, status);
  return (stage === 'ready' || stage === 'construction') && inPool(project, status);
}

/** In the pool at S and without a word of its stage: neither active nor anything else. */
export function isWithoutStage(project: ProjectFacts, status: Day): boolean {
  return !project.stated.has('stage') && inPool(project, status);
}

/** Construction has begun by S: `actual-start` says so, it has ended, or a stage that comes with it has been reached. */
export function hasStarted(project: ProjectFacts, status: Day): boolean {
  return (
    happened(project, 'actual-start', project.actualStart, status) ||
    happened(project, 'actual-finish', project.actualFinish, status) ||
    stagesAt(project, status).some(
      ({ stage }) => stage === 'construction' || stage === 'completed' || stage === 'operation',
    )
  );
}

/** Completed by S: `actual-finish` says so, or the stage at S is completed or operation. */
export function isCompleted(project: ProjectFacts, status: Day): boolean {
  const stage = stageAt(project, status);
  return (
    stage === 'completed' || stage === 'operation' || happened(project, 'actual-finish', project.actualFinish, status)
  );
}

function happened(
  declared: Declared,
  member: 'actual-start' | 'actual-finish',
  fact: DayFact | undefined,
  status: Day,
): boolean {
  return fact === undefined ? declared.stated.has(member) : fact.day <= status;
}

// ------------------------------------------------------------------------------------------------ issues, meetings, decisions

/** Raised by S (or at no stated day) and not resolved by S. */
export function issueOpenAt(issue: IssueFacts, status: Day): boolean {
  const raised = issue.raised === undefined || issue.raised.day <= status;
  const resolved = issue.resolved === undefined ? issue.stated.has('resolved') : issue.resolved.day <= status;
  return raised && !resolved;
}

/** What was tried by S before a meeting was asked, ascending by day. */
export function triedAt(issue: IssueFacts, status: Day): readonly DatedText[] {
  return until(issue.tried, status);
}

/** Held by S; a meeting without a date counts as held. */
export function meetingHeldAt(meeting: MeetingFacts, status: Day): boolean {
  return meeting.date === undefined || meeting.date.day <= status;
}

/** Taken by S at `meeting`, and not done by S. */
export function decisionOpenAt(decision: DecisionFacts, meeting: MeetingFacts, status: Day): boolean {
  const done = decision.done === undefined ? decision.stated.has('done') : decision.done.day <= status;
  return meetingHeldAt(meeting, status) && !done;
}

/** The feedback given by S, ascending by day. */
export function feedbackAt(decision: DecisionFacts, status: Day): readonly DatedText[] {
  return until(decision.feedback, status);
}
