/** What holds for every source file: it says what it is for, and its name is told from the others. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

const FILES = ['docs', 'extension', 'grammar', 'server', 'test'].flatMap((top) =>
  readdirSync(`${ROOT}${top}`, { recursive: true, encoding: 'utf8' })
    .map((path) => `${top}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(?:ts|mjs|css)$/.test(path) && !path.includes('/generated/')),
);

/** The first line of the comment that a file opens with, behind `#!` where it is run by itself; undefined without one. */
function purposeOf(file: string): string | undefined {
  const text = readFileSync(`${ROOT}${file}`, 'utf8').replace(/^#!.*\n/, '');
  return /^(?:\/\/|\/\*\*?)\s*(?:\*\s*)?([^\n*/]\S* [^\n]*?)(?:\s*\*\/)?\n/.exec(text)?.[1];
}

/** Folders that hold one kind of thing each, so that `checks/progress.ts` and `metrics/progress.ts` are told apart. */
const KINDS: ReadonlySet<string> = new Set(['bench', 'charts', 'checks', 'css', 'e2e', 'metrics', 'summaries']);

function roomOf(file: string): string {
  return /^server\/src\/[^/]+/.exec(file)?.[0] ?? /^[^/]+/.exec(file)?.[0] ?? '';
}

/** What several of the files have in common, with those that do. */
function shared(files: readonly string[], key: (file: string) => string | undefined): readonly string[] {
  const byKey = new Map<string, string[]>();
  for (const file of files) {
    const common = key(file);
    if (common !== undefined) byKey.set(common, [...(byKey.get(common) ?? []), file]);
  }
  return [...byKey].filter(([, all]) => all.length > 1).map(([common, all]) => `${common}: ${all.join(', ')}`);
}

test('every source file opens with a line that says what it is for', () => {
  expect(FILES.length).toBeGreaterThan(400);
  expect(FILES.filter((file) => purposeOf(file) === undefined)).toEqual([]);
  expect(shared(FILES, purposeOf)).toEqual([]);
});

test('no two files of one base name in one room unless the folder says which', () => {
  const named = FILES.filter((file) => basename(file) !== 'index.ts');
  const folder = (file: string) => file.split('/').findLast((part) => KINDS.has(part)) ?? '';
  expect(shared(named, (file) => `${roomOf(file)} ${folder(file)} ${basename(file)}`)).toEqual([]);
});
