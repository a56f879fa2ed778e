/** Who answers for what as of S, how much it is, and how it stands. */
import type { OrgFacts, PersonFacts, ProjectFacts } from '../model/facts.js';
import type { Analysis } from './analysis.js';
import type { Light } from './expressions/fixed-words.js';
import { poolAt } from './pool.js';
import { type ItemDeadline, pursuedDeadlines } from './portfolio-deadlines.js';
import { byPerson, byUnit, grouped } from './portfolio-groups.js';
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
  /** The overdue deadlines of these projects. */
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
export function leadersOf(analysis: Analysis): readonly LeaderResponsibility[] {
  const { plan, status } = analysis;
  const { groups, rest } = byPerson(plan, 'leader', poolAt(plan, status));
  const of = (who: PersonFacts | undefined, projects: readonly ProjectFacts[]): LeaderResponsibility => ({
    ...answering(analysis, who, projects, []),
    maxLoad: maxLoad(analysis, projects),
  });
  return [...groups.map(({ who, projects }) => of(who, projects)), ...(rest.length === 0 ? [] : [of(undefined, rest)])];
}

/** Those with projects or open decisions, in the order in which units are declared; last what has no unit. */
export function unitsOf(analysis: Analysis): readonly Responsibility<OrgFacts>[] {
  const { plan, status } = analysis;
  const { groups, rest } = byUnit(plan, poolAt(plan, status));
  const decisions = openDecisions(analysis, ({ decision }) => plan.declaration('org', decision.unit));
  return withRest(analysis, plan.all('org'), groups, rest, decisions);
}

/** The responsible persons, of projects or open decisions, in the order in which people are declared; last what has none. */
export function ownersOf(analysis: Analysis): readonly Responsibility<PersonFacts>[] {
  const { plan, status } = analysis;
  const { groups, rest } = byPerson(plan, 'owner', poolAt(plan, status));
  const decisions = openDecisions(analysis, ({ decision }) => plan.declaration('person', decision.owner));
  return withRest(analysis, plan.all('person'), groups, rest, decisions);
}

type OpenDecisions<T> = ReadonlyMap<T | undefined, readonly DecisionState[]>;

function openDecisions<T>(analysis: Analysis, of: (state: DecisionState) => T | undefined): OpenDecisions<T> {
  return grouped(
    decisionsAt(analysis.plan, analysis.status).filter(({ open }) => open),
    of,
  );
}

function withRest<T>(
  analysis: Analysis,
  order: readonly T[],
  groups: readonly { readonly who: T; readonly projects: readonly ProjectFacts[] }[],
  rest: readonly ProjectFacts[],
  decisions: OpenDecisions<T>,
): readonly Responsibility<T>[] {
  const projectsOf = new Map(groups.map(({ who, projects }) => [who, projects]));
  const all = order
    .filter((who) => projectsOf.has(who) || decisions.has(who))
    .map((who) => answering<T>(analysis, who, projectsOf.get(who) ?? [], decisions.get(who) ?? []));
  const nobodys = decisions.get(undefined) ?? [];
  return rest.length === 0 && nobodys.length === 0 ? all : [...all, answering<T>(analysis, undefined, rest, nobodys)];
}

function answering<T>(
  analysis: Analysis,
  who: T | undefined,
  projects: readonly ProjectFacts[],
  decisions: readonly DecisionState[],
): Responsibility<T> {
  return {
    who,
    projects,
    active: projects.filter((project) => isActive(project, analysis.status)).length,
    sums: sumsOf(projects.map((project) => analysis.metrics(project))),
    lights: lightsOf(analysis, projects),
    overdue: projects
      .flatMap((project) => pursuedDeadlines(analysis, project))
      .filter(({ deadlineStatus }) => deadlineStatus.state === 'overdue'),
    openIssues: projects.reduce((sum, project) => sum + analysis.metrics(project).openIssues.length, 0),
    decisions,
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
