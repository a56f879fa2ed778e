/**
 * The built language server as a process of its own, over standard streams, with a portfolio on disk: how long it takes
 * until everything is told, and how much memory that process then holds. Linux only; `node esbuild.mjs --production`
 * first.
 *
 *   npm run bench -- server S M L     default S and M
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { portfolio, SIZES } from './portfolio.js';
import { bySize, type Figures, type SizeName } from './sizes.js';

export const main = (): Promise<void> => bySize(measured);

/** The process did nothing for so long: that is all of it. In milliseconds. */
const REST = 1000;

async function measured(size: SizeName): Promise<Figures> {
  const server = join(dirname(process.argv[1] ?? ''), '../../dist/server.js');
  if (!existsSync(server)) return { 'dist/server.js': 'not built' };
  const folder = mkdtempSync(join(tmpdir(), 'planwright-bench-'));
  const files = portfolio(SIZES[size]);
  for (const { file, text } of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const began = performance.now();
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    return await started(child, folder, files[0] ?? { file: '', text: '' }, began);
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function started(
  child: ChildProcess,
  folder: string,
  open: { readonly file: string; readonly text: string },
  began: number,
): Promise<Figures> {
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('the server has no streams');
  const client = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  const told = new Set<string>();
  let latest = performance.now();
  client.onNotification('textDocument/publishDiagnostics', ({ uri }: { uri: string }) => {
    told.add(uri);
    latest = performance.now();
  });
  client.listen();
  const rootUri = pathToFileURL(folder).href;
  const uri = pathToFileURL(join(folder, open.file)).href;
  await client.sendRequest('initialize', { processId: process.pid, rootUri, capabilities: {} });
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plan', version: 1, text: open.text },
  });
  // Answered once all files are read.
  await client.sendRequest('workspace/symbol', { query: 'nothing has this name' });
  const pid = child.pid ?? 0;
  for (let before = -1; usedBy(pid).processor - before > 0.02; ) {
    before = usedBy(pid).processor;
    await new Promise((resolve) => setTimeout(resolve, REST));
  }
  const { processor, now, peak } = usedBy(pid);
  client.dispose();
  return {
    'files told of': String(told.size),
    'start → all diagnostics, clock s': ((latest - began) / 1000).toFixed(2),
    'the same, processor s': processor.toFixed(2),
    'memory of the process, MB': now.toFixed(0),
    'at its most, MB': peak.toFixed(0),
  };
}

/** Processor time in seconds, resident memory now and at its most in MB. */
function usedBy(pid: number): { readonly processor: number; readonly now: number; readonly peak: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (key: string): number => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1000;
  return {
    processor: (Number(fields[11]) + Number(fields[12])) / 100,
    now: megabytes('VmRSS'),
    peak: megabytes('VmHWM'),
  };
}
