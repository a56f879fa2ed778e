/**
 * The explorer's tree asked of the built language server: groups when everything is read and after an edit, the rows of the
 * largest group, a search by initials, the row of the cursor, the badge; and how long another answer waits meanwhile.
 * `node esbuild.mjs --production` first.
 *
 *   npm run bench -- explorer M L     default S and M
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { dayRead, type TreeRow, treeAttention, treeChildren, treePath } from '../../server/src/lsp/protocol.js';
import { portfolio, SIZES } from './portfolio.js';
import { bySize, type Figures, type SizeName } from './sizes.js';

export const main = (): Promise<void> => bySize(measured);

async function measured(size: SizeName): Promise<Figures> {
  const server = join(dirname(process.argv[1] ?? ''), '../../dist/server.js');
  if (!existsSync(server)) return { 'dist/server.js': 'not built' };
  const folder = mkdtempSync(join(tmpdir(), 'planwright-bench-'));
  const files = portfolio(SIZES[size]);
  for (const { file, text } of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    return await asked(child, folder, files.at(-1) ?? { file: '', text: '' });
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function asked(
  child: ChildProcess,
  folder: string,
  open: { readonly file: string; readonly text: string },
): Promise<Figures> {
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('the server has no streams');
  const client = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  client.listen();
  const uri = pathToFileURL(join(folder, open.file)).href;
  await client.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {},
  });
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plan', version: 1, text: open.text },
  });
  await client.sendRequest('workspace/symbol', { query: 'nothing is called so' }); // everything is read
  const figures: Record<string, string> = {};
  // Diagnostics first: what they take is told by another benchmark.
  let quiet = performance.now();
  let worst = 0;
  while (performance.now() - quiet < 1500) {
    const since = performance.now();
    await client.sendRequest(dayRead.method, { uri, lang: 'zh', text: '2026-06-30' });
    const waited = performance.now() - since;
    worst = Math.max(worst, waited);
    if (waited > 25) quiet = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  figures['before anything is asked, others wait'] = `${Math.round(worst)} ms`;
  const timed = async <T>(what: string, method: string, params: object): Promise<T> => {
    const began = performance.now();
    let [waited, over] = [0, false];
    const others = (async () => {
      while (!over) {
        const since = performance.now();
        await client.sendRequest(dayRead.method, { uri, lang: 'zh', text: '2026-06-30' });
        waited = Math.max(waited, performance.now() - since);
      }
    })();
    const answer = await client.sendRequest<T>(method, params);
    figures[what] = `${Math.round(performance.now() - began)} ms`;
    over = true;
    await others;
    figures[`${what}, others wait`] = `${Math.round(waited)} ms`;
    return answer;
  };
  const of = { uri, lang: 'zh', by: 'light' };
  const { rows } = await timed<{ rows: readonly TreeRow[] }>('first groups', treeChildren.method, {
    ...of,
    node: null,
  });
  await timed('groups again', treeChildren.method, { ...of, node: null });
  const size = ({ description }: TreeRow): number => Number.parseInt(description, 10);
  const largest = [...rows].sort((a, b) => size(b) - size(a))[0];
  figures['largest group'] = String(largest === undefined ? 0 : size(largest));
  await timed('its rows', treeChildren.method, {
    ...of,
    node: largest?.node ?? null,
  });
  await timed('search', treeChildren.method, { ...of, query: 'gl', node: null });
  await timed('row of the cursor', treePath.method, { ...of, file: uri, position: { line: 30, character: 4 } });
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: open.text.replace(/due (\d{4})/, 'due 2031').replace(/期限 (\d{4})/, '期限 2031') }],
  });
  await timed('badge after an edit', treeAttention.method, { uri, lang: 'zh' });
  await timed('groups after it', treeChildren.method, { ...of, node: null });
  client.dispose();
  return figures;
}
