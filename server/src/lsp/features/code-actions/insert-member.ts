/** Where in the text of an item a member is to stand. */

import type { DateFact, ItemFacts } from '../../../model/facts.js';
import type { PlanText, SnippetEdit, SnippetPart } from '../../../workspace/fixes/plan-text.js';

/** `done`: behind the deadline, in the short form where that is in it. */
export function insertDone(text: PlanText, item: ItemFacts, ...member: readonly SnippetPart[]): SnippetEdit {
  const { due, at } = item;
  const inHeader = due !== undefined && standsInHeader(text, item, due);
  if (inHeader) return { file: text.file, start: due.at.end, end: due.at.end, insert: [' ', ...member] };
  if (text.hasBlock(at)) {
    return due === undefined ? text.intoBlock(at, [member]) : text.behind(due.at, at, [member]);
  }
  return { file: text.file, start: at.end, end: at.end, insert: [' ', ...member] };
}

/** What has a block: an item, an issue, a decision. */
export type WithBlock = Pick<ItemFacts, 'at'> & {
  readonly [head in 'name' | 'title' | 'text']?: Pick<ItemFacts, 'at'>;
};

/** A member that stands in the block: behind another one where there is one. */
export function insertMember(
  text: PlanText,
  item: WithBlock,
  behind: DateFact['at'] | undefined,
  ...member: readonly SnippetPart[]
): SnippetEdit {
  if (behind === undefined || !text.hasBlock(item.at) || standsInHeader(text, item, { at: behind })) {
    return text.intoBlock(item.at, [member]);
  }
  return text.behind(behind, item.at, [member]);
}

/** Before the block: `milestone Opening due 2026-06-30 { … }`. */
function standsInHeader(text: PlanText, item: WithBlock, member: { readonly at: DateFact['at'] }): boolean {
  const from = (item.title ?? item.text ?? item.name)?.at.end ?? item.at.start;
  return !/[{｛]/.test(text.slice({ start: from, end: member.at.start }));
}
