/** One sheet of a workbook while it is written from top to bottom. */
import type { Cell, CellStyle, MergeRange, SheetChart, WriteSheet } from 'hucre/xlsx';
import type { Lang } from '../../../model/lang.js';
import { textWidth } from '../../charts/text-fit.js';
import { RULE } from '../paper/paper-colours.js';

const SIDE = { style: 'thin', color: { rgb: RULE } } as const;
export const GRID = { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE } as const;

export const FONTS = { zh: { name: '宋体', size: 10 }, en: { name: 'Calibri', size: 10 } } as const;

/** Of a line of text, in points. */
const LINE = 13.5;
const WIDEST = 44;
const NARROWEST = 7;
/** Upright, A4 has room for so many letters before the print becomes small. */
const UPRIGHT_ROOM = 96;

/** The rows of a table's head, and what of it is filtered: all counted from 0. */
export interface MainTable {
  readonly firstHead: number;
  readonly lastHead: number;
  readonly lastRow: number;
  readonly columns: number;
}

export class Sheet {
  readonly cells = new Map<string, Partial<Cell>>();
  readonly charts: SheetChart[] = [];
  readonly #merges: MergeRange[] = [];
  readonly #rows = new Map<number, { readonly height: number }>();
  readonly #breaks: number[] = [];
  #top = 0;
  readonly #widths: number[] = [];
  /** Merged texts whose height follows once the widths are known. */
  readonly #spread: { row: number; from: number; to: number; text: string; least: number }[] = [];
  /** The row that is written next. */
  row = 0;
  main: MainTable | undefined;

  constructor(
    readonly name: string,
    readonly lang: Lang,
    /** Over how many columns titles and paragraphs run. */
    readonly columns: number,
    /** Columns are no wider than so many letters: longer texts wrap. */
    readonly widest = WIDEST,
  ) {}

  put(column: number, value: Partial<Cell>): void {
    const font = value.style?.font;
    // A font that does not say its name is another one.
    const style = font === undefined ? value.style : { ...value.style, font: { ...FONTS[this.lang], ...font } };
    this.cells.set(`${this.row},${column}`, style === undefined ? value : { ...value, style });
  }

  /** The row becomes as high as the text needs in its column. */
  fit(column: number, text: string): void {
    this.#spread.push({ row: this.row, from: column, to: column, text, least: LINE });
  }

  /** Asks for room; a text longer than the widest column wraps. */
  want(column: number, text: string, more = 0): void {
    const width = Math.max(0, ...text.split('\n').map(letters)) + 2 + more;
    this.#widths[column] = Math.max(this.#widths[column] ?? NARROWEST, Math.min(this.widest, width));
  }

  /** For a sign, as months of a wall chart are. */
  narrow(column: number): void {
    this.#widths[column] = 3.6;
  }

  /** A text over columns, in one line of the sheet as high as it needs. */
  spread(text: string, style: CellStyle, from = 0, to = this.columns - 1, least = LINE): void {
    this.put(from, {
      value: text,
      style: { ...style, alignment: { vertical: 'center', wrapText: true, ...style.alignment } },
    });
    for (let column = from + 1; column <= to; column++) this.put(column, { value: null, style });
    if (to > from) this.#merges.push({ startRow: this.row, startCol: from, endRow: this.row, endCol: to });
    this.#spread.push({ row: this.row, from, to, text, least });
  }

  merge(from: number, to: number, rows = 1): void {
    this.#merges.push({ startRow: this.row, startCol: from, endRow: this.row + rows - 1, endCol: to });
  }

  /** What comes next begins a page; under the sheet's title alone it needs none. */
  breakBefore(): void {
    if (this.row > this.#top) this.#breaks.push(this.row - 1); // a break is named by the row above it
  }

  /** What was written so far is the sheet's title. */
  endTop(): void {
    this.#top = this.row;
  }

  /** On one page where it can be read there: no page is to hold a chart's end or a leftover line. */
  #paper(widths: readonly number[]): { readonly orientation: 'portrait' | 'landscape'; readonly fitToHeight: 0 | 1 } {
    const letters = widths.reduce((sum, width) => sum + width, 0);
    if (this.#breaks.length > 0) return { orientation: 'portrait', fitToHeight: 0 };
    const heights = [...this.#rows.values()].reduce((sum, { height }) => sum + height - LINE, this.row * LINE);
    const scale = (width: number, height: number): number => Math.min(1, width / (letters * DIGIT), height / heights);
    const upright = scale(PAPER.width, PAPER.height);
    const across = scale(PAPER.height, PAPER.width);
    if (Math.max(upright, across) < SMALLEST_PRINT) {
      return { orientation: letters > UPRIGHT_ROOM ? 'landscape' : 'portrait', fitToHeight: 0 };
    }
    const isSmall = upright < GOOD_PRINT && across > upright;
    return { orientation: isSmall ? 'landscape' : 'portrait', fitToHeight: 1 };
  }

  finished(): WriteSheet {
    const widths = Array.from({ length: Math.max(this.columns, this.#widths.length) }, (_, i) => this.#widths[i] ?? 12);
    for (const { row, from, to, text, least } of this.#spread) {
      const room = widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0) - 1;
      const lines = text
        .split('\n')
        .reduce((sum, line) => sum + Math.max(1, Math.ceil((letters(line) * 1.05) / room)), 0);
      const height = Math.max(least, this.#rows.get(row)?.height ?? 0, lines * LINE + 2);
      this.#rows.set(row, { height: Math.min(400, height) });
    }
    const { orientation, fitToHeight } = this.#paper(widths);
    const { main } = this;
    const [first, last, end] =
      main === undefined ? [0, 0, 0] : [main.firstHead + 1, main.lastHead + 1, main.lastRow + 1];
    return {
      name: this.name,
      columns: widths.map((width) => ({ width })),
      cells: this.cells,
      merges: this.#merges,
      rowDefs: this.#rows,
      rowBreaks: this.#breaks,
      ...(this.charts.length === 0 ? {} : { charts: this.charts }),
      ...(main === undefined || main.lastRow <= main.lastHead
        ? {}
        : { autoFilter: { range: `A${last}:${columnName(main.columns - 1)}${end}` } }),
      // Heads stay in sight where enough of the window is left below them.
      ...(main !== undefined && main.lastHead < 10 ? { freezePane: { rows: main.lastHead + 1 } } : {}),
      view: { showGridLines: false },
      pageSetup: {
        paperSize: 'a4',
        orientation,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight,
        horizontalCentered: true,
        margins: { top: 0.75, bottom: 0.75, left: 0.5, right: 0.5, header: 0.3, footer: 0.35 },
        ...(main === undefined ? {} : { printTitlesRow: `$${first}:$${last}` }),
      },
      headerFooter: { oddFooter: this.lang === 'zh' ? '&C第 &P 页 共 &N 页' : '&CPage &P of &N' },
    };
  }
}

/** Between the margins of A4 upright, in points. */
const PAPER = { width: 523, height: 733 } as const;
/** A digit's width in points. */
const DIGIT = 5.6;
/** What has room on one page is not printed smaller than this for it. */
const SMALLEST_PRINT = 0.65;
/** So large a print need not be larger. */
const GOOD_PRINT = 0.85;

/** How many digits wide a text is in a spreadsheet: Chinese characters take two. */
function letters(text: string): number {
  return textWidth(text, 2) < 1 ? 0 : [...text].reduce((sum, sign) => sum + (textWidth(sign, 1) >= 1 ? 2 : 1.05), 0);
}

/** A, B, … Z, AA, …; the first is 0. */
export function columnName(index: number): string {
  const head = index < 26 ? '' : columnName(Math.floor(index / 26) - 1);
  return head + String.fromCharCode(65 + (index % 26));
}
