/** What a command answers, for those who call it without a shell: its output, or what is wrong with the call. */
import type { Lang } from '../../model/lang.js';
import { type Context, UsageError } from '../context.js';

export interface Answer {
  readonly text: string;
  /** What was said beside it, such as that parts of the plan could not be read; empty where nothing was. */
  readonly beside: string;
  readonly isError: boolean;
}

/** Runs a command with its output caught. What the caller can mend is an answer too. */
export async function answerOf(
  context: Context,
  lang: Lang,
  command: (context: Context) => Promise<number> | number,
): Promise<Answer> {
  const out: string[] = [];
  const beside: string[] = [];
  const silent = { isTTY: false, columns: 100, write: () => {} };
  const catching: Context = {
    ...context,
    // What is printed for people is for nobody here.
    env: { ...context.env, NO_COLOR: '1' },
    stdout: { ...silent, write: (text) => void out.push(text) },
    stderr: { ...silent, write: (text) => void beside.push(text) },
    readStdin: async () => new Uint8Array(),
  };
  try {
    await command(catching);
    return { text: out.join(''), beside: beside.join('').trim(), isError: false };
  } catch (error) {
    if (error instanceof UsageError) return { text: error.text[lang], beside: '', isError: true };
    throw error;
  }
}
