/** Which projects have to be scheduled together, kept up to date file by file. */
import type { FileFacts, ItemFacts, ProjectFacts } from '../../model/facts.js';
import { itemsOf, type Plan } from '../../model/plan.js';
import { editedNetwork } from './edited-network.js';
import { type Network, networkOf } from './network.js';

/**
 * Projects that are scheduled together, in the order of files and places: those that dependencies tie together, directly
 * or through others; or projects of one file that nothing ties to any other.
 */
export class Component {
  #network: Network | undefined;
  #indexOf: ReadonlyMap<ItemFacts, number> | undefined;
  #indexOfId: ReadonlyMap<string, number> | undefined;

  #former: Component | undefined;
  #changed: readonly number[] | undefined;

  readonly #shared: ReadonlySet<string>;

  /**
   * `shared`: names that several projects have; of these it stays the same. `former`: of the same projects, before some of
   * them were edited.
   */
  constructor(
    readonly projects: readonly ProjectFacts[],
    shared: ReadonlySet<string>,
    former?: Component,
  ) {
    this.#shared = shared;
    if (former === undefined) return;
    // Where nobody has asked since the edit before, that one is part of this one; only the last one is worth its memory.
    this.#former = former.#network === undefined ? former.#former : former;
    former.#former = undefined;
  }

  get network(): Network {
    if (this.#network !== undefined) return this.#network;
    const before = this.#former === undefined ? undefined : this.#former.#network;
    const edited = before && editedNetwork(before, this.projects);
    this.#changed = edited?.changed;
    if (edited === undefined) this.#former = undefined;
    this.#network = edited?.network ?? networkOf(this.projects, this.#shared);
    return this.#network;
  }

  /** The component that this one was before an edit that left its structure as it was, and the items changed by it. */
  get edit(): { readonly former: Component; readonly changed: readonly number[] } | undefined {
    const former = this.#former;
    return former === undefined || this.#changed === undefined ? undefined : { former, changed: this.#changed };
  }

  indexOf(item: ItemFacts): number | undefined {
    this.#indexOf ??= new Map(this.network.items.map((each, index) => [each, index]));
    return this.#indexOf.get(item);
  }

  /** The index of the item with an id, of the first where several have it. */
  indexOfId(id: string): number | undefined {
    this.#indexOfId ??= new Map(this.network.items.map((item, index): [string, number] => [item.id, index]).reverse());
    return this.#indexOfId.get(id);
  }
}

/**
 * Knows the components of a plan. After an edit, `refresh` looks at the files that are other objects than before; their
 * projects, and what these are tied to, get new components when they are next asked for, all others keep theirs.
 *
 * Projects are tied by name: a dependency on `X.…` ties to X, whether or not X has that item, so that a component does
 * not have to change when only what is inside a project does.
 */
export class Components {
  readonly #files = new Map<string, FileFacts>();
  readonly #projects = new Map<string, ProjectFacts>();
  readonly #names = new Map<string, string>();
  readonly #dependants = new Map<string, Set<string>>();
  readonly #component = new Map<string, Component>();
  /** Of several projects. */
  readonly #shared = new Set<string>();
  /** Of what has no component since an edit that tied nothing anew and loosened nothing, the one it had. */
  readonly #former = new Map<string, Component>();

  constructor(readonly plan: Plan) {}

  refresh(): void {
    const touched = new Set<string>();
    const current = new Set<string>();
    for (const facts of this.plan.files()) {
      current.add(facts.file);
      const before = this.#files.get(facts.file);
      if (before === facts) continue;
      for (const name of projectNames(before)) touched.add(name);
      for (const name of projectNames(facts)) touched.add(name);
      this.#files.set(facts.file, facts);
    }
    for (const [file, facts] of this.#files) {
      if (current.has(file)) continue;
      for (const name of projectNames(facts)) touched.add(name);
      this.#files.delete(file);
    }
    for (const name of touched) {
      this.#update(name, this.plan.find('project', name));
      this.#share(name, this.plan.named('project', name).length > 1);
    }
  }

  /** The component of the project of that name: of its first declaration, which is the one that counts. */
  of(name: string): Component | undefined {
    const known = this.#component.get(name);
    const project = this.#projects.get(name);
    if (known !== undefined || project === undefined) return known;
    const former = this.#former.get(name);
    const projects = former === undefined ? this.#gathered(name, project) : this.#asTheyAre(former);
    const component = new Component(projects, this.#shared, former);
    for (const member of projects) {
      this.#component.set(member.name.text, component);
      this.#former.delete(member.name.text);
    }
    return component;
  }

  #gathered(name: string, project: ProjectFacts): readonly ProjectFacts[] {
    const projects = this.#isTied(name) ? this.#tiedTogether(name, project) : this.#untiedBeside(project);
    return [...projects.values()].sort(byPlace);
  }

  #asTheyAre({ projects }: Component): readonly ProjectFacts[] {
    const current = projects.flatMap(({ name }) => this.#projects.get(name.text) ?? []);
    const isInOrder = current.every((project, k) => {
      const before = current[k - 1];
      return before === undefined || byPlace(before, project) < 0;
    });
    return isInOrder ? current : current.sort(byPlace);
  }

  /** The component of a project by the project's id. */
  ofId(id: string): Component | undefined {
    const name = this.#names.get(id);
    return name === undefined ? undefined : this.of(name);
  }

  /** The component that holds the declaration; undefined where another declaration of the name counts. */
  holding(project: ProjectFacts): Component | undefined {
    return this.#projects.get(project.name.text) === project ? this.of(project.name.text) : undefined;
  }

  *all(): Generator<Component> {
    const met = new Set<Component>();
    for (const name of this.#projects.keys()) {
      const component = this.of(name);
      if (component === undefined || met.has(component)) continue;
      met.add(component);
      yield component;
    }
  }

  #tiedTogether(name: string, project: ProjectFacts): ReadonlyMap<string, ProjectFacts> {
    const projects = new Map([[name, project]]);
    // Members are found while the map is walked: a Map's iteration meets what is added on the way.
    for (const member of projects.keys()) {
      for (const next of this.#tiedTo(member)) {
        const found = this.#projects.get(next);
        if (found !== undefined) projects.set(next, found);
      }
    }
    return projects;
  }

  /**
   * The projects of a file that stand alone are read anew together, whichever of them was edited; so they may as well be
   * computed together, which costs less than a network for each.
   */
  #untiedBeside(project: ProjectFacts): ReadonlyMap<string, ProjectFacts> {
    const projects = new Map<string, ProjectFacts>();
    for (const other of this.#files.get(project.at.file)?.declarations ?? []) {
      if (other.kind !== 'project') continue;
      const name = other.name.text;
      const counts = this.#projects.get(name) === other && !this.#component.has(name);
      if (counts && !this.#isTied(name)) projects.set(name, other);
    }
    return projects;
  }

  #isTied(name: string): boolean {
    for (const _ of this.#tiedTo(name)) return true;
    return false;
  }

  *#tiedTo(name: string): Generator<string> {
    const project = this.#projects.get(name);
    if (project !== undefined) yield* foreignNames(project);
    yield* this.#dependants.get(name) ?? [];
  }

  #update(name: string, now: ProjectFacts | undefined): void {
    const before = this.#projects.get(name);
    if (before === now) return;
    if (before !== undefined && now !== undefined && tiesTheSame(before, now)) {
      this.#projects.set(name, now);
      this.#names.delete(before.id);
      this.#names.set(now.id, name);
      const component = this.#component.get(name);
      for (const member of component?.projects ?? []) {
        this.#component.delete(member.name.text);
        if (component !== undefined) this.#former.set(member.name.text, component);
      }
      return;
    }
    this.#drop(name);
    if (before !== undefined) {
      for (const target of foreignNames(before)) this.#dependants.get(target)?.delete(name);
      if (this.#names.get(before.id) === name) this.#names.delete(before.id);
    }
    if (now === undefined) this.#projects.delete(name);
    else {
      this.#projects.set(name, now);
      this.#names.set(now.id, name);
      for (const target of foreignNames(now)) {
        const dependants = this.#dependants.get(target);
        if (dependants === undefined) this.#dependants.set(target, new Set([name]));
        else dependants.add(name);
      }
    }
    for (const neighbour of this.#tiedTo(name)) this.#drop(neighbour);
  }

  /** Whether another project has the name decides what can be said of those that wait for it. */
  #share(name: string, isShared: boolean): void {
    if (isShared === this.#shared.has(name)) return;
    if (isShared) this.#shared.add(name);
    else this.#shared.delete(name);
    this.#drop(name);
  }

  #drop(name: string): void {
    for (const { name: member } of this.#former.get(name)?.projects ?? []) this.#former.delete(member.text);
    const component = this.#component.get(name);
    if (component === undefined) return;
    for (const project of component.projects) this.#component.delete(project.name.text);
  }
}

function projectNames(file: FileFacts | undefined): readonly string[] {
  return (file?.declarations ?? []).flatMap((declared) => (declared.kind === 'project' ? [declared.name.text] : []));
}

const NONE: ReadonlySet<string> = new Set();
const foreign = new WeakMap<ProjectFacts, ReadonlySet<string>>();

/** The names that the dependencies of a project could mean another project by. */
function foreignNames(project: ProjectFacts): ReadonlySet<string> {
  let names = foreign.get(project);
  if (names !== undefined) return names;
  const found = new Set<string>();
  for (const item of itemsOf(project)) {
    for (const { target } of item.after) {
      const first = target.segments[0]?.text;
      if (first !== undefined && target.segments.length > 1 && first !== project.name.text) found.add(first);
    }
  }
  names = found.size === 0 ? NONE : found;
  foreign.set(project, names);
  return names;
}

/** Whether another declaration of a project in its place leaves everything tied as it was. */
function tiesTheSame(before: ProjectFacts, now: ProjectFacts): boolean {
  const [from, to] = [foreignNames(before), foreignNames(now)];
  return before.at.file === now.at.file && from.size === to.size && [...from].every((name) => to.has(name));
}

function byPlace(x: ProjectFacts, y: ProjectFacts): number {
  return x.at.file < y.at.file ? -1 : x.at.file > y.at.file ? 1 : x.at.start - y.at.start;
}
