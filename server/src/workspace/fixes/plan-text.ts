/** One file as something to write into: its vocabulary, the way it spells dates, its indentation and line ends. */
import { type Keyword, spelling } from '../../../../grammar/keywords.js';
import { type Day, formatDay } from '../../model/day.js';
import type { Lang } from '../../model/lang.js';
import { type MoneyValue, spellMoney } from '../../model/money.js';
import type { Span } from '../../model/span.js';
import { CHINESE, type DateStyle, dateStyleIn, spelledLike } from './date-style.js';

/** Text to insert; a placeholder is a place for the user to fill, `text` what stands in it until then. */
export type SnippetPart = string | Placeholder;

interface Placeholder {
  readonly text: string;
  /** What can stand there instead, as it is written. */
  readonly choices?: readonly string[];
}

/** Replaces the text from `start` to `end` of a file. */
export interface SnippetEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly insert: readonly SnippetPart[];
}

export type Line = readonly SnippetPart[];

export class PlanText {
  readonly #eol: string;
  #style: DateStyle | undefined;
  #unit: string | undefined;

  constructor(
    readonly file: string,
    readonly text: string,
    /** The vocabulary that its keywords are in. */
    readonly vocabulary: Lang,
    /** Of the portfolio; undefined where it states none. */
    readonly currency?: string,
  ) {
    this.#eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  }

  // ── spelling ────────────────────────────────────────────────────────────────────────────────────────────────────

  word(keyword: Keyword): string {
    return spelling(keyword, this.vocabulary);
  }

  /** A day as most dates of the file are spelled; in a file without any, as its vocabulary spells it. */
  day(day: Day): string {
    this.#style ??= dateStyleIn(this.text) ?? (this.vocabulary === 'zh' ? CHINESE : formatDay);
    return this.#style(day);
  }

  /** A day in place of another date, spelled as that one where it can be; `edge`: which day that one stands for. */
  dayInPlaceOf(old: Span, edge: 'first' | 'last', day: Day): string {
    return spelledLike(this.slice(old), edge, day) ?? this.day(day);
  }

  money(value: MoneyValue): string {
    return spellMoney(value, this.vocabulary, this.currency);
  }

  /** What separates the parts of a list. */
  get separator(): string {
    return this.vocabulary === 'zh' ? '、' : ', ';
  }

  slice({ start, end }: { readonly start: number; readonly end: number }): string {
    return this.text.slice(start, end);
  }

  // ── layout ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** One step of indentation. */
  get unit(): string {
    this.#unit ??= /^(?:\t| {1,8})(?=[^\s/*])/m.exec(this.text)?.[0] ?? '  ';
    return this.#unit;
  }

  hasBlock({ start, end }: Span): boolean {
    return end > start && '}｝'.includes(this.text.charAt(end - 1));
  }

  /**
   * Members at the end of a declaration's block (`at`: from its keyword to its closing brace), which is made where there
   * is none. Each line is one member or a line of one, deeper lines with their own indentation before them.
   */
  intoBlock(at: Span, lines: readonly Line[]): SnippetEdit {
    const base = this.#indentOf(at.start);
    if (!this.hasBlock(at)) {
      return this.#edit(at.end, at.end, [' {', ...this.#below(base + this.unit, lines), this.#eol, base, '}']);
    }
    const brace = at.end - 1;
    const line = this.#lineStart(brace);
    if (line > at.start && this.text.slice(line, brace).trim() === '') {
      const indent = this.#memberIndent(at, line);
      return this.#edit(
        line,
        line,
        lines.flatMap((each) => [indent, ...each, this.#eol]),
      );
    }
    const before = this.text.slice(at.start, brace).trimEnd();
    const from = at.start + before.length;
    if (lines.length > 1) return this.#edit(from, brace, [...this.#below(base + this.unit, lines), this.#eol, base]);
    const gap = /[{｛]$/.test(before) ? ' ' : '  ';
    return this.#edit(from, brace, [gap, ...(lines[0] ?? []), ' ']);
  }

  /** A member behind another one of a block: on a line of its own where the block has lines. */
  behind(member: Span, block: Span, lines: readonly Line[]): SnippetEdit {
    const end = this.#lineEnd(member.end);
    // What begins behind it on the line may go on below.
    if (end >= block.end - 1 || /[{}｛｝]|"""|\/\*/.test(this.text.slice(member.end, end))) {
      return this.#edit(
        member.end,
        member.end,
        lines.flatMap((line) => ['  ', ...line]),
      );
    }
    return this.#edit(end, end, this.#below(this.#indentOf(member.start), lines));
  }

  /** Statements after everything else in the file. */
  atEnd(lines: readonly Line[]): SnippetEdit {
    const kept = this.text.trimEnd().length;
    const gap = kept === 0 ? [] : [this.#eol, ...(lines.length > 1 ? [this.#eol] : [])];
    return this.#edit(kept, this.text.length, [...gap, ...this.#joined(lines), this.#eol]);
  }

  /** Statements behind a declaration, a blank line between. */
  after(at: Span, lines: readonly Line[]): SnippetEdit {
    const end = this.#lineEnd(at.end);
    return this.#edit(end, end, [this.#eol, this.#eol, ...this.#joined(lines)]);
  }

  #edit(start: number, end: number, insert: readonly SnippetPart[]): SnippetEdit {
    return { file: this.file, start, end, insert };
  }

  #below(indent: string, lines: readonly Line[]): readonly SnippetPart[] {
    return lines.flatMap((line) => [this.#eol, indent, ...line]);
  }

  #joined(lines: readonly Line[]): readonly SnippetPart[] {
    return lines.flatMap((line, index) => (index === 0 ? line : [this.#eol, ...line]));
  }

  #lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  #lineEnd(offset: number): number {
    const next = this.text.indexOf('\n', offset);
    if (next === -1) return this.text.length;
    return this.text.charAt(next - 1) === '\r' ? next - 1 : next;
  }

  #indentOf(offset: number): string {
    const start = this.#lineStart(offset);
    return /^[ \t]*/.exec(this.text.slice(start, offset))?.[0] ?? '';
  }

  /** The indentation of the first member of a block, whose closing brace stands on the line that starts at `last`. */
  #memberIndent({ start }: Span, last: number): string {
    const outer = /^[ \t]*/.exec(this.text.slice(last))?.[0] ?? '';
    for (let line = this.#lineEnd(start); line < last; ) {
      const next = this.text.indexOf('\n', line) + 1;
      if (next === 0 || next >= last) break;
      const [, indent = '', first = ''] = /^([ \t]*)(\S?)/.exec(this.text.slice(next, this.#lineEnd(next))) ?? [];
      if (first !== '' && !'{｛/*'.includes(first) && indent.length > outer.length) return indent;
      line = this.#lineEnd(next);
    }
    return outer + this.unit;
  }
}
