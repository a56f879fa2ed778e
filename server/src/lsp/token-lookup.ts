/** The tokens of a parsed text: the one at a place, and whether a word is a keyword or a name there. */

import type { Keyword } from '../../../grammar/keywords.js';
import type { PlanParseResult } from '../syntax/parser.js';
import type { Token } from '../syntax/token-types.js';
import { nodesIn } from '../syntax/tree.js';

const names = new WeakMap<PlanParseResult, ReadonlySet<number>>();

/** Where names begin: a keyword there is none. */
export function nameStarts(parsed: PlanParseResult): ReadonlySet<number> {
  let starts = names.get(parsed);
  if (starts === undefined) {
    const found = new Set<number>();
    for (const node of nodesIn(parsed.value)) if (node.$type === 'Name') found.add(node.$start);
    starts = found;
    names.set(parsed, starts);
  }
  return starts;
}

/** The keyword that a token is, where it is not used as a name. */
export function keywordAt(token: Token, parsed: PlanParseResult): Keyword | undefined {
  const { keyword } = token.tokenType;
  return keyword === undefined || nameStarts(parsed).has(token.startOffset) ? undefined : keyword;
}

/** The token that an offset touches; of two neighbours the one behind the cursor. */
export function tokenAt({ tokens }: PlanParseResult, offset: number): Token | undefined {
  const before = written(tokens, firstBehind(tokens, offset) - 1, -1);
  return before !== undefined && offset <= endOf(before) ? before : undefined;
}

/**
 * The place that a cursor speaks of: in the blanks before a statement, or in the blanks or the comment behind it, it is that
 * statement's; in the documentation of a declaration the declaration's; else where it stands.
 */
export function placeMeant({ text, tokens, lexerReport }: PlanParseResult, offset: number): number {
  const index = firstBehind(tokens, offset);
  const before = written(tokens, index - 1, -1);
  const behind = written(tokens, index, 1);
  const isBreakBetween = (start: number, end: number): boolean => text.slice(start, end).includes('\n');
  const isDocumentation = lexerReport.comments.some(
    ({ kind, start, end }) => kind === 'doc' && start <= offset && offset <= end,
  );
  if (isDocumentation) return behind?.startOffset ?? offset;
  if (before !== undefined && !isBreakBetween(endOf(before), offset)) return Math.min(offset, endOf(before));
  return behind !== undefined && !isBreakBetween(offset, behind.startOffset) ? behind.startOffset : offset;
}

/** The index of the first token that begins behind an offset. */
function firstBehind(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.startOffset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From an index on, the first token that stands in the text. */
function written(tokens: readonly Token[], from: number, step: 1 | -1): Token | undefined {
  let index = from;
  while (tokens[index]?.isInsertedInRecovery === true) index += step;
  return tokens[index];
}

export const endOf = (token: Token): number => token.startOffset + token.image.length;
