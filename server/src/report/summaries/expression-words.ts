/** Expressions in the words of one language. */
import { fieldOf } from '../../analysis/expressions/fields.js';
import { spellWord, wordOf } from '../../analysis/expressions/fixed-words.js';
import { functionOf } from '../../analysis/expressions/functions.js';
import { formatDay } from '../../model/day.js';
import { sayDuration } from '../../model/duration.js';
import type { Expression, LiteralValue } from '../../model/expression.js';
import { spellMoney } from '../../model/money.js';
import { formatPeriod } from '../../model/period.js';
import { toTrimmedString } from '../../model/rational.js';
import type { Formatter } from '../wording/formatter.js';

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
export function sayExpression(format: Formatter, expression: Expression): string {
  const { lang } = format;
  const say = (part: Expression): string => sayExpression(format, part);
  const inside = (part: Expression): string =>
    part.type === 'or' || part.type === 'and' || part.type === 'arithmetic' ? `(${say(part)})` : say(part);
  switch (expression.type) {
    case 'or':
    case 'and':
      return expression.parts.map(inside).join(WORDS[lang][expression.type]);
    case 'not':
      return `${WORDS[lang].not}${inside(expression.operand)}`;
    case 'negate':
      return `-${inside(expression.operand)}`;
    case 'compare': {
      const operator = OPERATORS[lang].get(expression.operator) ?? expression.operator;
      return `${inside(expression.left)} ${operator} ${inside(expression.right)}`;
    }
    case 'arithmetic':
      return [inside(expression.first), ...expression.rest.map((r) => `${r.operator} ${inside(r.operand)}`)].join(' ');
    case 'literal':
      return sayLiteral(format, expression.value);
    case 'none':
      return WORDS[lang].none;
    case 'name':
      return sayName(format, expression.name.text);
    case 'call': {
      const known = functionOf(expression.name.text);
      const name = known === undefined ? expression.name.text : lang === 'zh' ? known.zh : known.name;
      return `${name}(${expression.arguments.map(say).join(WORDS[lang].comma)})`;
    }
    case 'broken':
      return '…';
  }
}

/** A field by its name in the language, a fixed word by its own; else a declared name, which has no translation. */
export function sayName({ lang }: Formatter, name: string): string {
  const field = fieldOf(name);
  if (field !== undefined) return lang === 'zh' ? field.zh : field.name;
  for (const of of ['light', 'stage', 'level', 'priority'] as const) {
    const word = wordOf(of, name);
    if (word !== undefined) return spellWord(of, word, lang);
  }
  return name;
}

function sayLiteral({ lang }: Formatter, value: LiteralValue): string {
  switch (value.type) {
    case 'number':
      return toTrimmedString(value.value, 10);
    case 'percent':
      return `${toTrimmedString(value.value, 10)}%`;
    case 'money':
      return spellMoney(value.value, lang);
    case 'date':
      return value.value.grain === 'day' ? formatDay(value.value.first) : formatPeriod(value.value, lang);
    case 'duration':
      return sayDuration(value.value, lang);
    case 'text':
      return `“${value.value}”`;
  }
}
