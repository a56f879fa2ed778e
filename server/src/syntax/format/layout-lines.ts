/** A text taken apart for layout: its lines, with the tokens and comments that begin on each. */
import type { Comment } from '../lexer.js';
import { withLineFeeds } from '../line-ends.js';
import type { PlanParseResult } from '../parser.js';
import type { Token } from '../token-types.js';
import { childrenOf, nodesIn, type PlanNode, placeOf } from '../tree.js';

export interface LayoutPiece {
  readonly start: number;
  readonly end: number;
  /** Absent of a comment. */
  readonly token?: Token;
  readonly comment?: Comment['kind'];
  /** How many braces are open before it. */
  readonly depth: number;
}

export interface LayoutLine {
  readonly start: number;
  /** Where the line's own text ends, before its line end. */
  readonly end: number;
  readonly pieces: readonly LayoutPiece[];
  /** Something stands on it that is neither a token nor a comment: it is left as it is. */
  readonly raw: boolean;
  /** It begins inside a long text or a comment. */
  readonly inside: boolean;
}

export interface LayoutLines {
  readonly lines: readonly LayoutLine[];
  /** Pieces that go on with a statement begun on a line above. */
  readonly continuations: ReadonlySet<LayoutPiece>;
  /** Signs of a lag or lead, which stand close to their duration. */
  readonly lags: ReadonlySet<number>;
  /** Tokens that go on with a name that lacks its backquotes, and stay close to what is before them. */
  readonly glued: ReadonlySet<number>;
  /** Where the parser stopped: whether what is there touches its neighbours tells what was meant as one value. */
  readonly stops: ReadonlySet<number>;
  /** Where statements begin: declarations and members of a block. */
  readonly statements: ReadonlySet<number>;
}

export function layoutLinesOf(parsed: PlanParseResult): LayoutLines {
  const pieces = allPieces(parsed);
  const lines = linesOf(withLineFeeds(parsed.text), pieces);
  const depths = depthsOf(parsed.tokens);
  return {
    lines,
    continuations: continuations(lines, parsed, depths),
    lags: lags(parsed),
    glued: glued(parsed),
    stops: new Set(parsed.mistakes.map(({ token }) => token.startOffset)),
    statements: statements(parsed, depths),
  };
}

function allPieces({ tokens, lexerReport }: PlanParseResult): readonly LayoutPiece[] {
  const pieces: LayoutPiece[] = [];
  const { comments } = lexerReport;
  let depth = 0;
  let next = 0;
  const addComments = (before: number): void => {
    for (let comment = comments[next]; comment !== undefined && comment.start < before; comment = comments[++next]) {
      pieces.push({ start: comment.start, end: comment.end, comment: comment.kind, depth });
    }
  };
  for (const token of tokens) {
    if (token.isInsertedInRecovery === true) {
      if (token.tokenType.name === '}') depth = Math.max(0, depth - 1);
      else if (token.tokenType.name === '{') depth++;
      continue;
    }
    addComments(token.startOffset);
    pieces.push({ start: token.startOffset, end: token.startOffset + token.image.length, token, depth });
    if (token.tokenType.name === '{') depth++;
    else if (token.tokenType.name === '}') depth = Math.max(0, depth - 1);
  }
  addComments(Number.POSITIVE_INFINITY);
  return pieces;
}

function linesOf(text: string, pieces: readonly LayoutPiece[]): readonly LayoutLine[] {
  const lines: LayoutLine[] = [];
  let next = 0;
  let covered = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let start = covered; start <= text.length; ) {
    const feed = text.indexOf('\n', start);
    const stop = feed === -1 ? text.length : feed;
    const end = stop > start && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    const inside = covered > start;
    const own: LayoutPiece[] = [];
    let raw = false;
    let at = Math.max(start, Math.min(covered, end));
    for (let piece = pieces[next]; piece !== undefined && piece.start <= stop; piece = pieces[++next]) {
      raw ||= text.slice(at, piece.start).trim() !== '';
      own.push(piece);
      covered = piece.end;
      at = Math.min(piece.end, end);
    }
    raw ||= covered <= end && text.slice(Math.max(at, start), end).trim() !== '';
    lines.push({ start, end, pieces: own, raw, inside });
    if (feed === -1) break;
    start = feed + 1;
  }
  return lines;
}

function continuations(
  lines: readonly LayoutLine[],
  { value }: PlanParseResult,
  depths: ReadonlyMap<number, number>,
): ReadonlySet<LayoutPiece> {
  const nodes = [...nodesIn(value)]
    .map(placeOf)
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const found = new Set<LayoutPiece>();
  let open: { readonly start: number; readonly end: number }[] = [];
  let next = 0;
  for (const { pieces, inside } of lines) {
    const [first] = pieces;
    if (first === undefined || inside) continue;
    for (let node = nodes[next]; node !== undefined && node.start < first.start; node = nodes[++next]) open.push(node);
    open = open.filter(({ end }) => end > first.start);
    if (open.some(({ start }) => (depths.get(start) ?? -1) === first.depth)) found.add(first);
  }
  return found;
}

/** A statement stands at the top or in a block: one brace deeper than what it belongs to. */
function statements({ value }: PlanParseResult, depths: ReadonlyMap<number, number>): ReadonlySet<number> {
  const found = new Set<number>();
  const open: (readonly [node: PlanNode, depth: number])[] = [[value, -1]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [owner, outside] = next;
    for (const node of childrenOf(owner)) {
      const { start, end } = placeOf(node);
      const depth = depths.get(start) ?? outside;
      if (depth > outside && end > start) found.add(start);
      open.push([node, depth]);
    }
  }
  return found;
}

function depthsOf(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const depths = new Map<number, number>();
  let depth = 0;
  for (const { tokenType, startOffset, isInsertedInRecovery } of tokens) {
    if (isInsertedInRecovery !== true) depths.set(startOffset, depth);
    if (tokenType.name === '{') depth++;
    else if (tokenType.name === '}') depth = Math.max(0, depth - 1);
  }
  return depths;
}

function glued({ tokens, unquoted }: PlanParseResult): ReadonlySet<number> {
  const found = new Set<number>();
  let next = 0;
  for (const { startOffset } of unquoted.length === 0 ? [] : tokens) {
    for (let name = unquoted[next]; name !== undefined && name.end <= startOffset; name = unquoted[++next]);
    const name = unquoted[next];
    if (name === undefined) break;
    if (name.start < startOffset) found.add(startOffset);
  }
  return found;
}

function lags({ value, tokens }: PlanParseResult): ReadonlySet<number> {
  const places = [...nodesIn(value)].filter(({ $type }) => $type === 'Dependency').map(placeOf);
  if (places.length === 0) return new Set();
  const found = new Set<number>();
  let next = 0;
  for (const { tokenType, startOffset } of tokens) {
    for (let place = places[next]; place !== undefined && place.end <= startOffset; place = places[++next]);
    const place = places[next];
    if (place === undefined) break;
    const isSign = tokenType.name === '+' || tokenType.name === '-';
    if (isSign && place.start < startOffset) found.add(startOffset);
  }
  return found;
}
