/** What the schedule knows of one item: its dates, slack, drivers. */
import type { WorkCalendar } from '../../model/calendar.js';
import { type Day, toDay } from '../../model/day.js';
import type { DateFact, DependencyFacts, ItemFacts, ItemKind, ProjectFacts } from '../../model/facts.js';
import { dueAt, itemOpenAt, startedAt } from '../state.js';
import { boundOf, milestoneEnd } from './bounds.js';
import type { ComponentSchedule } from './component-schedule.js';
import { type Cause, drivenBy, drivingChain, lastChildren } from './drivers.js';
import { at, forEachChild, holdsStart, isSummary, type Link, linksTo } from './network.js';
import { timeOf } from './situation.js';
import type { Slack } from './slack.js';
import { Work } from './work.js';
import { DAYS } from './working-time.js';

/** A dependency that resolved to an item. */
export interface Dependency {
  readonly predecessor: ItemFacts;
  /** The item that states it: the one asked, or a summary around it. */
  readonly successor: ItemFacts;
  readonly facts: DependencyFacts;
  /** What it holds: FS and SS the start, FF and SF the finish. */
  readonly holds: 'start' | 'finish';
  /**
   * The boundary (semantics §1) before which that cannot be, by the forecast of the predecessor: a start on this day at
   * the earliest, a finish on the day before it. Undefined where the predecessor has no forecast.
   */
  readonly boundary: Day | undefined;
}

/** One step of a driving chain, see `ScheduledItem.drivingChain`; boundaries as in semantics §1. */
export interface DrivingStep {
  readonly item: ItemFacts;
  readonly project: ProjectFacts;
  readonly cause: Cause;
  /** Through which the step before drives this one; absent at the root. */
  readonly dependency?: DependencyFacts;
  /** Days between the step before and this one; negative for a lead, 0 at the root. */
  readonly lagDays: number;
  /** The item's own share, in days: from the boundary `from` to the boundary `to`. */
  readonly days: number;
  readonly from: Day;
  readonly to: Day;
  /** What interrupts its work in between. */
  readonly interruptions: readonly InterruptedDays[];
}

/** Days, both included, on which the work of an item is interrupted. */
export interface InterruptedDays {
  readonly first: Day;
  readonly last: Day;
  readonly why?: string;
}

/**
 * What was computed for one item, read from the arrays when asked. Days are days: a start is the day on which work
 * begins, a finish the day in the evening of which it has ended; undefined where there is none. Work of no length is a
 * point, its start and finish the same day.
 */
export class ScheduledItem {
  constructor(
    readonly item: ItemFacts,
    readonly index: number,
    readonly computed: ComponentSchedule,
  ) {}

  get id(): string {
    return this.item.id;
  }

  get kind(): ItemKind {
    return this.item.kind;
  }

  get project(): ProjectFacts {
    return this.computed.projectOf(this.index);
  }

  /** Has children, whose first start and last finish are its own. */
  get isSummary(): boolean {
    return isSummary(this.computed.network, this.index);
  }

  /** By which its working days are counted. */
  get calendar(): WorkCalendar {
    return timeOf(this.computed, this.index).calendar;
  }

  get planStart(): Day | undefined {
    const { a, b } = this.computed.plan;
    return this.#start(at(a, this.index), at(b, this.index));
  }

  get planFinish(): Day | undefined {
    return lastDay(at(this.computed.plan.b, this.index));
  }

  /** The days that the plan gives it, up to and with `through`, without those on which its work is interrupted. */
  plannedDays(through?: Day): number {
    const { planStart, planFinish } = this;
    if (planStart === undefined || planFinish === undefined) return 0;
    const end = through === undefined ? planFinish : Math.min(planFinish, through);
    return new Work(timeOf(this.computed, this.index), DAYS, this.computed.interruptions?.[this.index]).between(
      planStart,
      end + 1,
    );
  }

  /** The forecast start: the actual one where there is one. A milestone has none. Undefined on and behind a cycle. */
  get start(): Day | undefined {
    const { a, b } = this.computed.forecast;
    return this.#start(at(a, this.index), at(b, this.index));
  }

  /** The forecast finish: the actual one where there is one. Undefined on and behind a cycle. */
  get finish(): Day | undefined {
    return lastDay(at(this.computed.forecast.b, this.index));
  }

  /** Stated; of a summary the first of its children's. */
  get actualStart(): Day | undefined {
    if (this.isSummary) return least(this.#inside().map(({ actualStart }) => actualStart));
    return startedAt(this.item, this.computed.status)?.day;
  }

  /** Stated; of a summary the last of its children's, once all have one. */
  get actualFinish(): Day | undefined {
    return lastDay(at(this.computed.facts.done, this.index));
  }

  /** Work that has begun by S, and be it that nobody says on which day. */
  get begun(): boolean {
    if (this.isSummary) return this.#inside().some(({ begun }) => begun);
    return this.actualStart !== undefined || this.computed.facts.begun[this.index] === true;
  }

  get open(): boolean {
    return itemOpenAt(this.item, this.computed.status);
  }

  /** The deadline that held at the status date. */
  get dueFact(): DateFact | undefined {
    return dueAt(this.item, this.computed.status);
  }

  get due(): Day | undefined {
    return this.dueFact?.period.last;
  }

  /** Forecast finish − deadline in days: positive where it will be (or was) late. */
  get daysLate(): number | undefined {
    const { due, finish } = this;
    return due === undefined || finish === undefined ? undefined : finish - due;
  }

  /** The last day on which it can finish for every deadline downstream to hold. Of what is done: undefined. */
  get latestFinish(): Day | undefined {
    return finite(at(this.computed.latest.b, this.index), (boundary) => toDay(boundary - 1));
  }

  /**
   * The last day on which the work can begin, counted back from the deadlines downstream. Undefined for a milestone,
   * for what has begun, and where no deadline lies downstream.
   */
  get mustStart(): Day | undefined {
    if (this.item.kind === 'milestone' || !this.open || this.begun) return undefined;
    return finite(at(this.computed.latest.a, this.index), toDay);
  }

  /** The item whose deadline downstream leaves the least time. */
  get limitedBy(): ItemFacts | undefined {
    return this.computed.network.items[at(this.computed.latest.deadline, this.index)];
  }

  /**
   * By how much the finish may slip before a deadline downstream is missed; negative where it will be missed by that
   * much. In `slackUnit`. Undefined for what is done and where no deadline lies downstream. Of a summary the least of
   * what is inside.
   */
  get slack(): number | undefined {
    return this.#slack?.amount;
  }

  /** Working days of its calendar for work in working days, else days. */
  get slackUnit(): Slack['unit'] | undefined {
    return this.#slack?.unit;
  }

  /** The slack in days, of work in working days without days off at its end. */
  get slackDays(): number | undefined {
    return this.#slack?.days;
  }

  get #slack(): Slack | undefined {
    return this.computed.slack(this.index);
  }

  get critical(): boolean {
    return this.slack !== undefined && this.slack <= 0;
  }

  /** What determines the forecast. Of a summary: `dependency`, on its last children. */
  get cause(): Cause | undefined {
    if (this.finish === undefined) return undefined;
    return this.isSummary ? 'dependency' : drivenBy(this.computed, this.computed.forecast, this.index).cause;
  }

  /** The items that determine the forecast: predecessors, or a summary's last children. Empty where S or a date does. */
  get drivers(): readonly ItemFacts[] {
    if (this.finish === undefined) return [];
    const indices = this.isSummary
      ? lastChildren(this.computed, this.computed.forecast, this.index)
      : drivenBy(this.computed, this.computed.forecast, this.index).links.map(({ predecessor }) => predecessor);
    return [...new Set(indices)].map((index) => this.computed.itemAt(index));
  }

  /**
   * What the finish waits for, from this item back to the root; where several items determine it alike, the first stated.
   * Summaries are passed through to the child that counts. `days` and `lagDays` of all steps add up to the time from
   * the root's begin (S, where the root goes on from there) to the finish. Nothing on and behind a cycle.
   */
  *drivingChain(): Generator<DrivingStep> {
    if (this.finish === undefined) return;
    const { computed, index } = this;
    for (const { item, cause, link, lag, days, from, to } of drivingChain(computed, computed.forecast, index)) {
      yield {
        item: computed.itemAt(item),
        project: computed.projectOf(item),
        cause,
        ...(link === undefined ? {} : { dependency: link.facts }),
        lagDays: lag,
        days,
        from: toDay(from),
        to: toDay(to),
        interruptions: this.#interruptionsOf(item, from, to),
      };
    }
  }

  /** What it waits for: its own dependencies, then those of the summaries around it that reach it. */
  get predecessors(): readonly Dependency[] {
    return linksTo(this.computed.network, this.index).map((link) => this.#dependency(link));
  }

  /** Its forecast rests on something that was stated and cannot be read, here or in what it waits for. */
  get isDoubtful(): boolean {
    return this.computed.doubtful[this.index] === 1;
  }

  /** How much time is left for it rests on something that cannot be read, here or in what waits for it; of a summary inside. */
  get isSlackDoubtful(): boolean {
    const { doubtfulBack, network } = this.computed;
    return doubtfulBack.length > 0 && doubtfulBack.subarray(this.index, at(network.behind, this.index)).includes(1);
  }

  /** The dependencies of others that name it. */
  get successors(): readonly Dependency[] {
    const { network } = this.computed;
    const found: Dependency[] = [];
    for (let o = at(network.outwardFrom, this.index); o < at(network.outwardFrom, this.index + 1); o++) {
      const link = network.links[at(network.outward, o)];
      if (link !== undefined) found.push(this.#dependency(link));
    }
    return found;
  }

  #dependency(link: Link): Dependency {
    const { computed } = this;
    const { predecessor, successor, facts } = link;
    const time = timeOf(computed, successor);
    const isPoint = this.item.kind === 'milestone';
    const boundary = isPoint ? milestoneEnd(link, computed.forecast, time) : boundOf(link, computed.forecast, time);
    return {
      predecessor: computed.itemAt(predecessor),
      successor: computed.itemAt(successor),
      facts,
      holds: holdsStart(link) ? 'start' : 'finish',
      boundary: finite(boundary, toDay),
    };
  }

  #interruptionsOf(index: number, from: number, to: number): readonly InterruptedDays[] {
    return (this.computed.interruptions?.[index] ?? [])
      .filter((each) => each.from < to && each.to > from)
      .map(({ from: first, to: behind, why }) => ({
        first: toDay(Math.max(first, from)),
        last: toDay(Math.min(behind, to) - 1),
        ...(why === undefined ? {} : { why }),
      }));
  }

  #inside(): readonly ScheduledItem[] {
    const children: ScheduledItem[] = [];
    forEachChild(this.computed.network, this.index, (child) => children.push(this.computed.scheduled(child)));
    return children;
  }

  #start(a: number, b: number): Day | undefined {
    return this.item.kind === 'milestone' ? undefined : finite(Math.min(a, b - 1), toDay);
  }
}

function lastDay(boundary: number): Day | undefined {
  return finite(boundary, (end) => toDay(end - 1));
}

function finite<T>(boundary: number, make: (boundary: number) => T): T | undefined {
  return Number.isFinite(boundary) ? make(boundary) : undefined;
}

function least(days: readonly (Day | undefined)[]): Day | undefined {
  return days.reduce(
    (first, day) => (first === undefined || (day !== undefined && day < first) ? day : first),
    undefined,
  );
}
