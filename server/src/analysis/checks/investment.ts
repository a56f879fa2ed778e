/** Rules about money that does not add up, falls or exceeds its plan (`investment/*`). */
import type {
  InvestmentFacts,
  InvestmentNode,
  MoneyFact,
  ProjectFacts,
  ReportFacts,
  YearPlanFacts,
} from '../../model/facts.js';
import { type MoneyValue, subtractMoney, sumValues } from '../../model/money.js';
import { planYearOf, type YearBegins } from '../../model/plan-year.js';
import type { Analysis } from '../analysis.js';
import { currencyOf, dayFigure, moneyFigure, sayDay, sayMoney } from '../message-values.js';
import { FROM_SOURCES } from '../metrics/funds.js';
import { amountOfYears, monthsIn, plannedAmount } from '../metrics/investment.js';
import { type Found, projectRule, type Rule } from '../rule.js';
import { reportsAt } from '../state.js';

/** Which parts do not make up which whole: nodes of a year, months of a quarter, sources or years of the total. */
type SumOf = 'nodes' | 'months' | 'sources' | 'years';
type Sum = {
  readonly of: SumOf;
  readonly year?: number;
  readonly quarter?: number;
  readonly sum: string;
  readonly stated: string;
  /** sum − stated. */
  readonly difference: string;
  readonly sumApproximate: boolean;
  readonly statedApproximate: boolean;
  readonly currency: string;
};
type OverPlan = {
  readonly invested: string;
  readonly plan: string;
  readonly over: string;
  readonly approximate: boolean;
  readonly currency: string;
};
type Reported = 'invested' | 'received' | 'paid';
type Falls = {
  readonly amount: Reported;
  /** The source whose funds they are; without it all of them. */
  readonly source?: string;
  readonly from: string;
  readonly to: string;
  readonly before: string;
  readonly currency: string;
};

const amountIn = ({ value }: { readonly value: MoneyFact }): MoneyValue => value.value;

function differ(a: MoneyValue, b: MoneyValue): boolean {
  return exceeds(a, b) || exceeds(b, a);
}

/** For certain: even where both are only known to some digits. */
function exceeds(a: MoneyValue, b: MoneyValue): boolean {
  return a.amount - a.tolerance > b.amount + b.tolerance;
}

function* sums(project: ProjectFacts, analysis: Analysis): Generator<Found<Sum>> {
  const { investment } = project;
  if (investment === undefined) return;
  const currency = currencyOf(analysis);
  for (const wrong of wrongSums(investment, analysis.yearBegins)) {
    const { at, of, sum, stated, year, quarter } = wrong;
    yield {
      at,
      data: {
        of,
        ...(year === undefined ? {} : { year }),
        ...(quarter === undefined ? {} : { quarter }),
        sum: moneyFigure(sum.amount),
        stated: moneyFigure(stated.amount),
        difference: moneyFigure(subtractMoney(sum.amount, stated.amount)),
        sumApproximate: sum.tolerance !== 0n,
        statedApproximate: stated.tolerance !== 0n,
        currency,
      },
      element: project.id,
    };
  }
}

interface WrongSum {
  readonly of: SumOf;
  readonly year?: number;
  readonly quarter?: number;
  readonly sum: MoneyValue;
  readonly stated: MoneyValue;
  readonly at: MoneyFact['at'];
}

function* wrongSums(investment: InvestmentFacts, begins: YearBegins): Generator<WrongSum> {
  const { total, sources, years, complete } = investment;
  if (total !== undefined && complete && sources.length > 0) {
    const sum = sumValues(sources.map(amountIn));
    if (differ(sum, total.value)) yield { of: 'sources', sum, stated: total.value, at: total.at };
  }
  if (total !== undefined) {
    // What could not be read only makes the sum larger.
    const sum = amountOfYears(investment, begins);
    if (exceeds(sum, total.value)) yield { of: 'years', sum, stated: total.value, at: total.at };
  }
  for (const year of years) yield* wrongNodes(year, begins);
}

function* wrongNodes({ year, amount, nodes, complete }: YearPlanFacts, begins: YearBegins): Generator<WrongSum> {
  if (!complete || nodes.length === 0) return;
  const counted: MoneyValue[] = [];
  for (const quarter of [1, 2, 3, 4]) {
    const stated = nodes.find(({ grain, index }) => grain === 'quarter' && index === quarter);
    const months = monthsIn(quarter, nodes, begins);
    if (stated !== undefined) counted.push(stated.value.value);
    else counted.push(...months.map(amountIn));
    if (stated === undefined || months.length === 0) continue;
    const sum = sumValues(months.map(amountIn));
    if (unlike(months, sum, stated)) {
      yield { of: 'months', year, quarter, sum, stated: stated.value.value, at: stated.value.at };
    }
  }
  if (amount === undefined) return;
  const sum = sumValues(counted);
  if (differ(sum, amount.value)) yield { of: 'nodes', year, sum, stated: amount.value, at: amount.at };
}

/** All three months have to make up the quarter; fewer may not be more than it. */
function unlike(months: readonly InvestmentNode[], sum: MoneyValue, quarter: InvestmentNode): boolean {
  return months.length === 3 ? differ(sum, quarter.value.value) : exceeds(sum, quarter.value.value);
}

function* overPlan(project: ProjectFacts, analysis: Analysis): Generator<Found<OverPlan>> {
  const { year, yearBegins } = analysis;
  const plan = plannedAmount(project, analysis.planYear);
  const ofYear = ({ invested, day }: ReportFacts): boolean =>
    invested !== undefined && planYearOf(day, yearBegins) === year;
  const invested = reportsAt(project, analysis.status).findLast(ofYear)?.invested;
  if (plan === undefined || invested === undefined || !exceeds(invested.value, plan)) return;
  yield {
    at: invested.at,
    data: {
      invested: moneyFigure(invested.value.amount),
      plan: moneyFigure(plan.amount),
      over: moneyFigure(subtractMoney(invested.value.amount, plan.amount)),
      approximate: invested.value.tolerance !== 0n || plan.tolerance !== 0n,
      currency: currencyOf(analysis),
    },
    element: project.id,
  };
}

const REPORTED: readonly Reported[] = ['invested', 'received', 'paid'];

/** A cumulative amount that reports state: of all funds, or of those of one source. */
interface Cumulative {
  readonly amount: Reported;
  readonly source: string | undefined;
  readonly in: (report: ReportFacts) => MoneyFact | undefined;
}

const WHOLE: readonly Cumulative[] = REPORTED.map((amount) => ({
  amount,
  source: undefined,
  in: (report) => report[amount],
}));

function cumulativesOf(reports: readonly ReportFacts[]): readonly Cumulative[] {
  const bySource = (['received', 'paid'] as const).flatMap((amount) => {
    const of = FROM_SOURCES[amount];
    if (reports.every((report) => report[of].length === 0)) return [];
    const names = new Set(reports.flatMap((report) => report[of].map(({ source }) => source.text)));
    return [...names].map(
      (name): Cumulative => ({
        amount,
        source: name,
        in: (report) => report[of].findLast(({ source }) => source.text === name)?.value,
      }),
    );
  });
  return bySource.length === 0 ? WHOLE : [...WHOLE, ...bySource];
}

function* falls(project: ProjectFacts, analysis: Analysis): Generator<Found<Falls>> {
  const reports = reportsAt(project, analysis.status);
  if (reports.length < 2) return;
  const yearOf = ({ day }: ReportFacts): number => planYearOf(day, analysis.yearBegins);
  for (const cumulative of cumulativesOf(reports)) {
    let before: ReportFacts | undefined;
    for (const report of reports) {
      const money = cumulative.in(report);
      if (money === undefined) continue;
      const previous = before && cumulative.in(before);
      const sameYear = before !== undefined && yearOf(before) === yearOf(report);
      if (before !== undefined && previous !== undefined && sameYear && exceeds(previous.value, money.value)) {
        const { amount, source } = cumulative;
        yield {
          at: money.at,
          data: {
            amount,
            ...(source === undefined ? {} : { source }),
            from: moneyFigure(previous.value.amount),
            to: moneyFigure(money.value.amount),
            before: dayFigure(before.day),
            currency: currencyOf(analysis),
          },
          element: project.id,
          related: [{ at: previous.at, message: { en: 'The report before it', zh: '前一次进展' } }],
        };
      }
      before = report;
    }
  }
}

const REPORTED_WORDS: Readonly<Record<Reported, { readonly en: string; readonly zh: string }>> = {
  invested: { en: 'Completed investment', zh: '完成投资' },
  received: { en: 'The sum of funds received', zh: '到位资金' },
  paid: { en: 'The sum paid', zh: '已支付' },
};

/** What falls: of a source the funds that came from it. */
function sayFalling({ amount, source }: Falls, lang: 'en' | 'zh'): string {
  const words = REPORTED_WORDS[amount][lang];
  if (source === undefined) return words;
  return lang === 'zh' ? `来源“${source}”的${words}` : `${words} from '${source}'`;
}

/** The difference without its sign: which of the two is more is said in words. */
function gap({ difference, currency }: Sum, lang: 'en' | 'zh', approximate: boolean): string {
  return sayMoney(difference.replace(/^-/, ''), currency, lang, approximate);
}

function sayParts(data: Sum, lang: 'en' | 'zh'): string {
  const { of, year, quarter } = data;
  if (lang === 'zh') {
    const names = {
      nodes: `${year}年各节点`,
      months: `${year}年${quarter}季度各月`,
      sources: '各来源',
      years: '此前完成与各年度',
    };
    return names[of];
  }
  const names = {
    nodes: `The nodes of ${year}`,
    months: `The months of Q${quarter} ${year}`,
    sources: 'The sources',
    years: 'What was done before and the years',
  };
  return names[of];
}

function sayWhole({ of }: Sum, lang: 'en' | 'zh'): string {
  if (lang === 'zh') return { nodes: '年度计划', months: '季度节点', sources: '总投资', years: '总投资' }[of];
  return { nodes: "the year's amount", months: 'the quarter', sources: 'the total', years: 'the total' }[of];
}

function saySum(data: Sum, lang: 'en' | 'zh'): string {
  const { currency, sumApproximate, statedApproximate, difference } = data;
  const sum = sayMoney(data.sum, currency, lang, sumApproximate);
  const stated = sayMoney(data.stated, currency, lang, statedApproximate);
  const by = gap(data, lang, sumApproximate || statedApproximate);
  const less = difference.startsWith('-');
  if (lang === 'zh') {
    return `${sayParts(data, lang)}合计${sum}，${sayWhole(data, lang)}为${stated}，${less ? '少' : '多'}${by}`;
  }
  return `${sayParts(data, lang)} add up to ${sum}, ${by} ${less ? 'less' : 'more'} than ${sayWhole(data, lang)}, ${stated}`;
}

export const INVESTMENT_RULES: readonly Rule[] = [
  projectRule<Sum>(
    {
      code: 'investment/sum',
      severity: 'error',
      absence: 'statement',
      title: { en: 'The investment does not add up', zh: '投资数对不上' },
      message: { en: (data) => saySum(data, 'en'), zh: (data) => saySum(data, 'zh') },
      page: {
        en: `The parts of the investment have to make up the whole: the nodes of a year its amount, the months of a quarter
its node, the sources the total; and what was done before together with the years may not be more than the total. Exact
amounts are compared exactly; amounts marked \`~\` are compared as the range that they were rounded from.

The message names the difference. The quick fix sets the last node so that the nodes add up.`,
        zh: `投资的各部分须与总数一致：各节点之和等于年度计划，各月之和等于季度节点，各来源之和等于总投资；此前完成与
各年度之和不得超过总投资。准确数按原数比较；写\`约\`的按其四舍五入前的范围比较。

提示中给出差额。快速修复可调整最后一个节点，使其合计一致。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'project P1 {\n  investment 900M {\n    year 2026 300M { Q1 50M  Q2 80M  Q3 90M  Q4 70M }\n  }\n}\n',
        clean: 'project P1 {\n  investment 900M {\n    year 2026 300M { Q1 50M  Q2 80M  Q3 90M  Q4 80M }\n  }\n}\n',
      },
    },
    sums,
  ),
  projectRule<OverPlan>(
    {
      code: 'investment/over-plan',
      severity: 'info',
      judgedBy: ['status-date'],
      title: { en: "More invested than the year's plan", zh: '完成投资超过年度计划' },
      message: {
        en: ({ invested, plan, over, approximate, currency }) =>
          `Invested ${sayMoney(invested, currency, 'en')}: ${sayMoney(over, currency, 'en', approximate)} more than the year's plan of ${sayMoney(plan, currency, 'en')}`,
        zh: ({ invested, plan, over, approximate, currency }) =>
          `完成投资${sayMoney(invested, currency, 'zh')}，超过年度计划${sayMoney(plan, currency, 'zh')}，超出${sayMoney(over, currency, 'zh', approximate)}`,
      },
      page: {
        en: `The latest report states more completed investment than was planned for the year. That is good news where it is
true. Check that the figure is the year's (from 1 January to the day of the report), not that since the start of
construction, and that its unit is right.`,
        zh: `最近一次进展所报的完成投资超过了年度计划。若属实，这是好事。请核对所报的是当年1月1日至报告日的数，而不是
开工以来的累计数，单位也没有写错。`,
      },
      example: {
        asOf: '2026-11-30',
        shows: `project P1 {
  investment 900M { year 2026 300M }
  report 2026-11-30 { invested 310M }
}
`,
        clean: `project P1 {
  investment 900M { year 2026 300M }
  report 2026-11-30 { invested 300M }
}
`,
      },
    },
    overPlan,
  ),
  projectRule<Falls>(
    {
      code: 'investment/not-monotonic',
      severity: 'error',
      title: { en: 'A cumulative amount falls', zh: '累计数减少' },
      message: {
        en: (data) => {
          const { from, to, before, currency } = data;
          return `${sayFalling(data, 'en')} falls from ${sayMoney(from, currency, 'en')} (${sayDay(before, 'en')}) to ${sayMoney(to, currency, 'en')} within one year, though it is cumulative`;
        },
        zh: (data) => {
          const { from, to, before, currency } = data;
          return `${sayFalling(data, 'zh')}是当年累计数，却由${sayMoney(from, currency, 'zh')}（${sayDay(before, 'zh')}）减为${sayMoney(to, currency, 'zh')}`;
        },
      },
      page: {
        en: `Amounts in reports run from 1 January to the day of the report, so within a year they can only grow. Here a
later report states less than an earlier one: probably it gives the amount of the month or week alone, or the unit is
wrong. Report the cumulative amount.`,
        zh: `进展中的金额是当年1月1日至报告日的累计数，同一年内只增不减。此处后一次比前一次少：可能只报了当月或当周的
数，或单位写错。请改报累计数。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `project P1 {
  report 2026-02-28 { invested 40M }
  report 2026-03-31 { invested 25M }
}
`,
        clean: `project P1 {
  report 2026-02-28 { invested 40M }
  report 2026-03-31 { invested 65M }
}
`,
      },
    },
    falls,
  ),
];
