/** Latest dates, slack and drivers. */
import { describe, expect, it } from 'vitest';
import { analysed } from '../../../../test/analysed.js';
import { type Day, formatDay } from '../../model/day.js';

const day = (value: Day | undefined): string | undefined => (value === undefined ? undefined : formatDay(value));

function scheduled(members: string, asOf: string) {
  const { schedule } = analysed(`project P { ${members} }`, asOf);
  return (id: string) => {
    const item = schedule.item(`P.${id}`);
    if (item === undefined) throw new Error(`no ${id}`);
    return item;
  };
}

describe('slack', () => {
  it('is what is left until the deadline downstream that allows the least', () => {
    const item = scheduled(
      `task A { duration 10d }
       task B { duration 5d after A due 2026-04-30 }
       milestone M due 2026-04-20 { after B FS +2d }`,
      '2026-04-01',
    );
    // A 1–10 April, B 11–15, M on the 17th: three days to spare. B alone would have fifteen.
    expect(['A', 'B', 'M'].map((id) => item(id).slack)).toEqual([3, 3, 3]);
    expect(item('A').limitedBy?.id).toBe('P.M');
    expect(day(item('B').latestFinish)).toBe('2026-04-18');
    expect(item('M').critical).toBe(false);
  });

  it('is negative by the days by which the deadline will be missed', () => {
    const item = scheduled('task A { duration 10d } milestone M due 2026-04-08 { after A }', '2026-04-01');
    expect([item('A').slack, item('M').slack, item('A').critical]).toEqual([-2, -2, true]);
  });

  it('of zero is critical', () => {
    const item = scheduled('task A { duration 10d due 2026-04-10 }', '2026-04-01');
    expect([item('A').slack, item('A').critical]).toEqual([0, true]);
  });

  it('is not there without a deadline downstream, nor for what is done', () => {
    const item = scheduled(
      `task A { duration 10d after M }  milestone M due 2026-04-08
       task D { duration 2d due 2026-04-30 done 2026-03-20 }`,
      '2026-04-01',
    );
    expect([item('A').slack, item('A').critical, item('D').slack]).toEqual([undefined, false, undefined]);
  });

  it('passes through every type of dependency as the forecast does', () => {
    const item = scheduled(
      `task SS { duration 10d }  milestone M1 due 2026-04-20 { after SS SS +5d }
       task FF { duration 10d }  task T2 { duration 3d due 2026-04-20 after FF FF +5d }
       task SF { duration 10d }  task T3 { duration 3d due 2026-04-20 after SF SF +5d }`,
      '2026-04-01',
    );
    // M1 is on the 20th if SS starts 5 days before: on the 15th, 14 days later than now.
    expect([item('SS').slack, day(item('SS').mustStart)]).toEqual([14, '2026-04-15']);
    // T2 may end on the 20th, so FF on the 15th: now it ends on the 10th.
    expect([item('FF').slack, day(item('FF').mustStart)]).toEqual([5, '2026-04-06']);
    expect([item('SF').slack, day(item('SF').mustStart)]).toEqual([15, '2026-04-16']);
  });

  it('knows that a start that is a fact can slip no more', () => {
    const item = scheduled(
      'task A { started 2026-03-30 duration 10d }  milestone M due 2026-04-20 { after A SS +5d }',
      '2026-04-01',
    );
    expect(item('A').slack).toBeUndefined();
  });

  it('of a summary is the least of what is inside', () => {
    const item = scheduled(
      `task S { due 2026-04-30  task A { duration 3d }  task B { duration 9d after A due 2026-04-15 } }
       milestone M due 2026-05-31 { after S }`,
      '2026-04-01',
    );
    // B ends on the 12th.
    expect([item('S.A').slack, item('S.B').slack, item('S').slack]).toEqual([3, 3, 3]);
    expect(item('M').slack).toBe(49);
  });

  it('of what a summary waits for reaches down to each of its children', () => {
    const item = scheduled(
      'task A { duration 3d }  task S { after A  task B { duration 5d due 2026-04-10 }  task C { duration 1d } }',
      '2026-04-01',
    );
    // A 1–3, B 4–8.
    expect(item('A').slack).toBe(2);
  });

  it('of work in working days is counted in those, else in days', () => {
    // Monday 13 April is the deadline; the task ends on Thursday the 9th (6 April is a holiday).
    const item = scheduled(
      'task A { duration 3wd due 2026-04-13 } task B { duration 3d due 2026-04-13 }',
      '2026-04-07',
    );
    expect([item('A').slack, item('A').slackUnit, day(item('A').mustStart)]).toEqual([2, 'wd', '2026-04-09']);
    expect([item('B').slack, item('B').slackUnit, day(item('B').mustStart)]).toEqual([4, 'd', '2026-04-11']);
  });

  it('leaves no day too many where a lead meets days off', () => {
    // M may be on Friday 6 November, in the evening of which days off begin. Two working days before the evening of
    // Monday begin on Friday morning, two before that of Tuesday on Monday: too late.
    const item = scheduled('task A { duration 1d } milestone M due 2026-11-06 { after A FS -2wd }', '2026-11-02');
    expect(day(item('A').latestFinish)).toBe('2026-11-09');
  });
});

describe('must-start', () => {
  it('is the last day on which the work can begin', () => {
    const item = scheduled('task A { duration 10d due 2026-04-30 }', '2026-04-01');
    expect(day(item('A').mustStart)).toBe('2026-04-21');
  });

  it('skips days off', () => {
    // 28 29 30 September, 8 9 October.
    const item = scheduled('task A { duration 5wd due 2026-10-09 }', '2026-09-01');
    expect(day(item('A').mustStart)).toBe('2026-09-28');
  });

  it('is gone once the work has begun, and there is none for a milestone', () => {
    const item = scheduled(
      'task A { duration 10d started 2026-03-30 due 2026-04-30 }  milestone M due 2026-04-30 { after A }',
      '2026-04-01',
    );
    expect([item('A').mustStart, item('M').mustStart]).toEqual([undefined, undefined]);
  });

  it('of a summary is that of the child that has to begin first', () => {
    const item = scheduled('task S { due 2026-04-30  task A { duration 3d }  task B { duration 9d } }', '2026-04-01');
    expect(day(item('S').mustStart)).toBe('2026-04-22');
  });
});

describe('drivers', () => {
  it('are the predecessors that determine the forecast', () => {
    const item = scheduled(
      `task A { duration 10d }  task B { duration 5d }
       task C { duration 2d after A, B }
       task D { duration 2d after B  start 2026-06-01 }
       task E { duration 2d after C FS -30d }`,
      '2026-04-01',
    );
    expect(item('C').drivers.map(({ id }) => id)).toEqual(['P.A']);
    expect([item('D').drivers, item('D').cause]).toEqual([[], 'start']);
    expect([item('E').drivers, item('E').cause]).toEqual([[], 'status']);
  });

  it('lead back to a root, each step with its days', () => {
    const item = scheduled(
      `task A { duration 10d started 2026-03-20 remaining 6d }
       task S { after A FS +2d  task B { duration 3d }  task C { duration 5d } }
       task D { duration 4d after S SS +1d }
       milestone M { after S, D }`,
      '2026-04-01',
    );
    // A 1–6 April, two days of lag, C 9–13. D from the 10th to the 13th as well: the first stated counts.
    expect(
      [...item('M').drivingChain()].map(({ item: { id }, cause, days, lagDays }) => [id, cause, lagDays, days]),
    ).toEqual([
      ['P.M', 'dependency', 0, 0],
      ['P.S.C', 'dependency', 2, 5],
      ['P.A', 'progress', 0, 6],
    ]);
  });

  it('do not count what is done where the status date asks for the same', () => {
    const item = scheduled('task A { duration 10d done 2026-03-31 }  task B { duration 2d after A }', '2026-04-01');
    expect([item('B').cause, item('B').drivers]).toEqual(['status', []]);
  });
});
