/**
 * Papers on paper: printed by a browser of this machine, and their pages counted. Where there is none — no Chromium,
 * Chrome or Edge in the path, none named by PLANWRIGHT_BROWSER — the tests are skipped and reported as such.
 */
import { accessSync, constants, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../server/src/cli/testing/test-folder.js';
import { type PrintedPage, printedPages } from './printed-pages.js';

const LONGYAN = fileURLToPath(new URL('../examples/longyan-2009', import.meta.url));
const WESTMERE = fileURLToPath(new URL('../examples/westmere', import.meta.url));
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
/** In milliseconds: a booklet takes a quarter of a minute on a machine that does nothing else. */
const PATIENCE = 300_000;

/** A page that holds no more than this and its number was begun for a leftover. */
const LEFTOVER = 2;

function hasBrowser(): boolean {
  const { PLANWRIGHT_BROWSER: named, PATH = '' } = process.env;
  const known = PATH.split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...(named === undefined ? [] : [named]), ...known].some((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

async function printed(...call: readonly string[]): Promise<readonly PrintedPage[]> {
  const folder = folderWith({});
  const { code, stderr } = await folder.call('summary', ...call, '-o', 'paper.pdf', { env: process.env });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return printedPages(readFileSync(path.join(folder.path, 'paper.pdf')));
}

/** Numbers of the pages that are blank or hold a leftover line. */
function wasted(pages: readonly PrintedPage[]): readonly number[] {
  return pages.flatMap(({ lines, pictures }, i) => (lines - 1 <= LEFTOVER && pictures === 0 ? [i + 1] : []));
}

/** In millimetres, as paper is named: 420 × 297. */
function sizesOf(pages: readonly PrintedPage[]): readonly string[] {
  const inMillimetres = (points: number): number => Math.round((points / 72) * 25.4);
  return [...new Set(pages.map(({ width, height }) => `${inMillimetres(width)} × ${inMillimetres(height)}`))];
}

describe.skipIf(!hasBrowser())('papers printed by a browser (skipped where there is none)', () => {
  it(
    'the booklet of 117 projects takes at most 125 sheets of A4, none blank or with a leftover line',
    async () => {
      const pages = await printed('booklet', LONGYAN);
      // Its cover has a title, who issued it, and the day.
      expect(wasted(pages.slice(1))).toEqual([]);
      expect(pages.length).toBeLessThanOrEqual(125);
      expect(pages.length).toBeGreaterThan(117);
    },
    PATIENCE,
  );

  it(
    'the wall chart of 117 projects takes at most six sheets of A3, and one of A0 where asked for',
    async () => {
      const onA3 = await printed('gantt', LONGYAN);
      expect(sizesOf(onA3)).toEqual(['420 × 297']);
      expect(onA3.length).toBeLessThanOrEqual(6);
      expect(wasted(onA3)).toEqual([]);

      const onA0 = await printed('gantt', LONGYAN, '--paper', 'A0');
      expect(sizesOf(onA0)).toEqual(['1189 × 841']);
      expect(onA0).toHaveLength(1);
    },
    PATIENCE,
  );

  it(
    'a wall chart asked for on one A3 left two rows to a second sheet',
    async () => {
      expect(await printed('gantt', WESTMERE, '--paper', 'A3')).toHaveLength(1);
    },
    PATIENCE,
  );

  it.each(['investment', 'supervision'])(
    '%s has no page that is blank or holds a leftover line',
    async (kind) => {
      expect(wasted(await printed(kind, LONGYAN, '--format', 'pdf'))).toEqual([]);
    },
    PATIENCE,
  );
});
