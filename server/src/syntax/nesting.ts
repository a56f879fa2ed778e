/**
 * Braces made to pair while tokens are collected, so that the parser meets only well-nested input and a missing brace
 * costs one diagnostic instead of the rest of the file.
 */
import type { IToken } from 'chevrotain';
import type { LexicalProblem } from './lexer.js';
import { punctuationToken } from './tokens.js';

/** Deeper than any real plan; the parser recurses, so there has to be an end. */
const DEEPEST = 200;

/** These never begin a member: first on a line inside a block, they say that a brace is missing before them. */
const ALWAYS_DECLARATIONS: ReadonlySet<string> = new Set([
  'portfolio',
  'person',
  'project',
  'meeting',
  'inspection',
  'view',
]);

export class Nesting {
  readonly #open: IToken[] = [];
  readonly #tokens: IToken[];
  readonly #problems: LexicalProblem[];
  /** How many brackets are open that were too deep to be handed on. */
  #tooDeep = 0;

  constructor(tokens: IToken[], problems: LexicalProblem[]) {
    this.#tokens = tokens;
    this.#problems = problems;
  }

  /** Takes the next token of the text. */
  push(token: IToken, firstOnLine: boolean): void {
    const { name } = token.tokenType;
    if (firstOnLine && ALWAYS_DECLARATIONS.has(name) && this.#tooDeep === 0) this.#closeAll();
    if (name === '{' || name === '(') this.#opened(token, name);
    else if (name === '}' || name === ')') this.#closed(token, name);
    else if (this.#tooDeep === 0) this.#tokens.push(token);
  }

  /** Closes what is still open at the end of the text. */
  end(offset: number): void {
    this.#closeAll(offset);
  }

  #opened(token: IToken, name: string): void {
    if (this.#open.length >= DEEPEST) {
      if (this.#tooDeep === 0) this.#report('nesting', token);
      this.#tooDeep++;
      return;
    }
    if (name === '{') this.#closeParentheses();
    this.#open.push(token);
    this.#tokens.push(token);
  }

  #closed(token: IToken, name: string): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    if (name === '}') this.#closeParentheses();
    const opener = this.#open.at(-1);
    if (opener === undefined || (name === ')') !== (opener.tokenType.name === '(')) {
      this.#report('unopened-block', token);
      return;
    }
    this.#open.pop();
    this.#tokens.push(token);
  }

  /** A brace ends an expression: parentheses still open are the parser's to report, here they only stop counting. */
  #closeParentheses(): void {
    while (this.#open.at(-1)?.tokenType.name === '(') this.#open.pop();
  }

  #report(kind: 'nesting' | 'unopened-block', token: IToken): void {
    this.#problems.push({ kind, start: token.startOffset, end: token.startOffset + token.image.length });
  }

  /** One diagnostic however many braces are missing, at the end of what stands before the place where that shows. */
  #closeAll(offset?: number): void {
    this.#tooDeep = 0;
    this.#closeParentheses();
    const innermost = this.#open.filter((token) => token.tokenType.name === '{').at(-1);
    if (innermost === undefined) return;
    const last = this.#tokens.at(-1);
    const end = offset ?? (last === undefined ? 0 : (last.endOffset ?? last.startOffset) + 1);
    this.#problems.push({
      kind: 'unclosed-block',
      start: Math.max(0, end - 1),
      end,
      opened: { start: innermost.startOffset, end: innermost.startOffset + 1 },
    });
    while (this.#open.length > 0) {
      const opener = this.#open.pop();
      if (opener?.tokenType.name === '{') this.#tokens.push(synthetic(end));
    }
  }
}

/** A brace that is not in the text; marked as the parser marks what it inserts, so that it takes no place in the tree. */
function synthetic(offset: number): IToken {
  const type = punctuationToken('}');
  return {
    image: '}',
    startOffset: offset,
    endOffset: offset,
    startLine: 1,
    endLine: 1,
    startColumn: 1,
    endColumn: 1,
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx ?? 0,
    isInsertedInRecovery: true,
  };
}
