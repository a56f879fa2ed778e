/** Values of expressions for people and for programs. */
import { formatDay } from '../model/day.js';
import type { Lang } from '../model/lang.js';
import { formatMoneyValue } from '../model/money.js';
import { formatPeriod } from '../model/period.js';
import { toTrimmedString } from '../model/rational.js';
import type { Analysis } from './analysis.js';
import { clockOf } from './expressions/evaluate.js';
import { spellWord } from './expressions/fixed-words.js';
import { lengthFrom, type TimeSpan } from './expressions/time-span.js';
import type { Value } from './expressions/values.js';
import { figureToMoney } from './metrics/figure.js';

/** So many digits of a quotient are written: more than any published figure has, and the same on every machine. */
const DIGITS = 10;

/**
 * As the interfaces define it for `list --format json`: money as a decimal string in currency units, percents as
 * decimal strings, counts as numbers, durations in days, days as `2026-03-31`, names, lists as arrays, missing as null.
 */
export function valueToJson(value: Value, analysis: Analysis): string | number | boolean | null | readonly string[] {
  switch (value.type) {
    case 'none':
      return null;
    case 'boolean':
      return value.value;
    case 'text':
      return value.text;
    case 'money':
    case 'percent':
      return toTrimmedString(value.figure.value, DIGITS);
    case 'number':
      return Number(toTrimmedString(value.figure.value, DIGITS));
    case 'date':
      return formatDay(value.last);
    case 'duration':
      return daysOf(value.span, analysis);
    case 'choice':
      return value.word;
    case 'light':
      return value.light;
    case 'ref':
      return value.thing.name;
    case 'refs':
      return value.things.map(({ name }) => name);
  }
}

/** In one line, as a cell of a table has it; missing is empty. */
export function valueInWords(value: Value, analysis: Analysis, lang: Lang): string {
  switch (value.type) {
    case 'none':
      return '';
    case 'boolean':
      return lang === 'zh' ? (value.value ? '是' : '否') : value.value ? 'yes' : 'no';
    case 'text':
      return value.text;
    case 'money':
      return formatMoneyValue(figureToMoney(value.figure), lang, {
        currency: analysis.plan.portfolio?.currency?.text ?? 'CNY',
      });
    case 'percent':
      return `${toTrimmedString(value.figure.value, 1)}%`;
    case 'number':
      return toTrimmedString(value.figure.value, 2);
    case 'date':
      return value.period === undefined ? formatDay(value.last) : formatPeriod(value.period, lang);
    case 'duration': {
      const days = daysOf(value.span, analysis);
      return lang === 'zh' ? `${days}天` : `${days} d`;
    }
    case 'choice':
      return spellWord(value.choice, value.word, lang);
    case 'light':
      return spellWord('light', value.light, lang);
    case 'ref':
      return titleOf(value.thing, analysis);
    case 'refs':
      return value.things.map((thing) => titleOf(thing, analysis)).join(lang === 'zh' ? '、' : ', ');
  }
}

function daysOf(span: TimeSpan, analysis: Analysis): number {
  const { status, calendar } = clockOf(undefined, analysis);
  return Number(toTrimmedString(lengthFrom(span, span.began ?? status, calendar), 2));
}

/** Units and taxonomies by their titles where they have one; people go by their names. */
function titleOf({ name, ref, kind }: Extract<Value, { type: 'ref' }>['thing'], { plan }: Analysis): string {
  if (ref === undefined || kind === 'person' || kind === 'project') return name;
  const found = plan.resolve(ref);
  return found?.title?.text ?? name;
}
