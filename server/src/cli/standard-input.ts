/** One plan file that comes over standard input: asked for with `--stdin`, or with `-` for a path. */
import { type Foreign, readBytes } from '../model/encoding.js';
import { type Context, UsageError } from './context.js';

export interface Input {
  /** The path that the text stands for, as it was given. */
  readonly path: string;
  /** With its byte order mark. Empty where it is not UTF-8. */
  readonly text: string;
  readonly foreign?: Foreign;
  readonly bytes: Uint8Array;
}

export interface InputOptions {
  readonly stdin?: boolean | undefined;
  readonly stdinPath?: string | undefined;
}

export async function standardInput(
  paths: readonly string[],
  { stdin, stdinPath }: InputOptions,
  context: Context,
): Promise<Input | undefined> {
  if (stdin !== true && !paths.includes('-')) {
    if (stdinPath === undefined) return undefined;
    throw new UsageError({ en: '--stdin-path goes with --stdin', zh: '--stdin-path 须与 --stdin 同用' });
  }
  const other = paths.find((each) => each !== '-');
  if (other !== undefined) {
    throw new UsageError({
      en: `--stdin takes no paths; say '--stdin-path ${other}' for what the text stands for`,
      zh: `使用 --stdin 时不能再给路径；请用“--stdin-path ${other}”说明内容对应的文件`,
    });
  }
  const bytes = await context.readStdin();
  const path = stdinPath ?? 'stdin.plan';
  const { foreign } = readBytes(bytes);
  if (foreign !== undefined) return { path, text: '', foreign, bytes };
  return { path, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), bytes };
}
