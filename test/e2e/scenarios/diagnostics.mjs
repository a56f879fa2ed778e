// What is wrong shows while it is wrong, and only then.

import { until } from '../wait-until.mjs';
import { equal, ok } from './expect.mjs';

const CHINESE = { fixture: 'xinqiao', file: 'projects.plan' };

export const diagnostics = [
  {
    name: 'an introduced error squiggles, is listed with its code, and goes when it is mended',
    window: CHINESE,
    async run(studio) {
      const line = studio.text.lineOf('类别 交通');
      await studio.text.replaceLine(line, '  类别 交桶');
      await studio.text.waitForSquiggle('error');
      const problem = await studio.problems.waitFor({ code: 'name/unknown', line });
      equal(problem.severity, 'error', 'severity');
      ok(problem.message.includes('交桶'), `the message names the unknown name: ${problem.message}`);
      equal(problem.column, 6, 'column');
      await studio.screenshot('diagnostics-error');
      await studio.text.replaceLine(line, '  类别 交通');
      await studio.problems.waitForNone({ code: 'name/unknown' });
      await studio.text.waitForNoSquiggle('error');
    },
  },
  {
    name: 'a killed language server is back soon with the same diagnostics',
    window: CHINESE,
    async run(studio, { note }) {
      const line = studio.text.lineOf('类别 水利');
      await studio.text.replaceLine(line, '  类别 水力');
      await studio.problems.waitFor({ code: 'name/unknown', line });
      const before = await studio.problems.rows();
      const pids = studio.server.extensionProcesses();
      ok(pids.length > 0, 'the language server runs as a process of its own');
      const killed = Date.now();
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      await until('a new server process', () => studio.server.extensionProcesses().some((pid) => !pids.includes(pid)));
      note(`server process back after ${((Date.now() - killed) / 1000).toFixed(1)} s`);
      await until(
        'the same diagnostics as before',
        async () => JSON.stringify(await studio.problems.rows()) === JSON.stringify(before),
      );
      // The client may not have cleared the old ones: an edit shows that the new server really answers.
      await studio.text.replaceLine(line, '  类别 水利');
      await studio.problems.waitForNone({ code: 'name/unknown' });
      const seconds = (Date.now() - killed) / 1000;
      note(`answers an edit ${seconds.toFixed(1)} s after the kill`);
      ok(seconds < 20, `recovered in ${seconds} s`);
    },
  },
];
