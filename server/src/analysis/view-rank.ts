/** The places of a view's groups, and how they have moved since another day (language reference, 4). */

import type { Bilingual } from '../model/lang.js';
import { whole } from '../model/rational.js';
import type { Analysis } from './analysis.js';
import { sortOrder } from './expressions/comparison.js';
import { clockOf } from './expressions/evaluate.js';
import { NONE, type Value, type ValueType } from './expressions/values.js';
import { exactFigure } from './metrics/figure.js';
import { placed } from './ranking.js';
import { belongsNowhere, groupKey } from './view-groups.js';
import type { ViewGroup, ViewRow } from './view-result.js';

/** What a view is ranked by. */
export interface Ranking {
  readonly title: Bilingual;
  readonly type: ValueType;
  /** The day that it is compared with: 上月末. */
  readonly against?: Bilingual;
}

/** Where a group stands. Of what nobody reported there is no figure, and without a figure no place. */
export interface Ranked {
  readonly place: number | undefined;
  readonly value: Value;
  /** Where it stood on the day that is compared with. */
  readonly before?: { readonly place: number | undefined; readonly value: Value };
}

interface Standing {
  readonly value: Value;
  readonly ofNobody: boolean;
}

/**
 * The groups by their figures, each with its place; equal figures share one, and the next place counts all before it
 * (1, 2, 2, 4). Groups without a figure stand last, and what belongs to nobody has no place among those that somebody
 * answers for.
 */
export function rankedGroups(
  groups: readonly ViewGroup[],
  descending: boolean,
  of: (rows: readonly ViewRow[], then: Analysis) => Value,
  analysis: Analysis,
  then: readonly ViewGroup[],
): readonly ViewGroup[] {
  const clock = clockOf(undefined, analysis);
  const order = (a: Standing, b: Standing): number => {
    if (a.ofNobody !== b.ofNobody) return a.ofNobody ? 1 : -1;
    const by = sortOrder(a.value, b.value, clock);
    return descending && a.value.type !== 'none' && b.value.type !== 'none' ? -by : by;
  };
  const before = new Map(then.map(({ keys, ranked }) => [groupKey(keys), ranked]));
  return placed(
    groups,
    (group): Standing => ({ value: of(group.rows, analysis), ofNobody: belongsNowhere(group) }),
    order,
    ({ value, ofNobody }) => ofNobody || value.type === 'none',
  ).map(({ of: group, value: { value }, place }) => {
    const was = before.get(groupKey(group.keys));
    const ranked: Ranked = {
      place,
      value,
      ...(was === undefined ? {} : { before: { place: was.place, value: was.value } }),
    };
    return { ...group, ranked };
  });
}

/** By how many places a group has moved up; down is less than none. Missing where it had no place then or has none now. */
export function movementOf({ place, before }: Ranked): Value {
  if (place === undefined || before?.place === undefined) return NONE;
  return placeValue(before.place - place);
}

export function placeValue(place: number | undefined): Value {
  return place === undefined ? NONE : { type: 'number', figure: exactFigure(whole(place)) };
}
