/**
 * What git ignores, as `.gitignore` files and `.git/info/exclude` say it. Read by a library and not asked of the `git`
 * program: that one lets the configuration of a repository run programs, needs to be installed, and would answer by the
 * settings of the user, so that the same plan could give other output on another machine.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { decode, readRegular } from './node-files-read.js';

export interface Ignored {
  /** Whether a path relative to the plan root is ignored; a folder's ends with `/`. */
  has(file: string): boolean;
  /** With what the folder's own file adds. */
  below(
    folder: { readonly prefix: string; readonly absolute: string },
    entries: readonly { readonly name: string }[],
  ): Promise<Ignored>;
}

/** The rules of one file. */
interface Rules {
  readonly rules: Ignore;
  /** The path of the rule's folder in the terms of the plan root: `up` is put before a path, or `down` taken from it. */
  readonly up: string;
  readonly down: string;
}

const IGNORE_FILE = '.gitignore';

/** Outside of repositories nothing is ignored. */
const NOTHING: Ignored = { has: () => false, below: async () => NOTHING };

export async function ignoredByGit(root: string): Promise<Ignored> {
  const above: string[] = [];
  let top: string | undefined;
  for (let at = path.resolve(root); top === undefined; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) top = at;
    else if (path.dirname(at) === at) return NOTHING;
    if (at !== path.resolve(root)) above.unshift(at);
  }
  const layers: Rules[] = [];
  const add = async (folder: string, file: string): Promise<void> => {
    const up = path.relative(folder, path.resolve(root)).split(path.sep).join('/');
    const rules = await rulesIn(path.join(folder, file));
    // Who names an ignored folder as the plan wants what is in it.
    if (rules !== undefined && !(up !== '' && rules.ignores(`${up}/`))) {
      layers.push({ rules, up: up === '' ? '' : `${up}/`, down: '' });
    }
  };
  await add(top, '.git/info/exclude');
  for (const folder of above) await add(folder, IGNORE_FILE);
  return layered(layers);
}

function layered(layers: readonly Rules[]): Ignored {
  return {
    has(file) {
      // The nearest file that says something has the word.
      for (let index = layers.length - 1; index >= 0; index--) {
        const layer = layers[index];
        if (layer === undefined || !file.startsWith(layer.down)) continue;
        const { ignored, unignored } = layer.rules.test(layer.up + file.slice(layer.down.length));
        if (ignored || unignored) return ignored;
      }
      return false;
    },
    async below({ prefix, absolute }, entries) {
      if (!entries.some(({ name }) => name === IGNORE_FILE)) return this;
      const rules = await rulesIn(path.join(absolute, IGNORE_FILE));
      return rules === undefined ? this : layered([...layers, { rules, up: '', down: prefix }]);
    },
  };
}

async function rulesIn(file: string): Promise<Ignore | undefined> {
  const read = await readRegular(file);
  return 'bytes' in read ? ignore({ allowRelativePaths: true }).add(decode(read.bytes)) : undefined;
}
