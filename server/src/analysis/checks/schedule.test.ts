/** The rules about the schedule and its calendar. */
import { describe, expect, it } from 'vitest';
import { codesIn, findingsIn } from '../../../../test/findings.js';
import { messageOf } from './index.js';

/** What is found of one rule, each with the place it is at. */
function found(code: string, text: string, asOf: string) {
  return findingsIn(text, asOf)
    .filter((finding) => finding.code === code)
    .map((finding) => ({
      at: text.slice(finding.at.start, finding.at.end),
      message: messageOf(finding, 'en'),
      zh: messageOf(finding, 'zh'),
      data: finding.data,
      related: (finding.related ?? []).map(({ at, message }) => `${text.slice(at.start, at.end)} | ${message.en}`),
    }));
}

const messages = (code: string, text: string, asOf: string) => found(code, text, asOf).map(({ message }) => message);

describe('deadline/forecast-late', () => {
  const text = `project P {
    approval Permission "Planning permission" { started 2026-06-01 duration 30d remaining 20d }
    task Tender { after Permission FS +5d  duration 20d }
    milestone Groundbreaking due 2026-08-10 { after Tender }
  }`;

  it('tells the driving chain back to its root, each step with its days', () => {
    // Permission until 19 July, five days of lag, Tender from the 25th to 13 August.
    expect(found('deadline/forecast-late', text, '2026-06-30')).toEqual([
      {
        at: '2026-08-10',
        message: 'Will be 3 days late: forecast 2026-08-13, due 2026-08-10',
        zh: '预计逾期3天：预计2026年8月13日完成，期限为2026年8月10日',
        data: { due: '2026-08-10', forecast: '2026-08-13', days: 3 },
        related: [
          'Tender | "Tender": 20 days, after a lag of 5 days',
          'Permission | "Planning permission": 20 days, what remains of it, counted from 2026-06-30',
        ],
      },
    ]);
  });

  it('is silent once the deadline has passed: then it is overdue', () => {
    expect(messages('deadline/forecast-late', text, '2026-08-11')).toEqual([]);
    expect(messages('deadline/overdue', text, '2026-08-11')).toHaveLength(1);
  });

  it('is silent about what is cancelled', () => {
    const cancelled = text.replace('project P {', 'project P { stage cancelled');
    expect(messages('deadline/forecast-late', cancelled, '2026-06-30')).toEqual([]);
  });

  it('follows the chain into other projects and through summaries', () => {
    const [late] = found(
      'deadline/forecast-late',
      `project P { task S { task A { duration 10d }  task B { duration 2d } } }
       project Q { milestone M due 2026-04-05 { after P.S } }`,
      '2026-04-01',
    );
    expect(late?.related).toEqual(['A | "A": 10 days, not begun, so counted from 2026-04-01']);
  });
});

describe('schedule/cycle', () => {
  it('is told once, at the first, with the others as related places', () => {
    const [cycle, ...more] = found(
      'schedule/cycle',
      'project P { task A { after C }  task B { after A }  task C { after B }  task D { after C } }',
      '2026-04-01',
    );
    expect(more).toEqual([]);
    expect(cycle).toMatchObject({
      at: 'C',
      message: '"P.A" waits for "P.C", which waits for "P.B", which waits for "P.A" again',
      data: { path: ['P.A', 'P.C', 'P.B'] },
      related: ['B | "P.C" waits for "P.B"', 'A | "P.B" waits for "P.A"'],
    });
  });

  it('says so of an item that waits for itself', () => {
    expect(messages('schedule/cycle', 'project P { task A { after A } }', '2026-04-01')).toEqual([
      '"P.A" waits for itself',
    ]);
  });

  it('does not spell out a very long one', () => {
    const items = Array.from({ length: 40 }, (_, i) => `task T${i} { after T${(i + 1) % 40} }`).join(' ');
    const [message] = messages('schedule/cycle', `project P { ${items} }`, '2026-04-01');
    expect(message).toMatch(
      /^"P.T0" waits for "P.T1", .* "P.T5", which waits through 34 more, which waits for "P.T0" again$/,
    );
  });
});

describe('schedule/out-of-sequence', () => {
  const told = (dependency: string, actuals: string) =>
    messages(
      'schedule/out-of-sequence',
      `project P { task A { started 2026-03-02 done 2026-03-10 }  task B { after A ${dependency} duration 5d ${actuals} } }`,
      '2026-03-31',
    );

  it.each([
    [
      'FS',
      'started 2026-03-10',
      'Started on 2026-03-10, though by its dependency (FS) on "P.A" it could not before 2026-03-11',
    ],
    [
      'FS +2d',
      'started 2026-03-12',
      'Started on 2026-03-12, though by its dependency (FS) on "P.A" it could not before 2026-03-13',
    ],
    [
      'SS',
      'started 2026-03-01',
      'Started on 2026-03-01, though by its dependency (SS) on "P.A" it could not before 2026-03-02',
    ],
    [
      'FF',
      'started 2026-03-01 done 2026-03-09',
      'Finished on 2026-03-09, though by its dependency (FF) on "P.A" it could not before 2026-03-10',
    ],
    [
      'SF +3d',
      'started 2026-03-01 done 2026-03-03',
      'Finished on 2026-03-03, though by its dependency (SF) on "P.A" it could not before 2026-03-04',
    ],
  ])('%s, %s', (dependency, actuals, message) => {
    expect(told(dependency, actuals)).toEqual([message]);
  });

  it.each([
    ['FS', 'started 2026-03-11'],
    ['FS -1d', 'started 2026-03-10'],
    ['SS', 'started 2026-03-02'],
    ['FF', 'started 2026-03-01 done 2026-03-10'],
    ['FF', 'started 2026-03-01'],
    ['SF', 'started 2026-02-20 done 2026-03-01'],
  ])('is silent about %s, %s', (dependency, actuals) => {
    expect(told(dependency, actuals)).toEqual([]);
  });

  it('lets a milestone be reached on the day on which what it waits for ends', () => {
    const text = (day: string) => `project P { task A { done 2026-03-10 }  milestone M done ${day} { after A } }`;
    expect(messages('schedule/out-of-sequence', text('2026-03-10'), '2026-03-31')).toEqual([]);
    expect(messages('schedule/out-of-sequence', text('2026-03-09'), '2026-03-31')).toHaveLength(1);
  });

  it('says that the other is not finished', () => {
    expect(
      messages(
        'schedule/out-of-sequence',
        'project P { task A { duration 5d }  task B { after A started 2026-03-20 } }',
        '2026-03-31',
      ),
    ).toEqual([
      'Started on 2026-03-20, though by its dependency (FS) on "P.A", which is not finished yet, it could not before 2026-04-05',
    ]);
  });

  it('speaks of the start of the other where that is what it waits for, and of none that is a fact', () => {
    const text = (started: string) =>
      `project P { task A { duration 5d ${started} }  task B { after A SS started 2026-03-20 } }`;
    expect(messages('schedule/out-of-sequence', text(''), '2026-03-31')).toEqual([
      'Started on 2026-03-20, though by its dependency (SS) on "P.A", which has not started yet, it could not before 2026-03-31',
    ]);
    expect(messages('schedule/out-of-sequence', text('started 2026-03-25'), '2026-03-31')).toEqual([
      'Started on 2026-03-20, though by its dependency (SS) on "P.A" it could not before 2026-03-25',
    ]);
  });
});

describe('schedule/must-start', () => {
  const text = 'project P { task A { duration 20d }  milestone M due 2026-04-30 { after A } }';

  it('fires from the day after the last possible start until the deadline has passed', () => {
    const days = ['2026-04-11', '2026-04-12', '2026-04-30', '2026-05-01'];
    expect(days.map((day) => messages('schedule/must-start', text, day).length)).toEqual([0, 1, 1, 0]);
    expect(messages('schedule/must-start', text, '2026-04-13')).toEqual([
      'Should have begun by 2026-04-11, 2 days ago, for "P.M" to be done by 2026-04-30',
    ]);
  });

  it('is silent about what has begun', () => {
    const begun = text.replace('duration 20d', 'duration 20d started 2026-04-10');
    expect(messages('schedule/must-start', begun, '2026-04-13')).toEqual([]);
  });

  it('is silent where the start is stated on a day that there is not', () => {
    const plan = 'project P { task A { duration 20d due 2026-04-30 started 2026-02-30 } }';
    expect(codesIn(plan, '2026-04-13')).toContain('value/date');
    expect(codesIn(plan, '2026-04-13')).not.toContain('schedule/must-start');
  });
});

describe('schedule/order', () => {
  it('says so of days off that run backwards, which once brought the whole check down', () => {
    expect(found('schedule/order', 'calendar C { holiday 2026-03-04 .. 2026-03-01 }', '2026-03-31')).toMatchObject([
      {
        at: 'holiday 2026-03-04 .. 2026-03-01',
        message: 'The days off end on 2026-03-01, before they begin on 2026-03-04',
        zh: '放假日期倒置：2026年3月1日结束，早于2026年3月4日开始',
      },
    ]);
  });

  it.each([
    ['period 2026-06 .. 2026-03', 'The period ends on 2026-03-31, before it begins on 2026-06-01'],
    [
      'actual-start 2026-03-10 actual-finish 2026-03-01',
      'Actually finished on 2026-03-01, before the actual start on 2026-03-10',
    ],
    [
      'task A { start 2026-03-10 finish 2026-03-09 }',
      'Planned to finish on 2026-03-09, before its start on 2026-03-10',
    ],
    ['task A { started 2026-03-10 done 2026-03-09 }', 'Done on 2026-03-09, before it was started on 2026-03-10'],
    [
      'task S { start 2026-03-10 task T { task A { start 2026-03-09 } } }',
      'Begins on 2026-03-09, before the task that it is a part of (2026-03-10)',
    ],
    [
      'task S { finish 2026-03-10 task A { finish 2026-03-11 } }',
      'Reaches to 2026-03-11, beyond the finish of the task that it is a part of (2026-03-10)',
    ],
    [
      'task S { due 2026-03 milestone A due 2026-04-01 }',
      'Due on 2026-04-01, after the deadline of the task that it is a part of (2026-03-31)',
    ],
  ])('%s', (members, message) => {
    expect(messages('schedule/order', `project P { ${members} }`, '2026-12-31')).toEqual([message]);
  });

  it.each([
    'period 2026-03 .. 2026-03',
    'actual-start 2026-03-10 actual-finish 2026-03-10',
    'task A { start 2026-03-10 finish 2026-03-10 started 2026-03-10 done 2026-03-10 }',
    'task S { start 2026-03 finish 2026-03 due 2026-03 task A { start 2026-03-01 finish 2026-03-31 due 2026-03-31 } }',
  ])('is silent about %s', (members) => {
    expect(messages('schedule/order', `project P { ${members} }`, '2026-12-31')).toEqual([]);
  });
});

describe('deadline/non-working', () => {
  it('knows weekends, holidays and make-up days', () => {
    const at = (due: string) => messages('deadline/non-working', `project P { milestone M due ${due} }`, '2026-06-30');
    expect(at('2026-10-01')).toEqual([
      'Due on a day off: 2026-10-01 (National Day); the working day before it is 2026-09-30',
    ]);
    expect(at('2026-11-14')).toEqual([
      'Due on a day off: 2026-11-14 (Saturday); the working day before it is 2026-11-13',
    ]);
    expect(at('2026-10-10')).toEqual([]);
    // Sunday 31 January 2027 ends a month that is promised as a whole.
    expect(at('2027-01')).toEqual([]);
  });
});

describe('calendar/no-data', () => {
  const text = (calendar: string) => `portfolio F { calendar work }  calendar work { ${calendar} }
    project P { task A { start 2026-12-01 duration 40wd }  task B { duration 5wd after A } }`;

  it('is told once per calendar and year, where the calendar asks for the holidays', () => {
    expect(found('calendar/no-data', text('holidays CN'), '2026-11-30')).toMatchObject([
      {
        at: 'CN',
        message:
          'The official notice of the holidays of 2027 (CN) is not known: calendar "work" counts provisionally, with weekends and the statutory days off, without make-up days',
        data: { calendar: 'work', country: 'CN', year: 2027 },
      },
    ]);
  });

  it('is silent where the file covers the year or nothing official is asked for', () => {
    expect(messages('calendar/no-data', text('holidays CN holiday 2027-01-01'), '2026-11-30')).toEqual([]);
    expect(messages('calendar/no-data', text('weekend saturday, sunday'), '2026-11-30')).toEqual([]);
  });

  it('is silent where no working day is counted in the year', () => {
    const days = text('holidays CN').replaceAll('wd', 'd');
    expect(messages('calendar/no-data', days, '2026-11-30')).toEqual([]);
  });
});

describe('a day off in a year whose official holidays are not known', () => {
  it('was told as if it were certain', () => {
    const en = messages('deadline/non-working', 'project P { milestone M due 2031-02-09 }', '2026-06-30');
    expect(en).toEqual([
      'Due on a day off: 2031-02-09 (Sunday); the working day before it is 2031-02-07 (provisionally: the official holidays of 2031 are not known)',
    ]);
    const known =
      'calendar k { holidays CN workday 2031-02-09 } portfolio X { calendar k } project P { milestone M due 2031-02-16 }';
    expect(messages('deadline/non-working', known, '2026-06-30')).toEqual([
      'Due on a day off: 2031-02-16 (Sunday); the working day before it is 2031-02-14',
    ]);
  });
});
