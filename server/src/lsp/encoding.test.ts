/** Files that are not UTF-8, in the editor: what counts is how they are kept, whatever the editor makes of them. */
import { expect, it, onTestFinished } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { gb18030, utf16 } from '../../../test/encodings.js';
import { Editor, type EditorOptions, until } from './testing/test-editor.js';

const PLAN = '项目 P1 "水厂" {\n  阶段 储备\n  责任领导   无名氏\n}\n';
const OTHER = '标签 备用\n项目 P2 "桥" {\n  阶段 储备\n  接续 P1\n  责任领导 李四\n}\n人员 李四\n';

async function editorWith(bytes: Uint8Array, options: EditorOptions = {}): Promise<Editor> {
  const editor = await Editor.start(options);
  onTestFinished(() => editor.stop());
  editor.files.keep('a.plan', bytes);
  editor.files.texts.set('b.plan', OTHER);
  editor.watched('a.plan', 1);
  editor.watched('b.plan', 1);
  await until(() => editor.codes('a.plan').length > 0);
  return editor;
}

const garbled = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

it.each([
  ['GB18030', gb18030(PLAN), 'GB18030'],
  ['UTF-16', utf16(PLAN, 'le'), 'UTF-16'],
  ['UTF-16 without a mark', utf16(PLAN, 'be', false), 'UTF-16'],
])('a file in %s is one error, on disk and open, and nothing follows from it', async (_, bytes, name) => {
  const editor = await editorWith(bytes);
  expect(editor.codes('a.plan')).toEqual(['file/encoding']);
  const uri = editor.open('a.plan', garbled(bytes));
  editor.change(uri, `${garbled(bytes)}\n项目 P1 {`);
  await until(() => editor.published > 2);
  await editor.loaded();
  expect(editor.codes('a.plan')).toEqual(['file/encoding']);
  expect(editor.diagnostics.get(uri)?.[0]?.message).toContain(name);
  expect(editor.codes('b.plan')).toEqual([]);
});

it('nothing of what could not be read is formatted', async () => {
  const bytes = gb18030(PLAN);
  const editor = await editorWith(bytes);
  const uri = editor.open('a.plan', garbled(bytes));
  const options = { tabSize: 2, insertSpaces: true };
  expect(
    (await editor.request<TextEdit[] | null>('textDocument/formatting', { textDocument: { uri }, options })) ?? [],
  ).toEqual([]);
});

it('opened in its own encoding it is still not UTF-8, until it is saved as that', async () => {
  const editor = await editorWith(gb18030(PLAN));
  const uri = editor.open('a.plan', PLAN);
  await editor.loaded();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(editor.codes('a.plan')).toEqual(['file/encoding']);
  editor.files.bytes.delete('a.plan');
  editor.files.texts.set('a.plan', PLAN);
  editor.save(uri);
  await until(() => editor.codes('a.plan').includes('name/unknown'));
  expect(editor.codes('a.plan')).not.toContain('file/encoding');
});

it('a file outside of any folder is looked at, too', async () => {
  const editor = await Editor.start({ noFolder: true });
  onTestFinished(() => editor.stop());
  const bytes = gb18030(PLAN);
  editor.files.keep('a.plan', bytes);
  editor.open('a.plan', garbled(bytes));
  await until(() => editor.codes('a.plan').includes('file/encoding'));
  expect(editor.codes('a.plan')).toEqual(['file/encoding']);
});

it('the sign for what could not be read is a sign in a file that is UTF-8', async () => {
  const editor = await Editor.start({ files: { 'a.plan': '项目 P1 "a\uFFFDb" { 级别：市级 }\n' } });
  onTestFinished(() => editor.stop());
  await until(() => editor.codes('a.plan').length > 0);
  expect(editor.codes('a.plan')).toEqual(['syntax/superfluous']);
});
