/** Which members are not offered in the block around a place: single ones that stand there, and those of other kinds. */
import type { Keyword } from '../../../../../grammar/keywords.js';
import { isOn, memberIn, membersOf } from '../../../../../grammar/members.js';
import { blockAround, keywordOfNode } from '../../../syntax/standing.js';
import { childrenOf, type PlanNode, placeOf } from '../../../syntax/tree.js';

export function excludedMembers(root: PlanNode, offset: number): ReadonlySet<Keyword> {
  const block = blockAround(root, offset);
  // Declarations may stand any number of times.
  if (block === undefined) return new Set();
  const { name, kind } = block;
  const stated = new Set(membersOf(name).filter((keyword) => !isOn(name, keyword, kind)));
  for (const member of childrenOf(block.node)) {
    const keyword = keywordOfNode(member);
    if (keyword === undefined || memberIn(name, keyword)?.repeats === true) continue;
    // The one under the cursor is what is being typed.
    const { start } = placeOf(member);
    if (start <= offset && offset <= start + keyword.length) continue;
    stated.add(keyword);
  }
  return stated;
}
