/** CSV as spreadsheets read it. */
import { visibleLines } from '../report/invisible-characters.js';
import { logText } from '../report/log-text.js';

/** Comma-separated values for spreadsheets (RFC 4180), as UTF-8 with a byte order mark, which Excel needs for Chinese. */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/**
 * Text that a spreadsheet would run as a formula is led by an apostrophe (full-width signs count as well where the system
 * is Chinese or Japanese); a number stays one.
 */
function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = logText(visibleLines(value));
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
