/** From the paths of a command line to plan roots with their files read. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Day, today } from '../model/day.js';
import { type Foreign, readBytes } from '../model/encoding.js';
import type { Lang } from '../model/lang.js';
import { isTooLong } from '../model/text-length.js';
import { isBelow, type ReadFile, readRegular, realPath } from '../workspace/node-files-read.js';
import { PlanRoot } from '../workspace/plan-root.js';
import type { Configuration, SeverityLayer } from '../workspace/settings.js';
import { type Context, environmentLang } from './context.js';
import { type FoundRoot, findRoots, noPlanFile, type PathOptions } from './find-roots.js';
import { displayPath, relativePath } from './paths.js';
import { Progress } from './progress.js';
import { type Input, standardInput } from './standard-input.js';
import { type Unreadable, unreadable } from './unreadable.js';

export interface LoadOptions extends PathOptions {
  readonly asOf?: Day | undefined;
  readonly lang?: Lang | undefined;
  /** Severities that have the last word. */
  readonly severities?: readonly SeverityLayer[] | undefined;
  /** A file that is not UTF-8 is a finding; anywhere else it would be missing from the answer without anybody noticing. */
  readonly tellsEncoding?: boolean | undefined;
  readonly stdin?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  /** The path that standard input stands for. */
  readonly stdinPath?: string | undefined;
  /** What can be fetched while the files of a root are read is begun here. */
  readonly beforeReading?: ((root: LoadedRoot) => void) | undefined;
}

export interface LoadedRoot {
  /** The absolute path of the plan root's folder. */
  readonly folder: string;
  readonly root: PlanRoot;
  readonly lang: Lang;
  /** The files that were asked for; the others are there for their names. */
  readonly asked: readonly string[];
}

/** Loads the plan roots of the paths; without paths, of the current folder. */
export async function load(
  paths: readonly string[],
  options: LoadOptions,
  context: Context,
): Promise<readonly LoadedRoot[]> {
  const input = await standardInput(paths, options, context);
  const given = input === undefined ? (paths.length === 0 ? ['.'] : paths) : [input.path];
  const found = await askedRoots(given, options, context, input !== undefined);
  return Promise.all(
    found.map(async (each) => {
      const root = settingsOf(each, options, context);
      options.beforeReading?.(root);
      await readFiles(root, each, input, options, context);
      return root;
    }),
  );
}

/** The roots of the paths in which something was asked for. */
export async function askedRoots(
  paths: readonly string[],
  options: PathOptions,
  context: Context,
  mayBeMissing = false,
): Promise<readonly FoundRoot[]> {
  const found = await findRoots(paths, options, context, mayBeMissing);
  const asked = found.filter((root) => root.asked.length > 0);
  if (asked.length === 0 && options.allowEmpty !== true) throw noPlanFile(paths);
  return asked;
}

/** Whether the document that a plan file names is there. */
export type FileExists = (file: string, target: string) => boolean | 'outside';

export function fileExistsIn(found: FoundRoot): FileExists {
  return (file, target) => exists(found, path.resolve(found.folder, path.dirname(file), target));
}

/** The configuration of a root with the severities of the call. */
export function configurationOf({ configuration }: FoundRoot, { severities = [] }: LoadOptions): Configuration {
  return { ...configuration, layers: [...configuration.layers, ...severities] };
}

/** A plan root as it is set, with none of its files read. */
export function settingsOf(
  found: FoundRoot,
  options: LoadOptions,
  context: Context,
  fileExists = fileExistsIn(found),
): LoadedRoot {
  const { folder, configuration, asked } = found;
  const root = new PlanRoot({
    today: () => today(context.now()),
    fileExists,
    treesAtMost: 0,
  });
  root.configuration = configurationOf(found, options);
  root.asOf = options.asOf;
  return { folder, root, lang: options.lang ?? configuration.language ?? environmentLang(context), asked };
}

/** Reads the files of a root, and gives each to `take`: by itself, to the root. */
export async function readFiles(
  { root, lang }: Pick<LoadedRoot, 'root' | 'lang'>,
  { folder, files, within }: FoundRoot,
  input: Input | undefined,
  options: LoadOptions,
  context: Context,
  take: (file: string, text: string, foreign: Foreign | undefined) => void = (...read) => root.set(...read),
): Promise<void> {
  // One text alone stands for a file that is not on the disk, or not yet as it is there.
  const overlay = input && path.resolve(context.cwd, input.path);
  const unread: Unreadable[] = [];
  const refused: Unreadable[] = [];
  const progress = new Progress(context, lang, options.quiet === true);
  const fetch = async (file: string): Promise<ReadFile | undefined> => {
    const absolute = path.join(folder, file);
    return absolute === overlay ? undefined : readRegular(absolute, within);
  };
  for await (const { index, file, read } of fetched(files, fetch)) {
    progress.read(index, files.length);
    if (read === undefined) {
      take(file, (input?.text ?? '').replace(/^\uFEFF/, ''), input?.foreign);
      const why = isTooLong(input?.text ?? '') ? 'too-long' : input?.foreign;
      if (input !== undefined && why !== undefined) refused.push({ name: input.path, why });
      continue;
    }
    const absolute = path.join(folder, file);
    if ('bytes' in read) {
      const { text, foreign } = readBytes(read.bytes);
      take(file, text, foreign);
      const why = isTooLong(text) ? 'too-long' : foreign;
      if (why !== undefined) refused.push({ name: displayPath(context, absolute), why });
    } else unread.push({ name: displayPath(context, absolute), why: read.unread });
  }
  progress.end();
  if (options.tellsEncoding !== true) unread.push(...refused);
  if (unread.length > 0) throw unreadable(unread);
}

/** So many files are fetched from the disk while one is read: a few, as nobody knows how large they are. */
const AHEAD = 4;

async function* fetched<T>(files: readonly string[], fetch: (file: string) => Promise<T>) {
  const begun = files.slice(0, AHEAD).map(fetch);
  for (const [index, file] of files.entries()) {
    const next = files[index + AHEAD];
    if (next !== undefined) begun.push(fetch(next));
    yield { index, file, read: await begun[index] };
    delete begun[index];
  }
}

/** Whether a document that a plan names is there. What lies outside the plan root is not looked up. */
function exists({ folder, within }: FoundRoot, document: string): boolean | 'outside' {
  const way = relativePath(folder, document);
  if (way === '..' || way.startsWith('../') || path.isAbsolute(way)) return 'outside';
  const real = realPath(document);
  if (real === undefined) return existsSync(document);
  return within === undefined || isBelow(real, within) ? true : 'outside';
}
