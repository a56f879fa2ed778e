/** The parts of an Excel file beside its sheets: which sheets there are, its texts, and how numbers are shown. */
import { parser } from 'sax';
import type { Bilingual } from '../../model/lang.js';
import type { Archive } from './archive-limits.js';
import type { Cell } from './sheet.js';

/** Why a workbook cannot be read, where that can be said. */
export class Unreadable extends Error {
  constructor(readonly problem: Bilingual) {
    super(problem.en);
  }
}

/** What looks at the elements of a part as they pass by; names are without their prefix. */
export interface Watcher {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Goes through a part without holding it as a whole. False where there is no such part. */
export function watch(archive: Archive, part: string, { open, text, close }: Watcher): boolean {
  const reader = parser(true, { trim: false, normalize: false, position: false });
  reader.onerror = (error: Error) => {
    throw error;
  };
  reader.onopentag = ({ name, attributes }) => {
    open(local(name), (wanted) => (Object.hasOwn(attributes, wanted) ? attributes[wanted] : undefined));
  };
  if (text !== undefined) {
    reader.ontext = text;
    reader.oncdata = text;
  }
  if (close !== undefined) reader.onclosetag = (name: string) => close(local(name));
  const isThere = archive.read(part, (piece) => {
    reader.write(piece);
  });
  if (isThere) reader.close();
  return isThere;
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** The sheets in their order, and whether days count from 1904. */
export function sheetsOf(archive: Archive): { readonly sheets: readonly SheetPart[]; readonly from1904: boolean } {
  const targets = new Map<string, string>();
  watch(archive, 'xl/_rels/workbook.xml.rels', {
    open: (name, attribute) => {
      const [id, type, target] = [attribute('Id'), attribute('Type'), attribute('Target')];
      // Sheets that are charts or dialogs hold no table; what lies outside the file is not fetched.
      const isSheet = type?.endsWith('/worksheet') === true && attribute('TargetMode') !== 'External';
      if (name === 'Relationship' && isSheet && id !== undefined && target !== undefined) targets.set(id, target);
    },
  });
  const sheets: SheetPart[] = [];
  let from1904 = false;
  watch(archive, 'xl/workbook.xml', {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = isOn(attribute('date1904'));
      if (name !== 'sheet') return;
      const target = targets.get(attribute('r:id') ?? attribute('id') ?? '');
      if (target === undefined) return;
      sheets.push({
        name: attribute('name') ?? '',
        part: target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`,
        hidden: attribute('state') === 'hidden' || attribute('state') === 'veryHidden',
      });
    },
  });
  return { sheets, from1904 };
}

export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

const ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

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

/** The texts that cells point at, each one cell for all that say it. */
export function sharedTexts(archive: Archive): readonly (Cell | undefined)[] {
  const texts: (Cell | undefined)[] = [];
  const one = new TextInParts();
  watch(archive, 'xl/sharedStrings.xml', {
    open: (name) => one.open(name),
    text: (text) => one.add(text),
    close: (name) => {
      one.close(name);
      if (name === 'si') texts.push(textCell(one.take()));
    },
  });
  return texts;
}

/** A text whose runs are formatted each for itself; how it is pronounced is none of it. */
export class TextInParts {
  #text = '';
  #isText = false;
  #isPronunciation = false;

  open(name: string): void {
    if (name === 'rPh') this.#isPronunciation = true;
    else if (name === 't') this.#isText = !this.#isPronunciation;
  }

  add(text: string): void {
    if (this.#isText) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#isPronunciation = false;
    else if (name === 't') this.#isText = false;
  }

  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

/** How a number is shown: as a date, or by a format that tells percents and decimals. */
export type NumberStyle = 'date' | { readonly format: string };

/** Of the formats that a workbook need not declare those that are read otherwise than as they are. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [2, '0.00'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
]);
const DATES: ReadonlySet<number> = new Set(
  [
    [14, 22],
    [27, 36],
    [45, 47],
    [50, 58],
  ].flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
);

/** By the number that cells give; a workbook without styles has none. */
export function numberStyles(archive: Archive): readonly NumberStyle[] {
  const declared = new Map<number, string>();
  const used: number[] = [];
  let isOfCells = false;
  watch(archive, 'xl/styles.xml', {
    open: (name, attribute) => {
      const id = Number(attribute('numFmtId') ?? '0');
      if (name === 'numFmt') declared.set(id, attribute('formatCode') ?? '');
      else if (name === 'cellXfs') isOfCells = true;
      else if (name === 'xf' && isOfCells) used.push(id);
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return used.map((id) => {
    const format = declared.get(id);
    if (format === undefined) return DATES.has(id) ? 'date' : { format: BUILT_IN.get(id) ?? '' };
    return isDateFormat(format) ? 'date' : { format };
  });
}

/** Whether a format shows a day or a time: letters of dates outside of texts, colours and conditions. */
function isDateFormat(format: string): boolean {
  if (/\[(?:h+|m+|s+)\]/i.test(format)) return true;
  const bare = format
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[*_]./g, '');
  return /[ydhms]|a\/p|a{3,}/i.test(bare.replace(/General/gi, ''));
}
