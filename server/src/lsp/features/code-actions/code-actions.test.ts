/** What code actions are offered where, and the text after them. */
import { describe, expect, test } from 'vitest';
import { acted, applied, ask, titles } from './apply-action.fixture.js';

const SNIPPETS = { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } };

describe('what is finished', () => {
  test('is marked behind its deadline in the short form', async () => {
    const source = 'project P1 {\n  milestone Opening due 2026-0<|>3-01\n}\n';
    expect(await acted(source, "Mark 'Opening' as done on 2026-03-31")).toBe(
      'project P1 {\n  milestone Opening due 2026-03-01 done 2026-03-31\n}\n',
    );
  });

  test('is marked in the block where the deadline stands there, in the spelling of the file', async () => {
    const source =
      '项目 P1 {\n    任务 征地 {\n        期限 2026年3月1日   // 已延期\n        工期 30<|>天\n    }\n}\n';
    expect(await acted(source, '将“征地”标为2026年3月31日完成', { lang: 'zh' })).toBe(
      '项目 P1 {\n    任务 征地 {\n        期限 2026年3月1日   // 已延期\n        完成 2026年3月31日\n        工期 30天\n    }\n}\n',
    );
  });

  test('is marked as of the status date, and keeps the line ends of the file', async () => {
    const source =
      'portfolio P {\r\n  status-date 2026-02-10\r\n}\r\nproject P1 {\r\n  task A { after B<|> }\r\n  task B\r\n}\r\n';
    expect(await acted(source, /done/)).toContain('  task A { after B  done 2026-02-10 }\r\n');
  });

  test('is not marked twice, and nothing is offered for what is done', async () => {
    expect(await titles('project P1 {\n  milestone A<|> due 2026-03-01 done 2026-03-02\n}\n')).toEqual([]);
  });
});

test('what can be done with a statement was not offered in the indent before it, nor in the comment behind it', async () => {
  const source = (before: string, behind: string) =>
    `project P1 {\n${before}  milestone A due 2026-03-01  // agreed${behind}\n  investment {\n    year 2026 4M\n  }\n}\n`;
  expect(await titles(source('<|>', ''))).toContain("Mark 'A' as done on 2026-03-31");
  expect(await titles(source('', '<|>'))).toContain("Mark 'A' as done on 2026-03-31");
  const year = 'project P1 {\n  investment {\n <|>   year 2026 4M\n  }\n}\n';
  expect((await titles(year)).join()).toContain('Spread');
});

describe('a deadline', () => {
  const late =
    'project P1 {\n  task Tender { duration 30d }\n  milestone Ground due 2026-04-[[1]]0 { after Tender }\n}\n';

  test('moves to the working day of the forecast, and the move is recorded', async () => {
    expect(await acted(late, /^Move/)).toBe(
      'project P1 {\n  task Tender { duration 30d }\n  milestone Ground due 2026-04-29 { after Tender  revised 2026-03-31 from 2026-04-10 }\n}\n',
    );
  });

  test('leaves who approved it and why to be filled in, where the editor can', async () => {
    const text = await acted(`person Li\n${late}`, /^Move/, { capabilities: SNIPPETS });
    expect(text).toContain('revised 2026-03-31 from 2026-04-10 by ‹1|approver,Li› "‹2:why›"');
  });

  test('moves are recorded one behind the other', async () => {
    const source =
      '项目 P1 {\n  节点 竣工 {\n    期限 2026年3月[[底]]\n    前置 施工\n    调整 2026-02-01 原期限 2026-02-28 "雨季"\n    备注 "x"\n  }\n  任务 施工 { 工期 10天 }\n}\n';
    const text = await acted(source, /调整到/, { lang: 'zh', today: '2026-03-25' });
    expect(text).toContain('    期限 2026-04-03\n');
    expect(text).toContain('原期限 2026-02-28 "雨季"\n    调整 2026-03-25 原期限 2026年3月底\n    备注');
  });

  test('does not move beyond what the policy allows', async () => {
    const found = await titles(`policy R { max-revisions 0 }\n${late}`);
    expect(found.filter((title) => title.startsWith('Move'))).toEqual([]);
  });
});

describe('a start', () => {
  test('is planned for the last day that the deadline leaves', async () => {
    const source =
      'project P1 {\n  task Works {\n    duration 30<|>d\n  }\n  milestone Opening due 2026-06-30 { after Works }\n}\n';
    expect(await acted(source, 'Plan the start for the latest day: 2026-06-01')).toContain(
      '    duration 30d\n    start 2026-06-01\n  }\n',
    );
  });

  test('that should have been is stated as now or as in time', async () => {
    const source = '项目 P1 {\n  任务 施[[工]] { 工期 30天 }\n  节点 竣工 期限 2026-04-10 { 前置 施工 }\n}\n';
    expect(await acted(source, '已按时开始：实际开始2026年3月12日（最迟开始日）', { lang: 'zh' })).toContain(
      '任务 施工 { 工期 30天  实际开始 2026-03-12 }',
    );
  });
});

describe('money', () => {
  test('of a year is spread over the quarters exactly, what is left over at the end', async () => {
    const year = (amount: string): string => `项目 P1 {\n  投资 9亿元 {\n    年度 2026 ${amount}\n  }\n}\n`;
    const spread = async (amount: string): Promise<string> =>
      (await acted(year(`${amount}<|>`), /平均/, { lang: 'zh' })).split('\n')[2]?.trim() ?? '';
    expect(await spread('3亿元')).toBe(
      '年度 2026 3亿元 { 一季度 7500万元  二季度 7500万元  三季度 7500万元  四季度 7500万元 }',
    );
    expect(await spread('10001万元')).toBe(
      '年度 2026 10001万元 { 一季度 2500万元  二季度 2500万元  三季度 2500万元  四季度 2501万元 }',
    );
    const found = await titles(year('约3亿<|>元'), { lang: 'zh' });
    expect(found.filter((title) => !title.startsWith('写成'))).toEqual([]);
  });

  test('of the last node takes the difference, or the year becomes the sum', async () => {
    const source =
      'project P1 {\n  investment 900M {\n    year 2026 30[[0]]M { Q1 50M  Q2 80M  Q3 90M  Q4 70M }\n  }\n}\n';
    expect(await acted(source, 'Set Q4 to CNY 80M')).toContain('Q3 90M  Q4 80M }');
    expect(await acted(source, 'Set the amount of 2026 to CNY 290M')).toContain('year 2026 290M {');
  });

  test('of the year is not raised beyond the total', async () => {
    const source =
      'project P1 {\n  investment 300M {\n    year 2026 30[[0]]M { Q1 150M  Q2 80M  Q3 90M  Q4 70M }\n  }\n}\n';
    expect((await titles(source)).filter((title) => !/^(Write as|Ignore)/.test(title))).toEqual([]);
  });
});

describe('an unknown name', () => {
  test('is declared where most of its kind are, in the vocabulary of that file', async () => {
    const { editor, actions } = await ask('project P1 {\n  leader Li[[S]]i\n}\n', {
      files: { '人员.plan': '人员 王五\n人员 赵六\n', 'b.plan': 'person Q\n' },
    });
    const action = actions.find(({ title }) => title === "Declare the person 'LiSi' in 人员.plan");
    if (action === undefined) throw new Error(actions.map(({ title }) => title).join());
    expect([...applied(action, editor)]).toEqual([['人员.plan', '人员 王五\n人员 赵六\n人员 LiSi\n']]);
    await editor.stop();
  });

  test('of a predecessor becomes a milestone of the project', async () => {
    expect(await acted('project P1 {\n  task A { after Per[[m]]it }\n}\n', /milestone/)).toBe(
      'project P1 {\n  task A { after Permit }\n  milestone Permit\n}\n',
    );
  });
});

describe('what the policy requires', () => {
  const source =
    'policy R {\n  require leader, team, scheme, fund, plan\n}\nperson Li\nproject P[[1]] "One" {\n  unit Bureau   owner Li\n  milestone A\n}\norg Bureau\n';

  test('is added with places to fill', async () => {
    // Where nobody is led to the places, no name is put down that would be another mistake.
    expect(await acted(source, 'Add what the policy requires')).toContain(
      '  unit Bureau   owner Li\n  team ""\n  scheme ""\n  fund 0\n  investment { year 2026 0 }\n  milestone A\n',
    );
    expect(await acted(source, 'Add what the policy requires', { capabilities: SNIPPETS })).toContain(
      '  leader ‹1|TODO,Li›\n  team "‹2:›"\n  scheme "‹3:›"\n  fund ‹4:0›\n  investment { year 2026 ‹5:0› }\n  milestone A\n',
    );
  });
});

describe('what is put down for what the policy requires', () => {
  const required = (members: string, stated: string): string =>
    `policy R { require ${members} }\nproject P[[1]] "One" {\n  note "x"\n${stated}}\n`;
  const fix = 'Add what the policy requires';

  test('is no answer that nobody gave', async () => {
    expect(await acted(required('level, planned-start', ''), fix, { capabilities: SNIPPETS })).toContain(
      '  level ‹1|TODO,national,province,city,county›\n  period ‹2:TODO› .. ‹3:TODO›\n',
    );
    expect(await titles(required('level, planned-start', ''))).not.toContain(fix);
  });

  test('is not put down a second time where a text says nothing', async () => {
    expect(await acted(required('team, scheme, fund', '  team " "\n  fund 0\n'), fix)).toContain('  scheme ""\n');
    expect(await acted(required('team, scheme, fund', '  team " "\n  fund 0\n'), fix)).not.toMatch(
      /team ""|fund 0[\s\S]*fund/,
    );
    expect(await titles(required('team', '  team ""\n'))).not.toContain(fix);
  });
});

describe('a weekly report', () => {
  test('takes over members, amounts and judgements from the latest one; texts are to be written', async () => {
    const source =
      '项目 P<|>1 {\n  阶段 在建\n  进展 2026-03-20 {\n    完成投资 4000万元\n    进度 35% "桩基完成"\n    质量 正常   安全 关注 "高空作业"\n    情况 "桩基完成"\n    报送人 李四\n  }\n  节点 竣工 期限 2026-12-20\n}\n人员 李四\n';
    expect(await acted(source, '新增2026年3月31日进展（沿用上次填报内容）', { lang: 'zh' })).toContain(
      '    报送人 李四\n  }\n  进展 2026-03-31 {\n    完成投资 4000万元\n    进度 35%\n    质量 正常\n    安全 关注\n    情况 ""\n    报送人 李四\n  }\n  节点 竣工',
    );
  });

  test('of a new year begins at nothing', async () => {
    const source = 'project P<|>1 {\n  stage construction\n  report 2025-12-20 { invested 40M  progress 35% }\n}\n';
    const told = await acted(source, /^New report/, { capabilities: SNIPPETS });
    expect(told).toContain('    invested ‹1:0›\n    progress ‹2:35%›\n');
    // Where nobody is led to it, a 0 would be a figure.
    const alone = await acted(source, /^New report/);
    expect(alone).toContain('{\n    progress 35%\n');
    expect(alone).not.toContain('invested 0');
  });

  test('that would be the first one puts no end to the question for it by saying nothing', async () => {
    const source = 'portfolio L { reports every 1w }\nproject P[[1]] {\n  stage ready\n}\n';
    expect(await titles(source, { capabilities: SNIPPETS })).toContain('New report of 2026-03-31');
    const [first] = (await titles(source)).filter((title) => title.startsWith('New report'));
    expect(first === undefined ? '' : await acted(source, first)).not.toMatch(/ 0/);
  });
});

describe('the next meeting', () => {
  const source = `项目库 库 {
  例会 每 1周
}
人员 李四
单位 交通局
项目 P1 {
  问题 用地 "最后一块地未交" {
    协调层级 市级   已协调 2026-03-20 "县里两次协商未果"   原因 "补偿有争议"   建议 "县里仲裁"   责任人 李四   期限 2026-04-30
  }
  问题 资金 "未到位" { 协调层级 县级   责任人 李四   期限 2026-04-30 }
}
项目 P2 {
  节点 开工 期限 2026-02-01
}
会议 调度会0327 "第 12 次调度会" {
  日期 2026-03-27   主持 李四   参会 李四、交通局
  决定 "交地" { 责任单位 交通局  责任人 李四  期限 2026-03-30 }
}
`;

  test('has the day of the rhythm, issues that are ready, red projects, and what is still open', async () => {
    const text = await acted(`${source}<|>`, '准备2026年4月3日的下次会议', { lang: 'zh', only: 'source' });
    expect(text.slice(text.indexOf('\n会议 调度会0403'))).toBe(`
会议 调度会0403 "第 13 次调度会" {
  日期 2026-04-03
  主持 李四
  参会 李四、交通局
  议题 P1.用地、P2
  // 未办结决定：
  // - 交地（交通局，已逾期1天）
}
`);
  });

  test('is offered only among source actions, and not where one is stated', async () => {
    expect(await titles(`${source}<|>`, { lang: 'zh' })).toEqual([]);
    const stated = `${source}会议 下次 { 日期 2026-04-07 }\n`;
    const found = await titles(stated, { lang: 'zh', only: 'source' });
    expect(found.filter((title) => !title.startsWith('将关键词'))).toEqual([]);
  });
});

describe('a statement that is half typed', () => {
  test('is not written into, its neighbours are', async () => {
    expect(await titles('project P1 {\n  milestone A<|> due 2026-01-01 done\n  task B\n}\n')).not.toContain(
      "Mark 'A' as done on 2026-03-31",
    );
    expect(await titles('project P1 {\n  milestone A due 2026-01-01 done\n  task B<|>\n}\n')).toContain(
      "Mark 'B' as done on 2026-03-31",
    );
    expect(await titles('project P1 {\n  task A<|> {\n    duration 3d\n')).toEqual([]);
  });
});
