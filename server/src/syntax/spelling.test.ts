/**
 * What can mean only one thing is accepted (language reference, 1): it states the same as the usual spelling, is one hint,
 * and the formatter writes the usual spelling.
 */
import { describe, expect, it } from 'vitest';
import { findingsInOrder, read, statedIn } from '../../../test/read-facts.js';
import { formatPlan } from './format/format.js';

const HINTS: ReadonlySet<string> = new Set(['value/spelling', 'syntax/superfluous', 'syntax/full-width']);

/** A line of a project as it was written, as it is spelled, and how many hints that costs. */
const IN_PROJECT: readonly (readonly [string, string, number?])[] = [
  // signs that say nothing
  ['责任领导：李四', '责任领导 李四'],
  ['责任领导=李四', '责任领导 李四'],
  ['级别：市级', '级别 市级'],
  ['级别 市级；', '级别 市级'],
  ['级别 市级。', '级别 市级'],
  ['级别 市级，重要性 重点', '级别 市级 重要性 重点'],
  ['配合单位 甲局、乙局、', '配合单位 甲局, 乙局'],
  ['配合单位 甲局；乙局', '配合单位 甲局, 乙局'],
  ['配合单位 甲局、乙局，责任单位 丙局', '配合单位 甲局, 乙局 责任单位 丙局'],
  ['节点 竣工 期限：2026年12月20日', '节点 竣工 期限 2026年12月20日'],
  ['投资：3亿元 { 来源：中央 1亿元 }', '投资 3亿元 { 来源 中央 1亿元 }', 2],
  [
    '投资 { 年度 2026年 4亿元 { Q1 1亿元, Q2 1亿元; Q3 1亿元、Q4 1亿元 } }',
    '投资 { 年度 2026年 4亿元 { Q1 1亿元 Q2 1亿元 Q3 1亿元 Q4 1亿元 } }',
    3,
  ],
  ['责任\u200b领导 李四'.replace('\u200b', ''), '责任领导 李四', 0],
  ['责任领导\u200b 李四', '责任领导 李四'],
  // dates
  ['节点 甲 期限 2026.6', '节点 甲 期限 2026-06'],
  ['节点 甲 期限 2026/6', '节点 甲 期限 2026-06'],
  ['节点 甲 期限 20260630', '节点 甲 期限 2026-06-30'],
  ['节点 甲 期限 2026年6月份', '节点 甲 期限 2026年6月'],
  ['节点 甲 期限 2026年6月30日前', '节点 甲 期限 2026年6月30日'],
  ['节点 甲 期限 2026年6月底之前', '节点 甲 期限 2026年6月底前'],
  ['节点 甲 期限 2026年年底', '节点 甲 期限 2026年底'],
  ['节点 甲 期限 2026Q3', '节点 甲 期限 2026-Q3'],
  ['节点 甲 期限 2026上半年', '节点 甲 期限 2026年上半年'],
  ['节点 甲 期限 2026 年 6 月', '节点 甲 期限 2026年6月'],
  ['建设期限 2026年3月 到 2027年6月', '建设期限 2026年3月 至 2027年6月'],
  ['建设期限 2026年3月到2027年6月', '建设期限 2026年3月 至 2027年6月'],
  ['period 2026-03 to 2027-06', 'period 2026-03 .. 2027-06'],
  ['period 2026-03 — 2027-06', 'period 2026-03 .. 2027-06'],
  ['period 2026-03 – 2027-06', 'period 2026-03 .. 2027-06'],
  ['period 2026-03 ~ 2027-06', 'period 2026-03 .. 2027-06'],
  ['period 2026-03 - 2027-06', 'period 2026-03 .. 2027-06'],
  ['建设期限 2026年5月至6月', '建设期限 2026年5月 至 2026年6月'],
  ['建设期限 2026年5月1日至10日', '建设期限 2026年5月1日 至 2026年5月10日'],
  ['阶段 在建 2026年3月1日', '阶段 在建 于 2026年3月1日'],
  // money, percents, durations
  ['工作经费 300 万元', '工作经费 300万元'],
  ['工作经费 ¥500万', '工作经费 500万元'],
  ['工作经费 人民币 500万元', '工作经费 500万元'],
  ['工作经费 3亿5000万元', '工作经费 3.5亿元'],
  ['工作经费 3千万', '工作经费 3000万'],
  ['工作经费 RMB 300K', '工作经费 30万元'],
  ['工作经费 约 3亿元', '工作经费 约3亿元'],
  ['fund 300K', 'fund 300k'],
  ['fund 1.2bn', 'fund 1.2B'],
  ['fund 300 million', 'fund 300M'],
  ['任务 甲 { 进度 65 % }', '任务 甲 { 进度 65% }'],
  ['任务 甲 { 进度 百分之65 }', '任务 甲 { 进度 65% }'],
  ['任务 甲 { 工期 30日 }', '任务 甲 { 工期 30天 }'],
  ['任务 甲 { 工期 30 天 }', '任务 甲 { 工期 30天 }'],
  ['任务 甲 { 工期 30日历天 }', '任务 甲 { 工期 30天 }'],
  ['task a { duration 30 days }', 'task a { duration 30d }'],
  ['task a { duration 30 working days }', 'task a { duration 30wd }'],
  // words
  ['投资 { 年度 2026年 { 一月 1亿元 } }', '投资 { 年度 2026年 { 1月 1亿元 } }'],
  ['投资 { 年度 2026年 { 03月 1亿元 } }', '投资 { 年度 2026年 { 3月 1亿元 } }'],
  ['投资 { 年度 2026年 { 1季度 1亿元 } }', '投资 { 年度 2026年 { 一季度 1亿元 } }'],
  ['投资 { 年度 2026年 { 第1季度 1亿元 } }', '投资 { 年度 2026年 { 一季度 1亿元 } }'],
  ['投资 { 年度 2026年 { 第四季度 1亿元 } }', '投资 { 年度 2026年 { 四季度 1亿元 } }'],
  ['LEADER 李四', 'leader 李四'],
  ['Level City', 'level city', 2],
  ['建设内容 ＂三公里＂', '建设内容 "三公里"'],
  ['建设内容 『三公里』', '建设内容 "三公里"'],
];

/** The same for whole declarations. */
const DECLARATIONS: readonly (readonly [string, string, number?])[] = [
  ['项目库 甲 { 例会 每周 }', '项目库 甲 { 例会 每 1周 }'],
  ['项目库 甲 { 例会 每 周 }', '项目库 甲 { 例会 每 1周 }'],
  ['项目库 甲 { 例会 每两周 报告 每月 }', '项目库 甲 { 例会 每 2周 报告 每 1个月 }', 2],
  ['项目库 甲 { 报告 每季度 }', '项目库 甲 { 报告 每 3个月 }'],
  ['portfolio a { meetings every week reports every month }', 'portfolio a { meetings every 1w reports every 1mo }', 2],
  ['portfolio a { meetings weekly }', 'portfolio a { meetings every 1w }'],
  ['规则 q { 每月 }', '规则 q { 每 月 }'],
  ['规则 q { 每季度 }', '规则 q { 每 季 }'],
  ['person X { email a@b.org }', 'person X { email "a@b.org" }'],
  ['人员 X { 电话 0597-1234567、13900000000 }', '人员 X { 电话 "0597-1234567", "13900000000" }', 2],
  ['单位 甲；单位 乙。', '单位 甲 单位 乙', 2],
  ['视图 v { 筛选 总投资 ≥ 3亿元 }', '视图 v { 筛选 总投资 >= 3亿元 }'],
  ['视图 v { 筛选 总投资 ≤ 3亿元 }', '视图 v { 筛选 总投资 <= 3亿元 }'],
  ['视图 v { 筛选 级别 ≠ 市级 }', '视图 v { 筛选 级别 != 市级 }'],
  ['视图 v { 筛选 级别 == 市级 }', '视图 v { 筛选 级别 = 市级 }'],
  ['视图 v { 筛选 级别 = 市级 并且 阶段 = 在建 }', '视图 v { 筛选 级别 = 市级 且 阶段 = 在建 }'],
  ['视图 v { 筛选 级别 = 市级 或者 阶段 = 在建 }', '视图 v { 筛选 级别 = 市级 或 阶段 = 在建 }'],
  ['视图 v { 排序 总投资 升序, 编号 }', '视图 v { 排序 总投资, 编号 }'],
  ['view v { sort total asc }', 'view v { sort total }'],
  ['portfolio a { expect count = 117 }', 'portfolio a { expect count() = 117 }'],
  ['项目库 甲 { 核对 117 = 项目数 }', '项目库 甲 { 核对 117 = 项目数() }'],
  ['项目库 甲 { 核对 项目数/2 > 3 }', '项目库 甲 { 核对 项目数() / 2 > 3 }'],
  ['view v { totals count, sum(total) }', 'view v { totals count(), sum(total) }'],
];

function isReadAs(written: string, usual: string, hints: number): void {
  const findings = findingsInOrder(read(written));
  expect(findings.filter(({ code }) => !HINTS.has(code))).toEqual([]);
  expect(findings.map(({ code }) => code).filter((code) => code !== 'syntax/full-width')).toHaveLength(hints);
  expect(statedIn(written)).toEqual(statedIn(usual));
  expect(formatPlan(written)).toBe(`${usual}\n`);
  expect(read(usual).findings).toEqual([]);
}

describe('in a project', () => {
  it.each(IN_PROJECT.map(([written, usual, hints = 1]) => [written, usual, hints] as const))(
    '%s',
    (written, usual, hints) => isReadAs(`项目 P { ${written} 备注 "x" }`, `项目 P { ${usual} 备注 "x" }`, hints),
  );
});

describe('declarations', () => {
  it.each(DECLARATIONS.map(([written, usual, hints = 1]) => [written, usual, hints] as const))(
    '%s',
    (written, usual, hints) => isReadAs(written, usual, hints),
  );
});

describe('what has another meaning keeps it', () => {
  it.each([
    ['a name that is called like a month in words', '类别 一月\n项目 P { 类别 一月 }'],
    ['a column that is called like a member', '视图 v { 列 编号, 名称, 责任领导, 责任单位, 亮灯 }'],
    ['a total over a condition', '视图 v { 合计 项目数(阶段 = 在建), 求和(总投资, 级别 = 市级) }'],
    ['what the policy requires', '规则 q { 必备 责任领导, 责任单位, 工作专班 对 重要性 = 重中之重 }'],
    ['a difference of figures', '视图 v { 筛选 总投资 - 完成投资 > 2026 }'],
    ['a tag that is called like an aggregate', '标签 项目数\n视图 v { 筛选 标签 = 项目数 列 编号 }'],
    ['a tag that is called like a member, in a list', '标签 投资 标签 期限\n项目 P { 标签 投资, 期限 }'],
  ])('%s', (_, text) => expect(read(text).findings).toEqual([]));
});
