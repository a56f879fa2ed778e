/** Which members stand in a block, as sets that blocks with the same members share. */
import type { Keyword } from '../../../../grammar/keywords.js';

class Combination {
  readonly keys: ReadonlySet<Keyword>;
  readonly #longer = new Map<Keyword, Combination>();

  constructor(keys: ReadonlySet<Keyword>) {
    this.keys = keys;
  }

  and(key: Keyword): Combination {
    if (this.keys.has(key)) return this;
    let longer = this.#longer.get(key);
    if (longer === undefined) {
      longer = new Combination(new Set([...this.keys, key]));
      this.#longer.set(key, longer);
      made++;
    }
    return longer;
  }
}

/** Plans have some hundreds of combinations; a text made of all possible ones must not fill the memory. */
const MOST = 20_000;

let nothing = new Combination(new Set());
let made = 0;

export function statedMembers(keys: readonly Keyword[]): ReadonlySet<Keyword> {
  if (made > MOST) {
    nothing = new Combination(new Set());
    made = 0;
  }
  let combination = nothing;
  for (const key of keys) combination = combination.and(key);
  return combination.keys;
}
