// What only a tour with several plans, narrow panels and much to scroll through comes upon.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { patient, until } from '../wait-until.mjs';
import { ok } from './expect.mjs';

const HARBOUR = { fixture: 'harbour', file: 'projects.plan' };

/** A second plan in a folder of its own. */
function withAnotherPlan(folder) {
  const other = join(folder, 'quarry');
  mkdirSync(other);
  writeFileSync(join(other, 'planwright.json'), '{ "language": "en" }\n');
  writeFileSync(
    join(other, 'quarry.plan'),
    'portfolio quarry "Old quarry" { status-date 2026-03-31 }\nproject Q1 "Restoring the quarry" { stage reserve }\n',
  );
}

async function openChart(studio) {
  await studio.text.goTo(studio.text.lineOf('task piling'));
  await studio.palette.choose('Planwright: Open Preview of…', 'Wall chart');
  await studio.waitForPreview('Piling', { timeout: patient(60_000) });
  await studio.page.waitForTimeout(1000);
}

export const tour = [
  {
    name: 'where there are several plans, a command with nothing in front asks which one',
    window: { ...HARBOUR, theme: 'high-contrast', prepare: withAnotherPlan },
    async run(studio) {
      await studio.text.focus();
      await studio.palette.run('View: Close All Editors');
      await studio.palette.choose('Planwright: Open Preview of…', 'Old quarry');
      await studio.palette.pick('Project register');
      await studio.waitForPreview('Restoring the quarry', { timeout: patient(60_000) });
      await studio.screenshot('tour-two-plans');
    },
  },
  {
    name: 'a wall chart stays where it was scrolled to when the plan changes',
    window: HARBOUR,
    async run(studio) {
      await openChart(studio);
      const scroller = studio.previewFrame().locator('.pw-wall-scroller');
      const closer = studio.previewFrame().locator('.pw-wall-bar button', { hasText: '+' });
      for (let i = 0; i < 6; i++) await closer.click();
      await scroller.evaluate((element) => {
        element.scrollLeft = 300;
      });
      await studio.page.waitForTimeout(500);
      const before = await scroller.evaluate((element) => element.scrollLeft);
      ok(before > 0, `it can be scrolled: ${before}`);
      const line = studio.text.lineOf('task piling');
      await studio.text.typeAt({ line, text: '  milestone survey "Survey of the quay" due 2026-06-30\n' });
      await studio.waitForPreview('Survey of the quay');
      await studio.page.waitForTimeout(500);
      const after = await scroller.evaluate((element) => element.scrollLeft);
      ok(Math.abs(after - before) < 5, `scrolled to ${before} before, to ${after} after`);
      await studio.screenshot('tour-chart-stays');
    },
  },
  {
    name: 'in a narrow panel the unit of a wide table and every key figure are in sight',
    window: {
      fixture: 'xinqiao',
      file: 'projects.plan',
      displayLanguage: 'zh-cn',
      viewport: { width: 900, height: 800 },
    },
    async run(studio) {
      await studio.text.focus();
      await studio.palette.choose('Planwright: 选择预览内容…', '总览');
      await studio.waitForPreview('总投资', { timeout: patient(60_000) });
      const isInside = (selector) =>
        studio
          .previewFrame()
          .locator(selector)
          .evaluateAll((elements) =>
            elements.every((element) => element.getBoundingClientRect().right <= document.documentElement.clientWidth),
          );
      await until('the figures inside of the panel', () => isInside('.pw-figures > div'));
      await studio.screenshot('tour-narrow-figures');
      await studio.text.focus();
      await studio.palette.choose('Planwright: 选择预览内容…', '项目册');
      await studio.waitForPreview('项目一览表', { timeout: patient(60_000) });
      await until('the unit inside of the panel', () => isInside('caption .pw-unit'));
      await studio.screenshot('tour-narrow-unit');
    },
  },
];
