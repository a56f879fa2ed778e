/**
 * The `git` program, called without a shell and so that a repository can make it run nothing: no hooks, no file watchers, no
 * filters, no pager, nothing fetched from the network.
 */
import { spawn } from 'node:child_process';

export interface GitResult {
  /** undefined: there is no such program. */
  readonly code: number | undefined;
  readonly out: Buffer;
  readonly error: string;
}

const HARMLESS = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never'].flatMap((setting) => ['-c', setting]),
];

export async function git(folder: string, args: readonly string[], input?: string): Promise<GitResult> {
  return new Promise((resolve) => {
    const child = spawn('git', [...HARMLESS, ...args], {
      cwd: folder,
      env: environment(),
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const out: Buffer[] = [];
    const error: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => error.push(chunk));
    // A program that ends before it has read everything says why itself.
    child.stdin.on('error', () => {});
    child.on('error', (problem) => resolve({ code: undefined, out: Buffer.alloc(0), error: problem.message }));
    child.on('close', (code) =>
      resolve({ code: code ?? 1, out: Buffer.concat(out), error: Buffer.concat(error).toString('utf8').trim() }),
    );
    child.stdin.end(input ?? '');
  });
}

/** A hook tells git which repository and which index it runs for; here that is the repository of the folder. */
const OF_HOOKS: ReadonlySet<string> = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_EXTERNAL_DIFF',
]);

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !OF_HOOKS.has(name.toUpperCase()));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };
}
