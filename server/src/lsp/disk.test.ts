/** Files that come, change and go on disk, beside documents that are open. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ClientCapabilities, TextEdit, WorkspaceEdit, WorkspaceSymbol } from 'vscode-languageserver';
import { edited } from './testing/marked-text.js';
import { Editor, type EditorOptions, FOLDER, until } from './testing/test-editor.js';

vi.setConfig({ testTimeout: 30_000 });

let running: Editor[] = [];
afterEach(async () => {
  await Promise.all(running.map((editor) => editor.stop()));
  running = [];
});

const WATCHES: ClientCapabilities = {
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceFolders: true },
};
const OPTIONS = { tabSize: 2, insertSpaces: true };

async function start(options: EditorOptions = {}): Promise<Editor> {
  const editor = await Editor.start({ capabilities: WATCHES, ...options });
  running.push(editor);
  return editor;
}

/** Reading a file takes a moment from now on. */
function slowly(editor: Editor, wait = 80): void {
  const read = editor.files.readText.bind(editor.files);
  editor.files.readText = async (uri) => {
    const text = await read(uri);
    await pause(wait);
    return text;
  };
}

const pause = (wait: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, wait));

const format = (editor: Editor, uri: string): Promise<TextEdit[]> =>
  editor.request('textDocument/formatting', { textDocument: { uri }, options: OPTIONS });

const errors = (editor: Editor, path: string): readonly string[] =>
  (editor.diagnostics.get(editor.uri(path)) ?? [])
    .filter(({ severity }) => severity === 1)
    .map(({ code }) => `${code}`);

describe('what is open wins', () => {
  const disk = '人员   李四\n';
  const open = `// 未保存\n人员   王五\n${disk}`;

  test('a file closed and opened in one breath keeps the text that is open', async () => {
    const editor = await start({ files: { 'a.plan': disk } });
    const uri = editor.open('a.plan', open);
    await until(() => editor.diagnostics.has(uri));
    slowly(editor);
    editor.close(uri);
    editor.open('a.plan', open);
    await pause(300);
    expect(edited(open, await format(editor, uri))).toBe('// 未保存\n人员 王五\n人员 李四\n');
  });

  test('a file event just before a file is opened does not put the text from disk over it', async () => {
    const editor = await start({ files: { 'a.plan': disk } });
    await editor.loaded();
    slowly(editor);
    editor.watched('a.plan', 2);
    await pause(90);
    const uri = editor.open('a.plan', open);
    await pause(300);
    expect(edited(open, await format(editor, uri))).toBe('// 未保存\n人员 王五\n人员 李四\n');
  });

  test('of two reads of a file the later one counts, even when it ends first', async () => {
    const editor = await start({ files: { 'a.plan': 'person A\nproject P { leader A }\n', 'planwright.json': '{}' } });
    await editor.loaded();
    const read = editor.files.readText.bind(editor.files);
    let wait = 300;
    editor.files.readText = async (uri) => {
      const text = await read(uri);
      if (uri.endsWith('a.plan')) {
        const now = wait;
        wait = 0;
        await pause(now);
      }
      return text;
    };
    editor.files.texts.set('a.plan', 'project P { leader A }\n');
    editor.watched('a.plan', 2);
    await pause(120);
    editor.files.texts.set('a.plan', 'person A\nproject P { leader A }\nperson B\n');
    editor.files.texts.set('planwright.json', '{ }');
    editor.watched('planwright.json', 2);
    editor.watched('a.plan', 2);
    await pause(600);
    expect(errors(editor, 'a.plan')).toEqual([]);
  });
});

describe('edits are for the text that they were made for', () => {
  const plan = 'person   Ann\n';

  test('or are not given at all when it has changed meanwhile', async () => {
    const editor = await start({ files: { 'planwright.json': '{}', 'b.plan': '' } });
    const uri = editor.open('a.plan', plan);
    await format(editor, uri);
    await pause(300);
    // The root is being read anew, so that the answer takes a moment.
    const read = editor.files.readText.bind(editor.files);
    let release: (() => void) | undefined;
    editor.files.readText = async (address) => {
      if (address.endsWith('b.plan')) await new Promise<void>((resolve) => (release = resolve));
      return read(address);
    };
    editor.files.texts.set('planwright.json', '{ }');
    editor.watched('planwright.json', 2);
    const goOn = await until(() => release);
    const asked = format(editor, uri);
    editor.change(uri, `project P\n${plan}`);
    // Both have come in once something behind them is answered.
    await editor.request('planwright/rule/page', { code: 'name/unknown', lang: 'en' });
    goOn();
    await expect(asked).rejects.toMatchObject({ code: -32801 });
    expect(edited(editor.text(uri), await format(editor, uri))).toBe('project P\nperson Ann\n');
  });

  test('and say which version that is, where the client knows of versions', async () => {
    const editor = await start({
      files: { 'b.plan': 'project P { leader Ann }\n' },
      capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
    });
    const uri = editor.open('a.plan', plan);
    editor.change(uri, `${plan}\n`);
    const edit = await editor.at<WorkspaceEdit>('textDocument/rename', uri, 10, { newName: 'Bob' });
    expect(edit.documentChanges).toMatchObject([
      { textDocument: { uri, version: 2 }, edits: [{ newText: 'Bob' }] },
      { textDocument: { uri: editor.uri('b.plan'), version: null }, edits: [{ newText: 'Bob' }] },
    ]);
  });

  test('a file that has changed on disk without a word is not edited from what it was', async () => {
    const editor = await start({ files: { 'b.plan': 'project P { leader Ann }\n' } });
    const uri = editor.open('a.plan', plan);
    await until(() => editor.diagnostics.has(uri));
    editor.files.texts.set('b.plan', '// another\nproject P { leader Ann }\n');
    const rename = () => editor.at<WorkspaceEdit>('textDocument/rename', uri, 10, { newName: 'Bob' });
    await expect(rename()).rejects.toMatchObject({ code: -32801 });
    const edit = await until(() => rename().catch(() => undefined));
    expect(edit.changes?.[editor.uri('b.plan')]?.[0]?.range.start.line).toBe(1);
  });
});

describe('events', () => {
  test('of 500 files one by one cost what one with 500 costs, and requests in between are answered', async () => {
    const count = 500;
    const names = Array.from({ length: count }, (_, index) => `q/${index}.plan`);
    const texts = names.map((path, index) => [path, `project R${index} { leader Nobody }\n`]);
    const editor = await start({ files: { 'l.plan': 'person L\n', ...Object.fromEntries(texts) } });
    await until(() => names.every((path) => errors(editor, path).length > 0));
    await pause(300);
    editor.published = 0;
    let reads = 0;
    const read = editor.files.readText.bind(editor.files);
    editor.files.readText = (uri) => {
      reads++;
      return read(uri);
    };
    names.forEach((path, index) => {
      editor.files.texts.set(path, `project R${index} { leader L }\n`);
      editor.watched(path, 2);
    });
    const textDocument = { uri: editor.uri('l.plan') };
    expect(await editor.request('textDocument/documentSymbol', { textDocument })).toHaveLength(1);
    await until(() => names.every((path) => errors(editor, path).length === 0));
    expect(reads).toBeLessThan(2 * count);
    expect(editor.published).toBeLessThan(2 * count);
  });

  test.each([
    ['old', 'new'],
    ['v1.0', 'v2.0'],
    ['1.前期', '2.前期'],
    ['a.plan', 'b.plan'],
  ])('a folder renamed in the editor takes its files along: %s → %s', async (before, after) => {
    const editor = await start({ files: { [`${before}/x.plan`]: 'person A\n', 'p.plan': 'project P { leader A }\n' } });
    await editor.loaded();
    editor.files.texts.delete(`${before}/x.plan`);
    editor.files.texts.set(`${after}/x.plan`, 'person A\nperson B\n');
    const moved = { oldUri: editor.uri(before), newUri: editor.uri(after) };
    await editor.client.sendNotification('workspace/didRenameFiles', { files: [moved] });
    await until(() => editor.codes(`${after}/x.plan`).includes('name/unused'));
    expect(errors(editor, 'p.plan')).toEqual([]);
    expect(editor.codes(`${before}/x.plan`)).toEqual([]);
  });

  test('a folder that brings a planwright.json is a plan root at once, and none when it goes', async () => {
    const editor = await start({ files: { 'a.plan': 'person A\n', 'x/b.plan': 'project P { leader A }\n' } });
    await editor.loaded();
    editor.files.texts.set('y.1/planwright.json', '{}');
    editor.files.texts.set('y.1/b.plan', 'project Q { leader A }\n');
    editor.watched('y.1', 1);
    await until(() => errors(editor, 'y.1/b.plan').includes('name/unknown'));
    editor.files.texts.delete('y.1/planwright.json');
    editor.watched('y.1/planwright.json', 3);
    await until(() => errors(editor, 'y.1/b.plan').length === 0);
  });

  test('a scheme that comes and goes is noticed', async () => {
    const text = 'project P { scheme "docs.v1/plan.md" }\n';
    const editor = await start({ files: { 'b.plan': text } });
    await until(() => editor.codes('b.plan').includes('file/missing'));
    editor.files.texts.set('docs.v1/plan.md', 'x');
    editor.watched('docs.v1/plan.md', 1);
    await until(() => !editor.codes('b.plan').includes('file/missing'));
    editor.files.texts.delete('docs.v1/plan.md');
    editor.watched('docs.v1', 3);
    await until(() => editor.codes('b.plan').includes('file/missing'));
    editor.files.texts.set('docs.v1/plan.md', 'x');
    editor.open('b.plan', text);
    await until(() => !editor.codes('b.plan').includes('file/missing'));
  });

  test('are not needed: a client that watches nothing has the disk looked at when it opens or saves', async () => {
    const editor = await start({ files: { 'a.plan': 'person A\n', 'b.plan': '' }, capabilities: {} });
    await until(() => editor.codes('a.plan').includes('name/unused'));
    editor.files.texts.set('c.plan', 'project P { leader B }\n');
    const uri = editor.open('b.plan', '');
    await until(() => errors(editor, 'c.plan').includes('name/unknown'));
    editor.files.texts.set('c.plan', 'project P { leader A }\n');
    editor.save(uri);
    await until(() => errors(editor, 'c.plan').length === 0);
    editor.files.texts.set('planwright.json', '{ "exclude": ["a.plan"] }');
    editor.save(uri);
    await until(() => errors(editor, 'c.plan').includes('name/unknown'));
  });

  test('a planwright.json saved half-written brought in every file that it leaves out', async () => {
    const exclude = '{ "exclude": ["old"] ';
    const files = { 'a.plan': 'person A\n', 'old/a.plan': 'person A\n', 'planwright.json': `${exclude}}` };
    const editor = await start({ files });
    await until(() => editor.codes('a.plan').includes('name/unused'));
    const broken = (text: string) => {
      editor.files.texts.set('planwright.json', text);
      editor.watched('planwright.json', 2);
    };
    const said = () => editor.diagnostics.get(editor.uri('planwright.json')) ?? [];
    broken(`${exclude}, "rules": { "name/`);
    await until(() => said().some(({ message }) => String(message).startsWith('Not valid JSON')));
    await editor.loaded();
    expect(errors(editor, 'old/a.plan')).toEqual([]);
    broken('{ }');
    await until(() => errors(editor, 'old/a.plan').includes('name/duplicate'));
  });

  test('deleted files lose their diagnostics even when something is typed while that is told', async () => {
    const many = Array.from({ length: 200 }, (_, index) => [`q/${index}.plan`, 'project `` { leader X }\n']);
    const editor = await start({ files: { 'a.plan': '', ...Object.fromEntries(many) } });
    await until(() => many.every(([path]) => editor.codes(path ?? '').length > 0));
    const uri = editor.open('a.plan', 'person A\n');
    for (const [path] of many) editor.files.texts.delete(path ?? '');
    editor.watched('q', 3);
    for (let edit = 0; edit < 60; edit++) {
      editor.change(uri, `person A\nperson B${edit}\n`);
      await pause(5);
    }
    await until(() => many.every(([path]) => editor.codes(path ?? '').length === 0));
  });
});

describe('where a file belongs', () => {
  test('the innermost of two workspace folders owns it', async () => {
    const files = { 'a.plan': 'person A\n', 'sub/b.plan': 'project PB { leader A }\n' };
    const editor = await start({ files, folders: ['sub'] });
    await until(() => errors(editor, 'sub/b.plan').includes('name/unknown'));
    await pause(300);
    expect(errors(editor, 'sub/b.plan')).toEqual(['name/unknown']);
    const found = await editor.request<WorkspaceSymbol[]>('workspace/symbol', { query: '' });
    expect(found.map(({ name }) => name).sort()).toEqual(['A', 'PB']);
    const event = { added: [], removed: [{ uri: editor.uri('sub'), name: 'sub' }] };
    await editor.client.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await until(() => errors(editor, 'sub/b.plan').length === 0);
  });

  test('diagnostics go under the address that they came under, however the editor spells it', async () => {
    const spelled = `${FOLDER}/%61%20b.plan`;
    const editor = await start({ files: { 'a b.plan': 'project P { leader X }\n' } });
    await until(() => errors(editor, 'a b.plan').length > 0);
    editor.open(spelled, 'project P { leader Y }\n');
    await until(() => (editor.diagnostics.get(spelled) ?? []).some(({ code }) => code === 'name/unknown'));
    expect(editor.codes('a b.plan')).toEqual([]);
    editor.close(spelled);
    editor.files.texts.delete('a b.plan');
    editor.watched('a b.plan', 3);
    await until(() => [...editor.diagnostics.values()].every((all) => all.length === 0));
  });

  test('an open file that planwright.json comes to leave out is a plan of its own, and back again', async () => {
    const text = 'project P { leader A }\n';
    const editor = await start({ files: { 'a.plan': 'person A\n', 'b.plan': text, 'planwright.json': '{}' } });
    const uri = editor.open('b.plan', text);
    await until(() => editor.diagnostics.has(uri));
    expect(errors(editor, 'b.plan')).toEqual([]);
    editor.files.texts.set('planwright.json', '{ "exclude": ["b.plan"] }');
    editor.watched('planwright.json', 2);
    await until(() => errors(editor, 'b.plan').includes('name/unknown'));
    await pause(300);
    expect(errors(editor, 'b.plan')).toEqual(['name/unknown']);
    const symbols = await editor.request('textDocument/documentSymbol', { textDocument: { uri } });
    expect(symbols).toHaveLength(1);
    editor.files.texts.set('planwright.json', '{}');
    editor.watched('planwright.json', 2);
    await until(() => errors(editor, 'b.plan').length === 0);
    expect(await editor.request('textDocument/documentSymbol', { textDocument: { uri } })).toHaveLength(1);
  });
});
