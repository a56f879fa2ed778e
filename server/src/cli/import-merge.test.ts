/** `planwright import LEDGER --merge`: what the sheet does not say stays as it is, to the character. */
import { describe, expect, it } from 'vitest';
import { type Folder, folderWith } from './testing/test-folder.js';

const PLAN = `// 由张工维护
项目库 X { 年度 2026年  截至 2026年3月31日 }
单位 交通局
单位 水利局
人员 王明
人员 李四

项目 P1 "北大桥" {  // 一号工程
  责任单位 交通局     // 挂钩部门
  责任领导 王明
  阶段 前期
  建设期限 2026年1月 至 2027年12月
  投资 3亿元 {
    来源 自筹 1亿元
    年度 2026年 1亿元 { 一季度 2000万元 }
  }
  节点 竣工 期限 2027年12月
  进展 2026年2月28日 {
    完成投资 1000万元
  }
  备注 "用地亩数：120"
}

项目 P2 "水库" {
  责任单位 水利局
  简称 "某水库工程"
}
`;

const plan = (ledger: string) => folderWith({ 'a.plan': PLAN, 'b.csv': ledger });
const merge = (folder: Folder, ...more: readonly string[]) =>
  folder.call('import', 'b.csv', '--merge', '--lang', 'zh', ...more);

describe('import --merge', () => {
  it('changes the values that the sheet says otherwise, in their places', async () => {
    const folder = plan(
      '项目名称,责任单位,责任领导,总投资(亿元),2026年计划投资(亿元),用地亩数\n北大桥,交通局,李四,3.2,1,150\n',
    );
    const { code, stdout } = await merge(folder);

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `b!C2  P1：王明 → 李四
b!F2  P1："用地亩数：120" → "用地亩数：150"
b!D2  P1：3亿元 → 3.2亿元

b.csv：改动 3 处，已写入 a.plan
`,
    });
    expect(folder.read('a.plan')).toBe(
      PLAN.replace('责任领导 王明', '责任领导 李四').replace('投资 3亿元', '投资 3.2亿元').replace('120', '150'),
    );
    expect((await merge(folder)).stdout).toBe('b.csv：计划与表一致，没有改动\n');
  });

  it('adds a team, days in the pool, and what columns say of a problem; a stage has one day', async () => {
    const folder = folderWith({
      'a.plan': `项目 P1 "桥" {
  阶段 在建
  工作专班 "桥专班" { 王明 }
  问题 征地 "三户未迁" { 原因 "补偿标准" }
}
人员 王明
`,
      'b.csv': `项目编号,项目名称,阶段,阶段日期,调入日期,调入说明,工作专班,专班成员,存在问题,问题类型,问题原因,问题期限,存在问题2,问题原因2
P1,桥,在建,2026-03-02,2026-01-05,年度增补,桥专班,王明、李四,三户未迁,征地拆迁,另一原因,2026-06-30,电力未迁,产权不清
`,
    });
    expect((await merge(folder)).stdout).toContain(
      'P1：问题“征地”在计划中为 原因 "补偿标准"，表中为 原因 "另一原因"：未改动',
    );

    expect(folder.read('a.plan')).toBe(`项目 P1 "桥" {
  阶段 在建 于 2026年3月2日
  工作专班 "桥专班" { 王明、李四 }
  问题 征地 "三户未迁" { 原因 "补偿标准"
    类型 征地拆迁
    期限 2026年6月30日
  }
  调入 2026年1月5日 "年度增补"
  问题 问题1 "电力未迁" { 原因 "产权不清" }
}
人员 王明

人员 李四
`);
    const later = folderWith({
      'a.plan': folder.read('a.plan'),
      'b.csv': '项目编号,阶段,阶段日期\nP1,在建,2026-03-09\n',
    });
    expect((await merge(later)).stdout).toContain('已发生的事实不改写');
    expect(later.read('a.plan')).toContain('阶段 在建 于 2026年3月2日');
  });

  it('reads a long register back in pieces, and what looks like the end of one inside a text', async () => {
    const others = Array.from(
      { length: 4000 },
      (_, index) =>
        `项目 Q${index} "桥${index}" {\n  备注 "一座桥，在第${index}处"\n  建设内容 """\n    甲\n}\n    乙\n    """\n}\n`,
    ).join('');
    const folder = folderWith({
      'a.plan': `${PLAN}${others}`,
      'b.csv': '项目名称,责任领导\n北大桥,李四\n桥3999,王明\n',
    });
    const { code } = await merge(folder, '-q');

    expect(code).toBe(0);
    expect(folder.read('a.plan')).toContain('    乙\n    """\n  责任领导 王明\n}\n');
  });

  it('adds what the plan does not say, dates a new stage, and declares whom it names', async () => {
    const folder = plan(
      '项目名称,责任人,项目阶段,至上年底累计完成投资(万元),资金来源-贷款(万元),建设内容\n北大桥,赵六,在建,500,20000,"长 420 米"\n',
    );
    const { code } = await merge(folder);

    expect(code).toBe(0);
    expect(folder.read('a.plan')).toBe(
      `${PLAN.replace(
        '    年度 2026年 1亿元 { 一季度 2000万元 }\n',
        '    年度 2026年 1亿元 { 一季度 2000万元 }\n    此前完成 500万元\n    来源 贷款 2亿元\n',
      ).replace(
        '  备注 "用地亩数：120"\n',
        '  备注 "用地亩数：120"\n  责任人 赵六\n  阶段 在建 于 2026年3月31日\n  建设内容 "长 420 米"\n',
      )}\n人员 赵六\n`,
    );
    expect((await folder.call('check', 'a.plan', '--format', 'concise')).stdout).not.toMatch(/syntax|name\//);
  });

  it('moves no deadline without a record', async () => {
    const folder = plan('项目名称,完成时限\n北大桥,2028年3月\n');
    await merge(folder);

    expect(folder.read('a.plan')).toContain(
      '  节点 竣工 期限 2028年3月 {\n    调整 2026年3月31日 原期限 2027年12月\n  }\n',
    );
  });

  it('does not rewrite what was reported, and lets no amount fall', async () => {
    for (const [amount, day] of [
      [900, '2026年2月28日'],
      [900, '2026年3月31日'],
      [1200, '2026年1月31日'],
    ]) {
      const folder = folderWith({
        'a.plan': PLAN,
        'b.csv': `截至${day},\n项目名称,本年累计完成投资(万元)\n北大桥,${amount}\n`,
      });
      const { stdout } = await merge(folder);

      expect(stdout).toContain('已发生的事实不改写');
      expect(folder.read('a.plan')).toBe(PLAN);
    }
    const folder = folderWith({
      'a.plan': PLAN,
      'b.csv': '截至2026年3月31日,\n项目名称,本年累计完成投资(万元)\n北大桥,2000\n',
    });
    await merge(folder);
    expect(folder.read('a.plan')).toContain('  进展 2026年3月31日 {\n    完成投资 2000万元\n  }\n');
  });

  it('finds projects by id, title and other names', async () => {
    const folder = plan('项目编号,项目名称,备注\nP1,随便什么,一\n,某水库工程,二\n');
    expect((await merge(folder)).code).toBe(0);

    expect(folder.read('a.plan')).toContain('  备注 "一"\n}');
    expect(folder.read('a.plan')).toContain('  简称 "某水库工程"\n  备注 "二"\n}');
  });

  it('does not guess which project a near name means', async () => {
    const ledger = '项目名称,备注\n北大桥工程,一\n';
    const refused = plan(ledger);
    const { code, stdout } = await merge(refused);
    expect(code).toBe(1);
    expect(stdout).toContain('“北大桥工程”计划中没有此名称，是否指 P1“北大桥”？');
    expect(refused.read('a.plan')).toBe(PLAN);

    const nearest = plan(ledger);
    await merge(nearest, '--accept-nearest');
    expect(nearest.read('a.plan')).toContain('  备注 "一"\n}\n\n项目 P2');

    const fresh = plan(ledger);
    await merge(fresh, '--accept-new');
    expect(fresh.read('a.plan')).toBe(`${PLAN}\n项目 北大桥工程 {\n  备注 "一"\n}\n`);
  });

  it('a planned start beside one that has begun is no milestone that is overdue', async () => {
    const folder = folderWith({
      'a.plan':
        '项目 P1 "北大桥" { 建设期限 2026-01-10 至 2027-06  实际开工 2026-01-10 }\n项目 P2 "水厂" { 实际开工 2026-02-03 }\n',
      'b.csv': '项目名称,开工时间\n北大桥,2026年1月\n水厂,2026年2月\n',
    });
    await merge(folder);
    expect(folder.read('a.plan')).toBe(
      '项目 P1 "北大桥" { 建设期限 2026-01-10 至 2027-06  实际开工 2026-01-10 }\n项目 P2 "水厂" { 实际开工 2026-02-03  节点 开工 期限 2026年2月 完成 2026年2月3日 }\n',
    );
    folder.write('b.csv', '项目名称,开工时间,竣工时间,实际开工\n北大桥,2026年3月,,\n新桥,2026年1月,,2026-01-20\n');
    await merge(folder);
    expect(folder.read('a.plan')).toContain('建设期限 2026年3月 至 2027-06  实际开工 2026-01-10 }');
    expect(folder.read('a.plan')).toContain('  节点 开工 期限 2026年1月 完成 2026年1月20日');
    expect((await folder.call('check', '--as-of', '2026-03-31')).stdout).not.toContain('deadline/overdue');
  });

  it('adds new projects, and only says so with --dry-run', async () => {
    const folder = plan('项目名称,责任单位,总投资(万元)\n污水处理厂,住建局,500\n');
    const told = await merge(folder, '--dry-run');
    expect(told.stdout).toContain('新增项目 污水处理厂');
    expect(folder.read('a.plan')).toBe(PLAN);

    await merge(folder);
    expect(folder.read('a.plan')).toBe(
      `${PLAN}\n单位 住建局\n\n项目 污水处理厂 {\n  责任单位 住建局\n  投资 500万元\n}\n`,
    );
  });

  it('wrote between the marks of a merge, to be lost where theirs is taken', async () => {
    const ours = '  责任单位 水利局\n';
    const torn = PLAN.replace(ours, `<<<<<<< HEAD\n${ours}=======\n  责任单位 水务局\n>>>>>>> other\n`);
    const folder = plan('项目名称,责任单位\n水库,住建局\n');
    folder.write('a.plan', torn);
    const told = await merge(folder);
    expect(told.code).toBe(2);
    expect(told.stderr).toContain('a.plan 中要写入的位置有未解决的合并冲突，请先处理');
    expect(folder.read('a.plan')).toBe(torn);
  });

  it('writes nothing where an amount has no unit', async () => {
    const folder = plan('项目名称,总投资,备注\n北大桥,500,一\n');

    expect((await merge(folder)).code).toBe(1);
    expect(folder.read('a.plan')).toBe(PLAN);
  });

  it('keeps the byte order mark and the line ends of a file', async () => {
    const text = `\uFEFF${PLAN.replaceAll('\n', '\r\n')}`;
    const folder = folderWith({ 'a.plan': text, 'b.csv': '项目名称,备注\n北大桥,一\n' });
    await merge(folder);

    expect(folder.read('a.plan')).toBe(text.replace('120"\r\n', '120"\r\n  备注 "一"\r\n'));
  });

  it('says the same in JSON', async () => {
    const folder = plan('项目名称,总投资(亿元)\n北大桥,4\n');
    const { stdout } = await merge(folder, '--format', 'json');

    expect(JSON.parse(stdout)).toMatchObject({
      written: ['a.plan'],
      changes: [{ element: 'P1', cell: 'b!B2', before: '3亿元', now: '4亿元' }],
      added: [],
    });
  });
});
