/** Items that wait for each other, and what is behind them. */
import { describe, expect, it } from 'vitest';
import { analysed } from '../../../../test/analysed.js';
import { buildFile, buildProject } from '../../../../test/facts-builder.js';
import { exponent } from '../../../../test/growth.js';
import { toDay } from '../../model/day.js';
import { Plan } from '../../model/plan.js';
import { calendarOf } from '../calendars.js';
import { ScheduleCache } from './schedule.js';

function cycles(text: string): readonly string[] {
  return analysed(text, '2026-04-01').schedule.cycles.map((cycle) => cycle.map(({ item }) => item.id).join(' < '));
}

describe('items that wait for each other', () => {
  it('are told once, from the one that stands first, each before what it waits for', () => {
    expect(cycles('project P { task A { after B }  task B { after C }  task C { after A } }')).toEqual([
      'P.A < P.B < P.C',
    ]);
  });

  it('may be one', () => {
    expect(cycles('project P { task A { after A } }')).toEqual(['P.A']);
  });

  it('are none where a summary names what stands inside it, which is no name beside it', () => {
    expect(cycles('project P { task A { after B  task B } }')).toEqual([]);
  });

  it('are told by the shortest way round', () => {
    expect(
      cycles('project P { task A { after B }  task B { after C }  task C { after D, B }  task D { after A } }'),
    ).toEqual(['P.B < P.C']);
  });

  it('are told for each knot', () => {
    expect(
      cycles('project P { task A { after B }  task B { after A }  task C { after D, A }  task D { after C } }'),
    ).toEqual(['P.A < P.B', 'P.C < P.D']);
  });

  it('may be in two projects', () => {
    expect(cycles('project P { task A { after Q.B } } project Q { task B { after P.A } }')).toEqual(['P.A < Q.B']);
  });

  it('may go through a summary and what is inside it', () => {
    expect(cycles('project P { task S { after A  task B }  task A { after S } }')).toEqual(['P.S < P.A']);
    expect(cycles('project P { task S { after A  task B }  task A { after S.B } }')).toEqual(['P.S < P.A < P.S.B']);
    expect(cycles('project P { task S { task B { after S } } }')).toEqual(['P.S < P.S.B']);
    expect(cycles('project P { task S { after S.B  task B } }')).toEqual(['P.S < P.S.B']);
    expect(cycles('project P { task S { after S  task B } }')).toEqual(['P.S']);
  });

  it('have no forecast, nor has what is behind them; everything else has', () => {
    const { schedule } = analysed(
      `project P {
         task Before { duration 2d }
         task A { duration 2d after Before, B }  task B { duration 2d after A }
         task Behind { duration 2d after A }
         task S { task Inside { duration 1d after Behind }  task Free { duration 1d } }
         milestone Last due 2026-05-01 { after S }
       }`,
      '2026-04-01',
    );
    const without = [...schedule.items()].filter(({ finish }) => finish === undefined).map(({ id }) => id);
    expect(without).toEqual(['P.A', 'P.B', 'P.Behind', 'P.S', 'P.S.Inside', 'P.Last']);
    const behind = schedule.item('P.Behind');
    expect([behind?.planFinish, behind?.slack, behind?.drivers, [...(behind?.drivingChain() ?? [])]]).toEqual([
      undefined,
      undefined,
      [],
      [],
    ]);
  });

  it('cost what the links cost where all wait for all', () => {
    const dense = (size: number): Plan => {
      const names = Array.from({ length: size }, (_, i) => `I${i}`);
      const items = names.map((name) => ({
        name,
        after: names.filter((other) => other !== name).map((on) => ({ on })),
      }));
      return new Plan([buildFile('dense.plan', [buildProject('dense.plan', 'P', items)])]);
    };
    const calendar = calendarOf(new Plan(), undefined);
    const answered = (plan: Plan): void => {
      const [cycle, ...more] = new ScheduleCache().schedule(plan, {
        status: toDay(20_000),
        calendarOf: () => calendar,
      }).cycles;
      expect(cycle?.map(({ item }) => item.id)).toEqual(['P.I0', 'P.I1']);
      expect(more).toEqual([]);
    };
    // Twice as many items are four times as many links. A cubic way to look for cycles would make it three.
    expect(exponent(dense, answered, { from: 50, to: 200, times: 4 })).toBeLessThan(2.8);
  });
});
