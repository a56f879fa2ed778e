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
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.startOffset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token === undefined) return undefined;
    if (token.isInsertedInRecovery === true) continue;
    if (offset < endOf(token)) return token;
    const before = offset === endOf(token) ? token : undefined;
    return before;
  }
  return undefined;
}

export const endOf = (token: Token): number => token.startOffset + token.image.length;
