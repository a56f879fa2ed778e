/** What lexer and parser could not make sense of, as findings in the field's words: one a mistake, at most 100 a file. */
import type { IRecognitionException, IToken } from 'chevrotain';
import type { Span } from '../model/span.js';
import { endOf, gluedKeyword, guessKeyword, readExpectation } from './expectations.js';
import type { LexicalProblem } from './lexer.js';
import type { Reading } from './lower/reading.js';
import type { PlanParseResult } from './parser.js';
import { MISSHAPEN, NUMBER, YEAR } from './tokens.js';

const MOST = 100;

export function reportSyntax(reading: Reading, { parserErrors, lexerReport }: PlanParseResult): void {
  for (const problem of lexerReport.problems.slice(0, MOST)) reportLexical(reading, problem);
  const rest = Math.max(0, MOST - lexerReport.problems.length);
  const firsts = onePerPlace(parserErrors).slice(0, rest);
  for (const error of firsts) reportUnexpected(reading, error);
  for (const { start, end } of merged(lexerReport.fullWidth)) {
    reading.report('syntax/full-width', { file: reading.file, start, end }, { found: reading.text.slice(start, end) });
  }
}

function reportLexical(reading: Reading, { kind, start, end, opened }: LexicalProblem): void {
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

/** Two errors at one token are one mistake. */
function onePerPlace(errors: readonly IRecognitionException[]): readonly IRecognitionException[] {
  const places = new Set<number>();
  return errors.filter(({ token }) => {
    const place = Number.isNaN(token.startOffset) ? -1 : token.startOffset;
    if (places.has(place)) return false;
    places.add(place);
    return true;
  });
}

function reportUnexpected(reading: Reading, error: IRecognitionException): void {
  const { expected } = readExpectation(error);
  const { token } = error;
  const previous = 'previousToken' in error ? (error.previousToken as IToken | undefined) : undefined;
  const found = isEnd(token) ? '' : token.image;
  const guess = found === '' ? undefined : guessKeyword(found, expected);
  const glued = found === '' ? undefined : gluedKeyword(found, expected);
  const numberAsName =
    expected.includes('NAME') && [NUMBER, YEAR, MISSHAPEN].includes(token.tokenType) && expected.length === 1;
  const before =
    previous !== undefined && !isEnd(previous) && missing(token, previous, expected) ? previous : undefined;
  reading.report('syntax/unexpected', place(reading, token, before), {
    problem: numberAsName ? 'number-as-name' : 'expected',
    found,
    expected,
    ...(guess === undefined || glued !== undefined ? {} : { guess }),
    ...(glued === undefined ? {} : { glued }),
    ...(before === undefined ? {} : { after: before.image }),
  });
}

const isEnd = (token: IToken): boolean => token.tokenType.name === 'EOF' || Number.isNaN(token.startOffset);

/**
 * Whether something is missing behind `previous`, rather than `token` being wrong where it stands. Where the block
 * could have ended, nothing is missing: `token` begins a statement that cannot stand there.
 */
function missing(token: IToken, previous: IToken, expected: readonly string[]): boolean {
  if (expected.includes('}') || expected.includes('EOF')) return false;
  return isEnd(token) || token.startLine !== previous.endLine || token.tokenType.name === '}';
}

/** The culprit: the unexpected token, or the half-typed statement before it where that stops short. */
function place(reading: Reading, token: IToken, before: IToken | undefined): Span {
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
