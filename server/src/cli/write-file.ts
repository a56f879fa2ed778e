/** Writes files: whole or not at all, and where a command was told to write a result never over a plan. */
import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { chmod, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PLAN_ENDING } from '../workspace/configuration-globs.js';
import { CONFIGURATION_FILE } from '../workspace/file-system.js';
import { realPath } from '../workspace/node-files-read.js';
import { type Context, UsageError } from './context.js';
import { displayPath } from './paths.js';

export interface WriteOptions {
  /** Make the folders that are missing. */
  readonly mkdir?: boolean | undefined;
}

/**
 * A result in the file that the caller named (`file` is absolute). An ordinary file is overwritten, as a shell would; a
 * plan or its configuration, which nobody means by that, is not.
 */
export async function writeResult(
  file: string,
  content: string | Uint8Array,
  { mkdir: makeFolders }: WriteOptions,
  context: Context,
): Promise<void> {
  refuseToOverwrite(file, context);
  const folder = path.dirname(file);
  if (!existsSync(folder)) {
    const name = displayPath(context, folder);
    if (makeFolders !== true) {
      throw new UsageError({
        en: `There is no folder '${name}'; --mkdir makes it`,
        zh: `没有文件夹“${name}”，加 --mkdir 可自动建立`,
      });
    }
    await mkdir(folder, { recursive: true });
  }
  await writeFileAtomically(file, content);
}

function refuseToOverwrite(file: string, context: Context): void {
  const name = displayPath(context, file);
  const real = realPath(file) ?? file;
  if (
    [file, real].some((each) => each.toLowerCase().endsWith(PLAN_ENDING) || path.basename(each) === CONFIGURATION_FILE)
  ) {
    throw new UsageError({
      en: `'${name}' belongs to a plan and is not written over; choose another name`,
      zh: `“${name}”属于计划，不会被覆盖，请换一个文件名`,
    });
  }
  if (existsSync(real) && statSync(real).isDirectory()) {
    throw new UsageError({
      en: `'${name}' is a folder; name a file in it`,
      zh: `“${name}”是文件夹，请写出其中的文件名`,
    });
  }
}

/**
 * Beside the file first, then in its place. A link stays a link and permissions stay what they were; what is no file,
 * such as `/dev/stdout`, is written to as it is.
 */
export async function writeFileAtomically(file: string, content: string | Uint8Array): Promise<void> {
  await writeAllAtomically([{ file, content }]);
}

/** Several files: none is changed before all are written beside their places. */
export async function writeAllAtomically(
  files: readonly { readonly file: string; readonly content: string | Uint8Array }[],
): Promise<void> {
  const staged: { readonly temporary: string; readonly target: string }[] = [];
  let current = '';
  try {
    for (const { file, content } of files) {
      current = file;
      const target = await realpath(file).catch(() => file);
      const known = await stat(target).catch(() => undefined);
      if (known !== undefined && !known.isFile()) {
        await writeFile(target, content);
        continue;
      }
      // Not the file's own name with something added: names may be as long as the system lets them.
      const temporary = path.join(path.dirname(target), `.planwright-${randomBytes(6).toString('hex')}.tmp`);
      staged.push({ temporary, target });
      await writeFile(temporary, content, { flag: 'wx' });
      if (known !== undefined) await chmod(temporary, known.mode);
    }
    for (const { temporary, target } of staged) {
      current = target;
      await rename(temporary, target);
    }
  } catch (error) {
    // Of the file that was meant, not of the one beside it.
    if (error instanceof Error && 'path' in error) error.path = current;
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true })));
    throw error;
  }
}
