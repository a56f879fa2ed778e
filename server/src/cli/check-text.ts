/** Diagnostics for people: place, severity, code and message, the lines with the culprit underlined, related places. */
import type { Colors } from 'picocolors/types';
import stringWidth from 'string-width';
import type { Severity } from '../analysis/rule.js';
import type { Bilingual, Lang } from '../model/lang.js';
import { visible } from '../report/visible.js';
import type { Diagnostic } from '../workspace/diagnostic.js';

export interface TextOptions {
  readonly lang: Lang;
  readonly colors: Colors;
  /** How a file is named to the reader. */
  readonly nameOf: (file: string) => string;
  readonly textOf: (file: string) => string;
}

const SEVERITY: { readonly [S in Severity]: Bilingual } = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'info', zh: '提示' },
  hint: { en: 'hint', zh: '建议' },
};

/** So long a line is cut around the culprit. */
const WIDEST = 120;

export function renderDiagnostic(diagnostic: Diagnostic, options: TextOptions): string {
  const { colors, lang } = options;
  const { start } = diagnostic.range;
  const paint = painter(diagnostic.severity, colors);
  const place = `${visible(options.nameOf(diagnostic.file))}:${start.line}:${start.column}`;
  const head = `${colors.bold(place)}  ${paint(SEVERITY[diagnostic.severity][lang])}  ${colors.dim(diagnostic.code)}`;
  const lines = [head, `  ${visible(diagnostic.message)}`, ...frame(diagnostic, options, paint)];
  for (const { file, range, message } of diagnostic.related) {
    const where = `${visible(options.nameOf(file))}:${range.start.line}:${range.start.column}`;
    lines.push(`  ${colors.dim('→')} ${visible(message)} ${colors.dim(`(${where})`)}`);
  }
  return lines.join('\n');
}

function painter(severity: Severity, colors: Colors): (text: string) => string {
  if (severity === 'error') return (text) => colors.red(colors.bold(text));
  if (severity === 'warning') return (text) => colors.yellow(colors.bold(text));
  return severity === 'info' ? colors.cyan : colors.dim;
}

/** The first line of the culprit, underlined as far as it reaches there. */
function frame({ range, file, at }: Diagnostic, options: TextOptions, paint: (text: string) => string): string[] {
  const text = options.textOf(file);
  const lineStart = at.start - (range.start.column - 1);
  const lineEnd = endOfLine(text, at.start);
  const raw = text.slice(lineStart, lineEnd);
  if (raw.trim() === '') return [];
  const end = range.end.line === range.start.line ? at.end - lineStart : raw.trimEnd().length;
  const from = Math.max(0, at.start - lineStart - 60);
  const shownLine = widen(raw.slice(from, from + WIDEST));
  const before = widen(raw.slice(from, at.start - lineStart));
  const culprit = widen(raw.slice(at.start - lineStart, Math.min(end, from + WIDEST)));
  const number = String(range.start.line);
  const gutter = ' '.repeat(number.length);
  const underline = ' '.repeat(stringWidth(before)) + paint('^'.repeat(Math.max(1, stringWidth(culprit))));
  const { dim } = options.colors;
  return [
    `  ${dim(`${number} │`)} ${from > 0 ? '…' : ''}${shownLine.trimEnd()}`,
    `  ${dim(`${gutter} │`)} ${from > 0 ? ' ' : ''}${underline}`,
  ];
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** What a terminal may show, with tabs as two blanks so that widths add up. */
function widen(text: string): string {
  return visible(text.replaceAll('\t', '  ').replaceAll('\r', ''));
}
