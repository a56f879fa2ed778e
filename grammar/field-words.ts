/** Words that are fixed only in the declaration of an own field: its types, and what it is stated of. */
import type { Bilingual } from './shapes.js';

export const FIELD_TYPES = {
  text: { en: 'text', zh: '文本' },
  number: { en: 'number', zh: '数值' },
  money: { en: 'money', zh: '金额' },
  percent: { en: 'percent', zh: '百分比' },
  date: { en: 'date', zh: '日期' },
  choice: { en: 'choice', zh: '选项' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const FIELD_HOLDERS = {
  project: { en: 'project', zh: '项目' },
  item: { en: 'item', zh: '事项' },
  issue: { en: 'issue', zh: '问题' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type FieldType = keyof typeof FIELD_TYPES;
export type FieldHolder = keyof typeof FIELD_HOLDERS;

const isType = (word: string): word is FieldType => Object.hasOwn(FIELD_TYPES, word);
const isHolder = (word: string): word is FieldHolder => Object.hasOwn(FIELD_HOLDERS, word);

/** The type that a word spells in either language. */
export function fieldTypeOf(word: string): FieldType | undefined {
  return Object.keys(FIELD_TYPES)
    .filter(isType)
    .find((type) => FIELD_TYPES[type].en === word || FIELD_TYPES[type].zh === word);
}

/** What a word says that a field is stated of, in either language. */
export function fieldHolderOf(word: string): FieldHolder | undefined {
  return Object.keys(FIELD_HOLDERS)
    .filter(isHolder)
    .find((holder) => FIELD_HOLDERS[holder].en === word || FIELD_HOLDERS[holder].zh === word);
}
