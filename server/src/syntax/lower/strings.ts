/** String literals: quotes off, escapes resolved, the common indentation of long texts removed. */

import type { Text } from '../../model/facts.js';
import type { Span } from '../../model/span.js';
import { factsOf } from './build-facts.js';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['"', '"'],
  ['\\', '\\'],
]);

/** `raw` with its quotes; a string that was not closed is taken as far as it goes. */
export function readString(raw: string, at: Span): Text {
  if (raw.startsWith('"""')) {
    const body = raw.slice(3, raw.endsWith('"""') && raw.length >= 6 ? -3 : undefined);
    return factsOf<Text>({ text: dedent(body), markdown: true, slashed: undefined, at });
  }
  const closed = raw.length > 1 && '"”」“』＂'.includes(raw.charAt(raw.length - 1));
  const body = raw.slice(1, closed ? -1 : undefined);
  if (!body.includes('\\')) return factsOf<Text>({ text: body, markdown: false, slashed: undefined, at });
  const text = body.replace(/\\(.)/gs, (whole, sign: string) => ESCAPES.get(sign) ?? whole);
  const slashed = /\\[^"]/.test(body) ? body.replace(/\\+/g, '/') : undefined;
  return factsOf<Text>({ text, markdown: false, slashed, at });
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
