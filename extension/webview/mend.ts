/** Brings what is shown to a new state by touching only what is another: focus, scroll and what was read stay. */

/**
 * Makes `live`, which was made from `before`, show what `after` shows; what the page has added to `live` in attributes
 * stays where nothing changed. Answers what was put in.
 */
export function mend(live: Element, before: Element, after: Element): readonly Element[] {
  const renewed: Element[] = [];
  mendInto(live, before, after, renewed);
  return renewed;
}

function mendInto(live: Element, before: Element, after: Element, renewed: Element[]): void {
  if (before.isEqualNode(after)) return;
  const was = [...before.children];
  const is = [...after.children];
  const shown = [...live.children];
  if (!sameShell(before, after) || holdsText(before) || holdsText(after) || shown.length !== was.length) {
    live.replaceWith(after);
    renewed.push(after);
    return;
  }
  const shorter = Math.min(was.length, is.length);
  let first = 0;
  while (first < shorter && was[first]?.isEqualNode(is[first] ?? null)) first++;
  let same = 0;
  while (same < shorter - first && was.at(-1 - same)?.isEqualNode(is.at(-1 - same) ?? null)) same++;
  if (was.length === is.length) {
    for (let i = first; i < is.length - same; i++) {
      const [place, old, now] = [shown[i], was[i], is[i]];
      if (place !== undefined && old !== undefined && now !== undefined) mendInto(place, old, now, renewed);
    }
    return;
  }
  const next = shown[was.length - same] ?? null;
  for (const gone of shown.slice(first, was.length - same)) gone.remove();
  for (const put of is.slice(first, is.length - same)) {
    live.insertBefore(put, next);
    renewed.push(put);
  }
}

function sameShell(a: Element, b: Element): boolean {
  return a.tagName === b.tagName && a.cloneNode(false).isEqualNode(b.cloneNode(false));
}

/** A place of a wall chart counts as well: what is in it is not what was sent. */
function holdsText(element: Element): boolean {
  if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' || element.classList.contains('pw-wall-place'))
    return true;
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
}
