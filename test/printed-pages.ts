/** What stands on the pages of a PDF that a browser printed: enough to tell a blank page and a leftover line. */
import { inflateSync } from 'node:zlib';

export interface PrintedPage {
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** Lines of text at different heights, the page number's included. */
  readonly lines: number;
  /** Pictures, such as charts, that are drawn from elsewhere in the file. */
  readonly pictures: number;
}

const PAGE = /<<\/Type \/Page\n[\s\S]*?\nendobj/g;

/** In the order of the file, as Chromium, Chrome and Edge write it: pages in plain text, what stands on them deflated. */
export function printedPages(pdf: Buffer): readonly PrintedPage[] {
  const file = pdf.toString('latin1');
  return (file.match(PAGE) ?? []).map((page) => {
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? [];
    const content = contentOf(file, /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '');
    const heights = [...content.matchAll(/^[-\d.]+ [-\d.]+ [-\d.]+ [-\d.]+ [-\d.]+ ([-\d.]+) Tm$/gm)].map(([, y]) =>
      Math.round(Number(y)),
    );
    return {
      width: Number(width),
      height: Number(height),
      lines: new Set(heights).size,
      pictures: content.match(/\bDo$/gm)?.length ?? 0,
    };
  });
}

function contentOf(file: string, id: string): string {
  const found = new RegExp(`\\n${id} 0 obj\\n[\\s\\S]*?stream\\n`).exec(file);
  if (found === null) throw new Error(`The PDF has no object ${id}`);
  const start = found.index + found[0].length;
  const end = file.indexOf('\nendstream', start);
  return inflateSync(Buffer.from(file.slice(start, end), 'latin1')).toString('latin1');
}
