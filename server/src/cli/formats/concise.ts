/** One line a finding, as editors and scripts read them: `file:line:column: severity code message`. */
import pc from 'picocolors';
import { visible } from '../../report/invisible-characters.js';
import { logText } from '../../report/log-text.js';
import type { OutputFormat } from './output-format.js';
import { statisticsTable } from './statistics.js';

export const concise: OutputFormat = (result, { color }) => {
  const lines = result.listed.map(({ diagnostic: { range, severity, code, message }, names }) => {
    const place = `${visible(names.onTerminal)}:${range.start.line}:${range.start.column}`;
    return `${place}: ${severity} ${code} ${visible(message)}\n`;
  });
  const statistics =
    result.statistics && lines.length > 0 ? `\n${statisticsTable(result, pc.createColors(color))}\n` : '';
  return logText(lines.join('') + statistics);
};
