/** What people leave in sheets and readers do not see, or do not take at its word: hidden rows, lines through cells, comments, 同上. */
import { type Cell, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { type CommandResult, folderWith } from './testing/test-folder.js';

type Rows = readonly (readonly (string | number | null)[])[];

const HEAD = ['项目名称', '责任单位', '责任领导', '总投资(万元)', '备注'];

async function imported(...sheets: readonly WriteSheet[]): Promise<CommandResult> {
  const folder = folderWith({ '台账.xlsx': await writeXlsx({ sheets: [...sheets] }) });
  return folder.call('import', '台账.xlsx', '--lang', 'zh');
}

const sheet = (rows: Rows, more: Partial<WriteSheet> = {}): WriteSheet => ({
  name: '台账',
  rows: rows.map((row) => [...row]),
  ...more,
});

/** Cells with a font or a comment of their own, by place: `1,2` is C2. */
function formatted(rows: Rows, how: { readonly [place: string]: Partial<Cell> }): WriteSheet {
  const cells = Object.entries(how).map(([place, cell]): [string, Cell] => {
    const [row = 0, column = 0] = place.split(',').map(Number);
    const value = rows[row]?.[column] ?? null;
    return [place, { value, type: typeof value === 'number' ? 'number' : 'string', ...cell }];
  });
  return sheet(rows, { cells: new Map(cells) });
}

const STRUCK = { style: { font: { strikethrough: true } } };

describe('what a reader of the sheet does not see', () => {
  const rows = [HEAD, ['东桥', '交通局', '张三', 1000, null], ['西桥', '交通局', '李四', 2000, null]];

  it('reads rows and columns that are hidden, and says so', async () => {
    const { stdout, stderr } = await imported(
      sheet(rows, { rowDefs: new Map([[2, { hidden: true }]]), columns: [{}, {}, { hidden: true }] }),
    );

    expect(stdout).toContain('项目 西桥 {\n  责任领导 李四\n');
    expect(stderr).toContain('隐藏或被筛掉的行照样读取：第 3 行');
    expect(stderr).toContain('隐藏的列照样读取：C');
  });

  it('reads the rows of a folded group, and says nothing where nothing is hidden', async () => {
    const folded = new Map([[1, { hidden: true, outlineLevel: 1 }]]);
    const { stdout, stderr } = await imported(sheet(rows, { rowDefs: folded }));
    const plain = await imported(sheet(rows));

    expect(stdout).toContain('项目 东桥');
    expect(stderr).toContain('第 2 行');
    expect(plain.stderr).not.toContain('隐藏');
  });

  it('says that a hidden sheet was not read', async () => {
    const { stdout, stderr } = await imported(sheet(rows), {
      ...sheet([HEAD, ['暗桥', '交通局', '张三', 1, null]], { hidden: true }),
      name: '底稿',
    });

    expect(stdout).not.toContain('暗桥');
    expect(stderr).toContain('隐藏的工作表没有读取：底稿');
  });

  it('says so as well where the plan is brought up to date', async () => {
    const folder = folderWith({
      'a.plan': '项目 东桥 { }\n项目 西桥 { }\n',
      '台账.xlsx': await writeXlsx({
        sheets: [
          sheet(
            [
              ['项目名称', '备注'],
              ['东桥', '甲'],
              ['西桥', '乙'],
            ],
            { rowDefs: new Map([[2, { hidden: true }]]) },
          ),
          { ...sheet([['项目名称'], ['暗桥']], { hidden: true }), name: '底稿' },
        ],
      }),
    });
    const { stdout } = await folder.call('import', '台账.xlsx', '--merge', '--lang', 'zh');

    expect(stdout).toContain('西桥：+ 备注 "乙"');
    expect(stdout).toContain('隐藏或被筛掉的行照样读取：第 3 行\n隐藏的工作表没有读取：底稿');
  });

  it('does not take the subtotals of a spreadsheet for rows without a name', async () => {
    const { stderr } = await imported(
      sheet([
        ['责任单位', '项目名称', '总投资(万元)'],
        ['交通局', '东桥', 100],
        ['交通局 汇总', null, 100],
        ['总计', null, 100],
      ]),
    );

    expect(stderr).toContain('小计、合计 2 行');
    expect(stderr).not.toContain('没有项目名称');
  });
});

describe('what is struck through', () => {
  const rows = [
    HEAD,
    ['东桥', '交通局', '张三', 1000, null],
    ['西桥', '水利局', '李四', 2000, '取消'],
    ['南桥', '农业局水利局', '王五', 3000, null],
  ];

  it('a project whose row is struck through is none, and is told', async () => {
    const { stdout, stderr } = await imported(
      formatted(rows, { '2,0': STRUCK, '2,1': STRUCK, '2,2': STRUCK, '2,3': STRUCK, '2,4': STRUCK }),
    );

    expect(stdout).not.toMatch(/西桥|李四/);
    expect(stdout).toContain('项目 南桥');
    expect(stderr).toContain('警告 台账!A3：“西桥”一行已划去，未导入');
  });

  it('a unit whose old name is struck through beside the new one has only the new name', async () => {
    const richText = [{ text: '农业局', font: { strikethrough: true } }, { text: '水利局' }];
    const { stdout, stderr } = await imported(formatted(rows, { '3,1': { type: 'richText', richText } }));

    expect(stdout).toContain('项目 南桥 {\n  责任领导 王五\n  责任单位 水利局\n');
    expect(stdout).not.toContain('农业局');
    expect(stderr).toContain('说明 台账!B4：“农业局”已划去，未导入');
  });

  it('an amount that is struck through is no amount of the project', async () => {
    const { stdout, stderr } = await imported(formatted(rows, { '1,3': STRUCK }));

    expect(stdout).toContain('项目 东桥 {\n  责任领导 张三\n  责任单位 交通局\n}');
    expect(stderr).toContain('警告 台账!D2：“1000”已划去，未导入');
  });
});

describe('comments on cells', () => {
  const rows = [HEAD, ['东桥', '交通局', '张三', 1000, null], ['合计', null, null, 1000, null]];

  it('become notes of the project, under the head of their column', async () => {
    const { stdout } = await imported(formatted(rows, { '1,2': { comment: { text: '已调任，\n待定' } } }));

    expect(stdout).toContain('备注 "责任领导批注：已调任，\\n待定"');
  });

  it('that are on no project are told', async () => {
    const { stderr } = await imported(formatted(rows, { '2,3': { comment: { text: '与发改委口径一致' } } }));

    expect(stderr).toContain('台账!D3 的批注未导入：与发改委口径一致');
  });
});

describe('words that stand for something else', () => {
  it('同上 names what stands above, and no unit of that name', async () => {
    const { stdout, stderr } = await imported(
      sheet([
        HEAD,
        ['东桥', '交通局', '张三', 1000, null],
        ['西桥', '同上', '〃', 2000, null],
        ['南桥', '同上', '李四', 3000, null],
      ]),
    );

    expect(stdout).toContain('项目 南桥 {\n  责任领导 李四\n  责任单位 交通局\n');
    expect(stdout).toContain('项目 西桥 {\n  责任领导 张三\n');
    expect(stdout).not.toMatch(/同上|〃/);
    expect(stderr).toContain('台账!B3：“责任单位”写的是“同上”，按上一行读取，另有 1 处');
  });

  it('同上 below an empty cell, or for an amount, is kept and told', async () => {
    const { stdout, stderr } = await imported(
      sheet([HEAD, ['东桥', null, '张三', 1000, null], ['西桥', '同上', '张三', '同上', null]]),
    );

    expect(stdout).toContain('备注 "责任单位：同上"');
    expect(stdout).toContain('备注 "总投资(万元)：同上"');
    expect(stdout).not.toContain('单位 同上');
    expect(stderr).toContain('台账!B3：“同上”上一行该列没有内容可循');
  });

  it('不详 and 待定 are nobody', async () => {
    const { stdout } = await imported(sheet([HEAD, ['东桥', '待定', '不详', 1000, null]]));

    expect(stdout).not.toMatch(/人员|单位 待定/);
    expect(stdout).toContain('备注 "责任领导：不详"');
    expect(stdout).toContain('备注 "责任单位：待定"');
  });

  it('暂无 is no issue', async () => {
    const { stdout } = await imported(
      sheet([
        ['项目名称', '责任单位', '存在问题'],
        ['东桥', '交通局', '暂无'],
        ['西桥', '交通局', '无。'],
        ['南桥', '交通局', '目前无需协调解决的问题'],
        ['北桥', '交通局', '无法进场'],
      ]),
    );

    expect(stdout.match(/问题 问题1/g)).toHaveLength(1);
    expect(stdout).toContain('问题 问题1 "无法进场"');
    expect(stdout).toContain('备注 "存在问题：目前无需协调解决的问题"');
  });
});

describe('figures', () => {
  it('2千 below 万元 is not taken for two thousand yuan', async () => {
    const { stdout, stderr } = await imported(sheet([HEAD, ['东桥', '交通局', '张三', '2千', null]]));

    expect(stdout).not.toMatch(/^ {2}投资/m);
    expect(stderr).toContain('“2千”不是金额');
  });

  it('amounts in brackets are negative', async () => {
    const { stderr } = await imported(sheet([HEAD, ['东桥', '交通局', '张三', '（500）', null]]));

    expect(stderr).toContain('“（500）”为负数');
  });

  it('a head with % has figures out of a hundred, where not all could be parts of one', async () => {
    const progress = async (...figures: readonly number[]): Promise<string> =>
      (
        await imported({
          name: '2026年3月',
          rows: [
            ['项目名称', '责任单位', '形象进度(%)'],
            ...figures.map((figure, row) => [`桥${row}`, '交通局', figure]),
          ],
        })
      ).stdout;

    expect(await progress(35, 0.5)).toMatch(/进度 35%[\s\S]*进度 0.5%/);
    // 0.35 may be 0.35 % as well as 35 %.
    expect(await progress(0.35, 0.5)).not.toMatch(/ {4}进度/);
  });

  it('a number of more than 15 digits is not the code that was typed', async () => {
    const { stderr } = await imported(
      sheet([
        ['项目代码', '项目名称', '责任单位'],
        [Number('350181202601012345'), '东桥', '交通局'],
      ]),
    );

    expect(stderr).toContain('的末几位已不是原来的编号');
  });

  it('a name that is a formula gone wrong is no project', async () => {
    const { stdout, stderr } = await imported(
      formatted([HEAD, ['#REF!', '交通局', '张三', 1, null], ['东桥', '交通局', '张三', 1, null]], {
        '1,0': { type: 'error' },
      }),
    );

    expect(stdout).not.toContain('#REF!');
    expect(stdout).toContain('项目 东桥');
    expect(stderr).toContain('该行没有项目名称，未导入：#REF!');
  });
});

describe('dates', () => {
  it('count from 1904 where the workbook does, also where a number is not shown as a date', async () => {
    const folder = folderWith({
      '台账.xlsx': await writeXlsx({
        dateSystem: '1904',
        sheets: [
          {
            name: '台账',
            rows: [
              ['项目名称', '实际开工时间', '实际竣工时间'],
              ['东桥', new Date(Date.UTC(2026, 1, 1)), 44649],
            ],
            cells: new Map([
              [
                '1,1',
                {
                  value: new Date(Date.UTC(2026, 1, 1, 23, 59, 59, 999)),
                  type: 'date',
                  style: { numFmt: 'yyyy-mm-dd' },
                },
              ],
            ]),
          },
        ],
      }),
    });
    const { stdout } = await folder.call('import', '台账.xlsx', '--lang', 'zh');

    expect(stdout).toContain('实际开工 2026年2月1日\n  实际竣工 2026年3月30日');
  });

  it('a number in the name of the file is no year', async () => {
    const folder = folderWith({ 'd1904.csv': '项目名称,计划竣工时间\n东桥,12月\n' });

    expect((await folder.call('import', 'd1904.csv', '--lang', 'zh')).stdout).toContain('2026年12月');
  });
});

describe('a sheet for each month', () => {
  const month = (name: string, invested: number, total = 5000): WriteSheet => ({
    name,
    rows: [
      ['2026年重点项目进展'],
      ['项目名称', '责任单位', '总投资(万元)', '年度计划投资(万元)', '完成投资(万元)'],
      ['东桥', '交通局', total, 1200, invested],
    ],
  });

  it('has figures of its own month, and what the last one says of the project counts', async () => {
    const { stdout, stderr } = await imported(month('1月', 50), month('2月', 80), month('3月', 120, 5500));

    expect(stdout).toContain(`  投资 5500万元 {
    年度 2026年 1200万元
  }
  进展 2026年1月31日 {
    完成投资 50万元
  }
  进展 2026年2月28日 {
    完成投资 80万元
  }
  进展 2026年3月31日 {
    完成投资 120万元
  }
  备注 "2026-02-28 总投资(万元)：5000"
`);
    expect(stdout.match(/^项目 /gm)).toHaveLength(1);
    expect(stderr).toContain('进展数据截至 2026-01-31、2026-02-28、2026-03-31（各表分别）');
  });

  it('keeps its own day and year whatever is given for all', async () => {
    const untitled = (name: string, invested: number): WriteSheet => {
      const { rows = [], ...whole } = month(name, invested);
      return { ...whole, rows: rows.slice(1) };
    };
    const folder = folderWith({
      '台账.xlsx': await writeXlsx({ sheets: [untitled('2025年12月', 900), untitled('2026.1', 50)] }),
    });
    const { stdout } = await folder.call('import', '台账.xlsx', '--lang', 'zh', '--as-of', '2026-03-31');

    expect(stdout).toContain('进展 2025年12月31日 {\n    完成投资 900万元');
    expect(stdout).toContain('进展 2026年1月31日 {\n    完成投资 50万元');
    expect(stdout).toContain('年度 2025年 1200万元\n    年度 2026年 1200万元');
  });

  it('a renamed project is one, under its latest name', async () => {
    const of = (name: string, called: string): WriteSheet => ({
      name,
      rows: [
        ['编号', '项目名称', '责任单位', '总投资(万元)'],
        ['P1', called, '交通局', 1],
      ],
    });
    const { stdout } = await imported(of('2026年1月', '东桥工程'), of('2026年2月', '东大桥'));

    expect(stdout).toContain('项目 P1 "东大桥" {\n  简称 "东桥工程"');
    expect(stdout.match(/^项目 /gm)).toHaveLength(1);
  });
});

describe('text files', () => {
  it('GB18030 with quotes, separators and line ends inside of cells', async () => {
    const bytes = Buffer.from(
      'D0F2BAC52CCFEEC4BFC3FBB3C62CD7DCCDB6D7CAA3A8CDF2D4AAA3A92CBDA8C9E8C4DAC8DD0D0A312C22C7C5A3A82222D2BB2222BAC5A3A9222C2231322C3334352E36222C22C8ABB3A432B9ABC0EFA3AC0D0ACBABCFF2220D0A',
      'hex',
    );
    const folder = folderWith({ 'a.csv': bytes });
    const { stdout } = await folder.call('import', 'a.csv', '--lang', 'zh');

    expect(stdout).toContain('项目 `桥（"一"号）` {\n  建设内容 "全长2公里，\\n双向"\n  投资 12345.6万元');
  });
});
