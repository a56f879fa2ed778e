/** A workbook as a program of its own reads it: sheets with cells, by XML and nothing else. */
import { elements, type OfficeFile, openOffice, type XmlElement } from './office-file.js';

interface WorkbookCell {
  /** `B7` */
  readonly at: string;
  readonly value: string | number | null;
  readonly formula?: string;
  /** The number format. */
  readonly format: string;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, WorkbookCell>;
  readonly xml: XmlElement;
}

export interface Workbook extends OfficeFile {
  readonly sheets: readonly WorkbookSheet[];
  readonly formats: readonly string[];
}

export function openWorkbook(bytes: Uint8Array): Workbook {
  const file = openOffice(bytes);
  const part = (path: string): XmlElement => {
    const found = file.parts.get(path);
    if (found === undefined) throw new Error(`no ${path}`);
    return found;
  };
  const shared = file.parts.get('xl/sharedStrings.xml');
  const strings = shared === undefined ? [] : elements(shared, 'si').map(wordsIn);
  const styles = part('xl/styles.xml');
  const custom = new Map(
    elements(styles, 'numFmt').map((each) => [
      each.attributes.get('numFmtId') ?? '',
      each.attributes.get('formatCode') ?? '',
    ]),
  );
  const BUILT_IN = new Map([
    ['3', '#,##0'],
    ['4', '#,##0.00'],
    ['9', '0%'],
    ['10', '0.00%'],
  ]);
  const [xfs] = elements(styles, 'cellXfs');
  const formatOf = (style: string | undefined): string => {
    const id = elements(xfs ?? styles, 'xf')[Number(style ?? 0)]?.attributes.get('numFmtId') ?? '0';
    return custom.get(id) ?? BUILT_IN.get(id) ?? '';
  };
  const targets = new Map(
    elements(part('xl/_rels/workbook.xml.rels'), 'Relationship').map((each) => [
      each.attributes.get('Id') ?? '',
      (each.attributes.get('Target') ?? '').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  const sheets = elements(part('xl/workbook.xml'), 'sheet').map((sheet): WorkbookSheet => {
    const xml = part(targets.get(sheet.attributes.get('r:id') ?? '') ?? '');
    const cells = elements(xml, 'c').map((c): WorkbookCell => {
      const at = c.attributes.get('r') ?? '';
      const [v] = elements(c, 'v').map(wordsIn);
      const [f] = elements(c, 'f').map(wordsIn);
      const type = c.attributes.get('t');
      const text = type === 's' ? strings[Number(v)] : type === 'inlineStr' ? wordsIn(c) : v;
      const value = text === undefined ? null : type === undefined || type === 'n' ? Number(text) : text;
      return { at, value, format: formatOf(c.attributes.get('s')), ...(f === undefined ? {} : { formula: f }) };
    });
    return { name: sheet.attributes.get('name') ?? '', cells: new Map(cells.map((each) => [each.at, each])), xml };
  });
  return { ...file, sheets, formats: [...custom.values()] };
}

function wordsIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : wordsIn(child))).join('');
}

/** What Excel would calculate: the formulas that totals are made of. */
export function calculate(formula: string, sheet: WorkbookSheet): number {
  const number = (at: string): number => {
    const value = sheet.cells.get(at)?.value;
    return typeof value === 'number' ? value : 0;
  };
  const [, column = '', first = '', last = ''] = /^SUBTOTAL\(9,([A-Z]+)(\d+):\1(\d+)\)$/.exec(formula) ?? [];
  if (column !== '') {
    let sum = 0;
    for (let row = Number(first); row <= Number(last); row++) sum += number(`${column}${row}`);
    return sum;
  }
  const [, list] = /^SUM\(([A-Z\d,]+)\)$/.exec(formula) ?? [];
  if (list !== undefined) return list.split(',').reduce((sum, at) => sum + number(at), 0);
  const [, part = '', whole = ''] = /^IF\([A-Z]+\d+=0,"",([A-Z]+\d+)\/([A-Z]+\d+)\)$/.exec(formula) ?? [];
  if (part === '') throw new Error(`not known: ${formula}`);
  return number(part) / number(whole);
}

/** A day as Excel counts it. */
export function isoDay(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}
