/**
 * What twice the plan costs, stage by stage, for plans of shapes that nobody should write and somebody will: chains and
 * rings of tens of thousands of tasks, dense graphs, one name again and again. Prints the seconds of processor time at the
 * largest size, with the exponent from half of it: 1 where twice the plan costs twice as much, 2 where four times.
 */
import { parseIsoDay, toDay } from '../../server/src/model/day.js';
import { readPlan } from '../../server/src/syntax/read-plan.js';
import { PlanRoot } from '../../server/src/workspace/plan-root.js';
import { summaryOf } from '../generated-summary.js';
import { seconds } from '../growth.js';

const TODAY = parseIsoDay('2026-03-31') ?? toDay(0);

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const project = (items: string): string => `project P {\n${items}\n}\n`;
const chain = (size: number, first: string): string =>
  project(lines(size, (i) => `task T${i} { duration 1d ${i === 0 ? first : `after T${i - 1}`} }`));

/** The size is that of the largest, in the unit of its name. */
const SHAPES: readonly (readonly [string, number, (size: number) => string])[] = [
  ['a chain of tasks', 25_000, (n) => chain(n, '')],
  ['a ring of tasks', 25_000, (n) => chain(n, `after T${n - 1}`)],
  [
    'rings of three',
    8_000,
    (n) => project(lines(n * 3, (i) => `task T${i} { after T${i - (i % 3) + ((i + 1) % 3)} }`)),
  ],
  [
    'links of n tasks to n others',
    500_000,
    (links) => {
      const n = Math.round(Math.sqrt(links));
      const all = lines(n, (i) => `A${i}`).replaceAll('\n', ', ');
      return project(
        `${lines(n, (i) => `task A${i} { duration 1d }`)}\n${lines(n, (i) => `task B${i} { after ${all} }`)}`,
      );
    },
  ],
  [
    'links to all tasks before',
    500_000,
    (links) => {
      const names = Array.from({ length: Math.round(Math.sqrt(links * 2)) }, (_, i) => `T${i}`);
      const after = (i: number): string => (i === 0 ? '' : `after ${names.slice(0, i).join(', ')}`);
      return project(lines(names.length, (i) => `task T${i} { duration 1d ${after(i)} }`));
    },
  ],
  [
    'projects one after the other',
    10_000,
    (n) => lines(n, (i) => `project P${i} { task T { duration 1d ${i === 0 ? '' : `after P${i - 1}.T`} } }`),
  ],
  ['one name many times', 20_000, (n) => lines(n, () => 'person A')],
  ['one project many times', 20_000, (n) => lines(n, () => 'project A { leader A }')],
  ['one milestone many times', 20_000, (n) => project(lines(n, () => 'milestone M due 2026-01-01'))],
  ['names that nobody declared', 20_000, (n) => project(`support ${lines(n, (i) => `U${i}`).replaceAll('\n', ', ')}`)],
  [
    'categories one in the other',
    3_000,
    (n) =>
      `${lines(n, (i) => `category C${i}${i === 0 ? '' : ` { in C${i - 1} }`}`)}\nproject P { category C${n - 1} }`,
  ],
  ['mistakes', 20_000, (n) => project(lines(n, () => 'leader } {'))],
];

const STAGES: readonly (readonly [string, (text: string) => void])[] = [
  ['reading', (text) => void readPlan('a.plan', text)],
  [
    'all diagnostics',
    (text) => {
      const root = new PlanRoot({ today: () => TODAY });
      root.set('a.plan', text);
      root.settle();
      root.diagnostics('a.plan', 'en');
    },
  ],
  ...['dashboard', 'booklet', 'gantt', 'accountability'].map((kind): (typeof STAGES)[number] => [
    kind,
    (text) => void summaryOf(kind, text),
  ]),
];

export function main(): void {
  const WIDTH = 18;
  process.stdout.write(`${''.padEnd(48)}${STAGES.map(([name]) => name.padStart(WIDTH)).join('')}\n`);
  for (const [shape, largest, make] of SHAPES) {
    const [half, whole] = [make(largest / 2), make(largest)];
    process.stdout.write(`${`${shape}, ${largest}`.padEnd(48)}`);
    for (const [, run] of STAGES) {
      run(make(Math.ceil(largest / 50)));
      const [short, long] = [least(() => run(half)), least(() => run(whole))];
      const exponent = long < 0.1 ? '' : ` ^${Math.log2(long / Math.max(short, 0.01)).toFixed(1)}`;
      process.stdout.write(`${long.toFixed(2)} s${exponent}`.padStart(WIDTH));
    }
    process.stdout.write('\n');
  }
}

/** Of two runs the cheaper one, where one does not take long enough to speak for itself. */
function least(run: () => void): number {
  const once = seconds(run);
  return once > 2 ? once : Math.min(once, seconds(run));
}
