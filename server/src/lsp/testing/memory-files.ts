/** Files in memory for tests: text by path below one folder. */

import { matcher } from '../../workspace/configuration-globs.js';
import type { Files } from '../files.js';
import { relativePath } from '../uris.js';

export class MemoryFiles implements Files {
  readonly texts = new Map<string, string>();

  constructor(
    readonly folder: string,
    texts: Readonly<Record<string, string>>,
  ) {
    for (const [path, text] of Object.entries(texts)) this.texts.set(path, text);
  }

  #path(uri: string): string | undefined {
    return relativePath(this.folder, uri);
  }

  async readText(uri: string): Promise<string | undefined> {
    return this.texts.get(this.#path(uri) ?? '');
  }

  exists(uri: string): boolean {
    const path = this.#path(uri) ?? '';
    return this.texts.has(path) || [...this.texts.keys()].some((known) => known.startsWith(`${path}/`));
  }

  async isFolder(uri: string): Promise<boolean> {
    return [...this.texts.keys()].some((known) => known.startsWith(`${this.#path(uri)}/`));
  }

  async list(
    folder: string,
    globs: { include: readonly string[]; exclude: readonly string[] },
  ): Promise<readonly string[]> {
    const takes = matcher(globs);
    const start = folder === this.folder ? '' : `${this.#path(folder)}/`;
    return [...this.texts.keys()]
      .filter((path) => path.startsWith(start))
      .map((path) => path.slice(start.length))
      .filter(takes)
      .sort();
  }
}
