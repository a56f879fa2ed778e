/** Where a reader is: what stands at the top of the window, and what has the focus. Kept while the picture changes. */

const ITEM = '[data-origin]';

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
    itemsOf(partByKey(root, focus.part) ?? root, focus.id)[focus.nth]?.focus({ preventScroll: true });
  }
}

/** The parts in sight from the top down, and how far the first one is from the window's edge. At the very top: none. */
function topPart(root: Element): { readonly keys: readonly string[]; readonly offset: number } | undefined {
  const view = root.ownerDocument.defaultView;
  if (view === null || view.scrollY <= 1) return undefined;
  const parts = [...root.children].filter((part) => keyOf(part) !== 'title');
  const first = parts.findIndex((part) => part.getBoundingClientRect().bottom > 0);
  const part = parts[first];
  if (part === undefined) return undefined;
  return {
    keys: parts.slice(first).flatMap((below) => keyOf(below) ?? []),
    offset: part.getBoundingClientRect().top,
  };
}

function keyOf(part: Element): string | undefined {
  return part.getAttribute('data-key') ?? undefined;
}

function partByKey(root: Element, key: string | undefined): Element | undefined {
  return key === undefined ? undefined : [...root.children].find((part) => keyOf(part) === key);
}

function focusedItem(root: Element) {
  const element = root.ownerDocument.activeElement;
  if (element === null || !root.contains(element)) return undefined;
  const id = element.getAttribute('data-origin');
  const part = [...root.children].find((child) => child.contains(element));
  if (id === null || part === undefined) return undefined;
  return { element, id, part: keyOf(part), nth: itemsOf(part, id).findIndex((item) => item.isSameNode(element)) };
}

/** Everything that shows something stated in the plan; with `id`: stated there. */
export function itemsOf(root: Element, id?: string): readonly (HTMLElement | SVGElement)[] {
  const items = [...root.querySelectorAll<HTMLElement | SVGElement>(ITEM)];
  return id === undefined ? items : items.filter((item) => item.getAttribute('data-origin') === id);
}

export function itemAt(target: EventTarget | null): HTMLElement | SVGElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement | SVGElement>(ITEM) ?? undefined) : undefined;
}
