/** The texts of an Excel file: formatted piece by piece, with what is struck through in them. */
import type { Archive } from './archive-limits.js';
import type { Cell } from './sheet.js';
import { isOnUnlessSaid, watch } from './workbook-parts.js';

const ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

/** A piece of a text with a font of its own; `isStruck` is not known where the font is that of the cell. */
interface Run {
  readonly text: string;
  readonly isStruck: boolean | undefined;
}

/** A text as a cell; an empty one is none. */
export function textCell(written: string): Cell | undefined {
  const text = unescaped(written);
  if (text === '') return undefined;
  return ERROR.test(text) ? { text, broken: 'error' } : { text };
}

/** Characters that XML cannot hold are written `_x000D_`. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** What a text says in a cell whose own font is struck through or not. */
export function cellOf({ text, runs }: FormattedText, isStruck: boolean): Cell | undefined {
  if (runs === undefined) return struckAs(textCell(text), isStruck);
  const joined = (struck: boolean): string =>
    runs
      .filter((run) => (run.isStruck ?? isStruck) === struck)
      .map((run) => run.text)
      .join('');
  const [stands, struckOut] = [joined(false), unescaped(joined(true)).trim()];
  if (stands.trim() === '') return struckAs(textCell(text), struckOut !== '');
  const cell = textCell(stands);
  return cell === undefined || struckOut === '' ? cell : { ...cell, struckOut };
}

export function struckAs(cell: Cell | undefined, isStruck: boolean): Cell | undefined {
  return cell === undefined || !isStruck ? cell : { ...cell, struck: true };
}

export interface FormattedText {
  readonly text: string;
  /** Only of a text with fonts of its own. */
  readonly runs?: readonly Run[];
}

export interface SharedTexts {
  /** Each one cell for all that say it. */
  readonly plain: readonly (Cell | undefined)[];
  /** Those with fonts of their own: what they say depends on the cell. */
  readonly formatted: ReadonlyMap<number, FormattedText>;
}

/** The texts that cells point at. */
export function sharedTexts(archive: Archive): SharedTexts {
  const plain: (Cell | undefined)[] = [];
  const formatted = new Map<number, FormattedText>();
  const one = new TextInParts();
  watch(archive, 'xl/sharedStrings.xml', {
    open: (name, attribute) => one.open(name, attribute),
    text: (text) => one.add(text),
    close: (name) => {
      one.close(name);
      if (name !== 'si') return;
      const taken = one.take();
      if (taken.runs !== undefined) formatted.set(plain.length, taken);
      plain.push(textCell(taken.text));
    },
  });
  return { plain, formatted };
}

/** A text whose runs are formatted each for itself; how it is pronounced is none of it. */
export class TextInParts {
  #text = '';
  #isText = false;
  #isPronunciation = false;
  #runs: Run[] = [];
  /** Where the run began, and what its own font says. */
  #run: { readonly from: number; isStruck: boolean | undefined } | undefined;
  #hasFonts = false;

  open(name: string, attribute: (name: string) => string | undefined): void {
    switch (name) {
      case 'rPh':
        this.#isPronunciation = true;
        break;
      case 't':
        this.#isText = !this.#isPronunciation;
        break;
      case 'r':
        this.#run = { from: this.#text.length, isStruck: undefined };
        break;
      case 'rPr':
        this.#hasFonts = true;
        if (this.#run !== undefined) this.#run.isStruck = false;
        break;
      case 'strike':
        if (this.#run !== undefined) this.#run.isStruck = isOnUnlessSaid(attribute('val'));
        break;
    }
  }

  add(text: string): void {
    if (this.#isText) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#isPronunciation = false;
    else if (name === 't') this.#isText = false;
    else if (name === 'r' && this.#run !== undefined) {
      this.#runs.push({ text: this.#text.slice(this.#run.from), isStruck: this.#run.isStruck });
      this.#run = undefined;
    }
  }

  take(): FormattedText {
    const text = this.#text;
    const runs = this.#hasFonts ? this.#runs : undefined;
    this.#text = '';
    this.#runs = [];
    this.#hasFonts = false;
    return { text, ...(runs === undefined ? {} : { runs }) };
  }
}
