/** Which item counted first in which year that a calendar does not cover, and which computation said so. */

/** No item: behind all of them. */
export const NOTHING = Number.POSITIVE_INFINITY;

/**
 * Shared by the working times of a component. A node that is computed again may count in other years than before; where
 * it was the first to count in one, only a computation of everything can tell which is the first now.
 */
export class YearLedger {
  /** The node that is being computed. */
  owner = NOTHING;
  /** Nodes that were the first to count in some year. */
  readonly #owners = new Set<number>();
  #isDoubtful = false;

  constructor(former?: YearLedger) {
    if (former === undefined) return;
    for (const owner of former.#owners) this.#owners.add(owner);
    this.#isDoubtful = former.#isDoubtful;
  }

  /** What is noted of years cannot be relied on. */
  get isDoubtful(): boolean {
    return this.#isDoubtful;
  }

  /** Some of what was noted is of a computation that nobody has made again since. */
  doubt(): void {
    if (this.#owners.size > 0) this.#isDoubtful = true;
  }

  note(): void {
    this.#owners.add(this.owner);
  }

  /** A node is about to be computed again. */
  forget(node: number): void {
    if (this.#owners.size > 0 && this.#owners.has(node)) this.#isDoubtful = true;
  }
}
