/**
 * Where a closing brace was forgotten, told by what people go by: a line that is indented no deeper than the one that
 * opened the block, and a statement that cannot stand in this block but can in one around it.
 */
import { blockMembers, declarationWords } from './grammar/blocks.js';
import { onlyKeyword, type Token } from './token-types.js';

interface OpenBlock {
  readonly opener: Token;
  /** Where the line begins that opens it. */
  readonly column: number;
  /** Whether its statements stand deeper than that; undefined until one begins a line. */
  indented: boolean | undefined;
  readonly members: ReadonlySet<string> | undefined;
  /** Whether its statements begin on the line of the brace: `task T { duration 3w`. */
  readonly begun: boolean;
}

/**
 * The first brace, from the line of `from` on, that ends a block too early: what comes behind it stands deeper than the line that opened
 * the block, as its statements do. It stands behind another: a brace by
 * itself rather ends a block that was not opened. Only asked where some brace closes nothing.
 */
export function earlyBrace(tokens: readonly Token[], from: number): number | undefined {
  const open: number[] = [];
  let column = 1;
  let start = from;
  while (start > 0 && !beginsLine(tokens, start)) start--;
  for (let index = start; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (beginsLine(tokens, index)) column = token.startColumn ?? 1;
    const { name } = token.tokenType;
    if (name === '{') open.push(column);
    if (name !== '}') continue;
    const opened = open.pop();
    const [before, next] = [tokens[index - 1], tokens[index + 1]];
    if (before?.tokenType.name !== '}' || before.endLine !== token.startLine) continue;
    if (opened === undefined || next === undefined || next.tokenType.name === '}') continue;
    const behind = beginsLine(tokens, index + 1) ? (next.startColumn ?? 1) : column;
    if (behind > opened) return index;
  }
  return undefined;
}

export interface ForgottenBrace {
  /** The index of the token that it has to stand before. */
  readonly before: number;
  readonly opener: Token;
}

/** At most `missing` places among the tokens from `root` on, in the order of the text; none where they contradict. */
export function forgottenBraces(tokens: readonly Token[], root: number, missing: number): readonly ForgottenBrace[] {
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
      open.push({
        opener: token,
        column: tokens[line]?.startColumn ?? 1,
        indented: undefined,
        members,
        begun: !beginsLine(tokens, index + 1),
      });
    }
    if (name === '}' && open.pop() === undefined) return [];
  }
  return found;
}

/** Whether `token`, which begins a line, belongs to a block around `block`. */
function isOutside(token: Token, block: OpenBlock, open: readonly OpenBlock[]): boolean {
  const { name, mayBeName } = token.tokenType;
  const column = token.startColumn ?? 1;
  if (name === '}') return block.indented === true && column < block.column;
  if ((block.indented === true || (block.begun && block.indented === undefined)) && column <= block.column) return true;
  return (
    block.members !== undefined &&
    !mayBeName &&
    !block.members.has(name) &&
    (open.some((around) => around !== block && around.members?.has(name) === true) ||
      (column <= block.column && declarationWords().has(name)))
  );
}

function beginsLine(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return before === undefined || before.endLine !== tokens[index]?.startLine;
}

/** At most `most` braces from `root` on that open a block where no statement has one: `leader L {`. */
export function strayBraces(tokens: readonly Token[], root: number, most: number): readonly number[] {
  const found: number[] = [];
  for (let index = root; index < tokens.length && found.length < most; index++) {
    if (tokens[index]?.tokenType.name === '{' && headerOf(tokens, index) === undefined) found.push(index);
  }
  return found;
}

/** Whether a token can only begin a statement. */
const isStatement = (token: Token | undefined): boolean => token !== undefined && onlyKeyword(token) !== undefined;

/** The keyword of the statement whose block opens at `brace`: `project` for `project meeting "…" {`. */
export function headerOf(tokens: readonly Token[], brace: number): string | undefined {
  const headers = blockMembers();
  const at = (index: number) => tokens[index]?.tokenType.name ?? '';
  for (let index = brace - 1; index >= 0; index--) {
    const name = at(index);
    if (name === '{' || name === '}') return undefined;
    if (headers.has(name) && !headers.has(at(index - 1))) return name;
    if (beginsLine(tokens, index) && isStatement(tokens[index])) return undefined;
  }
  return undefined;
}

/** Members that also stand before the block. */
const IN_HEADS: ReadonlySet<string> = new Set(['due', 'done']);

/** A statement whose block was never opened. */
export interface UnopenedBlock {
  /** The index of the token that the brace has to stand before. */
  readonly before: number;
  readonly header: Token;
}

/** A statement that may be one whose block was never opened. */
interface Candidate {
  readonly index: number;
  readonly members: ReadonlySet<string>;
  /** The first keyword behind it that could stand in its block. */
  firstMember: number | undefined;
}

/**
 * Among the tokens from `from` to `to`, which stand where only `allowed` can: the statement whose members follow it
 * although it opens no block. Told by the first keyword that can stand in its block and not here, with nothing before it
 * that cannot.
 */
export function unopenedBlock(
  tokens: readonly Token[],
  from: number,
  to: number,
  allowed: ReadonlySet<string>,
): UnopenedBlock | undefined {
  const headers = blockMembers();
  let candidates: readonly Candidate[] = [];
  let depth = 0;
  for (let index = from; index < to; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const { name, keyword } = token.tokenType;
    if (name === '}') depth--;
    if (name === '{') {
      // The block of the latest statement: it has one.
      if (depth === 0) candidates = candidates.slice(0, -1);
      depth++;
    }
    if (depth > 0 || keyword === undefined || !statementWords().has(keyword)) continue;
    // Behind the keyword of a statement stands its name.
    if (candidates.at(-1)?.index === index - 1) continue;
    if (!IN_HEADS.has(keyword)) {
      candidates = candidates.filter(({ members }) => members.has(keyword));
      for (const candidate of candidates) candidate.firstMember ??= index;
    }
    const found = allowed.has(keyword) || IN_HEADS.has(keyword) ? undefined : candidates.at(-1);
    const header = found && tokens[found.index];
    if (found !== undefined && header !== undefined) {
      return { before: endOfHead(tokens, found.index, found.firstMember ?? index), header };
    }
    const members = headers.get(keyword);
    if (members !== undefined) candidates = [...candidates, { index, members, firstMember: undefined }];
  }
  return undefined;
}

let words: ReadonlySet<string> | undefined;

/** Every keyword that a statement of any block begins with; words that only values hold are none. */
function statementWords(): ReadonlySet<string> {
  words ??= new Set([...declarationWords(), ...[...blockMembers().values()].flatMap((members) => [...members])]);
  return words;
}

/** Where the line of a head ends, `member` at the latest. */
function endOfHead(tokens: readonly Token[], header: number, member: number): number {
  for (let index = header + 1; index < member; index++) if (beginsLine(tokens, index)) return index;
  return member;
}
