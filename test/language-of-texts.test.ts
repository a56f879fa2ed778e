/**
 * What people read speaks one language: every summary, list and diagnostic of every example in both languages, with
 * figures rounded and in the reader's units. What the plan itself says (names, titles, texts) stays as it says it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { valueInWords } from '../server/src/analysis/value-output.js';
import { viewResult } from '../server/src/analysis/view-result.js';
import { toDay } from '../server/src/model/day.js';
import type { Lang } from '../server/src/model/lang.js';
import { renderMarkdown } from '../server/src/report/render/markdown.js';
import { SUMMARIES } from '../server/src/report/summaries/index.js';
import { PlanRoot } from '../server/src/workspace/plan-root.js';

const EXAMPLES = path.join(import.meta.dirname, '../examples');

/** The folders that hold plans, each a plan root of its own, with the files below. */
const ROOTS: readonly string[] = [
  ...new Set(
    readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.plan'))
      .map((file) => path.dirname(file)),
  ),
].sort();

/** A plan whose names are of no language and whose figures are not round. */
const ODD = `项目库 X9 {
  截至 2026-06-15
  例会 每 1周  报告 每 1周
  核对 项目数() = 4
  核对 求和(完成投资) / 求和(年度计划) ~= 49.95%
  核对 求和(序时计划) ~= 1亿元
  核对 平均(总投资) = 3亿元
  核对 求和(年度计划) / 求和(总投资) = 0.5
  核对 项目数(级别 = 市级 且 亮灯 = 红 或 非 阶段 = 在建) >= 20
  核对 最大(最大逾期天数) = 3天
  核对 最大(期限) = 2026年3月
  核对 占比(级别 = 市级, 年度计划) = 33%
  核对 按 级别 互斥 { 市级 项目数 1、总投资 7亿元  县级 项目数 1、完成投资 1万元 }
}
规则 R9 {
  序时 逐日  每 月
  亮灯 L9 { 红 当 投资滞后 > 50%  黄 当 投资滞后 > 0% }
  亮灯 L8 { 红 当 最大逾期天数 > 30天  黄 当 最大逾期天数 > 0天 }
  调整上限 1  承包上限 1
  必备 责任领导、工作专班、工作经费、工作方案 对 重要性 = 重中之重
}
人员 A9
人员 B9
单位 U9 { 负责人 A9 }
单位 U8
类别 C9
类别 C8
地区 D9
项目 P1 {
  类别 C8  级别 县级  重要性 重中之重  地区 D9  阶段 在建 于 2025-08-01  实际开工 2025-08-01  建设期限 2025-01 .. 2026-05
  责任领导 A9  责任单位 U9  责任人 A9  督办人 A9
  投资 7.1234567亿元 { 来源 C9 3亿元  来源 C8 4.1亿元  此前完成 1234567元  年度 2026 7003.33万元 { 一季度 1000万元 二季度 2000万元 } }
  进展 2026-05-10 { 完成投资 3200万元  进度 61.234%  到位资金 C9 1000.01万元  质量 异常  研判 绿 }
  进展 2026-06-10 { 完成投资 3164.4444万元  进度 60.777%  安全 关注 }
  任务 T9 { 工期 33个工作日  实际开始 2026-05-20  进度 33.3%  期限 2026-06-20  停工 2026-06-01 .. 2026-06-05 }
  任务 T8 { 前置 T9 FS +3个工作日  工期 2个月  期限 2026-07-01 }
  任务 T7 { 工期 3周  期限 2026-06-10 }
  审批 T6 { 工期 30天  期限 2026-06-27  调整 2026-06-01 原期限 2026-05-31 批准 B9  调整 2026-06-10 原期限 2026-06-09 }
  节点 M9 期限 2026-05-31 { 前置 T8 }
  节点 M8 期限 2026-04-30 完成 2026-05-06
  问题 I9 { 类型 资金  提出 2026-04-01  期限 2026-06-01  调整 2026-05-20 原期限 2026-05-10  协调层级 市级 }
  问题 I8 { 协调层级 县级  期限 2026-07-01  责任人 A9 }
}
项目 P2 { 类别 C9  级别 市级  阶段 在建  责任领导 A9  责任单位 U8  实际开工 2026-01-01  投资 5亿元 { 年度 2026 1000万元 }  节点 A 期限 2026年6月上旬 }
项目 P3 { 级别 国家级  阶段 储备  投资 1亿元 }
项目 P4 { 阶段 预备  建设期限 2026-03 .. 2027年底  责任领导 A9 }
会议 W9 { 日期 2026-05-20  决定 D9 "1" { 责任单位 U9  期限 2026-06-01 }  决定 D8 "2" { 完成 2026-06-01 } }
会议 W8 { 日期 2026-06-18  议题 P1.I9、P1.I8 }
督查 W7 { 日期 2026-06-01  问题 I7 { 关于 P1  期限 2026-06-05 } }
视图 V9 {
  分组 类别
  列 编号、级别、阶段、总投资、序时计划、完成率、投资滞后、进度滞后、完成投资、最大逾期天数、未报天数、机动时间、期限、预计完成、亮灯、下一节点、类别
  合计 项目数()、求和(完成投资) / 求和(年度计划)、求和(序时计划)、平均(总投资)、项目数(亮灯 = 红) / 项目数()、1 - 求和(完成投资) / 求和(年度计划)、项目数(级别 = 市级 且 亮灯 = 红 或 非 阶段 = 在建)、最大(最大逾期天数)、最小(期限)
}
视图 V8 { 筛选 亮灯 = 红 或 未解决问题 > 0  分组 级别  列 编号、责任领导、地区 }
`;

function open(folder: string): PlanRoot {
  const root = new PlanRoot({ today: () => toDay(0) });
  if (folder === 'of odd figures') {
    root.set('odd.plan', ODD);
    root.settle();
    return root;
  }
  for (const file of readdirSync(path.join(EXAMPLES, folder)).sort()) {
    if (file.endsWith('.plan')) root.set(file, readFileSync(path.join(EXAMPLES, folder, file), 'utf8'));
  }
  root.settle();
  return root;
}

/** Where words of the language stand, which each reader is told in their own. */
const EXPRESSIONS: ReadonlySet<string> = new Set(
  'expects where totals rank columns group sort red yellow require stated kinds type'.split(' '),
);

/** Everything that the plan says in words: names, titles and texts. */
function wordsOf(root: PlanRoot): string {
  const found: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string' && (key === 'text' || key === 'doc' || key === 'id')) found.push(value);
    else if (value instanceof Set || Array.isArray(value)) for (const each of value) walk(each, key);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) if (!EXPRESSIONS.has(name)) walk(each, name);
      // Columns and totals are expressions, and have titles of the plan's own.
      for (const list of ['columns', 'totals'] as const) {
        const titled: unknown = Reflect.get(value, list);
        if (Array.isArray(titled)) for (const { title } of titled) walk(title, 'title');
      }
    }
  };
  for (const file of root.files) walk(root.facts(file)?.declarations, '');
  return found.join('\n');
}

/** Every line that somebody reads of a plan root, and where it stands. */
function* linesOf(root: PlanRoot, lang: Lang): Generator<{ readonly from: string; readonly line: string }> {
  const { analysis } = root;
  for (const summary of SUMMARIES.values()) {
    const names = summary.kind === 'view' ? analysis.plan.all('view').map(({ name }) => name.text) : [undefined];
    for (const name of names) {
      const document = summary.build(analysis, { lang, ...(name === undefined ? {} : { name }) });
      for (const line of renderMarkdown(document).split('\n')) yield { from: `${summary.kind} ${name ?? ''}`, line };
    }
  }
  for (const file of root.files) {
    for (const { code, message, related } of root.diagnostics(file, lang)) {
      yield { from: code, line: message };
      for (const place of related ?? []) yield { from: code, line: place.message };
    }
  }
  for (const view of analysis.plan.all('view')) {
    const { columns, rows, groups, totals } = viewResult(view, analysis);
    const values = [
      ...rows.flatMap(({ cells }) => cells),
      ...[...groups, { totals }].flatMap((of) => of.totals.map(({ value }) => value)),
    ];
    for (const field of columns) yield { from: `list ${view.id}`, line: field.title[lang] };
    for (const value of values) yield { from: `list ${view.id}`, line: valueInWords(value, analysis, lang) };
  }
}

/** Figures that nobody reads: more than four decimals, a sum of money in single yuan with a fraction, a length of `3d`. */
const UNREADABLE = /\d\.\d{5,}|\d{7,}\.\d+|\d[\d,]*(?:\.\d+)?(?:wd|mo)\b/;
const LETTERS = /[A-Za-z]{2,}|\d[\d,]*(?:\.\d+)?\s?[kMBd]\b/g;
const CHINESE = /[\p{Script=Han}，。；：（）！？、“”]+/gu;

/** What is no word of a language. */
const EVERYWHERE = /https?:\S+|\]\([^)]*\)|<[^>]*>|planwright(?:-ignore)?|[a-z]+\/[a-z-]+|[█░●]/g;

function strange(line: string, lang: Lang, said: string): readonly string[] {
  const text = line.replace(/\\(?=[^\w\s])/g, '').replaceAll(EVERYWHERE, ' ');
  const foreign = text.match(lang === 'zh' ? LETTERS : CHINESE) ?? [];
  const figures = text.match(UNREADABLE) ?? [];
  return [...foreign, ...figures].filter((word) => !said.includes(word));
}

describe.each([...ROOTS, 'of odd figures'])('the example %s', (folder) => {
  test.each(['zh', 'en'] as const)('is told in %s alone, with figures that can be read', (lang) => {
    const root = open(folder);
    const said = wordsOf(root);
    const found = new Map<string, string>();
    for (const { from, line } of linesOf(root, lang)) {
      for (const word of strange(line, lang, said)) found.set(`${from}: ${word}`, line);
    }
    expect(Object.fromEntries(found)).toEqual({});
  });
});
