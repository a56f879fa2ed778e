/** The statement that a place in the text belongs to, and what takes it or an entry of its list out of the text. */
import type { Span } from '../../../model/span.js';
import { childrenOf, isA, nodesIn, type PlanNode, placeOf } from '../../../syntax/tree.js';
import type { SnippetEdit } from '../../../workspace/fixes/plan-text.js';
import { removal } from '../../../workspace/fixes/removal.js';
import type { Source } from '../../session.js';

/** The innermost member that covers a place, from its keyword to its last value. Only what covers it is gone into. */
export function memberAt({ parsed }: Source, at: Span): PlanNode | undefined {
  const isAround = (node: PlanNode): boolean => {
    const { start, end } = placeOf(node);
    return start <= at.start && at.end <= end;
  };
  let found: PlanNode | undefined;
  for (let around = childrenOf(parsed.value).find(isAround); around !== undefined; ) {
    if (around.$type.endsWith('Member') || isA(around, 'Stage')) found = around;
    around = childrenOf(around).find(isAround);
  }
  return found;
}

/** Takes a statement out, with its line where it has one of its own. */
export function without(
  { file, text }: Source,
  statement: { readonly start: number; readonly end: number },
): SnippetEdit {
  return { file, ...removal(text, statement), insert: [] };
}

/** Takes one of the names of a list out, with its separator; with the whole statement where it is the only one. */
export function withoutEntry(source: Source, at: Span): SnippetEdit | undefined {
  const member = memberAt(source, at);
  if (member === undefined) return undefined;
  const entries = [...nodesIn(member)].filter((node) => isA(node, 'Path')).map(placeOf);
  const index = entries.findIndex(({ start, end }) => start <= at.start && at.end <= end);
  const [entry, before, behind] = [entries[index], entries[index - 1], entries[index + 1]];
  if (entry === undefined) return undefined;
  if (behind !== undefined) return { file: source.file, start: entry.start, end: behind.start, insert: [] };
  if (before !== undefined) return { file: source.file, start: before.end, end: entry.end, insert: [] };
  return without(source, placeOf(member));
}
