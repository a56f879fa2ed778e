/** The parts of a preview's page, replaced one by one as the server patches them. */
import type { ChangedBlock } from '../../server/src/lsp/protocol.js';
import { wholeOf } from '../../server/src/report/render/html-pieces.js';
import { mend } from './mend.js';

/** How a picture became another. */
export interface PartsUpdate {
  /** What was put in or replaced in parts that were there: as little as possible. */
  readonly renewed: readonly Element[];
  /** Keys that should have been there and were not. */
  readonly missing: readonly string[];
}

/**
 * The parts of a picture, by key. Only those that changed are touched; what a reader has scrolled sideways inside a part
 * stays where it was.
 */
export class PreviewParts {
  readonly #root: Element;
  readonly #parts = new Map<string, { readonly html: string; readonly element: Element }>();
  #order: readonly string[] = [];

  constructor(root: Element) {
    this.#root = root;
  }

  /** `order`: all keys, where that is not the order they have. */
  show(order: readonly string[] | undefined, changed: readonly ChangedBlock[]): PartsUpdate {
    const renewed: Element[] = [];
    const missing: string[] = [];
    this.#order = order ?? this.#order;
    const { ownerDocument: document } = this.#root;
    for (const part of changed) {
      const { key } = part;
      const old = this.#parts.get(key);
      const html = wholeOf(part, old?.html);
      if (html === undefined) {
        missing.push(key);
        continue;
      }
      if (old?.html === html) continue; // a session begun anew sends everything
      const element = elementOf(document, html);
      if (element === undefined) continue;
      const before = old && elementOf(document, old.html);
      // A page that stood in for itself is new, not changed.
      if (old === undefined || before === undefined || isWaiting(before)) {
        old?.element.replaceWith(element);
        this.#parts.set(key, { html, element });
        continue;
      }
      const places = sidewaysScroll(old.element);
      const put = mend(old.element, before, element);
      renewed.push(...put);
      const shown = put.includes(element) ? element : old.element;
      this.#parts.set(key, { html, element: shown });
      keepSidewaysScroll(places, shown);
    }
    const wanted = new Set(this.#order);
    for (const [key, { element }] of this.#parts) {
      if (wanted.has(key)) continue;
      element.remove();
      this.#parts.delete(key);
    }
    if (order !== undefined) this.#arrange(order);
    return { renewed, missing: [...missing, ...this.#order.filter((key) => !this.#parts.has(key))] };
  }

  /** Moves only what is not in its place: moving an element costs it its focus and its scroll position. */
  #arrange(order: readonly string[]): void {
    let next = this.#root.firstElementChild;
    for (const key of order) {
      const element = this.#parts.get(key)?.element;
      if (element === undefined) continue;
      if (element === next) next = next.nextElementSibling;
      else this.#root.insertBefore(element, next);
    }
    while (next !== null) {
      const stray: Element = next;
      next = stray.nextElementSibling;
      stray.remove();
    }
  }
}

export function isWaiting(part: Element): boolean {
  return part.classList.contains('pw-waiting');
}

function elementOf(document: Document, html: string): Element | undefined {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild ?? undefined;
}

const SIDEWAYS = '.pw-table-box, .pw-chart-box';

function sidewaysScroll(part: Element): readonly number[] {
  return [...part.querySelectorAll(SIDEWAYS)].map((box) => box.scrollLeft);
}

function keepSidewaysScroll(places: readonly number[], part: Element): void {
  if (places.every((place) => place === 0)) return;
  requestAnimationFrame(() => {
    for (const [index, box] of [...part.querySelectorAll(SIDEWAYS)].entries()) box.scrollLeft = places[index] ?? 0;
  });
}
