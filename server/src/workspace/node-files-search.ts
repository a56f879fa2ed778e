/**
 * Looks for the plan files below a folder. Links are followed inside the folder and never out of it, those that lead in
 * circles once; what git ignores is left out. What could not be looked at is said, so that nobody takes it for empty.
 */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { exclusion, type Globs, matcher } from './configuration-globs.js';
import { type Ignored, ignoredByGit } from './node-files-ignored.js';
import { isBelow, realPath, type Unread, whyUnread } from './node-files-read.js';

export interface Search {
  /** Relative to the root, with `/`, sorted. */
  readonly files: readonly string[];
  readonly unread: readonly { readonly file: string; readonly why: Unread }[];
}

export interface SearchOptions {
  /** Links may lead out of the folder. */
  readonly followLinks?: boolean;
  /** Folders that were asked for by name are searched although git ignores them; relative, with `/` behind. */
  readonly asked?: readonly string[];
}

interface Folder {
  /** Relative to the root: empty, or with `/` behind. */
  readonly prefix: string;
  readonly absolute: string;
  readonly real: string;
  readonly ignored: Ignored;
}

interface Found {
  readonly file: string;
  readonly real: string;
}

/** Plan files that the globs take in, and configurations where a glob names them. */
export async function searchFiles(root: string, globs: Globs, options: SearchOptions = {}): Promise<Search> {
  const home = realPath(root);
  if (home === undefined) return { files: [], unread: [{ file: '', why: 'gone' }] };
  const takes = matcher(globs);
  const leaves = exclusion(globs);
  /** Whether nothing in a folder can be taken in, so that it need not be looked into. */
  const leavesFolder = (folder: string): boolean => leaves(folder) || leaves(`${folder}/-`);
  const found: Found[] = [];
  const unread: { file: string; why: Unread }[] = [];
  const visited = new Set<string>();
  // Links come last: what can be reached without them is named without them.
  const links: { file: string; from: Folder }[] = [];

  const visit = async (folder: Folder): Promise<void> => {
    if (visited.has(folder.real)) return;
    visited.add(folder.real);
    let entries: readonly { name: string; kind: 'file' | 'folder' | 'link' | 'special' }[];
    try {
      entries = (await readdir(folder.absolute, { withFileTypes: true })).map((entry) => ({
        name: entry.name,
        kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'special',
      }));
    } catch (error) {
      unread.push({ file: folder.prefix, why: whyUnread(error) });
      return;
    }
    const ignored = await folder.ignored.below(folder, entries);
    const here = { ...folder, ignored };
    const folders: Folder[] = [];
    for (const { name, kind } of entries) {
      const file = folder.prefix + name;
      if (kind === 'folder') {
        if (leavesFolder(file) || (ignored.has(`${file}/`) && !isAsked(`${file}/`, options.asked))) continue;
        folders.push({
          ...here,
          prefix: `${file}/`,
          absolute: path.join(folder.absolute, name),
          real: path.join(folder.real, name),
        });
      } else if (kind === 'link') {
        if (!leaves(file)) links.push({ file, from: here });
      } else if (takes(file) && !isIgnored(file, ignored, options.asked)) {
        if (kind === 'file') found.push({ file, real: path.join(folder.real, name) });
        else unread.push({ file, why: 'special' });
      }
    }
    for (const inner of folders) await visit(inner);
  };

  const follow = async ({ file, from }: { file: string; from: Folder }): Promise<void> => {
    const absolute = path.join(root, file);
    const stats = await stat(absolute).catch(whyUnread);
    const isFolder = typeof stats !== 'string' && stats.isDirectory();
    if (isFolder ? leavesFolder(file) : !takes(file)) return;
    if (isIgnored(file, from.ignored, options.asked) || (isFolder && from.ignored.has(`${file}/`))) return;
    const real = realPath(absolute);
    if (typeof stats === 'string' || real === undefined) unread.push({ file, why: 'gone' });
    else if (options.followLinks !== true && !isBelow(real, home)) unread.push({ file, why: 'outside' });
    else if (isFolder) await visit({ ...from, prefix: `${file}/`, absolute, real });
    else if (!stats.isFile()) unread.push({ file, why: 'special' });
    else found.push({ file, real });
  };

  await visit({ prefix: '', absolute: root, real: home, ignored: await ignoredByGit(root) });
  for (let link = links.shift(); link !== undefined; link = links.shift()) await follow(link);
  return { files: distinct(found), unread: unread.sort((a, b) => (a.file < b.file ? -1 : 1)) };
}

function isIgnored(file: string, ignored: Ignored, asked: readonly string[] | undefined): boolean {
  return ignored.has(file) && !isAsked(file, asked);
}

/** Whether something lies in a folder that was asked for, or leads to one; the root itself asks for nothing in particular. */
function isAsked(file: string, asked: readonly string[] | undefined): boolean {
  return asked?.some((each) => each !== '' && (each.startsWith(file) || file.startsWith(each))) === true;
}

/** The same file reached on two ways counts once. */
function distinct(found: readonly Found[]): string[] {
  const seen = new Map<string, string>();
  for (const { file, real } of found) if (!seen.has(real)) seen.set(real, file);
  return [...seen.values()].sort();
}
