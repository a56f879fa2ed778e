/** Values as of another day (language reference, 3). */
import { describe, expect, it } from 'vitest';
import { analysed, projectIn } from '../../../../test/analysed.js';
import { formatDay } from '../../model/day.js';
import type { Expression } from '../../model/expression.js';
import type { Analysis } from '../analysis.js';
import { poolAt } from '../pool.js';
import { valueToJson } from '../value-output.js';
import { portfolioAt } from './as-of.js';
import { valueOver, verdictFor } from './evaluate.js';

const PROJECTS = `
project A {
  stage preparation  stage construction on 2026-04-10
  investment { year 2025 10M  year 2026 12M { M1 1M M2 1M M3 1M M4 1M M5 1M M6 1M M7 1M M8 1M M9 1M M10 1M M11 1M M12 1M } }
  report 2025-06-30 { invested 4M }
  report 2025-12-31 { invested 9M }
  report 2026-01-31 { invested 1M }
  report 2026-05-31 { invested 4M progress 30% }
  report 2026-06-30 { invested 6M progress 45% }
}
project B {
  stage construction  admitted 2026-06-15
  investment { year 2026 8M }
  report 2026-06-30 { invested 2M }
}`;

interface Frame {
  readonly asOf?: string;
  readonly portfolio?: string;
}

function totals(view: Analysis): readonly Expression[] {
  return view.plan.all('view')[0]?.totals.map(({ value }) => value) ?? [];
}

/** What a total of a view is. */
function total(expression: string, { asOf = '2026-06-30', portfolio = '' }: Frame = {}): unknown {
  const analysis = analysed(`portfolio P { ${portfolio} }\n${PROJECTS}\nview V { totals ${expression} }`, asOf);
  const [only] = totals(analysis);
  if (only === undefined) throw new Error('no total');
  return valueToJson(valueOver(only, poolAt(analysis.plan, analysis.status), analysis), analysis);
}

describe('EXPR at DAY', () => {
  it.each([
    ['sum(invested at 2026-05-31)', '4000000'],
    ['求和(完成投资 于 2026年5月31日)', '4000000'],
    ['sum(invested at 2026-05)', '4000000'],
    ['sum(invested at 2026-05-30)', '1000000'],
    ['sum(invested at last-month)', '4000000'],
    ['求和(完成投资 于 上月末)', '4000000'],
    ['sum(invested) - sum(invested at last-month)', '4000000'],
    ['sum(invested) at last-month', '4000000'],
    ['sum(invested at last-quarter)', '1000000'],
    // In the project's own year then: 9M of 2025.
    ['sum(invested at last-year)', '9000000'],
    ['sum(invested at year-ago)', '4000000'],
    ['sum(plan at year-ago)', '10000000'],
    ['sum(planned-to-date at last-month, id = A)', '5000000'],
    // What was in the pool then, and what is in it now as it was then.
    ['count() at last-month', 1],
    ['count((stage at last-month) = construction)', 2],
    ['count((stage at last-quarter) = construction)', 1],
    ['count((stage at last-quarter) = preparation)', 1],
    // Of another day's last month.
    ['sum((invested at last-month) at last-month)', '1000000'],
    ['sum(invested at last-month) at last-month', '1000000'],
    // Nothing is known of a day after the status date.
    ['sum(invested at 2026-07-01)', null],
    ['count((invested at 2026-07-01) > 1M)', null],
  ])('%s is %s', (expression, expected) => {
    expect(total(expression)).toBe(expected);
  });

  it('in the first month of a year, this month is what there is less nothing', () => {
    const january = { asOf: '2026-01-31' };
    expect(total('sum(invested) - sum(invested at last-month)', january)).toBe('1000000');
    expect(total('sum(invested - (invested at last-month))', january)).toBe('1000000');
    expect(total('sum(invested - (invested at last-month))', { ...january, portfolio: 'year 2026' })).toBe('1000000');
    expect(total('sum(invested - (invested at last-quarter))', january)).toBe('1000000');
  });

  it('does not take a project for one without investment that had not reported by then', () => {
    expect(total('sum(invested - (invested at last-month), id = B)')).toBe('0');
    expect(total('count((invested at last-month) = none)')).toBe(1);
  });

  it('has the plan year of the day, also where the portfolio states the year', () => {
    expect(total('sum(invested at year-ago)', { portfolio: 'year 2026' })).toBe('4000000');
    expect(total('sum(plan at year-ago)', { portfolio: 'year 2026' })).toBe('10000000');
    expect(total('sum(invested at last-month)', { portfolio: 'year 2026' })).toBe('4000000');
  });

  it('is asked in conditions about one project', () => {
    const analysis = analysed(`${PROJECTS}\nview V { where progress - (progress at last-month) >= 15% }`, '2026-06-30');
    const where = analysis.plan.all('view')[0]?.where;
    if (where === undefined) throw new Error('no condition');
    expect(verdictFor(where, projectIn(analysis, 'A'), analysis)).toEqual({ holds: true, known: true });
    expect(verdictFor(where, projectIn(analysis, 'B'), analysis)).toEqual({ holds: false, known: false });
  });

  it('shares what was computed of a day', () => {
    const analysis = analysed(PROJECTS, '2026-06-30');
    const then = portfolioAt(analysis, { is: 'last-month', at: { file: '', start: 0, end: 0 } });
    if (then === undefined) throw new Error('no such day');
    const day = then.status;
    expect(analysis.at(day)).toBe(then);
    expect(analysis.at(day).metrics(projectIn(analysis))).toBe(then.metrics(projectIn(analysis)));
    expect(then.at(analysis.status).metrics(projectIn(analysis))).toBe(analysis.metrics(projectIn(analysis)));
  });
});

describe('the days', () => {
  const at = { file: '', start: 0, end: 0 };
  const day = (is: 'last-month' | 'last-quarter' | 'last-year' | 'year-ago', asOf: string, begins = 'M1') => {
    const analysis = analysed(`portfolio P { year-begins ${begins} }`, asOf);
    const then = portfolioAt(analysis, { is, at });
    return then === undefined ? undefined : formatDay(then.status);
  };

  it.each([
    ['last-month', '2026-03-01', '2026-02-28'],
    ['last-month', '2026-03-31', '2026-02-28'],
    ['last-month', '2024-03-31', '2024-02-29'],
    ['last-quarter', '2026-06-30', '2026-03-31'],
    ['last-quarter', '2026-07-01', '2026-06-30'],
    ['last-year', '2026-12-31', '2025-12-31'],
    ['year-ago', '2026-06-29', '2025-06-29'],
    ['year-ago', '2024-02-29', '2023-02-28'],
    // The end of a month is compared with the end of that month.
    ['year-ago', '2025-02-28', '2024-02-29'],
    ['year-ago', '2025-02-27', '2024-02-27'],
  ] as const)('%s of %s is %s', (is, asOf, expected) => expect(day(is, asOf)).toBe(expected));

  it('are those of plan years that begin in another month', () => {
    expect(day('last-year', '2026-03-31', 'M4')).toBe('2025-03-31');
    expect(day('last-year', '2026-04-01', 'M4')).toBe('2026-03-31');
    expect(day('last-quarter', '2026-04-30', 'M2')).toBe('2026-01-31');
    expect(day('last-quarter', '2026-05-01', 'M2')).toBe('2026-04-30');
    expect(day('last-year', '2024-02-29', 'M3')).toBe('2023-02-28');
    expect(day('last-year', '2025-02-28', 'M3')).toBe('2024-02-29');
  });
});
