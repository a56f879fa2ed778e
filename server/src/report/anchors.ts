/** Ids of anchors in HTML, and keys that keep a report's parts apart while it changes. */
import type { Block } from './document.js';

/**
 * The id that an anchor has in HTML. Prefixed, so that no name in a plan can shadow a property of the page, and
 * injective: letters, digits, `-` and `.` stay, all else becomes its code point between tildes.
 */
export function htmlId(anchor: string): string {
  return `pw-${anchor.replace(/[^\p{L}\p{N}.-]/gu, (c) => `~${(c.codePointAt(0) ?? 0).toString(16)}~`)}`;
}

/** A block with the key under which a preview keeps it. */
export interface KeyedBlock {
  readonly key: string;
  readonly block: Block;
}

/**
 * Stable keys for top-level blocks: a block's own anchor or origin, else its type counted from the last block that had
 * one. So a project put in front of others shifts nobody's key but its own.
 */
export function keyed(blocks: readonly Block[]): readonly KeyedBlock[] {
  const used = new Set<string>();
  const times = new Map<string, number>();
  const unique = (key: string): string => {
    let n = (times.get(key) ?? 0) + 1;
    while (used.has(n === 1 ? key : `${key}#${n}`)) n++;
    times.set(key, n);
    const free = n === 1 ? key : `${key}#${n}`;
    used.add(free);
    return free;
  };
  let section = '';
  return blocks.map((block) => {
    const own = ownKey(block);
    if (own !== undefined && block.type === 'heading') section = own;
    return { key: unique(own === undefined ? `${section}/${block.type}` : `${own}:${block.type}`), block };
  });
}

function ownKey(block: Block): string | undefined {
  if ('anchor' in block && block.anchor !== undefined) return block.anchor;
  return 'origin' in block ? block.origin?.id : undefined;
}
