/** For people: each finding with its lines, and one line that sums up. */
import pc from 'picocolors';
import type { Colors } from 'picocolors/types';
import { logText } from '../../report/log-text.js';
import { wrapped } from '../wrap.js';
import { renderDiagnostic } from './code-frame.js';
import { type CheckResult, countOf, type OutputFormat } from './output-format.js';
import { statisticsTable } from './statistics.js';

export const text: OutputFormat = (result, { color, columns, links, quiet }) => {
  const colors = pc.createColors(color);
  const blocks = result.listed.map(({ diagnostic, root }) =>
    renderDiagnostic(diagnostic, {
      lang: root.lang,
      colors,
      nameOf: (file) => result.namesOf(root, file).onTerminal,
      textOf: (file) => root.text(file) ?? '',
      columns,
      links,
    }),
  );
  if (result.statistics && result.listed.length > 0) blocks.push(statisticsTable(result, colors, columns));
  if (!quiet) blocks.push(wrapped(summaryLine(result, colors), columns, ''));
  return blocks.length === 0 ? '' : `${logText(blocks.join('\n\n'))}\n`;
};

function summaryLine(result: CheckResult, colors: Colors): string {
  const [errors, warnings] = [countOf(result, 'error'), countOf(result, 'warning')];
  const [infos, hints] = [countOf(result, 'info'), countOf(result, 'hint')];
  const clean = result.listed.length === 0 && result.hidden === 0;
  const mark = clean ? colors.green('✓') : errors > 0 ? colors.red('✗') : colors.yellow('!');
  const words = result.lang === 'zh' ? chinese : english;
  return `${mark} ${words(result, { errors, warnings, infos, hints }, clean)}`;
}

interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

function english(result: CheckResult, { errors, warnings, infos, hints }: Counts, clean: boolean): string {
  const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  const scope = `${counted(result.files.length, 'file')}, ${counted(result.projects, 'project')}`;
  const found = [
    counted(errors, 'error'),
    counted(warnings, 'warning'),
    `${infos} info`,
    ...(hints > 0 ? [counted(hints, 'hint')] : []),
  ];
  const besides = [
    ...(result.hidden > 0 ? [`${result.hidden} below the severity shown`] : []),
    ...(result.known > 0 ? [`${result.known} known from the baseline`] : []),
  ];
  return `${scope}${asOf(result, ' as of ', ' to ')}: ${[clean ? 'no problems' : found.join(', '), ...besides].join('; ')}`;
}

function chinese(result: CheckResult, { errors, warnings, infos, hints }: Counts, clean: boolean): string {
  const found = [`错误 ${errors}`, `警告 ${warnings}`, `提示 ${infos}`, ...(hints > 0 ? [`建议 ${hints}`] : [])];
  const besides = [
    ...(result.hidden > 0 ? [`另有 ${result.hidden} 条低于显示级别`] : []),
    ...(result.known > 0 ? [`${result.known} 条已在基线中`] : []),
  ];
  const scope = `${result.files.length} 个文件，${result.projects} 个项目`;
  return `${scope}${asOf(result, '，截至 ', ' 至 ')}：${[clean ? '没有发现问题' : found.join('，'), ...besides].join('；')}`;
}

/** Plans that were judged as of several days are named by the first and the last. */
function asOf({ statusDates }: CheckResult, before: string, between: string): string {
  const [first, last] = [statusDates[0], statusDates.at(-1)];
  if (first === undefined || last === undefined) return '';
  return `${before}${first === last ? first : `${first}${between}${last}`}`;
}
