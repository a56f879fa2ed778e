/**
 * Braces made to pair while tokens are collected, so that the parser meets only well-nested input and a missing brace
 * costs one diagnostic instead of the rest of the file.
 */
import { blockMembers, declarationWords } from './grammar/blocks.js';
import type { LexicalProblem } from './lexer.js';
import { earlyBrace, forgottenBraces, headerOf, strayBraces, unopenedBlock } from './missing-braces.js';
import { onlyKeyword, punctuationToken, type Token } from './token-types.js';

/** Deeper than any real plan; the parser recurses, so there has to be an end. */
const DEEPEST = 200;
/** Beyond that many mistakes nobody reads on, and looking for their cause would cost more than it is worth. */
const MOST_REPAIRS = 100;

/** These never begin a member: first on a line inside a block, they say that a brace is missing before them. */
const ALWAYS_DECLARATIONS: ReadonlySet<string> = new Set([
  'portfolio',
  'person',
  'project',
  'meeting',
  'inspection',
  'view',
]);

export class BraceMatcher {
  readonly #open: Token[] = [];
  readonly #tokens: Token[];
  readonly #problems: LexicalProblem[];
  /** How many braces and parentheses are open that were too deep to be handed on. */
  #deepBraces = 0;
  #deepParentheses = 0;
  /** Where the outermost block that is open begins among the tokens. */
  #rootAt = 0;
  /** The outermost blocks closed since the latest repair: where each begins and ends among the tokens. */
  #roots: { readonly open: number; readonly close: number }[] = [];
  #repairs = 0;
  /** Where among the tokens the latest repair ended. */
  #repairedTo = 0;

  constructor(tokens: Token[], problems: LexicalProblem[]) {
    this.#tokens = tokens;
    this.#problems = problems;
  }

  /** Takes the next token of the text. */
  push(token: Token, firstOnLine: boolean): void {
    const { name } = token.tokenType;
    if (firstOnLine && this.#open.length > 0) {
      const keyword = onlyKeyword(token);
      if (keyword !== undefined && ALWAYS_DECLARATIONS.has(keyword) && !this.#isInside(token)) this.#closeAll();
      // A statement begins: parentheses are not left open over its end.
      if (this.#deepParentheses > 0 && keyword !== undefined) this.#deepParentheses = 0;
    }
    if (name === '{' || name === '(') this.#opened(token, name);
    else if (name === '}' || name === ')') this.#closed(token, name);
    else if (!this.#tooDeep) this.#tokens.push(token);
  }

  /**
   * Whether a declaration begins deeper than the line on which the outermost open block does: it was put into that block
   * by mistake, and nothing says that a brace is missing before it.
   */
  #isInside({ startColumn, startLine }: Token): boolean {
    const [root] = this.#open;
    if (root === undefined || startLine === root.startLine) return false;
    let first = this.#rootAt;
    while (first > 0 && this.#tokens[first - 1]?.endLine === root.startLine) first--;
    return startColumn > (this.#tokens[first]?.startColumn ?? 1);
  }

  get #tooDeep(): boolean {
    return this.#deepBraces > 0 || this.#deepParentheses > 0;
  }

  /** Closes what is still open at the end of the text; `told` where the reason for it is reported already. */
  end(offset: number, told: boolean): void {
    this.#closeAll({ offset, told });
  }

  #opened(token: Token, name: string): void {
    if (name === '{') this.#closeParentheses();
    if (this.#open.length >= DEEPEST || this.#tooDeep) {
      if (!this.#tooDeep) this.#report('nesting', token);
      if (name === '{') this.#deepBraces++;
      else this.#deepParentheses++;
      return;
    }
    if (this.#open.length === 0) this.#rootAt = this.#tokens.length;
    this.#open.push(token);
    this.#tokens.push(token);
  }

  #closed(token: Token, name: string): void {
    if (name === '}') this.#closeParentheses();
    if (this.#tooDeep) {
      if (name === ')') this.#deepParentheses = Math.max(0, this.#deepParentheses - 1);
      else this.#deepBraces--;
      return;
    }
    const opener = this.#open.at(-1);
    if (opener === undefined || (name === ')') !== (opener.tokenType.name === '(')) {
      if (name === ')' || !(this.#endedEarly() || this.#neverOpened() || this.#reopened()))
        this.#report('unopened-block', token);
      else this.#tokens.push(token);
      return;
    }
    this.#open.pop();
    if (this.#open.length === 0) this.#roots.push({ open: this.#rootAt, close: this.#tokens.length });
    this.#tokens.push(token);
  }

  /** A brace ends an expression: parentheses still open are the parser's to report, here they only stop counting. */
  #closeParentheses(): void {
    this.#deepParentheses = 0;
    if (this.#deepBraces === 0) while (this.#open.at(-1)?.tokenType.name === '(') this.#open.pop();
  }

  /** A brace too many inside a block: told by the lines behind it. Answers whether it was found, reported and taken out. */
  #endedEarly(): boolean {
    if (this.#repairs >= MOST_REPAIRS) return false;
    const declarations = declarationWords();
    const root = this.#roots.findLast(({ open }) => declarations.has(headerOf(this.#tokens, open) ?? ''));
    const early = earlyBrace(this.#tokens, root?.open ?? this.#repairedTo);
    const extra = early === undefined ? undefined : this.#tokens[early];
    if (early === undefined || extra === undefined) return false;
    this.#repairs++;
    this.#report('unopened-block', extra);
    this.#tokens.splice(early, 1);
    this.#roots = [];
    this.#repairedTo = this.#tokens.length + 1;
    return true;
  }

  /**
   * A brace too many inside a declaration shows only where the declaration ends. Where members stand outside of it
   * since, the brace before them is the one too many. Answers whether it was found, reported and taken out.
   */
  #reopened(): boolean {
    const roots = this.#roots;
    this.#roots = [];
    if (this.#repairs >= MOST_REPAIRS) return false;
    const declarations = declarationWords();
    const root = roots.findLast(({ open }) => declarations.has(headerOf(this.#tokens, open) ?? ''));
    const extra = root && this.#tokens[root.close];
    const members = root && blockMembers().get(headerOf(this.#tokens, root.open) ?? '');
    if (root === undefined || extra === undefined || members === undefined) return false;
    const after = this.#tokens.slice(root.close + 1);
    const words = new Set(after.map(onlyKeyword).filter((word) => word !== undefined));
    if ([...words].some((word) => ALWAYS_DECLARATIONS.has(word))) return false;
    if (![...words].some((word) => members.has(word) && !declarations.has(word))) return false;
    this.#repairs++;
    this.#report('unopened-block', extra);
    this.#tokens.splice(root.close, 1);
    return true;
  }

  /**
   * A block that was never opened shows only where its brace closes something else, or nothing. Answers whether it was
   * found, reported and opened.
   */
  #neverOpened(): boolean {
    if (this.#repairs >= MOST_REPAIRS) return false;
    const declarations = declarationWords();
    const root = this.#roots.findLast(({ open }) => declarations.has(headerOf(this.#tokens, open) ?? ''));
    const members = root && blockMembers().get(headerOf(this.#tokens, root.open) ?? '');
    const inside =
      root === undefined || members === undefined
        ? undefined
        : unopenedBlock(this.#tokens, root.open + 1, root.close, members);
    const found =
      inside ??
      unopenedBlock(
        this.#tokens,
        Math.max(this.#repairedTo, root === undefined ? 0 : root.close + 1),
        this.#tokens.length,
        declarations,
      );
    const from = this.#tokens.length;
    if (found === undefined) {
      this.#repairedTo = from;
      return false;
    }
    this.#repairs++;
    const { startOffset: start, endOffset = start } = found.header;
    this.#problems.push({ kind: 'missing-open', start, end: endOffset + 1 });
    this.#tokens.splice(found.before, 0, synthetic(this.#endBefore(found.before), '{'));
    this.#roots = [];
    this.#repairedTo = this.#tokens.length + 1;
    return true;
  }

  #report(kind: 'nesting' | 'unopened-block', token: Token): void {
    this.#problems.push({ kind, start: token.startOffset, end: token.startOffset + token.image.length });
  }

  /** Closes all blocks: where a brace was forgotten if that can be told, else before the place where it shows. */
  #closeAll(atEnd?: { readonly offset: number; readonly told: boolean }): void {
    this.#deepBraces = 0;
    this.#closeParentheses();
    this.#roots = [];
    const open = this.#open.filter((token) => token.tokenType.name === '{');
    this.#open.length = 0;
    if (open.length === 0) return;
    const repairs = this.#repairs++ < MOST_REPAIRS;
    const stray = repairs ? this.#closeStray(open.length) : 0;
    const missing = open.length - stray;
    const places = repairs && missing > 0 ? forgottenBraces(this.#tokens, this.#rootAt, missing) : [];
    for (const [index, { before, opener }] of places.entries()) {
      const end = this.#endBefore(before + index);
      this.#tokens.splice(before + index, 0, synthetic(end));
      if (places[index - 1]?.before !== before) this.#unclosed(end, opener);
    }
    const innermost = open[missing - 1];
    const end = atEnd?.offset ?? this.#endBefore(this.#tokens.length);
    if (places.length === 0 && innermost !== undefined && atEnd?.told !== true) this.#unclosed(end, innermost);
    for (let count = missing - places.length; count > 0; count--) this.#tokens.push(synthetic(end));
  }

  /** Braces that open what can have no block are the parser's to report; closed at once they cost nothing else. */
  #closeStray(most: number): number {
    const stray = strayBraces(this.#tokens, this.#rootAt, most);
    for (const [index, brace] of stray.entries()) {
      this.#tokens.splice(brace + index + 1, 0, synthetic(this.#endBefore(brace + index + 1)));
    }
    return stray.length;
  }

  #endBefore(index: number): number {
    const last = this.#tokens[index - 1];
    return last === undefined ? 0 : last.endOffset + 1;
  }

  #unclosed(end: number, opener: Token): void {
    this.#problems.push({
      kind: 'unclosed-block',
      start: Math.max(0, end - 1),
      end,
      opened: { start: opener.startOffset, end: opener.startOffset + 1 },
    });
  }
}

/** A brace that is not in the text; marked as inserted, so that it takes no place in the tree. */
function synthetic(offset: number, brace: '{' | '}' = '}'): Token {
  const type = punctuationToken(brace);
  return {
    image: brace,
    startOffset: offset,
    endOffset: offset,
    startLine: 1,
    endLine: 1,
    startColumn: 1,
    endColumn: 1,
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx,
    isInsertedInRecovery: true,
  };
}
