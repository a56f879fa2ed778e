/** Full-width digits, letters and signs in values, as their half-width twins. */

/**
 * The half-width twins of what a Chinese input method types: `２０２６－０３` ⇒ `2026-03`, `，` ⇒ `,`.
 * U+FF01–U+FF5E mirror ASCII at a fixed distance, U+3000 is the blank; offsets in the text stay what they were.
 */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}
