/** What completion offers at a place. */
import { afterEach, describe, expect, test } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { edited } from '../../testing/marked-text.js';
import { Editor, type EditorOptions } from '../../testing/test-editor.js';

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.stop();
  expect(editor?.logged).toEqual([]);
});

async function complete(source: string, options: EditorOptions = {}): Promise<readonly CompletionItem[]> {
  const opened = await Editor.with(source, options);
  editor = opened.editor;
  const list = await editor.at<CompletionList>('textDocument/completion', opened.uri, opened.at.cursor);
  return list.items;
}

async function labels(source: string, options: EditorOptions = {}): Promise<readonly string[]> {
  return (await complete(source, options)).map(({ label }) => label);
}

describe('keywords', () => {
  test('are those of the vocabulary that the file uses', async () => {
    const found = await labels('项目 P1 {\n  责任人 李四\n  <|>\n}\n');
    expect(found).toEqual(expect.arrayContaining(['节点', '任务', '配合单位']));
    expect(found).not.toContain('milestone');
  });

  test('declarations are offered again where the file has some already', async () => {
    expect(await labels('人员 李四\n项目 P1 { 责任人 李四 }\n<|>')).toEqual(
      expect.arrayContaining(['人员', '项目', '单位']),
    );
  });

  test('in a milestone are not those of a task', async () => {
    const found = await labels('project P1 {\n  milestone M {\n    <|>\n  }\n}\n');
    expect(found).toEqual(expect.arrayContaining(['due', 'after', 'weight']));
    expect(found.filter((label) => ['duration', 'progress', 'authority', 'task'].includes(label))).toEqual([]);
  });

  test('are those of both vocabularies in an empty file', async () => {
    expect(await labels('<|>')).toEqual(expect.arrayContaining(['project', '项目', 'person', '人员']));
  });

  test('are only those that are legal here', async () => {
    const found = await labels('project P1 {\n  investment 5M {\n    <|>\n  }\n}\n');
    expect(found).toEqual(expect.arrayContaining(['source', 'before', 'year']));
    expect(found).not.toContain('leader');
    expect(found).not.toContain('project');
  });

  test('leave out a single member that stands there already, and keep one that repeats', async () => {
    const found = await labels('project P1 {\n  leader A\n  note "x"\n  <|>\n}\nperson A\n');
    expect(found).not.toContain('leader');
    expect(found).toContain('note');
    expect(found).toContain('unit');
  });

  test('repeat in one block what they do not in another', async () => {
    expect(await labels('project P1 {\n  task A {\n    progress 5%\n    <|>\n  }\n}\n')).toContain('progress');
    expect(await labels('project P1 {\n  report 2026-03-31 {\n    progress 5%\n    <|>\n  }\n}\n')).not.toContain(
      'progress',
    );
  });

  test('mean what they do in their block', async () => {
    const meaning = async (text: string, word: string) =>
      (await complete(text)).find(({ label }) => label === word)?.detail;
    expect(await meaning('project P1 {\n  investment 5M {\n    <|>\n  }\n}\n', 'year')).toMatch(
      /^The amount of one year/,
    );
    expect(await meaning('portfolio P {\n  <|>\n}\n', 'year')).toMatch(/^The plan year/);
    expect(await meaning('project P1 {\n  calendar A\n}\n<|>', 'calendar')).toMatch(/^Declares/);
    expect(await meaning('project P1 {\n  issue A {\n    escalated <|>\n  }\n}\n', 'city')).toMatch(
      /^The city settles/,
    );
  });

  test('are the fixed words of a member', async () => {
    expect(await labels('项目 P1 {\n  级别 <|>\n}\n')).toEqual(['国家级', '省级', '市级', '县级']);
    expect(await labels('project P1 {\n  stage con<|>\n}\n')).toContain('construction');
  });

  test('come with their meaning, an example and the other spelling', async () => {
    const due = (await complete('项目 P1 {\n  节点 A {\n    <|>\n  }\n}\n', { lang: 'zh' })).find(
      ({ label }) => label === '期限',
    );
    expect(due?.detail).toContain('期限');
    expect(JSON.stringify(due?.documentation)).toContain('due');
  });

  test('are offered although statements before and behind are broken', async () => {
    const found = await labels('project P0 { leader leader { ;\nproject P1 {\n  level level ;\n  owner\n  <|>\n', {});
    expect(found).toContain('milestone');
  });

  test('are not offered in comments and strings', async () => {
    expect(await labels('project P1 { // le<|>\n}\n')).toEqual([]);
    expect(await labels('project P1 {\n  scope "le<|>\n}\n')).toEqual([]);
    expect(await labels('/* le<|> */ project P1 {}\n')).toEqual([]);
  });
});

describe('names', () => {
  const people = '人员 李四清 { 职务 "局长" }\n人员 王五\n单位 交通局 "市交通运输局"\n人员 `2号 联系人`\n';

  test('are of the kind that the member asks for, with title', async () => {
    const items = await complete(`${people}项目 P1 {\n  责任领导 <|>\n}\n`, { lang: 'zh' });
    expect(items.map(({ label }) => label)).toEqual(['李四清', '王五', '2号 联系人']);
    expect(items[0]?.detail).toBe('人员 · 局长');
    expect(await labels(`${people}项目 P1 {\n  责任单位 <|>\n}\n`)).toEqual(['交通局']);
  });

  test('are found by pinyin initials and by full pinyin', async () => {
    const items = await complete(`${people}项目 P1 {\n  责任领导 lsq<|>\n}\n`);
    const filter = items.find(({ label }) => label === '李四清')?.filterText ?? '';
    expect(filter.split(' ')).toEqual(expect.arrayContaining(['lsq', 'lisiqing']));
  });

  test('are put into backquotes when they need them', async () => {
    const source = `${people}项目 P1 {\n  责任领导 <|>\n}\n`;
    const item = (await complete(source)).find(({ label }) => label === '2号 联系人');
    const edit = item?.textEdit;
    if (edit === undefined || !('range' in edit)) throw new Error('no edit');
    expect(edited(source.replace('<|>', ''), [edit])).toContain('责任领导 `2号 联系人`\n');
  });

  test('in a list exclude nothing else, and a path leads into a project and a task', async () => {
    const plan =
      'project P1 {\n  task prep { task survey }\n  milestone done-it\n}\nproject P2 {\n  milestone own\n  task last { after <|> }\n}\n';
    expect(await labels(plan)).toEqual(expect.arrayContaining(['own', 'P1.']));
    expect(await labels(plan.replace('<|>', 'P1.<|>'))).toEqual(expect.arrayContaining(['prep', 'done-it']));
    expect(await labels(plan.replace('<|>', 'P1.prep.<|>'))).toEqual(['survey']);
  });

  test('come from the other files of the plan root', async () => {
    expect(await labels('项目 P1 {\n  责任人 <|>\n}\n', { files: { 'b.plan': '人员 赵六\n' } })).toEqual(['赵六']);
  });
});

describe('dates', () => {
  test('are today and the ends of months and quarters, as the file spells them', async () => {
    const english = await labels('project P1 {\n  milestone M due <|>\n}\n', { today: '2026-03-10' });
    expect(english).toEqual(expect.arrayContaining(['2026-03-10', '2026-03-31', '2026-04', '2026-Q1', '2026-Q2']));
    const chinese = await labels('项目 P1 {\n  节点 M 期限 <|>\n}\n', { today: '2026-03-10' });
    expect(chinese).toEqual(expect.arrayContaining(['2026年3月10日', '2026年4月底', '2026年一季度末']));
  });

  test('are days where something happened on a day, and half years in an accountability report', async () => {
    expect(await labels('project P1 {\n  actual-start <|>\n}\n', { today: '2026-03-10' })).not.toContain('2026-04');
    expect(await labels('project P1 {\n  review <|>\n}\n', { today: '2026-03-10' })).toContain('2026-H1');
  });
});

describe('snippets', () => {
  test('are whole declarations in the vocabulary of the file', async () => {
    const items = await complete('人员 李四\n<|>\n', { today: '2026-03-10' });
    const snippet = items.find(({ label }) => label === '项目 …');
    expect(snippet?.textEdit?.newText).toContain('责任领导 ');
    expect(snippet?.textEdit?.newText).toContain('2026年3月10日');
    expect(snippet?.insertTextFormat).toBe(2);
  });
});

describe('snippets let values be chosen', () => {
  test.each([
    ['a deadline', '项目 P {\n  <|>\n}\n', '问题 …', /期限 \$\{7\| ,2026年3月10日,/],
    ['an amount', 'project P {\n  <|>\n}\n', 'investment …', /^investment \$\{1\| ,10M,/],
    ['what is waited for', 'project P {\n  milestone M\n  <|>\n}\n', 'task …', /after \$\{5\| ,M\|\}/],
    ['what is talked about', 'project P {}\n<|>\n', 'meeting …', /agenda \$\{5\| ,P\|\}/],
  ])('%s', async (_, source, label, right) => {
    const items = await complete(source, { today: '2026-03-10' });
    expect(items.find((each) => each.label === label)?.textEdit?.newText).toMatch(right);
  });
});

describe('typing alone', () => {
  const typed = async (source: string, triggerCharacter: string, options: EditorOptions = {}) => {
    const opened = await Editor.with(source, options);
    editor = opened.editor;
    const context = { triggerKind: 2, triggerCharacter };
    const list = await editor.at<CompletionList>('textDocument/completion', opened.uri, opened.at.cursor, { context });
    return list.items.map(({ label }) => label);
  };
  const people = '人员 李四\n人员 王五\n类别 产业\n';

  test.each([
    ['a blank behind a keyword opens what it wants', `${people}项目 P { 责任领导 <|> }`, ' ', '李四'],
    ['one of a Chinese input method as well', `${people}项目 P { 责任领导\u3000<|> }`, '\u3000', '李四'],
    ['a date', `${people}项目 P { 节点 M 期限 <|> }`, ' ', '2026年3月31日'],
    ['the fields of a condition', `${people}视图 V { 筛选 <|> }`, ' ', '类别'],
    ['what a field is compared with', `${people}视图 V { 筛选 类别 = <|> }`, ' ', '产业'],
    ['how it can be compared', `${people}视图 V { 筛选 类别 <|> }`, ' ', '属于'],
    ['a comma in a list opens the rest of it', `${people}项目 P { 配合单位 甲、<|> }\n单位 乙`, '、', '乙'],
    [
      'what can be ignored',
      `项目 P {\n  // planwright-ignore <|>\n  节点 M 期限 2020-01-01\n}`,
      ' ',
      'deadline/overdue',
    ],
  ])('%s', async (_, source, character, right) => {
    expect(await typed(source, character)).toContain(right);
  });

  test('asks for nothing where a statement is whole, a name is new, or a text is open', async () => {
    expect(await typed(`${people}项目 P { 责任领导 李四 <|> }`, ' ')).toEqual([]);
    expect(await typed(`${people}项目 <|>`, ' ')).toEqual([]);
    expect(await typed(`${people}项目 P { 备注 "到 <|>" }`, ' ')).toEqual([]);
    expect(await typed(`${people}项目 P { 备注 "<|>" }`, '"')).toEqual([]);
    expect(await typed(`${people}<|>`, ' ')).toEqual([]);
    expect(await typed(`人员 李四 <|>\n`, ' ')).toEqual([]);
  });
});

describe('accepting', () => {
  const accepted = async (source: string, label: string, options: EditorOptions = {}) => {
    const item = (await complete(source, options)).find((each) => each.label === label);
    const edit = item?.textEdit;
    if (edit === undefined || !('range' in edit)) throw new Error(`${label} is not offered`);
    return { text: edited(source.replace('<|>', ''), [edit]), command: item?.command?.command };
  };
  const editing = { options: { suggestCommand: 'show' } };

  test('a keyword that wants a value puts the blank in and opens the next list', async () => {
    expect(await accepted('项目 P {\n  责任<|>\n}\n', '责任领导', editing)).toEqual({
      text: '项目 P {\n  责任领导 \n}\n',
      command: 'show',
    });
    expect(await accepted('project P { lead<|> Osei }\n', 'leader', editing)).toEqual({
      text: 'project P { leader Osei }\n',
      command: 'show',
    });
    expect((await accepted('project P { milestone M <|> }\n', 'due', editing)).text).toContain('M due }');
  });

  test('asks no other editor for a command that it may not have', async () => {
    expect((await accepted('project P { lead<|> }\n', 'leader')).command).toBeUndefined();
  });

  test('a fixed word is only itself', async () => {
    expect(await accepted('project P { stage con<|> }\n', 'construction', editing)).toEqual({
      text: 'project P { stage construction }\n',
      command: undefined,
    });
  });

  test.each([
    ['the whole name under the cursor', 'person Osei\nproject P { leader Os<|>ei }\n', 'Osei', 'leader Osei }'],
    ['the whole date', 'project P { milestone M { due 2026-<|>12-31 } }\n', '2026-03-31', 'due 2026-03-31 }'],
    ['a Chinese date', '项目 P { 节点 M 期限 2026年<|>6月5日 }\n', '2026年3月31日', '期限 2026年3月31日 }'],
    ['a name in backquotes', '人员 `2号 人`\n项目 P { 责任人 `2号<|> 人` }\n', '2号 人', '责任人 `2号 人` }'],
    ['nothing before the cursor of a new word', 'person A\nproject P { leader <|>Bo }\n', 'A', 'leader ABo }'],
  ])('replaces %s', async (_, source, label, right) => {
    const today = { today: '2026-03-15' };
    expect((await accepted(source, label, today)).text).toContain(right);
  });

  test('a declaration with names to choose from takes none that nobody chose', async () => {
    const items = await complete('人员 李四\n人员 `a,b}`\n<|>');
    const text = items.find(({ label }) => label === '项目 …')?.textEdit?.newText;
    expect(text).toMatch(/责任领导 \$\{4\| ,李四,`a\\,b\\\}`\|\}/);
    expect(text).toMatch(/类别 \$\{3\}\n/);
  });
});

describe('conditions', () => {
  const plan = 'category industry\ncategory roads { in industry }\nview V {\n  where <|>\n}\n';

  test('offer fields and functions', async () => {
    const found = await labels(plan);
    expect(found).toEqual(expect.arrayContaining(['category', 'days-late', 'light', 'not']));
    expect(found).not.toContain('sum');
    expect(await labels('portfolio P {\n  expect <|>\n}\n')).toContain('sum');
  });

  test('offer what can stand beside a field, and its comparisons', async () => {
    expect(await labels(plan.replace('<|>', 'category in <|>'))).toEqual(expect.arrayContaining(['industry', 'roads']));
    expect(await labels(plan.replace('<|>', 'stage = <|>'))).toEqual(
      expect.arrayContaining(['construction', 'reserve']),
    );
    expect(await labels(plan.replace('<|>', 'total <|>'))).toEqual(expect.arrayContaining(['>=', '~=']));
  });

  test('offer fields as columns in Chinese', async () => {
    expect(await labels('视图 V {\n  列 编号, <|>\n}\n')).toEqual(expect.arrayContaining(['亮灯', '完成率']));
  });
});
