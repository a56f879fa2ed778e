#!/usr/bin/env node
// Makes the folder that is published as the npm package `planwright`: the command and its language server, minified, with
// nothing to install besides. The package at the top of the repository is the extension's as well and is never published
// as it is. docs/publishing.md says how the folder is checked and sent.
//
//   node server/src/cli/npm-package.mjs            into out/npm
//   node server/src/cli/npm-package.mjs FOLDER     into a folder of that name, which is emptied

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const folder = resolve(process.argv[2] ?? join(ROOT, 'out/npm'));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const script of [
  [join(ROOT, 'grammar/generate.mjs'), '--needed'],
  [join(ROOT, 'esbuild.mjs'), '--production', `--command=${join(folder, 'dist')}`],
]) {
  const { status } = spawnSync(process.execPath, script, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

const { version, license, repository, bugs, homepage, keywords, engines, bin } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);
const { 'extension.description': description } = JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8'));
writeFileSync(
  join(folder, 'package.json'),
  `${JSON.stringify(
    {
      name: 'planwright',
      version,
      description,
      keywords,
      license,
      repository,
      bugs,
      homepage,
      // Without the editor's.
      engines: { node: engines.node },
      bin,
      files: ['dist', 'CHANGELOG.md'],
    },
    undefined,
    2,
  )}\n`,
);
for (const file of ['LICENSE', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md']) {
  copyFileSync(join(ROOT, file), join(folder, file));
}
process.stdout.write(`${folder}\n`);
