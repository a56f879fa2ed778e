/** `planwright check --baseline`. */
import { describe, expect, it } from 'vitest';
import { folderWith } from './testing/test-folder.js';

const OLD = 'project P1 { milestone Opening due 2026-02-27 }\n';
const NEW = 'project P2 { milestone Opening due 2026-02-27 }\n';

describe('a baseline', () => {
  it('makes what is known not count, wherever its lines have moved', async () => {
    const folder = folderWith({ 'a.plan': OLD });
    expect(await folder.call('check', '--write-baseline', 'known.json')).toMatchObject({ code: 0 });

    folder.write('a.plan', `// so\n\n${OLD}`);
    expect(await folder.call('check', '--baseline', 'known.json')).toEqual({
      code: 0,
      stdout: '✓ 1 file, 1 project as of 2026-03-31: no problems; 1 known from the baseline\n',
      stderr: '',
    });
    expect((await folder.call('check', '--baseline', 'known.json', '--lang', 'zh')).stdout).toContain(
      '没有发现问题；1 条已在基线中',
    );
  });

  it('lets count what is new', async () => {
    const folder = folderWith({ 'a.plan': OLD });
    await folder.call('check', '--write-baseline', 'known.json');
    folder.write('a.plan', NEW + OLD);

    const { code, stdout } = await folder.call('check', '--baseline', 'known.json');
    expect(code).toBe(1);
    expect(stdout.match(/^\S+:\d+:\d+/gm)).toEqual(['a.plan:1:36']);
    expect(stdout).toContain('1 error, 0 warnings, 0 info; 1 known from the baseline');
  });

  it('knows hints as well, and takes part in --max-warnings', async () => {
    const folder = folderWith({ 'a.plan': `person Li\n${OLD}` });
    await folder.call('check', '--write-baseline', 'known.json');

    expect((await folder.call('check', '--baseline', 'known.json', '--severity', 'hint')).stdout).toContain(
      'no problems',
    );
    expect((await folder.call('check', '--baseline', 'known.json', '--max-warnings', '0')).code).toBe(0);
  });

  it('is the same to the byte where only lines have moved', async () => {
    const folder = folderWith({ 'a.plan': OLD + NEW, 'b.plan': 'person Li\n' });
    await folder.call('check', '--write-baseline', 'one.json');
    folder.write('a.plan', `${NEW}\n${OLD}`);
    await folder.call('check', '--write-baseline', 'two.json');

    expect(folder.read('two.json')).toBe(folder.read('one.json'));
    expect(JSON.parse(folder.read('one.json'))).toEqual({
      version: 1,
      findings: [
        { file: 'a.plan', code: 'deadline/overdue', element: expect.any(String), fingerprint: expect.any(String) },
        { file: 'a.plan', code: 'deadline/overdue', element: expect.any(String), fingerprint: expect.any(String) },
        { file: 'b.plan', code: 'name/unused', element: 'Li', fingerprint: expect.any(String) },
      ],
    });
  });

  it('that is not there or is something else is told', async () => {
    const folder = folderWith({ 'a.plan': OLD, 'other.json': '{}', 'no.json': '{' });

    for (const [name, en, zh] of [
      ['gone.json', "The baseline 'gone.json' cannot be read", '无法读取基线文件“gone.json”'],
      ['other.json', "'other.json' is no baseline", '“other.json”不是基线文件'],
      ['no.json', "'no.json' is no baseline", '“no.json”不是基线文件'],
    ] as const) {
      const english = await folder.call('check', '--baseline', name);
      expect(english).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(en) });
      expect((await folder.call('check', '--baseline', name, '--lang', 'zh')).stderr).toContain(zh);
    }
  });
});
