/** Files that are not UTF-8: one error that says what they look like, and a conversion that is whole or not made. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { gb18030, utf16 } from '../../../test/encodings.js';
import { type Folder, folderWith } from './testing/test-folder.js';

const ZH = '项目库 甲 { 截至 2026-03-31 }\n项目 P1 "水厂" {\n  阶段 储备\n  节点 竣工 期限 2026年2月28日\n}\n';
const EN = 'project P1 "Waterworks" {\n  milestone done due 2026-02-28\n}\n';

/** How a file is kept, what it is said to look like, and what it is converted from. */
const KEPT: readonly (readonly [string, Uint8Array, string, string, string])[] = [
  ['GB18030', gb18030(ZH), 'gb18030', 'gb18030', ZH],
  ['GB18030 with CRLF', gb18030(ZH.replaceAll('\n', '\r\n')), 'gb18030', 'gb18030', ZH.replaceAll('\n', '\r\n')],
  [
    'GB18030 with one word of Chinese',
    gb18030(EN.replace('Waterworks', '水厂')),
    'gb18030',
    'gb18030',
    EN.replace('Waterworks', '水厂'),
  ],
  ['UTF-16 as Windows saves it', utf16(ZH, 'le'), 'utf-16le', 'utf-16', ZH],
  ['UTF-16, big-endian', utf16(ZH, 'be'), 'utf-16be', 'utf-16', ZH],
  ['UTF-16 without a mark', utf16(ZH, 'le', false), 'utf-16le', 'utf-16', ZH],
  ['UTF-16, big-endian, without a mark', utf16(ZH, 'be', false), 'utf-16be', 'utf-16', ZH],
  ['UTF-16 of English', utf16(EN, 'le'), 'utf-16le', 'utf-16', EN],
  ['UTF-16 of English without a mark', utf16(EN, 'le', false), 'utf-16le', 'utf-16', EN],
  ['UTF-16 of English, big-endian, without a mark', utf16(EN, 'be', false), 'utf-16be', 'utf-16', EN],
];

interface Told {
  readonly code: string;
  readonly data: { readonly encoding?: string; readonly line?: number };
  readonly range: { readonly start: object };
  readonly message: string;
}

async function told(folder: Folder, ...call: string[]): Promise<readonly Told[]> {
  const { stdout, stderr } = await folder.call('check', '--format', 'json', '--severity', 'hint', ...call);
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as { diagnostics: readonly Told[] }).diagnostics;
}

const bytesOf = (folder: Folder, name: string): Buffer => readFileSync(path.join(folder.path, name));

describe('check', () => {
  it.each(KEPT)('%s is one error', async (_, bytes, encoding) => {
    const folder = folderWith({ 'a.plan': bytes });
    const found = await told(folder);
    expect(found.map(({ code, data }) => [code, data.encoding])).toEqual([['file/encoding', encoding]]);
    expect(found[0]?.range.start).toEqual({ line: 1, column: 1 });
    expect(found[0]?.message).not.toContain('\uFFFD');
    expect((await folder.call('check')).code).toBe(1);
  });

  it('says how the file is converted, in both languages', async () => {
    const folder = folderWith({ 'a.plan': gb18030(ZH) });
    expect((await told(folder))[0]?.message).toMatch(
      /looks like GB18030.*'planwright format --from gb18030'.*'Reopen with Encoding'/,
    );
    expect((await told(folder, '--lang', 'zh'))[0]?.message).toMatch(
      /看起来是GB18030.*“planwright format --from gb18030”.*“通过编码重新打开”/,
    );
  });

  it.each([
    ['bytes of another alphabet', Uint8Array.from([...Buffer.from('project P1 "Caf'), 0xe9, ...Buffer.from('"\n')]), 1],
    ['UTF-8 that was cut within a character', Buffer.from(`project P1\n${ZH}项`).subarray(0, -1), 7],
    ['Big5', Uint8Array.from([0xb1, 0x4d, 0xae, 0xd7, 0x20, 0x50, 0x31, 0xa4, 0x40, 0xb5, 0x7b]), 1],
    ['no text at all', Uint8Array.from({ length: 400 }, (_, index) => (index * 7919) % 256), 1],
  ])('%s is an error that guesses nothing and names the line', async (_, bytes, line) => {
    const found = await told(folderWith({ 'a.plan': bytes }));
    expect(found.map(({ code, data }) => [code, data])).toEqual([['file/encoding', { encoding: 'unknown', line }]]);
  });

  it('UTF-8 is UTF-8, with a mark, with the sign for what could not be read, and with NUL', async () => {
    for (const text of [`\uFEFF${ZH}`, '项目 P1 "a\uFFFDb"\n', 'project P1 "a" // \0\n']) {
      expect((await told(folderWith({ 'a.plan': text }))).filter(({ code }) => code === 'file/encoding')).toEqual([]);
    }
  });

  it('what follows from a file that cannot be read is not told', async () => {
    const folder = folderWith({
      'people.plan': gb18030(
        '人员 李四 "李四"\n单位 水利局\n规则 亮灯 { 每 月 }\n项目库 甲 { 截至 2026-03-31 例会 每 1周 }\n',
      ),
      'p.plan':
        '项目 P1 "水厂" {\n  阶段 储备\n  责任领导 李四\n  责任单位 水利局\n  节点 竣工 期限 2026年2月28日\n}\n标签 备用\n视图 甲 { 筛选 责任领导 = 李四 列 编号 }\n',
      // What is wrong in itself is told as ever.
      'q.plan': '项目 P2 "桥" {\n  阶段 储备\n  节点 竣工 期限 2026年2月30日\n}\n项目 P1 "又一个" { 阶段 储备 }\n',
    });
    expect((await told(folder)).map(({ code }) => code).sort()).toEqual([
      'file/encoding',
      'name/duplicate',
      'value/date',
    ]);
  });

  it('from standard input', async () => {
    const { stdout, code } = await folderWith({}).call('check', '--format', 'concise', '--stdin', {
      stdin: gb18030(ZH),
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^stdin\.plan:1:1: error file\/encoding .*\n$/);
  });
});

describe('other commands', () => {
  it.each([['list'], ['schedule'], ['summary', 'booklet']])(
    '%s does not answer without such a file',
    async (...call) => {
      const folder = folderWith({ 'a.plan': gb18030(ZH), 'b.plan': 'project P2\n' });
      const { code, stdout, stderr } = await folder.call(...call);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/'a\.plan' is not UTF-8, it looks like GB18030/);
    },
  );
});

describe('format', () => {
  it.each(KEPT)('--from turns %s into UTF-8', async (_, bytes, __, from, text) => {
    const folder = folderWith({ 'a.plan': bytes });
    expect((await folder.call('format', '--check', '--from', from)).code).toBe(1);
    expect(bytesOf(folder, 'a.plan')).toEqual(Buffer.from(bytes));
    expect((await folder.call('format', '--from', from)).code).toBe(0);
    expect(bytesOf(folder, 'a.plan').toString('utf8')).toBe(text);
    expect((await told(folder)).map(({ code }) => code)).not.toContain('file/encoding');
    const { stdout } = await folderWith({}).call('format', '--stdin', '--from', from, { stdin: bytes });
    expect(stdout).toBe(text);
  });

  it('without --from nothing is written, and what to do is said', async () => {
    for (const [, bytes] of KEPT) {
      const folder = folderWith({ 'a.plan': 'project   P0\n', 'b.plan': bytes });
      const { code, stderr } = await folder.call('format');
      expect(code).toBe(2);
      expect(stderr).toMatch(/'b\.plan' is not UTF-8.*--from.*nothing was written/);
      expect(folder.read('a.plan')).toBe('project   P0\n');
      expect(bytesOf(folder, 'b.plan')).toEqual(Buffer.from(bytes));
      const piped = await folder.call('format', '--stdin', { stdin: bytes });
      expect([piped.code, piped.stdout]).toEqual([2, '']);
    }
  });

  it('one file that cannot be read as that leaves all as they are', async () => {
    for (const [bytes, from] of [
      [Uint8Array.from([...gb18030(ZH), 0xff, 0xff]), 'gb18030'],
      [utf16(ZH, 'le'), 'gb18030'],
      [utf16(EN, 'le', false), 'gb18030'],
      [gb18030(ZH), 'utf-16'],
      [utf16(ZH, 'le').subarray(0, -1), 'utf-16'],
    ] as const) {
      const folder = folderWith({ 'a.plan': from === 'gb18030' ? gb18030(ZH) : utf16(ZH, 'le'), 'b.plan': bytes });
      const before = bytesOf(folder, 'a.plan');
      const { code, stderr } = await folder.call('format', '--from', from);
      expect(code).toBe(2);
      expect(stderr).toMatch(/'b\.plan' cannot be read as .*; nothing was written/);
      expect(bytesOf(folder, 'a.plan')).toEqual(before);
      expect(bytesOf(folder, 'b.plan')).toEqual(Buffer.from(bytes));
    }
  });

  it('a file that is UTF-8 already stays what it says', async () => {
    const folder = folderWith({ 'a.plan': gb18030(ZH), 'b.plan': '项目 P2 "桥"\n' });
    expect((await folder.call('format', '--from', 'gb18030')).stdout).toBe('a.plan\n');
    expect(folder.read('b.plan')).toBe('项目 P2 "桥"\n');
  });

  it('check --fix touches none of it', async () => {
    const folder = folderWith({ 'a.plan': gb18030('项目 P1 { 级别：市级 }\n') });
    const before = bytesOf(folder, 'a.plan');
    expect((await folder.call('check', '--fix')).code).toBe(1);
    expect(bytesOf(folder, 'a.plan')).toEqual(before);
  });
});
