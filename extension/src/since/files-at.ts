/** What the files of a plan were at a git revision: the texts of those that are other now, and which are as they were. */
import type * as vscode from 'vscode';
import type { GitRepository } from './git-api.js';

export interface FilesAt {
  readonly changed: readonly { readonly uri: vscode.Uri; readonly bytes: Uint8Array }[];
  readonly unchanged: readonly vscode.Uri[];
}

/** The tree without anything, which git knows in every repository: all that it follows differs from that. */
const NOTHING = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** As the git extension numbers it. */
const ADDED = 1;

/** How many files git is asked for at a time. */
const AT_ONCE = 8;

/** Plan files, and configurations with what they build upon. */
const MATTERS = /\.(?:plan|json)$/;

/**
 * Below `folder`, at a revision by its full name. A file that git does not follow was not there. Fails where git cannot
 * say, since what it does not name would be taken for unchanged; `undefined` while a merge is not finished.
 */
export async function filesAt(
  repository: GitRepository,
  commit: string,
  folder: vscode.Uri,
): Promise<FilesAt | undefined> {
  const matters = (uri: vscode.Uri): boolean => MATTERS.test(uri.path) && isWithin(folder, uri);
  // Of files with conflicts neither comparison says anything.
  if (repository.state.mergeChanges.some(({ uri }) => matters(uri))) return undefined;
  const differing = await repository.diffWith(commit);
  const followed = await repository.diffWith(NOTHING);
  const other = new Set(differing.flatMap(({ uri, originalUri }) => [uri.toString(), originalUri.toString()]));
  const unchanged = followed.map(({ uri }) => uri).filter((uri) => matters(uri) && !other.has(uri.toString()));
  const old = differing
    .filter(({ status }) => status !== ADDED)
    .map(({ originalUri }) => originalUri)
    .filter(matters);
  const changed: { readonly uri: vscode.Uri; readonly bytes: Uint8Array }[] = [];
  for (let start = 0; start < old.length; start += AT_ONCE) {
    const some = old.slice(start, start + AT_ONCE).map(async (uri) => ({
      uri,
      bytes: await repository.buffer(commit, uri.fsPath),
    }));
    changed.push(...(await Promise.all(some)));
  }
  return { changed, unchanged };
}

export function isWithin(folder: vscode.Uri, uri: vscode.Uri): boolean {
  if (folder.scheme !== uri.scheme || folder.authority !== uri.authority) return false;
  return uri.path === folder.path || uri.path.startsWith(`${folder.path.replace(/\/$/, '')}/`);
}
