/** One mistake is one diagnostic, whatever it is. */
import { describe, expect, it } from 'vitest';
import { findingsInOrder, marked, messagesIn, problemsIn, read, statedIn } from '../../../test/read-facts.js';
import { messageOf } from '../analysis/checks/index.js';

/** The leaders and units that are named, which stand for all that is beside a mistake. */
const neighbours = (text: string) => read(text).refs.map(({ segments }) => segments.map(({ text }) => text).join('.'));

/** What stands around each mistake is read: it names A before and Z behind it. */
const CASES: readonly (readonly [string, string])[] = [
  ['a half-typed member', 'project P {\n  leader A\n  [[owner]]\n  unit Z\n}'],
  ['a half-typed member at the end of its block', 'project P {\n  leader A\n  [[owner]]\n}\nproject Q { unit Z }'],
  ['a half-typed date', 'project P {\n  leader A\n  milestone M [[due]]\n  milestone N due 2026-01-02\n  unit Z\n}'],
  ['half a span', 'project P {\n  leader A\n  period [[2026-01]]\n  unit Z\n}'],
  [
    'half an expression',
    'project P { leader A }\nview V {\n  where level [[=]]\n  columns id\n}\nproject Q { unit Z }',
  ],
  ['an operator too many', 'project P { leader A }\nview V { where a = b and [[and]] c = d }\nproject Q { unit Z }'],
  ['a declaration without a name', 'project P { leader A }\nproject [[{]]\n  owner B\n}\nproject Q { unit Z }'],
  [
    'a missing brace, seen by the indentation',
    'project P {\n  leader A\n  task T {\n    due 2026-01-0[[2]]\n  task U {\n    due 2026-02-02\n  }\n  unit Z\n}',
  ],
  [
    'a missing brace, seen by what cannot stand there',
    'project P {\nleader A\ninvestment 5M {\nsource S 3[[M]]\nunit Z\n}',
  ],
  [
    'a missing brace of a block on one line',
    'project P {\n  leader A\n  task T { after S duration 3[[w]]\n  task U { after T duration 1w }\n  unit Z\n}',
  ],
  [
    'a call that is not closed',
    'portfolio X {\n  expect count([[stage]]\n  expect share(category in [[c]]\n}\nproject P { leader A unit Z }',
  ],
  ['a missing brace at the end of a declaration', 'project P {\n  leader [[A]]\n\nproject Q { unit Z }'],
  ['a missing brace at the end of the file', 'project P {\n  leader A\n  unit [[Z]]\n'],
  ['two missing braces', 'project P {\n  leader A\n  task T {\n    due 2026-01-0[[2]]\n\nproject Q { unit Z }'],
  [
    'a brace too many in the middle, seen by the lines behind it',
    'project P {\n  leader A\n  investment 5M {\n    year 2026 1M { Q1 1M } [[}]]\n    year 2027 4M\n  }\n  milestone M due 2026-05-01\n  unit Z\n}',
  ],
  [
    'a brace too many that would end the declaration',
    'project P {\n  leader A\n  investment 5M {\n    year 2026 1M\n  } [[}]]\n  milestone M due 2026-05-01 { after N }\n  milestone N\n  unit Z\n}',
  ],
  [
    'a brace too many in the middle of a line',
    'project P {\n  leader A\n  team "T" { B } [[}]]  scheme "s.md"\n  milestone M due 2026-05-01 { after N }\n  milestone N\n  unit Z\n}',
  ],
  [
    'a word too many before a value',
    'project P {\n  leader A\n  issue I "x" {\n    raised [[about]] 2026-06-15  due 2026-06-30\n  }\n  unit Z\n}',
  ],
  ['a brace too many behind a declaration', 'project P {\n  leader A\n}\n[[}]]\nproject Q { unit Z }'],
  [
    'a brace too many inside a declaration',
    'project P {\n  leader A\n  investment { year 2026 5M }\n  [[}]]\n  unit Z\n}\n',
  ],
  ['a brace where no block is', 'project P {\n  leader A [[{]]\n  unit Z\n}'],
  ['a note that is no comment', 'project P {\n  leader A [[#]] ask him again\n  unit Z\n}'],
  ['a mistyped keyword', 'project P {\n  leader A\n  [[mielstone]] M due 2026-06-30 { weight 5% }\n  unit Z\n}'],
  [
    'a mistyped keyword with a block over lines',
    'project P {\n  leader A\n  [[isue]] I "x" {\n    cause "y"\n  }\n  unit Z\n}',
  ],
  [
    'a mistyped keyword right behind a broken line',
    'project P {\n  leader A [[B]]\n  [[mielstone]] M due 2026-06-30\n  [[ower]] C\n  unit Z\n}',
  ],
  [
    'a Chinese one right behind a broken line',
    '项目 P {\n  责任领导 A\n  责任人 李四 [[王五]]\n  [[责任单立]] 交通局 备注 "x"\n  责任单位 Z\n}',
  ],
  [
    'two declarations mistyped, one behind the other',
    'project P { leader A }\n[[projct]] X {\n  owner B\n}\n[[proejct]] Y { owner C }\nproject Q { unit Z }',
  ],
  [
    'a list that goes on behind a broken line with names like keywords',
    'project P {\n  leader A\n  support X [[9]]\n    unitt, ownr\n  unit Z\n}',
  ],
  ['a mistyped choice', 'project P {\n  leader A\n  stage [[constructon]] on 2026-01-02\n  unit Z\n}'],
  [
    'a keyword glued to its value, with more on its line',
    '项目 P {\n  [[级别市级]]  责任领导 A\n  [[节点竣工]] 期限 2026-12-18 { 责任单位 Z }\n  [[建设期限2026年3月]] 至 2027年6月\n}',
  ],
  ['a keyword glued to a name', '项目 P {\n  责任领导 A\n  [[责任人李四]]\n  责任单位 Z\n}'],
  ['a declaration keyword glued to a name', '项目 P { 责任领导 A }\n[[项目甲]]\n项目 Q { 责任单位 Z }'],
  ['an unclosed string', 'project P {\n  leader A\n  scope [["new road of 12 km]]\n  unit Z\n}'],
  ['an unclosed string before a block', 'project P [["new road]] {\n  leader A\n  unit Z\n}'],
  ['an unclosed string at the end of a block', 'project P { leader A note [["x]] }\nproject Q { unit Z }'],
  [
    'quotes that do not match',
    '项目 P [["道路”]] {\n  责任领导 A\n  备注 [[“新建"]]\n  备注 [[”新建“]]\n  责任单位 Z\n}',
  ],
  ['an unclosed string with quotes in it', '项目 P {\n  责任领导 A\n  备注 [["建设“两横”路网]]\n  责任单位 Z\n}'],
  [
    'a condition without blanks',
    '项目 P { 责任领导 A }\n视图 V {\n  筛选 总投资>=1亿元且级别=省级\n}\n视图 W {\n  筛选 级别=[[市级且阶段]]=在建\n  列 编号\n}\n项目 Q { 责任单位 Z }',
  ],
  ['a stray quote', '[["]]\nproject P { leader A }\nproject Q { unit Z }'],
  ['single quotes', "project P [[']]road' {\n  leader A\n}\nproject Q { leader A unit Z }"],
  ['a name with a sign behind a number', '项目 P {\n  责任领导 A\n  节点 [[5·18]] 期限 2026-05-18\n  责任单位 Z\n}'],
  ['a name of numbers and a sign', '项目 P {\n  责任领导 A\n  节点 [[10+3]] 期限 2026-05-18\n  责任单位 Z\n}'],
  ['an unclosed Chinese string', '项目 P {\n  责任领导 A\n  建设内容 [[“新建道路]]\n  责任单位 Z\n}'],
  ['an unclosed long text', 'project P {\n  leader A\n  scope [["""]]\n    # New road\n    12 km\n  unit Z\n}'],
  [
    'an unclosed long text before a closed one',
    'project P {\n  leader A\n  scope [["""]]\n    12 km\n  unit Z\n  note """\n    x\n  """\n}',
  ],
  ['an unclosed comment', 'project P {\n  leader A\n}\n[[/* not yet]]\nproject Q { unit Z }'],
  ['a conflict', 'project P {\n[[<<<<<<< HEAD]]\n  leader A\n=======\n  leader B\n>>>>>>> other\n  unit Z\n}'],
  [
    'a conflict with the common ancestor',
    'project P {\n[[<<<<<<< HEAD]]\n  leader A\n||||||| base\n  leader C\n=======\n  leader B\n>>>>>>> other\n  unit Z\n}',
  ],
  [
    'a word too many that begins statements of other blocks',
    'project P { leader A }\nportfolio X {\n  expect per category overlap {\n    roads count [[about]] 11\n  }\n}\nproject Q { unit Z }',
  ],
  ['a text that a quote only ends', 'project P {\n  leader A\n  team Bridge team[["]] { A }\n  unit Z\n}'],
  [
    'a conflict within a long text',
    'project P {\n  leader A\n  scope """\n    one\n[[<<<<<<<]] HEAD\n    two\n=======\n    three\n>>>>>>> other\n  """\n  unit Z\n}',
  ],
  [
    'a conflict in which both sides begin a long text that goes on behind it',
    'project P {\n  leader A\n[[<<<<<<< HEAD]]\n  scope """\n    one\n||||||| base\n  scope """\n    none\n=======\n  scope """\n    two\n>>>>>>> other\n  """\n  unit Z\n}\nproject Q { scope """\n  x\n  """ }',
  ],
  [
    'a conflict in which only their side begins one',
    'project P {\n  leader A\n[[<<<<<<< HEAD]]\n  scope "one"\n=======\n  scope """\n    two\n>>>>>>> other\n  more of two\n  """\n  unit Z\n}',
  ],
  [
    'a conflict in which our side forgets to close one',
    'project P {\n  leader A\n[[<<<<<<< HEAD]]\n  scope """\n    one\n||||||| base\n  scope "x"\n=======\n  scope """two"""\n>>>>>>> other\n  unit Z\n}',
  ],
  ['a rest of a conflict', 'project P {\n  leader A\n[[>>>>>>> other]]\n  unit Z\n}'],
  [
    'rows pasted from a table',
    'project P { leader A }\n[[P001]]\t道路\t5000\t张三\nP002\t铁路\t6000\t李四\nP003\t桥\t700\nproject Q { unit Z }',
  ],
  ['rows pasted into a project', 'project P {\n  leader A\n  [[序号]]\t名称\t投资\n  1\t道路\t5000\n  unit Z\n}'],
  ['prose', 'project P { leader A }\n[[This]] is the list of projects of the year.\nproject Q { unit Z }'],
  ['a missing comma', 'project P {\n  leader A\n  area B [[C]]\n  unit Z\n}'],
  ['a team without commas', 'project P {\n  leader A\n  team { B [[C]] D }\n  unit Z\n}'],
  [
    'a parenthesis that is not closed',
    'project P { leader A }\nview V {\n  where (level = [[city]]\n  columns id\n}\nproject Q { unit Z }',
  ],
  [
    'a parenthesis too many',
    'project P { leader A }\nview V {\n  where level = city[[)]]\n  columns id\n}\nproject Q { unit Z }',
  ],
  [
    'a person declared inside a project',
    '项目 P {\n  责任领导 A\n  [[人员]] 张三 {\n    职务 "x"\n  }\n  责任单位 Z\n}',
  ],
  [
    'a person declared inside a project on one line',
    'project P {\n  leader A\n  [[person]] X { title "x" }\n  unit Z\n}',
  ],
  ['a unit declared inside a project', '项目 P {\n  责任领导 A\n  [[单位]] 水利局 "x"\n  责任单位 Z\n}'],
  [
    'a category without its braces',
    'project P { leader A }\ncategory roads [[in]] infrastructure\nproject Q { unit Z }',
  ],
  ['a task without its braces', 'project P {\n  leader A\n  task land [[duration]] 30d\n  unit Z\n}'],
  [
    'a milestone without its braces, behind its deadline',
    'project P {\n  leader A\n  milestone M due 2026-06-30 [[weight]] 5%\n  unit Z\n}',
  ],
  ['a person without braces', 'project P { leader A }\nperson X [[org]] council title "Head"\nproject Q { unit Z }'],
  ['a decision without its braces', 'project P { leader A }\nmeeting M { decision D "x" [[due]] 2026-04-01 unit Z }'],
  ['a name in quotes', 'project P {\n  leader A\n  owner [["Li Si"]]\n  unit Z\n}'],
  ['a declaration with a title and no name', 'project [["East waterworks"]] {\n  leader A\n  unit Z\n}'],
  ['a word that is no percent', '项目 P {\n  责任领导 A\n  任务 T { 进度 [[完成]] }\n  责任单位 Z\n}'],
  [
    'a word that is no percent, at the end of its line',
    '项目 P {\n  责任领导 A\n  任务 T {\n    进度 [[完成]]\n  }\n  责任单位 Z\n}',
  ],
  ['a date in Chinese figures', '项目 P {\n  责任领导 A\n  节点 M 期限 [[二〇二六年六月]]\n  责任单位 Z\n}'],
  ['a broken header', 'project P {\n  leader A\n  milestone M due [[tomorrow]] {\n    unit Z\n  }\n}'],
  ['a name that is a number', 'project [[2026-001]] {\n  leader A\n  unit Z\n}'],
  ['a value of another kind', 'project P {\n  leader A\n  fund [[10d]]\n  unit Z\n}'],
];

describe('one mistake is one diagnostic at its place, and what stands beside it is read', () => {
  it.each(CASES)('%s', (_, source) => {
    const { text, places } = marked(source);
    expect(findingsInOrder(read(text)).map(({ code, at }) => [code, text.slice(at.start, at.end), at.start])).toEqual(
      places.map(([start, end]) => ['syntax/unexpected', text.slice(start, end), start]),
    );
    expect(neighbours(text)).toEqual(expect.arrayContaining(['A', 'Z']));
  });
});

describe('a message', () => {
  it.each([
    ['guesses a mistyped keyword', 'project P {\n  mielstone M\n}', /did you mean "milestone"/],
    ['guesses a mistyped Chinese keyword', '项目 P {\n  责任入 李四\n}', /did you mean "责任人"|did you mean "owner"/],
    ['guesses a mistyped choice', 'project P { level citty }', /did you mean "city"/],
    ['offers the blank of a glued keyword', '项目 P {\n  责任人李四\n}', /put a blank between .*"李四"/],
    [
      'names the values that fit',
      'project P {\n  actual-start soon\n}',
      /^Expected a date such as 2026-03-31, found "soon"$/,
    ],
    ['knows what people write for a keyword', '项目 P {\n  责任部门 水利局\n}', /did you mean "unit"/],
    [
      'knows it although it begins with another keyword',
      '项目 P {\n  节点 甲 { 完成时限 2026年6月 }\n}',
      /did you mean "due"/,
    ],
    ['knows it in English', 'project P {\n  manager Li\n}', /did you mean "owner"/],
    ['knows what stands there: of an issue', 'project P { issue I "x" { type land } }', /did you mean "kind"/],
    ['knows what stands there: of a project', 'project P { type roads }', /did you mean "category"/],
    ['knows words for choices', '项目 P { 级别 区级 }', /did you mean "county"/],
    ['knows words for signs', '视图 v { 筛选 总投资 大于 3亿元 }', /did you mean ">"/],
    ['guesses nothing from one character of two', '项目 P { 级别 镇级 }', /^Expected "national"/],
    ['guesses nothing from two characters of four', '项目 P {\n  责任科室 水利局\n}', /^Expected (?!.*did you mean)/],
    ['guesses two characters that were swapped', '项目 P {\n  点节 甲\n}', /did you mean "milestone"/],
    ['says what is missing behind a keyword', 'project P {\n  leader\n  unit U\n}', /^Expected a name after "leader"/],
    ['tells quotes that do not match', '项目 P "道路”', /do not match/],
    ['says that a brace is missing', 'project P {', /^A "}" is missing/],
    ['tells a conflict', '<<<<<<< a\n=======\n>>>>>>> b\n', /were not merged/],
  ])('%s', (_, text, message) => expect(messagesIn(text)[0]).toMatch(message));

  it('names at most five alternatives', () => {
    const [message = ''] = messagesIn('project P {\n  something\n}');
    expect(message.match(/"/g)?.length).toBe(12);
  });

  it('of an unclosed block points to where it opens', () => {
    const text = 'project P {\n  leader A\n';
    expect(read(text).findings.flatMap(({ related = [] }) => related.map(({ at }) => at.start))).toEqual([10]);
  });

  it.each(CASES)('is in the words of the field, in both languages: %s', (_, source) => {
    const { text } = marked(source);
    for (const finding of read(text).findings) {
      const [en, zh] = [messageOf(finding, 'en'), messageOf(finding, 'zh')];
      for (const message of [en, zh]) {
        expect(message).not.toMatch(/undefined|\[object|token|EOF|NAME|WORD|LITERAL|MISSHAPEN|DATE|STRING|BLOCK/);
      }
      expect(zh).toMatch(/[一-鿿]/);
    }
  });
});

it('a keyword glued to its value is read as both', () => {
  for (const [glued, apart] of [
    ['级别市级', '级别 市级'],
    ['责任人李四', '责任人 李四'],
    ['工作经费3亿元', '工作经费 3亿元'],
    ['节点竣工 期限 2026-12-18', '节点 竣工 期限 2026-12-18'],
  ]) {
    const within = (line: string | undefined) => `项目 P {\n  ${line} 备注 "x"\n}`;
    expect(problemsIn(within(glued))).toHaveLength(1);
    expect(statedIn(within(glued))).toEqual(statedIn(within(apart)));
  }
});

describe('a block on one line without its braces', () => {
  it('is read, as if they were there', () => {
    const lines = ['category roads in infra', 'task T duration 30d after S', 'person X org B title "Head"'];
    const frame = (line: string) =>
      line.startsWith('task') ? `project P { task S { duration 1d } ${line} }` : `org B\ncategory infra\n${line}`;
    for (const line of lines) {
      const written = frame(line);
      const meant = frame(line.replace(/^(\w+ \w+) (.*)$/, '$1 { $2 }'));
      expect(problemsIn(written)).toHaveLength(1);
      expect(statedIn(written)).toEqual(statedIn(meant));
    }
  });

  it.each([
    ['declarations', 'org A org B person X category c area d category e { in c } person Y org F'],
    ['items', 'project P { task A milestone B due 2026-01-01 task C task D { duration 3d } task E unit F }'],
    ['rows and their figures', 'portfolio X { expect per category partition { A count 3 } currency CNY }'],
  ])('is not seen in %s that have none', (_, text) => expect(problemsIn(text)).toEqual([]));
});

describe('limits', () => {
  it('at most 100 diagnostics of the syntax', () => {
    const unexpected = (text: string) => problemsIn(text).filter((what) => what.startsWith('syntax/unexpected'));
    expect(unexpected('project P {\n'.concat('  nonsense\n  unit U\n'.repeat(500), '}'))).toHaveLength(100);
    expect(unexpected('project P {\n'.concat('  leader A%\n'.repeat(500), '}'))).toHaveLength(100);
  });

  it('more than 200 levels are an error of their own', () => {
    const nested = (levels: number) =>
      `project P {${'task T {'.repeat(levels - 1)}${'}'.repeat(levels)}\nproject Q { unit Z }`;
    expect(problemsIn(nested(200))).toEqual([]);
    expect(messagesIn(nested(201))).toEqual([expect.stringMatching(/at most 200/)]);
    expect(neighbours(nested(5_000))).toEqual(['Z']);
    expect(problemsIn(nested(5_000))).toHaveLength(1);
  });

  it.each([
    ['parentheses', '('.repeat(20_000)],
    ['not', 'not '.repeat(20_000)],
    ['signs', '- '.repeat(20_000)],
  ])('an expression of thousands of %s costs itself', (_, prefix) => {
    const text = `view V {\n  where ${prefix}a\n  columns id\n}\nproject Q { unit Z }`;
    expect(read(text).findings.length).toBeGreaterThan(0);
    expect(read(text).findings.length).toBeLessThan(4);
    expect(neighbours(text)).toEqual(['Z']);
  });

  it('long lists and chains are no nesting', () => {
    const many = (one: string, between: string) => Array.from({ length: 20_000 }, () => one).join(between);
    expect(problemsIn(`view V { where ${many('a = b', ' or ')} columns ${many('id', ', ')} }`)).toEqual([]);
    expect(problemsIn(`project P { note "x" area ${many('A', '、')} task T { after ${many('B', '.')} } }`)).toEqual([]);
  });
});
