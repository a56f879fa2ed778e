/** The files of this machine. */
import { existsSync, realpathSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { CONFIGURATION_FILE, type FileSystem, NEVER_SEARCHED } from './file-system.js';

/** Beyond this a plan file is not read: no plan is that long, and the parser would need memory for a tree of it. */
const LARGEST = 64 * 1024 * 1024;

export const nodeFiles: FileSystem = {
  async readText(file) {
    try {
      if ((await stat(file)).size > LARGEST) return undefined;
      return decode(await readFile(file));
    } catch {
      return undefined;
    }
  },

  exists(file) {
    return existsSync(file);
  },

  async isFolder(file) {
    try {
      return (await stat(file)).isDirectory();
    } catch {
      return false;
    }
  },

  async list(root, { include, exclude }) {
    const found = await glob([...include], {
      cwd: root,
      ignore: [...NEVER_SEARCHED, ...exclude],
      onlyFiles: true,
      followSymbolicLinks: true,
      expandDirectories: false,
    });
    return distinct(root, found).sort();
  },
};

/**
 * UTF-8 without its byte order mark, as editors have the text: columns of the first line are the same in both. Bytes that
 * are no UTF-8 become U+FFFD and cost the statement they stand in, not the file.
 */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** The same file reached by two links counts once. */
function distinct(root: string, files: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const file of [...files].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    const real = realPath(path.join(root, file));
    if (!seen.has(real)) seen.set(real, file);
  }
  return [...seen.values()];
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** The plan root that `folder` belongs to: the nearest folder upwards that holds `planwright.json`. */
export function nearestRoot(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, CONFIGURATION_FILE))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}
