/** Importing in the editor: what is shown and asked before anything is written, and what is written then. */
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Filled, fillForm } from '../../cli/testing/fill-form.js';
import { folderWith } from '../../cli/testing/test-folder.js';
import type { ImportAnswer } from '../protocol.js';
import { Editor, type EditorOptions } from '../testing/test-editor.js';

const editors: Editor[] = [];
afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
});

async function editorWith(files: Record<string, string>, options: EditorOptions = {}): Promise<Editor> {
  const editor = await Editor.start({ files, lang: 'zh', ...options });
  editors.push(editor);
  await editor.loaded();
  return editor;
}

type Rows = readonly (readonly (string | number | null)[])[];

async function xlsx(rows: Rows): Promise<string> {
  const made = await writeXlsx({ sheets: [{ name: '台账', rows: rows.map((row) => [...row]) }] });
  return Buffer.from(made).toString('base64');
}

function csv(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

interface Asked {
  readonly answers?: Record<string, string>;
  readonly target?: string;
  readonly lang?: 'en' | 'zh';
}

function imported(editor: Editor, fileName: string, base64: string, asked: Asked = {}): Promise<ImportAnswer> {
  const { answers = {}, target, lang = 'zh' } = asked;
  return editor.request('planwright/import', {
    fileName,
    base64,
    uri: editor.uri('a.plan'),
    lang,
    answers,
    ...(target === undefined ? {} : { target: editor.uri(target) }),
  });
}

function shown(answer: ImportAnswer): string {
  if (!('blocks' in answer)) return '';
  return answer.blocks.map(({ html }) => html.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|')).join('\n');
}

/** The texts as they are once the editor has taken the edits. */
function applied(
  editor: Editor,
  answer: ImportAnswer,
  texts: Readonly<Record<string, string>>,
): Record<string, string> {
  if (answer.type !== 'merge') throw new Error(`${answer.type}: ${JSON.stringify(answer).slice(0, 300)}`);
  return Object.fromEntries(
    answer.files.map(({ uri, edits }) => {
      const [name, text] = Object.entries(texts).find(([each]) => editor.uri(each) === uri) ?? ['', ''];
      return [name, TextDocument.applyEdits(TextDocument.create(uri, 'plan', 1, text), edits)];
    }),
  );
}

const PLAN = `项目库 新区 { 截至 2026-03-31 }

项目 P1 "滨河大道" {
  阶段 前期
  投资 3亿元
}
`;
const LEDGER: Rows = [
  ['项目编号', '项目名称', '阶段', '总投资（万元）', '备注'],
  ['P1', '滨河大道', '在建', 32000, null],
  ['P2', '城北水厂', '前期', 8000, '含管网'],
];

it('the column of names was empty where a project is called by its name, and one of a kind was said as several', async () => {
  const editor = await editorWith({ 'a.plan': PLAN });
  const ledger = csv('项目编号,项目名称,总投资（万元）\nP1,滨河大道,32000\n,城北水厂,8000\n');
  const merged = shown(await imported(editor, '台账.csv', ledger));
  expect(merged).toContain('B3|城北水厂|城北水厂|');
  expect(shown(await imported(editor, 'ledger.csv', ledger, { lang: 'en' }))).toContain(
    '1 change and 1 new project, in',
  );
  const alone = shown(await imported(await editorWith({}), 'ledger.csv', csv('Project,Total (k)\nHarbour,800\n')));
  expect(alone).toContain('A2|Harbour|Harbour|');
});

describe('names of a plan that has titles beside them', () => {
  const plan = `category transport "Transport"
org works "Department of Works" { alias "DoW" }
person Mason "Ada Mason"
person Reid1 "Tom Reid"
person Reid2 "Tom Reid"
project P1 "Ferry Terminal" {
  category transport
  unit works
  leader Mason
  owner Reid2
}
`;
  const head = 'Category,Project,Unit,Leader,Owner,Total (k)\n';

  it('were doubled: the ledger says the titles, and each became a declaration of its own', async () => {
    const editor = await editorWith({ 'a.plan': plan });
    const ledger = csv(`${head}Transport,Ferry Terminal,DoW,ADA Mason,,4000\nTransport,Wall,Department of Works,,,\n`);
    const text = applied(editor, await imported(editor, 'l.csv', ledger, { lang: 'en' }), { 'a.plan': plan });
    expect(text['a.plan']).toBe(
      plan.replace('Reid2\n}', 'Reid2\n  investment 4M\n}') +
        '\nproject Wall {\n  category transport\n  unit works\n}\n',
    );
  });

  it('in a new file beside it, too', async () => {
    const editor = await editorWith({ 'a.plan': plan });
    const answer = await imported(editor, 'l.csv', csv(`${head}Transport,Wall,DoW,Bo,,\n`), { lang: 'en' });
    expect(answer).toMatchObject({ type: 'new', text: expect.stringContaining('category transport\n  leader Bo\n') });
    expect(answer).not.toMatchObject({ text: expect.stringMatching(/^(category|org)/m) });
  });

  it('are left as they are where several have the title, which is told', async () => {
    const editor = await editorWith({ 'a.plan': plan });
    const ledger = csv(`${head},Ferry Terminal,,,Tom Reid,\n`);
    expect(shown(await imported(editor, 'l.csv', ledger, { lang: 'en' }))).toContain(
      'may be Reid1 or Reid2: left as it is in the plan|',
    );
    expect(shown(await imported(editor, 'l.csv', ledger))).toContain('“Tom Reid”可能是Reid1或Reid2：计划中未改动');
  });
});

it('a row whose first cell is merged with the one above was told at the other one', async () => {
  const editor = await editorWith({ 'a.plan': PLAN });
  const rows = [
    ['类别', '项目名称'],
    ['交通', '滨河大道'],
    [null, '城北水厂'],
  ];
  const merges = [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }];
  const made = await writeXlsx({ sheets: [{ name: '台账', rows, merges }] });
  const answer = await imported(editor, '台账.xlsx', Buffer.from(made).toString('base64'));
  expect(shown(answer)).toContain('台账!B3|城北水厂|');
});

describe('a ledger of which the plan has projects', () => {
  it('is shown with its cells, and comes as small edits that touch nothing else', async () => {
    const editor = await editorWith({ 'a.plan': PLAN });
    const answer = await imported(editor, '台账.xlsx', await xlsx(LEDGER));
    const text = shown(answer);
    expect(text).toContain('改动 2 处，新增 1 个项目（a.plan）。');
    expect(text).toContain('台账!D2|P1|3亿元|3.2亿元');
    expect(text).toContain('台账!A3|P2|城北水厂');
    expect(text).toContain('D|总投资（万元）|总投资|万元');
    expect(applied(editor, answer, { 'a.plan': PLAN })['a.plan']).toBe(`项目库 新区 { 截至 2026-03-31 }

项目 P1 "滨河大道" {
  阶段 前期
  投资 3.2亿元
  阶段 在建 于 2026年3月31日
}

项目 P2 "城北水厂" {
  阶段 前期
  投资 8000万元
  备注 "含管网"
}
`);
  });

  it('edits the text as it stands in the editor, not the one on disk', async () => {
    const editor = await editorWith({ 'a.plan': PLAN });
    const typed = `// 未保存\r\n${PLAN.replaceAll('\n', '\r\n')}`;
    const uri = editor.open('a.plan', PLAN);
    editor.change(uri, typed);
    const answer = await imported(editor, '台账.xlsx', await xlsx(LEDGER));
    expect(answer.type === 'merge' && answer.files.map(({ version }) => version)).toEqual([2]);
    const text = applied(editor, answer, { 'a.plan': typed })['a.plan'] ?? '';
    expect(text.startsWith('// 未保存\r\n项目库 新区 { 截至 2026-03-31 }\r\n')).toBe(true);
    expect(text).toContain('  投资 3.2亿元\r\n');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('is refused where a file on disk is another than the one that was read', async () => {
    const editor = await editorWith({ 'a.plan': PLAN });
    editor.files.texts.set('a.plan', PLAN.replace('3亿元', '5亿元'));
    const answer = await imported(editor, '台账.xlsx', await xlsx(LEDGER));
    expect(answer).toEqual({ type: 'refused', problem: 'a.plan 刚刚在磁盘上有改动，请重新导入' });
  });

  it('was written between the marks of a merge, to be lost where theirs is taken', async () => {
    const torn = PLAN.replace('  投资 3亿元\n', '<<<<<<< HEAD\n  投资 3亿元\n=======\n  投资 4亿元\n>>>>>>> x\n');
    const editor = await editorWith({ 'a.plan': torn });
    expect(await imported(editor, '台账.xlsx', await xlsx(LEDGER))).toMatchObject({
      type: 'refused',
      problem: 'a.plan 中要写入的位置有未解决的合并冲突，请先处理',
    });
  });

  it('says so where the plan agrees with it', async () => {
    const editor = await editorWith({ 'a.plan': PLAN });
    const answer = await imported(editor, 'a.csv', csv('项目编号,项目名称,总投资（万元）\nP1,滨河大道,30000\n'));
    expect(answer.type).toBe('nothing');
    expect(shown(answer)).toContain('计划与表一致，没有改动。');
  });
});

describe('what has to be asked', () => {
  it('a near name is neither taken nor doubled without an answer', async () => {
    const editor = await editorWith({ 'a.plan': PLAN });
    const file = csv('项目名称,总投资（万元）\n滨河大道工程,31000\n');
    const asked = await imported(editor, 'a.csv', file);
    if (asked.type !== 'ask') throw new Error(asked.type);
    const [question] = asked.questions;
    expect(question?.text).toBe('a!A2：计划中没有“滨河大道工程”，是否就是 P1“滨河大道”？');
    expect(question?.choices.map(({ value }) => value)).toEqual(['known', 'new']);
    const key = question?.key ?? '';
    const known = await imported(editor, 'a.csv', file, { answers: { [key]: 'known' } });
    expect(applied(editor, known, { 'a.plan': PLAN })['a.plan']).toContain('投资 3.1亿元');
    const fresh = await imported(editor, 'a.csv', file, { answers: { [key]: 'new' } });
    expect(fresh.type === 'new' && fresh.text).toContain('项目 滨河大道工程 {\n  投资 3.1亿元\n}');
  });

  it('an answer that is none is not one', async () => {
    const editor = await editorWith({ 'a.plan': PLAN });
    const file = csv('项目名称,总投资（万元）\n滨河大道工程,31000\n');
    const answer = await imported(editor, 'a.csv', file, { answers: { 'near a!A2': 'maybe' } });
    expect(answer.type).toBe('ask');
  });

  it('the unit of amounts and the day of progress, where nothing names them', async () => {
    const editor = await editorWith({});
    const file = csv('项目名称,总投资,进展情况\n城北水厂,5,主体完工\n');
    const asked = await imported(editor, 'a.csv', file);
    if (asked.type !== 'ask') throw new Error(asked.type);
    expect(asked.questions.map(({ key, text }) => [key, text])).toEqual([
      ['unit', '表中没有写明金额单位（a!B2），按什么单位？'],
      ['day', '表中没有写明进展是哪一天的（a!C2），截至哪一天？'],
    ]);
    expect(asked.questions[1]?.choices.map(({ value }) => value)).toEqual(['2026-03-31', '2026-02-28', 'none']);
    const answer = await imported(editor, 'a.csv', file, { answers: { unit: '亿元', day: '2026-03-20' } });
    expect(answer.type === 'new' && answer.text).toContain(
      '  投资 5亿元\n  进展 2026年3月20日 {\n    情况 "主体完工"\n',
    );
    const unknown = await imported(editor, 'a.csv', file, { answers: { unit: '亿元', day: 'none' } });
    expect(unknown.type === 'new' && unknown.text).toContain('备注 "进展情况：主体完工"');
    expect(shown(unknown)).not.toContain('--as-of');
  });
});

describe('a file that becomes a plan of its own', () => {
  it('declares what the plan around it does not, in the vocabulary of that plan', async () => {
    const plan = '项目库 新区\n单位 住建局\n项目 P9 "别的" { 责任单位 住建局 }\n';
    const editor = await editorWith({ 'a.plan': plan });
    const file = csv('项目编号,项目名称,责任单位\nP1,滨河大道,住建局\nP2,城北水厂,水务局\n');
    const answer = await imported(editor, '2026年台账.csv', file, { lang: 'en' });
    if (answer.type !== 'new') throw new Error(answer.type);
    expect([answer.name, answer.folder]).toEqual(['2026年台账.plan', editor.uri('').replace(/\/$/, '')]);
    expect(answer.text).toContain('单位 水务局');
    expect(answer.text).not.toMatch(/^单位 住建局|项目库|project /m);
    expect(shown(answer)).toContain('2 projects, for a new plan file.');
  });

  it('does not count what the file declares that it is to replace', async () => {
    const editor = await editorWith({ 'old.plan': '单位 住建局\n项目 P1 "滨河大道"\n', 'a.plan': '项目库 新区\n' });
    const file = csv('项目编号,项目名称,责任单位\nP1,滨河大道,住建局\n');
    const answer = await imported(editor, 'a.csv', file, { target: 'old.plan' });
    expect(answer.type === 'new' && answer.text).toContain('单位 住建局\n');
    const twice = await imported(editor, 'a.csv', file, { target: 'new.plan' });
    expect(twice).toMatchObject({ type: 'refused', problem: expect.stringContaining('该文件夹所在的计划中已有') });
  });

  it('is made where no folder is open', async () => {
    const editor = await editorWith({}, { noFolder: true });
    const answer = await imported(editor, 'a.csv', csv('项目编号,项目名称\nP1,滨河大道\n'));
    expect(answer.type === 'new' && [answer.folder, answer.text.includes('项目 P1 "滨河大道"')]).toEqual([null, true]);
  });

  it('can be a schedule of Microsoft Project', async () => {
    const schedule =
      '<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Title>水厂</Title><Tasks><Task><UID>1</UID><Name>设计</Name><OutlineLevel>1</OutlineLevel><Start>2026-04-01T08:00:00</Start><Finish>2026-04-03T17:00:00</Finish><Duration>PT24H0M0S</Duration></Task></Tasks></Project>';
    const editor = await editorWith({ 'a.plan': PLAN });
    const answer = await imported(editor, '水厂.xml', csv(schedule));
    expect(answer.type === 'new' && answer.text).toContain('任务 `设计`');
    expect(shown(answer)).toContain('1 个项目，1 项任务和节点，写入新的计划文件。');
    const there = await editorWith({ 'a.plan': '项目 水厂 "水厂"\n' });
    expect(await imported(there, '水厂.xml', csv(schedule))).toEqual({ type: 'refused', problem: '计划中已有 水厂' });
  });
});

describe('a returned form', () => {
  const plan = `项目库 X { 截至 2026-03-31 }
单位 交通局
人员 王五 { 单位 交通局 }
项目 P1 "北大桥" {
  责任单位 交通局
  投资 3亿元 { 年度 2026年 1亿元 }
  节点 桩基 期限 2026年4月30日
  进展 2026年2月28日 { 完成投资 1000万元 }
}
`;

  async function form(cells: Filled): Promise<string> {
    const folder = folderWith({ 'a.plan': plan });
    await folder.call('form', '交通局', '-o', 'form.xlsx', '--lang', 'zh');
    return Buffer.from(await fillForm(folder.bytes('form.xlsx'), cells)).toString('base64');
  }

  it('is shown and becomes dated statements', async () => {
    const editor = await editorWith({ 'a.plan': plan });
    const answer = await imported(editor, '交通局.xlsx', await form({ '进展填报!F3': '王五', '进展填报!G5': 2500 }));
    expect(shown(answer)).toContain('交通局.xlsx（交通局）：新增 1 项');
    expect(applied(editor, answer, { 'a.plan': plan })['a.plan']).toContain('    完成投资 2500万元\n');
  });

  it('is refused as a whole where an amount falls, with its cell', async () => {
    const editor = await editorWith({ 'a.plan': plan });
    const answer = await imported(editor, '交通局.xlsx', await form({ '进展填报!F3': '王五', '进展填报!G5': 900 }));
    expect(answer.type).toBe('nothing');
    expect(shown(answer)).toMatch(/退回，计划未改动[\s\S]*进展填报!G5：/);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['a.pdf', csv('x'), '可导入的文件：.xlsx、.csv 台账和 Microsoft Project 的 .xml 文件'],
    ['a.csv', csv('甲,乙\n1,2\n'), '“a.csv”中没有找到项目名称列'],
    ['a.xml', csv('<html></html>'), '文件是 XML，但不是 Microsoft Project 文件：请在其中另存为 XML 格式'],
  ])('%s is refused with the sentence of the command', async (name, base64, problem) => {
    const editor = await editorWith({ 'a.plan': PLAN });
    expect(await imported(editor, name, base64)).toEqual({ type: 'refused', problem });
  });

  it('a damaged workbook, an old one and one with a password are refused in a sentence', async () => {
    const editor = await editorWith({ 'a.plan': PLAN });
    const whole = Buffer.from(await xlsx(LEDGER), 'base64');
    const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]);
    for (const bytes of [whole.subarray(0, 900), old]) {
      const answer = await imported(editor, 'a.xlsx', bytes.toString('base64'), { lang: 'en' });
      expect(answer.type === 'refused' && answer.problem).toMatch(/^[A-Z].* /);
      expect(answer.type === 'refused' && answer.problem).not.toMatch(/undefined|Error|at /);
    }
  });

  it('cells that look like markup are shown as they are written', async () => {
    const editor = await editorWith({});
    const answer = await imported(editor, 'a.csv', csv('项目编号,项目名称\nP1,<img src=x onerror=alert(1)>\n'));
    const html = 'blocks' in answer ? answer.blocks.map((each) => each.html).join('') : '';
    expect(html).toContain('&lt;img');
    expect(html).not.toContain('<img');
  });
});
