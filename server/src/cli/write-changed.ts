/** Plan files that were changed, back to where they are: all of them or none, with the byte order marks that they had. */
import path from 'node:path';
import type { ChangedFile } from '../exchange/edits/plan-edits.js';
import type { Context } from './context.js';
import { readExactly } from './read-exactly.js';
import { writeAllAtomically } from './write-file.js';

/** `folder`: the plan root. */
export async function writeChanged(
  changed: readonly Pick<ChangedFile, 'file' | 'text'>[],
  folder: string,
  context: Context,
): Promise<void> {
  const contents = [];
  for (const { file, text } of changed) {
    const absolute = path.join(folder, file);
    const mark = (await readExactly(absolute, context)).text.startsWith('\uFEFF') ? '\uFEFF' : '';
    contents.push({ file: absolute, content: `${mark}${text}` });
  }
  await writeAllAtomically(contents);
}
