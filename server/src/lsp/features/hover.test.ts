/** What hover says of names, keywords and values. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver';
import { Editor, type EditorOptions } from '../testing/test-editor.js';

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

describe('hover', () => {
  test('on a keyword says what it means, with an example in the vocabulary of the file and both spellings', async () => {
    const text = await hover('项目 P1 {\n  节点 M 期<|>限 2026-03-31\n}\n', { lang: 'zh' });
    expect(text).toContain('**due** · **期限**');
    expect(text).toContain('要负责的期限');
    expect(text).toContain('期限 2026年6月底');
  });

  test('on a keyword says what it means in its block and behind its member', async () => {
    expect(await hover('project P1 {\n  investment 5M {\n    y<|>ear 2026 5M\n  }\n}\n')).toContain(
      'The amount of one year',
    );
    expect(await hover('portfolio P {\n  ye<|>ar 2026\n}\n')).toContain('The plan year');
    expect(await hover('project P1 {\n  stage susp<|>ended\n}\n')).toContain('Work has stopped for now');
    expect(await hover('project P1 {\n  task A {\n    susp<|>ended 2026-07-01 ..\n  }\n}\n')).toContain(
      'Days on which no work is done',
    );
    expect(await hover('ca<|>lendar C {\n}\n')).toContain('Declares a working-day calendar');
  });

  test('on a name that is spelled like a keyword speaks of what has the name', async () => {
    const text = await hover('项目 P1 {\n  节点 竣<|>工 "竣工验收"\n}\n', { lang: 'zh' });
    expect(text).toContain('节点 **竣工** 竣工验收');
  });

  test('on a project shows its card', async () => {
    const text = await hover(
      `人员 李四 { 职务 "副市长" }
/** 全市一号工程。 */
项目 P<|>1 "新桥大道" {
  阶段 在建
  责任领导 李四
  投资 12亿元 { 年度 2026 3亿元 }
  进展 2026-03-30 { 完成投资 6000万元 }
  节点 封顶 期限 2026-04-10
}
`,
      { lang: 'zh', today: '2026-03-31' },
    );
    for (const said of [
      '新桥大道',
      '全市一号工程',
      '在建',
      '李四 副市长',
      '12亿元',
      '3亿元',
      '6000万元（20%）',
      '封顶',
      '余10天',
    ]) {
      expect(text).toContain(said);
    }
  });

  test('on an item shows its computed schedule and what drives it', async () => {
    const text = await hover(
      `project P1 "Bridge" {
  stage construction
  task survey "Survey" { started 2026-03-01  duration 60d }
  task piles { after survey  duration 10d }
  milestone done "Opening" due 2026-05-01 { after piles }
  milestone x { after do<|>ne }
}
`,
      { today: '2026-03-31' },
    );
    expect(text).toContain('milestone **done** Opening');
    expect(text).toContain('Forecast: 2026-06-08');
    expect(text).toContain('missed by 38 d');
    expect(text).toContain('Waits for: piles');
  });

  test('on an item told the forecast of what rests on something that is not known', async () => {
    const plan = `project P1 {
  stage construction
  task piles { after nothing  duration 10d }
  milestone do<|>ne due 2026-05-01 { after piles }
}
`;
    const [english, chinese] = [
      await hover(plan, { today: '2026-03-31' }),
      await hover(plan, { lang: 'zh', today: '2026-03-31' }),
    ];
    expect(english).toContain('Forecast: not known, as something that it rests on is not');
    expect(english).not.toMatch(/2026-0[34]|Waits for/);
    expect(chinese).toContain('预计：无法判断（所依据的内容不明）');
  });

  test('on a date tells the weekday, the days left and whether it is worked', async () => {
    const text = await hover('项目 P1 { 节点 M 期限 2026年5月<|>1日 }\n', { lang: 'zh', today: '2026-03-31' });
    expect(text).toContain('2026-05-01 周五');
    expect(text).toContain('还有31天');
    expect(text).toContain('非工作日：劳动节');
  });

  test('on money tells it in the other unit, on a duration until when it lasts', async () => {
    expect(await hover('项目 P1 { 投资 3.<|>5亿元 }\n', { lang: 'zh' })).toBe('3.5亿元 = CNY 350M');
    await editor?.stop();
    expect(await hover('project P1 { task T { duration 1<|>0d } }\n', { today: '2026-03-31' })).toBe(
      '10 days, from the status date until 2026-04-09',
    );
  });

  test('on people and organisations shows their card', async () => {
    const text = await hover(
      'org T "Transport" { contact "Pier House" }\nperson Li<|>Si { org T  title "Director" }\nproject P1 { stage construction  leader LiSi }\n',
    );
    expect(text).toContain('person **LiSi**');
    expect(text).toContain('Post: Director');
    expect(text).toContain('Organisation: Transport');
    expect(text).toContain('Leads: 1 (1 active)');
  });

  test('in a condition explains fields, functions and words', async () => {
    expect(await hover('view V { where day<|>s-late > 3d }\n')).toContain('**days-late** · **最大逾期天数**');
    await editor?.stop();
    expect(await hover('项目库 P { 核对 求<|>和(总投资) = 1亿元 }\n', { lang: 'zh' })).toContain('求和(字段)');
    await editor?.stop();
    expect(await hover('view V { where stage = constr<|>uction }\n')).toBe('**construction** · **在建**');
  });

  test('lets no markup out of a plan: no images, links, commands or HTML', async () => {
    const text = await hover(
      'project P<|>1 "![x](http://a/b.png) [y](command:z) <img src=q>" {\n  leader `[l](command:c)`\n}\nperson `[l](command:c)`\n',
    );
    expect(text).not.toMatch(/(?<!\\)\[/);
    expect(text).not.toMatch(/(?<!\\)</);
    expect(text).not.toMatch(/!(?<!\\)\[/);
  });
});
