/** What an editor shows of a plan: everything in it that would be taken for more than text. */
import { Editor } from '../../server/src/lsp/testing/test-editor.js';
import { SUMMARIES } from '../../server/src/report/summaries/index.js';
import { judge } from './judge.js';

/** One in so many places where something begins is asked about. */
const STEP = 3;

async function collected(text: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const editor = await Editor.start({ files: { 'planwright.json': '{}' }, lang: 'en', today: '2026-03-31' });
  try {
    const uri = editor.open('a.plan', text);
    await editor.loaded();
    const found = new Map<string, readonly string[]>();
    const document = { textDocument: { uri } };
    const hovers: string[] = [];
    for (const [index, { index: at }] of [...text.matchAll(/(?<=\s)[^\s{}]/g)].entries()) {
      if (index % STEP !== 0) continue;
      const hover = await editor.at<{ contents: { value: string } } | null>('textDocument/hover', uri, at);
      if (hover !== null) hovers.push(hover.contents.value);
    }
    found.set('hover', hovers);
    const whole = { start: { line: 0, character: 0 }, end: editor.position(uri, text.length) };
    for (const [name, params] of [
      ['textDocument/documentSymbol', document],
      ['textDocument/codeLens', document],
      ['textDocument/inlayHint', { ...document, range: whole }],
      ['workspace/symbol', { query: '' }],
      ['textDocument/completion', { ...document, position: editor.position(uri, text.indexOf(' leader ') + 8) }],
    ] as const) {
      found.set(name, shownIn(await editor.request<unknown>(name, params)));
    }
    const problems = await editor
      .request<{ items: readonly unknown[] }>('textDocument/diagnostic', document)
      .catch(() => ({ items: [] }));
    found.set('problems', shownIn([...problems.items, ...(editor.diagnostics.get(uri) ?? [])]));
    for (const kind of SUMMARIES.keys()) {
      const name = SUMMARIES.get(kind)?.named === undefined ? {} : { name: 'v' };
      const opened = await editor.request<{ title: string; blocks: readonly { html: string }[] }>(
        'planwright/preview/open',
        { session: kind, kind, uri, lang: 'en', ...name },
      );
      found.set(`preview ${kind}`, [opened.blocks.map(({ html }) => html).join('\n')]);
    }
    return found;
  } finally {
    await editor.stop();
  }
}

/** The members of answers that a client shows as they are. */
const SHOWN: ReadonlySet<string> = new Set(['name', 'detail', 'label', 'title', 'message', 'tooltip', 'containerName']);

function shownIn(answer: unknown): readonly string[] {
  const texts: string[] = [];
  JSON.stringify(answer, (key, value: unknown) => {
    // For the program, which writes names as they are.
    if (key === 'data' || key === 'arguments') return undefined;
    if (SHOWN.has(key) && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts;
}

/** By output: how much of it there was, and what is wrong with it. */
export async function actingInEditor(
  hostile: string,
  harmless: string,
): Promise<ReadonlyMap<string, { readonly seen: number; readonly wrong: readonly string[] }>> {
  const [is, plain] = [await collected(hostile), await collected(harmless)];
  return new Map(
    [...is].map(([name, texts]) => {
      const kind = name.startsWith('preview') ? 'html' : name === 'hover' ? 'hover' : 'label';
      const before = (plain.get(name) ?? []).join('\n');
      return [name, { seen: texts.length, wrong: texts.flatMap((text) => judge(kind, text, before)) }];
    }),
  );
}
