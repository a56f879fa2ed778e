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
  return ({ folder }, file) => {
    const absolute = path.join(folder, file);
    return {
      ...(roots.length > 1 ? { root: relativePath(common, folder) || '.' } : {}),
      inPlan: file,
      onTerminal: displayPath(context, absolute),
      inRepository: inRepository(context, absolute),
      rootInRepository: inRepository(context, folder),
    };
  };
}

function commonFolder(a: string, b: string): string {
  let common = a;
  while (path.relative(common, b).startsWith('..') && path.dirname(common) !== common) common = path.dirname(common);
  return common;
}
