/** Edits over several files as the editor takes them: each for the very text that they were made for. */
import type { ChangedFiles } from './protocol.js';
import type { Root } from './root.js';
import { rangeIn, type Session } from './session.js';

interface Changed {
  readonly file: string;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[];
}

/** `stale`: the address of a file that is another on disk than the one that was read; it is read again. */
export async function changedFiles(
  changed: Iterable<Changed>,
  root: Root,
  { roots }: Session,
): Promise<ChangedFiles | { readonly stale: string }> {
  const files: ChangedFiles = [];
  for (const { file, edits } of changed) {
    const uri = roots.uriOf(root, file);
    const version = roots.documentOf(uri)?.version ?? null;
    if (version === null && !(await roots.isAsOnDisk(uri))) {
      roots.watched([uri]);
      return { stale: uri };
    }
    const lines = root.plan.lines(file);
    files.push({ uri, version, edits: edits.map(({ newText, ...at }) => ({ range: rangeIn(lines, at), newText })) });
  }
  return files;
}
