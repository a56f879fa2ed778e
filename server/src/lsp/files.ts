/** Where the texts of plan files come from: this machine, or the editor that the server asks. Addresses are canonical. */
import { type Connection, ResponseError } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { type Foreign, readBytes } from '../model/encoding.js';
import { type Globs, matcher } from '../workspace/configuration-globs.js';
import { CONFIGURATION_FILE, type FileSystem } from '../workspace/file-system.js';
import { findFiles, fromBase64, readFile } from './protocol.js';
import { baseName, canonicalUri, joinUri, relativePath } from './uris.js';

export interface Files {
  /** The text of a file; undefined where there is none that can be read. */
  readText(uri: string): Promise<string | undefined>;
  /** What the file is kept in, where that is not UTF-8; asked only where its text may come from other bytes. */
  foreign(uri: string): Promise<Foreign | undefined>;
  /** Whether a file or folder is there; undefined where that cannot be told. */
  exists(uri: string): boolean | undefined;
  /** Whether that is a folder. Where the editor is asked, one without plan files cannot be told from none. */
  isFolder(uri: string): Promise<boolean>;
  /** Whether links lead out of `folder` on the way to what lies below it by its address, and are not to be followed. */
  leadsOut(uri: string, folder: string): boolean;
  /** What lies in a folder, by name, folders with a `/` behind; of the editor's files only plans are known. */
  entries(uri: string): Promise<readonly string[]>;
  /** The paths of the files below `folder` that the globs take in, sorted. */
  list(folder: string, globs: Globs): Promise<readonly string[]>;
}

/** Links that lead out of a plan root are followed where a person wants that; else they are refused, and it is told. */
export interface LinkRules {
  readonly follow: () => boolean;
  readonly refused: (uri: string) => void;
}

/** Reaches `file:` addresses only; of others nothing is known. */
export function filesOf(system: FileSystem, links: LinkRules): Files {
  const path = (uri: string): string | undefined => {
    const parsed = URI.parse(uri);
    return parsed.scheme === 'file' ? parsed.fsPath : undefined;
  };
  return {
    async readText(uri) {
      const at = path(uri);
      return at === undefined ? undefined : system.readText(at);
    },
    async foreign(uri) {
      const at = path(uri);
      return at === undefined ? undefined : system.foreign(at);
    },
    exists(uri) {
      const at = path(uri);
      return at === undefined ? undefined : system.exists(at);
    },
    async isFolder(uri) {
      const at = path(uri);
      return at !== undefined && (await system.isFolder(at));
    },
    leadsOut(uri, folder) {
      const [at, home] = [path(uri), path(folder)];
      return at !== undefined && home !== undefined && !links.follow() && system.leadsOut(at, home);
    },
    async entries(uri) {
      const at = path(uri);
      return at === undefined ? [] : system.entries(at);
    },
    async list(folder, globs) {
      const at = path(folder);
      if (at === undefined) return [];
      const { files, outside } = await system.list(at, globs, links.follow());
      for (const link of outside) links.refused(joinUri(folder, link));
      return files;
    },
  };
}

/** No files at all: only what is open. */
export const noFiles: Files = {
  readText: async () => undefined,
  foreign: async () => undefined,
  exists: () => undefined,
  isFolder: async () => false,
  leadsOut: () => false,
  entries: async () => [],
  list: async () => [],
};

/** The files that the client reaches; what it has found is remembered, so that plan roots can be told at once. */
export function clientFiles(connection: Connection): Files {
  const configurations = new Set<string>();
  const find = async (folder: string): Promise<readonly string[]> => {
    const answer = findFiles.result.safeParse(await connection.sendRequest(findFiles.method, { folder }));
    return answer.data?.uris ?? [];
  };
  const read = async (uri: string) => {
    try {
      return readFile.result.safeParse(await connection.sendRequest(readFile.method, { uri })).data;
    } catch (error) {
      if (error instanceof ResponseError) return undefined;
      throw error;
    }
  };
  return {
    async readText(uri) {
      return (await read(uri))?.text ?? undefined;
    },
    async foreign(uri) {
      const { base64 } = (await read(uri)) ?? {};
      if (base64 === undefined) return undefined;
      return readBytes(fromBase64(base64)).foreign;
    },
    exists(uri) {
      return configurations.has(uri) ? true : undefined;
    },
    async isFolder(uri) {
      return (await find(uri)).length > 0;
    },
    leadsOut: () => false,
    entries: async () => [],
    async list(folder, globs) {
      // What has gone since the last time is forgotten.
      for (const known of configurations) if (relativePath(folder, known) !== undefined) configurations.delete(known);
      const takes = matcher(globs);
      const found: string[] = [];
      for (const uri of await find(folder)) {
        const path = relativePath(folder, canonicalUri(uri));
        if (path === undefined) continue;
        if (baseName(uri) === CONFIGURATION_FILE) configurations.add(canonicalUri(joinUri(folder, path)));
        if (takes(path)) found.push(path);
      }
      return found.sort();
    },
  };
}
