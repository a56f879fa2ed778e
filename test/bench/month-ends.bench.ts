/**
 * What earlier days cost: the dashboard of one day, and the same with the state at twelve month ends beside it, in money
 * and with lights, as rankings and circulars ask for it.
 *
 *   npm run bench -- month-ends S M     default S and M
 */
import { parseIsoDay } from '../../server/src/model/day.js';
import { dashboard } from '../../server/src/report/summaries/dashboard.js';
import { view } from '../../server/src/report/summaries/view.js';
import { PlanRoot } from '../../server/src/workspace/plan-root.js';
import { portfolio, SIZES, STATUS_DATE } from './portfolio.js';
import { bySize, cost, ms, type SizeName } from './sizes.js';

export const main = (): Promise<void> => bySize(measured);

const MONTH_ENDS = [
  ...['2025-07-31', '2025-08-31', '2025-09-30', '2025-10-31', '2025-11-30', '2025-12-31'],
  ...['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'],
];
const RUNS = 5;

function measured(size: SizeName): { readonly [name: string]: string } {
  const day = oneOf(() => costOfMonths(size, []));
  const money = oneOf(() => costOfMonths(size, MONTH_ENDS, (at) => `sum(invested) at ${at}, sum(plan) at ${at}`));
  const lights = oneOf(() =>
    costOfMonths(size, MONTH_ENDS, (at) => `sum(invested) at ${at}, count(light = red) at ${at}`),
  );
  const times = (cost: number): string => `${ms(cost)} (${(cost / day).toFixed(1)} ×)`;
  return {
    'dashboard of one day, ms': ms(day),
    'with twelve month ends, money': times(money),
    'with twelve month ends, money and lights': times(lights),
  };
}

/** The median of several, each with a plan root of its own. */
function oneOf(run: () => number): number {
  const costs = Array.from({ length: RUNS }, run).sort((a, b) => a - b);
  return costs[Math.floor(RUNS / 2)] ?? 0;
}

function costOfMonths(size: SizeName, days: readonly string[], totals: (day: string) => string = () => ''): number {
  const status = parseIsoDay(STATUS_DATE);
  if (status === undefined) throw new Error(`${STATUS_DATE} is no day`);
  const root = new PlanRoot({ today: () => status });
  for (const { file, text } of portfolio(SIZES[size])) root.set(file, text);
  if (days.length > 0) root.set('months.plan', `view Months { rows none totals ${days.map(totals).join(', ')} }\n`);
  const { analysis } = root;
  return cost(() => {
    dashboard.build(analysis, { lang: 'zh' });
    if (days.length > 0) view.build(analysis, { lang: 'zh', name: 'Months' });
  });
}
