/** One pass of the parser over the tokens of one text: where it is, the node it is making, and the mistakes so far. */

import { keywordOf } from '../../../../grammar/keywords.js';
import { blockMembers, declarationWords } from '../grammar/blocks.js';
import type { Assignment, TreeNode } from '../grammar/rules.js';
import { gluedKeyword, guessKeyword, synonymOf } from '../keyword-guesses.js';
import { matchNumeric } from '../numerals.js';
import { EOF, keywordToken, MISSHAPEN, NAME, type Token, type TokenKind } from '../token-types.js';
import type { Element, Rule } from './grammar-elements.js';
import { assign, newNode } from './tree-nodes.js';

/** A place where the text is not the language. */
export interface ParseError {
  readonly problem: 'expected' | 'nesting' | 'doubled' | 'missing-block' | 'quoted-name';
  readonly token: Token;
  /** The token before it, of a block that is missing the one that its statement begins with; undefined at the start of the text. */
  readonly previous: Token | undefined;
  /** Token kinds by name: keywords in English, punctuation, or kinds in capitals. */
  readonly expected: readonly string[];
}

/** Where more mistakes are made than anybody reads, the rest is only passed over. */
const MOST_MISTAKES = 200;
/** So many words are looked at behind mistakes; a text with more of them is no plan. */
const MOST_GUESSES = 5000;
/** Blocks and parentheses are limited by the lexer; what is left are `not not not …` and `- - - …`. */
const DEEPEST = 700;
/** Kinds whose tokens begin with a digit: where a name has to stand, they are a name that lacks its backquotes. */
const NUMERIC: ReadonlySet<string> = new Set([
  'DAY_NUMBER',
  'MONTH_NUMBER',
  'NUMBER',
  'YEAR',
  'DATE',
  'DURATION',
  'MONEY',
  'PERCENT',
]);

/** Members that also stand in heads. */
const IN_HEADS: ReadonlySet<string> = new Set(['due', 'done']);
/** Signs that people put before the points of a list. */
const FRONT_SIGNS: ReadonlySet<string> = new Set(['*', '-', '+', '.', '=', '>', '/', ':']);
/** Kinds that a value begins with. */
const VALUES: ReadonlySet<string> = new Set([...NUMERIC, 'NAME', 'STRING', 'BLOCK', '{']);

export class ParserRun {
  readonly mistakes: ParseError[] = [];
  token: Token;
  /** What the latest rule has made; undefined where it has consumed nothing. */
  made: TreeNode | undefined;
  readonly #text: string;
  #tokens: readonly Token[];
  readonly #end: Token;
  /** Signs that were passed over because they say nothing there. */
  readonly superfluous: { readonly start: number; readonly end: number }[] = [];
  /** Names that begin with a digit and lack their backquotes: `2009-001`. */
  readonly unquoted: { readonly start: number; readonly end: number }[] = [];
  /** Signs that were taken for the comma of a list. */
  readonly commas: { readonly start: number; readonly end: number }[] = [];
  /** The keywords that the statements of the innermost block can begin with. */
  #statements: ReadonlySet<string> = new Set();
  #position = 0;
  #guesses = 0;
  #depth = 0;
  /** Where the latest consumed token ends. */
  #consumed = 0;
  // The node that the current rule makes: it comes into being with its first property.
  #node: TreeNode | undefined;
  #type = '';
  #start = 0;
  // What could also stand at a position, as optional parts found that they were not there.
  #openAt = -1;
  readonly #open: (readonly string[])[] = [];
  /** How many of them are of this position: the room for them is kept. */
  #openCount = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
    this.#end = endOf(tokens.at(-1));
    this.token = tokens[0] ?? this.#end;
  }

  get position(): number {
    return this.#position;
  }

  get previous(): Token | undefined {
    return this.#tokens[this.#position - 1];
  }

  // ---------------------------------------------------------------------------------------------- tokens

  advance(): void {
    const { token } = this;
    if (token.isInsertedInRecovery !== true) this.#consumed = token.endOffset + 1;
    this.#position++;
    this.token = this.#tokens[this.#position] ?? this.#end;
  }

  /** Remembers what could have stood here. */
  couldBe(words: readonly string[]): void {
    if (this.#openAt !== this.#position) {
      this.#openAt = this.#position;
      this.#openCount = 0;
    }
    this.#open[this.#openCount++] = words;
  }

  /** The token is a mistake; answers false for the caller to hand on. */
  fail(words: readonly string[]): false {
    const expected = new Set(this.#openAt === this.#position ? this.#open.slice(0, this.#openCount).flat() : []);
    for (const word of words) expected.add(word);
    this.#mistake('expected', [...expected]);
    return false;
  }

  #mistake(problem: ParseError['problem'], expected: readonly string[]): void {
    if (this.mistakes.length >= MOST_MISTAKES) return;
    this.mistakes.push({ problem, token: this.token, previous: this.previous, expected });
  }

  get beginsLine(): boolean {
    return this.previous === undefined || this.token.startLine !== this.previous.endLine;
  }

  /** Whether nothing more of the block can come: its closing brace or the end of the text. */
  get atEndOfBlock(): boolean {
    return this.token.tokenType === EOF || this.token.tokenType.name === '}';
  }

  /** Passes over one token, or a block from its opening to its closing brace. */
  skip(): void {
    let depth = 0;
    do {
      const { name } = this.token.tokenType;
      if (this.token.tokenType === EOF) return;
      if (name === '{') depth++;
      else if (name === '}') depth--;
      this.advance();
    } while (depth > 0);
  }

  /** Passes over the rest of a block that is open, its closing brace with it. */
  skipBlock(): void {
    while (!this.atEndOfBlock) this.skip();
    if (this.token.tokenType !== EOF) this.advance();
  }

  /**
   * Passes over what a mistake costs: up to the next token that can begin a statement, or is a mistyped one that does;
   * where the mistake begins its line, at least that line.
   */
  recover(first: Uint8Array): void {
    // A word on the line of the mistake with nothing behind it is the value that does not fit: `进度 完成`.
    if (first[this.token.tokenTypeIdx] === 1 && !this.beginsLine && this.#endsLine) this.advance();
    if (first[this.token.tokenTypeIdx] === 1) return;
    const line = this.beginsLine ? this.token.startLine : undefined;
    while (!this.atEndOfBlock && (this.token.startLine === line || first[this.token.tokenTypeIdx] !== 1)) {
      this.skip();
      if (this.#beginsMistypedStatement()) return;
    }
  }

  /** `mielstone M due 2026-06-30`, on a line of its own: a mistake that has nothing to do with the one before it. */
  #beginsMistypedStatement(): boolean {
    const { image, tokenType, endLine } = this.token;
    if (tokenType.name !== 'NAME' || !this.beginsLine || this.#guesses >= MOST_GUESSES) return false;
    const value = this.#tokens[this.#position + 1];
    if (value === undefined || value.startLine !== endLine) return false;
    if (!value.tokenType.mayBeName && !VALUES.has(value.tokenType.name)) return false;
    this.#guesses++;
    const words = [...this.#statements];
    return synonymOf(image, words) !== undefined || guessKeyword(image, words) !== undefined;
  }

  /** What the token says: how it is spelled where it was written otherwise. */
  get said(): string {
    const { image, payload } = this.token;
    return typeof payload === 'string' ? payload : image;
  }

  /**
   * `leader = L`, `责任领导：王明`: a colon or an equals sign between a keyword and what it waits for says nothing. Where
   * a value may also be left out, only a colon does.
   */
  passColon(first: Uint8Array, sign?: ':'): boolean {
    const { name } = this.token.tokenType;
    if (name !== ':' && (name !== '=' || sign !== undefined)) return false;
    const next = this.#tokens[this.#position + 1];
    if (this.previous?.tokenType.keyword === undefined) return false;
    if (next === undefined || first[next.tokenTypeIdx] !== 1) return false;
    this.#pass();
    return true;
  }

  /** Statements are kept apart by nothing; a comma, a semicolon or a full stop between them says nothing. */
  passSeparator(): boolean {
    if (!this.atSeparator) return false;
    this.#pass();
    return true;
  }

  /** A word too many before a value that fits: `due about 2026-06-30`. It is told, and the value is read. */
  passStray(first: Uint8Array, words: readonly string[]): boolean {
    const next = this.#tokens[this.#position + 1];
    if (next === undefined || this.beginsLine || !this.#isStray(next)) return false;
    if (next.startLine !== this.token.endLine || first[next.tokenTypeIdx] !== 1 || !VALUES.has(next.tokenType.name))
      return false;
    this.fail(words);
    this.advance();
    return true;
  }

  /** A keyword is one before figures only where it means nothing here: in `due done 2026-06-30` it begins what is next. */
  #isStray(next: Token): boolean {
    const { name, keyword } = this.token.tokenType;
    if (name === 'NAME') return true;
    if (keyword === undefined || this.#statements.has(name) || IN_HEADS.has(name)) return false;
    return NUMERIC.has(next.tokenType.name) && isMember(keyword);
  }

  /** `leader leader L`: a keyword written twice is told at the second, and what follows is read. */
  passDoubled(first: Uint8Array): boolean {
    const { token, previous } = this;
    const next = this.#tokens[this.#position + 1];
    if (previous === undefined || next === undefined || first[next.tokenTypeIdx] !== 1) return false;
    if (first[token.tokenTypeIdx] === 1 && next.tokenType.name !== 'NAME') return false;
    const { keyword } = token.tokenType;
    if (keyword === undefined || previous.tokenType.keyword !== keyword) return false;
    if (next.startLine !== token.endLine || token.startLine !== previous.endLine) return false;
    this.#mistake('doubled', []);
    this.advance();
    return true;
  }

  /** Whether nothing stands behind the token on its line, or in its block. */
  get #endsLine(): boolean {
    const next = this.#tokens[this.#position + 1];
    return next === undefined || next.tokenType.name === '}' || next.startLine !== this.token.endLine;
  }

  /**
   * `category roads in infrastructure`, at `in`: whether a block lacks its brace here. `members` begin its statements. On
   * the rest of the line one of them has to stand that cannot stand around the block, before one that only can there.
   */
  lacksBrace(members: ReadonlySet<string>): boolean {
    const { endLine } = this.token;
    const keyword = this.token.tokenType.keyword;
    if (keyword === undefined || this.beginsLine || !members.has(keyword)) return false;
    for (let index = this.#position; ; index++) {
      const token = this.#tokens[index];
      if (token === undefined || token.startLine !== endLine || /^[{}]$/.test(token.tokenType.name)) return false;
      const word = token.tokenType.keyword;
      if (word === undefined) continue;
      const isAround = this.#statements.has(word);
      if (members.has(word) && !isAround && (index === this.#position || !IN_HEADS.has(word))) return true;
      if (isAround && (!members.has(word) || (blockMembers().has(word) && !declarationWords().has(word)))) return false;
    }
  }

  /** The brace is told to be missing; `from` is where the statement begins that has the block. */
  tellMissingBrace(from: number): void {
    if (this.mistakes.length >= MOST_MISTAKES) return;
    this.mistakes.push({ problem: 'missing-block', token: this.token, previous: this.#tokens[from], expected: [] });
  }

  /**
   * `责任人李四`, first on its line: told once, and read as the statement that it was meant to be. `words` can begin one.
   */
  splitGlued(words: readonly string[], end: readonly string[]): boolean {
    const { token } = this;
    if (token.tokenType.name !== 'NAME' || !this.beginsLine || synonymOf(token.image, words) !== undefined)
      return false;
    const glued = gluedKeyword(token.image, words);
    if (glued === undefined) return false;
    this.couldBe(words);
    this.fail(end);
    const cut = token.startOffset + token.image.length - glued.rest.length;
    const parts = [
      part(token, token.startOffset, cut, keywordToken(glued.keyword, false)),
      part(token, cut, token.endOffset + 1, kindOf(glued.rest)),
    ];
    this.#tokens = this.#tokens.toSpliced(this.#position, 1, ...parts);
    this.token = this.#tokens[this.#position] ?? this.#end;
    return true;
  }

  /** A sign before a statement, as in a list of points: `- leader L`. */
  passSignInFront(first: Uint8Array, words: readonly string[]): boolean {
    const next = this.#tokens[this.#position + 1];
    const { name } = this.token.tokenType;
    if (!this.beginsLine || !FRONT_SIGNS.has(name) || next === undefined) return false;
    if (next.startLine !== this.token.endLine || first[next.tokenTypeIdx] !== 1) return false;
    this.fail(words);
    this.advance();
    return true;
  }

  /**
   * What stands in the head of a declaration where only a title, a deadline or its block can: told once, and passed over
   * up to what can. Answers whether there is something of the head left.
   */
  passRestOfHead(rest: Uint8Array): boolean {
    const { name } = this.token.tokenType;
    if (rest[this.token.tokenTypeIdx] === 1 || this.beginsLine || this.atEndOfBlock || this.atSeparator) return false;
    if (name === ')' || this.#statements.has(name)) return false;
    this.fail([]);
    do this.skip();
    while (!this.beginsLine && !this.atEndOfBlock && rest[this.token.tokenTypeIdx] !== 1 && !this.#beginsStatement());
    return !this.beginsLine && rest[this.token.tokenTypeIdx] === 1;
  }

  #beginsStatement(): boolean {
    return this.#statements.has(this.token.tokenType.name);
  }

  #pass(): void {
    const { startOffset: start, image } = this.token;
    this.superfluous.push({ start, end: start + image.length });
    this.advance();
  }

  get atSeparator(): boolean {
    const { name } = this.token.tokenType;
    return name === ',' || name === ';';
  }

  /** A semicolon that goes on with a list stands for a comma. */
  passAsComma(): void {
    const { startOffset: start, image } = this.token;
    this.commas.push({ start, end: start + image.length });
    this.advance();
  }

  /**
   * What the separator that the list stands at is: the `comma` before its next entry, an `other` sign in its place, or
   * `superfluous` because a statement or nothing follows.
   */
  separatorBefore(entry: Uint8Array): 'comma' | 'other' | 'superfluous' {
    const next = this.#tokens[this.#position + 1] ?? this.#end;
    const isComma = this.token.tokenType.name === ',';
    const beginsStatement = this.#statements.has(next.tokenType.name);
    if (entry[next.tokenTypeIdx] !== 1) {
      const ends = next.tokenType === EOF || next.tokenType.name === '}' || beginsStatement;
      return ends || !isComma ? 'superfluous' : 'comma';
    }
    if (beginsStatement && (!isComma || this.#takesValue(next))) return 'superfluous';
    return isComma ? 'comma' : 'other';
  }

  /** Whether a word that can be a name has behind it, on its line, what a statement with this keyword would. */
  #takesValue(word: Token): boolean {
    const value = this.#tokens[this.#position + 2];
    if (value === undefined || value.startLine !== word.endLine) return false;
    const { name, mayBeName } = value.tokenType;
    return mayBeName || VALUES.has(name);
  }

  enterStatements(words: ReadonlySet<string>): ReadonlySet<string> {
    const around = this.#statements;
    this.#statements = words;
    return around;
  }

  leaveStatements(around: ReadonlySet<string>): void {
    this.#statements = around;
  }

  /** Where a name has to stand, a text in quotes is taken for one, and told. */
  stringAsName(): string | undefined {
    const { image, tokenType } = this.token;
    if (tokenType.name !== 'STRING' || image.length < 3 || image.includes('\n')) return undefined;
    this.#mistake('quoted-name', []);
    this.advance();
    return `\`${image.slice(1, -1)}\``;
  }

  /** Where a name has to stand, `2009-001` is taken for one: that it needs backquotes is said when it is read. */
  numberAsName(): string | undefined {
    if (!NUMERIC.has(this.token.tokenType.name)) return undefined;
    const start = this.token.startOffset;
    do {
      this.advance();
    } while (this.token.startOffset === this.#consumed && /^[-+/\p{L}\d_`]/u.test(this.token.image));
    this.unquoted.push({ start, end: this.#consumed });
    return this.#text.slice(start, this.#consumed);
  }

  // ---------------------------------------------------------------------------------------------- nodes

  /** Parses what `rule` describes into `made`; false where it made a mistake, with what was read until then. */
  rule(rule: Rule): boolean {
    if (this.#depth >= DEEPEST) {
      this.made = undefined;
      this.#mistake('nesting', []);
      return false;
    }
    const node = this.#node;
    const type = this.#type;
    const start = this.#start;
    const from = this.#position;
    this.#node = undefined;
    this.#type = rule.type;
    this.#start = this.token.startOffset;
    this.#depth++;
    const fine = rule.body().parse(this);
    this.#depth--;
    if (this.#position > from) {
      this.made = this.#current();
      this.made.$end = this.#consumed;
    } else {
      this.made = undefined;
    }
    this.#node = node;
    this.#type = type;
    this.#start = start;
    return fine;
  }

  /** Parses what stands in place of the whole current rule; the node is of `type` unless the part says otherwise. */
  inPlace(type: string, body: Element): boolean {
    const outer = this.#type;
    this.#type = type;
    const fine = body.parse(this);
    this.#type = outer;
    return fine;
  }

  /** A node that nothing is assigned to (`none`) is one all the same. */
  become(type: string): void {
    this.#type = type;
    this.#node ??= newNode(type, this.#start);
  }

  /** The node made so far becomes a part of a new one. */
  wrap(type: string, holds: Assignment): void {
    const inner = this.#current();
    inner.$end = this.#consumed;
    this.#node = newNode(type, inner.$start);
    assign(this.#node, holds, inner);
  }

  set(assignment: Assignment, value: unknown): void {
    assign(this.#current(), assignment, value);
  }

  #current(): TreeNode {
    this.#node ??= newNode(this.#type, this.#start);
    return this.#node;
  }
}

let memberWords: ReadonlySet<string> | undefined;

/** Whether a keyword begins statements of some block, rather than joining the parts of one. */
function isMember(keyword: string): boolean {
  memberWords ??= new Set([...blockMembers().values()].flatMap((members) => [...members]));
  return memberWords.has(keyword);
}

/** A piece of a token that is two words. */
function part(token: Token, start: number, end: number, tokenType: TokenKind): Token {
  return {
    ...token,
    image: token.image.slice(start - token.startOffset, end - token.startOffset),
    startOffset: start,
    endOffset: end - 1,
    startColumn: token.startColumn + start - token.startOffset,
    endColumn: token.startColumn + end - token.startOffset - 1,
    tokenType,
    tokenTypeIdx: tokenType.tokenTypeIdx,
  };
}

/** What the word behind a keyword is that it was glued to. */
function kindOf(word: string): TokenKind {
  const keyword = keywordOf(word);
  if (keyword !== undefined) return keywordToken(keyword, true);
  if (!/^\d/.test(word)) return NAME;
  const { type, end } = matchNumeric(word, 0);
  return typeof type === 'string' || end < word.length ? MISSHAPEN : type;
}

/** What stands behind the last token. */
function endOf(last: Token | undefined): Token {
  const offset = last === undefined ? 0 : last.endOffset + 1;
  const line = (last?.endLine ?? 0) + 1;
  return {
    image: '',
    startOffset: offset,
    endOffset: offset,
    startLine: line,
    endLine: line,
    startColumn: 1,
    endColumn: 1,
    tokenType: EOF,
    tokenTypeIdx: EOF.tokenTypeIdx,
  };
}
