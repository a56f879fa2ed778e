/** What lexer and parser could not make sense of, as findings in the field's words: one a mistake, at most 100 a file. */
import type { Span } from '../model/span.js';
import { declarationWords } from './grammar/blocks.js';
import { gluedKeyword, guessKeyword, synonymOf } from './keyword-guesses.js';
import type { LexicalProblem } from './lexer.js';
import type { ValueReader } from './lower/value-reader.js';
import type { PlanParseResult } from './parser.js';
import type { ParseError } from './parsing/parser-run.js';
import { EOF, type Token } from './token-types.js';
import { nodesIn } from './tree.js';

/** So many mistakes are told in one file. */
export const MOST = 100;

export function reportSyntax(reading: ValueReader, parsed: PlanParseResult): void {
  const { mistakes, lexerReport } = parsed;
  const problems = ownProblems(lexerReport.problems, reading.text).slice(0, MOST);
  for (const problem of problems) reportLexical(reading, problem);
  const own = ownMistakes(mistakes, lexerReport.problems, reading.text).slice(0, MOST - problems.length);
  for (const mistake of own) reportMistake(reading, mistake);
  // What is told for another reason is not told to be of full width as well.
  const wrong = new Set([
    ...own.map(({ token }) => token.startOffset),
    ...[...parsed.superfluous, ...parsed.commas, ...lexerReport.respellings].map(({ start }) => start),
  ]);
  const wide = merged(lexerReport.fullWidth);
  const quoteLines = linesWithOddQuotes(lexerReport.problems, reading.text);
  const lines =
    quoteLines.size === 0
      ? []
      : lineStarts(
          reading.text,
          wide.map(({ start }) => start),
        );
  for (const [index, { start, end }] of wide.entries()) {
    // Most likely in a text, whose quotes do not pair.
    if (quoteLines.has(lines[index] ?? -1)) continue;
    // What cannot stand there at all is not read as anything.
    if (wrong.has(start)) continue;
    reading.report('syntax/full-width', { file: reading.file, start, end }, { found: reading.text.slice(start, end) });
  }
  reportSpellings(reading, parsed);
}

/** What was read although it is spelled otherwise, and signs that say nothing. */
function reportSpellings(reading: ValueReader, { value, superfluous, commas, lexerReport }: PlanParseResult): void {
  const { file, text } = reading;
  const quoteLines = linesWithOddQuotes(lexerReport.problems, text);
  for (const { start, end } of superfluous) {
    reading.report('syntax/superfluous', { file, start, end }, { found: text.slice(start, end) });
  }
  for (const { start, end } of lexerReport.invisible) {
    reading.report('syntax/superfluous', { file, start, end }, { found: codePoint(text, start), invisible: true });
  }
  for (const { start, end } of commas) {
    reading.report('value/spelling', { file, start, end }, { found: text.slice(start, end), spelling: ',' });
  }
  const { respellings } = lexerReport;
  if (respellings.length === 0) return;
  const names = new Set<number>();
  for (const node of nodesIn(value)) if (node.$type === 'Name') names.add(node.$start);
  const starts = respellings.map(({ start }) => start);
  const lines = quoteLines.size === 0 ? [] : lineStarts(text, starts);
  for (const [index, { start, end, spelling }] of respellings.entries()) {
    if (quoteLines.has(lines[index] ?? -1)) continue;
    // A word that is used as a name is meant as it is written.
    if (names.has(start) && /^[\p{L}_]/u.test(text.slice(start, end))) continue;
    reading.report('value/spelling', { file, start, end }, { found: text.slice(start, end), spelling });
  }
}

function codePoint(text: string, at: number): string {
  return `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function reportLexical(reading: ValueReader, { kind, start, end, opened }: LexicalProblem): void {
  const { file, text } = reading;
  const found = text.slice(start, Math.min(end, start + 40));
  const related =
    opened === undefined
      ? {}
      : {
          related: [{ at: { file, ...opened }, message: { en: 'The block is opened here', zh: '代码块从这里开始' } }],
        };
  reading.report('syntax/unexpected', { file, start, end }, { problem: kind, found, expected: [] }, related);
}

/** Signs that people put around something; the second of a pair says nothing new. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['［', '］'],
  ['【', '】'],
  ['《', '》'],
  ['〈', '〉'],
  ['〔', '〕'],
  ['‘', '’'],
  ["'", "'"],
]);

const UNCLOSED: ReadonlySet<string> = new Set(['unclosed-string', 'unclosed-text', 'unclosed-name', 'mixed-quotes']);

function ownProblems(problems: readonly LexicalProblem[], text: string): readonly LexicalProblem[] {
  let opened: { readonly close: string; readonly end: number } | undefined;
  return problems.filter(({ kind, start, end }) => {
    if (kind !== 'character') return true;
    const sign = text.charAt(start);
    if (opened !== undefined && sign === opened.close && !text.slice(opened.end, start).includes('\n')) {
      opened = undefined;
      return false;
    }
    const close = PAIRS.get(sign);
    opened = close === undefined ? undefined : { close, end };
    return true;
  });
}

/**
 * What is not a consequence of something reported already: of two mistakes at one place the first, and none right
 * behind characters that mean nothing (`# text` is one mistake).
 */
function ownMistakes(
  mistakes: readonly ParseError[],
  problems: readonly LexicalProblem[],
  text: string,
): readonly ParseError[] {
  const meaningless = problems.filter(({ kind }) => kind === 'character');
  const unclosed = new Set(problems.filter(({ kind }) => UNCLOSED.has(kind)).map(({ start }) => start));
  // A quote too many or too few leaves nothing on its line as it was meant.
  const quoteLines = linesWithOddQuotes(problems, text);
  const lines =
    quoteLines.size === 0
      ? []
      : lineStarts(
          text,
          mistakes.map(({ token, previous }) =>
            previous === undefined || token.startLine === previous.endLine ? token.startOffset : endOf(previous),
          ),
        );
  let last = -1;
  let next = 0;
  return mistakes.filter(({ token }, index) => {
    const place = token.startOffset;
    if (place === last || unclosed.has(place) || quoteLines.has(lines[index] ?? -1)) return false;
    last = place;
    while ((meaningless[next]?.end ?? Number.POSITIVE_INFINITY) <= place) next++;
    const before = meaningless[next - 1];
    return before === undefined || !/^[ \t]*$/.test(text.slice(before.end, place));
  });
}

/** Where the lines begin on which a quote opens or closes nothing. */
function linesWithOddQuotes(problems: readonly LexicalProblem[], text: string): ReadonlySet<number> {
  const odd = problems.filter(({ kind }) => kind === 'unclosed-string' || kind === 'unopened-string');
  if (odd.length === 0) return NO_LINES;
  const starts = odd.map(({ start }) => start);
  const ends = odd.map(({ end }) => end);
  return new Set([...lineStarts(text, starts), ...lineStarts(text, ends)]);
}

/** Whether a place is on such a line; undefined where there is none. */
export function onLinesWithOddQuotes(
  problems: readonly LexicalProblem[],
  text: string,
): ((place: number) => boolean) | undefined {
  const lines = linesWithOddQuotes(problems, text);
  return lines.size === 0 ? undefined : (place) => lines.has(text.lastIndexOf('\n', place - 1) + 1);
}

const NO_LINES: ReadonlySet<number> = new Set();

/** Where the lines begin that hold `places`, which are in the order of the text. */
function lineStarts(text: string, places: readonly number[]): readonly number[] {
  let start = 0;
  let feed = text.indexOf('\n');
  return places.map((place) => {
    while (feed !== -1 && feed < place) {
      start = feed + 1;
      feed = text.indexOf('\n', start);
    }
    return start;
  });
}

function reportMistake(reading: ValueReader, { problem, token, previous, expected }: ParseError): void {
  const found = token.image;
  if (problem !== 'expected') {
    const after = problem === 'missing-block' && previous !== undefined ? { after: previous.image } : {};
    reading.report('syntax/unexpected', place(reading, token, undefined), { problem, found, expected: [], ...after });
    return;
  }
  const { keyword } = token.tokenType;
  if (keyword !== undefined && expected.includes('}') && declarationWords().has(keyword)) {
    reading.report('syntax/unexpected', place(reading, token, undefined), { problem: 'inside', found, expected: [] });
    return;
  }
  const joined = previous !== undefined && expected.includes('and') ? /^.+([且或]).+$/.exec(previous.image) : null;
  if (previous !== undefined && joined !== null && previous.tokenType.name === 'NAME') {
    const at = { file: reading.file, start: previous.startOffset, end: endOf(previous) };
    const sign = joined[1] ?? '';
    reading.report('syntax/unexpected', at, { problem: 'joined', found: previous.image, after: sign, expected: [] });
    return;
  }
  const synonym = synonymOf(found, expected);
  const glued = found === '' || synonym !== undefined ? undefined : gluedKeyword(found, expected);
  const guess = synonym ?? (found === '' || glued !== undefined ? undefined : guessKeyword(found, expected));
  const before = previous !== undefined && missing(token, previous, expected) ? previous : undefined;
  reading.report('syntax/unexpected', place(reading, token, before), {
    problem,
    found,
    expected,
    ...(guess === undefined ? {} : { guess }),
    ...(glued === undefined ? {} : { glued }),
    ...(before === undefined ? {} : { after: before.image }),
  });
}

const isEnd = (token: Token): boolean => token.tokenType === EOF;

const endOf = (token: Token): number => token.endOffset + 1;

/**
 * Whether something is missing behind `previous`, rather than `token` being wrong where it stands. Where the block
 * could have ended, nothing is missing: `token` begins a statement that cannot stand there.
 */
function missing(token: Token, previous: Token, expected: readonly string[]): boolean {
  if (expected.includes('}') || expected.includes('EOF')) return false;
  return isEnd(token) || token.startLine !== previous.endLine || token.tokenType.name === '}';
}

/** The culprit: the unexpected token, or the half-typed statement before it where that stops short. */
function place(reading: ValueReader, token: Token, before: Token | undefined): Span {
  const { file, text } = reading;
  if (before !== undefined) return { file, start: before.startOffset, end: endOf(before) };
  if (isEnd(token)) return { file, start: Math.max(0, text.length - 1), end: text.length };
  return { file, start: token.startOffset, end: endOf(token) };
}

/** Neighbouring places as one. */
function merged(places: readonly { readonly start: number; readonly end: number }[]) {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of places) {
    const last = runs.at(-1);
    if (last !== undefined && last.end === start) last.end = end;
    else runs.push({ start, end });
  }
  return runs;
}
