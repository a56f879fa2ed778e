// The booklet beside the text: there, alive, leading back to its source, readable in every theme, back after a reload.

import { patient, until } from '../wait-until.mjs';
import { ok } from './expect.mjs';

const CHINESE = { fixture: 'xinqiao', file: 'projects.plan' };
const ENGLISH = { fixture: 'harbour', file: 'projects.plan' };
const OPEN_PREVIEW = 'Planwright: Open Preview';

async function openPreview(studio, text) {
  // The command is offered for the plan in the active editor.
  await studio.text.focus();
  await studio.palette.run(OPEN_PREVIEW);
  await studio.waitForPreview(text, { timeout: patient(60_000) });
}

/**
 * By how many pixels the page as a whole can be scrolled sideways, and what sticks out: elements wider than the page that no
 * scrolling part of it holds.
 */
function overflow(studio) {
  return studio
    .previewFrame()
    .locator('html')
    .evaluate((html) => {
      // What is positioned absolutely is held only by what it is positioned in, not by all that is around it.
      const holder = (element) =>
        getComputedStyle(element).position === 'absolute' ? element.offsetParent : element.parentElement;
      const held = (element) => {
        for (let outer = holder(element); outer !== null && outer !== document.body; outer = holder(outer)) {
          if (getComputedStyle(outer).overflowX !== 'visible') return true;
        }
        return false;
      };
      const culprits = [...document.body.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > html.clientWidth + 1 && !held(element))
        .map(
          (element) =>
            `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').slice(0, 20)}”`,
        );
      return { pixels: html.scrollWidth - html.clientWidth, culprits: culprits.slice(0, 5) };
    });
}

export const preview = [
  {
    name: 'Open Preview shows the booklet beside the text',
    window: CHINESE,
    async run(studio) {
      await openPreview(studio, '新桥大道');
      await studio.waitForPreview('清溪水库');
      ok(await studio.text.pane.isVisible(), 'the text stays on screen');
      const text = await studio.text.pane.boundingBox();
      const frame = await studio.page.locator('iframe.webview.ready >> visible=true').first().boundingBox();
      ok(text !== null && frame !== null && frame.x >= text.x + text.width - 2, 'the preview is beside the text');
      await studio.screenshot('preview-open');
    },
  },
  {
    name: 'a click in the preview moves the cursor to its line',
    window: CHINESE,
    async run(studio) {
      await openPreview(studio, '清溪水库');
      for (const [shown, source] of [
        ['清溪水库', '项目 P002'],
        ['新桥大道', '项目 P001'],
      ]) {
        const line = studio.text.lineOf(source);
        await studio.previewFrame().getByText(shown).first().click();
        await studio.text.waitForCursor(line);
      }
      await studio.screenshot('preview-click');
    },
  },
  {
    name: 'typing in the text updates the preview without saving',
    window: CHINESE,
    async run(studio, { note }) {
      await openPreview(studio, '新桥大道');
      const line = studio.text.lineOf('项目 P001');
      await studio.text.replaceLine(line, '项目 P001 "新桥快速路" {');
      const typed = Date.now();
      await studio.waitForPreview('新桥快速路');
      note(`preview follows after ${Date.now() - typed} ms`);
      ok(!(await studio.previewText()).includes('新桥大道'), 'the old title is gone');
    },
  },
  {
    name: 'a broken statement does not empty the preview',
    window: CHINESE,
    async run(studio) {
      await openPreview(studio, '新桥大道');
      await studio.text.replaceLine(studio.text.lineOf('责任人 李四清'), '  责任人 责任人 { { ；；');
      await studio.text.waitForSquiggle('error');
      await studio.page.waitForTimeout(1500);
      const shown = await studio.previewText();
      ok(shown.includes('新桥大道') && shown.includes('清溪水库'), 'both projects are still shown');
      await studio.screenshot('preview-broken-statement');
    },
  },
  {
    name: 'a window reload keeps the preview open and alive',
    window: ENGLISH,
    async run(studio) {
      await openPreview(studio, 'Ferry Terminal');
      await studio.reload();
      await studio.waitForPreview('Ferry Terminal', { timeout: patient(60_000) });
      await studio.text.replaceLine(studio.text.lineOf('project H1'), 'project H1 "Cruise Terminal" {');
      await studio.waitForPreview('Cruise Terminal');
      await studio.screenshot('preview-after-reload');
    },
  },
  {
    name: 'the preview follows light, dark and high contrast themes',
    window: CHINESE,
    async run(studio) {
      await openPreview(studio, '新桥大道');
      const title = studio.previewFrame().getByText('新桥大道').first();
      for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light']) {
        await studio.switchTheme(theme);
        const expected = await until('the window to be painted', async () => {
          const value = await brightness(studio.page.locator('.part.editor'));
          return value < 80 === (theme === 'dark' || theme === 'high-contrast') ? { value } : undefined;
        });
        let seen = '';
        await until(`the preview to go with ${theme}`, async () => {
          const background = await brightness(studio.previewFrame().locator('body'));
          const text = brightnessOf(await title.evaluate((node) => getComputedStyle(node).color));
          seen = `background ${background} in a window of ${expected.value}, text ${text}`;
          return Math.abs(background - expected.value) < 64 && Math.abs(text - background) > 100;
        }).catch((error) => {
          throw new Error(`${error.message}: ${seen}`);
        });
        await studio.screenshot(`preview-${theme}`);
      }
    },
  },
  {
    name: 'the preview stays readable in a narrow panel',
    window: { ...CHINESE, viewport: { width: 760, height: 900 }, settings: { 'workbench.sideBar.location': 'right' } },
    async run(studio) {
      await openPreview(studio, '新桥大道');
      await studio.page.keyboard.press('Control+B'); // the side bar makes room
      await until('the panel to be narrow', async () => {
        const frame = await studio.page.locator('iframe.webview.ready >> visible=true').first().boundingBox();
        return frame !== null && frame.width < 420;
      });
      await studio.screenshot('preview-narrow');
      const { pixels, culprits } = await overflow(studio);
      ok(pixels <= 1, `the page as a whole does not scroll sideways (${pixels} px: ${culprits.join(', ')})`);
    },
  },
];

/** 0 for black to 255 for white, of the nearest background that is not transparent. */
async function brightness(locator) {
  const color = await locator.evaluate((node) => {
    for (let element = node; element !== null; element = element.parentElement) {
      const color = getComputedStyle(element).backgroundColor;
      if (!/^rgba\(.*, 0\)$/.test(color)) return color;
    }
    // VS Code draws the editor's background behind a transparent page.
    const probe = document.createElement('i');
    probe.style.color = 'var(--vscode-editor-background)';
    document.body.append(probe);
    const color = getComputedStyle(probe).color;
    probe.remove();
    return color;
  });
  return brightnessOf(color);
}

function brightnessOf(color) {
  const [red = 0, green = 0, blue = 0] = [...color.matchAll(/[\d.]+/g)].map(([digits]) => Number(digits));
  return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
}
