/** What has become of files and folders of which something was said: which files to read, which roots to read anew. */
import { exclusion } from '../workspace/configuration-globs.js';
import { CONFIGURATION_FILE } from '../workspace/file-system.js';
import type { Files } from './files.js';
import type { Root } from './root.js';
import type { Located } from './roots.js';
import { baseName, parentUri, relativePath } from './uris.js';

export interface Seen {
  /** The plan files to read, by root. */
  readonly files: ReadonlyMap<Root, ReadonlySet<string>>;
  /** Roots of which something else than a plan file came or went: what plans name may. */
  readonly others: ReadonlySet<Root>;
  /** Roots whose configuration says something else. */
  readonly reload: ReadonlySet<Root>;
  /** A configuration, or a folder with one, came or went: which file belongs where is to be told anew. */
  readonly anew: boolean;
}

export interface Sight {
  readonly files: Files;
  readonly isOpen: (uri: string) => boolean;
  readonly locate: (uri: string) => Located | undefined;
}

/** Hidden folders and others that are never searched. */
const isNeverSearched = exclusion({ include: [], exclude: [] });

/** Goes by what is there now: events come late, double, and in the wrong order. */
export async function look(uris: readonly string[], roots: readonly Root[], sight: Sight): Promise<Seen> {
  const looking = new Looking(roots, sight);
  for (const uri of uris) await looking.at(uri);
  return looking;
}

class Looking implements Seen {
  readonly files = new Map<Root, Set<string>>();
  readonly others = new Set<Root>();
  readonly reload = new Set<Root>();
  anew = false;
  readonly #roots: readonly Root[];
  readonly #sight: Sight;
  /** The plan files of a root on disk, listed at most once. */
  readonly #listed = new Map<Root, Promise<readonly string[]>>();

  constructor(roots: readonly Root[], sight: Sight) {
    this.#roots = roots;
    this.#sight = sight;
  }

  async at(uri: string): Promise<void> {
    if (baseName(uri) === CONFIGURATION_FILE) return this.#configuration(uri);
    for (const root of this.#roots) {
      if (!root.isLoose && (root.base === uri || relativePath(uri, root.base) !== undefined)) await this.#whole(root);
    }
    const { root, file } = this.#sight.locate(uri) ?? {};
    if (root === undefined || file === undefined || root.isLoose || isNeverSearched(file)) return;
    const files = this.#filesOf(root);
    if (root.plan.facts(file) !== undefined) {
      // An open one is taken in as it is typed.
      files.add(file);
      return;
    }
    for (const known of root.plan.files) if (known.startsWith(`${file}/`)) files.add(known);
    if (await this.#sight.files.isFolder(uri)) await this.#folder(root, file, uri);
    else if (root.takes(file)) files.add(file);
    this.others.add(root);
  }

  async #configuration(uri: string): Promise<void> {
    const root = this.#roots.find((each) => !each.isLoose && each.base === parentUri(uri));
    const there = this.#sight.isOpen(uri) || (await this.#sight.files.readText(uri)) !== undefined;
    if (root?.configuration === undefined ? there : !there) this.anew = true;
    else if (root !== undefined && (await root.configurationText()) !== root.configuration?.text) this.reload.add(root);
  }

  /** All of a root: its files, its configuration, the roots inside of it. */
  async #whole(root: Root): Promise<void> {
    const before = root.nested.join('\n');
    const listed = await this.#list(root);
    if (before !== root.nested.join('\n')) this.anew = true;
    const text = await root.configurationText();
    if ((text === undefined) !== (root.configuration === undefined)) this.anew = true;
    else if (text !== root.configuration?.text) this.reload.add(root);
    const files = this.#filesOf(root);
    for (const file of [...listed, ...root.plan.files]) files.add(file);
    this.others.add(root);
  }

  async #folder(root: Root, folder: string, uri: string): Promise<void> {
    const configurations = await this.#sight.files.list(uri, { include: [`**/${CONFIGURATION_FILE}`], exclude: [] });
    if (configurations.length > 0) this.anew = true;
    const files = this.#filesOf(root);
    for (const file of await this.#list(root)) if (file.startsWith(`${folder}/`)) files.add(file);
  }

  #list(root: Root): Promise<readonly string[]> {
    let listed = this.#listed.get(root);
    if (listed === undefined) {
      listed = root.list();
      this.#listed.set(root, listed);
    }
    return listed;
  }

  #filesOf(root: Root): Set<string> {
    let files = this.files.get(root);
    if (files === undefined) {
      files = new Set();
      this.files.set(root, files);
    }
    return files;
  }
}
