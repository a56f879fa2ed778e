/** `planwright new FOLDER`: a starter plan that checks clean, with comments that lead on. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { today } from '../model/day.js';
import type { Lang } from '../model/lang.js';
import { visible } from '../report/invisible-characters.js';
import { type Context, EXIT, environmentLang, UsageError } from './context.js';
import { displayPath } from './paths.js';
import { starterPlan } from './starter-plan.js';
import { writeFileAtomically } from './write-file.js';

export async function newPlan(
  folder: string,
  options: { readonly lang?: Lang | undefined },
  context: Context,
): Promise<number> {
  const lang = options.lang ?? environmentLang(context);
  const files = starterPlan(lang, today(context.now()));
  const target = path.resolve(context.cwd, folder);
  for (const name of files.keys()) {
    if (existsSync(path.join(target, name))) {
      const there = displayPath(context, path.join(target, name));
      throw new UsageError({
        en: `'${there}' is there already; nothing was written`,
        zh: `“${there}”已存在，未写入任何内容`,
      });
    }
  }
  await mkdir(target, { recursive: true });
  for (const [name, text] of files) {
    await writeFileAtomically(path.join(target, name), text);
    context.stdout.write(`${visible(displayPath(context, path.join(target, name)))}\n`);
  }
  return EXIT.clean;
}
