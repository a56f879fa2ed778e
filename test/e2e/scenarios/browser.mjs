// The extension as a browser runs it: no process of its own, the language server in a Web Worker, files read through the editor.

import { EXTENSION_ID } from '../code-server.mjs';
import { askBy, slipBy } from '../slip-by.mjs';
import { patient, until } from '../wait-until.mjs';
import { equal, ok } from './expect.mjs';

/** VS Code in a browser runs extensions of this kind in the page and not on the machine behind it. */
const IN_THE_PAGE = { 'remote.extensionKind': { [EXTENSION_ID]: ['ui'] } };

export const browser = [
  {
    name: 'in a browser the plan is checked over all its files and previewed, without a process',
    window: { fixture: 'xinqiao', file: 'projects.plan', settings: IN_THE_PAGE },
    async run(studio) {
      const line = studio.text.lineOf('类别 交通');
      await studio.text.replaceLine(line, '  类别 交桶');
      const problem = await studio.problems.waitFor({ code: 'name/unknown', line });
      equal(problem.severity, 'error', 'severity');
      await studio.text.replaceLine(line, '  类别 交通');
      await studio.problems.waitForNone({ code: 'name/unknown' });
      await studio.text.focus();
      await studio.palette.run('Planwright: Open Preview');
      await studio.waitForPreview('清溪水库', { timeout: patient(60_000) });
      await studio.screenshot('browser-preview');
      equal(studio.server.extensionProcesses(), [], 'processes of the extension');
      ok(await studio.text.pane.isVisible(), 'the text stays on screen');
    },
  },
  {
    name: 'in a browser the explorer shows the portfolio, and Slip by… writes what it shows',
    window: { fixture: 'harbour', file: 'projects.plan', settings: IN_THE_PAGE },
    async run(studio) {
      await studio.page.locator('.activitybar [aria-label^="Planwright"]').first().click();
      const row = studio.page.locator('.pane-body .monaco-list-row');
      await row.first().waitFor({ timeout: patient(60_000) });
      await askBy(studio, studio.text.lineOf('task piling'));
      await slipBy(studio, '+40d', 'If Piling slips: 40 days');
      await studio.screenshot('browser-what-if');
      await studio.previewFrame().locator('#confirm').click();
      await until('the slip in the text', async () =>
        (await studio.text.lines()).some((text) => text.includes('remaining')),
      );
      equal(studio.server.extensionProcesses(), [], 'processes of the extension');
    },
  },
];
