/** One pass over one text: the work of the lexer. */
import type { IToken, TokenType } from 'chevrotain';
import { keywordOf } from '../../../grammar/keywords.js';
import { BraceMatcher } from './brace-matching.js';
import { mayBeName } from './keyword-or-name.js';
import { isLetter, isNamePart } from './letters.js';
import type { Comment, LexicalProblem, LexicalProblemKind, PlanLexerResult } from './lexer.js';
import { matchNumeric } from './numerals.js';
import { sourceToHalfWidth } from './source-half-width.js';
import { BLOCK, keywordToken, NAME, type Punctuation, punctuationToken, STRING } from './token-types.js';
import { endOfUnclosed } from './unclosed-literals.js';

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['「', '」'],
  // Typed the wrong way round; a single one has no meaning.
  ['”', '“'],
]);
const TWO_CHARACTERS: ReadonlySet<string> = new Set(['!=', '<=', '>=', '~=']);
const ONE_CHARACTER: ReadonlySet<string> = new Set(['{', '}', '(', ')', ',', '.', '+', '-', '*', '/', '=', '<', '>']);
const TO = '至'.charCodeAt(0);
const APPROXIMATELY = '约'.charCodeAt(0);
const TILDE = '~'.charCodeAt(0);
const LEAD = /^(?:FS|SS|FF|SF)-\d/;
const MARKERS: ReadonlySet<number> = new Set([...'<|=>'].map((sign) => sign.charCodeAt(0)));
const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)/;

export class Scanner {
  readonly #text: string;
  readonly #plain: string;
  readonly #partial: boolean;
  readonly #tokens: IToken[] = [];
  readonly #comments: Comment[] = [];
  readonly #problems: LexicalProblem[] = [];
  readonly #fullWidth: { start: number; end: number }[] = [];
  readonly #braces: BraceMatcher;
  #offset = 0;
  #line = 1;
  #lineStart = 0;
  #firstOnLine = true;
  #lastKind = '';
  #lineEndAt = -1;
  /** Closing quotes that are known to be missing → the end of the line where they are. */
  readonly #lacking = new Map<string, number>();
  /** Whether the rest of the text was searched in vain for the end of a comment or of a conflict. */
  #noCommentEnd = false;
  #noConflictEnd = false;
  /** Whether our side of a conflict is being read. */
  #inConflict = false;
  /** Whether something that is not closed runs to the end of the text. */
  #runsOut = false;
  /** Whether the long texts of the file do not pair; counted when the first is met. */
  #oddTexts: boolean | undefined;

  constructor(text: string, partial: boolean) {
    this.#text = text;
    this.#plain = sourceToHalfWidth(text);
    this.#partial = partial;
    this.#braces = new BraceMatcher(this.#tokens, this.#problems);
  }

  run(): PlanLexerResult {
    if (this.#text.charCodeAt(0) === 0xfeff) this.#offset = 1;
    while (this.#offset < this.#plain.length) this.#next();
    if (!this.#partial) this.#braces.end(this.#text.trimEnd().length, this.#runsOut);
    return {
      tokens: this.#tokens,
      report: {
        comments: this.#comments,
        problems: this.#problems,
        fullWidth: this.#fullWidth,
      },
    };
  }

  #next(): void {
    const plain = this.#plain;
    const start = this.#offset;
    const code = plain.charCodeAt(start);
    if (code === 10) {
      this.#offset++;
      this.#newLine(this.#offset);
      return;
    }
    if (code === 32 || code === 9 || code === 13 || code === 0xa0) {
      this.#offset++;
      return;
    }
    if (start === this.#lineStart && MARKERS.has(code) && CONFLICT.test(plain.slice(start, start + 8))) {
      this.#conflict(start);
      return;
    }
    const character = plain.charAt(start);
    if (character === '/' && (plain[start + 1] === '/' || plain[start + 1] === '*')) {
      this.#comment(start);
      return;
    }
    const close = CLOSING.get(this.#text.charAt(start));
    if (close !== undefined && (close !== '“' || this.#closingQuote(start, close, this.#lineEnd(start)) !== -1)) {
      this.#string(start, close);
      return;
    }
    if (character === '`') {
      this.#quotedName(start);
      return;
    }
    if (this.#numeric(start, code)) return;
    if (isLetter(plain, start)) {
      this.#word(start);
      return;
    }
    this.#sign(start, character);
  }

  #newLine(offset: number): void {
    this.#line++;
    this.#lineStart = offset;
    this.#firstOnLine = true;
  }

  /** `image` where the text of the token is cut out already. */
  #push(type: TokenType, start: number, end: number, image?: string): void {
    const text = this.#text;
    if (this.#plain !== text) this.#noteFullWidth(type, start, end);
    const first = this.#firstOnLine;
    this.#firstOnLine = false;
    this.#offset = end;
    this.#lastKind = type.name;
    const startLine = this.#line;
    const startColumn = start - this.#lineStart + 1;
    if (type === BLOCK) {
      for (let line = text.indexOf('\n', start); line !== -1 && line < end; line = text.indexOf('\n', line + 1)) {
        this.#newLine(line + 1);
      }
      this.#firstOnLine = false;
    }
    this.#braces.push(
      {
        image: image === undefined || this.#plain !== text ? text.slice(start, end) : image,
        startOffset: start,
        endOffset: end - 1,
        startLine,
        endLine: this.#line,
        startColumn,
        endColumn: end - this.#lineStart,
        tokenType: type,
        tokenTypeIdx: type.tokenTypeIdx ?? 0,
      },
      first,
    );
  }

  #noteFullWidth(type: TokenType, start: number, end: number): void {
    // A name in backquotes is meant as it is written.
    if (type === STRING || type === BLOCK || this.#text[start] === '、' || this.#text[start] === '`') return;
    if (this.#text.slice(start, end) !== this.#plain.slice(start, end)) this.#fullWidth.push({ start, end });
  }

  #problem(kind: LexicalProblemKind, start: number, end: number): void {
    this.#problems.push({ kind, start, end });
  }

  /** Where the line of `from`, which is not behind where the scan stands, ends. */
  #lineEnd(from: number): number {
    if (this.#lineEndAt < from) {
      const end = this.#plain.indexOf('\n', from);
      this.#lineEndAt = end === -1 ? this.#plain.length : end;
    }
    const end = this.#lineEndAt;
    return end > from && this.#plain.charCodeAt(end - 1) === 13 ? end - 1 : end;
  }

  #comment(start: number): void {
    const text = this.#plain;
    if (text[start + 1] === '/') {
      const end = this.#lineEnd(start);
      this.#comments.push({ kind: 'line', start, end });
      this.#offset = end;
      return;
    }
    const close = this.#noCommentEnd ? -1 : text.indexOf('*/', start + 2);
    const end = close === -1 ? this.#unclosedEnd(start, text.length) : close + 2;
    if (close === -1) {
      this.#noCommentEnd = true;
      if (!this.#partial) this.#problem('unclosed-comment', start, Math.min(this.#lineEnd(start), start + 80));
    }
    this.#comments.push({ kind: text[start + 2] === '*' && end > start + 4 ? 'doc' : 'block', start, end });
    this.#skipTo(end);
  }

  /** Moves on over text that may hold line ends. */
  #skipTo(end: number): void {
    const first = this.#firstOnLine;
    for (let line = this.#plain.indexOf('\n', this.#offset); line !== -1 && line < end; ) {
      this.#newLine(line + 1);
      line = this.#plain.indexOf('\n', line + 1);
    }
    this.#firstOnLine = first || this.#firstOnLine;
    this.#offset = end;
  }

  /** Where something that was not closed is taken to end, at `limit` at the latest. */
  #unclosedEnd(start: number, limit: number): number {
    const end = this.#partial ? limit : endOfUnclosed(this.#plain, { start, lineStart: this.#lineStart, limit });
    if (end === this.#plain.length) this.#runsOut = true;
    return end;
  }

  /** One diagnostic for the whole conflict; our side is read, theirs is passed over. */
  #conflict(start: number): void {
    const plain = this.#plain;
    const end = this.#lineEnd(start);
    if (plain[start] === '<') {
      this.#problem('conflict', start, end);
      this.#inConflict = true;
      this.#skipTo(end);
      return;
    }
    if (!this.#inConflict) this.#problem('conflict', start, end);
    const close =
      this.#noConflictEnd || !this.#inConflict || plain[start] === '>' ? -1 : plain.indexOf('\n>>>>>>>', start);
    this.#noConflictEnd ||= this.#inConflict && plain[start] !== '>' && close === -1;
    this.#inConflict = false;
    this.#skipTo(close === -1 ? end : this.#lineEnd(close + 1));
  }

  #string(start: number, close: string): void {
    const text = this.#text;
    if (close === '"' && text.startsWith('"""', start)) {
      this.#longText(start);
      return;
    }
    const lineEnd = this.#lineEnd(start);
    const end = this.#closingQuote(start, close, lineEnd);
    if (end !== -1) {
      if ((text[start] === '”' || text[end] !== close) && !this.#partial) this.#problem('mixed-quotes', start, end + 1);
      this.#push(STRING, start, end + 1);
      return;
    }
    // Unclosed: it ends where the line does, but not over the braces that open or close a block there.
    const rest = text.slice(start + 1, lineEnd).replace(/[\s{}]+$/, '');
    const stop = start + 1 + rest.length;
    if (!this.#partial) this.#problem('unclosed-string', start, stop);
    this.#push(STRING, start, stop);
  }

  /**
   * Where the text that opens at `start` ends: at the quote that belongs to it, else at one that was meant to (“…" and
   * "…”); -1 where none does. What opens with ” ends at the next quote of any kind.
   */
  #closingQuote(start: number, close: string, lineEnd: number): number {
    const text = this.#text;
    const open = text.charAt(start);
    if (open !== '”' && this.#lacking.get(close) !== lineEnd) {
      let end = start + 1;
      while (end < lineEnd && text[end] !== close) end += text[end] === '\\' ? 2 : 1;
      if (end < lineEnd) return end;
      this.#lacking.set(close, lineEnd);
    }
    if (open === '「') return -1;
    const other = /["“”]/.exec(text.slice(start + 1, lineEnd));
    if (other === null || (open !== '”' && other[0] !== (open === '"' ? '”' : '"'))) return -1;
    return start + 1 + other.index;
  }

  /**
   * A text between triple quotes. Where they do not pair in the file, the text that holds a line which looks like a
   * statement around it is taken for the one that is not closed, or all texts behind it would be read inside out.
   */
  #longText(start: number): void {
    const text = this.#text;
    const found = text.indexOf('"""', start + 3);
    const close = found === -1 ? text.length : found + 3;
    this.#oddTexts ??= text.split('"""').length % 2 === 0;
    const end = this.#oddTexts ? this.#unclosedEnd(start, close) : close;
    if (found === -1 || end !== close) {
      this.#oddTexts = false;
      if (!this.#partial) this.#problem('unclosed-text', start, start + 3);
    }
    this.#push(BLOCK, start, end);
  }

  #quotedName(start: number): void {
    const lineEnd = this.#lineEnd(start);
    const close = this.#text.indexOf('`', start + 1);
    if (close === -1 || close >= lineEnd || close === start + 1) {
      const rest = this.#text
        .slice(start, lineEnd)
        .replace(/\s*[{}"“「,，、].*$/s, '')
        .trimEnd();
      const end = close === start + 1 ? start + 2 : start + rest.length;
      if (!this.#partial) this.#problem('unclosed-name', start, end);
      this.#push(NAME, start, end);
      return;
    }
    this.#push(NAME, start, close + 1);
  }

  #numeric(start: number, code: number): boolean {
    const plain = this.#plain;
    if (code < 48 || code > 57) {
      if (code !== APPROXIMATELY && code !== TILDE) return false;
      const next = plain.charCodeAt(start + 1);
      if (!(next >= 48 && next <= 57)) return false;
    }
    const { type, end } = matchNumeric(plain, start);
    if (type === 'month-node') this.#push(keywordToken(keywordOf(plain.slice(start, end)) ?? 'M1', false), start, end);
    else this.#push(type, start, end);
    return true;
  }

  #word(start: number): void {
    const plain = this.#plain;
    // 2026年3月至2027年: the word for 'to' needs no blank behind a date.
    if (plain.charCodeAt(start) === TO && (this.#lastKind === 'DATE' || this.#lastKind === 'YEAR')) {
      this.#push(keywordToken('..', false), start, start + 1);
      return;
    }
    const joins = plain.charAt(start);
    if ((joins === '且' || joins === '或') && this.#isBehindValue(start)) {
      this.#push(keywordToken(joins === '且' ? 'and' : 'or', false), start, start + 1);
      return;
    }
    let end = start;
    while (end < plain.length && isNamePart(plain, end))
      end += plain.charCodeAt(end) >= 0xd800 && plain.charCodeAt(end) <= 0xdbff ? 2 : 1;
    // `FS-3d` after a name is a type and a lead.
    if (end - start > 3 && plain.charCodeAt(start + 2) === 45 && LEAD.test(plain.slice(start, start + 4))) {
      if (this.#lastKind === 'NAME' || this.#lastKind.endsWith('~name')) end = start + 2;
    }
    const word = plain.slice(start, end);
    const keyword = keywordOf(word);
    if (keyword === undefined) {
      this.#push(NAME, start, end, word);
      return;
    }
    const keywordContext = { after: this.#lastKind, firstOnLine: this.#firstOnLine, text: plain, end };
    this.#push(keywordToken(keyword, mayBeName(keyword, keywordContext)), start, end, word);
  }

  /** Whether a value that begins with a digit ends right before `start`. */
  #isBehindValue(start: number): boolean {
    const last = this.#tokens.at(-1);
    return last?.endOffset === start - 1 && /^[~～约\d０-９]/.test(last.image) && last.tokenType.name !== 'MISSHAPEN';
  }

  #sign(start: number, character: string): void {
    const two = this.#plain.slice(start, start + 2);
    if (two === '..') this.#push(keywordToken('..', false), start, start + 2);
    else if (TWO_CHARACTERS.has(two)) this.#push(punctuationToken(two as Punctuation), start, start + 2);
    else if (character === '≈') this.#push(punctuationToken('~='), start, start + 1);
    else if (ONE_CHARACTER.has(character)) this.#push(punctuationToken(character as Punctuation), start, start + 1);
    else this.#unknown(start);
  }

  /** A run of characters that no token begins with is one mistake. */
  #unknown(start: number): void {
    const plain = this.#plain;
    let end = start + 1;
    while (end < plain.length && !/[\s\w"“「`{}(),.+\-*/=<>!~≈]/.test(plain.charAt(end)) && !isLetter(plain, end))
      end++;
    const last = this.#problems.at(-1);
    if (last?.kind === 'character' && last.end === start) this.#problems.pop();
    this.#problem('character', last?.kind === 'character' && last.end === start ? last.start : start, end);
    this.#offset = end;
    this.#firstOnLine = false;
  }
}
