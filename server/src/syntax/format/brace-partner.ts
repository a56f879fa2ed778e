/** The brace or parenthesis that belongs to one that was just typed, in half width: who mends one half mends both. */
import type { PlanParseResult } from '../parser.js';
import type { Token } from '../token-types.js';
import type { Edit } from './edit.js';
import { tokenToHalfWidth } from './token-half-width.js';

const CLOSES: Readonly<Record<string, string>> = { '}': '{', ')': '(' };

/** What mends the partner of the sign at `offset`; nothing where that is no brace, has none, or is in half width. */
export function partnerEdits({ tokens }: Pick<PlanParseResult, 'tokens'>, offset: number): readonly Edit[] {
  const open: Token[] = [];
  for (const token of tokens) {
    const name = token.tokenType.name;
    if (name === '{' || name === '(') open.push(token);
    const closes = CLOSES[name];
    const opener = open.at(-1);
    if (closes === undefined || opener?.tokenType.name !== closes) continue;
    open.pop();
    if (opener.startOffset === offset) return mended(token);
    if (token.startOffset === offset) return mended(opener);
  }
  return [];
}

function mended(token: Token): readonly Edit[] {
  const newText = tokenToHalfWidth(token);
  if (token.isInsertedInRecovery === true || newText === token.image) return [];
  return [{ start: token.startOffset, end: token.startOffset + token.image.length, newText }];
}
