/** One sheet of an Excel file, cell by cell as its XML passes by: nothing of it is held but what the cells say. */
import { formatDay, parseIsoDay, toDay } from '../../model/day.js';
import type { Archive } from './archive-limits.js';
import { addressOf, type Cell, type Merge, type Sheet } from './sheet.js';
import { isOn, type NumberStyle, type SheetPart, TextInParts, textCell, Unreadable, watch } from './workbook-parts.js';

export interface Workbook {
  readonly archive: Archive;
  readonly texts: readonly (Cell | undefined)[];
  readonly styles: readonly NumberStyle[];
  readonly from1904: boolean;
}

const DAY = 86_400_000;
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

export function readSheet(workbook: Workbook, { name, part, hidden }: SheetPart): Sheet {
  const reader = new SheetReader(workbook, name);
  const isThere = watch(workbook.archive, part, reader);
  if (!isThere) {
    throw new Unreadable({ en: `the sheet '${name}' is missing in it`, zh: `缺少工作表“${name}”的内容` });
  }
  return { name, hidden, isProtected: reader.isProtected, rows: reader.rows(), merges: reader.merges };
}

class SheetReader {
  readonly merges: Merge[] = [];
  isProtected = false;
  readonly #rows: (Cell | undefined)[][] = [];
  readonly #inline = new TextInParts();
  #row = -1;
  #column = -1;
  #type = '';
  #style: NumberStyle | undefined;
  #value = '';
  #hasValue = false;
  #hasFormula = false;
  #isValue = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly name: string,
  ) {}

  readonly open = (name: string, attribute: (name: string) => string | undefined): void => {
    switch (name) {
      case 'row':
        this.#row = rowOf(attribute('r')) ?? this.#row + 1;
        this.#column = -1;
        break;
      case 'c':
        this.#place(attribute('r'));
        this.#type = attribute('t') ?? 'n';
        this.#style = this.workbook.styles[Number(attribute('s') ?? '0')];
        this.#value = '';
        this.#hasValue = false;
        this.#hasFormula = false;
        break;
      case 'v':
        this.#isValue = true;
        this.#hasValue = true;
        break;
      case 'f':
        this.#hasFormula = true;
        break;
      case 'mergeCell': {
        const merge = mergeOf(attribute('ref') ?? '');
        if (merge !== undefined) this.merges.push(merge);
        break;
      }
      case 'sheetProtection':
        this.isProtected = isOn(attribute('sheet'));
        break;
      default:
        this.#inline.open(name);
    }
  };

  readonly text = (text: string): void => {
    if (this.#isValue) this.#value += text;
    else this.#inline.add(text);
  };

  readonly close = (name: string): void => {
    if (name === 'v') this.#isValue = false;
    else if (name === 'c') {
      const cell = this.#cell(this.#inline.take());
      if (cell !== undefined) this.#put(cell);
    } else this.#inline.close(name);
  };

  /** Rows that hold nothing are there, and empty. */
  rows(): readonly (readonly (Cell | undefined)[])[] {
    return Array.from(this.#rows, (row) => row ?? []);
  }

  /** A cell without an address stands behind the one before. */
  #place(address: string | undefined): void {
    if (address === undefined) this.#column++;
    else {
      const place = placeOf(address);
      if (place === undefined) {
        throw new Unreadable({
          en: `'${this.name}' has a cell at '${address.slice(0, 20)}', which is no place in a sheet`,
          zh: `“${this.name}”中有单元格地址“${address.slice(0, 20)}”，不是有效的位置`,
        });
      }
      [this.#row, this.#column] = place;
    }
  }

  /** Two cells at one place that both say something say two things. */
  #put(cell: Cell): void {
    this.#rows[this.#row] ??= [];
    const row = this.#rows[this.#row];
    if (row === undefined) return;
    if (row[this.#column] !== undefined) {
      const twice = addressOf(this.#row, this.#column);
      throw new Unreadable({
        en: `'${this.name}' has two cells at ${twice}`,
        zh: `“${this.name}”中 ${twice} 处有两个单元格`,
      });
    }
    while (row.length < this.#column) row.push(undefined);
    row[this.#column] = cell;
  }

  #cell(inline: string): Cell | undefined {
    const value = this.#value;
    if (this.#type === 'inlineStr') return textCell(inline);
    // A formula whose result is an empty text is computed: its value is there, and empty.
    if (value === '') {
      return this.#hasFormula && !(this.#hasValue && this.#type === 'str')
        ? { text: '', broken: 'not-computed' }
        : undefined;
    }
    switch (this.#type) {
      case 's':
        return this.#shared(value);
      case 'str':
        return textCell(value);
      case 'b':
        return { text: value === '1' || value.toLowerCase() === 'true' ? 'TRUE' : 'FALSE' };
      case 'e':
        return { text: value, broken: 'error' };
      case 'd': {
        const day = parseIsoDay(value.slice(0, 10));
        return day === undefined ? textCell(value) : { text: formatDay(day), day };
      }
      default: {
        const number = Number(value);
        if (Number.isNaN(number)) return textCell(value);
        if (this.#style === 'date') return dateCell(number, this.workbook.from1904);
        return numberCell(number, this.#style?.format ?? '');
      }
    }
  }

  #shared(value: string): Cell | undefined {
    const index = Number(value);
    const { texts } = this.workbook;
    if (!Number.isInteger(index) || index < 0 || index >= texts.length) {
      const place = addressOf(this.#row, this.#column);
      throw new Unreadable({
        en: `the text of '${this.name}'!${place} is missing in it`,
        zh: `缺少“${this.name}”!${place} 的文字`,
      });
    }
    return texts[index];
  }
}

// ------------------------------------------------------------------------------------------------ places

function rowOf(written: string | undefined): number | undefined {
  const row = Number(written);
  return written !== undefined && Number.isInteger(row) && row >= 1 && row <= LAST_ROW ? row - 1 : undefined;
}

function placeOf(address: string): readonly [row: number, column: number] | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address.toUpperCase()) ?? [];
  const row = rowOf(digits);
  if (letters === undefined || row === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= LAST_COLUMN ? [row, column - 1] : undefined;
}

function mergeOf(reference: string): Merge | undefined {
  const [from, to] = reference.split(':').map(placeOf);
  if (from === undefined || to === undefined) return undefined;
  const [top, left] = from;
  const [bottom, right] = to;
  return { top, left, bottom, right };
}

// ------------------------------------------------------------------------------------------------ values

/** A date with a time of day is the day; a time alone (before 1901) is what Excel shows of it. */
function dateCell(serial: number, from1904: boolean): Cell {
  if (!Number.isFinite(serial) || Math.abs(serial) > 3_000_000) return { text: '', broken: 'error' };
  // In the calendar of 1900 there is a 29 February of that year, as number 60.
  const day = from1904 ? serial + 1461 : serial >= 60 ? serial - 1 : serial;
  const time = Date.UTC(1899, 11, 31) + Math.round(day * DAY);
  const date = new Date(time);
  if (date.getUTCFullYear() < 1901) return { text: date.toISOString().slice(11, 16) };
  const whole = toDay(Math.floor(time / DAY));
  return { text: formatDay(whole), day: whole };
}

/** Spreadsheets hold 15 digits; what a binary fraction adds behind them nobody wrote. */
function numberCell(value: number, format: string): Cell {
  if (!Number.isFinite(value)) return { text: '', broken: 'error' };
  const digits = decimal(value);
  if (format.includes('%')) return { text: `${decimal(value * 100)}%`, isNumber: true };
  // 2026.10 is kept as 2026.1 and shown with two decimals: a month that would become January.
  const decimals = /^[#,]*0\.(0+)(?:_.*)?$/.exec(format)?.[1]?.length ?? 0;
  const written = digits.split('.')[1]?.length ?? 0;
  return { text: written < decimals && !digits.includes('e') ? value.toFixed(decimals) : digits, isNumber: true };
}

function decimal(value: number): string {
  const short = Number(value.toPrecision(15));
  const text = String(short);
  if (!text.includes('e')) return text;
  return short.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 15 });
}
