/** Which plan roots and files a call of the command leads to. */
import { symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CallOptions, type Folder, folderWith } from './testing/test-folder.js';

/** Unknown name: one error, which tells that the file was looked at. */
const WRONG = (project: string): string => `project ${project} { owner Nobody }\n`;

/** The files that something was found in. */
async function filesWithFindings(folder: Folder, ...call: (string | CallOptions)[]): Promise<readonly string[]> {
  const { diagnostics } = await folder.json<{ diagnostics: { root?: string; file: string }[] }>(
    'check',
    '--format',
    'json',
    ...call,
  );
  return diagnostics.map(({ root, file }) => (root === undefined ? file : `${root}: ${file}`));
}

describe('planwright.json', () => {
  it('switches rules off and gives them another severity', async () => {
    const plan = 'project P1 {\n  owner Nobody\n  milestone Opening due 2026-02-27\n}\n';
    const folder = folderWith({
      'planwright.json': '{ "rules": { "name/unknown": "off", "deadline/overdue": "info" } }',
      'a.plan': plan,
    });

    expect(await folder.call('check')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('info  deadline/overdue'),
    });
    expect((await folder.call('check')).stdout).not.toContain('name/unknown');
  });

  it('says which files belong to the plan', async () => {
    const folder = folderWith({
      'planwright.json':
        '{\n  // what has been closed\n  "include": ["plans/**/*.plan"],\n  "exclude": ["plans/archive/**"],\n}',
      'plans/a.plan': WRONG('A'),
      'plans/archive/old.plan': WRONG('B'),
      'drafts/c.plan': WRONG('C'),
    });

    expect(await filesWithFindings(folder)).toEqual(['plans/a.plan']);
    expect(await filesWithFindings(folder, 'plans')).toEqual(['plans/a.plan']);
    expect((await folder.call('check', 'drafts')).code).toBe(2);
  });

  it('excludes a folder with the plans that have their own configuration in it', async () => {
    const folder = folderWith({
      'planwright.json': '{ "exclude": ["archive/**"] }',
      'a.plan': WRONG('A'),
      'archive/2025/planwright.json': '{}',
      'archive/2025/old.plan': WRONG('B'),
    });

    expect(await filesWithFindings(folder)).toEqual(['a.plan']);
    expect(await filesWithFindings(folder, 'archive/2025')).toEqual(['old.plan']);
  });

  it('never takes in node_modules and hidden folders', async () => {
    const folder = folderWith({
      'planwright.json': '{}',
      'a.plan': WRONG('A'),
      '.git/b.plan': WRONG('B'),
      'x/node_modules/y/c.plan': WRONG('C'),
    });

    expect(await filesWithFindings(folder)).toEqual(['a.plan']);
  });

  it.each([
    ['{\n  "langauge": "zh"\n}', '2:3', "There is no setting 'langauge'", '没有名为“langauge”的设置'],
    ['{ "language": "de" }', '1:15', "'language' has to be one of: zh, en", '“language”只能是：zh、en'],
    ['{ "include": "a" }', '1:14', "'include' has to be a list", '“include”应为列表'],
    ['{ "rules": { "no/rule": "off" } }', '1:14', "There is no rule 'no/rule'", '没有名为“no/rule”的规则'],
    ['{ "rules": ', '1:12', 'Not valid JSON: a value is missing here', '不是有效的 JSON：此处缺少值'],
  ])('that is wrong is told with its place: %s', async (text, place, en, zh) => {
    const folder = folderWith({ 'p/planwright.json': text, 'p/a.plan': '' });

    const english = await folder.call('check');
    expect(english).toMatchObject({ code: 2, stdout: '' });
    expect(english.stderr).toBe(`planwright: p/planwright.json:${place}: ${en}\n`);
    const chinese = await folder.call('check', '--lang', 'zh');
    expect(chinese.stderr).toBe(`planwright：p/planwright.json:${place}：${zh}\n`);
  });

  it('that is wrong in several places is told in all of them', async () => {
    const folder = folderWith({ 'planwright.json': '{\n"a": 1,\n"rules": { "x": "off" } }', 'a.plan': '' });

    expect((await folder.call('check')).stderr.split('\n')).toEqual([
      "planwright: planwright.json:2:1: There is no setting 'a'",
      "planwright.json:3:12: There is no rule 'x'",
      '',
    ]);
  });
});

describe('the paths', () => {
  it('name a file alone: the others of its root are there for their names', async () => {
    const folder = folderWith({
      'planwright.json': '{}',
      'people.plan': 'person Li\nperson Li\n',
      'a.plan': 'project P1 { owner Li }\n',
    });

    expect(await filesWithFindings(folder, 'a.plan')).toEqual([]);
    expect(await filesWithFindings(folder)).toEqual(['people.plan']);
  });

  it('name a file without any configuration: it is the whole plan', async () => {
    const folder = folderWith({ 'other.plan': 'person Li\n', 'a.plan': 'project P1 { owner Li }\n' });

    expect(await filesWithFindings(folder, 'a.plan')).toEqual(['a.plan']);
    expect(await filesWithFindings(folder, 'a.plan', 'other.plan')).toEqual([]);
  });

  it('name a folder inside a root', async () => {
    const folder = folderWith({
      'planwright.json': '{}',
      'a/[1] (x)/a.plan': WRONG('A'),
      'a/[1] (x) b/b.plan': WRONG('B'),
      'a/c.plan': WRONG('C'),
    });

    expect(await filesWithFindings(folder, 'a/[1] (x)')).toEqual(['a/[1] (x)/a.plan']);
    expect(await filesWithFindings(folder, '.', { cwd: 'a' })).toEqual([
      'a/[1] (x) b/b.plan',
      'a/[1] (x)/a.plan',
      'a/c.plan',
    ]);
  });

  it('name one thing twice: it is checked once', async () => {
    const plain = folderWith({ 'a/b/b.plan': WRONG('B'), 'a/a.plan': WRONG('A') });
    const rooted = folderWith({ 'planwright.json': '{}', 'a/b/b.plan': WRONG('B'), 'a/a.plan': WRONG('A') });

    for (const folder of [plain, rooted]) {
      expect(await filesWithFindings(folder, '.', 'a/b', 'a/a.plan', '.')).toEqual(['a/a.plan', 'a/b/b.plan']);
    }
  });

  it('lead to several roots: each is a plan of its own, and files are named from their root, wherever the command was called', async () => {
    const folder = folderWith({
      'city/planwright.json': '{ "language": "zh" }',
      'city/a.plan': `portfolio P { status-date 2025-12-31 }\n${WRONG('A')}`,
      'county/planwright.json': '{}',
      'county/a.plan': WRONG('A'),
    });

    expect(await filesWithFindings(folder, 'county', 'city')).toEqual(['city: a.plan', 'county: a.plan']);
    const [here, there] = [
      await folder.call('check', '.', '--format', 'json'),
      await folder.call('check', '../county', '.', '--format', 'json', { cwd: 'city' }),
    ];
    expect(there.stdout).toBe(here.stdout);
    expect(JSON.parse(here.stdout)).toMatchObject({
      statusDate: null,
      roots: [
        { root: 'city', statusDate: '2025-12-31' },
        { root: 'county', statusDate: '2026-03-31' },
      ],
    });
    expect((await folder.call('check', 'city', 'county')).stdout).toContain(
      '✗ 2 files, 2 projects as of 2025-12-31 to 2026-03-31: 2 errors',
    );
    expect(await filesWithFindings(folder, '.')).toEqual(['city: a.plan', 'county: a.plan']);
  });

  it('lead to a root with another one inside: each is checked for itself', async () => {
    const folder = folderWith({
      'planwright.json': '{}',
      'a.plan': 'person Li\nproject P1 { owner Wang }\n',
      'inner/planwright.json': '{}',
      'inner/a.plan': 'person Wang\nproject P1 { owner Li }\n',
    });

    expect(await filesWithFindings(folder)).toEqual(['.: a.plan', 'inner: a.plan']);
    expect(await filesWithFindings(folder, 'inner')).toEqual(['a.plan']);
    expect(await filesWithFindings(folder, '.', { cwd: 'inner' })).toEqual(['a.plan']);
  });

  it('may lead in circles', async () => {
    const folder = folderWith({ 'a/a.plan': WRONG('A') });
    symlinkSync('..', path.join(folder.path, 'a/up'));
    symlinkSync('self', path.join(folder.path, 'self'));

    expect(await filesWithFindings(folder)).toEqual(['a/a.plan']);
  });

  it('name what cannot be read', async () => {
    const folder = folderWith({ 'a.plan': '', 'huge.plan': '' });
    truncateSync(path.join(folder.path, 'huge.plan'), 65 * 1024 * 1024);

    expect(await folder.call('check')).toEqual({
      code: 2,
      stdout: '',
      stderr: "planwright: 'huge.plan' is larger than 64 MB and is not read\n",
    });
    expect((await folder.call('check', '--lang', 'zh')).stderr).toBe('planwright：“huge.plan”超过 64 MB，不予读取\n');
  });

  it('may be globs that the shell has left alone', async () => {
    const plain = folderWith({ 'a/x.plan': WRONG('A'), 'b/y.plan': WRONG('B'), 'b/z.plan': WRONG('C'), 'b/no.md': '' });

    expect(await filesWithFindings(plain, 'b/*')).toEqual(['y.plan', 'z.plan']);
    expect(await filesWithFindings(plain, '**/[xy].plan')).toEqual(['a/x.plan', 'b/y.plan']);
    expect(await plain.call('check', 'c*')).toMatchObject({
      code: 2,
      stderr: "planwright: No plan file matches 'c*'\n",
    });
    expect((await plain.call('check', 'c*', '--lang', 'zh')).stderr).toBe('planwright：没有计划文件符合“c*”\n');
    expect((await plain.call('check', 'c*', '--allow-empty')).code).toBe(0);
  });

  it('that are globs see the names of the whole root, and roots inside it', async () => {
    const folder = folderWith({
      'planwright.json': '{}',
      'people.plan': 'person Li\n',
      'works/a.plan': 'project A { owner Li }\n',
      'works/inner/planwright.json': '{}',
      'works/inner/b.plan': 'project B { owner Li }\n',
    });

    expect(await filesWithFindings(folder, 'works/*.plan')).toEqual([]);
    expect(await filesWithFindings(folder, 'works/**')).toEqual(['works/inner: b.plan']);
  });

  it('leave out what --exclude says, seen from the root or from here', async () => {
    const files = { 'planwright.json': '{}', 'x/a.plan': WRONG('A'), 'x/old/b.plan': WRONG('B'), 'c.plan': WRONG('C') };
    const folder = folderWith(files);

    expect(await filesWithFindings(folder, '--exclude', 'x/old')).toEqual(['c.plan', 'x/a.plan']);
    expect(
      await filesWithFindings(folder, '--exclude', 'old', '--exclude', 'a.plan', '--allow-empty', { cwd: 'x' }),
    ).toEqual([]);
    expect(await filesWithFindings(folder, 'c.plan', '--exclude', '*.plan', '--allow-empty')).toEqual([]);
    expect((await folder.call('check', '--exclude', '../x')).stderr).toBe(
      "planwright: --exclude '../x' leads out of the plan root\n",
    );
  });

  it('name only plan files', async () => {
    const folder = folderWith({ 'readme.md': 'person Li\nperson Li\n' });

    expect(await folder.call('check', 'readme.md')).toMatchObject({
      code: 2,
      stderr: "planwright: 'readme.md' is no plan file (*.plan); '-' reads standard input\n",
    });
    expect((await folder.call('format', 'readme.md', '--lang', 'zh')).stderr).toBe(
      'planwright：“readme.md”不是计划文件（*.plan）；“-”表示读取标准输入\n',
    );
  });

  it('leave out what git ignores, in a repository', async () => {
    const files = {
      '.gitignore': '/build/\n*.tmp.plan\n',
      'a.plan': WRONG('A'),
      'b.tmp.plan': WRONG('B'),
      'build/c.plan': WRONG('C'),
      'sub/.gitignore': 'out/*\n!out/kept.plan\n',
      'sub/out/d.plan': WRONG('D'),
      'sub/out/kept.plan': WRONG('K'),
      'sub/build/e.plan': WRONG('E'),
    };
    const plain = folderWith(files);
    const repository = folderWith({ ...files, '.git/info/exclude': 'sub/build\n' });

    expect(await filesWithFindings(plain)).toHaveLength(6);
    expect(await filesWithFindings(repository)).toEqual(['a.plan', 'sub/out/kept.plan']);
    expect(await filesWithFindings(repository, '.', { cwd: 'sub' })).toEqual(['out/kept.plan']);
    // Who names something wants it.
    expect(await filesWithFindings(repository, 'build')).toEqual(['c.plan']);
    expect(await filesWithFindings(repository, 'b.tmp.plan')).toEqual(['b.tmp.plan']);
  });
});

describe('--config', () => {
  it('reads another configuration in place of planwright.json', async () => {
    const folder = folderWith({
      'p/planwright.json': '{ "language": "zh", "include": ["b.plan"] }',
      'p/a.plan': WRONG('A'),
      'ci/strict.json':
        '{ "extends": "base.json", "overrides": [{ "files": ["a.plan"], "rules": { "name/*": "info" } }] }',
      'ci/base.json': '{ "language": "en" }',
    });

    const { code, stdout } = await folder.call('check', 'p', '--config', 'ci/strict.json', { env: { LANG: 'zh_CN' } });
    expect(code).toBe(0);
    expect(stdout).toContain('p/a.plan:1:19  info  name/unknown');
  });

  it('that is wrong or not there is told', async () => {
    const folder = folderWith({ 'a.plan': '', 'c.json': '{\n  "extends": "c.json"\n}' });

    expect(await folder.call('check', '--config', 'no.json')).toMatchObject({
      code: 2,
      stderr: "planwright: 'no.json' is not there\n",
    });
    expect(await folder.call('check', '--config', 'c.json')).toMatchObject({
      code: 2,
      stderr: "planwright: c.json:2:14: 'c.json' extends this file in turn\n",
    });
  });
});
