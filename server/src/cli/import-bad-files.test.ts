/** Files that are damaged, hostile or something else than they are called: one clear message, nothing written. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { folderWith } from './testing/test-folder.js';

const sound = () =>
  writeXlsx({
    sheets: [
      {
        name: '表1',
        rows: [
          ['项目名称', '总投资(万元)'],
          ['大桥', 500],
        ],
      },
    ],
  });

/** The sound workbook with parts replaced or added. */
async function changed(parts: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  return zipSync({ ...unzipSync(await sound()), ...parts }, { level: 1 });
}

function sheetXml(rows: string): Uint8Array {
  return strToU8(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  );
}

function textAt(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

const SHEET = 'xl/worksheets/sheet1.xml';

/** A compound file: what old workbooks and encrypted ones lie in. */
function compound(name: string): Uint8Array {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(512),
  ]);
}

const FILES: readonly (readonly [
  what: string,
  name: string,
  make: () => Promise<Uint8Array> | Uint8Array,
  en: string,
  zh: string,
])[] = [
  [
    'an archive that unfolds into more than it should',
    'a.xlsx',
    () => changed({ 'xl/media/a.bin': new Uint8Array(130 * 1024 * 1024) }),
    'unfolds into more than 128 MB',
    '解压后超过 128 MB',
  ],
  [
    'a sheet that is the same byte again and again',
    'a.xlsx',
    () => changed({ [SHEET]: sheetXml(' '.repeat(66 * 1024 * 1024)) }),
    'unfolds into more than 128 MB',
    '解压后超过 128 MB',
  ],
  [
    'an archive of thousands of parts',
    'a.xlsx',
    () =>
      changed(Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`xl/p${index}.xml`, strToU8('<a/>')]))),
    'is an archive of',
    '超过上限 2000 个',
  ],
  [
    'entities in a sheet',
    'a.xlsx',
    () =>
      changed({
        [SHEET]: strToU8(
          `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`,
        ),
      }),
    'declares XML entities',
    '声明了 XML 实体',
  ],
  [
    'a sheet of a million rows',
    'a.xlsx',
    () =>
      changed({
        [SHEET]: sheetXml(
          Array.from(
            { length: 1_000_000 },
            (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${row}</v></c></row>`,
          ).join(''),
        ),
      }),
    'reaches down to row',
    '使用范围达到第',
  ],
  [
    'a cell in the last corner of a sheet',
    'a.xlsx',
    () => changed({ [SHEET]: sheetXml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') }),
    'reaches down to row 1048576',
    '第 1048576 行',
  ],
  ['an old workbook', 'a.xls', () => compound('Workbook'), 'workbook of the old kind (.xls)', '旧格式工作簿（.xls）'],
  ['an encrypted workbook', 'a.xlsx', () => compound('EncryptedPackage'), 'protected by a password', '设有打开密码'],
  ['half a workbook', 'a.xlsx', async () => (await sound()).slice(0, 900), 'is damaged', '文件已损坏'],
  [
    'a workbook with bytes turned over',
    'a.xlsx',
    async () => (await sound()).map((byte, index) => (index > 60 && index < 400 ? byte ^ 0x55 : byte)),
    'is damaged',
    '文件已损坏',
  ],
  ['a text that is called a workbook', 'a.xlsx', () => strToU8('项目名称,总投资'), 'no Excel file', '不是 Excel 文件'],
  [
    'an archive of something else',
    'a.xlsx',
    () => zipSync({ 'a.txt': strToU8('x') }),
    'no Excel workbook',
    '不是 Excel 工作簿',
  ],
  ['an empty file', 'a.xlsx', () => new Uint8Array(), 'is empty', '文件是空的'],
  ['an empty CSV', 'a.csv', () => strToU8('\n'), 'is empty', '文件是空的'],
  [
    'bytes that are no text',
    'a.csv',
    () => Uint8Array.from([0x81, 0x20, 0xff, 0xff, 0x80, 0x2c]),
    'not text in UTF-8',
    '不是 UTF-8',
  ],
  [
    'bytes of an odd number in UTF-16',
    'a.csv',
    () => Uint8Array.from([0xff, 0xfe, 0x79]),
    'not text in UTF-8',
    '不是 UTF-8',
  ],
  [
    'a text of western Europe, which would be read as Chinese',
    'a.csv',
    () => Buffer.from('Project,Investment (EUR m)\nBr\xfccke,5\nStra\xdfe,6\n', 'latin1'),
    'not text in UTF-8',
    '不是 UTF-8',
  ],
  [
    'a text in UTF-8 with half a character',
    'a.csv',
    () => Buffer.concat([strToU8('项目名称,备注\n大桥,江北\n隧道,'), Uint8Array.from([0xe5, 0xa4]), strToU8('\n')]),
    'UTF-8 with damaged characters, the first in line 3',
    '从第 3 行起有损坏的字符',
  ],
  [
    'a quote that is not closed',
    'a.csv',
    () => strToU8(`项目名称\n"大桥\n${'隧道\n'.repeat(40_000)}`),
    'A cell that begins in line 2 is longer than 100,000 characters: is a quotation mark not closed?',
    '第 2 行开始的单元格超过 10 万个字符：是否缺少后一个引号？',
  ],
  [
    'one line of megabytes',
    'a.csv',
    () => strToU8(`项目名称,${'x'.repeat(31 * 1024 * 1024)}`),
    'A cell that begins in line 1 is longer than 100,000 characters and is no table',
    '第 1 行开始的单元格超过 10 万个字符，不是表格',
  ],
  [
    'a part that is not what its checksum says',
    'a.xlsx',
    async () => {
      const bytes = zipSync(unzipSync(await sound()), { level: 0 });
      const at = Buffer.from(bytes).indexOf('sheetData');
      return bytes.map((byte, index) => (index === at + 1 ? byte ^ 1 : byte));
    },
    'is damaged',
    '文件已损坏',
  ],
  [
    'XML that breaks off',
    'a.xlsx',
    () => changed({ [SHEET]: strToU8('<worksheet><sheetData><row r="1">') }),
    'cannot be read',
    '无法读取',
  ],
  [
    'two cells at one place',
    'a.xlsx',
    () =>
      changed({
        [SHEET]: sheetXml(
          `<row r="1">${textAt('A1', '项目名称')}</row><row r="2">${textAt('A2', '大桥')}${textAt('A2', '隧道')}</row>`,
        ),
      }),
    'has two cells at A2',
    'A2 处有两个单元格',
  ],
  [
    'a cell above the first row',
    'a.xlsx',
    () => changed({ [SHEET]: sheetXml(`<row r="0">${textAt('A0', '项目名称')}</row>`) }),
    "has a cell at 'A0'",
    '单元格地址“A0”',
  ],
  [
    'a cell whose text is missing',
    'a.xlsx',
    () => changed({ [SHEET]: sheetXml('<row r="1"><c r="A1" t="s"><v>99</v></c></row>') }),
    'is missing in it',
    '缺少“表1”!A1 的文字',
  ],
  [
    'a picture',
    'a.png',
    () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47]),
    'are read from .xlsx and .csv',
    '可导入的文件',
  ],
];

describe('import', () => {
  it.each(FILES)('refuses %s', { timeout: 60_000 }, async (_, name, make, en, zh) => {
    const folder = folderWith({ [name]: await make() });
    const english = await folder.call('import', name, '-o', 'out.plan', '--lang', 'en');
    const chinese = await folder.call('import', name, '-o', 'out.plan', '--lang', 'zh');

    expect(english).toMatchObject({ code: 2, stdout: '' });
    expect(english.stderr).toContain(en);
    expect(chinese.stderr).toContain(zh);
    expect(folder.names()).toEqual([name]);
  });

  it('refuses it in the same way where it is to be merged', async () => {
    const plan = '项目 大桥 { 投资 400万元 }\n';
    const folder = folderWith({ 'a.plan': plan, 'a.xlsx': compound('EncryptedPackage') });

    expect(await folder.call('import', 'a.xlsx', '--merge', '--lang', 'zh')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('设有打开密码'),
    });
    expect(folder.read('a.plan')).toBe(plan);
  });

  it('reads a ledger of 10,000 rows with 26 columns', { timeout: 60_000 }, async () => {
    const head = ['项目名称', ...Array.from({ length: 25 }, (_, index) => `情况${index}`)];
    const rows = Array.from({ length: 10_000 }, (_, row) => [
      `大桥${row}`,
      ...Array.from({ length: 25 }, (_, index) => index),
    ]);
    const folder = folderWith({ 'a.xlsx': await writeXlsx({ sheets: [{ name: '表1', rows: [head, ...rows] }] }) });
    const { code, stdout } = await folder.call('import', 'a.xlsx', '--lang', 'zh', '-q');

    expect(code).toBe(0);
    expect(stdout).toContain('项目 大桥9999 {');
  });

  it('reads cells where they say that they stand, and without styles or a frame that is true', async () => {
    const { 'xl/styles.xml': _, ...parts } = unzipSync(await sound());
    const rows = `<row r="2"><c r="B2" s="7"><v>500</v></c>${textAt('a2', '大桥')}</row><row r="1">${textAt('B1', '总投资(万元)')}${textAt('A1', '项目名称')}</row>`;
    const sheet = strToU8(
      `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:dimension ref="A1:XFD1048576"/><x:sheetData>${rows.replaceAll(/<(\/?)(?=\w)/g, '<$1x:')}</x:sheetData></x:worksheet>`,
    );
    const folder = folderWith({ 'a.xlsx': zipSync({ ...parts, [SHEET]: sheet }) });

    expect((await folder.call('import', 'a.xlsx', '-q', '--lang', 'zh')).stdout).toContain(
      '项目 大桥 {\n  投资 500万元\n}',
    );
  });

  it('tells a formula that was never computed from one that came to an empty text', async () => {
    const rows = `<row r="1">${textAt('A1', '项目名称')}${textAt('B1', '备注')}</row>
      <row r="2">${textAt('A2', '大桥')}<c r="B2" t="str"><f>""</f><v></v></c></row>
      <row r="3">${textAt('A3', '隧道')}<c r="B3"><f>1+1</f></c></row>`;
    const folder = folderWith({ 'a.xlsx': await changed({ [SHEET]: sheetXml(rows) }) });
    const { stderr } = await folder.call('import', 'a.xlsx', '--lang', 'zh');

    expect(stderr).toContain('表1!B3');
    expect(stderr).not.toContain('表1!B2');
  });

  it('takes the value that was saved with a formula, and runs none', async () => {
    const bytes = await changed({
      [SHEET]:
        sheetXml(`<row r="1"><c r="A1" t="inlineStr"><is><t>项目名称</t></is></c><c r="B1" t="inlineStr"><is><t>总投资(万元)</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>大桥</t></is></c><c r="B2"><f>1+WEBSERVICE("http://x.invalid")</f><v>500</v></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>隧道</t></is></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`),
    });
    const folder = folderWith({ 'a.xlsm': bytes });
    const { stdout, stderr } = await folder.call('import', 'a.xlsm', '--lang', 'zh');

    expect(stdout).toContain('项目 大桥 {\n  投资 500万元\n}');
    expect(stdout).toMatch(/项目 隧道\n/);
    expect(stderr).toContain('表1!B3：公式结果为错误值（#DIV/0!），未导入');
  });

  it('reads a sheet whose frame reaches far below the table', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, row) => `<row r="${row + 3}"><c r="A${row + 3}" s="0"/></row>`,
    ).join('');
    const head =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>项目名称</t></is></c><c r="B1" t="inlineStr"><is><t>备注</t></is></c></row>';
    const project =
      '<row r="2"><c r="A2" t="inlineStr"><is><t>大桥</t></is></c><c r="B2" t="inlineStr"><is><t>x</t></is></c></row>';
    const folder = folderWith({ 'a.xlsx': await changed({ [SHEET]: sheetXml(head + project + rows) }) });

    expect((await folder.call('import', 'a.xlsx', '-q', '--lang', 'zh')).stdout).toContain('项目 大桥 {');
  });
});
