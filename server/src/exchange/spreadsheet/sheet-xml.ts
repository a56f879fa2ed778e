/** One sheet of an Excel file, cell by cell as its XML passes by: nothing of it is held but what the cells say. */
import { formatDay, parseIsoDay, toDay } from '../../model/day.js';
import type { Archive } from './archive-limits.js';
import { commentsOf } from './comments.js';
import { mergeOf, placeOf, rowOf } from './places.js';
import { addressOf, type Cell, type Merge, type Sheet } from './sheet.js';
import { cellOf, type FormattedText, type SharedTexts, struckAs, TextInParts, textCell } from './texts.js';
import { type CellStyle, isOn, type SheetPart, Unreadable, watch } from './workbook-parts.js';

export interface Workbook {
  readonly archive: Archive;
  readonly texts: SharedTexts;
  readonly styles: readonly CellStyle[];
  readonly from1904: boolean;
}

const DAY = 86_400_000;
/** Of hidden columns: what lies beyond holds nothing that is read. */
const LAST_HIDDEN = 2000;

export function readSheet(workbook: Workbook, { name, part, hidden }: SheetPart): Sheet {
  const reader = new SheetReader(workbook, name);
  const isThere = watch(workbook.archive, part, reader);
  if (!isThere) {
    throw new Unreadable({ en: `the sheet '${name}' is missing in it`, zh: `缺少工作表“${name}”的内容` });
  }
  const { isProtected, merges, hiddenRows, hiddenColumns } = reader;
  const comments = commentsOf(workbook.archive, part);
  return { name, hidden, hiddenRows, hiddenColumns, comments, isProtected, rows: reader.rows(), merges };
}

class SheetReader {
  readonly merges: Merge[] = [];
  isProtected = false;
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly #rows: (Cell | undefined)[][] = [];
  readonly #inline = new TextInParts();
  #row = -1;
  #column = -1;
  #type = '';
  #style: CellStyle | undefined;
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
        if (isOn(attribute('hidden')) || attribute('ht') === '0') this.hiddenRows.add(this.#row);
        break;
      case 'col':
        if (isOn(attribute('hidden')) || attribute('width') === '0') {
          const last = Math.min(Number(attribute('max')), LAST_HIDDEN);
          for (let column = Number(attribute('min')); column <= last; column++) this.hiddenColumns.add(column - 1);
        }
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
        this.#inline.open(name, attribute);
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

  #cell(inline: FormattedText): Cell | undefined {
    const isStruck = this.#style?.isStruck ?? false;
    if (this.#type === 'inlineStr') return cellOf(inline, isStruck);
    const value = this.#value;
    if (this.#type === 's' && value !== '') return this.#shared(value, isStruck);
    return struckAs(this.#plain(value), isStruck);
  }

  #plain(value: string): Cell | undefined {
    // A formula whose result is an empty text is computed: its value is there, and empty.
    if (value === '') {
      return this.#hasFormula && !(this.#hasValue && this.#type === 'str')
        ? { text: '', broken: 'not-computed' }
        : undefined;
    }
    switch (this.#type) {
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
        if (this.#style?.isDate === true) return dateCell(number, this.workbook.from1904);
        return numberCell(number, this.#style?.format ?? '', this.workbook.from1904);
      }
    }
  }

  #shared(value: string, isStruck: boolean): Cell | undefined {
    const index = Number(value);
    const { plain, formatted } = this.workbook.texts;
    if (!Number.isInteger(index) || index < 0 || index >= plain.length) {
      const place = addressOf(this.#row, this.#column);
      throw new Unreadable({
        en: `the text of '${this.name}'!${place} is missing in it`,
        zh: `缺少“${this.name}”!${place} 的文字`,
      });
    }
    const text = formatted.get(index);
    return text === undefined ? struckAs(plain[index], isStruck) : cellOf(text, isStruck);
  }
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
function numberCell(value: number, format: string, from1904: boolean): Cell {
  if (!Number.isFinite(value)) return { text: '', broken: 'error' };
  const digits = decimal(value);
  if (format.includes('%')) return { text: `${decimal(value * 100)}%`, isNumber: true };
  // 2026.10 is kept as 2026.1 and shown with two decimals: a month that would become January.
  const decimals = /^[#,]*0\.(0+)(?:_.*)?$/.exec(format)?.[1]?.length ?? 0;
  const written = digits.split('.')[1]?.length ?? 0;
  const text = written < decimals && !digits.includes('e') ? value.toFixed(decimals) : digits;
  return { text, isNumber: true, ...(from1904 ? { from1904 } : {}) };
}

function decimal(value: number): string {
  const short = Number(value.toPrecision(15));
  const text = String(short);
  if (!text.includes('e')) return text;
  return short.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 15 });
}
