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
  const namesIn = ({ folder }: CheckedRoot) => {
    const ofRoot = {
      ...(roots.length > 1 ? { root: relativePath(common, folder) || '.' } : {}),
      rootInRepository: inRepository(context, folder),
    };
    return (file: string): FileNames => {
      const absolute = path.join(folder, file);
      return {
        ...ofRoot,
        inPlan: file,
        onTerminal: displayPath(context, absolute),
        inRepository: inRepository(context, absolute),
      };
    };
  };
  // Asked for with every finding and every place that belongs to one.
  const known = new Map(roots.map((root) => [root, { make: namesIn(root), names: new Map<string, FileNames>() }]));
  return (root, file) => {
    const { make, names } = known.get(root) ?? { make: namesIn(root), names: new Map<string, FileNames>() };
    const name = names.get(file) ?? make(file);
    names.set(file, name);
    return name;
  };
}

function commonFolder(a: string, b: string): string {
  let common = a;
  while (path.relative(common, b).startsWith('..') && path.dirname(common) !== common) common = path.dirname(common);
  return common;
}
