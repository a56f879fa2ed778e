/** How a file is called: to programs, to people at a terminal, to a build server. */
import path from 'node:path';
import type { CheckedRoot } from './checked-root.js';
import type { Context } from './context.js';
import type { FileNames } from './formats/output-format.js';
import { displayPath, inRepository, relativePath } from './paths.js';

/** Several roots are told apart by their way from the folder they have in common, wherever the command was called. */
export function fileNames(
  roots: readonly CheckedRoot[],
  context: Context,
): (root: CheckedRoot, file: string) => FileNames {
  const common = roots.map(({ folder }) => folder).reduce(commonFolder, roots[0]?.folder ?? context.cwd);
  const namesIn = ({ folder }: CheckedRoot): ((file: string) => FileNames) => {
    const known = new Map<string, FileNames>();
    const ofRoot = {
      ...(roots.length > 1 ? { root: relativePath(common, folder) || '.' } : {}),
      rootInRepository: inRepository(context, folder),
    };
    return (file) => {
      const absolute = path.join(folder, file);
      const names = known.get(file) ?? {
        ...ofRoot,
        inPlan: file,
        onTerminal: displayPath(context, absolute),
        inRepository: inRepository(context, absolute),
      };
      known.set(file, names);
      return names;
    };
  };
  // Asked for with every finding and every place that belongs to one.
  const byRoot = new Map<CheckedRoot, (file: string) => FileNames>();
  return (root, file) => {
    const names = byRoot.get(root) ?? namesIn(root);
    byRoot.set(root, names);
    return names(file);
  };
}

function commonFolder(a: string, b: string): string {
  let common = a;
  while (path.relative(common, b).startsWith('..') && path.dirname(common) !== common) common = path.dirname(common);
  return common;
}
