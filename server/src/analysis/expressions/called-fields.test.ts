/** Fields that take a year or a source. */
import { describe, expect, it } from 'vitest';
import { analysed } from '../../../../test/analysed.js';
import { allFound } from '../../../../test/findings.js';
import { valueInWords } from '../value-output.js';
import { viewResult } from '../view-result.js';

const PLAN = `
portfolio C { year 2026 }
project P {
  stage construction
  investment 12亿元 { source 中央 3亿元  source 自筹 9亿元  year 2026 3亿元  year 2027 7亿元 { Q1 2亿元 } }
  report 2025-12-31 { invested 1亿元 }
  report 2026-03-31 { invested 5000万元  received 中央 2000万元  received 自筹 1000万元 }
  report 2026-06-30 { received 中央 3000万元 }
}
project Q { stage reserve  investment 1亿元 { source 中央 1亿元 } }
`;
const totals = (text: string, asOf = '2026-06-30', lang: 'en' | 'zh' = 'zh'): readonly string[] => {
  const analysis = analysed(`${PLAN}view V { columns id  totals ${text} }`, asOf);
  const [view] = analysis.plan.all('view');
  return view === undefined
    ? []
    : viewResult(view, analysis).totals.map(
        ({ title, value }) => `${title[lang]} ${valueInWords(value, analysis, lang)}`,
      );
};

describe('with an argument', () => {
  it('amounts are those of the year, reports of S or earlier', () => {
    expect(totals('sum(plan(2027)), sum(年度计划(2026年)), sum(invested(2025)), sum(完成投资(2026))')).toEqual([
      '年度计划（2027）合计 7亿元',
      '年度计划（2026）合计 3亿元',
      '完成投资（2025）合计 1亿元',
      '完成投资（2026）合计 5000万元',
    ]);
    expect(totals('sum(invested(2026))', '2026-03-30')).toEqual(['完成投资（2026）合计 ']);
  });

  it('money is that of the source, as last stated', () => {
    expect(totals('sum(source(中央)), sum(到位资金(中央)), sum(received(自筹))')).toEqual([
      '来源（中央）合计 4亿元',
      '到位资金（中央）合计 3000万元',
      '到位资金（自筹）合计 1000万元',
    ]);
    expect(totals('sum(received(中央))', '2026-06-29', 'en')).toEqual(['Total funds in place (中央) CNY 20M']);
  });

  it('they are figures of one project in conditions; what nobody stated is missing', () => {
    const rows = (where: string): readonly string[] => {
      const analysis = analysed(`${PLAN}view V { where ${where}  columns id }`, '2026-06-30');
      const [view] = analysis.plan.all('view');
      return view === undefined ? [] : viewResult(view, analysis).rows.map(({ project }) => project.id);
    };
    expect(rows('source(自筹) > 1亿元')).toEqual(['P']);
    expect(rows('received(中央) = none')).toEqual(['Q']);
    expect(rows('received(中央) < source(中央)')).toEqual(['P']);
  });

  it('anything else than a year or a source is told with what it takes', () => {
    const told = (where: string): readonly string[] =>
      allFound(`${PLAN}view V { where ${where}  columns id }`, '2026-06-30')
        .filter(({ code }) => code.startsWith('expression/'))
        .map(({ en }) => en);
    expect(told('plan(3亿元) > 0')).toHaveLength(1);
    expect(told('plan(3亿元) > 0').join()).toContain('plan(year)');
    expect(told('source() > 0').join()).toContain('source(name)');
    expect(told('plan(2027) > 1亿元')).toEqual([]);
  });
});
