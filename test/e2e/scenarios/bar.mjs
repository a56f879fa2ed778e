// The bar above a preview: narrows, sorts, turns to another summary, is there again after a reload, in every theme and
// in a narrow panel.

import { patient, until } from '../wait-until.mjs';
import { ok } from './expect.mjs';

const CHINESE = { fixture: 'xinqiao', file: 'projects.plan' };
const CHINESE_WINDOW = { ...CHINESE, displayLanguage: 'zh-cn' };

async function openPreview(studio, text, command = 'Planwright: Open Preview') {
  await studio.text.focus();
  await studio.palette.run(command);
  await studio.waitForPreview(text, { timeout: patient(60_000) });
  await studio.previewFrame().locator('#bar select').waitFor();
}

/** How the page of a preview is marked in a theme. */
const PAGE_THEMES = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'high-contrast': 'vscode-high-contrast:not(.vscode-high-contrast-light)',
  'high-contrast-light': 'vscode-high-contrast-light',
};

const bar = (studio) => studio.previewFrame().locator('#bar');

/** Choices of the first filter that has some, as they are written. */
async function choose(studio, field, choice) {
  const folded = bar(studio).locator('.pw-bar-toggle');
  if (await folded.isVisible()) await folded.click();
  await bar(studio).locator('.pw-bar-field', { hasText: field }).click();
  await studio.previewFrame().locator('.pw-choice', { hasText: choice }).first().click();
}

export const bars = [
  {
    name: 'the bar narrows a preview, which says so at its head, and is there again after a reload',
    window: CHINESE,
    async run(studio) {
      await openPreview(studio, '新桥大道');
      await studio.screenshot('bar');
      await bar(studio).locator('.pw-bar-search').fill('qxsk');
      await studio.waitForPreview('Showing 1 of 2 projects');
      ok(!(await studio.previewText()).includes('新桥大道'), 'the other project is gone');
      await studio.screenshot('bar-narrowed');
      await studio.reload();
      await studio.waitForPreview('Showing 1 of 2 projects', { timeout: patient(60_000) });
      const typed = bar(studio).locator('.pw-bar-search');
      await until('the text in the bar', async () => (await typed.inputValue()) === 'qxsk');
      await typed.fill('');
      await studio.waitForPreview('新桥大道');
    },
  },
  {
    name: 'the bar speaks Chinese, offers what there is to choose from, and can be used with the keyboard',
    window: CHINESE_WINDOW,
    async run(studio) {
      await openPreview(studio, '新桥大道', 'Planwright: 打开预览');
      await choose(studio, '责任单位', '交通局');
      await studio.waitForPreview('仅显示全部2个项目中的1个');
      await studio.screenshot('bar-choices-chinese');
      await studio.page.keyboard.press('Escape');
      ok(await studio.previewFrame().locator('.pw-choices').isHidden(), 'Escape closes the list');
    },
  },
  {
    name: 'the head of a column sorts a table of the preview',
    window: CHINESE,
    async run(studio) {
      await openPreview(studio, '新桥大道');
      const head = studio.previewFrame().locator('.pw-sort').nth(2);
      await head.click();
      const column = studio.previewFrame().locator('th[aria-sort="ascending"]');
      await column.waitFor();
      await head.click();
      await studio.previewFrame().locator('th[aria-sort="descending"]').waitFor();
      await studio.screenshot('bar-sorted');
    },
  },
  {
    name: 'the bar turns the preview to another summary, and pins it',
    window: CHINESE,
    async run(studio) {
      await openPreview(studio, '新桥大道');
      await bar(studio).locator('select').selectOption({ index: 2 });
      await studio.previewFrame().locator('.pw-wall-label').first().waitFor();
      await studio.screenshot('bar-gantt');
      await bar(studio).locator('[data-do="pin"]').click();
      await bar(studio).locator('[data-do="pin"][aria-pressed="true"]').waitFor();
      await studio.reload();
      await studio
        .previewFrame()
        .locator('.pw-wall-label')
        .first()
        .waitFor({ timeout: patient(60_000) });
      await bar(studio).locator('[data-do="pin"][aria-pressed="true"]').waitFor();
    },
  },
  {
    name: 'the bar folds away in a narrow panel, and the names of rows stay in sight',
    window: { ...CHINESE, viewport: { width: 760, height: 900 }, settings: { 'workbench.sideBar.location': 'right' } },
    async run(studio) {
      await openPreview(studio, '新桥大道');
      await studio.page.keyboard.press('Control+B');
      await bar(studio).locator('.pw-bar-toggle').waitFor();
      ok(await bar(studio).locator('.pw-bar-filters').isHidden(), 'the filters are folded away');
      await studio.screenshot('bar-narrow');
      const name = studio.previewFrame().locator('.pw-wide tbody th[scope="row"]').first();
      await studio
        .previewFrame()
        .locator('.pw-wide')
        .first()
        .evaluate((box) => box.scrollTo(600, 0));
      const seen = await name.evaluate((cell) => cell.getBoundingClientRect().left);
      ok(seen >= 0 && seen < 60, `the name stays at the edge (${seen})`);
      // What the tab says under the mouse would lie over the bar.
      await studio.page.mouse.move(200, 700);
      await studio.page.locator('.monaco-hover:visible').waitFor({ state: 'hidden' });
      await bar(studio).locator('.pw-bar-toggle').click();
      ok(await bar(studio).locator('.pw-bar-filters').isVisible(), 'one press unfolds them');
      await studio.screenshot('bar-narrow-open');
    },
  },
  {
    name: 'text of previews and their bar has enough contrast in all four themes',
    window: CHINESE,
    async run(studio, { note }) {
      await openPreview(studio, '新桥大道');
      const found = [];
      for (const kind of [0, 1, 2, 3]) {
        await bar(studio).locator('select').selectOption({ index: kind });
        await studio.page.waitForTimeout(1200);
        for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light']) {
          await studio.switchTheme(theme);
          await studio.previewFrame().locator(`body.${PAGE_THEMES[theme]}`).waitFor();
          await studio.page.waitForTimeout(500);
          const { worst, low } = await contrast(studio);
          if (kind === 1) await studio.screenshot(`bar-${theme}`);
          note(`${kind} ${theme}: lowest ${worst.toFixed(2)}`);
          found.push(...low.map((text) => `${kind} ${theme} ${text}`));
        }
      }
      ok(found.length === 0, `text below 4.5:1: ${[...new Set(found)].slice(0, 30).join(' · ')}`);
    },
  },
];

/** The lowest ratio of a text to what lies behind it, by WCAG 2, and the texts below 4.5:1. */
function contrast(studio) {
  return studio
    .previewFrame()
    .locator('body')
    .evaluate((body) => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const rgba = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
      };
      const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
      const luminance = ([r, g, b]) => {
        const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
        return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
      };
      const behind = (element) => {
        const layers = [];
        for (let at = element; at !== null; at = at.parentElement) {
          const layer = rgba(getComputedStyle(at).backgroundColor);
          if (layer[3] > 0) layers.push(layer);
          if (layer[3] === 1) break;
        }
        return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
      };
      let worst = 99;
      const low = [];
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.textContent.trim();
        const element = node.parentElement;
        if (text === '' || element === null || element.closest('script, .pw-unseen, [hidden], :disabled') !== null)
          continue;
        if (!element.checkVisibility()) continue;
        const style = getComputedStyle(element);
        const svg = element.closest('svg') !== null;
        // What is written on an area of a chart has the area before it.
        const area = element.classList.contains('pw-on-fill') ? element.previousElementSibling : null;
        const back = area === null ? behind(element) : over(rgba(getComputedStyle(area).fill), behind(element));
        const ink = over(rgba(svg ? style.fill : style.color), back);
        const [a, b] = [luminance(ink), luminance(back)].sort((x, y) => y - x);
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < worst) worst = ratio;
        if (ratio < 4.5)
          low.push(
            `${ratio.toFixed(2)} ${element.className.baseVal ?? element.className}<${element.parentElement?.className?.baseVal ?? element.parentElement?.className} “${text.slice(0, 12)}”`,
          );
      }
      return { worst, low };
    });
}
