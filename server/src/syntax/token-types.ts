/**
 * The kinds of tokens that the grammar names, and tokens. A keyword has two kinds: one where it begins a line and so can
 * only be a keyword, and one that also counts as a NAME, since a milestone may be called 竣工 although that is a stage.
 * Tokens and kinds have the properties of Chevrotain's, so that Langium's own parser can be run over them.
 */
import { KEYWORDS, type Keyword } from '../../../grammar/keywords.js';

export interface TokenKind {
  /** A keyword by its English spelling, punctuation, or a kind in capitals. */
  readonly name: string;
  /** The keyword that a token of this kind spells in either language. */
  readonly keyword: Keyword | undefined;
  /** Whether that keyword can be a name where it stands. */
  readonly mayBeName: boolean;
  readonly tokenTypeIdx: number;
  /** The kinds that a token of this kind counts as, too. */
  readonly CATEGORIES: readonly TokenKind[];
}

export interface Token {
  readonly image: string;
  readonly startOffset: number;
  /** Of its last character. */
  readonly endOffset: number;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn: number;
  readonly endColumn: number;
  readonly tokenType: TokenKind;
  readonly tokenTypeIdx: number;
  /** What it says, where it is written otherwise than it is spelled. */
  readonly payload?: string;
  /** It is not in the text. */
  readonly isInsertedInRecovery?: true;
}

const made: TokenKind[] = [];

function kind(name: string, ...categories: TokenKind[]): TokenKind {
  return keywordKind(name, undefined, false, categories);
}

function keywordKind(
  name: string,
  keyword: Keyword | undefined,
  mayBeName: boolean,
  CATEGORIES: readonly TokenKind[],
): TokenKind {
  const kind = { name, keyword, mayBeName, tokenTypeIdx: made.length + 1, CATEGORIES };
  made.push(kind);
  return kind;
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

const punctuation: ReadonlyMap<string, TokenKind> = new Map(PUNCTUATION.map((sign) => [sign, kind(sign)]));
const keywords: ReadonlyMap<Keyword, TokenKind> = new Map(
  [...KEYWORDS.keys()].map((word) => [word, keywordKind(word, word, false, [WORD])]),
);
/** `..` and 至 are never names. */
const nameable: ReadonlyMap<Keyword, TokenKind> = new Map(
  [...keywords]
    .filter(([word]) => word !== '..')
    .map(([word, plain]) => [word, keywordKind(word, word, true, [plain, NAME, WORD])]),
);

function required<K>(table: ReadonlyMap<K, TokenKind>, key: K): TokenKind {
  const found = table.get(key);
  if (found === undefined) throw new Error(`no token kind for ${String(key)}`);
  return found;
}

export const punctuationToken = (sign: Punctuation): TokenKind => required(punctuation, sign);
export const keywordToken = (word: Keyword, mayBeName: boolean): TokenKind =>
  required(mayBeName && word !== '..' ? nameable : keywords, word);

/** All kinds, as the parser wants them. */
export const TOKEN_KINDS: readonly TokenKind[] = made;

/** The keyword that a token can only be, where it can be no name. */
export function onlyKeyword({ tokenType }: Token): Keyword | undefined {
  return tokenType.mayBeName ? undefined : tokenType.keyword;
}
