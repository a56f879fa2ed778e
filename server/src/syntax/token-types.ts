/**
 * The token kinds that the grammar names. A keyword has two kinds: the plain one where it begins a line and so can
 * only be a keyword, and a nameable one that also counts as a NAME (Chevrotain's token categories), since a milestone
 * may be called 竣工 although that is a stage.
 */
import type { TokenType } from 'chevrotain';
import { KEYWORDS, type Keyword } from '../../../grammar/keywords.js';

let kinds = 0;

/** Of a token kind no more is needed than its number and its categories: no parser of Chevrotain's is at work. */
function kind(name: string, ...categories: TokenType[]): TokenType {
  kinds++;
  return { name, tokenTypeIdx: kinds, CATEGORIES: categories };
}

/** What stands behind the last token. */
export const EOF = kind('EOF');

/** Any word, whatever it could mean elsewhere: the name of a row in a published breakdown. */
const WORD = kind('WORD');
export const NAME = kind('NAME', WORD);
const LITERAL = kind('LITERAL');
export const STRING = kind('STRING', LITERAL);
export const BLOCK = kind('BLOCK');
export const DATE = kind('DATE', LITERAL);
export const DURATION = kind('DURATION', LITERAL);
export const PERCENT = kind('PERCENT', LITERAL);
export const MONEY = kind('MONEY', LITERAL);
export const NUMBER = kind('NUMBER', MONEY, LITERAL);
/** Four digits: a year where a date is expected, else a number. */
export const YEAR = kind('YEAR', NUMBER, DATE, MONEY, LITERAL);
/** `20260630`: a day where a date is expected, else a number. */
export const DAY_NUMBER = kind('DAY_NUMBER', NUMBER, DATE, MONEY, LITERAL);
/** `2026.6`: a month where a date is expected, else a number. */
export const MONTH_NUMBER = kind('MONTH_NUMBER', NUMBER, DATE, MONEY, LITERAL);
/** Digits glued to letters that make no value (`10kg`). It fits wherever a value or a name does: lowering says why it is none. */
export const MISSHAPEN = kind('MISSHAPEN', NAME, WORD, NUMBER, DATE, MONEY, DURATION, PERCENT, LITERAL);

/** Signs that say nothing where they are understood: between statements, and between a keyword and its value. */
export const SEPARATOR = kind(';');
export const COLON = kind(':');
/** `asc | 升序`: the order that holds anyway. */
export const ASCENDING = kind('ASCENDING', NAME, WORD);

const PUNCTUATION = ['{', '}', '(', ')', ',', '.', '+', '-', '*', '/', '=', '!=', '<', '<=', '>', '>=', '~='] as const;
export type Punctuation = (typeof PUNCTUATION)[number];

const punctuation: ReadonlyMap<string, TokenType> = new Map(PUNCTUATION.map((sign) => [sign, kind(sign)]));
const keywords: ReadonlyMap<Keyword, TokenType> = new Map([...KEYWORDS.keys()].map((word) => [word, kind(word, WORD)]));
const nameable: ReadonlyMap<Keyword, TokenType> = new Map(
  [...keywords].map(([word, plain]) => [word, kind(`${word}~name`, plain, NAME, WORD)]),
);

function required<K>(table: ReadonlyMap<K, TokenType>, key: K): TokenType {
  const found = table.get(key);
  if (found === undefined) throw new Error(`no token kind for ${String(key)}`);
  return found;
}

export const punctuationToken = (sign: Punctuation): TokenType => required(punctuation, sign);
/** `..` and 至 are never names. */
export const keywordToken = (word: Keyword, mayBeName: boolean): TokenType =>
  required(mayBeName && word !== '..' ? nameable : keywords, word);

/** All kinds by name, as the parser wants them. */
export const VOCABULARY: { readonly [name: string]: TokenType } = Object.fromEntries(
  [
    WORD,
    NAME,
    LITERAL,
    STRING,
    BLOCK,
    DATE,
    DURATION,
    PERCENT,
    MONEY,
    NUMBER,
    YEAR,
    DAY_NUMBER,
    MONTH_NUMBER,
    MISSHAPEN,
    ASCENDING,
    SEPARATOR,
    COLON,
    ...punctuation.values(),
    ...keywords.values(),
    ...nameable.values(),
  ].map((type) => [type.name, type]),
);
