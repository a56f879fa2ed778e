/** Where the page of a rule is published, and how a terminal is given an address behind a word. */
import type { Lang } from '../model/lang.js';

const PAGES = 'https://github.com/planwright/planwright/blob/main/docs/rules';

export function ruleAddress(code: string, lang: Lang): string {
  return `${PAGES}/${lang}/${code}.md`;
}

/** OSC 8, as terminals that know it show a link; the words stay as wide as they are. */
export function linked(words: string, address: string): string {
  return `\u001b]8;;${address}\u001b\\${words}\u001b]8;;\u001b\\`;
}
