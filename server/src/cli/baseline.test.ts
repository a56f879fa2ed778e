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
        {
          root: '.',
          file: 'a.plan',
          code: 'deadline/overdue',
          element: expect.any(String),
          fingerprint: expect.any(String),
        },
        {
          root: '.',
          file: 'a.plan',
          code: 'deadline/overdue',
          element: expect.any(String),
          fingerprint: expect.any(String),
        },
        { root: '.', file: 'b.plan', code: 'name/unused', element: 'Li', fingerprint: expect.any(String) },
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

  it('keeps nothing else back with what it knows: a published figure is compared although a name is unknown', async () => {
    // While the name is told, the figure waits for it; once it is known, nobody would hear of the figure.
    const plan = (published: number) =>
      `portfolio K { expect count(category in A) = ${published} }\ncategory A\nproject P { category Bb }\n`;
    const folder = folderWith({ 'a.plan': plan(0) });
    await folder.call('check', '--write-baseline', 'known.json');
    expect(await folder.call('check', '--baseline', 'known.json')).toMatchObject({ code: 0 });

    folder.write('a.plan', plan(117));
    const { code, stdout } = await folder.call('check', '--baseline', 'known.json', '--format', 'concise');
    expect(code).toBe(1);
    expect(stdout).toContain('expect/failed The files give 0, not 117');
  });

  it('knows what it was written with, also what waited for something else then', async () => {
    const folder = folderWith({
      'a.plan': 'portfolio K { expect count(category in A) = 5 }\ncategory A\nproject P { category Bb }\n',
    });
    await folder.call('check', '--write-baseline', 'known.json');
    expect(folder.read('known.json')).toContain('expect/failed');
    expect(await folder.call('check', '--baseline', 'known.json')).toMatchObject({ code: 0, stderr: '' });
  });

  it('hides one finding with one entry: what moves to another project is new', async () => {
    const folder = folderWith({
      'a.plan': 'project P1 "Works" { stage reserve leader Nobody }\nproject P2 "Works" { stage reserve }\n',
    });
    await folder.call('check', '--write-baseline', 'known.json');
    folder.write(
      'a.plan',
      'project P1 "Works" { stage reserve }\nproject P2 "Works" { stage reserve leader Nobody }\n',
    );

    const { code, stdout } = await folder.call('check', '--baseline', 'known.json');
    expect(code).toBe(1);
    expect(stdout).toContain('a.plan:2:43  error  name/unknown');
  });

  it('hides in one plan root what it knows of that one, from wherever it is called', async () => {
    const wrong = 'project X { stage reserve leader Nobody }\n';
    const folder = folderWith({
      'r1/planwright.json': '{}',
      'r1/a.plan': wrong,
      'r2/planwright.json': '{}',
      'r2/a.plan': wrong,
    });
    await folder.call('check', 'r1', '--write-baseline', 'known.json');

    const both = await folder.call('check', 'r1', 'r2', '--baseline', 'known.json');
    expect(both).toMatchObject({ code: 1, stdout: expect.stringContaining('r2/a.plan:1:34  error  name/unknown') });
    expect(both.stdout).toContain('1 known from the baseline');
    expect(both.stdout).not.toContain('r1/a.plan');
    expect((await folder.call('check', '.', '--baseline', '../known.json', { cwd: 'r1' })).code).toBe(0);
    expect((await folder.call('check', '.', '--baseline', '../known.json', { cwd: 'r2' })).code).toBe(1);
  });

  it('says which entries hide nothing any more, of what was looked at', async () => {
    const folder = folderWith({ 'planwright.json': '{}', 'a.plan': OLD, 'b.plan': NEW });
    await folder.call('check', '--write-baseline', 'known.json');
    folder.write('a.plan', 'project P1 { milestone Opening due 2026-12-18 }\n');

    const told =
      "planwright: 1 entry of the baseline 'known.json' no longer stands for anything; '--write-baseline known.json' takes it out:\n  a.plan  deadline/overdue  P1.Opening\n";
    expect(await folder.call('check', '--baseline', 'known.json')).toMatchObject({ code: 0, stderr: told });
    expect((await folder.call('check', 'a.plan', '--baseline', 'known.json')).stderr).toBe(told);
    expect((await folder.call('check', 'b.plan', '--baseline', 'known.json')).stderr).toBe('');
    expect((await folder.call('check', '--baseline', 'known.json', '--lang', 'zh')).stderr).toContain(
      '基线“known.json”中有 1 条已不再对应任何问题',
    );
    expect((await folder.call('check', '--baseline', 'known.json', '-q')).stderr).toBe('');
  });
});
