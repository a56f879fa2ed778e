/** Writing files safely: whole or not at all. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file whole or not at all: beside it first, then in its place. A link stays a link and permissions stay what
 * they were; what is no file, such as `/dev/stdout`, is written to as it is.
 */
export async function writeFileAtomically(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const target = await realpath(file).catch(() => file);
  const known = await stat(target).catch(() => undefined);
  if (known !== undefined && !known.isFile()) return writeFile(target, content);
  // Not the file's own name with something added: names may be as long as the system lets them.
  const temporary = path.join(path.dirname(target), `.planwright-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    if (known !== undefined) await chmod(temporary, known.mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
