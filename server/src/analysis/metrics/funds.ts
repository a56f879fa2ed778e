/** Money received and paid in a year as of S: in all, and from each source (language reference, 2.6). */
import type { Day } from '../../model/day.js';
import type { FundsFact, ProjectFacts } from '../../model/facts.js';
import { type MoneyValue, sumValues } from '../../model/money.js';
import { type PlanYear, planYearOf } from '../../model/plan-year.js';
import { reportsAt } from '../state.js';

export type FundsKind = 'received' | 'paid';

export interface Funds {
  /** What was stated last of all sources, or the sum where all of them are named; undefined where neither is known. */
  readonly all: MoneyValue | undefined;
  /** What was stated last of each source: those of the investment first, in its order. */
  readonly bySource: ReadonlyMap<string, MoneyValue>;
}

/** Where a report states the funds of each source. */
export const FROM_SOURCES = { received: 'receivedFrom', paid: 'paidFrom' } as const;

/**
 * What a report does not state, it leaves as the report before it stated it, for each source by itself. A year's amounts
 * begin with the year.
 */
export function fundsAt(project: ProjectFacts, { year, begins }: PlanYear, status: Day, which: FundsKind): Funds {
  let whole: { readonly day: Day; readonly value: MoneyValue } | undefined;
  const named = new Map<string, { readonly day: Day; readonly value: MoneyValue }>();
  for (const report of reportsAt(project, status)) {
    if (planYearOf(report.day, begins) !== year) continue;
    const { day } = report;
    const stated = report[which];
    if (stated !== undefined) whole = { day, value: stated.value };
    const from: readonly FundsFact[] = report[FROM_SOURCES[which]];
    for (const { source, value } of from) named.set(source.text, { day, value: value.value });
  }
  const declared = project.investment?.sources.map(({ name }) => name.text) ?? [];
  const order = [...new Set([...declared, ...named.keys()])].filter((name) => named.has(name));
  const bySource = new Map(
    order.flatMap((name) => {
      const value = named.get(name)?.value;
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  const isWhole = bySource.size > 0 && declared.every((name) => bySource.has(name));
  const newest = Math.max(...[...named.values()].map(({ day }) => day));
  const sumCounts = isWhole && (whole === undefined || whole.day < newest);
  return { all: sumCounts ? sumValues([...bySource.values()]) : whole?.value, bySource };
}
