/** How wide a text is in a chart, and how it is broken or shortened to fit. */

/** Characters that are one em wide: CJK, kana, hangul, full-width forms, most emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** The width of a text in px, estimated without a font: good to some 10 %, and rather too wide than too narrow. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const c of text)
    ems += WIDE.test(c)
      ? 1
      : /[MW@%m]/.test(c)
        ? 0.88
        : /[A-Z\d]/.test(c)
          ? 0.64
          : /[\sil.,:;|'()]/.test(c)
            ? 0.34
            : 0.56;
  return ems * fontSize;
}

/** What a column of names beside bars takes in px, and what of it the names may fill: a screen's font may be a wider one. */
export function nameColumn(
  names: readonly string[],
  fontSize: number,
): { readonly width: number; readonly text: number } {
  const text = Math.min(230, Math.max(60, ...names.map((name) => textWidth(name, fontSize))));
  return { width: Math.ceil(text * 1.1) + 10, text };
}

/** At most `lines` lines of at most `width` px; breaks at blanks or anywhere between wide characters; `…` where cut. */
export function fitLines(text: string, width: number, fontSize: number, lines: number): readonly string[] {
  const result: string[] = [];
  let rest = text.trim();
  while (rest !== '' && result.length < lines) {
    const head = textWidth(rest, fontSize) <= width ? rest : longestHead(rest, width, fontSize);
    if (head === rest || result.length < lines - 1) {
      result.push(head.trim());
      rest = rest.slice(head.length).trim();
    } else {
      result.push(`${longestHead(rest, width - fontSize, fontSize, false).trim()}…`);
      rest = '';
    }
  }
  return result;
}

function longestHead(text: string, width: number, fontSize: number, atBreaks = true): string {
  let head = '';
  let breakAt = 0;
  let used = 0;
  for (const c of text) {
    used += textWidth(c, fontSize);
    if (used > width && head !== '') break;
    head += c;
    // A closing mark may not begin the next line, so a place before one is no place to break.
    const following = text[head.length] ?? '';
    const between =
      c === ' ' || ((WIDE.test(c) || WIDE.test(following)) && !/[，。、；：！？）》」』”’%）]/.test(following));
    if (between && !/[（《「『“‘(]/.test(c)) breakAt = head.length;
  }
  return atBreaks && breakAt > 0 ? head.slice(0, breakAt) : head;
}
