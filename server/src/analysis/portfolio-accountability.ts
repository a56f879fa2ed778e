/** Who answers for what as of S, how much it is, and how it stands. */
import type { OrgFacts, PersonFacts, ProjectFacts } from '../model/facts.js';
import type { Analysis } from './analysis.js';
import type { Light } from './expressions/fixed-words.js';
import { poolAt } from './pool.js';
import { type ItemDeadline, pursuedDeadlines } from './portfolio-deadlines.js';
import { byPerson, byUnit } from './portfolio-groups.js';
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
    ...answering(analysis, who, projects),
    maxLoad: maxLoad(analysis, projects),
  });
  return [...groups.map(({ who, projects }) => of(who, projects)), ...(rest.length === 0 ? [] : [of(undefined, rest)])];
}

/** In the order in which units are declared; last what has no unit. */
export function unitsOf(analysis: Analysis): readonly Responsibility<OrgFacts>[] {
  const { plan, status } = analysis;
  const { groups, rest } = byUnit(plan, poolAt(plan, status));
  return withRest(analysis, groups, rest);
}

/** The responsible persons, in the order in which people are declared; last what has none. */
export function ownersOf(analysis: Analysis): readonly Responsibility<PersonFacts>[] {
  const { plan, status } = analysis;
  const { groups, rest } = byPerson(plan, 'owner', poolAt(plan, status));
  return withRest(analysis, groups, rest);
}

function withRest<T>(
  analysis: Analysis,
  groups: readonly { readonly who: T; readonly projects: readonly ProjectFacts[] }[],
  rest: readonly ProjectFacts[],
): readonly Responsibility<T>[] {
  const all = groups.map(({ who, projects }) => answering<T>(analysis, who, projects));
  return rest.length === 0 ? all : [...all, answering<T>(analysis, undefined, rest)];
}

function answering<T>(analysis: Analysis, who: T | undefined, projects: readonly ProjectFacts[]): Responsibility<T> {
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
