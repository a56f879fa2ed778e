/** The examples that ship: clean, and with the figures that were published. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { toDay } from '../server/src/model/day.js';
import { formatPlan } from '../server/src/syntax/format/format.js';
import { PlanRoot } from '../server/src/workspace/plan-root.js';

const EXAMPLES = path.join(import.meta.dirname, '../examples');

/** A plan root of the examples, `change` applied to the text of each file. Files that schemes and evidence name are there. */
function open(folder: string, change: (text: string) => string = (text) => text): PlanRoot {
  const root = new PlanRoot({ today: () => toDay(0), fileExists: () => true });
  for (const file of readdirSync(path.join(EXAMPLES, folder)).sort()) {
    if (file.endsWith('.plan')) root.set(file, change(readFileSync(path.join(EXAMPLES, folder, file), 'utf8')));
  }
  root.settle();
  return root;
}

/** Severity and code of everything found, hints aside. */
function found(root: PlanRoot): readonly string[] {
  return root.files
    .flatMap((file) => root.diagnostics(file, 'en'))
    .filter(({ severity }) => severity !== 'hint')
    .map(({ severity, code }) => `${severity} ${code}`)
    .sort();
}

test('the examples are what newcomers copy: the formatter changes nothing in them', () => {
  const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.plan'));
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const text = readFileSync(path.join(EXAMPLES, file), 'utf8');
    expect(formatPlan(text), file).toBe(text);
  }
});

describe('the examples check clean but for what they are meant to show', () => {
  test('the harbour shows a forecast that misses its deadline', () => {
    expect(found(open('harbour'))).toEqual(['info deadline/due-soon', 'warning deadline/forecast-late']);
  });

  test('the county council shows three deadlines that will be missed, two that were, and one that is near', () => {
    expect(found(open('westmere'))).toEqual([
      'info deadline/due-soon',
      'info deadline/finished-late',
      'info deadline/finished-late',
      ...Array(3).fill('warning deadline/forecast-late'),
    ]);
  });

  test("two cities' rules for lights raise nothing by themselves", () => {
    // Three projects have not begun when they should have; that is what their lights are about.
    expect(found(open('policies/yinchuan'))).toEqual(Array(3).fill('warning deadline/start-missed'));
    expect(found(open('policies/sanya'))).toEqual([]);
  });

  test('the Shanghai works are right outside of the file that collects mistakes', () => {
    const root = open('shanghai');
    const errors = root.files.filter((file) =>
      root.diagnostics(file, 'zh').some(({ severity }) => severity === 'error'),
    );
    expect(errors).toEqual(['待整改.plan']);
  });
});

describe("the published figures of Longyan's year 2009", () => {
  /** What the failed expectations say, by the text that states them. */
  const failed = (root: PlanRoot): readonly string[] =>
    root.files.flatMap((file) =>
      root
        .diagnostics(file, 'zh')
        .filter(({ code }) => code === 'expect/failed')
        .map(({ at }) => root.text(file)?.slice(at.start, at.end) ?? ''),
    );

  test('agree with 117 projects', () => {
    const root = open('longyan-2009');
    expect(root.plan.all('project')).toHaveLength(117);
    expect(root.plan.portfolio?.expects.length).toBeGreaterThan(8);
    expect(found(root)).toEqual([]);
  });

  test('fail exactly where one amount has a part in them', () => {
    // 汀江铜冶炼 is an industry project in construction: 50 亿元 more in total, the year's plan as it was.
    const project = /(项目 铜冶炼 [\s\S]*?投资 )([\d.]+)亿元/;
    const root = open('longyan-2009', (text) =>
      text.replace(project, (_, before: string, amount: string) => `${before}${Number(amount) + 50}亿元`),
    );
    expect(failed(root)).toEqual(['求和(总投资) ≈ 981亿元', '求和(总投资, 类别 属于 三大体系) ≈ 941.8亿元']);
  });
});
