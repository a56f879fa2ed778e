/** A server that has seen random edits, on disk and in open documents, beside one that is just started. */
import type { Look } from '../../server/src/lsp/protocol.js';
import { type Opened, type Patch, patched } from '../../server/src/lsp/testing/preview-parts.js';
import { Editor } from '../../server/src/lsp/testing/test-editor.js';
import { type ExampleFile, edited, pick, type Random, seeded } from './texts.js';

/** What is looked at, and how. */
const LOOKS: Readonly<Record<string, { readonly kind: string; readonly look?: Look }>> = {
  dashboard: { kind: 'dashboard' },
  booklet: { kind: 'booklet' },
  gantt: { kind: 'gantt' },
  narrowed: { kind: 'booklet', look: { narrow: { light: ['red', 'yellow'] } } },
  sorted: { kind: 'booklet', look: { sort: [{ key: 'part:register:table', column: 8, descending: true }] } },
  found: { kind: 'dashboard', look: { narrow: { text: 'P0', unit: [''] } } },
};
const WATCHES = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
const HIDES = '{ "exclude": ["hidden.plan"] }';

const running = new Set<Editor>();

/** What was left running when something failed. */
export const stopAll = (): Promise<unknown> => Promise.all([...running].map(stop));

async function start(files: ReadonlyMap<string, string>, today: string): Promise<Editor> {
  const editor = await Editor.start({ files: Object.fromEntries(files), today, capabilities: WATCHES });
  running.add(editor);
  return editor;
}

async function stop(editor: Editor): Promise<void> {
  running.delete(editor);
  await editor.stop();
}

/** Waits until nothing has been said and little been done for a while: the server runs in this process. */
async function rest(editor: Editor): Promise<void> {
  await editor.loaded();
  for (;;) {
    const [published, loop] = [editor.published, performance.eventLoopUtilization()];
    await new Promise((resolve) => setTimeout(resolve, 450));
    if (editor.published === published && performance.eventLoopUtilization(loop).utilization < 0.3) return;
  }
}

/** What an editor shows: problems and outlines, file by file. */
async function shown(editor: Editor, files: Iterable<string>): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {};
  for (const file of [...files].sort()) {
    const uri = editor.uri(file);
    const symbols = await editor.request('textDocument/documentSymbol', { textDocument: { uri } });
    seen[file] = { problems: editor.diagnostics.get(uri) ?? [], symbols };
  }
  return seen;
}

const isBroken = (editor: Editor): boolean =>
  [...editor.diagnostics.values()].some((all) =>
    all.some(({ code }) => code === 'syntax/unexpected' || String(code).startsWith('value/')),
  );

/** The previews of an editor that has kept them over all edits. */
class Previews {
  readonly #shown = new Map<string, { version: number; blocks: Opened['blocks'] }>();

  async pictures(editor: Editor, uri: string): Promise<Record<string, unknown>> {
    const pictures: Record<string, unknown> = {};
    for (const [session, { kind, look }] of Object.entries(LOOKS)) {
      const known = this.#shown.get(session);
      if (known === undefined) {
        const params = { session, kind, uri, lang: 'zh', look };
        const { version, blocks } = await editor.request<Opened>('planwright/preview/open', params);
        this.#shown.set(session, { version, blocks });
        pictures[session] = blocks.map(({ html }) => html);
      } else {
        const params = { session, since: known.version };
        const patch = await editor.request<Patch>('planwright/preview/patch', params);
        known.blocks = patched(known.blocks, patch);
        known.version = patch.version;
        pictures[session] = known.blocks.map(({ html }) => html);
      }
    }
    return pictures;
  }
}

/** What a server says after a batch of edits, and what it should. */
export interface Compared {
  readonly edits: number;
  readonly history: readonly string[];
  readonly is: unknown;
  readonly shouldBe: unknown;
  /** Whether previews are among it: what a broken statement was before, only a server that has seen it knows. */
  readonly pictured: boolean;
}

/** Makes batches of edits in one server, one for each seed; after each it is compared. */
export async function* editsAgainstFresh(
  examples: readonly ExampleFile[],
  today: string,
  batches: Iterable<number>,
  size: number,
): AsyncGenerator<Compared> {
  const disk = new Map(examples.map(({ file, text }) => [file, text]));
  disk.set('planwright.json', '{}');
  disk.set('hidden.plan', '人员 王五\n项目 隐 { 责任人 李四 }\n');
  const editor = await start(disk, today);
  const open = new Map<string, string>();
  const history: string[] = [];
  const previews = new Previews();
  const first = examples[0]?.file ?? '';
  const ever = new Set(disk.keys());

  const change = (random: Random, file: string): void => {
    const original = examples.find((each) => each.file === file)?.text ?? '';
    const now = (): string => {
      const before = open.get(file) ?? disk.get(file) ?? original;
      return random(3) === 0 ? original : edited(random, before, 1);
    };
    const what = random(12);
    const known = open.get(file);
    if (known !== undefined && what < 8) {
      const text = now();
      open.set(file, text);
      if (random(2) === 0) editor.change(editor.uri(file), text);
      else editor.retype(editor.uri(file), text);
      history.push(`${file} typed in`);
    } else if (known !== undefined) {
      open.delete(file);
      editor.close(editor.uri(file));
      history.push(`${file} closed`);
      if (what > 9) {
        open.set(file, original);
        editor.open(file, original);
        history.push(`${file} opened at once`);
      }
    } else if (what < 6) {
      const text = what < 3 ? now() : (disk.get(file) ?? original);
      open.set(file, text);
      editor.open(file, text);
      history.push(`${file} opened`);
    } else if (what < 8 && file !== first) {
      disk.delete(file);
      editor.files.texts.delete(file);
      editor.watched(file, 3);
      history.push(`${file} deleted`);
    } else if (what < 11) {
      const text = now();
      disk.set(file, text);
      editor.files.texts.set(file, text);
      editor.watched(file, random(2) === 0 ? 1 : 2);
      history.push(`${file} written`);
    } else {
      const text = disk.get('planwright.json') === '{}' ? HIDES : '{}';
      disk.set('planwright.json', text);
      editor.files.texts.set('planwright.json', text);
      editor.watched('planwright.json', 2);
      history.push(`planwright.json: ${text}`);
    }
  };

  const undo = (): void => {
    for (const { file, text } of examples) {
      if (open.has(file)) {
        open.set(file, text);
        editor.retype(editor.uri(file), text);
      }
      disk.set(file, text);
      editor.files.texts.set(file, text);
      editor.watched(file, 2);
    }
    history.push('all undone');
  };

  for (const seed of batches) {
    const random = seeded(seed);
    history.push(`— seed ${seed}`);
    const count = 1 + random(size);
    for (let left = count; left > 0; left--) {
      change(random, pick(random, [...examples.map(({ file }) => file), 'hidden.plan']));
      if (random(2) === 0) await new Promise((resolve) => setTimeout(resolve, random(120)));
    }
    // Everything is undone at times, or nothing but broken plans would ever be looked at.
    if (random(3) === 0) undo();
    await rest(editor);
    const fresh = await start(disk, today);
    for (const [file, text] of open) fresh.open(file, text);
    await rest(fresh);
    const pictured = !isBroken(editor);
    const [kept, anew] = [
      await previews.pictures(editor, editor.uri(first)),
      await new Previews().pictures(fresh, fresh.uri(first)),
    ];
    yield {
      edits: count,
      history: history.slice(-12),
      is: { shown: await shown(editor, ever), logged: editor.logged, ...(pictured ? { pictures: kept } : {}) },
      shouldBe: { shown: await shown(fresh, ever), logged: [], ...(pictured ? { pictures: anew } : {}) },
      pictured,
    };
    await stop(fresh);
  }
  await stop(editor);
}
