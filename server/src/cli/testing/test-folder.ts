/** A folder with plan files, and the command called in it as in a shell. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Context } from '../context.js';
import { run } from '../main.js';

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CallOptions {
  readonly env?: Context['env'];
  readonly locale?: string;
  readonly stdin?: string | Uint8Array;
  readonly now?: Date | (() => Date);
  /** Relative to the folder. */
  readonly cwd?: string;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly stop?: AbortSignal;
  /** The file that stands for the command. */
  readonly program?: string;
  /** Told what is written as it is written. */
  readonly onOutput?: (text: string) => void;
}

/** Noon of 31 March 2026, wherever the machine stands. */
export const NOW = new Date(2026, 2, 31, 12);

export class Folder {
  constructor(readonly path: string) {}

  /** Calls the command; the last argument may say in which surroundings. */
  async call(...call: readonly (string | CallOptions)[]): Promise<CommandResult> {
    const argv = call.filter((argument) => typeof argument === 'string');
    const {
      env = {},
      locale = 'en-US',
      stdin = '',
      now = NOW,
      cwd = '.',
      isTTY = false,
      columns = 100,
      stop,
      onOutput,
      program = fileURLToPath(import.meta.url),
    } = call.find((argument) => typeof argument !== 'string') ?? {};
    const written = { stdout: '', stderr: '' };
    const output = (stream: keyof typeof written) => ({
      isTTY,
      columns,
      write: (text: string) => {
        written[stream] += text;
        onOutput?.(text);
      },
    });
    const code = await run(argv, {
      cwd: path.join(this.path, cwd),
      env,
      locale: () => locale,
      now: typeof now === 'function' ? now : () => now,
      stdout: output('stdout'),
      stderr: output('stderr'),
      readStdin: async () => Buffer.from(stdin),
      program: () => program,
      server: () => path.join(this.path, 'server.js'),
      ...(stop === undefined ? {} : { stop }),
    });
    return { code, ...written };
  }

  /** The output of a call that has to be JSON. */
  async json<T>(...call: readonly (string | CallOptions)[]): Promise<T> {
    const { stdout, stderr } = await this.call(...call);
    if (stderr !== '') throw new Error(stderr);
    return JSON.parse(stdout) as T;
  }

  read(name: string): string {
    return readFileSync(path.join(this.path, name), 'utf8');
  }

  bytes(name: string): Uint8Array {
    return readFileSync(path.join(this.path, name));
  }

  write(name: string, content: string | Uint8Array): void {
    const file = path.join(this.path, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  /** Names of all files and folders, whatever they are. */
  names(): readonly string[] {
    return readdirSync(this.path, { recursive: true, encoding: 'utf8' }).sort();
  }
}

/** A new folder for one test, gone after it. */
export function folderWith(files: { readonly [name: string]: string | Uint8Array }): Folder {
  const folder = new Folder(realpathSync.native(mkdtempSync(path.join(tmpdir(), 'planwright-'))));
  onTestFinished(() => rmSync(folder.path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder;
}
