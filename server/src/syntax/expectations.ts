/**
 * What the parser expected, kept as data until a rule puts it into words: Chevrotain hands over messages, so the
 * expectation travels in one as JSON and is taken out again by `readExpectation`.
 */
import type { IRecognitionException, IToken, TokenType } from 'chevrotain';
import { AbstractParserErrorMessageProvider, type Grammar, GrammarAST } from 'langium';
import { KEYWORDS, type Keyword, keywordOf, spelling } from '../../../grammar/keywords.js';

export interface Expectation {
  /** Keywords by their English spelling, punctuation, or token kinds in capitals. */
  readonly expected: readonly string[];
}

/** The block of a rule → the rule that its members follow, where that is not the rule's name with `Member`. */
const MEMBERS_OF: ReadonlyMap<string, string> = new Map([
  ['PlanFile', 'Declaration'],
  ['InvestmentMember', 'InvestmentNode'],
  ['PolicyMember', 'LightRule'],
  ['Expect', 'ExpectRow'],
]);

export class ExpectationProvider extends AbstractParserErrorMessageProvider {
  readonly #grammar: () => Grammar;

  constructor(grammar: () => Grammar) {
    super();
    this.#grammar = grammar;
  }

  override buildMismatchTokenMessage({ expected, ruleName }: { expected: TokenType; ruleName: string }): string {
    const ends = expected.name === '}' || expected.name === 'EOF';
    return write([...(ends ? this.#members(ruleName) : []), expected.name]);
  }

  override buildNotAllInputParsedMessage({ ruleName }: { ruleName: string }): string {
    return write(this.#members(ruleName));
  }

  override buildNoViableAltMessage({ expectedPathsPerAlt }: { expectedPathsPerAlt: TokenType[][][] }): string {
    return write(expectedPathsPerAlt.flatMap((paths) => paths.map((path) => path[0]?.name ?? '')));
  }

  override buildEarlyExitMessage({ expectedIterationPaths }: { expectedIterationPaths: TokenType[][] }): string {
    return write(expectedIterationPaths.map((path) => path[0]?.name ?? ''));
  }

  #members(ruleName: string): string[] {
    const rule = ruleName.replace('\u200B', '');
    return [...firstWords(this.#grammar(), MEMBERS_OF.get(rule) ?? `${rule}Member`)];
  }
}

function write(expected: readonly string[]): string {
  const names = expected.filter((name) => name !== '').map((name) => name.replace(/~name$/, ''));
  return JSON.stringify({ expected: [...new Set(names)] } satisfies Expectation);
}

export function readExpectation(error: IRecognitionException): Expectation {
  try {
    const read: unknown = JSON.parse(error.message);
    if (typeof read === 'object' && read !== null && 'expected' in read && Array.isArray(read.expected)) {
      return { expected: read.expected.filter((name) => typeof name === 'string') };
    }
  } catch {
    // Not one of ours: nothing is known about what was expected.
  }
  return { expected: [] };
}

/** The keywords that what `ruleName` describes can begin with, in the order of the grammar. */
export function firstWords(grammar: Grammar, ruleName: string): ReadonlySet<string> {
  const words = new Set<string>();
  const rules = new Map(grammar.rules.map((rule) => [rule.name, rule]));
  const visit = (element: GrammarAST.AbstractElement): boolean => {
    if (GrammarAST.isKeyword(element)) words.add(element.value);
    else if (GrammarAST.isAlternatives(element)) element.elements.forEach(visit);
    else if (GrammarAST.isGroup(element)) element.elements.some(visit);
    else if (GrammarAST.isAssignment(element)) visit(element.terminal);
    else if (GrammarAST.isRuleCall(element)) {
      const rule = rules.get(element.rule.$refText);
      if (GrammarAST.isParserRule(rule)) visit(rule.definition);
      else words.add(element.rule.$refText);
    } else return false;
    return element.cardinality !== '?' && element.cardinality !== '*';
  };
  const rule = rules.get(ruleName);
  if (GrammarAST.isParserRule(rule)) visit(rule.definition);
  return words;
}

/** The keyword among `expected` that `word` is most likely a mistyping of, if one is near enough. */
export function guessKeyword(word: string, expected: readonly string[]): Keyword | undefined {
  let best: Keyword | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  const lower = word.toLowerCase();
  for (const name of expected) {
    const keyword = keywordOf(name);
    if (keyword === undefined) continue;
    for (const lang of ['en', 'zh'] as const) {
      const spelled = spelling(keyword, lang);
      const allowed = lang === 'en' ? Math.max(1, Math.floor(spelled.length / 3)) : Math.floor(spelled.length / 2);
      const distance = editDistance(lower, spelled.toLowerCase(), allowed);
      if (distance <= allowed && distance < bestDistance) [best, bestDistance] = [keyword, distance];
    }
  }
  return best;
}

/** A keyword that begins `word`, with what is glued to it: 责任人李四. */
export function gluedKeyword(
  word: string,
  expected: readonly string[],
): { keyword: Keyword; rest: string } | undefined {
  let found: { keyword: Keyword; rest: string } | undefined;
  for (const { en, zh } of KEYWORDS.values()) {
    if (!expected.includes(en) || !word.startsWith(zh) || word.length === zh.length || zh === en) continue;
    const rest = word.slice(zh.length);
    if (found === undefined || rest.length < found.rest.length) found = { keyword: en, rest };
  }
  return found;
}

/** Levenshtein's distance with neighbours swapped counting once, given up beyond `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? limit + 1;
}

/** The last character before `token` that is not blank. */
export function endOf(token: IToken): number {
  return (token.endOffset ?? token.startOffset) + 1;
}
