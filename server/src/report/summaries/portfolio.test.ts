/** The summaries of a whole portfolio: dashboard, investment, accountability, views, wall chart. */
import { describe, expect, it } from 'vitest';
import { blocksOf, type GeneratedSummary, rowsOf, summaryOf } from '../../../../test/generated-summary.js';
import { plainText } from '../plain-text.js';

/** Invented. */
const CITY = `
项目库 城市 "某市重点项目" {
  年度 2026
  核对 项目数() = 3
  核对 求和(总投资) ≈ 20亿元
  核对 求和(总投资) = 18亿元
  核对 按 类别 互斥 { 道路 项目数 1  学校 项目数 1 }
}
规则 办法 { 承包上限 1  亮灯 投资 { 红 当 投资滞后 > 50%  黄 当 投资滞后 > 0% } }
类别 道路
类别 学校
地区 东区
地区 西区
单位 交通局
单位 教育局
人员 王市长 { 职务 "副市长" }
人员 李工
项目 环路 "东西环路" {
  类别 道路  级别 市级  地区 东区、西区  阶段 在建  责任领导 王市长  责任单位 交通局  责任人 李工
  调入 2025-01-01
  投资 15亿元 { 年度 2026 4亿元 { 一季度 1亿元  二季度 1亿元  三季度 1亿元  四季度 1亿元 } }
  进展 2026-03-31 { 完成投资 8000万元 }
  进展 2026-06-25 { 完成投资 1.5亿元  到位资金 1.2亿元  已支付 1亿元 }
  节点 通车 期限 2026年12月底
  述职 2025年下半年 { 报送人 王市长  日期 2026-01-10 }
}
项目 一小 "第一小学" {
  类别 学校  级别 县级  地区 东区  阶段 预备  责任领导 王市长  责任单位 教育局
  投资 5亿元 { 年度 2026 1亿元 }
  进展 2026-06-25 { 完成投资 6000万元 }
  节点 开工 期限 2026-07-10
}
项目 储备 "未定项目" { 阶段 储备 }
视图 在建 "在建项目" { 筛选 阶段 = 在建  列 名称、责任领导、总投资、完成率、下一节点、亮灯  合计 项目数()、求和(总投资) }
`;

/** One project, reported each month, and little money. Invented. */
const SMALL = summaryOf(
  'investment',
  `项目库 镇
项目 桥 { 阶段 在建  投资 600万元 { 年度 2026 600万元 }
  进展 2026-01-31 { 完成投资 50万元 }  进展 2026-02-28 { 完成投资 120万元 } }`,
  { lang: 'zh', asOf: '2026-03-10' },
);

function zh(kind: string, name?: string): GeneratedSummary {
  return summaryOf(kind, CITY, { lang: 'zh', ...(name === undefined ? {} : { name }) });
}

function figures(made: GeneratedSummary): readonly string[] {
  const headline = blocksOf(made, 'keyValues').find(({ anchor }) => anchor === 'headline');
  return (headline?.entries ?? []).map(({ label, value, note }) => {
    return `${label} ${plainText(value, 'zh')}${note === undefined ? '' : `（${note}）`}`;
  });
}

describe('the overview', () => {
  const made = zh('dashboard');

  it('begins with the figures that everybody asks for', () => {
    expect(figures(made)).toEqual([
      '项目总数 3（储备1、预备1、在建1）',
      '总投资 20 亿元',
      '年度计划 5 亿元',
      '完成投资 2.1 亿元（完成率42%，序时计划2.5亿元）',
      '6月完成 7000 万元（上月末无数据的1项未计入；1项上次报送在更早的月份，自那时起的完成额一并计入）',
      '红灯 0',
      '黄灯 1',
      '逾期节点 0',
      '未解决问题 0',
    ]);
  });

  it('counts lights by category, a reserve is grey', () => {
    const [lights] = blocksOf(made, 'stackedCounts');
    expect(lights?.series.map(({ light }) => light)).toEqual(['yellow', 'green', 'grey']);
    expect(lights?.rows.map(({ label, counts }) => [label, ...counts])).toEqual([
      ['道路', 1, 0, 0],
      ['学校', 0, 1, 0],
      ['未注明', 0, 0, 1],
    ]);
  });

  it('names the projects that need attention and which light says so', () => {
    expect(rowsOf(made)).toContain('| ● 黄 | 东西环路 | 交通局 | 李工 | 投资 | 0 | 25% | — | 0 |');
  });

  it('draws the plan of the year and what the reports say month by month', () => {
    const [curve] = blocksOf(made, 'sCurve');
    expect(curve?.points).toHaveLength(12);
    expect(curve?.points.at(2)).toEqual({ label: '3月', planned: expect.closeTo(1.2466, 3), done: 0.8 });
    expect(curve?.points.at(5)?.done).toBe(2.1);
    expect(curve?.points.at(6)?.done).toBeNull();
    expect(curve?.points.at(11)?.planned).toBe(5);
  });

  it('says that the curve rises because more projects have reported', () => {
    expect(made.markdown).toContain('累计完成只含当时已报送的项目：3月1项、6月2项，共2项。');
    expect(SMALL.markdown).not.toContain('累计完成只含');
  });

  it('draws less than a hundred million in 万元, so that its axis is not 0, 0, 1', () => {
    expect(blocksOf(SMALL, 'sCurve')[0]).toMatchObject({ unit: '万元', points: { 1: { done: 120 } } });
    expect(blocksOf(made, 'sCurve')[0]).toMatchObject({ unit: '亿元' });
  });

  it('lists what is due in the next thirty days', () => {
    expect(rowsOf(made)).toContain('| 第一小学 | 开工 | 教育局 | — | 2026-07-10 | 2026-07-10 | ● 黄 余10天 |');
  });

  it('holds published figures against the files', () => {
    const rows = rowsOf(made);
    expect(rows).toContain('| 项目数 | 3 | 3 | — | ● 绿 相符 |');
    expect(rows).toContain('| 总投资合计 | 18亿元 | 20亿元 | 2亿元 | ● 红 不符 |');
    expect(rows).toContain('| 各项目按类别只归入一行 | — | — | — | ● 红 未归入：未定项目 |');
  });

  it('says so where there is nothing', () => {
    expect(summaryOf('dashboard', 'portfolio p').markdown).toContain('No project is in the pool.');
  });
});

describe('investment progress', () => {
  const made = zh('investment');

  it('adds up by category, area and unit; a project in two areas counts in both and once in the total', () => {
    const rows = rowsOf(made);
    expect(rows.find((row) => row.startsWith('| 东区'))).toContain('| 2 | 200,000 | 50,000 |');
    expect(rows.find((row) => row.startsWith('| 西区'))).toContain('| 1 | 150,000 | 40,000 |');
    expect(rows.filter((row) => row.startsWith('| **合计**'))[1]).toContain('| **3** | **200,000** | **50,000** |');
    expect(made.markdown).toContain('跨地区项目在各地区分别计入');
  });

  it('sets the reports beside the plan at the end of each quarter, and funds beside them', () => {
    expect(rowsOf(made)).toContain('| 一季度 | 12,466 | 8,000 | 64.2% | 1/2 |');
    expect(figures(made).slice(-2)).toEqual(['到位资金 1.2 亿元（2项中1项填报，占其完成投资80%）', '已支付 1 亿元']);
  });

  it('lists the projects that are behind, the furthest first', () => {
    expect(rowsOf(made).at(-1)).toContain('| 东西环路 | 交通局 | 李工 | 40,000 | 20,000 | 15,000 | 25% | ● 黄 |');
  });
});

it('the overview named the same projects in two paragraphs: as not judged, and again as not reported', () => {
  const policy = 'policy p { light money { red when investment-behind > 50%  yellow when investment-behind > 0% } }';
  const silent = 'project a "Alpha bridge" { stage construction investment { year 2026 4M } }';
  const { markdown } = summaryOf('dashboard', `${policy}\n${silent}`, { asOf: '2026-06-30' });
  const named = markdown.split('\n').filter((line) => line.includes('Alpha bridge') && !line.startsWith('|'));
  expect(named).toEqual(['1 cannot be judged, as a figure is missing – money (not known: Invested): Alpha bridge']);
  expect(markdown).toContain('1 of 1 not reported: those just named');
});

it('the overview called it a missing figure where part of the text was not read or the policy was not certain', () => {
  const policy = 'policy p { light money { yellow when investment-behind > 0% } }';
  const begun = 'stage construction investment { year 2026 4M } report 2026-06-30 { invested 4M }';
  const plan = `${policy} policy q { light none-yet { } }
    project a "Alpha bridge" { ${begun} stge ready }
    project b "Beta road" { ${begun} policy nowhere }
    project c "Gamma lock" { ${begun} policy q }
    portfolio all { policy p }`;
  const named = (lang: 'en' | 'zh') =>
    summaryOf('dashboard', plan, { asOf: '2026-06-30', lang })
      .markdown.split('\n')
      .filter((line) => /^\d+ ?(cannot be judged|项.*无法评判)/.test(line));
  expect(named('en')).toEqual([
    '1 cannot be judged – part of the text cannot be read: Alpha bridge',
    '1 cannot be judged – the policy to judge it by is not certain: Beta road',
    '1 cannot be judged – nothing to judge by: Gamma lock',
  ]);
  expect(named('zh')).toEqual([
    '1项无法评判，部分内容无法识别：Alpha bridge',
    '1项无法评判，评判规则无法确定：Beta road',
    '1项无法评判，无判定依据：Gamma lock',
  ]);
});

describe('accountability', () => {
  const made = zh('accountability');

  it('holds the load of a leader against the limit, and tells whether the half-year report was given', () => {
    expect(rowsOf(made)[0]).toBe(
      '| 王市长 | 副市长 | 2 | ● 红 2（1） | 200,000 | 50,000 | 42% | ● 黄 1 ● 绿 1 | 0 | 0 |',
    );
    expect(made.markdown).toContain('2025年下半年述职情况');
    expect(rowsOf(made)).toContain('| ● 红 未明确 | — | 交通局 | 1 | ● 绿 已述职 2026-01-10 | — |');
  });

  it('shows what nobody answers for', () => {
    expect(rowsOf(made)[1]).toContain('| ● 红 未明确 | — | 1 |');
  });

  it('lists under each leader what the next deadline is', () => {
    expect(rowsOf(made)).toContain('| 第一小学 | 教育局 | — | 预备 | 60.0% | 开工 2026-07-10 | ● 黄 余10天 | ● 绿 |');
  });
});

describe('a view', () => {
  it('has its own title, columns and totals', () => {
    const made = zh('view', '在建');
    expect(made.document.title).toBe('在建项目');
    expect(made.document.subtitle).toBe('项目数：1　总投资合计：15亿元');
    expect(rowsOf(made)).toEqual(['| 东西环路 | 王市长 | 150,000 | 37.5% | 通车 | ● 黄 |']);
  });

  it('has its sums as a row below the columns that they are of, and no other total there', () => {
    const all = CITY.replace('筛选 阶段 = 在建', '分组 阶段').replace(
      '求和(总投资) }',
      '求和(总投资)、求和(完成投资) / 求和(年度计划) "率"、求和(总投资, 阶段 = 在建) }',
    );
    const made = summaryOf('view', all, { lang: 'zh', name: '在建' });
    expect(blocksOf(made, 'table')[0]?.totals?.map(({ content }) => plainText(content, 'zh'))).toEqual([
      '合计',
      '',
      '200,000',
      '',
      '',
      '',
    ]);
  });

  it('counts its projects once where its own total, in whatever words, counts them', () => {
    const own = CITY.replace('合计 项目数()、', '合计 项目数() "个数"、');
    expect(summaryOf('view', own, { lang: 'zh', name: '在建' }).document.subtitle).toBe('个数：1　总投资合计：15亿元');
  });

  it('says once a line who did not report', () => {
    const silent = CITY.replace('进展 2026-06-25 { 完成投资 6000万元 }', '').replace(
      '筛选 阶段 = 在建  列 名称、责任领导、总投资、完成率、下一节点、亮灯',
      '分组 地区 明细 无',
    );
    const rates = silent.replace('求和(总投资) }', '求和(完成投资) "完成"、求和(完成投资) / 求和(年度计划) "率" }');
    expect(rowsOf(summaryOf('view', rates, { lang: 'zh', name: '在建' }))[0]).toBe(
      '| 东区 | 2 | 15,000（2项中1项未报） | 30.0%（已报项目37.5%） |',
    );
  });

  it('is told of when it does not exist', () => {
    expect(zh('view', '没有').markdown).toContain('计划中没有视图“没有”。');
  });
});

describe('the wall chart', () => {
  const plan = `
    project road "Ring road" {
      period 2026-01 .. 2026-12  actual-start 2026-02-01
      task earth "Earthworks" { start 2026-02-01  duration 60d  started 2026-02-01  done 2026-04-01 }
      task deck "Deck" { after earth  duration 100d  started 2026-04-10  remaining 40d  due 2026-07-31 }
      milestone open "Opened" due 2026-08-20 { after deck FS +5d }
      milestone old due 2024-01-31 done 2024-01-30
    }`;
  const [chart] = blocksOf(summaryOf('gantt', plan), 'gantt');

  it('has a row for each project and item, how it stands, and its slack', () => {
    expect(chart?.rows.map(({ id, standing, slack }) => [id, standing, slack])).toEqual([
      ['road', 'late', undefined],
      ['road.earth', 'done', undefined],
      ['road.deck', 'late', -8],
      ['road.open', 'onTime', 7],
    ]);
  });

  it('leaves out what was done before the chart begins', () => {
    expect(chart?.rows.some(({ id }) => id === 'road.old')).toBe(false);
  });

  it('draws dependencies between its rows and marks those that drive a date', () => {
    expect(chart?.dependencies).toEqual([
      { from: 'road.earth', to: 'road.deck', kind: 'FS' },
      { from: 'road.deck', to: 'road.open', kind: 'FS', driving: true },
    ]);
  });

  it('ends spans at the boundary behind the last day, and what is behind us at the status date', () => {
    const deck = chart?.rows.find(({ id }) => id === 'road.deck');
    expect(deck?.actual?.end).toBe(chart?.status);
    expect((deck?.forecast?.end ?? 0) - (chart?.status ?? 0)).toBe(40);
  });
});

it('a published figure that cannot be compared is not left out of the figures that agree', () => {
  const rows = rowsOf(
    summaryOf(
      'dashboard',
      '项目库 城市 { 核对 项目数() = 1  核对 项目书() = 9  核对 按 类别 互斥 { 道路 项目数 1  桥梁 项目数 2 } }\n类别 道路\n项目 甲 { 类别 道路 }\n',
      { asOf: '2026-06-30', lang: 'zh' },
    ),
  );
  expect(rows).toContain('| 项目数 | 1 | 1 | — | ● 绿 相符 |');
  expect(rows).toContain('| 项目书() | — | — | — | ● 灰 无法核对 |');
  expect(rows).toContain('| 桥梁 | — | — | — | ● 灰 无法核对 |');
});

describe('a figure that looked right and was not', () => {
  const frame = 'portfolio W { status-date 2026-06-30 year 2026 }';

  it('the share of funds in what was invested counted what other projects had done', () => {
    const works = (funds: string): string => `${frame}
      project p { stage construction investment { year 2026 4亿元 } report 2026-06-30 { invested 2亿元 received 1亿元 } }
      project q { stage construction investment { year 2026 4亿元 } report 2026-06-30 { invested 3亿元 ${funds} } }`;
    const made = (funds: string): string => summaryOf('investment', works(funds), { lang: 'zh' }).markdown;
    expect(made('')).toContain('到位资金：1 亿元（2项中1项填报，占其完成投资50%）');
    expect(made('received 1亿元')).toContain('到位资金：2 亿元（占完成投资40%）');
  });

  it('the list of a leader had no deadline for a project that only has its planned completion', () => {
    const of = (period: string): readonly string[] =>
      rowsOf(summaryOf('accountability', `${frame} project p { stage construction period ${period} }`, { lang: 'zh' }));
    expect(of('2026-01 .. 2026-05').at(-1)).toContain('| 计划竣工 2026年5月底 | ● 红 逾期30天 |');
    expect(of('2026-01 .. 2026-06').at(-1)).toContain('| 计划竣工 2026年6月底 | ● 黄 今天到期 |');
    expect(of('2026-01 .. 2026-12').at(-1)).toContain('| 计划竣工 2026年12月底 | ● 绿 余184天 |');
  });

  it('a deadline whose item has no forecast was on time', () => {
    const ring = `${frame} project p { stage construction task a { after b due 2026-12-31 } task b { after a } }`;
    expect(rowsOf(summaryOf('accountability', ring, { lang: 'zh' })).at(-1)).toContain('● 灰 余184天，无法推算');
    expect(rowsOf(summaryOf('accountability', ring)).at(-1)).toContain('184 d left, no forecast');
  });
});
