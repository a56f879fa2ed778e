/** Projects by what they belong to, in the order in which the plan declares it. */
import type { OrgFacts, PersonFacts, ProjectFacts, Ref, TaxonomyFacts, TaxonomyKind } from '../model/facts.js';
import type { Plan } from '../model/plan.js';

/** An entry of a taxonomy with the projects in it; only entries that have some, themselves or below. */
export interface TaxonomyGroup {
  readonly entry: TaxonomyFacts;
  /** 0 at the top. */
  readonly depth: number;
  /** Those that name this very entry. */
  readonly own: readonly ProjectFacts[];
  /** With those of the entries below, each once. */
  readonly all: readonly ProjectFacts[];
  readonly below: readonly TaxonomyGroup[];
}

export interface TaxonomyGroups {
  readonly groups: readonly TaxonomyGroup[];
  /** Projects without an entry of this taxonomy, or with one that nothing declares. */
  readonly rest: readonly ProjectFacts[];
}

/** A project with several entries (areas, batches, tags) stands in each of them. */
export function byTaxonomy(plan: Plan, kind: TaxonomyKind, projects: readonly ProjectFacts[]): TaxonomyGroups {
  const own = new Map<TaxonomyFacts, ProjectFacts[]>();
  const rest: ProjectFacts[] = [];
  for (const project of projects) {
    const entries = new Set<TaxonomyFacts>();
    for (const ref of refsOf(project, kind)) {
      const entry = plan.declaration(kind, ref);
      if (entry !== undefined) entries.add(entry);
    }
    if (entries.size === 0) rest.push(project);
    for (const entry of entries) append(own, entry, project);
  }
  const children = new Map<TaxonomyFacts | undefined, TaxonomyFacts[]>();
  for (const entry of plan.all(kind)) {
    if (plan.find(kind, entry.name.text) !== entry) continue;
    const line = plan.lineage(kind, entry.name.text);
    const above = plan.declaration(kind, line.at(-1)?.in);
    // On a cycle nobody is at the top: each of its entries is taken for one.
    append(children, above !== undefined ? undefined : line[1], entry);
  }
  // Without recursion: a taxonomy may be deeper than the stack of calls.
  const order: { readonly entry: TaxonomyFacts; readonly depth: number }[] = [];
  const pending = (children.get(undefined) ?? []).toReversed().map((entry) => ({ entry, depth: 0 }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    order.push(next);
    const { entry, depth } = next;
    pending.push(...(children.get(entry) ?? []).toReversed().map((below) => ({ entry: below, depth: depth + 1 })));
  }
  const made = new Map<TaxonomyFacts, TaxonomyGroup>();
  const madeOf = (entries: readonly TaxonomyFacts[] = []): readonly TaxonomyGroup[] =>
    entries.flatMap((entry) => made.get(entry) ?? []);
  for (const { entry, depth } of order.toReversed()) {
    const below = madeOf(children.get(entry));
    const mine = own.get(entry) ?? [];
    const all = new Set([...mine, ...below.flatMap((group) => group.all)]);
    if (all.size > 0) made.set(entry, { entry, depth, own: mine, all: [...all], below });
  }
  return { groups: madeOf(children.get(undefined)), rest };
}

/** Each group and then what lies below it; `into` says whether to go below one. */
export function withBelow(
  groups: readonly TaxonomyGroup[],
  into: (group: TaxonomyGroup) => boolean = () => true,
): readonly TaxonomyGroup[] {
  const found: TaxonomyGroup[] = [];
  const pending = [...groups].reverse();
  for (let group = pending.pop(); group !== undefined; group = pending.pop()) {
    found.push(group);
    if (into(group)) pending.push(...group.below.toReversed());
  }
  return found;
}

function refsOf(project: ProjectFacts, kind: TaxonomyKind): readonly Ref[] {
  if (kind === 'category') return project.category === undefined ? [] : [project.category];
  return project[kind];
}

interface ResponsibleGroup<T> {
  readonly who: T;
  readonly projects: readonly ProjectFacts[];
}

export interface ResponsibleGroups<T> {
  readonly groups: readonly ResponsibleGroup<T>[];
  readonly rest: readonly ProjectFacts[];
}

export function byUnit(plan: Plan, projects: readonly ProjectFacts[]): ResponsibleGroups<OrgFacts> {
  return byResponsible(plan.all('org'), projects, (project) => plan.declaration('org', project.unit));
}

export function byPerson(
  plan: Plan,
  role: 'leader' | 'owner' | 'supervisor',
  projects: readonly ProjectFacts[],
): ResponsibleGroups<PersonFacts> {
  return byResponsible(plan.all('person'), projects, (project) => plan.declaration('person', project[role]));
}

function byResponsible<T>(
  order: readonly T[],
  projects: readonly ProjectFacts[],
  of: (project: ProjectFacts) => T | undefined,
): ResponsibleGroups<T> {
  const found = new Map<T, ProjectFacts[]>();
  const rest: ProjectFacts[] = [];
  for (const project of projects) {
    const who = of(project);
    if (who === undefined) rest.push(project);
    else append(found, who, project);
  }
  const groups = order.flatMap((who) => {
    const mine = found.get(who);
    return mine === undefined ? [] : [{ who, projects: mine }];
  });
  return { groups, rest };
}

/** Values under their keys, keys in the order in which they come up. */
export function grouped<K, V>(values: Iterable<V>, keyOf: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  const found = new Map<K, V[]>();
  for (const value of values) append(found, keyOf(value), value);
  return found;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
