/**
 * The language server as an editor meets it: start until all diagnostics are there, keystroke until the diagnostics of
 * the open file, completion, hover, and a keystroke with three previews open.
 */
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createServer } from '../../server/src/lsp/server.js';
import { MemoryFiles } from '../../server/src/lsp/testing/memory-files.js';
import { portfolio, SIZES, STATUS_DATE } from './portfolio.js';
import { costOf } from './sizes.js';

const FOLDER = 'file:///plans';
const KEYSTROKES = 60;

export async function main(): Promise<void> {
  const wanted = process.argv.slice(2).filter((word): word is keyof typeof SIZES => word in SIZES);
  for (const size of wanted.length === 0 ? (['S', 'M'] as const) : wanted) await measure(size);
}

async function measure(size: keyof typeof SIZES): Promise<void> {
  const files = portfolio(SIZES[size]);
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  createServer(server, {
    files: () => new MemoryFiles(FOLDER, Object.fromEntries(files.map(({ file, text }) => [file, text]))),
    now: () => new Date(`${STATUS_DATE}T12:00:00`),
    dayCheck: 60_000,
    version: 'bench',
  });
  server.listen();
  const waiting = new Map<string, (() => void)[]>();
  client.onNotification('textDocument/publishDiagnostics', ({ uri }: { uri: string }) => {
    const known = waiting.get(uri) ?? [];
    waiting.delete(uri);
    for (const resume of known) resume();
  });
  const published = (uri: string): Promise<void> =>
    new Promise((resolve) => waiting.set(uri, [...(waiting.get(uri) ?? []), resolve]));
  client.listen();

  const first = files[0];
  if (first === undefined) return;
  const uri = `${FOLDER}/${first.file}`;
  const began = performance.now();
  await client.sendRequest('initialize', { processId: null, rootUri: FOLDER, capabilities: {} });
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plan', version: 1, text: first.text },
  });
  await published(uri);
  // Everything is published in one go once all files are read.
  await client.sendRequest('workspace/symbol', { query: 'nothing has this name' });
  say(size, 'start → all diagnostics', [performance.now() - began]);

  const typing = new Typing(client, uri, first.text, published);
  // The first keystrokes of all are those of an engine that has compiled nothing yet.
  say(size, 'the first keystrokes', await typing.keystrokes());
  let times: readonly number[] = [];
  const alone = await costOf(async () => {
    times = await typing.keystrokes();
  });
  say(size, 'keystroke → diagnostics', times);
  say(size, 'completion', await typing.requests('textDocument/completion'));
  say(size, 'hover', await typing.requests('textDocument/hover'));
  for (const kind of ['booklet', 'gantt', 'dashboard']) {
    const opened = performance.now();
    await client.sendRequest('planwright/preview/open', { session: kind, kind, uri, lang: 'zh' });
    say(size, `preview ${kind}`, [performance.now() - opened]);
  }
  client.onNotification('planwright/preview/changed', ({ session, version }: { session: string; version: number }) => {
    void client.sendRequest('planwright/preview/patch', { session, since: version - 1 });
  });
  const accompanied = await costOf(async () => {
    times = await typing.keystrokes();
  });
  say(size, 'keystroke with three previews', times);
  const each = (all: number): string => (all / KEYSTROKES).toFixed(1);
  process.stdout.write(
    `${size}  processor time a keystroke        ${each(alone)} ms, with three previews ${each(accompanied)} ms\n`,
  );
  process.stdout.write(`${size}  memory ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`);
  await client.sendRequest('shutdown');
  client.dispose();
  server.dispose();
}

class Typing {
  #version = 1;

  constructor(
    private readonly client: ProtocolConnection,
    private readonly uri: string,
    private text: string,
    private readonly published: (uri: string) => Promise<void>,
  ) {}

  async keystrokes(): Promise<readonly number[]> {
    const times: number[] = [];
    for (let stroke = 0; stroke < KEYSTROKES; stroke++) {
      // A title grows by a letter: the file has to be read anew, the rest of the plan has not.
      const at = this.text.indexOf('"', Math.floor((this.text.length * stroke) / KEYSTROKES / 2)) + 1;
      this.text = `${this.text.slice(0, at)}x${this.text.slice(at)}`;
      const began = performance.now();
      const answer = this.published(this.uri);
      void this.client.sendNotification('textDocument/didChange', {
        textDocument: { uri: this.uri, version: ++this.#version },
        contentChanges: [{ text: this.text }],
      });
      await answer;
      times.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    return times;
  }

  async requests(method: string): Promise<readonly number[]> {
    const lines = this.text.split('\n').length;
    const times: number[] = [];
    for (let index = 0; index < KEYSTROKES; index++) {
      const began = performance.now();
      const position = { line: Math.floor((lines * index) / KEYSTROKES), character: 6 };
      await this.client.sendRequest(method, { textDocument: { uri: this.uri }, position });
      times.push(performance.now() - began);
    }
    return times;
  }
}

function say(size: string, what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(0);
  const figures = times.length === 1 ? `${at(0)} ms` : `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
  process.stdout.write(`${size}  ${what.padEnd(32)} ${figures}\n`);
}
