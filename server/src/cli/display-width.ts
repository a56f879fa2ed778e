/** How many columns of a terminal a text takes. */
import stringWidth from 'string-width';

/**
 * What nearly all texts consist of: printed ASCII, Chinese characters, their punctuation and full-width forms. Each stands
 * for itself and takes one column or two; only for the rest is it worth to load what knows emoji and composed characters.
 */
const PLAIN = /^[\u0020-\u007e\u00b7\u2014\u2018-\u201d\u2026\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;
const FIRST_WIDE = 0x3001;

export function displayWidth(text: string): number {
  if (!PLAIN.test(text)) return stringWidth(text);
  let width = text.length;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= FIRST_WIDE) width++;
  return width;
}
