/** Expressions in the words of one language. */
import { formatDay } from '../../model/day.js';
import { sayDuration } from '../../model/duration.js';
import type { Expression, LiteralValue, Moment } from '../../model/expression.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import { formatMoneyValue, spellMoney } from '../../model/money.js';
import { formatPeriod } from '../../model/period.js';
import { toTrimmedString } from '../../model/rational.js';
import { quoted } from '../message-values.js';
import { calledFieldOf, fieldCalled } from './called-fields.js';
import { fieldOf } from './fields.js';
import { spellWord, wordOf } from './fixed-words.js';
import { functionOf } from './functions.js';

const OPERATORS: Readonly<Record<'en' | 'zh', ReadonlyMap<string, string>>> = {
  en: new Map([
    ['~=', '≈'],
    ['!=', '≠'],
    ['<=', '≤'],
    ['>=', '≥'],
    ['in', 'in'],
  ]),
  zh: new Map([
    ['~=', '≈'],
    ['!=', '≠'],
    ['<=', '≤'],
    ['>=', '≥'],
    ['in', '属于'],
  ]),
};

const WORDS = {
  en: { or: ' or ', and: ' and ', not: 'not ', none: 'none', comma: ', ' },
  zh: { or: ' 或 ', and: ' 且 ', not: '非 ', none: '无', comma: '，' },
} as const;

/** An expression as a reader is shown it, in the words of one language whatever it was written in. */
export function sayExpression(expression: Expression, lang: Lang): string {
  const say = (part: Expression): string => sayExpression(part, lang);
  const inside = (part: Expression): string =>
    part.type === 'or' || part.type === 'and' || part.type === 'arithmetic' ? `(${say(part)})` : say(part);
  // Products and quotients bind closer than sums.
  const term = (part: Expression, beside: string | undefined): string =>
    part.type === 'arithmetic' && (beside === '+' || beside === '-') && isProduct(part) ? say(part) : inside(part);
  switch (expression.type) {
    case 'or':
    case 'and':
      return joined(expression.parts.map(inside), WORDS[lang][expression.type]);
    case 'not':
      return asStatement(expression.operand, lang, false) ?? `${WORDS[lang].not}${inside(expression.operand)}`;
    case 'negate':
      return `-${inside(expression.operand)}`;
    case 'compare': {
      const stated = asStatement(expression, lang, true);
      if (stated !== undefined) return stated;
      const operator = OPERATORS[lang].get(expression.operator) ?? expression.operator;
      return `${inside(expression.left)} ${operator} ${inside(expression.right)}`;
    }
    case 'arithmetic':
      return [
        term(expression.first, expression.rest[0]?.operator),
        ...expression.rest.map((r) => `${r.operator} ${term(r.operand, r.operator)}`),
      ].join(' ');
    case 'as-of':
      return sayAsOf(inside(expression.operand), sayMoment(expression.day, lang), lang);
    case 'literal':
      return sayLiteral(expression.value, lang);
    case 'none':
      return WORDS[lang].none;
    case 'name':
      return sayName(expression.name.text, lang);
    case 'call':
      return sayCall(expression, lang);
    case 'broken':
      return '…';
  }
}

/** Between Chinese words no blanks. */
function joined(parts: readonly string[], word: string): string {
  return parts.join(word).replace(/(?<=[一-鿿）]) ([且或]) (?=[一-鿿（])/g, '$1');
}

/** `类别属于产业`, `category in Industry`: what a field is or is not, as one says it; undefined where figures are compared. */
function asStatement(expression: Expression, lang: Lang, holds: boolean): string | undefined {
  if (expression.type !== 'compare' || expression.left.type !== 'name') return undefined;
  const { operator, left, right } = expression;
  if (operator !== '=' && operator !== '!=' && operator !== 'in') return undefined;
  const field = sayExpression(left, lang);
  const is = (operator !== '!=') === holds;
  if (right.type === 'none') return fill(is ? STATED.no[lang] : STATED.yes[lang], field, '');
  if (right.type !== 'name') return undefined;
  const within = operator === 'in' ? 'in' : 'is';
  return fill(STATEMENTS[within][is ? 'yes' : 'no'][lang], field, sayExpression(right, lang));
}

const STATED = {
  yes: { en: '{1} stated', zh: '已注明{1}' },
  no: { en: '{1} not stated', zh: '未注明{1}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const STATEMENTS = {
  is: { yes: { en: '{1} {2}', zh: '{1}为{2}' }, no: { en: '{1} other than {2}', zh: '{1}不为{2}' } },
  in: { yes: { en: '{1} in {2}', zh: '{1}属于{2}' }, no: { en: '{1} not in {2}', zh: '{1}不属于{2}' } },
} as const satisfies Readonly<Record<string, Readonly<Record<'yes' | 'no', Bilingual>>>>;

/** 上月末完成投资合计; 'Total invested at the end of last month'. */
function sayAsOf(operand: string, moment: string, lang: Lang): string {
  return lang === 'zh' ? `${moment}${operand}` : `${operand} ${moment}`;
}

/** A day as something is said to be as of it: 上月末, 截至2026-03-31; 'at the end of last month', 'as of 2026-03-31'. */
export function sayMoment(moment: Moment, lang: Lang): string {
  if (moment.is !== 'day') return MOMENTS[moment.is][lang];
  const day = formatDay(moment.period.last);
  return lang === 'zh' ? `截至${day}` : `as of ${day}`;
}

const MOMENTS: Readonly<Record<Exclude<Moment['is'], 'day'>, Bilingual>> = {
  'last-month': { en: 'at the end of last month', zh: '上月末' },
  'last-quarter': { en: 'at the end of last quarter', zh: '上季末' },
  'last-year': { en: 'at the end of last year', zh: '上年末' },
  'year-ago': { en: 'a year ago', zh: '上年同期' },
};

function isProduct({ rest }: Extract<Expression, { readonly type: 'arithmetic' }>): boolean {
  return rest.every(({ operator }) => operator === '*' || operator === '/');
}

/** `完成投资合计`, `亮灯为红的项目数`; 'Total invested', 'Projects with light red'. */
function sayCall({ name, arguments: parts }: Extract<Expression, { readonly type: 'call' }>, lang: Lang): string {
  const asField = calledFieldOf(name.text);
  const field = asField === undefined ? undefined : fieldCalled(asField, parts);
  if (field !== undefined) return field.title[lang];
  const known = functionOf(name.text)?.name;
  const [first, second] = parts.map((part) => sayExpression(part, lang));
  if (known === 'count') return first === undefined ? PROJECTS[lang] : fill(COUNTED[lang], within(first, lang), '');
  if (known === 'share' && first !== undefined && second !== undefined)
    return fill(SHARE[lang], within(second, lang), within(first, lang));
  const over = known === undefined ? undefined : OVER.get(known)?.[lang];
  if (over === undefined || first === undefined) {
    return `${name.text}(${[first, second].filter((part) => part !== undefined).join(WORDS[lang].comma)})`;
  }
  // The total investment of all is no 'total total investment'.
  const isTotal = known === 'sum' && lang === 'en' && first.startsWith('Total ');
  const said = isTotal ? first : fill(over, known === 'light' ? first : within(first, lang), '');
  return second === undefined ? said : fill(WITH[lang], said, within(second, lang));
}

/** Inside a phrase an English title begins small, save an abbreviation. */
function within(said: string, lang: Lang): string {
  return lang === 'en' && /^[A-Z][a-z]/.test(said) ? said.charAt(0).toLowerCase() + said.slice(1) : said;
}

const PROJECTS: Bilingual = { en: 'Projects', zh: '项目数' };
const COUNTED: Bilingual = { en: 'Projects with {1}', zh: '项目数（{1}）' };
const SHARE: Bilingual = { en: 'Share of {1} with {2}', zh: '{1}占比（{2}）' };
const WITH: Bilingual = { en: '{1} with {2}', zh: '{1}（{2}）' };
const OVER: ReadonlyMap<string, Bilingual> = new Map([
  ['sum', { en: 'Total {1}', zh: '{1}合计' }],
  ['avg', { en: 'Average {1}', zh: '{1}平均值' }],
  ['min', { en: 'Least {1}', zh: '{1}最小值' }],
  ['max', { en: 'Most {1}', zh: '{1}最大值' }],
  ['light', { en: 'Light {1}', zh: '{1}亮灯' }],
]);

/** In one pass: what is put in may hold braces. */
function fill(pattern: string, first: string, second: string): string {
  return pattern.replace(/\{([12])\}/g, (_, n) => (n === '1' ? first : second));
}

/** A field by its name in the language, a fixed word by its own; else a declared name, which has no translation. */
export function sayName(name: string, lang: Lang): string {
  const field = fieldOf(name);
  if (field !== undefined) return field.title[lang];
  for (const of of ['light', 'stage', 'level', 'priority'] as const) {
    const word = wordOf(of, name);
    if (word !== undefined) return spellWord(of, word, lang);
  }
  return name;
}

function sayLiteral(value: LiteralValue, lang: Lang): string {
  switch (value.type) {
    case 'number':
      return toTrimmedString(value.value, 10);
    case 'percent':
      return `${toTrimmedString(value.value, 10)}%`;
    case 'money':
      return lang === 'zh' ? formatMoneyValue(value.value, lang) : spellMoney(value.value, lang);
    case 'date':
      return value.value.grain === 'day' ? formatDay(value.value.first) : formatPeriod(value.value, lang);
    case 'duration':
      return sayDuration(value.value, lang);
    case 'text':
      return quoted(value.value, lang);
  }
}
