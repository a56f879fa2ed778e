/** Elapsed time that remembers the day from which it counts. */
import type { Day } from '../../model/day.js';

/**
 * Time that has passed (or, negative, has still to pass) since a day. It knows that day, because whether three months
 * have passed depends on it: from 31 March they have on 30 June (semantics §3).
 */
export interface Elapsed {
  readonly days: number;
  readonly began: Day;
}

export function elapsed(began: Day, until: Day): Elapsed {
  return { days: until - began, began };
}
