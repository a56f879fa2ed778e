// VS Code speaks Chinese only with a language pack from the marketplace, which neither npm nor Debian carries. What has to
// be tested is how *this* extension looks then, so a stand-in pack is enough: it claims zh-cn and translates nothing.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PUBLISHER = 'planwright-tests';
const NAME = 'vscode-language-pack-zh-hans-stand-in';
const VERSION = '1.0.0';
const TRANSLATIONS = 'translations/main.i18n.json';

/** Makes the stand-in below `scratch` and returns the path of its vsix. */
export function packChineseDisplayLanguage(scratch) {
  const folder = join(scratch, 'language-pack');
  const file = join(scratch, 'zh-cn.vsix');
  mkdirSync(join(folder, 'translations'), { recursive: true });
  const manifest = {
    name: NAME,
    displayName: 'Chinese stand-in',
    publisher: PUBLISHER,
    version: VERSION,
    license: 'MIT',
    engines: { vscode: '^1.100.0' },
    categories: ['Language Packs'],
    contributes: {
      localizations: [
        {
          languageId: 'zh-cn',
          languageName: 'Chinese Simplified',
          localizedLanguageName: '中文(简体)',
          translations: [{ id: 'vscode', path: `./${TRANSLATIONS}` }],
        },
      ],
    },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'README.md'), 'A stand-in for tests.\n');
  writeFileSync(join(folder, 'LICENSE'), 'MIT\n');
  writeFileSync(join(folder, TRANSLATIONS), JSON.stringify({ version: '1.0.0', contents: {} }));
  const vsce = join(ROOT, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--out', file];
  const answer = spawnSync(process.execPath, [vsce, ...args], { cwd: folder, encoding: 'utf8' });
  if (answer.status !== 0) throw new Error(`packing the language pack failed:\n${answer.stdout}\n${answer.stderr}`);
  return file;
}

/**
 * Tells the server that the installed stand-in is a language. VS Code writes this file itself, but only when somebody opens
 * 'Configure Display Language', and reads it for the very first page.
 */
export function registerChineseDisplayLanguage(dataFolder, extensionsFolder) {
  const translation = join(extensionsFolder, `${PUBLISHER}.${NAME}-${VERSION}`, TRANSLATIONS);
  const pack = {
    hash: 'stand-in',
    label: '中文(简体)',
    extensions: [{ extensionIdentifier: { id: `${PUBLISHER}.${NAME}` }, version: VERSION }],
    translations: { vscode: translation },
  };
  writeFileSync(join(dataFolder, 'languagepacks.json'), JSON.stringify({ 'zh-cn': pack }));
}
