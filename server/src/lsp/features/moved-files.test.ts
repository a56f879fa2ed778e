/** Schemes and evidence that move along with their files, and functions that say what they take. */
import { afterEach, describe, expect, test } from 'vitest';
import type { SignatureHelp, WorkspaceEdit } from 'vscode-languageserver';
import { edited } from '../testing/marked-text.js';
import { Editor } from '../testing/test-editor.js';

let running: Editor | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

/** The plan files after a move, by path. */
async function afterMove(
  files: Record<string, string>,
  moves: Record<string, string>,
): Promise<Record<string, string>> {
  const editor = await Editor.start({ files });
  running = editor;
  const renamed = Object.entries(moves).map(([before, after]) => ({
    oldUri: editor.uri(before),
    newUri: editor.uri(after),
  }));
  const edit = await editor.request<WorkspaceEdit | null>('workspace/willRenameFiles', { files: renamed });
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, edited(text, edit?.changes?.[editor.uri(path)] ?? [])]),
  );
}

describe('files that are moved', () => {
  const plan = (scheme: string, evidence: string): string =>
    `project P {\n  scheme "${scheme}"\n  milestone M { evidence "${evidence}" }\n}\n`;

  test('take the paths along by which plans name them', async () => {
    const files = {
      'p/a.plan': plan('方案/一.md', '../proof/m.pdf'),
      'b.plan': plan('p/方案/一.md', 'https://x.org/m'),
    };
    expect(await afterMove(files, { 'p/方案/一.md': 'p/方案/二 三.md' })).toEqual({
      'p/a.plan': plan('方案/二 三.md', '../proof/m.pdf'),
      'b.plan': plan('p/方案/二 三.md', 'https://x.org/m'),
    });
    expect((await afterMove(files, { proof: '2026.03/proof' }))['p/a.plan']).toBe(
      plan('方案/一.md', '../2026.03/proof/m.pdf'),
    );
  });

  test('keep what they name themselves', async () => {
    const files = { 'p/a.plan': plan('s.md', 'm.pdf') };
    expect((await afterMove(files, { 'p/a.plan': 'q/r/a.plan' }))['p/a.plan']).toBe(
      plan('../../p/s.md', '../../p/m.pdf'),
    );
    expect(await afterMove(files, { p: 'q' })).toEqual(files);
    expect(await afterMove(files, { 'other.md': 'another.md' })).toEqual(files);
  });

  test('change no plan that is not the one that was read', async () => {
    const editor = await Editor.start({ files: { 'a.plan': plan('s.md', 'm.pdf') } });
    running = editor;
    await editor.loaded();
    editor.files.texts.set('a.plan', `// another\n${plan('s.md', 'm.pdf')}`);
    const files = [{ oldUri: editor.uri('s.md'), newUri: editor.uri('t.md') }];
    const asked = editor.request('workspace/willRenameFiles', { files });
    await expect(asked).rejects.toMatchObject({ code: -32801 });
  });
});

describe('a function', () => {
  test('says what it takes, in either spelling, and what is being written', async () => {
    const help = async (source: string): Promise<SignatureHelp | null> => {
      const { editor, at, uri } = await Editor.with(source);
      try {
        return await editor.at('textDocument/signatureHelp', uri, at.cursor);
      } finally {
        await editor.stop();
      }
    };
    expect(await help('portfolio K { expect sum(<|>) = 1 }\n')).toMatchObject({
      signatures: [
        { label: 'sum(field)' },
        { label: 'sum(field, condition)', parameters: [{ label: [4, 9] }, { label: [11, 20] }] },
      ],
      activeSignature: 0,
      activeParameter: 0,
    });
    expect(await help('项目库 K { 预期 求和（总投资，<|>） = 1 }\n')).toMatchObject({
      activeSignature: 1,
      activeParameter: 1,
    });
    expect(await help('portfolio K { expect sum(total) <|>= 1 }\n')).toBeNull();
  });
});
