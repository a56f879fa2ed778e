/** From the paths of a command line to plan roots with their files read. */
import path from 'node:path';
import { type Day, today } from '../model/day.js';
import type { Lang } from '../model/lang.js';
import { nodeFiles } from '../workspace/node-files.js';
import { PlanRoot } from '../workspace/plan-root.js';
import { type Context, environmentLang } from './context.js';
import { type FoundRoot, findRoots, noPlanFile, unreadable } from './find-roots.js';
import { displayPath } from './paths.js';

export interface LoadOptions {
  readonly asOf?: Day | undefined;
  readonly lang?: Lang | undefined;
  readonly allowEmpty?: boolean | undefined;
  /** The text of one file that is not on the disk, or not yet as it is there; it alone is asked for. */
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
  const { overlay } = options;
  const given = overlay === undefined ? (paths.length === 0 ? ['.'] : paths) : [overlay.path];
  const found = await findRoots(given, context, overlay !== undefined);
  const asked = found.filter((root) => root.asked.length > 0);
  if (asked.length === 0 && options.allowEmpty !== true) throw noPlanFile(given);
  return Promise.all(asked.map((root) => loadRoot(root, options, context)));
}

async function loadRoot(
  { folder, configuration, files, asked }: FoundRoot,
  options: LoadOptions,
  context: Context,
): Promise<LoadedRoot> {
  const root = new PlanRoot({
    today: () => today(context.now()),
    fileExists: (file, target) => nodeFiles.exists(path.resolve(folder, path.dirname(file), target)),
  });
  root.configuration = configuration;
  root.asOf = options.asOf;
  const overlay = options.overlay && path.resolve(context.cwd, options.overlay.path);
  for (const file of files) {
    const absolute = path.join(folder, file);
    const text =
      absolute === overlay ? options.overlay?.text.replace(/^\uFEFF/, '') : await nodeFiles.readText(absolute);
    if (text === undefined) throw unreadable(displayPath(context, absolute));
    root.set(file, text);
  }
  return { folder, root, lang: options.lang ?? configuration.language ?? environmentLang(context), asked };
}
