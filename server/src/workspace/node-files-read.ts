/** Reads files of this machine, and nothing that is none: a device or a pipe is never read from, whatever its name. */
import { constants, realpathSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';

/** Beyond this a plan file is not read: no plan is that long, and the parser would need memory for a tree of it. */
const LARGEST = 64 * 1024 * 1024;

/** Why something was not read. */
export type Unread = 'gone' | 'forbidden' | 'special' | 'folder' | 'too-large' | 'outside';

export type ReadFile = { readonly bytes: Uint8Array } | { readonly unread: Unread };

/**
 * The bytes of a regular file. With `within`, the real path of a folder, a file that links lead out of it is not read.
 * What a path stands for is asked of the opened file, so that nothing can be put in its place in between.
 */
export async function readRegular(file: string, within?: string): Promise<ReadFile> {
  if (within !== undefined) {
    const real = realPath(file);
    if (real === undefined) return { unread: 'gone' };
    if (!isBelow(real, within)) return { unread: 'outside' };
  }
  try {
    // Without blocking: a pipe that nobody writes to would be waited for for ever.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await handle.stat();
      if (stats.isDirectory()) return { unread: 'folder' };
      if (!stats.isFile()) return { unread: 'special' };
      if (stats.size > LARGEST) return { unread: 'too-large' };
      return { bytes: await handle.readFile() };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { unread: whyUnread(error) };
  }
}

export function whyUnread(error: unknown): Unread {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return 'gone';
  if (code === 'EISDIR') return 'folder';
  // What opening a socket, or a device that is not there, answers.
  if (code === 'ENXIO' || code === 'ENODEV') return 'special';
  return 'forbidden';
}

/**
 * UTF-8 without its byte order mark, as editors have the text: columns of the first line are the same in both. Bytes that
 * are no UTF-8 become U+FFFD; of plan files nothing is read then (`readBytes`).
 */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** Where links lead in the end; undefined where nothing is. */
export function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

/** Whether `file` is `folder` or lies in it; both are real paths. */
export function isBelow(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}
