/** `planwright check --format json`, and fingerprints. */
import { describe, expect, it } from 'vitest';
import { type CallOptions, type Folder, folderWith } from '../testing/test-folder.js';

interface CheckJson {
  readonly version: number;
  readonly statusDate: string;
  readonly summary: unknown;
  readonly diagnostics: readonly {
    readonly file: string;
    readonly range: unknown;
    readonly severity: string;
    readonly code: string;
    readonly message: string;
    readonly element: string | null;
    readonly data: { readonly [key: string]: unknown };
    readonly related: readonly { readonly file: string; readonly range: unknown; readonly message: string }[];
    readonly fingerprint: string;
  }[];
}

const check = (folder: Folder, ...call: (string | CallOptions)[]): Promise<CheckJson> =>
  folder.json<CheckJson>('check', '--format', 'json', ...call);

const LATE = `portfolio All { status-date 2026-03-31 }
项目 P007 "环城路" {
  节点 竣工 "竣工验收" 期限 2026-02-27
}
`;

describe('check --format json', () => {
  it('has the shape of the interface', async () => {
    const folder = folderWith({ 'planwright.json': '{ "language": "zh" }', 'p/a.plan': LATE });

    expect(await check(folder)).toEqual({
      version: 1,
      statusDate: '2026-03-31',
      summary: { files: 1, projects: 1, errors: 1, warnings: 0, infos: 0, hints: 0 },
      diagnostics: [
        {
          file: 'p/a.plan',
          range: { start: { line: 3, column: 19 }, end: { line: 3, column: 29 } },
          severity: 'error',
          code: 'deadline/overdue',
          message: '已逾期32天：期限为2026年2月27日，尚未完成',
          element: 'P007.竣工',
          data: { due: '2026-02-27', days: 32 },
          related: [],
          fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        },
      ],
    });
  });

  it('has null where a finding is about no declaration', async () => {
    const { diagnostics } = await check(folderWith({ 'a.plan': 'project P1 } \n' }));

    expect(diagnostics.map(({ code, element }) => [code, element])).toEqual([['syntax/unexpected', null]]);
  });

  it('names related places with their files', async () => {
    const { diagnostics } = await check(folderWith({ 'a.plan': 'person Li\n', 'b/b.plan': '\nperson Li\n' }));

    expect(diagnostics.map(({ file, related }) => [file, related])).toEqual([
      [
        'b/b.plan',
        [
          {
            file: 'a.plan',
            range: { start: { line: 1, column: 8 }, end: { line: 1, column: 10 } },
            message: expect.any(String),
          },
        ],
      ],
    ]);
  });

  it('is the same to the byte each time', async () => {
    const folder = folderWith({ 'b.plan': LATE.replace('portfolio', '// '), 'a.plan': LATE, 'c/a.plan': 'project {' });
    const call = ['check', '--format', 'json', '--severity', 'hint'];

    expect((await folder.call(...call)).stdout).toBe((await folder.call(...call)).stdout);
  });

  it('is ordered by file, line, column, code', async () => {
    const folder = folderWith({
      'b.plan': 'project P1 { milestone A due 2026-02-30  milestone B due 2026-02-31 }\nproject P1\n',
      'a.plan': 'project Q1 { milestone A due 2026-03-01 }\n',
      'B.plan': 'project R1 { owner Li  leader Wu }\n',
    });

    expect((await check(folder)).diagnostics.map(({ file, range, code }) => [file, place(range), code])).toEqual([
      ['B.plan', '1:20', 'name/unknown'],
      ['B.plan', '1:31', 'name/unknown'],
      ['a.plan', '1:30', 'deadline/non-working'],
      ['a.plan', '1:30', 'deadline/overdue'],
      ['b.plan', '1:30', 'value/date'],
      ['b.plan', '1:58', 'value/date'],
      ['b.plan', '2:9', 'name/duplicate'],
    ]);
  });

  it('counts columns in UTF-16 units', async () => {
    const { diagnostics } = await check(folderWith({ 'a.plan': '/* 🚧 */ project P1 { owner 李 }\n' }));

    expect(diagnostics.map(({ range }) => range)).toEqual([
      { start: { line: 1, column: 29 }, end: { line: 1, column: 30 } },
    ]);
  });

  it('counts lines after LF, CRLF and CR, and no byte order mark', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { diagnostics } = await check(folderWith({ 'a.plan': `\uFEFFproject P1 {${end}  owner Li }${end}` }));
      expect(diagnostics.map(({ range }) => place(range))).toEqual(['2:9']);
    }
    const { diagnostics } = await check(folderWith({ 'a.plan': '\uFEFFproject P1 { owner Li }' }));
    expect(diagnostics.map(({ range }) => place(range))).toEqual(['1:20']);
  });

  it('answers for NUL beside what can be read', async () => {
    const { diagnostics } = await check(
      folderWith({
        'a.plan': 'project P1 { milestone A due 2026-02-27 }\n\0\nproject P2 { milestone A due 2026-02-27 }\n',
      }),
    );

    expect(diagnostics.filter(({ code }) => code === 'deadline/overdue').map(({ element }) => element)).toEqual([
      'P1.A',
      'P2.A',
    ]);
    expect(diagnostics.filter(({ code }) => code === 'syntax/unexpected').length).toBeGreaterThan(0);
  });
});

describe('a fingerprint', () => {
  const prints = async (text: string, ...call: string[]): Promise<readonly string[]> =>
    (await check(folderWith({ 'a.plan': text }), ...call)).diagnostics.map(({ fingerprint }) => fingerprint);

  it('survives lines that move, blanks that change, and days that pass', async () => {
    const [before, ...others] = await prints(LATE);

    expect(others).toEqual([]);
    expect(await prints(LATE.replace('项目', '\n// so\n\n项目'))).toEqual([before]);
    expect(await prints(LATE.replace('  节点', '      节点'))).toEqual([before]);
    expect(await prints(LATE, '--as-of', '2026-03-20')).toEqual([before]);
    expect(await prints(LATE, '--lang', 'zh')).toEqual([before]);
  });

  it('is another one for another thing', async () => {
    const [before] = await prints(LATE);

    expect(await prints(LATE.replace('P007', 'P008'))).not.toContain(before);
    expect(await prints(LATE.replace('02-27', '02-26'))).not.toContain(before);
  });

  it('tells apart what is alike but for its place', async () => {
    const all = await prints('project P1 { owner Li }\nproject P2 { owner Li }\nproject P1 { owner Li }\n');

    expect(new Set(all).size).toBe(all.length);
  });
});

function place(range: unknown): string {
  const { start } = range as { readonly start: { readonly line: number; readonly column: number } };
  return `${start.line}:${start.column}`;
}
