/** Clients that can do less, or say what they want in another way. */
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import type { CompletionList, DocumentSymbol, Hover, SymbolInformation } from 'vscode-languageserver';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { lifecycle } from './lifecycle.js';
import { createServer } from './server.js';
import { MemoryFiles } from './testing/memory-files.js';
import { Editor, type EditorOptions, FOLDER, until } from './testing/test-editor.js';

let running: Editor[] = [];
afterEach(async () => {
  await Promise.all(running.map((editor) => editor.stop()));
  running = [];
});

async function start(options: EditorOptions = {}): Promise<Editor> {
  const editor = await Editor.start(options);
  running.push(editor);
  return editor;
}

const PLAN = '项目 甲 "新桥_大道" {\n  责任领导 李四\n  节\n}\n人员 李四\n项目库 L { 预期 }\n';

describe('a client that has declared nothing', () => {
  const bare: EditorOptions = { onlyCapabilities: {}, lang: 'zh' };

  test('gets no snippets: what they would write goes into the plan as it stands', async () => {
    const editor = await start(bare);
    const uri = editor.open('a.plan', PLAN);
    for (const offset of [PLAN.indexOf('节') + 1, PLAN.indexOf('预期 ') + 3]) {
      const { items } = await editor.at<CompletionList>('textDocument/completion', uri, offset);
      expect(items.length).toBeGreaterThan(3);
      for (const { insertTextFormat, textEdit, documentation } of items) {
        expect(insertTextFormat).not.toBe(2);
        expect(textEdit?.newText).not.toMatch(/\$/);
        expect(documentation).not.toMatchObject({ kind: 'markdown' });
      }
    }
  });

  test('gets hovers as plain text, without signs of markup', async () => {
    const editor = await start(bare);
    const uri = editor.open('a.plan', PLAN);
    const { contents } = await editor.at<Hover>('textDocument/hover', uri, PLAN.indexOf('甲'));
    expect(contents).toMatchObject({ kind: 'plaintext', value: expect.stringContaining('甲 新桥_大道') });
    const keyword = await editor.at<Hover>('textDocument/hover', uri, PLAN.indexOf('责任领导'));
    expect(JSON.stringify(keyword.contents)).not.toMatch(/```|\*\*/);
  });

  test('gets the outline as one list, of kinds that it knows', async () => {
    const editor = await start(bare);
    const text = 'project P {\n  milestone M\n  issue I "x"\n}\nmeeting W { date 2026-01-01 }\n';
    const uri = editor.open('a.plan', text);
    const found = await editor.request<SymbolInformation[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(found.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['P', undefined],
      ['M', 'P'],
      ['I', 'P'],
      ['W', undefined],
    ]);
    for (const { kind, location } of found) {
      expect(kind).toBeLessThanOrEqual(18);
      expect(location.uri).toBe(uri);
    }
  });

  test('is announced nothing that it would have to know', async () => {
    const { renameProvider, codeActionProvider } = (await start(bare)).initialized.capabilities;
    expect(renameProvider).toBe(true);
    expect(codeActionProvider).not.toHaveProperty('resolveProvider');
  });

  test('gets diagnostics without versions, tags, related places and data; and no actions that it could not read', async () => {
    const editor = await start({ ...bare, files: { 'b.plan': '人员 李四\n' } });
    const uri = editor.open('a.plan', PLAN);
    const found = await until(() => editor.diagnostics.get(uri));
    for (const diagnostic of found) {
      expect(Object.keys(diagnostic).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
    }
    const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };
    const asked = { textDocument: { uri }, range, context: { diagnostics: [] } };
    expect(await editor.request('textDocument/codeAction', asked)).toBeNull();
  });
});

test('a client that asks about a proposal when it shows it gets long lists short', async () => {
  const resolveSupport = { properties: ['documentation'] };
  const editor = await start({
    capabilities: { textDocument: { completion: { completionItem: { resolveSupport } } } },
  });
  const uri = editor.open('a.plan', PLAN);
  const { items } = await editor.at<CompletionList>('textDocument/completion', uri, PLAN.indexOf('节') + 1);
  expect(items.filter(({ documentation }) => documentation !== undefined)).toEqual([]);
  const due = items.find(({ label }) => label === '节点');
  expect(await editor.request('completionItem/resolve', due)).toMatchObject({
    label: '节点',
    documentation: { value: expect.stringContaining('milestone') },
  });
});

test('a client that pulls but cannot be told to pull again has diagnostics pushed', async () => {
  const editor = await start({
    files: { 'b.plan': 'project P { leader A }\n' },
    capabilities: { textDocument: { diagnostic: {} } },
  });
  expect(editor.initialized.capabilities.diagnosticProvider).toBeUndefined();
  const uri = editor.open('a.plan', 'person A\n');
  await editor.loaded();
  editor.change(uri, '// gone\n');
  await until(() => editor.codes('b.plan').includes('name/unknown'));
});

describe('settings', () => {
  const plan = 'project P { leader X }\n';
  const message = (editor: Editor): string =>
    String(editor.diagnostics.get(editor.uri('a.plan'))?.find(({ code }) => code === 'name/unknown')?.message ?? '');

  test('come with initializationOptions', async () => {
    const editor = await start({ options: { lang: undefined, language: 'zh' }, locale: 'en' });
    editor.open('a.plan', plan);
    await until(() => message(editor).includes('没有'));
  });

  test.each([
    ['all of them', { planwright: { language: 'zh' } }],
    ['the section alone', { language: 'zh' }],
  ])('are pushed: %s', async (_, settings) => {
    const editor = await start();
    editor.open('a.plan', plan);
    await until(() => message(editor).startsWith('There is no'));
    await editor.client.sendNotification('workspace/didChangeConfiguration', { settings });
    await until(() => message(editor).includes('没有'));
  });

  test('are asked for', async () => {
    const editor = await start({ capabilities: { workspace: { configuration: true } }, settings: { language: 'zh' } });
    editor.open('a.plan', plan);
    await until(() => message(editor).includes('没有'));
  });

  test('of a plan do not mix languages in one window: the editor has one, and the plan decides only where it says none', async () => {
    const files = { 'planwright.json': '{ "language": "zh" }', 'a.plan': plan };
    const english = await start({ files, locale: 'en-GB', options: { lang: undefined } });
    await until(() => message(english).startsWith('There is no'));
    const silent = await start({ files, options: { lang: undefined } });
    await until(() => message(silent).includes('没有'));
  });
});

test('what acts on an editor or a terminal is shown, not sent', async () => {
  const editor = await start();
  const text = 'project `P\u202e1` "a\u001b[31mb" {\n  milestone `M\u200b` "\u2066x"\n  leader `X\u202e`\n}\n';
  const uri = editor.open('a.plan', text);
  const textDocument = { uri };
  const found = await until(() => editor.diagnostics.get(uri));
  const outline = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
  const names = await editor.request('workspace/symbol', { query: '' });
  const calls = await editor.at('textDocument/prepareCallHierarchy', uri, text.indexOf('M'));
  const messages = found.map(({ message }) => message);
  expect(messages.join()).toContain('\\u{202E}');
  for (const shown of [messages, outline, names, { ...(calls as object[])[0], data: undefined }]) {
    expect(JSON.stringify(shown)).not.toMatch(/[\u200b\u202e\u2066]|\\u001b/);
  }
});

describe('the life of a server', () => {
  test('begins with initialize and ends with shutdown: what comes before or after is refused as the protocol says', async () => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), lifecycle());
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const files = new MemoryFiles(FOLDER, {});
    createServer(server, {
      files: () => files,
      now: () => new Date('2026-03-31T12:00:00'),
      dayCheck: 60_000,
      version: 'test',
    });
    server.listen();
    client.listen();
    const hover = { textDocument: { uri: 'untitled:a' }, position: { line: 0, character: 0 } };
    await expect(client.sendRequest('textDocument/hover', hover)).rejects.toMatchObject({ code: -32002 });
    await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await client.sendNotification('initialized', {});
    const again = client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await expect(again).rejects.toMatchObject({ code: -32600 });
    expect(await client.sendRequest('textDocument/hover', hover)).toBeNull();
    await client.sendRequest('shutdown');
    await expect(client.sendRequest('textDocument/hover', hover)).rejects.toMatchObject({ code: -32600 });
    client.dispose();
    server.dispose();
  });
});
