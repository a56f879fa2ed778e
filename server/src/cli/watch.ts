/** `planwright check --watch`: checks again whenever a plan file or a configuration has changed, until it is stopped. */
import { existsSync, type FSWatcher, statSync, watch } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import type { Lang } from '../model/lang.js';
import { CONFIGURATION_FILE } from '../workspace/file-system.js';
import { nearestRoot } from '../workspace/node-files.js';
import { type CheckOptions, check } from './check.js';
import { type Context, EXIT, environmentLang, UsageError } from './context.js';
import { printMessage } from './print-message.js';

/** Editors write a file in several steps: so long after the last one, in milliseconds, it is read. */
const SETTLED = 150;
/** So often it is looked whether the folders are still there, in milliseconds. */
const LOOKED = 500;
/** Clears the screen and what has scrolled off it. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/** Answers when `context.stop` says so; without that it goes on until the process is ended. */
export async function checkAndWatch(
  paths: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<number> {
  const changes = new Changes(foldersOf(paths, context), options.config, context.stop);
  const lang = options.lang ?? environmentLang(context);
  try {
    do {
      if (context.stdout.isTTY) context.stdout.write(CLEAR);
      await checkOnce(paths, options, context);
      if (options.quiet !== true) tellTime(lang, context);
    } while (await changes.next());
  } finally {
    changes.close();
  }
  return EXIT.clean;
}

/** What the caller can mend while it is being watched does not end the watching. */
async function checkOnce(paths: readonly string[], options: CheckOptions, context: Context): Promise<void> {
  try {
    await check(paths, options, context);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    printMessage(context, options.lang ?? environmentLang(context), error.text);
  }
}

/** When that was, so that nobody takes an old answer for a new one. */
function tellTime(lang: Lang, context: Context): void {
  const now = context.now();
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  printMessage(context, lang, {
    en: `checked at ${time}; waiting for changes`,
    zh: `${time} 检查完毕，等待改动`,
  });
}

/** The plan roots of the paths: what is said in one file can be found wrong in another. */
function foldersOf(paths: readonly string[], context: Context): readonly string[] {
  const folders = (paths.length === 0 ? ['.'] : paths).map((given) => {
    const { isGlob, base: start } = picomatch.scan(given);
    const absolute = path.resolve(context.cwd, isGlob && !existsSync(path.resolve(context.cwd, given)) ? start : given);
    const base = existsSync(absolute) && statSync(absolute).isDirectory() ? absolute : path.dirname(absolute);
    return nearestRoot(base) ?? base;
  });
  return [...new Set(folders)].filter((folder) => existsSync(folder));
}

class Changes {
  readonly #watchers: readonly FSWatcher[];
  readonly #stop: AbortSignal | undefined;
  #changed = false;
  /** The system gave up watching, for example because it watches too much already. */
  #failure: Error | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Looks whether what is watched is still there: not every system tells. */
  readonly #looking: NodeJS.Timeout;
  #gone: string | undefined;
  readonly #configuration: string;
  #wake: (() => void) | undefined;

  constructor(folders: readonly string[], configuration: string | undefined, stop: AbortSignal | undefined) {
    this.#stop = stop;
    this.#configuration = path.basename(configuration ?? CONFIGURATION_FILE);
    this.#looking = setInterval(() => {
      this.#gone = folders.find((folder) => !existsSync(folder));
      if (this.#gone !== undefined) this.#wake?.();
    }, LOOKED);
    this.#watchers = folders.map((folder) =>
      watch(folder, { recursive: true }, (_, name) => this.#saw(name)).on('error', (error) => {
        this.#failure = error;
        this.#wake?.();
      }),
    );
    stop?.addEventListener('abort', () => this.#wake?.());
  }

  /** Whether there is something to look at again; false when it is time to stop. */
  async next(): Promise<boolean> {
    if (!this.#changed && this.#gone === undefined && this.#failure === undefined && this.#stop?.aborted !== true) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#changed = false;
    if (this.#gone !== undefined) {
      throw new UsageError({
        en: `'${this.#gone}' is gone; there is nothing left to watch`,
        zh: `“${this.#gone}”已不存在，无法继续监视`,
      });
    }
    if (this.#failure !== undefined) throw this.#failure;
    return this.#stop?.aborted !== true;
  }

  close(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#looking);
    for (const watcher of this.#watchers) watcher.close();
  }

  /** Other files are not looked at: reports that this very command writes would set it off for ever. */
  #saw(name: string | null): void {
    if (name !== null && !name.endsWith('.plan') && path.basename(name) !== this.#configuration) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#changed = true;
      this.#wake?.();
    }, SETTLED);
  }
}
