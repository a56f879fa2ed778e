#!/usr/bin/env node
// Runs the built command for long against what it has to stand, and prints a table; ends with 1 where something is wrong.
//
//   node test/soak/run.mjs               everything
//   node test/soak/run.mjs injection     one of: huge, disk, injection

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUT = `${ROOT}out/soak/command.cjs`;

await build({
  stdin: {
    contents: `import { main } from './command.soak.js'; process.exitCode = main(process.argv.slice(2));`,
    resolveDir: HERE,
    sourcefile: 'run.ts',
  },
  outfile: OUT,
  bundle: true,
  platform: 'node',
  mainFields: ['module', 'main'],
  logLevel: 'error',
});
const { status } = spawnSync(process.execPath, [OUT, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
process.exitCode = status ?? 1;
