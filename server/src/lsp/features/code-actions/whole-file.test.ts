/** Actions that mend a whole file, and actions that are made when they are chosen. */
import { describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { until } from '../../testing/test-editor.js';
import { acted, applied, ask, titles } from './apply-action.fixture.js';

test('source.fixAll mends what has one obvious fix, and leaves the rest', async () => {
  const plan = 'person Ann\nproject P {\n  leadr Ann\n  unit Nobody\n}\nproject Q {\n  leadr Ann\n}\n';
  const fixed = await acted(plan, /./, { only: 'source.fixAll' });
  expect(fixed).toBe(plan.replaceAll('leadr', 'leader'));
  expect(await titles('person Ann\n', { only: 'source.fixAll' })).toEqual([]);
});

describe('names that nothing declares, after a plan was pasted', () => {
  const plan =
    '项目 P {\n  责任领导 李<|>四\n  责任单位 交通局\n  责任人 王五\n  类别 产业\n  配合单位 交通局、住建局\n}\n';

  test('are declared all at once, each where its kind is declared', async () => {
    const title = '声明本文件中全部5个尚未声明的名称（提取内联名称）';
    const { editor, actions } = await ask(plan, { lang: 'zh', files: { '人员.plan': '人员 赵六\n' } });
    const action = actions.find((each) => each.title === title);
    const texts = action === undefined ? new Map<string, string>() : applied(action, editor);
    expect(texts.get('人员.plan')).toBe('人员 赵六\n\n人员 李四\n人员 王五\n');
    expect(texts.get('a.plan')).toMatch(/\}\n\n单位 交通局\n类别 产业\n单位 住建局\n$/);
    await editor.stop();
  });

  test('are left out where one was probably mistyped, or may be of two kinds', async () => {
    const typo = 'person Osei\nproject P { leader Os<|>e owner Okafor }\nmeeting M { date 2026-01-01 attend X, Y }\n';
    expect((await titles(typo)).filter((each) => each.startsWith('Declare all'))).toEqual([]);
  });
});

describe('a client that says so gets the edits of an action when it is chosen', () => {
  const capabilities = {
    textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
  };
  const plan = 'person Ann\nproject P { leader <|>An }\n';

  test('and the same ones', async () => {
    const { editor, uri, actions } = await ask(plan, { capabilities });
    const chosen = actions.find(({ title }) => title === "Change to 'Ann'");
    expect(chosen?.edit).toBeUndefined();
    const made = await editor.request<CodeAction>('codeAction/resolve', chosen);
    expect(applied(made, editor).get('a.plan')).toBe('person Ann\nproject P { leader Ann }\n');
    editor.change(uri, '// another\n');
    await expect(editor.request('codeAction/resolve', chosen)).rejects.toMatchObject({ code: -32801 });
    await editor.stop();
  });

  test('or none, where another file that it would change is not the one that was read', async () => {
    const files = { 'people.plan': 'person Ann\nperson Bo\n' };
    const { editor, actions } = await ask('project P { leader <|>Chi }\n', { capabilities, files });
    const chosen = actions.find(({ title }) => title.startsWith("Declare the person 'Chi'"));
    editor.files.texts.set('people.plan', '// another\nperson Ann\nperson Bo\n');
    await expect(editor.request('codeAction/resolve', chosen)).rejects.toMatchObject({ code: -32801 });
    const made = await until(() => editor.request<CodeAction>('codeAction/resolve', chosen).catch(() => undefined));
    expect(applied(made, editor).get('people.plan')).toBe('// another\nperson Ann\nperson Bo\nperson Chi\n');
    await editor.stop();
  });
});
