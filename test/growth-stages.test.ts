/** Every stage, from text to summary, costs about twice as much for twice the plan, whatever shape the plan has. */
import { describe, expect, it } from 'vitest';
import { parseIsoDay, toDay } from '../server/src/model/day.js';
import { readPlan } from '../server/src/syntax/read-plan.js';
import { PlanRoot } from '../server/src/workspace/plan-root.js';
import { summaryOf } from './generated-summary.js';
import { exponent } from './growth.js';

const today = parseIsoDay('2026-03-31') ?? toDay(0);
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const SHAPES: readonly (readonly [string, (size: number) => string])[] = [
  ['projects', (n) => lines(n, (i) => `project P${i} { investment 5M { year 2026 1M } milestone M due 2026-06-30 }`)],
  [
    'a chain of tasks',
    (n) => `project P {\n${lines(n, (i) => `task T${i} { duration 1d ${i === 0 ? '' : `after T${i - 1}`} }`)}\n}`,
  ],
  ['a ring of tasks', (n) => `project P {\n${lines(n, (i) => `task T${i} { after T${(i + 1) % n} }`)}\n}`],
  ['one name many times', (n) => lines(n, () => 'person A')],
  ['names that nobody declared', (n) => `project P { support ${lines(n, (i) => `U${i}`).replaceAll('\n', ', ')} }`],
  ['overdue items', (n) => `project P {\n${lines(n, (i) => `milestone M${i} due 2026-01-01`)}\n}`],
  ['issues', (n) => `project P {\n${lines(n, (i) => `issue I${i} "x" { raised 2026-01-01 }`)}\n}`],
  [
    'reports',
    (n) => `project P { investment 5M\n${lines(n, (i) => `report 2026-01-${10 + (i % 20)} { invested 1M }`)}\n}`,
  ],
];

describe('costs grow with the plan and not with its square', () => {
  it.each(SHAPES)('reading %s', (_, make) => {
    expect(exponent(make, (text) => void readPlan('a.plan', text), { from: 100, to: 1_600 })).toBeLessThan(1.7);
  });

  it.each(SHAPES)('names, schedule and rules of %s', (_, make) => {
    const judged = (text: string): void => {
      const root = new PlanRoot({ today: () => today });
      root.set('a.plan', text);
      root.settle();
      root.diagnostics('a.plan', 'en');
    };
    expect(exponent(make, judged, { from: 100, to: 1_600 })).toBeLessThan(1.7);
  });

  it.each(SHAPES)('a dashboard of %s', (_, make) => {
    expect(exponent(make, (text) => void summaryOf('dashboard', text), { from: 100, to: 800 })).toBeLessThan(1.7);
  });
});

describe('taxonomies deeper than a stack of calls', () => {
  const chain = (depth: number): string =>
    `${lines(depth, (i) => `category C${i}${i === 0 ? '' : ` { in C${i - 1} }`}`)}\nproject P { category C${depth - 1} investment 5M }\n`;

  it.each(['dashboard', 'investment'])('are summed up: %s', (kind) => {
    expect(summaryOf(kind, chain(3_000)).markdown).toContain('As of');
  });

  it('stand beside published figures in time that does not grow with the cube', () => {
    const published = (size: number): string =>
      `${lines(size, (i) => `category C${i}${i === 0 ? '' : ` { in C${i - 1} }`}\nproject P${i} { category C${i} }`)}
portfolio K { expect per category overlap {\n${lines(size, (i) => `C${i} count ${size - i}`)}\n} }`;
    const judged = (text: string): void => {
      const root = new PlanRoot({ today: () => today });
      root.set('a.plan', text);
      root.settle();
      expect(root.diagnostics('a.plan', 'en').filter(({ code }) => code === 'expect/failed')).toEqual([]);
    };
    // Each of n projects stands in up to n rows: the answer itself grows with the square.
    expect(exponent(published, judged, { from: 25, to: 100, times: 4 })).toBeLessThan(2.4);
  });
});
