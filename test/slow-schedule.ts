/**
 * A slow reading of what a schedule is (semantics §1 and §2): days are tried one after the other, a summary is a list of
 * leaves, latest times are found by trying. It shares nothing with what it tests but the facts, the arithmetic of
 * months and the question whether a day is worked.
 */
import type { WorkCalendar } from '../server/src/model/calendar.js';
import { addMonths, type Day, toDay } from '../server/src/model/day.js';
import type { Duration } from '../server/src/model/duration.js';
import type { DependencyFacts, ItemFacts, ProjectFacts } from '../server/src/model/facts.js';
import { itemsOf, type Plan } from '../server/src/model/plan.js';

export interface Span {
  readonly a: number;
  readonly b: number;
  /** Where what waits for the finish may begin. */
  readonly next: number;
}

/** What one dependency asks of a leaf. */
interface Ask {
  readonly type: DependencyFacts['type'];
  readonly boundary: number;
  /** Of a milestone: behind its day. */
  readonly end: number;
  /** What is waited for is the start of work. */
  readonly start: boolean;
  /** It is a start, or a point on its day. */
  readonly morning: boolean;
  readonly lag: DependencyFacts['lag'];
  /** The item that states it, by whose calendar the lag is counted. */
  readonly holder: ItemFacts;
}

const NEVER = Number.NEGATIVE_INFINITY;
const span = (a: number, b: number, next: number = b): Span => ({ a, b, next });
const isWorkingLag = ({ lag }: Ask): boolean => lag?.duration.unit === 'wd';

export class SlowSchedule {
  readonly leaves: ItemFacts[] = [];
  readonly known = new Map<ItemFacts, Span>();
  readonly #parent = new Map<ItemFacts, ItemFacts>();
  readonly #project = new Map<ItemFacts, ProjectFacts>();
  readonly #planned = new Map<ItemFacts, Span>();

  constructor(
    readonly plan: Plan,
    readonly status: Day,
    readonly calendarOf: (item: ItemFacts | undefined) => WorkCalendar,
  ) {
    const walk = (item: ItemFacts, project: ProjectFacts): void => {
      if (item.items.length === 0) this.leaves.push(item);
      this.#project.set(item, project);
      for (const child of item.items) {
        this.#parent.set(child, item);
        walk(child, project);
      }
    };
    for (const project of plan.all('project')) for (const item of project.items) walk(item, project);
    this.#untilNothingChanges(this.#planned, (leaf, asks) => this.#plannedSpan(leaf, asks));
    this.#untilNothingChanges(this.known, (leaf, asks) => this.#forecastSpan(leaf, asks));
  }

  #untilNothingChanges(
    known: Map<ItemFacts, Span>,
    place: (leaf: ItemFacts, asks: readonly Ask[]) => Span | undefined,
  ) {
    const tried = new Set<ItemFacts>();
    for (let before = -1; before !== tried.size; ) {
      before = tried.size;
      for (const leaf of this.leaves) {
        if (tried.has(leaf)) continue;
        // Of the plan, a predecessor can have been looked at and have no dates; then it asks nothing.
        const waits = this.dependencies(leaf).some(([, dependency]) =>
          this.#leavesOf(this.target(dependency)).some((other) => !tried.has(other)),
        );
        if (waits) continue;
        tried.add(leaf);
        const made = place(leaf, this.asks(leaf, known));
        if (made !== undefined) known.set(leaf, made);
      }
    }
  }

  #leavesOf(item: ItemFacts | undefined): readonly ItemFacts[] {
    if (item === undefined) return [];
    return item.items.length === 0 ? [item] : item.items.flatMap((child) => this.#leavesOf(child));
  }

  // -------------------------------------------------------------------------------------------- what waits for what

  /** All dependencies that hold for a leaf, with who states them. */
  dependencies(leaf: ItemFacts): readonly (readonly [ItemFacts, DependencyFacts])[] {
    const found: (readonly [ItemFacts, DependencyFacts])[] = [];
    for (let holder: ItemFacts | undefined = leaf; holder !== undefined; holder = this.#parent.get(holder)) {
      for (const dependency of holder.after) {
        const onFinish = dependency.type.endsWith('F');
        if (holder === leaf || !onFinish || this.#isLastInside(leaf, holder)) found.push([holder, dependency]);
      }
    }
    return found;
  }

  /** Nothing inside the summary comes after the leaf, or after what it is a part of there. */
  #isLastInside(leaf: ItemFacts, summary: ItemFacts): boolean {
    const parts = new Set<ItemFacts>();
    for (
      let part: ItemFacts | undefined = leaf;
      part !== undefined && part !== summary;
      part = this.#parent.get(part)
    ) {
      parts.add(part);
    }
    const inside = (item: ItemFacts): readonly ItemFacts[] => item.items.flatMap((child) => [child, ...inside(child)]);
    return !inside(summary).some(({ after }) =>
      after.some((dependency) => {
        const target = this.target(dependency);
        return target !== undefined && parts.has(target);
      }),
    );
  }

  target(dependency: DependencyFacts): ItemFacts | undefined {
    const entity = this.plan.resolveAs(dependency.target, 'item');
    return entity?.kind === 'task' || entity?.kind === 'milestone' ? entity : undefined;
  }

  spanOf(item: ItemFacts, known: ReadonlyMap<ItemFacts, Span> = this.known): Span | undefined {
    if (item.items.length === 0) return known.get(item);
    const inside = item.items.map((child) => this.spanOf(child, known)).filter((each) => each !== undefined);
    if (inside.length === 0) return undefined;
    return span(
      Math.min(...inside.map(({ a }) => a)),
      Math.max(...inside.map(({ b }) => b)),
      Math.max(...inside.map(({ next }) => next)),
    );
  }

  asks(leaf: ItemFacts, known: ReadonlyMap<ItemFacts, Span>): readonly Ask[] {
    return this.dependencies(leaf).flatMap(([holder, dependency]): Ask[] => {
      const target = this.target(dependency);
      const from = target === undefined ? undefined : this.spanOf(target, known);
      if (from === undefined) return [];
      const { type, lag } = dependency;
      const waited = type === 'FS' ? from.next : type === 'FF' ? from.b : from.a;
      if (waited === NEVER) return [];
      const lagged = (boundary: number) =>
        lag === undefined ? boundary : this.lagged(boundary, lag.duration, lag.sign, holder);
      const boundary = lagged(waited);
      const start = type.startsWith('S') && from.a !== from.next;
      const morning = type.startsWith('S') && from.a !== from.b;
      return [{ type, boundary, lag, holder, start, morning, end: start ? boundary : lagged(from.b) }];
    });
  }

  // -------------------------------------------------------------------------------------------- days

  worked(item: ItemFacts, unit: Duration['unit'], day: number): boolean {
    if (unit === 'wd' && !this.calendarOf(item).isWorking(toDay(day))) return false;
    for (let part: ItemFacts | undefined = item; part !== undefined; part = this.#parent.get(part)) {
      const off = part.suspended.some(({ first, last }) => first <= day && day <= (last ?? this.status));
      if (off) return false;
    }
    const stages = (this.#project.get(item)?.stages ?? []).filter(
      ({ on }) => on === undefined || on.day <= this.status,
    );
    const sorted = [...stages].sort((x, y) => (x.on?.day ?? NEVER) - (y.on?.day ?? NEVER));
    const stage = sorted.filter(({ on }) => (on?.day ?? NEVER) <= day).at(-1);
    return stage?.stage !== 'suspended' || (stage === sorted.at(-1) && day > this.status);
  }

  firstDay(item: ItemFacts, unit: Duration['unit'], from: number): number {
    let day = from;
    while (!this.worked(item, unit, day)) day++;
    return day;
  }

  lastDay(item: ItemFacts, unit: Duration['unit'], until: number): number {
    let day = until;
    while (!this.worked(item, unit, day)) day--;
    return day;
  }

  /** Behind the last day of work that begins at a boundary or as soon after it as it can. */
  after(item: ItemFacts, from: number, { unit, amount }: Duration): number {
    if (amount === 0) return from;
    const first = this.firstDay(item, unit, from);
    let day = first;
    for (let left = this.#days(first, unit, amount, 1); left > 0; day++) if (this.worked(item, unit, day)) left--;
    return day;
  }

  before(item: ItemFacts, until: number, { unit, amount }: Duration): number {
    if (amount === 0) return until;
    const last = this.lastDay(item, unit, until - 1);
    let day = last + 1;
    for (let left = this.#days(last + 1, unit, amount, -1); left > 0; ) if (this.worked(item, unit, --day)) left--;
    return day;
  }

  #days(boundary: number, unit: Duration['unit'], amount: number, sign: 1 | -1): number {
    if (unit === 'wd' || unit === 'd') return amount;
    if (unit === 'w') return 7 * amount;
    return Math.abs(addMonths(toDay(boundary), sign * amount * (unit === 'y' ? 12 : 1)) - boundary);
  }

  lagged(boundary: number, { unit, amount }: Duration, sign: 1 | -1, holder: ItemFacts): number {
    if (unit !== 'wd') return boundary + sign * this.#days(boundary, unit, amount, sign);
    const works = (day: number): boolean => this.calendarOf(holder).isWorking(toDay(day));
    let at = boundary;
    for (let left = amount; left > 0; left--) {
      if (sign > 0) {
        while (!works(at)) at++;
        at++;
      } else {
        while (!works(at - 1)) at--;
        at--;
      }
    }
    return at;
  }

  // -------------------------------------------------------------------------------------------- placing

  lengthOf(leaf: ItemFacts): Duration {
    return leaf.kind === 'milestone' ? { amount: 0, unit: 'd' } : (leaf.duration?.value ?? { amount: 0, unit: 'd' });
  }

  isBegun(leaf: ItemFacts): boolean {
    if (leaf.kind === 'milestone' || leaf.done !== undefined) return false;
    return leaf.started !== undefined || leaf.remaining !== undefined || this.#percent(leaf) > 0;
  }

  #percent(leaf: ItemFacts): number {
    return Number(leaf.progress[0]?.value.n ?? 0n);
  }

  restOf(leaf: ItemFacts, start: number): Duration {
    if (leaf.remaining !== undefined) return leaf.remaining.value;
    const { unit, amount } = this.lengthOf(leaf);
    const days = this.#days(start, unit, amount, 1);
    return { unit: unit === 'wd' ? 'wd' : 'd', amount: Math.ceil((days * (100 - this.#percent(leaf))) / 100) };
  }

  #forecastSpan(leaf: ItemFacts, asks: readonly Ask[]): Span | undefined {
    const { status } = this;
    const length = this.lengthOf(leaf);
    if (leaf.done !== undefined) {
      const b = leaf.done.day + 1;
      if (leaf.kind !== 'milestone' && leaf.started !== undefined) return span(Math.min(leaf.started.day, b), b);
      return length.amount === 0 ? span(b - 1, b, b - 1) : span(this.before(leaf, b, length), b);
    }
    if (this.isBegun(leaf)) {
      const start = leaf.started?.day ?? Math.min(this.#planned.get(leaf)?.a ?? status, status);
      const rest = this.restOf(leaf, start);
      return span(start, Math.max(status + 1, this.after(leaf, status, rest), this.heldEnd(leaf, rest.unit, asks)));
    }
    const start = leaf.kind === 'milestone' ? NEVER : (leaf.start?.period.first ?? NEVER);
    const due = leaf.kind === 'milestone' && asks.length === 0 && leaf.due ? leaf.due.period.last + 1 : NEVER;
    return this.place(leaf, asks, Math.max(status, start), due);
  }

  #plannedSpan(leaf: ItemFacts, asks: readonly Ask[]): Span | undefined {
    const start = leaf.kind === 'milestone' ? NEVER : (leaf.start?.period.first ?? NEVER);
    const placed = this.place(leaf, asks, start, NEVER);
    const ends = leaf.finish === undefined ? leaf.due?.period.last : leaf.finish.period.last;
    if (placed !== undefined || ends === undefined) return placed;
    if (leaf.kind === 'milestone') return span(ends + 1, ends + 1);
    const length = this.lengthOf(leaf);
    return length.amount === 0 ? span(ends, ends + 1, ends) : span(this.before(leaf, ends + 1, length), ends + 1);
  }

  /** From `floor` on; undefined where nothing says when. */
  place(leaf: ItemFacts, asks: readonly Ask[], floor: number, due: number): Span | undefined {
    if (leaf.kind === 'milestone') return this.#placeMilestone(asks, floor, due);
    const length = this.lengthOf(leaf);
    const { unit } = length;
    const start = Math.max(floor, ...asks.filter(({ type }) => type.endsWith('S')).map(({ boundary }) => boundary));
    if (length.amount === 0) {
      const finish = asks.filter(({ type }) => type.endsWith('F')).map(({ boundary }) => boundary - 1);
      const day = Math.max(start, ...finish);
      if (day === NEVER) return undefined;
      const at = this.firstDay(leaf, unit, day);
      return span(at, at + 1, at);
    }
    const held = this.heldEnd(leaf, unit, asks);
    if (start === NEVER) return held === NEVER ? undefined : span(this.before(leaf, held, length), held);
    const a = this.firstDay(leaf, unit, start);
    const b = this.after(leaf, a, length);
    return held > b ? span(Math.max(a, this.before(leaf, held, length)), held) : span(a, b);
  }

  /** The day of a milestone is the last that its dependencies ask for, each in its way. */
  #placeMilestone(asks: readonly Ask[], floor: number, due: number): Span | undefined {
    const wanted = asks.map((ask) => {
      if (!ask.start) return { next: ask.boundary, b: ask.end };
      let day = ask.boundary;
      while (isWorkingLag(ask) && !this.calendarOf(ask.holder).isWorking(toDay(day))) day++;
      return { next: day, b: day + 1 };
    });
    if (floor > NEVER) {
      const onStart = asks.length > 0 && asks.every(({ morning }) => morning);
      wanted.push({ next: onStart ? floor : floor + 1, b: floor + 1 });
    }
    if (due > NEVER) wanted.push({ next: due, b: due });
    if (wanted.length === 0) return undefined;
    const b = Math.max(...wanted.map((each) => each.b));
    const next = Math.max(b - 1, ...wanted.map((each) => each.next));
    return span(next, b, next);
  }

  /** FF: no earlier than that evening; SF: no earlier than the last day of work before that boundary. */
  heldEnd(leaf: ItemFacts, unit: Duration['unit'], asks: readonly Ask[]): number {
    const ends = asks
      .filter(({ type }) => type.endsWith('F'))
      .map((ask) => {
        const lead = isWorkingLag(ask) && ask.lag?.sign === -1 && ask.lag.duration.amount > 0;
        return ask.type === 'SF' || lead
          ? this.lastDay(leaf, unit, ask.boundary - 1) + 1
          : this.firstDay(leaf, unit, ask.boundary - 1) + 1;
      });
    return Math.max(NEVER, ...ends);
  }

  // -------------------------------------------------------------------------------------------- latest times

  /**
   * Whether every open deadline at or behind `from` would hold if only `from` were known, as `at`, and everything that
   * waits for it came as early as that lets it.
   */
  holds(from: ItemFacts, at: Span): boolean {
    const known = new Map([[from, at]]);
    for (let changed = true; changed; ) {
      changed = false;
      for (const leaf of this.leaves) {
        if (leaf === from || leaf.done !== undefined) continue;
        const asks = this.asks(leaf, known);
        if (asks.length === 0) continue;
        const placed = this.isBegun(leaf) ? this.#pushed(leaf, asks) : this.place(leaf, asks, NEVER, NEVER);
        if (placed === undefined) continue;
        const old = known.get(leaf);
        if (old?.a === placed.a && old.b === placed.b && old.next === placed.next) continue;
        known.set(leaf, placed);
        changed = true;
      }
    }
    for (const project of this.plan.all('project')) {
      for (const item of itemsOf(project)) {
        if (item.due === undefined || item.done !== undefined) continue;
        const reached = this.spanOf(item, known);
        if (reached !== undefined && reached.b > item.due.period.last + 1) return false;
      }
    }
    return true;
  }

  /** What has begun has its start, which nobody waits for any more. */
  #pushed(leaf: ItemFacts, asks: readonly Ask[]): Span | undefined {
    const start = this.known.get(leaf)?.a ?? this.status;
    const held = this.heldEnd(leaf, this.restOf(leaf, start).unit, asks);
    return held === NEVER ? undefined : span(NEVER, held);
  }
}
