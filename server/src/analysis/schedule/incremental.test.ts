/** What is kept over edits is what a fresh start gives, and an edit reaches only what it is tied to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFile, buildProject, type ItemSpec } from '../../../../test/facts-builder.js';
import { STATUS as AT_RANDOM, china, editedNetworks, ownCalendarOf } from '../../../../test/network-at-random.js';
import { addDays, dayOf, toDay } from '../../model/day.js';
import type { ProjectFacts } from '../../model/facts.js';
import { Plan } from '../../model/plan.js';
import { calendarOf } from '../calendars.js';
import { type Schedule, ScheduleCache } from './schedule.js';

const RUNS = Number(process.env.SIMULATIONS ?? 1);

const STATUS = dayOf(2026, 4, 1) ?? toDay(0);
const OPTIONS = { status: STATUS, calendarOf: () => calendarOf(new Plan(), undefined) };

function dates(schedule: Schedule): readonly string[] {
  return [...schedule.items()].map(
    ({ id, start, finish, planStart, planFinish, slack }) =>
      `${id} ${start} ${finish} ${planStart} ${planFinish} ${slack}`,
  );
}

/** A project of two tasks, the first after the other projects' last. */
function project(file: string, name: string, after: readonly string[], days: number): ProjectFacts {
  const items: readonly ItemSpec[] = [
    { name: 'A', duration: { amount: days, unit: 'd' }, after: after.map((other) => ({ on: `${other}.B` })) },
    { name: 'B', duration: { amount: 1, unit: 'd' }, after: [{ on: 'A' }], due: addDays(STATUS, 20) },
  ];
  return buildProject(file, name, items);
}

describe('after edits', () => {
  it('everything is as if it were computed anew', () => {
    const names = ['P0', 'P1', 'P2', 'P3', 'P4', 'P5'];
    const edit = fc.record({
      file: fc.constantFrom('a.plan', 'b.plan', 'c.plan'),
      // No projects: the file is deleted.
      projects: fc.array(
        fc.record({
          name: fc.constantFrom(...names),
          after: fc.subarray(names, { maxLength: 2 }),
          days: fc.integer({ min: 1, max: 9 }),
        }),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const plan = new Plan();
        const cache = new ScheduleCache();
        for (const { file, projects } of edits) {
          if (projects.length === 0) plan.delete(file);
          else
            plan.set(
              buildFile(
                file,
                projects.map(({ name, after, days }) => project(file, name, after, days)),
              ),
            );
          const kept = cache.schedule(plan, OPTIONS);
          const fresh = new ScheduleCache().schedule(new Plan(plan.files()), OPTIONS);
          expect(dates(kept)).toEqual(dates(fresh));
          const ids = (schedule: Schedule) => schedule.cycles.map((cycle) => cycle.map(({ item }) => item.id));
          expect(ids(kept)).toEqual(ids(fresh));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('what an edit does not reach is kept, and every day, reason and doubtful year is what a fresh start gives', () => {
    const told = (schedule: Schedule) => ({
      items: [...schedule.items()].map((each) => ({
        id: each.id,
        plan: [each.planStart, each.planFinish],
        forecast: [each.start, each.finish, each.cause, each.drivers.map(({ id }) => id)],
        latest: [each.latestFinish, each.mustStart, each.limitedBy?.id, each.slack, each.slackUnit, each.slackDays],
        stated: [each.due, each.actualStart, each.actualFinish, each.begun, each.open],
        waits: each.predecessors.map(({ predecessor, boundary }) => [predecessor.id, boundary]),
      })),
      years: schedule.uncoveredYears.map(({ year, item }) => [year, item.id]),
      cycles: schedule.cycles.map((cycle) => cycle.map(({ item }) => item.id)),
    });
    fc.assert(
      fc.property(editedNetworks, fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }), (states, asked) => {
        const options = { status: AT_RANDOM, calendarOf: () => china, ownCalendarOf };
        const plan = new Plan();
        const cache = new ScheduleCache();
        for (const [k, state] of states.entries()) {
          for (const file of state.files()) plan.set(file);
          const kept = cache.schedule(plan, options);
          // After some edits nobody asks, or only for a part.
          if (asked[k] === 0 && k < states.length - 1) continue;
          if (asked[k] === 1 && k < states.length - 1) void kept.item('Q.F')?.finish;
          else expect(told(kept)).toEqual(told(new ScheduleCache().schedule(new Plan(state.files()), options)));
        }
      }),
      { numRuns: 250 * RUNS },
    );
  });

  const plan = () =>
    new Plan([
      buildFile('a.plan', [project('a.plan', 'P', [], 5)]),
      buildFile('b.plan', [project('b.plan', 'Q', ['P'], 5)]),
      buildFile('c.plan', [project('c.plan', 'R', [], 5)]),
    ]);

  it('what is tied to the edited project is computed again, what is not is the same object', () => {
    const edited = plan();
    const cache = new ScheduleCache();
    const before = cache.schedule(edited, OPTIONS);
    const [q, r] = [before.item('Q.A'), before.item('R.A')];
    edited.set(buildFile('a.plan', [project('a.plan', 'P', [], 9)]));
    const after = cache.schedule(edited, OPTIONS);
    expect((after.item('Q.A')?.start ?? 0) - (q?.start ?? 0)).toBe(4);
    expect(after.item('R.A')).toBe(r);
  });

  it('another day or another calendar is another schedule, and the first one is still known', () => {
    const edited = plan();
    const cache = new ScheduleCache();
    const today = cache.schedule(edited, OPTIONS).item('P.A');
    const later = cache.schedule(edited, { ...OPTIONS, status: addDays(STATUS, 1) }).item('P.A');
    expect((later?.start ?? 0) - (today?.start ?? 0)).toBe(1);
    expect(cache.schedule(edited, OPTIONS).item('P.A')).toBe(today);
  });

  it('a project that others waited for in vain ties them to it once it is there', () => {
    const edited = new Plan([buildFile('b.plan', [project('b.plan', 'Q', ['P'], 5)])]);
    const cache = new ScheduleCache();
    expect(cache.schedule(edited, OPTIONS).item('Q.A')?.start).toBe(STATUS);
    edited.set(buildFile('a.plan', [project('a.plan', 'P', [], 5)]));
    expect(cache.schedule(edited, OPTIONS).item('Q.A')?.start).toBe(addDays(STATUS, 6));
    edited.delete('a.plan');
    expect(cache.schedule(edited, OPTIONS).item('Q.A')?.start).toBe(STATUS);
  });

  it('of two projects of one name the first is scheduled', () => {
    const twice = new Plan([
      buildFile('a.plan', [project('a.plan', 'P', [], 5)]),
      buildFile('b.plan', [project('b.plan', 'P', [], 9)]),
    ]);
    const schedule = new ScheduleCache().schedule(twice, OPTIONS);
    const [first, second] = twice.all('project');
    expect(first && schedule.of(first)).toHaveLength(2);
    expect(second && schedule.of(second)).toEqual([]);
    expect([...schedule.items()].map(({ id }) => id)).toEqual(['P.A', 'P.B']);
  });
});
