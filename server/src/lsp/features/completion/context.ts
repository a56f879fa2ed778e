/**
 * Where completion stands: the statement up to the cursor with the headers of the blocks around it, and what can follow.
 * Everything else in the file is left out, so that a mistake elsewhere costs nothing here.
 */

import type { Ref } from '../../../model/facts.js';
import { FollowAutomaton, type FollowToken } from '../../../syntax/follow-automaton.js';
import { PlanLexer } from '../../../syntax/lexer.js';
import { readPlan } from '../../../syntax/read-plan.js';
import { keywordToken, type Token } from '../../../syntax/token-types.js';

export interface CompletionContext {
  readonly following: readonly FollowToken[];
  /** The word under the cursor: as far as it is typed, and where what stands of it behind the cursor ends. */
  readonly word: { readonly start: number; readonly text: string; readonly end: number };
  /** The word begins its line. */
  readonly begins: boolean;
  /** The statement may end before that word. */
  readonly whole: boolean;
  /** The tokens of the statement before that word. */
  readonly statement: readonly Token[];
  /** The names of what is declared around the cursor, the outermost first. */
  readonly inside: readonly string[];
  /** The reference that a name at the cursor would be part of, its last segment standing for that name. */
  readonly ref: () => Ref | undefined;
}

let follow: FollowAutomaton | undefined;

/** The name put in the place of what is not typed yet. */
const PLACEHOLDER = 'PlanwrightCursor';
/** In texts beyond this, only what follows the last unindented line before the cursor is looked at. */
const LONG = 400_000;

/** Undefined inside comments and strings. */
export function contextAt(text: string, cursor: number): CompletionContext | undefined {
  follow ??= new FollowAutomaton();
  const from = cursor > LONG ? lastUnindented(text, cursor) : 0;
  const { tokens: all, report } = new PlanLexer().tokenize(text.slice(from, cursor), { mode: 'partial' });
  const end = cursor - from;
  if (
    report.comments.some((comment) => comment.end >= end && (comment.kind === 'line' || !closed(text, from, comment)))
  ) {
    return undefined;
  }
  const tokens = [...all];
  const last = tokens.at(-1);
  let start = end;
  if (last !== undefined && endOf(last) === end) {
    const kind = last.tokenType.name;
    if ((kind === 'STRING' || kind === 'BLOCK') && !isClosed(last.image)) return undefined;
    if (isWord(last)) start = last.startOffset;
  }
  // What is half typed may be several tokens: `2026-` is a year and a sign.
  start = Math.min(start, wordStart(text.slice(from, cursor)));
  while ((tokens.at(-1)?.startOffset ?? -1) >= start) tokens.pop();
  const typed = text.slice(from + start, cursor);
  const word = { start: from + start, text: typed, end: typed === '' ? cursor : wordEnd(text, cursor, typed) };
  const { headers, statement } = enclosing(tokens);
  const inside = headers.flatMap(([, name]) => (name?.tokenType.name === '{' ? [] : unquoted(name?.image ?? '')));
  for (let skip = 0; skip <= statement.length; skip++) {
    // A statement that is not one up to here: what can follow is told from its last part that is.
    if (skip > 0 && skip < statement.length && !isKeyword(statement[skip])) continue;
    const rest = statement.slice(skip);
    const before = [...headers.flat(), ...rest];
    const following = inCondition(follow.after(before) ?? follow.after(asReviews(before)), rest.at(-1));
    if (following.length === 0) continue;
    // At the start of a line a new statement may be meant although the one above lacks something.
    const begins = beginsLine(text, word.start);
    const whole = following.some(({ member }) => member.length === 0);
    const more = begins && !whole ? (follow.after(headers.flat()) ?? []) : [];
    return {
      following: [...following, ...more],
      begins,
      whole: whole && rest.length > 0,
      word,
      statement: rest,
      inside,
      ref: () => refAt(text, from, headers, rest),
    };
  }
  return undefined;
}

/** The letters, digits and signs before the end of a text that are one word, or one value. */
function wordStart(before: string): number {
  return before.length - (WORD_BEFORE.exec(before.slice(-100))?.[0].length ?? 0);
}

/** A date, a number with its unit, or a name. */
const WORD_BEFORE = /(?:(?<![\p{L}\p{N}_-])(?:\d{4}[./-][\d./-]*|\d[\d,]*\.\d*[\p{L}%]*)|[\p{L}\p{N}_-]+%?)$/u;

function wordEnd(text: string, cursor: number, typed: string): number {
  const behind = text.slice(cursor, cursor + 200);
  const rest = typed.startsWith('`')
    ? /^[^`\n]*`/.exec(behind)
    : /^(?:[\p{L}\p{N}_%]|-(?=[\p{L}\p{N}])|[./](?=\d))+/u.exec(behind);
  return cursor + (rest?.[0].length ?? 0);
}

function unquoted(name: string): string {
  return name.replaceAll('`', '');
}

/** What 述职 says is told by what stands behind it: at the end of a text it may be either. */
function asReviews(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.at(-1);
  return last?.tokenType.keyword === 'review' && last.image === '述职'
    ? [...tokens.slice(0, -1), { ...last, tokenType: keywordToken('reviews', false) }]
    : tokens;
}

/** Behind a word of conditions what can follow that word, not what could follow a field that is called so. */
function inCondition(following: readonly FollowToken[] | undefined, last: Token | undefined): readonly FollowToken[] {
  const keyword = last?.tokenType.keyword;
  const asWord = (following ?? []).filter(
    ({ member, path }) => member.at(-1) === keyword && path.some((step) => /^(?:Not|Unary|Primary)\./.test(step)),
  );
  return keyword !== undefined && asWord.length > 0 ? asWord : (following ?? []);
}

/** The statements that opened the blocks around the end of `tokens`, and the one that is being typed. */
function enclosing(tokens: readonly Token[]): {
  headers: readonly (readonly Token[])[];
  statement: readonly Token[];
} {
  const open: number[] = [];
  tokens.forEach((token, index) => {
    if (token.tokenType.name === '{') open.push(index);
    else if (token.tokenType.name === '}') open.pop();
  });
  const headers = open.map((brace) => tokens.slice(statementStart(tokens, brace), brace + 1));
  return { headers, statement: tokens.slice(statementStart(tokens, tokens.length)) };
}

/** Where the statement begins that `end` is behind: after a brace, or at a keyword that begins a line. */
function statementStart(tokens: readonly Token[], end: number): number {
  for (let index = end - 1; index >= 0; index--) {
    const token = tokens[index];
    const name = token?.tokenType.name;
    if (name === '{' || name === '}') return index + 1;
    const firstOnLine = tokens[index - 1]?.endLine !== token?.startLine;
    if (token !== undefined && firstOnLine && isKeyword(token) && !token.tokenType.mayBeName) return index;
  }
  return 0;
}

function beginsLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
}

function isKeyword(token: Token | undefined): boolean {
  const keyword = token?.tokenType.keyword;
  return keyword !== undefined && keyword !== '..';
}

const WORDS: ReadonlySet<string> = new Set([
  'NAME',
  'MISSHAPEN',
  'DATE',
  'YEAR',
  'NUMBER',
  'MONEY',
  'DURATION',
  'PERCENT',
]);

function isWord(token: Token): boolean {
  const name = token.tokenType.name;
  if (name === 'NAME' && token.image.startsWith('`')) return !(token.image.length > 1 && token.image.endsWith('`'));
  return WORDS.has(name) || isKeyword(token);
}

const endOf = (token: Token): number => token.endOffset + 1;

function isClosed(image: string): boolean {
  if (image.startsWith('"""')) return image.length >= 6 && image.endsWith('"""');
  return image.length > 1 && '"”」'.includes(image.at(-1) ?? ' ');
}

function closed(text: string, from: number, comment: { readonly start: number; readonly end: number }): boolean {
  const image = text.slice(from + comment.start, from + comment.end);
  return image.length >= 4 && image.endsWith('*/');
}

function lastUnindented(text: string, cursor: number): number {
  for (let line = text.lastIndexOf('\n', cursor - 1); line > 0; line = text.lastIndexOf('\n', line - 1)) {
    if (/[^\s}/*]/.test(text.charAt(line + 1)) && line + 1 < cursor) return line + 1;
  }
  return 0;
}

/** Reads the statement with a name in the cursor's place, and answers the reference that this name is part of. */
function refAt(
  text: string,
  from: number,
  headers: readonly (readonly Token[])[],
  statement: readonly Token[],
): Ref | undefined {
  const parts = [...headers, statement].map((tokens) => {
    const [first, last] = [tokens[0], tokens.at(-1)];
    return first === undefined || last === undefined ? '' : text.slice(from + first.startOffset, from + endOf(last));
  });
  const glue = statement.at(-1)?.tokenType.name === '.' ? '' : ' ';
  const { refs } = readPlan('', `${parts.join('\n')}${glue}${PLACEHOLDER}`);
  return refs.find(({ segments }) => segments.at(-1)?.text === PLACEHOLDER);
}
