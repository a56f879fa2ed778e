/**
 * Which plan root a document belongs to: the nearest folder upwards with a `planwright.json`, else the workspace
 * folder; a loose file or an untitled one is a root of its own. Open documents override what is kept on disk.
 */
import type { Day } from '../model/day.js';
import { CONFIGURATION_FILE } from '../workspace/file-system.js';
import { FileEvents } from './file-events.js';
import type { Files } from './files.js';
import { look } from './look.js';
import { Root } from './root.js';
import { baseName, canonicalUri, joinUri, parentUri, relativePath } from './uris.js';

export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  readonly version: number;
  getText(): string;
}

/** A document where it belongs. */
export interface Located {
  readonly root: Root;
  readonly file: string;
}

export interface RootsOptions {
  readonly files: Files;
  readonly today: () => Day;
  /** Whether the client says when files come, change or go. */
  readonly isToldOfFiles: () => boolean;
  /** How many files of a root are read; called from the beginning until all are. */
  readonly onProgress: (root: Root, done: number, of: number) => void;
  /** Files of a root are other than before; without `file`, any of them may be. */
  readonly onChange: (root: Root, file?: string) => void;
  /** A root is no longer there. */
  readonly onGone: (root: Root) => void;
  readonly onError: (what: string, error: unknown) => void;
}

export class Roots {
  readonly #options: RootsOptions;
  readonly #roots = new Map<string, Root>();
  readonly #open = new Map<string, OpenDocument>();
  readonly #edited = new Set<string>();
  readonly #events = new FileEvents((uris) => this.#look(uris));
  #folders: readonly string[] = [];
  #asOf: Day | undefined;
  #started: Promise<void> = Promise.resolve();
  /** Whether files may be asked for yet. */
  #running = false;

  constructor(options: RootsOptions) {
    this.#options = options;
  }

  all(): readonly Root[] {
    return [...this.#roots.values()];
  }

  get files(): Files {
    return this.#options.files;
  }

  get asOf(): Day | undefined {
    return this.#asOf;
  }

  /** Judges everything as of that day, whatever the portfolios say. */
  set asOf(day: Day | undefined) {
    this.#asOf = day;
    for (const root of this.#roots.values()) {
      root.plan.asOf = day;
      this.#options.onChange(root);
    }
  }

  /** Finds and loads the plan roots of the workspace folders. */
  start(folders: readonly string[]): Promise<void> {
    this.#folders = innermostFirst(folders);
    this.#running = true;
    this.#started = this.#discover();
    return this.#started;
  }

  /** Settled once every root is read. */
  async ready(): Promise<void> {
    await this.#started;
    await Promise.all(this.all().map((root) => root.ready));
  }

  // ── documents ───────────────────────────────────────────────────────────────────────────────────────────────────

  open(document: OpenDocument): void {
    const uri = canonicalUri(document.uri);
    this.#open.set(uri, document);
    this.edited(document.uri);
    if (this.#running) this.#rootFor(uri);
  }

  /** The text of an open document is another one; it is read when somebody asks, or by `flush`. */
  edited(uri: string): void {
    this.#edited.add(canonicalUri(uri));
  }

  /** From here on what is on disk counts again; by the time it is read, the document may be open anew. */
  close(uri: string): void {
    const key = canonicalUri(uri);
    this.#open.delete(key);
    this.#edited.delete(key);
    const found = this.#locate(key);
    if (found?.root.isLoose) this.#drop(found.root);
    else this.#events.add([key]);
  }

  /** Takes in what was typed since. Answers what has changed by it. */
  flush(): readonly Located[] {
    const changed: Located[] = [];
    for (const uri of this.#edited) {
      this.#edited.delete(uri);
      const document = this.#open.get(uri);
      const found = document && this.#locate(uri);
      if (document === undefined || found === undefined) continue;
      const { root, file } = found;
      try {
        if (baseName(uri) === CONFIGURATION_FILE) {
          const own = root.configurationUri === uri && root.loaded;
          if (own && root.configuration?.text !== document.getText()) this.#later(this.#reload(root));
        } else {
          if (root.plan.text(file) === document.getText()) continue;
          root.edited(file, document.getText());
          changed.push(found);
          this.#options.onChange(root, file);
        }
      } catch (error) {
        this.#options.onError(`reading ${file}`, error);
      }
    }
    return changed;
  }

  /** Where the document belongs, its latest text taken in and its root read. */
  async find(uri: string): Promise<Located | undefined> {
    for (;;) {
      await this.#started;
      const found = this.#locate(canonicalUri(uri));
      if (found === undefined) return undefined;
      await found.root.ready;
      this.flush();
      // While it was read, a configuration may have come or gone.
      if (this.#locate(canonicalUri(uri))?.root === found.root) return found;
    }
  }

  /**
   * As `find`, but where a root that is read for the first time takes longer than `patience` (in milliseconds), as soon as
   * its open documents are.
   */
  async findSoon(uri: string, patience: number): Promise<Located | undefined> {
    await this.#started;
    const found = this.#locate(canonicalUri(uri));
    if (found === undefined || !found.root.isNew) return this.find(uri);
    const { openRead, ready } = found.root;
    await Promise.race([ready, Promise.all([openRead, new Promise((resolve) => setTimeout(resolve, patience))])]);
    this.flush();
    const isKnown = found.root.plan.facts(found.file) !== undefined;
    return isKnown && this.#locate(canonicalUri(uri))?.root === found.root ? found : this.find(uri);
  }

  /** The address of a file as the client spells it where it is open, canonical otherwise. */
  uriOf(root: Root, file: string): string {
    const uri = root.uriOf(file);
    return this.#open.get(uri)?.uri ?? uri;
  }

  /** The root of `uri`; without one, or where it belongs to none, the first. */
  async rootOf(uri: string | undefined): Promise<Root | undefined> {
    const found = uri === undefined ? undefined : await this.find(uri);
    if (found !== undefined) return found.root;
    await this.#started;
    const first = this.all().find((root) => root.plan.files.length > 0) ?? this.all()[0];
    await first?.ready;
    this.flush();
    return first;
  }

  /** The root that `uri` belongs to as far as is known at this moment. */
  rootNow(uri: string): Root | undefined {
    return this.#locate(canonicalUri(uri))?.root;
  }

  /** Whether the text of a file that is not open is the one that was read; so where it belongs to no root. */
  async isAsOnDisk(uri: string): Promise<boolean> {
    const found = this.#locate(canonicalUri(uri));
    const known = found?.root.plan.text(found.file);
    return known === undefined || known === (await this.#options.files.readText(canonicalUri(uri)));
  }

  openDocuments(): readonly OpenDocument[] {
    return [...this.#open.values()];
  }

  documentOf(uri: string): OpenDocument | undefined {
    return this.#open.get(canonicalUri(uri));
  }

  // ── the disk ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Something was said of files or folders: they are looked at in a moment, together with what else comes in. */
  watched(uris: readonly string[]): void {
    this.#events.add(uris.map(canonicalUri));
  }

  /** A document was opened or saved: a moment to look at what nobody tells of. */
  lookAgain(uri: string): void {
    const found = this.#locate(canonicalUri(uri));
    if (found === undefined || !found.root.loaded) return;
    this.#later(this.#lookAtEncoding(found));
    if (found.root.isLoose) return;
    if (!this.#options.isToldOfFiles()) this.#events.add([found.root.base]);
    else if (found.root.namesAnother(found.file)) this.#renamed(found.root);
  }

  async #lookAtEncoding({ root, file }: Located): Promise<void> {
    if (baseName(file) === CONFIGURATION_FILE) return;
    if (await root.lookAtEncoding(file)) this.#options.onChange(root, file);
  }

  folders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const gone = new Set(removed.map((folder) => canonicalUri(folder).replace(/\/$/, '')));
    const left = this.#folders.filter((folder) => !gone.has(folder));
    this.#folders = innermostFirst([...left, ...added]);
    return this.#rediscover();
  }

  /** Nothing is looked at any more. */
  stop(): void {
    this.#events.stop();
  }

  async #look(uris: readonly string[]): Promise<void> {
    try {
      await this.ready();
      const seen = await look(uris, this.all(), {
        files: this.#options.files,
        isOpen: (uri) => this.#open.has(uri),
        locate: (uri) => this.#locate(uri),
      });
      if (seen.anew) return await this.#rediscover();
      await Promise.all([...seen.reload].map((root) => this.#reload(root)));
      for (const [root, files] of seen.files) {
        if (seen.reload.has(root) || this.#roots.get(root.base) !== root) continue;
        await root.read([...files]);
        if (seen.others.has(root) && root.namesAnother()) root.lookForNamed();
        this.flush();
        this.#options.onChange(root);
      }
    } catch (error) {
      this.#options.onError('taking in file events', error);
    }
  }

  #renamed(root: Root): void {
    root.lookForNamed();
    this.#options.onChange(root);
  }

  // ── roots ───────────────────────────────────────────────────────────────────────────────────────────────────────

  async #discover(): Promise<void> {
    for (const folder of this.#folders) {
      try {
        const above = this.#configuredAbove(folder);
        const inside = await this.#options.files.list(folder, { include: [`**/${CONFIGURATION_FILE}`], exclude: [] });
        const bases = inside.map((path) => parentUri(joinUri(folder, path)) ?? folder);
        for (const base of new Set([above ?? folder, ...bases])) this.#rootAt(base);
      } catch (error) {
        this.#options.onError(`looking for plan files in ${folder}`, error);
      }
    }
    for (const uri of this.#open.keys()) this.#rootFor(uri);
  }

  /** A configuration came or went: which file belongs where is told anew. */
  async #rediscover(): Promise<void> {
    for (const root of this.#roots.values()) this.#drop(root);
    for (const uri of this.#open.keys()) this.#edited.add(uri);
    await this.start(this.#folders);
  }

  #drop(root: Root): void {
    this.#roots.delete(root.base);
    this.#options.onGone(root);
  }

  #rootAt(base: string): Root {
    const known = this.#roots.get(base);
    if (known !== undefined) return known;
    return this.#add(base, false);
  }

  #add(base: string, isLoose: boolean): Root {
    const root = new Root(base, isLoose, {
      files: this.#options.files,
      today: this.#options.today,
      onError: this.#options.onError,
      openText: (uri) => this.#open.get(uri)?.getText(),
      rootsInside: () =>
        this.#folders.filter(
          (each) => relativePath(base, each) !== undefined && this.#configuredAbove(each) === undefined,
        ),
    });
    this.#roots.set(base, root);
    // A loose file is read by nobody: what is open is all there is of it.
    if (isLoose) this.#edited.add(base);
    root.plan.asOf = this.#asOf;
    root.ready = this.#load(root);
    return root;
  }

  async #load(root: Root): Promise<void> {
    try {
      this.#options.onProgress(root, 0, 1);
      await root.load(
        (done, of) => this.#options.onProgress(root, done, of),
        () => this.#openRead(root),
      );
    } catch (error) {
      root.loaded = true;
      this.#options.onError(`reading the plan files of ${root.base}`, error);
    } finally {
      this.#options.onProgress(root, 1, 1);
    }
    if (this.#roots.get(root.base) !== root) return;
    // The configuration may leave out what is open, or take it in again.
    for (const uri of this.#open.keys()) this.#rootFor(uri);
    this.flush();
    this.#options.onChange(root);
  }

  /** What is open is told of before the rest is read. */
  #openRead(root: Root): void {
    if (this.#roots.get(root.base) !== root) return;
    this.flush();
    for (const uri of this.#open.keys()) {
      const file = root.fileAt(uri);
      if (file !== undefined && root.plan.facts(file) !== undefined) this.#options.onChange(root, file);
    }
  }

  /** Reads the configuration and all files anew. */
  async #reload(root: Root): Promise<void> {
    root.ready = root.ready.then(() => this.#load(root));
    await root.ready;
  }

  #later(work: Promise<void>): void {
    work.catch((error: unknown) => this.#options.onError('reading plan files', error));
  }

  /** The root of an open document; it is made where there is none yet. */
  #rootFor(uri: string): Root {
    const loose = this.#roots.get(uri);
    const base = this.#baseFor(uri);
    const root = base === undefined ? undefined : this.#rootAt(base);
    if (root !== undefined && (root.takes(root.fileAt(uri) ?? '') || baseName(uri) === CONFIGURATION_FILE)) {
      if (!loose?.isLoose) return root;
      this.#drop(loose);
      this.#edited.add(uri);
      return root;
    }
    return loose?.isLoose ? loose : this.#add(uri, true);
  }

  #locate(uri: string): Located | undefined {
    const loose = this.#roots.get(uri);
    if (loose?.isLoose) return { root: loose, file: baseName(uri) };
    const base = this.#baseFor(uri);
    const root = base === undefined ? undefined : this.#roots.get(base);
    const file = root?.fileAt(uri);
    if (root === undefined || file === undefined) return undefined;
    // An open file that the configuration leaves out is a root of its own.
    if (this.#open.has(uri) && !root.takes(file) && baseName(uri) !== CONFIGURATION_FILE) return undefined;
    return { root, file };
  }

  #baseFor(uri: string): string | undefined {
    const folder = parentUri(uri);
    if (folder === undefined) return undefined;
    return this.#configuredAbove(folder) ?? this.#folders.find((each) => relativePath(each, uri) !== undefined);
  }

  /** The nearest folder, from `folder` upwards, that holds a configuration. */
  #configuredAbove(folder: string): string | undefined {
    for (let at: string | undefined = folder; at !== undefined; at = parentUri(at)) {
      const known = this.#roots.get(at);
      if (known !== undefined && !known.isLoose && known.configuration !== undefined) return at;
      if (this.#options.files.exists(joinUri(at, CONFIGURATION_FILE)) === true) return at;
    }
    return undefined;
  }
}

/** Addresses of folders in their one spelling; the innermost first, where one lies in another. */
function innermostFirst(folders: readonly string[]): readonly string[] {
  return [...new Set(folders.map((folder) => canonicalUri(folder).replace(/\/$/, '')))].sort(
    (a, b) => b.length - a.length,
  );
}
