/** `planwright format`. */
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from './testing/test-folder.js';

const UGLY = 'project  P1 ｛\nowner Li\n｝\nperson Li\n';
const NEAT = 'project P1 {\n  owner Li\n}\nperson Li\n';

describe('format', () => {
  it('writes the files that change, names them, and leaves the others alone', async () => {
    const folder = folderWith({ 'b/ugly.plan': UGLY, 'a.plan': NEAT, 'readme.md': UGLY });

    expect(await folder.call('format')).toEqual({
      code: 0,
      stdout: 'b/ugly.plan\n',
      stderr: '2 files, 1 changed\n',
    });
    expect(folder.read('b/ugly.plan')).toBe(NEAT);
    expect(folder.read('readme.md')).toBe(UGLY);
    expect(folder.names()).toEqual(['a.plan', 'b', 'b/ugly.plan', 'readme.md']);
    expect(await folder.call('format', '--lang', 'zh')).toEqual({
      code: 0,
      stdout: '',
      stderr: '2 个文件，已排版 0 个\n',
    });
  });

  it('with --check writes nothing and exits with 1 where something would change', async () => {
    const folder = folderWith({ 'ugly.plan': UGLY, 'a.plan': NEAT });

    expect(await folder.call('format', '--check')).toEqual({
      code: 1,
      stdout: 'ugly.plan\n',
      stderr: '2 files, 1 would change\n',
    });
    expect(folder.read('ugly.plan')).toBe(UGLY);
    expect(await folder.call('format', '--check', 'a.plan', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await folder.call('format', '--check', '--lang', 'zh')).stderr).toBe('2 个文件，1 个需要排版\n');
  });

  it('turns keywords with --keywords, and back', async () => {
    const folder = folderWith({ 'a.plan': NEAT });

    await folder.call('format', '--keywords', 'zh');
    expect(folder.read('a.plan')).toBe('项目 P1 {\n  责任人 Li\n}\n人员 Li\n');
    await folder.call('format', '--keywords', 'keep');
    expect(folder.read('a.plan')).toContain('项目 P1');
    await folder.call('format', '--keywords', 'en');
    expect(folder.read('a.plan')).toBe(NEAT);
  });

  it('follows the globs of planwright.json and speaks its language', async () => {
    const folder = folderWith({
      'planwright.json': '{ "exclude": ["old/**"], "language": "zh" }',
      'old/a.plan': UGLY,
      'a.plan': UGLY,
    });

    expect(await folder.call('format')).toMatchObject({ stdout: 'a.plan\n', stderr: '1 个文件，已排版 1 个\n' });
    expect(folder.read('old/a.plan')).toBe(UGLY);
  });

  it('keeps byte order mark and line ends', async () => {
    const folder = folderWith({ 'a.plan': `\uFEFF${UGLY.replaceAll('\n', '\r\n')}` });
    await folder.call('format');

    expect(folder.read('a.plan')).toBe(`\uFEFF${NEAT.replaceAll('\n', '\r\n')}`);
  });

  it('writes through a link', async () => {
    const folder = folderWith({ 'real.txt': UGLY });
    symlinkSync('real.txt', path.join(folder.path, 'a.plan'));
    await folder.call('format', 'a.plan');

    expect(folder.read('real.txt')).toBe(NEAT);
  });

  it('writes nothing at all where one file is not UTF-8', async () => {
    const gbk = Buffer.from([0xcf, 0xee, 0xc4, 0xbf, 0x0a]);
    const folder = folderWith({ 'a.plan': UGLY, 'gbk.plan': gbk });

    expect(await folder.call('format')).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^planwright: 'gbk\.plan' is not UTF-8, .*; nothing was written\n$/),
    });
    expect((await folder.call('format', '--lang', 'zh')).stderr).toMatch(
      /^planwright：“gbk\.plan”不是UTF-8编码，.*；未写入任何内容\n$/,
    );
    expect(folder.read('a.plan')).toBe(UGLY);
  });

  it('is a filter with --stdin', async () => {
    const folder = folderWith({});

    expect(await folder.call('format', '--stdin', { stdin: UGLY })).toEqual({ code: 0, stdout: NEAT, stderr: '' });
    expect((await folder.call('format', '--stdin', '--keywords', 'zh', { stdin: UGLY })).stdout).toContain('责任人 Li');
    expect(await folder.call('format', '--stdin', '--check', '--stdin-path', 'x.plan', { stdin: UGLY })).toEqual({
      code: 1,
      stdout: 'x.plan\n',
      stderr: '',
    });
    expect((await folder.call('format', '--stdin', '--check', { stdin: NEAT })).code).toBe(0);
  });

  it('needs a plan file, unless --allow-empty', async () => {
    const folder = folderWith({});

    expect((await folder.call('format')).code).toBe(2);
    expect((await folder.call('format', '--allow-empty')).code).toBe(0);
  });

  it('of standard input that is not UTF-8 writes nothing: what cannot be read would be lost', async () => {
    const stdin = Buffer.concat([Buffer.from('// '), Buffer.from([0xc4, 0xe3]), Buffer.from('\n')]);
    const told = {
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/'stdin\.plan' is not UTF-8.*nothing was written/),
    };

    expect(await folderWith({}).call('format', '--stdin', { stdin })).toEqual(told);
    expect((await folderWith({}).call('format', '-', '--lang', 'zh', { stdin })).stderr).toMatch(
      /^planwright：“stdin\.plan”不是UTF-8编码，.*；未写入任何内容\n$/,
    );
  });
});
