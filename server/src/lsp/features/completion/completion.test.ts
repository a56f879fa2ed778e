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

describe('conditions', () => {
  const plan = 'category industry\ncategory roads { in industry }\nview V {\n  where <|>\n}\n';

  test('offer fields and functions', async () => {
    const found = await labels(plan);
    expect(found).toEqual(expect.arrayContaining(['category', 'days-late', 'light', 'not', 'none']));
    expect(found).not.toContain('sum');
    expect(await labels('portfolio P {\n  expect <|>\n}\n')).toContain('sum');
  });

  test('offer what can stand beside a field, and its comparisons', async () => {
    expect(await labels(plan.replace('<|>', 'category in <|>'))).toEqual(expect.arrayContaining(['industry', 'roads']));
    expect(await labels(plan.replace('<|>', 'stage = <|>'))).toEqual(
      expect.arrayContaining(['construction', 'reserve']),
    );
    expect(await labels(plan.replace('<|>', 'total <|>'))).toEqual(expect.arrayContaining(['>=', '~=', 'and']));
  });

  test('offer fields as columns in Chinese', async () => {
    expect(await labels('视图 V {\n  列 编号, <|>\n}\n')).toEqual(expect.arrayContaining(['亮灯', '完成率']));
  });
});
