/** The files of this machine. */
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { readBytes } from '../model/encoding.js';
import { CONFIGURATION_FILE, type FileSystem } from './file-system.js';
import { decode, readRegular } from './node-files-read.js';
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

  async list(root, globs) {
    return (await searchFiles(root, globs)).files;
  },
};

/** The plan root that `folder` belongs to: the nearest folder upwards that holds `planwright.json`. */
export function nearestRoot(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, CONFIGURATION_FILE))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}
