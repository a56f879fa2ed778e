/** The year's investment month by month over several projects: what the plan asks for and what was reported. */
import { addDays, civil, type Day } from '../model/day.js';
import { type MoneyValue, sumValues } from '../model/money.js';
import { monthPeriod, type Period, quarterPeriod, yearPeriod } from '../model/period.js';
import { type Figure, sumFigures } from './metrics/figure.js';
import { plannedToDate, reportedAmount } from './metrics/investment.js';
import type { ProjectMetrics } from './metrics/project-metrics.js';

export interface CurveStep {
  readonly period: Period;
  /** From 1 January to the period's end, in currency units, by each project's policy. */
  readonly planned: Figure;
  /** The latest reports by the period's end (by S where it runs); undefined where it lies ahead. */
  readonly done: MoneyValue | undefined;
}

/** The twelve months of the plan year. */
export function monthlyCurve(projects: readonly ProjectMetrics[], year: number, status: Day): readonly CurveStep[] {
  return Array.from({ length: 12 }, (_, i) => step(projects, year, status, monthPeriod(year, i + 1)));
}

/** The four quarters of the plan year. */
export function quarterlyCurve(projects: readonly ProjectMetrics[], year: number, status: Day): readonly CurveStep[] {
  return Array.from({ length: 4 }, (_, i) => step(projects, year, status, quarterPeriod(year, i + 1)));
}

function step(projects: readonly ProjectMetrics[], year: number, status: Day, period: Period): CurveStep {
  const after = addDays(period.last, 1);
  const until = period.last < status ? period.last : status;
  const known = <T>(values: readonly (T | undefined)[]): readonly T[] => values.filter((value) => value !== undefined);
  return {
    period,
    planned: sumFigures(
      known(projects.map(({ project, frame }) => plannedToDate(project, year, after, frame.against))),
    ),
    done:
      period.first > status
        ? undefined
        : sumValues(known(projects.map(({ project }) => reportedAmount(project, year, until, 'invested')))),
  };
}

/** How much of the year has passed before S, in months: 2.5 is the middle of March. */
export function monthsPassed(year: number, status: Day): number {
  const { first, last } = yearPeriod(year);
  if (status < first) return 0;
  if (status > last) return 12;
  const { month } = civil(status);
  const running = monthPeriod(year, month);
  return month - 1 + (status - running.first) / (running.last - running.first + 1);
}
