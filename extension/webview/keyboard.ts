/** Moving through a preview with the keyboard. */
import { firstItem, itemAt, itemsOf } from './reading-position.js';

/**
 * One stop for the Tab key, arrows from item to item: a register of a hundred projects would otherwise be a thousand
 * stops between the reader and whatever comes after it.
 */
export class Keyboard {
  readonly #root: Element;
  readonly #open: (item: Element) => void;
  #stop: HTMLElement | SVGElement | undefined;

  constructor(root: Element, open: (item: Element) => void) {
    this.#root = root;
    this.#open = open;
    root.addEventListener('keydown', (event) => event instanceof KeyboardEvent && this.#pressed(event));
    root.addEventListener('focusin', ({ target }) => this.#makeStop(itemAt(target)));
  }

  /**
   * After the picture changed: the item that has the focus, or was the stop before, or the first one is the stop. All
   * others come without one: a register of a thousand projects has more than a hundred thousand of them.
   */
  refresh(): void {
    const focused = itemAt(this.#root.ownerDocument.activeElement);
    if (focused !== undefined && this.#root.contains(focused)) this.#makeStop(focused);
    else if (this.#stop?.isConnected !== true) this.#makeStop(firstItem(this.#root));
  }

  #makeStop(stop: HTMLElement | SVGElement | undefined): void {
    if (stop === undefined || (stop === this.#stop && stop.tabIndex === 0)) return;
    if (this.#stop !== undefined) this.#stop.tabIndex = -1;
    stop.tabIndex = 0;
    this.#stop = stop;
  }

  #pressed(event: KeyboardEvent): void {
    const item = itemAt(event.target);
    if (item === undefined || item !== event.target || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#open(item);
      return;
    }
    const items = itemsOf(this.#root);
    const to = items[destination(event.key, items.indexOf(item), items.length) ?? -1];
    if (to === undefined) return;
    event.preventDefault();
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: 'nearest' });
  }
}

function destination(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, count - 1);
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
