/** Which files the globs of a configuration take in. */
import picomatch from 'picomatch';
import { CONFIGURATION_FILE, NEVER_SEARCHED } from './file-system.js';

export interface Globs {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** All plan files end so; nothing else is read as a plan or written to as one. */
export const PLAN_ENDING = '.plan';

/**
 * Whether the globs take in the file of that path, relative to the plan root: plan files, and configurations where a glob
 * names them.
 */
export function matcher(globs: Globs): (path: string) => boolean {
  const include = globs.include.filter(isPositive);
  const plans = picomatch(include.flatMap(withFolder));
  const configurations = picomatch(include.filter((glob) => glob.endsWith(CONFIGURATION_FILE)));
  const leaves = exclusion(globs);
  return (path) => (path.endsWith(PLAN_ENDING) ? plans(path) : configurations(path)) && !leaves(path);
}

/** Whether a file or folder is left out, itself or with the folder it lies in. */
export function exclusion({ include, exclude }: Globs): (path: string) => boolean {
  const negated = include.filter((glob) => !isPositive(glob)).map((glob) => glob.slice(1));
  const leaves = picomatch([...NEVER_SEARCHED, ...[...exclude, ...negated].map(trimmed)], { dot: true });
  return (path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (leaves(path.slice(0, end))) return true;
    }
    return false;
  };
}

/** Paths that one setting is meant for. */
export function fileMatcher(globs: readonly string[]): (path: string) => boolean {
  const takes = picomatch(globs.flatMap(withFolder), { dot: true });
  return (path) => takes(path);
}

/** Whether a glob can lead out of the folder it starts from. */
export function leadsOut(glob: string): boolean {
  const plain = glob.replace(/^!(?!\()/, '');
  return /^(?:[\\/]|[A-Za-z]:)/.test(plain) || plain.split(/[\\/{},|()]/).includes('..');
}

/** A leading `!` leaves out; `!(a|b)` is a pattern like any other. */
function isPositive(glob: string): boolean {
  return !/^!(?!\()/.test(glob);
}

/** The name of a folder stands for what is in it. */
function withFolder(glob: string): readonly string[] {
  const plain = trimmed(glob);
  return plain.endsWith(PLAN_ENDING) ? [plain] : [plain, plain === '' ? '**' : `${plain}/**`];
}

function trimmed(glob: string): string {
  return glob.replace(/^\.(?:\/|$)/, '').replace(/\/+$/, '');
}
