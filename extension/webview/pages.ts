/** Pages of a long preview that are not there yet: those in sight are asked for at once, the others one after the other. */
import { isWaiting } from './preview-parts.js';

/** So many are asked for at a time, and so long is waited between, in milliseconds: typing comes first. */
const AT_ONCE = 20;
const PAUSE = 150;
/** In milliseconds: a reader who scrolls passes pages. */
const SAY_AFTER = 60;
/** So many are fetched although nobody sees them, so that what is searched for or copied is there. */
const FETCHED = 2000;

export class Pages {
  readonly #report: HTMLElement;
  readonly #want: (keys: string[]) => void;
  readonly #asked = new Set<string>();
  readonly #inSight: IntersectionObserver;
  readonly #seen = new Set<string>();
  readonly #see: (keys: string[]) => void;
  #saying: ReturnType<typeof setTimeout> | undefined;
  #observed = new WeakSet<Element>();
  readonly #measured: number[] = [];
  readonly #rest: HTMLElement;
  #next: ReturnType<typeof setTimeout> | undefined;

  /**
   * `rest` says, where it is shown, that not all is there to be found by the editor's own search. `see` is told which pages
   * are in sight or near: they are renewed first.
   */
  constructor(report: HTMLElement, rest: HTMLElement, want: (keys: string[]) => void, see: (keys: string[]) => void) {
    this.#report = report;
    this.#rest = rest;
    this.#want = want;
    this.#see = see;
    this.#inSight = new IntersectionObserver((entries) => this.#look(entries), { rootMargin: '100%' });
  }

  #look(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) this.#seen.add(keyOf(target));
      else this.#seen.delete(keyOf(target));
    }
    this.#ask(entries.flatMap(({ isIntersecting, target }) => (isIntersecting && isWaiting(target) ? [target] : [])));
    this.#saying ??= setTimeout(() => {
      this.#saying = undefined;
      this.#see([...this.#seen]);
    }, SAY_AFTER);
  }

  /** After parts were renewed; `anew`: nothing that was asked for before will come. */
  refresh(anew: boolean): void {
    if (anew) {
      this.#asked.clear();
      this.#inSight.disconnect();
      this.#observed = new WeakSet();
      this.#seen.clear();
    }
    const pages = [...this.#report.children].filter((part) => part.classList.contains('pw-page'));
    const waiting = pages.filter(isWaiting);
    this.#rest.hidden = waiting.length === 0 || pages.length <= FETCHED;
    if (pages.length === 0) return;
    this.#measure(pages);
    for (const page of pages) {
      if (this.#observed.has(page)) continue;
      this.#observed.add(page);
      this.#inSight.observe(page);
    }
    clearTimeout(this.#next);
    if (waiting.length === 0 || pages.length - waiting.length >= FETCHED) return;
    this.#next = setTimeout(
      () => this.#ask(waiting.filter((page) => !this.#asked.has(keyOf(page))).slice(0, AT_ONCE)),
      PAUSE,
    );
  }

  #ask(pages: readonly Element[]): void {
    const keys = pages.map(keyOf).filter((key) => !this.#asked.has(key));
    if (keys.length === 0) return;
    for (const key of keys) this.#asked.add(key);
    this.#want(keys);
  }

  /**
   * A page out of sight is not laid out: how high it is, is measured once and remembered, and what is not there is taken
   * to be as high as the others, so that the scroll bar says where one is.
   */
  #measure(pages: readonly Element[]): void {
    const fresh = pages.filter((page): page is HTMLElement => isFresh(page));
    const heights = fresh.map((page) => page.offsetHeight);
    for (const [i, page] of fresh.entries()) {
      const height = heights[i] ?? 0;
      if (height === 0) return; // nothing is in sight
      page.style.containIntrinsicBlockSize = `auto ${height}px`;
      page.classList.add('pw-sized');
      if (this.#measured.length < 50) this.#measured.push(height);
    }
    if (this.#measured.length === 0) return;
    const usual = this.#measured.reduce((sum, height) => sum + height, 0) / this.#measured.length;
    this.#report.style.setProperty('--pw-page-height', `${Math.round(usual)}px`);
  }
}

function isFresh(page: Element): boolean {
  return page instanceof HTMLElement && !isWaiting(page) && !page.classList.contains('pw-sized');
}

function keyOf(page: Element): string {
  return page.getAttribute('data-key') ?? '';
}
