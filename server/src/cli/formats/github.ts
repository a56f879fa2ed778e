/**
 * Annotations of GitHub Actions: one workflow command a finding. Escaped as the runner unescapes it
 * (github.com/actions/toolkit, packages/core/src/command.ts).
 */
import type { Severity } from '../../analysis/rule.js';
import { visible, visibleLines } from '../../report/invisible-characters.js';
import { logText } from '../../report/log-text.js';
import type { Range } from '../../workspace/diagnostic.js';
import type { OutputFormat } from './output-format.js';

const COMMAND: { readonly [S in Severity]: string } = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

export const github: OutputFormat = ({ listed }) =>
  listed
    .map(({ diagnostic, names }) => {
      const properties = [['file', names.inRepository], ...placeOf(diagnostic.range), ['title', diagnostic.code]].map(
        ([key, value]) => `${key}=${property(value ?? '')}`,
      );
      return `::${COMMAND[diagnostic.severity]} ${properties.join(',')}::${data(diagnostic.message)}\n`;
    })
    .join('');

/** The runner refuses columns where a finding runs over several lines. */
function placeOf({ start, end }: Range): readonly (readonly [string, string])[] {
  const lines = [
    ['line', String(start.line)],
    ['endLine', String(end.line)],
  ] as const;
  if (start.line !== end.line) return lines;
  return [...lines, ['col', String(start.column)], ['endColumn', String(end.column)]];
}

function data(text: string): string {
  return logText(visibleLines(text)).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
