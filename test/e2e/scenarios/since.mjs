// What Changed Since…: beside the text and marked in it, since a day and against a commit, alive and back after a reload.

import { execFileSync } from 'node:child_process';
import { EXTENSION_ID } from '../code-server.mjs';
import { patient, until } from '../wait-until.mjs';
import { equal, ok } from './expect.mjs';

const ENGLISH = { fixture: 'harbour', file: 'projects.plan' };
const CHINESE = { fixture: 'xinqiao', file: 'projects.plan', displayLanguage: 'zh-cn' };
const SINCE = 'Planwright: What Changed Since…';
const SINCE_ZH = 'Planwright: 有哪些变动…';

/** How many lines are marked on screen. */
const marked = (studio) => studio.text.pane.locator('.view-overlays [class*="ced-"]').count();

async function waitForMarks(studio, isRight, what) {
  let seen = 0;
  const right = async () => {
    seen = await marked(studio);
    return isRight(seen);
  };
  await until(what, right, { timeout: patient(20_000) }).catch((error) => {
    throw new Error(`${error.message}; ${seen} lines are marked`);
  });
}

async function chooseSince(studio, label, command = SINCE) {
  await studio.palette.choose(command, label, { before: () => studio.text.focus() });
}

/** The folder as a repository with one commit. */
function commitAll(folder, message) {
  const git = (...args) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '-q', '-m', message);
}

export const since = [
  {
    name: 'What Changed Since… a day opens beside the text, marks it, and follows what is typed',
    window: ENGLISH,
    async run(studio, { note }) {
      await chooseSince(studio, 'End of last quarter');
      await studio.waitForPreview('Since 31 December 2025', { timeout: patient(60_000) });
      const text = await studio.text.pane.boundingBox();
      const frame = await studio.page.locator('iframe.webview.ready >> visible=true').first().boundingBox();
      ok(text !== null && frame !== null && frame.x >= text.x + text.width - 2, 'the preview is beside the text');
      const shown = await studio.previewText();
      ok(shown.includes('2026-01-06') && /Invested\s+11\b/.test(shown), 'it tells what was started and invested');
      await waitForMarks(studio, (count) => count > 0, 'the text to be marked');
      await studio.screenshot('since-day');

      const said = await studio.text.hover('actual-start', { says: 'Actual start: 2026-01-05' });
      note(`the mark says: ${said.replaceAll('\n', ' | ')}`);
      await studio.screenshot('since-day-hover');

      const line = studio.text.lineOf('started 2026-01-06');
      await studio.text.replaceLine(line, '    started 2026-02-07');
      await studio.waitForPreview('2026-02-07');
      await studio.text.hover('started', { says: 'Started: 2026-02-07' });
      ok(!(await studio.previewText()).includes('2026-01-06'), 'the day that was typed over is gone');
      await studio.screenshot('since-day-typed');
    },
  },
  {
    name: 'What Changed Since… is there again after a window reload, marks and all, until they are taken away',
    window: ENGLISH,
    async run(studio) {
      await chooseSince(studio, 'End of last month');
      await studio.waitForPreview('Since 28 February 2026', { timeout: patient(60_000) });
      await studio.reload();
      await studio.waitForPreview('Since 28 February 2026', { timeout: patient(60_000) });
      await waitForMarks(studio, (count) => count > 0, 'the text to be marked again');
      await studio.text.replaceLine(
        studio.text.lineOf('report 2026-03-30'),
        '  report 2026-03-31 { invested 12.5M  progress 16% }',
      );
      await studio.waitForPreview('12.5');
      await studio.screenshot('since-after-reload');
      await chooseSince(studio, 'Nothing: take the marks away');
      await waitForMarks(studio, (count) => count === 0, 'the marks to go');
      ok((await studio.previewText()).includes('12.5'), 'the preview stays');
      await studio.screenshot('since-marks-taken-away');
    },
  },
  {
    name: 'What Changed Since… a day since which nothing has changed says so, and refuses days to come',
    window: CHINESE,
    async run(studio) {
      await chooseSince(studio, '指定日期…', SINCE_ZH);
      await studio.palette.input.fill('2026-04-01');
      await studio.page.getByText('不能晚于').first().waitFor();
      await studio.screenshot('since-day-to-come');
      await studio.palette.input.fill('2026-03-31');
      await studio.palette.input.press('Enter');
      await studio.waitForPreview('没有变动', { timeout: patient(60_000) });
      equal(await marked(studio), 0, 'marked lines');
      await studio.screenshot('since-nothing-changed');
    },
  },
  {
    name: 'What Changed Since… a commit tells what was typed over, and what it was where it stands',
    window: { ...ENGLISH, prepare: (folder) => commitAll(folder, 'January as reported') },
    async run(studio) {
      await chooseSince(studio, 'January as reported');
      await studio.waitForPreview('Nothing has changed', { timeout: patient(60_000) });
      const line = studio.text.lineOf('milestone opening');
      await studio.text.replaceLine(line, '  milestone opening "Opening" due 2027-05-31 { after piling }');
      await studio.waitForPreview('no record of the move');
      await studio.page.keyboard.press('Home'); // the end of the long line is in sight
      const said = await studio.text.hover('milestone opening', { says: '2027-03-31 → 2027-05-31' });
      ok(said.includes('no record of the move'), 'the mark says that the move was not recorded');
      await studio.screenshot('since-commit');
      await studio.page.keyboard.press('Escape');
      await studio.switchTheme('dark');
      await studio.screenshot('since-commit-dark');
    },
  },
  {
    name: 'in a browser What Changed Since… compares with days, and offers no commit',
    window: {
      ...ENGLISH,
      settings: { 'remote.extensionKind': { [EXTENSION_ID]: ['ui'] } },
      viewport: { width: 900, height: 800 },
    },
    async run(studio) {
      await studio.text.focus();
      await studio.palette.run(SINCE);
      const labels = studio.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row .label-name');
      await labels.getByText('End of last month', { exact: true }).waitFor();
      equal(
        await labels.allInnerTexts(),
        ['End of last month', 'End of last quarter', 'Another day…'],
        'what is offered',
      );
      await chooseSince(studio, 'End of last quarter');
      await studio.waitForPreview('Since 31 December 2025', { timeout: patient(60_000) });
      await waitForMarks(studio, (count) => count > 0, 'the text to be marked');
      equal(studio.server.extensionProcesses(), [], 'processes of the extension');
      await studio.screenshot('since-browser');
    },
  },
];
