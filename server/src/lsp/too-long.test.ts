/** A document that is too long, while it is typed in. */
import { expect, test } from 'vitest';
import { LONGEST_TEXT } from '../model/text-length.js';
import { Editor } from './testing/test-editor.js';

test('is told to be too long, answers nothing that would change it, and is read again once it is shorter', async () => {
  const editor = await Editor.start({ files: { 'b.plan': 'project P2 { leader LiSi }\n' } });
  try {
    const long = `person   LiSi\n${' '.repeat(LONGEST_TEXT)}`;
    const uri = editor.open('a.plan', long);
    const codes = (): unknown => editor.diagnostics.get(uri)?.map(({ code }) => code);
    await expect.poll(codes).toEqual(['file/too-long']);
    await expect
      .poll(() => editor.diagnostics.get(editor.uri('b.plan')))
      .not.toContainEqual(expect.objectContaining({ code: 'name/unknown' }));
    const options = { tabSize: 2, insertSpaces: true };
    expect(await editor.request('textDocument/formatting', { textDocument: { uri }, options })).toEqual([]);
    expect(await editor.at('textDocument/hover', uri, 10)).toBeNull();
    editor.change(uri, 'person LiSi\n');
    await expect.poll(codes).toEqual([]);
    expect(editor.logged).toEqual([]);
  } finally {
    await editor.stop();
  }
});
