/** One plan root in the editor: what is known of its files, and which address each of them has. */
import { codes } from '../analysis/checks/index.js';
import type { Day } from '../model/day.js';
import { type Foreign, mayBeForeign } from '../model/encoding.js';
import { readConfiguration } from '../workspace/configuration.js';
import { matcher } from '../workspace/configuration-globs.js';
import type { ConfigurationProblem } from '../workspace/configuration-reading.js';
import { CONFIGURATION_FILE } from '../workspace/file-system.js';
import { LastGood } from '../workspace/last-good.js';
import { PlanRoot } from '../workspace/plan-root.js';
import { DEFAULT_CONFIGURATION } from '../workspace/settings.js';
import type { Files } from './files.js';
import { letOthers } from './turns.js';
import { baseName, joinUri, parentUri, relativePath, resolveUri } from './uris.js';

/** How many files are fetched at a time. */
const AT_ONCE = 16;
/** How long files may be taken in before others get a turn, in milliseconds. */
const SLICE = 12;

export interface RootSurroundings {
  readonly files: Files;
  readonly today: () => Day;
  /** The text of an open document, by its canonical address. What is open wins over what is on disk. */
  readonly openText: (uri: string) => string | undefined;
  /** The addresses of workspace folders inside this root that are plan roots of their own. */
  readonly rootsInside: () => readonly string[];
  readonly onError: (what: string, error: unknown) => void;
}

export class Root {
  readonly plan: PlanRoot;
  readonly lastGood: LastGood;
  /** What `planwright.json` says wrongly, and its text; undefined where there is no such file. */
  configuration: { readonly text: string; readonly problems: readonly ConfigurationProblem[] } | undefined;
  /** Settled once everything is read, newly after each reload. */
  ready: Promise<void> = Promise.resolve();
  /** Whether everything is read. */
  loaded = false;
  /** Nothing was ever read, so that only the documents that are open are known while the rest is read. */
  isNew = true;
  /** Settled once the documents that are open are read, before the others are; `isOpenRead` from then on. */
  readonly openRead: Promise<void>;
  isOpenRead = false;
  #openIsRead: () => void = () => undefined;
  /** Folders of plan roots inside this one, each with `/` behind it. */
  nested: readonly string[] = [];
  #takes: (path: string) => boolean = matcher(DEFAULT_CONFIGURATION);
  /** Reads that are under way; of two of the same file the later one counts. */
  readonly #reading = new Map<string, object>();
  /** Files that are not kept in UTF-8. */
  readonly #foreigners = new Map<string, Foreign>();
  /** The files that plans name, by the plan file and their address: whether they were there when last asked for. */
  readonly #named = new Map<string, Map<string, boolean | undefined>>();
  readonly #surroundings: RootSurroundings;

  constructor(
    /** The address of the folder; of a loose file, its own. */
    readonly base: string,
    readonly isLoose: boolean,
    surroundings: RootSurroundings,
  ) {
    this.#surroundings = surroundings;
    this.openRead = new Promise((resolve) => {
      this.#openIsRead = resolve;
    });
    this.plan = new PlanRoot({
      today: surroundings.today,
      fileExists: (file, path) => {
        const at = resolveUri(this.uriOf(file), path);
        if (this.#folder === undefined) return undefined;
        // Climbing out of everything, or out of the plan root.
        return at !== undefined && this.reaches(at) ? this.#isThere(file, at) : 'outside';
      },
    });
    this.lastGood = new LastGood(this.plan);
  }

  get configurationUri(): string {
    return joinUri(this.base, CONFIGURATION_FILE);
  }

  /** The canonical address of a file of this root. */
  uriOf(file: string): string {
    return this.isLoose ? this.base : joinUri(this.base, file);
  }

  /** The identity of the file at `uri`; undefined where it does not belong here. */
  fileAt(uri: string): string | undefined {
    if (this.isLoose) return uri === this.base ? baseName(uri) : undefined;
    const path = relativePath(this.base, uri);
    return path === undefined || this.#isNested(path) ? undefined : path;
  }

  /** Whether the configuration counts a path among the plan files. */
  takes(path: string): boolean {
    return this.#takes(path) && !this.#isNested(path);
  }

  #isNested(path: string): boolean {
    return this.nested.some((folder) => path.startsWith(folder));
  }

  async configure(text: string | undefined): Promise<void> {
    if (text === undefined) {
      this.configuration = undefined;
      this.plan.configuration = DEFAULT_CONFIGURATION;
    } else {
      const { configuration, problems, isJson } = await readConfiguration(CONFIGURATION_FILE, text, {
        codes,
        readText: (file) => this.#textOnDisk(this.uriOf(file)),
      });
      const told = problems.map(({ file, via, message }) =>
        file === CONFIGURATION_FILE
          ? { ...via, message }
          : { ...via, message: { en: `${file}: ${message.en}`, zh: `${file}：${message.zh}` } },
      );
      this.configuration = { text, problems: told };
      // While it is being written, what it said before holds on.
      if (isJson) this.plan.configuration = configuration;
    }
    this.#takes = matcher(this.plan.configuration);
  }

  /**
   * Reads the configuration and every file that it takes in; of open documents their text, and these first.
   * `onProgress` is told how many of the files are read, `onOpenRead` when those that are open are.
   */
  async load(
    onProgress: (done: number, of: number) => void = () => undefined,
    onOpenRead: () => void = () => undefined,
  ): Promise<void> {
    this.loaded = false;
    if (!this.isLoose) {
      await this.configure(await this.configurationText());
      const listed = await this.list();
      const known = new Set(listed);
      const gone = this.plan.files.filter((file) => !known.has(file) && !(this.#isOpen(file) && this.takes(file)));
      for (const file of gone) this.plan.delete(file);
      await this.read(listed.filter((file) => this.#isOpen(file)));
      this.isOpenRead = true;
      this.#openIsRead();
      onOpenRead();
      await this.read(listed, onProgress);
    } else await this.lookAtEncoding(baseName(this.base));
    this.loaded = true;
    this.isNew = false;
  }

  /** Of the open document, else of the file. */
  async configurationText(): Promise<string | undefined> {
    const { openText } = this.#surroundings;
    const onDisk = await this.#textOnDisk(this.configurationUri);
    return openText(this.configurationUri) ?? onDisk;
  }

  /** The plan files on disk. */
  async list(): Promise<readonly string[]> {
    const { files, rootsInside } = this.#surroundings;
    const found = await files.list(this.base, { include: [`*/**/${CONFIGURATION_FILE}`], exclude: [] });
    const folders = rootsInside().map((folder) => `${relativePath(this.base, folder)}/`);
    this.nested = [...found.map((path) => path.slice(0, -CONFIGURATION_FILE.length)), ...folders];
    const { include, exclude } = this.plan.configuration;
    return (await files.list(this.base, { include, exclude })).filter((path) => this.takes(path));
  }

  /** Reads files anew from where they are kept, except for those that are open; forgets those that are gone. */
  async read(
    files: readonly string[],
    onProgress: (done: number, of: number) => void = () => undefined,
  ): Promise<void> {
    let since = performance.now();
    const rest = async (): Promise<void> => {
      await letOthers(performance.now() - since);
      since = performance.now();
    };
    for (let start = 0; start < files.length; start += AT_ONCE) {
      const some = files.slice(start, start + AT_ONCE);
      for (const takeIn of await Promise.all(some.map((file) => this.#fetched(file)))) {
        takeIn();
        if (performance.now() - since >= SLICE) await rest();
      }
      onProgress(Math.min(start + AT_ONCE, files.length), files.length);
      await rest();
    }
  }

  /** Fetches a file; what is answered takes it in. */
  async #fetched(file: string): Promise<() => void> {
    const read = {};
    this.#reading.set(file, read);
    const { openText, onError } = this.#surroundings;
    let text: string | undefined;
    let foreign: Foreign | undefined;
    try {
      if (!this.isLoose && this.takes(file)) {
        text = await this.#textOnDisk(this.uriOf(file));
        foreign = await this.#foreign(file, text);
      }
    } catch (error) {
      onError(`reading ${file}`, error);
    }
    return () => {
      // While it was fetched, somebody else may have begun to read it again, or opened it.
      if (this.#reading.get(file) !== read) return;
      this.#reading.delete(file);
      const counts = openText(this.uriOf(file)) ?? text;
      if (counts === undefined || !this.takes(file)) this.plan.delete(file);
      else this.#set(file, counts, foreign);
    };
  }

  /** Nothing of what links lead to outside of the plan root. */
  async #textOnDisk(uri: string): Promise<string | undefined> {
    const { files } = this.#surroundings;
    return !this.isLoose && files.leadsOut(uri, this.base) ? undefined : files.readText(uri);
  }

  /**
   * Looks whether the file of an open document is kept in UTF-8. What is typed does not change that; saving it may.
   * Answers whether that is another thing than was known.
   */
  async lookAtEncoding(file: string): Promise<boolean> {
    const { files, openText } = this.#surroundings;
    const uri = this.uriOf(file);
    const foreign = await this.#foreign(file, await files.readText(uri));
    const text = openText(uri);
    if (text === undefined || JSON.stringify(foreign) === JSON.stringify(this.#foreigners.get(file))) return false;
    this.#set(file, text, foreign);
    return true;
  }

  /** Takes in what was typed. */
  edited(file: string, text: string): void {
    this.plan.set(file, text, this.#foreigners.get(file));
  }

  #set(file: string, text: string, foreign: Foreign | undefined): void {
    if (foreign === undefined) this.#foreigners.delete(file);
    else this.#foreigners.set(file, foreign);
    this.plan.set(file, text, foreign);
  }

  async #foreign(file: string, onDisk: string | undefined): Promise<Foreign | undefined> {
    if (onDisk === undefined || !mayBeForeign(onDisk)) return undefined;
    return this.#surroundings.files.foreign(this.uriOf(file));
  }

  #isOpen(file: string): boolean {
    return this.#surroundings.openText(this.uriOf(file)) !== undefined;
  }

  // ── files that plans name ───────────────────────────────────────────────────────────────────────────────────────

  /** What a plan may lead to; of a loose file, what lies beside it. */
  reaches(uri: string): boolean {
    const folder = this.#folder;
    if (folder === undefined || (uri !== folder && relativePath(folder, uri) === undefined)) return false;
    return !this.#surroundings.files.leadsOut(uri, folder);
  }

  get #folder(): string | undefined {
    return this.isLoose ? parentUri(this.base) : this.base;
  }

  #isThere(file: string, uri: string): boolean | undefined {
    const there = this.#surroundings.files.exists(uri);
    const named = this.#named.get(file);
    if (named === undefined) this.#named.set(file, new Map([[uri, there]]));
    else named.set(uri, there);
    return there;
  }

  /** Whether a file that a plan names (one that `only` names) came or went since the plan was judged. */
  namesAnother(only?: string): boolean {
    const { exists } = this.#surroundings.files;
    const differs = (named: ReadonlyMap<string, boolean | undefined>): boolean =>
      [...named].some(([uri, there]) => exists(uri) !== there);
    if (only !== undefined) return differs(this.#named.get(only) ?? new Map());
    return [...this.#named.values()].some(differs);
  }

  /** Judges anew what depends on whether named files are there. */
  lookForNamed(): void {
    this.#named.clear();
    this.plan.refresh();
  }
}
