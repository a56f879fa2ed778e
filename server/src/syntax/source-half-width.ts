/** Full-width punctuation, digits and letters as their half-width twins (language reference, section 1). */

/** `、` separates lists in its own right; the others stand for their half-width twins. */
const FULL_WIDTH = /[\uFF01\uFF04-\uFF0F\uFF10-\uFF1F\uFF21-\uFF3A\uFF3F\uFF41-\uFF5E\u3000\u3001]/;
const FULL_WIDTH_ALL = new RegExp(FULL_WIDTH, 'g');

/** `text` with every full-width sign in its half-width form; same length, same offsets. */
export function sourceToHalfWidth(text: string): string {
  if (!FULL_WIDTH.test(text)) return text;
  return text.replace(FULL_WIDTH_ALL, (sign) =>
    sign === '\u3000' ? ' ' : sign === '、' ? ',' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}
