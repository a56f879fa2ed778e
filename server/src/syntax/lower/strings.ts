/** String literals: quotes off, escapes resolved, the common indentation of long texts removed. */

import type { Text } from '../../model/facts.js';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['"', '"'],
  ['\\', '\\'],
]);

/** `raw` with its quotes; a string that was not closed is taken as far as it goes. */
export function readString(raw: string): Omit<Text, 'at'> {
  if (raw.startsWith('"""')) {
    const body = raw.slice(3, raw.endsWith('"""') && raw.length >= 6 ? -3 : undefined);
    return { text: dedent(body), markdown: true };
  }
  const closed = raw.length > 1 && '"”」“』＂'.includes(raw.charAt(raw.length - 1));
  const body = raw.slice(1, closed ? -1 : undefined);
  if (!body.includes('\\')) return { text: body, markdown: false };
  const text = body.replace(/\\(.)/gs, (whole, sign: string) => ESCAPES.get(sign) ?? whole);
  return /\\[^"]/.test(body)
    ? { text, markdown: false, slashed: body.replace(/\\+/g, '/') }
    : { text, markdown: false };
}

/** Removes the indentation that all lines but the first share, and blank lines at either end. */
function dedent(body: string): string {
  const lines = body.replace(/\r\n?/g, '\n').split('\n');
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  const dedented = lines.map((line, index) => (index === 0 ? line.trimStart() : line.slice(common)).trimEnd());
  return dedented.join('\n').replace(/^\n+|\n+$/g, '');
}
