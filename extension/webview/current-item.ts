/** In a preview, the item that the cursor in the text stands on. */
import { itemsOf } from './reading-position.js';

const MARK = 'pw-here';

/** Marks whatever shows the statement on which the cursor stands in the text. */
export class CurrentItem {
  readonly #root: Element;
  #id: string | null = null;

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
      return;
    }
    if (marked.length === 0 || marked.some(inSight)) return;
    const nearest = marked.toSorted((a, b) => distance(a) - distance(b))[0];
    nearest?.scrollIntoView({ block: 'center', behavior: 'auto' });
  }

  /** Marks it in a picture that changed. */
  refresh(): readonly Element[] {
    for (const old of this.#root.querySelectorAll(`.${MARK}`)) {
      old.classList.remove(MARK);
      old.removeAttribute('aria-current');
    }
    const marked = this.#id === null ? [] : itemsOf(this.#root, this.#id);
    for (const item of marked) {
      item.classList.add(MARK);
      item.setAttribute('aria-current', 'location');
    }
    return marked;
  }
}

function inSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function distance(element: Element): number {
  const { top, bottom } = element.getBoundingClientRect();
  return top > 0 ? top : -bottom;
}
