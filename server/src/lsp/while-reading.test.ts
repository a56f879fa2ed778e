/** What an editor is told of an open document while the other files of a large plan are still being read. */

import { afterEach, expect, test } from 'vitest';
import type { CompletionList, DocumentDiagnosticReport, Hover } from 'vscode-languageserver';
import { Editor, until } from './testing/test-editor.js';

const editors: Editor[] = [];
afterEach(async () => {
  await Promise.all(editors.splice(0).map((editor) => editor.stop()));
});

const OPEN = 'project P1 "School" {\n  owner Li\n  leader Wang\n  milestone roof due 2026-06-0\n}\n';
const PEOPLE = 'portfolio City { status-date 2026-05-01 }\nperson Li { title "Head" }\n';

/** An editor with `a.plan` open; the other file is read when `release` is called. */
async function reading(capabilities = {}): Promise<{ readonly editor: Editor; readonly release: () => void }> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const editor = await Editor.start({
    files: { 'a.plan': OPEN, 'people.plan': PEOPLE },
    lang: 'en',
    capabilities,
    hold: (uri) => (uri.endsWith('people.plan') ? held : Promise.resolve()),
  });
  editors.push(editor);
  editor.open('a.plan', OPEN);
  return { editor, release };
}

test('mistakes in the text of the open document are told at once, what other files have a say in when they are read', async () => {
  const { editor, release } = await reading();
  const codes = (): readonly unknown[] => (editor.diagnostics.get(editor.uri('a.plan')) ?? []).map(({ code }) => code);
  await until(() => codes().includes('value/date'));
  // Not that nobody is called Li or Wang.
  expect(codes()).toEqual(['value/date']);
  release();
  await editor.loaded();
  await until(() => codes().includes('name/unknown'));
  expect(codes().filter((code) => code === 'name/unknown')).toHaveLength(1);
});

test('the same to an editor that asks', async () => {
  const { editor, release } = await reading({
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true } },
  });
  const pull = (): Promise<Extract<DocumentDiagnosticReport, { kind: 'full' }>> =>
    editor.request('textDocument/diagnostic', { textDocument: { uri: editor.uri('a.plan') } });
  expect((await pull()).items.map(({ code }) => code)).toEqual(['value/date']);
  release();
  await editor.loaded();
  expect((await pull()).items.map(({ code }) => code)).toContain('name/unknown');
});

test('a keyword is explained, a name is not yet; names that are not known yet are asked for again', async () => {
  const { editor, release } = await reading();
  const at = (line: number, character: number) => ({
    textDocument: { uri: editor.uri('a.plan') },
    position: { line, character },
  });
  const hover = async (line: number, character: number): Promise<string> =>
    JSON.stringify((await editor.request<Hover | null>('textDocument/hover', at(line, character)))?.contents ?? '');
  expect(await hover(1, 3)).toContain('责任人');
  expect(await hover(1, 8)).toContain('still being read');
  expect(await hover(0, 8)).toContain('still being read');
  const list = await editor.request<CompletionList>('textDocument/completion', at(1, 8));
  expect(list.isIncomplete).toBe(true);
  release();
  await editor.loaded();
  expect(await hover(1, 8)).toContain('Head');
  const whole = await editor.request<CompletionList>('textDocument/completion', at(1, 8));
  expect(whole.isIncomplete).toBe(false);
  expect(whole.items.map(({ label }) => label)).toContain('Li');
});
