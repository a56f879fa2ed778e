/**
 * What is said of files and folders on disk, collected: a checkout tells of each file by itself, and 500 of them cost
 * what one of them with 500 files costs. While one batch is worked on, the next one gathers.
 */

/** How long is waited for more, in milliseconds. */
const GATHER = 60;

export class FileEvents {
  readonly #look: (uris: readonly string[]) => Promise<void>;
  readonly #waiting = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #working = false;

  /** `look` is given the addresses of which something was said; it looks at the disk, for events come late and double. */
  constructor(look: (uris: readonly string[]) => Promise<void>) {
    this.#look = look;
  }

  add(uris: Iterable<string>): void {
    for (const uri of uris) this.#waiting.add(uri);
    this.#soon();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }

  #soon(): void {
    if (this.#working || this.#timer !== undefined || this.#waiting.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#work();
    }, GATHER);
  }

  async #work(): Promise<void> {
    this.#working = true;
    const uris = [...this.#waiting];
    this.#waiting.clear();
    try {
      await this.#look(uris);
    } finally {
      this.#working = false;
      this.#soon();
    }
  }
}
