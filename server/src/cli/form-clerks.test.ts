/** Forms as clerks fill them in: what they mean is taken, what may mean two things is asked back. */
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { type Filled, fillForm } from './testing/fill-form.js';
import { type CommandResult, type Folder, folderWith } from './testing/test-folder.js';

const PLAN = `项目库 全市重点项目 { 年度 2026年  截至 2026年3月31日 }
单位 市政府
单位 交通局 { 属于 市政府 }
单位 公路中心 { 属于 交通局 }
单位 水利局 { 属于 市政府 }
单位 档案局

项目 P1 "北大桥" {
  责任单位 公路中心
  阶段 在建 于 2026年1月10日
  实际开工 2026年1月10日
  投资 3亿元 { 年度 2026年 1亿元 }
  节点 桩基 "桩基完成" 期限 2026年4月30日
}
`;

async function formOf(): Promise<Folder> {
  const folder = folderWith({ 'a.plan': PLAN, 'planwright.json': '{ "language": "zh" }' });
  expect((await folder.call('form', '公路中心', '-o', 'form.xlsx')).code).toBe(0);
  return folder;
}

async function returned(cells: Filled): Promise<CommandResult & { readonly plan: string }> {
  const folder = await formOf();
  folder.write('form.xlsx', await fillForm(folder.bytes('form.xlsx'), cells));
  const result = await folder.call('import', 'form.xlsx', '--merge', '--lang', 'zh');
  return { ...result, plan: folder.read('a.plan') };
}

describe('a unit that has nothing to report itself', () => {
  it('is told which units within it have, in the language of the plan', async () => {
    const folder = folderWith({ 'a.plan': PLAN, 'planwright.json': '{ "language": "zh" }' });
    const { code, stderr } = await folder.call('form', '市政府', '-o', 'form.xlsx');

    expect(code).toBe(2);
    expect(stderr).toContain('“市政府”自身没有负责的事项，有填报内容的是下属单位：公路中心，请分别生成填报表');
    expect((await folder.call('form', '档案局', '-o', 'form.xlsx')).stderr).toContain('无需填报');
    expect((await folder.call('form', '市政府', '-o', 'form.xlsx', '--lang', 'en')).stderr).toContain(
      'the units within it that do: 公路中心',
    );
  });
});

describe('the day of the report', () => {
  it.each([
    ['2026年2月底', '2026年2月28日'],
    ['2月底', '2026年2月28日'],
    ['2026.3', '2026年3月31日'],
    ['2026年一季度', '2026年3月31日'],
    ['３月１５日', '2026年3月15日'],
  ])('may be %s', async (written, day) => {
    const { code, plan } = await returned({ '进展填报!C3': written, '进展填报!G5': 2500 });

    expect(code).toBe(0);
    expect(plan).toContain(`进展 ${day} {`);
  });

  it('is no day that has not come', async () => {
    const { code, stdout, plan } = await returned({ '进展填报!C3': '2026年4月底', '进展填报!G5': 2500 });

    expect(code).toBe(1);
    expect(stdout).toContain('2026-04-30 尚未到来');
    expect(plan).toBe(PLAN);
  });
});

describe('what may mean two things', () => {
  it('0.35 is not taken for a third of a percent', async () => {
    const { code, stdout, plan } = await returned({ '进展填报!J5': 0.35 });

    expect(code).toBe(1);
    expect(stdout).toContain('“0.35”可能是 0.35%，也可能是 35%：请写上百分号');
    expect(plan).toBe(PLAN);
    expect((await returned({ '进展填报!J5': '0.35%' })).plan).toContain('进度 0.35%');
  });

  it('a word that is none of the choices is asked back with those there are', async () => {
    const { code, stdout } = await returned({ '进展填报!L5': '良好' });

    expect(code).toBe(1);
    expect(stdout).toContain('“良好”不在可选项“正常、关注、异常”中');
  });

  it('a cell that is struck through is neither filled in nor empty', async () => {
    const folder = await formOf();
    const workbook = await readXlsx(new Uint8Array(Buffer.from(folder.bytes('form.xlsx'))), { readStyles: true });
    workbook.sheets[0]?.cells?.set('4,13', {
      value: '桩基完成',
      type: 'string',
      style: { font: { strikethrough: true }, protection: { locked: false } },
    });
    folder.write(
      'form.xlsx',
      await writeXlsx({ sheets: workbook.sheets.map(({ charts: _, pivotTables: __, ...sheet }) => sheet) }),
    );
    const { code, stdout } = await folder.call('import', 'form.xlsx', '--merge', '--lang', 'zh');

    expect(code).toBe(1);
    expect(stdout).toContain('进展填报!N5：“桩基完成”已划去');
  });

  it('a comment is not lost without a word', async () => {
    const folder = await formOf();
    const workbook = await readXlsx(new Uint8Array(Buffer.from(folder.bytes('form.xlsx'))), { readStyles: true });
    const sheet = workbook.sheets[0];
    const cell = sheet?.cells?.get('4,6');
    if (cell !== undefined) sheet?.cells?.set('4,6', { ...cell, comment: { text: '含征地费' } });
    folder.write(
      'form.xlsx',
      await writeXlsx({ sheets: workbook.sheets.map(({ charts: _, pivotTables: __, ...each }) => each) }),
    );
    const { code, stdout } = await folder.call('import', 'form.xlsx', '--merge', '--lang', 'zh');

    expect(code).toBe(1);
    expect(stdout).toContain('进展填报!G5：批注“含征地费”无法导入');
  });

  it('all that is wrong is said at once, also what stands outside', async () => {
    const { code, stdout, plan } = await returned({ '进展填报!J5': 0.35, '进展填报!L5': '良好', '进展填报!G7': 1200 });

    expect(code).toBe(1);
    expect(stdout).toContain('进展填报!G7：“1200”写在填报区域之外');
    expect(stdout).toContain('进展填报!J5：“0.35”可能是');
    expect(stdout).toContain('进展填报!L5：“良好”不在可选项');
    expect(plan).toBe(PLAN);
  });
});
