/** From the paths of a command line to the plan roots that they lead to, and the files that were asked for. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { ruleOf } from '../analysis/checks/index.js';
import { type Configuration, DEFAULT_CONFIGURATION, readConfiguration } from '../workspace/configuration.js';
import { rangeOf } from '../workspace/diagnostic.js';
import { CONFIGURATION_FILE } from '../workspace/file-system.js';
import { Lines } from '../workspace/lines.js';
import { nearestRoot, nodeFiles } from '../workspace/node-files.js';
import { type Context, UsageError } from './context.js';
import { displayPath, relativePath } from './paths.js';

export interface FoundRoot {
  /** The absolute path of the plan root's folder. */
  readonly folder: string;
  readonly configuration: Configuration;
  /** The plan's files, relative to the folder, sorted. */
  readonly files: readonly string[];
  /** Those that were asked for; the others are there for their names. */
  readonly asked: readonly string[];
}

/** What a root was asked for, while the paths are gone through. */
interface Wanted {
  /** Undefined where the folder holds no `planwright.json`. */
  readonly configuration: Configuration | undefined;
  /** Relative to the root, each with `/` at its end; the empty one is the root itself. */
  readonly folders: Set<string>;
  readonly files: Set<string>;
}

/**
 * A folder may hold roots of its own: each is asked for itself. Without any `planwright.json` a folder that was given is
 * a root, and files that were given are the whole plan: what lies beside them may be another one.
 */
export async function findRoots(
  paths: readonly string[],
  context: Context,
  mayBeMissing = false,
): Promise<readonly FoundRoot[]> {
  const wanted = new Map<string, Wanted>();
  const rootAt = async (folder: string): Promise<Wanted> => {
    const known = wanted.get(folder);
    if (known !== undefined) return known;
    const root = {
      configuration: await configurationOf(folder, context),
      folders: new Set<string>(),
      files: new Set<string>(),
    };
    wanted.set(folder, root);
    return root;
  };
  for (const given of paths) {
    const absolute = path.resolve(context.cwd, given);
    const there = existsSync(absolute);
    if (!there && !mayBeMissing) {
      throw new UsageError({ en: `There is no file or folder '${given}'`, zh: `没有名为“${given}”的文件或文件夹` });
    }
    const isFolder = there && statSync(absolute).isDirectory();
    const base = isFolder ? absolute : path.dirname(absolute);
    const folder = nearestRoot(base) ?? base;
    const root = await rootAt(folder);
    if (isFolder) root.folders.add(asPrefix(relativePath(folder, absolute)));
    else root.files.add(relativePath(folder, absolute));
  }
  mergeNested(wanted);

  const found: FoundRoot[] = [];
  // Roots inside those that were asked for are added while the loop runs.
  for (const [folder, root] of wanted) {
    const { own, nested } = await search(folder, root);
    for (const inner of nested) {
      if ([...root.folders].some((prefix) => inner.startsWith(prefix))) {
        (await rootAt(path.join(folder, inner))).folders.add('');
      }
    }
    const files = [...new Set([...own, ...root.files])].sort();
    const asked = files.filter(
      (file) => root.files.has(file) || [...root.folders].some((prefix) => file.startsWith(prefix)),
    );
    found.push({ folder, configuration: root.configuration ?? DEFAULT_CONFIGURATION, files, asked });
  }
  return found.sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

function asPrefix(folder: string): string {
  return folder === '' ? '' : `${folder}/`;
}

/** Without configuration, a path below a folder that was given as well belongs to that folder. */
function mergeNested(wanted: Map<string, Wanted>): void {
  const plain = [...wanted].filter(([, { configuration }]) => configuration === undefined);
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
  { configuration, folders }: Wanted,
): Promise<{ readonly own: readonly string[]; readonly nested: readonly string[] }> {
  if (configuration === undefined && folders.size === 0) return { own: [], nested: [] };
  const { include, exclude } = configuration ?? DEFAULT_CONFIGURATION;
  const files = await nodeFiles.list(folder, { include: [...include, `**/${CONFIGURATION_FILE}`], exclude });
  const nested = files
    .filter((file) => file.endsWith(`/${CONFIGURATION_FILE}`))
    .map((file) => file.slice(0, -CONFIGURATION_FILE.length));
  const own = files.filter(
    (file) => path.posix.basename(file) !== CONFIGURATION_FILE && !nested.some((inner) => file.startsWith(inner)),
  );
  return { own, nested };
}

async function configurationOf(folder: string, context: Context): Promise<Configuration | undefined> {
  const file = path.join(folder, CONFIGURATION_FILE);
  if (!existsSync(file)) return undefined;
  const text = await nodeFiles.readText(file);
  if (text === undefined) throw unreadable(displayPath(context, file));
  const { configuration, problems } = readConfiguration(text, (code) => ruleOf(code) !== undefined);
  if (problems.length === 0) return configuration;
  const lines = new Lines(text);
  const told = problems.map(({ message, ...at }) => {
    const { line, column } = rangeOf({ file, ...at }, lines).start;
    const place = `${displayPath(context, file)}:${line}:${column}`;
    return { en: `${place}: ${message.en}`, zh: `${place}：${message.zh}` };
  });
  throw new UsageError({ en: told.map(({ en }) => en).join('\n'), zh: told.map(({ zh }) => zh).join('\n') });
}

export function unreadable(name: string): UsageError {
  return new UsageError({ en: `'${name}' cannot be read`, zh: `无法读取“${name}”` });
}

export function noPlanFile(paths: readonly string[]): UsageError {
  return new UsageError({
    en: `No plan file (*.plan) found in ${paths.join(', ')}`,
    zh: `在 ${paths.join('、')} 中没有找到计划文件（*.plan）`,
  });
}
