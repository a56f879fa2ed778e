/**
 * Text for people may be read by a build server as well, which takes a line that begins with `::`, and `##[` or `##vso[`
 * anywhere, for a command to itself. Plan text must not give any: such signs are set apart.
 */
export function logText(text: string): string {
  return text.replace(/^(\s*:)(?=:)/gm, '$1 ').replace(/##(?=\[|vso\[)/gi, '## ');
}
