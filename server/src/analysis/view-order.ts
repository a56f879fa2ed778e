/** In which order a view's rows and groups stand (language reference, 4). */
import type { Plan } from '../model/plan.js';
import type { Clock } from './expressions/comparison.js';
import { entitiesOf, sortOrder } from './expressions/comparison.js';
import type { Field } from './expressions/fields.js';
import { NONE, type Value } from './expressions/values.js';

export interface SortBy {
  readonly field: Field;
  readonly descending: boolean;
  /** Of names: where they stand in the plan. */
  readonly place?: ((name: string) => number) | undefined;
}

/** As groups stand that are made by a field. */
export function groupOrder(field: Field, plan: Plan): SortBy {
  return { field, descending: false, place: placeIn(field, plan) };
}

/** By the values of each, the first that differ. Missing values stand last in either direction. */
export function byValues(by: readonly SortBy[], clock: Clock): (a: readonly Value[], b: readonly Value[]) => number {
  return (a, b) => {
    for (const [index, { descending, place }] of by.entries()) {
      const [x, y] = [a[index] ?? NONE, b[index] ?? NONE];
      const placed = place === undefined ? undefined : orderOfPlaces(x, y, place);
      const order = placed === undefined || placed === 0 ? sortOrder(x, y, clock) : placed;
      if (order !== 0) return descending && x.type !== 'none' && y.type !== 'none' ? -order : order;
    }
    return 0;
  };
}

/** Groups of what is declared stand in the order of the declarations (language reference, 4). */
function placeIn({ type }: Field, plan: Plan): ((name: string) => number) | undefined {
  if (type.name !== 'ref' && type.name !== 'refs') return undefined;
  const places = new Map<string, number>();
  for (const kind of DECLARED) {
    if (type.kind !== kind) continue;
    for (const { name } of plan.all(kind)) if (!places.has(name.text)) places.set(name.text, places.size);
  }
  return (name) => places.get(name) ?? places.size;
}

const DECLARED = ['category', 'area', 'batch', 'tag', 'org', 'person', 'project'] as const;

/** One after the other; what is a part of the other comes first. Undefined where they are not names. */
function orderOfPlaces(x: Value, y: Value, place: (name: string) => number): number | undefined {
  const [a, b] = [entitiesOf(x), entitiesOf(y)];
  if (a === undefined || b === undefined) return undefined;
  for (const [i, thing] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    const order = place(thing.name) - place(other.name);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
