/** Diagnostics and their fingerprints. */
import { describe, expect, it } from 'vitest';
import type { Severity } from '../analysis/rule.js';
import type { Finding } from '../model/facts.js';
import { type Diagnostic, diagnosticsOf } from './diagnostic.js';
import { Lines } from './lines.js';

const TEXTS: ReadonlyMap<string, string> = new Map([
  ['a.plan', 'owner Li\nowner  Li\nowner Wu\n'],
  ['b.plan', '\n人员 Li\n'],
]);

function finding(code: string, start: number, end: number, more: Partial<Finding> = {}): Finding {
  return { code, at: { file: 'a.plan', start, end }, data: {}, ...more };
}

function diagnostics(
  findings: readonly Finding[],
  severities: { readonly [code: string]: Severity | 'off' } = {},
  texts = TEXTS,
): readonly Diagnostic[] {
  return diagnosticsOf('a.plan', findings, {
    lang: 'zh',
    severityOf: (code) => severities[code] ?? 'warning',
    messageOf: ({ code }, lang) => `${code} ${lang}`,
    textOf: (file) => texts.get(file) ?? '',
    linesOf: (file) => new Lines(texts.get(file) ?? ''),
  });
}

describe('the diagnostics of a file', () => {
  it('have places from 1, a message in the language, and related places in other files', () => {
    const related = [{ at: { file: 'b.plan', start: 4, end: 6 }, message: { en: 'declared here', zh: '在此声明' } }];
    const [diagnostic] = diagnostics([finding('x/y', 16, 18, { element: 'P1', data: { days: 3 }, related })]);

    expect(diagnostic).toMatchObject({
      range: { start: { line: 2, column: 8 }, end: { line: 2, column: 10 } },
      severity: 'warning',
      message: 'x/y zh',
      element: 'P1',
      data: { days: 3 },
      related: [
        { file: 'b.plan', message: '在此声明', range: { start: { line: 2, column: 4 }, end: { line: 2, column: 6 } } },
      ],
    });
  });

  it('are ordered by place, then by code', () => {
    const found = [finding('b/b', 6, 8), finding('c/c', 0, 5), finding('a/a', 6, 8)];

    expect(diagnostics(found).map(({ code }) => code)).toEqual(['c/c', 'a/a', 'b/b']);
    expect(diagnostics([...found].reverse())).toEqual(diagnostics(found));
  });

  it('leave out rules that are switched off, and take the severity that is set', () => {
    const found = [finding('a/a', 0, 5), finding('b/b', 6, 8)];

    expect(diagnostics(found, { 'a/a': 'off', 'b/b': 'error' })).toMatchObject([{ code: 'b/b', severity: 'error' }]);
  });
});

describe('a fingerprint', () => {
  const prints = (findings: readonly Finding[], texts = TEXTS): readonly string[] =>
    diagnostics(findings, {}, texts).map(({ fingerprint }) => fingerprint);

  it('is the same where figures, places and blanks differ', () => {
    const [first] = prints([finding('x/y', 0, 8, { data: { days: 3 } })]);

    expect(prints([finding('x/y', 9, 18, { data: { days: 4 } })])).toEqual([first]);
  });

  it('is another one for another rule, element or text', () => {
    const all = [
      finding('x/y', 0, 8),
      finding('x/z', 0, 8),
      finding('x/y', 0, 8, { element: 'P1' }),
      finding('x/y', 19, 27),
    ].flatMap((each) => prints([each]));

    expect(new Set(all).size).toBe(4);
  });

  it('counts what is alike, so that mending one leaves the others known', () => {
    const both = prints([finding('x/y', 0, 8), finding('x/y', 9, 18)]);

    expect(new Set(both).size).toBe(2);
    expect(prints([finding('x/y', 9, 18)])).toEqual([both[0]]);
  });

  it('does not run into another one among many', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `P${index}`);
    const found = names.map((element) => finding('x/y', 0, 8, { element }));

    expect(new Set(prints(found)).size).toBe(names.length);
  });
});
