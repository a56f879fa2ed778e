/** Words that can mean only one keyword where a keyword can stand, and are read as it (language reference, 1). */
import { KEYWORDS, type Keyword, keywordOf, spelling } from '../../../grammar/keywords.js';

const MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const NODES: readonly (readonly [string, string])[] = [
  ...MONTHS.map((month, index) => [`${month}月`, `M${index + 1}`] as const),
  ...MONTHS.map((month, index) => [`${month}月份`, `M${index + 1}`] as const),
  ...MONTHS.slice(0, 4).map((quarter, index) => [`第${quarter}季度`, `Q${index + 1}`] as const),
];
const OTHER: readonly (readonly [string, string])[] = [
  ['并且', 'and'],
  ['或者', 'or'],
  ['并非', 'not'],
];

const ALSO: ReadonlyMap<string, Keyword> = new Map(
  [...NODES, ...OTHER].flatMap(([word, meant]): [string, Keyword][] => {
    const keyword = keywordOf(meant);
    return keyword === undefined ? [] : [[word, keyword]];
  }),
);
/** English keywords by their letters in lower case. */
const IN_ANY_CASE: ReadonlyMap<string, Keyword> = new Map(
  [...KEYWORDS.keys()].map((word) => [word.toLowerCase(), word]),
);

/**
 * The keyword that `word` is read as although it is spelled otherwise: 一月, 并且, LEADER. Undefined where it is none, or
 * is spelled as it should be.
 */
export function alsoRead(word: string): Keyword | undefined {
  const also = ALSO.get(word);
  if (also !== undefined) return also;
  const first = word.charCodeAt(0);
  if (first > 122 || !/[A-Z]|^[a-z]+\d/.test(word)) return undefined;
  const keyword = IN_ANY_CASE.get(word.toLowerCase());
  return keyword === word ? undefined : keyword;
}

/** How that keyword is spelled in the vocabulary that `word` was taken from. */
export function respelled(word: string, keyword: Keyword): string {
  return spelling(keyword, /[a-z]/i.test(word) ? 'en' : 'zh');
}

/** How often something has to happen, in one word: 每周, weekly. Without the word for `every`: the duration. */
const RHYTHMS: ReadonlyMap<string, { readonly en: string; readonly zh: string }> = new Map([
  ['周', { en: '1w', zh: '1周' }],
  ['星期', { en: '1w', zh: '1周' }],
  ['两周', { en: '2w', zh: '2周' }],
  ['双周', { en: '2w', zh: '2周' }],
  ['月', { en: '1mo', zh: '1个月' }],
  ['个月', { en: '1mo', zh: '1个月' }],
  ['季度', { en: '3mo', zh: '3个月' }],
  ['季', { en: '3mo', zh: '3个月' }],
  ['半年', { en: '6mo', zh: '6个月' }],
  ['年', { en: '1y', zh: '1年' }],
  ['day', { en: '1d', zh: '1天' }],
  ['week', { en: '1w', zh: '1周' }],
  ['fortnight', { en: '2w', zh: '2周' }],
  ['month', { en: '1mo', zh: '1个月' }],
  ['quarter', { en: '3mo', zh: '3个月' }],
  ['year', { en: '1y', zh: '1年' }],
  ['weekly', { en: '1w', zh: '1周' }],
  ['fortnightly', { en: '2w', zh: '2周' }],
  ['monthly', { en: '1mo', zh: '1个月' }],
  ['quarterly', { en: '3mo', zh: '3个月' }],
]);

/** The duration that a word of rhythm says, in its own vocabulary: 周 is 1周. */
export function rhythmOf(word: string): string | undefined {
  const rhythm = RHYTHMS.get(word);
  return rhythm === undefined ? undefined : /[a-z]/.test(word) ? rhythm.en : rhythm.zh;
}
