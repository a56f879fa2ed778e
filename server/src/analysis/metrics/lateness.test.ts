/** How late a project is, and its other figures of time. */
import { describe, expect, it } from 'vitest';
import { analysed, projectIn } from '../../../../test/analysed.js';
import { formatDay } from '../../model/day.js';
import type { ProjectMetrics } from './project-metrics.js';

function metrics(members: string, asOf: string): ProjectMetrics {
  const analysis = analysed(`project P { ${members} }`, asOf);
  return analysis.metrics(projectIn(analysis));
}

describe('start late', () => {
  const planned = 'period 2026-03 .. 2026-12';

  it('counts from the last day of the planned start, and is negative before it', () => {
    expect(metrics(planned, '2026-03-01').startLate?.days).toBe(-30);
    expect(metrics(planned, '2026-03-31').startLate?.days).toBe(0);
    expect(metrics(planned, '2026-06-30').startLate?.days).toBe(91);
  });

  it('ends when the project begins', () => {
    expect(metrics(`${planned} actual-start 2026-05-04`, '2026-05-03').startLate?.days).toBe(33);
    expect(metrics(`${planned} actual-start 2026-05-04`, '2026-05-04').startLate).toBeUndefined();
    expect(metrics(`${planned} stage construction on 2026-05-04`, '2026-06-01').startLate).toBeUndefined();
  });

  it('is unknown without a period', () => {
    expect(metrics('', '2026-05-03').startLate).toBeUndefined();
  });
});

describe('days late', () => {
  it('is the worst of what is overdue and what is forecast', () => {
    // A was due on 20 March, B takes 30 days from 1 April: to 30 April, ten days over.
    const items = 'milestone A due 2026-03-20 task B { duration 30d due 2026-04-20 after A }';
    expect(metrics(items, '2026-03-21').daysLate?.days).toBe(1);
    expect(metrics(items, '2026-04-01').daysLate).toEqual({
      days: 12,
      began: metrics(items, '2026-04-01').deadlines[0]?.due.period.last,
    });
  });

  it('is nothing where every deadline will be met, or was', () => {
    expect(
      metrics('milestone A due 2026-05-01 milestone B due 2026-02-01 done 2026-03-01', '2026-04-01').daysLate?.days,
    ).toBe(0);
  });

  it('does not hold a deadline on the status date for missed', () => {
    expect(metrics('milestone A due 2026-03', '2026-03-31').daysLate?.days).toBe(0);
    expect(metrics('milestone A due 2026-03', '2026-04-01').daysLate?.days).toBe(1);
  });

  it('is unknown without any deadline', () => {
    expect(metrics('milestone A', '2026-04-01').daysLate).toBeUndefined();
  });

  it('is unknown where an open deadline has no forecast, unless something is late all the same', () => {
    const cycle = 'task A { duration 1d after B due 2026-06-01 } task B { duration 1d after A }';
    expect(metrics(cycle, '2026-04-01').daysLate).toBeUndefined();
    expect(metrics(cycle, '2026-06-03').daysLate?.days).toBe(2);
  });

  it('counts the planned start and the planned completion of the project itself', () => {
    const planned = 'stage ready period 2026-03 .. 2026-06';
    expect(metrics(planned, '2026-03-31').daysLate?.days).toBe(0);
    expect(metrics(planned, '2026-04-03').daysLate?.days).toBe(3);
    expect(metrics(`${planned} actual-start 2026-04-02`, '2026-04-03').daysLate?.days).toBe(0);
    expect(metrics(`${planned} actual-start 2026-04-02`, '2026-07-01').daysLate?.days).toBe(1);
    expect(metrics(`${planned} stage suspended on 2026-04-01`, '2026-04-03').daysLate?.days).toBe(0);
    expect(metrics(`${planned} stage cancelled on 2026-04-01`, '2026-07-03').daysLate).toBeUndefined();
    // Forecast to be completed on 10 July, ten days after its planned end; nothing is overdue yet.
    const late = metrics(
      `${planned} actual-start 2026-03-02 task A { duration 100d started 2026-04-02 }`,
      '2026-04-02',
    );
    expect(late.daysLate?.days).toBe(10);
    expect(late.daysOverdue?.days).toBe(0);
  });

  it('is not what is overdue already', () => {
    const items = 'milestone A due 2026-03-20 task B { duration 30d due 2026-04-20 after A }';
    expect(metrics(items, '2026-04-01').daysLate?.days).toBe(12);
    expect(metrics(items, '2026-03-21').daysOverdue?.days).toBe(1);
  });
});

describe('the deadline that comes next', () => {
  const due = (members: string, asOf: string): string | undefined => {
    const fact = metrics(members, asOf).due;
    return fact && formatDay(fact.period.last);
  };

  it('is the planned completion where no item has an open one', () => {
    const period = 'period 2026-01 .. 2026-06';
    expect(due(`${period} milestone A due 2026-03-20`, '2026-03-01')).toBe('2026-03-20');
    expect(due(`${period} milestone A due 2026-03-20 done 2026-03-19`, '2026-03-21')).toBe('2026-06-30');
    expect(due(period, '2026-07-05')).toBe('2026-06-30');
    expect(due(`${period} actual-finish 2026-06-01`, '2026-07-05')).toBeUndefined();
    expect(due(`${period} milestone A due 2026-03-20 removed 2026-02-01`, '2026-03-01')).toBeUndefined();
  });
});

describe('the next deadline', () => {
  const items = `milestone A due 2026-03-20 done 2026-04-02 milestone B due 2026-06 milestone C due 2026-05-15 {
    revised 2026-04-10 from 2026-04-30 }`;

  it('is the open one that comes first, also when it has passed', () => {
    expect(metrics(items, '2026-04-01').nextDeadline?.item.name.text).toBe('A');
    expect(metrics(items, '2026-04-12').nextDeadline?.item.name.text).toBe('C');
  });

  it('is what held on the day that is asked for', () => {
    const due = metrics(items, '2026-04-09').nextDeadline?.due.period.last;
    expect(due && formatDay(due)).toBe('2026-04-30');
  });

  it('counts what has passed', () => {
    expect(metrics(items, '2026-05-01').overdue).toHaveLength(0);
    expect(metrics(items, '2026-07-01').overdue.map(({ item }) => item.name.text)).toEqual(['B', 'C']);
    expect(metrics(items, '2026-04-09').revisions).toBe(0);
    expect(metrics(items, '2026-04-10').revisions).toBe(1);
  });
});

describe('forecast, slack, report age and issues', () => {
  it('take the last finish and the least time left', () => {
    const { forecast, slack } = metrics(
      'task A { duration 10d due 2026-04-15 } task B { duration 30d due 2026-06-01 }',
      '2026-04-01',
    );
    expect(forecast && formatDay(forecast)).toBe('2026-04-30'); // 1 to 30 April
    expect(slack?.days).toBe(5); // 10 April instead of 15 April
  });

  it('does not end with the milestones that are listed, nor before the status date', () => {
    const forecast = (members: string, asOf: string): string | undefined => {
      const day = metrics(members, asOf).forecast;
      return day && formatDay(day);
    };
    const milestone = 'milestone A due 2026-03-20 done 2026-03-20';
    expect(forecast(`period 2026-01 .. 2027-12 ${milestone}`, '2026-04-01')).toBe('2027-12-31');
    expect(forecast('period 2026-01 .. 2026-03', '2026-04-05')).toBe('2026-04-05');
    expect(forecast(milestone, '2026-04-05')).toBe('2026-04-05');
    expect(forecast('', '2026-04-05')).toBeUndefined();
    expect(forecast(`stage completed ${milestone}`, '2026-04-05')).toBeUndefined();
  });

  it('have no forecast behind a cycle', () => {
    expect(
      metrics('task A { duration 1d after B } task B { duration 1d after A }', '2026-04-01').forecast,
    ).toBeUndefined();
  });

  it('forecast a finished project for the day on which it was finished', () => {
    const { forecast } = metrics('actual-finish 2026-03-15 milestone A done 2026-03-01', '2026-04-01');
    expect(forecast && formatDay(forecast)).toBe('2026-03-15');
  });

  it('count days since the latest report', () => {
    expect(metrics('report 2026-03-01 { text "x" } report 2026-05-01 { text "y" }', '2026-04-01').reportAge?.days).toBe(
      31,
    );
    expect(metrics('', '2026-04-01').reportAge).toBeUndefined();
  });

  it('count issues that are open, and those that are overdue', () => {
    const issues = `issue a "land" { raised 2026-03-01 due 2026-03-31 } issue b "water" { raised 2026-04-02 due 2026-05-01 }
      issue c "power" { raised 2026-02-01 resolved 2026-03-20 }`;
    expect(metrics(issues, '2026-03-31').openIssues.map(({ name }) => name.text)).toEqual(['a']);
    expect(metrics(issues, '2026-03-31').overdueIssues).toHaveLength(0);
    expect(metrics(issues, '2026-04-02').openIssues).toHaveLength(2);
    expect(metrics(issues, '2026-04-02').overdueIssues).toHaveLength(1);
    expect(metrics(issues, '2026-03-19').openIssues).toHaveLength(2);
  });
});

describe('a project that is finished', () => {
  it('was said not to have begun where only its actual finish is stated', () => {
    const finished = metrics('period 2026-01 .. 2026-04 actual-finish 2026-04-01', '2026-05-01');
    expect([finished.startLate, finished.daysOverdue?.days]).toEqual([undefined, 0]);
    expect(metrics('period 2026-01 .. 2026-04 actual-finish 2026-05-02', '2026-05-01').startLate?.days).toBe(90);
  });
});
