// Writes what is made from the grammar and the keyword table: the parser's tables (Langium), the TextMate grammar and the
// language configuration.
//
//   node grammar/generate.mjs            everything
//   node grammar/generate.mjs --needed   only what is missing or older than what it is made from

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const onlyNeeded = process.argv.includes('--needed');

/** Whether `made` has to be made again. Paths are relative to the repository. */
function stale(made, sources) {
  if (!onlyNeeded || !existsSync(ROOT + made)) return true;
  const { mtimeMs } = statSync(ROOT + made);
  return sources.some((source) => statSync(ROOT + source).mtimeMs > mtimeMs);
}

const PARSER = 'server/src/syntax/generated/grammar.ts';
if (stale(PARSER, ['grammar/plan.langium', 'langium-config.json', 'grammar/generate.mjs'])) {
  // Langium's generator uses Object.groupBy, which Node 20 lacks.
  const args = ['object/group-by', 'map/group-by'].flatMap((part) => ['-r', `core-js/actual/${part}`]);
  const { status } = spawnSync(process.execPath, [...args, 'node_modules/langium-cli/bin/langium.js', 'generate'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  // Langium's loader would bring most of Langium into every bundle.
  const text = readFileSync(ROOT + PARSER, 'utf8');
  const loader = `import { loadGrammarFromJson } from 'langium';`;
  if (!text.includes(loader)) throw new Error(`${PARSER} does not hold: ${loader}`);
  writeFileSync(ROOT + PARSER, text.replace(loader, `import { loadGrammarFromJson } from '../load-grammar.js';`));
}

const EDITOR_FILES = ['grammar/plan.tmLanguage.json', 'grammar/language-configuration.json'];
const EDITOR_SOURCES = [
  ...['keywords', 'members', 'shapes', 'words', 'textmate', 'language-configuration'].map(
    (part) => `grammar/${part}.ts`,
  ),
  ...readdirSync(`${ROOT}grammar/members`).map((file) => `grammar/members/${file}`),
];
if (EDITOR_FILES.some((file) => stale(file, EDITOR_SOURCES))) {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './textmate.ts'; export * from './language-configuration.ts';`,
      resolveDir: `${ROOT}grammar`,
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const made = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  writeFileSync(ROOT + EDITOR_FILES[0], made.asJson(made.textMateGrammar()));
  writeFileSync(ROOT + EDITOR_FILES[1], made.asJson(made.languageConfiguration()));
}
