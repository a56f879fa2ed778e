/** Escaping for Markdown. */
import { visible, visibleLines } from '../invisible-characters.js';
import { logText } from '../log-text.js';

/**
 * Text for anywhere inside a Markdown line (CommonMark and GitHub's additions: tables, strike-through, math, bare
 * addresses). Digits, dates and most punctuation stay readable: only what can open markup is escaped.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(/[\\`*[\]<>|~&$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/:\/\//g, '\\://')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`);
}

/** Keeps a line from opening a block (heading, list, rule, underline of a heading, indented code) or a command in a build log. */
export function guardLineStart(line: string): string {
  const trimmed = line.trimStart();
  return trimmed.replace(/^(?=::|#{1,6}(\s|$)|[-+](\s|$)|[-=]+\s*$)/, '\\').replace(/^(\d{1,9})(?=[.)](\s|$))/, '$1\\');
}

/** A code span that holds whatever backticks the text has. */
export function codeSpan(text: string, inTable: boolean): string {
  const shown = logText(visible(text));
  if (shown === '') return '';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = /^`|`$|^ .* $/.test(shown) ? ' ' : '';
  return `${fence}${pad}${inTable ? shown.replaceAll('|', '\\|') : shown}${pad}${fence}`;
}

export function codeFence(text: string): string {
  const shown = logText(visibleLines(text));
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}\n${shown}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** An address for the round brackets of a link. */
export function linkTarget(href: string): string {
  return visible(href).replace(
    /[\s()<>|\\*_`[\]]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
