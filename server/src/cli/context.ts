/** What a command knows of the world it was called in, so that commands can be run in a test as well as in a shell. */
import type { Bilingual, Lang } from '../model/lang.js';

export interface Context {
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  /** The locale of the system, such as `zh-CN`: asked for where the environment names none. */
  readonly locale: () => string;
  readonly now: () => Date;
  /** Results. */
  readonly stdout: Output;
  /** Everything else. */
  readonly stderr: Output;
  readonly readStdin: () => Promise<string>;
  /** Ends what would go on for ever. */
  readonly stop?: AbortSignal;
}

interface Output {
  readonly isTTY: boolean;
  readonly columns: number;
  write(text: string): void;
}

export const EXIT = { clean: 0, findings: 1, usage: 2, internal: 3 } as const;

/** What the caller can mend: a wrong option, a path that is not there, a configuration that cannot be read. Exit 2. */
export class UsageError extends Error {
  constructor(readonly text: Bilingual) {
    super(text.en);
    this.name = 'UsageError';
  }
}

/** The language of the environment: Chinese where its locale is. */
export function environmentLang({ env, locale }: Context): Lang {
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || locale()) ? 'zh' : 'en';
}

/** Whether to colour: `--color` or `--no-color`, else `NO_COLOR`, `FORCE_COLOR`, else whether people look at it. */
export function wantsColor(option: boolean | undefined, context: Context): boolean {
  if (option !== undefined) return option;
  if (context.env.NO_COLOR) return false;
  if (context.env.FORCE_COLOR !== undefined && context.env.FORCE_COLOR !== '0') return true;
  return context.stdout.isTTY && context.env.TERM !== 'dumb';
}
