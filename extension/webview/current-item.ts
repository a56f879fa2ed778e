/** In a preview, the item that the cursor in the text stands on. */
import { headHeight } from './head-height.js';
import { itemsOf } from './reading-position.js';

const MARK = 'pw-here';

/** Marks whatever shows the statement on which the cursor stands in the text. */
export class CurrentItem {
  readonly #root: Element;
  #id: string | null = null;
  #goOn = false;

  constructor(root: Element) {
    this.#root = root;
  }

  /** Marks it and, where none of the marked items is in sight, goes to the nearest. `go`: goes to its own page. */
  moveTo(id: string | null, go: boolean): void {
    this.#id = id;
    const marked = this.refresh();
    if (go) {
      const page = marked.find((item) => /^H\d$/.test(item.tagName)) ?? marked[0];
      page?.scrollIntoView({ block: 'start' });
      // Where its page is not there yet, it is gone to once more when it has come.
      this.#goOn = page?.closest('.pw-waiting') != null;
      return;
    }
    this.#goOn = false;
    if (marked.length === 0 || marked.some(inSight)) return;
    const nearest = marked.toSorted((a, b) => distance(a) - distance(b))[0];
    nearest?.scrollIntoView({ block: 'start', behavior: 'auto' });
  }

  /** Marks it in a picture that changed. */
  refresh(): readonly Element[] {
    // A wall chart marks its own rows.
    for (const old of this.#root.querySelectorAll(`.${MARK}:not(.pw-wall *)`)) {
      old.classList.remove(MARK);
      old.removeAttribute('aria-current');
    }
    // A sum is no place of what it is made of.
    const marked =
      this.#id === null ? [] : itemsOf(this.#root, this.#id).filter((item) => !item.hasAttribute('data-sum'));
    for (const item of marked) {
      item.classList.add(MARK);
      item.setAttribute('aria-current', 'location');
    }
    if (this.#goOn && marked[0]?.closest('.pw-waiting') == null) {
      this.#goOn = false;
      (marked.find((item) => /^H\d$/.test(item.tagName)) ?? marked[0])?.scrollIntoView({ block: 'start' });
    }
    return marked;
  }
}

function inSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > headHeight() && top < innerHeight;
}

function distance(element: Element): number {
  const { top, bottom } = element.getBoundingClientRect();
  return top > 0 ? top : -bottom;
}
