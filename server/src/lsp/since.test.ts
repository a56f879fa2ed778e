/** What has changed since a day or since the files were otherwise, as the editor shows it: a picture, and marks in the text. */
import { afterEach, describe, expect, test } from 'vitest';
import { Editor, type EditorOptions, until } from './testing/test-editor.js';

const PLAN = `portfolio P "Roads" { status-date 2026-03-31 }
project A "Bridge" {
  admitted 2025-11-20
  milestone W1 "Piles" { due 2026-06-30 }
}
`;
const MOVED = PLAN.replace('due 2026-06-30', 'due 2026-09-30');

const editors: Editor[] = [];
afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
});

async function start(options: EditorOptions): Promise<Editor> {
  const editor = await Editor.start(options);
  editors.push(editor);
  return editor;
}

type Opened = { version: number; blocks: { key: string; html: string }[] };
type Mark = { uri: string; range: { start: { line: number } }; what: string; text: string };

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const told = ({ blocks }: Opened): string =>
  blocks
    .map(({ html }) => html)
    .join('\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

class Since {
  constructor(
    readonly editor: Editor,
    readonly uri: string,
    readonly lang: 'en' | 'zh' = 'en',
  ) {}

  open(since: unknown): Promise<Opened> {
    const { uri, lang } = this;
    return this.editor.request('planwright/preview/open', { session: 's', kind: 'changes', uri, lang, since });
  }

  async marks(): Promise<string[]> {
    const marks = await this.editor.request<Mark[]>('planwright/preview/marks', { session: 's' });
    return marks.map(
      ({ uri, range, what, text }) => `${uri.split('/').at(-1)}:${range.start.line + 1} ${what} ${text}`,
    );
  }
}

describe('since a day', () => {
  const dated = PLAN.replace('due 2026-06-30', 'due 2026-06-30\n    done 2026-03-05');

  test('the dated facts after it are told and marked where they stand, those of the day itself are not', async () => {
    const editor = await start({ files: { 'a.plan': dated } });
    const since = new Since(editor, editor.uri('a.plan'));
    expect(told(await since.open({ day: '2026-03-04' }))).toContain('Since 4 March 2026');
    expect(await since.marks()).toEqual(['a.plan:5 added Piles, Done: 2026-03-05']);
    expect(told(await since.open({ day: '2026-03-05' }))).toContain('Nothing has changed.');
    expect(await since.marks()).toEqual([]);
  });

  test('in Chinese', async () => {
    const editor = await start({ files: { 'a.plan': dated } });
    const since = new Since(editor, editor.uri('a.plan'), 'zh');
    expect(told(await since.open({ day: '2026-03-04' }))).toContain('2026年3月4日之后');
    expect((await since.marks())[0]).toMatch(/^a\.plan:5 added Piles，.+：2026-03-05$/);
  });

  test('of a day after the status date it is not said that nothing has changed', async () => {
    const editor = await start({ files: { 'a.plan': dated } });
    const picture = told(await new Since(editor, editor.uri('a.plan')).open({ day: '2026-04-01' }));
    expect(picture).toContain('after the status date');
    expect(picture).not.toContain('Nothing has changed');
  });

  test('the days that are offered end what is over, seen from the status date', async () => {
    const editor = await start({ files: { 'a.plan': PLAN.replace('2026-03-31', '2026-05-31') } });
    const choices = await editor.request('planwright/since/choices', { uri: editor.uri('a.plan'), lang: 'en' });
    expect(choices).toMatchObject({
      status: '2026-05-31',
      days: [{ day: '2026-04-30' }, { day: '2026-03-31' }, { day: '2025-12-31' }],
    });
  });
});

describe('since the files were otherwise', () => {
  const other = 'project B "Dam" {\n  owner Li\n}\n';
  const name = '0a1b2c3';

  test('everything that was stated otherwise is told with what it was; what is unchanged on disk is not', async () => {
    const editor = await start({ files: { 'a.plan': MOVED, 'b.plan': other } });
    const since = new Since(editor, editor.uri('a.plan'));
    const picture = await since.open({
      name,
      changed: [{ uri: editor.uri('a.plan'), base64: base64(PLAN) }],
      unchanged: [editor.uri('b.plan')],
    });
    expect(told(picture)).toContain(`Compared with ${name}`);
    expect(told(picture)).not.toContain('Dam');
    expect(await since.marks()).toEqual([
      'a.plan:4 changed Piles, Deadline: 2026-06-30 → 2026-09-30 (no record of the move)',
    ]);
  });

  test('text that is not saved counts, and what is typed afterwards; saving it does not change what was before', async () => {
    const editor = await start({ files: { 'a.plan': PLAN } });
    const uri = editor.open('a.plan', PLAN);
    const since = new Since(editor, uri);
    const first = await since.open({ name, changed: [], unchanged: [uri] });
    expect(told(first)).toContain('Nothing has changed.');
    editor.change(uri, `# typed\n${MOVED}`);
    await until(() => editor.notifications.some(({ method }) => method === 'planwright/preview/changed'));
    expect(await since.marks()).toEqual([expect.stringContaining('a.plan:5 changed Piles')]);
    editor.files.texts.set('a.plan', `# typed\n${MOVED}`);
    editor.save(uri);
    expect(await since.marks()).toEqual([expect.stringContaining('2026-06-30 → 2026-09-30')]);
  });

  test('a file that is gone is told, and one that is new', async () => {
    const editor = await start({ files: { 'a.plan': PLAN, 'c.plan': 'project C "Tunnel" {}\n' } });
    const since = new Since(editor, editor.uri('a.plan'));
    const picture = told(
      await since.open({
        name,
        changed: [{ uri: editor.uri('b.plan'), base64: base64(other) }],
        unchanged: [editor.uri('a.plan')],
      }),
    );
    expect(picture).toContain('B Dam');
    expect(picture).toContain('deleted from the files');
    expect(picture).toContain('C Tunnel');
    expect(await since.marks()).toEqual([expect.stringMatching(/^c\.plan:1 added C Tunnel/)]);
  });

  test('the configuration of then says which files were plan files', async () => {
    const editor = await start({ files: { 'a.plan': PLAN, 'planwright.json': '{"exclude": ["old/**"]}' } });
    const changed = [{ uri: editor.uri('old/b.plan'), base64: base64(other) }];
    const since = new Since(editor, editor.uri('a.plan'));
    const unchanged = [editor.uri('a.plan'), editor.uri('planwright.json')];
    expect(told(await since.open({ name, changed, unchanged }))).toContain('Nothing has changed.');
    const then = [...changed, { uri: editor.uri('planwright.json'), base64: base64('{}') }];
    expect(told(await since.open({ name, changed: then, unchanged }))).toContain('B Dam');
  });

  test('what cannot be read, then or now, is told', async () => {
    const editor = await start({ files: { 'a.plan': PLAN } });
    const broken = `${PLAN}project { { "\n`;
    const picture = await new Since(editor, editor.uri('a.plan')).open({
      name,
      changed: [{ uri: editor.uri('a.plan'), base64: base64(broken) }],
      unchanged: [],
    });
    expect(told(picture)).toContain('cannot be read');
  });

  test('the file that is saved of it tells the same', async () => {
    const editor = await start({ files: { 'a.plan': MOVED } });
    const uri = editor.uri('a.plan');
    const since = { name, changed: [{ uri, base64: base64(PLAN) }], unchanged: [] };
    const made = await editor.request('planwright/summary', { kind: 'changes', format: 'md', lang: 'en', uri, since });
    expect(made).toMatchObject({ text: expect.stringMatching(/Compared with 0a1b2c3[\s\S]*2026-06-30/) });
  });
});
