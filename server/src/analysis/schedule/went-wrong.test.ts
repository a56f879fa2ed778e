/** Plans whose schedule was wrong, each with the right answer worked out by hand. */
import { describe, expect, it } from 'vitest';
import { analysed } from '../../../../test/analysed.js';
import { type Day, formatDay, parseIsoDay } from '../../model/day.js';
import type { ScheduledItem } from './scheduled-item.js';

const day = (value: Day | undefined): string => (value === undefined ? '–' : formatDay(value));

/** Items by id, as of a day. `five` is a week from Monday to Friday without holidays. */
function scheduled(asOf: string, text: string): (id: string) => ScheduledItem {
  const analysis = analysed(`calendar five { weekend saturday, sunday } ${text}`, asOf);
  return (id) => {
    const item = analysis.schedule.item(id);
    if (item === undefined) throw new Error(id);
    return item;
  };
}

const span = ({ kind, start, finish }: ScheduledItem): string =>
  kind === 'milestone' ? day(finish) : `${day(start)}..${day(finish)}`;
const slack = ({ slack, slackUnit }: ScheduledItem): string => `${slack}${slackUnit ?? ''}`;

describe('a weekend between two tasks', () => {
  it('was taken for slack, so the critical path broke at every weekend', () => {
    const item = scheduled(
      '2026-06-01',
      'project P { task a { duration 5wd } task b { after a duration 5wd due 2026-06-12 } }',
    );
    expect(['P.a', 'P.b'].map((id) => [slack(item(id)), item(id).critical])).toEqual([
      ['0wd', true],
      ['0wd', true],
    ]);
    expect(day(item('P.a').mustStart)).toBe('2026-06-01');
  });

  it('was taken for slack over National Day too', () => {
    const item = scheduled(
      '2026-06-01',
      'project Q { task c { start 2026-09-28 duration 3wd } task d { after c duration 2wd due 2026-10-09 } }',
    );
    expect(['Q.c', 'Q.d'].map((id) => [span(item(id)), slack(item(id))])).toEqual([
      ['2026-09-28..2026-09-30', '0wd'],
      ['2026-10-08..2026-10-09', '0wd'],
    ]);
  });

  it('is no slack either where the deadline lies in it, and missed days off are a miss', () => {
    const saturday = scheduled('2026-06-01', 'project P { calendar five task a { duration 5wd due 2026-06-06 } }');
    expect(slack(saturday('P.a'))).toBe('0wd');
    // All done on a Sunday but for saying so, the deadline the Saturday before: working days cannot say how late.
    const sunday = scheduled(
      '2026-06-07',
      'project P { calendar five task a { started 2026-06-01 duration 5wd progress 100% due 2026-06-06 } }',
    );
    expect([span(sunday('P.a')), slack(sunday('P.a'))]).toEqual(['2026-06-01..2026-06-07', '-1d']);
  });
});

describe('work in working days', () => {
  it('was said to begin on a day off', () => {
    const item = scheduled(
      '2026-06-05',
      `project P { calendar five
        task a { duration 1wd } task b { after a FS +0d duration 2wd } task c { after a FS +1d duration 2wd }
        task d { after a FS +3d duration 2wd } task e { after a duration 2d } task f { start 2026-06-13 duration 1wd } }`,
    );
    expect(['b', 'c', 'd', 'e', 'f'].map((name) => span(item(`P.${name}`)))).toEqual([
      '2026-06-08..2026-06-09',
      '2026-06-08..2026-06-09',
      '2026-06-09..2026-06-10',
      // Calendar days go on over the weekend.
      '2026-06-06..2026-06-07',
      '2026-06-15..2026-06-15',
    ]);
  });

  it('was said to begin on the status date, a Sunday', () => {
    expect(span(scheduled('2026-06-07', 'project P { calendar five task a { duration 2wd } }')('P.a'))).toBe(
      '2026-06-08..2026-06-09',
    );
  });

  it('was said to end on a day off where FF or SF pushed it', () => {
    const item = scheduled(
      '2026-06-01',
      `project P { calendar five task p { start 2026-06-05 duration 3d } task s { after p FF duration 3wd }
         task q { start 2026-06-08 duration 1wd } task r { after q SF duration 2wd } }
       project Q { task p { start 2026-10-01 duration 7d } task t { after p FF duration 2wd } }`,
    );
    expect(['P.s', 'P.r', 'Q.t'].map((id) => span(item(id)))).toEqual([
      '2026-06-04..2026-06-08',
      '2026-06-04..2026-06-05',
      '2026-09-30..2026-10-08',
    ]);
  });

  it('of no length on a day off is a point on the next working day, and delays nothing', () => {
    const item = scheduled(
      '2026-06-01',
      `project P { calendar five task a { start 2026-06-08 duration 0wd } task b { after a duration 1d }
         task c { start 2026-06-06 duration 0wd } task d { start 2026-06-06 duration 0d } task e { after d duration 1d } }`,
    );
    expect(['a', 'b', 'c', 'd', 'e'].map((name) => span(item(`P.${name}`)))).toEqual([
      '2026-06-08..2026-06-08',
      '2026-06-08..2026-06-08',
      '2026-06-08..2026-06-08',
      '2026-06-06..2026-06-06',
      '2026-06-06..2026-06-06',
    ]);
  });
});

describe('what remains', () => {
  it('was rounded up to the unit of the duration: of a year at 90 % another year', () => {
    const item = scheduled(
      '2026-06-01',
      `project P { task w { started 2026-04-01 duration 10w progress 55% }
         task m { started 2026-03-10 duration 3mo progress 90% } task y { started 2025-07-08 duration 1y progress 90% } }`,
    );
    // 31.5 of 70 days, 9.2 of 92, 36.5 of 365.
    expect(['w', 'm', 'y'].map((name) => day(item(`P.${name}`).finish))).toEqual([
      '2026-07-02',
      '2026-06-10',
      '2026-07-07',
    ]);
  });

  it('of work that is all done was moved behind the holiday on which it was asked', () => {
    const item = scheduled(
      '2026-10-01',
      `project P { task d { started 2026-09-21 duration 7d progress 100% }
         task w { started 2026-09-21 duration 7wd progress 100% due 2026-10-05 }
         task r { started 2026-09-21 duration 7wd remaining 0wd } task f { after w duration 2d } }`,
    );
    expect(['d', 'w', 'r'].map((name) => day(item(`P.${name}`).finish))).toEqual([
      '2026-10-01',
      '2026-10-01',
      '2026-10-01',
    ]);
    expect(day(item('P.f').start)).toBe('2026-10-02');
  });

  it('counted for nothing where no start was stated', () => {
    const item = scheduled(
      '2026-06-05',
      `project P { task a { start 2026-06-01 duration 10d progress 50% due 2026-06-12 }
         task b { start 2026-06-01 duration 10d progress 100% } task c { start 2026-06-01 duration 10d remaining 2d }
         task d { start 2026-07-01 duration 10d progress 50% } task e { duration 10d progress 50% } }`,
    );
    expect(['a', 'b', 'c', 'd', 'e'].map((name) => span(item(`P.${name}`)))).toEqual([
      '2026-06-01..2026-06-09',
      '2026-06-01..2026-06-05',
      '2026-06-01..2026-06-06',
      // Planned for later, or not at all: it has begun by the status date all the same.
      '2026-06-05..2026-06-09',
      '2026-06-05..2026-06-09',
    ]);
    expect([item('P.a').mustStart, item('P.a').actualStart]).toEqual([undefined, undefined]);
  });

  it('does not count on a day before the stated start, and progress of 0 % is no beginning', () => {
    const later = scheduled('2026-06-05', 'project P { task a { started 2026-06-06 duration 10d progress 50% } }');
    expect(span(later('P.a'))).toBe('2026-06-05..2026-06-14');
    expect(span(scheduled('2026-06-05', 'project P { task a { duration 10d progress 0% } }')('P.a'))).toBe(
      '2026-06-05..2026-06-14',
    );
  });
});

describe('the latest start of months', () => {
  it('was days too early where the end of a month is clamped', () => {
    const item = scheduled('2026-01-30', 'project P { task e { start 2026-01-31 duration 1mo due 2026-02-27 } }');
    expect([span(item('P.e')), slack(item('P.e')), day(item('P.e').mustStart)]).toEqual([
      '2026-01-31..2026-02-27',
      '0d',
      '2026-01-31',
    ]);
  });

  it.each([
    ['1mo due 2026-02-26', '2026-01-27'],
    ['1mo due 2026-02-28', '2026-02-01'],
    ['3mo due 2026-05-30', '2026-02-28'],
    ['1y due 2025-02-27', '2024-02-29'],
  ])('%s: %s', (members, expected) => {
    expect(day(scheduled('2024-01-01', `project P { task a { duration ${members} } }`)('P.a').mustStart)).toBe(
      expected,
    );
  });

  it('of a lead in months too', () => {
    // A month before the 29th, 30th and 31st of March is the 28th of February each time.
    const item = scheduled(
      '2026-03-01',
      'project P { task a { duration 5d } task b { after a FS -1mo start 2026-02-28 duration 1d due 2026-02-28 } }',
    );
    expect(day(item('P.a').latestFinish)).toBe('2026-03-30');
  });
});

describe('milestones', () => {
  it('tied to the start of the works were put on the day before', () => {
    const item = scheduled(
      '2026-06-01',
      'project P { task a { start 2026-06-10 duration 5d } milestone m due 2026-06-09 { after a SS } }',
    );
    expect([span(item('P.m')), slack(item('P.m'))]).toEqual(['2026-06-10', '-1d']);
    const inTime = scheduled(
      '2026-06-01',
      'project P { task a { start 2026-06-10 duration 5d } milestone m due 2026-06-10 { after a SS } }',
    );
    expect([slack(inTime('P.m')), slack(inTime('P.a')), day(inTime('P.a').mustStart)]).toEqual([
      '0d',
      '0d',
      '2026-06-10',
    ]);
  });

  it('tied to a start by working days fall on a working day, by days on any', () => {
    const item = scheduled(
      '2026-06-01',
      `project P { calendar five task a { start 2026-06-04 duration 5d }
         milestone w { after a SS +2wd } milestone d { after a SS +2d } }`,
    );
    // Two working days after Thursday morning are over on Friday evening.
    expect([span(item('P.w')), span(item('P.d'))]).toEqual(['2026-06-08', '2026-06-06']);
  });

  it('that were done held up until the next day what could begin with them', () => {
    const item = scheduled(
      '2026-06-10',
      `project P { milestone done done 2026-06-10 milestone start due 2026-06-12
         task a { after done duration 2d } task b { after start duration 2d }
         milestone m { after done } milestone n { after done FF } task s { after a SS duration 1d } milestone g { after a SS } task t { after g duration 1d } }`,
    );
    expect(['a', 'b', 'm', 'n', 'g', 't'].map((name) => span(item(`P.${name}`)))).toEqual([
      '2026-06-10..2026-06-11',
      '2026-06-13..2026-06-14',
      '2026-06-10',
      '2026-06-10',
      '2026-06-10',
      '2026-06-10..2026-06-10',
    ]);
  });
});

describe('summaries', () => {
  it('held by FF pushed every child, so that they ended behind what they were held by', () => {
    const item = scheduled(
      '2026-06-01',
      `project P { task p { duration 20d } task g { after p FF task x { duration 3d } task y { after g.x duration 2d } } }
       project Q { task g { task x { duration 20d } task y { duration 2d } } task t { after g FF duration 3d } }`,
    );
    expect(['P.g.x', 'P.g.y', 'P.g', 'Q.t'].map((id) => span(item(id)))).toEqual([
      '2026-06-01..2026-06-03',
      '2026-06-19..2026-06-20',
      '2026-06-01..2026-06-20',
      '2026-06-18..2026-06-20',
    ]);
  });

  it('held by FF made a cycle where only an early part was waited for', () => {
    const item = scheduled(
      '2026-06-01',
      `project P { task g { after p FF task x { duration 3d } task y { after g.x duration 2d } }
         task p { after g.x duration 5d } }`,
    );
    expect([span(item('P.p')), span(item('P.g'))]).toEqual(['2026-06-04..2026-06-08', '2026-06-01..2026-06-08']);
  });

  it('held by FF in nested summaries: the leaves that nothing comes after', () => {
    const item = scheduled(
      '2026-06-01',
      `project P { task p { duration 20d } task g { after p FF
         task t { task x { duration 1d } task y { duration 1d } } task z { after t.x duration 1d } } }`,
    );
    expect(['P.g.t.x', 'P.g.t.y', 'P.g.z'].map((id) => day(item(id).finish))).toEqual([
      '2026-06-01',
      '2026-06-20',
      '2026-06-20',
    ]);
  });

  it('said to be done with a part still open counted as done', () => {
    const item = scheduled(
      '2026-06-10',
      `project P { task k { due 2026-06-08 done 2026-06-05
         task a { start 2026-06-01 duration 30d started 2026-06-01 remaining 30d } } }`,
    );
    expect([span(item('P.k')), item('P.k').actualFinish, item('P.k').open]).toEqual([
      '2026-06-01..2026-07-09',
      undefined,
      true,
    ]);
  });
});

describe('interruptions', () => {
  const finish = (members: string, asOf: string, stages = '') =>
    span(scheduled(asOf, `project P { ${stages} task a { ${members} } }`)('P.a'));

  it.each([
    ['duration 10d suspended 2026-06-05 .. 2026-06-08', '2026-06-01', '2026-06-01..2026-06-14'],
    ['duration 4d suspended 2026-06-05 .. 2026-06-08', '2026-06-01', '2026-06-01..2026-06-04'],
    ['duration 5d suspended 2026-06-05 .. 2026-06-08', '2026-06-01', '2026-06-01..2026-06-09'],
    // It cannot begin while it is suspended.
    ['duration 2d suspended 2026-06-01 .. 2026-06-08', '2026-06-01', '2026-06-09..2026-06-10'],
    // Suspensions that overlap count once.
    [
      'duration 2d suspended 2026-06-02 .. 2026-06-04 suspended 2026-06-03 .. 2026-06-05',
      '2026-06-01',
      '2026-06-01..2026-06-06',
    ],
    // The end is open: through the status date.
    ['started 2026-06-01 duration 10d progress 50% suspended 2026-06-10 ..', '2026-06-20', '2026-06-01..2026-06-25'],
    ['started 2026-06-01 duration 10d progress 50% suspended 2026-06-10 ..', '2026-06-09', '2026-06-01..2026-06-13'],
    // Thursday 4 June; the working days that follow are 5, 8 and, behind the suspension, 11 June.
    ['duration 4wd suspended 2026-06-09 .. 2026-06-10', '2026-06-04', '2026-06-04..2026-06-11'],
    // The 28 days of a month from 1 February, and ten more.
    ['start 2027-02-01 duration 1mo suspended 2027-02-10 .. 2027-02-19', '2026-06-01', '2027-02-01..2027-03-10'],
  ])('%s as of %s: %s', (members, asOf, expected) => {
    expect(finish(members, asOf)).toBe(expected);
  });

  it('by the stage of the project last until the stage that follows, or through the status date', () => {
    const stages = 'stage construction on 2026-01-01 stage suspended on 2026-06-05';
    expect(finish('started 2026-06-01 duration 10d progress 50%', '2026-06-08', stages)).toBe('2026-06-01..2026-06-13');
    expect(finish('started 2026-06-01 duration 10d progress 50%', '2026-06-04', stages)).toBe('2026-06-01..2026-06-08');
    const resumed = `${stages} stage construction on 2026-06-07`;
    expect(finish('started 2026-06-01 duration 10d progress 50%', '2026-06-08', resumed)).toBe(
      '2026-06-01..2026-06-12',
    );
    expect(finish('started 2026-06-01 done 2026-06-06', '2026-06-08', resumed)).toBe('2026-06-01..2026-06-06');
  });

  it('reach all that is inside a summary, and must-start counts back over them', () => {
    const item = scheduled(
      '2026-06-01',
      'project P { task s { suspended 2026-06-05 .. 2026-06-08 task a { duration 10d due 2026-06-20 } } }',
    );
    expect([span(item('P.s.a')), day(item('P.s.a').mustStart), slack(item('P.s.a'))]).toEqual([
      '2026-06-01..2026-06-14',
      '2026-06-11',
      '6d',
    ]);
  });

  it('leave planned progress where it was', () => {
    const text = 'project P { task a { start 2026-06-01 duration 20d suspended 2026-06-11 .. 2026-06-20 } }';
    const planned = (asOf: string) => {
      const analysis = analysed(text, asOf);
      const [project] = analysis.plan.all('project');
      const percent = project && analysis.metrics(project).plannedProgress;
      return percent && Number(percent.n) / Number(percent.d);
    };
    expect(['2026-06-10', '2026-06-15', '2026-06-20', '2026-06-21', '2026-06-30'].map(planned)).toEqual([
      50, 50, 50, 55, 100,
    ]);
  });

  it('stand in the driving chain', () => {
    const item = scheduled(
      '2026-06-01',
      'project P { task a { duration 10d suspended 2026-06-05 .. 2026-06-08 "flood" } milestone m due 2026-06-10 { after a } }',
    );
    const [, step] = [...item('P.m').drivingChain()];
    expect([step?.days, step?.interruptions]).toEqual([
      14,
      [{ first: parseIsoDay('2026-06-05'), last: parseIsoDay('2026-06-08'), why: 'flood' }],
    ]);
  });
});

describe('calendars', () => {
  it('with another weekend work on Saturdays and Sundays', () => {
    const item = scheduled(
      '2026-06-05',
      `calendar site { weekend monday }
       project P { calendar site task a { duration 3wd } task b { duration 4wd } }`,
    );
    expect([day(item('P.a').finish), day(item('P.b').finish)]).toEqual(['2026-06-07', '2026-06-09']);
  });

  it('of a task or a summary hold for it and what is inside, lags for what waits', () => {
    const item = scheduled(
      '2026-06-05',
      `calendar seven { weekend wednesday }
       project P { calendar five task a { calendar seven duration 3wd } task b { duration 3wd }
         task s { calendar seven task c { duration 3wd } } task d { after a FS +1wd duration 1d } task e { calendar seven after a FS +1wd duration 1d } }`,
    );
    expect(['a', 'b', 's.c', 'd', 'e'].map((name) => span(item(`P.${name}`)))).toEqual([
      '2026-06-05..2026-06-07',
      '2026-06-05..2026-06-09',
      '2026-06-05..2026-06-07',
      // A ends on Sunday evening; a working day of five later is Monday evening.
      '2026-06-09..2026-06-09',
      '2026-06-09..2026-06-09',
    ]);
  });
});

describe('dated progress', () => {
  it('counts as it was known', () => {
    const text =
      'project P { task a { started 2026-06-01 duration 10d progress 20% on 2026-06-05 progress 60% on 2026-06-10 } }';
    expect(
      ['2026-06-04', '2026-06-05', '2026-06-09', '2026-06-10'].map((asOf) => day(scheduled(asOf, text)('P.a').finish)),
    ).toEqual(['2026-06-13', '2026-06-12', '2026-06-16', '2026-06-13']);
  });
});
