/** Which plan roots and files a call of the command leads to. */
import { symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CallOptions, type Folder, folderWith } from './testing/test-folder.js';

/** Unknown name: one error, which tells that the file was looked at. */
const WRONG = (project: string): string => `project ${project} { owner Nobody }\n`;

/** The files that something was found in. */
async function filesWithFindings(folder: Folder, ...call: (string | CallOptions)[]): Promise<readonly string[]> {
  const { diagnostics } = await folder.json<{ diagnostics: { file: string }[] }>('check', '--format', 'json', ...call);
  return diagnostics.map(({ file }) => file);
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

  it('lead to several roots: each is a plan of its own, and files are named from where the command was called', async () => {
    const folder = folderWith({
      'city/planwright.json': '{ "language": "zh" }',
      'city/a.plan': `portfolio P { status-date 2025-12-31 }\n${WRONG('A')}`,
      'county/planwright.json': '{}',
      'county/a.plan': WRONG('A'),
    });

    expect(await filesWithFindings(folder, 'county', 'city')).toEqual(['city/a.plan', 'county/a.plan']);
    expect((await folder.call('check', 'city', 'county')).stdout).toContain(
      '✗ 2 files, 2 projects as of 2025-12-31 to 2026-03-31: 2 errors',
    );
    expect(await filesWithFindings(folder, '.')).toEqual(['city/a.plan', 'county/a.plan']);
  });

  it('lead to a root with another one inside: each is checked for itself', async () => {
    const folder = folderWith({
      'planwright.json': '{}',
      'a.plan': 'person Li\nproject P1 { owner Wang }\n',
      'inner/planwright.json': '{}',
      'inner/a.plan': 'person Wang\nproject P1 { owner Li }\n',
    });

    expect(await filesWithFindings(folder)).toEqual(['a.plan', 'inner/a.plan']);
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
      stderr: "planwright: 'huge.plan' cannot be read\n",
    });
    expect((await folder.call('check', '--lang', 'zh')).stderr).toBe('planwright：无法读取“huge.plan”\n');
  });
});
