/** How a terminal is given an address behind a word. */

/** OSC 8, as terminals that know it show a link; the words stay as wide as they are. */
export function linked(words: string, address: string): string {
  return `\u001b]8;;${address}\u001b\\${words}\u001b]8;;\u001b\\`;
}
