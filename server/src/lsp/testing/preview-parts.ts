/** The parts of a preview as a page keeps them. */
import { wholeOf } from '../../report/render/html-pieces.js';
import type { ChangedBlock, PreviewBlock } from '../protocol.js';

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
