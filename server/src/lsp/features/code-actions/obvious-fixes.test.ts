/** Quick fixes where what was meant is plain, or the ways it can be meant are few. */
import { describe, expect, test } from 'vitest';
import { acted, ask, titles } from './apply-action.fixture.js';

const ZH = { lang: 'zh', today: '2026-06-30' } as const;
const EN = { today: '2026-06-30' } as const;

describe('an amount', () => {
  test('of the month is added to what was reported before', async () => {
    const plan = (amount: string): string =>
      `项目 P1 {\n  进展 2026-02-28 { 完成投资 4000万元 }\n  进展 2026-03-31 { 完成投资 ${amount} }\n}\n`;
    expect(await acted(plan('25[[0]]0万元'), '所填为本期数，改为年初以来累计6500万元', ZH)).toBe(plan('6500万元'));
    // What is only known roughly makes no exact sum.
    expect((await titles(plan('约25[[0]]0万元'), ZH)).join()).not.toContain('累计');
  });

  test('without its unit gets the one that fits the others', async () => {
    const plan = (amount: string): string =>
      `项目 P1 {\n  投资 3亿元 {\n    年度 2026 1亿元 {\n      一季度 ${amount}\n      二季度 3000万元\n    }\n  }\n}\n`;
    expect(await acted(plan('50[[0]]0'), '写作 5000万元', { ...ZH, expecting: '写作' })).toBe(plan('5000万元'));
    expect(await titles(plan('50[[0]]0'), { ...ZH, expecting: '写作' })).toContain('写作 5000元');
  });
});

describe('dates', () => {
  test('in each other’s place are swapped', async () => {
    expect(
      await acted('项目 P1 {\n  任务 A { 计划开始 2026-05-01 计划完成 2026-04-[[0]]1 }\n}\n', '对调两个日期', ZH),
    ).toBe('项目 P1 {\n  任务 A { 计划开始 2026-04-01 计划完成 2026-05-01 }\n}\n');
    expect(await acted('project P1 {\n  period [[2027-01 .. 2026-06]]\n}\n', 'Swap the two dates', EN)).toBe(
      'project P1 {\n  period 2026-06 .. 2027-01\n}\n',
    );
  });

  test('on which a deadline was moved are put in order', async () => {
    const moved =
      'project P1 {\n  milestone A {\n    due 2026-09-30\n    revised 2026-05-20 from 2026-05-31 "rain"\n    [[revised]] 2026-03-01 from 2026-03-31\n  }\n}\n';
    expect(await acted(moved, 'Put the moves in the order of their days', EN)).toBe(
      'project P1 {\n  milestone A {\n    due 2026-09-30\n    revised 2026-03-01 from 2026-03-31\n    revised 2026-05-20 from 2026-05-31 "rain"\n  }\n}\n',
    );
  });

  test('of a move made too late: the last day on which it was in time', async () => {
    const moved =
      '项目 P1 {\n  节点 A {\n    期限 2026-09-30\n    [[调整]] 2026-06-01 原期限 2026-05-31 "雨季"\n  }\n}\n';
    expect(await acted(moved, /日期写错/, ZH)).toContain('    调整 2026-05-31 原期限 2026-05-31 "雨季"\n');
  });
});

describe('what has happened', () => {
  test('work with progress began as planned, or on the status date', async () => {
    const plan = 'project P1 {\n  task A { start 2026-06-01 duration 60d progress 4[[0]]% }\n}\n';
    const found = await titles(plan, EN);
    expect(found).toContain('It began on 2026-06-01');
    expect(found).toContain('It began on 2026-06-30');
    expect(await acted(plan, 'It began on 2026-06-01', EN)).toContain('started 2026-06-01');
  });

  test('a project under construction was started on the day of its stage', async () => {
    expect(await acted('项目 P1 {\n  阶段 [[在建]] 于 2026-03-02\n}\n', /写明/, ZH)).toBe(
      '项目 P1 {\n  阶段 在建 于 2026-03-02\n  实际开工 2026-03-02\n}\n',
    );
  });

  test('a project that was started is no reserve any more', async () => {
    expect(await acted('项目 P1 {\n  阶段 [[储备]]\n  实际开工 2026-03-02\n}\n', /改为在建/, ZH)).toBe(
      '项目 P1 {\n  阶段 储备\n  阶段 在建 于 2026-03-02\n  实际开工 2026-03-02\n}\n',
    );
  });

  test('a decision was carried out', async () => {
    const plan = 'meeting W {\n  date 2026-03-23\n  decision D1 "x" {\n    due 2026-03-[[31]]\n  }\n}\n';
    expect(await acted(plan, 'Mark as done on 2026-06-30', EN)).toContain('    due 2026-03-31\n    done 2026-06-30\n');
  });
});

describe('what does not count', () => {
  test('is taken out of a summary, wherever it stands', async () => {
    const plan = (done: string): string =>
      `项目 P1 {\n  任务 A${done} {\n    任务 B { 工期 3天 完成 2026-03-01 }\n  }\n}\n`;
    expect(await acted(plan(' 完成 2026-03-[[02]]'), /由各分项推算/, ZH)).toBe(plan(''));
    const inside =
      'project P1 {\n  task A {\n    progress [[80%]] on 2026-01-31\n    task B { duration 20d }\n  }\n}\n';
    expect(await acted(inside, /^Remove/, EN)).toBe('project P1 {\n  task A {\n    task B { duration 20d }\n  }\n}\n');
  });

  test('is taken off the agenda, the other issues stay', async () => {
    const plan = (agenda: string): string =>
      `项目 P1 {\n  问题 征地 { 解决 2026-03-30 }\n  问题 拆迁 { 上报 市级 }\n}\n会议 W {\n  日期 2026-04-02\n${agenda}}\n`;
    expect(await acted(plan('  议题 [[P1.征地]]、P1.拆迁\n'), '从议题中删去', ZH)).toBe(plan('  议题 P1.拆迁\n'));
    expect(await acted(plan('  议题 P1.拆迁、[[P1.征地]]\n'), '从议题中删去', ZH)).toBe(plan('  议题 P1.拆迁\n'));
    expect(await acted(plan('  议题 [[P1.征地]]\n'), '从议题中删去', ZH)).toBe(plan(''));
  });
});

describe('nothing is made up', () => {
  test('where the editor knows no places to fill in', async () => {
    const { editor, actions } = await ask('project P[[1]] {\n  stage ready\n}\n', EN);
    await editor.stop();
    expect(actions.map(({ title }) => title).filter((title) => title.startsWith('Add'))).toEqual([]);
  });
});
