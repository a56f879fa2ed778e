/** Findings as diagnostics: with a severity, a message, lines and columns, and a fingerprint that outlives edits around them. */
import type { Severity } from '../analysis/rule.js';
import type { FileFacts, Finding, JsonValue } from '../model/facts.js';
import type { Lang } from '../model/lang.js';
import type { Span } from '../model/span.js';
import { elementFinder } from './diagnostic-element.js';
import type { Lines } from './lines.js';

/** Lines and columns from 1, columns in UTF-16 units, as the command prints them. */
interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Place;
  readonly end: Place;
}

export interface Diagnostic {
  readonly file: string;
  readonly at: Span;
  readonly range: Range;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly element?: string;
  readonly data: { readonly [key: string]: JsonValue };
  readonly related: readonly {
    readonly file: string;
    readonly at: Span;
    readonly range: Range;
    readonly message: string;
  }[];
  readonly fingerprint: string;
}

export interface DiagnosticContext {
  readonly lang: Lang;
  readonly severityOf: (code: string) => Severity | 'off';
  readonly messageOf: (finding: Finding, lang: Lang) => string;
  readonly textOf: (file: string) => string;
  readonly linesOf: (file: string) => Lines;
  /** The facts of the file, to tell what a finding lies in. */
  readonly facts?: FileFacts | undefined;
}

export function rangeOf(span: Span, lines: Lines): Range {
  const [start, end] = [lines.position(span.start), lines.position(span.end)];
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}

/**
 * The diagnostics of one file in their order: line, column, code. Findings whose rule is switched off are left out.
 * Two that are alike in everything but their place are told apart by their number in the file.
 */
export function diagnosticsOf(
  file: string,
  findings: readonly Finding[],
  context: DiagnosticContext,
): readonly Diagnostic[] {
  const lines = context.linesOf(file);
  const seen = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  const ordered = [...findings].sort(
    (a, b) => a.at.start - b.at.start || compare(a.code, b.code) || a.at.end - b.at.end,
  );
  const elementAt = elementFinder(context.facts);
  for (const found of ordered) {
    const around = elementAt(found.at.start);
    const finding = found.element === undefined && around !== undefined ? { ...found, element: around } : found;
    const severity = context.severityOf(finding.code);
    if (severity === 'off') continue;
    const key = fingerprintKey(finding, context.textOf(file));
    const number = seen.get(key) ?? 0;
    seen.set(key, number + 1);
    diagnostics.push({
      file,
      at: finding.at,
      range: rangeOf(finding.at, lines),
      severity,
      code: finding.code,
      message: context.messageOf(finding, context.lang),
      ...(finding.element === undefined ? {} : { element: finding.element }),
      data: finding.data,
      related: (finding.related ?? []).map(({ at, message }) => ({
        file: at.file,
        at,
        range: rangeOf(at, context.linesOf(at.file)),
        message: message[context.lang],
      })),
      fingerprint: hash(number === 0 ? key : `${key}\u0000${number}`),
    });
  }
  return diagnostics;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * What stays the same when lines move and days pass: rule, file, element and the culprit's own text. Figures such as
 * days overdue are left out, or every morning would make old findings new.
 */
function fingerprintKey({ code, element, at }: Finding, text: string): string {
  const culprit = text.slice(at.start, Math.min(at.end, at.start + 200)).replace(/\s+/g, ' ');
  return [code, at.file, element ?? '', culprit].join('\u0000');
}

/** 64 bits of FNV-1a as two interleaved halves, in hexadecimal: short, stable everywhere, not for secrets. */
export function hash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ (code & 0xff), 0x01000193) ^ (code >>> 8);
    high = Math.imul(high ^ code, 0x01000193) + index;
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
