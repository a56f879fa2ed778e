/** Diagnostics for people: place, severity, code and message, the lines with the culprit underlined, related places. */
import type { Colors } from 'picocolors/types';
import { ruleAddress } from '../../analysis/documentation.js';
import type { Severity } from '../../analysis/rule.js';
import { SEVERITY_NAMES } from '../../analysis/severity-words.js';
import type { Lang } from '../../model/lang.js';
import { visible } from '../../report/invisible-characters.js';
import type { Diagnostic } from '../../workspace/diagnostic.js';
import { displayWidth } from '../display-width.js';
import { linked } from '../terminal-link.js';
import { wrapped } from '../wrap.js';

export interface TextOptions {
  readonly lang: Lang;
  readonly colors: Colors;
  /** How a file is named to the reader. */
  readonly nameOf: (file: string) => string;
  readonly textOf: (file: string) => string;
  /** The width to wrap at; undefined where lines may be as long as they are. */
  readonly columns: number | undefined;
  /** Whether the code of a rule leads to its page. */
  readonly links: boolean;
}

/** A line that takes more columns is cut around the culprit, on a narrow terminal at its edge. */
const WIDEST = 120;
const NARROWEST = 20;

export function renderDiagnostic(diagnostic: Diagnostic, options: TextOptions): string {
  const { colors, lang } = options;
  const { start } = diagnostic.range;
  const paint = painter(diagnostic.severity, colors);
  const place = `${visible(options.nameOf(diagnostic.file))}:${start.line}:${start.column}`;
  const code = options.links ? linked(diagnostic.code, ruleAddress(diagnostic.code, lang)) : diagnostic.code;
  const head = `${colors.bold(place)}  ${paint(SEVERITY_NAMES[diagnostic.severity][lang])}  ${colors.dim(code)}`;
  const message = wrapped(visible(diagnostic.message), options.columns, '  ');
  const lines = [head, message, ...frame(diagnostic, options, paint)];
  for (const { file, range, message } of diagnostic.related) {
    const where = `${visible(options.nameOf(file))}:${range.start.line}:${range.start.column}`;
    const [first = '', ...rest] = wrapped(`${visible(message)} (${where})`, options.columns, '    ').split('\n');
    lines.push(`  ${colors.dim('→')} ${first.trimStart()}`, ...rest);
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
  const number = String(range.start.line);
  const room = Math.max(NARROWEST, Math.min(WIDEST, (options.columns ?? WIDEST + MARGIN) - number.length - MARGIN));
  const { from, to } = cutOut(line, begin, room);
  const [cutBefore, cutBehind] = [from > 0 ? '…' : '', to < line.length ? '…' : ''];
  const before = cutBefore + widen(line.slice(from, begin));
  const culprit = widen(line.slice(begin, Math.min(end, to)));
  const { dim } = options.colors;
  return [
    `  ${dim(`${number} │`)} ${`${cutBefore}${widen(line.slice(from, to))}`.trimEnd()}${cutBehind}`,
    `  ${dim(`${' '.repeat(number.length)} │`)} ${' '.repeat(displayWidth(before))}${paint('^'.repeat(Math.max(1, displayWidth(culprit))))}`,
  ];
}

/** What stands around the number of a line, and the signs for what was cut. */
const MARGIN = 8;

/** The part of a line that is shown: so many columns, half of them before the culprit where the line is longer. */
function cutOut(line: string, begin: number, room: number): { readonly from: number; readonly to: number } {
  // Nobody waits for the width of a line of megabytes.
  const near = line.slice(Math.max(0, begin - WIDEST), begin + WIDEST);
  if (line.length <= 2 * WIDEST && displayWidth(widen(line)) <= room) return { from: 0, to: line.length };
  let from = begin;
  let width = 0;
  while (from > 0 && begin - from < near.length) {
    const before = whole(line, from - 1);
    width += displayWidth(widen(line.slice(before, from)));
    if (width > room / 2) break;
    from = before;
  }
  let to = begin;
  width = displayWidth(widen(line.slice(from, begin)));
  while (to < line.length) {
    const next = to + ((line.codePointAt(to) ?? 0) > 0xffff ? 2 : 1);
    width += displayWidth(widen(line.slice(to, next)));
    if (width > room) break;
    to = next;
  }
  return { from, to };
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
