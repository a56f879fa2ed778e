/** What a summary shows of the plan, by id, with the places where that is stated. */

import type { Span } from '../model/span.js';
import type { Origin } from '../report/document.js';

export interface Place {
  readonly spans: readonly Span[];
  /** False where only sums lead there: what stands there is not shown itself. */
  readonly isShown: boolean;
}

/** `blocks` of a summary, in any nesting. */
export function originsOf(blocks: readonly unknown[]): ReadonlyMap<string, Place> {
  const found = new Map<string, { readonly spans: Span[]; isShown: boolean }>();
  visit(blocks, ({ id, at, sum }) => {
    const known = found.get(id) ?? { spans: [], isShown: false };
    found.set(id, known);
    if (sum !== true) known.isShown = true;
    if (!known.spans.some(({ file, start, end }) => file === at.file && start === at.start && end === at.end))
      known.spans.push(at);
  });
  return found;
}

function visit(value: unknown, found: (origin: Origin) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if ((key === 'origin' || key === 'totalsOrigin') && isOrigin(inner)) found(inner);
      else visit(inner, found);
    }
  }
}

function isOrigin(value: unknown): value is Origin {
  return typeof value === 'object' && value !== null && 'id' in value && 'at' in value && typeof value.id === 'string';
}
