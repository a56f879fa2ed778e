/** Actions that mend a whole file, and actions that are made when they are chosen. */
import { describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { acted, applied, ask, titles } from './apply-action.fixture.js';

test('source.fixAll mends what has one obvious fix, and leaves the rest', async () => {
  const plan = 'person Ann\nproject P {\n  leadr Ann\n  unit Nobody\n}\nproject Q {\n  leadr Ann\n}\n';
  const fixed = await acted(plan, /./, { only: 'source.fixAll' });
  expect(fixed).toBe(plan.replaceAll('leadr', 'leader'));
  expect(await titles('person Ann\n', { only: 'source.fixAll' })).toEqual([]);
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
});
