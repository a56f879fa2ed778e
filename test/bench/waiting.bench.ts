/**
 * The built language server as a process of its own, while an editor goes on asking: a hover and a completion every
 * 50 ms from the first moment on. How long until the open file's diagnostics and all of them are there, the longest
 * that an answer was waited for meanwhile, the memory with three previews open, and what another policy, calendar,
 * portfolio or person means. Linux only; `node esbuild.mjs --production` first.
 *
 *   npm run bench -- waiting L        default M; PLANWRIGHT_BENCH_SERVER names another built server.js to measure
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type PlanText, portfolio, SIZES } from './portfolio.js';

/** How often an editor asks, in milliseconds. */
const EVERY = 50;
/** So long nothing has been told and no processor time spent: that is all of it. In milliseconds. */
const REST = 600;
const LEAST_SPENT = 0.1;

const THREE = ['dashboard', 'gantt', 'booklet'];
const OTHERS = ['deadlines', 'bulletin', 'agenda', 'accountability', 'investment', 'issues', 'changes'];

export async function main(): Promise<void> {
  const wanted = process.argv.slice(2).filter((word): word is keyof typeof SIZES => word in SIZES);
  for (const size of wanted.length === 0 ? (['M'] as const) : wanted) await measure(size);
}

async function measure(size: keyof typeof SIZES): Promise<void> {
  const { PLANWRIGHT_BENCH_SERVER: other } = process.env;
  const server = other ?? join(dirname(process.argv[1] ?? ''), '../../dist/server.js');
  const folder = mkdtempSync(join(tmpdir(), 'planwright-bench-'));
  const files = portfolio(SIZES[size]);
  for (const { file, text } of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const editor = new Editor(child, folder, size);
    await editor.start(files[Math.floor(files.length / 2)] ?? { file: '', text: '' });
    await editor.previews();
    await editor.frames(files[0] ?? { file: '', text: '' });
    await editor.end();
  } finally {
    await new Promise((resolve) => setTimeout(resolve, 1));
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

class Editor {
  readonly #client: ProtocolConnection;
  readonly #pid: number;
  #toldAt = performance.now();
  readonly #toldFirst = new Map<string, number>();
  readonly #toldLast = new Map<string, number>();
  #open: { readonly uri: string; readonly line: number } = { uri: '', line: 0 };
  #asking: ReturnType<typeof setInterval> | undefined;
  #waits: { readonly what: string; readonly sent: number; answered?: number }[] = [];

  constructor(
    child: ChildProcess,
    private readonly folder: string,
    private readonly size: string,
  ) {
    const { stdin, stdout, pid } = child;
    if (stdin === null || stdout === null || pid === undefined) throw new Error('the server has no streams');
    this.#pid = pid;
    this.#client = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#client.onNotification('textDocument/publishDiagnostics', ({ uri }: { uri: string }) => {
      this.#toldAt = performance.now();
      if (!this.#toldFirst.has(uri)) this.#toldFirst.set(uri, this.#toldAt);
      this.#toldLast.set(uri, this.#toldAt);
    });
    this.#client.listen();
  }

  async start({ file, text }: PlanText): Promise<void> {
    const began = performance.now();
    const uri = this.#uriOf(file);
    const rootUri = pathToFileURL(this.folder).href;
    await this.#client.sendRequest('initialize', { processId: process.pid, rootUri, capabilities: {} });
    await this.#client.sendNotification('initialized', {});
    await this.#opened(uri, text);
    this.#open = { uri, line: text.split('\n').findIndex((line) => /^(?:project|项目)/.test(line)) };
    this.#ask();
    await this.#atRest();
    this.#told('opening');
    const since = (times: ReadonlyMap<string, number>): string =>
      (((times.get(uri) ?? Number.NaN) - began) / 1000).toFixed(2);
    this.#say('open file told first, last', `${since(this.#toldFirst)} s, ${since(this.#toldLast)} s`);
    this.#say('all told', `${((this.#toldAt - began) / 1000).toFixed(2)} s, ${this.#toldFirst.size} files`);
    this.#sayUsed();
  }

  /** Three of them stay open; what is waited for elsewhere meanwhile counts. Then the others, one after the other. */
  async previews(): Promise<void> {
    for (const kind of THREE) await this.#preview(kind);
    this.#sayUsed();
    for (const session of THREE) await this.#client.sendNotification('planwright/preview/close', { session });
    for (const kind of OTHERS) {
      await this.#preview(kind);
      await this.#client.sendNotification('planwright/preview/close', { session: kind });
    }
  }

  /** Until it is there, and it is known which of it stands where in the text. */
  async #preview(kind: string): Promise<void> {
    const [began, { processor }] = [performance.now(), this.#used()];
    this.#ask();
    const { uri, line } = this.#open;
    const answer = await this.#client.sendRequest('planwright/preview/open', { session: kind, kind, uri, lang: 'zh' });
    const took = performance.now() - began;
    const bytes = JSON.stringify(answer).length;
    await this.#client.sendRequest('planwright/locate', { session: kind, uri, position: { line, character: 0 } });
    await new Promise((resolve) => setTimeout(resolve, EVERY));
    const spent = (this.#used().processor - processor).toFixed(2);
    this.#say(`first ${kind}`, `${(took / 1000).toFixed(2)} s (processor ${spent} s), ${(bytes / 1e6).toFixed(2)} MB`);
    this.#told(`opening ${kind}`);
  }

  /** Each edit in the first file, which declares the frame: what it means for all others is waited for. */
  async frames({ file, text }: PlanText): Promise<void> {
    const uri = this.#uriOf(file);
    await this.#opened(uri, text);
    await this.#atRest();
    let version = 1;
    const edits: readonly (readonly [string, string])[] = [
      ['another policy', `${text}\npolicy 另一份 { red when open_issues > 50 }\n`],
      ['another calendar', `${text}\ncalendar 另一份 { off 2026-07-03 }\n`],
      ['another person', `${text}\nperson 另一人 { title "处长" }\n`],
      ['another date of the portfolio', text.replace('2026-06-30', '2026-06-29')],
      ['as before', text],
    ];
    for (const [what, next] of edits) {
      const [began, { processor }] = [performance.now(), this.#used()];
      this.#toldAt = began;
      this.#ask();
      await this.#client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ text: next }],
      });
      await this.#atRest();
      const spent = (this.#used().processor - processor).toFixed(2);
      this.#say(what, `last told after ${((this.#toldAt - began) / 1000).toFixed(2)} s (processor ${spent} s)`);
      this.#told(what);
    }
    this.#sayUsed();
  }

  async end(): Promise<void> {
    await this.#client.sendRequest('shutdown');
    await this.#client.sendNotification('exit');
    this.#client.dispose();
  }

  #uriOf(file: string): string {
    return pathToFileURL(join(this.folder, file)).href;
  }

  async #opened(uri: string, text: string): Promise<void> {
    await this.#client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'plan', version: 1, text },
    });
  }

  #ask(): void {
    const { uri, line } = this.#open;
    const one = (what: string, character: number): void => {
      const wait: { readonly what: string; readonly sent: number; answered?: number } = {
        what,
        sent: performance.now(),
      };
      this.#waits.push(wait);
      const at = { textDocument: { uri }, position: { line, character } };
      const done = (): void => {
        wait.answered = performance.now();
      };
      this.#client.sendRequest(`textDocument/${what}`, at).then(done, done);
    };
    const both = (): void => {
      one('hover', 5);
      one('completion', 0);
    };
    both();
    this.#asking = setInterval(both, EVERY);
  }

  /** Stops asking; says the longest that an answer was waited for. */
  #told(what: string): void {
    clearInterval(this.#asking);
    const now = performance.now();
    const waits = this.#waits.map(({ what: kind, sent, answered = now }) => ({ kind, wait: answered - sent }));
    this.#waits = [];
    const longest = (kind: string): string =>
      Math.max(...waits.filter((wait) => wait.kind === kind).map(({ wait }) => wait)).toFixed(0);
    const late = waits.filter(({ wait }) => wait > 100).length;
    this.#say(
      `  longest wait, ${what}`,
      `hover ${longest('hover')} ms, completion ${longest('completion')} ms; ${late} of ${waits.length} over 100 ms`,
    );
  }

  /** The processor rests, but for the questions. */
  async #atRest(): Promise<void> {
    for (let before = Number.NEGATIVE_INFINITY; this.#used().processor - before > LEAST_SPENT; ) {
      before = this.#used().processor;
      await new Promise((resolve) => setTimeout(resolve, REST));
    }
  }

  #sayUsed(): void {
    const { processor, now, peak } = this.#used();
    this.#say('so far', `processor ${processor.toFixed(1)} s, memory ${now.toFixed(0)} MB, at most ${peak.toFixed(0)}`);
  }

  #say(what: string, figures: string): void {
    process.stdout.write(`${this.size.padEnd(3)} ${what.padEnd(46)} ${figures}\n`);
  }

  /** Processor time in seconds, resident memory now and at its most in MB. */
  #used(): { readonly processor: number; readonly now: number; readonly peak: number } {
    const fields = readFileSync(`/proc/${this.#pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const status = readFileSync(`/proc/${this.#pid}/status`, 'utf8');
    const megabytes = (key: string): number => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1000;
    return {
      processor: (Number(fields[11]) + Number(fields[12])) / 100,
      now: megabytes('VmRSS'),
      peak: megabytes('VmHWM'),
    };
  }
}
