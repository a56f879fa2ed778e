/** The server as it is shipped: a process of its own, and a script in a Web Worker. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic, Hover, PublishDiagnosticsParams } from 'vscode-languageserver';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { gb18030 } from '../../../test/encodings.js';
import { until } from './testing/test-editor.js';

const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'planwright-')));
const script = join(folder, 'server.cjs');
let worker = '';

beforeAll(async () => {
  const common = { bundle: true, logLevel: 'error', define: { PLANWRIGHT_VERSION: '"1.2.3"' } } as const;
  await esbuild.build({
    ...common,
    entryPoints: [join(__dirname, 'main.node.ts')],
    outfile: script,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    define: { ...common.define, 'import.meta.url': '__ownAddress' },
    banner: { js: `const __ownAddress = require('node:url').pathToFileURL(__filename).href;` },
  });
  const { outputFiles } = await esbuild.build({
    ...common,
    entryPoints: [join(__dirname, 'main.browser.ts')],
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
  });
  worker = outputFiles[0]?.text ?? '';
  writeFileSync(join(folder, 'planwright.json'), '{}');
  writeFileSync(join(folder, '人员.plan'), '人员 李四\n');
  writeFileSync(join(folder, 'a.plan'), '项目 P1 {\n  责任人 李四\n  责任领导 王五\n}\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the process', () => {
  const children: ChildProcess[] = [];
  afterAll(() => {
    for (const child of children) child.kill();
  });

  function start(args: readonly string[]): { child: ChildProcess; client: ProtocolConnection } {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(child);
    if (child.stdin === null || child.stdout === null) throw new Error('no streams');
    const client = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    client.listen();
    return { child, client };
  }

  test('answers over standard streams, with the files of the folder', async () => {
    const { child, client } = start(['--stdio']);
    const found = new Map<string, Diagnostic[]>();
    client.onNotification('textDocument/publishDiagnostics', (params: { uri: string; diagnostics: Diagnostic[] }) => {
      found.set(fileURLToPath(params.uri), params.diagnostics);
    });
    const rootUri = pathToFileURL(folder).toString();
    const initialized = await client.sendRequest<{ serverInfo: unknown }>('initialize', {
      processId: process.pid,
      rootUri,
      capabilities: {},
      locale: 'zh-cn',
    });
    expect(initialized.serverInfo).toEqual({ name: 'planwright', version: '1.2.3' });
    await client.sendNotification('initialized', {});
    const messages = await until(
      () => found.get(join(folder, 'a.plan'))?.map(({ message }) => String(message)),
      20_000,
    );
    expect(messages.join()).toContain('王五');
    expect(messages.join()).not.toContain('李四');
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  });

  test('judges as of the day and speaks the language that it was started with', async () => {
    const { child, client } = start(['lsp', '--stdio', '--as-of', '2030-01-01', '--lang=zh', '--clientProcessId=1']);
    const found = new Map<string, Diagnostic[]>();
    client.onNotification('textDocument/publishDiagnostics', (params: { uri: string; diagnostics: Diagnostic[] }) => {
      found.set(params.uri, params.diagnostics);
    });
    await client.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {}, locale: 'en' });
    await client.sendNotification('initialized', {});
    const uri = 'untitled:a';
    const text = 'project P { milestone M due 2029-01-02 }\n';
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'plan', version: 1, text },
    });
    const overdue = await until(() => found.get(uri)?.find(({ code }) => code === 'deadline/overdue'));
    expect(overdue.message).toContain('已逾期');
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  });

  test('goes when the process that started it is gone', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.once('exit', resolve));
    const { child, client } = start(['--stdio']);
    const exited = new Promise((resolve) => child.once('exit', resolve));
    await client.sendRequest('initialize', { processId: gone.pid, rootUri: null, capabilities: {} });
    expect(await exited).toBe(1);
  });

  test('refuses links that lead out of the folder, and says so, until a person wants them followed', async () => {
    const [inside, outside] = [join(folder, 'linked'), join(folder, 'outside')];
    for (const each of [inside, outside]) mkdirSync(each);
    writeFileSync(join(inside, 'planwright.json'), '{}');
    writeFileSync(join(outside, 'b.plan'), 'person Ann\n');
    writeFileSync(join(outside, 'proof.pdf'), '');
    symlinkSync(outside, join(inside, 'link'), 'junction');
    const plan = 'project P {\n  leader Ann\n  scheme "link/proof.pdf"\n  note "../outside/proof.pdf"\n}\n';
    writeFileSync(join(inside, 'a.plan'), plan);
    const { child, client } = start(['--stdio']);
    const [told, found] = [[] as string[], new Map<string, readonly Diagnostic[]>()];
    client.onNotification('window/showMessage', ({ message }: { message: string }) => void told.push(message));
    client.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      found.set(fileURLToPath(uri), diagnostics);
    });
    const rootUri = pathToFileURL(inside).toString();
    await client.sendRequest('initialize', { processId: process.pid, rootUri, capabilities: {}, locale: 'en' });
    await client.sendNotification('initialized', {});
    const codes = () => found.get(join(inside, 'a.plan'))?.map(({ code }) => code) ?? [];
    await until(() => told.some((message) => message.startsWith("'link' is a link that leads out of the plan root")));
    await until(() => codes().includes('name/unknown') && codes().includes('file/missing'));
    const textDocument = { uri: pathToFileURL(join(inside, 'a.plan')).toString() };
    expect(await client.sendRequest('textDocument/documentLink', { textDocument })).toEqual([]);
    await client.sendNotification('workspace/didChangeConfiguration', {
      settings: { planwright: { followLinks: true } },
    });
    await until(() => !codes().includes('name/unknown') && !codes().includes('file/missing'));
    expect(await client.sendRequest('textDocument/documentLink', { textDocument })).toHaveLength(1);
    expect(told).toHaveLength(1);
    child.kill();
  });

  test.each(['pipe', 'socket'])('answers over a %s, and goes when that is closed', async (kind) => {
    const listening = createServer();
    const pipe = process.platform === 'win32' ? `\\\\.\\pipe\\${basename(folder)}` : join(folder, 'pipe');
    await new Promise<void>((resolve) =>
      listening.listen(kind === 'pipe' ? pipe : { port: 0, host: '127.0.0.1' }, resolve),
    );
    const address = listening.address();
    const at = typeof address === 'object' && address !== null ? address.port : pipe;
    const connected = new Promise<Socket>((resolve) => listening.once('connection', resolve));
    const { child } = start([`--${kind}=${at}`]);
    const exited = new Promise((resolve) => child.once('exit', resolve));
    const socket = await connected;
    const client = createProtocolConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket));
    client.listen();
    expect(await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })).toMatchObject({
      serverInfo: { name: 'planwright' },
    });
    socket.destroy();
    expect(await exited).toBe(1);
    listening.close();
  });
});

describe('the worker', () => {
  test('answers by messages, and asks the editor for files', async () => {
    type Message = { id?: number; method?: string; params?: unknown; result?: unknown };
    const received: Message[] = [];
    const self: {
      onmessage?: (event: { data: unknown }) => void;
      postMessage: (message: unknown) => void;
      addEventListener: () => void;
    } = {
      addEventListener: () => undefined,
      postMessage: (message) => received.push(structuredClone(message) as Message),
    };
    const context = vm.createContext({
      self,
      console,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      queueMicrotask,
      TextDecoder,
      TextEncoder,
      atob,
      URL,
      performance,
    });
    vm.runInContext(worker, context);
    const send = (message: object): void => self.onmessage?.({ data: { jsonrpc: '2.0', ...message } });
    const answer = (id: number): Promise<Message> =>
      until(() => received.find((each) => each.id === id && 'result' in each));

    send({
      id: 1,
      method: 'initialize',
      params: {
        processId: null,
        rootUri: null,
        workspaceFolders: [{ uri: 'vscode-vfs://github/city/plans', name: 'plans' }],
        capabilities: {},
        initializationOptions: { filesThroughClient: true, lang: 'zh' },
      },
    });
    await answer(1);
    send({ method: 'initialized', params: {} });
    const uri = 'vscode-vfs://github/city/plans/a.plan';
    const people = 'vscode-vfs://github/city/plans/人员.plan';
    const foreign = 'vscode-vfs://github/city/plans/gb.plan';
    const kept: Message[] = [];
    const answering = setInterval(() => {
      for (const each of received.splice(0)) {
        if (each.method === 'planwright/files/find')
          send({ id: each.id ?? 0, result: { uris: [uri, people, foreign] } });
        else if (each.method === 'planwright/files/read' && JSON.stringify(each.params).includes('gb.plan')) {
          const bytes = gb18030('项目 P2\n');
          const base64 = Buffer.from(bytes).toString('base64');
          send({ id: each.id ?? 0, result: { text: new TextDecoder().decode(bytes), base64 } });
        } else if (each.method === 'planwright/files/read') {
          const text = JSON.stringify(each.params).includes('a.plan')
            ? '项目 P1 { 责任人 李四 }\n'
            : '人员 李四 { 职务 "局长" }\n';
          send({ id: each.id ?? 0, result: { text } });
        } else kept.push(each);
      }
    }, 5);
    try {
      const text = '项目 P1 { 责任人 李四 }\n';
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'plan', version: 1, text } } });
      const told = await until(() => kept.find(({ params }) => JSON.stringify(params ?? '').includes('file/encoding')));
      expect(told.params).toMatchObject({ uri: foreign, diagnostics: [{ code: 'file/encoding' }] });
      send({
        id: 2,
        method: 'textDocument/hover',
        params: { textDocument: { uri }, position: { line: 0, character: 14 } },
      });
      const hover = await until(() => kept.find((each) => each.id === 2));
      expect((hover.result as Hover).contents).toMatchObject({ value: expect.stringContaining('局长') });
    } finally {
      clearInterval(answering);
      send({ id: 3, method: 'shutdown' });
    }
  });
});
