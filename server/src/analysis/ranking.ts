/** Places in a ranking: of areas and units in the bulletin, of the groups of a view. */

export interface Placed<T, V> {
  readonly of: T;
  readonly value: V;
  /** From 1; undefined where there is no value to rank. */
  readonly place: number | undefined;
}

/**
 * All in the order of places. Equal values share one, and the next place counts all before it: 1, 2, 2, 4.
 * @param order negative where the first stands before the second; has to put what has no value last
 */
export function placed<T, V>(
  all: readonly T[],
  figureOf: (of: T) => V,
  order: (a: V, b: V) => number,
  isMissing: (value: V) => boolean,
): readonly Placed<T, V>[] {
  const valued = all.map((of) => ({ of, value: figureOf(of) })).sort((a, b) => order(a.value, b.value));
  let place = 0;
  return valued.map(({ of, value }, i) => {
    const before = valued[i - 1];
    if (before === undefined || order(before.value, value) !== 0) place = i + 1;
    return { of, value, place: isMissing(value) ? undefined : place };
  });
}
