/** From the paths of a command line to the plan roots that they lead to, and the files that were asked for. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { codes } from '../analysis/checks/index.js';
import { exclusion, fileMatcher, leadsOut, PLAN_ENDING } from '../workspace/configuration-globs.js';
import { rangeOf } from '../workspace/diagnostic.js';
import { CONFIGURATION_FILE } from '../workspace/file-system.js';
import { Lines } from '../workspace/lines.js';
import { nearestRoot } from '../workspace/node-files.js';
import { decode, readRegular, realPath } from '../workspace/node-files-read.js';
import { searchFiles } from '../workspace/node-files-search.js';
import { type Configuration, DEFAULT_CONFIGURATION } from '../workspace/settings.js';
import { type Context, UsageError } from './context.js';
import { displayPath, relativePath } from './paths.js';
import { unreadable } from './unreadable.js';

/** How paths are understood. */
export interface PathOptions {
  /** A configuration that is read in place of each `planwright.json`. */
  readonly config?: string | undefined;
  /** Globs of what is left out, relative to the plan root or to the current folder. */
  readonly exclude?: readonly string[] | undefined;
  /** Links may lead out of the plan root. */
  readonly followLinks?: boolean | undefined;
  /** That no plan file is found is no mistake. */
  readonly allowEmpty?: boolean | undefined;
}

export interface FoundRoot {
  /** The absolute path of the plan root's folder. */
  readonly folder: string;
  readonly configuration: Configuration;
  /** The plan's files, relative to the folder, sorted. */
  readonly files: readonly string[];
  /** Those that were asked for; the others are there for their names. */
  readonly asked: readonly string[];
  /** The real path that files have to lie below. */
  readonly within: string | undefined;
}

/** What a root was asked for, while the paths are gone through. */
interface Wanted {
  readonly configuration: Configuration;
  /** Whether the folder holds a `planwright.json`. */
  readonly marked: boolean;
  /** Relative to the root, each with `/` at its end; the empty one is the root itself. */
  readonly folders: Set<string>;
  readonly files: Set<string>;
  readonly globs: ((file: string) => boolean)[];
}

/**
 * A folder may hold roots of its own: each is asked for itself. Without any `planwright.json` a folder that was given is
 * a root, and files that were given are the whole plan: what lies beside them may be another one.
 */
export async function findRoots(
  paths: readonly string[],
  options: PathOptions,
  context: Context,
  mayBeMissing = false,
): Promise<readonly FoundRoot[]> {
  const wanted = new Map<string, Wanted>();
  const reader = new ConfigurationReader(options, context);
  const rootAt = async (folder: string): Promise<Wanted> => {
    const known = wanted.get(folder);
    if (known !== undefined) return known;
    const marked = existsSync(path.join(folder, CONFIGURATION_FILE));
    const configuration = await reader.of(folder, marked);
    const root = { configuration, marked, folders: new Set<string>(), files: new Set<string>(), globs: [] };
    wanted.set(folder, root);
    return root;
  };
  const globs: Glob[] = [];
  for (const given of paths) {
    const absolute = path.resolve(context.cwd, given);
    const there = existsSync(absolute);
    const glob = there || mayBeMissing ? undefined : globOf(given, context);
    if (glob !== undefined) {
      globs.push(glob);
      (await rootAt(glob.root)).globs.push(glob.takes);
      continue;
    }
    if (!there && !mayBeMissing) {
      throw new UsageError({ en: `There is no file or folder '${given}'`, zh: `没有名为“${given}”的文件或文件夹` });
    }
    const isFolder = there && statSync(absolute).isDirectory();
    if (!isFolder && !mayBeMissing && !given.endsWith(PLAN_ENDING)) throw noPlan(given);
    const base = isFolder ? absolute : path.dirname(absolute);
    const folder = nearestRoot(base) ?? base;
    const root = await rootAt(folder);
    if (isFolder) root.folders.add(asPrefix(relativePath(folder, absolute)));
    else root.files.add(relativePath(folder, absolute));
  }
  mergeNested(wanted);

  const excluded = exclusionOf(options, context);
  const found: FoundRoot[] = [];
  // Roots inside those that were asked for are added while the loop runs.
  for (const [folder, root] of wanted) {
    const { own, nested } = await search(folder, root, options, excluded, context);
    for (const inner of nested) {
      const asked = [...root.folders].some((prefix) => inner.startsWith(prefix));
      const among = root.globs.map((takes) => (file: string) => takes(inner + file));
      if (!asked && among.length === 0) continue;
      const nestedRoot = await rootAt(path.join(folder, inner));
      if (asked) nestedRoot.folders.add('');
      nestedRoot.globs.push(...among);
    }
    const files = [...new Set([...own, ...root.files])].filter((file) => !excluded(folder, file)).sort();
    const asked = files.filter(
      (file) =>
        root.files.has(file) ||
        [...root.folders].some((prefix) => file.startsWith(prefix)) ||
        root.globs.some((takes) => takes(file)),
    );
    const within = options.followLinks === true ? undefined : realPath(folder);
    found.push({ folder, configuration: root.configuration, files, asked, within });
  }
  for (const glob of globs) {
    const met = found.some(({ folder, asked }) =>
      asked.some((file) => glob.takes(relativePath(glob.root, path.join(folder, file)))),
    );
    if (!met && options.allowEmpty !== true) throw noMatch(glob.given);
  }
  return found.sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

// ----------------------------------------------------------------------------------------------- paths

interface Glob {
  readonly given: string;
  /** The folder that it is looked for in: a plan root where there is one. */
  readonly root: string;
  readonly takes: (file: string) => boolean;
}

/** A path that the shell has left as it was written, such as `'plans/**\/*.plan'`. */
function globOf(given: string, context: Context): Glob | undefined {
  const { base, glob, isGlob } = picomatch.scan(given);
  if (!isGlob) return undefined;
  const start = path.resolve(context.cwd, base);
  if (!existsSync(start)) throw noMatch(given);
  const root = nearestRoot(start) ?? start;
  const prefix = asPrefix(relativePath(root, start));
  const takes = fileMatcher([glob]);
  return {
    given,
    root,
    takes: (file) => file.endsWith(PLAN_ENDING) && file.startsWith(prefix) && takes(file.slice(prefix.length)),
  };
}

function noMatch(given: string): UsageError {
  return new UsageError({ en: `No plan file matches '${given}'`, zh: `没有计划文件符合“${given}”` });
}

function noPlan(given: string): UsageError {
  return new UsageError({
    en: `'${given}' is no plan file (*.plan); '-' reads standard input`,
    zh: `“${given}”不是计划文件（*.plan）；“-”表示读取标准输入`,
  });
}

/** Whether `--exclude` leaves out a file of the root in `folder`. */
function exclusionOf({ exclude = [] }: PathOptions, { cwd }: Context): (folder: string, file: string) => boolean {
  for (const glob of exclude) {
    if (leadsOut(glob)) {
      throw new UsageError({
        en: `--exclude '${glob}' leads out of the plan root`,
        zh: `--exclude “${glob}”超出计划根目录`,
      });
    }
  }
  if (exclude.length === 0) return () => false;
  const leaves = exclusion({ include: [], exclude });
  return (folder, file) => {
    if (leaves(file)) return true;
    const fromHere = relativePath(cwd, path.join(folder, file));
    return !fromHere.startsWith('../') && leaves(fromHere);
  };
}

function asPrefix(folder: string): string {
  return folder === '' ? '' : `${folder}/`;
}

/** Without configuration, a path below a folder that was given as well belongs to that folder. */
function mergeNested(wanted: Map<string, Wanted>): void {
  const plain = [...wanted].filter(([, { marked }]) => !marked);
  for (const [folder, root] of plain) {
    const outer = plain.find(
      ([other, { folders }]) => other !== folder && folders.has('') && folder.startsWith(path.join(other, path.sep)),
    );
    if (outer === undefined) continue;
    wanted.delete(folder);
    for (const file of root.files) outer[1].files.add(relativePath(outer[0], path.join(folder, file)));
  }
}

/** The plan files of a root without those of roots inside it, and the folders of these. */
async function search(
  folder: string,
  { configuration: { include, exclude }, marked, folders, globs }: Wanted,
  options: PathOptions,
  excluded: (folder: string, file: string) => boolean,
  context: Context,
): Promise<{ readonly own: readonly string[]; readonly nested: readonly string[] }> {
  if (!marked && folders.size === 0 && globs.length === 0) return { own: [], nested: [] };
  const { files, unread } = await searchFiles(
    folder,
    { include: [...include, `**/${CONFIGURATION_FILE}`], exclude: [...exclude, ...(options.exclude ?? [])] },
    { followLinks: options.followLinks === true, asked: [...folders] },
  );
  const missed = unread.filter(({ file }) => !excluded(folder, file.replace(/\/$/, '')));
  if (missed.length > 0) {
    throw unreadable(missed.map(({ file, why }) => ({ name: displayPath(context, path.join(folder, file)), why })));
  }
  const nested = files
    .filter((file) => file.endsWith(`/${CONFIGURATION_FILE}`))
    .map((file) => file.slice(0, -CONFIGURATION_FILE.length));
  const own = files.filter(
    (file) => path.posix.basename(file) !== CONFIGURATION_FILE && !nested.some((inner) => file.startsWith(inner)),
  );
  return { own, nested };
}

// ----------------------------------------------------------------------------------------------- configuration

class ConfigurationReader {
  #given: Promise<Configuration> | undefined;

  constructor(
    private readonly options: PathOptions,
    private readonly context: Context,
  ) {}

  async of(folder: string, marked: boolean): Promise<Configuration> {
    const { config, followLinks } = this.options;
    if (config !== undefined) {
      const file = path.resolve(this.context.cwd, config);
      this.#given ??= this.#read(path.dirname(file), path.basename(file), undefined);
      return this.#given;
    }
    if (!marked) return DEFAULT_CONFIGURATION;
    return this.#read(folder, CONFIGURATION_FILE, followLinks === true ? undefined : realPath(folder));
  }

  async #read(folder: string, name: string, within: string | undefined): Promise<Configuration> {
    const own = await readRegular(path.join(folder, name), within);
    if ('unread' in own)
      throw unreadable([{ name: displayPath(this.context, path.join(folder, name)), why: own.unread }]);
    const { readConfiguration } = await import('../workspace/configuration.js');
    const { configuration, problems } = await readConfiguration(name, decode(own.bytes), {
      codes,
      readText: async (file) => {
        const read = await readRegular(path.join(folder, file), within ?? realPath(folder));
        return 'bytes' in read ? decode(read.bytes) : undefined;
      },
    });
    if (problems.length === 0) return configuration;
    const told = problems.map(({ file, text, message, start, end }) => {
      const { line, column } = rangeOf({ file, start, end }, new Lines(text)).start;
      const place = `${displayPath(this.context, path.join(folder, file))}:${line}:${column}`;
      return { en: `${place}: ${message.en}`, zh: `${place}：${message.zh}` };
    });
    throw new UsageError({ en: told.map(({ en }) => en).join('\n'), zh: told.map(({ zh }) => zh).join('\n') });
  }
}

export function noPlanFile(paths: readonly string[]): UsageError {
  return new UsageError({
    en: `No plan file (*.plan) found in ${paths.join(', ')}`,
    zh: `在 ${paths.join('、')} 中没有找到计划文件（*.plan）`,
  });
}
