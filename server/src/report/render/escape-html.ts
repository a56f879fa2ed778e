/** Escaping for HTML. */
import { replaceInvisible, visible, visibleLines } from '../invisible-characters.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for element content and quoted attributes; characters that act are made visible. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
}

/** As `escapeHtml`, line breaks and tabs kept: for `pre`. */
export function escapeHtmlLines(text: string): string {
  return visibleLines(text).replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
}

/** A name in a quoted attribute that a program reads back: exactly the text, what acts written as its code point. */
export function escapeName(name: string): string {
  return replaceInvisible(
    name.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c),
    (_, hex) => `&#x${hex};`,
  );
}
