/** Which members are not offered in the block around a place: single ones that stand there, and those of other items. */
import { type AstNode, AstUtils } from 'langium';
import { type Keyword, keywordOf } from '../../../../../grammar/keywords.js';
import { toHalfWidth } from '../../../model/half-width.js';
import { placeOf } from '../../../syntax/parsing/tree-nodes.js';

/** Members that may stand more than once (language reference, 2). */
const REPEATED: ReadonlySet<Keyword> = new Set<Keyword>([
  'suspended',
  'expect',
  'holiday',
  'workday',
  'stage',
  'milestone',
  'task',
  'approval',
  'issue',
  'report',
  'review',
  'note',
  'link',
  'source',
  'year',
  'after',
  'evidence',
  'revised',
  'tried',
  'decision',
  'feedback',
  'light',
  'require',
]);
/** What the grammar knows of every item and only some kinds have (language reference, 2.4). */
const LACKED: ReadonlyMap<Keyword, readonly Keyword[]> = new Map<Keyword, readonly Keyword[]>([
  [
    'milestone',
    [
      ...(['start', 'finish', 'duration', 'started', 'progress', 'suspended', 'calendar', 'remaining'] as const),
      ...(['authority', 'milestone', 'task', 'approval'] as const),
    ],
  ],
  ['task', ['authority']],
]);
const KEYS = ['key', 'keyword', 'period', 'color'] as const;

export function excludedMembers(root: AstNode, offset: number): ReadonlySet<Keyword> {
  let block: AstNode = root;
  for (;;) {
    const inner = [...AstUtils.streamContents(block)].find((node) => {
      const { start, end } = placeOf(node);
      return start < offset && offset < end;
    });
    if (inner === undefined) break;
    block = inner;
  }
  // Declarations may stand any number of times.
  if (block === root) return new Set();
  const stated = new Set<Keyword>(LACKED.get(keywordOf(toHalfWidth(keywordText(block) ?? '')) ?? 'approval'));
  for (const member of AstUtils.streamContents(block)) {
    const { start } = placeOf(member);
    const word = keywordText(member);
    const keyword = word === undefined ? undefined : keywordOf(toHalfWidth(word));
    if (keyword === undefined || word === undefined || REPEATED.has(keyword)) continue;
    // The one under the cursor is what is being typed.
    if (start <= offset && offset <= start + word.length) continue;
    stated.add(keyword);
  }
  return stated;
}

function keywordText(member: AstNode): string | undefined {
  const properties = new Map<string, unknown>(Object.entries(member));
  for (const key of KEYS) {
    const value = properties.get(key);
    if (typeof value === 'string') return value;
  }
  return undefined;
}
