/** The extension's manifest, its translations and snippets, held against the code. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string): string => readFileSync(ROOT + file, 'utf8');
const json = (file: string): Record<string, unknown> => JSON.parse(read(file));

const manifest = read('package.json');
const sources = readdirSync(`${ROOT}extension/src`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => read(`extension/src/${file}`));

describe('the manifest', () => {
  const titles = Object.keys(json('package.nls.json'));

  it('has every title it names, in both languages', () => {
    const named = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    expect([...new Set(named)].sort()).toEqual([...titles].sort());
    expect(Object.keys(json('package.nls.zh-cn.json')).sort()).toEqual([...titles].sort());
  });

  it('offers exactly the commands that exist', () => {
    const offered = [...manifest.matchAll(/"command": "(planwright\.\w+)",\s*"title"/g)].map(([, id]) => id);
    const registered = sources.flatMap((text) => [...text.matchAll(/^ {2}id: '([\w.]+)'/gm)].map(([, id]) => id));
    expect(offered.sort()).toEqual(registered.sort());
  });

  it('names no file that is not there', () => {
    const files = [...manifest.matchAll(/"\.?\/?((?:extension|grammar)\/[^"*]+\.\w+)"/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(6);
    for (const file of files) expect(() => read(file), file).not.toThrow();
  });
});

describe('texts shown at run time', () => {
  const texts = sources.flatMap((text) =>
    [...text.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, said]) => said ?? ''),
  );
  const bundles = ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.zh-cn.json'];

  it.each(bundles)('are all in %s, which holds nothing else', (file) => {
    expect(Object.keys(json(file)).sort()).toEqual([...new Set(texts)].sort());
  });

  it('are Chinese in the Chinese bundle, with the same places for values', () => {
    for (const [english, chinese] of Object.entries(json('l10n/bundle.l10n.zh-cn.json'))) {
      expect(chinese).toMatch(/\p{Script=Han}/u);
      expect(String(chinese).match(/\{\d\}/g)).toEqual(english.match(/\{\d\}/g));
    }
  });
});
