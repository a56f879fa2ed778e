/** The plans that the workspace holds, for the editor to say which is meant and to ask where nothing says so. */
import { visible } from '../../report/invisible-characters.js';
import { type PlanRootEntry, rootsChanged } from '../protocol.js';
import type { Root } from '../root.js';
import type { Session } from '../session.js';
import { baseName } from '../uris.js';

export class RootList {
  readonly #session: Session;
  /** What the list was when the client last heard of a change. */
  #known = '[]';

  constructor(session: Session) {
    this.#session = session;
  }

  async list(): Promise<PlanRootEntry[]> {
    await this.#session.roots.ready();
    this.#session.roots.flush();
    return this.#now();
  }

  /** Tells the client when the list is another than before. */
  check(): void {
    const now = JSON.stringify(this.#now());
    if (now === this.#known) return;
    this.#known = now;
    this.#session.tell(rootsChanged.method, {});
  }

  /** Only what has plan files: a folder without any is no plan. */
  #now(): PlanRootEntry[] {
    return this.#session.roots
      .all()
      .filter(({ loaded, plan }) => loaded && plan.files.length > 0)
      .map((root) => this.#entryOf(root))
      .sort((a, b) => (a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : 0));
  }

  #entryOf(root: Root): PlanRootEntry {
    const { portfolio } = root.plan.plan;
    const file = portfolio?.at.file ?? root.plan.files[0] ?? '';
    const title = portfolio?.title?.text ?? portfolio?.name.text ?? baseName(root.base);
    return { uri: this.#session.roots.uriOf(root, file), folder: root.base, title: visible(title) };
  }
}
