/** Whether a keyword is one where it stands, or a name. */
import { type Keyword, keywordOf } from '../../../grammar/keywords.js';
import { membersOf } from '../../../grammar/members.js';
import { isLetter, isNamePart } from './letters.js';

/** After these an operand has to come: `and` and `or` are none, and a word on the next line is one. */
const BEFORE_OPERAND: ReadonlySet<string> = new Set(
  '( + - * / = != < <= > >= ~= .. and or not in where when expect'.split(' '),
);
/** The same for the next entry of a list and the next part of a path. */
const CONTINUES: ReadonlySet<string> = new Set([...BEFORE_OPERAND, ',', '.']);
/** What goes on behind an operand or an entry of a list, where another word would begin the value of a statement. */
const GOES_ON: ReadonlySet<string> = new Set(['and', 'or', 'in', 'at', 'desc', 'for', 'FS', 'SS', 'FF', 'SF', '..']);

/** What begins another statement of a view. */
const VIEW_MEMBERS: ReadonlySet<Keyword> = new Set(membersOf('view'));

export interface KeywordContext {
  /** The kind of the token before it. */
  readonly after: string;
  readonly firstOnLine: boolean;
  /** The text, in half-width signs, and where the keyword ends in it. */
  readonly text: string;
  readonly end: number;
  /** Whether it stands in the list of a view's columns. */
  readonly amongColumns: () => boolean;
}

/**
 * Whether `keyword` can be a name where it stands. First on its line it begins a statement, unless an operator or a
 * comma before it asks for more and no value follows it: behind a comma too many, `unit Planning` is a statement.
 */
export function mayBeName(keyword: Keyword, context: KeywordContext): boolean {
  const { after, firstOnLine, text, end } = context;
  if ((keyword === 'and' || keyword === 'or') && BEFORE_OPERAND.has(after)) return false;
  if (keyword === 'by' && after === 'group') return false;
  if (!firstOnLine) return true;
  if (!CONTINUES.has(after)) return false;
  // A column may have a title: `invested "Spent"` goes on where a report's `invested 5M` would begin.
  return !valueFollows(text, end) || (after === ',' && !VIEW_MEMBERS.has(keyword) && context.amongColumns());
}

/** Whether a word, a number, a string or a block follows on the same line. */
function valueFollows(text: string, from: number): boolean {
  let start = from;
  while (text.charCodeAt(start) === 32 || text.charCodeAt(start) === 9) start++;
  if (/["“「`{0-9~约]/.test(text.charAt(start))) return text.charAt(start + 1) !== '=';
  if (start >= text.length || !isLetter(text, start)) return false;
  let end = start;
  while (end < text.length && isNamePart(text, end)) end++;
  return !GOES_ON.has(keywordOf(text.slice(start, end)) ?? '');
}
