/** The plan files of a folder as a git revision has them. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Bilingual } from '../model/lang.js';
import { exclusion } from './configuration-globs.js';
import { type GitResult, git } from './git-program.js';
import { realPath } from './node-files-read.js';
import type { Configuration } from './settings.js';
import { planFilesOf, stateText } from './state-files.js';

export interface Revision {
  /** The full name of the commit. */
  readonly commit: string;
  /** Paths relative to the folder → texts. */
  readonly files: ReadonlyMap<string, string>;
  /** Submodules in it that are not checked out here, so that nobody knows what they held. */
  readonly unknown: readonly string[];
}

export type Problem = { readonly problem: Bilingual };

/** The commit that a revision names, seen from a folder. */
export async function commitOf(folder: string, revision: string): Promise<{ readonly commit: string } | Problem> {
  if (revision.startsWith('-') || revision === '') return { problem: noRevision(revision) };
  const found = await git(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  const commit = found.out.toString('utf8').trim();
  if (found.code === 0 && /^[0-9a-f]{40,64}$/.test(commit)) return { commit };
  return { problem: await whyNot(folder, found, revision) };
}

/** Where two revisions have parted. */
export async function mergeBase(
  folder: string,
  one: string,
  other: string,
): Promise<{ readonly commit: string } | Problem> {
  const ends: string[] = [];
  for (const revision of [one, other]) {
    const end = await commitOf(folder, revision);
    if ('problem' in end) return end;
    ends.push(end.commit);
  }
  const found = await git(folder, ['merge-base', ...ends]);
  const commit = found.out.toString('utf8').trim();
  if (found.code === 0) return { commit };
  const shallow = await isShallow(folder);
  return {
    problem: {
      en: `'${one}' and '${other}' have no common history${shallow ? SHALLOW.en : ''}`,
      zh: `“${one}”与“${other}”没有共同的历史${shallow ? SHALLOW.zh : ''}`,
    },
  };
}

/** What the files of `folder` said at a commit. Without a configuration of its own there, that of today says which they were. */
export async function filesAt(
  folder: string,
  commit: string,
  configuration: Configuration,
  codes: readonly string[],
): Promise<Revision | Problem> {
  const prefix = await git(folder, ['rev-parse', '--show-prefix']);
  if (prefix.code !== 0) return { problem: await whyNot(folder, prefix, commit) };
  const inside = prefix.out.toString('utf8').replace(/\n$/, '').replace(/\/$/, '');
  const tree = await treeOf(folder, inside === '' ? commit : `${commit}:${inside}`, '', exclusion(configuration));
  if ('problem' in tree) return tree;
  const blobs = new Map(tree.blobs.map((blob) => [blob.file, blob]));
  const readText = async (file: string): Promise<string | undefined> => {
    const blob = blobs.get(file);
    const texts = blob === undefined ? undefined : await contents([blob]);
    return texts === undefined || 'problem' in texts ? undefined : texts.get(file);
  };
  const taken = new Set(await planFilesOf({ paths: [...blobs.keys()], readText }, configuration, codes));
  const wanted = tree.blobs.filter(({ file }) => taken.has(file));
  const texts = await contents(wanted);
  if ('problem' in texts) return texts;
  return { commit, files: texts, unknown: tree.unknown };
}

// ----------------------------------------------------------------------------------------------- trees

interface Blob {
  readonly file: string;
  readonly id: string;
  /** The folder of the repository that holds it. */
  readonly repository: string;
}

interface Tree {
  readonly blobs: readonly Blob[];
  readonly unknown: readonly string[];
}

/** What git says of a folder that a commit does not have. */
const NO_FOLDER = /Not a valid object name|not a tree object|does not exist in|exists on disk, but not in/;

/** All files of a tree that may matter; of a folder that was not there yet, none. */
async function treeOf(
  repository: string,
  tree: string,
  under: string,
  leaves: (file: string) => boolean,
): Promise<Tree | Problem> {
  const listed = await git(repository, ['ls-tree', '-r', '-z', '--full-tree', tree]);
  if (listed.code !== 0) {
    if (NO_FOLDER.test(listed.error)) return { blobs: [], unknown: [] };
    return { problem: cannotRead(listed.error) };
  }
  const blobs: Blob[] = [];
  const unknown: string[] = [];
  for (const entry of listed.out.toString('utf8').split('\0')) {
    const [, mode, kind, id, name] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (id === undefined || name === undefined) continue;
    const file = under + name;
    // A link is read where it leads to; what is no file holds no plan.
    if (kind === 'blob' && mode !== '120000') {
      if (file.endsWith('.plan') || file.endsWith('.json')) blobs.push({ file, id, repository });
    } else if (kind === 'commit' && !leaves(file)) {
      const inner = await submodule(path.join(repository, name), id, `${file}/`, leaves);
      if (inner === undefined) unknown.push(file);
      else if ('problem' in inner) return inner;
      else {
        blobs.push(...inner.blobs);
        unknown.push(...inner.unknown);
      }
    }
  }
  return { blobs, unknown };
}

/** A repository inside the repository: at the commit that the outer one names. */
async function submodule(
  folder: string,
  commit: string,
  under: string,
  leaves: (file: string) => boolean,
): Promise<Tree | Problem | undefined> {
  if (!existsSync(path.join(folder, '.git'))) return undefined;
  const known = await git(folder, ['cat-file', '-e', `${commit}^{commit}`]);
  return known.code === 0 ? treeOf(folder, commit, under, leaves) : undefined;
}

/** The texts of blobs, asked for at once. */
async function contents(blobs: readonly Blob[]): Promise<ReadonlyMap<string, string> | Problem> {
  const texts = new Map<string, string>();
  for (const repository of new Set(blobs.map((blob) => blob.repository))) {
    const mine = blobs.filter((blob) => blob.repository === repository);
    const { out, code, error } = await git(
      repository,
      ['cat-file', '--batch'],
      mine.map(({ id }) => `${id}\n`).join(''),
    );
    if (code !== 0) return { problem: cannotRead(error) };
    let at = 0;
    for (const { file } of mine) {
      const end = out.indexOf('\n', at);
      const [, kind, size] = out.toString('latin1', at, end).split(' ');
      if (kind !== 'blob' || size === undefined) return { problem: cannotRead(file) };
      texts.set(file, stateText(out.subarray(end + 1, end + 1 + Number(size))));
      at = end + 1 + Number(size) + 1;
    }
  }
  return texts;
}

// ----------------------------------------------------------------------------------------------- what is wrong

const SHALLOW: Bilingual = {
  en: "; the check-out holds only the latest commits: fetch the rest ('git fetch --unshallow', or 'fetch-depth: 0' in the pipeline)",
  zh: '；本地只有最近的提交，请取回其余历史（“git fetch --unshallow”，或在流水线中设置“fetch-depth: 0”）',
};

function noRevision(revision: string): Bilingual {
  return { en: `There is no revision '${revision}'`, zh: `没有名为“${revision}”的版本` };
}

function cannotRead(what: string): Bilingual {
  return { en: `git cannot give what is in the revision: ${what}`, zh: `git 无法给出该版本的内容：${what}` };
}

async function isShallow(folder: string): Promise<boolean> {
  const told = await git(folder, ['rev-parse', '--is-shallow-repository']);
  return told.out.toString('utf8').trim() === 'true';
}

async function whyNot(folder: string, { code }: GitResult, revision: string): Promise<Bilingual> {
  if (code === undefined) {
    return realPath(folder) === undefined
      ? { en: `There is no folder '${folder}'`, zh: `没有文件夹“${folder}”` }
      : {
          en: "The program 'git' is not installed, and revisions cannot be read without it",
          zh: '没有安装 git 程序，无法读取版本',
        };
  }
  const inside = await git(folder, ['rev-parse', '--git-dir']);
  if (inside.code !== 0) {
    return /dubious ownership/.test(inside.error)
      ? {
          en: `git does not trust this folder, which belongs to somebody else: ${inside.error.split('\n')[0] ?? ''}`,
          zh: `此文件夹属于他人，git 不予信任：${inside.error.split('\n')[0] ?? ''}`,
        }
      : {
          en: `This folder is in no git repository, so there is no revision '${revision}'`,
          zh: `此文件夹不在 git 仓库中，没有版本“${revision}”`,
        };
  }
  const { en, zh } = noRevision(revision);
  return (await isShallow(folder)) ? { en: en + SHALLOW.en, zh: zh + SHALLOW.zh } : { en, zh };
}
