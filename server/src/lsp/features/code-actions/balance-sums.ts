/** Quick fixes for `investment/sum`. */
import { amountOfYears, monthsIn } from '../../../analysis/metrics/investment.js';
import type { InvestmentFacts, InvestmentNode, MoneyFact, YearPlanFacts } from '../../../model/facts.js';
import { meets, moneyInterval } from '../../../model/interval.js';
import type { Bilingual } from '../../../model/lang.js';
import { formatMoneyValue, type MoneyValue, sumValues, toMoney } from '../../../model/money.js';
import { quarterOfMonth, type YearBegins } from '../../../model/plan-year.js';
import { touches } from '../../../model/span.js';
import type { ActionContext, ProposedChange, QuickFix } from './action-types.js';
import { projectOf } from './enclosing-item.js';

/**
 * Parts that do not make up their whole: the last part takes the difference, or the whole becomes the sum. Each only
 * where no other sum is upset by it.
 */
export const balanceSums: QuickFix = {
  codes: ['investment/sum'],
  *propose(finding, context) {
    const investment = projectOf(finding, context)?.investment;
    const plan = investment?.years.find(({ at }) => touches(at, finding.at.start));
    if (investment === undefined) return;
    const { of, quarter } = finding.data;
    if (of === 'nodes' && plan !== undefined) yield* ofNodes(investment, plan, context);
    else if (of === 'months' && plan !== undefined) yield* ofMonths(plan, Number(quarter), context);
    else if (of === 'sources') yield* ofSources(investment, context);
    else if (of === 'years') yield* ofYears(investment, context);
  },
};

function* ofNodes(investment: InvestmentFacts, plan: YearPlanFacts, context: ActionContext): Generator<ProposedChange> {
  const { amount, year, nodes } = plan;
  if (amount === undefined) return;
  const begins = context.analysis.yearBegins;
  const counted = nodes.filter(
    (node) => node.grain === 'quarter' || !nodes.some((other) => holds(other, node, begins)),
  );
  const last = counted.at(-1);
  // A quarter that months make up is not to be changed behind their back.
  if (last !== undefined && !nodes.some((node) => holds(last, node, begins))) {
    yield* lastPart(counted.map(amountIn), amount, nodeName(last), context);
  }
  const sum = sumOf(counted.map(amountIn));
  const others = { ...investment, years: investment.years.filter((each) => each !== plan) };
  if (isWithin(sumValues([amountOfYears(others, begins), sum]), investment.total)) {
    yield set(amount, sum, { en: `the amount of ${year}`, zh: `${year}年度计划` }, context);
  }
}

function* ofMonths({ nodes }: YearPlanFacts, quarter: number, context: ActionContext): Generator<ProposedChange> {
  const stated = nodes.find(({ grain, index }) => grain === 'quarter' && index === quarter);
  const months = stated === undefined ? [] : monthsIn(quarter, nodes, context.analysis.yearBegins);
  const last = months.at(-1);
  if (stated !== undefined && last !== undefined) {
    yield* lastPart(months.map(amountIn), stated.value, nodeName(last), context);
  }
}

function* ofSources(investment: InvestmentFacts, context: ActionContext): Generator<ProposedChange> {
  const { sources, total } = investment;
  const last = sources.at(-1);
  if (total === undefined || last === undefined) return;
  const name = last.name.text;
  yield* lastPart(sources.map(amountIn), total, { en: `the source '${name}'`, zh: `来源“${name}”` }, context);
  const sum = sumOf(sources.map(amountIn));
  if (isWithin(amountOfYears(investment, context.analysis.yearBegins), { value: sum }))
    yield set(total, sum, TOTAL, context);
}

/** More is planned than there is: the total can be raised where no sources stand against it. */
function* ofYears(investment: InvestmentFacts, context: ActionContext): Generator<ProposedChange> {
  const { sources, total } = investment;
  if (total !== undefined && sources.length === 0)
    yield set(total, amountOfYears(investment, context.analysis.yearBegins), TOTAL, context);
}

const TOTAL: Bilingual = { en: 'the total', zh: '总投资' };

const amountIn = ({ value }: { readonly value: MoneyFact }): MoneyFact => value;

const sumOf = (parts: readonly MoneyFact[]): MoneyValue => sumValues(parts.map(({ value }) => value));

/** Whether `quarter` is the quarter of the month `node`. */
function holds(quarter: InvestmentNode, node: InvestmentNode, begins: YearBegins): boolean {
  return quarter.grain === 'quarter' && node.grain === 'month' && quarterOfMonth(node.index, begins) === quarter.index;
}

function isWithin(sum: MoneyValue, total: { readonly value: MoneyValue } | undefined): boolean {
  return (
    total === undefined || sum.amount <= total.value.amount || meets(moneyInterval(sum), moneyInterval(total.value))
  );
}

function nodeName({ grain, index }: InvestmentNode): Bilingual {
  return grain === 'quarter'
    ? { en: `Q${index}`, zh: `${'一二三四'.charAt(index - 1)}季度` }
    : { en: `M${index}`, zh: `${index}月` };
}

/** The last of `parts` becomes what the others leave of the whole; nothing where they leave nothing. */
function* lastPart(
  parts: readonly MoneyFact[],
  { value }: MoneyFact,
  name: Bilingual,
  context: ActionContext,
): Generator<ProposedChange> {
  const last = parts.at(-1);
  const others = sumOf(parts.slice(0, -1));
  const amount = toMoney(value.amount - others.amount);
  // As rough as the whole; roughness among the parts is theirs.
  if (last !== undefined && amount > 0n) yield set(last, { amount, tolerance: value.tolerance }, name, context);
}

function set({ at }: MoneyFact, value: MoneyValue, name: Bilingual, { text, analysis }: ActionContext): ProposedChange {
  const file = text(at.file);
  const currency = analysis.plan.portfolio?.currency?.text ?? 'CNY';
  return {
    title: {
      en: `Set ${name.en} to ${formatMoneyValue(value, 'en', { currency })}`,
      zh: `将${name.zh}改为${formatMoneyValue(value, 'zh', { currency })}`,
    },
    edits: [{ file: at.file, start: at.start, end: at.end, insert: [file.money(value)] }],
  };
}
