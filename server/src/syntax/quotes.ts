/** Where texts in quotes end: how they were opened, closed, or meant to be, line by line. */
import { keywordOf } from '../../../grammar/keywords.js';

/** The quote that ends a text, by the one that opens it. */
export const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['＂', '＂'],
  // Typed the wrong way round; a single one has no meaning.
  ['”', '“'],
]);
/** What may follow a title on its line. */
const BEHIND_TITLE = /\s*\{.*$|\s+(?:due|done|期限|完成)\s*[\d:：].*$/su;

export class Quotes {
  readonly #text: string;
  /** Closing quotes that are known to be missing → the end of the line where they are. */
  readonly #lacking = new Map<string, number>();
  /** Quotes counted last: from where, in which line, how many. */
  #counted = { from: 0, lineEnd: -1, count: 0 };

  constructor(text: string) {
    this.#text = text;
  }

  /** A quote right behind a word and before a blank, on a line where quotes do not pair, closes what nothing opened. */
  closesNothing(start: number, close: string, lineEnd: number): boolean {
    const text = this.#text;
    if (close !== '"' || start === 0 || !/[\p{L}\d。，.）)]/u.test(text.charAt(start - 1))) return false;
    if (start + 1 < lineEnd && !/[\s{},;，、；]/.test(text.charAt(start + 1))) return false;
    return this.#from(start, lineEnd) % 2 === 1;
  }

  /** How many quotes there are from `start` to the end of its line; what was counted is not counted again. */
  #from(start: number, lineEnd: number): number {
    const known = this.#counted;
    const isKnown = known.lineEnd === lineEnd && known.from <= start;
    const counted = isKnown ? known.count - quotesIn(this.#text.slice(known.from, start)) : undefined;
    const count = counted ?? quotesIn(this.#text.slice(start, lineEnd));
    this.#counted = { from: start, lineEnd, count };
    return count;
  }

  /** Where a text ends that was broken over one line end: behind the only quote of the next line, if that is no statement. */
  closedBelow(start: number, close: string, lineEnd: number): number | undefined {
    const text = this.#text;
    const next = text.indexOf('\n', lineEnd);
    if (next === -1 || /[{}]\s*$/.test(text.slice(start, lineEnd))) return undefined;
    const feed = text.indexOf('\n', next + 1);
    const line = text.slice(next + 1, feed === -1 ? text.length : feed);
    const quotes = [...line].filter(
      (sign) => sign === close || (close === '"' && (sign === '”' || sign === '“')),
    ).length;
    const word = /^\s*([\p{L}-]+)\s+[\p{L}\d"“~]/u.exec(line)?.[1];
    if (quotes % 2 === 0 || (word !== undefined && keywordOf(word) !== undefined)) return undefined;
    return next + 1 + line.indexOf(close === '"' && !line.includes('"') ? '”' : close) + 1;
  }

  /**
   * Where the text that opens at `start` ends: at the quote that belongs to it, else at one that was meant to (“…" and
   * "…”); -1 where none does. What opens with ” ends at the next quote of any kind.
   */
  closing(start: number, close: string, lineEnd: number): number {
    const text = this.#text;
    const open = text.charAt(start);
    if (open !== '”' && this.#lacking.get(close) !== lineEnd) {
      let end = start + 1;
      while (end < lineEnd && text[end] !== close) end += text[end] === '\\' ? 2 : 1;
      if (end < lineEnd) return end;
      this.#lacking.set(close, lineEnd);
    }
    if (open === '「' || open === '『' || open === '＂') return -1;
    const other = /["“”]/.exec(text.slice(start + 1, lineEnd));
    if (other === null || (open !== '”' && other[0] !== (open === '"' ? '”' : '"'))) return -1;
    return start + 1 + other.index;
  }

  /** Where a text that is closed nowhere ends: where its line does, but not over a block or a deadline that follows it there. */
  unclosedEnd(start: number, lineEnd: number): number {
    const rest = this.#text
      .slice(start + 1, lineEnd)
      .replace(BEHIND_TITLE, '')
      .replace(/[\s{}]+$/, '');
    return start + 1 + rest.length;
  }
}

const quotesIn = (text: string): number => text.split('"').length - 1;
