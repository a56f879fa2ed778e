/** How wide the columns of a table become on paper. */
import type { Lang } from '../../../model/lang.js';
import { textWidth } from '../../charts/text-fit.js';
import type { Inlines, Table } from '../../document.js';
import { barText, lightText, plainText } from '../../plain-text.js';
import { titleWithUnit } from '../../wording/document-words.js';

/** What a column's content asks for, in the unit of the font's size. */
export interface ColumnNeed {
  /** The longest piece that should not be broken. */
  readonly least: number;
  /** Short heads in one line: 年度计划 broken after three characters looks like a mistake. */
  readonly head: number;
  /** The longest cell in one line. */
  readonly body: number;
  /** The head as well. */
  readonly whole: number;
}

/** A text column is never narrower than this many wide characters, so that a line holds a word. */
const NARROWEST = 4;

/** Heads are bold, and bold letters wider. */
const BOLD = 1.08;

/** A head of so many wide characters stays in one line before cells do. */
const SHORT_HEAD = 5;

/** The needs of each column at that font size; group rows and wide characters are left to wrap. */
export function columnNeeds(table: Table, fontSize: number, lang: Lang): readonly ColumnNeed[] {
  const longestPiece = (text: string): number =>
    Math.max(0, ...pieces(text).map((piece) => textWidth(piece, fontSize)));
  return table.columns.map((column, i) => {
    const wraps = column.wrap ?? column.kind === 'text';
    const title = titleWithUnit(column, lang);
    const head = textWidth(title, fontSize) * BOLD;
    // A head takes two lines before it takes a narrow column's height.
    let least = Math.max(Math.min(head, Math.max(2 * fontSize, head / 1.8)), longestPiece(title) * BOLD);
    let body = 0;
    const rows = table.rows.flatMap((row) => (row.type === 'row' ? [row.cells] : []));
    for (const cells of table.totals === undefined ? rows : [...rows, table.totals]) {
      for (const text of measured(cells[i]?.content ?? [], lang).split('\n')) {
        const width = textWidth(text, fontSize);
        body = Math.max(body, width);
        least = Math.max(least, wraps ? longestPiece(text) : width);
      }
    }
    if (wraps) least = Math.max(least, Math.min(Math.max(body, head), NARROWEST * fontSize));
    const short = head <= SHORT_HEAD * fontSize ? head : least;
    return { least, head: Math.max(short, least), body: Math.max(body, least), whole: Math.max(body, head, least) };
  });
}

/** A bar takes the room of its blocks, as wide as these, besides its figure. */
const BAR_ROOM = '国国国国国 ';
/** A light's sign is as wide as a Chinese character where the font is one, and is not parted from what it says. */
const SIGN_ROOM = '　 ';

/** A text as wide as what is set, and that breaks where it does. */
function measured(content: Inlines, lang: Lang): string {
  return plainText(content, lang, {
    light: (inline) => `${SIGN_ROOM}${lightText(inline, lang)}`,
    bar: (inline) => `${BAR_ROOM}${barText(inline)}`,
  });
}

const OPENING = '（《“‘「『\\[(';
const CLOSING = '）》”’」』，。；：、！？…%\\])';
/**
 * What no line break falls into: runs of letters and digits; wide characters may part anywhere, but nothing begins a line
 * that closes, or ends one that opens. A blank that does not break glues.
 */
const PIECE = new RegExp(
  `(?:[${OPENING}]*(?:[\\p{Script=Latin}\\p{Nd}.,:%+/–-]+|[^ \\t\\n\\u00a0])[${CLOSING}]*\\u00a0*)(?:(?<=\\u00a0)[^ \\t\\n\\u00a0]+\\u00a0*)*`,
  'gu',
);

function pieces(text: string): readonly string[] {
  return text.match(PIECE) ?? [];
}

/**
 * The widths that share `room`: each column what it needs at least, then its cells in one line, then its head, and the rest
 * to all. `scale` is under 1 where even the least has no room, and says by how much.
 */
export function fitColumns(
  needs: readonly ColumnNeed[],
  room: number,
): { readonly widths: readonly number[]; readonly scale: number } {
  const least = needs.map((need) => need.least);
  const needed = sum(least);
  if (needed >= room) {
    const scale = room / Math.max(1, needed);
    return { widths: least.map((width) => width * scale), scale };
  }
  const bodies = needs.map(({ body }) => body);
  const wholes = needs.map(({ whole }) => whole);
  const heads = withModestWishes(
    least,
    needs.map(({ head }) => head),
    room,
  );
  const modest = withModestWishes(withModestWishes(heads, bodies, room), wholes, room);
  const widths = towards(towards(modest, bodies, room), wholes, room);
  const stretch = room / Math.max(1, sum(widths));
  return { widths: widths.map((width) => width * stretch), scale: 1 };
}

/** Who wants no more than its share gets all of it: one character more in a line saves a whole line. */
function withModestWishes(widths: readonly number[], wanted: readonly number[], room: number): readonly number[] {
  const given = [...widths];
  for (;;) {
    const wishes = given.map((width, i) => (wanted[i] ?? 0) - width);
    const share = (room - sum(given)) / wishes.filter((wish) => wish > 0).length;
    const modest = wishes.flatMap((wish, i) => (wish > 0 && wish <= share ? [i] : []));
    if (modest.length === 0) return given;
    for (const i of modest) given[i] = wanted[i] ?? 0;
  }
}

/** The others share what is left by what they want, so that their cells become equally high. */
function towards(widths: readonly number[], wanted: readonly number[], room: number): readonly number[] {
  const wishes = widths.map((width, i) => Math.max(0, (wanted[i] ?? 0) - width));
  const share = Math.min(1, (room - sum(widths)) / Math.max(1, sum(wishes)));
  return widths.map((width, i) => width + (wishes[i] ?? 0) * share);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
