/** The pages on how the code is built name files and code that are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const TOPS = ['docs', 'examples', 'extension', 'grammar', 'server', 'test'];

const PATHS = TOPS.flatMap((top) =>
  readdirSync(`${ROOT}${top}`, { recursive: true, encoding: 'utf8' }).map(
    (path) => `${top}/${path.replaceAll('\\', '/')}`,
  ),
);
const CODE = PATHS.filter((path) => /\.ts$/.test(path) && !path.includes('/generated/'));
const WORDS = new Set(CODE.flatMap((path) => readFileSync(`${ROOT}${path}`, 'utf8').match(/[A-Za-z_]\w*/g) ?? []));

const PAGES = PATHS.filter((path) => /^docs\/design(?:\/.*)?\.md$/.test(path));

const quoted = (page: string): readonly string[] =>
  [
    ...readFileSync(`${ROOT}${page}`, 'utf8')
      .replace(/^```[\s\S]*?^```/gm, '')
      .matchAll(/`([^`\n]+)`/g),
  ].map(([, text = '']) => text);

/** A file by its ending, a folder by the one it begins with: `analysis/checks`, but not `textDocument/didChange`. */
const isPath = (text: string): boolean =>
  /^[\w./-]+\.(?:ts|mjs|md|json|langium)$/.test(text) ||
  [...TOPS, 'analysis', 'report', 'syntax', 'model'].some((folder) => text.startsWith(`${folder}/`));

/** From the top, or as much of its end as says which one it is. */
const isThere = (text: string): boolean => {
  const path = text.replace(/\/$/, '');
  return TOPS.includes(path) || existsSync(`${ROOT}${path}`) || PATHS.some((each) => each.endsWith(`/${path}`));
};

describe.each(PAGES)('%s', (page) => {
  test('every file and folder that it names is there', () => {
    const paths = quoted(page).filter(isPath);
    expect(paths).not.toEqual([]);
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });

  test('every link to another page leads there', () => {
    const text = readFileSync(`${ROOT}${page}`, 'utf8');
    const links = [...text.matchAll(/\]\(([^):#]+)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(new URL(link, `file://${ROOT}${page}`)))).toEqual([]);
  });

  test('every name of code that it mentions is in the code', () => {
    const names = quoted(page).filter((text) => /^[A-Za-z]\w*(?:\.[a-zA-Z]\w*)*$/.test(text) && !isPath(text));
    expect(names.filter((name) => !name.split('.').every((part) => WORDS.has(part)))).toEqual([]);
  });
});
