/**
 * All files of one plan root with their names indexed: what a reference leads to, what there is of each kind, in one
 * deterministic order (file, then place in the file). A file can be replaced without touching the others.
 */
import type {
  CalendarFacts,
  Declaration,
  Entity,
  EntityKind,
  FileFacts,
  IssueFacts,
  ItemFacts,
  MeetingFacts,
  OrgFacts,
  OwnFieldFacts,
  PersonFacts,
  PolicyFacts,
  PortfolioFacts,
  ProjectFacts,
  Ref,
  TaxonomyFacts,
  TaxonomyKind,
  ViewFacts,
} from './facts.js';

interface DeclarationOf {
  readonly portfolio: PortfolioFacts;
  readonly calendar: CalendarFacts;
  readonly policy: PolicyFacts;
  readonly org: OrgFacts;
  readonly person: PersonFacts;
  readonly category: TaxonomyFacts;
  readonly area: TaxonomyFacts;
  readonly batch: TaxonomyFacts;
  readonly tag: TaxonomyFacts;
  readonly project: ProjectFacts;
  readonly meeting: MeetingFacts;
  readonly view: ViewFacts;
  readonly field: OwnFieldFacts;
}

/** The kinds that are declared at the top of a file; an inspection counts as a meeting. */
export type DeclarationKind = keyof DeclarationOf;

export function kindOf(declaration: Declaration): DeclarationKind {
  return declaration.kind === 'inspection' ? 'meeting' : declaration.kind;
}

/** What is left of a plan that only a part of is looked at. */
export interface Narrowing {
  /** Of the other kinds everything is. */
  readonly kinds: ReadonlySet<DeclarationKind>;
  /** The declaration, or as much of it as is looked at. */
  readonly keep: (declaration: Declaration) => Declaration | undefined;
}

/** Names of one kind → their declarations, the first one counts, more than one is a duplicate. */
type Names = Map<string, Declaration[]>;

function byPlace(a: Declaration, b: Declaration): number {
  return a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : a.at.start - b.at.start;
}

/** The declarations of one file by their kind, in the order of the text. */
type ByKind = ReadonlyMap<DeclarationKind, readonly Declaration[]>;

export class Plan {
  #files = new Map<string, FileFacts>();
  #names = new Map<DeclarationKind, Names>();
  readonly #byKind = new Map<string, ByKind>();
  /** The names of the files in their order, for as long as none comes or goes. */
  #fileOrder: readonly string[] | undefined;
  readonly #ordered = new Map<DeclarationKind, readonly Declaration[]>();
  #narrowing: { readonly whole: Plan; readonly by: Narrowing } | undefined;

  constructor(files: Iterable<FileFacts> = []) {
    for (const file of files) this.set(file);
  }

  /**
   * The same plan of which only a part is gone through: `all` has what `by` makes of the declarations of its kinds, while
   * names lead where they always do. Not to be kept over an edit.
   */
  narrowed(by: Narrowing): Plan {
    const plan = new Plan();
    plan.#files = this.#files;
    plan.#names = this.#names;
    plan.#narrowing = { whole: this, by };
    return plan;
  }

  /** Adds a file or replaces what it stated before. */
  set(facts: FileFacts): void {
    if (this.#files.has(facts.file)) this.#takeBack(facts.file);
    else this.#fileOrder = undefined;
    this.#files.set(facts.file, facts);
    const byKind = new Map<DeclarationKind, Declaration[]>();
    for (const declaration of facts.declarations) {
      const kind = kindOf(declaration);
      const alike = byKind.get(kind);
      if (alike === undefined) byKind.set(kind, [declaration]);
      else alike.push(declaration);
      let names = this.#names.get(kind);
      if (names === undefined) {
        names = new Map();
        this.#names.set(kind, names);
      }
      const same = names.get(declaration.name.text);
      if (same === undefined) names.set(declaration.name.text, [declaration]);
      else same.splice(placeIn(same, declaration), 0, declaration);
      this.#ordered.delete(kind);
    }
    this.#byKind.set(facts.file, byKind);
  }

  delete(file: string): void {
    if (!this.#files.has(file)) return;
    this.#takeBack(file);
    this.#files.delete(file);
    this.#byKind.delete(file);
    this.#fileOrder = undefined;
  }

  /** What a file states leads nowhere any more. */
  #takeBack(file: string): void {
    for (const declaration of this.#files.get(file)?.declarations ?? []) {
      const kind = kindOf(declaration);
      const names = this.#names.get(kind);
      const rest = names?.get(declaration.name.text)?.filter((other) => other.at.file !== file) ?? [];
      if (rest.length > 0) names?.set(declaration.name.text, rest);
      else names?.delete(declaration.name.text);
      this.#ordered.delete(kind);
    }
  }

  file(file: string): FileFacts | undefined {
    return this.#files.get(file);
  }

  /** All files, by name. */
  files(): readonly FileFacts[] {
    this.#fileOrder ??= [...this.#files.keys()].sort();
    return this.#fileOrder.flatMap((file) => this.#files.get(file) ?? []);
  }

  /** Every declaration of a kind, in the order of files and places; duplicates included. */
  all<K extends DeclarationKind>(kind: K): readonly DeclarationOf[K][] {
    let ordered = this.#ordered.get(kind);
    if (ordered === undefined) {
      ordered = this.#narrowedOrder(kind) ?? this.#gathered(kind);
      this.#ordered.set(kind, ordered);
    }
    return ordered as readonly DeclarationOf[K][];
  }

  #gathered(kind: DeclarationKind): readonly Declaration[] {
    return this.files().flatMap(({ file }) => this.#byKind.get(file)?.get(kind) ?? []);
  }

  #narrowedOrder(kind: DeclarationKind): readonly Declaration[] | undefined {
    if (this.#narrowing === undefined) return undefined;
    const { whole, by } = this.#narrowing;
    const all = whole.all(kind);
    return by.kinds.has(kind) ? all.flatMap((declaration) => by.keep(declaration) ?? []) : all;
  }

  /** The declarations that share `name`; the first is the one that counts. */
  named<K extends DeclarationKind>(kind: K, name: string): readonly DeclarationOf[K][] {
    return (this.#names.get(kind)?.get(name) ?? []) as DeclarationOf[K][];
  }

  find<K extends DeclarationKind>(kind: K, name: string): DeclarationOf[K] | undefined {
    return this.named(kind, name)[0];
  }

  get portfolio(): PortfolioFacts | undefined {
    return this.all('portfolio')[0];
  }

  /** What `ref` leads to, or undefined where nothing of its kinds has that name. */
  resolve(ref: Ref): Entity | undefined {
    for (const kind of ref.kinds) {
      const found = this.resolveAs(ref, kind);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** As `resolve`, for a reference of one kind of declaration: the result has that kind's type. */
  declaration<K extends DeclarationKind>(kind: K, ref: Ref | undefined): DeclarationOf[K] | undefined {
    const only = ref?.segments.length === 1 ? ref.segments[0] : undefined;
    return only && this.find(kind, only.text);
  }

  /** What `ref` would lead to if it were a reference to `kind`. */
  resolveAs(ref: Ref, kind: EntityKind): Entity | undefined {
    if (kind !== 'item' && kind !== 'issue') return this.declaration(kind, ref);
    const path = ref.segments.map((segment) => segment.text);
    if (kind === 'item') return this.#inScopes(path, ref.scope, itemAt);
    return this.#inScopes(path, ref.scope, issueAt) ?? this.#inspectionIssue(path);
  }

  /** The entries on the way up from a taxonomy entry, the entry itself first; a cycle ends the walk. */
  lineage(kind: TaxonomyKind, name: string): readonly TaxonomyFacts[] {
    const line = new Set<TaxonomyFacts>();
    let entry = this.find(kind, name);
    while (entry !== undefined && !line.has(entry)) {
      line.add(entry);
      entry = this.declaration(kind, entry.in);
    }
    return [...line];
  }

  #inScopes<T>(
    path: readonly string[],
    scope: readonly string[],
    at: (project: ProjectFacts, path: readonly string[]) => T | undefined,
  ): T | undefined {
    const [projectName, ...inner] = scope;
    const project = projectName === undefined ? undefined : this.find('project', projectName);
    if (project !== undefined) {
      for (let depth = inner.length; depth >= 0; depth--) {
        const found = at(project, depth === 0 ? path : [...inner.slice(0, depth), ...path]);
        if (found !== undefined) return found;
      }
    }
    const [first, ...rest] = path;
    const other = first === undefined || rest.length === 0 ? undefined : this.find('project', first);
    return other === undefined ? undefined : at(other, rest);
  }

  #inspectionIssue(path: readonly string[]): IssueFacts | undefined {
    const [meeting, issue, ...more] = path;
    if (meeting === undefined || issue === undefined || more.length > 0) return undefined;
    return this.find('meeting', meeting)?.issues.find((found) => found.name.text === issue);
  }
}

/** Behind which of the declarations in order another one comes: mostly behind the last. */
function placeIn(ordered: readonly Declaration[], declaration: Declaration): number {
  let at = ordered.length;
  const last = ordered.at(-1);
  if (last === undefined || byPlace(last, declaration) < 0) return at;
  let from = 0;
  while (from < at) {
    const middle = (from + at) >> 1;
    const other = ordered[middle];
    if (other !== undefined && byPlace(other, declaration) < 0) from = middle + 1;
    else at = middle;
  }
  return at;
}

/** The item at a path of names below `project`. */
export function itemAt(project: ProjectFacts, path: readonly string[]): ItemFacts | undefined {
  let items: readonly ItemFacts[] = project.items;
  let found: ItemFacts | undefined;
  for (const name of path) {
    found = itemNamed(items, name);
    if (found === undefined) return undefined;
    items = found.items;
  }
  return found;
}

/** Beyond this many, items of one level are looked up by an index instead of one after the other. */
const FEW = 16;
const indices = new WeakMap<readonly ItemFacts[], ReadonlyMap<string, ItemFacts>>();

/** The first of that name. */
function itemNamed(items: readonly ItemFacts[], name: string): ItemFacts | undefined {
  if (items.length <= FEW) return items.find((item) => item.name.text === name);
  let index = indices.get(items);
  if (index === undefined) {
    index = new Map([...items].reverse().map((item) => [item.name.text, item]));
    indices.set(items, index);
  }
  return index.get(name);
}

function issueAt(project: ProjectFacts, path: readonly string[]): IssueFacts | undefined {
  const [name, ...more] = path;
  return name === undefined || more.length > 0 ? undefined : project.issues.find((issue) => issue.name.text === name);
}

/** Every item of a project, parents before their children, in the order of the text. */
export function itemsOf({ items }: { readonly items: readonly ItemFacts[] }): readonly ItemFacts[] {
  // Asked for again and again; most projects have no items in items.
  if (items.every((item) => item.items.length === 0)) return items;
  return items.flatMap((item) => [item, ...itemsOf(item)]);
}
