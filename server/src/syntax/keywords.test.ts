/** The keyword table held against the grammar, and keywords as tokens. */
import { describe, expect, it } from 'vitest';
import { KEYWORDS, keywordOf, spelling } from '../../../grammar/keywords.js';
import { exponent, seconds } from '../../../test/growth.js';
import { RULES } from './generated/rules.js';
import type { Part } from './grammar/rules.js';
import { PlanLexer } from './lexer.js';
import { TOKEN_KINDS } from './token-types.js';

/** Kinds of token in the grammar, those in capitals the terminals. */
function kindsIn(part: Part): readonly string[] {
  if (part.is === 'token') return part.kinds;
  if (part.is === 'sequence') return part.parts.flatMap(kindsIn);
  return part.is === 'choice' ? part.options.flatMap(kindsIn) : [];
}

const kinds = new Set(RULES.flatMap(({ body }) => kindsIn(body)));
const isTerminal = (kind: string): boolean => /^[A-Z]{4,}$/.test(kind);
const inGrammar: ReadonlySet<string> = new Set([...kinds].filter((kind) => !isTerminal(kind)));
/** `..` is a keyword: 至 in Chinese. */
const PUNCTUATION = [...inGrammar].filter((word) => !/\p{L}|^\.\.$/u.test(word));
const punctuation: ReadonlySet<string> = new Set(PUNCTUATION);

/** 述职 and 于 spell two keywords each, which their neighbours tell apart; all others have a spelling of their own. */
const OWN = [...KEYWORDS.values()].filter(({ en }) => en !== 'reviews' && en !== 'at');

describe('the keyword table', () => {
  it('has one counterpart for each spelling', () => {
    const spellings = OWN.flatMap(({ en, zh }) => (en === zh ? [en] : [en, zh]));
    expect(new Set(spellings).size).toBe(spellings.length);
    for (const { en, zh } of OWN) {
      expect([keywordOf(en), keywordOf(zh), spelling(en, 'en'), spelling(en, 'zh')]).toEqual([en, en, en, zh]);
    }
  });

  it('has every keyword of the grammar, and the grammar every keyword of the table', () => {
    expect([...inGrammar].filter((word) => !punctuation.has(word) && !KEYWORDS.has(keywordOf(word) ?? '..'))).toEqual(
      [],
    );
    expect([...inGrammar].filter((word) => !punctuation.has(word) && keywordOf(word) !== word)).toEqual([]);
    expect([...KEYWORDS.keys()].filter((word) => !inGrammar.has(word))).toEqual([]);
  });

  it.each(OWN.flatMap(({ en, zh }) => [[en, en] as const, [zh, en] as const]))(
    'the lexer reads %s as %s',
    (word, keyword) => {
      const { tokens, report } = new PlanLexer().tokenize(word);
      expect(tokens.map(({ tokenType }) => tokenType.name)).toEqual([keyword]);
      expect(report.problems).toEqual([]);
    },
  );
});

describe('the punctuation', () => {
  it('is known to the parser, each sign that the grammar has', () => {
    const kinds = new Set(TOKEN_KINDS.map(({ name }) => name));
    expect(PUNCTUATION.filter((sign) => !kinds.has(sign))).toEqual([]);
    expect(PUNCTUATION.length).toBeGreaterThan(10);
  });

  it.each(PUNCTUATION)('the lexer reads %s', (sign) => {
    const text = sign === '}' ? '{}' : sign === ')' ? '()' : sign;
    expect(new PlanLexer().tokenize(text, { mode: 'partial' }).tokens.at(-1)?.tokenType.name).toBe(sign);
  });
});

describe('the token kinds', () => {
  it('are those that the grammar calls terminals', () => {
    const known = new Set(TOKEN_KINDS.map(({ name }) => name));
    expect([...kinds].filter((kind) => isTerminal(kind) && !known.has(kind))).toEqual([]);
  });
});

describe('lexing', () => {
  const LINE =
    '  milestone 竣工 "竣工验收" due 2026-12-20 { after 封顶 FS +10d  weight 12.5%  owner 李四 }  投资 3.5亿元\n';

  /** The least that reading a text can cost: looking at each character and keeping each word. */
  const words = (text: string): number => {
    let found = 0;
    for (const word of text.matchAll(/[\p{L}\d]+/gu)) found += word[0].length;
    return found;
  };

  it('costs a small multiple of finding the words with a regular expression', () => {
    const text = LINE.repeat(2_000);
    const lexer = new PlanLexer();
    const least = { words: Number.POSITIVE_INFINITY, tokens: Number.POSITIVE_INFINITY };
    // In turns, so that a busy moment falls on both.
    for (let turn = 0; turn < 8; turn++) {
      least.words = Math.min(
        least.words,
        seconds(() => words(text)),
      );
      least.tokens = Math.min(
        least.tokens,
        seconds(() => lexer.tokenize(text)),
      );
    }
    // It is some six times; without the hint for first characters it was well over a hundred.
    expect(least.tokens / least.words).toBeLessThan(30);
  });

  it.each([
    ['lines', (n: number) => LINE.repeat(n)],
    ['one line', (n: number) => LINE.replace('\n', ' ').repeat(n)],
    ['a late full-width sign', (n: number) => `${LINE.repeat(n)}// ，\n`],
    ['unclosed comments', (n: number) => '/* x\n'.repeat(2 * n)],
    ['conflict markers', (n: number) => '=======\n<<<<<<< a\n'.repeat(2 * n)],
    ['closing braces', (n: number) => '}\n'.repeat(2 * n)],
    ['opening braces', (n: number) => '{ '.repeat(2 * n)],
    ['members outside', (n: number) => 'x { }\nunit U }\n'.repeat(n)],
    ['half-open projects', (n: number) => 'project P {\n task T {\n'.repeat(n)],
    ['quotes', (n: number) => '"'.repeat(4 * n)],
    ['long texts', (n: number) => '"""\n'.repeat(2 * n + 1)],
    ['characters without meaning', (n: number) => '# '.repeat(4 * n)],
  ])('grows with the length of the text and not with its square: %s', (_, make) => {
    const lexer = new PlanLexer();
    expect(exponent(make, (text) => void lexer.tokenize(text), { from: 500, to: 8_000 })).toBeLessThan(1.7);
  });
});
