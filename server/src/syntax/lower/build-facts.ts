/** Builds facts from nodes: every property mentioned, what could not be read left out. */

/** `T` with all its optional properties mentioned. */
export type WithAllProperties<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? T[K] | undefined : T[K];
};

/**
 * The facts of a declaration, what was not stated given as undefined: all facts of a kind have the same properties in
 * the same order, which keeps reading them fast and makes the compiler see that none is forgotten. For all readers
 * undefined is absent. Written out in one literal: where a spread begins it, the object grows property by property.
 */
export function factsOf<T>(mentioned: WithAllProperties<T>): T {
  return mentioned as unknown as T;
}

const NONE: readonly never[] = Object.freeze([]);

/** What `read` makes of each node, where it makes something. Nothing at all is always the same list. */
export function mapDefined<N, T>(
  nodes: readonly N[] | undefined,
  read: (node: N, index: number) => T | undefined,
): readonly T[] {
  if (nodes === undefined || nodes.length === 0) return NONE;
  let made: T[] | undefined;
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    const value = node === undefined ? undefined : read(node, index);
    if (value === undefined) continue;
    // An empty list makes room for seventeen with its first entry; most lists here have one, and are kept for long.
    if (made === undefined) made = [value];
    else made.push(value);
  }
  if (made === undefined) return NONE;
  return made.length === 1 ? made : made.slice();
}
