/**
 * The name that was probably meant. Names are indexed under themselves with one character left out, so that a slip of
 * the key (one character more, less, other, or two swapped) is found by a few look-ups however many names there are;
 * of long names a common beginning is enough. A plan whose people are all undeclared costs no more than one that has
 * them.
 */

/** A name that can be meant, and how it is written in a plan. */
export interface Candidate {
  /** What it may be called: its name, and titles or short forms that people use in its place. */
  readonly spellings: readonly string[];
  /** As it is put into the text. */
  readonly written: string;
}

/** Longer names are found by their beginning only: what is indexed of one grows with the square of its length. */
const LONGEST_WITH_SLIPS = 40;
/** The part of a name that has to agree for another one with the same beginning to be meant. */
const COMMON_PART = 0.6;

export class NameIndex {
  readonly #exact = new Map<string, string>();
  readonly #slips = new Map<string, string>();
  readonly #sorted: readonly { readonly name: string; readonly written: string }[];

  constructor(candidates: Iterable<Candidate>) {
    const all: { name: string; written: string }[] = [];
    for (const { spellings, written } of candidates) {
      for (const spelled of spellings) {
        const name = folded(spelled);
        if (name === '') continue;
        all.push({ name, written });
        if (!this.#exact.has(name)) this.#exact.set(name, written);
        for (const slip of slipsOf(name)) if (!this.#slips.has(slip)) this.#slips.set(slip, written);
      }
    }
    this.#sorted = all.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }

  /** How the name nearest to `text` is written; undefined where none is near. */
  nearest(text: string): string | undefined {
    const name = folded(text);
    return this.#exact.get(name) ?? this.#slip(name) ?? this.#sameBeginning(name);
  }

  #slip(name: string): string | undefined {
    // One character too many in the text, or one too few.
    const slips = slipsOf(name);
    for (const slip of slips) {
      const found = this.#exact.get(slip);
      if (found !== undefined) return found;
    }
    // Of a name of two, one is half of it.
    const fewer = [...name].length < 2 ? undefined : this.#slips.get(name);
    if (fewer !== undefined) return fewer;
    // Another character: of a name of two that would be half of it.
    if ([...name].length < 3) return undefined;
    for (const slip of slips) {
      const found = this.#slips.get(slip);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #sameBeginning(name: string): string | undefined {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle]?.name ?? '') < name) low = middle + 1;
      else high = middle;
    }
    let best: string | undefined;
    let bestPart = COMMON_PART;
    for (const neighbour of [this.#sorted[low - 1], this.#sorted[low]]) {
      if (neighbour === undefined) continue;
      const part = commonStart(name, neighbour.name) / Math.max(name.length, neighbour.name.length);
      if (part >= bestPart && commonStart(name, neighbour.name) >= 2) [best, bestPart] = [neighbour.written, part];
    }
    return best;
  }
}

/** Differences of case and of signs that are left out in speaking are no differences. */
function folded(text: string): string {
  return text.toLowerCase().replace(/[\s_·.-]/g, '');
}

function slipsOf(name: string): readonly string[] {
  const characters = [...name];
  if (characters.length < 2 || characters.length > LONGEST_WITH_SLIPS) return [];
  return characters.map((_, index) =>
    characters
      .slice(0, index)
      .concat(characters.slice(index + 1))
      .join(''),
  );
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** The one of some names that was probably meant. */
export function nearest(text: string, names: readonly string[]): string | undefined {
  return new NameIndex(names.map((name) => ({ spellings: [name], written: name }))).nearest(text);
}
