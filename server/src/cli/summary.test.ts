/** `planwright summary`. */
import { chmodSync, lstatSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../report/render/formats.js';
import { SUMMARIES } from '../report/summaries/index.js';
import { SAMPLE_PORTFOLIO } from './testing/sample-portfolio.js';
import { folderWith } from './testing/test-folder.js';

const roads = () => folderWith({ 'a.plan': SAMPLE_PORTFOLIO });
const KINDS = [...SUMMARIES.values()].flatMap(({ kind, named }) => (named === undefined ? [kind] : []));

/** It has neither these permissions nor `/dev/null`. */
const WINDOWS = process.platform === 'win32';

describe('summary', () => {
  it('names every format in its help', async () => {
    const { stdout } = await roads().call('summary', '--help');
    for (const format of FORMATS.keys()) expect(stdout).toMatch(new RegExp(`\\b${format}\\b`));
  });

  it.each(KINDS)('%s is there in both languages and in every format', async (kind) => {
    const folder = roads();
    for (const lang of ['en', 'zh']) {
      for (const [format, begin] of [
        ['md', '# '],
        ['html', '<!doctype html>'],
        ['json', '{'],
      ] as const) {
        const { code, stdout, stderr } = await folder.call('summary', kind, ...['--format', format, '--lang', lang]);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout.toLowerCase().startsWith(begin), `${format}: ${stdout.slice(0, 60)}`).toBe(true);
        expect(stdout.endsWith('\n')).toBe(true);
        if (format === 'json') expect(JSON.parse(stdout)).toMatchObject({ version: 1, kind });
      }
    }
  });

  it('goes by its title as well', async () => {
    const folder = roads();

    expect((await folder.call('summary', '项目册', '--lang', 'zh')).stdout).toBe(
      (await folder.call('summary', 'booklet', '--lang', 'zh')).stdout,
    );
  });

  it('of a view shows the title of an item whose name has dots', async () => {
    const folder = folderWith({
      'a.plan':
        'view V { columns id, next }\nproject P { task T { milestone `a.b` "Opening" due 2026-04-30 }  milestone M due 2026-05-31 }\n',
    });
    const { stdout } = await folder.call('summary', 'view', 'V');

    expect(stdout).toMatch(/\| P +\| Opening +\|/);
  });

  it('of a view takes its name', async () => {
    const folder = roads();
    const { stdout } = await folder.call('summary', 'view', '在建项目', 'a.plan', '--lang', 'zh');

    expect(stdout).toMatch(/^# 市级在建项目\n/);
    expect(stdout).toContain('环城路');
    expect(stdout).not.toContain('纸厂扩建');
    expect((await folder.call('summary', 'view', '在建')).stderr).toContain("The plan has no view '在建'");
    expect((await folder.call('summary', 'view', '--lang', 'zh')).stderr).toContain('哪个视图？');
  });

  it('is the same to the byte each time', async () => {
    const folder = roads();
    const call = ['summary', 'dashboard', '--format', 'html'];

    expect((await folder.call(...call)).stdout).toBe((await folder.call(...call)).stdout);
  });

  it.each([
    [
      ['summary', 'bookelt'],
      "There is no summary 'bookelt'; did you mean 'booklet'?",
      '没有名为“bookelt”的汇总材料，是否指“booklet”？',
    ],
    [['summary', 'booklet', '--format', 'odt'], "There is no format 'odt'", '没有格式“odt”'],
    [['summary'], "missing required argument 'kind'", '缺少参数“kind”'],
  ])('is not made of the wrong call %j', async (call, en, zh) => {
    expect(await roads().call(...call)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(en) });
    expect((await roads().call(...call, '--lang', 'zh')).stderr).toContain(zh);
  });

  it('names no control character of the plan raw', async () => {
    const folder = folderWith({ 'a.plan': 'project P1 "\u001b[2J\u202e" { milestone A "\u009b1m" due 2026-02-27 }\n' });
    for (const format of ['md', 'html', 'json']) {
      const { stdout } = await folder.call('summary', 'booklet', '--format', format);
      expect(stdout, format).toContain('P1');
      expect(stdout, format).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
  });
});

describe('summary --format pdf', () => {
  it('says how to print where there is no browser', async () => {
    const call = ['summary', 'booklet', '-o', 'a.pdf'];
    const { code, stderr } = await roads().call(...call, { env: { PLANWRIGHT_BROWSER: '/nowhere/browser' } });
    expect(code).toBe(2);
    expect(stderr).toBe("planwright: There is no browser '/nowhere/browser', which PLANWRIGHT_BROWSER names\n");
  });

  it.skipIf(WINDOWS)('is the web page as the browser prints it, dated as of the status date', async () => {
    const script = [
      '#!/bin/sh',
      'for each in "$@"; do case $each in --print-to-pdf=*) out=$(echo "$each" | cut -d= -f2);; file:*) page=$(echo "$each" | cut -c8-);; esac; done',
      'printf "%%PDF-1.4 /CreationDate (D:20991231235959+00)" > "$out"; grep -c "<table" "$page" >> "$out"',
    ].join('\n');
    const folder = folderWith({ 'a.plan': SAMPLE_PORTFOLIO, browser: `${script}\n` });
    const browser = path.join(folder.path, 'browser');
    chmodSync(browser, 0o755);
    const env = { PLANWRIGHT_BROWSER: browser, PATH: '/usr/bin:/bin' };
    const { code, stderr } = await folder.call('summary', 'booklet', '-o', 'a.pdf', '--as-of', '2026-03-31', { env });

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(folder.read('a.pdf')).toMatch(/^%PDF-1\.4 \/CreationDate \(D:20260331000000\+00\)[1-9]/);
  });

  it.skipIf(WINDOWS)('says so where the browser made none', async () => {
    const folder = folderWith({ 'a.plan': SAMPLE_PORTFOLIO, browser: '#!/bin/sh\nexit 1\n' });
    const browser = path.join(folder.path, 'browser');
    chmodSync(browser, 0o755);
    const result = await folder.call('summary', 'booklet', '-o', 'a.pdf', { env: { PLANWRIGHT_BROWSER: browser } });

    expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining('made no PDF') });
    expect(folder.names()).not.toContain('a.pdf');
  });
});

describe('summary --unit', () => {
  it('writes all money in that unit', async () => {
    const folder = roads();
    const booklet = async (...more: string[]) =>
      (await folder.call('summary', 'booklet', '--lang', 'zh', ...more)).stdout;

    expect(await booklet()).toMatch(/单位：万元[^|]*\|.*投资[^|]*\|.*[\s\S]*\| 120,000 \|[\s\S]*总投资：12亿元/);
    expect(await booklet('--unit', '亿元')).toMatch(
      /单位：亿元[^|]*\|.*投资[^|]*\|.*[\s\S]*\| 12(?:\.00)? \|[\s\S]*总投资：12亿元/,
    );
    expect(await booklet('--unit', 'yuan')).toMatch(
      /单位：元[^|]*\|.*投资[^|]*\|.*[\s\S]*\| 1,200,000,000 \|[\s\S]*总投资：1,200,000,000元/,
    );
    expect(await booklet()).toMatch(/\| 120,000 \|/);
  });
});

describe('summary -o', () => {
  it('takes the format from the name of the file', async () => {
    const folder = roads();
    const { code } = await folder.call('summary', 'dashboard', '-o', 'a.docx');

    expect(code).toBe(0);
    expect(folder.read('a.docx').startsWith('PK')).toBe(true);
    expect(await folder.call('summary', 'dashboard', '--format', 'xlsx')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'planwright: Where to? A xlsx file is no text for a terminal: name one with -o FILE.xlsx\n',
    });
  });

  it('writes the file and nothing else', async () => {
    const folder = roads();
    const { code, stdout } = await folder.call('summary', 'booklet', '-o', 'out/册.md', '--mkdir');

    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(folder.names()).toEqual(['a.plan', 'out', 'out/册.md']);
    expect(folder.read('out/册.md')).toBe((await folder.call('summary', 'booklet')).stdout);
  });

  it.skipIf(WINDOWS)('keeps links links and permissions what they were', async () => {
    const folder = folderWith({ 'a.plan': SAMPLE_PORTFOLIO, 'real/report.md': 'old' });
    symlinkSync('real/report.md', path.join(folder.path, 'link.md'));
    chmodSync(path.join(folder.path, 'real/report.md'), 0o640);
    await folder.call('summary', 'booklet', '-o', 'link.md');

    expect(lstatSync(path.join(folder.path, 'link.md')).isSymbolicLink()).toBe(true);
    expect(folder.read('real/report.md')).toMatch(/^# /);
    expect(statSync(path.join(folder.path, 'real/report.md')).mode & 0o777).toBe(0o640);
  });

  it('leaves the old file whole where the new one cannot be written', async () => {
    const folder = folderWith({ 'a.plan': SAMPLE_PORTFOLIO, 'old.md/x': '' });
    const { code, stderr } = await folder.call('summary', 'booklet', '-o', 'old.md');

    expect(code).toBe(2);
    expect(stderr).toBe("planwright: 'old.md' is a folder; name a file in it\n");
    expect(folder.names()).toEqual(['a.plan', 'old.md', 'old.md/x']);
  });

  it.skipIf(WINDOWS)('writes to what is no file, and leaves it that', async () => {
    expect((await roads().call('summary', 'booklet', '-o', '/dev/null')).code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('takes a name as long as the system does', async () => {
    const name = `${'项'.repeat(84)}.md`;

    expect((await roads().call('summary', 'booklet', '-o', name)).code).toBe(0);
  });

  it('makes no folder that nobody asked for', async () => {
    const folder = roads();

    expect(await folder.call('summary', 'booklet', '-o', 'out/a.md')).toEqual({
      code: 2,
      stdout: '',
      stderr: "planwright: There is no folder 'out'; --mkdir makes it\n",
    });
    expect((await folder.call('summary', 'booklet', '-o', 'out/a.md', '--lang', 'zh')).stderr).toBe(
      'planwright：没有文件夹“out”，加 --mkdir 可自动建立\n',
    );
    expect(folder.names()).toEqual(['a.plan']);
  });
});

describe('a result', () => {
  it.each([
    ['summary', 'booklet', '-o', 'a.plan'],
    ['summary', 'booklet', '-o', 'link.md'],
    ['check', '--write-baseline', 'a.plan'],
    ['check', '--format', 'json=A.PLAN'],
    ['check', '--format', 'json=planwright.json'],
  ])('is never written over a plan: %s %s %s %s', async (...call) => {
    const folder = folderWith({ 'a.plan': SAMPLE_PORTFOLIO, 'planwright.json': '{}' });
    symlinkSync('a.plan', path.join(folder.path, 'link.md'));
    const { code, stderr } = await folder.call(...call);

    expect(code).toBe(2);
    expect(stderr).toContain('belongs to a plan and is not written over; choose another name');
    expect(folder.read('a.plan')).toBe(SAMPLE_PORTFOLIO);
    expect(folder.names()).toEqual(['a.plan', 'link.md', 'planwright.json']);
  });
});
