// What the commands do: another status date, a summary written to a file, a rule's page, a new plan.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { patient, until } from '../wait-until.mjs';
import { equal, ok } from './expect.mjs';

const EXAMPLES = fileURLToPath(new URL('../../../examples/', import.meta.url));

const CHINESE = { fixture: 'xinqiao', file: 'projects.plan' };

/** Confirms what the open quick input holds, or `text`. */
async function enter(studio, text) {
  if (text !== undefined) await studio.palette.input.fill(text);
  await studio.page.keyboard.press('Enter');
}

export const commands = [
  {
    name: 'another status date holds for the status bar and the preview',
    window: CHINESE,
    async run(studio) {
      await studio.text.focus();
      await studio.palette.run('Planwright: Open Preview');
      await studio.waitForPreview('31 March 2026', { timeout: patient(60_000) });
      await studio.text.focus();
      await studio.palette.run('Planwright: Set Status Date…');
      await studio.palette.pick('Another day…');
      await until('the question for the day', async () => (await studio.palette.input.inputValue()) === '2026-03-31');
      await enter(studio, '2026-02-28');
      const item = studio.page.locator('.statusbar-item', { hasText: '2026-02-28' });
      await item.waitFor({ timeout: patient(20_000) });
      await studio.waitForPreview('28 February 2026');
      await studio.screenshot('status-date');
    },
  },
  {
    name: 'a summary is written to the file that was named',
    window: CHINESE,
    async run(studio) {
      await studio.text.focus();
      await studio.palette.run('Planwright: Generate Summary…');
      await studio.palette.pick('Project register');
      await studio.palette.pick('Markdown');
      const target = join(studio.folder, 'register.md');
      await until('the question for the file', async () => (await studio.palette.input.inputValue()).endsWith('.md'), {
        timeout: patient(30_000),
      });
      await enter(studio, target);
      await until('the file', () => existsSync(target), { timeout: patient(20_000) });
      ok(readFileSync(target, 'utf8').includes('新桥大道'), 'the summary names the project');
      await studio.screenshot('summary-saved');
    },
  },
  {
    name: "the code of a problem leads to its rule's page",
    window: CHINESE,
    async run(studio) {
      const line = studio.text.lineOf('类别 交通');
      await studio.text.replaceLine(line, '  类别 交桶');
      await studio.problems.waitFor({ code: 'name/unknown', line });
      await studio.page.locator('.markers-panel a', { hasText: 'name/unknown' }).first().click();
      await studio.page.locator('.tab', { hasText: 'unknown' }).waitFor();
      // VS Code starts its whole Markdown extension for this page, which takes ten seconds on a machine at rest.
      await studio
        .previewFrame()
        .getByRole('heading', { name: 'name/unknown' })
        .waitFor({ timeout: patient(75_000) });
      await studio.screenshot('rule-page');
    },
  },
  {
    name: 'a new plan is a plan without an error',
    window: CHINESE,
    async run(studio) {
      await studio.palette.run('Planwright: New Plan…');
      const pane = studio.page.locator('.monaco-editor[data-uri^="untitled:"]').first();
      await pane
        .locator('.view-line', { hasText: 'portfolio' })
        .first()
        .waitFor({ timeout: patient(30_000) });
      await studio.page.waitForTimeout(patient(3000));
      const problems = await studio.problems.rows();
      const wrong = problems.filter(({ severity }) => severity === 'error');
      ok(wrong.length === 0, `no error: ${JSON.stringify(wrong)}`);
      await studio.screenshot('new-plan');
    },
  },
  {
    name: 'an example is copied into a folder and opened there',
    window: CHINESE,
    async run(studio) {
      await studio.palette.choose('Planwright: Open Example…', 'A tour in one file');
      await studio.palette.choosePath(studio.folder);
      const plan = join(studio.folder, 'harbour', 'harbour.plan');
      await until('the plan of the example', () => existsSync(plan), { timeout: patient(20_000) });
      equal(readFileSync(plan, 'utf8'), readFileSync(join(EXAMPLES, 'harbour', 'harbour.plan'), 'utf8'), 'the plan');
    },
  },
];
