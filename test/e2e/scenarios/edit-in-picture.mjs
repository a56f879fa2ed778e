// Changing the plan from the picture, and asking what would follow before anything is changed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askBy, slipBy } from '../slip-by.mjs';
import { patient, until } from '../wait-until.mjs';
import { equal, ok } from './expect.mjs';

const HARBOUR = { fixture: 'harbour', file: 'projects.plan' };
const CHINESE = { fixture: 'xinqiao', file: 'projects.plan', displayLanguage: 'zh-cn' };

const says = (studio, text) =>
  until(`the text “${text}”`, async () => (await studio.text.lines()).some((line) => line.includes(text)), {
    timeout: patient(20_000),
  });

const saysNoMore = (studio, text) =>
  until(`no text “${text}”`, async () => !(await studio.text.lines()).some((line) => line.includes(text)), {
    timeout: patient(20_000),
  });

/** The deadline of the piling as the text says it, without the hint beside it. */
const dueOf = (lines) =>
  /\bdue (\d{4}-\d\d-\d\d)/.exec(lines.slice(lines.findIndex((line) => line.includes('task piling'))).join('\n'))?.[1];

async function openChart(studio) {
  await studio.text.goTo(studio.text.lineOf('task piling'));
  await studio.palette.choose('Planwright: Open Preview of…', 'Wall chart');
  await studio.waitForPreview('Piling', { timeout: patient(60_000) });
  // The picture scrolls to the cursor's row and is drawn anew.
  await studio.page.waitForTimeout(1000);
}

/** Takes hold of a deadline's flag and moves it so many px; answers what is said while it is held. */
async function dragDeadline(studio, row, by) {
  const flag = studio.previewFrame().locator(`[data-row="${row}"] .pw-due`).first();
  const { x, y, height } = await flag.boundingBox();
  const { mouse } = studio.page;
  await mouse.move(x + 2, y + height / 2);
  await mouse.down();
  await mouse.move(x + 2 + by / 2, y + height / 2, { steps: 4 });
  await mouse.move(x + 2 + by, y + height / 2, { steps: 4 });
  return studio
    .previewFrame()
    .locator('.pw-drag-said')
    .textContent({ timeout: patient(10_000) });
}

const menuEntry = (studio, entry) => studio.page.locator('.context-view .action-label', { hasText: entry }).first();

/** Picks an entry of the menu of a row in the wall chart, which asks something then. */
async function pickInMenu(studio, row, entry) {
  await studio.previewFrame().locator(`.pw-wall-label[data-row="${row}"]`).click({ button: 'right' });
  await menuEntry(studio, entry).waitFor({ timeout: patient(20_000) });
  await studio.screenshot(`edit-in-picture-menu-${row}`);
  await menuEntry(studio, entry).click();
  await studio.palette.input.waitFor();
}

/** Answers what is asked; without an answer, as it is offered. */
async function answer(studio, text) {
  if (text !== undefined) await studio.palette.input.fill(text);
  await studio.page.keyboard.press('Enter');
}

export const editInPicture = [
  {
    name: 'a deadline is dragged in the wall chart, on the record, and taken back',
    window: HARBOUR,
    async run(studio) {
      await openChart(studio);
      const said = await dragDeadline(studio, 'H1.piling', 60);
      await studio.screenshot('edit-in-picture-dragging');
      const [day] = said.split(' ');
      ok(/^\d{4}-\d\d-\d\d \(\+\d+ d\)$/.test(said), `the day is said while it is dragged: ${said}`);
      await studio.page.mouse.up();
      await says(studio, `due ${day}`);
      await says(studio, 'revised 2026-03-31 from 2026-05-29');
      await studio.screenshot('edit-in-picture-moved');
      await studio.text.focus();
      await studio.page.keyboard.press('Control+z');
      await says(studio, 'due 2026-05-29');
      await saysNoMore(studio, 'revised 2026-03-31');
    },
  },
  {
    name: 'Escape lets go of what is dragged, and Undo and Redo work from the picture',
    window: HARBOUR,
    async run(studio) {
      await openChart(studio);
      const before = await studio.text.lines();
      await dragDeadline(studio, 'H1.piling', 40);
      await studio.page.keyboard.press('Escape');
      await studio.page.mouse.up();
      await studio.page.waitForTimeout(1000);
      equal(await studio.text.lines(), before, 'the text after Escape');
      await dragDeadline(studio, 'H1.piling', 40);
      await studio.page.mouse.up();
      await says(studio, 'revised 2026-03-31 from 2026-05-29');
      const moved = dueOf(await studio.text.lines());
      await studio.page.waitForTimeout(1000);
      await dragDeadline(studio, 'H1.piling', 40);
      await studio.page.mouse.up();
      await until('the deadline moved on', async () => dueOf(await studio.text.lines()) !== moved);
      const movedOn = dueOf(await studio.text.lines());
      const press = async (keys, due) => {
        await studio.previewFrame().locator('.pw-wall-scroller').focus();
        await studio.page.keyboard.press(keys);
        await until(`${due} after ${keys}`, async () => dueOf(await studio.text.lines()) === due);
      };
      await press('Control+z', moved);
      await press('Control+z', '2026-05-29');
      await saysNoMore(studio, 'revised 2026-03-31');
      await press('Control+y', moved);
      await press('Control+Shift+z', movedOn);
      await studio.screenshot('edit-in-picture-redone');
      // What is typed in between is not undone from the picture.
      await studio.text.typeAt({ line: 1, text: '// by hand ' });
      await studio.previewFrame().locator('.pw-wall-scroller').focus();
      await studio.page.keyboard.press('Control+z');
      await studio.page.locator('.statusbar', { hasText: 'has been changed otherwise since' }).waitFor();
      await says(studio, '// by hand');
    },
  },
  {
    name: 'the menu of an item in a preview marks it done, and refuses what cannot be',
    window: HARBOUR,
    async run(studio) {
      await openChart(studio);
      await pickInMenu(studio, 'H1.opening', 'Move Deadline…');
      equal(await studio.palette.input.inputValue(), '2027-03-31', 'the deadline as it is');
      await answer(studio, '2027-04-30');
      await says(studio, 'revised 2026-03-31 from 2027-03-31');
      await pickInMenu(studio, 'H1.permit', 'Mark Done…');
      await answer(studio);
      await studio.page.locator('.notifications-toasts', { hasText: 'says already when it was done' }).waitFor();
      await pickInMenu(studio, 'H1', 'Report Figures…');
      await answer(studio, '12M');
      await until('the second question', async () => (await studio.palette.input.inputValue()) === '15%');
      await answer(studio, '18');
      await says(studio, 'report 2026-03-31 { invested 12M  progress 18% }');
    },
  },
  {
    name: 'Shift+F10 opens the menu at the row that the keyboard is on, not in the middle of the chart',
    window: HARBOUR,
    async run(studio) {
      await openChart(studio);
      await studio.previewFrame().locator('.pw-wall-scroller').focus();
      await studio.page.keyboard.press('Home');
      await studio.page.keyboard.press('ArrowDown');
      const row = await studio.previewFrame().locator('.pw-wall-label.pw-focus').boundingBox();
      await studio.page.keyboard.press('Shift+F10');
      await menuEntry(studio, 'Mark Done…').waitFor({ timeout: patient(20_000) });
      const menu = await studio.page.locator('.context-view .monaco-menu').first().boundingBox();
      const below = menu.y - (row.y + row.height);
      ok(Math.abs(below) < row.height, `the menu begins ${below} px below its row`);
      await studio.page.keyboard.press('Escape');
    },
  },
  {
    name: 'Slip by… shows what becomes late before anything is written, then writes it',
    window: HARBOUR,
    async run(studio) {
      await askBy(studio, studio.text.lineOf('task piling'));
      await slipBy(studio, '+40d', 'If Piling slips: 40 days');
      await studio.screenshot('what-if-light');
      ok((await studio.previewText()).includes('Becomes late (1)'), 'the page tells what becomes late');
      await saysNoMore(studio, 'remaining');
      await studio.previewFrame().locator('tr[data-origin="H1.opening"]').first().click();
      await studio.text.waitForCursor(studio.text.lineOf('milestone opening'));
      await studio.previewFrame().locator('#confirm').click();
      await says(studio, 'remaining');
      await studio.text.focus();
      await studio.page.keyboard.press('Control+z');
      await saysNoMore(studio, 'remaining');
    },
  },
  {
    name: 'the slip of a milestone is written behind what it waits for, where that could not be said',
    window: HARBOUR,
    async run(studio) {
      await askBy(studio, studio.text.lineOf('milestone opening'));
      await slipBy(studio, '+60w', 'If Opening slips: 60 weeks');
      await studio.waitForPreview('the time between it and what it waits for becomes longer');
      const { width } = await studio.previewFrame().locator('#import-bar p').boundingBox();
      ok(width > 240, `what is said beside the title is no narrow column (${width} px)`);
      await studio.screenshot('what-if-milestone');
      await studio.previewFrame().locator('#confirm').click();
      await says(studio, 'after piling +60w');
      await studio.screenshot('what-if-milestone-written');
    },
  },
  {
    name: 'Slip by… is forgotten, in Chinese and dark',
    window: { ...CHINESE, theme: 'dark' },
    async run(studio) {
      await askBy(studio, studio.text.lineOf('任务 路基'), 'zh');
      await studio.palette.input.fill('+半年');
      await studio.page.locator('.quick-input-widget:visible', { hasText: '不是时长' }).waitFor();
      await studio.screenshot('what-if-chinese-wrong');
      await studio.palette.input.fill('+14个月');
      await studio.page.locator('.quick-input-widget:visible', { hasText: '不是时长' }).waitFor({ state: 'detached' });
      await slipBy(studio, '+14个月', '若“路基施工”延期14个月');
      ok((await studio.previewText()).includes('将逾期'), 'the page tells of deadlines in Chinese');
      await studio.screenshot('what-if-chinese-dark');
      await studio.previewFrame().locator('#cancel').click();
      await studio.page.locator('iframe.webview.ready').waitFor({ state: 'detached', timeout: patient(20_000) });
      await saysNoMore(studio, '剩余工期');
    },
  },
  {
    name: 'what is dragged in the picture of a read-only plan is refused and leaves the text alone',
    window: { ...HARBOUR, settings: { 'files.readonlyInclude': { '**/projects.plan': true } } },
    async run(studio) {
      await openChart(studio);
      const before = readFileSync(join(studio.folder, 'projects.plan'), 'utf8').split('\n');
      await dragDeadline(studio, 'H1.piling', 60);
      await studio.page.mouse.up();
      await studio.page.locator('.notification-toast', { hasText: 'projects.plan is read-only' }).waitFor();
      // Lines that hold no more than the plan: what stands behind values, and which lines are in sight, is not the text.
      await until('the text of a read-only file', async () => {
        const shown = (await studio.text.lines()).filter((line) => /^\s*due\b/.test(line));
        return (
          shown.length > 0 && shown.every((line) => before.some((stated) => stated !== '' && line.startsWith(stated)))
        );
      });
      await studio.screenshot('edit-in-picture-read-only');
    },
  },
];
