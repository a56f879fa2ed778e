/** From the paths of a command line to plan roots with their files read. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { ruleOf } from '../analysis/checks/index.js';
import { type Day, today } from '../model/day.js';
import type { Lang } from '../model/lang.js';
import { DEFAULT_CONFIGURATION, readConfiguration } from '../workspace/configuration.js';
import { rangeOf } from '../workspace/diagnostic.js';
import { CONFIGURATION_FILE } from '../workspace/file-system.js';
import { Lines } from '../workspace/lines.js';
import { nearestRoot, nodeFiles } from '../workspace/node-files.js';
import { PlanRoot } from '../workspace/plan-root.js';
import { type Context, environmentLang, UsageError } from './context.js';

export interface LoadOptions {
  readonly asOf?: Day | undefined;
  readonly lang?: Lang | undefined;
  readonly allowEmpty?: boolean | undefined;
  /** The text of one file that is not on the disk, or not yet as it is there. */
  readonly overlay?: { readonly path: string; readonly text: string } | undefined;
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
  const wanted = new Map<string, Set<string> | 'all'>();
  const given = options.overlay === undefined ? (paths.length === 0 ? ['.'] : paths) : [options.overlay.path];
  for (const each of given) await addPath(path.resolve(context.cwd, each), each, wanted, options.overlay !== undefined);
  const loaded: LoadedRoot[] = [];
  for (const [folder, files] of wanted) loaded.push(await loadRoot(folder, files, options, context));
  if (loaded.every(({ asked }) => asked.length === 0) && options.allowEmpty !== true) {
    throw new UsageError({
      en: `No plan file (*.plan) found in ${given.join(', ')}`,
      zh: `在 ${given.join('、')} 中没有找到计划文件（*.plan）`,
    });
  }
  return loaded.filter(({ asked }) => asked.length > 0);
}

/** Notes which files of which roots a path asks for. A folder may hold roots of its own: each is checked for itself. */
async function addPath(
  absolute: string,
  given: string,
  wanted: Map<string, Set<string> | 'all'>,
  mayBeMissing: boolean,
): Promise<void> {
  if (!existsSync(absolute) && !mayBeMissing) {
    throw new UsageError({ en: `There is no file or folder '${given}'`, zh: `没有名为“${given}”的文件或文件夹` });
  }
  const isFolder = existsSync(absolute) && statSync(absolute).isDirectory();
  const root =
    nearestRoot(isFolder ? absolute : path.dirname(absolute)) ?? (isFolder ? absolute : path.dirname(absolute));
  if (!isFolder) {
    add(wanted, root, [relative(root, absolute)]);
    return;
  }
  const configured = await nodeFiles.list(absolute, { include: [`**/${CONFIGURATION_FILE}`], exclude: [] });
  for (const file of configured) {
    const nested = path.dirname(path.join(absolute, file));
    if (nested !== root) wanted.set(nested, 'all');
  }
  if (root === absolute) wanted.set(root, 'all');
  else
    add(wanted, root, await nodeFiles.list(root, { include: [`${relative(root, absolute)}/**/*.plan`], exclude: [] }));
}

function add(wanted: Map<string, Set<string> | 'all'>, root: string, files: readonly string[]): void {
  const known = wanted.get(root);
  if (known === 'all') return;
  wanted.set(root, new Set([...(known ?? []), ...files]));
}

async function loadRoot(
  folder: string,
  wanted: Set<string> | 'all',
  options: LoadOptions,
  context: Context,
): Promise<LoadedRoot> {
  const configurationText = await nodeFiles.readText(path.join(folder, CONFIGURATION_FILE));
  const reading =
    configurationText === undefined
      ? undefined
      : readConfiguration(configurationText, (code) => ruleOf(code) !== undefined);
  const [problem] = reading?.problems ?? [];
  if (problem !== undefined && configurationText !== undefined) {
    const { start } = rangeOf({ file: CONFIGURATION_FILE, ...problem }, new Lines(configurationText));
    const where = `${shown(context, path.join(folder, CONFIGURATION_FILE))}:${start.line}:${start.column}`;
    throw new UsageError({ en: `${where}: ${problem.message.en}`, zh: `${where}：${problem.message.zh}` });
  }
  const configuration = reading?.configuration ?? DEFAULT_CONFIGURATION;
  const root = new PlanRoot({
    today: () => today(context.now()),
    fileExists: (file, target) => nodeFiles.exists(path.resolve(folder, path.dirname(file), target)),
  });
  root.configuration = configuration;
  root.asOf = options.asOf;
  // Without a configuration, files that were named are the whole plan: what lies beside them may be another one.
  const alone = reading === undefined && wanted !== 'all';
  const overlay = options.overlay && relative(folder, path.resolve(context.cwd, options.overlay.path));
  const files = alone ? [...wanted] : await ownFiles(folder, configuration.include, configuration.exclude);
  for (const file of new Set([...files, ...(wanted === 'all' ? [] : wanted)])) {
    const text = file === overlay ? options.overlay?.text : await nodeFiles.readText(path.join(folder, file));
    if (text !== undefined) root.set(file, text);
    else if (wanted !== 'all' && wanted.has(file)) {
      throw new UsageError({ en: `'${file}' cannot be read`, zh: `无法读取“${file}”` });
    }
  }
  return {
    folder,
    root,
    lang: options.lang ?? configuration.language ?? environmentLang(context.env),
    asked: wanted === 'all' ? root.files : root.files.filter((file) => wanted.has(file)),
  };
}

/** The plan files of a root without those of roots inside it. */
async function ownFiles(
  folder: string,
  include: readonly string[],
  exclude: readonly string[],
): Promise<readonly string[]> {
  const files = await nodeFiles.list(folder, { include, exclude });
  const nested = (await nodeFiles.list(folder, { include: [`*/**/${CONFIGURATION_FILE}`], exclude: [] })).map((file) =>
    file.slice(0, -CONFIGURATION_FILE.length),
  );
  return nested.length === 0 ? files : files.filter((file) => !nested.some((inner) => file.startsWith(inner)));
}

function relative(from: string, to: string): string {
  return path.relative(from, to).split(path.sep).join('/');
}

/** A path as it is shown: relative to where the command was called, where it lies below. */
export function shown(context: Context, absolute: string): string {
  const short = relative(context.cwd, absolute);
  return short === '' ? '.' : short.startsWith('../') ? absolute : short;
}
