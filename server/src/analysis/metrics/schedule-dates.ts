/** What the metrics need of a computed schedule, as an interface. */
import type { Day } from '../../model/day.js';
import type { ItemFacts } from '../../model/facts.js';

/**
 * What the metrics need to know of the computed schedule. Days are days, both ends worked on; undefined where the item
 * is on or behind a cycle or nothing dates it.
 */
interface ScheduledDates {
  /** Undefined for a milestone. */
  readonly planStart: Day | undefined;
  readonly planFinish: Day | undefined;
  /** The forecast, the actual where there is one. */
  readonly finish: Day | undefined;
  /** Days that it may slip before a deadline is missed; negative where one will be. */
  readonly slackDays: number | undefined;
  /** The days that the plan gives it, up to and with `through`, without those on which its work is interrupted. */
  readonly plannedDays: (through?: Day) => number;
  /** The forecast rests on something that was stated and cannot be read. */
  readonly isDoubtful: boolean;
  /** How much time is left for it rests on something that cannot be read, here or in what waits for it. */
  readonly isSlackDoubtful: boolean;
}

export interface Scheduled {
  item(item: ItemFacts): ScheduledDates | undefined;
}
