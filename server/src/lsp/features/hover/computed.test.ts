/** What hover says of computed figures. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver';
import { Editor, type EditorOptions } from '../../testing/test-editor.js';

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.stop();
  expect(editor?.logged).toEqual([]);
});

async function hover(source: string, options: EditorOptions = {}): Promise<string> {
  const opened = await Editor.with(source, options);
  editor = opened.editor;
  const found = await editor.at<Hover | null>('textDocument/hover', opened.uri, opened.at.cursor);
  const contents = found?.contents;
  return contents !== undefined && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

describe('the card of an item', () => {
  const plan = `项目 P1 "大道" {
  任务 招标 { 工期 28天 }
  任务 征<|>地 "征地拆迁" { 前置 招标 FS +7天  工期 10天 }
  节点 开工 { 前置 征地 期限 2026-06-30 责任人 李四 }
  节点 别的 { 前置 征地、招标 }
}
项目 P2 "桥梁" {
  任务 备料 { 前置 P1.征地 工期 5天 }
  任务 晚 { 前置 P1.征地 计划开始 2026-12-01 工期 5天 }
}
人员 李四
`;

  test('tells what the forecast is made of, link by link with its share in days', async () => {
    expect(await hover(plan, { lang: 'zh' })).toContain(
      '关键链条：\n- “征地拆迁”：间隔7天后，10天\n- “招标”：尚未开始，从2026年3月31日算起，28天',
    );
  });

  test('tells whom it holds up, across projects, and leaves out who waits for something else', async () => {
    const text = await hover(plan, { lang: 'zh' });
    expect(text).toContain(
      '影响：\n- 开工（预计2026-05-14、李四）\n- 别的（预计2026-05-14）\n- 桥梁 备料（预计2026-05-19）',
    );
    expect(text).not.toContain('晚（');
  });

  test('of what waits for nothing has no chain', async () => {
    expect(await hover('project P1 {\n  task Te<|>nder { duration 28d }\n}\n')).not.toContain('made of');
  });

  test('lets no markup out of names', async () => {
    const text = await hover(
      'project P1 {\n  task A "![x](y)" { duration 3d }\n  task <|>B { after A duration 1d }\n}\n',
    );
    expect(text).toContain('"!\\[x\\](y)": 3 days');
  });
});

describe('the card of a project', () => {
  test('gives the reasons of its light with the figures that the policy looks at', async () => {
    const text = await hover(
      `规则 亮灯 {
  亮灯 投资 { 红 当 投资滞后 > 50%  黄 当 投资滞后 > 0% }
  亮灯 节点 { 红 当 最大逾期天数 > 10天 }
}
项目 P<|>1 {
  阶段 在建
  投资 { 年度 2026 4亿元 { 一季度 1亿元  二季度 1亿元  三季度 1亿元  四季度 1亿元 } }
  进展 2026-03-30 { 完成投资 2500万元 }
  节点 开工 期限 2026-03-01
}
`,
      { lang: 'zh', today: '2026-04-01' },
    );
    expect(text).toContain('亮灯：◆ 红 · 投资（投资滞后75.3%）、节点（最大逾期天数31天）');
  });
});

describe('the card of a person and of an organisation', () => {
  const plan = (who: string, unit: string): string => `policy R { max-load 1 }
person ${who}
org ${unit}
project P1 { stage construction  leader Li  unit Bureau  milestone A due 2026-03-01 }
project P2 { stage construction  leader Li  unit Bureau  issue I "x" }
project P3 { stage reserve  leader Li  owner Li }
`;

  test('has the load against what the policy allows, lights, and what is overdue', async () => {
    const text = await hover(plan('L<|>i', 'Bureau'));
    expect(text).toContain('Leads: 3 (2 active, 1 over the limit of 1)');
    expect(text).toContain('Owns: 1 (0 active)');
    expect(text).toContain('Overdue deadlines: 1');
    expect(text).toContain('Open issues: 1');
    expect(text).toContain('Lights: ▲ Yellow 1, ○ Grey 2');
  });

  test('of an organisation has the projects that it answers for', async () => {
    expect(await hover(plan('Li', 'Bur<|>eau'))).toContain('Answers for: 2 (2 active)');
  });
});
