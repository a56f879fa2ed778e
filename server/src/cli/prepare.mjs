// Builds the command where a package is made of this folder as it lies in git: `npm install` of a git address, `npm pack`,
// hooks of pre-commit. What is built already stays, and where there is nothing to build with, as in an install without
// development dependencies, nothing is done. Silent on standard output: pre-commit reads the name of the package there.
//
//   node server/src/cli/prepare.mjs            what `npm run prepare` does
//   node server/src/cli/prepare.mjs --anew     also over what is built (`npm run build:command`)
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const anew = process.argv.includes('--anew');
const canBuild = existsSync(`${ROOT}node_modules/esbuild`) && existsSync(`${ROOT}node_modules/langium`);

if (anew || (canBuild && !existsSync(`${ROOT}dist/cli.js`))) {
  for (const script of [
    ['grammar/generate.mjs', '--needed'],
    ['esbuild.mjs', '--production', `--command=${ROOT}dist`],
  ]) {
    const { status } = spawnSync(process.execPath, script, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) process.exit(status ?? 1);
  }
}
