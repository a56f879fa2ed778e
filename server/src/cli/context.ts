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
  readonly readStdin: () => Promise<Uint8Array>;
  /** The file that is the command: another one is another program. */
  readonly program: () => string;
  /** The file that is the language server. */
  readonly server: () => string;
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
/** `lang`: of the plan that it is about, where one was read; else it is told in the language of the environment. */
export class UsageError extends Error {
  constructor(
    readonly text: Bilingual,
    readonly lang?: Lang,
  ) {
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

/** The width to keep to; undefined where nobody looks. */
export function terminalWidth({ stdout }: Pick<Context, 'stdout'>): number | undefined {
  return stdout.isTTY ? stdout.columns : undefined;
}

/** Terminals that put addresses behind words (OSC 8): by a variable that they set, and what it has to say. */
const LINKING: readonly (readonly [string, RegExp])[] = [
  ['TERM_PROGRAM', /^(?:iTerm\.app|WezTerm|vscode|ghostty|Hyper|Tabby|rio)$/],
  ['TERM', /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|contour)/],
  ['VTE_VERSION', /^(?:[5-9]\d{3}|\d{5,})$/],
  ['KONSOLE_VERSION', /^(?:2[1-9]|[3-9]\d)\d{4}$/],
  ['WT_SESSION', /./],
  ['DOMTERM', /./],
];

/** Whether an address can be put behind a word: only on a terminal that is known to show it so. */
export function showsLinks(color: boolean | undefined, context: Context): boolean {
  const { env, stdout } = context;
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== '0';
  if (!stdout.isTTY || env.CI || color === false || !wantsColor(color, context)) return false;
  return LINKING.some(([name, says]) => says.test(env[name] ?? ''));
}
