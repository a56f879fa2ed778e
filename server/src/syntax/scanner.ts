/** One pass over one text: the work of the lexer. */
import { FIELD_HOLDERS } from '../../../grammar/field-words.js';
import { type Keyword, keywordOf, spelling } from '../../../grammar/keywords.js';
import { BLOCK_NAMES, BLOCKS, kindsOf, memberIn, membersOf } from '../../../grammar/members.js';
import { alsoRead, respelled, rhythmOf } from './also-read.js';
import { BraceMatcher } from './brace-matching.js';
import { mayBeName } from './keyword-or-name.js';
import { isLetter, isNamePart } from './letters.js';
import type { Comment, LexicalProblem, LexicalProblemKind, PlanLexerResult, Respelling } from './lexer.js';
import { withLineFeeds } from './line-ends.js';
import { isDateAt, matchNumeric, matchSecondEnd } from './numerals.js';
import { CLOSING, Quotes } from './quotes.js';
import { sourceToHalfWidth } from './source-half-width.js';
import {
  ASCENDING,
  BLOCK,
  COLON,
  DATE,
  DURATION,
  EOF,
  keywordToken,
  MONEY,
  NAME,
  PERCENT,
  type Punctuation,
  punctuationToken,
  SEPARATOR,
  STRING,
  type Token,
  type TokenKind,
} from './token-types.js';
import { endOfUnclosed } from './unclosed-literals.js';

/** What an own field can be stated of. */
const STATED_OF = new RegExp(
  `^\\s*(?:${Object.values(FIELD_HOLDERS)
    .map(({ en, zh }) => `${en}|${zh}`)
    .join('|')})`,
);
const MEASURED = /^\s*["“「『＂]/;
const REVIEWED_BY = /^[ \t]*(?:由|by\s)/;
/** Declarations and other statements that give something its name. */
const HEADS: ReadonlySet<string> = new Set(
  BLOCK_NAMES.flatMap((block) => kindsOf(block).filter((kind) => BLOCKS[block].kinds[kind]?.by === 'name')),
);
/** Signs that can stand in no name and have no meaning in conditions either. */
const SIGNS: ReadonlySet<string> = new Set([..."&#·•・@$^|\\?!'’★☆※°№"]);
const SIGNED_NAME =
  /[\p{L}〇_][\p{L}〇\d_-]*(?:(?:[&#·•・@$^|\\?!★☆※°№]|['’](?=\p{L}))[\p{L}\d_-]*)+(?=[\s"“「{},;:。)]|$)/uy;
/** The same with those that have one: a dot, a slash, parentheses, a plus. It holds at least one sign. */
const HEAD_NAME =
  /(?=(?:(?!\/[/*])[^\s"“「『{},;:。`])*(?!\/[/*])[^\s"“「『{},;:。`\p{L}〇\d_-])[\p{L}〇\d_★☆※№](?:(?!\/[/*])[^\s"“「『{},;:。`])*/uy;
const CONTACTS: ReadonlySet<string> = new Set(['phone', 'email']);
const CONTACT = /[+(\w][^\s,，、;；{}"“”「」。]*/uy;
const TWO_CHARACTERS: ReadonlySet<string> = new Set(['!=', '<=', '>=', '~=']);
const ONE_CHARACTER: ReadonlySet<string> = new Set(['{', '}', '(', ')', ',', '.', '+', '-', '*', '/', '=', '<', '>']);
const COMPARISONS: ReadonlyMap<string, Punctuation> = new Map([
  ['≥', '>='],
  ['≤', '<='],
  ['≠', '!='],
]);
const SPAN_SIGNS: ReadonlySet<string> = new Set(['-', '—', '–', '~', '―', '－']);
const TO = '至'.charCodeAt(0);
const APPROXIMATELY = '约'.charCodeAt(0);
const ALSO_TO = '到'.charCodeAt(0);
const TILDE = '~'.charCodeAt(0);
/** ¥ and its full-width twin. */
const CURRENCY_SIGNS: ReadonlySet<number> = new Set([0xa5, 0xffe5]);
/** Words of currency right before an amount. */
const CURRENCY_WORD = /(?:人民币|RMB|CNY)(?=[ \t\u00a0]*[\d~约¥￥])/y;
const PERCENT_WORD = /百分之[ \t]*\d+(?:\.\d+)?/y;
/** The letters that such words begin with. */
const SPECIAL: ReadonlySet<number> = new Set([...'人RC百第每'].map((letter) => letter.charCodeAt(0)));
/** Members that say how often. */
const RHYTHM_OWNERS: ReadonlySet<string> = new Set(
  BLOCK_NAMES.flatMap((block) => membersOf(block).filter((key) => memberIn(block, key)?.value.shape === 'rhythm')),
);
const RHYTHM_WORD = /[a-z]+|(?:两|双)周|个?月|半年|季度?|星期|周|年/y;
const DATES: ReadonlySet<string> = new Set(['DATE', 'YEAR', 'DAY_NUMBER', 'MONTH_NUMBER']);
/** Soft hyphens, zero-width characters, marks and overrides of direction, thin and ideographic blanks, a BOM inside. */
const INVISIBLE = /\u00ad|\u034f|\u061c|[\u2000-\u200f\u2028-\u202f\u205f-\u206f]|\u3164|\ufeff/;
const LEAD = /^(?:FS|SS|FF|SF)-\d/;
const MARKERS: ReadonlySet<number> = new Set([...'<|=>'].map((sign) => sign.charCodeAt(0)));
/** Where our side of a conflict ends: at the common ancestor, else at theirs. */
const OTHER_SIDE = /^(?:\|{7}|={7})(?=[ \r\n]|$)/m;
const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)/;

export class Scanner {
  readonly #text: string;
  readonly #plain: string;
  /** Whether nothing in the text is of full width, so that both are one. */
  readonly #isPlain: boolean;
  readonly #partial: boolean;
  readonly #tokens: Token[] = [];
  readonly #comments: Comment[] = [];
  readonly #problems: LexicalProblem[] = [];
  readonly #fullWidth: { start: number; end: number }[] = [];
  readonly #respellings: Respelling[] = [];
  readonly #invisible: { start: number; end: number }[] = [];
  readonly #braces: BraceMatcher;
  readonly #quotes: Quotes;
  #offset = 0;
  #line = 1;
  #lineStart = 0;
  /** Signs on the line so far that nobody sees: they move nothing to the right. */
  #unseen = 0;
  #firstOnLine = true;
  /** The kind of the token before; at the beginning none that can stand in a text. */
  #last: TokenKind = EOF;
  /** The latest word that is a keyword, by its English spelling. */
  #lastKeyword = '';
  #lastEnd = 0;
  #lineEndAt = -1;
  /** Whether the rest of the text was searched in vain for the end of a comment or of a conflict. */
  #noCommentEnd = false;
  #noConflictEnd = false;
  /** Whether our side of a conflict is being read. */
  #inConflict = false;
  /** Whether something that is not closed runs to the end of the text. */
  #runsOut = false;
  /** Whether the long texts from here on do not pair; counted when one is met. */
  #oddTexts: boolean | undefined;
  /** Where the signs of long texts stand; looked for when the first is met. */
  #textSigns: readonly number[] | undefined;

  constructor(text: string, partial: boolean) {
    this.#text = withLineFeeds(text);
    this.#plain = sourceToHalfWidth(this.#text);
    this.#isPlain = this.#plain === this.#text;
    this.#partial = partial;
    this.#quotes = new Quotes(this.#text);
    this.#braces = new BraceMatcher(this.#tokens, this.#problems);
  }

  run(): PlanLexerResult {
    if (this.#text.charCodeAt(0) === 0xfeff) {
      this.#offset = 1;
      this.#unseen = 1;
    }
    while (this.#offset < this.#plain.length) this.#next();
    if (!this.#partial) this.#braces.end(this.#text.trimEnd().length, this.#runsOut);
    return {
      tokens: this.#tokens,
      report: {
        comments: this.#comments,
        problems: this.#problems,
        fullWidth: this.#fullWidth,
        respellings: this.#respellings,
        invisible: this.#invisible,
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
    if (INVISIBLE.test(plain.charAt(start)) && code >= 0xad) {
      this.#invisible.push({ start, end: start + 1 });
      this.#unseen++;
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
    if (close !== undefined && (close !== '“' || this.#quotes.closing(start, close, this.#lineEnd(start)) !== -1)) {
      this.#string(start, close);
      return;
    }
    if (character === '`') {
      this.#quotedName(start);
      return;
    }
    if (CONTACTS.has(this.#lastKeyword) && this.#contact(start)) return;
    if (this.#isBehindHead() && this.#signedName(start, HEAD_NAME)) return;
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
    this.#unseen = 0;
    this.#firstOnLine = true;
  }

  /**
   * A name with a sign in it that no name can hold: `M&E`, `1#地块`, `G72(泉南)高速`. Behind the keyword of a declaration it
   * is taken as a whole; anywhere else only with signs that mean nothing there.
   */
  #signedName(start: number, shape: RegExp): boolean {
    shape.lastIndex = start;
    const found = shape.exec(this.#plain)?.[0];
    if (found === undefined || /&&|\|\|/.test(found)) return false;
    const end = start + found.length;
    if (!this.#partial) this.#problem('signed-name', start, end);
    this.#push(NAME, start, end);
    return true;
  }

  /** Whether the last token is a keyword that a name has to follow. */
  #isBehindHead(): boolean {
    return HEADS.has(this.#lastKeyword) && this.#last.keyword === this.#lastKeyword;
  }

  /** A phone number or an address without quotes, where one is asked for. */
  #contact(start: number): boolean {
    CONTACT.lastIndex = start;
    const match = CONTACT.exec(this.#plain);
    if (match === null || !(this.#lastKeyword === 'phone' ? /\d/ : /@/).test(match[0])) return false;
    const { name } = this.#last;
    if (name !== this.#lastKeyword && name !== ',') return false;
    const end = start + match[0].length;
    const spelling = `"${this.#text.slice(start, end)}"`;
    this.#respell(start, end, spelling);
    this.#push(STRING, start, end, undefined, spelling);
    return true;
  }

  /** A sign or word that is read as another; what the token says is `payload`. */
  #respell(start: number, end: number, spelling: string): void {
    this.#respellings.push({ start, end, spelling });
  }

  /** `image` where the text of the token is cut out already. */
  #push(type: TokenKind, start: number, end: number, image?: string, payload?: string): void {
    const text = this.#text;
    if (!this.#isPlain) this.#noteFullWidth(type, start, end);
    const first = this.#firstOnLine;
    this.#firstOnLine = false;
    this.#offset = end;
    this.#last = type;
    this.#lastEnd = end;
    const startLine = this.#line;
    const startColumn = start - this.#lineStart - this.#unseen + 1;
    if (type === BLOCK || type === STRING) {
      // Of the piece only: where no line ends, the rest of the text would be searched for each.
      const inside = text.slice(start, end);
      for (let feed = inside.indexOf('\n'); feed !== -1; feed = inside.indexOf('\n', feed + 1)) {
        this.#newLine(start + feed + 1);
      }
      this.#firstOnLine = false;
    }
    const token: Token = {
      image: image === undefined || !this.#isPlain ? text.slice(start, end) : image,
      startOffset: start,
      endOffset: end - 1,
      startLine,
      endLine: this.#line,
      startColumn,
      endColumn: end - this.#lineStart - this.#unseen,
      tokenType: type,
      tokenTypeIdx: type.tokenTypeIdx,
    };
    this.#braces.push(payload === undefined ? token : { ...token, payload }, first);
  }

  #noteFullWidth(type: TokenKind, start: number, end: number): void {
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
    if (close !== -1) this.#skipTheirText(start, close);
  }

  /** A long text that only their side opens: what is common behind the conflict goes on with it, and is no part of ours. */
  #skipTheirText(start: number, close: number): void {
    this.#oddTexts = undefined;
    const theirs = this.#plain.lastIndexOf('\n=======', close);
    const opened = this.#textSignsBehind(Math.max(start, theirs)) - this.#textSignsBehind(close);
    if (opened % 2 === 0 || this.#textSignsBehind(close) % 2 === 0) return;
    this.#skipTo(this.#text.indexOf('"""', close) + 3);
  }

  /** How many signs of long texts stand at `offset` or behind it. */
  #textSignsBehind(offset: number): number {
    this.#textSigns ??= [...this.#text.matchAll(/"""/g)].map(({ index }) => index);
    let [low, high] = [0, this.#textSigns.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#textSigns[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return this.#textSigns.length - low;
  }

  /**
   * Where a long text ends that our side of a conflict opens, and does not close before theirs begins: behind the conflict
   * where that is common to both, else before theirs. Undefined where it is closed on our side.
   */
  #endAcrossConflict(start: number, close: number): number | undefined {
    const inside = OTHER_SIDE.exec(this.#plain.slice(start, close))?.index;
    if (inside === undefined || this.#noConflictEnd) return undefined;
    const marker = start + inside;
    const over = this.#plain.indexOf('\n>>>>>>>', marker);
    this.#noConflictEnd = over === -1;
    if (over === -1) return undefined;
    if (this.#textSignsBehind(over) % 2 === 0) return start + this.#text.slice(start, marker).trimEnd().length;
    this.#inConflict = false;
    return this.#text.indexOf('"""', over) + 3;
  }

  /** A conflict within a long text is one, too; where its text ends before it does, we are on our side of it. */
  #conflictWithin(start: number, end: number): void {
    const inside = this.#text.slice(start, end);
    const ours = inside.lastIndexOf('\n<<<<<<< ');
    if (ours === -1) return;
    const first = start + inside.indexOf('\n<<<<<<< ') + 1;
    if (!this.#partial) this.#problem('conflict', first, first + 7);
    this.#inConflict = !inside.includes('\n>>>>>>> ', ours);
  }

  #string(start: number, close: string): void {
    const text = this.#text;
    if (close === '"' && text.startsWith('"""', start)) {
      this.#longText(start);
      return;
    }
    const lineEnd = this.#lineEnd(start);
    if (this.#quotes.closesNothing(start, close, lineEnd)) {
      if (!this.#partial) this.#problem('unopened-string', start, start + 1);
      this.#offset = start + 1;
      return;
    }
    const end = this.#quotes.closing(start, close, lineEnd);
    if (end !== -1) {
      if ((text[start] === '”' || text[end] !== close) && !this.#partial) this.#problem('mixed-quotes', start, end + 1);
      const isOther = close === '＂' || close === '』';
      const inner = text.slice(start + 1, end);
      if (isOther) this.#respell(start, end + 1, `"${inner.replace(/(?<!\\)"/g, '\\"')}"`);
      this.#push(STRING, start, end + 1);
      return;
    }
    const below = this.#partial ? undefined : this.#quotes.closedBelow(start, close, lineEnd);
    if (below !== undefined) {
      if (!this.#partial) this.#problem('unclosed-string', start, lineEnd);
      this.#push(STRING, start, below);
      return;
    }
    const stop = this.#quotes.unclosedEnd(start, lineEnd);
    if (!this.#partial) this.#problem('unclosed-string', start, stop);
    this.#push(STRING, start, stop);
  }

  /**
   * A text between triple quotes. Where they do not pair in the file, the text that holds a line which looks like a
   * statement around it is taken for the one that is not closed, or all texts behind it would be read inside out.
   */
  #longText(start: number): void {
    const text = this.#text;
    const found = text.indexOf('"""', start + 3);
    const close = found === -1 ? text.length : found + 3;
    const across = this.#inConflict ? this.#endAcrossConflict(start, close) : undefined;
    if (across !== undefined) {
      this.#oddTexts = undefined;
      this.#push(BLOCK, start, across);
      return;
    }
    this.#oddTexts ??= this.#textSignsBehind(start) % 2 === 1;
    const end = this.#oddTexts ? this.#unclosedEnd(start, close) : close;
    if (found === -1 || end !== close) {
      this.#oddTexts = false;
      if (!this.#partial) this.#problem('unclosed-text', start, start + 3);
    }
    this.#conflictWithin(start, end);
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
      if (CURRENCY_SIGNS.has(code)) return this.#amount(start, start + 1);
      if (code !== APPROXIMATELY && code !== TILDE) return false;
      const next = plain.charCodeAt(this.#behindBlanks(start + 1));
      if (!(next >= 48 && next <= 57)) return false;
      // A tilde between two dates is a span; behind the year of a year's plan stands its amount.
      if (code === TILDE && this.#lastKeyword !== 'year' && this.#isSpan(start, '~')) return false;
    }
    if (this.#last.name === '..') {
      const secondEnd = matchSecondEnd(plain, start);
      if (secondEnd !== undefined) {
        this.#push(DATE, start, secondEnd);
        return true;
      }
    }
    const { type, end } = matchNumeric(plain, start);
    if (typeof type !== 'string') this.#push(type, start, end);
    else this.#node(nodeOf(type, Number.parseInt(plain.slice(start, end), 10)), start, end);
    return true;
  }

  /** A node of the investment plan that begins with its number: 3月, 03月, 3月份, 2季度. */
  #node(keyword: Keyword, start: number, end: number): void {
    const meant = spelling(keyword, 'zh');
    const isUsual = this.#plain.slice(start, end) === meant;
    if (!isUsual) this.#respell(start, end, meant);
    this.#push(keywordToken(keyword, false), start, end, undefined, isUsual ? undefined : meant);
  }

  /** An amount with a sign or word of currency before it, which says nothing: 人民币3亿元. */
  #amount(start: number, from: number): boolean {
    const plain = this.#plain;
    const digits = this.#behindBlanks(from);
    const first = plain.charCodeAt(digits);
    const isNumber = first >= 48 && first <= 57;
    if (!isNumber && first !== APPROXIMATELY && first !== TILDE && !CURRENCY_SIGNS.has(first)) return false;
    const at = CURRENCY_SIGNS.has(first) ? this.#behindBlanks(digits + 1) : digits;
    const { type, end } = matchNumeric(plain, at);
    if (typeof type === 'string' || !(type === MONEY || type.CATEGORIES?.includes(MONEY))) return false;
    this.#push(MONEY, start, end);
    return true;
  }

  #behindBlanks(from: number): number {
    let at = from;
    for (let code = this.#plain.charCodeAt(at); code === 32 || code === 9 || code === 0xa0; ) {
      at++;
      code = this.#plain.charCodeAt(at);
    }
    return at;
  }

  #isBehindDate(): boolean {
    return DATES.has(this.#last.name);
  }

  #word(start: number): void {
    const plain = this.#plain;
    // 2026年3月至2027年: the word for 'to' needs no blank behind a date.
    const code = plain.charCodeAt(start);
    if ((code === TO || code === ALSO_TO || plain.startsWith('to ', start)) && this.#isBehindDate()) {
      const stop = code === TO || code === ALSO_TO ? start + 1 : start + 2;
      if (code !== TO) this.#respell(start, stop, code === ALSO_TO ? '至' : '..');
      this.#push(keywordToken('..', false), start, stop, undefined, code === TO ? undefined : '..');
      return;
    }
    if (this.#last.name === '..') {
      const secondEnd = matchSecondEnd(plain, start);
      if (secondEnd !== undefined) {
        this.#push(DATE, start, secondEnd);
        return;
      }
    }
    if ((SPECIAL.has(code) || RHYTHM_OWNERS.has(this.#lastKeyword)) && this.#special(start)) return;
    const joins = plain.charAt(start);
    if ((joins === '且' || joins === '或' || joins === '并') && this.#isBehindValue(start)) {
      const length = plain.startsWith('并且', start) || plain.startsWith('或者', start) ? 2 : 1;
      if (joins !== '并' || length === 2) {
        const keyword = joins === '或' ? 'or' : 'and';
        const spelling = keyword === 'or' ? '或' : '且';
        if (length === 2) this.#respell(start, start + 2, spelling);
        this.#push(keywordToken(keyword, false), start, start + length, undefined, spelling);
        return;
      }
    }
    let end = start;
    while (end < plain.length && isNamePart(plain, end))
      end += plain.charCodeAt(end) >= 0xd800 && plain.charCodeAt(end) <= 0xdbff ? 2 : 1;
    if (SIGNS.has(plain.charAt(end)) && this.#signedName(start, SIGNED_NAME)) return;
    // `FS-3d` after a name is a type and a lead.
    if (end - start > 3 && plain.charCodeAt(start + 2) === 45 && LEAD.test(plain.slice(start, start + 4))) {
      if (this.#last === NAME || this.#last.mayBeName) end = start + 2;
    }
    const word = plain.slice(start, end);
    const own = this.#keyword(word, end);
    const keyword = own ?? alsoRead(word);
    if (keyword === undefined) {
      const isAscending = word === 'asc' || word === '升序';
      if (isAscending) this.#respell(start, end, '');
      this.#push(isAscending ? ASCENDING : NAME, start, end, word);
      return;
    }
    const spelling = own === undefined ? respelled(word, keyword) : undefined;
    if (spelling !== undefined) this.#respell(start, end, spelling);
    const context = {
      after: this.#last.name,
      firstOnLine: this.#firstOnLine,
      text: plain,
      end,
      amongColumns: () => this.#isAmongColumns(),
    };
    // What 述职 says is told by what follows it, not by its spelling.
    const said = own === 'reviews' && word !== own ? own : spelling;
    this.#push(keywordToken(keyword, mayBeName(keyword, context)), start, end, word, said);
    if (keyword !== 'every') this.#lastKeyword = keyword;
  }

  /**
   * The keyword that a word spells. 计量 before a text is the unit of an own field. 述职 names two: before 由 it says who
   * owes the reports. 由 is that 由 and nothing else. 按 behind 分组 is what the cross table is by.
   */
  #keyword(word: string, end: number): Keyword | undefined {
    if (word === '述职' && REVIEWED_BY.test(this.#plain.slice(end, end + 12))) return 'reviews';
    if (word === '计量' && MEASURED.test(this.#plain.slice(end, end + 12))) return 'unit';
    if (word === '于' && this.#isAsOf(end)) return 'at';
    if (word === '由' && this.#lastKeyword === 'reviews') return 'by';
    if (word === '按' && this.#isGrouping()) return 'by';
    return keywordOf(word);
  }

  /** Behind 分组, or behind the names of fields that stand there, which may be keywords themselves. */
  #isGrouping(): boolean {
    if (this.#last.keyword === 'group') return true;
    let index = this.#tokens.length - 1;
    while (index > 1 && this.#tokens[index - 1]?.tokenType.name === ',') index -= 2;
    return this.#tokens[index - 1]?.tokenType.keyword === 'group';
  }

  /** In the list of a view's columns, as far back as such a list reaches. */
  #isAmongColumns(): boolean {
    for (let index = this.#tokens.length - 1; index >= 0; index--) {
      const { name, keyword } = this.#tokens[index]?.tokenType ?? { name: '{' };
      if (keyword === 'columns') return true;
      if (name === '{' || name === '}') return false;
    }
    return false;
  }

  /** 于 gives the day of a stage or a percent, or says what an own field is stated of; anywhere else it is an `at`. */
  #isAsOf(end: number): boolean {
    if (this.#tokens.length === 0 || this.#last === PERCENT || this.#last.name === '{') return false;
    if (STATED_OF.test(this.#plain.slice(end, end + 12))) return false;
    return this.#tokens.at(-2)?.tokenType.keyword !== 'stage';
  }

  /** What begins like a word and is more than one: amounts, percents, nodes and rhythms in words. */
  #special(start: number): boolean {
    const plain = this.#plain;
    CURRENCY_WORD.lastIndex = start;
    if (CURRENCY_WORD.test(plain) && this.#amount(start, CURRENCY_WORD.lastIndex)) return true;
    PERCENT_WORD.lastIndex = start;
    if (PERCENT_WORD.test(plain)) {
      this.#push(PERCENT, start, PERCENT_WORD.lastIndex);
      return true;
    }
    const ordinal = /^第\s?([1-4])\s?季度/.exec(plain.slice(start, start + 7));
    if (ordinal !== null) {
      this.#node(nodeOf('quarter-node', Number(ordinal[1])), start, start + ordinal[0].length);
      return true;
    }
    return this.#rhythm(start);
  }

  /**
   * How often something has to happen: `例会 每周`, `reports every month`, `meetings weekly`. What the language writes as
   * `every 1w` becomes the two tokens of it.
   */
  #rhythm(start: number): boolean {
    const plain = this.#plain;
    if (this.#last.keyword === 'every' && RHYTHM_OWNERS.has(this.#lastKeyword)) {
      // `every month`: behind the word for it.
      return this.#rhythmWord(start, start);
    }
    if (plain.charAt(start) === '每' && this.#lastKeyword !== '') {
      const isMember = RHYTHM_OWNERS.has(this.#lastKeyword) && this.#last.name === this.#lastKeyword;
      RHYTHM_WORD.lastIndex = start + 1;
      const word = RHYTHM_WORD.exec(plain)?.[0];
      if (word === undefined) return false;
      if (isMember) {
        this.#push(keywordToken('every', false), start, start + 1);
        return this.#rhythmWord(start + 1, start);
      }
      // A policy's rhythm is a word: 每月 is 每 月.
      const unit = keywordOf(word === '季度' ? '季' : word);
      if (unit !== 'week' && unit !== 'month' && unit !== 'quarter') return false;
      const meant = spelling(unit, 'zh');
      this.#respell(start, start + 1 + word.length, `每 ${meant}`);
      this.#push(keywordToken('every', !this.#firstOnLine), start, start + 1);
      this.#push(keywordToken(unit, true), start + 1, start + 1 + word.length, undefined, meant);
      return true;
    }
    if (
      RHYTHM_OWNERS.has(this.#last.name) &&
      /^(?:weekly|monthly|quarterly|fortnightly)\b/.test(plain.slice(start, start + 12))
    ) {
      this.#tokens.push(insertedToken(keywordToken('every', false), start, this.#line));
      return this.#rhythmWord(start, start);
    }
    return false;
  }

  /** The word at `start` as the duration that it says; the whole from `from` on is told. */
  #rhythmWord(start: number, from: number): boolean {
    RHYTHM_WORD.lastIndex = start;
    const word = RHYTHM_WORD.exec(this.#plain)?.[0] ?? '';
    const duration = rhythmOf(word);
    if (duration === undefined || isNamePart(this.#plain, start + word.length)) return false;
    const end = start + word.length;
    const every = /[a-z]/.test(word) ? 'every ' : '每 ';
    this.#respell(from, end, from === start && !/ly$/.test(word) ? duration : every + duration);
    this.#push(DURATION, start, end, undefined, duration);
    return true;
  }

  /** Whether a value that begins with a digit ends right before `start`. */
  #isBehindValue(start: number): boolean {
    const last = this.#tokens.at(-1);
    return last?.endOffset === start - 1 && /^[~～约\d０-９]/.test(last.image) && last.tokenType.name !== 'MISSHAPEN';
  }

  #sign(start: number, character: string): void {
    const two = this.#plain.slice(start, start + 2);
    if (two === '..') this.#push(keywordToken('..', false), start, start + 2);
    else if (two === '==') this.#sameAs('=', start, start + 2);
    else if (TWO_CHARACTERS.has(two)) this.#push(punctuationToken(two as Punctuation), start, start + 2);
    else if (character === '≈') this.#push(punctuationToken('~='), start, start + 1);
    else if (COMPARISONS.has(character)) this.#sameAs(COMPARISONS.get(character) ?? '=', start, start + 1);
    else if (SPAN_SIGNS.has(character) && this.#isSpan(start, character)) this.#span(start);
    else if (ONE_CHARACTER.has(character)) this.#push(punctuationToken(character as Punctuation), start, start + 1);
    else if (character === ';' || character === '。') this.#push(SEPARATOR, start, start + 1);
    else if (character === ':') this.#push(COLON, start, start + 1);
    else this.#unknown(start);
  }

  #sameAs(sign: Punctuation, start: number, end: number): void {
    this.#respell(start, end, sign);
    this.#push(punctuationToken(sign), start, end, undefined, sign);
  }

  /** Whether a dash or tilde stands between two dates; a minus needs blanks around it. */
  #isSpan(start: number, character: string): boolean {
    if (!this.#isBehindDate()) return false;
    const plain = this.#plain;
    let end = start + 1;
    while (plain[end] === character && character !== '-') end++;
    const next = this.#behindBlanks(end);
    if (character === '-' && (this.#lastEnd === start || next === end)) return false;
    return matchSecondEnd(plain, next) !== undefined || isDateAt(plain, next);
  }

  #span(start: number): void {
    const plain = this.#plain;
    let end = start + 1;
    while (plain[end] === plain[start] && plain[start] !== '-') end++;
    const isChinese = /[年月日旬季]/.test(plain.slice(Math.max(this.#lineStart, start - 3), start));
    this.#respell(start, end, isChinese ? '至' : '..');
    this.#push(keywordToken('..', false), start, end, undefined, isChinese ? '至' : '..');
  }

  /** A run of characters that no token begins with is one mistake. */
  #unknown(start: number): void {
    const plain = this.#plain;
    let end = start + 1;
    while (
      end < plain.length &&
      !/[\s\w"“「『＂`{}(),.+\-*/=<>!~≈≥≤≠;:。]/.test(plain.charAt(end)) &&
      !isLetter(plain, end)
    )
      end++;
    const last = this.#problems.at(-1);
    if (last?.kind === 'character' && last.end === start) this.#problems.pop();
    this.#problem('character', last?.kind === 'character' && last.end === start ? last.start : start, end);
    this.#offset = end;
    this.#firstOnLine = false;
  }
}

/** A word that the text leaves out and the grammar wants. */
function insertedToken(type: TokenKind, offset: number, line: number): Token {
  return {
    image: '',
    startOffset: offset,
    endOffset: offset - 1,
    startLine: line,
    endLine: line,
    startColumn: 1,
    endColumn: 1,
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx,
    isInsertedInRecovery: true,
  };
}

/** The keyword of an investment node: 3月, 2季度. */
function nodeOf(kind: 'month-node' | 'quarter-node', index: number): Keyword {
  return keywordOf(`${kind === 'month-node' ? 'M' : 'Q'}${index}`) ?? 'M1';
}
