import type { Bilingual, Lang } from '../../../model/lang.js';
import { turnKeywordEdits } from '../../../syntax/format/turn-keywords.js';
import type { Change, Offer } from './change.js';

/** The whole file in the other vocabulary, names and texts as they are. */
function turnTo(lang: Lang, title: Bilingual): Offer {
  return {
    kind: `source.keywords.${lang}`,
    *propose({ source }): Generator<Change> {
      const edits = turnKeywordEdits(source.text, lang);
      if (edits.length === 0) return;
      yield {
        title,
        edits: edits.map(({ start, end, newText }) => ({ file: source.file, start, end, insert: [newText] })),
      };
    },
  };
}

export const turnToChinese = turnTo('zh', { en: 'Turn all keywords into Chinese', zh: '将关键词全部改为中文' });
export const turnToEnglish = turnTo('en', { en: 'Turn all keywords into English', zh: '将关键词全部改为英文' });
