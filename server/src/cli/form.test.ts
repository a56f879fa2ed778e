/** `planwright form`, and the forms that come back. */
import { readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { type Filled, fillForm } from './testing/fill-form.js';
import { type Folder, folderWith } from './testing/test-folder.js';

const PLAN = `项目库 全市重点项目 { 年度 2026年  截至 2026年3月31日 }
单位 交通局 "市交通局"
单位 水利局
人员 王五 { 单位 交通局 }

项目 P1 "北大桥" {
  责任单位 交通局
  阶段 在建 于 2026年1月10日
  实际开工 2026年1月10日
  投资 3亿元 { 年度 2026年 1亿元 }
  节点 桩基 "桩基完成" 期限 2026年4月30日
  任务 架梁 { 期限 2026年6月30日 }
  问题 用地 "用地未批" { 提出 2026年2月1日 }
  进展 2026年2月28日 {
    完成投资 1000万元
    进度 10%
  }
}

项目 P2 "水库" { 责任单位 水利局  节点 蓄水 期限 2026年9月30日 }

会议 三月调度会 {
  日期 2026年3月2日
  决定 征迁 "加快征迁" { 责任单位 交通局  期限 2026年4月15日 }
}
`;

const plan = () => folderWith({ 'a.plan': PLAN });

async function formOf(folder: Folder, ...more: readonly string[]): Promise<void> {
  const { code, stderr } = await folder.call('form', '交通局', '-o', 'form.xlsx', '--lang', 'zh', ...more);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
}

const bytesOf = (folder: Folder, name: string) => new Uint8Array(Buffer.from(folder.bytes(name)));

async function fill(folder: Folder, cells: Filled, name = 'form.xlsx'): Promise<void> {
  folder.write(name, await fillForm(folder.bytes(name), cells));
}

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('form', () => {
  it('asks a unit about what it answers for, with what is known', async () => {
    const folder = plan();
    await formOf(folder);
    const { sheets } = await readXlsx(bytesOf(folder, 'form.xlsx'), { readStyles: true });

    expect(sheets.map(({ name }) => name)).toEqual([
      '进展填报',
      '节点任务',
      '在办问题',
      '会议决定',
      '新增问题',
      '_planwright',
    ]);
    expect(sheets[0]?.rows[4]?.slice(0, 6)).toEqual(['P1', 'P1 北大桥', 10000, day('2026-02-28'), 1000, 10]);
    expect(sheets[1]?.rows.slice(4).map((row) => row.slice(0, 4))).toEqual([
      ['P1.桩基', 'P1 北大桥', '桩基完成', day('2026-04-30')],
      ['P1.架梁', 'P1 北大桥', '架梁', day('2026-06-30')],
    ]);
    expect(sheets[3]?.rows[4]?.slice(0, 3)).toEqual(['三月调度会.征迁', null, '加快征迁']);
    expect(sheets[5]).toMatchObject({ veryHidden: true });
  });

  it('locks what is known, opens what is asked, and offers choices as lists', async () => {
    const folder = plan();
    await formOf(folder);
    const { sheets } = await readXlsx(bytesOf(folder, 'form.xlsx'), { readStyles: true });
    const [first] = sheets;

    expect(sheets.every(({ protection }) => protection?.sheet === true)).toBe(true);
    expect(first?.cells?.get('4,1')?.style?.protection?.locked).not.toBe(false);
    expect(first?.cells?.get('4,6')?.style?.protection?.locked).toBe(false);
    expect(first?.columns?.[0]?.hidden).toBe(true);
    expect(first?.dataValidations?.find(({ type }) => type === 'list')?.values).toEqual(['正常', '关注', '异常']);
    // A milestone has no start.
    expect(sheets[1]?.cells?.get('4,6')?.style?.protection?.locked).not.toBe(false);
    expect(sheets[1]?.cells?.get('5,6')?.style?.protection?.locked).toBe(false);
  });

  it('goes by the title of a unit as well, and names the nearest one where there is none', async () => {
    const folder = plan();

    expect((await folder.call('form', '市交通局', '-o', 'b.xlsx')).code).toBe(0);
    expect((await folder.call('form', '交通司', '-o', 'c.xlsx')).stderr).toContain("did you mean '交通局'?");
    expect((await folder.call('form', '交通局')).code).toBe(2);
  });
});

describe('import of a form', () => {
  it('turns what was filled in into dated statements, and changes nothing else', async () => {
    const folder = plan();
    await formOf(folder);
    await fill(folder, {
      '进展填报!F3': '王五',
      '进展填报!G5': 2500,
      '进展填报!J5': 25,
      '进展填报!L5': '关注',
      '进展填报!N5': '桩基完成八成\n第二行',
      '节点任务!H5': day('2026-03-20'),
      '节点任务!G6': day('2026-03-25'),
      '在办问题!G5': '已与国土局会商',
      '会议决定!G5': '征迁完成 60%',
      '新增问题!B5': 'P1 北大桥',
      '新增问题!C5': '资金缺口',
      '新增问题!D5': '资金',
    });
    const { code, stdout } = await folder.call('import', 'form.xlsx', '--merge', '--lang', 'zh');

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `form.xlsx（交通局）：新增 6 项
  P1：2026-03-31 进展
  P1.桩基：2026-03-20 完成
  P1.架梁：2026-03-25 开始
  P1.用地：2026-03-31 协调情况
  三月调度会.征迁：2026-03-31 反馈
  P1：新增问题“资金缺口”

已写入 a.plan
`,
    });
    expect(folder.read('a.plan')).toBe(
      PLAN.replace('期限 2026年4月30日\n', '期限 2026年4月30日 完成 2026年3月20日\n')
        .replace('架梁 { 期限 2026年6月30日 }', '架梁 { 期限 2026年6月30日  实际开始 2026年3月25日 }')
        .replace('{ 提出 2026年2月1日 }', '{ 提出 2026年2月1日  已协调 2026年3月31日 "已与国土局会商" }')
        .replace(
          '    进度 10%\n  }\n',
          `    进度 10%
  }
  进展 2026年3月31日 {
    完成投资 2500万元
    进度 25%
    安全 关注
    情况 "桩基完成八成\\n第二行"
    报送人 王五
  }
  问题 问题1 "资金缺口" {
    类型 资金
    提出 2026年3月31日
  }
`,
        )
        .replace('期限 2026年4月15日 }', '期限 2026年4月15日  反馈 2026年3月31日 "征迁完成 60%" }'),
    );
    expect((await folder.call('format', '--check', 'a.plan')).code).toBe(0);
    const again = await folder.call('import', 'form.xlsx', '--merge', '--lang', 'zh');
    expect(again).toMatchObject({ code: 0, stdout: 'form.xlsx（交通局）：没有新内容\n' });
  });

  it.each<readonly [string, Filled, string]>([
    ['an amount that falls', { '进展填报!G5': 900 }, '进展填报!G5：900万元，少于 2026-02-28 已报的 1000万元'],
    ['progress that falls', { '进展填报!J5': 5 }, '进展填报!J5：5%，低于 2026-02-28 已报的形象进度'],
    [
      'a changed name',
      { '进展填报!B5': 'P1 南大桥', '进展填报!G5': 2500 },
      '进展填报!B5：锁定的单元格被改动：“P1 北大桥”变成了“P1 南大桥”',
    ],
    ['a changed figure', { '进展填报!E5': 100 }, '进展填报!E5：锁定的单元格被改动：“1000”变成了“100”'],
    ['a changed id', { '进展填报!A5': 'P2', '进展填报!G5': 2500 }, '进展填报!A5：锁定的单元格被改动：“P1”变成了“P2”'],
    ['the hidden sheet', { '_planwright!E3': 'P2' }, '填报表的隐藏工作表被改动过'],
    ['a day to come', { '节点任务!H5': day('2026-04-01') }, '节点任务!H5：2026-04-01 尚未到来'],
    ['a report to come', { '进展填报!C3': day('2026-04-01'), '进展填报!G5': 2500 }, '进展填报!C3：2026-04-01 尚未到来'],
    [
      'a report before the last one',
      { '进展填报!C3': day('2026-02-01'), '进展填报!G5': 2500 },
      '计划中已有 2026-02-28 的进展',
    ],
    [
      'a report of the day of the last one that says otherwise',
      { '进展填报!C3': day('2026-02-28'), '进展填报!G5': 2500 },
      '计划中 2026-02-28 的进展与此不同',
    ],
    ['a start of a milestone', { '节点任务!G5': day('2026-03-01') }, '节点任务!G5：锁定的单元格被改动'],
    ['no amount', { '进展填报!G5': '很多' }, '进展填报!G5：“很多”不是金额'],
    ['no choice', { '进展填报!K5': '还行' }, '进展填报!K5：“还行”不在可选项'],
    ['a new issue without its project', { '新增问题!C5': '资金缺口' }, '新增问题!C5：新增问题须选择项目并写明存在问题'],
    ['a row below', { '进展填报!B9': '加一行' }, '进展填报!B9：“加一行”写在填报区域之外'],
  ])('refuses %s, and changes nothing', async (_, cells, told) => {
    const folder = plan();
    await formOf(folder);
    await fill(folder, cells);
    const { code, stdout } = await folder.call('import', 'form.xlsx', '--merge', '--lang', 'zh');

    expect(code).toBe(1);
    expect(stdout).toContain('form.xlsx');
    expect(stdout).toContain('退回，计划未改动');
    expect(stdout).toContain(told);
    expect(folder.read('a.plan')).toBe(PLAN);
  });

  it.each<readonly [string, (sheets: readonly WriteSheet[]) => readonly WriteSheet[], string]>([
    [
      'a form without its hidden sheet, which is no ledger with new projects',
      (sheets) => sheets.filter(({ name }) => name !== '_planwright'),
      '填报表的隐藏工作表被改动过或已删除',
    ],
    [
      'a sheet that was added, whose words would be lost',
      (sheets) => [...sheets, { name: '补充说明', rows: [['桥墩延期']] }],
      '补充说明：填报表中没有这个工作表',
    ],
    [
      'a sheet that was renamed',
      (sheets) => sheets.map((sheet) => (sheet.name === '节点任务' ? { ...sheet, name: '节点' } : sheet)),
      '节点任务：填报表缺少这个工作表，或被改名',
    ],
    [
      'rows that were sorted',
      (sheets) =>
        sheets.map(({ cells, rows = [], ...sheet }) =>
          sheet.name === '节点任务'
            ? { ...sheet, rows: [...rows.slice(0, 4), ...rows.slice(4, 6).reverse(), ...rows.slice(6)] }
            : { ...sheet, rows, ...(cells === undefined ? {} : { cells }) },
        ),
      '节点任务!A5：锁定的单元格被改动：“P1.桩基”变成了“P1.架梁”',
    ],
  ])('refuses %s', async (_, change, told) => {
    const folder = plan();
    await formOf(folder);
    await fill(folder, { '进展填报!G5': 2500 });
    const { sheets } = await readXlsx(bytesOf(folder, 'form.xlsx'), { readStyles: true });
    folder.write(
      'form.xlsx',
      await writeXlsx({ sheets: [...change(sheets.map(({ charts: __, pivotTables: ___, ...sheet }) => sheet))] }),
    );
    const { code, stdout } = await folder.call('import', 'form.xlsx', '--merge', '--lang', 'zh');

    expect(code).toBe(1);
    expect(stdout).toContain(told);
    expect(folder.read('a.plan')).toBe(PLAN);
  });

  it('is no ledger to make a plan of', async () => {
    const folder = plan();
    await formOf(folder);

    expect(await folder.call('import', 'form.xlsx', '--lang', 'zh')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('请用 --merge 并入计划'),
    });
  });

  it('refuses what another unit answers for by now, and what is no longer there', async () => {
    const folder = plan();
    await formOf(folder);
    await fill(folder, { '进展填报!G5': 2500, '节点任务!H5': day('2026-03-20') });
    const moved = PLAN.replace('责任单位 交通局\n', '责任单位 水利局\n').replace(
      '节点 桩基 "桩基完成" 期限 2026年4月30日\n',
      '',
    );
    folder.write('a.plan', moved);
    const { code, stdout } = await folder.call('import', 'form.xlsx', '--merge', '--lang', 'zh');

    expect(code).toBe(1);
    expect(stdout).toContain('进展填报!G5：计划中 P1 不由“交通局”负责');
    expect(stdout).toContain('节点任务!H5：计划中已没有 P1.桩基');
    expect(folder.read('a.plan')).toBe(moved);
  });

  it('takes a folder of forms, each by itself', async () => {
    const folder = plan();
    await formOf(folder);
    folder.write('back/a.xlsx', folder.bytes('form.xlsx'));
    folder.write('back/b.xlsx', folder.bytes('form.xlsx'));
    folder.write('back/c.xlsx', 'no workbook');
    folder.write('back/~$a.xlsx', 'a lock');
    await fill(folder, { '进展填报!G5': 2500 }, 'back/a.xlsx');
    await fill(folder, { '进展填报!G5': 2000 }, 'back/b.xlsx');
    const { forms } = await folder
      .call('import', 'back', '--merge', '--format', 'json', '--lang', 'zh')
      .then(({ stdout }) => JSON.parse(stdout) as { forms: readonly { file: string; accepted: boolean }[] });

    expect(forms.map(({ file, accepted }) => [file, accepted])).toEqual([
      ['back/a.xlsx', true],
      // What the first form said is the past by then.
      ['back/b.xlsx', false],
      ['back/c.xlsx', false],
    ]);
    expect(folder.read('a.plan')).toContain('完成投资 2500万元');
    expect(folder.read('a.plan')).not.toContain('完成投资 2000万元');
  });

  it('writes text that would act as a formula or as a statement as text', async () => {
    const folder = plan();
    folder.write('a.plan', PLAN.replace('"用地未批"', '"=HYPERLINK(1)"'));
    await formOf(folder);
    const { sheets } = await readXlsx(bytesOf(folder, 'form.xlsx'), { readStyles: true });
    expect(sheets[2]?.rows[4]?.[2]).toBe('=HYPERLINK(1)');
    expect(sheets[2]?.cells?.get('4,2')?.formula).toBeUndefined();

    await fill(folder, { '进展填报!N5': '" } 项目 X { 责任人 张三 }' });
    expect((await folder.call('import', 'form.xlsx', '--merge')).code).toBe(0);
    expect(folder.read('a.plan')).toContain('情况 "\\" } 项目 X { 责任人 张三 }"');
  });

  it('only reports with --dry-run', async () => {
    const folder = plan();
    await formOf(folder);
    await fill(folder, { '进展填报!G5': 2500 });
    const { stdout } = await folder.call('import', 'form.xlsx', '--merge', '--dry-run', '--lang', 'en');

    expect(stdout).toContain('Nothing was written; would change a.plan');
    expect(folder.read('a.plan')).toBe(PLAN);
  });

  it('works in English as well', async () => {
    const folder = folderWith({
      'a.plan': `portfolio Harbour { status-date 2026-03-31 }\norg Port\nproject P { unit Port  stage construction on 2026-01-01  actual-start 2026-01-01 }\n`,
    });
    expect((await folder.call('form', 'Port', '-o', 'f.xlsx', '--lang', 'en')).code).toBe(0);
    await fill(folder, { 'Progress!G5': 2.5, 'Progress!N5': 'Piles done', 'Progress!F3': 'Ann Lee' }, 'f.xlsx');
    await folder.call('import', 'f.xlsx', '--merge', '--lang', 'en');

    expect(folder.read('a.plan')).toContain('report 2026-03-31 {');
    expect(folder.read('a.plan')).toContain('invested 2.5M');
    expect(folder.read('a.plan')).toContain('person `Ann Lee` { org Port }');
    expect((await folder.call('check', 'a.plan', '--severity', 'error')).stdout).not.toMatch(/syntax|name\//);
  });
});
