/** Files in memory for tests: text by path below one folder. */

import { type Foreign, readBytes } from '../../model/encoding.js';
import { matcher } from '../../workspace/configuration-globs.js';
import type { Files } from '../files.js';
import { relativePath } from '../uris.js';

export class MemoryFiles implements Files {
  readonly texts = new Map<string, string>();
  /** Files that are not kept in UTF-8; `texts` holds what an editor makes of them. */
  readonly bytes = new Map<string, Uint8Array>();

  constructor(
    readonly folder: string,
    texts: Readonly<Record<string, string>>,
  ) {
    for (const [path, text] of Object.entries(texts)) this.texts.set(path, text);
  }

  /** Keeps a file as bytes. */
  keep(path: string, bytes: Uint8Array): void {
    this.bytes.set(path, bytes);
    this.texts.set(path, new TextDecoder('utf-8').decode(bytes));
  }

  #path(uri: string): string | undefined {
    return relativePath(this.folder, uri);
  }

  async readText(uri: string): Promise<string | undefined> {
    return this.texts.get(this.#path(uri) ?? '');
  }

  async foreign(uri: string): Promise<Foreign | undefined> {
    const bytes = this.bytes.get(this.#path(uri) ?? '');
    return bytes === undefined ? undefined : readBytes(bytes).foreign;
  }

  exists(uri: string): boolean {
    const path = this.#path(uri) ?? '';
    return this.texts.has(path) || [...this.texts.keys()].some((known) => known.startsWith(`${path}/`));
  }

  async isFolder(uri: string): Promise<boolean> {
    return [...this.texts.keys()].some((known) => known.startsWith(`${this.#path(uri)}/`));
  }

  leadsOut(): boolean {
    return false;
  }

  async entries(uri: string): Promise<readonly string[]> {
    const start = uri === this.folder ? '' : `${this.#path(uri)}/`;
    const names = [...this.texts.keys()]
      .filter((path) => path.startsWith(start))
      .map((path) => path.slice(start.length).replace(/\/.*/, '/'));
    return [...new Set(names)].sort();
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
