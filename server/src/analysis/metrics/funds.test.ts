/** Money received and paid, by source and in all, as last stated. */
import { describe, expect, it } from 'vitest';
import { analysed, projectIn } from '../../../../test/analysed.js';
import { rowsOf, summaryOf } from '../../../../test/generated-summary.js';
import { moneyIn } from '../../model/money.js';

const plan = (reports: string, sources = 'source 中央 3亿元  source 自筹 9亿元'): string =>
  `project P { stage construction  investment 12亿元 { ${sources}  year 2026 3亿元 }\n${reports} }\n`;

const received = (text: string, asOf: string): string | undefined => {
  const analysis = analysed(text, asOf);
  const value = analysis.metrics(projectIn(analysis)).received;
  return value && moneyIn(value.amount, 'wan');
};
const bySource = (text: string, asOf: string): readonly string[] => {
  const analysis = analysed(text, asOf);
  const funds = analysis.metrics(projectIn(analysis)).receivedFunds.bySource;
  return [...funds].map(([name, value]) => `${name} ${moneyIn(value.amount, 'wan')}`);
};

describe('received', () => {
  const reports = `
  report 2026-03-31 { received 中央 2000万元  received 自筹 1000万元 }
  report 2026-06-30 { received 中央 3000万元 }`;

  it('of each source is what was stated last of it', () => {
    expect(bySource(plan(reports), '2026-03-30')).toEqual([]);
    expect(bySource(plan(reports), '2026-03-31')).toEqual(['中央 2000', '自筹 1000']);
    expect(bySource(plan(reports), '2026-06-30')).toEqual(['中央 3000', '自筹 1000']);
  });

  it('was too low: a report that names one source leaves the others as they were', () => {
    expect(received(plan(reports), '2026-06-29')).toBe('3000');
    expect(received(plan(reports), '2026-06-30')).toBe('4000');
  });

  it('in all is not known where a source was never named', () => {
    const one = plan('report 2026-03-31 { received 中央 2000万元 }');
    expect(received(one, '2026-03-31')).toBeUndefined();
    expect(received(plan('report 2026-03-31 { received 中央 2000万元 }', ''), '2026-03-31')).toBe('2000');
  });

  it('in all is the later of what was stated in all and of what its sources add up to', () => {
    const before = plan(`report 2026-02-28 { received 5000万元 }${reports}`);
    expect(received(before, '2026-02-28')).toBe('5000');
    expect(received(before, '2026-03-31')).toBe('3000');
    const after = plan(`${reports}\n report 2026-07-31 { received 8000万元 }`);
    expect(received(after, '2026-07-31')).toBe('8000');
    expect(bySource(after, '2026-07-31')).toEqual(['中央 3000', '自筹 1000']);
  });

  it('begins anew with the year', () => {
    expect(received(plan(reports), '2027-01-01')).toBeUndefined();
  });

  it('stands by source on the sheet of the project and in the investment summary', () => {
    const text = `portfolio C { year 2026 }\n${plan(reports)}`;
    const rows = rowsOf(summaryOf('booklet', text, { lang: 'zh' }));
    expect(rows).toContain('| 中央 | 30,000 | 25% | 3,000 |');
    expect(rows).toContain('| 自筹 | 90,000 | 75% | 1,000 |');
    expect(rowsOf(summaryOf('investment', text, { lang: 'zh' }))).toContain('| 中央 | 1 | 30,000 | 3,000 | — |');
  });
});
