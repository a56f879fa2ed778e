/** A plan that could be read in part only: whoever gets a figure of it is told that it may lack something. */
import { describe, expect, it } from 'vitest';
import { folderWith } from './testing/test-folder.js';

const PART = `项目 P1 "桥" {
  任务 A { 工期 10天 }
  任务 B { 工期 十天 前置 A }
  节点 C { 前置 B 期限 2026-12-10 ？？ }
}
`;

const TOLD = 'planwright：计划中有2处无法识别，其内容未计入，具体位置见“planwright check”\n';

describe('a plan of which something could not be read', () => {
  const call = async (...words: readonly string[]) => folderWith({ 'a.plan': PART }).call(...words, '--lang', 'zh');

  it.each([
    ['list'],
    ['schedule'],
    ['schedule', '--format', 'json'],
    ['what-if', 'P1.A +10d'],
    ['export', 'json'],
    ['export', 'ics'],
    ['summary', 'dashboard'],
  ])('is said to be so by %s', async (...words) => {
    const { code, stderr } = await call(...words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: TOLD });
  });

  it.each(['md', 'html', 'json'])('says so in the head of a summary as %s', async (format) => {
    const { stdout } = await call('summary', 'deadlines', '--format', format, '--quiet');
    expect(stdout).toContain('计划中有2处无法识别，其内容未计入');
  });

  it('has one count of what was not read, whoever tells it', async () => {
    const folder = folderWith({ 'old/a.plan': PART, 'new/a.plan': '项目 P1 "桥" { }\n' });
    const { stdout } = await folder.call('diff', 'old', 'new', '--format', 'json');

    expect((JSON.parse(stdout) as { base: { unread: number } }).base.unread).toBe(2);
  });

  it('is not told twice by check, whose findings say where', async () => {
    expect((await call('check')).stderr).toBe('');
  });
});

describe('a plan that could be read', () => {
  it('is answered about without a word, hints and deadlines that are missed notwithstanding', async () => {
    const folder = folderWith({ 'a.plan': '项目 P1 ｛ 节点 A 期限 2026-01-10。 ｝\n' });
    for (const words of [['list'], ['schedule'], ['summary', 'dashboard']]) {
      expect((await folder.call(...words)).stderr).toBe('');
    }
  });
});

describe('a plan of two currencies', () => {
  const TWO = 'portfolio X { currency USD }\nproject P1 { investment 3亿元 }\nproject P2 { investment 300M }\n';

  it('has no sum that looks right: list says so, and the head of a summary does', async () => {
    const told = '1 amount is written in yuan but counted as USD: sums that include it are wrong';
    const folder = folderWith({ 'a.plan': TWO });
    const list = await folder.call('list', '--totals', 'sum(total)', '--lang', 'en');
    expect(list.stderr).toBe(`planwright: ${told}: see 'planwright check'\n`);
    for (const kind of ['investment', 'dashboard', 'bulletin']) {
      expect((await folder.call('summary', kind, '--lang', 'en', '--quiet')).stdout).toContain(told);
    }
    const one = folderWith({ 'a.plan': TWO.replace('3亿元', '300M') });
    expect((await one.call('list', '--lang', 'en')).stderr).toBe('');
    expect((await one.call('summary', 'investment', '--lang', 'en')).stdout).not.toContain('yuan');
  });
});
