/** Places in a ranking: the greatest first, equal values share one, and what has no value has no place. */
import { cmp, type Rational } from '../model/rational.js';

/** Each with its place from 1, in the order of places; 1, 2, 2, 4. What has no value stands last, in its old order. */
export function ranked<T>(
  all: readonly T[],
  figureOf: (of: T) => Rational | undefined,
): readonly { readonly of: T; readonly place: number | undefined }[] {
  const valued = all.map((of) => ({ of, value: figureOf(of) }));
  const inOrder = [...valued].sort((a, b) => {
    if (a.value === undefined || b.value === undefined)
      return Number(a.value === undefined) - Number(b.value === undefined);
    return cmp(b.value, a.value);
  });
  let place = 0;
  return inOrder.map(({ of, value }, i) => {
    if (value === undefined) return { of, place: undefined };
    const before = inOrder[i - 1]?.value;
    if (before === undefined || cmp(before, value) !== 0) place = i + 1;
    return { of, place };
  });
}
