/** Definitions, references, renaming, symbols and the call hierarchy. */
import { afterEach, describe, expect, test } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentSymbol,
  Location,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { edited, type Marked, rangesOf } from '../testing/marked-text.js';
import { Editor, type EditorOptions } from '../testing/test-editor.js';

let editor: Editor;
let uri: string;
let at: Marked;

async function open(source: string, options: EditorOptions = {}): Promise<void> {
  ({ editor, uri, at } = await Editor.with(source, options));
}

afterEach(async () => {
  await editor.stop();
  expect(editor.logged).toEqual([]);
});

/** Where a request for places leads, in the file that is open. */
async function places(method: string, more: object = {}): Promise<readonly Location['range'][]> {
  const found = await editor.at<Location[] | null>(method, uri, at.cursor, more);
  return (found ?? []).map(({ range }) => range);
}

describe('going to a definition', () => {
  test('leads from a reference to the name where it is declared', async () => {
    await open('人员 [[李四]]\n项目 P1 {\n  责任领导 李<|>四\n}\n');
    expect(await places('textDocument/definition')).toEqual(rangesOf(at));
  });

  test('leads into another file', async () => {
    await open('project P1 {\n  unit Tra<|>nsport\n}\n', { files: { 'orgs.plan': 'org Transport\n' } });
    const [found] = (await editor.at<Location[]>('textDocument/definition', uri, at.cursor)) ?? [];
    expect(found).toEqual({
      uri: editor.uri('orgs.plan'),
      range: { start: { line: 0, character: 4 }, end: { line: 0, character: 13 } },
    });
  });

  test('takes each segment of a path for itself', async () => {
    const plan =
      'project P1 {\n  task prep { task survey }\n}\nproject P2 {\n  milestone M { after P1.prep.survey }\n}\n';
    await open(plan.replace('task prep', 'task [[prep]]').replace('P1.prep.survey', 'P1.pr<|>ep.survey'));
    expect(await places('textDocument/definition')).toEqual(rangesOf(at));
    await editor.stop();
    await open(plan.replace('project P1', 'project [[P1]]').replace('P1.prep.survey', 'P<|>1.prep.survey'));
    expect(await places('textDocument/definition')).toEqual(rangesOf(at));
  });

  test('works from a condition and from a row of a published breakdown', async () => {
    await open('category [[industry]]\nview V { where category in ind<|>ustry }\n');
    expect(await places('textDocument/definition')).toEqual(rangesOf(at));
    await editor.stop();
    await open('类别 [[产业]]\n项目库 L { 核对 按 类别 互斥 { 产<|>业 项目数 1 } }\n');
    expect(await places('textDocument/definition')).toEqual(rangesOf(at));
  });

  test('takes the inner of two names', async () => {
    await open('项目 P1 {\n  任务 前期 {\n    节点 [[环评]]\n    节点 立项 { 前置 环<|>评 }\n  }\n  节点 环评\n}\n');
    expect(await places('textDocument/definition')).toEqual(rangesOf(at));
  });
});

describe('references', () => {
  const plan =
    'person [[LiSi]]\norg T { head [[LiSi]] }\nproject P1 {\n  leader [[Li<|>Si]]\n  team { [[LiSi]] }\n  milestone LiSi\n}\nview V { where leader = [[LiSi]] }\n';

  test('are all places where it is named, with its declaration where that is asked for', async () => {
    await open(plan);
    expect(await places('textDocument/references', { context: { includeDeclaration: true } })).toEqual(rangesOf(at));
    expect(await places('textDocument/references', { context: { includeDeclaration: false } })).toEqual(
      rangesOf(at).slice(1),
    );
  });

  test('are highlighted in the file', async () => {
    await open(plan);
    const found = await editor.at<DocumentHighlight[]>('textDocument/documentHighlight', uri, at.cursor);
    expect(found.map(({ range }) => range)).toEqual(rangesOf(at));
    expect(found[0]?.kind).toBe(3);
  });

  test('as implementations are the projects that it plays a part in', async () => {
    await open('人员 李<|>四\n项目 [[P1]] { 责任人 李四 }\n项目 P2\n项目 [[P3]] { 节点 M { 责任人 李四 } }\n');
    expect(await places('textDocument/implementation')).toEqual(rangesOf(at));
  });
});

describe('renaming', () => {
  async function rename(newName: string): Promise<WorkspaceEdit | null> {
    return editor.at('textDocument/rename', uri, at.cursor, { newName });
  }

  test('changes the declaration and every reference, in all files', async () => {
    await open('人员 李<|>四\n', { files: { 'b.plan': '项目 P1 { 责任人 李四  节点 李四 }\n' } });
    const changes = (await rename('李四清'))?.changes ?? {};
    expect(edited(at.text, changes[uri] ?? [])).toBe('人员 李四清\n');
    const other = changes[editor.uri('b.plan')] ?? [];
    expect(edited('项目 P1 { 责任人 李四  节点 李四 }\n', other)).toBe('项目 P1 { 责任人 李四清  节点 李四 }\n');
  });

  test('of a project changes the paths that lead through it, and puts backquotes where they are needed', async () => {
    await open('project P<|>1 { milestone M }\nproject P2 { milestone N { after P1.M } }\n');
    const changes = (await rename('2026-001'))?.changes ?? {};
    expect(edited(at.text, changes[uri] ?? [])).toBe(
      'project `2026-001` { milestone M }\nproject P2 { milestone N { after `2026-001`.M } }\n',
    );
  });

  test('keeps a name a name where a condition would take it for a field', async () => {
    await open('category ind<|>ustry\nproject P { category industry }\nview V { where category in industry }\n');
    const changes = (await rename('total'))?.changes ?? {};
    expect(edited(at.text, changes[uri] ?? [])).toBe(
      'category total\nproject P { category total }\nview V { where category in `total` }\n',
    );
  });

  test('says what would be renamed, and refuses what cannot be a name or is one already', async () => {
    await open('人员 [[李<|>四]]\n人员 王五\n');
    expect(await editor.at('textDocument/prepareRename', uri, at.cursor)).toEqual({
      range: rangesOf(at)[0],
      placeholder: '李四',
    });
    await expect(rename('王五')).rejects.toThrow('already');
    await expect(rename('  ')).rejects.toThrow('empty');
    expect(await editor.at('textDocument/prepareRename', uri, 0)).toBeNull();
  });
});

describe('symbols', () => {
  test('are the outline of a file', async () => {
    await open('项目 P1 "大桥" {\n  任务 前期 { 任务 环评 }\n  问题 拆迁 "未签约"\n}\n会议 W1 { 决定 "清表" }\n');
    const found = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    const names = (symbols: readonly DocumentSymbol[]): unknown[] =>
      symbols.map(({ name, children }) => (children?.length ? [name, names(children)] : name));
    expect(names(found)).toEqual([
      ['P1', [['前期', ['环评']], '拆迁']],
      ['W1', ['清表']],
    ]);
  });

  test('say the light of a project, and when something is due or was done', async () => {
    await open(
      '规则 R { 亮灯 工期 { 红 当 最大逾期天数 > 0天 } }\n项目 P1 "大桥" {\n  规则 R\n  阶段 在建\n  节点 开工 "开工" 期限 2026-01-31 完成 2026年1月20日\n  节点 竣工 期限 2026-03-20\n  问题 拆迁 { 期限 2026-05 }\n}\n',
      { lang: 'zh' },
    );
    const found = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    const details = (symbols: readonly DocumentSymbol[]): unknown[] =>
      symbols.flatMap(({ name, detail, children }) => [[name, detail], ...details(children ?? [])]);
    expect(details(found)).toEqual([
      ['R', undefined],
      ['P1', '大桥 · ◆ 红'],
      ['开工', '开工 · 2026年1月20日完成'],
      ['竣工', '期限2026年3月20日'],
      ['拆迁', '期限2026年5月31日'],
    ]);
  });

  test('are found in the workspace by name, title and pinyin', async () => {
    await open('人员 李四清\n', { files: { 'b.plan': '项目 P007 "新桥大道"\n' } });
    const search = async (query: string): Promise<readonly string[]> =>
      (await editor.request<WorkspaceSymbol[]>('workspace/symbol', { query })).map(({ name }) => name);
    expect(await search('p007')).toEqual(['P007 新桥大道']);
    expect(await search('大道')).toEqual(['P007 新桥大道']);
    expect(await search('lsq')).toEqual(['李四清']);
    expect(await search('xinqiao')).toEqual(['P007 新桥大道']);
  });
});

describe('the call hierarchy', () => {
  test('leads to what an item waits for and to what waits for it', async () => {
    await open('project P1 {\n  milestone A\n  milestone B<|> { after A }\n  milestone C { after B }\n}\n');
    const [item] = await editor.at<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', uri, at.cursor);
    expect(item?.detail).toBe('P1.B');
    const incoming = await editor.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    expect(incoming.map(({ from }) => from.name)).toEqual(['A']);
    const outgoing = await editor.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
    expect(outgoing.map(({ to }) => to.name)).toEqual(['C']);
  });
});
