/** What expressions amount to. */
import { describe, expect, it } from 'vitest';
import { analysed, projectIn } from '../../../../test/analysed.js';
import type { Expression } from '../../model/expression.js';
import { toTrimmedString } from '../../model/rational.js';
import { sidesOver, valueOver, verdictFor, verdictOver } from './evaluate.js';
import { isFigure, type Value } from './values.js';

const FRAME = `
  category industry category mining { in industry } category roads
  area city-area area north { in city-area } area south { in city-area }
  org city-hall org works { in city-hall } person Li person Wang
  project A "Mine" { category mining area north level city priority top leader Li owner Li unit works stage construction on 2026-01-10
    actual-start 2026-01-10 period 2025-12 .. 2026-12 investment 3亿元 { year 2026 1亿元 } report 2026-03-20 { invested 2000万元 progress 20% }
    milestone a due 2026-05-31 }
  project B "Road" { category roads area north, south level county stage ready period 2026-03 .. 2027-06 parent A
    investment 2亿元 { year 2026 5000万元 } milestone b due 2026-02-28 }
  project C "Park" { area south stage reserve }`;

/** The condition of a view, or an expectation, in the frame above. */
function condition(text: string, asOf: string, kind: 'view' | 'expect') {
  const statement = kind === 'view' ? `view V { where ${text} columns id }` : `portfolio X { expect ${text} }`;
  const analysis = analysed(`${FRAME} ${statement}`, asOf);
  const expectation = analysis.plan.portfolio?.expects[0];
  const expression: Expression | undefined =
    kind === 'view'
      ? analysis.plan.all('view')[0]?.where
      : expectation?.type === 'condition'
        ? expectation.condition
        : undefined;
  if (expression === undefined) throw new Error(`nothing in ${text}`);
  return { analysis, expression };
}

/** The projects for which a condition holds, by name. */
function holdsFor(text: string, asOf = '2026-04-01'): string {
  const { analysis, expression } = condition(text, asOf, 'view');
  const projects = analysis.plan.all('project');
  return projects
    .filter((project) => verdictFor(expression, project, analysis).holds)
    .map(({ name }) => name.text)
    .join('');
}

function holds(text: string, asOf = '2026-04-01'): boolean {
  const { analysis, expression } = condition(text, asOf, 'expect');
  return verdictOver(expression, analysis.plan.all('project'), analysis).holds;
}

/** The left side of an expectation. */
function found(text: string, asOf = '2026-04-01'): string {
  const { analysis, expression } = condition(text, asOf, 'expect');
  return said(sidesOver(expression, analysis.plan.all('project'), analysis)?.left);
}

function said(value: Value | undefined): string {
  if (value === undefined || value.type === 'none') return 'none';
  if (isFigure(value)) return toTrimmedString(value.figure.value, 4);
  if (value.type === 'duration') return `${toTrimmedString(value.span.days, 2)}d`;
  return value.type;
}

describe('a condition', () => {
  it('compares words, names and lists of names', () => {
    expect(holdsFor('level = city')).toBe('A');
    expect(holdsFor('级别 != 市级')).toBe('BC'); // C has no level, and so none that is the city's
    expect(holdsFor('area = south')).toBe('BC');
    expect(holdsFor('leader = owner')).toBe('A');
    expect(holdsFor('title = "Road"')).toBe('B');
  });

  it('includes what lies below', () => {
    expect(holdsFor('category = industry')).toBe('');
    expect(holdsFor('category in industry')).toBe('A');
    expect(holdsFor('area in city-area')).toBe('ABC');
    expect(holdsFor('unit in city-hall')).toBe('A');
    expect(holdsFor('id in A')).toBe('AB'); // B is a part of A
  });

  it('knows what is missing', () => {
    expect(holdsFor('category = none')).toBe('C');
    expect(holdsFor('category != none')).toBe('AB');
    expect(holdsFor('total < 100亿元')).toBe('AB');
    expect(holdsFor('not total < 100亿元')).toBe('C');
  });

  it('joins by and, or and not, in that order of strength', () => {
    expect(holdsFor('level = county or level = city and stage = ready')).toBe('B');
    expect(holdsFor('not level = city and stage = ready')).toBe('B');
  });

  it('compares with a coarse date as with all of its days', () => {
    expect(holdsFor('due in 2026-Q2')).toBe('A');
    expect(holdsFor('due = 2026-05')).toBe('A');
    expect(holdsFor('due <= 2026-05')).toBe('AB');
    expect(holdsFor('due < 2026-05')).toBe('B');
    expect(holdsFor('due > 2026-02')).toBe('A');
    expect(holdsFor('planned-finish >= 2027')).toBe('B');
  });

  it('does arithmetic in money, percents and days', () => {
    expect(holdsFor('plan - invested = 8000万元')).toBe('A');
    expect(holdsFor('invested / plan = 20%')).toBe('A');
    expect(holdsFor('plan * 20% = invested')).toBe('A');
    expect(holdsFor('completion + 5% >= 25%')).toBe('A');
    expect(holdsFor('due - 3mo <= 2026-02-28')).toBe('AB'); // 31 May − 3 months is 28 February
    expect(holdsFor('due - 2026-05-01 = 30d')).toBe('A');
    expect(holdsFor('total > 250000000')).toBe('A'); // a bare number is in currency units
    expect(holdsFor('total / 0 > 1')).toBe('');
  });

  it('is not evaluated where a value is missing, and says so', () => {
    const { analysis, expression } = condition('completion < 50%', '2026-04-01', 'view');
    const verdict = (name: string) => verdictFor(expression, projectIn(analysis, name), analysis);
    expect(verdict('A')).toEqual({ holds: true, known: true });
    expect(verdict('B')).toEqual({ holds: false, known: false });
  });
});

describe('elapsed time and months', () => {
  it('steps the calendar from the day that it began: from 31 March, three months are over on 30 June', () => {
    expect(holdsFor('start-late >= 3mo', '2026-06-29')).toBe('');
    expect(holdsFor('start-late >= 3mo', '2026-06-30')).toBe('B');
    expect(holdsFor('start-late > 3mo', '2026-06-30')).toBe('');
    expect(holdsFor('start-late = 91d', '2026-06-30')).toBe('B');
    expect(holdsFor('start-late >= 1y', '2027-03-30')).toBe('');
    expect(holdsFor('start-late >= 1y', '2027-03-31')).toBe('B');
  });

  it('is negative before it begins', () => {
    expect(holdsFor('start-late >= -1mo', '2026-02-27')).toBe('');
    expect(holdsFor('start-late >= -1mo', '2026-02-28')).toBe('B'); // a month before 31 March
    expect(holdsFor('start-late < 0d', '2026-03-30')).toBe('B');
  });

  it("counts working days of the project's calendar", () => {
    // The start was due by Tuesday 31 March; 4 to 6 April 2026 are a holiday, so 5 working days are 1, 2, 3, 7, 8 April.
    expect(holdsFor('start-late >= 5wd', '2026-04-07')).toBe('');
    expect(holdsFor('start-late >= 5wd', '2026-04-08')).toBe('B');
  });

  it('compares lateness in weeks', () => {
    expect(holdsFor('days-late > 4w', '2026-03-28')).toBe('');
    expect(holdsFor('days-late > 4w', '2026-03-29')).toBe('B');
  });
});

describe('over all projects', () => {
  it('counts and sums those that meet a condition', () => {
    expect(found('count() = 0')).toBe('3');
    expect(found('count(stage = ready or stage = reserve) = 0')).toBe('2');
    expect(found('sum(total) = 0')).toBe('500000000');
    expect(found('sum(total, level = county) = 0')).toBe('200000000');
    expect(found('sum(total, stage = suspended) = 0')).toBe('0');
  });

  it('takes means, least and greatest of what is there', () => {
    expect(found('avg(plan) = 0')).toBe('75000000');
    expect(found('min(plan) = 0')).toBe('50000000');
    expect(found('max(plan - 1M) = 0')).toBe('99000000');
    expect(found('avg(plan, level = national) = 0')).toBe('none');
    expect(holds('max(due) = 2026-05-31')).toBe(true);
    expect(found('avg(days-late) = 0d')).toBe('16d'); // A none late, B 32 days over
  });

  it('takes shares of the whole', () => {
    expect(found('share(category in industry, plan) = 0%')).toBe('66.6667');
    expect(holds('share(category in industry, plan) ~= 67%')).toBe(true);
    expect(holds('share(category in industry, plan) ~= 66%')).toBe(false);
    expect(holds('sum(plan, category in industry) / sum(plan) ~= 66.7%')).toBe(true);
  });

  it('is exact with = and rounded to the digits written with ~=', () => {
    expect(holds('sum(total) = 5亿元')).toBe(true);
    expect(holds('sum(total) ~= 5.0亿元')).toBe(true);
    expect(holds('sum(plan) ~= 2亿元')).toBe(true); // 1.5 rounds to 2, and to 1 where halves are rounded down
    expect(holds('sum(plan) ~= 1亿元')).toBe(true);
    expect(holds('sum(plan) = 2亿元')).toBe(false);
    expect(holds('sum(plan) ~= 1.6亿元')).toBe(false);
    expect(holds('sum(plan) ≈ 150M')).toBe(true);
  });

  it('gives the lights of all', () => {
    expect(found('count(light = yellow) = 0', '2026-03-20')).toBe('1');
    expect(found('count(light = grey) = 0', '2026-03-20')).toBe('1');
  });
});

describe('amounts that are only known roughly', () => {
  const over = (projects: string, condition: string): boolean => {
    const analysis = analysed(`category a category b ${projects} portfolio X { expect ${condition} }`, '2026-04-01');
    const [expectation] = analysis.plan.portfolio?.expects ?? [];
    if (expectation?.type !== 'condition') throw new Error('no condition');
    return verdictOver(expectation.condition, analysis.plan.all('project'), analysis).holds;
  };

  it('meet a rounded figure where their ranges do', () => {
    const projects = 'project P { investment 约629亿元 } project Q { investment 约20亿元 }';
    // 648 up to 650.
    expect(over(projects, 'sum(total) ~= 650亿元')).toBe(true);
    expect(over(projects, 'sum(total) ~= 651亿元')).toBe(false);
    expect(over(projects, 'sum(total) ~= 647.9亿元')).toBe(false);
    expect(over(projects, 'sum(total) ~= 648.0亿元')).toBe(true);
  });

  it('count in a share on both sides', () => {
    const projects = 'project P { category a investment 约6亿元 } project Q { category b investment 约4亿元 }';
    // At least 5.5 of 5.5 + 4.5, at most 6.5 of 6.5 + 3.5.
    expect(over(projects, 'share(category = a, total) ~= 55%')).toBe(true);
    expect(over(projects, 'share(category = a, total) ~= 65%')).toBe(true);
    expect(over(projects, 'share(category = a, total) ~= 54%')).toBe(false);
  });
});

describe('values', () => {
  it('are asked for over all projects', () => {
    const analysis = analysed(`${FRAME} view V { columns id totals sum(plan) }`, '2026-04-01');
    const [total] = analysis.plan.all('view')[0]?.totals ?? [];
    if (total === undefined) throw new Error('no view');
    expect(said(valueOver(total.value, analysis.plan.all('project'), analysis))).toBe('150000000');
  });
});
