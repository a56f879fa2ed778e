/** What the summary `booklet` shows of a project, and of all of them. */
import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../../../../test/generated-summary.js';
import type { Lang } from '../../../model/lang.js';
import type { ReportDocument, Table } from '../../document.js';

function markdown(text: string, lang: Lang = 'zh'): string {
  return summaryOf('booklet', text, { lang }).markdown;
}

function table(document: ReportDocument, anchor: string): Table {
  const found = document.blocks.find((block) => block.type === 'table' && block.anchor === anchor);
  if (found?.type !== 'table') throw new Error(`no table ${anchor}`);
  return found;
}

/** Invented. */
const BRIDGE = `
项目库 示例 "某市重点项目" { 年度 2026  截至 2026-06-30 }
类别 基础设施
类别 交通 { 属于 基础设施 }
人员 王市长 { 职务 "副市长" }
人员 李工
单位 交通局
项目 P1 "跨江大桥" {
  类别 交通  级别 市级  重要性 重中之重  阶段 预备  阶段 在建 于 2026-02-16
  责任领导 王市长  责任单位 交通局  责任人 李工
  建设内容 "主桥 1.2 公里"
  投资 12亿元 { 来源 市级财政 4亿元  来源 贷款 8亿元  年度 2026 3亿元 { 一季度 5000万元  二季度 8000万元  三季度 9000万元  四季度 8000万元 } }
  节点 基础 "基础完工" 期限 2026-05-31
  节点 合龙 期限 2026年12月底
  进展 2026-03-31 { 完成投资 4000万元 }
  进展 2026-06-25 { 完成投资 1亿元  进度 30%  质量 正常  安全 关注 "临边防护不到位"  情况 "主墩施工"  报送人 李工 }
  问题 征地 "三户未签" { 类型 征地拆迁  原因 "补偿有分歧"  建议 "市里协调"  期限 2026-06-20  责任人 李工 }
}
`;

describe('the overview table', () => {
  it('groups projects by category with what is above it, and adds up counts and money', () => {
    const rows = markdown(BRIDGE)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(rows.slice(2, 6)).toEqual([
      '| **基础设施　1项，总投资12亿元，年度计划3亿元，完成1亿元（33.3%）** |  |  |  |  |  |  |  |  |  |  |  |  |  |',
      '| **交通　1项，总投资12亿元，年度计划3亿元，完成1亿元（33.3%）** |  |  |  |  |  |  |  |  |  |  |  |  |  |',
      '| 1 | P1 | [跨江大桥](#1跨江大桥) | 交通 | 市级 | 王市长 | 交通局 | 李工 | 120,000 | 30,000 | 10,000 | 33.3% | 在建 | ● 黄 |',
      '|  |  | **合计　1项** |  |  |  |  |  | **120,000** | **30,000** | **10,000** | **33.3%** |  |  |',
    ]);
  });

  it('keeps the exact amounts for spreadsheets and leads every row to its project', () => {
    const register = table(summaryOf('booklet', BRIDGE, { lang: 'zh' }).document, 'part:register');
    const project = register.rows.find((row) => row.type === 'row');
    expect(project?.type === 'row' && project.cells[8]?.value).toBe('120000');
    expect(project?.origin?.id).toBe('P1');
  });

  it('has projects without a category last and leaves out what has left the pool', () => {
    const text = markdown(
      `
      category roads
      project A "Ring road" { category roads }
      project B "School"
      project C "Old quay" { removed 2026-01-10 "completed" }
    `,
      'en',
    );
    expect(text).toMatch(
      /roads.*Ring road.*Without category.*School.*Left the pool.*Old quay \| 2026-01-10 \| completed/s,
    );
    expect(text).not.toContain('3  Old quay');
  });

  it('says so where there is no project', () => {
    expect(markdown('portfolio p "Works"', 'en')).toContain('No project is in the pool.');
  });
});

describe('the sheet of a project', () => {
  const text = markdown(BRIDGE);

  it('tells what it is and since when it is at its stage', () => {
    expect(text).toContain('- 类别：基础设施 › 交通');
    expect(text).toContain('- 阶段：在建（2026-02-16起） 此前：预备');
    expect(text).toContain('- 建设内容：主桥 1.2 公里');
    expect(text).toContain('- 督办人：—');
  });

  it('sets what was done by the end of each node beside the plan up to it', () => {
    expect(text).toContain('| 一季度 | 5,000 | 5,000 | 4,000 | 80.0% |');
    expect(text).toContain('| 二季度 | 8,000 | 13,000 | 10,000 | 76.9% |');
    expect(text).toContain('| 三季度 | 9,000 | 22,000 | — | — |');
  });

  it('tells of each deadline how many days are left or overdue', () => {
    expect(text).toContain('| 基础完工 | 节点 | 李工 | 2026年5月31日 | 2026-06-30 | — | ● 红 逾期30天 |');
    expect(text).toContain('| 合龙 | 节点 | 李工 | 2026年12月底 | 2026-12-31 | — | ● 绿 余184天 |');
  });

  it('brings the latest report with the five in step, and the open issues', () => {
    expect(text).toContain('**最新进展（2026-06-25，报送人：李工）**');
    expect(text).toContain('| ● 绿 正常 | 30% | 1亿元 | ● 黄 关注：临边防护不到位 | — |');
    expect(text).toContain('| 三户未签 | 征地拆迁 | 补偿有分歧 | 市里协调 | 交通局 李工 | — | 2026-06-20');
  });

  it('marks a missing one of the five only where the policy demands it', () => {
    const policy = '规则 办法 { 必备 责任领导、责任单位、工作专班、工作方案、工作经费 对 重要性 = 重中之重 }\n';
    expect(text).toContain('**五个一（已落实2项）**');
    expect(text).toContain('| 王市长 副市长 | 交通局 | — | — | — |');
    const judged = markdown(policy + BRIDGE);
    expect(judged).toContain('**五个一（缺班子、方案、经费）**');
    expect(judged).toContain('| 王市长 副市长 | 交通局 | ● 红 缺 | ● 红 缺 | ● 红 缺 |');
  });

  it('knows nothing of what is dated after the status date', () => {
    const earlier = summaryOf('booklet', BRIDGE, { lang: 'zh', asOf: '2026-04-30' }).markdown;
    expect(earlier).toContain('**最新进展（2026-03-31）**');
    expect(earlier).not.toContain('主墩施工');
    expect(earlier).toContain('● 绿 余31天');
  });
});
