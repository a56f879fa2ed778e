/** Summaries of very many projects are made in steps: the work of one step does not grow with the plan. */
import { describe, expect, test } from 'vitest';
import { analysed } from '../../../../test/analysed.js';
import type { Analysis } from '../../analysis/analysis.js';
import type { Steps } from '../../model/steps.js';
import { renderFragment, renderingFragment } from '../render/html.js';
import { SUMMARIES } from './index.js';

const project = (_: unknown, i: number) => `项目 Q${i} "项目${i}" {
  责任单位 交通局
  责任领导 李四清
  责任人 王五
  阶段 在建
  投资 3亿元 { 年度 2026 1亿元 }
  节点 立项 期限 2026-02-28
  节点 开工 期限 2026-04-10 { 前置 立项 }
  问题 征地 "征地" { 提出 2026-03-01 期限 2026-03-10 }
  进展 2026-01-31 { 完成投资 500万元 }
  进展 2026-03-25 { 完成投资 800万元 }
}
`;
const plan = (projects: number) => `项目库 L "新桥市重点项目" {
  年度 2026
  截至 2026-03-31
}
单位 交通局 "市交通局"
人员 李四清 "李四清"
人员 王五 "王五"
视图 全部 "全部" { 列 title, invested }
会议 M1 "调度会" {
  日期 2026-03-01
${Array.from({ length: projects }, (_, i) => `  决定 "加快${i}" { 关于 Q${i} 责任单位 交通局 期限 2026-03-10 }\n`).join('')}}
${Array.from({ length: projects }, project).join('')}`;

/** Minutes are of one meeting. */
const kinds = [...SUMMARIES.values()].filter(({ kind }) => kind !== 'minutes');

function inSteps<T>(steps: Steps<T>): { readonly count: number; readonly made: T } {
  for (let count = 0; ; count++) {
    const { done, value } = steps.next();
    if (done === true) return { count, made: value };
  }
}

const of = (projects: number): Analysis => analysed(plan(projects), '2026-03-31');

describe.each(kinds)('$kind', ({ kind, build, building, inPages }) => {
  const making = (analysis: Analysis) => building?.(analysis, { lang: 'zh' }) ?? inPages?.(analysis, { lang: 'zh' });

  test('takes a step more for each project more', () => {
    const steps = (projects: number): number => {
      const made = making(of(projects));
      return made === undefined ? 0 : inSteps<unknown>(made).count;
    };
    expect(steps(40) - steps(20)).toBeGreaterThanOrEqual(20);
  });

  // The rows of a wall chart are sent as they come in sight.
  test.skipIf(kind === 'gantt')('is drawn in a step more for each project more', () => {
    const steps = (projects: number): number =>
      inSteps(renderingFragment(build(of(projects), { lang: 'zh' }), true)).count;
    expect(steps(40) - steps(20)).toBeGreaterThanOrEqual(20);
  });

  test('is the same in steps as at once', () => {
    const analysis = of(20);
    const whole = build(analysis, { lang: 'zh' });
    if (building !== undefined) expect(inSteps(building(of(20), { lang: 'zh' })).made).toEqual(whole);
    expect(inSteps(renderingFragment(whole, true)).made).toEqual(renderFragment(build(of(20), { lang: 'zh' }), true));
  });
});
