/**
 * The schedule against a slow reading of its definition (semantics §1 and §2): days are tried one after the other, a
 * summary is a list of leaves, latest times are found by trying. Nothing is shared with what is tested but the facts
 * and the question whether a day is worked.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFile, buildProject, type DependencySpec, type ItemSpec } from '../../../../test/facts-builder.js';
import { addDays, type Day, dayOf, toDay } from '../../model/day.js';
import type { Duration } from '../../model/duration.js';
import type { DependencyFacts, ItemFacts } from '../../model/facts.js';
import { itemsOf, Plan } from '../../model/plan.js';
import { calendarOf } from '../calendars.js';
import { ScheduleCache } from './schedule.js';

const STATUS = dayOf(2026, 9, 21) ?? toDay(0);
const calendar = calendarOf(new Plan(), undefined);
const works = (day: number): boolean => calendar.isWorking(toDay(day));

// ------------------------------------------------------------------------------------------------ the slow reading

/** Moves to where a working day begins, then over so many of them; backwards it moves to where one ends. */
function later(boundary: number, { amount, unit }: Duration, sign: 1 | -1): number {
  if (unit === 'd') return boundary + sign * amount;
  if (unit === 'w') return boundary + sign * 7 * amount;
  if (unit !== 'wd') throw new Error('months are worked out by hand elsewhere');
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

interface Span {
  readonly a: number;
  readonly b: number;
}

class Reading {
  readonly parent = new Map<ItemFacts, ItemFacts>();
  readonly leaves: ItemFacts[] = [];
  readonly known = new Map<ItemFacts, Span>();

  constructor(readonly plan: Plan) {
    const walk = (item: ItemFacts): void => {
      if (item.items.length === 0) this.leaves.push(item);
      for (const child of item.items) {
        this.parent.set(child, item);
        walk(child);
      }
    };
    for (const project of plan.all('project')) for (const item of project.items) walk(item);
    // Again and again, until nothing new becomes known.
    for (let before = -1; before !== this.known.size; ) {
      before = this.known.size;
      for (const leaf of this.leaves) {
        const span = this.known.has(leaf) ? undefined : this.place(leaf);
        if (span !== undefined) this.known.set(leaf, span);
      }
    }
  }

  /** All dependencies that hold for a leaf: its own and those of the summaries around it. */
  dependencies(leaf: ItemFacts): readonly DependencyFacts[] {
    const around = this.parent.get(leaf);
    return [...leaf.after, ...(around === undefined ? [] : this.dependencies(around))];
  }

  target(dependency: DependencyFacts): ItemFacts | undefined {
    const entity = this.plan.resolveAs(dependency.target, 'item');
    return entity?.kind === 'task' || entity?.kind === 'milestone' ? entity : undefined;
  }

  spanOf(item: ItemFacts): Span | undefined {
    if (item.items.length === 0) return this.known.get(item);
    const inside = item.items.map((child) => this.spanOf(child));
    const known = inside.filter((span) => span !== undefined);
    if (known.length < inside.length) return undefined;
    return { a: Math.min(...known.map(({ a }) => a)), b: Math.max(...known.map(({ b }) => b)) };
  }

  place(leaf: ItemFacts): Span | undefined {
    const starts: number[] = [];
    const finishes: number[] = [];
    for (const dependency of this.dependencies(leaf)) {
      const target = this.target(dependency);
      if (target === undefined) continue;
      const span = this.spanOf(target);
      if (span === undefined) return undefined;
      const from = dependency.type === 'FS' || dependency.type === 'FF' ? span.b : span.a;
      const { lag } = dependency;
      const bound = lag === undefined ? from : later(from, lag.duration, lag.sign);
      (dependency.type === 'FS' || dependency.type === 'SS' ? starts : finishes).push(bound);
    }
    const point = leaf.kind === 'milestone' || leaf.duration === undefined || leaf.duration.value.amount === 0;
    const length = leaf.duration?.value ?? { amount: 0, unit: 'd' };
    if (leaf.done !== undefined) {
      const b = leaf.done.day + 1;
      if (leaf.started !== undefined) return { a: Math.min(leaf.started.day, b), b };
      return { a: point ? b : later(b, length, -1), b };
    }
    if (leaf.started !== undefined && leaf.kind !== 'milestone') {
      const rest = leaf.remaining?.value ?? length;
      return { a: leaf.started.day, b: Math.max(STATUS + 1, later(STATUS, rest, 1), ...finishes) };
    }
    if (point) {
      const waits = starts.length + finishes.length > 0;
      const stated = leaf.kind === 'milestone' ? (waits ? undefined : leaf.due?.period.last) : leaf.start?.period.first;
      const at = Math.max(STATUS + 1, (stated ?? STATUS) + 1, ...starts, ...finishes);
      return { a: at, b: at };
    }
    const a = Math.max(STATUS, leaf.start?.period.first ?? STATUS, ...starts);
    const b = later(a, length, 1);
    const held = Math.max(...finishes, b);
    return held > b ? { a: later(held, length, -1), b: held } : { a, b };
  }
}

/**
 * Whether every deadline at or behind `from` would hold if only `from` were known, at `span`, and everything that waits
 * for it came as early as it lets it. `through` says which of its dependants wait for its start or for its finish.
 */
function holds(reading: Reading, from: ItemFacts, span: Span, through: 'start' | 'finish'): boolean {
  const at = new Map<ItemFacts, Span>();
  const due = (item: ItemFacts): number =>
    item.done === undefined ? (item.due?.period.last ?? Infinity) + 1 : Infinity;
  const spanOf = (item: ItemFacts): Span | undefined => {
    if (item.items.length === 0) return at.get(item);
    const inside = item.items.map(spanOf).filter((known) => known !== undefined);
    // The first start of a summary is not held by one child: the others may be earlier.
    return inside.length === 0 ? undefined : { a: -Infinity, b: Math.max(...inside.map(({ b }) => b)) };
  };
  at.set(from, span);
  const outOfTime = (item: ItemFacts): boolean => (spanOf(item)?.b ?? -Infinity) > due(item);
  for (let changed = true; changed; ) {
    changed = false;
    for (const leaf of reading.leaves) {
      if (leaf === from || leaf.done !== undefined) continue;
      const begun = leaf.started !== undefined && leaf.kind !== 'milestone';
      let start = -Infinity;
      let finish = -Infinity;
      for (const dependency of reading.dependencies(leaf)) {
        const target = reading.target(dependency);
        const known = target === undefined ? undefined : spanOf(target);
        if (target === undefined || known === undefined) continue;
        const byFinish = dependency.type === 'FS' || dependency.type === 'FF';
        if (target === from && byFinish !== (through === 'finish')) continue;
        const value = byFinish ? known.b : known.a;
        if (value === -Infinity) continue;
        const bound = dependency.lag ? later(value, dependency.lag.duration, dependency.lag.sign) : value;
        if (dependency.type === 'FS' || dependency.type === 'SS') start = Math.max(start, bound);
        else finish = Math.max(finish, bound);
      }
      if (begun) start = -Infinity;
      if (start === -Infinity && finish === -Infinity) continue;
      const length = leaf.kind === 'milestone' ? undefined : leaf.duration?.value;
      const long = length !== undefined && length.amount > 0;
      let b = start === -Infinity ? finish : long ? later(start, length, 1) : start;
      let a = start;
      if (finish > b || start === -Infinity) b = Math.max(b, finish);
      if (b > (start === -Infinity ? -Infinity : long ? later(start, length, 1) : start)) {
        a = begun ? -Infinity : long ? later(b, length, -1) : b;
      }
      const old = at.get(leaf);
      if (old?.a !== a || old.b !== b) {
        at.set(leaf, { a, b });
        changed = true;
      }
    }
  }
  const items: ItemFacts[] = [];
  for (const project of reading.plan.all('project')) items.push(...itemsOf(project));
  return !items.some(outOfTime);
}

/** The latest finish, by trying: Infinity where every finish is early enough. */
function latestFinish(reading: Reading, item: ItemFacts): number {
  // The later, the worse: so halving finds the last boundary that is early enough.
  const search = (ok: (boundary: number) => boolean): number => {
    let [good, bad] = [STATUS - 1000, STATUS + 1000];
    if (ok(bad)) return Number.POSITIVE_INFINITY;
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (ok(middle)) good = middle;
      else bad = middle;
    }
    return good;
  };
  const byFinish = search((b) => holds(reading, item, { a: -Infinity, b }, 'finish'));
  if (item.started !== undefined && item.kind !== 'milestone') return byFinish;
  const length = item.kind === 'milestone' ? undefined : item.duration?.value;
  const byStart = search((a) => holds(reading, item, { a, b: -Infinity }, 'start'));
  const fromStart = byStart === Infinity || length === undefined ? byStart : later(byStart, length, 1);
  return Math.min(byFinish, fromStart);
}

// ------------------------------------------------------------------------------------------------ networks at random

const near = fc.integer({ min: -20, max: 40 }).map((offset): Day => addDays(STATUS, offset));
const past = fc.integer({ min: -20, max: 0 }).map((offset): Day => addDays(STATUS, offset));
const length: fc.Arbitrary<Duration> = fc.record({
  amount: fc.integer({ min: 1, max: 9 }),
  unit: fc.constantFrom('d', 'wd', 'w'),
});
const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 3 });
const rarely = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 1 });

const PATHS = ['P.A', 'P.B', 'P.S', 'P.S.C', 'P.S.D', 'P.S.T', 'P.S.T.E', 'Q.F', 'Q.G', 'Q.U', 'Q.U.H'] as const;

interface Made {
  readonly milestone: boolean;
  readonly after: readonly DependencySpec[];
  readonly start: Day | undefined;
  readonly due: Day | undefined;
  readonly duration: Duration | undefined;
  readonly started: Day | undefined;
  readonly done: Day | undefined;
  readonly remaining: Duration | undefined;
}

/** Mostly after what stands before it, so that most networks have no cycle and some have. */
function made(index: number): fc.Arbitrary<Made> {
  const earlier = fc.constantFrom(...PATHS.slice(0, Math.max(1, index)));
  const on = fc.oneof({ weight: 40, arbitrary: earlier }, { weight: 1, arbitrary: fc.constantFrom(...PATHS) });
  const dependency: fc.Arbitrary<DependencySpec> = fc
    .record({
      on,
      type: fc.constantFrom('FS', 'FS', 'SS', 'FF', 'SF'),
      lag: sometimes(fc.record({ sign: fc.constantFrom(1, -1), duration: length })),
    })
    .map(({ on, type, lag }) => ({ on, type, ...(lag === undefined ? {} : { lag }) }));
  return fc.record({
    milestone: fc.nat(4).map((n) => n === 0),
    after: index === 0 ? fc.constant([]) : fc.array(dependency, { maxLength: 3 }),
    start: rarely(near),
    due: sometimes(near),
    duration: sometimes(length),
    started: rarely(past),
    done: rarely(past),
    remaining: rarely(length),
  });
}

const network: fc.Arbitrary<Plan> = fc.tuple(...PATHS.map((_, index) => made(index))).map((all) => {
  const item = (path: (typeof PATHS)[number], items: readonly ItemSpec[] = []): ItemSpec => {
    const of = all[PATHS.indexOf(path)];
    if (of === undefined) throw new Error(path);
    const { milestone, after, ...rest } = of;
    const stated = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const actuals = items.length > 0 ? { started: undefined, done: undefined } : {};
    const clean = Object.fromEntries(
      Object.entries({ ...stated, ...actuals }).filter(([, value]) => value !== undefined),
    );
    return {
      name: path.slice(path.lastIndexOf('.') + 1),
      kind: milestone && items.length === 0 ? 'milestone' : 'task',
      after,
      items,
      ...clean,
    };
  };
  const p = buildProject('p.plan', 'P', [
    item('P.A'),
    item('P.B'),
    item('P.S', [item('P.S.C'), item('P.S.D'), item('P.S.T', [item('P.S.T.E')])]),
  ]);
  const q = buildProject('q.plan', 'Q', [item('Q.F'), item('Q.G'), item('Q.U', [item('Q.U.H')])]);
  return new Plan([buildFile('p.plan', [p]), buildFile('q.plan', [q])]);
});

/**
 * What trying does not find out. Limits on the first start of a summary bind one child. And where a finish is pushed
 * into days off, its start can be early enough for others although it would not be, had the work ended just before.
 */
function triable(reading: Reading): boolean {
  const onStart = new Set<ItemFacts>();
  for (const project of reading.plan.all('project')) {
    for (const item of itemsOf(project)) {
      for (const dependency of item.after) {
        const target = reading.target(dependency);
        if (target !== undefined && dependency.type.startsWith('S')) onStart.add(target);
      }
    }
  }
  const pushed = (leaf: ItemFacts): boolean => reading.dependencies(leaf).some(({ type }) => type.endsWith('F'));
  return [...onStart].every((item) => item.items.length === 0 && !(item.duration?.value.unit === 'wd' && pushed(item)));
}

describe('networks at random', () => {
  it('have the forecast that the definition gives', () => {
    fc.assert(
      fc.property(network, (plan) => {
        const reading = new Reading(plan);
        const schedule = new ScheduleCache().schedule(plan, { status: STATUS, calendarOf: () => calendar });
        for (const scheduled of schedule.items()) {
          const { item } = scheduled;
          const span = reading.spanOf(item);
          expect([item.id, scheduled.finish]).toEqual([item.id, span === undefined ? undefined : span.b - 1]);
          const start = span === undefined || item.kind === 'milestone' ? undefined : Math.min(span.a, span.b - 1);
          expect([item.id, scheduled.start]).toEqual([item.id, start]);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('have the slack that trying one day after the other finds', () => {
    fc.assert(
      fc.property(network, (plan) => {
        const reading = new Reading(plan);
        fc.pre(reading.known.size === reading.leaves.length && triable(reading));
        const schedule = new ScheduleCache().schedule(plan, { status: STATUS, calendarOf: () => calendar });
        for (const leaf of reading.leaves) {
          const late = leaf.done === undefined ? latestFinish(reading, leaf) : Infinity;
          const slack = late === Infinity ? undefined : late - (reading.known.get(leaf)?.b ?? 0);
          expect([leaf.id, schedule.item(leaf)?.slack]).toEqual([leaf.id, slack]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('have driving chains whose days add up to the forecast', () => {
    fc.assert(
      fc.property(network, (plan) => {
        const schedule = new ScheduleCache().schedule(plan, { status: STATUS, calendarOf: () => calendar });
        for (const scheduled of schedule.items()) {
          const chain = [...scheduled.drivingChain()];
          if (scheduled.finish === undefined) {
            expect(chain).toEqual([]);
            continue;
          }
          const total = chain.reduce((sum, { days, lagDays }) => sum + days + lagDays, 0);
          expect((chain.at(-1)?.from ?? Number.NaN) + total).toBe(scheduled.finish + 1);
          expect(chain.at(-1)?.cause).not.toBe('dependency');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('resolve names as everybody else does', () => {
    fc.assert(
      fc.property(network, (plan) => {
        const schedule = new ScheduleCache().schedule(plan, { status: STATUS, calendarOf: () => calendar });
        for (const { item, predecessors } of schedule.items()) {
          const own = predecessors.filter(({ successor }) => successor === item);
          expect(own.map(({ predecessor }) => predecessor)).toEqual(
            item.after.map(({ target }) => plan.resolveAs(target, 'item')),
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});
