/** Comments that say something to the tools: documentation before a declaration, and ignores above a statement. */
import type { Comment } from './lexer.js';

/** `// planwright-ignore CODE: reason`, the colon of either width; without the colon there is no reason. */
const IGNORE = /^\/\/\s*planwright-ignore\b[ \t]*([^\s:：]*)[ \t]*(?:[:：](.*)|.*)$/su;

export interface IgnoreComment {
  readonly code: string;
  readonly reason: string;
  readonly start: number;
  readonly end: number;
  /** Where the statement below begins. */
  readonly next: number;
}

export class Comments {
  readonly #text: string;
  readonly #comments: readonly Comment[];

  constructor(text: string, comments: readonly Comment[]) {
    this.#text = text;
    this.#comments = comments;
  }

  /** The text of the documentation comment right before `offset`, without its stars. */
  docBefore(offset: number): string | undefined {
    let low = 0;
    let high = this.#comments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#comments[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    // Ignores may stand between a declaration and its documentation.
    for (let index = low - 1, before = offset; index >= 0; index--) {
      const comment = this.#comments[index];
      if (comment === undefined || this.#text.slice(comment.end, before).trim() !== '') return undefined;
      if (comment.kind === 'doc') return docText(this.#text.slice(comment.start, comment.end));
      if (!IGNORE.test(this.#text.slice(comment.start, comment.end))) return undefined;
      before = comment.start;
    }
    return undefined;
  }

  ignores(): readonly IgnoreComment[] {
    const found: IgnoreComment[] = [];
    let next = -1;
    let nextStart = -1;
    // From the last to the first: where one comment follows another, what is below it is known already.
    for (let index = this.#comments.length - 1; index >= 0; index--) {
      const comment = this.#comments[index];
      if (comment === undefined) continue;
      const { kind, start, end } = comment;
      const below = this.#skipBlanks(end);
      next = below === nextStart ? next : below;
      nextStart = start;
      const match = kind === 'line' ? IGNORE.exec(this.#text.slice(start, end)) : null;
      if (match !== null) found.push({ code: match[1] ?? '', reason: match[2]?.trim() ?? '', start, end, next });
    }
    return found.reverse();
  }

  #skipBlanks(from: number): number {
    let offset = from;
    while (/\s/.test(this.#text.charAt(offset))) offset++;
    return offset;
  }
}

function docText(raw: string): string {
  return raw
    .replace(/^\/\*\*+|\*+\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .trim();
}
