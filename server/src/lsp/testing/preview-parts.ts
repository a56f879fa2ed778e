/** Previews beside a text: opened, edited, and their parts as a page keeps them. */
import { wholeOf } from '../../report/render/html-pieces.js';
import type { ChangedBlock, Look, PreviewBlock } from '../protocol.js';
import { Editor, until } from './test-editor.js';

export interface Opened {
  readonly version: number;
  readonly title: string;
  readonly narrows: boolean;
  readonly blocks: readonly PreviewBlock[];
}

export interface Patch {
  readonly version: number;
  readonly title: string;
  readonly order?: readonly string[];
  readonly changed: readonly ChangedBlock[];
  readonly more?: true;
}

/** An editor with one plan, `a.plan`, open; whoever starts it stops it. */
export async function startBeside(text: string) {
  const editor = await Editor.start({ files: { 'a.plan': text }, today: '2026-03-31' });
  await editor.loaded();
  const uri = editor.open('a.plan', text);
  const told = () => editor.notifications.filter(({ method }) => method === 'planwright/preview/changed').length;
  return {
    editor,
    uri,
    /** Until the preview is told. */
    edit: async (changed: string) => {
      const before = told();
      editor.change(uri, changed);
      await until(() => told() > before);
    },
    open: (
      kind: string,
      { session = 's', lang = 'zh', look }: { session?: string; lang?: string; look?: Look | undefined } = {},
    ) => editor.request<Opened>('planwright/preview/open', { session, kind, uri, lang, ...(look && { look }) }),
    patch: (since: number, more: object = {}, session = 's') =>
      editor.request<Patch>('planwright/preview/patch', { session, since, ...more }),
  };
}

/** What is shown after a patch; throws where that does not fit what was shown before. */
export function patched(blocks: readonly PreviewBlock[], { order, changed }: Patch): readonly PreviewBlock[] {
  const known = new Map(blocks.map(({ key, html }) => [key, html]));
  for (const part of changed) {
    const html = wholeOf(part, known.get(part.key));
    if (html === undefined) throw new Error(`${part.key} does not come out as it was sent`);
    known.set(part.key, html);
  }
  return (order ?? blocks.map(({ key }) => key)).map((key) => {
    const html = known.get(key);
    if (html === undefined) throw new Error(`${key} was never sent`);
    return { key, html };
  });
}

/** All that is shown, as one text. */
export function shown(blocks: readonly PreviewBlock[]): string {
  return blocks.map(({ html }) => html).join('\n');
}
