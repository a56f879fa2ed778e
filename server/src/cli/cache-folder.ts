/** Where what can be made anew is kept between calls: in the folder that the system means for it. */
import { homedir } from 'node:os';
import path from 'node:path';
import type { Context } from './context.js';

/**
 * `XDG_CACHE_HOME` wherever it is set, as the XDG base directory specification has it: a relative path does not count.
 * Else the folder that the system has for it. Undefined where there is no home.
 */
export function cacheFolder({ env }: Pick<Context, 'env'>, platform: NodeJS.Platform = process.platform) {
  const { XDG_CACHE_HOME: chosen = '', LOCALAPPDATA: local = '' } = env;
  if (path.isAbsolute(chosen)) return path.join(chosen, 'planwright');
  const home = env.HOME ?? env.USERPROFILE ?? homedir();
  if (!path.isAbsolute(home)) return undefined;
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'planwright');
  if (platform !== 'win32') return path.join(home, '.cache', 'planwright');
  return path.join(path.isAbsolute(local) ? local : path.join(home, 'AppData', 'Local'), 'planwright', 'Cache');
}
