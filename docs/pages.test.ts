/** Whether the generated pages are up to date. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pages } from './pages.js';

test('the pages are what the tables of rules, keywords and fields make them; `npm run docs` writes them', () => {
  for (const [file, text] of pages()) {
    expect(readFileSync(new URL(file, import.meta.url), 'utf8'), file).toBe(text);
  }
});
