// The summary of a preview as a file: the kind is that of the preview, the formats are a list, and what is written opens.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { patient, until } from '../wait-until.mjs';
import { ok } from './expect.mjs';

const CHINESE = { fixture: 'xinqiao', file: 'projects.plan', displayLanguage: 'zh-cn' };

/** What each file begins with, and something that has to be in those that are text. */
const FORMATS = [
  { label: 'Markdown', ending: 'md', begins: '# ', holds: '新桥大道' },
  { label: '网页', ending: 'html', begins: '<!DOCTYPE html>', holds: '新桥大道' },
  { label: 'Word', ending: 'docx', begins: 'PK' },
  { label: 'Excel', ending: 'xlsx', begins: 'PK' },
  { label: 'PDF', ending: 'pdf', begins: '%PDF-' },
];

/** Brings the preview to the front, so that its kind is what is exported, without a question for it. */
async function bringForward(studio) {
  await studio.page.locator('.tab', { hasText: '项目册 · ' }).first().click();
  await studio.waitForPreview('清溪水库');
  const corner = { position: { x: 5, y: 5 } };
  await studio.previewFrame().locator('body').click(corner);
  const inFront = studio.page.locator('.editor-group-container.active .tab.active', { hasText: '项目册 · ' });
  await inFront.waitFor({ timeout: patient(10_000) });
}

async function exportAs(studio, { label, ending }) {
  await studio.palette.choose('Planwright: 导出…', label, { before: () => bringForward(studio) });
  const target = join(studio.folder, `册.${ending}`);
  await until(
    'the question for the file',
    async () => (await studio.palette.input.inputValue()).endsWith(`.${ending}`),
    {
      timeout: patient(30_000),
    },
  );
  const proposed = await studio.palette.input.inputValue();
  await studio.palette.input.fill(target);
  await studio.palette.input.press('Enter');
  await until(`the file ${target}`, () => existsSync(target), { timeout: patient(20_000) });
  return { target, proposed };
}

export const exported = [
  {
    name: 'Export… writes what the preview shows, in every format, and opens it',
    window: CHINESE,
    async run(studio, { note }) {
      await studio.text.focus();
      await studio.palette.run('Planwright: 打开预览');
      await studio.waitForPreview('清溪水库', { timeout: patient(60_000) });
      for (const format of FORMATS) {
        const { target, proposed } = await exportAs(studio, format);
        ok(proposed.includes('项目册'), `the name that is proposed says what it is: ${proposed}`);
        const content = readFileSync(target);
        ok(content.subarray(0, 20).toString('latin1').startsWith(format.begins), `${format.ending} begins as one`);
        if (format.holds !== undefined)
          ok(content.toString('utf8').includes(format.holds), `${format.ending} names it`);
        const open = studio.page.locator(
          '.notification-list-item-buttons-container a, .notification-list-item a.monaco-button',
        );
        await open.first().waitFor({ timeout: patient(20_000) });
        await studio.screenshot(`export-saved-${format.ending}`);
        await open.first().click();
        // What another program opens is fetched from the explorer where the file is not on this machine.
        const shown =
          format.ending === 'md'
            ? studio.page.locator('.tab', { hasText: '册.md' })
            : studio.page.locator('.explorer-folders-view .monaco-list-row.selected', {
                hasText: `册.${format.ending}`,
              });
        await shown.waitFor({ timeout: patient(20_000) });
        await studio.page.waitForTimeout(1500);
        await studio.screenshot(`export-opened-${format.ending}`);
        note(`${format.ending}: ${content.length} bytes, proposed as ${proposed.split('/').at(-1)}`);
      }
    },
  },
];
