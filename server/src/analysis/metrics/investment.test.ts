/** The investment figures of a project. */
import { describe, expect, it } from 'vitest';
import { analysed, projectIn } from '../../../../test/analysed.js';
import { formatMoneyValue, spellMoney } from '../../model/money.js';
import { toDecimalString } from '../../model/rational.js';
import { figureToMoney } from './figure.js';
import type { ProjectMetrics } from './project-metrics.js';

function metrics(text: string, asOf: string): ProjectMetrics {
  const analysis = analysed(text, asOf);
  return analysis.metrics(projectIn(analysis));
}

function plannedToDate(text: string, asOf: string): string | undefined {
  const figure = metrics(text, asOf).plannedToDate;
  return figure === undefined ? undefined : spellMoney(figureToMoney(figure), 'zh');
}

/** Percents with two digits. */
function percents(text: string, asOf: string): Record<string, string | undefined> {
  const { completion, investmentBehind } = metrics(text, asOf);
  return {
    completion: completion && toDecimalString(completion.value, 2),
    behind: investmentBehind && toDecimalString(investmentBehind.value, 2),
  };
}

const QUARTERS = 'project P { investment { year 2026 3亿元 { Q1 5000万元 Q2 8000万元 Q3 9000万元 Q4 8000万元 } } }';
const EVEN = 'project P { investment { year 2026 1.2亿元 } }';
const by = (baseline: string): string => `policy R { baseline ${baseline} } ${EVEN}`;

describe('planned to date, up to and with the status date', () => {
  it('is nothing before the year, and a day’s share on its first day', () => {
    expect(plannedToDate(`portfolio X { year 2026 } ${QUARTERS}`, '2025-12-31')).toBe('0元');
    // 5000 × 1 of 90 days
    expect(plannedToDate(QUARTERS, '2026-01-01')).toBe('555555.5556元');
  });

  it('is the nodes that have ended, and of the running one the days that have passed', () => {
    // Q1 5000 + Q2 8000 × 30 of 91 days (1–30 April) = 5000 + 2637.3626…
    expect(plannedToDate(QUARTERS, '2026-04-30')).toBe('76373626.3736元');
    // On 30 June Q2 has ended, on 29 June one of its 91 days is still to come: 5000 + 8000 × 90/91.
    expect(plannedToDate(QUARTERS, '2026-06-30')).toBe('1.3亿元');
    expect(plannedToDate(QUARTERS, '2026-06-29')).toBe('129120879.1209元');
  });

  it('is the whole year on its last day and after it', () => {
    expect(plannedToDate(QUARTERS, '2026-12-31')).toBe('3亿元');
    for (const baseline of ['daily', 'half-monthly', 'monthly']) {
      expect(plannedToDate(by(baseline), '2026-12-31')).toBe('1.2亿元');
    }
    expect(plannedToDate(`portfolio X { year 2026 } ${QUARTERS}`, '2027-02-01')).toBe('3亿元');
    expect(plannedToDate(`portfolio X { year 2027 } ${QUARTERS}`, '2027-02-01')).toBeUndefined();
  });

  it('takes months where they are stated, and the quarter elsewhere', () => {
    const text = 'project P { investment { year 2026 10亿元 { M1 1亿元 M2 2亿元 M3 1亿元 Q1 4亿元 Q2 6亿元 } } }';
    expect(plannedToDate(text, '2026-02-14')).toBe('2亿元'); // January, and 14 of 28 days of February's 2亿元
    expect(plannedToDate(text, '2026-06-30')).toBe('10亿元');
  });

  it('runs by the day without nodes', () => {
    // 1 January to 30 June are 181 of 365 days.
    expect(plannedToDate(EVEN, '2026-06-30')).toBe('59506849.3151元');
    expect(plannedToDate(by('daily'), '2026-06-30')).toBe('59506849.3151元');
  });

  it('counts whole months only', () => {
    expect(plannedToDate(by('monthly'), '2026-06-29')).toBe('5000万元');
    // Half a year of months on the day on which the half year ends.
    expect(plannedToDate(by('monthly'), '2026-06-30')).toBe('6000万元');
    expect(plannedToDate(by('monthly'), '2026-07-30')).toBe('6000万元');
    expect(plannedToDate(by('monthly'), '2026-07-31')).toBe('7000万元');
  });

  it('counts whole half months only: 1–15 and 16 to the end', () => {
    expect(plannedToDate(by('half-monthly'), '2026-08-14')).toBe('7000万元'); // 14 of 24
    expect(plannedToDate(by('half-monthly'), '2026-08-15')).toBe('7500万元'); // 15 of 24: '7.5/12'
    expect(plannedToDate(by('half-monthly'), '2026-08-31')).toBe('8000万元');
  });

  it('is multiplied by the factor', () => {
    // Five months of twelve at 120 % are the published 50 %.
    expect(plannedToDate(by('monthly factor 120%'), '2026-05-31')).toBe('6000万元');
  });

  it('is unknown where a node cannot be read', () => {
    const text = 'project P { investment { year 2026 1亿元 { Q1 5000万元 Q2 } } }';
    expect(() => plannedToDate(text, '2026-08-01')).toThrow('syntax/unexpected');
  });
});

describe('completion and what is behind', () => {
  const reported = `policy R { baseline monthly } project P {
    investment { year 2026 1.2亿元 }
    report 2026-03-31 { invested 2500万元 received 4000万元 }
    report 2026-06-30 { invested 4500万元 paid 3000万元 }
    report 2026-07-31 { invested 9000万元 }
    report 2025-12-31 { invested 1亿元 }
  }`;

  it('go by the latest report of the year that is not after the status date', () => {
    // 4500 ÷ 12000 = 37.5 %; 6000 planned, 1500 missing: 25 %.
    expect(percents(reported, '2026-06-30')).toEqual({ completion: '37.50', behind: '25.00' });
    // 2500 ÷ 12000; 3000 planned by 31 March, 500 missing.
    expect(percents(reported, '2026-03-31')).toEqual({ completion: '20.83', behind: '16.67' });
  });

  it('are unknown before the first report of the year', () => {
    expect(percents(reported, '2026-03-30')).toEqual({ completion: undefined, behind: undefined });
  });

  it('is nothing behind for who is ahead', () => {
    expect(percents(reported, '2026-08-01').behind).toBe('0.00');
  });

  it('is not behind where nothing was planned by then', () => {
    const text =
      'policy R { baseline monthly } project P { investment { year 2026 1亿元 } report 2026-01-20 { invested 1元 } }';
    expect(percents(text, '2026-01-25')).toEqual({ completion: '0.00', behind: undefined });
  });

  it('take money received and paid from the latest report that states it', () => {
    const { received, paid } = metrics(reported, '2026-07-01');
    expect(received && formatMoneyValue(received, 'zh')).toBe('4000万元');
    expect(paid && formatMoneyValue(paid, 'zh')).toBe('3000万元');
  });

  it('carry along what is only known roughly', () => {
    const text = `policy R { baseline monthly }
      project P { investment { year 2026 约1亿元 } report 2026-06-30 { invested 约4500万元 } }`;
    // 4499.5–4500.5 of 0.5–1.5 hundred million; half of it was planned by 30 June.
    const { completion, investmentBehind } = metrics(text, '2026-07-01');
    expect(completion?.range && toDecimalString(completion.range.low, 3)).toBe('29.997');
    expect(completion?.range && toDecimalString(completion.range.high, 3)).toBe('90.010');
    expect(investmentBehind?.range && toDecimalString(investmentBehind.range.low, 3)).toBe('0.000');
    expect(investmentBehind?.range && toDecimalString(investmentBehind.range.high, 3)).toBe('40.007');
  });
});

describe('a quarter of which only some months are stated', () => {
  const text = (nodes: string): string => `project P { investment { year 2026 3亿元 { ${nodes} } } }`;

  it('was taken for these months alone, so that too little was asked for', () => {
    const nodes = 'M1 1000万元 Q1 5000万元 Q2 1亿元 Q3 1亿元 Q4 5000万元';
    expect(plannedToDate(text(nodes), '2026-01-31')).toBe('1000万元');
    // February is 28 of the 59 days that share the other 4000.
    expect(plannedToDate(text(nodes), '2026-02-28')).toBe('28983050.8475元');
    expect(plannedToDate(text(nodes), '2026-03-31')).toBe('5000万元');
    expect(plannedToDate(text(nodes), '2026-12-31')).toBe('3亿元');
  });

  it('is its months where they are more than it, or all of them', () => {
    expect(plannedToDate(text('M1 6000万元 Q1 5000万元'), '2026-03-31')).toBe('6000万元');
    expect(plannedToDate(text('M1 1 M2 1 M3 1 Q1 5000万元'), '2026-03-31')).toBe('3元');
  });
});
