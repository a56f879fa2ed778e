/**
 * JUnit's XML, as build servers read it: a suite a file, a case a finding. What would make the check fail is a failure;
 * the rest passes and says what it is in its output. A file with nothing to say is one case that passes.
 */
import { visible, visibleLines } from '../../report/invisible-characters.js';
import type { CheckResult, Listed, OutputFormat } from './output-format.js';

export const junit: OutputFormat = (result) => {
  const byFile = new Map<string, Listed[]>(result.files.map(({ inRepository }) => [inRepository, []]));
  for (const each of result.listed) byFile.get(each.names.inRepository)?.push(each);
  const suites = [...byFile].map(([file, listed]) => suite(file, listed, result));
  const failures = countFailures(result.listed, result);
  const tests = [...byFile.values()].reduce((sum, listed) => sum + Math.max(1, listed.length), 0);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="planwright" tests="${tests}" failures="${failures}" errors="0" time="0">`,
    ...suites,
    '</testsuites>',
  ].join('\n')}\n`;
};

function suite(file: string, listed: readonly Listed[], result: CheckResult): string {
  const cases =
    listed.length === 0
      ? [`    <testcase name="${attribute(file)}" classname="planwright" time="0"/>`]
      : listed.map((each) => testCase(file, each, result));
  const counts = `tests="${cases.length}" failures="${countFailures(listed, result)}" errors="0" skipped="0" time="0"`;
  return [`  <testsuite name="${attribute(file)}" ${counts}>`, ...cases, '  </testsuite>'].join('\n');
}

function testCase(file: string, { diagnostic }: Listed, { fails }: CheckResult): string {
  const { code, message, range, severity } = diagnostic;
  const place = `${file}:${range.start.line}:${range.start.column}`;
  const body = content(`${place}: ${severity} ${code}: ${message}`);
  const inner = fails(severity)
    ? `<failure message="${attribute(message)}" type="${attribute(code)}">${body}</failure>`
    : `<system-out>${body}</system-out>`;
  const name = attribute(`${code} (${range.start.line}:${range.start.column})`);
  const at = `file="${attribute(file)}" line="${range.start.line}"`;
  return `    <testcase name="${name}" classname="${attribute(file)}" ${at} time="0">${inner}</testcase>`;
}

function countFailures(listed: readonly Listed[], { fails }: CheckResult): number {
  return listed.filter(({ diagnostic }) => fails(diagnostic.severity)).length;
}

/** XML 1.0 has no way to write most control characters and no-characters: they are shown as what they are. */
function content(text: string): string {
  return visibleLines(text)
    .replace(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16).toUpperCase()}}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/#(?=#(?:\[|vso\[))/gi, '&#35;');
}

function attribute(text: string): string {
  return content(visible(text)).replaceAll('"', '&quot;');
}
