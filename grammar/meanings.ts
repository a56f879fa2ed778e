/** What each keyword means, place by place: derived from the tables of members and of fixed words. */
import type { Keyword } from './keywords.js';
import { BLOCK_NAMES, BLOCKS, type BlockName, blockOf, type Explained, memberIn } from './members.js';
import type { Meaning } from './shapes.js';
import { connective, connectiveIn, WORD_LISTS, wordIn } from './words.js';

/** Where a keyword stands. */
export type Standing =
  /** At the beginning of a declaration. */
  | { readonly as: 'declaration' }
  /** At the beginning of a member. */
  | { readonly as: 'member'; readonly of: BlockName }
  /** Inside a statement; behind the keyword of that member where it is one. */
  | { readonly as: 'word'; readonly behind?: { readonly member: Keyword; readonly of: BlockName } };

/** What a keyword means where it stands; undefined where it can mean nothing there. */
export function meaningAt(keyword: Keyword, standing: Standing): Meaning | undefined {
  if (standing.as === 'declaration') return declarationOf(keyword);
  if (standing.as === 'member') return memberIn(standing.of, keyword);
  const { behind } = standing;
  const value = behind && memberIn(behind.of, behind.member)?.value;
  const fixed = value !== undefined && 'of' in value ? wordIn(value.of, keyword) : undefined;
  return fixed ?? (behind && connectiveIn(behind.member, keyword)) ?? connective(keyword) ?? inAnyList(keyword);
}

function declarationOf(keyword: Keyword): Meaning | undefined {
  const block = blockOf(keyword);
  return block && BLOCKS[block].kinds[keyword];
}

function inAnyList(keyword: Keyword): Meaning | undefined {
  for (const list of WORD_LISTS) {
    const word = wordIn(list, keyword);
    if (word !== undefined) return word;
  }
  return undefined;
}

/** All that a keyword can mean, declarations first; what it means the same in several places once. */
export function meaningsOf(keyword: Keyword): readonly Meaning[] {
  // An error here names keywords that stand in no table.
  const explained: Explained = keyword;
  const all = [
    declarationOf(explained),
    ...BLOCK_NAMES.map((block) => memberIn(block, keyword)),
    ...WORD_LISTS.map((list) => wordIn(list, keyword)),
    connective(keyword),
  ];
  const found = new Map<string, Meaning>();
  for (const each of all) if (each !== undefined && !found.has(each.means.en)) found.set(each.means.en, each);
  return [...found.values()];
}
