/** The files of this machine. */
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { readBytes } from '../model/encoding.js';
import { CONFIGURATION_FILE, type FileSystem } from './file-system.js';
import { decode, isBelow, readRegular, realPath } from './node-files-read.js';
import { searchFiles } from './node-files-search.js';

export const nodeFiles: FileSystem = {
  async readText(file) {
    const read = await readRegular(file);
    return 'bytes' in read ? decode(read.bytes) : undefined;
  },

  async foreign(file) {
    const read = await readRegular(file);
    return 'bytes' in read ? readBytes(read.bytes).foreign : undefined;
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

  async entries(folder) {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.map((entry) => `${entry.name}${entry.isDirectory() ? '/' : ''}`).sort();
    } catch {
      return [];
    }
  },

  leadsOut(file, folder) {
    const [real, home] = [realPath(file), realPath(folder)];
    return real !== undefined && home !== undefined && !isBelow(real, home);
  },

  async list(root, globs, followLinks) {
    const { files, unread } = await searchFiles(root, globs, { followLinks });
    return { files, outside: unread.flatMap(({ file, why }) => (why === 'outside' ? [file] : [])) };
  },
};

/** The plan root that `folder` belongs to: the nearest folder upwards that holds `planwright.json`. */
export function nearestRoot(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, CONFIGURATION_FILE))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}
