/**
 * Networks worked out by hand. In the autumn of 2026 China works on Sunday 20 September and Saturday 10 October, and not
 * on 25–27 September (Mid-autumn) and 1–7 October (National Day), so the working days run
 * … 17 18 20 21 22 23 24 28 29 30 September, 8 9 10 12 13 … October.
 */
import { describe, expect, it } from 'vitest';
import { analysed } from '../../../../test/analysed.js';
import { type Day, formatDay } from '../../model/day.js';

const day = (value: Day | undefined): string => (value === undefined ? '–' : formatDay(value));

/** `start..finish` of every item below the project P, a milestone's finish alone. */
function forecast(members: string, asOf: string): Record<string, string> {
  const items = [...analysed(`project P { ${members} }`, asOf).schedule.items()];
  return Object.fromEntries(
    items.map(({ id, kind, start, finish }) => [
      id.slice(2),
      kind === 'milestone' ? day(finish) : `${day(start)}..${day(finish)}`,
    ]),
  );
}

function plan(members: string, asOf: string): Record<string, string> {
  const items = [...analysed(`project P { ${members} }`, asOf).schedule.items()];
  return Object.fromEntries(
    items.map(({ id, kind, planStart, planFinish }) => [
      id.slice(2),
      kind === 'milestone' ? day(planFinish) : `${day(planStart)}..${day(planFinish)}`,
    ]),
  );
}

describe('a dependency across National Day 2026', () => {
  /** A works on 21 22 23 24 28 September; B takes three working days. */
  const after = (dependency: string): string | undefined =>
    forecast(`task A { start 2026-09-21 duration 5wd } task B { duration 3wd after A ${dependency} }`, '2026-09-01').B;

  it.each([
    // FS: B begins when A has ended, in the evening of the 28th.
    ['FS', '2026-09-29..2026-10-08'],
    // Two working days later are over with the 30th; then the days off begin, and work begins on 8 9 10 October.
    ['FS +2wd', '2026-10-08..2026-10-10'],
    ['FS +3d', '2026-10-08..2026-10-10'],
    ['FS +2w', '2026-10-13..2026-10-15'],
    // 29 September + 1 month.
    ['FS +1mo', '2026-10-29..2026-11-02'],
    // A lead: the two working days before are 24 and 28.
    ['FS -2wd', '2026-09-24..2026-09-29'],
    // Sunday the 27th is off.
    ['FS -2d', '2026-09-28..2026-09-30'],
    ['SS', '2026-09-21..2026-09-23'],
    ['SS +2wd', '2026-09-23..2026-09-28'],
    ['SS +1w', '2026-09-28..2026-09-30'],
    // Sunday the 20th is worked.
    ['SS -1d', '2026-09-20..2026-09-22'],
    // FF: B could end long before, so its start moves with its finish: 23 24 28.
    ['FF', '2026-09-23..2026-09-28'],
    ['FF +2wd', '2026-09-28..2026-09-30'],
    // It has to reach to 1 October, a day off: the last day of work for it is the 8th, before it the 29th and 30th.
    ['FF +3d', '2026-09-29..2026-10-08'],
    ['FF -1w', '2026-09-18..2026-09-21'],
    // SF: B ends when A begins.
    ['SF', '2026-09-17..2026-09-20'],
    ['SF +2wd', '2026-09-20..2026-09-22'],
    ['SF +10d', '2026-09-28..2026-09-30'],
  ])('%s: %s', (dependency, expected) => {
    expect(after(dependency)).toBe(expected);
  });

  it('counts a lag in the calendar of the successor', () => {
    const analysis = analysed(
      `calendar six { weekend sunday }
       project P { task A { start 2026-11-02 duration 5d } }
       project Q { calendar six  task B { duration 1d after P.A FS +1wd } }`,
      '2026-09-01',
    );
    // A ends on Friday 6 November; where Saturday is worked, the lag is over on the evening of the 7th.
    expect(day(analysis.schedule.item('Q.B')?.start)).toBe('2026-11-08');
  });
});

describe('lengths', () => {
  it.each([
    ['start 2028-02-28 duration 2d', '2028-02-28..2028-02-29'],
    ['start 2027-02-28 duration 2d', '2027-02-28..2027-03-01'],
    // A month from 31 January is the end of February: the work is over in the evening before.
    ['start 2028-01-31 duration 1mo', '2028-01-31..2028-02-28'],
    ['start 2028-02-29 duration 1y', '2028-02-29..2029-02-27'],
    ['start 2026-12-30 duration 5d', '2026-12-30..2027-01-03'],
    ['start 2026-11-30 duration 3mo', '2026-11-30..2027-02-27'],
    ['start 2026-12-28 duration 2w', '2026-12-28..2027-01-10'],
    // Without a duration: from start to finish, both worked on.
    ['start 2026-10-01 finish 2026-10-05', '2026-10-01..2026-10-05'],
    // A start in a month is its first day, a finish its last.
    ['start 2026-10 finish 2026-11', '2026-10-01..2026-11-30'],
    // No length at all: a point, on the day of its start.
    ['start 2026-10-09', '2026-10-09..2026-10-09'],
  ])('%s', (members, expected) => {
    expect(forecast(`task A { ${members} }`, '2026-09-01').A).toBe(expected);
  });

  it('over New Year 2026, where 1–3 January are off and Sunday the 4th is worked', () => {
    expect(forecast('task A { start 2025-12-31 duration 2wd }', '2025-12-01').A).toBe('2025-12-31..2026-01-04');
  });
});

describe('the status date', () => {
  it('is the first day on which what has not begun can begin', () => {
    expect(forecast('task A { start 2026-03-02 duration 10d }', '2026-03-31').A).toBe('2026-03-31..2026-04-09');
  });

  it('is the day from which the rest of what has begun is counted', () => {
    expect(
      forecast(
        `task A { started 2026-03-02 duration 10d }
         task B { started 2026-03-02 duration 10d progress 75% }
         task C { started 2026-03-02 duration 3w progress 50% }
         task D { started 2026-03-02 duration 10d progress 75% remaining 5d }
         task E { started 2026-03-02 start 2026-03-02 finish 2026-03-11 progress 95% }`,
        '2026-03-31',
      ),
    ).toEqual({
      A: '2026-03-02..2026-04-09',
      // 2.5 days are 3 whole ones.
      B: '2026-03-02..2026-04-02',
      // Half of 21 days are 11 whole ones.
      C: '2026-03-02..2026-04-10',
      D: '2026-03-02..2026-04-04',
      // Half a day of ten.
      E: '2026-03-02..2026-03-31',
    });
  });

  it('takes the progress that was known by then', () => {
    const task = 'task A { started 2026-03-02 duration 10d progress 20% progress 50% on 2026-03-31 }';
    expect(forecast(task, '2026-03-30').A).toBe('2026-03-02..2026-04-06');
    expect(forecast(task, '2026-03-31').A).toBe('2026-03-02..2026-04-04');
  });

  it('ends no open work before itself', () => {
    expect(forecast('task A { started 2026-03-02 duration 10d progress 100% } task B', '2026-03-31')).toEqual({
      A: '2026-03-02..2026-03-31',
      B: '2026-03-31..2026-03-31',
    });
  });

  it('hides what is dated after it', () => {
    const members = 'task A { duration 10d started 2026-03-02 done 2026-03-20 }';
    expect(forecast(members, '2026-03-20').A).toBe('2026-03-02..2026-03-20');
    expect(forecast(members, '2026-03-19').A).toBe('2026-03-02..2026-03-28');
    expect(forecast(members, '2026-03-01').A).toBe('2026-03-01..2026-03-10');
  });
});

describe('milestones', () => {
  it('fall on the day on which what they wait for ends', () => {
    expect(forecast('task A { duration 10d } milestone M { after A }', '2026-03-31').M).toBe('2026-04-09');
  });

  it('let what waits for them begin on the next day', () => {
    const members = 'milestone M due 2026-04-09 task A { duration 2d after M }';
    expect(forecast(members, '2026-03-31')).toEqual({ M: '2026-04-09', A: '2026-04-10..2026-04-11' });
  });

  it('stand at their deadline, but not before the status date, where they wait for nothing', () => {
    expect(forecast('milestone M due 2026-06', '2026-03-31').M).toBe('2026-06-30');
    expect(forecast('milestone M due 2026-06', '2026-07-31').M).toBe('2026-07-31');
  });

  it('stand at the status date where they neither wait nor have a deadline', () => {
    expect(forecast('milestone M', '2026-03-31').M).toBe('2026-03-31');
  });

  it('are not held back by their deadline where they wait for something', () => {
    const members = 'task A { duration 1d } milestone M due 2026-12-31 { after A }';
    expect(forecast(members, '2026-03-31').M).toBe('2026-03-31');
  });
});

describe('actuals', () => {
  it('win over dependencies', () => {
    const members = `task A { duration 30d started 2026-03-20 }
      task B { duration 10d started 2026-03-25 after A }
      task C { duration 10d done 2026-03-28 after A }`;
    expect(forecast(members, '2026-03-31')).toEqual({
      A: '2026-03-20..2026-04-29',
      B: '2026-03-25..2026-04-09',
      // Done without a start: as long before as it takes.
      C: '2026-03-19..2026-03-28',
    });
  });

  it('fix the start, while the finish still waits for what it is said to wait for', () => {
    const members = 'task A { duration 30d } task B { duration 10d started 2026-03-25 after A FF +2d }';
    expect(forecast(members, '2026-03-31').B).toBe('2026-03-25..2026-05-01');
  });
});

describe('summary tasks', () => {
  const members = `
    task Before { duration 5d }
    task S { after Before
      task A { duration 2d }
      task T { after A  task B { duration 3d }  task C { duration 4d after B } }
    }
    task Behind { duration 1d after S }
    task Beside { duration 1d after S SS +1d }`;

  it('reach from the first start to the last finish of what is inside, at every depth', () => {
    expect(forecast(members, '2026-04-01')).toEqual({
      Before: '2026-04-01..2026-04-05',
      'S.A': '2026-04-06..2026-04-07',
      'S.T.B': '2026-04-08..2026-04-10',
      'S.T.C': '2026-04-11..2026-04-14',
      'S.T': '2026-04-08..2026-04-14',
      S: '2026-04-06..2026-04-14',
      Behind: '2026-04-15..2026-04-15',
      Beside: '2026-04-07..2026-04-07',
    });
  });

  it('have begun with the first and are done with the last of their children', () => {
    const analysis = analysed(
      `project P {
         task S { task A { started 2026-03-02 done 2026-03-10 }  task B { started 2026-03-05 done 2026-03-20 } }
         task T { task A { started 2026-03-02 done 2026-03-10 }  task B }
       }`,
      '2026-03-31',
    );
    const [s, t] = [analysis.schedule.item('P.S'), analysis.schedule.item('P.T')];
    expect([s?.actualStart, s?.actualFinish].map(day)).toEqual(['2026-03-02', '2026-03-20']);
    expect(s?.open).toBe(false);
    expect([t?.actualStart, t?.actualFinish].map(day)).toEqual(['2026-03-02', '–']);
    expect(t?.open).toBe(true);
  });
});

describe('names', () => {
  it('are looked up from the innermost summary outwards', () => {
    const members = `
      task A { duration 10d }
      task S { task A { duration 2d }  task B { duration 1d after A }  task C { duration 1d after P.A } }`;
    const dates = forecast(members, '2026-04-01');
    expect(dates['S.B']).toBe('2026-04-03..2026-04-03');
    expect(dates['S.C']).toBe('2026-04-11..2026-04-11');
  });

  it('that lead nowhere are left out: the rest goes on', () => {
    expect(forecast('task A { duration 2d } task B { duration 1d after Nobody, A }', '2026-04-01').B).toBe(
      '2026-04-03..2026-04-03',
    );
    expect(forecast('milestone M due 2026-06-30 { after Nobody }', '2026-04-01').M).toBe('2026-06-30');
  });
});

describe('the plan', () => {
  it('knows neither the status date nor actuals', () => {
    const members = `task A { start 2026-03-02 duration 10d started 2026-03-20 done 2026-04-15 }
      task B { duration 5d after A }  milestone M { after B }`;
    expect(plan(members, '2026-04-30')).toEqual({
      A: '2026-03-02..2026-03-11',
      B: '2026-03-12..2026-03-16',
      M: '2026-03-16',
    });
  });

  it('goes by finish, then by due, where nothing else says when', () => {
    const members = `task A { finish 2026-05-31 due 2026-06-30 duration 10d }
      task B { due 2026-06-30 duration 10d }
      task C { start 2026-04-01 due 2026-06-30 duration 10d }
      task D { after A due 2026-12-31 duration 10d }
      milestone M due 2026-06-30
      task E { duration 10d }
      task F { due 2026-07-31 duration 5d after E }`;
    expect(plan(members, '2026-04-30')).toEqual({
      A: '2026-05-22..2026-05-31',
      B: '2026-06-21..2026-06-30',
      C: '2026-04-01..2026-04-10',
      D: '2026-06-01..2026-06-10',
      M: '2026-06-30',
      // Nothing says when E is planned, so neither does E for F.
      E: '–..–',
      F: '2026-07-27..2026-07-31',
    });
  });
});
