/** The nodes of a year's plan beside what was reported by their end. */
import type { Day } from '../../model/day.js';
import type { InvestmentNode, ProjectFacts } from '../../model/facts.js';
import { type MoneyValue, sumValues } from '../../model/money.js';
import type { Period } from '../../model/period.js';
import type { PlanYear } from '../../model/plan-year.js';
import { nodePeriod, reportedAmount, yearPlan } from './investment.js';

export interface NodeProgress {
  readonly node: InvestmentNode;
  readonly period: Period;
  /** The amounts of this node and those of the same grain before it. */
  readonly planned: MoneyValue;
  /** The latest amount that was reported by the end of the node's period (by S where it runs); undefined before it. */
  readonly done: MoneyValue | undefined;
}

/** The stated nodes of `year` in the order of time, of one grain each: quarters, then months. */
export function nodesOf(project: ProjectFacts, year: PlanYear, status: Day): readonly NodeProgress[] {
  const stated = yearPlan(project, year.year)?.nodes ?? [];
  return (['quarter', 'month'] as const).flatMap((grain) => {
    const nodes = stated
      .filter((node) => node.grain === grain)
      .sort((a, b) => nodePeriod(a, year).first - nodePeriod(b, year).first);
    return nodes.map((node, i) => {
      const period = nodePeriod(node, year);
      const until = period.last < status ? period.last : status;
      return {
        node,
        period,
        planned: sumValues(nodes.slice(0, i + 1).map(({ value }) => value.value)),
        done: period.first > status ? undefined : reportedAmount(project, year, until),
      };
    });
  });
}
