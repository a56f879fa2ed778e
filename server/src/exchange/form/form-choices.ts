/** The words that cells of a form are chosen from. */
import { type Keyword, spelling } from '../../../../grammar/keywords.js';
import { wordsOf } from '../../../../grammar/words.js';
import type { Lang } from '../../model/lang.js';
import type { FormColumn } from './form-model.js';

/** The words that a choice offers, in the language of the form. */
export function choicesOf(
  holds: FormColumn['holds'],
  lang: Lang,
): readonly { readonly word: Keyword; readonly choice: string }[] {
  if (holds !== 'judgement' && holds !== 'difficulty' && holds !== 'escalation') return [];
  const words: readonly Keyword[] = wordsOf(holds);
  return words.map((word) => ({ word, choice: spelling(word, lang) }));
}
