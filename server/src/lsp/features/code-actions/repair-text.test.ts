/** Quick fixes for mistyped text. */
import { describe, expect, test } from 'vitest';
import { acted, titles } from './apply-action.fixture.js';

describe('a mistyped text', () => {
  test('is changed to the nearest name', async () => {
    expect(await acted('人员 李四清\n项目 P1 {\n  责任人 李四<|>青\n}\n', '改为“李四清”', { lang: 'zh' })).toBe(
      '人员 李四清\n项目 P1 {\n  责任人 李四清\n}\n',
    );
  });

  test('is changed to the keyword that was meant, in the vocabulary it was typed in', async () => {
    expect(await acted('person A\nproject P1 {\n  on<|>wer A\n}\n', "Change to 'owner'")).toContain('  owner A\n');
    expect(await acted('人员 A\n项目 P1 {\n  责任单<|>未 A\n}\n', '改为“责任单位”', { lang: 'zh' })).toContain(
      '  责任单位 A\n',
    );
  });

  test('that people write for a keyword or a sign is changed to it, by somebody who looks', async () => {
    const unit = '单位 水利局\n项目 P1 {\n  责任部<|>门 水利局\n}\n';
    expect(await acted(unit, '改为“责任单位”', { lang: 'zh' })).toContain('  责任单位 水利局\n');
    expect(await acted('项目 P1 { 级别 区<|>级 }\n', '改为“县级”', { lang: 'zh' })).toBe('项目 P1 { 级别 县级 }\n');
    expect(await acted('视图 甲 { 筛选 总投资 大<|>于 3亿元 列 编号 }\n', '改为“>”', { lang: 'zh' })).toBe(
      '视图 甲 { 筛选 总投资 > 3亿元 列 编号 }\n',
    );
    expect(await acted('view v { where bud<|>get > 3M columns id }\n', "Change to 'total'")).toContain('where total');
  });

  test('gets the blank between a keyword and a name', async () => {
    const text = await acted('人员 李四\n项目 P1 {\n  责任人李<|>四\n}\n', '在“责任人”后加空格', { lang: 'zh' });
    expect(text).toContain('  责任人 李四\n');
  });

  test('gets backquotes where it begins with a digit and is meant as a name', async () => {
    expect(await acted('project 2009-0<|>01 {\n}\n', /as a name/)).toBe('project `2009-001` {\n}\n');
  });

  test('in quotes becomes the name that has to stand there', async () => {
    expect(await acted('project "East water<|>works" {\n}\n', /as a name/)).toBe('project `East waterworks` {\n}\n');
    expect(await acted('人员 李四\n项目 P { 责任人 "李<|>四" }\n', '写成名称：李四', { lang: 'zh' })).toContain(
      '责任人 李四 }',
    );
  });

  test('gets the braces of a block', async () => {
    expect(await acted('org B\nperson X or<|>g B title "a // b" // note\n', 'Put it in { }')).toBe(
      'org B\nperson X { org B title "a // b" } // note\n',
    );
  });

  test('of a date without its year gets that of the plan', async () => {
    const plan = (date: string) => `项目库 甲 { 年度 2027年 }\n项目 P {\n  节点 M 期限 ${date}\n}\n`;
    for (const [written, date] of [
      ['6月<|>底', '2027年6月底'],
      ['6月30<|>日', '2027年6月30日'],
      ['6<|>月', '2027年6月'],
      ['三季<|>度', '2027年三季度'],
      ['下半<|>年', '2027年下半年'],
      ['年<|>底', '2027年底'],
    ] as const) {
      expect(await acted(plan(written), `写作 ${date}`, { lang: 'zh' })).toContain(`期限 ${date}\n`);
    }
    expect((await titles(plan('6月31<|>日'))).filter((title) => title.startsWith('Write'))).toEqual([]);
  });

  test('of a path with backslashes gets slashes', async () => {
    expect(
      await acted('项目 P {\n  工作方案 “方案\\new<|>.docx”\n}\n', '路径写作 方案/new.docx', { lang: 'zh' }),
    ).toContain('工作方案 “方案/new.docx”\n');
  });

  test('in full width is mended, one or all in the file', async () => {
    const source = '项目 P1 ｛<|>\n  期限\n｝\n人员 Ａ\n';
    expect(await acted(source, '改为半角', { lang: 'zh' })).toBe('项目 P1 {\n  期限\n｝\n人员 Ａ\n');
    expect(await acted(source, /^修复本文件中全部3处/, { lang: 'zh' })).toBe('项目 P1 {\n  期限\n}\n人员 A\n');
  });
});

describe('what can only be meant in one other way', () => {
  test.each([
    ['a day that the month does not have', '节点 A 期限 2026-02-<|>30', '写作 2026-02-28', '节点 A 期限 2026-02-28'],
    ['in Chinese', '节点 A 期限 2026年11月<|>31日', '写作 2026年11月30日', '节点 A 期限 2026年11月30日'],
    ['a deadline on a day off', '节点 B 期限 2026-10-<|>03', '写作 2026-09-30', '节点 B 期限 2026-09-30'],
    ['a broken number of months', '任务 D { 工期 1<|>.5个月 }', '写作 45天', '任务 D { 工期 45天 }'],
    ['of years', '任务 D { 工期 0<|>.5年 }', '写作 6个月', '任务 D { 工期 6个月 }'],
    ['single quotes', "建设内容 '<|>三公里'", '写作 "三公里"', '建设内容 "三公里"'],
    ['a second statement', '级别 市级 级<|>别 县级', '删去重复的一条', '级别 市级'],
    ['a remark', '级别 市级 # <|>注释', '写成注释：//', '级别 市级 // 注释'],
  ])('is offered: %s', async (_, line, title, right) => {
    const source = `项目 甲 {\n  ${line}\n}\n`.replace('# <|>', '<|># ');
    const options = { lang: 'zh', today: '2026-03-31' } as const;
    expect(await acted(source, title, options)).toBe(`项目 甲 {\n  ${right}\n}\n`);
  });

  test('goes with its line where that holds nothing else', async () => {
    const source = 'project P {\n  level city\n  lev<|>el county\n}\n';
    expect(await acted(source, 'Remove the second statement')).toBe('project P {\n  level city\n}\n');
  });

  test('is not offered where more than one day may be meant', async () => {
    expect(await titles('project P {\n  milestone M due 2026-13-<|>01\n}\n')).not.toContain('Write 2026-12-31');
    expect(await titles('project P {\n  milestone M due 2026-02-<|>45\n}\n')).not.toContain('Write 2026-02-28');
  });
});

describe('what is spelled otherwise', () => {
  test('gets the usual spelling', async () => {
    expect(await acted('项目 P {\n  节点 甲 期限 2026年6月<|>份\n}\n', '写作 2026年6月', { lang: 'zh' })).toContain(
      '期限 2026年6月\n',
    );
    expect(await acted('person X { email a@<|>b.org }\n', 'Write "a@b.org"')).toBe('person X { email "a@b.org" }\n');
  });

  test('loses the sign that says nothing, also one that nobody sees', async () => {
    expect(await acted('项目 P {\n  级别：<|>市级\n}\n', '删去“：”', { lang: 'zh' })).toContain('  级别 市级\n');
    expect(await acted('项目 P {\n  级别\u200b<|> 市级\n}\n', 'Remove the invisible character')).toContain(
      '  级别 市级\n',
    );
  });
});

describe('spellings', () => {
  test('of a value turn into those of the other language', async () => {
    const spelled = (value: string) =>
      acted(`project P1 {\n  note "x"\n  task T {\n    ${value}\n  }\n}\n`, /^Write as/);
    expect(await spelled('due 2026-0<|>3-31')).toContain('due 2026年3月31日\n');
    expect(await spelled('due 2026年二<|>季度')).toContain('due 2026-Q2\n');
    expect(await spelled('duration 1<|>0wd')).toContain('duration 10个工作日\n');
    expect(await acted('project P1 {\n  fund 3.5<|>亿元\n}\n', /^Write as/)).toContain('fund 350M\n');
  });

  test('an amount in yuan became one in dollars, and the mistake that it is was gone', async () => {
    const offered = async (amount: string) =>
      (await titles(`portfolio F { currency USD }\nproject P1 { fund <|>${amount} }\n`)).filter((title) =>
        title.startsWith('Write as'),
      );
    expect(await offered('3.5亿元')).toEqual([]);
    expect(await offered('3.5亿')).toEqual(['Write as 350M']);
  });

  test('of all keywords turn into the other vocabulary, when a source action is asked for', async () => {
    const source = '项目 P1 {\n  阶段 在建<|>\n}\n';
    expect(await acted(source, 'Turn all keywords into English', { only: 'source' })).toBe(
      'project P1 {\n  stage construction\n}\n',
    );
    expect(await titles(source)).not.toContain('Turn all keywords into English');
  });
});
