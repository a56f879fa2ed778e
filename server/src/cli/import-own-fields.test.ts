/** What an office keeps and the language has no word for, in and out: columns become own fields of the type that fits. */
import { describe, expect, it } from 'vitest';
import { readPlan } from '../syntax/read-plan.js';
import { type Folder, folderWith } from './testing/test-folder.js';

async function imported(folder: Folder, file = 'a.csv', ...more: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await folder.call('import', file, '--lang', 'zh', '-q', ...more);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(readPlan('a.plan', stdout).findings).toEqual([]);
  return stdout;
}

/** One column below a head, a project a cell, as its declaration and what the projects state. */
async function columnOf(head: string, ...cells: readonly string[]): Promise<readonly string[]> {
  const rows = cells.map((cell, index) => `项目${index},"${cell.replaceAll('"', '""')}"`);
  const plan = await imported(folderWith({ 'a.csv': `项目名称,"${head}"\n${rows.join('\n')}\n` }));
  return plan.split('\n').flatMap((line) => (/^ *(?:字段|备注)/.test(line) ? [line.trim()] : []));
}

describe('a column that the language has no word for', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['文号', ['闽发改〔2026〕12号', '12'], ['字段 文号 文本', '字段 文号 "闽发改〔2026〕12号"', '字段 文号 "12"']],
    ['用地(亩)', ['1,200.5', '80'], ['字段 `用地` 数值 { 计量 "亩" }', '字段 `用地` 1200.5', '字段 `用地` 80']],
    ['林地', ['120亩', '3.5 亩'], ['字段 林地 数值 { 计量 "亩" }', '字段 林地 120', '字段 林地 3.5']],
    ['林地', ['120亩', '3公顷'], ['字段 林地 文本', '字段 林地 "120亩"', '字段 林地 "3公顷"']],
    ['年产值(亿元)', ['3.5', '约12'], ['字段 年产值 金额', '字段 年产值 3.5亿元', '字段 年产值 约12亿元']],
    ['年产值', ['3亿元', '500万元'], ['字段 年产值 金额', '字段 年产值 3亿元', '字段 年产值 500万元']],
    ['占股', ['62.5%', '110%'], ['字段 占股 百分比', '字段 占股 62.5%', '字段 占股 110%']],
    [
      '纳统日期',
      ['2026.3.5', '2026年6月'],
      ['字段 纳统日期 日期', '字段 纳统日期 2026年3月5日', '字段 纳统日期 2026年6月'],
    ],
    ['纳统日期', ['2026.3.5', '待定'], ['字段 纳统日期 文本', '字段 纳统日期 "2026.3.5"', '字段 纳统日期 "待定"']],
    ['电站容量', ['2026', '2027'], ['字段 电站容量 数值', '字段 电站容量 2026', '字段 电站容量 2027']],
    ['投产年份', ['2026', '2027'], ['字段 投产年份 日期', '字段 投产年份 2026年', '字段 投产年份 2027年']],
    ['档案编号', ['0012', '13'], ['字段 档案编号 文本', '字段 档案编号 "0012"', '字段 档案编号 "13"']],
    ['热线', ['13900000000'], ['字段 热线 文本', '字段 热线 "13900000000"']],
    ['有无环评', ['有', '无'], ['字段 有无环评 文本', '字段 有无环评 "有"', '字段 有无环评 "无"']],
    ['岗位(个)', ['无', '12', '-'], ['字段 岗位 数值 { 计量 "个" }', '字段 岗位 12']],
    ['备案', ['-', '/'], []],
    ['温差', ['-3', '4'], ['字段 温差 文本', '字段 温差 "-3"', '字段 温差 "4"']],
  ])('%s of %j has the narrowest type that keeps every cell', async (head, cells, lines) => {
    expect(await columnOf(head, ...cells)).toEqual(lines);
  });

  it('with few words that come again and again is a choice', async () => {
    const [declared, first] = await columnOf(
      '投资主体',
      '民营',
      '国有',
      '国有',
      '民营',
      '外资',
      '国有',
      '国有',
      '国有',
      '国有',
    );
    expect([declared, first]).toEqual(['字段 投资主体 选项 { 选项 民营, 国有, 外资 }', '字段 投资主体 民营']);
    expect((await columnOf('投资主体', '民营', '国有', '合资', '外资', '国有', '联营'))[0]).toBe('字段 投资主体 文本');
  });

  it.each([
    ['日历', '字段 `日历` 文本'],
    ['完成率', '字段 原表完成率 文本'],
    ['light', '字段 sheet-light 文本'],
    ['产值(一期)', '字段 产值 文本 "产值(一期)"'],
    ['10+3 产业', '字段 `10+3 产业` 文本'],
    ['constructor', '字段 constructor 文本'],
    ['__proto__', '字段 __proto__ 文本'],
  ])('headed %j has a name that is free', async (head, declared) => {
    expect((await columnOf(head, '某某'))[0]).toBe(declared);
  });

  it('without a head is called by its letter', async () => {
    const plan = await imported(folderWith({ 'a.csv': '项目名称,建设内容,\n大桥,甲,乙\n' }));
    expect(plan).toContain('  字段 C列 "乙"\n');
  });

  it('is told apart from one that counts something else, whatever their words have in common', async () => {
    const plan = await imported(
      folderWith({ 'a.csv': '项目名称,用地(亩),用地(公顷),产值(一期),产值(二期),说法,说法\n大桥,3,5,6,7,甲,乙\n' }),
    );

    expect(plan.match(/^字段.*$/gm)).toEqual([
      '字段 `用地` 数值 { 计量 "亩" }',
      '字段 用地-公顷 数值 { 计量 "公顷" }',
      '字段 产值 数值 "产值(一期)"',
      '字段 `产值(二期)` 数值',
      '字段 说法 文本',
      '字段 说法-2 文本',
    ]);
    expect(plan.match(/字段 `?用地.*\d$/gm)).toEqual(['字段 `用地` 3', '字段 用地-公顷 5']);
  });

  it('says in the report what it becomes, before anything is written', async () => {
    const folder = folderWith({ 'a.csv': '项目名称,用地(亩)\n大桥,3\n' });
    expect((await folder.call('import', 'a.csv', '--dry-run', '--lang', 'zh')).stdout).toContain('字段：用地（数值）');
    const { stdout } = await folder.call('import', 'a.csv', '--dry-run', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      sheets: [{ columns: [{}, { field: 'field', own: { name: '用地', type: 'number', unit: '亩', choices: [] } }] }],
    });
  });
});

describe('a ledger that was exported', () => {
  const LEDGER = `项目名称,文号,用地(亩),用地(公顷),纳统日期,主体,年产值(亿元),占股,前置,完成率,产值(一期),状态
甲桥,闽发改〔2026〕12号,"1,200.5",80,2026.3.5,民营,3.5,62.5%,无,80%,12,已上报
乙路,"多行
和 ""引""",300,20,2026年6月,国有,约12,10%,环评,90%,15,未上报
丙厂,=1+2,40,-,2026/7/1,国有,1,5%,环评,70%,9,未上报
丁厂,005,40,-,,国有,0.00000001,5%,环评,70%,9,未上报
戊厂,005,40,1,,民营,1,5%,环评,70%,9,未上报
己厂,005,40,2,,民营,1,5%,,70%,9,未上报
`;

  it.each([
    ['csv', 'zh'],
    ['xlsx', 'zh'],
    ['csv', 'en'],
    ['xlsx', 'en'],
  ])('as %s in %s gives the same fields again', async (kind, lang) => {
    const folder = folderWith({ 'a.csv': LEDGER });
    await folder.call('import', 'a.csv', '-o', 'a.plan', '--lang', lang);
    await folder.call('export', kind, '.', '-o', `out.${kind}`, '--lang', lang);
    const again = folderWith({ [`a.${kind}`]: folder.bytes(`out.${kind}`) });
    await again.call('import', `a.${kind}`, '-o', 'a.plan', '--lang', lang);

    const fields = (text: string) => text.match(/^ *(?:字段|field|项目|project) .*$/gm);
    expect(fields(again.read('a.plan'))).toEqual(fields(folder.read('a.plan')));
    expect(fields(again.read('a.plan'))).toHaveLength(11 + 6 + 60);
  });

  it('has a field whose head means something else under a head that says it is one', async () => {
    const folder = folderWith({
      'a.plan': '字段 说明 文本\n字段 状态 数值 { 计量 "个" }\n项目 P { 字段 说明 "甲"  字段 状态 3  备注 "乙" }\n',
    });
    const { stdout } = await folder.call('export', 'csv', '.', '--lang', 'zh');
    const plan = await imported(folderWith({ 'a.csv': stdout }));

    expect(plan).toContain('  字段 说明 "甲"\n');
    expect(plan).toContain('  字段 状态 3\n');
    expect(plan).toContain('  备注 "乙"\n');
  });

  it('keeps how exactly an amount is known', async () => {
    const folder = folderWith({ 'a.plan': '项目 P { 投资 约12亿元 }\n' });
    const { stdout } = await folder.call('export', 'csv', '.', '--lang', 'zh');
    expect(await imported(folderWith({ 'a.csv': stdout }))).toContain('投资 约12亿元');
  });
});

describe('import --merge into a plan with own fields', () => {
  const PLAN = `字段 文号 文本 "批复文号"
字段 亩数 数值 "用地" { 计量 "亩" }
字段 纳统 日期
字段 主体 选项 { 选项 国有, 民营 }

项目 大桥 {
  字段 亩数 1,200
  字段 纳统 2026/6
  字段 主体 国有
}
`;
  const merge = async (ledger: string) => {
    const folder = folderWith({ 'a.plan': PLAN, 'b.csv': ledger });
    const { stdout } = await folder.call('import', 'b.csv', '--merge', '--lang', 'zh');
    return { stdout, plan: folder.read('a.plan') };
  };

  it('finds them by name and title, and changes only what is another value', async () => {
    const { plan } = await merge('项目名称,批复文号,用地(亩),纳统,主体\n大桥,12号,1200,2026年6月,民营\n');
    expect(plan).toBe(PLAN.replace('主体 国有\n}', '主体 民营\n  字段 文号 "12号"\n}'));
  });

  it('keeps what is no value of the declared type as a note, and tells it', async () => {
    const { plan, stdout } = await merge('项目名称,亩数,纳统\n大桥,待批,2026年7月\n');
    expect(plan).toBe(PLAN.replace('2026/6', '2026年7月').replace('国有\n}', '国有\n  备注 "亩数：待批"\n}'));
    expect(stdout).toContain('“待批”不是数值，与字段“亩数”的类型不符');
  });

  it('takes no hectares for mu', async () => {
    const { plan } = await merge('项目名称,用地(公顷)\n大桥,80\n');
    expect(plan).toContain('  字段 亩数 1,200\n');
    expect(plan).toMatch(/字段 `?用地`? 数值 \{ 计量 "公顷" \}/);
  });

  it('adds a choice that the declaration lacks', async () => {
    const { plan, stdout } = await merge('项目名称,主体\n大桥,外资\n');
    expect(plan).toBe(PLAN.replace('国有, 民营', '国有, 民营, 外资').replace('主体 国有\n}', '主体 外资\n}'));
    expect(stdout).toContain('“主体”新增选项 外资');
  });

  it('keeps a choice that the declaration lacks as a note, and tells it, where a new file leaves the declaration as it is', async () => {
    const folder = folderWith({ 'a.plan': PLAN, 'b.csv': '项目名称,主体\n码头,外资\n新桥,民营\n' });
    const { code, stdout } = await folder.call('import', 'b.csv', '-o', 'b.plan', '--lang', 'zh');
    expect({ code, declaration: folder.read('a.plan') }).toEqual({ code: 0, declaration: PLAN });
    expect(folder.read('b.plan')).toContain('  备注 "主体：外资"\n');
    expect(folder.read('b.plan')).toContain('  字段 主体 民营\n');
    expect(stdout).toContain('“外资”不是所列选项，与字段“主体”的类型不符，原文记入备注');
    const { stdout: checked } = await folder.call('check', '.', '--severity', 'error');
    expect(checked).not.toContain('外资');
  });

  it('declares a field that is new', async () => {
    const { plan } = await merge('项目名称,占股\n大桥,62.5%\n');
    expect(plan).toBe(`${PLAN.replace('国有\n}', '国有\n  字段 占股 62.5%\n}')}\n字段 占股 百分比\n`);
  });
});
