/** Where a reader is: what stands at the top of the window, and what has the focus. Kept while the picture changes. */
import { headHeight } from './head-height.js';

const ITEM = '[data-origin], .pw-sort';

/**
 * Does `change` and brings the reader back: the part (or, if it is gone, the next one) that stood at the top stands there
 * again, and the item that had the focus has it again.
 */
export function keepingPosition(root: Element, change: () => void): void {
  const view = root.ownerDocument.defaultView;
  const top = topPart(root);
  const focus = focusedItem(root);
  change();
  if (view !== null && top !== undefined) {
    const now = top.keys.map((key) => partByKey(root, key)).find((part) => part !== undefined);
    if (now !== undefined) view.scrollBy(0, now.getBoundingClientRect().top - top.offset);
  }
  if (focus !== undefined && root.ownerDocument.activeElement !== focus.element) {
    like(partByKey(root, focus.part) ?? root, focus.id)[focus.nth]?.focus({ preventScroll: true });
  }
}

/** The parts in sight from the top down, and how far the first one is from the window's edge. At the very top: none. */
function topPart(root: Element): { readonly keys: readonly string[]; readonly offset: number } | undefined {
  const view = root.ownerDocument.defaultView;
  if (view === null || view.scrollY <= 1) return undefined;
  const edge = headHeight();
  const tops = [...root.children].filter((part) => keyOf(part) !== 'title');
  const first = tops.findIndex((part) => part.getBoundingClientRect().bottom > edge);
  const top = tops[first];
  if (top === undefined) return undefined;
  // Within a page, the part of it.
  const inner = [...top.querySelectorAll(':scope > [data-key]')];
  const within = inner.findIndex((part) => part.getBoundingClientRect().bottom > edge);
  const parts = within === -1 ? tops.slice(first) : [...inner.slice(within), top, ...tops.slice(first + 1)];
  return {
    keys: parts.flatMap((part) => keyOf(part) ?? []),
    offset: parts[0]?.getBoundingClientRect().top ?? 0,
  };
}

/** The part at the top of the window, as it is found again after the window was loaded again. */
export function topPlace(root: Element): { readonly key: string; readonly offset: number } | undefined {
  const top = topPart(root);
  const [key] = top?.keys ?? [];
  return top === undefined || key === undefined ? undefined : { key, offset: top.offset };
}

/** How far to scroll for a part to stand where it did; undefined where it is not there. */
export function placeOf(root: Element, at: { readonly key: string; readonly offset: number }): number | undefined {
  const part = partByKey(root, at.key);
  return part === undefined ? undefined : scrollY + part.getBoundingClientRect().top - at.offset;
}

function keyOf(part: Element): string | undefined {
  return part.getAttribute('data-key') ?? undefined;
}

/** A part of the page, or of one of its pages. */
export function partByKey(root: Element, key: string | undefined): Element | undefined {
  return key === undefined ? undefined : (root.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? undefined);
}

function focusedItem(root: Element) {
  const element = root.ownerDocument.activeElement;
  if (element === null || !root.contains(element)) return undefined;
  const part = [...root.children].find((child) => child.contains(element));
  if (part === undefined || !element.matches(ITEM)) return undefined;
  const id = element.getAttribute('data-origin');
  return { element, id, part: keyOf(part), nth: like(part, id).findIndex((item) => item.isSameNode(element)) };
}

/** What shows the same, or where it shows nothing stated: the heads of columns. */
function like(root: Element, id: string | null): readonly (HTMLElement | SVGElement)[] {
  return id === null ? itemsOf(root).filter((item) => !item.hasAttribute('data-origin')) : itemsOf(root, id);
}

/** Everything that shows something stated in the plan; with `id`: stated there. */
export function itemsOf(root: Element, id?: string): readonly (HTMLElement | SVGElement)[] {
  const selector = id === undefined ? ITEM : `[data-origin="${CSS.escape(id)}"]`;
  return [...root.querySelectorAll<HTMLElement | SVGElement>(selector)];
}

export function firstItem(root: Element): HTMLElement | SVGElement | undefined {
  return root.querySelector<HTMLElement | SVGElement>(ITEM) ?? undefined;
}

export function itemAt(target: EventTarget | null): HTMLElement | SVGElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement | SVGElement>(ITEM) ?? undefined) : undefined;
}
