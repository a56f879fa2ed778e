/** That nothing leads out of the plan root, and what is no ordinary file is never read. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Folder, folderWith } from './testing/test-folder.js';

/** It has neither pipes among its files nor links that anybody may make. */
const WINDOWS = process.platform === 'win32';

const SCRIPT = 'def f(x):\n    if x:\n        return 1\n    return 2\n';

function link(folder: Folder, target: string, name: string): void {
  symlinkSync(target, path.join(folder.path, name));
}

describe('include', () => {
  it('that leads out of the plan root is refused, and nothing outside is read or written', async () => {
    const folder = folderWith({
      'other/script.py': SCRIPT,
      'ws/a.plan': 'project P "x" { }\n',
      'ws/planwright.json': '{"include":["*.plan","../other/script.py"]}',
    });

    for (const command of ['check', 'format', 'list']) {
      expect(await folder.call(command, 'ws')).toEqual({
        code: 2,
        stdout: '',
        stderr: "planwright: ws/planwright.json:1:22: '../other/script.py' leads out of the plan root\n",
      });
    }
    expect((await folder.call('check', 'ws', '--lang', 'zh')).stderr).toBe(
      'planwright：ws/planwright.json:1:22：“../other/script.py”超出计划根目录\n',
    );
    expect(folder.read('other/script.py')).toBe(SCRIPT);
  });

  it('takes nothing but plan files', async () => {
    const folder = folderWith({
      'ws/script.py': SCRIPT,
      'ws/a.plan': 'person   Li\n',
      'ws/planwright.json': '{"include":["**"]}',
    });

    expect((await folder.call('format', 'ws')).stdout).toBe('ws/a.plan\n');
    expect(folder.read('ws/script.py')).toBe(SCRIPT);
  });

  it('may name a folder, and leave out with an exclamation mark', async () => {
    const folder = folderWith({
      'planwright.json': '{"include":["plans","!plans/old"]}',
      'plans/a.plan': 'person   Li\n',
      'plans/old/b.plan': 'person   Wu\n',
      'c.plan': 'person   Xu\n',
    });

    expect((await folder.call('format', '--check')).stdout).toBe('plans/a.plan\n');
  });
});

describe.skipIf(WINDOWS)('a link', () => {
  const outside = (): Folder => {
    const folder = folderWith({
      'other/a.plan': 'person   Li\n',
      'ws/b.plan': 'person   Wu\n',
      'ws/planwright.json': '{}',
    });
    return folder;
  };

  it.each([
    ['a file', '../other/a.plan', 'ws/l.plan'],
    ['a folder', '../other', 'ws/l'],
  ])('to %s outside is refused, unless somebody wants it', async (_, target, name) => {
    const folder = outside();
    link(folder, target, name);

    for (const command of ['check', 'format']) {
      expect(await folder.call(command, 'ws')).toEqual({
        code: 2,
        stdout: '',
        stderr: `planwright: '${name}' is a link that leads out of the plan root and is not followed; '--follow-links' follows it\n`,
      });
    }
    expect((await folder.call('check', 'ws', '--lang', 'zh')).stderr).toBe(
      `planwright：“${name}”是指向计划根目录之外的链接，不予读取；如需读取请加“--follow-links”\n`,
    );
    expect(folder.read('other/a.plan')).toBe('person   Li\n');
    expect((await folder.call('check', 'ws', '--exclude', 'l', '--exclude', 'l.plan')).code).toBe(0);
    expect((await folder.call('check', 'ws', '--follow-links')).stdout).toContain('2 files');
    expect((await folder.call('format', 'ws', '--follow-links')).code).toBe(0);
    expect(folder.read('other/a.plan')).toBe('person Li\n');
  });

  it('that was named itself is refused as well', async () => {
    const folder = outside();
    link(folder, '../other/a.plan', 'ws/l.plan');

    expect((await folder.call('check', 'ws/l.plan')).stderr).toContain("'ws/l.plan' is a link that leads out");
    expect((await folder.call('format', 'ws/l.plan')).stderr).toContain("'ws/l.plan' is a link that leads out");
  });

  it('for planwright.json, or what that extends, is refused', async () => {
    const folder = folderWith({
      'other/c.json': '{ "secret": 1 }',
      'ws/b.plan': '',
      'x/b.plan': '',
      'x/planwright.json': '{ "extends": "l.json" }',
    });
    link(folder, '../other/c.json', 'ws/planwright.json');
    link(folder, '../other/c.json', 'x/l.json');

    const { code, stderr } = await folder.call('check', 'ws');
    expect([code, stderr]).toEqual([2, expect.stringContaining("'ws/planwright.json' is a link that leads out")]);
    expect((await folder.call('check', 'x')).stderr).toBe(
      "planwright: x/planwright.json:1:14: 'l.json' cannot be read\n",
    );
  });

  it('inside the root is followed once, also in circles', async () => {
    const folder = folderWith({ 'planwright.json': '{}', '.store/a.plan': 'person Li\n', 'x/b.plan': 'person Wu\n' });
    link(folder, '.store', 'current');
    link(folder, '..', 'x/up');
    link(folder, 'b.plan', 'x/same.plan');
    link(folder, 'self', 'self');
    link(folder, 'loop.plan', 'lo.plan');
    rmSync(path.join(folder.path, 'lo.plan'));

    expect((await folder.call('format', '--check', '--keywords', 'zh')).stdout).toBe('current/a.plan\nx/b.plan\n');
  });

  it('to nothing is told', async () => {
    const folder = folderWith({ 'a.plan': '' });
    link(folder, 'gone', 'b.plan');

    expect(await folder.call('check')).toMatchObject({ code: 2, stderr: "planwright: 'b.plan' is not there\n" });
  });
});

describe.skipIf(WINDOWS)('what is no ordinary file', () => {
  const pipe = (folder: Folder, name: string): void => {
    mkdirSync(path.dirname(path.join(folder.path, name)), { recursive: true });
    execFileSync('mkfifo', [path.join(folder.path, name)]);
  };

  it('is never read: a pipe', async () => {
    const folder = folderWith({ 'a/a.plan': '', 'b/b.plan': '', 'c/c.plan': '' });
    pipe(folder, 'a/x.plan');
    pipe(folder, 'b/planwright.json');
    const told = (name: string) =>
      `planwright: '${name}' is no ordinary file (a pipe, a device or the like) and is not read\n`;

    for (const command of ['check', 'format', 'list']) {
      expect(await folder.call(command, 'a')).toEqual({ code: 2, stdout: '', stderr: told('a/x.plan') });
      expect(await folder.call(command, 'a/x.plan')).toMatchObject({ code: 2, stderr: told('a/x.plan') });
      expect(await folder.call(command, 'b')).toEqual({ code: 2, stdout: '', stderr: told('b/planwright.json') });
    }
    expect((await folder.call('check', 'a', '--lang', 'zh')).stderr).toBe(
      'planwright：“a/x.plan”不是普通文件（可能是管道、设备等），不予读取\n',
    );
  });

  it('is never read: a device, even where links are followed', async () => {
    const folder = folderWith({ 'a.plan': '' });
    link(folder, '/dev/zero', 'x.plan');

    expect((await folder.call('check')).stderr).toContain("'x.plan' is a link that leads out");
    expect((await folder.call('check', '--follow-links')).stderr).toContain("'x.plan' is no ordinary file");
  });
});

describe.skipIf(WINDOWS)('documents that plans name', () => {
  const told = async (folder: Folder, ...call: string[]) => {
    const { diagnostics } = await folder.json<{ diagnostics: { message: string }[] }>(
      'check',
      '--format',
      'json',
      ...call,
    );
    return diagnostics.map(({ message }) => message);
  };

  it('are looked for inside the plan root only, and never read', async () => {
    const folder = folderWith({ 'secret.md': '', 'ws/here.md': '', 'ws/planwright.json': '{}', 'ws/sub/a.plan': '' });
    link(folder, '../secret.md', 'ws/sub-link.md');
    const plan = (scheme: string) => folder.write('ws/sub/a.plan', `project P { scheme "${scheme}" }\n`);

    plan('../here.md');
    expect(await told(folder, 'ws')).toEqual([]);
    for (const name of ['../../secret.md', '../../gone.md', '../sub-link.md', '/etc/passwd']) {
      plan(name);
      expect(await told(folder, 'ws')).toEqual([
        `"${name}", which "scheme" names, lies outside the plan root and is not looked up`,
      ]);
    }
    plan('../gone.md');
    expect(await told(folder, 'ws')).toEqual(['There is no file "../gone.md", which "scheme" names']);
    plan('../../secret.md');
    expect(await told(folder, 'ws', '--lang', 'zh')).toEqual([
      '“工作方案”所指的文件“../../secret.md”在计划根目录之外，不作查找',
    ]);
  });
});
