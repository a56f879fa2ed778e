/** Names of files as the command reads and writes them: relative, with `/`, whatever the system writes. */
import path from 'node:path';
import type { Context } from './context.js';

export function relativePath(from: string, to: string): string {
  return path.relative(from, to).split(path.sep).join('/');
}

/** A path as people are shown it: relative to where the command was called, where it lies below. */
export function displayPath({ cwd }: Pick<Context, 'cwd'>, absolute: string): string {
  const short = relativePath(cwd, absolute);
  return short === '' ? '.' : isOutside(short) ? absolute : short;
}

/**
 * A path as a continuous integration server knows it: relative to its check-out, which is not always where the command
 * was called; elsewhere relative to that.
 */
export function inRepository({ cwd, env }: Pick<Context, 'cwd' | 'env'>, absolute: string): string {
  for (const checkout of [env.GITHUB_WORKSPACE, env.CI_PROJECT_DIR]) {
    if (!checkout) continue;
    const inside = relativePath(checkout, absolute);
    if (!isOutside(inside)) return inside;
  }
  return relativePath(cwd, absolute);
}

/** On Windows what lies on another drive stays absolute. */
function isOutside(short: string): boolean {
  return short === '..' || short.startsWith('../') || path.isAbsolute(short);
}
