/** Fields that take an argument: the amount planned or reported for a year, the money of one source (semantics §3). */
import type { Expression } from '../../model/expression.js';
import type { ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { type MoneyValue, sumValues } from '../../model/money.js';
import { formatPeriod } from '../../model/period.js';
import type { Analysis } from '../analysis.js';
import { moneyFigure } from '../metrics/figure.js';
import { fundsAt } from '../metrics/funds.js';
import { plannedAmount, reportedAmount } from '../metrics/investment.js';
import type { Field } from './fields.js';
import { NONE } from './values.js';

export type CalledFieldName = 'plan' | 'invested' | 'source' | 'received';

export interface CalledField {
  readonly name: CalledFieldName;
  readonly zh: string;
  readonly title: Bilingual;
  readonly usage: Bilingual;
  readonly about: Bilingual;
  readonly argument: 'year' | 'source';
  readonly value: (project: ProjectFacts, argument: string, analysis: Analysis) => MoneyValue | undefined;
}

export const CALLED_FIELDS: readonly CalledField[] = [
  {
    name: 'plan',
    zh: '年度计划',
    title: { en: 'Plan of the year', zh: '年度计划' },
    usage: { en: 'plan(year)', zh: '年度计划(年度)' },
    about: { en: 'the amount planned for that year', zh: '该年度的计划投资' },
    argument: 'year',
    value: (project, year, { yearBegins }) => plannedAmount(project, { year: Number(year), begins: yearBegins }),
  },
  {
    name: 'invested',
    zh: '完成投资',
    title: { en: 'Invested', zh: '完成投资' },
    usage: { en: 'invested(year)', zh: '完成投资(年度)' },
    about: { en: 'what was invested in that year, by its latest report', zh: '该年度最近一次报告的累计完成投资' },
    argument: 'year',
    value: (project, year, { status, yearBegins }) =>
      reportedAmount(project, { year: Number(year), begins: yearBegins }, status),
  },
  {
    name: 'source',
    zh: '来源',
    title: { en: 'Source', zh: '来源' },
    usage: { en: 'source(name)', zh: '来源(名称)' },
    about: { en: 'what that source gives to the investment', zh: '该来源在总投资中的金额' },
    argument: 'source',
    value: (project, source) => {
      const found = (project.investment?.sources ?? []).filter(({ name }) => name.text === source);
      return found.length === 0 ? undefined : sumValues(found.map(({ value }) => value.value));
    },
  },
  {
    name: 'received',
    zh: '到位资金',
    title: { en: 'Funds in place', zh: '到位资金' },
    usage: { en: 'received(source)', zh: '到位资金(来源)' },
    about: {
      en: 'what was received from that source this year, as last stated',
      zh: '本年该来源累计到位资金，以最近一次所报为准',
    },
    argument: 'source',
    value: (project, source, { planYear, status }) =>
      fundsAt(project, planYear, status, 'received').bySource.get(source),
  },
];

const BY_SPELLING: ReadonlyMap<string, CalledField> = new Map(
  CALLED_FIELDS.flatMap((each) => [
    [each.name, each],
    [each.zh, each],
  ]),
);

export function calledFieldOf(text: string): CalledField | undefined {
  return BY_SPELLING.get(text);
}

/** What is called with these arguments as a field of a project; undefined where they are not what it takes. */
export function fieldCalled(called: CalledField, parts: readonly Expression[]): Field | undefined {
  const [only, ...more] = parts;
  const argument = only === undefined || more.length > 0 ? undefined : argumentIn(only, called.argument);
  if (argument === undefined) return undefined;
  return {
    name: `${called.name}(${argument})`,
    zh: `${called.zh}(${argument})`,
    type: { name: 'money' },
    title: { en: `${called.title.en} (${argument})`, zh: `${called.title.zh}（${argument}）` },
    about: called.about,
    value: (project, analysis) => {
      const value = called.value(project, argument, analysis);
      return value === undefined ? NONE : { type: 'money', figure: moneyFigure(value) };
    },
  };
}

/** A year as `2027` or `2027年`; a source by its name. */
function argumentIn(expression: Expression, of: CalledField['argument']): string | undefined {
  if (of === 'source') return expression.type === 'name' ? expression.name.text : undefined;
  if (expression.type !== 'literal') return undefined;
  const { value } = expression;
  if (value.type === 'date') return value.value.grain === 'year' ? formatPeriod(value.value, 'en') : undefined;
  return value.type === 'number' && value.value.d === 1n && value.value.n > 0n && value.value.n < 10000n
    ? String(value.value.n)
    : undefined;
}
