/** Ledgers as offices lay them out: tables below each other, months gone by, people named by post or by what they do. */
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { type CommandResult, folderWith } from './testing/test-folder.js';

type Rows = readonly (readonly (string | number | null)[])[];

async function imported(rows: Rows, ...options: readonly string[]): Promise<CommandResult> {
  const sheets = [{ name: '台账', rows: rows.map((row) => [...row]) }];
  const folder = folderWith({ '台账.xlsx': await writeXlsx({ sheets }) });
  return folder.call('import', '台账.xlsx', '--lang', 'zh', ...options);
}

describe('tables below each other', () => {
  it('reads each in the unit above it, though the lower one has more columns', async () => {
    const { stdout, stderr } = await imported([
      ['一、在建项目表'],
      ['单位：万元'],
      ['编号', '项目', '总投资', '责任单位'],
      ['Z-1', '河西桥', 12000, '市交通局'],
      ['小计', '1个', 12000],
      [],
      ['二、储备项目表', null, null, '单位：亿元'],
      ['编号', '项目', '计划总投资', '拟开工时间', '牵头单位', '备注'],
      ['C-1', '北山隧道', 4.2, '2027年一季度', '市交通局', '专项债\n待批'],
    ]);

    expect(stdout).toContain('项目 Z-1 "河西桥" {\n  责任单位 市交通局\n  投资 1.2亿元\n}');
    expect(stdout).toContain('项目 C-1 "北山隧道" {\n  责任单位 市交通局\n  投资 4.2亿元\n');
    expect(stderr).not.toContain('未导入：河西桥');
  });

  it('does not take the line with the unit that fills in and the unit of money for a head', async () => {
    const { stdout } = await imported([
      ['填报单位：龙城区发改局', null, null, '单位：万元'],
      ['项目名称', '总投资', '时间安排', null],
      [null, null, '开工', '竣工'],
      ['城东路网', 2000, '2026.3', '2027年上半年'],
    ]);

    expect(stdout).toContain('投资 2000万元');
    expect(stdout).toContain('建设期限 2026年3月 至 2027年上半年');
  });
});

describe('columns of months', () => {
  const row = (...months: readonly number[]) => ['水厂', 4500, ...months];

  it('does not take what was done in the months gone by for the plan of these months', async () => {
    const { stdout } = await imported(
      [['项目名称', '2026年计划', '1月', '2月', '1月至2月完成'], row(100, 200, 300)],
      '--unit',
      '万元',
    );

    expect(stdout).toContain('    年度 2026年 4500万元\n  }');
    expect(stdout).toContain('完成投资 300万元');
    expect(stdout).toContain('字段 `2月` 200');
  });

  it('takes months that go on to December for the plan', async () => {
    const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);
    const { stdout } = await imported(
      [['项目名称', '2026年计划', ...months], row(...months.map(() => 375))],
      '--unit',
      '万元',
    );

    expect(stdout).toContain('12月 375万元');
  });

  it('keeps a plan in words as words', async () => {
    const { stdout, stderr } = await imported([
      ['项目名称', '总投资(万元)', '2026年计划'],
      ['水厂', 100, '主体封顶'],
    ]);

    expect(stdout).toContain('"主体封顶"');
    expect(stderr).not.toContain('不是金额');
  });
});

describe('people', () => {
  const cell = async (head: string, text: string): Promise<string> =>
    (
      await imported([
        ['项目名称', '总投资(万元)', head],
        ['水厂', 100, text],
      ])
    ).stdout;

  it('takes the one who leads, wherever he stands, and makes no post of it', async () => {
    const plan = await cell('责任领导', '张三、李四（牵头）');

    expect(plan).toContain('责任领导 李四');
    expect(plan).toContain('备注 "责任领导：张三、李四（牵头）"');
    expect(plan).not.toContain('职务');
  });

  it.each(['刘市长', '李副市长', '黄常委'])('leaves %s whole: a surname with a post', async (name) => {
    const plan = await cell('责任领导', name);

    expect(plan).toContain(`责任领导 ${name}`);
    expect(plan).not.toContain('职务');
  });

  it('makes the person beside the unit the one responsible, not the leader', async () => {
    const plan = await cell('责任单位\n责任人', '县交通局 郑十');

    expect(plan).toContain('责任单位 县交通局');
    expect(plan).toContain('责任人 郑十');
    expect(plan).not.toContain('责任领导');
  });
});
