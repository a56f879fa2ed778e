// Writes the pages that are made from the tables of rules, keywords and fields and from the definitions of commands: node docs/generate.mjs
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const DOCS = fileURLToPath(new URL('./', import.meta.url));

const { outputFiles } = await build({
  entryPoints: [`${DOCS}pages.ts`],
  bundle: true,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  // Definitions of commands are read, what the commands do is not.
  plugins: [
    {
      name: 'without what is loaded when it is called',
      setup: (made) =>
        made.onResolve({ filter: /^\./ }, ({ kind }) => (kind === 'dynamic-import' ? { external: true } : undefined)),
    },
  ],
  banner: {
    js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(import.meta.url)});`,
  },
  write: false,
});
const { pages } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
for (const folder of ['rules', 'language', 'commands']) rmSync(DOCS + folder, { recursive: true, force: true });
for (const [file, text] of pages()) {
  mkdirSync(path.dirname(DOCS + file), { recursive: true });
  writeFileSync(DOCS + file, text);
}
