/** The rules about money. */
import { describe, expect, it } from 'vitest';
import { found } from '../../../../test/findings.js';

const invested = (block: string): string => `project P1 {\n  investment ${block}\n}\n`;

describe('investment/sum', () => {
  it('nodes make up the year, with the difference in the message', () => {
    expect(
      found(
        'investment/sum',
        invested('{ year 2026 3亿元 { Q1 1亿元 Q2 1亿元 Q3 5000万元 Q4 4000万元 } }'),
        '2026-03-31',
      ),
    ).toMatchObject([
      {
        text: '3亿元',
        data: { of: 'nodes', year: 2026, sum: '290000000', stated: '300000000', difference: '-10000000' },
        zh: '2026年各节点合计2.9亿元，年度计划为3亿元，少1000万元',
      },
    ]);
    expect(
      found(
        'investment/sum',
        invested('{ year 2026 3亿元 { Q1 1亿元 Q2 1亿元 Q3 5000万元 Q4 5000万元 } }'),
        '2026-03-31',
      ),
    ).toEqual([]);
  });

  it('sources make up the total, approximate ones as far as they are known', () => {
    expect(found('investment/sum', invested('10亿元 { source A 3亿元 source B 6亿元 }'), '2026-03-31')).toMatchObject([
      { text: '10亿元', data: { of: 'sources', difference: '-100000000' } },
    ]);
    expect(found('investment/sum', invested('10亿元 { source A 3亿元 source B 约7亿元 }'), '2026-03-31')).toEqual([]);
    expect(found('investment/sum', invested('约10亿元 { source A 3.4亿元 source B 7亿元 }'), '2026-03-31')).toEqual([]);
    expect(
      found('investment/sum', invested('约10亿元 { source A 3.6亿元 source B 7亿元 }'), '2026-03-31'),
    ).toHaveLength(1);
  });

  it('what was done before and the years may be less than the total, not more', () => {
    expect(found('investment/sum', invested('10亿元 { before 4亿元 year 2026 3亿元 }'), '2026-03-31')).toEqual([]);
    expect(
      found('investment/sum', invested('10亿元 { before 4亿元 year 2026 3亿元 year 2027 4亿元 }'), '2026-03-31'),
    ).toMatchObject([{ data: { of: 'years', difference: '100000000' } }]);
  });

  it('months and quarters are not counted twice, and three months make up their quarter', () => {
    const year = (months: string) => invested(`{ year 2026 40M { Q1 10M Q2 10M Q3 10M Q4 10M ${months} } }`);
    expect(found('investment/sum', year('M1 3M M2 3M M3 4M'), '2026-03-31')).toEqual([]);
    expect(found('investment/sum', year('M1 3M M2 3M'), '2026-03-31')).toEqual([]);
    expect(found('investment/sum', year('M1 3M M2 3M M3 5M'), '2026-03-31')).toMatchObject([
      { data: { of: 'months', quarter: 1, difference: '1000000' } },
    ]);
    expect(
      found('investment/sum', invested('{ year 2026 40M { M1 10M M2 10M M3 10M Q2 10M } }'), '2026-03-31'),
    ).toEqual([]);
  });

  it('an amount that cannot be read makes no wrong sum', () => {
    expect(found('investment/sum', invested('{ year 2026 3亿元 { Q1 0.00001 Q2 1亿元 } }'), '2026-03-31')).toEqual([]);
  });
});

describe('reported amounts', () => {
  const reports = `project P1 {
    investment { year 2026 100M }
    report 2025-12-31 { invested 500M }
    report 2026-02-28 { invested 40M  received 60M }
    report 2026-03-31 { invested 110M  received 50M }
  }`;

  it('a new year begins anew, within a year they only grow', () => {
    expect(found('investment/not-monotonic', reports, '2026-03-31')).toMatchObject([
      { text: '50M', data: { amount: 'received', from: '60000000', to: '50000000', before: '2026-02-28' } },
    ]);
    expect(found('investment/not-monotonic', reports, '2026-03-30')).toEqual([]);
  });

  it('over the plan as of the day', () => {
    expect(found('investment/over-plan', reports, '2026-03-30')).toEqual([]);
    expect(found('investment/over-plan', reports, '2026-03-31')).toMatchObject([
      {
        text: '110M',
        data: { over: '10000000' },
        en: "Invested CNY 110M: CNY 10M more than the year's plan of CNY 100M",
      },
    ]);
  });
});

describe('sums of money that were taken for right, or for wrong', () => {
  const april = (nodes: string): string =>
    `portfolio X { year 2026 year-begins M4 } ${invested(`{ year 2026 4000 { ${nodes} } }`)}`;

  it('months made up a quarter of the calendar where the plan year begins in April', () => {
    const quarters = 'Q1 1000 Q2 1000 Q3 1000 Q4 1000';
    expect(found('investment/sum', april(`${quarters} M4 300 M5 300 M6 400`), '2026-12-31')).toEqual([]);
    expect(found('investment/sum', april(`${quarters} M1 300 M2 300 M3 300`), '2026-12-31')).toMatchObject([
      {
        data: { of: 'months', quarter: 4, difference: '-100' },
        zh: '2026年4季度各月合计900元，季度节点为1000元，少100元',
      },
    ]);
  });

  it('a year of which only the nodes are stated took nothing from the total', () => {
    expect(
      found('investment/sum', invested('1000 { before 100 year 2026 { Q1 500 Q2 500 } }'), '2026-03-31'),
    ).toMatchObject([{ text: '1000', data: { of: 'years', sum: '1100', difference: '100' } }]);
    expect(found('investment/sum', invested('1100 { before 100 year 2026 { Q1 500 Q2 500 } }'), '2026-03-31')).toEqual(
      [],
    );
  });

  it('the funds of a source could fall without a word', () => {
    const reports = `project P1 {
      report 2025-12-31 { received 中央 900 }
      report 2026-02-28 { received 中央 300 received 省 100 }
      report 2026-03-31 { received 中央 200 received 省 100 }
    }`;
    expect(found('investment/not-monotonic', reports, '2026-03-31')).toMatchObject([
      {
        text: '200',
        related: ['300'],
        en: "The sum of funds received from '中央' falls from CNY 300 (2026-02-28) to CNY 200 within one year, though it is cumulative",
        zh: '来源“中央”的到位资金是当年累计数，却由300元（2026年2月28日）减为200元',
      },
    ]);
    expect(found('investment/not-monotonic', reports, '2026-03-30')).toEqual([]);
  });
});
