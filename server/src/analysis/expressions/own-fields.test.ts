/** Own fields: declared, stated, typed, asked for in conditions, demanded by policies. */
import { describe, expect, it } from 'vitest';
import { allFound, found } from '../../../../test/findings.js';
import { translateKeywords } from '../../exchange/translate-keywords.js';
import { readPlan } from '../../syntax/read-plan.js';

const DECLARED = `
字段 文号 文本 "批复文号"
字段 亩数 数值 "用地" { 计量 "亩" }
字段 纳统 日期
字段 主体 选项 { 选项 国有、民营 }
字段 贷款 金额
字段 就业 百分比 { 于 项目、事项 }
字段 佐证人 文本 { 于 问题 }
`;

const problems = (text: string): readonly string[] =>
  allFound(text, '2026-03-31')
    .filter(({ code }) => code.startsWith('expression/') || code.startsWith('name/') || code.startsWith('member/'))
    .map(({ code, text: at, zh }) => `${code} [${at}] ${zh}`);

const inProject = (statement: string): readonly string[] => problems(`${DECLARED}项目 P { ${statement} }`);

describe('what is stated of an own field', () => {
  it.each([
    '字段 文号 "闽发改〔2026〕12号"',
    '字段 亩数 120.5',
    '字段 亩数 2026',
    '字段 纳统 2026年3月',
    '字段 纳统 2026',
    '字段 主体 民营',
    '字段 贷款 3000万元',
    '字段 贷款 30000000',
    '字段 就业 65%',
    '任务 t { 字段 就业 20% }',
    '问题 q "堵" { 字段 佐证人 "李四" }',
    'field 主体 国有',
  ])('is read: %s', (statement) => expect(inProject(statement)).toEqual([]));

  it.each([
    ['字段 亩数 "很多"', 'expression/type ["很多"] “亩数”应为数，而不是文字'],
    ['字段 文号 12', 'expression/type [12] “文号”应为文字，而不是数；文字写在引号里'],
    ['字段 文号 甲', 'expression/type [甲] “文号”应为文字，而不是名称；文字写在引号里'],
    ['字段 主体 "民营"', 'expression/type ["民营"] “主体”应为所列选项之一，不加引号，而不是文字'],
    ['字段 主体 合资', 'expression/type [合资] “主体”没有“合资”这个选项：可写国有或民营'],
    ['字段 佐证人 "李四"', 'expression/type [佐证人] “佐证人”不能写在项目上，只能写在问题上'],
    ['任务 t { 字段 文号 "x" }', 'expression/type [文号] “文号”不能写在事项上，只能写在项目上'],
    ['字段 文件 "x"', 'name/unknown [文件] 没有名为“文件”的自定字段'],
    ['字段 文号 "a" 字段 文号 "b"', 'member/repeated [字段 文号 "b"] “文号”此处只能写一次；重复的这一条不计'],
  ])('is told where it does not fit: %s', (statement, problem) => expect(inProject(statement)).toEqual([problem]));
});

describe('a declaration', () => {
  it.each(['字段 亩数 数值 "用地" { 计量 "亩" }', 'field 亩数 number "用地" { unit "亩" }'])(
    'loses its unit in neither language: %s',
    (declared) => {
      const { declarations } = readPlan('a.plan', declared);
      expect(declarations.map((each) => (each.kind === 'field' ? each.unit?.text : undefined))).toEqual(['亩']);
    },
  );

  it.each(['进度', 'progress'])(
    'is told where the language has a field called %s, which would be shown in its place',
    (name) => {
      const told = problems(`字段 ${name} 数值\n项目 P { 字段 ${name} 7 }\n视图 v { 列 编号, ${name} }`);
      expect(told).toEqual([`expression/type [${name}] “${name}”已是语言中的字段，自定字段请另取名称`]);
    },
  );

  it('needs a type that there is', () => {
    expect(found('syntax/unexpected', '字段 a 数字', '2026-03-31').map(({ zh }) => zh)).toEqual([
      '此处应为类型（文本、数值、金额、百分比、日期或选项），却是“数字”',
    ]);
  });

  it('says the same in the other vocabulary, and turned back', () => {
    const english = translateKeywords(DECLARED, 'en');
    expect(english).toBe(`
field 文号 text "批复文号"
field 亩数 number "用地" { unit "亩" }
field 纳统 date
field 主体 choice { choices 国有、民营 }
field 贷款 money
field 就业 percent { on project、item }
field 佐证人 text { on issue }
`);
    expect(translateKeywords(english, 'zh')).toBe(DECLARED);
  });
});

describe('in conditions', () => {
  const view = (where: string): readonly string[] => problems(`${DECLARED}视图 v { 筛选 ${where} 列 编号, 主体 }`);

  it.each(['主体 = 民营', '亩数 > 100 且 贷款 >= 3000万元', '纳统 < 2026-06-30', '文号 = 无', '就业 != 50%'])(
    'it is a field like the others: %s',
    (where) => expect(view(where)).toEqual([]),
  );

  it.each([
    ['主体 = 合资', 'expression/unknown-field [合资] “主体”没有“合资”这个值：可写国有或民营'],
    ['亩数 > 2026-01-01', 'expression/type [2026-01-01] 数不能与日期比较'],
    ['佐证人 = "李四"', 'expression/unknown-field [佐证人] 没有名为“佐证人”的字段'],
  ])('it has its type: %s', (where, problem) => expect(view(where)).toEqual([problem]));
});

describe('a policy', () => {
  const plan = (statement: string): readonly string[] =>
    found(
      'member/missing',
      `${DECLARED}规则 r { 必备 文号、亩数 }\n项目 P { 阶段 预备 ${statement} }`,
      '2026-03-31',
    ).map(({ zh }) => zh);

  it('may demand it', () => {
    expect(plan('字段 亩数 3')).toEqual(['缺少“文号”，规则“r”要求填写']);
    expect(plan('字段 亩数 3 字段 文号 "x"')).toEqual([]);
    expect(plan('字段 亩数 3 字段 文号 "  "')).toEqual(['缺少“文号”，规则“r”要求填写']);
  });

  it('does not miss what is stated and wrong', () => {
    expect(plan('字段 亩数 "三" 字段 文号 "x"')).toEqual([]);
  });
});
