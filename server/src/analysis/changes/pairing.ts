/**
 * Which of the things in one state of the files are which in the other. Names are given and changed by people, so a name
 * alone does not tell: a register that was numbered anew has all its names, each on another project.
 */

export interface Traits<T> {
  /** What can only be matched with its like. */
  readonly kind: (thing: T) => string;
  readonly id: (thing: T) => string;
  readonly title: (thing: T) => string | undefined;
  /** Other names that it goes by. */
  readonly aliases?: (thing: T) => readonly string[];
  /** What it says, statement by statement, without its name. */
  readonly content: (thing: T) => readonly string[];
}

/** From each thing of the base to what it is in the head; what is gone is not in it. */
export function pairs<T>(base: readonly T[], head: readonly T[], traits: Traits<T>): ReadonlyMap<T, T> {
  const pairing = new Pairing(base, head);
  const { kind, id, title } = traits;
  const key = (thing: T, name: string): string => `${kind(thing)}\u0000${name}`;
  pairing.byKeys((thing) => [key(thing, `${id(thing)}\u0000${pressed(title(thing) ?? '')}`)], 'first');
  pairing.byKeys((thing) => {
    const said = title(thing);
    return said === undefined ? [] : [key(thing, pressed(said))];
  }, 'only');
  if (traits.aliases !== undefined) {
    const { aliases } = traits;
    pairing.byKeys(
      (thing) =>
        [id(thing), title(thing) ?? '', ...aliases(thing)]
          .filter((name) => name !== '')
          .map((name) => key(thing, pressed(name))),
      'only',
    );
  }
  pairing.byKeys((thing) => [key(thing, id(thing))], 'first');
  pairing.byContent((thing) => traits.content(thing).map((line) => key(thing, line)));
  return pairing.found;
}

/** Blanks and widths say nothing about which thing is meant. */
function pressed(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** Contents that share less than this are of two things. */
const ALIKE = 0.6;
/** What stands in more things than this tells none of them from the others. */
const COMMON = 8;

class Pairing<T> {
  readonly found = new Map<T, T>();
  #base: readonly T[];
  #head: readonly T[];

  constructor(base: readonly T[], head: readonly T[]) {
    this.#base = base;
    this.#head = head;
  }

  /** Those that share a key. `only`: where one on each side has it; `first`: of several, in their order. */
  byKeys(keys: (thing: T) => readonly string[], which: 'only' | 'first'): void {
    if (this.#base.length === 0 || this.#head.length === 0) return;
    const [ours, theirs] = [index(this.#base, keys), index(this.#head, keys)];
    const taken = new Set<T>();
    for (const [key, mine] of ours) {
      const others = theirs.get(key) ?? [];
      if (which === 'only' && (mine.length > 1 || others.length > 1)) continue;
      const free = others.filter((other) => !taken.has(other));
      for (const thing of mine) {
        if (this.found.has(thing)) continue;
        const other = free.shift();
        if (other === undefined) break;
        this.found.set(thing, other);
        taken.add(other);
      }
    }
    this.#rest(taken);
  }

  /** Those whose contents are alike, the most alike first; of two that are equally alike to a third, neither. */
  byContent(content: (thing: T) => readonly string[]): void {
    if (this.#base.length === 0 || this.#head.length === 0) return;
    const contents = new Map([...this.#base, ...this.#head].map((thing) => [thing, new Set(content(thing))]));
    const holders = index(this.#head, (thing) => [...(contents.get(thing) ?? [])]);
    const candidates: { readonly ours: T; readonly theirs: T; readonly alike: number }[] = [];
    for (const ours of this.#base) {
      const mine = contents.get(ours) ?? new Set();
      const shared = new Set<T>();
      for (const line of mine) {
        const having = holders.get(line) ?? [];
        if (having.length <= COMMON) for (const theirs of having) shared.add(theirs);
      }
      for (const theirs of shared) {
        const other = contents.get(theirs) ?? new Set();
        let both = 0;
        for (const line of mine) if (other.has(line)) both++;
        const alike = (2 * both) / (mine.size + other.size);
        if (alike >= ALIKE) candidates.push({ ours, theirs, alike });
      }
    }
    candidates.sort((a, b) => b.alike - a.alike);
    const taken = new Set<T>();
    for (const { ours, theirs, alike } of candidates) {
      if (this.found.has(ours) || taken.has(theirs)) continue;
      const rivals = candidates.filter(
        (other) =>
          other.alike === alike &&
          (other.ours === ours) !== (other.theirs === theirs) &&
          !this.found.has(other.ours) &&
          !taken.has(other.theirs),
      );
      if (rivals.length > 0) continue;
      this.found.set(ours, theirs);
      taken.add(theirs);
    }
    this.#rest(taken);
  }

  #rest(taken: ReadonlySet<T>): void {
    this.#base = this.#base.filter((thing) => !this.found.has(thing));
    this.#head = this.#head.filter((thing) => !taken.has(thing));
  }
}

function index<T>(things: readonly T[], keys: (thing: T) => readonly string[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const thing of things) {
    for (const key of new Set(keys(thing))) {
      const same = found.get(key);
      if (same === undefined) found.set(key, [thing]);
      else same.push(thing);
    }
  }
  return found;
}
