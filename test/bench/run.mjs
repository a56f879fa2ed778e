#!/usr/bin/env node
// Runs the benchmarks and prints their figures; they judge nothing.
//
//   node test/bench/run.mjs              all of them
//   node test/bench/run.mjs schedule     those whose file name holds one of the words
//   node test/bench/run.mjs S M L        sizes of portfolios, for those that make some
//   node test/bench/run.mjs peers 300    beside other tools, with so many projects (never among 'all of them')

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const OUT = fileURLToPath(new URL('../../out/bench/', import.meta.url));
const isSize = (word) => /^[SML]$/.test(word);
const words = process.argv.slice(2).filter((word) => !isSize(word));
const sizes = process.argv.slice(2).filter(isSize);

if (words[0] === 'peers') {
  const { status } = spawnSync(process.execPath, [join(HERE, 'peers/compare.mjs'), ...words.slice(1)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}

const wanted = readdirSync(HERE)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
if (wanted.length === 0) {
  process.stderr.write(`no benchmark's name holds ${words.join(' or ')}\n`);
  process.exitCode = 2;
}

for (const file of wanted) {
  const outfile = join(OUT, `${basename(file, '.ts')}.cjs`);
  await build({
    stdin: {
      contents: `import { main } from './${basename(file, '.ts')}.js';
        Promise.resolve(main()).catch((error) => { console.error(error); process.exitCode = 1; });`,
      resolveDir: HERE,
      sourcefile: 'run.ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    // jsonc-parser's main file requires its parts in a way that no bundler follows.
    mainFields: ['module', 'main'],
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    define: { 'import.meta.url': '__ownAddress' },
    banner: { js: `const __ownAddress = require('node:url').pathToFileURL(__filename).href;` },
  });
  process.stdout.write(`\n── ${basename(file, '.bench.ts')}\n`);
  // A process of its own, so that one benchmark's heap is not another's.
  const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...sizes], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
