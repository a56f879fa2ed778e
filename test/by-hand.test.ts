/** Small plans whose lights, deadlines, totals and codes were worked out by hand, on the days around each change. */
import { describe, expect, it } from 'vitest';
import { analysed } from './analysed.js';
import { codesIn } from './findings.js';

const light = (text: string, asOf: string): string => {
  const analysis = analysed(text, asOf);
  const [project] = analysis.plan.all('project');
  return project === undefined ? '' : analysis.light(project).light;
};
const has = (code: string, text: string, asOf: string): boolean => codesIn(text, asOf).includes(code);
const days = (text: string, on: readonly string[]): readonly string[] => on.map((day) => light(text, day));

const POLICY = (lights: string, more = ''): string => `policy R { ${lights} ${more} }\n`;

describe('lights without a policy: 30 days late are red, any yellow', () => {
  const plan = 'project P { stage construction on 2026-01-01  actual-start 2026-01-01  milestone M due 2026-03-31 }\n';
  it('the day of the deadline, the day after, the 30th and 31st day after', () => {
    expect(days(plan, ['2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01'])).toEqual([
      'green',
      'yellow',
      'yellow',
      'red',
    ]);
  });
  it('a month is met until its last day', () => {
    expect(days(plan.replace('2026-03-31', '2026-03'), ['2026-03-31', '2026-04-01'])).toEqual(['green', 'yellow']);
  });
  it('done late is no longer late; before the day it was done it was', () => {
    const done = plan.replace('due 2026-03-31', 'due 2026-03-31 done 2026-04-20');
    expect(days(done, ['2026-04-19', '2026-04-20'])).toEqual(['yellow', 'green']);
  });
  it('a task that begins on S can finish late by forecast', () => {
    const task =
      'project P { stage construction on 2026-01-01 actual-start 2026-01-01  task T { duration 10d  due 2026-03-31 } }\n';
    // Begins on S at the earliest: on 22 March it ends on 31 March, on 23 March a day later.
    expect(days(task, ['2026-03-22', '2026-03-23'])).toEqual(['green', 'yellow']);
  });
});

describe('start-late', () => {
  const plan = (members: string): string =>
    `${POLICY('light S { red when start-late >= 3mo  yellow when start-late > 0d }')}project P { stage ready on 2026-01-01  period 2026-03-31 .. 2027-12  ${members} }\n`;
  it('counts from the last day of the start, months by the calendar', () => {
    expect(days(plan(''), ['2026-03-31', '2026-04-01', '2026-06-29', '2026-06-30'])).toEqual([
      'green',
      'yellow',
      'yellow',
      'red',
    ]);
    const month = plan('').replace('2026-03-31 ..', '2026-03 ..');
    expect(days(month, ['2026-03-31', '2026-04-01'])).toEqual(['green', 'yellow']);
  });
  it('ends with the start, and not before it', () => {
    expect(days(plan('actual-start 2026-07-10'), ['2026-07-09', '2026-07-10'])).toEqual(['red', 'green']);
  });
  it('is told as a missed start by the day after', () => {
    expect(has('deadline/start-missed', plan(''), '2026-03-31')).toBe(false);
    expect(has('deadline/start-missed', plan(''), '2026-04-01')).toBe(true);
  });
});

describe('investment', () => {
  const plan = (baseline: string, reports: string): string =>
    `${POLICY('light I { red when investment-behind > 50%  yellow when investment-behind > 0% }', baseline)}
project P { stage construction on 2025-01-01  actual-start 2025-01-01  investment 12M { year 2026 12M { Q1 3M Q2 3M Q3 3M Q4 3M } }  ${reports} }\n`;
  it('nothing reported is grey, never green', () => {
    expect(light(plan('', ''), '2026-06-30')).toBe('grey');
  });
  it('to date counts S: on 30 June half a year', () => {
    expect(light(plan('', 'report 2026-06-30 { invested 6M }'), '2026-06-30')).toBe('green');
    expect(light(plan('', 'report 2026-06-30 { invested 5999999 }'), '2026-06-30')).toBe('yellow');
    expect(light(plan('', 'report 2026-06-30 { invested 3M }'), '2026-06-30')).toBe('yellow');
    expect(light(plan('', 'report 2026-06-30 { invested 2999999 }'), '2026-06-30')).toBe('red');
  });
  it('monthly steps are whole ones', () => {
    const monthly = plan('baseline monthly', 'report 2026-05-31 { invested 5M }');
    expect(days(monthly, ['2026-05-31', '2026-06-29', '2026-06-30'])).toEqual(['green', 'green', 'yellow']);
  });
  it('half-monthly steps end on the 15th and with the month', () => {
    const half = plan('baseline half-monthly', 'report 2026-06-14 { invested 5M }');
    expect(days(half, ['2026-06-14', '2026-06-15'])).toEqual(['green', 'yellow']);
  });
  it('factor multiplies what is asked for', () => {
    expect(light(plan('baseline monthly factor 120%', 'report 2026-06-30 { invested 7199999 }'), '2026-06-30')).toBe(
      'yellow',
    );
    expect(light(plan('baseline monthly factor 120%', 'report 2026-06-30 { invested 7.2M }'), '2026-06-30')).toBe(
      'green',
    );
  });
  it('a later report is not known before its day', () => {
    const two = plan('', 'report 2026-03-31 { invested 3M }  report 2026-06-30 { invested 6M }');
    expect(days(two, ['2026-03-31', '2026-04-01', '2026-06-29', '2026-06-30'])).toEqual([
      'green',
      'yellow',
      'yellow',
      'green',
    ]);
  });
  it('last year’s report tells nothing of this year', () => {
    expect(light(plan('', 'report 2025-12-31 { invested 9M }'), '2026-01-15')).toBe('grey');
  });
  it('a report with a text only leaves the amount as it was', () => {
    const text = plan('', 'report 2026-06-30 { invested 6M }  report 2026-07-01 { text "dry" }');
    expect(days(text, ['2026-06-30', '2026-07-01'])).toEqual(['green', 'yellow']);
  });
});

describe('progress', () => {
  const plan = (report: string): string =>
    `${POLICY('light F { red when progress-behind > 30%  yellow when progress-behind >= 10% }')}
project P { stage construction on 2026-01-01  actual-start 2026-01-01  task T { start 2026-01-01  finish 2026-04-10  started 2026-01-01  ${report} } }\n`;
  it('is linear over the 100 days, S counted', () => {
    // 20 January: 20 % planned.
    expect(days(plan('progress 10.1%'), ['2026-01-20'])).toEqual(['green']);
    expect(days(plan('progress 10%'), ['2026-01-19', '2026-01-20'])).toEqual(['green', 'yellow']);
    // 9 February: 40 % planned, 30 points behind is not more than 30.
    expect(days(plan('progress 10%'), ['2026-02-09', '2026-02-10'])).toEqual(['yellow', 'red']);
  });
  it('dated progress holds from its day on', () => {
    const dated = plan('progress 10% on 2026-01-10  progress 30% on 2026-01-21');
    expect(days(dated, ['2026-01-20', '2026-01-21'])).toEqual(['yellow', 'green']);
  });
});

describe('escalation', () => {
  const plan = (every: string): string =>
    `${POLICY('light D { red when days-late > 300d  yellow when days-late > 0d }', `${every} escalate yellow consecutive 2`)}
project P { stage construction on 2026-01-01  actual-start 2026-01-01  milestone M due 2026-03-30 }\n`;
  it('looks at the last day of the period before the latest that has ended, and at S', () => {
    // Late since 31 March. By 29 April the latest ended month is March; the one before it, February, was green.
    expect(days(plan('every month'), ['2026-03-31', '2026-04-29', '2026-04-30', '2026-05-31'])).toEqual([
      'yellow',
      'yellow',
      'red',
      'red',
    ]);
  });
});

describe('green only where every light was judged', () => {
  const two = `${POLICY('light A { red when days-late > 30d yellow when days-late > 0d }  light B { red when investment-behind > 50% yellow when investment-behind > 0% }')}`;
  const project = (members: string): string =>
    `${two}project P { stage construction on 2026-01-01  actual-start 2026-01-01  investment 4M { year 2026 4M }  milestone M due 2026-06-30  ${members} }\n`;
  it('one without its figure is grey, one that is yellow is yellow', () => {
    expect(days(project(''), ['2026-06-30', '2026-07-01'])).toEqual(['grey', 'yellow']);
    expect(light(project('report 2026-06-30 { invested 3M }'), '2026-06-30')).toBe('green');
  });
  it('completed is blue, cancelled and removed grey, also with what is late', () => {
    expect(light(project('stage completed on 2026-07-05  actual-finish 2026-07-05'), '2026-07-10')).toBe('blue');
    expect(light(project('stage cancelled on 2026-07-05'), '2026-07-10')).toBe('grey');
    expect(light(project('removed 2026-07-05'), '2026-07-10')).toBe('grey');
    expect(light(project('stage cancelled on 2026-07-05'), '2026-07-04')).toBe('yellow');
  });
});

describe('five in step', () => {
  const plan = (reports: string): string =>
    `project P { stage construction on 2026-01-01  actual-start 2026-01-01  milestone M due 2026-12-31  ${reports} }\n`;
  const CODE = 'progress/out-of-step';
  it('a problem stays one until a report says otherwise', () => {
    const one = plan(
      'report 2026-03-01 { safety problem }  report 2026-04-01 { text "x" }  report 2026-05-01 { safety normal }',
    );
    expect(has(CODE, one, '2026-02-28')).toBe(false);
    expect(has(CODE, one, '2026-03-01')).toBe(true);
    expect(has(CODE, one, '2026-04-30')).toBe(true);
    expect(has(CODE, one, '2026-05-01')).toBe(false);
  });
  it('attention is no problem', () => {
    expect(has(CODE, plan('report 2026-03-01 { quality attention }'), '2026-03-01')).toBe(false);
  });
});

describe('what is due and what is stale', () => {
  it('warned of 14 days before, not 15', () => {
    const plan = 'project P { stage construction on 2026-01-01  milestone M due 2026-06-30 }\n';
    expect(has('deadline/due-soon', plan, '2026-06-15')).toBe(false);
    expect(has('deadline/due-soon', plan, '2026-06-16')).toBe(true);
    expect(has('deadline/due-soon', plan, '2026-06-30')).toBe(true);
    expect(has('deadline/due-soon', plan, '2026-07-01')).toBe(false);
  });
  it('a weekly report is stale on the eighth day', () => {
    const plan =
      'portfolio C { reports every 1w }\nproject P { stage construction on 2026-01-01  report 2026-06-01 { progress 5% } }\n';
    expect(has('progress/stale', plan, '2026-06-08')).toBe(false);
    expect(has('progress/stale', plan, '2026-06-09')).toBe(true);
  });
  it('completion is missed the day after, and late by the forecast before', () => {
    const plan =
      'project P { stage construction on 2026-01-01  period 2026-01 .. 2026-06-30  task T { start 2026-06-01  duration 40d  started 2026-06-01 } }\n';
    expect(has('deadline/completion-late', plan, '2026-06-30')).toBe(true);
    expect(has('deadline/completion-missed', plan, '2026-06-30')).toBe(false);
    expect(has('deadline/completion-missed', plan, '2026-07-01')).toBe(true);
  });
});
