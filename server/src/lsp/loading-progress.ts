/** How far reading the plan files has come, for clients that show such things; nothing where all is read at once. */
import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Bilingual } from '../model/lang.js';
import type { Root } from './root.js';
import type { Session } from './session.js';

/** What takes less is not worth a word, in milliseconds. */
const PATIENCE = 300;

const title: Bilingual = { en: 'Reading plan files', zh: '正在读取计划文件' };

interface Shown {
  readonly since: number;
  /** Asked for once patience is over; undefined where the client shows nothing. */
  reporter?: Promise<WorkDoneProgressServerReporter | undefined>;
}

export class LoadingProgress {
  readonly #session: Session;
  readonly #shown = new Map<Root, Shown>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** So many files of a root are read; all of them when `done` is `of`. */
  report(root: Root, done: number, of: number): void {
    if (this.#session.client.window?.workDoneProgress !== true || this.#session.closed) return;
    const shown = this.#shown.get(root) ?? { since: performance.now() };
    this.#shown.set(root, shown);
    if (done === of) {
      this.#shown.delete(root);
      void shown.reporter?.then((reporter) => reporter?.done());
      return;
    }
    if (shown.reporter === undefined && performance.now() - shown.since < PATIENCE) return;
    shown.reporter ??= this.#begin(root);
    void shown.reporter.then((reporter) => reporter?.report(Math.floor((100 * done) / of), `${done}/${of}`));
  }

  async #begin(root: Root): Promise<WorkDoneProgressServerReporter | undefined> {
    try {
      const reporter = await this.#session.connection.window.createWorkDoneProgress();
      reporter.begin(title[this.#session.lang(root)], 0);
      return reporter;
    } catch (error) {
      this.#session.log('showing how far reading has come', error);
      return undefined;
    }
  }
}
