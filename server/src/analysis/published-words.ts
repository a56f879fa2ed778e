/** How a published figure, what the files amount to and the difference are written, in messages and in summaries. */
import type { Lang } from '../model/lang.js';
import { fromDecimalString, type Rational, toTrimmedString } from '../model/rational.js';
import type { Compared } from './expectations.js';
import { type Choices, spellWord } from './expressions/fixed-words.js';
import { isFigure, type Value } from './expressions/values.js';
import { dayFigure, enumerated, sayDay, sayDays, sayMoney } from './message-values.js';

/** A value in JSON: money in currency units, percents in percent points, dates as days, durations in days. */
export type Amount = {
  readonly type: 'money' | 'percent' | 'number' | 'date' | 'duration' | 'text' | 'word' | 'none';
  readonly text: string;
  /** It is only known to some digits. */
  readonly approximate: boolean;
  /** Of a word: which words it is one of. */
  readonly of?: Choices | 'light' | 'boolean';
};

export interface PublishedFigure {
  readonly found: Amount;
  readonly stated: Amount;
  /** found − stated, absent where there is none. */
  readonly difference?: Amount;
}

export function publishedFigure({ found, stated, difference }: Compared): PublishedFigure {
  return {
    found: amountOf(found),
    stated: amountOf(stated),
    ...(difference === undefined || !isFigure(stated)
      ? {}
      : {
          difference: { type: stated.type, text: exact(difference.value), approximate: difference.range !== undefined },
        }),
  };
}

function amountOf(value: Value): Amount {
  if (isFigure(value)) {
    return { type: value.type, text: exact(value.figure.value), approximate: value.figure.range !== undefined };
  }
  const plain = { approximate: false };
  switch (value.type) {
    case 'date':
      return { ...plain, type: 'date', text: dayFigure(value.last) };
    case 'text':
      return { ...plain, type: 'text', text: value.text };
    case 'choice':
      return { ...plain, type: 'word', text: value.word, of: value.choice };
    case 'light':
      return { ...plain, type: 'word', text: value.light, of: 'light' };
    case 'ref':
      return { ...plain, type: 'text', text: value.thing.name };
    case 'refs':
      return { ...plain, type: 'text', text: enumerated(value.things.map(({ name }) => name)) };
    case 'duration':
      return { ...plain, type: 'duration', text: toTrimmedString(value.span.days, 1) };
    case 'boolean':
      return { ...plain, type: 'word', text: String(value.value), of: 'boolean' };
    case 'none':
      return { ...plain, type: 'none', text: '' };
  }
}

/** Far more digits than any figure that is published. */
function exact(value: Rational): string {
  return toTrimmedString(value, 6);
}

/** So many decimals are enough for a reader; more only where two different figures would look the same. */
const ENOUGH = 2;
const MOST = 6;

/** Both in words, with as few decimals as tell them apart. */
export function sayFoundAndStated(
  { found, stated }: PublishedFigure,
  currency: string,
  lang: Lang,
): { readonly found: string; readonly stated: string } {
  const written = digitsOf(stated);
  for (let digits = Math.max(ENOUGH, written); ; digits++) {
    const said = {
      found: sayAmount(found, currency, lang, digits),
      stated: sayAmount(stated, currency, lang, MOST),
    };
    if (digits >= MOST || said.found !== said.stated || found.text === stated.text) return said;
  }
}

/** Its size; in percent points where it is one of percents. Undefined where there is none. */
export function sayDifference({ difference }: PublishedFigure, currency: string, lang: Lang): string | undefined {
  if (difference === undefined) return undefined;
  const size = { ...difference, text: difference.text.replace(/^-/, '') };
  for (let digits = ENOUGH; ; digits++) {
    const said = sayAmount(size, currency, lang, digits);
    const isNothing = /^\D*0\D*$/.test(said) && !/[1-9]/.test(said);
    if (digits < MOST && isNothing) continue;
    return said.replace(/%$/, lang === 'zh' ? '个百分点' : ' points');
  }
}

export function isLess({ difference }: PublishedFigure): boolean {
  return difference?.text.startsWith('-') === true;
}

function digitsOf({ type, text }: Amount): number {
  return type === 'percent' || type === 'number' ? (text.split('.')[1]?.length ?? 0) : 0;
}

const YES_NO = { true: { en: 'yes', zh: '是' }, false: { en: 'no', zh: '否' } } as const;

function sayAmount({ type, text, approximate, of }: Amount, currency: string, lang: Lang, digits: number): string {
  const rough = approximate ? (lang === 'zh' ? '约' : 'about ') : '';
  switch (type) {
    case 'money':
      return sayMoney(text, currency, lang, approximate);
    case 'percent':
      return `${rough}${rounded(text, digits)}%`;
    case 'number':
      return `${rough}${rounded(text, digits)}`;
    case 'date':
      return sayDay(text, lang);
    case 'duration':
      return sayDays(Number(text), lang);
    case 'word':
      return of === 'boolean' ? YES_NO[text === 'true' ? 'true' : 'false'][lang] : spellWord(of ?? 'light', text, lang);
    case 'none':
      return lang === 'zh' ? '无' : 'nothing';
    case 'text':
      return text;
  }
}

function rounded(text: string, digits: number): string {
  const value = fromDecimalString(text.replace(/^-/, ''))?.value;
  return value === undefined ? text : `${text.startsWith('-') ? '-' : ''}${toTrimmedString(value, digits)}`;
}
