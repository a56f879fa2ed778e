/** The parts of an Excel file beside its sheets and texts: which sheets there are, and how cells are shown. */
import { parser } from 'sax';
import type { Bilingual } from '../../model/lang.js';
import type { Archive } from './archive-limits.js';

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

/** Of elements whose being there says yes: `<strike/>`. */
export function isOnUnlessSaid(value: string | undefined): boolean {
  return value === undefined || isOn(value);
}

/** The parts that a sheet, or the workbook, refers to with a kind, by names of the archive. */
export function relatedParts(archive: Archive, part: string, kind: string): readonly string[] {
  const [folder, file] = [part.slice(0, part.lastIndexOf('/') + 1), part.slice(part.lastIndexOf('/') + 1)];
  const found: string[] = [];
  watch(archive, `${folder}_rels/${file}.rels`, {
    open: (name, attribute) => {
      const [type, target] = [attribute('Type'), attribute('Target')];
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      if (type?.endsWith(`/${kind}`) === true && target !== undefined) found.push(resolved(folder, target));
    },
  });
  return found;
}

/** `../comments1.xml` seen from `xl/worksheets/` is `xl/comments1.xml`. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

/** How a cell is shown: a number as a date, or by a format that tells percents and decimals; struck through or not. */
export interface CellStyle {
  readonly isDate: boolean;
  readonly format: string;
  readonly isStruck: boolean;
}

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
export function cellStyles(archive: Archive): readonly CellStyle[] {
  const declared = new Map<number, string>();
  const used: { readonly format: number; readonly font: number }[] = [];
  const struck: boolean[] = [];
  let within: 'fonts' | 'cellXfs' | undefined;
  watch(archive, 'xl/styles.xml', {
    open: (name, attribute) => {
      if (name === 'fonts' || name === 'cellXfs') within = name;
      else if (name === 'numFmt') declared.set(Number(attribute('numFmtId') ?? '0'), attribute('formatCode') ?? '');
      else if (within === 'fonts' && name === 'font') struck.push(false);
      else if (within === 'fonts' && name === 'strike') struck[struck.length - 1] = isOnUnlessSaid(attribute('val'));
      else if (within === 'cellXfs' && name === 'xf')
        used.push({ format: Number(attribute('numFmtId') ?? '0'), font: Number(attribute('fontId') ?? '0') });
    },
    close: (name) => {
      if (name === within) within = undefined;
    },
  });
  return used.map(({ format: id, font }) => {
    const format = declared.get(id);
    const isStruck = struck[font] ?? false;
    if (format === undefined) return { isDate: DATES.has(id), format: BUILT_IN.get(id) ?? '', isStruck };
    return { isDate: isDateFormat(format), format, isStruck };
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
