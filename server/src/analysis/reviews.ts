/** The accountability reports that are owed for half years (semantics §4, `accountability/review-missing`). */
import { addDays, civil, type Day, halfStart } from '../model/day.js';
import type { OrgFacts, PersonFacts, ProjectFacts, ReviewFacts } from '../model/facts.js';
import { halfPeriod, type Period } from '../model/period.js';
import type { Plan } from '../model/plan.js';
import { atOnce } from '../model/steps.js';
import type { Analysis } from './analysis.js';
import { projectsOf } from './pool.js';
import { byPerson, byUnit } from './portfolio-groups.js';
import { isActive, reviewsAt, stageFactAt } from './state.js';

/** How long after the end of a half year its accountability report may be handed in, in days. */
const REVIEW_GRACE = 14;

/** The latest half year that ended more than the time of grace before S: the one that is owed now. */
function owedHalf(status: Day): Period {
  const begun = halfStart(addDays(status, -REVIEW_GRACE));
  const { year, month } = civil(addDays(begun, -1));
  // Before the first day that can be written there is no half year; of the first one nothing is owed while it lasts.
  return year < 1 ? halfPeriod(1, 1) : halfPeriod(year, month <= 6 ? 1 : 2);
}

/**
 * Active on any day of the period: that only begins where a stage changes or the project is admitted. A stage without a
 * day does not say since when it has held: it counts from the first day that tells of the project, and of a project that
 * nothing dates nobody owes a report for a past half year.
 */
function activeIn(project: ProjectFacts, { first, last }: Period): boolean {
  const { admitted, actualStart, reports } = project;
  const told = [admitted?.day, actualStart?.day, ...reports.map(({ day }) => day)].filter((day) => day !== undefined);
  const changes = [...project.stages.flatMap(({ on }) => on?.day ?? []), ...told];
  return [first, ...changes.filter((day) => first < day && day <= last)].some(
    (day) =>
      isActive(project, day) && (stageFactAt(project, day)?.on !== undefined || told.some((since) => since <= day)),
  );
}

/** A half-year report that is owed: by the head of responsible units, or by a leader. */
export interface ReviewOwed {
  readonly half: Period;
  /** Undefined: the unit has no head that is known. */
  readonly who: PersonFacts | undefined;
  /** The responsible units that `who` heads; empty where leaders report. */
  readonly units: readonly OrgFacts[];
  /** Active in the half year, in the order of the plan. */
  readonly projects: readonly ProjectFacts[];
  /** What was given by S; one is enough. */
  readonly given: readonly ReviewFacts[];
  /** A report whose half year cannot be read may be the one that is missed. */
  readonly unread: boolean;
}

export function reportsByLeader(plan: Plan): boolean {
  return plan.portfolio?.reviews?.value === 'leader';
}

/**
 * Who owes the report of the latest half year that is due, in the order in which they are declared: of each responsible
 * unit that had an active project in it the head, or, where the portfolio says so, each leader of one.
 */
export function reviewsOwed(analysis: Analysis): readonly ReviewOwed[] {
  return atOnce(findingReviewsOwed(analysis));
}

/** The same, a project at a time. */
export function* findingReviewsOwed({ plan, status }: Analysis): Generator<undefined, readonly ReviewOwed[]> {
  const half = owedHalf(status);
  if (half.last >= status) return [];
  const active: ProjectFacts[] = [];
  for (const project of projectsOf(plan)) {
    yield;
    if (activeIn(project, half)) active.push(project);
  }
  if (reportsByLeader(plan)) {
    return byPerson(plan, 'leader', active).groups.map(({ who, projects }) => {
      const units = new Set(projects.flatMap((project) => plan.declaration('org', project.unit) ?? []));
      const own = [...units].filter((unit) => plan.declaration('person', unit.head) === who);
      return {
        half,
        who,
        units: [],
        projects,
        given: reviewsIn([...own, ...projects], half, status, who, [...units]),
        unread: anyUnread([...projects, ...units]),
      };
    });
  }
  const byHead = new Map<PersonFacts | OrgFacts, { who?: PersonFacts; units: OrgFacts[]; projects: ProjectFacts[] }>();
  for (const { who: unit, projects } of byUnit(plan, active).groups) {
    const head = plan.declaration('person', unit.head);
    const same = byHead.get(head ?? unit);
    if (same === undefined)
      byHead.set(head ?? unit, { ...(head && { who: head }), units: [unit], projects: [...projects] });
    else {
      same.units.push(unit);
      same.projects.push(...projects);
    }
  }
  return [...byHead.values()].map(({ who, units, projects }) => ({
    half,
    who,
    units,
    projects,
    given: [...givenIn(units, half, status), ...reviewsIn(projects, half, status, who)],
    unread: anyUnread([...projects, ...units]),
  }));
}

type Reviewed = Pick<ProjectFacts | OrgFacts, 'reviews' | 'stated'>;

/** A unit's own report is its own whoever signs it. */
function givenIn(held: readonly Reviewed[], half: Period, status: Day): readonly ReviewFacts[] {
  return held.flatMap((each) => reviewsAt(each, status)).filter(({ half: of }) => of.period.first === half.first);
}

/** Those of `who`: a report that names no one is theirs, in `others` only one that names them. */
function reviewsIn(
  held: readonly Reviewed[],
  half: Period,
  status: Day,
  who: PersonFacts | undefined,
  others: readonly Reviewed[] = [],
): readonly ReviewFacts[] {
  const named = ({ reporter }: ReviewFacts): string | undefined =>
    reporter?.segments.length === 1 ? reporter.segments[0]?.text : undefined;
  const of = givenIn(held, half, status).filter((review) => {
    const by = named(review);
    return who === undefined || by === undefined || by === who.name.text;
  });
  const elsewhere = givenIn(others, half, status).filter(
    (review) => who !== undefined && named(review) === who.name.text && !of.includes(review),
  );
  return [...of, ...elsewhere];
}

function anyUnread(held: readonly Reviewed[]): boolean {
  return held.some(({ stated, reviews }) => stated.has('review') && reviews.length === 0);
}
