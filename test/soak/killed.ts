/** The server killed, whatever it is doing: one that is started in its place says the same soon. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Row } from './row.js';

const BACK = 2;
const PATIENCE = 60;
const KEYSTROKE = 15;

interface Answer {
  readonly problems: ReadonlyMap<string, string>;
  readonly outline: string;
  readonly preview: string;
}

class Running {
  readonly problems = new Map<string, string>();
  readonly #process: ChildProcess;
  readonly #client: ProtocolConnection;
  #gone = false;

  constructor(
    cli: string,
    readonly folder: string,
  ) {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio', '--as-of', '2023-06-30', '--lang', 'zh'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    if (child.stdin === null || child.stdout === null) throw new Error('no pipes');
    // What is written to one that has gone is lost.
    child.stdin.on('error', () => {});
    this.#process = child;
    this.#client = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.#client.onNotification(
      'textDocument/publishDiagnostics',
      (params: { uri: string; diagnostics: unknown[] }) => {
        // No problems, and nothing said, is the same.
        if (params.diagnostics.length === 0) this.problems.delete(params.uri);
        else this.problems.set(params.uri, JSON.stringify(params.diagnostics));
      },
    );
    this.#client.onRequest('client/registerCapability', () => null);
    this.#client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    this.#client.onError(() => {});
    this.#client.listen();
  }

  async begin(file: string, text: string): Promise<void> {
    const uri = pathToFileURL(this.folder).href;
    await this.#client.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'plans' }],
      capabilities: {
        textDocument: {
          publishDiagnostics: { relatedInformation: true },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
      },
    });
    await this.#client.sendNotification('initialized', {});
    await this.#client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.#uri(file), languageId: 'plan', version: 1, text },
    });
  }

  #uri(file: string): string {
    return pathToFileURL(path.join(this.folder, file)).href;
  }

  type(file: string, version: number, text: string): void {
    if (this.#gone) return;
    void this.#client
      .sendNotification('textDocument/didChange', {
        textDocument: { uri: this.#uri(file), version },
        contentChanges: [{ text }],
      })
      .catch(() => {});
  }

  async answer(file: string): Promise<Answer> {
    const uri = this.#uri(file);
    const outline = await this.#client.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    const preview = await this.#client.sendRequest('planwright/preview/open', {
      session: 'one',
      kind: 'dashboard',
      uri,
      lang: 'zh',
    });
    return { problems: this.problems, outline: JSON.stringify(outline), preview: JSON.stringify(preview) };
  }

  kill(): void {
    this.#gone = true;
    this.#process.kill('SIGKILL');
    this.#client.dispose();
  }
}

const isSame = (a: Answer, b: Answer): boolean =>
  a.outline === b.outline &&
  a.preview === b.preview &&
  a.problems.size === b.problems.size &&
  [...a.problems].every(([uri, problems]) => b.problems.get(uri) === problems);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether it comes to say `expected`, and after how many seconds from its start. */
async function saysAgain(running: Running, file: string, text: string, expected: Answer): Promise<number | undefined> {
  const start = performance.now();
  await running.begin(file, text);
  while (performance.now() - start < PATIENCE * 1000) {
    if (isSame(await running.answer(file), expected)) return (performance.now() - start) / 1000;
    await pause(20);
  }
  return undefined;
}

/** `cli` is the built command, `folder` one that may be written in. */
export async function killed(count: number, cli: string, folder: string): Promise<Row[]> {
  const plans = path.join(folder, 'killed');
  mkdirSync(plans);
  cpSync('examples/shanghai', plans, { recursive: true });
  const file =
    readdirSync(plans)
      .filter((name) => name.endsWith('.plan'))
      .sort()[0] ?? '';
  // Typed, and not on disk.
  const unsaved = `${readFileSync(path.join(plans, file), 'utf8')}\n项目 未保存 "未保存的项目" { 阶段 在建 节点 竣工 期限 2023-06-01 }\n`;
  const undisturbed = new Running(cli, plans);
  await undisturbed.begin(file, unsaved);
  await pause(6_000);
  const last = await undisturbed.answer(file);
  const expected = { ...last, problems: new Map(last.problems) };
  undisturbed.kill();
  const times: number[] = [];
  const wrong: string[] = [];
  for (let moment = 0; moment < count; moment++) {
    const victim = new Running(cli, plans);
    // While it starts, while it reads, while somebody types.
    const after = 20 + moment * 120;
    const begun = victim.begin(file, unsaved).catch(() => {});
    const typing = (async () => {
      await begun;
      for (let version = 2; version < 200; version++) {
        victim.type(file, version, `${unsaved}${'项目 '.slice(0, version % 4)}`);
        await pause(KEYSTROKE);
      }
    })();
    await pause(after);
    victim.kill();
    const successor = new Running(cli, plans);
    const took = await saysAgain(successor, file, unsaved, expected);
    successor.kill();
    void typing.catch(() => {});
    if (took === undefined) wrong.push(`after ${after} ms: never the same again`);
    else if (took > BACK) wrong.push(`after ${after} ms: ${took.toFixed(1)} s`);
    if (took !== undefined) times.push(took);
  }
  times.sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  return [
    {
      what: 'killed and back with the same answer',
      measured: `${count} times, median ${median.toFixed(1)} s, worst ${(times.at(-1) ?? 0).toFixed(1)} s`,
      wrong,
    },
  ];
}
