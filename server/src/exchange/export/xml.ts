/** XML as it is written here: elements and texts, everything of the plan escaped. */
import { replaceInvisible } from '../../report/invisible-characters.js';

type XmlContent = string | number | readonly XmlElement[];
export type XmlElement = readonly [name: string, content: XmlContent | undefined];

/** What is undefined is left out. */
export function xml([name, content]: XmlElement, depth = 0): string {
  const indent = '  '.repeat(depth);
  if (content === undefined) return '';
  if (typeof content === 'object') {
    const inner = content.map((element) => xml(element, depth + 1)).join('');
    return `${indent}<${name}>\n${inner}${indent}</${name.split(' ')[0]}>\n`;
  }
  return `${indent}<${name}>${escaped(String(content))}</${name}>\n`;
}

/** XML 1.0 has no way to write most controls and lone surrogates: they are written as what they are. */
function escaped(text: string): string {
  return (
    replaceInvisible(text, (_, hex) => `\\u{${hex}}`)
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\ufffe\uffff]/g, '\ufffd')
      // A command to build logs, which a file may be printed in.
      .replace(/#(?=#(?:\[|vso\[))/gi, '&#35;')
  );
}
