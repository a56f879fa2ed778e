/** `check --since REVISION`: what the files said then is given to the rules that compare with it. */
import type { Revision } from '../workspace/git-revision.js';
import type { Context } from './context.js';
import type { LoadedRoot } from './load.js';
import { branchPoint, meanwhile, revisionAt, stateIn, stateOf } from './plan-state.js';
import { printMessage } from './print-message.js';

/** Git is asked while the files of today are read. */
export class Since {
  readonly #revisions = new Map<LoadedRoot, Promise<Revision>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly revision: string,
    private readonly context: Context,
  ) {}

  ask(root: LoadedRoot): void {
    const revision = async (): Promise<Revision> => revisionAt(root, await branchPoint(root.folder, this.revision));
    // One root at a time: a check of a hundred starts no hundred programs at once.
    const asked = meanwhile(this.#last.then(revision, revision));
    this.#last = asked;
    this.#revisions.set(root, asked);
  }

  async compare(): Promise<void> {
    const { revision, context } = this;
    for (const [loaded, then] of this.#revisions) {
      const { lang, root } = loaded;
      const base = stateIn(loaded, await then, stateOf(loaded), context);
      if (base.empty) {
        printMessage(context, lang, {
          en: `'${revision}' has no plan file in this folder: there is nothing to compare with`,
          zh: `“${revision}”中此文件夹没有计划文件，无可比较`,
        });
      }
      if (base.unread > 0) {
        printMessage(context, lang, {
          en: `${base.unread} statement${base.unread === 1 ? '' : 's'} of '${revision}' cannot be read; what they said is not compared`,
          zh: `“${revision}”中有 ${base.unread} 处无法读懂，其内容未参与比较`,
        });
      }
      root.base = base.plan;
    }
  }
}
