/** Summaries as PDF in the editor: printed where the server finds a browser, else a sentence that says what to do. */
import { afterEach, expect, test } from 'vitest';
import { Editor, type EditorOptions } from '../testing/test-editor.js';

let editor: Editor | undefined;
afterEach(() => editor?.stop());

const PLAN = '项目 P1 "新桥大道" { 责任人 李四 }\n项目 P2 "清溪水库" { 责任人 张三 }\n';

async function asPdf(options: EditorOptions, look: object = {}): Promise<unknown> {
  editor = await Editor.start({ files: { 'a.plan': PLAN }, ...options });
  const uri = editor.uri('a.plan');
  return editor.request('planwright/summary', { kind: 'booklet', format: 'pdf', lang: 'zh', uri, look });
}

test('what a browser prints is the page of what the preview shows, and bears the status date', async () => {
  const pages: string[] = [];
  const printPdf: EditorOptions['printPdf'] = async (html, day) => {
    pages.push(html);
    return { type: 'pdf', bytes: new TextEncoder().encode(`%PDF-1.4 ${day}`) };
  };
  const made = await asPdf({ printPdf, today: '2026-03-31' }, { narrow: { text: 'qxsk' } });
  expect(made).toEqual({
    fileName: expect.stringMatching(/^.*项目册.*-2026-03-31\.pdf$/),
    base64: Buffer.from('%PDF-1.4 2026-03-31').toString('base64'),
  });
  expect(pages[0]).toContain('清溪水库');
  expect(pages[0]).not.toContain('新桥大道');
});

test('where there is no machine that could have a browser, it is said how to come by a PDF all the same', async () => {
  expect(await asPdf({})).toEqual({
    type: 'refused',
    problem: expect.stringContaining('请保存网页，用浏览器打开后打印为 PDF'),
  });
});

test.each([
  [{ type: 'no browser' }, '没有找到'],
  [{ type: 'no such browser', browser: '/opt/none' }, '“/opt/none”不存在'],
  [{ type: 'nothing printed', browser: '/usr/bin/chromium' }, '“/usr/bin/chromium”没有生成 PDF'],
] as const)('a browser that is not there or prints nothing is named: %o', async (outcome, said) => {
  const made = await asPdf({ printPdf: async () => outcome });
  expect(made).toEqual({ type: 'refused', problem: expect.stringContaining(said) });
});
