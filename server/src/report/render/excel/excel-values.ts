/** What a cell of a report is in a spreadsheet: a number, a day or a text, and how it is shown. */

import type { Lang } from '../../../model/lang.js';
import { fromDecimalString, type Rational, toDecimalString } from '../../../model/rational.js';
import type { Cell, Column, Inlines, Light } from '../../document.js';
import { visibleLines } from '../../invisible-characters.js';
import { lightText, plainText } from '../../plain-text.js';
import { lightSigns } from '../../wording/document-words.js';
import { shortDay } from '../../wording/long-day.js';

export interface ExcelValue {
  readonly value: string | number | null;
  readonly format?: string;
  readonly light?: Light;
  /** The exact figure behind a number, as the report has it: in the column's unit, percents in percent. */
  readonly exact?: string;
}

/** Decimals that a column shows: as many as its most exact figure. */
export function decimalsOf(cells: readonly (Cell | undefined)[], lang: Lang): number {
  return Math.max(
    0,
    ...cells.map((cell) => (figureIn(plainText(cell?.content ?? [], lang))?.digits.split('.')[1] ?? '').length),
  );
}

export function excelValue(cell: Cell | undefined, column: Column, decimals: number, lang: Lang): ExcelValue {
  const content = cell?.content ?? [];
  const shown = plainText(content, lang).trim();
  const light = lightIn(content);
  const words = { value: shown === '—' ? null : wordsOf(content, lang), ...(light === undefined ? {} : { light }) };
  if (cell?.value === null || shown === '') return { ...words, value: null };
  switch (column.kind) {
    case 'money':
    case 'number':
    case 'percent': {
      const number = numberOf(cell?.value, shown, column.kind === 'percent', decimals);
      return number === undefined ? words : { ...words, ...number };
    }
    case 'date': {
      const day = dayOf(cell?.value ?? shown, shown);
      return day === undefined ? words : { ...words, ...day };
    }
    default:
      return words;
  }
}

/** One cell of Excel holds no more. */
const MOST_SIGNS = 32_767;

/** Texts as they are: none of them is ever read as a formula, because it is stored as a text. */
export function textValue(text: string): string {
  const written = visibleLines(text);
  return written.length <= MOST_SIGNS ? written : `${written.slice(0, MOST_SIGNS - 1)}…`;
}

/** Signs before the words of lights, as on paper. */
export function wordsOf(content: Inlines, lang: Lang): string {
  return textValue(
    content
      .map((inline) =>
        inline.type === 'light' ? `${lightSigns[inline.light]} ${lightText(inline, lang)}` : plainText([inline], lang),
      )
      .join(''),
  );
}

function lightIn(content: Inlines): Light | undefined {
  for (const inline of content) {
    if (inline.type === 'light') return inline.light;
    const inner =
      inline.type === 'strong' || inline.type === 'emphasis' || inline.type === 'muted'
        ? lightIn(inline.content)
        : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

interface Figure {
  /** 约 or ~ before a figure that is only known about. */
  readonly about: string;
  /** Digits without commas. */
  readonly digits: string;
}

/** The text, if it is a figure and nothing else. */
function figureIn(shown: string): Figure | undefined {
  const [, about, digits] = /^([~约]?)([-−]?\d[\d,]*(?:\.\d+)?)%?$/.exec(shown) ?? [];
  if (about === undefined || digits === undefined) return undefined;
  return { about, digits: digits.replaceAll(',', '').replace('−', '-') };
}

function numberOf(
  exact: string | undefined,
  shown: string,
  percent: boolean,
  decimals: number,
): ExcelValue | undefined {
  const figure = figureIn(shown);
  if (figure === undefined || (percent && !shown.endsWith('%'))) return undefined;
  // What is shown is what was computed: a value that would be shown as another figure gives way to it.
  const digits = exact !== undefined && showsAs(exact, figure.digits) ? exact : figure.digits;
  const value = Number(percent ? `${digits}e-2` : digits);
  if (!Number.isFinite(value)) return undefined;
  const places = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`;
  const format = `${figure.about === '' ? '' : `"${figure.about}"`}${percent ? `0${places}%` : `#,##0${places}`}`;
  return { value, format, exact: digits };
}

function showsAs(exact: string, shown: string): boolean {
  const value = decimal(exact);
  const digits = (shown.split('.')[1] ?? '').length;
  return value !== undefined && Number(toDecimalString(value, digits)) === Number(shown);
}

export function decimal(text: string): Rational | undefined {
  return fromDecimalString(text)?.value;
}

const EPOCH = Date.UTC(1899, 11, 30);

/** A day as Excel counts them; shown as the report says it, which may be coarser than a day. */
function dayOf(iso: string, shown: string): ExcelValue | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const value = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - EPOCH) / 86_400_000;
  // Before March 1900 Excel counts a day that never was.
  if (value < 61 || shown.length > LONGEST_FORMAT) return undefined;
  const format = shown === iso ? 'yyyy-mm-dd' : WRITTEN.find(([lang]) => shown === shortDay(iso, lang))?.[1];
  return { value, format: format ?? literal(shown) };
}

const LONGEST_FORMAT = 200;

/** Days as they are written beside coarser dates. */
const WRITTEN = [
  ['zh', 'yyyy"年"m"月"d"日"'],
  ['en', 'd mmm yyyy'],
] as const;

/** A number format that shows these words whatever the number. */
function literal(words: string): string {
  return `"${textValue(words).replaceAll('"', '”')}"`;
}
