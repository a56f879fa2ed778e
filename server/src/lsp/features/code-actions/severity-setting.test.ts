/** How a rule is told, changed from where it is told: in the settings of the plan root. */
import { describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { edited } from '../../testing/marked-text.js';
import { Editor, until } from '../../testing/test-editor.js';
import { applied } from './apply-action.fixture.js';

const PLAN = '人员 李四\n';
const CLIENT = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } } };

async function offered(
  settings: string | undefined,
  plan = PLAN,
  capabilities: object = CLIENT,
  expected = 'name/unused',
) {
  const files = { 'a.plan': plan, ...(settings === undefined ? {} : { 'planwright.json': settings }) };
  const editor = await Editor.start({ files, lang: 'zh', capabilities });
  const uri = editor.open('a.plan', plan);
  const range = { start: editor.position(uri, 3), end: editor.position(uri, 5) };
  const ask = () =>
    editor.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only: ['quickfix'] },
    });
  // That nobody refers to a name is known once the whole plan was looked at.
  const actions = await until(async () => {
    const found = await ask();
    return found.some(({ title }) => title.includes(expected)) && found;
  });
  return { editor, actions: actions.filter(({ title }) => title.includes('planwright.json')) };
}

async function settingsAfter(settings: string, title: string): Promise<string | undefined> {
  const { editor, actions } = await offered(settings);
  const action = actions.find((each) => each.title === title);
  const text = action && applied(action, editor).get('planwright.json');
  await editor.stop();
  return text;
}

const OFF = '在本计划中不再报告 name/unused（planwright.json）';

describe('the severity of a rule', () => {
  test('is set where the settings have their other rules, and comments stay', async () => {
    const settings =
      '{\n    // 本项目库的约定\n    "language": "zh",\n    "rules": {\n        "deadline/none": "off" // 暂缓\n    }\n}\n';
    const text = await settingsAfter(settings, OFF);
    expect(text).toContain('// 本项目库的约定');
    expect(text).toContain('"deadline/none": "off"');
    expect(text).toContain('// 暂缓');
    expect(text).toContain('        "name/unused": "off"');
  });

  test('is set in settings that say nothing yet, be they empty', async () => {
    const wanted = '{\n  "rules": {\n    "name/unused": "off"\n  }\n}';
    expect((await settingsAfter('{}', OFF))?.trim()).toBe(wanted);
    expect((await settingsAfter('', OFF))?.trim()).toBe(wanted);
  });

  test('is set in settings that are nothing but a remark, which stays', async () => {
    const text = await settingsAfter('// 由项目办维护\n', OFF);
    expect(text).toContain('// 由项目办维护');
    expect(text).toContain('"name/unused": "off"');
  });

  test('is not offered where an override has the word, or where the settings cannot be read', async () => {
    const override = '{ "overrides": [{ "files": ["*.plan"], "rules": { "name/*": "info" } }] }';
    for (const settings of [override, '{ "rules": 3 }']) {
      const { editor, actions } = await offered(settings);
      expect(actions).toEqual([]);
      await editor.stop();
    }
  });

  test('makes the settings where there are none and the editor can make files', async () => {
    const { editor, actions } = await offered(undefined);
    const change = actions.find(({ title }) => title === OFF)?.edit?.documentChanges ?? [];
    expect(change[0]).toMatchObject({ kind: 'create', uri: editor.uri('planwright.json') });
    const [edit] = change[1] !== undefined && 'edits' in change[1] ? change[1].edits : [];
    expect(edit !== undefined && 'newText' in edit && JSON.parse(edited('', [edit]))).toEqual({
      rules: { 'name/unused': 'off' },
    });
    await editor.stop();
    const plain = await offered(undefined, PLAN, {});
    expect(plain.actions).toEqual([]);
    await plain.editor.stop();
  });
});
