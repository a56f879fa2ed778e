/** What was not closed has to end somewhere, and not at the end of the file with all that stands there. */
import { keywordOf } from '../../../grammar/keywords.js';
import { isNamePart } from './letters.js';

/**
 * Where a comment or a long text from `start` on may be taken to end: before the first line that is indented no deeper
 * than the one it begins on (at `lineStart`) and begins with a keyword or a closing brace. `limit` where there is no such
 * line before it.
 */
export function endOfUnclosed(
  text: string,
  { start, lineStart, limit }: { readonly start: number; readonly lineStart: number; readonly limit: number },
): number {
  const indent = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0].length ?? 0;
  for (let line = text.indexOf('\n', start); line !== -1 && line < limit; line = text.indexOf('\n', line + 1)) {
    let word = line + 1;
    while (text.charCodeAt(word) === 32 || text.charCodeAt(word) === 9) word++;
    if (word - line - 1 > indent || word >= limit) continue;
    let end = word;
    while (end < limit && isNamePart(text, end)) end++;
    if (text[word] === '}' || keywordOf(text.slice(word, end)) !== undefined) {
      return start + text.slice(start, line).trimEnd().length;
    }
  }
  return limit;
}
