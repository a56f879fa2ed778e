/** `check --fix`. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from './testing/test-folder.js';

const BROKEN = `人员 李四
项目 P1 "甲" ｛
  责任人李四
  节点 竣工 期限 2026-12-18
}
project P2 "乙" {
  milestne Opening due 2026-12-18
  owner Lisi
}
`;
const FIXED = BROKEN.replace('｛', '{').replace('责任人李四', '责任人 李四').replace('milestne', 'milestone');

describe('check --fix', () => {
  it('applies the fixes that leave no other reading, and reports what is left', async () => {
    const folder = folderWith({ 'a.plan': BROKEN });
    const { code, stdout, stderr } = await folder.call('check', '--fix');

    expect(folder.read('a.plan')).toBe(FIXED);
    expect(stderr).toBe('planwright: 3 fixes in 1 file\n');
    expect(stdout.match(/^\S+:\d+:\d+.*$/gm)).toEqual(['a.plan:8:9  error  name/unknown']);
    expect(code).toBe(1);
    expect((await folder.call('check', '--fix', '--lang', 'zh')).stderr).toBe('');
  });

  it('shows with --diff what it would do, and does nothing', async () => {
    const folder = folderWith({ 'a.plan': BROKEN });

    expect(await folder.call('check', '--fix', '--diff')).toEqual({
      code: 1,
      stderr: '',
      stdout: `--- a.plan
+++ a.plan
@@ -1,9 +1,9 @@
 人员 李四
-项目 P1 "甲" ｛
-  责任人李四
+项目 P1 "甲" {
+  责任人 李四
   节点 竣工 期限 2026-12-18
 }
 project P2 "乙" {
-  milestne Opening due 2026-12-18
+  milestone Opening due 2026-12-18
   owner Lisi
 }
`,
    });
    expect(folder.read('a.plan')).toBe(BROKEN);
    expect(await folderWith({ 'a.plan': FIXED }).call('check', '--fix', '--diff')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect((await folder.call('check', '--fix', '--diff', '-', { stdin: BROKEN })).stdout).toContain('--- stdin.plan');
  });

  it.skipIf(process.platform === 'win32')('shows what patch makes the fixed files of', async () => {
    const filler = '// 说明\n'.repeat(9);
    const plan = `${BROKEN}${filler}project P3 ｛ ｝\n${filler}project P4 ｛ ｝`;
    const folder = folderWith({ 'a.plan': plan });
    folder.write('a.diff', (await folder.call('check', '--fix', '--diff')).stdout);
    spawnSync('patch', ['-o', 'patched', '-i', 'a.diff', 'a.plan'], { cwd: folder.path });
    await folder.call('check', '--fix');

    expect(folder.read('a.diff').match(/^@@/gm)).toHaveLength(3);
    expect(folder.read('patched')).toBe(folder.read('a.plan'));
  });

  it('guesses no name: somebody else would answer for the project', async () => {
    const plan = 'person Lisiqing\nproject P1 { owner Lisiqin }\n';
    const folder = folderWith({ 'a.plan': plan });
    await folder.call('check', '--fix');

    expect(folder.read('a.plan')).toBe(plan);
  });

  it('does not take one short keyword for another', async () => {
    const plan = 'project P1 { milestone A doe 2026-03-01 }\n';
    const folder = folderWith({ 'a.plan': plan });
    await folder.call('check', '--fix');

    expect(folder.read('a.plan')).toBe(plan);
  });

  it('leaves alone what is switched off or was not asked for, and files that need nothing', async () => {
    const folder = folderWith({ 'planwright.json': '{}', 'a.plan': BROKEN, 'b.plan': BROKEN, 'c.plan': FIXED });
    const before = statSync(path.join(folder.path, 'c.plan')).ino;
    await folder.call('check', 'a.plan', 'c.plan', '--fix', '--rule', 'syntax/full-width=off');

    expect(folder.read('a.plan')).toBe(FIXED.replace('甲" {', '甲" ｛'));
    expect(folder.read('b.plan')).toBe(BROKEN);
    expect(statSync(path.join(folder.path, 'c.plan')).ino).toBe(before);
  });

  it('keeps byte order mark and line ends', async () => {
    const folder = folderWith({ 'a.plan': `\uFEFF${BROKEN.replaceAll('\n', '\r\n')}` });
    await folder.call('check', '--fix');

    expect(folder.read('a.plan')).toBe(`\uFEFF${FIXED.replaceAll('\n', '\r\n')}`);
  });

  it('leaves a file alone that is not UTF-8, and tells of it', async () => {
    const bytes = Buffer.concat([Buffer.from('项目 P9 ｛ }\n// '), Buffer.from([0xc4, 0xe3])]);
    const folder = folderWith({ 'a.plan': BROKEN, 'b.plan': bytes });

    const { code, stdout } = await folder.call('check', '--fix', '--format', 'concise');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^b\.plan:1:1: error file\/encoding /m);
    expect(folder.read('a.plan')).toBe(FIXED);
    expect(readFileSync(path.join(folder.path, 'b.plan'))).toEqual(bytes);
  });

  it('is no command of a build server, and shows what would act on a terminal', async () => {
    const folder = folderWith({ 'a.plan': `项目 P1 ｛\n  ::error::x \u001b[31m ##[group]\n}\n` });
    const { stdout } = await folder.call('check', '--fix', '--diff');

    expect(stdout).toContain('␛[31m');
    expect(stdout).not.toMatch(/^\s*::|##\[|\u001b/m);
  });

  it.each([
    [['check', '--diff'], '--diff goes with --fix', '--diff 须与 --fix 同用'],
    [
      ['check', '--fix', '-'],
      'Standard input cannot be written back: --fix needs --diff there',
      '标准输入无法写回：此时 --fix 须与 --diff 同用',
    ],
    [
      ['check', '--fix', '--watch'],
      "option '--watch' cannot be used with option '--fix'",
      '选项“--watch”不能与“--fix”同用',
    ],
  ])('refuses %j', async (call, en, zh) => {
    const folder = folderWith({ 'a.plan': BROKEN });

    expect(await folder.call(...call)).toEqual({ code: 2, stdout: '', stderr: `planwright: ${en}\n` });
    expect((await folder.call(...call, '--lang', 'zh')).stderr).toBe(`planwright：${zh}\n`);
    expect(folder.read('a.plan')).toBe(BROKEN);
  });
});
