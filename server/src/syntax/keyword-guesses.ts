/** What a mistyped or glued word was probably meant to be, judged by what could have stood in its place. */

import { KEYWORDS, type Keyword, keywordOf, spelling } from '../../../grammar/keywords.js';
import { meantBy } from '../../../grammar/synonyms.js';

/** The keyword or sign among `expected` that people also call so: 责任部门 is 责任单位. */
export function synonymOf(word: string, expected: readonly string[]): string | undefined {
  return meantBy(word).find((meant) => expected.includes(meant));
}

/**
 * The keyword among `expected` that `word` is most likely a mistyping of, if one is near enough. One Chinese character of
 * two that is another makes another word (区级, 省级), and so do two of four (责任部门, 责任领导).
 */
export function guessKeyword(word: string, expected: readonly string[]): Keyword | undefined {
  let best: Keyword | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  const lower = word.toLowerCase();
  for (const name of expected) {
    const keyword = keywordOf(name);
    if (keyword === undefined) continue;
    for (const lang of ['en', 'zh'] as const) {
      const spelled = spelling(keyword, lang);
      const allowed = lang === 'en' ? Math.max(1, Math.floor(spelled.length / 3)) : 1;
      const distance = editDistance(lower, spelled.toLowerCase(), allowed);
      if (lang === 'zh' && spelled.length < 3 && ![...spelled].every((each) => word.includes(each))) continue;
      if (distance <= allowed && distance < bestDistance) [best, bestDistance] = [keyword, distance];
    }
  }
  return best;
}

/** A keyword that begins `word`, with what is glued to it: 责任人李四. */
export function gluedKeyword(
  word: string,
  expected: readonly string[],
): { keyword: Keyword; rest: string } | undefined {
  let found: { keyword: Keyword; rest: string } | undefined;
  for (const { en, zh } of KEYWORDS.values()) {
    if (!expected.includes(en) || !word.startsWith(zh) || word.length === zh.length || zh === en) continue;
    const rest = word.slice(zh.length);
    if (found === undefined || rest.length < found.rest.length) found = { keyword: en, rest };
  }
  return found;
}

/** Levenshtein's distance with neighbours swapped counting once, given up beyond `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? limit + 1;
}
