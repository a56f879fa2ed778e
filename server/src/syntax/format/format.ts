/**
 * The canonical layout of a plan: two blanks for each open brace, one blank between words, at most one blank line,
 * half-width punctuation. Of what an author set apart, statements on one line keep two blanks between them, and remarks
 * at the end of lines their column. Lines stay lines; comments, strings and long texts stay as they are; of a line that cannot
 * be read only the indentation is set. Formatting what is formatted changes nothing, and nothing that a plan states is changed.
 */
import { PlanLexer } from '../lexer.js';
import { loneReturns, withLineFeeds } from '../line-ends.js';
import { type PlanParseResult, parsePlan } from '../parser.js';
import { composeEdits } from './compose-edits.js';
import { applyEdits, type Edit } from './edit.js';
import { type LayoutLine, type LayoutLines, type LayoutPiece, layoutLinesOf } from './layout-lines.js';
import { gap } from './spacing.js';
import { spellingEdits, statesTheSame } from './spelling-edits.js';
import { tokenToHalfWidth } from './token-half-width.js';

/** The text in its canonical layout. Line ends stay what most of them are. */
export function formatPlan(text: string): string {
  return applyEdits(text, formatEdits(parsePlan(text)));
}

/** What has to change for the canonical layout; with `range` (offsets) only what lies in its lines. */
export function formatEdits(
  parsed: PlanParseResult,
  range?: { readonly start: number; readonly end: number },
): readonly Edit[] {
  const { text } = parsed;
  const { edits: spelled, result } = spelledOut(parsed);
  const layout = layoutEdits(result);
  const all = composeEdits(spelled, layout);
  return range === undefined ? all : all.filter((edit) => isWithin(edit, range, withLineFeeds(text)));
}

/** As version control leaves it in a text; it is found by standing at the start of its line. */
const CONFLICT_MARKER = /^(?:<{7}|\|{7}|={7}|>{7})/;

/** So often something is spelled anew where that gives rise to the next: of `=======` two signs each time. */
const ROUNDS = 5;

/** Everything spelled as it is usual, and the text in which it is. */
function spelledOut(parsed: PlanParseResult): { readonly edits: readonly Edit[]; readonly result: PlanParseResult } {
  let edits = lineEndEdits(parsed.text);
  let result = edits.length === 0 ? parsed : parsePlan(applyEdits(parsed.text, edits));
  for (let round = 0; round < ROUNDS; round++) {
    const more = spellingEdits(result);
    if (more.length === 0) break;
    edits = composeEdits(edits, more);
    result = parsePlan(applyEdits(parsed.text, edits));
  }
  return { edits, result };
}

/** A carriage return that ends a line by itself becomes what ends the others. */
function lineEndEdits(text: string): readonly Edit[] {
  const newText = text.includes('\r\n') ? '\r\n' : '\n';
  return loneReturns(text).map((start) => ({ start, end: start + 1, newText }));
}

function layoutEdits(parsed: PlanParseResult): readonly Edit[] {
  const edits = layoutOnce(parsed);
  const { mistakes, lexerReport } = parsed;
  if (edits.length === 0 || (mistakes.length === 0 && lexerReport.problems.length === 0)) return edits;
  // Indentation and blanks are among what tells where a brace is missing, and which comma says nothing: laid out, a
  // broken text may be read otherwise.
  let settled = edits;
  for (let round = 0; round < ROUNDS; round++) {
    const laidOut = parsePlan(applyEdits(parsed.text, settled));
    const { edits: spelled, result } = spelledOut(laidOut);
    const more = composeEdits(spelled, layoutOnce(result));
    if (more.length === 0) return statesTheSame(parsed, laidOut) ? settled : [];
    settled = composeEdits(settled, more);
  }
  return [];
}

function layoutOnce(parsed: PlanParseResult): readonly Edit[] {
  const { text } = parsed;
  const edits = new Layout(text, layoutLinesOf(parsed)).edits();
  // Layout is not worth a risk: where the result would read otherwise, everything stays.
  return edits.length > 0 && sameTokens(text, applyEdits(text, edits)) ? edits : [];
}

/** Only punctuation, digits and letters of full width in some lines: while typing goes on, nothing else moves. */
export function repairEdits(
  parsed: PlanParseResult,
  range: { readonly start: number; readonly end: number },
): readonly Edit[] {
  const { text } = parsed;
  const { lines } = layoutLinesOf(parsed);
  const edits: Edit[] = [];
  for (const { pieces, start, end } of lines) {
    if (end < range.start || start > range.end) continue;
    for (const piece of pieces) {
      const image = text.slice(piece.start, piece.end);
      // The list sign of Chinese text is not a slip of the input method.
      if (piece.token === undefined || image === '、') continue;
      const mended = tokenToHalfWidth(piece.token);
      if (mended !== image) edits.push({ start: piece.start, end: piece.end, newText: mended });
    }
  }
  return sameTokens(text, applyEdits(text, edits)) ? edits : [];
}

class Layout {
  readonly #text: string;
  readonly #pieces: LayoutLines;
  readonly #edits: Edit[] = [];
  readonly #lineEnd: string;

  constructor(text: string, pieces: LayoutLines) {
    this.#text = text;
    this.#pieces = pieces;
    this.#lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  }

  edits(): readonly Edit[] {
    const { lines } = this.#pieces;
    const first = lines.findIndex((line) => !this.#isBlank(line));
    const last = lines.findLastIndex((line) => !this.#isBlank(line));
    let blanks = 0;
    lines.forEach((line, index) => {
      if (index > last) return;
      if (this.#isBlank(line)) {
        blanks++;
        if (blanks > 1 || index < first) this.#dropLine(line, lines[index + 1]);
        else this.#replace(line.start, line.end, '');
        return;
      }
      blanks = 0;
      if (!line.raw) this.#line(line);
      else if (!line.inside) this.#rawLine(line, index);
    });
    this.#end(lines[last]);
    return this.#edits;
  }

  #isBlank({ start, end, inside }: LayoutLine): boolean {
    return !inside && this.#text.slice(start, end).trim() === '';
  }

  #dropLine({ start }: LayoutLine, next: LayoutLine | undefined): void {
    this.#replace(start, next?.start ?? this.#text.length, '');
  }

  #line(line: LayoutLine): void {
    const { pieces, inside, start, end } = line;
    const [first] = pieces;
    if (first === undefined) return;
    if (!inside) this.#replace(start, first.start, this.#indent(line, first));
    pieces.forEach((piece, index) => {
      const left = pieces[index - 1];
      if (left !== undefined) {
        const between = this.#text.slice(left.end, piece.start);
        this.#replace(left.end, piece.start, gap(left, piece, between, this.#pieces, pieces[index - 2]));
      }
      if (piece.token !== undefined) this.#replace(piece.start, piece.end, tokenToHalfWidth(piece.token));
      else if (piece.comment !== undefined && !inside && index === 0) this.#shift(piece, line);
    });
    const lastEnd = pieces.at(-1)?.end ?? end;
    if (lastEnd < end) this.#replace(lastEnd, end, '');
    if (pieces.at(-1)?.comment === 'line') this.#trimComment(pieces.at(-1), end);
  }

  /** What stands on the line is for its author to mend; where it begins is known by what stands around it. */
  #rawLine({ start, end, pieces, ...line }: LayoutLine, index: number): void {
    const text = this.#text.slice(start, end);
    if (CONFLICT_MARKER.test(text)) return;
    const begin = start + (text.length - text.trimStart().length);
    const [first] = pieces;
    if (first?.start === begin) {
      this.#replace(start, begin, this.#indent({ ...line, start, end, pieces }, first));
      return;
    }
    const next = this.#pieces.lines.slice(index).find((each) => each.pieces.length > 0)?.pieces[0];
    if (next !== undefined) this.#replace(start, begin, '  '.repeat(next.depth));
  }

  #trimComment(comment: LayoutPiece | undefined, end: number): void {
    if (comment === undefined) return;
    const kept = comment.start + this.#text.slice(comment.start, end).trimEnd().length;
    this.#replace(kept, end, '');
  }

  #indent({ pieces }: LayoutLine, first: LayoutPiece): string {
    let { depth } = first;
    for (const { token } of pieces) {
      if (token?.tokenType.name !== '}') break;
      depth--;
    }
    const more = this.#pieces.continuations.has(first) && first.token?.tokenType.name !== '{' ? 1 : 0;
    return '  '.repeat(Math.max(0, depth) + more);
  }

  /** The further lines of a comment move with its first. */
  #shift(comment: LayoutPiece, line: LayoutLine): void {
    const delta = this.#indent(line, comment).length - (comment.start - line.start);
    if (delta === 0) return;
    for (
      let feed = this.#text.indexOf('\n', comment.start);
      feed !== -1 && feed < comment.end;
      feed = this.#text.indexOf('\n', feed + 1)
    ) {
      const blank = /^[ \t]*/.exec(this.#text.slice(feed + 1, comment.end))?.[0] ?? '';
      if (/^\r?\n/.test(this.#text.slice(feed + 1 + blank.length, feed + 3 + blank.length))) continue;
      const moved = delta > 0 ? blank + ' '.repeat(delta) : blank.slice(Math.min(blank.length, -delta));
      this.#replace(feed + 1, feed + 1 + blank.length, moved);
    }
  }

  /** The text ends with one line end, or is empty. */
  #end(last: LayoutLine | undefined): void {
    if (last === undefined) {
      this.#replace(this.#text.charCodeAt(0) === 0xfeff ? 1 : 0, this.#text.length, '');
      return;
    }
    if (last.raw || this.#isOpenAtEnd()) return;
    const rest = Math.max(last.end, last.pieces.at(-1)?.end ?? last.end);
    const wanted = this.#lineEnd;
    if (rest <= this.#text.length) this.#replace(rest, this.#text.length, wanted);
  }

  /** A comment or long text that nobody closed runs to the end, whatever is put there. */
  #isOpenAtEnd(): boolean {
    const piece = this.#pieces.lines.findLast(({ pieces }) => pieces.length > 0)?.pieces.at(-1);
    if (piece === undefined || piece.end < this.#text.length) return false;
    const image = this.#text.slice(piece.start, piece.end);
    if (piece.comment === 'block' || piece.comment === 'doc') return !image.endsWith('*/') || image.length < 4;
    return piece.token?.tokenType.name === 'BLOCK' && (!image.endsWith('"""') || image.length < 6);
  }

  #replace(start: number, end: number, newText: string): void {
    if (this.#text.slice(start, end) !== newText) this.#edits.push({ start, end, newText });
  }
}

/** Whether an edit touches only lines that hold a part of the range. */
function isWithin(
  { start, end }: Edit,
  range: { readonly start: number; readonly end: number },
  text: string,
): boolean {
  const from = text.lastIndexOf('\n', range.start - 1) + 1;
  const feed = text.indexOf('\n', range.end);
  return start >= from && end <= (feed === -1 ? text.length : feed);
}

/** Whether two texts are the same to the parser, and say the same in their comments. */
function sameTokens(a: string, b: string): boolean {
  const lexer = new PlanLexer();
  const [x, y] = [lexer.tokenize(a), lexer.tokenize(b)];
  if (x.tokens.length !== y.tokens.length || x.report.comments.length !== y.report.comments.length) return false;
  const tokens = x.tokens.every((token, index) => {
    const other = y.tokens[index];
    return other?.tokenType === token.tokenType && tokenToHalfWidth(other) === tokenToHalfWidth(token);
  });
  return (
    tokens &&
    x.report.comments.every((comment, index) => {
      const other = y.report.comments[index];
      return other !== undefined && bare(a, comment) === bare(b, other);
    })
  );
}

function bare(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return text
    .slice(start, end)
    .replace(/[ \t\r]*\n[ \t]*/g, '\n')
    .trimEnd();
}
