/** The schedule of projects that are tied together, computed as far as it is asked for. */
import type { WorkCalendar } from '../../model/calendar.js';
import type { Day } from '../../model/day.js';
import type { ItemFacts, ProjectFacts } from '../../model/facts.js';
import { type LatestTimes, latestTimes } from './backward.js';
import type { Times } from './bounds.js';
import { type CycleStep, cyclesOf } from './cycles.js';
import { forecast, plan, type Situation } from './forward.js';
import { type Interruptions, interruptionsOf } from './interruptions.js';
import { at, isSummary, type Network } from './network.js';
import { ScheduledItem } from './scheduled-item.js';
import { type Slack, slackOf } from './slack.js';
import { type StatusFacts, statusFacts } from './status-facts.js';
import { NOTHING, WorkingTime } from './working-time.js';

/** The schedule of one component as of one day. Each pass is made when its outcome is first asked for. */
export class ComponentSchedule implements Situation {
  readonly time: readonly WorkingTime[];
  readonly facts: StatusFacts;
  readonly interruptions: readonly (Interruptions | undefined)[] | undefined;
  #forecast: Times | undefined;
  #plan: Times | undefined;
  #latest: LatestTimes | undefined;
  #cycles: readonly (readonly CycleStep[])[] | undefined;
  #slack: (Slack | undefined)[] | undefined;
  readonly #scheduled: (ScheduledItem | undefined)[] = [];

  /** `calendars` by those of the network. */
  constructor(
    readonly network: Network,
    readonly status: Day,
    readonly calendars: readonly WorkCalendar[],
    readonly assumed?: Situation['assumed'],
  ) {
    const times = new Map<WorkCalendar, WorkingTime>();
    this.time = calendars.map((calendar) => {
      let time = times.get(calendar);
      if (time === undefined) {
        time = new WorkingTime(calendar);
        times.set(calendar, time);
      }
      return time;
    });
    this.facts = statusFacts(network, status);
    this.interruptions = interruptionsOf(network, status);
  }

  get forecast(): Times {
    if (this.#forecast !== undefined) return this.#forecast;
    // Only what has begun without saying when needs to know when that was planned.
    const planned = this.facts.begunUndated ? this.plan : undefined;
    this.#forecast = this.#pass(() => forecast(this, planned));
    return this.#forecast;
  }

  get plan(): Times {
    this.#plan ??= this.#pass(() => plan(this));
    return this.#plan;
  }

  get latest(): LatestTimes {
    const earliest = this.forecast;
    this.#latest ??= this.#pass(() => latestTimes(this, earliest));
    return this.#latest;
  }

  /** How far the finish of an item may slip; of a summary, the least of what is inside it. */
  slack(index: number): Slack | undefined {
    if (!isSummary(this.network, index)) return slackOf(this, this.forecast, this.latest, index);
    this.#slack ??= this.#leastSlack();
    return this.#slack[index];
  }

  #leastSlack(): (Slack | undefined)[] {
    const { network, forecast, latest } = this;
    const slack: (Slack | undefined)[] = network.items.map((_, i) =>
      isSummary(network, i) ? undefined : slackOf(this, forecast, latest, i),
    );
    // Children stand behind their parents, so they are met first.
    for (let i = slack.length - 1; i >= 0; i--) {
      const parent = at(network.parent, i);
      const mine = slack[i];
      const known = slack[parent];
      if (mine !== undefined && parent >= 0 && (known === undefined || mine.amount <= known.amount))
        slack[parent] = mine;
    }
    return slack;
  }

  get cycles(): readonly (readonly CycleStep[])[] {
    this.#cycles ??= cyclesOf(this.network);
    return this.#cycles;
  }

  #pass<T>(make: () => T): T {
    const made = make();
    for (const time of this.time) time.subject = NOTHING;
    return made;
  }

  /** Makes all passes. */
  complete(): this {
    void [this.plan, this.latest, this.cycles];
    return this;
  }

  scheduled(index: number): ScheduledItem {
    const known = this.#scheduled[index];
    if (known !== undefined) return known;
    const made = new ScheduledItem(this.itemAt(index), index, this);
    this.#scheduled[index] = made;
    return made;
  }

  itemAt(index: number): ItemFacts {
    const item = this.network.items[index];
    if (item === undefined) throw new RangeError(`no item ${index} of ${this.network.items.length}`);
    return item;
  }

  projectOf(index: number): ProjectFacts {
    const project = this.network.projects[at(this.network.projectOf, index)];
    if (project === undefined) throw new RangeError(`no project of item ${index}`);
    return project;
  }
}
