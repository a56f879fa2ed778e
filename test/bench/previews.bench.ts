/**
 * Previews as an editor meets them: the first picture until something is there and until all of it is, and an edit at
 * rest until the picture has it, with how much of the picture is sent again.
 *
 *   npm run bench -- previews M
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
import { type PortfolioSize, portfolio, SIZES, STATUS_DATE } from './portfolio.js';

const FOLDER = 'file:///plans';
const EDITS = 30;
/** In milliseconds: nobody types. */
const REST = 700;
/** As a page asks for what is not in sight. */
const CHUNK = 20;
const WAITING = '<section class="pw-page pw-waiting"';
const CITY: PortfolioSize = { projects: 117, files: 9, lines: 2925 };

interface Picture {
  readonly version: number;
  readonly blocks: readonly { readonly key: string; readonly html: string }[];
}
interface Patch {
  readonly more?: true;
  readonly version: number;
  readonly changed: readonly { readonly key: string; readonly html?: string }[];
}

export async function main(): Promise<void> {
  const wanted = process.argv.slice(2).filter((word): word is keyof typeof SIZES => word in SIZES);
  await measure('117', CITY);
  for (const size of wanted.length === 0 ? (['M'] as const) : wanted) await measure(size, SIZES[size]);
}

async function measure(called: string, size: PortfolioSize): Promise<void> {
  const files = portfolio(size);
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
  client.listen();
  const first = files[0];
  if (first === undefined) return;
  const uri = `${FOLDER}/${first.file}`;
  await client.sendRequest('initialize', { processId: null, rootUri: FOLDER, capabilities: {} });
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plan', version: 1, text: first.text },
  });
  await client.sendRequest('workspace/symbol', { query: 'nothing has this name' });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  let text = first.text;
  let version = 1;
  for (const kind of ['dashboard', 'gantt', 'booklet']) {
    let shown = await opened(client, called, kind, uri);
    const sight: string[] = [];
    const times: number[] = [];
    const spent: number[] = [];
    let slowest = { spent: 0, what: '' };
    let bytes = 0;
    let parts = 0;
    for (let edit = 0; edit < EDITS; edit++) {
      await new Promise((resolve) => setTimeout(resolve, REST));
      const at = text.indexOf('"', Math.floor((text.length * edit) / EDITS / 2)) + 1;
      text = `${text.slice(0, at)}x${text.slice(at)}`;
      const changed = new Promise<void>((resolve) => {
        const heard = client.onNotification('planwright/preview/changed', () => {
          heard.dispose();
          resolve();
        });
      });
      const began = performance.now();
      const processor = process.cpuUsage();
      void client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ text }],
      });
      await changed;
      const patch: Patch = await client.sendRequest('planwright/preview/patch', { session: kind, since: shown, sight });
      times.push(performance.now() - began);
      const { user, system } = process.cpuUsage(processor);
      spent.push((user + system) / 1000);
      if ((spent.at(-1) ?? 0) > slowest.spent) {
        slowest = { spent: spent.at(-1) ?? 0, what: (text.slice(0, at).split('\n').at(-1) ?? '').trim() };
      }
      shown = patch.version;
      for (let more = patch.more; more === true; ) {
        const late: Patch = await client.sendRequest('planwright/preview/patch', {
          session: kind,
          since: shown,
          sight,
        });
        shown = late.version;
        more = late.more;
      }
      bytes += JSON.stringify(patch).length;
      parts += patch.changed.length;
    }
    say(
      called,
      `edit at rest → ${kind}`,
      `${quantiles(times)}; processor ${quantiles(spent)}; ${kilo(bytes / EDITS)} and ${(parts / EDITS).toFixed(1)} parts sent; slowest: ${slowest.what}`,
    );
    await client.sendNotification('planwright/preview/close', { session: kind });
  }
  await client.sendRequest('shutdown');
  client.dispose();
  server.dispose();
}

/** The version that is shown when all of the picture is there. */
async function opened(client: ProtocolConnection, called: string, kind: string, uri: string): Promise<number> {
  const began = performance.now();
  const processor = process.cpuUsage();
  const spent = (): string => {
    const { user, system } = process.cpuUsage(processor);
    return `${(performance.now() - began).toFixed(0)} ms (processor ${((user + system) / 1000).toFixed(0)} ms)`;
  };
  const picture: Picture = await client.sendRequest('planwright/preview/open', {
    session: kind,
    kind,
    uri,
    lang: 'zh',
  });
  const soon = `${spent()}, ${kilo(JSON.stringify(picture).length)}`;
  let { version } = picture;
  const waiting = picture.blocks.flatMap(({ key, html }) => (html.startsWith(WAITING) ? [key] : []));
  let bytes = JSON.stringify(picture.blocks).length;
  let parts = picture.blocks.length;
  while (waiting.length > 0) {
    const wanted = waiting.splice(0, CHUNK);
    const patch: Patch = await client.sendRequest('planwright/preview/patch', {
      session: kind,
      since: version,
      wanted,
    });
    version = patch.version;
    bytes += JSON.stringify(patch).length;
    parts += patch.changed.length;
  }
  say(called, `first ${kind}`, soon);
  say(called, `the whole ${kind}`, `${spent()}, ${kilo(bytes)}, ${parts} parts`);
  return version;
}

const kilo = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

function quantiles(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

function say(size: string, what: string, figures: string): void {
  process.stdout.write(`${size.padEnd(4)} ${what.padEnd(24)} ${figures}\n`);
}
