/** What several projects add up to as of S: the sums that headline figures and group rows print. */
import { type MoneyValue, sumValues } from '../model/money.js';
import { type Figure, moneyFigure, percentOf, sumFigures } from './metrics/figure.js';
import { investmentBehind } from './metrics/investment.js';
import type { ProjectMetrics } from './metrics/project-metrics.js';

/** A sum is undefined where none of the projects states the amount. */
export interface PortfolioSums {
  readonly count: number;
  readonly total: MoneyValue | undefined;
  /** Of the plan year. */
  readonly plan: MoneyValue | undefined;
  readonly invested: MoneyValue | undefined;
  readonly received: MoneyValue | undefined;
  readonly paid: MoneyValue | undefined;
  /** In currency units. */
  readonly plannedToDate: Figure | undefined;
  /** invested ÷ plan, in percent: what has no plan or no report counts as 0. */
  readonly completion: Figure | undefined;
  /** How much of plannedToDate is not done, in percent; a shortfall of one project is made good by another's surplus. */
  readonly investmentBehind: Figure | undefined;
  /** Active projects, and those of them without an investment reported in the plan year by S. */
  readonly active: number;
  readonly notReported: number;
  /** Without a stage and without such a report. */
  readonly maybeNotReported: number;
  /** The same rates over the projects that reported alone. */
  readonly completionOfReported: Figure | undefined;
  readonly behindOfReported: Figure | undefined;
  /** Received ÷ invested, in percent, over the projects that tell both. */
  readonly funded: { readonly share: Figure | undefined; readonly projects: number; readonly reported: number };
}

type Amounts = Pick<
  ProjectMetrics,
  | 'total'
  | 'plan'
  | 'invested'
  | 'received'
  | 'paid'
  | 'plannedToDate'
  | 'isActive'
  | 'notReported'
  | 'maybeNotReported'
>;

/** A project stands in several sums, of its category, area, unit and leader: its amounts are looked up once. */
const amounts = new WeakMap<ProjectMetrics, Amounts>();

export function amountsOf(metrics: ProjectMetrics): Amounts {
  let known = amounts.get(metrics);
  if (known === undefined) {
    const { total, plan, invested, received, paid, plannedToDate, isActive, notReported, maybeNotReported } = metrics;
    known = { total, plan, invested, received, paid, plannedToDate, isActive, notReported, maybeNotReported };
    amounts.set(metrics, known);
  }
  return known;
}

export function sumsOf(projects: Iterable<ProjectMetrics>): PortfolioSums {
  const all = [...projects].map(amountsOf);
  const reported = all.filter(({ invested }) => invested !== undefined);
  const rates = ratesOf(all);
  const ofReported = ratesOf(reported);
  return {
    count: all.length,
    total: sumOf(all, 'total'),
    ...rates,
    received: sumOf(all, 'received'),
    paid: sumOf(all, 'paid'),
    active: all.filter(({ isActive }) => isActive).length,
    notReported: all.filter(({ notReported }) => notReported).length,
    maybeNotReported: all.filter(({ maybeNotReported }) => maybeNotReported).length,
    completionOfReported: ofReported.completion,
    behindOfReported: ofReported.investmentBehind,
    funded: fundedOf(reported),
  };
}

/** What one project received is no share of what others have done. */
function fundedOf(reported: readonly Amounts[]): PortfolioSums['funded'] {
  const both = reported.filter(({ received }) => received !== undefined);
  const [received, invested] = [sumOf(both, 'received'), sumOf(both, 'invested')];
  return {
    share:
      received === undefined || invested === undefined
        ? undefined
        : percentOf(moneyFigure(received), moneyFigure(invested)),
    projects: both.length,
    reported: reported.length,
  };
}

function sumOf(
  all: readonly Amounts[],
  of: 'total' | 'plan' | 'invested' | 'received' | 'paid',
): MoneyValue | undefined {
  const stated = all.map((amounts) => amounts[of]).filter((value) => value !== undefined);
  return stated.length === 0 ? undefined : sumValues(stated);
}

function ratesOf(
  all: readonly Amounts[],
): Pick<PortfolioSums, 'plan' | 'invested' | 'plannedToDate' | 'completion' | 'investmentBehind'> {
  const plan = sumOf(all, 'plan');
  const invested = sumOf(all, 'invested');
  const planned = all.map(({ plannedToDate }) => plannedToDate).filter((figure) => figure !== undefined);
  const plannedToDate = planned.length === 0 ? undefined : sumFigures(planned);
  return {
    plan,
    invested,
    plannedToDate,
    completion:
      plan === undefined || invested === undefined ? undefined : percentOf(moneyFigure(invested), moneyFigure(plan)),
    investmentBehind: investmentBehind(plannedToDate, invested),
  };
}
