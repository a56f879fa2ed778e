/** Who answers for what as of S, how much it is, and how it stands. */
import type { OrgFacts, PersonFacts, ProjectFacts, Ref } from '../model/facts.js';
import { mapInSteps, type Steps } from '../model/steps.js';
import type { Analysis } from './analysis.js';
import type { Light } from './expressions/fixed-words.js';
import { poolAt } from './pool.js';
import { type ItemDeadline, pursuedDeadlines } from './portfolio-deadlines.js';
import { byPerson, byUnit, grouped } from './portfolio-groups.js';
import { openIssuesAt } from './portfolio-issues.js';
import { type DecisionState, decisionsAt } from './portfolio-meetings.js';
import { type PortfolioSums, sumsOf } from './portfolio-sums.js';
import { isActive } from './state.js';

export interface Responsibility<T> {
  /** Undefined: the projects that nobody answers for in this role. */
  readonly who: T | undefined;
  readonly projects: readonly ProjectFacts[];
  /** Ready or in construction: what a leader's load counts. */
  readonly active: number;
  readonly sums: PortfolioSums;
  readonly lights: ReadonlyMap<Light, number>;
  /** Of a leader those of these projects; of a unit or an owner what they answer for themselves, in whichever project. */
  readonly overdue: readonly ItemDeadline[];
  readonly openIssues: number;
  /** The open decisions that the unit or the person itself has to carry out, whatever they are about. */
  readonly decisions: readonly DecisionState[];
}

export interface LeaderResponsibility extends Responsibility<PersonFacts> {
  /** The strictest `max-load` of the active projects' policies. */
  readonly maxLoad: number | undefined;
}

/** In the order in which people are declared; last what has no leader. */
export function* leadersOf(analysis: Analysis): Steps<readonly LeaderResponsibility[]> {
  const { plan, status } = analysis;
  const { groups, rest } = byPerson(plan, 'leader', poolAt(plan, status));
  const of = (who: PersonFacts | undefined, projects: readonly ProjectFacts[]): LeaderResponsibility => ({
    ...answering(analysis, who, projects, {
      overdue: projects.flatMap((project) => overdueIn(analysis, project)),
      openIssues: projects.reduce((sum, project) => sum + analysis.metrics(project).openIssues.length, 0),
      decisions: [],
    }),
    maxLoad: maxLoad(analysis, projects),
  });
  yield;
  const all = yield* mapInSteps(groups, ({ who, projects }) => of(who, projects));
  return rest.length === 0 ? all : [...all, of(undefined, rest)];
}

/** Those with projects, overdue deadlines, open issues or open decisions, in the order in which units are declared; last what has no unit. */
export function* unitsOf(analysis: Analysis): Steps<readonly Responsibility<OrgFacts>[]> {
  const { plan, status } = analysis;
  const burdens = yield* burdensOf(analysis, 'unit', (ref) => plan.declaration('org', ref));
  return yield* withRest(analysis, plan.all('org'), byUnit(plan, poolAt(plan, status)), burdens);
}

/** The responsible persons of the same, in the order in which people are declared; last what has none. */
export function* ownersOf(analysis: Analysis): Steps<readonly Responsibility<PersonFacts>[]> {
  const { plan, status } = analysis;
  const burdens = yield* burdensOf(analysis, 'owner', (ref) => plan.declaration('person', ref));
  return yield* withRest(analysis, plan.all('person'), byPerson(plan, 'owner', poolAt(plan, status)), burdens);
}

type Burden = Pick<Responsibility<unknown>, 'overdue' | 'openIssues' | 'decisions'>;

interface Burdens<T> {
  readonly has: (who: T | undefined) => boolean;
  readonly of: (who: T | undefined) => Burden;
}

/** What each has to see to: what says so itself, else what stands in something that does. */
function* burdensOf<T>(
  analysis: Analysis,
  role: 'unit' | 'owner',
  named: (ref: Ref | undefined) => T | undefined,
): Steps<Burdens<T>> {
  const { plan, status } = analysis;
  const overdue = grouped(
    poolAt(plan, status).flatMap((project) => overdueIn(analysis, project)),
    (deadline) => named(deadline[role]),
  );
  yield;
  const issues = grouped(openIssuesAt(plan, status), ({ issue, projects }) =>
    named(issue[role] ?? projects[0]?.[role]),
  );
  yield;
  const decisions = grouped(
    decisionsAt(plan, status).filter(({ open }) => open),
    ({ decision }) => named(decision[role]),
  );
  return {
    has: (who) => overdue.has(who) || issues.has(who) || decisions.has(who),
    of: (who) => ({
      overdue: overdue.get(who) ?? [],
      openIssues: issues.get(who)?.length ?? 0,
      decisions: decisions.get(who) ?? [],
    }),
  };
}

function overdueIn(analysis: Analysis, project: ProjectFacts): readonly ItemDeadline[] {
  return pursuedDeadlines(analysis, project).filter(({ deadlineStatus }) => deadlineStatus.state === 'overdue');
}

function* withRest<T>(
  analysis: Analysis,
  order: readonly T[],
  {
    groups,
    rest,
  }: {
    readonly groups: readonly { readonly who: T; readonly projects: readonly ProjectFacts[] }[];
    readonly rest: readonly ProjectFacts[];
  },
  burdens: Burdens<T>,
): Steps<readonly Responsibility<T>[]> {
  const projectsOf = new Map(groups.map(({ who, projects }) => [who, projects]));
  const all = yield* mapInSteps(
    order.filter((who) => projectsOf.has(who) || burdens.has(who)),
    (who) => answering<T>(analysis, who, projectsOf.get(who) ?? [], burdens.of(who)),
  );
  const isNobodys = rest.length > 0 || burdens.has(undefined);
  return isNobodys ? [...all, answering<T>(analysis, undefined, rest, burdens.of(undefined))] : all;
}

function answering<T>(
  analysis: Analysis,
  who: T | undefined,
  projects: readonly ProjectFacts[],
  burden: Burden,
): Responsibility<T> {
  return {
    who,
    projects,
    active: projects.filter((project) => isActive(project, analysis.status)).length,
    sums: sumsOf(projects.map((project) => analysis.metrics(project))),
    lights: lightsOf(analysis, projects),
    ...burden,
  };
}

/** How many projects have each light; lights that none has are not in it. */
export function lightsOf(analysis: Analysis, projects: readonly ProjectFacts[]): ReadonlyMap<Light, number> {
  const lights = new Map<Light, number>();
  for (const project of projects) {
    const { light } = analysis.light(project);
    lights.set(light, (lights.get(light) ?? 0) + 1);
  }
  return lights;
}

function maxLoad(analysis: Analysis, projects: readonly ProjectFacts[]): number | undefined {
  const limits = projects
    .filter((project) => isActive(project, analysis.status))
    .flatMap((project) => analysis.policyOf(project).facts?.maxLoad?.value ?? []);
  return limits.length === 0 ? undefined : Math.min(...limits);
}
