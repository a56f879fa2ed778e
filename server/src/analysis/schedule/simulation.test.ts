/** Networks at random against a slow reading of what a schedule is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { china, network, ownCalendarOf, STATUS } from '../../../../test/network-at-random.js';
import { SlowSchedule, type Span } from '../../../../test/slow-schedule.js';
import type { WorkCalendar } from '../../model/calendar.js';
import { toDay } from '../../model/day.js';
import type { ItemFacts } from '../../model/facts.js';
import { itemsOf, type Plan } from '../../model/plan.js';
import { ScheduleCache } from './schedule.js';
import type { ScheduledItem } from './scheduled-item.js';

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
      { numRuns: 250 * runs },
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
      { numRuns: 60 * runs },
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
      { numRuns: 150 * runs },
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
      { numRuns: 100 * runs },
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
