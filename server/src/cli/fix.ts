/** `check --fix`: the safe quick fixes, written into the files, or shown as a unified diff. */
import path from 'node:path';
import type { Lang } from '../model/lang.js';
import { applied, safeEdits } from '../workspace/fixes/registry.js';
import { type Context, UsageError } from './context.js';
import type { LoadedRoot } from './load.js';
import { displayPath } from './paths.js';
import { printMessage } from './print-message.js';
import { readExactly } from './read-exactly.js';
import { unifiedDiff } from './unified-diff.js';
import { writeAllAtomically } from './write-file.js';

/** What one fix uncovers may need another; beyond this something goes in circles. */
const ROUNDS = 10;

export interface FixOptions {
  readonly diff?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly stdin?: boolean | undefined;
  readonly lang: Lang;
}

/** Answers whether anything was, or would be, changed. The plan roots are as if all was changed. */
export async function fix(roots: readonly LoadedRoot[], options: FixOptions, context: Context): Promise<boolean> {
  const fixed = roots.flatMap((root) => root.asked.flatMap((file) => fixedIn(root, file)));
  if (options.diff === true) {
    const diffs = fixed.map(({ root, file, before, after }) =>
      unifiedDiff(displayPath(context, path.join(root.folder, file)), before, after),
    );
    context.stdout.write(diffs.join(''));
    return fixed.length > 0;
  }
  const written = await Promise.all(
    fixed.map(async ({ root, file, before, after }) => {
      const name = path.join(root.folder, file);
      const { text: bytes } = await readExactly(name, context);
      const mark = bytes.startsWith('\uFEFF') ? '\uFEFF' : '';
      if (bytes !== mark + before) throw changedMeanwhile(displayPath(context, name));
      return { file: name, content: mark + after };
    }),
  );
  await writeAllAtomically(written);
  if (options.quiet !== true && fixed.length > 0) {
    const fixes = fixed.reduce((sum, { count }) => sum + count, 0);
    printMessage(context, options.lang, {
      en: `${fixes} ${fixes === 1 ? 'fix' : 'fixes'} in ${fixed.length} file${fixed.length === 1 ? '' : 's'}`,
      zh: `已修复 ${fixed.length} 个文件中的 ${fixes} 处`,
    });
  }
  return fixed.length > 0;
}

function fixedIn(loaded: LoadedRoot, file: string) {
  const { root } = loaded;
  const before = root.text(file) ?? '';
  let [after, count] = [before, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const findings = root.findings(file).filter(({ code }) => root.severityOf(code, file) !== 'off');
    const edits = safeEdits(findings, after);
    if (edits.length === 0) break;
    count += edits.length;
    after = applied(after, edits);
    root.set(file, after);
  }
  return after === before ? [] : [{ root: loaded, file, before, after, count }];
}

function changedMeanwhile(name: string): UsageError {
  return new UsageError({
    en: `'${name}' has changed meanwhile; nothing was written`,
    zh: `“${name}”在此期间已被修改，未写入任何内容`,
  });
}
