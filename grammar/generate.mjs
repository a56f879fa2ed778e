// Writes what is made from the grammar and the tables of keywords and members: the rules and tree types of the syntax, the
// TextMate grammar and the language configuration.
//
//   node grammar/generate.mjs            everything
//   node grammar/generate.mjs --needed   only what is missing or older than what it is made from

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const onlyNeeded = process.argv.includes('--needed');

/** Whether `made` has to be made again. Paths are relative to the repository. */
function stale(made, sources) {
  if (!onlyNeeded || !existsSync(ROOT + made)) return true;
  const { mtimeMs } = statSync(ROOT + made);
  return sources.some((source) => statSync(ROOT + source).mtimeMs > mtimeMs);
}

/** What TypeScript modules export, bundled; packages are resolved as from here. */
async function imported(contents, resolveDir) {
  const outfile = `${ROOT}node_modules/.cache/planwright/${createHash('sha1').update(contents).digest('hex')}.mjs`;
  const stdin = { contents, resolveDir: ROOT + resolveDir };
  await build({ stdin, bundle: true, format: 'esm', packages: 'external', outfile });
  return import(pathToFileURL(outfile).href);
}

// What the parser, completion and the tree are made of. Langium reads and checks the grammar.
const SYNTAX = 'server/src/syntax/generated/';
const READER = ['generate', 'read-grammar', 'rules', 'tree-types', 'write-syntax'];
const SYNTAX_SOURCES = ['grammar/plan.langium', ...READER.map((part) => `server/src/syntax/grammar/${part}.ts`)];
if (['rules.ts', 'tree.ts'].some((file) => stale(SYNTAX + file, SYNTAX_SOURCES))) {
  const { syntaxFrom } = await imported(`export * from './generate.ts';`, 'server/src/syntax/grammar');
  const files = await syntaxFrom(readFileSync(`${ROOT}grammar/plan.langium`, 'utf8'));
  mkdirSync(ROOT + SYNTAX, { recursive: true });
  for (const [file, text] of files) writeFileSync(ROOT + SYNTAX + file, text);
}

const EDITOR_FILES = ['grammar/plan.tmLanguage.json', 'grammar/language-configuration.json'];
const EDITOR_SOURCES = [
  ...['keywords', 'members', 'shapes', 'words', 'textmate', 'language-configuration'].map(
    (part) => `grammar/${part}.ts`,
  ),
  ...readdirSync(`${ROOT}grammar/members`).map((file) => `grammar/members/${file}`),
];
if (EDITOR_FILES.some((file) => stale(file, EDITOR_SOURCES))) {
  const made = await imported(`export * from './textmate.ts'; export * from './language-configuration.ts';`, 'grammar');
  writeFileSync(ROOT + EDITOR_FILES[0], made.asJson(made.textMateGrammar()));
  writeFileSync(ROOT + EDITOR_FILES[1], made.asJson(made.languageConfiguration()));
}
