/** What a summary shows of the plan, by id, with the places where that is stated. */

import type { Span } from '../model/span.js';
import type { Steps } from '../model/steps.js';
import type { Origin } from '../report/document.js';

export interface Place {
  readonly spans: readonly Span[];
  /** False where only sums lead there: what stands there is not shown itself. */
  readonly isShown: boolean;
}

/** `blocks` of a summary, in any nesting; in steps, as there may be very many rows in them. */
export function* originsOf(blocks: readonly unknown[]): Steps<ReadonlyMap<string, Place>> {
  const found = new Map<string, { readonly spans: Span[]; isShown: boolean }>();
  const add = ({ id, at, sum }: Origin): void => {
    const known = found.get(id) ?? { spans: [], isShown: false };
    found.set(id, known);
    if (sum !== true) known.isShown = true;
    if (!known.spans.some((span) => isSame(span, at))) known.spans.push(at);
  };
  for (const block of blocks.flat(Number.POSITIVE_INFINITY)) {
    if (typeof block !== 'object' || block === null) continue;
    for (const origin of yield* within(block)) {
      add(origin);
      yield;
    }
  }
  return found;
}

/** By block: an edit elsewhere leaves the blocks of a page the same. */
const known = new WeakMap<object, readonly Origin[]>();

/** What a block names, each once. */
function* within(block: object): Steps<readonly Origin[]> {
  const before = known.get(block);
  if (before !== undefined) return before;
  const found = new Map<string, Origin[]>();
  const add = (origin: Origin): void => {
    const same = found.get(origin.id);
    if (same === undefined) found.set(origin.id, [origin]);
    else if (!same.some(({ at, sum }) => isSame(at, origin.at) && sum === origin.sum)) same.push(origin);
  };
  for (const [key, inner] of Object.entries(block)) {
    if (Array.isArray(inner)) {
      for (const each of inner) {
        visit(each, add);
        yield;
      }
    } else visitMember(key, inner, add);
  }
  const origins = [...found.values()].flat();
  known.set(block, origins);
  return origins;
}

function isSame(a: Span, b: Span): boolean {
  return a.file === b.file && a.start === b.start && a.end === b.end;
}

function visit(value: unknown, found: (origin: Origin) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) visitMember(key, inner, found);
  }
}

function visitMember(key: string, inner: unknown, found: (origin: Origin) => void): void {
  if ((key === 'origin' || key === 'totalsOrigin') && isOrigin(inner)) found(inner);
  else visit(inner, found);
}

function isOrigin(value: unknown): value is Origin {
  return typeof value === 'object' && value !== null && 'id' in value && 'at' in value && typeof value.id === 'string';
}
