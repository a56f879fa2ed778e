/** The examples of each command, as its help and its page show them, called one after the other. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { guideOf } from './command-guides.js';
import { SAMPLE_PORTFOLIO } from './testing/sample-portfolio.js';
import { type Folder, folderWith } from './testing/test-folder.js';

async function commands(): Promise<readonly string[]> {
  const { stdout } = await folderWith({}).call('--help', '--lang', 'en');
  return [...stdout.matchAll(/^ {2}([a-z-]+)(?: |$)/gm)].map(([, name]) => name ?? '');
}

/** A plan under git, and the files that examples name, in both languages. */
async function office(): Promise<Folder> {
  const folder = folderWith({ 'a.plan': SAMPLE_PORTFOLIO });
  const ledger = await writeXlsx({
    sheets: [
      {
        name: '台账',
        rows: [
          ['项目编号', '项目名称', '总投资（万元）'],
          ['P002', '纸厂扩建', 36000],
        ],
      },
    ],
  });
  const works = folderWith({ 'b.plan': '项目 W1 "水厂" { 任务 设计 { 工期 20天 } }\n' });
  await works.call('export', 'mspdi', '-o', 'b.xml');
  await folder.call('form', '交通局', '-o', 'form.xlsx');
  for (const name of ['ledger.xlsx', '台账.xlsx']) folder.write(name, ledger);
  for (const name of ['schedule.xml', '进度.xml']) folder.write(name, works.bytes('b.xml'));
  for (const name of ['more.csv', '新项目.csv']) folder.write(name, '项目编号,项目名称\nP9,渡口\n');
  for (const name of ['returned/a.xlsx', '交回/a.xlsx']) folder.write(name, folder.bytes('form.xlsx'));
  rmSync(`${folder.path}/form.xlsx`);
  const git = (...args: readonly string[]): void => {
    const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...who, ...args], { cwd: folder.path, stdio: 'ignore' });
  };
  git('init', '-q');
  git('add', 'a.plan');
  git('commit', '-q', '-m', 'first');
  git('tag', 'first');
  return folder;
}

/** As a shell takes it apart. */
function words(call: string): readonly string[] {
  return [...call.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

describe('the guides of commands', () => {
  it('are there for every command', async () => {
    const all = await commands();
    expect(all.length).toBeGreaterThan(14);
    for (const name of all) expect(guideOf(name)?.examples.length, name).toBeGreaterThan(0);
  });

  it.each(['en', 'zh'] as const)('have examples that work (%s)', async (lang) => {
    const folder = await office();
    for (const name of await commands()) {
      for (const { call, stays, finds } of guideOf(name)?.examples ?? []) {
        if (stays === true) continue;
        const { code, stderr } = await folder.call(...words(call[lang]), '--lang', lang);
        expect([call[lang], code, code > 1 ? stderr : '']).toEqual([call[lang], finds === true ? 1 : 0, '']);
      }
    }
  });

  it('stand at the end of the help, in both languages', async () => {
    const zh = (await folderWith({}).call('import', '--help', '--lang', 'zh')).stdout;
    expect(zh).toContain('示例：\n  先看台账如何理解，不写入：\n    planwright import 台账.xlsx --dry-run\n');
    expect(zh).toMatch(/退出码：\n {2}0 {2}完成，且没有下述情况\n {2}1 {2}有内容须先说明/);
    const en = (await folderWith({}).call('check', '--help', '--lang', 'en')).stdout;
    expect(en).toContain(
      'Exit codes:\n  0  done, and nothing of what follows\n  1  something at or above --fail-on was found\n',
    );
  });
});
