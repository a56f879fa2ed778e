/** Plan years that do not begin in January: the same plan, moved by some months, has the same figures. */
import { describe, expect, it } from 'vitest';
import { analysed, projectIn } from '../../../../test/analysed.js';
import { codesIn } from '../../../../test/findings.js';
import { formatDay } from '../../model/day.js';
import { monthPeriod } from '../../model/period.js';
import type { Analysis } from '../analysis.js';
import { FIELDS } from '../expressions/fields.js';
import { monthlyCurve, monthsPassed, quarterlyCurve } from '../portfolio-curve.js';
import { valueToJson } from '../value-output.js';

/** The last day of the `n`th month of 2026, moved by `by` months; 13 is the first month of 2027. */
function end(n: number, by: number): string {
  const month = n - 1 + by;
  return formatDay(monthPeriod(2026 + Math.floor(month / 12), (month % 12) + 1).last);
}

/** A plan whose year begins `by` months after January. `baseline` is what 'on schedule' is measured against. */
function plan(by: number, baseline: string): string {
  const month = (n: number) => `M${((n - 1 + by) % 12) + 1}`;
  return `
portfolio P { year 2026 ${by === 0 ? '' : `year-begins M${by + 1}`} policy R }
policy R { every month baseline ${baseline} light Money { red when investment-behind > 30% yellow when investment-behind > 0% } escalate yellow consecutive 2 }
project Quarters {
  stage construction
  investment 60M { source State 10M year 2026 24M { Q1 2M Q2 6M Q3 8M Q4 8M } year 2027 20M { Q1 20M } }
  report ${end(1, by)} { invested 0.5M received State 1M }
  report ${end(3, by)} { invested 2M received State 3M }
  report ${end(6, by)} { invested 7M }
  report ${end(12, by)} { invested 23M }
  report ${end(13, by)} { invested 1M }
}
project Months {
  stage construction
  investment { year 2026 12M { ${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => `${month(n)} 1M`).join(' ')} } }
  report ${end(2, by)} { invested 2M }
  report ${end(10, by)} { invested 8M paid 3M }
}
project Mixed {
  stage construction
  investment { year 2026 12M { Q1 3M ${month(4)} 1M ${month(5)} 1M ${month(6)} 1M Q3 3M Q4 3M } }
}
project Silent { stage construction investment { year 2026 6M { Q1 1M Q2 1M Q3 2M Q4 2M } } }`;
}

const MONEY = new Set([
  'plan',
  'invested',
  'planned-to-date',
  'received',
  'paid',
  'completion',
  'investment-behind',
  'light',
]);

function figures(analysis: Analysis, whole: boolean): unknown {
  const projects = analysis.plan.all('project');
  const metrics = projects.map((project) => analysis.metrics(project));
  const plain = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)));
  const steps = (all: ReturnType<typeof monthlyCurve>) =>
    all.map(({ planned, done }) => plain([planned, done ?? null]));
  return {
    fields: projects.map((project) =>
      FIELDS.filter(({ name }) => MONEY.has(name)).map((field) => [
        field.name,
        valueToJson(field.value(project, analysis), analysis),
      ]),
    ),
    // Within a quarter its days count, and not all quarters have as many.
    months: whole ? [] : steps(monthlyCurve(metrics, analysis.planYear)),
    quarters: steps(quarterlyCurve(metrics, analysis.planYear)),
    passed: monthsPassed(analysis.planYear, analysis.status),
  };
}

describe('a plan moved by', () => {
  describe.each([
    ['nodes', [3, 6, 9, 12, 15]],
    ['monthly', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]],
    ['half-monthly', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]],
  ] as const)('%s', (baseline, ends) => {
    it.each([1, 2, 3, 6, 11])('%i months has the same figures', (by) => {
      for (const n of ends) {
        const [moved, still] = [by, 0].map((each) =>
          figures(analysed(plan(each, baseline), end(n, each)), baseline === 'nodes'),
        );
        expect([n, moved]).toEqual([n, still]);
      }
    });
  });
});

describe('a plan year from April', () => {
  const text = plan(3, 'nodes');

  it('has April to June for its first quarter, and January to March for its last', () => {
    const at = (day: string) => figureOf(analysed(text, day), 'planned-to-date');
    expect(at('2026-03-31')).toBe('0');
    expect(at('2026-06-30')).toBe('2000000');
    expect(at('2026-12-31')).toBe('16000000');
    expect(at('2027-03-31')).toBe('24000000');
  });

  it('is the year of the days in it, where the portfolio states none', () => {
    const free = text.replace('year 2026 ', '');
    expect(analysed(free, '2026-03-31').year).toBe(2025);
    expect(analysed(free, '2026-04-01').year).toBe(2026);
    expect(analysed(free, '2027-03-31').year).toBe(2026);
  });

  it('lets amounts begin anew in April, and in no other month', () => {
    const reports = (first: string, second: string) =>
      `portfolio P { year-begins M4 } project A { stage construction actual-start 2025-01-01 report ${first} { invested 5M } report ${second} { invested 1M } }`;
    expect(codesIn(reports('2026-03-31', '2026-04-30'), '2026-05-01')).not.toContain('investment/not-monotonic');
    expect(codesIn(reports('2025-12-31', '2026-01-31'), '2026-05-01')).toContain('investment/not-monotonic');
  });
});

describe('a plan year from February', () => {
  it.each([
    ['2024-01-31', 2023],
    ['2024-02-01', 2024],
    ['2024-02-29', 2024],
    ['2025-01-31', 2024],
  ])('on %s it is %i', (day, year) => {
    expect(analysed('portfolio P { year-begins M2 }', day).year).toBe(year);
  });

  it('has 366 days where a leap day falls into it', () => {
    const days = (year: number) => {
      const { first, last } = analysed(`portfolio P { year ${year} year-begins M2 }`, '2026-01-01').yearPeriod;
      return last - first + 1;
    };
    expect([days(2023), days(2024), days(2025)]).toEqual([365, 366, 365]);
  });
});

function figureOf(analysis: Analysis, field: string): unknown {
  const found = FIELDS.find(({ name }) => name === field);
  return found && valueToJson(found.value(projectIn(analysis), analysis), analysis);
}
