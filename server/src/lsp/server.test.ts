/** The server as a client sees it: diagnostics, the status date, previews. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { FORMATS } from '../report/render/formats.js';
import { SUMMARIES } from '../report/summaries/index.js';
import type { SummaryChoice } from './protocol.js';
import { type Opened, type Patch, patched, shown } from './testing/preview-parts.js';
import { Editor, type EditorOptions, until } from './testing/test-editor.js';

let running: Editor[] = [];
afterEach(async () => {
  await Promise.all(running.map((editor) => editor.stop()));
  running = [];
});

async function start(options: EditorOptions = {}): Promise<Editor> {
  const editor = await Editor.start(options);
  running.push(editor);
  return editor;
}

const BROKEN = '项目 P1 "新桥大道" {\n  责任领导 张三\n}\n';

describe('diagnostics', () => {
  test('of every file in the workspace appear without opening one', async () => {
    const editor = await start({ files: { 'p/a.plan': BROKEN, 'b.plan': 'person LiSi\n' } });
    await until(() => editor.codes('p/a.plan').includes('name/unknown'));
    await until(() => editor.codes('b.plan').includes('name/unused'));
  });

  test('carry code, source, range and the message in the chosen language', async () => {
    const editor = await start({
      files: { 'a.plan': BROKEN },
      lang: 'zh',
      options: { rulePage: 'https://example.org/{code}' },
    });
    const unknown = await until(() =>
      editor.diagnostics.get(editor.uri('a.plan'))?.find(({ code }) => code === 'name/unknown'),
    );
    expect(unknown).toMatchObject({
      source: 'planwright',
      severity: 1,
      range: { start: { line: 1, character: 7 }, end: { line: 1, character: 9 } },
      codeDescription: { href: 'https://example.org/name/unknown' },
    });
    expect(unknown.message).toContain('张三');
    expect(unknown.message).toContain('没有');
  });

  test('name the item and the project that they are about: in a list of problems nothing else does', async () => {
    const plan = '项目 P1 "桥" {\n  阶段 在建\n  节点 通车 期限 2026-03-02\n  责任人 张三\n}\n';
    const editor = await start({ files: { 'a.plan': plan }, lang: 'zh' });
    await until(() => editor.codes('a.plan').includes('deadline/overdue'));
    const messages = (editor.diagnostics.get(editor.uri('a.plan')) ?? []).map(({ message }) => message);
    expect(messages).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^P1\.通车：已逾期29天/),
        expect.stringMatching(/^P1：项目/),
        expect.stringMatching(/^没有名为“张三”的人员/),
      ]),
    );
    const english = await start({ files: { 'a.plan': plan } });
    const overdue = await until(() =>
      english.diagnostics.get(english.uri('a.plan'))?.find(({ code }) => code === 'deadline/overdue'),
    );
    expect(overdue.message).toMatch(/^P1\.通车: Overdue by 29 days/);
  });

  test('of the open text count, not those of the file on disk', async () => {
    const editor = await start({ files: { 'a.plan': BROKEN } });
    const uri = editor.open('a.plan', `人员 张三\n${BROKEN}`);
    await until(
      () => editor.diagnostics.get(uri)?.length !== undefined && !editor.codes('a.plan').includes('name/unknown'),
    );
    editor.close(uri);
    await until(() => editor.codes('a.plan').includes('name/unknown'));
  });

  test('an edit in one file mends a reference in another', async () => {
    const editor = await start({ files: { 'a.plan': BROKEN, '人员.plan': '' } });
    await until(() => editor.codes('a.plan').includes('name/unknown'));
    const people = editor.open('人员.plan', '');
    editor.change(people, '人员 张三\n');
    await until(() => !editor.codes('a.plan').includes('name/unknown'));
  });

  test('follow files that come and go on disk, and a folder that is deleted as a whole', async () => {
    const editor = await start({ files: { 'a.plan': BROKEN } });
    await until(() => editor.codes('a.plan').includes('name/unknown'));
    editor.files.texts.set('人/员.plan', '人员 张三\n');
    editor.watched('人/员.plan', 1);
    await until(() => !editor.codes('a.plan').includes('name/unknown'));
    editor.files.texts.delete('人/员.plan');
    editor.watched('人', 3);
    await until(() => editor.codes('a.plan').includes('name/unknown'));
  });

  test('planwright.json makes a folder a plan root of its own, switches rules off, and is checked itself', async () => {
    const editor = await start({ files: { 'x/a.plan': BROKEN, '人员.plan': '人员 张三\n人员 李四\n' } });
    await until(() => editor.codes('人员.plan').includes('name/unused'));
    expect(editor.codes('x/a.plan')).not.toContain('name/unknown');
    editor.files.texts.set('x/planwright.json', '{ "rules": { "deadline/none": "off" }, "colour": 1 }');
    editor.watched('x/planwright.json', 1);
    await until(() => editor.codes('x/a.plan').includes('name/unknown'));
    await until(() =>
      editor.diagnostics
        .get(editor.uri('x/planwright.json'))
        ?.some(({ message }) => String(message).includes('colour')),
    );
  });

  test('an untitled document is a plan of its own', async () => {
    const editor = await start({ files: { '人员.plan': '人员 张三\n' } });
    editor.open('untitled:Untitled-1', BROKEN);
    await until(() => editor.codes('untitled:Untitled-1').includes('name/unknown'));
  });

  test('are pulled by a client that can, with results that stay the same until something changes', async () => {
    const editor = await start({
      files: { 'a.plan': BROKEN },
      capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
    });
    const uri = editor.open('a.plan', BROKEN);
    type Report = { kind: string; resultId: string; items: Diagnostic[] };
    const pull = (previousResultId?: string): Promise<Report> =>
      editor.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
    await until(() => editor.notifications.some(({ method }) => method === 'workspace/diagnostic/refresh'));
    const first = await pull();
    expect(first.items.map(({ code }) => code)).toContain('name/unknown');
    expect(await pull(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    editor.change(uri, `人员 张三\n${BROKEN}`);
    const second = await pull(first.resultId);
    expect(second.kind).toBe('full');
    expect(second.items.map(({ code }) => code)).not.toContain('name/unknown');
    expect(editor.diagnostics.size).toBe(0);
  });

  test('are pulled anew when planwright.json weighs rules differently, though nothing else was found', async () => {
    const editor = await start({
      files: { 'a.plan': BROKEN, 'planwright.json': '{}' },
      capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
    });
    const uri = editor.open('a.plan', BROKEN);
    type Report = { kind: string; resultId: string; items: Diagnostic[] };
    const pull = (previousResultId?: string): Promise<Report> =>
      editor.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
    const first = await pull();
    expect(first.items.map(({ code }) => code)).toContain('name/unknown');
    editor.files.texts.set('planwright.json', '{ "rules": { "name/unknown": "off" } }');
    editor.watched('planwright.json', 2);
    await expect.poll(async () => (await pull(first.resultId)).kind).toBe('full');
    const second = await pull(first.resultId);
    expect(second.kind).toBe('full');
    expect(second.items.map(({ code }) => code)).not.toContain('name/unknown');
  });

  test('a pull for the workspace waits until there is news', async () => {
    const editor = await start({
      files: { 'a.plan': BROKEN, 'b.plan': '' },
      capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
    });
    type Report = { items: { uri: string; resultId: string; items: Diagnostic[] }[] };
    const first = await editor.request<Report>('workspace/diagnostic', { previousResultIds: [] });
    expect(first.items.map(({ uri }) => uri)).toEqual([editor.uri('a.plan'), editor.uri('b.plan')]);
    let answered = false;
    const known = first.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    const held = editor.request<Report>('workspace/diagnostic', { previousResultIds: known }).then((report) => {
      answered = true;
      return report;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(answered).toBe(false);
    editor.open('b.plan', '人员 张三\n');
    const news = await held;
    expect(news.items.map(({ uri }) => uri)).toContain(editor.uri('a.plan'));
  });

  test('of a new day appear without an edit', async () => {
    const plan = 'project P1 "Bridge" {\n  stage construction\n  milestone M1 due 2026-03-31\n}\n';
    const editor = await start({ files: { 'a.plan': plan }, today: '2026-03-31', dayCheck: 20 });
    await until(() => editor.codes('a.plan').length > 0);
    expect(editor.codes('a.plan')).not.toContain('deadline/overdue');
    editor.today = '2026-04-01';
    await until(() => editor.codes('a.plan').includes('deadline/overdue'));
    expect(editor.notifications.some(({ method }) => method === 'planwright/statusDate/changed')).toBe(true);
  });
});

describe('the status date', () => {
  const plan = '项目库 L {\n  截至 2026-03-31\n}\n';

  test('is told with who stated it, and can be overridden and given back', async () => {
    const editor = await start({ files: { 'a.plan': plan }, today: '2026-05-05' });
    const get = () => editor.request('planwright/statusDate/get', {});
    expect(await get()).toEqual({ day: '2026-03-31', stated: 'portfolio' });
    await editor.request('planwright/statusDate/set', { day: '2026-02-01' });
    expect(await get()).toEqual({ day: '2026-02-01', stated: 'option' });
    await editor.request('planwright/statusDate/set', { day: null });
    expect(await get()).toEqual({ day: '2026-03-31', stated: 'portfolio' });
  });
});

describe('previews', () => {
  const plan = '项目 P1 "新桥大道" {\n  阶段 在建\n}\n项目 P2 "清溪水库" {\n  阶段 前期\n}\n';
  const open = { session: 's', kind: 'booklet', lang: 'zh' };

  test('show the text as it is typed, and send only the parts that changed', async () => {
    const editor = await start();
    const uri = editor.open('a.plan', plan);
    const first = await editor.request<Opened>('planwright/preview/open', { ...open, uri });
    expect(shown(first.blocks)).toContain('新桥大道');
    editor.change(uri, plan.replace('清溪水库', '青溪水库'));
    await until(() => editor.notifications.some(({ method }) => method === 'planwright/preview/changed'));
    const patch = await editor.request<Patch>('planwright/preview/patch', { session: 's', since: first.version });
    expect(patch.version).toBe(first.version + 1);
    expect(shown(patched(first.blocks, patch))).toContain('青溪水库');
    expect(patch.changed.length).toBeLessThan(first.blocks.length);
    expect(patch.order).toBeUndefined();
  });

  test('a broken statement does not empty the picture', async () => {
    const editor = await start();
    const uri = editor.open('a.plan', plan);
    const first = await editor.request<Opened>('planwright/preview/open', { ...open, uri });
    editor.change(uri, plan.replace('项目 P2 "清溪水库" {', '项目 { { "；；'));
    await until(() => editor.notifications.some(({ method }) => method === 'planwright/preview/changed'));
    const patch = await editor.request<Patch>('planwright/preview/patch', { session: 's', since: first.version });
    const now = shown(patched(first.blocks, patch));
    expect(now).toContain('新桥大道');
    expect(now).toContain('清溪水库');
  });

  test('lead back to the text and from the text to the picture', async () => {
    const editor = await start();
    const uri = editor.open('a.plan', plan);
    await editor.request('planwright/preview/open', { ...open, uri });
    expect(await editor.request('planwright/reveal', { session: 's', id: 'P2' })).toMatchObject({
      uri,
      range: { start: { line: 3, character: 0 } },
    });
    const located = await editor.request('planwright/locate', {
      session: 's',
      uri,
      position: { line: 4, character: 3 },
    });
    expect(located).toEqual({ id: 'P2', elsewhere: false });
  });

  test('a session that the server does not know is to be opened again', async () => {
    const editor = await start();
    expect(await editor.request('planwright/preview/patch', { session: 'old', since: 3 })).toBeNull();
  });

  test('every kind of summary is offered, can be looked at beside the text, and is to be had as a file in every format', async () => {
    const text = `${plan}视图 V "我的视图" { 列 名称 }\n`;
    const printPdf = async () => ({ type: 'pdf', bytes: new Uint8Array([37, 80, 68, 70]) }) as const;
    const editor = await start({ files: { 'a.plan': text }, printPdf });
    const uri = editor.uri('a.plan');
    const kinds = await editor.request<SummaryChoice[]>('planwright/summary/kinds', { uri, lang: 'zh' });
    expect(kinds.map(({ kind }) => kind)).toEqual([...SUMMARIES.keys()]);
    for (const { kind, name, formats } of kinds) {
      const target = { kind, ...(name === undefined ? {} : { name }), lang: 'zh', uri };
      const opened = await editor.request<Opened>('planwright/preview/open', { session: kind, ...target });
      expect(opened.blocks.length, kind).toBeGreaterThan(0);
      expect(formats.map(({ format }) => format)).toEqual([...FORMATS.keys()]);
      for (const { format } of formats) {
        const made = await editor.request<{ fileName: string }>('planwright/summary', { ...target, format });
        expect(made.fileName.endsWith(`.${format}`)).toBe(true);
      }
    }
    const booklet = await editor.request('planwright/summary', { kind: 'booklet', format: 'md', lang: 'zh', uri });
    expect(booklet).toMatchObject({ text: expect.stringContaining('新桥大道') });
    const word = await editor.request<{ base64: string }>('planwright/summary', {
      kind: 'booklet',
      format: 'docx',
      lang: 'zh',
      uri,
    });
    expect(Buffer.from(word.base64, 'base64').subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  });
});
