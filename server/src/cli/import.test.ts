/** `planwright import`: ledgers as offices keep them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../syntax/read-plan.js';
import { type Folder, folderWith } from './testing/test-folder.js';

type CellValue = string | number | boolean | Date | null;

interface Merged {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** `merged`: `A1:C1`. */
async function workbook(rows: readonly (readonly CellValue[])[], ...merged: readonly string[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '表1', rows: rows.map((row) => [...row]), merges: merged.map(range) }] });
}

function range(text: string): Merged {
  const [a = '', b = ''] = text.split(':');
  const at = (cell: string) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    return {
      row: Number(row) - 1,
      column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
    };
  };
  return { startRow: at(a).row, startCol: at(a).column, endRow: at(b).row, endCol: at(b).column };
}

/** The plan text of a ledger, in Chinese. */
async function planOf(folder: Folder, file: string, ...more: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await folder.call('import', file, '--lang', 'zh', ...more);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

interface Report {
  readonly projects: readonly { readonly id: string; readonly title: string | null; readonly cell: string }[];
  readonly sheets: readonly {
    readonly headRows: readonly number[];
    readonly columns: readonly {
      readonly column: string;
      readonly head: string;
      readonly field: string;
      readonly detail: string | null;
      readonly unit: string | null;
      readonly how: string;
    }[];
    readonly sections: readonly string[];
    readonly totals: number;
  }[];
  readonly remarks: readonly { readonly severity: string; readonly cell: string; readonly message: string }[];
}

async function reportOf(folder: Folder, file: string, ...more: readonly string[]): Promise<Report> {
  const { stdout } = await folder.call('import', file, '--dry-run', '--format', 'json', ...more);
  return JSON.parse(stdout) as Report;
}

/** Neither syntax nor names are wrong, and the formatter has nothing to do. */
async function expectSound(folder: Folder, file: string): Promise<void> {
  const { stdout } = await folder.call('check', file, '--format', 'json', '--fail-on', 'never');
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string; severity: string }[] };
  const wrong = diagnostics.filter(
    ({ code, severity }) => severity === 'error' && /^(?:syntax|name|value|member|file)\//.test(code),
  );
  expect(wrong).toEqual([]);
  expect((await folder.call('format', '--check', file)).code).toBe(0);
}

/** Two head rows as the office of Longyan has them; names and amounts are invented. */
const LONGYAN_HEAD = [
  ['龙岩市2009年重点项目建设基本情况'],
  ['单位：万元、亩'],
  [
    '序号',
    '项目名称',
    '项目投资主体',
    '建设地点',
    '项目审批、核准、备案文号',
    '建设规模及内容',
    '建设年限',
    '项目业主',
    '总投资',
    '资金来源',
    null,
    null,
    '上年完成投资',
    '今年计划投资',
    null,
    '建成达产后年新增效益',
    null,
    null,
    '建设用地(亩)',
    null,
    null,
    null,
    '预计年用量',
    null,
    null,
    '挂钩部门及领导',
    '备注',
  ],
  [
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    '业主自筹',
    '银行贷款',
    '政府投资',
    null,
    '投资',
    '主要建设内容及目标',
    '产值(万元)',
    '税收(万元)',
    '提供就业岗位(个)',
    '合计',
    '农用地',
    '其中基本农田',
    '其中林地',
    '施工用油(吨)',
    '火工用品(吨)',
    '银行贷款(万元)',
    null,
    null,
  ],
] as const;
const LONGYAN_MERGES = [
  'A1:AA1',
  ...'ABCDEFGHIM'.split('').map((letter) => `${letter}3:${letter}4`),
  'J3:L3',
  'N3:O3',
  'P3:R3',
  'S3:V3',
  'W3:Y3',
  'Z3:Z4',
  'AA3:AA4',
];
const longyan = () =>
  workbook(
    [
      ...LONGYAN_HEAD,
      ['一', '产业项目', null, null, null, null, null, null, 30000],
      [
        1,
        '某某水泥厂',
        '民营',
        '新罗区东肖镇',
        '闽发改〔2008〕12号',
        '日产 4500 吨熟料生产线',
        '2008.3-2010.12',
        '某某水泥有限公司',
        30000,
        10000,
        20000,
        null,
        5000,
        12000,
        '厂房封顶',
        50000,
        3000,
        420,
        200,
        150,
        '/',
        50,
        300,
        12,
        8000,
        '市经贸委 王明',
        '试填',
      ],
      ['二', '基础设施项目'],
      [
        2,
        '某某高速',
        '国有',
        '长汀县',
        null,
        '全长 60 公里',
        '2007-2011',
        '市高速公司',
        400000,
        100000,
        300000,
        null,
        80000,
        120000,
        '路基完成',
        null,
        null,
        null,
        5000,
        4000,
        100,
        900,
        9000,
        800,
        null,
        '市交通局（李四）',
        null,
      ],
      ['合计', null, null, null, null, null, null, null, 430000],
      ['注：本表由各业主填报。'],
    ],
    ...LONGYAN_MERGES,
  );

describe('import', () => {
  it('reads two tables in one sheet, each under its own head, and no head as a project', async () => {
    const folder = folderWith({
      'l.csv':
        '项目名称,总投资（万元）,责任单位\n甲,100,水利局\n项目名称,总投资（万元）,责任单位\n乙,200,交通局\n合计,300,\n\n项目名称,存在问题,责任人\n甲,征地慢,李四\n丙,缺钱,王五\n',
    });
    await folder.call('import', 'l.csv', '-o', 'l.plan', '--lang', 'zh', '--as-of', '2026-06-30');

    expect(folder.read('l.plan')).toBe(`项目库 l

单位 水利局
单位 交通局

人员 李四
人员 王五

项目 甲 {
  责任单位 水利局
  责任人 李四
  投资 100万元
  问题 问题1 "征地慢"
}

项目 乙 {
  责任单位 交通局
  投资 200万元
}

项目 丙 {
  责任人 王五
  问题 问题1 "缺钱"
}
`);
  });

  it('reads who put a ledger together and the day of its figures above it, and tells what else stands there', async () => {
    const folder = folderWith({
      'a.csv': `附件1,,,,
新桥市2026年重点项目推进情况表,,,,
填报单位：市发改委,联系电话：0597-1234567,,截至2026年6月25日,单位：万元
项目名称,总投资,其中：2026年计划投资,1-6月完成投资,竣工时间
甲,50000,20000,9000,27年底
乙,30000,10000,4000,2026.Q4
`,
    });

    expect(await planOf(folder, 'a.csv')).toBe(`项目库 新桥市2026年重点项目推进情况表 {
  年度 2026年
  编制单位 市发改委
}

单位 市发改委

项目 甲 {
  投资 5亿元 {
    年度 2026年 2亿元
  }
  节点 竣工 期限 2027年
  进展 2026年6月25日 {
    完成投资 9000万元
  }
}

项目 乙 {
  投资 3亿元 {
    年度 2026年 1亿元
  }
  节点 竣工 期限 2026年四季度
  进展 2026年6月25日 {
    完成投资 4000万元
  }
}
`);
    const { stdout } = await folder.call('import', 'a.csv', '--dry-run', '--lang', 'zh');
    expect(stdout).toContain('a!A1 为表外说明，未导入：附件1\n');
    expect(stdout).toContain('a!B3 为表外说明，未导入：联系电话：0597-1234567\n');
    expect(stdout).not.toMatch(/a![A-E]2 |a![ADE]3 /);
  });

  it.each([
    ['市卫健委（牵头）市住建局（配合）', '市卫健委', '市住建局'],
    ['市卫健委（牵头单位）、市住建局、市财政局', '市卫健委', '市住建局、市财政局'],
    ['牵头：市卫健委；配合：市住建局、市财政局', '市卫健委', '市住建局、市财政局'],
    ['市卫健委、市住建局（配合）', '市卫健委', '市住建局'],
  ])('reads which unit leads and which support in %s', async (cell, unit, support) => {
    const folder = folderWith({ 'a.csv': `项目名称,责任单位\n甲,"${cell}"\n` });

    const plan = await planOf(folder, 'a.csv');
    expect(plan).toContain(`  责任单位 ${unit}\n  配合单位 ${support}\n`);
  });

  it('reads the ledger of an office with two rows of heads, headings between rows, sums and remarks', async () => {
    const folder = folderWith({ 'a.xlsx': await longyan() });

    expect(await planOf(folder, 'a.xlsx')).toBe(`项目库 龙岩市2009年重点项目建设基本情况 {
  年度 2009年
}

类别 产业项目
类别 基础设施项目

单位 市经贸委
单位 市交通局

人员 王明
人员 李四

字段 项目投资主体 文本
字段 建设地点 文本
字段 \`项目审批、核准、备案文号\` 文本
字段 项目业主 文本
字段 建成达产后年新增效益-产值 金额
字段 建成达产后年新增效益-税收 金额
字段 建成达产后年新增效益-提供就业岗位 数值 { 计量 "个" }
字段 建设用地-合计 数值 { 计量 "亩" }
字段 建设用地-农用地 数值 { 计量 "亩" }
字段 建设用地-其中林地 数值 { 计量 "亩" }
字段 预计年用量-施工用油 数值 { 计量 "吨" }
字段 预计年用量-火工用品 数值 { 计量 "吨" }
字段 预计年用量-银行贷款 金额
字段 建设用地-其中基本农田 数值 { 计量 "亩" }

项目 某某水泥厂 {
  类别 产业项目
  建设期限 2008年3月 至 2010年12月
  建设内容 "日产 4500 吨熟料生产线"
  责任领导 王明
  责任单位 市经贸委
  年度目标 2009年 "厂房封顶"
  投资 3亿元 {
    来源 业主自筹 1亿元
    来源 银行贷款 2亿元
    年度 2009年 1.2亿元
  }
  进展 2008年12月31日 {
    完成投资 5000万元
  }
  字段 项目投资主体 "民营"
  字段 建设地点 "新罗区东肖镇"
  字段 \`项目审批、核准、备案文号\` "闽发改〔2008〕12号"
  字段 项目业主 "某某水泥有限公司"
  字段 建成达产后年新增效益-产值 5亿元
  字段 建成达产后年新增效益-税收 3000万元
  字段 建成达产后年新增效益-提供就业岗位 420
  字段 建设用地-合计 200
  字段 建设用地-农用地 150
  字段 建设用地-其中林地 50
  字段 预计年用量-施工用油 300
  字段 预计年用量-火工用品 12
  字段 预计年用量-银行贷款 8000万元
  备注 "试填"
}

项目 某某高速 {
  类别 基础设施项目
  建设期限 2007年 至 2011年
  建设内容 "全长 60 公里"
  责任领导 李四
  责任单位 市交通局
  年度目标 2009年 "路基完成"
  投资 40亿元 {
    来源 业主自筹 10亿元
    来源 银行贷款 30亿元
    年度 2009年 12亿元
  }
  进展 2008年12月31日 {
    完成投资 8亿元
  }
  字段 项目投资主体 "国有"
  字段 建设地点 "长汀县"
  字段 项目业主 "市高速公司"
  字段 建设用地-合计 5000
  字段 建设用地-农用地 4000
  字段 建设用地-其中基本农田 100
  字段 建设用地-其中林地 900
  字段 预计年用量-施工用油 9000
  字段 预计年用量-火工用品 800
}
`);
  });

  it('says how each column was understood, and where what lies', async () => {
    const folder = folderWith({ 'a.xlsx': await longyan() });
    const { sheets, projects, remarks } = await reportOf(folder, 'a.xlsx');
    const fields = new Map(sheets[0]?.columns.map(({ head, field, detail, unit }) => [head, [field, detail, unit]]));

    expect(sheets[0]?.headRows).toEqual([3, 4]);
    expect(fields.get('总投资')).toEqual(['total', null, '万元']);
    expect(fields.get('资金来源-银行贷款')).toEqual(['source', '银行贷款', '万元']);
    expect(fields.get('预计年用量-银行贷款(万元)')?.[0]).toBe('field');
    expect(sheets[0]).toMatchObject({ sections: ['产业项目', '基础设施项目'], totals: 1 });
    expect(projects.map(({ id, cell }) => [id, cell])).toEqual([
      ['某某水泥厂', '表1!A6'],
      ['某某高速', '表1!A8'],
    ]);
    expect(remarks).toEqual([]);
    expect(folder.names()).toEqual(['a.xlsx']);
  });

  it('tells where the sums of a sheet are not those of its rows', async () => {
    const folder = folderWith({ 'a.csv': '项目名称,总投资(亿元)\n甲,3\n乙,4.5\n合计,8\n' });
    const { remarks, projects } = await reportOf(folder, 'a.csv', '--lang', 'zh');

    expect(projects.map(({ id }) => id)).toEqual(['甲', '乙']);
    expect(remarks).toEqual([
      { severity: 'warning', cell: 'a!B4', message: '表中“总投资(亿元)”合计为 8亿元，各行相加为 7.5亿元' },
    ]);
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
  ])('reads CSV in %s', async (_, encode) => {
    const folder = folderWith({ 'a.csv': encode('name,total (M)\r\n"Pier, north",12.5\r\n"Quay ""B""",3\r\n') });

    expect((await folder.call('import', 'a.csv', '-q')).stdout).toContain(
      'project `Pier, north` {\n  investment 12.5M\n}',
    );
  });

  it('reads CSV in GB18030', async () => {
    // 项目名称,总投资(万元) / 大桥,500
    const bytes = 'cfeec4bfc3fbb3c62cd7dccdb6d7ca28cdf2d4aa290ab4f3c7c52c3530300a';
    const folder = folderWith({ 'a.csv': Buffer.from(bytes, 'hex') });

    expect(await planOf(folder, 'a.csv', '-q')).toContain('项目 大桥 {\n  投资 500万元\n}');
  });

  it.each([
    ['6月底', '2026年6月'],
    ['2026.6', '2026年6月'],
    ['三季度', '2026年三季度'],
    ['上半年', '2026年上半年'],
    ['2026年6月30日前', '2026年6月30日'],
    ['6月中旬', '2026年6月中旬'],
    ['2027年底', '2027年'],
    [new Date(Date.UTC(2026, 5, 30)), '2026年6月30日'],
    [46203, '2026年6月30日'],
    ['46203', '2026年6月30日'],
  ])('reads the date %s', async (written, spelled) => {
    const folder = folderWith({
      'a.xlsx': await workbook([
        ['2026年项目表', null],
        ['项目名称', '计划竣工时间'],
        ['大桥', written],
      ]),
    });

    expect(await planOf(folder, 'a.xlsx', '-q')).toContain(`节点 竣工 期限 ${spelled}\n`);
  });

  it('does not choose between January and October where the spreadsheet has lost which', async () => {
    const folder = folderWith({
      'a.xlsx': await workbook([
        ['项目名称', '计划竣工时间'],
        ['大桥', 2026.1],
      ]),
    });
    const { remarks } = await reportOf(folder, 'a.xlsx', '--lang', 'zh');

    expect(remarks[0]).toMatchObject({ cell: '表1!B2', severity: 'warning' });
    expect(await planOf(folder, 'a.xlsx', '-q')).toContain('备注 "计划竣工时间：2026.1"');
  });

  it.each([
    ['2009-2011', '2009年 至 2011年'],
    ['2009.3-2011.12', '2009年3月 至 2011年12月'],
    ['2009年3月至2011年底', '2009年3月 至 2011年'],
    ['2009年3月—12月', '2009年3月 至 2009年12月'],
    ['2009-03~2011-12', '2009年3月 至 2011年12月'],
  ])('reads the period %s', async (written, spelled) => {
    const folder = folderWith({
      'a.xlsx': await workbook([
        ['项目名称', '建设年限'],
        ['大桥', written],
      ]),
    });

    expect(await planOf(folder, 'a.xlsx', '-q')).toContain(`建设期限 ${spelled}\n`);
  });

  it('keeps a period that may be a month or two years as it stands', async () => {
    const folder = folderWith({
      'a.xlsx': await workbook([
        ['项目名称', '建设年限'],
        ['大桥', '2009-10'],
        ['隧道', '两年'],
      ]),
    });
    const plan = await planOf(folder, 'a.xlsx', '-q');

    expect(plan).toContain('备注 "建设年限：2009-10"');
    expect(plan).toContain('备注 "建设年限：两年"');
    expect(plan).not.toContain('建设期限 ');
  });

  it.each([
    ['王明', '责任领导 王明\n', '人员 王明\n'],
    ['王明（副市长）', '责任领导 王明\n', '人员 王明 { 职务 "副市长" }'],
    ['副市长 王明', '责任领导 王明\n', '人员 王明 { 职务 "副市长" }'],
    ['王明副市长', '责任领导 王明\n', '人员 王明 { 职务 "副市长" }'],
    ['王 明', '责任领导 王明\n', '人员 王明\n'],
    ['王明、李四', '责任领导 王明\n', '备注 "责任领导：王明、李四"'],
    ['王明 13800000000', '责任领导 王明\n', '人员 王明 { 电话 "13800000000" }'],
  ])('reads the people in %s', async (written, member, more) => {
    const folder = folderWith({
      'a.xlsx': await workbook([
        ['项目名称', '责任领导'],
        ['大桥', written],
      ]),
    });
    const plan = await planOf(folder, 'a.xlsx', '-q');

    expect(plan).toContain(member);
    expect(plan).toContain(more);
  });

  it('takes no unit for a person', async () => {
    const folder = folderWith({
      'a.xlsx': await workbook([
        ['项目名称', '责任领导'],
        ['大桥', '市政府办公室'],
      ]),
    });

    expect(await planOf(folder, 'a.xlsx', '-q')).not.toContain('责任领导 市政府办公室');
  });

  it('writes no amount whose unit nobody has said', async () => {
    const folder = folderWith({
      'a.xlsx': await workbook([
        ['项目名称', '总投资'],
        ['大桥', 500],
      ]),
    });
    const refused = await folder.call('import', 'a.xlsx', '-o', 'a.plan', '--lang', 'zh');

    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain('表1!B2：“500”没有单位：请用 --unit 指明');
    expect(folder.names()).toEqual(['a.xlsx']);
    expect(await planOf(folder, 'a.xlsx', '-q', '--unit', '亿元')).toContain('投资 500亿元');
  });

  it('writes no amounts of another currency beside a plan', async () => {
    const folder = folderWith({
      'plan/a.plan': 'portfolio Roads { year 2026 }\n',
      'a.csv': 'Project title,Whole life cost ($m)\nQuay,13.5\nPier,2\n',
    });
    const { code, stdout, stderr } = await folder.call('import', 'a.csv', '-o', 'plan/b.plan', '--lang', 'en');
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toContain("the sheet's amounts are in USD, the plan's in CNY");
    expect(existsSync(path.join(folder.path, 'plan/b.plan'))).toBe(false);
  });

  it('tells in the currency of the sheet that its sum is not what the rows add up to', async () => {
    const folder = folderWith({ 'a.csv': 'Project title,Whole life cost (£m)\nQuay,13.5\nPier,2\nTotal,16\n' });
    expect((await reportOf(folder, 'a.csv', '--lang', 'en')).remarks.map(({ message }) => message)).toEqual([
      "the sheet's total of 'Whole life cost (£m)' is GBP 16M, its rows add up to GBP 15.5M",
    ]);
  });

  it('adds up what a spreadsheet computed without its binary fractions', async () => {
    const folder = folderWith({
      'a.xlsx': await workbook([
        ['项目名称', '总投资(亿元)'],
        ['大桥', 0.1 + 0.2],
        ['隧道', '约3.5亿元'],
        ['码头', '1,234.5'],
      ]),
    });
    const plan = await planOf(folder, 'a.xlsx', '-q');

    expect(plan).toContain('投资 3000万元\n');
    expect(plan).toContain('投资 约3.5亿元\n');
    expect(plan).toContain('投资 1234.5亿元\n');
  });

  it('gives an amount that is merged over several projects to none of them', async () => {
    const folder = folderWith({
      'a.xlsx': await workbook(
        [
          ['项目名称', '责任单位', '总投资(万元)'],
          ['大桥', '市交通局', 500],
          ['隧道', null, null],
          ['码头', '市港务局', 70],
        ],
        'B2:B3',
        'C2:C3',
      ),
    });
    const plan = await planOf(folder, 'a.xlsx', '-q');

    expect(plan).toContain('项目 大桥 {\n  责任单位 市交通局\n  备注 "总投资(万元)：500"\n}');
    expect(plan).toContain('项目 隧道 {\n  责任单位 市交通局\n}');
    expect(plan).toContain('投资 70万元');
  });

  it('dates reports by what the sheet says, and keeps them as notes where it says nothing', async () => {
    const rows: CellValue[][] = [
      ['项目名称', '当年累计完成投资(万元)', '形象进度', '存在问题', '下步计划'],
      ['大桥', 300, '主体封顶', '用地未批', '报批'],
    ];
    const folder = folderWith({
      'a.xlsx': await workbook([['截至2026年3月31日', null, null, null, null], ...rows]),
      'b.xlsx': await workbook(rows),
    });

    expect(await planOf(folder, 'a.xlsx', '-q')).toContain(`  问题 问题1 "用地未批"
  进展 2026年3月31日 {
    完成投资 300万元
    情况 "主体封顶"
    下步计划 "报批"
  }
`);
    const undated = await planOf(folder, 'b.xlsx', '-q');
    expect(undated).toContain('备注 "当年累计完成投资(万元)：300"');
    expect(undated).not.toContain('进展 ');
    expect(await planOf(folder, 'b.xlsx', '-q', '--as-of', '2026-03-31')).toContain('进展 2026年3月31日 {');
  });

  it('reads months and quarters as nodes of the year', async () => {
    const folder = folderWith({
      'a.xlsx': await workbook(
        [
          ['项目编号', '项目名称', '2026年计划投资（万元）', null, null],
          [null, null, '全年', '一季度', '二季度'],
          ['P-1', '大桥', 300, 100, 200],
        ],
        'C1:E1',
        'A1:A2',
        'B1:B2',
      ),
    });

    expect(await planOf(folder, 'a.xlsx', '-q')).toContain(`项目 P-1 "大桥" {
  投资 {
    年度 2026年 300万元 { 一季度 100万元  二季度 200万元 }
  }
}`);
  });

  it('keeps text that looks like statements, formulas or markup as text', async () => {
    const evil = ['大桥" { 责任领导 王明 }', '=1+1', '`x`', 'a\\b', '第一行\n第二行', '<b>&'];
    const folder = folderWith({
      'a.xlsx': await workbook([
        ['项目名称', '备注'],
        ...evil.map((text, index): CellValue[] => [`P${index}${text}`, text]),
      ]),
    });
    const plan = await planOf(folder, 'a.xlsx', '-q');
    const { declarations } = readPlan('a.plan', plan);
    const notes = declarations.flatMap((each) => (each.kind === 'project' ? each.notes.map(({ text }) => text) : []));

    expect(notes).toEqual(evil);
  });

  it('takes what the caller says of a column, and writes down what it took', async () => {
    const folder = folderWith({ 'a.csv': '项目名称,建设地点,项目业主\n大桥,新罗区,市路桥公司\n' });
    await folder.call(
      'import',
      'a.csv',
      '-o',
      'a.plan',
      '--map',
      '建设地点=area',
      '--map',
      'C=责任单位',
      '--write-mapping',
      'm.json',
      '--lang',
      'zh',
    );

    expect(folder.read('a.plan')).toContain('地区 新罗区\n\n单位 市路桥公司');
    expect(JSON.parse(folder.read('m.json'))).toEqual({
      columns: { 项目名称: '项目名称', 建设地点: '地区', 项目业主: '责任单位' },
      year: 2026,
    });
    expect(await planOf(folder, 'a.csv', '-q', '--mapping', 'm.json')).toContain('责任单位 市路桥公司');
    expect((await folder.call('import', 'a.csv', '--map', '建设地点=nonsense')).code).toBe(2);
  });

  it('becomes a part of the plan that is there: its names are not declared again, its projects not doubled', async () => {
    const folder = folderWith({
      'a.csv': '项目名称,责任单位\n大桥,市交通局\n隧道,市水利局\n',
      'frame.plan': '项目库 X { 年度 2026年 }\n单位 市交通局\n',
    });

    expect((await folder.call('import', 'a.csv', '-o', 'ledger.plan', '--lang', 'zh')).code).toBe(0);
    expect(folder.read('ledger.plan')).toMatch(/^单位 市水利局\n\n项目 大桥 \{/);
    await expectSound(folder, '.');
    expect((await folder.call('import', 'a.csv', '-o', 'ledger.plan')).stderr).toContain('is there already');
    const doubled = await folder.call('import', 'a.csv', '-o', 'other.plan');
    expect(doubled).toMatchObject({ code: 2, stdout: '' });
    expect(doubled.stderr).toContain('has 2 of the projects already');
    expect((await folder.call('import', 'a.csv', '-o', 'ledger.plan', '--overwrite')).code).toBe(0);
  });

  it('has the text in the vocabulary that is asked for', async () => {
    const folder = folderWith({ 'a.csv': '项目名称,责任单位,总投资(万元)\n大桥,市交通局,500\n' });

    expect((await folder.call('import', 'a.csv', '-q', '--lang', 'zh', '--keywords', 'en')).stdout).toBe(
      'portfolio a\n\norg 市交通局\n\nproject 大桥 {\n  unit 市交通局\n  investment 5M\n}\n',
    );
  });
});

describe('import of lists that were published', () => {
  const LISTS = new URL('../../../test/lists/', import.meta.url);
  const list = (name: string) => ({ [`${name}.csv`]: readFileSync(new URL(`${name}.csv`, LISTS)) });

  it.each([
    ['shanghai_major_projects_2021_2023', 43],
    ['gmpp_2024_25_sample', 45],
  ])('%s is a sound plan in both vocabularies', async (name, count) => {
    for (const lang of ['zh', 'en']) {
      const folder = folderWith(list(name));
      expect((await folder.call('import', `${name}.csv`, '-o', 'a.plan', '--keywords', lang)).code).toBe(0);
      const { declarations } = readPlan('a.plan', folder.read('a.plan'));
      expect(declarations.filter(({ kind }) => kind === 'project')).toHaveLength(count);
      await expectSound(folder, 'a.plan');
    }
  });

  it('a table of figures becomes what the plan has to agree with', async () => {
    const folder = folderWith({ ...list('guangxi_major_projects_by_prefecture'), ...list('portfolio_breakdowns') });
    const guangxi = await planOf(folder, 'guangxi_major_projects_by_prefecture.csv', '-q');

    expect(guangxi).toContain('核对 项目数() = 772');
    expect(guangxi).toContain('核对 按 地区 互斥 {');
    expect((await folder.call('import', 'portfolio_breakdowns.csv')).code).toBe(1);
    const one = await planOf(folder, 'portfolio_breakdowns.csv', '-q', '--rows', '组=B01');
    expect(one).toContain('核对 求和(总投资) ~= 981亿元');
    expect(readPlan('a.plan', one).findings).toEqual([]);
  });

  it('every column of the forms of an office is understood or kept', async () => {
    const rows = readFileSync(new URL('longyan_office_form_columns.csv', LISTS), 'utf8').split('\n').slice(1);
    const columns = rows.flatMap((row) => {
      const [, form = '', quoted, plain = ''] = /^([^,]*),\d+,(?:"((?:[^"]|"")*)"|([^,]*)),/.exec(row) ?? [];
      return form === '' ? [] : [{ form, head: (quoted ?? plain).replaceAll('""', '"') }];
    });
    const understood: Record<string, Record<string, string>> = {};
    for (const form of new Set(columns.map((column) => column.form))) {
      const heads = columns.filter((column) => column.form === form).map(({ head }) => head);
      const folder = folderWith({ 'a.xlsx': await workbook([heads, heads.map((_, index) => `值${index}`)]) });
      const { sheets } = await reportOf(folder, 'a.xlsx');
      understood[form] = Object.fromEntries(
        sheets[0]?.columns
          .filter(({ field }) => field !== 'field')
          .map(({ head, field, detail }) => [head, detail === null ? field : `${field} ${detail}`]) ?? [],
      );
    }

    expect(understood).toEqual({
      '重点项目建设基本情况(项目册)': {
        序号: 'sequence',
        项目名称: 'name',
        建设规模及内容: 'scope',
        建设年限: 'period',
        '总投资(万元)': 'total',
        '资金来源-业主自筹(万元)': 'source 业主自筹',
        '资金来源-银行贷款(万元)': 'source 银行贷款',
        '资金来源-政府投资(万元)': 'source 政府投资',
        '上年完成投资(万元)': 'last-year',
        '今年计划投资-投资(万元)': 'year-plan',
        '今年计划投资-主要建设内容及目标': 'target',
        挂钩部门及领导: 'unit-and-leader',
        备注: 'note',
      },
      '项目信息录入(年度申报)': {
        项目编号: 'id',
        项目名称: 'name',
        项目年份: 'year',
        '所属地域(15个选项:跨县/市直/各县区/开发区/园区)': 'area',
        '开工日期(年月)': 'period-start',
        '所属行业(两级)': 'category',
        建设内容及规模: 'scope',
        '建设年限(起-止)': 'period',
        '总投资(万元)': 'total',
        '至上年底累计完成投资(万元)': 'before',
        至上年底工作或工程进展: 'last-year-text',
        '本年计划投资(万元)': 'year-plan',
        本年工程进度目标: 'target',
        责任人及联系电话: 'owner-and-phone',
        分级管理单位及领导: 'unit-and-leader',
        '资金拼盘-业主自筹': 'source 业主自筹',
        '资金拼盘-银行贷款': 'source 银行贷款',
        '资金拼盘-政府投资': 'source 政府投资',
        '本年计划:开工/部分建成/建成/无': 'plan-kind',
        计划月份: 'plan-month',
        是否重中之重项目: 'is-top',
        是否省属重点项目: 'is-provincial',
      },
      '重点项目月信息报表(在建)': {
        项目名称: 'name',
        建设规模及内容: 'scope',
        '总投资(万元)': 'total',
        开工日期: 'period-start',
        工程主线形象进度和已开展的主要工作: 'text',
        项目推进中存在的问题及拟采取的措施和办法: 'issue',
        需要政府及有关部门协调解决的问题: 'issue',
        '下个月(季度)工作计划、安排': 'next',
      },
      重大项目月信息报表: {
        项目名称: 'name',
        建设规模及内容: 'scope',
        '总投资(万元)': 'total',
        开工日期: 'period-start',
        当年累计完成: 'invested',
        项目进展情况: 'text',
        存在问题: 'issue',
        下月工作计划: 'next',
        备注: 'note',
      },
      项目信息列表: {
        年度: 'year',
        项目编号: 'id',
        项目名称: 'name',
        行业分类: 'category',
        所属地区: 'area',
        '总投资(万元)': 'total',
        '计划投资(万元)': 'year-plan',
      },
    });
  });
});
