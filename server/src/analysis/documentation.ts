/** Where the pages of the documentation are published. */
import type { Keyword } from '../../../grammar/keywords.js';
import type { Standing } from '../../../grammar/meanings.js';
import { blockOf } from '../../../grammar/members.js';
import type { Lang } from '../model/lang.js';

const PAGES = 'https://github.com/planwright/planwright/blob/main/docs';

export function ruleAddress(code: string, lang: Lang): string {
  return `${PAGES}/rules/${lang}/${code}.md`;
}

/** The page of the language on which a keyword is explained, as it is used there. */
export function languageAddress(keyword: Keyword, standing: Standing, lang: Lang): string {
  return `${PAGES}/language/${lang}/${pageOf(keyword, standing)}`;
}

function pageOf(keyword: Keyword, standing: Standing): string {
  switch (standing.as) {
    case 'declaration': {
      const block = blockOf(keyword);
      return `${block ?? 'README'}.md`;
    }
    case 'member':
      return `${standing.of}.md#${keyword}`;
    case 'word':
      return standing.behind === undefined ? 'expressions.md' : `${standing.behind.of}.md#${standing.behind.member}`;
  }
}
