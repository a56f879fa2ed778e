/** Headline figures of the month: what was invested in it, and the same a year before. */
import type { Analysis } from '../../analysis/analysis.js';
import { type Figure, figureToMoney } from '../../analysis/metrics/figure.js';
import { poolAt } from '../../analysis/pool.js';
import { investedInMonth, type MonthInvestment, monthBefore, yearBefore } from '../../analysis/portfolio-month.js';
import { amountsOf } from '../../analysis/portfolio-sums.js';
import { civil, formatDay } from '../../model/day.js';
import type { ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { yearAgo } from '../../model/plan-year.js';
import type { Rational } from '../../model/rational.js';
import type { Steps } from '../../model/steps.js';
import type { Inlines, KeyValue } from '../document.js';
import type { Formatter } from '../wording/formatter.js';
import { sayNotReported } from '../wording/not-reported.js';

const words = {
  monthOf: { en: 'Invested in {month}', zh: '{month}完成' },
  ago: { en: 'Same date last year', zh: '去年同期完成' },
  agoMonth: { en: '{month} last year', zh: '去年{month}完成' },
  growth: { en: 'now up {percent}', zh: '今年增长{percent}' },
  shrunk: { en: 'now down {percent}', zh: '今年下降{percent}' },
  unknown: {
    en: 'excluding {n} with no report by the end of the previous month',
    zh: '上月末无数据的{n}项未计入',
  },
  longer: {
    en: '{n} counted from the earlier month of their last report',
    zh: '{n}项上次报送在更早的月份，自那时起的完成额一并计入',
  },
  silent: {
    en: '{n} reported no figure in the month and add nothing',
    zh: '{n}项当月未报完成投资，未计入增量',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What these ask of each project, now, at the end of the month before and a year ago, one project after the other. */
export function* figuresOfMonth(analysis: Analysis): Steps<void> {
  const lastMonth = monthBefore(analysis);
  const lastYear = analysis.at(yearAgo(analysis.status));
  for (const project of poolAt(analysis.plan, analysis.status)) {
    // Each figure is kept from when it is first asked for.
    amountsOf(analysis.metrics(project));
    amountsOf(lastYear.metrics(project));
    void lastMonth?.metrics(project).invested;
    yield;
  }
}

export function* monthEntries(format: Formatter, projects: readonly ProjectFacts[]): Steps<readonly KeyValue[]> {
  const { analysis } = format;
  const month = format.month(civil(analysis.status).month);
  const inMonth = investedInMonth(analysis, projects);
  yield;
  const before = yearBefore(analysis);
  return [
    headline(format, format.say(words.monthOf, { month }), large(format, inMonth.done), [sayUnknown(format, inMonth)]),
    ...(before === undefined
      ? []
      : [
          headline(format, format.say(words.ago), format.largeMoney(before.sums.invested), [
            formatDay(before.day),
            sayGrowth(format, before.growth?.value),
            sayNotReported(format, before.sums),
          ]),
        ]),
    ...(before?.month.done === undefined
      ? []
      : [
          headline(format, format.say(words.agoMonth, { month }), large(format, before.month.done), [
            sayUnknown(format, before.month),
          ]),
        ]),
  ];
}

/** A headline figure with what has to be known beside it. */
export function headline(
  format: Formatter,
  label: string,
  value: Inlines,
  notes: readonly (string | undefined)[],
): KeyValue {
  const note = format.list(notes.filter((part) => part !== undefined));
  return { label, value, ...(note === '' ? {} : { note }) };
}

function large(format: Formatter, figure: Figure | undefined): Inlines {
  return format.largeMoney(figure && figureToMoney(figure));
}

/**
 * A first report tells what was done since the year began, not what of it is this month's; and a report after a gap
 * tells of all the time since the last one.
 */
export function sayUnknown(
  format: Formatter,
  { unknown, longer, silent }: Omit<MonthInvestment, 'done'>,
): string | undefined {
  const said = [
    ...(silent.length === 0 ? [] : [format.say(words.silent, { n: silent.length })]),
    ...(unknown.length === 0 ? [] : [format.say(words.unknown, { n: unknown.length })]),
    ...(longer.length === 0 ? [] : [format.say(words.longer, { n: longer.length })]),
  ];
  return said.length === 0 ? undefined : said.join(format.lang === 'zh' ? '；' : '; ');
}

function sayGrowth(format: Formatter, more: Rational | undefined): string | undefined {
  if (more === undefined) return undefined;
  const percent = format.percent({ n: more.n < 0n ? -more.n : more.n, d: more.d }) ?? '';
  return format.say(more.n < 0n ? words.shrunk : words.growth, { percent });
}
