/** One plan root in the editor: what is known of its files, and which address each of them has. */
import { ruleOf } from '../analysis/checks/index.js';
import type { Day } from '../model/day.js';
import { type ConfigurationProblem, DEFAULT_CONFIGURATION, readConfiguration } from '../workspace/configuration.js';
import { CONFIGURATION_FILE } from '../workspace/file-system.js';
import { LastGood } from '../workspace/last-good.js';
import { PlanRoot } from '../workspace/plan-root.js';
import { type Files, matcher } from './files.js';
import { baseName, joinUri, relativePath, resolveUri } from './uris.js';

/** How many files are read at a time, and how many are taken in before others get a turn. */
const AT_ONCE = 16;

export class Root {
  readonly plan: PlanRoot;
  readonly lastGood: LastGood;
  /** What `planwright.json` says wrongly, and its text; undefined where there is no such file. */
  configuration: { readonly text: string; readonly problems: readonly ConfigurationProblem[] } | undefined;
  /** Settled once everything is read, newly after each reload. */
  ready: Promise<void> = Promise.resolve();
  /** Whether everything is read. */
  loaded = false;
  /** Folders of plan roots inside this one. */
  nested: readonly string[] = [];
  #takes: (path: string) => boolean = matcher(DEFAULT_CONFIGURATION);

  constructor(
    /** The address of the folder; of a loose file, its own. */
    readonly base: string,
    readonly isLoose: boolean,
    private readonly files: Files,
    today: () => Day,
  ) {
    this.plan = new PlanRoot({
      today,
      fileExists: (file, path) => {
        const at = resolveUri(this.uriOf(file), path);
        return at === undefined ? undefined : files.exists(at);
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
    return path === undefined || this.nested.some((folder) => path.startsWith(folder)) ? undefined : path;
  }

  /** Whether the configuration counts a path among the plan files. */
  takes(path: string): boolean {
    return this.#takes(path) && !this.nested.some((folder) => path.startsWith(folder));
  }

  configure(text: string | undefined): void {
    if (text === undefined) {
      this.configuration = undefined;
      this.plan.configuration = DEFAULT_CONFIGURATION;
    } else {
      const { configuration, problems } = readConfiguration(text, (code) => ruleOf(code) !== undefined);
      this.configuration = { text, problems };
      this.plan.configuration = configuration;
    }
    this.#takes = matcher(this.plan.configuration);
  }

  /**
   * Reads all files from where they are kept; those for which `open` has a text are taken from there. What was known
   * of files that are gone is forgotten.
   */
  async load(open: (file: string) => string | undefined, configuration: () => string | undefined): Promise<void> {
    this.loaded = false;
    if (!this.isLoose) {
      this.configure(configuration() ?? (await this.files.readText(this.configurationUri)));
      const found = await this.files.list(this.base, { include: [`*/**/${CONFIGURATION_FILE}`], exclude: [] });
      this.nested = found.map((path) => path.slice(0, -CONFIGURATION_FILE.length));
      const { include, exclude } = this.plan.configuration;
      const listed = (await this.files.list(this.base, { include, exclude })).filter((path) => this.takes(path));
      const known = new Set(listed);
      for (const file of this.plan.files) {
        if (!known.has(file) && (open(file) === undefined || !this.takes(file))) this.plan.delete(file);
      }
      for (let start = 0; start < listed.length; start += AT_ONCE) {
        const files = listed.slice(start, start + AT_ONCE);
        const texts = await Promise.all(files.map((file) => this.files.readText(this.uriOf(file))));
        files.forEach((file, index) => {
          const text = open(file) ?? texts[index];
          if (text !== undefined) this.plan.set(file, text);
        });
        await turn();
      }
    }
    this.loaded = true;
  }

  /** Reads one file anew from where it is kept; forgets it where it is gone. */
  async reread(file: string): Promise<void> {
    const text = this.isLoose || !this.takes(file) ? undefined : await this.files.readText(this.uriOf(file));
    if (text === undefined) this.plan.delete(file);
    else this.plan.set(file, text);
  }
}

/** Lets what has come in meanwhile be answered. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
