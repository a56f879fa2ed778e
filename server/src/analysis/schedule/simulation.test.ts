/** Networks at random against a slow reading of what a schedule is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFile, buildProject, type DependencySpec, type ItemSpec } from '../../../../test/facts-builder.js';
import { SlowSchedule, type Span } from '../../../../test/slow-schedule.js';
import { DEFAULT_RULES, WorkCalendar } from '../../model/calendar.js';
import { addDays, type Day, dayOf, toDay } from '../../model/day.js';
import type { Duration } from '../../model/duration.js';
import type { ItemFacts } from '../../model/facts.js';
import { itemsOf, Plan } from '../../model/plan.js';
import { calendarOf } from '../calendars.js';
import { ScheduleCache } from './schedule.js';
import type { ScheduledItem } from './scheduled-item.js';

const STATUS = dayOf(2026, 9, 21) ?? toDay(0);
const china = calendarOf(new Plan(), undefined);
/** A site that works on Saturdays and has a day off of its own, and one that works always. */
const CALENDARS: ReadonlyMap<string, WorkCalendar> = new Map([
  [
    'six',
    new WorkCalendar({
      ...DEFAULT_RULES,
      weekend: new Set([7]),
      country: undefined,
      holidays: [{ first: addDays(STATUS, 8), last: addDays(STATUS, 9) }],
    }),
  ],
  ['seven', new WorkCalendar({ ...DEFAULT_RULES, weekend: new Set(), country: undefined })],
]);

// ------------------------------------------------------------------------------------------------ networks at random

const near = fc.integer({ min: -20, max: 40 }).map((offset): Day => addDays(STATUS, offset));
const past = fc.integer({ min: -20, max: 0 }).map((offset): Day => addDays(STATUS, offset));
const length: fc.Arbitrary<Duration> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ amount: fc.integer({ min: 1, max: 9 }), unit: fc.constantFrom('d', 'wd', 'wd') }),
  },
  { weight: 2, arbitrary: fc.record({ amount: fc.integer({ min: 1, max: 2 }), unit: fc.constantFrom('w', 'mo') }) },
  { weight: 1, arbitrary: fc.record({ amount: fc.constant(0), unit: fc.constantFrom('d', 'wd') }) },
) as fc.Arbitrary<Duration>;
const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 3 });
const rarely = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 1 });
const seldom = <T>(value: fc.Arbitrary<T>, other: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(other) }, { weight: 1, arbitrary: value });

const suspension = fc
  .record({ first: fc.integer({ min: -15, max: 25 }), length: fc.integer({ min: 0, max: 12 }), open: fc.nat(3) })
  .map(({ first, length: days, open }) => {
    const from = addDays(STATUS, first);
    return open === 0 ? { first: from } : { first: from, last: addDays(from, days) };
  });

const PATHS = [
  'P.A',
  'P.B',
  'P.S',
  'P.S.C',
  'P.S.D',
  'P.S.T',
  'P.S.T.E',
  'P.S.T.I',
  'Q.F',
  'Q.G',
  'Q.U',
  'Q.U.H',
] as const;

type Made = Omit<ItemSpec, 'name' | 'items' | 'kind'> & { readonly milestone: boolean };

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
    remaining: seldom(rarely(length), undefined),
    progress: seldom(fc.integer({ min: 0, max: 100 }), undefined),
    suspended: seldom(fc.array(suspension, { maxLength: 2 }), []),
    calendar: seldom(fc.constantFrom('six', 'seven', 'none of that name'), undefined),
  }) as fc.Arbitrary<Made>;
}

const stoppage = seldom(
  fc.record({ from: fc.integer({ min: -15, max: 0 }), length: fc.option(fc.integer({ min: 1, max: 15 })) }),
  undefined,
);

const network: fc.Arbitrary<Plan> = fc
  .tuple(stoppage, ...PATHS.map((_, index) => made(index)))
  .map(([stop, ...all]) => {
    const item = (path: (typeof PATHS)[number], items: readonly ItemSpec[] = []): ItemSpec => {
      const of = all[PATHS.indexOf(path)];
      if (of === undefined) throw new Error(path);
      const { milestone, ...rest } = of;
      // A milestone has no length, and no suspension or calendar either.
      const isPoint = milestone && items.length === 0;
      const taken = isPoint ? { ...rest, suspended: [], calendar: undefined } : rest;
      return {
        ...Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== undefined)),
        name: path.slice(path.lastIndexOf('.') + 1),
        kind: isPoint ? 'milestone' : 'task',
        items,
      };
    };
    const stages =
      stop === undefined
        ? []
        : [
            { stage: 'suspended' as const, on: addDays(STATUS, stop.from) },
            ...(stop.length === null
              ? []
              : [{ stage: 'construction' as const, on: addDays(STATUS, stop.from + stop.length) }]),
          ];
    const p = buildProject(
      'p.plan',
      'P',
      [
        item('P.A'),
        item('P.B'),
        item('P.S', [item('P.S.C'), item('P.S.D'), item('P.S.T', [item('P.S.T.E'), item('P.S.T.I')])]),
      ],
      stages,
    );
    const q = buildProject('q.plan', 'Q', [item('Q.F'), item('Q.G'), item('Q.U', [item('Q.U.H')])]);
    const plan = new Plan([buildFile('p.plan', [p]), buildFile('q.plan', [q])]);
    // What a counterexample looks like.
    return Object.assign(plan, { [fc.toStringMethod]: () => JSON.stringify({ stages, all }) });
  });

const ownCalendarOf = ({ calendar }: ItemFacts): WorkCalendar | undefined =>
  CALENDARS.get(calendar?.segments[0]?.text ?? '');

function computed(plan: Plan) {
  return new ScheduleCache().schedule(plan, { status: STATUS, calendarOf: () => china, ownCalendarOf });
}

function slow(plan: Plan): SlowSchedule {
  const calendars = new Map<ItemFacts, WorkCalendar>();
  const walk = (item: ItemFacts, around: WorkCalendar): void => {
    const own = ownCalendarOf(item) ?? around;
    calendars.set(item, own);
    for (const child of item.items) walk(child, own);
  };
  for (const project of plan.all('project')) for (const item of project.items) walk(item, china);
  return new SlowSchedule(plan, STATUS, (item) => (item && calendars.get(item)) ?? china);
}

// ------------------------------------------------------------------------------------------------ trying latest times

/** The largest whole number for which something holds that holds for all smaller ones; undefined where it does for all. */
function largest(ok: (n: number) => boolean): number | undefined {
  let [good, bad] = [-700, 700];
  if (ok(bad)) return undefined;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (ok(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

function latestStart(reading: SlowSchedule, leaf: ItemFacts): number | undefined {
  const length = reading.lengthOf(leaf);
  const offset = largest((n) => {
    const first = reading.firstDay(leaf, length.unit, STATUS + n);
    if (length.amount === 0) return reading.holds(leaf, { a: first, b: first + 1, next: first });
    const b = reading.after(leaf, first, length);
    return reading.holds(leaf, { a: first, b, next: b });
  });
  return offset === undefined ? undefined : STATUS + offset;
}

/** By how many (working) days the finish can slip. */
function slackOf(reading: SlowSchedule, leaf: ItemFacts, unit: 'wd' | 'd'): number | undefined {
  const now = reading.known.get(leaf);
  if (now === undefined) return undefined;
  const works = (day: number): boolean => unit === 'd' || reading.calendarOf(leaf).isWorking(toDay(day));
  const shifted = (n: number): number => {
    let end = now.b;
    for (let left = n; left > 0; end++) if (works(end)) left--;
    for (let left = -n; left > 0; ) if (works(--end)) left--;
    while (n < 0 && !works(end - 1)) end--;
    return end;
  };
  return largest((n) => reading.holds(leaf, endingAt(reading, leaf, now, shifted(n))));
}

function endingAt(reading: SlowSchedule, leaf: ItemFacts, now: Span, end: number): Span {
  if (now.next !== now.b) return { a: end - 1, b: end, next: end - 1 };
  if (leaf.kind === 'milestone') return { a: end, b: end, next: end };
  if (reading.isBegun(leaf)) return { a: Number.NEGATIVE_INFINITY, b: end, next: end };
  return { a: reading.before(leaf, end, reading.lengthOf(leaf)), b: end, next: end };
}

/** What trying does not find out: a limit on the first start of a summary binds one child. */
function triable(reading: SlowSchedule): boolean {
  for (const project of reading.plan.all('project')) {
    for (const item of itemsOf(project)) {
      for (const dependency of item.after) {
        const target = reading.target(dependency);
        if (target !== undefined && dependency.type.startsWith('S') && target.items.length > 0) return false;
      }
    }
  }
  return true;
}

const runs = Number(process.env.SIMULATIONS ?? 1);
const seed = process.env.SEED === undefined ? 20260921 : Number(process.env.SEED);

describe('networks at random', () => {
  it('have the forecast that the definition gives', () => {
    fc.assert(
      fc.property(network, (plan) => {
        const reading = slow(plan);
        for (const scheduled of computed(plan).items()) {
          const { item } = scheduled;
          const behindCycle = !isKnown(reading, item);
          const span = behindCycle ? undefined : reading.spanOf(item);
          const finish = span && span.b - 1;
          const start = span === undefined || item.kind === 'milestone' ? undefined : Math.min(span.a, span.b - 1);
          expect([item.id, scheduled.start, scheduled.finish]).toEqual([item.id, start, finish]);
        }
      }),
      { numRuns: 250 * runs, seed },
    );
  });

  it('have the slack and the latest starts that trying one day after the other finds', () => {
    fc.assert(
      fc.property(network, (plan) => {
        const reading = slow(plan);
        fc.pre(reading.known.size === reading.leaves.length && triable(reading));
        const schedule = computed(plan);
        for (const leaf of reading.leaves) {
          const scheduled = schedule.item(leaf);
          if (leaf.done !== undefined || scheduled === undefined) continue;
          if (canTrySlack(reading, leaf, scheduled)) {
            const slack = slackOf(reading, leaf, scheduled.slackUnit ?? 'd');
            expect([leaf.id, scheduled.slack]).toEqual([leaf.id, slack]);
          }
          if (leaf.kind === 'milestone' || reading.isBegun(leaf)) continue;
          expect([leaf.id, scheduled.mustStart]).toEqual([leaf.id, latestStart(reading, leaf)]);
        }
      }),
      { numRuns: 60 * runs, seed },
    );
  });

  it('have driving chains whose days add up to the forecast', () => {
    fc.assert(
      fc.property(network, (plan) => {
        for (const scheduled of computed(plan).items()) {
          const chain = [...scheduled.drivingChain()];
          if (scheduled.finish === undefined) {
            expect(chain).toEqual([]);
            continue;
          }
          const total = chain.reduce((sum, { days, lagDays }) => sum + days + lagDays, 0);
          const end = (chain.at(-1)?.from ?? Number.NaN) + total;
          expect(end).toBe(chain[0]?.to);
          expect([scheduled.finish, scheduled.finish + 1]).toContain(end);
          expect(chain.at(-1)?.cause).not.toBe('dependency');
        }
      }),
      { numRuns: 150 * runs, seed },
    );
  });

  it('resolve names as everybody else does', () => {
    fc.assert(
      fc.property(network, (plan) => {
        for (const { item, predecessors } of computed(plan).items()) {
          const own = predecessors.filter(({ successor }) => successor === item);
          expect(own.map(({ predecessor }) => predecessor)).toEqual(
            item.after.map(({ target }) => plan.resolveAs(target, 'item')),
          );
        }
      }),
      { numRuns: 100 * runs, seed },
    );
  });
});

function isKnown(reading: SlowSchedule, item: ItemFacts): boolean {
  return item.items.length === 0 ? reading.known.has(item) : item.items.every((child) => isKnown(reading, child));
}

/**
 * Working days measure from the end of one. And of what others wait for the start of, a finish later by a day does not
 * mean a start later by a day where months are clamped or work is interrupted.
 */
function canTrySlack(reading: SlowSchedule, leaf: ItemFacts, { slackUnit }: ScheduledItem): boolean {
  const now = reading.known.get(leaf);
  if (now === undefined) return false;
  if (slackUnit === 'wd' && !reading.calendarOf(leaf).isWorking(toDay(now.b - 1))) return false;
  if (leaf.kind === 'milestone' || reading.isBegun(leaf)) return true;
  for (let day = STATUS - 90; day < STATUS + 90; day++) if (!reading.worked(leaf, 'd', day)) return false;
  return leaf.duration?.value.unit !== 'mo';
}
