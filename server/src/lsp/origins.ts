/** What a summary shows of the plan, by id, with the places where that is stated. */

import type { Span } from '../model/span.js';
import type { Origin } from '../report/document.js';

/** `blocks` of a summary, in any nesting. */
export function originsOf(blocks: readonly unknown[]): ReadonlyMap<string, readonly Span[]> {
  const found = new Map<string, Span[]>();
  visit(blocks, ({ id, at }) => {
    const known = found.get(id);
    if (known === undefined) found.set(id, [at]);
    else if (!known.some(({ file, start, end }) => file === at.file && start === at.start && end === at.end))
      known.push(at);
  });
  return found;
}

function visit(value: unknown, found: (origin: Origin) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'origin' && isOrigin(inner)) found(inner);
      else visit(inner, found);
    }
  }
}

function isOrigin(value: unknown): value is Origin {
  return typeof value === 'object' && value !== null && 'id' in value && 'at' in value && typeof value.id === 'string';
}
