// The explorer: the portfolio as a tree in its own container, and commands called with no plan in front.

import { patient, until } from '../wait-until.mjs';
import { ok } from './expect.mjs';

const CHINESE = { fixture: 'xinqiao', file: 'projects.plan' };

/** The rows of the tree as they read, their descriptions behind them. */
async function rows(studio) {
  const found = await studio.page.locator('.pane-body .monaco-list-row .monaco-icon-label').allInnerTexts();
  return found.map((text) => text.replace(/\s+/g, ' ').trim());
}

/** Clicks a row; the mouse comes from elsewhere, so that the card of another row is not in between. */
async function click(studio, text) {
  await studio.page.mouse.move(900, 850);
  await studio.page.locator('.monaco-hover:visible').waitFor({ state: 'hidden' });
  await studio.page.locator('.pane-body .monaco-list-row', { hasText: text }).first().click();
}

/** By the container's own sign in the activity bar. */
async function openExplorer(studio) {
  await studio.page.locator('.activitybar [aria-label^="Planwright"]').first().click();
  await studio.page
    .locator('.pane-body .monaco-list-row')
    .first()
    .waitFor({ timeout: patient(60_000) });
}

async function waitForRow(studio, text) {
  await until(`the row “${text}”`, async () => (await rows(studio)).some((each) => each.includes(text)), {
    timeout: patient(30_000),
  });
}

/** Opens a group until it shows a row: the tree may open it by itself as it follows the cursor, and a click would close it. */
async function unfold(studio, group, text) {
  const isShown = async () => (await rows(studio)).some((each) => each.includes(text));
  await until(
    `“${text}” below “${group}”`,
    async () => {
      await studio.page.waitForTimeout(1000);
      if (await isShown()) return true;
      await click(studio, group);
      await studio.page.waitForTimeout(2000);
      return isShown();
    },
    { timeout: patient(40_000) },
  );
}

export const explorer = [
  {
    name: 'the explorer shows the portfolio in groups, is searched by initials and leads to the text',
    window: CHINESE,
    async run(studio) {
      await openExplorer(studio);
      await waitForRow(studio, '交通');
      await unfold(studio, '水利', 'P002 清溪水库');
      await studio.screenshot('explorer-light');
      await click(studio, 'P002 清溪水库');
      await until('the cursor on the project', async () => {
        const said = await studio.page.locator('.statusbar-item', { hasText: /Ln \d+/ }).textContent();
        return said?.includes(`Ln ${studio.text.lineOf('清溪水库')},`);
      });
      await studio.palette.run('Planwright: Group Projects by…');
      await studio.palette.pick('By light');
      await waitForRow(studio, 'Yellow').catch(() => waitForRow(studio, 'Green'));
      await studio.palette.run('Planwright: Search Projects…');
      await studio.palette.input.fill('xqdd');
      await waitForRow(studio, 'P001 新桥大道');
      ok(!(await rows(studio)).some((each) => each.includes('P002')), 'what was not searched for is not shown');
      await studio.page.keyboard.press('Enter');
      await studio.screenshot('explorer-search');
      await studio.switchTheme('dark');
      await studio.screenshot('explorer-dark');
    },
  },
  {
    name: 'in Chinese the explorer groups by light, and a project and reports are written from it',
    window: { ...CHINESE, displayLanguage: 'zh-cn' },
    async run(studio) {
      await studio.palette.run('Planwright: 项目分组方式…');
      await studio.palette.pick('按亮灯');
      await openExplorer(studio);
      await until('the groups', async () => (await rows(studio)).length > 0, { timeout: patient(60_000) });
      await unfold(studio, '绿', 'P002 清溪水库');
      await click(studio, 'P002 清溪水库');
      await studio.page.keyboard.press('ArrowRight');
      await studio.page.mouse.move(900, 850);
      await studio.screenshot('explorer-chinese');
      await studio.palette.run('Planwright: 填报周进展…');
      await studio.palette.input.waitFor();
      await studio.screenshot('weekly-report-choices');
      await studio.page.keyboard.press('Enter');
      await studio.page.locator('.monaco-editor[data-uri^="untitled:"] .view-line', { hasText: '进展填报' }).waitFor();
      await studio.screenshot('weekly-report-sheet');
      await studio.palette.run('Planwright: 将进展写入计划');
      await studio.page.locator('.notification-toast', { hasText: '还没有填写任何内容' }).waitFor();
      await studio.palette.run('Planwright: 新建项目…');
      await studio.palette.input.fill('环城绿道');
      for (let question = 0; question < 5; question++) {
        await studio.page.waitForTimeout(patient(1200));
        await studio.page.keyboard.press('Enter');
      }
      await studio.page
        .locator('.view-line', { hasText: '环城绿道' })
        .first()
        .waitFor({ timeout: patient(20_000) });
      await studio.screenshot('new-project');
      await studio.palette.run('Planwright: 设置截至日期…');
      await studio.palette.pick('指定日期…');
      await studio.palette.input.fill('6月底');
      await studio.page.locator('.quick-input-message', { hasText: '6月30日' }).waitFor();
      await studio.screenshot('status-date-understood');
      await studio.page.keyboard.press('Escape');
    },
  },
  {
    name: 'commands work with no editor open',
    window: CHINESE,
    async run(studio) {
      await studio.text.focus();
      await studio.palette.run('View: Close All Editors');
      await studio.palette.run('Planwright: Open Preview of…');
      await studio.palette.pick('Deadline warnings').catch(() => studio.palette.pick('Dashboard'));
      await studio
        .previewFrame()
        .locator('h1')
        .first()
        .waitFor({ timeout: patient(60_000) });
      await studio.page.locator('.statusbar-item', { hasText: '2026-03-31' }).waitFor();
      await studio.screenshot('no-editor-preview');
    },
  },
];
