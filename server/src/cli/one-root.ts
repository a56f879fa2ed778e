/** Commands that answer about one plan refuse several: their answers would not add up to one. */
import { today } from '../model/day.js';
import { PlanRoot } from '../workspace/plan-root.js';
import { type Context, environmentLang, UsageError } from './context.js';
import { type LoadedRoot, type LoadOptions, load } from './load.js';

/** Where there is no plan file and that is allowed, a plan that says nothing. */
export async function loadOne(paths: readonly string[], options: LoadOptions, context: Context): Promise<LoadedRoot> {
  const [only, ...more] = await load(paths, options, context);
  if (more.length > 0) {
    throw new UsageError({
      en: 'This needs one plan root; the paths lead to several',
      zh: '此命令只能处理一个计划根目录，所给路径包含多个',
    });
  }
  if (only !== undefined) return only;
  return emptyRoot(context.cwd, options, context);
}

function emptyRoot(folder: string, options: LoadOptions, context: Context): LoadedRoot {
  const root = new PlanRoot({ today: () => today(context.now()), treesAtMost: 0 });
  root.asOf = options.asOf;
  return { folder, root, lang: options.lang ?? environmentLang(context), asked: [] };
}
