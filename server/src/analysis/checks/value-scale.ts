/** The rule about amounts whose unit was probably forgotten (`value/scale`). */
import type { MoneyFact, ProjectFacts } from '../../model/facts.js';
import type { Money } from '../../model/money.js';
import type { Analysis } from '../analysis.js';
import { currencyOf, moneyFigure, sayMoney } from '../message-values.js';
import { projectsOf } from '../pool.js';
import { type Found, type Pause, planRule, type Rule } from '../rule.js';

type Scale = { readonly amount: string; readonly median: string; readonly currency: string };

/** How many times smaller than the usual an amount has to be. */
const FACTOR = 1000n;

function* amountsOf({ investment, fund, reports }: ProjectFacts): Generator<MoneyFact> {
  if (investment !== undefined) {
    if (investment.total !== undefined) yield investment.total;
    for (const { value } of investment.sources) yield value;
    if (investment.before !== undefined) yield investment.before;
    for (const { amount, nodes } of investment.years) {
      if (amount !== undefined) yield amount;
      for (const { value } of nodes) yield value;
    }
  }
  if (fund !== undefined) yield fund;
  for (const { invested, received, paid } of reports) {
    for (const amount of [invested, received, paid]) if (amount !== undefined) yield amount;
  }
}

/** Nothing is nothing in any unit. */
function* scale(analysis: Analysis): Generator<Found<Scale> | Pause> {
  const stated: Money[] = [];
  const bare: { readonly project: ProjectFacts; readonly amount: MoneyFact }[] = [];
  for (const project of projectsOf(analysis.plan)) {
    yield;
    for (const amount of amountsOf(project)) {
      if (amount.value.amount === 0n) continue;
      stated.push(amount.value.amount);
      if (amount.bare === true) bare.push({ project, amount });
    }
  }
  if (bare.length === 0) return;
  const median = medianOf(stated);
  if (median === undefined) return;
  for (const { project, amount } of bare) {
    if (amount.value.amount * FACTOR >= median) continue;
    yield {
      at: amount.at,
      data: {
        amount: moneyFigure(amount.value.amount),
        median: moneyFigure(median),
        currency: currencyOf(analysis),
      },
      element: project.id,
    };
  }
}

function medianOf(amounts: readonly Money[]): Money | undefined {
  const sorted = [...amounts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted[Math.floor(sorted.length / 2)];
}

export const VALUE_SCALE_RULES: readonly Rule[] = [
  planRule<Scale>(
    {
      code: 'value/scale',
      severity: 'hint',
      title: { en: 'An amount whose unit was probably forgotten', zh: '金额可能漏写单位' },
      message: {
        en: ({ amount, median, currency }) =>
          `${sayMoney(amount, currency, 'en')} is under a thousandth of what is usual in this plan (${sayMoney(median, currency, 'en')}): was the unit forgotten?`,
        zh: ({ amount, median, currency }) =>
          `${sayMoney(amount, currency, 'zh')}不到本计划金额中位数（${sayMoney(median, currency, 'zh')}）的千分之一：是否漏写“万元”？`,
      },
      page: {
        en: `An amount without a unit is in units of the portfolio's currency: \`5000\` are five thousand yuan. This one is so much
smaller than the other amounts of the plan that 万元, k or M was probably meant. Write the unit; where the amount is
meant as it stands, write it with its unit too (\`5000元\`), which is not asked about.`,
        zh: `没有单位的金额以元（或项目库的\`币种\`）计：\`5000\`就是五千元。这一笔与计划中的其他金额相比明显超出合理范围（过小），可能是漏写了“万元”或
“亿元”。请补上单位；确实就是这个数的，也写上单位（如\`5000元\`），即不再提示。`,
      },
      example: {
        asOf: '2026-03-31',
        shows:
          'project P1 {\n  investment 3亿元 {\n    year 2026 1亿元 {\n      Q1 5000\n      Q2 3000万元\n    }\n  }\n}\n',
        clean:
          'project P1 {\n  investment 3亿元 {\n    year 2026 1亿元 {\n      Q1 5000万元\n      Q2 5000万元\n    }\n  }\n}\n',
      },
    },
    scale,
  ),
];
