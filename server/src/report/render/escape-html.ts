import { visible, visibleLines } from '../visible.js';

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
