/** For commands that answer about one plan: the one plan root of a call. */
import { UsageError } from './context.js';
import type { LoadedRoot } from './load.js';

/** Commands that answer about one plan refuse several: their answers would not add up to one. */
export function oneRoot(roots: readonly LoadedRoot[]): LoadedRoot {
  const [only, ...more] = roots;
  if (only !== undefined && more.length === 0) return only;
  throw new UsageError({
    en: 'This needs one plan root; the paths lead to several',
    zh: '此命令只能处理一个计划根目录，所给路径包含多个',
  });
}
