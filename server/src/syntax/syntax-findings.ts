/** What lexer and parser could not make sense of, as findings in the field's words: one a mistake, at most 100 a file. */
import type { IToken } from 'chevrotain';
import type { Span } from '../model/span.js';
import { gluedKeyword, guessKeyword } from './guesses.js';
import type { LexicalProblem } from './lexer.js';
import type { Reading } from './lower/reading.js';
import type { PlanParseResult } from './parser.js';
import type { Mistake } from './parsing/run.js';
import { EOF } from './tokens.js';

const MOST = 100;

export function reportSyntax(reading: Reading, { mistakes, lexerReport }: PlanParseResult): void {
  const problems = lexerReport.problems.slice(0, MOST);
  for (const problem of problems) reportLexical(reading, problem);
  for (const mistake of ownMistakes(mistakes, lexerReport.problems, reading.text).slice(0, MOST - problems.length)) {
    reportMistake(reading, mistake);
  }
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

/**
 * What is not a consequence of something reported already: of two mistakes at one place the first, and none right
 * behind characters that mean nothing (`# text` is one mistake).
 */
function ownMistakes(
  mistakes: readonly Mistake[],
  problems: readonly LexicalProblem[],
  text: string,
): readonly Mistake[] {
  const meaningless = problems.filter(({ kind }) => kind === 'character');
  let last = -1;
  let next = 0;
  return mistakes.filter(({ token }) => {
    const place = token.startOffset;
    if (place === last) return false;
    last = place;
    while ((meaningless[next]?.end ?? Number.POSITIVE_INFINITY) <= place) next++;
    const before = meaningless[next - 1];
    return before === undefined || !/^[ \t]*$/.test(text.slice(before.end, place));
  });
}

function reportMistake(reading: Reading, { problem, token, previous, expected }: Mistake): void {
  const found = token.image;
  if (problem === 'nesting') {
    reading.report('syntax/unexpected', place(reading, token, undefined), { problem, found, expected: [] });
    return;
  }
  const glued = found === '' ? undefined : gluedKeyword(found, expected);
  const guess = found === '' || glued !== undefined ? undefined : guessKeyword(found, expected);
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

const isEnd = (token: IToken): boolean => token.tokenType === EOF;

const endOf = (token: IToken): number => (token.endOffset ?? token.startOffset) + 1;

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
