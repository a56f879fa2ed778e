/** The two languages that every message, title and page exists in. */
export type Lang = 'en' | 'zh';

/** A text in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}
