/** The portfolio in groups, as a tree of it shows them: by what projects belong to, by their lights, by what is due next. */
import { type Day, monthStart } from '../model/day.js';
import type { Declared, ProjectFacts } from '../model/facts.js';
import type { Analysis } from './analysis.js';
import { isDueSoon, warnedUntil } from './deadlines.js';
import { LIGHTS, type Light } from './expressions/fixed-words.js';
import { nextDue } from './next-due.js';
import { projectsOf } from './pool.js';
import { byPerson, byTaxonomy, byUnit, grouped, type TaxonomyGroup, withBelow } from './portfolio-groups.js';
import { inPool } from './state.js';

export const GROUPINGS = ['category', 'area', 'unit', 'leader', 'light', 'deadline'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What a group is of. */
type GroupSubject =
  | { readonly of: 'declared'; readonly declared: Declared }
  | { readonly of: 'light'; readonly light: Light }
  /** The next deadline is in that month, behind the time of warning. */
  | { readonly of: 'month'; readonly month: Day }
  | { readonly of: 'overdue' | 'dueSoon' }
  /** Those that state nothing of what is grouped by, and those that nobody counts at S. */
  | { readonly of: 'none' | 'outside' };

export interface TreeGroup {
  /** The same for as long as the group is of the same; no two of a tree share one. */
  readonly key: string;
  readonly subject: GroupSubject;
  readonly below: readonly TreeGroup[];
  /** Directly in it. */
  readonly own: readonly ProjectFacts[];
  /** With those of the groups below, each once. */
  readonly all: readonly ProjectFacts[];
}

/** All projects that `isWanted`; those that are not in the pool at S come last, in a group of their own. */
export function portfolioTree(
  analysis: Analysis,
  by: Grouping,
  isWanted: (project: ProjectFacts) => boolean,
): readonly TreeGroup[] {
  const { plan, status } = analysis;
  const wanted = projectsOf(plan).filter(isWanted);
  const pool = wanted.filter((project) => inPool(project, status));
  const outside = wanted.filter((project) => !inPool(project, status));
  return [...groupsOf(analysis, by, pool), ...group('outside', { of: 'outside' }, outside)];
}

/** Whether somebody has to look at a project: its light is red, or something is overdue. */
export function needsAttention(analysis: Analysis, project: ProjectFacts): boolean {
  return analysis.light(project).light === 'red' || (analysis.metrics(project).daysOverdue?.days ?? 0) > 0;
}

function groupsOf(analysis: Analysis, by: Grouping, projects: readonly ProjectFacts[]): readonly TreeGroup[] {
  const { plan } = analysis;
  switch (by) {
    case 'category':
    case 'area': {
      const { groups, rest } = byTaxonomy(plan, by, projects);
      return [...taxonomyGroups(groups), ...group('none', { of: 'none' }, rest)];
    }
    case 'unit':
    case 'leader': {
      const { groups, rest } = by === 'unit' ? byUnit(plan, projects) : byPerson(plan, 'leader', projects);
      const declared = groups.flatMap(({ who, projects: mine }) =>
        group(`=${who.name.text}`, { of: 'declared', declared: who }, mine),
      );
      return [...declared, ...group('none', { of: 'none' }, rest)];
    }
    case 'light': {
      const found = grouped(projects, (project) => analysis.light(project).light);
      return LIGHTS.flatMap((light) => group(light, { of: 'light', light }, found.get(light) ?? []));
    }
    case 'deadline':
      return byDeadline(analysis, projects);
  }
}

function group(key: string, subject: GroupSubject, own: readonly ProjectFacts[]): readonly TreeGroup[] {
  return own.length === 0 ? [] : [{ key, subject, below: [], own, all: own }];
}

/** Without recursion: a taxonomy may be deeper than the stack of calls. */
function taxonomyGroups(groups: readonly TaxonomyGroup[]): readonly TreeGroup[] {
  const made = new Map<TaxonomyGroup, TreeGroup>();
  const madeOf = (each: TaxonomyGroup): readonly TreeGroup[] => [made.get(each) ?? []].flat();
  for (const each of withBelow(groups).toReversed()) {
    const { entry, own, all, below } = each;
    const subject = { of: 'declared', declared: entry } as const;
    made.set(each, { key: `=${entry.name.text}`, subject, below: below.flatMap(madeOf), own, all });
  }
  return groups.flatMap(madeOf);
}

/** Overdue, due within the time of warning, then month by month; the earliest first. */
function byDeadline(analysis: Analysis, projects: readonly ProjectFacts[]): readonly TreeGroup[] {
  const { status } = analysis;
  const due = projects
    .map((project) => ({ project, next: nextDue(analysis, project) }))
    .sort((a, b) => (a.next?.left ?? Number.POSITIVE_INFINITY) - (b.next?.left ?? Number.POSITIVE_INFINITY) || 0);
  const groups = new Map<string, { readonly subject: GroupSubject; readonly own: ProjectFacts[] }>();
  for (const { project, next } of due) {
    const subject = subjectOf(next?.due.period.last);
    const key = subject.of === 'month' ? `month ${subject.month}` : subject.of;
    const same = groups.get(key);
    if (same === undefined) groups.set(key, { subject, own: [project] });
    else same.own.push(project);

    function subjectOf(day: Day | undefined): GroupSubject {
      if (day === undefined) return { of: 'none' };
      if (day < status) return { of: 'overdue' };
      if (isDueSoon(day, status, warnedUntil(analysis, project))) return { of: 'dueSoon' };
      return { of: 'month', month: monthStart(day) };
    }
  }
  // Of two projects with other times of warning, one can be due soon behind another that is not yet.
  const order = ['overdue', 'dueSoon'];
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : key === 'none' ? 3 : 2);
  return [...groups]
    .sort(([a], [b]) => rank(a) - rank(b))
    .flatMap(([key, { subject, own }]) => group(key, subject, own));
}
