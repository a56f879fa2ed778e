/** The source actions that turn the keywords of a file into Chinese or English. */

import { translateKeywordEdits } from '../../../exchange/translate-keywords.js';
import type { Bilingual, Lang } from '../../../model/lang.js';
import type { ProposedChange, Refactoring } from './action-types.js';

/** The whole file in the other vocabulary, names and texts as they are. */
function turnTo(lang: Lang, title: Bilingual): Refactoring {
  return {
    kind: `source.keywords.${lang}`,
    *propose({ source }): Generator<ProposedChange> {
      const edits = translateKeywordEdits(source.parsed, source.facts, lang);
      if (edits.length === 0) return;
      yield {
        title,
        edits: edits.map(({ start, end, newText }) => ({ file: source.file, start, end, insert: [newText] })),
      };
    },
  };
}

export const translateToChinese = turnTo('zh', { en: 'Turn all keywords into Chinese', zh: '将关键词全部改为中文' });
export const translateToEnglish = turnTo('en', { en: 'Turn all keywords into English', zh: '将关键词全部改为英文' });
