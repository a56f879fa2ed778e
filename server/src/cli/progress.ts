/** How far something has come, for whoever waits at a terminal: nobody else is told, and nothing stays behind. */
import type { Lang } from '../model/lang.js';
import type { Context } from './context.js';

/** What is done sooner needs no telling, in milliseconds. */
const PATIENCE = 400;
/** So often at most it is told anew. */
const PAUSE = 100;
/** To the start of the line, and what stood there away. */
const CLEAR = '\r\u001b[K';

export class Progress {
  readonly #shows: boolean;
  #next: number;
  #shown = false;

  constructor(
    private readonly context: Context,
    private readonly lang: Lang,
    quiet: boolean,
  ) {
    this.#shows = context.stderr.isTTY && !quiet && context.env.TERM !== 'dumb';
    this.#next = this.#shows ? context.now().getTime() + PATIENCE : Number.POSITIVE_INFINITY;
  }

  read(done: number, of: number): void {
    if (!this.#shows) return;
    const now = this.context.now().getTime();
    if (now < this.#next) return;
    this.#next = now + PAUSE;
    this.#shown = true;
    const told = this.lang === 'zh' ? `正在读取 ${done}/${of} 个文件` : `reading file ${done} of ${of}`;
    this.context.stderr.write(`${CLEAR}${told}`);
  }

  end(): void {
    if (this.#shown) this.context.stderr.write(CLEAR);
    this.#shown = false;
  }
}
