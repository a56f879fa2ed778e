/**
 * Money of the plan year as of S: planned, reported, and what the plan asks for by S (semantics §3). Amounts that the
 * plan states stay as stated; what is computed from them is exact in currency units.
 */
import { addDays, civil, type Day } from '../../model/day.js';
import type {
  Baseline,
  InvestmentFacts,
  InvestmentNode,
  ProjectFacts,
  ReportFacts,
  YearPlanFacts,
} from '../../model/facts.js';
import { type MoneyValue, sumValues } from '../../model/money.js';
import type { Period } from '../../model/period.js';
import {
  type PlanYear,
  placeInYear,
  planMonth,
  planQuarter,
  planYearOf,
  planYearPeriod,
  quarterOfMonth,
  type YearBegins,
} from '../../model/plan-year.js';
import { div, HUNDRED, ONE, type Rational, rational, ZERO } from '../../model/rational.js';
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
  return plan === undefined ? undefined : amountOfYear(plan, begins);
}

function amountOfYear({ amount, complete, nodes }: YearPlanFacts, begins: YearBegins): MoneyValue | undefined {
  if (amount !== undefined) return amount.value;
  if (!complete || nodes.length === 0) return undefined;
  return sumValues(partsOf(nodes, begins).flatMap(({ counted }) => counted.map(({ value }) => value.value)));
}

/** What has to fit into the total: what was done before, and each year. */
export function amountOfYears({ before, years }: InvestmentFacts, begins: YearBegins): MoneyValue {
  const ofYears = years.flatMap((year) => amountOfYear(year, begins) ?? []);
  return sumValues(before === undefined ? ofYears : [before.value, ...ofYears]);
}

/** The nodes of the months in a quarter of the plan year, 1 to 4. */
export function monthsIn(
  quarter: number,
  nodes: readonly InvestmentNode[],
  begins: YearBegins,
): readonly InvestmentNode[] {
  return nodes.filter(({ grain, index }) => grain === 'month' && quarterOfMonth(index, begins) === quarter);
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
  return scaleFigure(atLeastZero(subtractFigures({ value: ONE }, done)), HUNDRED);
}

/** What a year's nodes say of one of its quarters. */
interface QuarterParts {
  /** What adds up to the quarter: its months, else its own amount. */
  readonly counted: readonly InvestmentNode[];
  readonly months: readonly InvestmentNode[];
  /** What the quarter asks for in the months that no node names. */
  readonly rest: { readonly quarter: InvestmentNode; readonly months: readonly number[] } | undefined;
}

/**
 * Months where they are stated, else quarters, decided for each quarter, so that neither counts what the other has. Where
 * only some months of a quarter are stated, the others have what these leave of it.
 */
function partsOf(nodes: readonly InvestmentNode[], begins: YearBegins): readonly QuarterParts[] {
  const known = parts.get(nodes);
  if (known?.begins === begins) return known.parts;
  const made = newParts(nodes, begins);
  parts.set(nodes, { begins, parts: made });
  return made;
}

/** Asked for each month of a curve. */
const parts = new WeakMap<
  readonly InvestmentNode[],
  { readonly begins: YearBegins; readonly parts: readonly QuarterParts[] }
>();

function newParts(nodes: readonly InvestmentNode[], begins: YearBegins): readonly QuarterParts[] {
  return [1, 2, 3, 4].map((number) => {
    const quarter = nodes.find(({ grain, index }) => grain === 'quarter' && index === number);
    const months = monthsIn(number, nodes, begins);
    const named = new Set(months.map(({ index }) => index));
    const open = MONTHS.filter((month) => quarterOfMonth(month, begins) === number && !named.has(month));
    const isMore = (whole: InvestmentNode): boolean =>
      whole.value.value.amount > sumValues(months.map(({ value }) => value.value)).amount;
    return quarter !== undefined && open.length > 0 && isMore(quarter)
      ? { counted: [quarter], months, rest: { quarter, months: open } }
      : { counted: months.length > 0 || quarter === undefined ? months : [quarter], months, rest: undefined };
  });
}

const MONTHS: readonly number[] = Array.from({ length: 12 }, (_, i) => i + 1);

/** The days of a node of a year's plan. */
export function nodePeriod({ grain, index }: InvestmentNode, { year, begins }: PlanYear): Period {
  return grain === 'month' ? planMonth(year, index, begins) : planQuarter(year, index, begins);
}

function nodesToDate(plan: YearPlanFacts, planYear: PlanYear, status: Day): Figure | undefined {
  if (!plan.complete) return undefined;
  // Most nodes are due in full or not at all: these are added up as the money that they are.
  const inFull: MoneyValue[] = [];
  const inPart: Figure[] = [];
  for (const { counted, months, rest } of partsOf(plan.nodes, planYear.begins)) {
    for (const node of rest === undefined ? counted : months) {
      const { value } = node.value;
      const position = positionIn(nodePeriod(node, planYear), status);
      if (position === ONE) inFull.push(value);
      else if (position !== ZERO || value.tolerance !== 0n) inPart.push(scaleFigure(moneyFigure(value), position));
    }
    if (rest === undefined) continue;
    const left = atLeastZero(subtractFigures(moneyFigure(rest.quarter.value.value), sumOfNodes(months)));
    const open = rest.months.map((month) => planMonth(planYear.year, month, planYear.begins));
    inPart.push(scaleFigure(left, positionOver(open, status)));
  }
  return sumFigures([moneyFigure(sumValues(inFull)), ...inPart]);
}

function sumOfNodes(nodes: readonly InvestmentNode[]): Figure {
  return moneyFigure(sumValues(nodes.map(({ value }) => value.value)));
}

function evenly(amount: MoneyValue | undefined, share: Rational): Figure | undefined {
  return amount === undefined ? undefined : scaleFigure(moneyFigure(amount), share);
}

/** The share of the period's days up to and with S: 0 before its first day, 1 from its last one on. */
export function positionIn(period: Pick<Period, 'first' | 'last'>, status: Day): Rational {
  return positionOver([period], status);
}

/** `ONE` and `ZERO` themselves where all of the days have passed, or none. */
function positionOver(periods: readonly Pick<Period, 'first' | 'last'>[], status: Day): Rational {
  let [passed, all] = [0, 0];
  for (const { first, last } of periods) {
    const length = last - first + 1;
    passed += Math.min(Math.max(status - first + 1, 0), length);
    all += length;
  }
  if (passed === 0) return ZERO;
  return passed === all ? ONE : rational(BigInt(passed), BigInt(all));
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
