/** `planwright what-if`. */
import { describe, expect, it } from 'vitest';
import { SAMPLE_PORTFOLIO } from './testing/sample-portfolio.js';
import { type CallOptions, folderWith } from './testing/test-folder.js';

const roads = () => folderWith({ 'a.plan': SAMPLE_PORTFOLIO });
const call = (...argv: (string | CallOptions)[]) => roads().call('what-if', ...argv);

describe('what-if', () => {
  it('says in Chinese what becomes late, why, and whom to ask; and writes nothing', async () => {
    const folder = roads();
    const { code, stdout, stderr } = await folder.call('what-if', 'P001.征地 +6周', '--lang', 'zh');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('若“征地拆迁”延期6周\n\n剩余工期 36天 → 78天；预计完成 2026-05-05 → 2026-06-16（晚42天）');
    expect(stdout).toMatch(
      /将逾期（1项）[\s\S]*建成通车 +2026-07-31 +2026-07-04 +2026-08-15 +15天 +李四（市交通运输局）/,
    );
    expect(stdout).toContain('\n  征地拆迁 78天 → 道路施工 60天 → 建成通车\n');
    expect(stdout).toMatch(/已滞后，更晚（1项）[\s\S]*5天 → 47天/);
    expect(stdout).toMatch(/日期变动，未误自身期限（1项）[\s\S]*道路施工/);
    expect(folder.read('a.plan')).toBe(SAMPLE_PORTFOLIO);
  });

  it('says in English that nothing becomes late', async () => {
    const { stdout } = await call('评估 +1wd');
    expect(stdout).toContain('Nothing that is in time becomes late.');
    expect(stdout).toMatch(/If 评估 slips: 1 working day\n/);
  });

  it('a milestone slips from the day on which it would be reached, whatever says that day', async () => {
    const text = `项目 P "道路" {
  任务 a { 工期 10天 }
  节点 期 期限 2026-04-30
  节点 后 期限 2026-04-20 { 前置 a +5天 }
  节点 空
  节点 成 期限 2026-03-10 完成 2026-03-09
}
`;
    const asked = async (item: string) =>
      folderWith({ 'a.plan': text }).call('what-if', `P.${item} +1周`, '--as-of', '2026-03-31', '--lang', 'zh');
    expect((await asked('期')).stdout).toContain('由2026-04-30改为2026-05-07达到');
    expect((await asked('期')).stdout).toContain('将逾期（1项）');
    expect((await asked('后')).stdout).toContain('由2026-04-14改为2026-04-21达到');
    expect((await asked('空')).stdout).toContain('由2026-03-31改为2026-04-07达到');
    expect(await asked('成')).toMatchObject({ code: 2, stderr: expect.stringContaining('“成”已于2026年3月9日完成') });
  });

  it('took a deadline and a length that cannot be read for none, and said that nothing becomes late', async () => {
    const text = `项目 P "道路" {
  任务 a { 工期 10天 }
  任务 b { 工期 1个越 前置 a }
  节点 m 期限 2026-08-41 { 前置 b }
}
`;
    const asked = async (plan: string, ...argv: string[]) =>
      (await folderWith({ 'a.plan': plan }).call('what-if', 'P.a +5d', '--as-of', '2026-03-31', ...argv)).stdout;
    const chinese = await asked(text, '--lang', 'zh');
    expect(chinese).toContain('道路中有内容无法识别，未计入推算，实际逾期的事项可能比这里列出的更多。');
    expect(chinese).not.toContain('均不会因此逾期');
    expect(JSON.parse(await asked(text, '--format', 'json')).unread).toEqual(['P']);
    const mended = text.replace('1个越', '1个月').replace('41', '31');
    expect(await asked(mended, '--lang', 'zh')).toContain('原本按期的事项均不会因此逾期。');
    expect(JSON.parse(await asked(mended, '--format', 'json')).unread).toEqual([]);
  });

  it('has the shape of the schema, whatever language is asked for', async () => {
    const [en, zh] = await Promise.all(
      ['en', 'zh'].map(async (lang) => (await call('P001.征地 +5d', '--format', 'json', '--lang', lang)).stdout),
    );
    expect(zh).toBe(en);
    expect(JSON.parse(en ?? '')).toMatchObject({
      version: 1,
      statusDate: '2026-03-31',
      item: 'P001.征地',
      slip: '+5d',
      assumed: { member: 'remaining', before: '36d', after: '41d' },
      finish: { before: '2026-05-05', after: '2026-05-10' },
      days: 5,
      summary: { 'becomes-late': 0, later: 1, 'in-time-again': 0, 'less-late': 0, moved: 2 },
    });
  });

  it.each([
    ['P001.征地 +10wd'],
    ['P001.征地 +10工作日'],
    ['P001.征地+10个工作日'],
    ['P001.征地 ＋１０ｗｄ'],
    ['征地拆迁 + 10 个工作日'],
  ])('reads %s', async (asked) => {
    const { stdout, stderr } = await call(asked, '--format', 'json');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ item: 'P001.征地', slip: '+10wd' });
  });

  it.each([
    ['P01.征地 +5d', "The plan has no milestone, task or approval 'P01.征地'; did you mean 'P001.征地'?"],
    ['P001 +5d', "'P001' is a project; say which of its items slips, for example P001.征地"],
    ['开工 +5 moons', "'+5 moons' is no duration; write +10wd, +2w, +1mo or -5d"],
    ['P001.征地', "Write the item and by how much it slips, between quotes: 'P007.Survey +10wd'"],
    ['P001.征地 +0d', "'+0d' moves nothing"],
    ['P001.征地 +1.5d', "'+1.5d': only whole days, weeks and months"],
    ['立项 +5d', '"立项" is done since 2026-03-02: what has happened does not slip'],
  ])('refuses %s with a reason and 2', async (asked, reason) => {
    const { code, stdout, stderr } = await call(asked);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
  });

  it('says that item and duration belong together', async () => {
    const { code, stderr } = await call('P001.征地', '+5d', '--lang', 'zh');
    expect([code, stderr]).toEqual([2, 'planwright：事项和时长须写在一起并加引号："P001.征地 +5d"\n']);
  });

  it('writes no escape of the plan to the terminal', async () => {
    const folder = folderWith({ 'a.plan': 'project P { task a "\u001b[31m::error::x" { duration 5d } }' });
    const { stdout } = await folder.call('what-if', 'P.a +1d');
    expect(stdout).not.toContain('\u001b');
  });
});
