/** The text of a cell as a reader sees it. */

/** Without what a spreadsheet adds and no reader sees; line ends as the language has them. */
export function clean(text: string): string {
  return text
    .replace(/_x000D_/gi, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\u200b]/g, '')
    .replace(/\u00a0/g, ' ')
    .trim();
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
