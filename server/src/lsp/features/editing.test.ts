/** Formatting, folding, selections, tokens, links, hints and lenses in the editor. */
import { afterEach, describe, expect, test } from 'vitest';
import type {
  CodeLens,
  DocumentLink,
  FoldingRange,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  TextEdit,
} from 'vscode-languageserver';
import { edited, type Marked, rangesOf, withRanges } from '../testing/marked-text.js';
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

describe('formatting', () => {
  const options = { tabSize: 4, insertSpaces: false };

  test('lays out a document', async () => {
    await open('项目　P1｛\n责任人   李四\n｝\n');
    const edits = await editor.request<TextEdit[]>('textDocument/formatting', { textDocument: { uri }, options });
    expect(edited(at.text, edits)).toBe('项目 P1 {\n  责任人 李四\n}\n');
  });

  test('lays out some lines', async () => {
    await open('person   A\nperson   B\n');
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
    const edits = await editor.request<TextEdit[]>('textDocument/rangeFormatting', {
      textDocument: { uri },
      range,
      options,
    });
    expect(edited(at.text, edits)).toBe('person   A\nperson B\n');
  });

  test('on Enter lays out the line that was left, on a brace its own line', async () => {
    await open('project P1   {\nleader   A\n<|>\n}\n');
    const enter = await editor.at<TextEdit[]>('textDocument/onTypeFormatting', uri, at.cursor, { ch: '\n', options });
    expect(edited(at.text, enter)).toBe('project P1   {\n  leader A\n\n}\n');
    await editor.stop();
    await open('project P1   {\n    }<|>\n');
    const brace = await editor.at<TextEdit[]>('textDocument/onTypeFormatting', uri, at.cursor, { ch: '}', options });
    expect(edited(at.text, brace)).toBe('project P1   {\n}\n');
  });

  test('mends full-width punctuation as it is typed, and not in texts', async () => {
    await open('项目 P1 ｛<|>\n');
    const type = (ch: string): Promise<TextEdit[]> =>
      editor.at('textDocument/onTypeFormatting', uri, at.cursor, { ch, options });
    expect(edited(at.text, await type('｛'))).toBe('项目 P1 {\n');
    await editor.stop();
    // What closes it was put in by the editor, or typed before.
    await open('项目 P1 ｛<|>\n  责任人 李四\n｝\n人员 李四\n');
    expect(edited(at.text, await type('｛'))).toBe('项目 P1 {\n  责任人 李四\n}\n人员 李四\n');
    await editor.stop();
    await open('项目 P1 ｛\n  责任人 李四\n  ｝<|>\n人员 李四\n');
    expect(edited(at.text, await type('｝'))).toBe('项目 P1 {\n  责任人 李四\n}\n人员 李四\n');
    await editor.stop();
    await open('项目 P1 "大桥，<|>"\n');
    expect(await type('，')).toEqual([]);
  });
});

describe('folding', () => {
  test('takes blocks, comments and long texts', async () => {
    await open('// a\n// b\nproject P1 {\n  /* x\n  y */\n  scope """\n  text\n  """\n}\n');
    const found = await editor.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
    expect(found.map(({ startLine, endLine, kind }) => [startLine, endLine, kind])).toEqual([
      [0, 1, 'comment'],
      [2, 7, undefined],
      [3, 4, 'comment'],
      [5, 7, undefined],
    ]);
  });
});

describe('growing selections', () => {
  test('go from the word over statement and block to the file', async () => {
    await open('项目 P1 {\n  节点 M "竣工<|>验收" 期限 2026-03-31\n}\n人员 A\n');
    const [innermost] = await editor.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [editor.position(uri, at.cursor)],
    });
    const texts: string[] = [];
    for (let range = innermost; range !== undefined; range = range.parent) {
      texts.push(withRanges(at.text, [range.range]).replace(/^[\s\S]*\[\[|\]\][\s\S]*$/g, ''));
    }
    expect(texts.slice(0, 3)).toEqual(['竣工验收', '"竣工验收"', '节点 M "竣工验收" 期限 2026-03-31']);
    expect(texts.at(-2)).toContain('项目 P1 {');
    expect(texts.at(-1)).toBe(at.text);
  });
});

describe('semantic tokens', () => {
  test('tell keywords from names that are spelled like them', async () => {
    await open('项目 竣工 {\n  阶段 竣工\n  责任人 李四\n}\n人员 李四\n');
    const legend = editor.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const { data } = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument: { uri },
    });
    const lines = at.text.split('\n');
    const found: string[] = [];
    let [line, character] = [0, 0];
    for (let index = 0; index < data.length; index += 5) {
      const [deltaLine = 0, deltaCharacter = 0, length = 0, type = 0] = data.slice(index, index + 5);
      character = deltaLine === 0 ? character + deltaCharacter : deltaCharacter;
      line += deltaLine;
      found.push(`${lines[line]?.slice(character, character + length)} ${legend[type]}`);
    }
    expect(found).toEqual([
      '项目 keyword',
      '竣工 class',
      '阶段 keyword',
      '竣工 keyword',
      '责任人 keyword',
      '李四 variable',
      '人员 keyword',
      '李四 variable',
    ]);
    const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
    const part = await editor.request<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument: { uri },
      range,
    });
    expect(part.data).toHaveLength(10);
  });
});

describe('links', () => {
  test('lead to pages and to files below the plan root, and to nothing that runs or lies outside', async () => {
    await open(
      'project P1 {\n  scheme "[[docs/a b.md]]"\n  link "[[https://example.org/x]]"\n  link "javascript:alert(1)"\n  link "command:x"\n  milestone M { evidence "[[p.jpg]]" evidence "../p.jpg" }\n}\n',
    );
    const found = await editor.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    expect(found.map(({ range }) => range)).toEqual(rangesOf(at));
    expect(found.map(({ target }) => target)).toEqual([
      'file:///plans/docs/a%20b.md',
      'https://example.org/x',
      'file:///plans/p.jpg',
    ]);
  });
});

describe('inlay hints', () => {
  const plan =
    '项目 P1 {\n  阶段 在建\n  投资 10亿元 { 年度 2026 2亿元 }\n  进展 2026-03-30 { 完成投资 5000万元 }\n  任务 T 期限 2026-04-10 { 实际开始 2026-03-21 工期 30天 }\n  节点 M 期限 2026-03-01\n}\n';

  async function hints(): Promise<readonly string[]> {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const found = await editor.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
    return found.map(({ label }) => String(label));
  }

  test('show days left and forecast at deadlines, and completion at the amount of the year', async () => {
    await open(plan, { lang: 'zh', today: '2026-03-31' });
    expect([...(await hints())].sort()).toEqual(['余10天 · 预计4月29日，晚19天', '完成25%', '逾期30天'].sort());
  });

  test('stand at the deadline that held on the day, also where it was moved later', async () => {
    const moved = `portfolio c { status-date 2026-04-20 }
inspection W { date 2026-04-01
  decision D "x" {
    due 2026-05-31
    revised 2026-05-02 from 2026-04-10
  }
  issue I { due 2026-05-31  revised 2026-04-10 from 2026-04-12 }
}
`;
    await open(moved, { today: '2026-04-20' });
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const found = await editor.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
    expect(found.map(({ label, position }) => `${position.line}: ${label}`)).toEqual([
      '4: 10 d overdue',
      '6: 41 d left',
    ]);
  });

  test('can be switched off, each kind', async () => {
    editor = await Editor.start({
      today: '2026-03-31',
      lang: 'en',
      capabilities: { workspace: { configuration: true } },
      settings: { inlayHints: { forecast: false, completion: false } },
    });
    uri = editor.open('a.plan', plan);
    expect(await hints()).toEqual(['10 d left', '30 d overdue']);
  });
});

describe('code lenses', () => {
  test('show light, issues and references of a project', async () => {
    await open(
      'project P1 {\n  stage construction\n  milestone M due 2026-01-01\n  issue I "x"\n}\nproject P2 { parent P1 }\n',
      {
        today: '2026-03-31',
        options: { lensCommands: ['planwright.openCard'] },
      },
    );
    const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    const resolved = await Promise.all(lenses.map((lens) => editor.request<CodeLens>('codeLens/resolve', lens)));
    expect(resolved.map(({ command }) => command?.title)).toEqual([
      '◆ Red · deadlines (Days late incl. forecast 89 d)',
      '1 open issue',
      '1 reference',
      'Open the card',
      expect.stringContaining('Grey'),
      '0 references',
      'Open the card',
    ]);
    expect(resolved[0]?.command).toMatchObject({ command: 'planwright.openCard', arguments: [{ uri, id: 'P1' }] });
    expect(resolved[1]?.command?.command).toBe('');
  });
});
