/** `planwright explain`. */
import { describe, expect, it } from 'vitest';
import { RULES } from '../analysis/checks/index.js';
import { folderWith } from './testing/test-folder.js';

describe('explain', () => {
  it('prints the page of a rule in the language', async () => {
    const folder = folderWith({});

    expect(await folder.call('explain', 'deadline/overdue')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^# deadline\/overdue\n\n\*\*[A-Z].*\*\* · error\n/),
    });
    expect((await folder.call('explain', 'deadline/overdue', '--lang', 'zh')).stdout).toMatch(
      /^# deadline\/overdue\n\n\*\*[一-龥]+\*\* · 错误\n/,
    );
  });

  it('knows every rule', async () => {
    const folder = folderWith({});
    for (const { code } of RULES) expect((await folder.call('explain', code)).code).toBe(0);
  });

  it('calls a severity on its page as in the list and as settings write it: the page said “information”', async () => {
    const folder = folderWith({});
    expect((await folder.call('explain', 'deadline/due-soon')).stdout).toMatch(/\*\* · info\n/);
    expect((await folder.call('explain')).stdout).toMatch(/deadline\/due-soon\s+info\s/);
  });

  it('guesses a mistyped code', async () => {
    const folder = folderWith({});

    expect(await folder.call('explain', 'deadline/overdu')).toEqual({
      code: 2,
      stdout: '',
      stderr: "planwright: There is no rule 'deadline/overdu'; did you mean 'deadline/overdue'?\n",
    });
    expect((await folder.call('explain', '\u001b[2Jx', '--lang', 'zh')).stderr).toBe(
      'planwright：没有名为“␛[2Jx”的规则，用“planwright explain”可列出全部规则\n',
    );
  });
});
