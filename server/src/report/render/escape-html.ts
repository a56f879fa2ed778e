/** Escaping for HTML. */
import { replaceInvisible, visible, visibleLines } from '../invisible-characters.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c).replace(COMMAND_OF_BUILD_LOG, '&#35;');
}

/** `##[` and `##vso[` are commands to build logs, which a file may be printed in. */
const COMMAND_OF_BUILD_LOG = /#(?=#(?:\[|vso\[))/gi;

/** Text for element content and quoted attributes; characters that act are made visible. */
export function escapeHtml(text: string): string {
  return escaped(visible(text));
}

/** As `escapeHtml`, line breaks and tabs kept: for `pre`. */
export function escapeHtmlLines(text: string): string {
  return escaped(visibleLines(text)).replace(/^(\s*):(?=:)/gm, '$1&#58;');
}

/** A name in a quoted attribute that a program reads back: exactly the text, what acts written as its code point. */
export function escapeName(name: string): string {
  return replaceInvisible(escaped(name), (_, hex) => `&#x${hex};`);
}
