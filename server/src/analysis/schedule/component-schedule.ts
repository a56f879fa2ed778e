/** The schedule of projects that are tied together, computed as far as it is asked for. */
import type { WorkCalendar } from '../../model/calendar.js';
import type { Day } from '../../model/day.js';
import type { ItemFacts, ProjectFacts } from '../../model/facts.js';
import { type LatestTimes, latestTimes } from './backward.js';
import { type CycleStep, cyclesOf } from './cycles.js';
import { doubtfulBackIn, doubtfulIn, doubtsIn } from './doubt.js';
import { type ForwardTimes, forecast, plan } from './forward.js';
import { type Interruptions, interruptionsOf } from './interruptions.js';
import { at, forEachChild, forEachPredecessor, isSummary, type Network, nodesOf } from './network.js';
import { ScheduledItem } from './scheduled-item.js';
import type { Kept, Situation } from './situation.js';
import { type Slack, slackOf } from './slack.js';
import { editedStatusFacts, type StatusFacts, statusFacts } from './status-facts.js';
import { WorkingTime } from './working-time.js';
import { NOTHING, YearLedger } from './year-ledger.js';

/** What is left of a schedule when its plan is edited. */
export interface Leftover {
  readonly schedule: ComponentSchedule;
  /** The items that are other ones since, in a network that is otherwise the same. */
  readonly changed: readonly number[];
}

/** What was computed before an edit, of what changed since. */
interface Former {
  readonly changed: readonly number[];
  readonly forecast: ForwardTimes | undefined;
  readonly plan: ForwardTimes | undefined;
  readonly latest: LatestTimes | undefined;
}

/**
 * The schedule of one component as of one day. Each pass is made when its outcome is first asked for; after an edit from
 * what the edit changed on, as far as anything becomes other than it was.
 */
export class ComponentSchedule implements Situation {
  readonly time: readonly WorkingTime[];
  readonly ledger: YearLedger;
  readonly facts: StatusFacts;
  readonly interruptions: readonly (Interruptions | undefined)[] | undefined;
  /** Until all passes are made. */
  #former: Former | undefined;
  #forecast: ForwardTimes | undefined;
  #plan: ForwardTimes | undefined;
  #latest: LatestTimes | undefined;
  #cycles: readonly (readonly CycleStep[])[] | undefined;
  #slack: (Slack | undefined)[] | undefined;
  #doubts: readonly number[] | undefined;
  #doubtful: Uint8Array | undefined;
  #doubtfulBack: Uint8Array | undefined;
  readonly #scheduled: (ScheduledItem | undefined)[] = [];

  /** `calendars` by those of the network. `before`: as of the same day, with the same calendars and assumption. */
  constructor(
    readonly network: Network,
    readonly status: Day,
    readonly calendars: readonly WorkCalendar[],
    readonly assumed?: Situation['assumed'],
    before?: Leftover,
  ) {
    const ledger = new YearLedger(before?.schedule.ledger);
    if (before?.schedule.hasOpenPass === true) ledger.doubt();
    const times = new Map<WorkCalendar, WorkingTime>();
    this.time = calendars.map((calendar, k) => {
      let time = times.get(calendar);
      if (time === undefined) {
        time = new WorkingTime(calendar, ledger, before?.schedule.time[k]);
        times.set(calendar, time);
      }
      return time;
    });
    this.ledger = ledger;
    this.facts =
      before === undefined
        ? statusFacts(network, status)
        : editedStatusFacts(network, status, before.schedule.facts, before.changed);
    this.interruptions = interruptionsOf(network, status);
    if (before !== undefined) this.#former = before.schedule.#leftBy(before.changed);
  }

  /** A pass that was made before an edit was not asked for since; what it noted then may hold no longer. */
  get hasOpenPass(): boolean {
    const { forecast, plan, latest } = this.#former ?? {};
    return (
      (forecast !== undefined && this.#forecast === undefined) ||
      (plan !== undefined && this.#plan === undefined) ||
      (latest !== undefined && this.#latest === undefined)
    );
  }

  #leftBy(changed: readonly number[]): Former {
    return { changed, forecast: this.#forecast, plan: this.#plan, latest: this.#latest };
  }

  get forecast(): ForwardTimes {
    if (this.#forecast !== undefined) return this.#forecast;
    // Only what has begun without saying when needs to know when that was planned.
    const planned = this.facts.begunUndated ? this.plan : undefined;
    const kept = this.#kept(this.#former?.forecast);
    if (kept !== undefined && planned !== undefined) this.#mark(kept.again, planned, this.#former?.plan);
    this.#forecast = this.#pass(() => forecast(this, planned, kept));
    return this.#forecast;
  }

  get plan(): ForwardTimes {
    this.#plan ??= this.#pass(() => plan(this, this.#kept(this.#former?.plan)));
    return this.#plan;
  }

  get latest(): LatestTimes {
    const earliest = this.forecast;
    this.#latest ??= this.#pass(() => latestTimes(this, earliest, this.#keptOfLatest(earliest)));
    return this.#latest;
  }

  #kept<T>(former: T | undefined): Kept<T> | undefined {
    if (former === undefined) return undefined;
    const again = new Uint8Array(nodesOf(this.network));
    for (const i of this.#former?.changed ?? []) {
      again[i] = 1;
      again[at(this.network.gate, i)] = 1;
      const finishGate = this.network.finishGates.of.get(i);
      if (finishGate !== undefined) again[this.network.items.length + this.network.gated.length + finishGate] = 1;
    }
    return { former, again };
  }

  /** Marks the items of which a pass tells other times than it did. */
  #mark(again: Uint8Array, now: ForwardTimes, before: ForwardTimes | undefined): void {
    for (let i = 0; i < now.a.length; i++) {
      const isSame =
        before !== undefined &&
        Object.is(now.a[i], before.a[i]) &&
        Object.is(now.b[i], before.b[i]) &&
        Object.is(now.next[i], before.next[i]);
      if (!isSame) again[i] = 1;
    }
  }

  /** What is known of an item (its forecast, its length) limits what it waits for and, being the first child, another. */
  #keptOfLatest(earliest: ForwardTimes): Kept<LatestTimes> | undefined {
    const { network } = this;
    const kept = this.#kept(this.#former?.latest);
    if (kept === undefined) return undefined;
    const { again } = kept;
    this.#mark(again, earliest, this.#former?.forecast);
    const own = again.slice();
    const mark = (node: number): void => {
      again[node] = 1;
    };
    for (let node = 0; node < own.length; node++) {
      if (own[node] === 0) continue;
      forEachPredecessor(network, node, mark);
      const summary = node < network.items.length ? at(network.parent, node) : -1;
      if (summary >= 0) forEachChild(network, summary, mark);
    }
    return kept;
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

  /** By node, 1 where the forecast rests on something that cannot be read; empty where none does. */
  get doubtful(): Uint8Array {
    this.#doubtful ??= doubtfulIn(this.network, this.facts, this.#allDoubts);
    return this.#doubtful;
  }

  /** By node, 1 where the time left for it cannot be told; empty where none is. */
  get doubtfulBack(): Uint8Array {
    this.#doubtfulBack ??= doubtfulBackIn(this.network, this.#allDoubts);
    return this.#doubtfulBack;
  }

  get #allDoubts(): readonly number[] {
    this.#doubts ??= doubtsIn(this.network, this.facts, this.calendars);
    return this.#doubts;
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
    this.#former = undefined;
    return this;
  }

  /** The working times of a computation of everything, each once: they know which item counted first in which year. */
  times(): ReadonlySet<WorkingTime> {
    this.complete();
    const { network, status, calendars, assumed } = this;
    const sure = this.ledger.isDoubtful ? new ComponentSchedule(network, status, calendars, assumed).complete() : this;
    return new Set(sure.time);
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
