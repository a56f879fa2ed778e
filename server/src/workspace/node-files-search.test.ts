/** Which files are found below a folder, where the command's own tests do not show it. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { searchFiles } from './node-files-search.js';

function folder(...files: readonly string[]): string {
  const at = realpathSync(mkdtempSync(path.join(tmpdir(), 'planwright-search-')));
  onTestFinished(() => rmSync(at, { recursive: true, force: true }));
  for (const file of files) {
    mkdirSync(path.join(at, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(at, file), '');
  }
  return at;
}

describe.skipIf(process.platform === 'win32')('links', () => {
  it('does not look into folders that are never searched, so that a link may lead there', async () => {
    const at = folder('.store/a.plan', 'node_modules/x/b.plan', 'sub/.hidden/c.plan', 'd.plan');
    symlinkSync('.store', path.join(at, 'current'));

    expect(await searchFiles(at, { include: ['**/*.plan'], exclude: [] })).toEqual({
      files: ['current/a.plan', 'd.plan'],
      unread: [],
    });
  });

  it('names a file without links where it can be reached so', async () => {
    const at = folder('z/deep/a.plan');
    symlinkSync('z/deep', path.join(at, 'a'));
    symlinkSync('z/deep/a.plan', path.join(at, 'a.plan'));

    expect((await searchFiles(at, { include: ['**/*.plan'], exclude: [] })).files).toEqual(['z/deep/a.plan']);
  });
});
