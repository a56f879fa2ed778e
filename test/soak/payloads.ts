/** Texts that would act if anybody took plan text for more than text: on a terminal, in a build log, a browser, a spreadsheet. */

/** What acts, by where it would. */
const ACTS: readonly string[] = [
  // Build logs.
  '::error::x',
  '::set-output name=a::b',
  '::add-mask::1',
  '##[group]x',
  '##[error]x',
  '##vso[task.setvariable variable=a]b',
  // Browsers.
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><b>',
  '</title><b>',
  '<!--',
  ']]><b>',
  '&lt;b&gt;',
  '&#60;b&#62;',
  '<b',
  // Markdown.
  '[a](javascript:alert(1))',
  '![a](https://example.org/a.png)',
  '](https://example.org)',
  'javascript:alert(1)',
  'data:text/html,a',
  '<https://example.org>',
  '| a | b |',
  '`</code>`',
  '# a',
  '---',
  '1. a',
  '> a',
  '~~~',
  // Spreadsheets.
  '=HYPERLINK("https://example.org","a")',
  '+1+cmd|a!A0',
  '-2+3',
  '@SUM(A1)',
  '＝1+1',
  '\t=1',
  // Terminals.
  '\u001b[2J',
  '\u001b]0;x\u0007',
  '\u001b]8;;https://example.org\u001b\\a',
  '\u009b31m',
  '\u202eabc',
  '\u2066abc',
  '\u0007',
  '\b\b',
  '\u007f',
  // Formats.
  '"},{"a":"',
  '\\"',
  '{0}',
  '$(a)',
  '%0A::error::x',
  ',"a"',
  "'",
  '\u2028a',
  '\ufeff',
  '\ud800',
  '\uffff',
];

const AROUND: readonly (readonly [string, string])[] = [
  ['', ''],
  ['a ', ''],
  [' ', ' b'],
  ['人', '员'],
  ['a: ', '::'],
  ['(', ')'],
  ['"', '"'],
  ['\u200b', ''],
  ['** ', ' **'],
  ['#', ''],
];

/** So many of the first stand by themselves. */
export const ALONE = ACTS.length;

/** So many different ones, always the same. */
export function payloads(count: number): readonly string[] {
  const all = AROUND.flatMap(([before, behind]) => ACTS.map((act) => before + act + behind));
  return [...new Set(all)].slice(0, count);
}
