/**
 * The schedule: when everything is forecast to happen, what determines it, and what time is left until the deadlines
 * (semantics §2). ComponentSchedule per component of projects that dependencies tie together, when first asked for, and kept
 * for as long as the component's projects, its calendars and the status date are the same.
 */
import type { CalendarRules, WorkCalendar } from '../../model/calendar.js';
import type { Day } from '../../model/day.js';
import type { DependencyFacts, ItemFacts, ProjectFacts } from '../../model/facts.js';
import { itemsOf, type Plan } from '../../model/plan.js';
import { ComponentSchedule, type Leftover } from './component-schedule.js';
import { type Component, Components } from './components.js';
import type { ScheduledItem } from './scheduled-item.js';

export interface ScheduleOptions {
  readonly status: Day;
  /** The working-day calendar of a project. The same object for as long as it says the same: what is kept goes by it. */
  readonly calendarOf: (project: ProjectFacts) => WorkCalendar;
  /** The calendar that an item states for itself, in place of the one `around` it. */
  readonly ownCalendarOf?: (item: ItemFacts, around: WorkCalendar) => WorkCalendar | undefined;
  /** A milestone that is assumed not to be reached before a day, which nothing states; the same for a cache's whole life. */
  readonly assumed?: Assumed;
}

/** One that has no dependencies is reached on that day, whatever its deadline. */
export interface Assumed {
  readonly item: ItemFacts;
  readonly day: Day;
}

/** Items that wait for each other; the first is the one that stands first in the text. */
export type Cycle = readonly {
  readonly item: ItemFacts;
  readonly project: ProjectFacts;
  /** Why it waits for the next one; absent between a summary and what is inside it. */
  readonly dependency?: DependencyFacts;
}[];

/** A year in which working days were counted although the calendar's data does not cover it. */
export interface UncoveredYear {
  readonly calendar: WorkCalendar;
  readonly year: number;
  /** One of the items that the count was for. */
  readonly item: ItemFacts;
  readonly project: ProjectFacts;
}

/** As of how many days results are kept for one component: S, and the days that lights are replayed for. */
const KEPT = 40;

interface Kept {
  readonly era: number;
  readonly byStatus: Map<Day, ComponentSchedule>;
}

/**
 * Keeps schedules over edits. Give the same cache with each new analysis of a plan; it looks itself for what has
 * changed, file by file.
 */
export class ScheduleCache {
  #components: Components | undefined;
  readonly #computed = new WeakMap<Component, Kept>();
  #era = 0;

  /** What was computed as of other days than the one next asked for is not worth its memory any more. */
  beginAnew(): void {
    this.#era++;
  }

  /** The schedule of the plan as it is now. It is to be asked until the plan next changes. */
  schedule(plan: Plan, options: ScheduleOptions): Schedule {
    if (this.#components?.plan !== plan) this.#components = new Components(plan);
    this.#components.refresh();
    return new Schedule(this.#components, (component) => this.#of(component, options));
  }

  #of(component: Component, { status, calendarOf, ownCalendarOf, assumed }: ScheduleOptions): ComponentSchedule {
    const calendars: WorkCalendar[] = [];
    for (const { project, item, around } of component.network.calendars) {
      const outer = (around === undefined ? undefined : calendars[around]) ?? calendarOf(project);
      calendars.push((item && ownCalendarOf?.(item, outer)) ?? outer);
    }
    const byStatus = this.#keptOf(component, status);
    const known = byStatus.get(status);
    if (known?.calendars.every((calendar, k) => calendar === calendars[k])) return known;
    const index = assumed && component.indexOf(assumed.item);
    const computed = new ComponentSchedule(
      component.network,
      status,
      calendars,
      assumed === undefined || index === undefined ? undefined : { index, boundary: assumed.day + 1 },
      this.#leftOf(component, status, calendars, index),
    );
    byStatus.delete(status);
    byStatus.set(status, computed);
    for (const oldest of byStatus.keys()) {
      if (byStatus.size <= KEPT) break;
      byStatus.delete(oldest);
    }
    return computed;
  }

  #keptOf(component: Component, status: Day): Map<Day, ComponentSchedule> {
    const kept = this.#computed.get(component);
    if (kept?.era === this.#era) return kept.byStatus;
    const last = kept?.byStatus.get(status);
    const byStatus = new Map(last === undefined ? [] : [[status, last]]);
    this.#computed.set(component, { era: this.#era, byStatus });
    return byStatus;
  }

  /** What the schedule of a component can go on from; it is taken away, as nobody asks for it any more. */
  #leftOf(
    component: Component,
    status: Day,
    calendars: readonly WorkCalendar[],
    assumed: number | undefined,
  ): Leftover | undefined {
    const { edit } = component;
    const byStatus = edit && this.#computed.get(edit.former)?.byStatus;
    const schedule = byStatus?.get(status);
    byStatus?.delete(status);
    if (edit === undefined || schedule === undefined || schedule.assumed?.index !== assumed) return undefined;
    const isSame =
      schedule.calendars.length === calendars.length && calendars.every((each, k) => each === schedule.calendars[k]);
    return isSame ? { schedule, changed: edit.changed } : undefined;
  }
}

/**
 * Of a name that is declared twice only the first project counts, as everywhere; the items of the other one are not
 * scheduled. Where two items have one id, the id means the first.
 */
export class Schedule {
  readonly #components: Components;
  readonly #compute: (component: Component) => ComponentSchedule;
  readonly #computed = new Map<Component, ComponentSchedule>();

  constructor(components: Components, compute: (component: Component) => ComponentSchedule) {
    this.#components = components;
    this.#compute = compute;
  }

  /** By id (`P007.前期.环评`) or by the facts themselves. Computes the component that the item is in, and no other. */
  item(item: string | ItemFacts): ScheduledItem | undefined {
    const id = typeof item === 'string' ? item : item.id;
    for (let dot = id.indexOf('.'); dot >= 0; dot = id.indexOf('.', dot + 1)) {
      const component = this.#components.ofId(id.slice(0, dot));
      if (component === undefined) continue;
      const index = typeof item === 'string' ? component.indexOfId(id) : component.indexOf(item);
      if (index !== undefined) return this.#of(component).scheduled(index);
    }
    return undefined;
  }

  /** All items of a project, parents before their children, in the order of the text. */
  of(project: ProjectFacts): readonly ScheduledItem[] {
    const component = this.#components.holding(project);
    if (component === undefined) return [];
    const computed = this.#of(component);
    return itemsOf(project).flatMap((item) => {
      const index = component.indexOf(item);
      return index === undefined ? [] : [computed.scheduled(index)];
    });
  }

  /**
   * An object that is the same for as long as the schedule of `project` is: what its dependencies tie it to. Undefined
   * where another declaration of the name counts.
   */
  connected(project: ProjectFacts): object | undefined {
    return this.#components.holding(project);
  }

  /** The projects that dependencies tie to `project`, directly or through others, itself among them. */
  tiedTo(project: ProjectFacts): readonly ProjectFacts[] {
    return this.#components.holding(project)?.projects ?? [];
  }

  /** All items of the plan, by files and places. */
  *items(): Generator<ScheduledItem> {
    for (const project of this.#components.plan.all('project')) yield* this.of(project);
  }

  /** Every knot of items that wait for each other, once, with a shortest path through it; by files and places. */
  get cycles(): readonly Cycle[] {
    const cycles: Cycle[] = [];
    for (const component of this.#components.all()) cycles.push(...this.#cyclesOf(this.#of(component)));
    return cycles.sort((x, y) => byPlace(x[0]?.item, y[0]?.item));
  }

  /** Those of `cycles` whose first item is in `project`. */
  cyclesFrom(project: ProjectFacts): readonly Cycle[] {
    const component = this.#components.holding(project);
    if (component === undefined) return [];
    return this.#cyclesOf(this.#of(component)).filter(([first]) => first?.project === project);
  }

  /** Where the calendars' data did not reach, once per calendar and year; by year. */
  get uncoveredYears(): readonly UncoveredYear[] {
    // By its rules: calendars of the same rules are one to the reader.
    const found = new Map<CalendarRules, Map<number, UncoveredYear>>();
    for (const component of this.#components.all()) {
      const computed = this.#of(component);
      for (const time of computed.times()) {
        const { calendar } = time;
        for (const [year, index] of time.touched) {
          if (!calendar.lacksData(year)) continue;
          const years = found.get(calendar.rules) ?? new Map<number, UncoveredYear>();
          found.set(calendar.rules, years);
          const here = { calendar, year, item: computed.itemAt(index), project: computed.projectOf(index) };
          const known = years.get(year);
          if (known === undefined || byPlace(here.item, known.item) < 0) years.set(year, here);
        }
      }
    }
    return [...found.values()].flatMap((years) => [...years.values()]).sort((x, y) => x.year - y.year);
  }

  /** Computes everything now: what a first use would otherwise do piece by piece. */
  complete(): this {
    for (const _ of this.completing());
    return this;
  }

  /** `complete` component by component. */
  *completing(): Generator<undefined, void> {
    for (const component of this.#components.all()) {
      this.#of(component).complete();
      yield;
    }
  }

  #of(component: Component): ComponentSchedule {
    let computed = this.#computed.get(component);
    if (computed === undefined) {
      computed = this.#compute(component);
      this.#computed.set(component, computed);
    }
    return computed;
  }

  #cyclesOf(computed: ComponentSchedule): readonly Cycle[] {
    return computed.cycles.map((steps) =>
      steps.map(({ item, dependency }) => ({
        item: computed.itemAt(item),
        project: computed.projectOf(item),
        ...(dependency === undefined ? {} : { dependency }),
      })),
    );
  }
}

function byPlace(x: ItemFacts | undefined, y: ItemFacts | undefined): number {
  if (x === undefined || y === undefined) return 0;
  return x.at.file < y.at.file ? -1 : x.at.file > y.at.file ? 1 : x.at.start - y.at.start;
}
