/** Rates and breakdowns as places published them. */
import { describe, expect, it } from 'vitest';
import { analysed } from '../../../../test/analysed.js';
import { valueInWords } from '../value-output.js';
import { viewResult } from '../view-result.js';
import { verdictOver } from './evaluate.js';

/**
 * Figures that were published: place, period and what; the year's plan, what was completed (both in 亿元) and the rate in
 * percent. Sources: bulletins of the places' governments and of their development and reform bureaus.
 */
const RATES: readonly (readonly [what: string, plan: string, completed: string, rate: string])[] = [
  ['江门市 1-10月 全市', '647.4', '629', '97.2'],
  ['江门市 2021年1-3月 全市', '1015', '313.64', '30.9'],
  ['池州市 2024年1-8月 全市', '463.4', '325.7', '70.3'],
  ['沁水县 2021年 省级', '19', '28.78', '151.47'],
  ['沁水县 2021年 县级', '21.6', '22.39', '103.66'],
  ['连南县 1-5月 省市重点', '5.71', '2.13', '37.3'],
  ['闽侯县 2023年1-6月 在建', '327.53', '235.8', '72'],
  ['闽侯县 2023年1-6月 预备', '39.78', '24.56', '61.73'],
  ['惠东县 2024年1-4月 省市重点', '236.2', '88.6', '37.5'],
  ['惠东县 2022年1-8月 全县', '190.7', '134.9', '70.78'],
  ['云浮市 2017年8月上半月 转移园', '17.52', '7.54', '43.04'],
  ['云浮市 2017年8月上半月 云浮新区', '18.22', '9.12', '50.05'],
  ['开平市 2024年1-2月 江门市重点', '127.1', '20', '15.7'],
  ['开平市 2024年1-3月 省重点', '54.1', '14.7', '27.1'],
  ['开平市 2024年1-3月 全市', '205.5', '46.6', '22.7'],
  ['开平市 2023年1-8月 江门市重点', '116.7', '90.9', '77.9'],
  ['开平市 2021年1-5月 省重点', '31.4', '15.5', '49.6'],
  ['开平市 2021年1-5月 本级重点', '131.5', '50.2', '38.2'],
  ['开平市 2020年1-8月 江门市重点', '65.9', '46.3', '70.3'],
  ['泉州市 2024年1-3月 交通', '124.9', '32.5', '26'],
  ['泉州市 2024年1-3月 农林水利', '67', '19.4', '29'],
  ['广东省 2022年1-10月', '9000', '8857.4', '98.4'],
  ['广东省 2020年1-8月', '7000', '5664', '80.9'],
  ['广东省 2018年1-7月', '6000', '3836.5', '63.9'],
  ['甘孜州 2017年1-9月', '295.16', '229.68', '77.82'],
  ['松阳县 2025年1-4月 新建', '17.2', '1.15', '6.7'],
  ['汉中市 2018年1-8月 市级', '853.8', '622.2', '73'],
  ['河南某县 2020年1-6月 千万元以上', '56.21', '35.9', '63.88'],
  ['河南某县 2020年1-6月 市重点', '9.7', '8.15', '84.02'],
  ['上海市 2024年 市重大工程', '2300', '2383', '103.6'],
];

function bearsOut(plan: string, completed: string, rate: string): boolean {
  const analysis = analysed(
    `项目库 X { 年度 2026 核对 求和(完成投资) / 求和(年度计划) ≈ ${rate}% }
     项目 P { 投资 { 年度 2026 约${plan}亿元 } 进展 2026-06-30 { 完成投资 约${completed}亿元 } }`,
    '2026-07-01',
  );
  const [expectation] = analysis.plan.portfolio?.expects ?? [];
  if (expectation?.type !== 'condition') throw new Error('no condition');
  return verdictOver(expectation.condition, analysis.plan.all('project'), analysis).holds;
}

describe('published completion rates', () => {
  it('follow from the published amounts once rounding is taken into account', () => {
    const wrong = RATES.filter(([, plan, completed, rate]) => !bearsOut(plan, completed, rate));
    expect(wrong.map(([what]) => what)).toEqual([]);
  });

  it('would not with another last digit', () => {
    expect(bearsOut('647.4', '629', '97.3')).toBe(false);
    expect(bearsOut('9000', '8857.4', '98.5')).toBe(false);
    expect(bearsOut('17.52', '7.54', '43.2')).toBe(false);
  });
});

/** Breakdowns that were published: the total and its parts, in 亿元. Sources as above. */
const TOTALS: readonly (readonly [what: string, total: string, parts: readonly string[], addsUp: boolean])[] = [
  ['福建省 2009 总投资:在建、预备', '11193', ['8026', '3167'], true],
  ['江苏省 2021 年度计划:四类', '4377', ['225', '3248', '745', '159'], true],
  ['宿迁 2023 总投资:八类', '302', ['70.13', '7.26', '17.71', '139.02', '9.87', '51.3', '5.2', '1.75'], true],
  ['宿迁 2023 年度计划:八类', '165', ['23.63', '6.44', '9.73', '109.37', '6.83', '4.3', '4.2', '0.85'], true],
  ['广元 2022 总投资:八地', '219.5', ['39.64', '20.7', '25.38', '27.43', '21.51', '15.52', '15.72', '25'], false],
  ['广元 2022 年度计划:八地', '83.49', ['15.41', '9.49', '8.83', '11.64', '8.17', '8.15', '11.6', '8.7'], false],
  ['乐山 2020 总投资:三次产业', '282', ['15', '67', '197'], false],
  ['六安 2019 年度计划:续建、新建', '114.82', ['57.28', '22.4'], false],
];

describe('published breakdowns', () => {
  for (const [what, total, parts, addsUp] of TOTALS) {
    it(`${what} ${addsUp ? 'add up' : 'do not add up'}`, () => {
      const projects = parts.map((part, index) => `项目 P${index} { 投资 约${part}亿元 }`).join('\n');
      const analysis = analysed(`项目库 X { 核对 求和(总投资) ≈ ${total}亿元 } ${projects}`, '2026-07-01');
      const [expectation] = analysis.plan.portfolio?.expects ?? [];
      if (expectation?.type !== 'condition') throw new Error('no condition');
      expect(verdictOver(expectation.condition, analysis.plan.all('project'), analysis).holds).toBe(addsUp);
    });
  }
});

describe('what is shown of figures', () => {
  const plan = (totals: string): string => `
category B
category A
project P1 { category A  stage construction  investment 300M { year 2026 70M }  report 2026-03-01 { invested 10M } }
project P2 { category B  level county  investment 100M { year 2026 30M } }
project P3 { category A  level national }
view V { group category  columns id  totals ${totals} }
`;
  const shown = (totals: string, asOf = '2026-03-31'): readonly string[] => {
    const analysis = analysed(plan(totals), asOf);
    const [view] = analysis.plan.all('view');
    if (view === undefined) throw new Error('no view');
    return viewResult(view, analysis).totals.map(({ value }) => valueInWords(value, analysis, 'en'));
  };

  it('a ratio is a percent, with what it is added to as well', () => {
    expect(shown('sum(invested) / sum(plan), 1 - sum(invested) / sum(plan), count(level = county) / count()')).toEqual([
      '10%',
      '90%',
      '33.3%',
    ]);
    expect(shown('count() / 2, sum(total) / 3, sum(total) / count()')).toEqual(['1.5', 'CNY 133.33M', 'CNY 133.33M']);
  });

  it('of what nobody has reported there is no sum', () => {
    expect(shown('sum(invested), sum(invested) / sum(plan), count(invested > 0)', '2026-02-28')).toEqual(['', '', '0']);
  });

  it('groups stand in the order of the declarations, words in that of the language', () => {
    const groups = (by: string): readonly string[] => {
      const analysis = analysed(plan('count()').replace('group category', `group ${by}`), '2026-03-31');
      const [view] = analysis.plan.all('view');
      return view === undefined
        ? []
        : viewResult(view, analysis).groups.map(({ rows }) => rows.map(({ project }) => project.id).join());
    };
    expect(groups('category')).toEqual(['P2', 'P1,P3']);
    expect(groups('level')).toEqual(['P3', 'P2', 'P1']);
  });
});
