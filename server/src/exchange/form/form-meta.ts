/** What a form knows of itself, in its hidden sheet: by this it is recognised, and what was changed in it is found. */
import { type Day, formatDay, parseIsoDay } from '../../model/day.js';
import type { Lang } from '../../model/lang.js';
import type { Cell, Sheet } from '../spreadsheet/sheet.js';
import {
  COLUMNS,
  FORM_VERSION,
  type Form,
  type FormValue,
  META_SHEET,
  PLACES,
  SHEET_TITLES,
  type SheetKey,
} from './form-model.js';

export interface FormMeta {
  readonly unit: string;
  readonly status: Day;
  readonly lang: Lang;
  readonly zeros: number;
  readonly currency: string;
  readonly sheets: readonly SheetKey[];
  /** The locked cells as they were handed out. */
  readonly locked: readonly LockedCell[];
  readonly projects: ReadonlyMap<string, string>;
}

interface LockedCell {
  readonly sheet: SheetKey;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const SHEETS = Object.keys(COLUMNS) as SheetKey[];

/** Columns A to E: the cells; G: the digest; H and I: what a new issue can be about, and the ids. */
export function metaRows(form: Form): readonly (readonly (string | null)[])[] {
  const head: readonly (readonly string[])[] = [
    ['planwright-form', `${FORM_VERSION}`, form.unit, formatDay(form.status), form.lang],
    ['amounts', `${form.zeros}`, form.currency, form.sheets.map(({ key }) => key).join(' '), ''],
  ];
  const locked = form.sheets.flatMap(({ key, rows }) =>
    rows.flatMap((row, index) => [
      ['cell', key, `${PLACES.first + index}`, '0', row.id],
      ...COLUMNS[key].flatMap((column, at) =>
        column.open && row.closed?.includes(column.key) !== true
          ? []
          : [
              [
                'cell',
                key,
                `${PLACES.first + index}`,
                `${at + PLACES.firstColumn}`,
                textOf(row.known.get(column.key) ?? null),
              ],
            ],
      ),
    ]),
  );
  const all = [...head, ...locked];
  const sum = digest([...all.flat(), ...form.projects.flatMap(({ choice, id }) => [choice, id])]);
  const length = Math.max(all.length, form.projects.length);
  return Array.from({ length }, (_, index) => {
    const [a = null, b = null, c = null, d = null, e = null] = all[index] ?? [];
    const project = form.projects[index];
    return [a, b, c, d, e, null, index === 0 ? sum : null, project?.choice ?? null, project?.id ?? null];
  });
}

/** As the reader of spreadsheets gives it back. */
function textOf(value: FormValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return plain(value);
  return 'day' in value ? formatDay(value.day) : value.figure;
}

/** Line ends and blanks are not told apart: programs that save a sheet write them in their own way. */
export function plain(text: string): string {
  return text
    .replace(/_x000D_/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** By its hidden sheet, or by the heads of another: without the hidden one it is still no ledger, only a damaged form. */
export function isForm(sheets: readonly Sheet[]): boolean {
  return sheets.some(
    (sheet) =>
      (sheet.name === META_SHEET && sheet.rows[0]?.[0]?.text === 'planwright-form') ||
      SHEETS.some((key) => hasHeads(sheet, key, 'zh') || hasHeads(sheet, key, 'en')),
  );
}

function hasHeads({ rows }: Sheet, key: SheetKey, lang: Lang): boolean {
  return COLUMNS[key].every(({ title }, index) => {
    const [begin = ''] = title[lang].split('{unit}');
    return plain(rows[PLACES.head]?.[index + PLACES.firstColumn]?.text ?? '').startsWith(plain(begin));
  });
}

/** Sheets that somebody has added and written on; what programs keep for themselves is hidden. */
export function addedSheets(sheets: readonly Sheet[], lang: Lang): readonly string[] {
  const own = new Set([META_SHEET, ...SHEETS.map((key) => SHEET_TITLES[key][lang])]);
  return sheets
    .filter(({ name, hidden, rows }) => !own.has(name) && !hidden && rows.some((row) => row.some(isWritten)))
    .map(({ name }) => name);
}

function isWritten(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.text.trim() !== '';
}

/** `changed`: the hidden sheet is not what was handed out, or is not there. */
export function readMeta(sheets: readonly Sheet[]): FormMeta | 'changed' | 'other-version' {
  const rows = sheets.find(({ name }) => name === META_SHEET)?.rows;
  if (rows === undefined) return 'changed';
  const text = (row: readonly (Cell | undefined)[] | undefined, column: number): string => row?.[column]?.text ?? '';
  const [first, second] = rows;
  if (text(first, 1) !== `${FORM_VERSION}`) return 'other-version';
  const cells = rows
    .filter((row) => text(row, 0) !== '')
    .map((row) => [0, 1, 2, 3, 4].map((column) => text(row, column)));
  const projects = rows.flatMap((row) => (text(row, 7) === '' ? [] : [[text(row, 7), text(row, 8)] as const]));
  const status = parseIsoDay(text(first, 3));
  const lang = text(first, 4);
  if (digest([...cells.flat(), ...projects.flat()]) !== text(first, 6) || status === undefined) return 'changed';
  return {
    unit: text(first, 2),
    status,
    lang: lang === 'zh' ? 'zh' : 'en',
    zeros: Number(text(second, 1)),
    currency: text(second, 2),
    sheets: SHEETS.filter((key) => text(second, 3).split(' ').includes(key)),
    locked: cells.flatMap(([kind, key, row, column, content]): LockedCell[] => {
      const sheet = SHEETS.find((each) => each === key);
      return kind !== 'cell' || sheet === undefined
        ? []
        : [{ sheet, row: Number(row), column: Number(column), text: content ?? '' }];
    }),
    projects: new Map(projects),
  };
}

export function sheetOfForm(sheets: readonly Sheet[], key: SheetKey, lang: Lang): Sheet | undefined {
  return sheets.find(({ name }) => name === SHEET_TITLES[key][lang]);
}

/** FNV-1a, 64 bits: enough to notice a change, no protection against one who means it. */
function digest(texts: readonly string[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const text of texts) {
    for (const character of `${text}\u0000`) {
      hash = ((hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn;
    }
  }
  return hash.toString(16).padStart(16, '0');
}
