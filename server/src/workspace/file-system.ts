/** The files of a machine or an editor, as much as the workspace needs of them. */
import type { Foreign } from '../model/encoding.js';

/** Paths are absolute, with `/`. */
export interface FileSystem {
  /** The text of a file; undefined where there is none that can be read. */
  readText(path: string): Promise<string | undefined>;
  /** What the file is kept in, where that is not UTF-8; asked only where its text may come from other bytes. */
  foreign(path: string): Promise<Foreign | undefined>;
  /** Whether a file or folder is there; undefined where that cannot be told. */
  exists(path: string): boolean | undefined;
  /** Whether that is a folder, also where a link leads to one. */
  isFolder(path: string): Promise<boolean>;
  /** What lies in a folder, by name, folders with a `/` behind; nothing where there is none that can be read. */
  entries(path: string): Promise<readonly string[]>;
  /** Whether a file or folder that lies below `folder` by its path is reached by links that lead out of it. */
  leadsOut(path: string, folder: string): boolean;
  /**
   * The files below `root` that the globs take in, relative to it, sorted. Links that lead in circles are followed once,
   * those that lead out of it only with `followLinks`; else they are named.
   */
  list(
    root: string,
    globs: { readonly include: readonly string[]; readonly exclude: readonly string[] },
    followLinks: boolean,
  ): Promise<{ readonly files: readonly string[]; readonly outside: readonly string[] }>;
}

/** The name of the file whose folder is the plan root. */
export const CONFIGURATION_FILE = 'planwright.json';

/** Never searched: what tools and version control keep there is not the plan. */
export const NEVER_SEARCHED: readonly string[] = ['**/node_modules/**', '**/.*/**'];
