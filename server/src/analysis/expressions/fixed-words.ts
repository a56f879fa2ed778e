/** The fixed words of fields that know only some values, both spellings, in the order in which they sort. */
import { type Keyword, spelling } from '../../../../grammar/keywords.js';
import { wordsOf } from '../../../../grammar/words.js';

export type Light = 'red' | 'yellow' | 'green' | 'blue' | 'grey';
export type ChoiceName = 'level' | 'priority' | 'stage';

/** The choices of an own field, in the order in which they are declared. */
export type OwnChoice = { readonly own: string; readonly words: readonly Word[] };

/** Whose words: a field of the language, or an own one. */
export type Choices = ChoiceName | OwnChoice;

export type Word = { readonly word: string; readonly spelled: { readonly en: string; readonly zh: string } };

function keywords(words: readonly Keyword[]): readonly Word[] {
  return words.map((word) => ({ word, spelled: { en: word, zh: spelling(word, 'zh') } }));
}

export const WORDS: Readonly<Record<ChoiceName | 'light', readonly Word[]>> = {
  level: keywords(wordsOf('level')),
  priority: keywords(wordsOf('priority')),
  stage: keywords(wordsOf('stage')),
  // Worst first: red < yellow < green < blue < grey.
  light: [
    { word: 'red', spelled: { en: 'red', zh: '红' } },
    { word: 'yellow', spelled: { en: 'yellow', zh: '黄' } },
    { word: 'green', spelled: { en: 'green', zh: '绿' } },
    { word: 'blue', spelled: { en: 'blue', zh: '蓝' } },
    { word: 'grey', spelled: { en: 'grey', zh: '灰' } },
  ],
};

export const LIGHTS: readonly Light[] = ['red', 'yellow', 'green', 'blue', 'grey'];

/** The words that can be chosen, in their order. */
export function wordsToChoose(of: Choices | 'light'): readonly Word[] {
  return typeof of === 'string' ? WORDS[of] : of.words;
}

/** The word that `text` spells in either language. */
export function wordOf(of: Choices | 'light', text: string): string | undefined {
  return wordsToChoose(of).find(({ spelled }) => spelled.en === text || spelled.zh === text)?.word;
}

export function lightOf(text: string): Light | undefined {
  const word = wordOf('light', text);
  return LIGHTS.find((light) => light === word);
}

/** Place of a word in its order, from 0. */
export function rankOf(of: Choices | 'light', word: string): number {
  return wordsToChoose(of).findIndex((known) => known.word === word);
}

/** A word in either spelling in that of a language; anything else as it is. */
export function sayWord(of: Choices | 'light' | undefined, text: string, lang: 'en' | 'zh'): string {
  const word = of === undefined ? undefined : wordOf(of, text);
  return of === undefined || word === undefined ? text : spellWord(of, word, lang);
}

/** How a word is written in a language; itself where it is none of `of`. */
export function spellWord(of: Choices | 'light', word: string, lang: 'en' | 'zh'): string {
  return wordsToChoose(of).find((known) => known.word === word)?.spelled[lang] ?? word;
}
