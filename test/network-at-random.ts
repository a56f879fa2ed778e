/** Networks at random, for tests that compare what is computed with another way to come to it. */
import fc from 'fast-check';
import { calendarOf } from '../server/src/analysis/calendars.js';
import { DEFAULT_RULES, WorkCalendar } from '../server/src/model/calendar.js';
import { addDays, type Day, dayOf, toDay } from '../server/src/model/day.js';
import type { Duration } from '../server/src/model/duration.js';
import type { ItemFacts } from '../server/src/model/facts.js';
import { Plan } from '../server/src/model/plan.js';
import { buildFile, buildProject, type DependencySpec, type ItemSpec } from './facts-builder.js';

export const STATUS = dayOf(2026, 9, 21) ?? toDay(0);
export const china = calendarOf(new Plan(), undefined);
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

interface Drawn {
  readonly stop: { readonly from: number; readonly length: number | null } | undefined;
  readonly items: readonly Made[];
}

const drawn: fc.Arbitrary<Drawn> = fc
  .tuple(stoppage, ...PATHS.map((_, index) => made(index)))
  .map(([stop, ...items]) => ({ stop, items }));

export const network: fc.Arbitrary<Plan> = drawn.map((state) => planOf(state));

/**
 * A network and what becomes of it, edit by edit. Most edits leave what waits for what as it is; other days, lengths,
 * lags, actuals, calendars and interruptions are stated, here and there.
 */
export const editedNetworks: fc.Arbitrary<readonly Plan[]> = fc
  .tuple(
    drawn,
    fc.array(
      fc.record({ other: drawn, taken: fc.array(fc.nat(5), { minLength: PATHS.length, maxLength: PATHS.length }) }),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([first, edits]) => {
    const states = [first];
    for (const { other, taken } of edits) {
      const before = states.at(-1) ?? first;
      const retied = taken[0] === 0;
      const items = before.items.map((was, k): Made => {
        const now = other.items[k];
        // Half of the edits are of one project.
        const isOther = (taken[2] ?? 0) < 3 && (PATHS[k]?.startsWith('Q') ?? false) === (taken[3] ?? 0) < 3;
        if (now === undefined || isOther || (taken[k] ?? 0) > 1) return was;
        return retied ? now : { ...now, milestone: was.milestone, after: relagged(was.after, now.after) };
      });
      states.push({ stop: taken[1] === 0 ? other.stop : before.stop, items });
    }
    const plans: Plan[] = [];
    for (const [k, state] of states.entries()) plans.push(planOf(state, states[k - 1], plans.at(-1)));
    return plans;
  });

/** The same dependencies with the lags of others. */
function relagged(after: Made['after'] = [], others: Made['after'] = []): NonNullable<Made['after']> {
  return after.map(({ on, type }, k) => {
    const lag = others[k]?.lag;
    return { on, ...(type === undefined ? {} : { type }), ...(lag === undefined ? {} : { lag }) };
  });
}

/** `before`: a project of which everything is as it was is the same object. */
function planOf({ stop, items }: Drawn, before?: Drawn, former?: Plan): Plan {
  const isKept = (project: string): boolean =>
    PATHS.every((path, k) => !path.startsWith(project) || items[k] === before?.items[k]);
  const item = (path: (typeof PATHS)[number], children: readonly ItemSpec[] = []): ItemSpec => {
    const of = items[PATHS.indexOf(path)];
    if (of === undefined) throw new Error(path);
    const { milestone, ...rest } = of;
    // A milestone has no length, and no suspension or calendar either.
    const isPoint = milestone && children.length === 0;
    const taken = isPoint ? { ...rest, suspended: [], calendar: undefined } : rest;
    return {
      ...Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== undefined)),
      name: path.slice(path.lastIndexOf('.') + 1),
      kind: isPoint ? 'milestone' : 'task',
      items: children,
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
  const [formerP, formerQ] = former?.files() ?? [];
  const plan = new Plan([
    formerP !== undefined && isKept('P') && stop === before?.stop ? formerP : buildFile('p.plan', [p]),
    formerQ !== undefined && isKept('Q') ? formerQ : buildFile('q.plan', [q]),
  ]);
  // What a counterexample looks like.
  return Object.assign(plan, { [fc.toStringMethod]: () => JSON.stringify({ stages, all: items }) });
}

export const ownCalendarOf = ({ calendar }: ItemFacts): WorkCalendar | undefined =>
  CALENDARS.get(calendar?.segments[0]?.text ?? '');
