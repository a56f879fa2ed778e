/**
 * Money of the plan year as of S: planned, reported, and what the plan asks for by S (semantics §3). Amounts that the
 * plan states stay as stated; what is computed from them is exact in currency units.
 */
import { addDays, civil, type Day } from '../../model/day.js';
import type { Baseline, InvestmentNode, ProjectFacts, ReportFacts, YearPlanFacts } from '../../model/facts.js';
import { type MoneyValue, sumValues } from '../../model/money.js';
import type { Period } from '../../model/period.js';
import {
  type PlanYear,
  placeInYear,
  planMonth,
  planQuarter,
  planYearOf,
  planYearPeriod,
  type YearBegins,
} from '../../model/plan-year.js';
import { div, HUNDRED, type Rational, rational } from '../../model/rational.js';
import { reportsAt } from '../state.js';
import {
  atLeastZero,
  divideFigures,
  type Figure,
  moneyFigure,
  percentOf,
  scaleFigure,
  subtractFigures,
  sumFigures,
} from './figure.js';

/** What 'on schedule' is measured against; `factor` in percent. */
export interface Schedule {
  readonly baseline: Baseline;
  readonly factor: Rational;
}

export function yearPlan(project: ProjectFacts, year: number): YearPlanFacts | undefined {
  return project.investment?.years.find((plan) => plan.year === year);
}

/** The year's amount; where only nodes are stated, their sum. Undefined where nothing was planned for the year. */
export function plannedAmount(project: ProjectFacts, { year, begins }: PlanYear): MoneyValue | undefined {
  const plan = yearPlan(project, year);
  if (plan === undefined) return undefined;
  if (plan.amount !== undefined) return plan.amount.value;
  if (!plan.complete || plan.nodes.length === 0) return undefined;
  return sumValues(countedNodes(plan.nodes, begins).map((node) => node.value.value));
}

/** What the latest report of S or earlier in that year that states it says was invested. */
export function reportedAmount(project: ProjectFacts, { year, begins }: PlanYear, status: Day): MoneyValue | undefined {
  const states = ({ invested, day }: ReportFacts): boolean =>
    invested !== undefined && planYearOf(day, begins) === year;
  return reportsAt(project, status).findLast(states)?.invested?.value;
}

/**
 * What the plan asks for up to and with S, in currency units. Undefined where the year has no amount, or
 * where the nodes asked for cannot all be read: a sum without them would be too low.
 */
export function plannedToDate(
  project: ProjectFacts,
  planYear: PlanYear,
  status: Day,
  { baseline, factor }: Schedule,
): Figure | undefined {
  const plan = yearPlan(project, planYear.year);
  if (plan === undefined) return undefined;
  const amount =
    baseline === 'nodes' && plan.nodes.length > 0
      ? nodesToDate(plan, planYear, status)
      : evenly(plannedAmount(project, planYear), elapsedShare(baseline, planYear, status));
  return amount === undefined ? undefined : scaleFigure(amount, div(factor, HUNDRED) ?? factor);
}

/** invested ÷ plan, in percent; undefined where either is unknown or nothing was planned. */
export function completion(invested: MoneyValue | undefined, plan: MoneyValue | undefined): Figure | undefined {
  return invested === undefined || plan === undefined ? undefined : percentOf(moneyFigure(invested), moneyFigure(plan));
}

/** max(0, planned − invested) ÷ planned, in percent; undefined where nothing was planned by then. */
export function investmentBehind(planned: Figure | undefined, invested: MoneyValue | undefined): Figure | undefined {
  if (planned === undefined || invested === undefined) return undefined;
  // 1 − invested ÷ planned, so that a rough plan does not count twice in the range.
  const done = divideFigures(moneyFigure(invested), planned);
  if (done === undefined) return undefined;
  return scaleFigure(atLeastZero(subtractFigures({ value: { n: 1n, d: 1n } }, done)), HUNDRED);
}

/** Months where they are stated, else quarters; decided for each quarter, so that neither counts what the other has. */
function countedNodes(nodes: readonly InvestmentNode[], begins: YearBegins): readonly InvestmentNode[] {
  const inQuarter = (month: number): number => Math.floor(placeInYear(month, begins) / 3) + 1;
  const byMonth = new Set(nodes.filter(({ grain }) => grain === 'month').map(({ index }) => inQuarter(index)));
  return nodes.filter(({ grain, index }) => grain === 'month' || !byMonth.has(index));
}

/** The days of a node of a year's plan. */
export function nodePeriod({ grain, index }: InvestmentNode, { year, begins }: PlanYear): Period {
  return grain === 'month' ? planMonth(year, index, begins) : planQuarter(year, index, begins);
}

function nodesToDate(plan: YearPlanFacts, planYear: PlanYear, status: Day): Figure | undefined {
  if (!plan.complete) return undefined;
  return sumFigures(
    countedNodes(plan.nodes, planYear.begins).map((node) =>
      scaleFigure(moneyFigure(node.value.value), positionIn(nodePeriod(node, planYear), status)),
    ),
  );
}

function evenly(amount: MoneyValue | undefined, share: Rational): Figure | undefined {
  return amount === undefined ? undefined : scaleFigure(moneyFigure(amount), share);
}

/** The share of the period's days up to and with S: 0 before its first day, 1 from its last one on. */
export function positionIn(period: Pick<Period, 'first' | 'last'>, status: Day): Rational {
  const length = period.last - period.first + 1;
  return rational(BigInt(Math.min(Math.max(status - period.first + 1, 0), length)), BigInt(length));
}

/** The share of the year up to and with S, in whole steps of the baseline; `nodes` without nodes runs by the day. */
function elapsedShare(baseline: Baseline, { year, begins }: PlanYear, status: Day): Rational {
  const period = planYearPeriod(year, begins);
  if (baseline === 'nodes' || baseline === 'daily' || status < period.first || status >= period.last) {
    return positionIn(period, status);
  }
  // S is counted: on the last day of a step the step is whole.
  const { month, day } = civil(addDays(status, 1));
  const passed = placeInYear(month, begins);
  return baseline === 'monthly'
    ? rational(BigInt(passed), 12n)
    : rational(BigInt(passed * 2 + (day > 15 ? 1 : 0)), 24n);
}
