/** Whatever comes in is answered: odd texts, wrong requests, files that cannot be read, clients that change their mind. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Editor, until } from './testing/test-editor.js';

vi.setConfig({ testTimeout: 60_000 });

let editor: Editor | undefined;
afterEach(() => editor?.stop());

const PLACE_REQUESTS = [
  'textDocument/completion',
  'textDocument/hover',
  'textDocument/definition',
  'textDocument/implementation',
  'textDocument/documentHighlight',
  'textDocument/prepareRename',
  'textDocument/prepareCallHierarchy',
];
const DOCUMENT_REQUESTS = [
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/semanticTokens/full',
  'textDocument/documentLink',
  'textDocument/codeLens',
];
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

/** Everything that can be asked of a document, at a few places. */
async function askEverything(on: Editor, uri: string): Promise<void> {
  const textDocument = { uri };
  const options = { tabSize: 2, insertSpaces: true };
  for (const method of DOCUMENT_REQUESTS) await on.request(method, { textDocument });
  await on.request('textDocument/formatting', { textDocument, options });
  await on.request('textDocument/inlayHint', { textDocument, range: WHOLE });
  await on.request('textDocument/codeAction', { textDocument, range: WHOLE, context: { diagnostics: [] } });
  for (const position of [
    { line: 0, character: 0 },
    { line: 1, character: 7 },
    { line: 1e6, character: 1e6 },
  ]) {
    for (const method of PLACE_REQUESTS) await on.request(method, { textDocument, position });
    await on.request('textDocument/references', { textDocument, position, context: { includeDeclaration: true } });
    await on.request('textDocument/selectionRange', { textDocument, positions: [position] });
    await on.request('textDocument/onTypeFormatting', { textDocument, position, ch: '}', options });
  }
}

const TEXTS: Readonly<Record<string, string>> = {
  nothing: '',
  'a byte order mark': '\uFEFF',
  'CRLF and a byte order mark': '\uFEFF项目 P1 {\r\n  节点 M 期限 2026-03-31\r\n}\r\n',
  'NUL and control characters': 'project P\u0000 {\u0007\n  leader \u001b[31mA\n}\n',
  'lone surrogates': '项目 \uD800 "\uDC00" {\n  责任人 \uD83D\n}\n',
  emoji: 'project `🏗️ 1` "🏗️" {\n  note "👷‍♀️"\n}\n',
  'braces only': '{{{{}}}}}}}{{{(((',
  'conflict markers': '<<<<<<< a\nproject P1\n=======\nproject P2\n>>>>>>> b\n',
  'unclosed everything': 'project P "a\n /* """ `x',
  'prototype names': 'person __proto__\nperson constructor\nproject toString { leader __proto__  owner constructor }\n',
  'a line of 2 MB': `project P { note "${'x'.repeat(2_000_000)}" }\n`,
  'deep nesting': `project P {${' task t {'.repeat(3000)}`,
};

describe('odd texts', () => {
  test.each(Object.entries(TEXTS))('%s', async (_, text) => {
    editor = await Editor.start();
    const uri = editor.open('a.plan', text);
    await askEverything(editor, uri);
    editor.change(uri, `${text} x`);
    await askEverything(editor, uri);
    expect(editor.logged).toEqual([]);
  });

  test('in folders that do not exist and under schemes that nobody knows', async () => {
    editor = await Editor.start();
    for (const uri of [
      'untitled:Untitled-1',
      'vscode-vfs://github/a/b/c.plan',
      'file:///nowhere/at/all/x.plan',
      'git:/x/y.plan?ref',
      'x:',
    ]) {
      editor.open(uri, '项目 P1 { 责任人 李四 }\n');
      await askEverything(editor, uri);
      await until(() => editor?.diagnostics.get(uri)?.some(({ code }) => code === 'name/unknown'));
    }
    expect(editor.logged).toEqual([]);
  });
});

describe('wrong requests', () => {
  test('fail alone: the next one works', async () => {
    editor = await Editor.start();
    const uri = editor.open('a.plan', 'person A\n');
    await expect(editor.request('textDocument/hover', { nothing: true })).resolves.toBeNull();
    expect(editor.logged.length).toBeGreaterThan(0);
    await expect(editor.request('planwright/preview/open', { session: 1 })).rejects.toThrow('not its parameters');
    await expect(
      editor.request('planwright/summary', { kind: 'changes', format: 'odt', lang: 'en', uri }),
    ).rejects.toThrow();
    const found = await editor.request<unknown[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(found).toHaveLength(1);
  });

  test('about documents that nobody opened are answered with nothing', async () => {
    editor = await Editor.start();
    await askEverything(editor, 'file:///plans/unknown.plan');
    expect(editor.logged).toEqual([]);
  });

  test('that are cancelled are answered as such', async () => {
    editor = await Editor.start({
      files: { 'a.plan': 'person A\n' },
      capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
    });
    const first = await editor.request<{ items: { uri: string; resultId: string }[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const known = first.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    const held = editor.client.sendRequest('workspace/diagnostic', { previousResultIds: known }, source.token);
    source.cancel();
    await expect(held).rejects.toThrow('cancelled');
  });
});

describe('files that cannot be read', () => {
  test('are logged, and the others count', async () => {
    editor = await Editor.start({ files: { 'b.plan': 'person B\n' } });
    editor.files.readText = async (uri) => {
      if (uri.endsWith('bad.plan')) throw new Error('no such luck');
      return 'person B\n';
    };
    editor.watched('bad.plan', 1);
    await until(() => editor?.logged.some((message) => message.includes('no such luck')));
    editor.open('a.plan', 'project P { owner B }\n');
    await until(() => editor?.diagnostics.has('file:///plans/a.plan'));
    expect(editor.codes('a.plan')).not.toContain('name/unknown');
  });
});

describe('any order of edits', () => {
  test('ends in the diagnostics of a fresh start', async () => {
    const texts = [
      'person A\nproject P1 { leader A }\n',
      'project P1 { leader A }\n',
      'person A\n',
      '',
      'project P1 {\n',
      'person A person A\n',
    ];
    editor = await Editor.start({ files: { 'b.plan': 'project P2 { owner A  milestone M { after P1.N } }\n' } });
    const uri = editor.open('a.plan', '');
    for (let index = 0; index < 30; index++) editor.change(uri, texts[(index * 7) % texts.length] ?? '');
    const last = texts[(29 * 7) % texts.length] ?? '';
    await until(async () => (await settled(editor)) === (await fresh(last)));
  });
});

async function settled(on: Editor | undefined): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  return JSON.stringify(['a.plan', 'b.plan'].map((path) => on?.codes(path)));
}

async function fresh(text: string): Promise<string> {
  const other = await Editor.start({
    files: { 'a.plan': text, 'b.plan': 'project P2 { owner A  milestone M { after P1.N } }\n' },
  });
  const found = await settled(other);
  await other.stop();
  return found;
}
