/** What a name is made of (language reference, section 1): any Unicode letter, 〇 or `_`, then also digits and `-`. */

const ANY_LETTER = /\p{L}/u;

/** Whether a letter or `_` begins at `offset`. Latin and the common Han block are answered without a regular expression. */
export function isLetter(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  // The zero of Chinese figures, a number to Unicode: 二〇二六.
  if (code === 0x3007) return true;
  if (code < 0xaa || (code >= 0x2000 && code <= 0x2bff) || (code >= 0x3000 && code <= 0x3004)) return code === 0x2071;
  return ANY_LETTER.test(String.fromCodePoint(text.codePointAt(offset) ?? 0));
}

export function isNamePart(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return (code >= 48 && code <= 57) || code === 45 || isLetter(text, offset);
}

/** Whether `text` can stand as a name without backquotes; a keyword can, where nothing else can be meant. */
export function isPlainName(text: string): boolean {
  if (text === '' || !isLetter(text, 0)) return false;
  for (let offset = 0; offset < text.length; offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1) {
    if (!isNamePart(text, offset)) return false;
  }
  return true;
}
