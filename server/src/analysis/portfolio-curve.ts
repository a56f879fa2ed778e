/** The year's investment month by month over several projects: what the plan asks for and what was reported. */
import { civil, type Day, toDay } from '../model/day.js';
import { type MoneyValue, sumValues } from '../model/money.js';
import type { Period } from '../model/period.js';
import { type PlanYear, placeInYear, planMonth, planMonths, planQuarter, planYearPeriod } from '../model/plan-year.js';
import { type Figure, sumFigures } from './metrics/figure.js';
import { plannedToDate, reportedAmount } from './metrics/investment.js';
import type { ProjectMetrics } from './metrics/project-metrics.js';

export interface CurveStep {
  readonly period: Period;
  /** From the first day of the plan year to the period's end, in currency units, by each project's policy. */
  readonly planned: Figure;
  /** The latest reports by the period's end (by S where it runs); undefined where it lies ahead, or nobody reported in it. */
  readonly done: MoneyValue | undefined;
  /** How many projects had reported an amount by then: more of them later is no work done faster. */
  readonly counted: number;
  /** How many have a plan, or have reported. */
  readonly expected: number;
}

/** The twelve months of the plan year. */
export function monthlyCurve(projects: readonly ProjectMetrics[], year: PlanYear): readonly CurveStep[] {
  const courses = projects.map((metrics) => courseOf(metrics, year));
  return planMonths(year.year, year.begins).map((month, i) => summed(month, courses, i, i));
}

/** The four quarters of the plan year. */
export function quarterlyCurve(projects: readonly ProjectMetrics[], year: PlanYear): readonly CurveStep[] {
  const courses = projects.map((metrics) => courseOf(metrics, year));
  return [0, 1, 2, 3].map((i) => summed(planQuarter(year.year, i + 1, year.begins), courses, i * 3, i * 3 + 2));
}

/** One project month by month; from the month after S on nothing is done yet. */
interface Course {
  readonly planned: readonly (Figure | undefined)[];
  readonly done: readonly (MoneyValue | undefined)[];
  /** Whether a report of that month states an amount. */
  readonly reported: readonly boolean[];
  readonly months: number;
}

const courses = new WeakMap<ProjectMetrics, { readonly year: number; readonly course: Course }>();

/** It is kept: a curve over many projects finds those that were asked for before. */
export function courseOf(metrics: ProjectMetrics, planYear: PlanYear): Course {
  const { year, begins } = planYear;
  const known = courses.get(metrics);
  if (known?.year === year) return known.course;
  const { project, frame } = metrics;
  const months = planMonths(year, begins);
  const begun = months.filter(({ first }) => first <= frame.status);
  const course = {
    planned: months.map(({ last }) => plannedToDate(project, planYear, last, frame.against)),
    done: begun.map(({ last }) => reportedAmount(project, planYear, toDay(Math.min(last, frame.status)))),
    reported: begun.map(({ first, last }) =>
      project.reports.some(
        ({ day, invested }) => invested !== undefined && first <= day && day <= Math.min(last, frame.status),
      ),
    ),
    months: begun.length,
  };
  courses.set(metrics, { year, course });
  return course;
}

/** A quarter that runs shows what was done by S, as its months do. */
function summed(period: Period, all: readonly Course[], first: number, month: number): CurveStep {
  const begun = all[0]?.months ?? 0;
  const known = <T>(values: readonly (T | undefined)[]): readonly T[] => values.filter((value) => value !== undefined);
  const doneAt = ({ done }: Course): MoneyValue | undefined => done[Math.min(month, begun - 1)];
  const isKnown = all.some(({ reported }) => reported.slice(first, month + 1).includes(true));
  return {
    period,
    planned: sumFigures(known(all.map(({ planned }) => planned[month]))),
    done: isKnown ? sumValues(known(all.map(doneAt))) : undefined,
    counted: all.filter((course) => doneAt(course) !== undefined).length,
    expected: all.filter((course) => course.planned[month] !== undefined || doneAt(course) !== undefined).length,
  };
}

/** How much of the plan year has passed up to and with S, in months: 2.5 is the middle of its third month. */
export function monthsPassed({ year, begins }: PlanYear, status: Day): number {
  const { first, last } = planYearPeriod(year, begins);
  if (status < first) return 0;
  if (status > last) return 12;
  const { month } = civil(status);
  const running = planMonth(year, month, begins);
  return placeInYear(month, begins) + (status - running.first + 1) / (running.last - running.first + 1);
}
