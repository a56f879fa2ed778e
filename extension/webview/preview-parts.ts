/** The parts of a preview's page, replaced one by one as the server patches them. */
import type { PreviewBlock } from '../../server/src/lsp/protocol.js';

/** How a picture became another. */
export interface PartsUpdate {
  /** Parts that were put in or replaced. */
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

  constructor(root: Element) {
    this.#root = root;
  }

  show(order: readonly string[], changed: readonly PreviewBlock[]): PartsUpdate {
    const renewed: Element[] = [];
    for (const { key, html } of changed) {
      const old = this.#parts.get(key);
      if (old?.html === html) continue; // a session begun anew sends everything
      const element = elementOf(this.#root.ownerDocument, html);
      if (element === undefined) continue;
      if (old !== undefined) keepSidewaysScroll(old.element, element);
      old?.element.replaceWith(element);
      this.#parts.set(key, { html, element });
      renewed.push(element);
    }
    const wanted = new Set(order);
    for (const [key, { element }] of this.#parts) {
      if (wanted.has(key)) continue;
      element.remove();
      this.#parts.delete(key);
    }
    this.#arrange(order);
    return { renewed, missing: order.filter((key) => !this.#parts.has(key)) };
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

function elementOf(document: Document, html: string): Element | undefined {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild ?? undefined;
}

const SIDEWAYS = '.pw-table-box, .pw-chart-box';

function keepSidewaysScroll(from: Element, to: Element): void {
  const places = [...from.querySelectorAll(SIDEWAYS)].map((box) => box.scrollLeft);
  if (places.every((place) => place === 0)) return;
  requestAnimationFrame(() => {
    for (const [index, box] of [...to.querySelectorAll(SIDEWAYS)].entries()) box.scrollLeft = places[index] ?? 0;
  });
}
