/** Invisible and acting characters of plan text, written so that a reader sees them. */

/**
 * Characters that act instead of showing: C0 and C1 controls, bidirectional marks, embeddings, overrides and isolates
 * (they let a text read differently from what it says, CVE-2021-42574), zero-width spaces, line and paragraph
 * separators, interlinear marks, tag characters, byte order marks, lone surrogates, and the noncharacters that no XML may
 * hold. Zero-width (non-)joiners stay: emoji and several scripts need them.
 */
const ACTING =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]|[\ud800-\udfff]/gu;

/** Finds out fast that a text, as nearly all, has none of them (surrogates are looked at closely only where there are any). */
const PERHAPS =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]/;

/** Writes such characters as what they are, `\u{202E}`; escape as `␛`. Line breaks and tabs become blanks. */
export function visible(text: string): string {
  return PERHAPS.test(text) ? visibleLines(text).replace(/[\n\t]/g, ' ') : text;
}

/** As `visible`, but keeps line breaks and tabs: for text that is shown over several lines. */
export function visibleLines(text: string): string {
  const written = (c: string, hex: string): string => (c === '\u001b' ? '␛' : `\\u{${hex.padStart(4, '0')}}`);
  return replaceInvisible(text.replace(/\r\n?/g, '\n'), written);
}

/** `write` is given the character and its code point in hexadecimal. */
export function replaceInvisible(text: string, write: (character: string, hex: string) => string): string {
  return !PERHAPS.test(text)
    ? text
    : text.replace(ACTING, (c) => write(c, (c.codePointAt(0) ?? 0).toString(16).toUpperCase()));
}
