/** Inlines of a report as plain text. */
import type { Lang } from '../model/lang.js';
import type { BarInline, Inlines, LightInline } from './document.js';
import { lightWords } from './wording/document-words.js';

/** How what is drawn reads in words. */
interface DrawnInWords {
  readonly light: (inline: LightInline, lang: Lang) => string;
  readonly bar: (inline: BarInline) => string;
}

/** The inlines as words only: for descriptions, programs and places that can hold no markup. */
export function plainText(
  content: Inlines,
  lang: Lang,
  drawn: DrawnInWords = { light: lightText, bar: barText },
): string {
  return content
    .map((inline) => {
      switch (inline.type) {
        case 'text':
        case 'code':
          return inline.text;
        case 'break':
          return '\n';
        case 'light':
          return drawn.light(inline, lang);
        case 'bar':
          return drawn.bar(inline);
        default:
          return plainText(inline.content, lang, drawn);
      }
    })
    .join('');
}

export function lightText(inline: LightInline, lang: Lang): string {
  return inline.word ?? lightWords[inline.light][lang];
}

export function barText(inline: BarInline): string {
  return inline.label ?? `${Math.round(inline.percent)}%`;
}
