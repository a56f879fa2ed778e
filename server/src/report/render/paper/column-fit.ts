/** How wide the columns of a table become on paper. */
import type { Lang } from '../../../model/lang.js';
import { textWidth } from '../../charts/text-fit.js';
import type { Inlines, Table } from '../../document.js';
import { plainText } from '../../plain-text.js';

/** What a column's content asks for, in the unit of the font's size. */
export interface ColumnNeed {
  /** The longest piece that should not be broken. */
  readonly least: number;
  /** All of it in one line. */
  readonly whole: number;
}

/** A text column is never narrower than this many wide characters, so that a line holds a word. */
const NARROWEST = 4;

/** Heads are bold, and bold letters wider. */
const BOLD = 1.08;

/** The needs of each column at that font size; group rows and wide characters are left to wrap. */
export function columnNeeds(table: Table, fontSize: number, lang: Lang): readonly ColumnNeed[] {
  return table.columns.map((column, i) => {
    const wraps = column.wrap ?? column.kind === 'text';
    const title = column.unit === undefined ? column.title : `${column.title} (${column.unit})`;
    let whole = textWidth(title, fontSize) * BOLD;
    // A head takes two lines before it takes a narrow column's height.
    let least = Math.max(
      Math.min(whole, Math.max(2 * fontSize, whole / 1.8)),
      ...pieces(title).map((piece) => textWidth(piece, fontSize) * BOLD),
    );
    const rows = table.rows.flatMap((row) => (row.type === 'row' ? [row.cells] : []));
    for (const cells of table.totals === undefined ? rows : [...rows, table.totals]) {
      for (const text of cellLines(cells[i]?.content ?? [], lang)) {
        const width = textWidth(text, fontSize);
        whole = Math.max(whole, width);
        const unbroken = wraps ? Math.max(0, ...pieces(text).map((piece) => textWidth(piece, fontSize))) : width;
        least = Math.max(least, unbroken);
      }
    }
    return { least: wraps ? Math.max(least, Math.min(whole, NARROWEST * fontSize)) : least, whole };
  });
}

/** A bar takes the room of its blocks, as wide as these, besides its figure. */ const BAR_ROOM = '国国国国国 ';

function cellLines(content: Inlines, lang: Lang): readonly string[] {
  const room = content.some(({ type }) => type === 'bar') ? BAR_ROOM : '';
  // A sign is as wide as a Chinese character where the font is one.
  const sign = content.some(({ type }) => type === 'light') ? '　 ' : '';
  return plainText(content, lang)
    .split('\n')
    .map((line) => `${room}${sign}${line}`);
}

/** What no line break should fall into: runs of letters and digits; wide characters may part anywhere. */
function pieces(text: string): readonly string[] {
  return text.match(/[\p{Script=Latin}\p{Nd}.,:%+/-]+|[^\s]/gu) ?? [];
}

/**
 * The widths that share `room`: each column what it needs at least, the rest to those that would like more. `scale` is
 * under 1 where even the least has no room, and says by how much.
 */
export function fitColumns(
  needs: readonly ColumnNeed[],
  room: number,
): { readonly widths: readonly number[]; readonly scale: number } {
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  if (least >= room) {
    const scale = room / Math.max(1, least);
    return { widths: needs.map((need) => need.least * scale), scale };
  }
  const wish = needs.reduce((sum, need) => sum + (need.whole - need.least), 0);
  const share = Math.min(1, (room - least) / Math.max(1, wish));
  const widths = needs.map((need) => need.least + (need.whole - need.least) * share);
  const left = room - widths.reduce((sum, width) => sum + width, 0);
  const all = widths.reduce((sum, width) => sum + width, 0);
  return { widths: widths.map((width) => width + (left * width) / Math.max(1, all)), scale: 1 };
}
