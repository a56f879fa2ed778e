#!/usr/bin/env node
// Runs the built command, the server and everything below them for long against what they have to stand, and prints a
// table; ends with 1 where something is wrong.
//
//   node test/soak/run.mjs                    everything: about an hour
//   node test/soak/run.mjs mutants killed     some of: huge, disk, killed, editor, injection, mutants, edits

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
// Of its own for each run, so that parts can run beside each other.
const OUT = `${ROOT}out/soak/main-${process.pid}.cjs`;

await build({
  stdin: {
    contents: `import { main } from './main.soak.js'; main(process.argv.slice(2)).then((code) => process.exit(code));`,
    resolveDir: HERE,
    sourcefile: 'run.ts',
  },
  outfile: OUT,
  bundle: true,
  platform: 'node',
  // jsonc-parser's main file requires its parts in a way that no bundler follows.
  mainFields: ['module', 'main'],
  target: 'node20',
  logLevel: 'error',
  define: { 'import.meta.url': '__ownAddress' },
  // Where the examples are looked for: beside the source, not beside the bundle.
  banner: {
    js: `const __ownAddress = require('node:url').pathToFileURL(${JSON.stringify(`${ROOT}test/soak/run.mjs`)}).href;`,
  },
});
const { status } = spawnSync(process.execPath, [OUT, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
process.exitCode = status ?? 1;
