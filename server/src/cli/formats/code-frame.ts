/** Diagnostics for people: place, severity, code and message, the lines with the culprit underlined, related places. */
import type { Colors } from 'picocolors/types';
import stringWidth from 'string-width';
import type { Severity } from '../../analysis/rule.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import { visible } from '../../report/invisible-characters.js';
import type { Diagnostic } from '../../workspace/diagnostic.js';

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

/** So long a line is cut around the culprit, in UTF-16 units. */
const WIDEST = 120;
/** So much of what stands before the culprit is kept then. */
const BEFORE = 60;

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

/** The first line of the culprit, underlined as far as it reaches there: column for column as a terminal shows it. */
function frame({ range, file, at }: Diagnostic, options: TextOptions, paint: (text: string) => string): string[] {
  const text = options.textOf(file);
  const lineStart = at.start - (range.start.column - 1);
  const line = text.slice(lineStart, endOfLine(text, at.start));
  if (line.trim() === '') return [];
  const begin = at.start - lineStart;
  const end = range.end.line === range.start.line ? at.end - lineStart : line.trimEnd().length;
  const from = whole(line, begin > BEFORE && line.length > WIDEST ? begin - BEFORE : 0);
  const to = whole(line, Math.min(line.length, from + WIDEST));
  const [cutBefore, cutBehind] = [from > 0 ? '…' : '', to < line.length ? '…' : ''];
  const before = cutBefore + widen(line.slice(from, begin));
  const culprit = widen(line.slice(begin, Math.min(end, to)));
  const number = String(range.start.line);
  const { dim } = options.colors;
  return [
    `  ${dim(`${number} │`)} ${`${cutBefore}${widen(line.slice(from, to))}`.trimEnd()}${cutBehind}`,
    `  ${dim(`${' '.repeat(number.length)} │`)} ${' '.repeat(stringWidth(before))}${paint('^'.repeat(Math.max(1, stringWidth(culprit))))}`,
  ];
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

/** Never between the two halves of a character outside the basic plane. */
function whole(line: string, at: number): number {
  const code = line.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** What a terminal may show, with tabs as two blanks so that widths add up. */
function widen(text: string): string {
  return visible(text.replaceAll('\t', '  '));
}
