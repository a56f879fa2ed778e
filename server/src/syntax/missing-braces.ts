/**
 * Where a closing brace was forgotten, told by what people go by: a line that is indented no deeper than the one that
 * opened the block, and a statement that cannot stand in this block but can in one around it.
 */
import type { IToken } from 'chevrotain';
import { keywordOf } from '../../../grammar/keywords.js';
import { blockMembers } from './blocks.js';

interface OpenBlock {
  readonly opener: IToken;
  /** Where the line begins that opens it. */
  readonly column: number;
  /** Whether its statements stand deeper than that; undefined until one begins a line. */
  indented: boolean | undefined;
  readonly members: ReadonlySet<string> | undefined;
}

export interface ForgottenBrace {
  /** The index of the token that it has to stand before. */
  readonly before: number;
  readonly opener: IToken;
}

/** At most `missing` places among the tokens from `root` on, in the order of the text; none where they contradict. */
export function forgottenBraces(tokens: readonly IToken[], root: number, missing: number): readonly ForgottenBrace[] {
  const found: ForgottenBrace[] = [];
  const open: OpenBlock[] = [];
  let line = root;
  while (line > 0 && !beginsLine(tokens, line)) line--;
  for (let index = root; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const { name } = token.tokenType;
    if (beginsLine(tokens, index)) {
      line = index;
      for (let top = open.at(-1); top !== undefined && found.length < missing; top = open.at(-1)) {
        if (!isOutside(token, top, open)) break;
        found.push({ before: index, opener: top.opener });
        open.pop();
      }
      const top = open.at(-1);
      if (top !== undefined && name !== '}') top.indented ??= (token.startColumn ?? 1) > top.column;
    }
    if (name === '{') {
      const members = blockMembers().get(headerOf(tokens, index) ?? '');
      open.push({ opener: token, column: tokens[line]?.startColumn ?? 1, indented: undefined, members });
    }
    if (name === '}' && open.pop() === undefined) return [];
  }
  return found;
}

/** Whether `token`, which begins a line, belongs to a block around `block`. */
function isOutside(token: IToken, block: OpenBlock, open: readonly OpenBlock[]): boolean {
  const { name } = token.tokenType;
  const column = token.startColumn ?? 1;
  if (name === '}') return block.indented === true && column < block.column;
  if (block.indented === true && column <= block.column) return true;
  return (
    block.members !== undefined &&
    !block.members.has(name) &&
    open.some((around) => around !== block && around.members?.has(name) === true)
  );
}

function beginsLine(tokens: readonly IToken[], index: number): boolean {
  const before = tokens[index - 1];
  return before === undefined || before.endLine !== tokens[index]?.startLine;
}

/** At most `most` braces from `root` on that open a block where no statement has one: `leader L {`. */
export function strayBraces(tokens: readonly IToken[], root: number, most: number): readonly number[] {
  const found: number[] = [];
  for (let index = root; index < tokens.length && found.length < most; index++) {
    if (tokens[index]?.tokenType.name === '{' && headerOf(tokens, index) === undefined) found.push(index);
  }
  return found;
}

/** The keyword of the statement whose block opens at `brace`: `project` for `project meeting "…" {`. */
export function headerOf(tokens: readonly IToken[], brace: number): string | undefined {
  const headers = blockMembers();
  const at = (index: number) => tokens[index]?.tokenType.name.replace(/~name$/, '') ?? '';
  for (let index = brace - 1; index >= 0; index--) {
    const name = at(index);
    if (name === '{' || name === '}') return undefined;
    if (headers.has(name) && !headers.has(at(index - 1))) return name;
    if (beginsLine(tokens, index) && keywordOf(tokens[index]?.tokenType.name ?? '') !== undefined) return undefined;
  }
  return undefined;
}
