/** Dates as ledgers hold them: typed, as serial numbers, or short because the year is the plan's. */
import { dayOf } from '../../model/day.js';
import { dayPeriod, type Period, parseDate, parseDateAfter, yearPeriod } from '../../model/period.js';
import { serialDay } from '../spreadsheet/read-xlsx.js';
import type { Cell } from '../spreadsheet/sheet.js';

export type DateReading =
  /** `rest`: there were words around the date that the date does not say. */
  | { readonly ok: true; readonly period: Period; readonly how?: 'serial' | 'plan-year'; readonly rest?: true }
  | { readonly ok: false; readonly why: 'not-a-date' | 'no-such-date' | 'january-or-october' | 'no-year' };

/** The serial numbers of 1982 to 2064: as a number in a column of dates nothing else is meant. */
const SERIALS = { from: 30_000, to: 60_000 };

/** `year` is the plan's, for dates that name none. */
export function readDate(cell: Cell, year: number | undefined): DateReading {
  if (cell.day !== undefined) return { ok: true, period: dayPeriod(cell.day) };
  const text = cell.text.normalize('NFKC').trim();
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    const serial = Number(text);
    if (serial >= SERIALS.from && serial < SERIALS.to)
      return { ok: true, period: dayPeriod(serialDay(serial + (cell.from1904 === true ? 1462 : 0))), how: 'serial' };
  }
  // A spreadsheet keeps 2026.10 as the number 2026.1.
  if (cell.isNumber === true && /^\d{4}\.1$/.test(text)) return { ok: false, why: 'january-or-october' };
  return dateIn(text, year);
}

const AROUND =
  /^(?:已于|于|预计|计划|拟|力争|争取|确保|约)?(.*?)(?:左右|开工|开工建设|动工|竣工|完工|完成|建成|投产|建成投产)?$/;

function dateIn(text: string, year: number | undefined): DateReading {
  const read = parseDate(text);
  if (read.ok) return { ok: true, period: read.period };
  if (read.reason === 'no-such-date') return { ok: false, why: 'no-such-date' };
  const [, inner = ''] = AROUND.exec(text) ?? [];
  if (inner !== '' && inner !== text) {
    const plain = dateIn(inner, year);
    return plain.ok ? { ...plain, rest: true } : plain;
  }
  const full = inFull(text, year);
  if (full !== text) return dateIn(full, year);
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: .*)?$/.exec(text);
  if (us !== null) {
    // 5/6/2026 is a day in May or in June, as the country has it; 15/6/2026 is one day only.
    const [a, b, y] = us.slice(1).map(Number);
    const days = [dayOf(y ?? 0, a ?? 0, b ?? 0), dayOf(y ?? 0, b ?? 0, a ?? 0)].filter((day) => day !== undefined);
    const [day] = days;
    return day !== undefined && (days.length === 1 || a === b) ? { ok: true, period: dayPeriod(day) } : NO_DATE;
  }
  const withTime = /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[ T]\d{1,2}:\d\d/.exec(text)?.[1];
  if (withTime !== undefined) return dateIn(withTime, year);
  const short = /^(?:\d{1,2}月|第?[一二三四1-4]季度|[上下]半年|年底|年末|年内|全年)/.test(text);
  if (!short) return NO_DATE;
  if (year === undefined) return { ok: false, why: 'no-year' };
  if (/^(?:年底|年末|年内|全年)前?$/.test(text)) return { ok: true, period: yearPeriod(year), how: 'plan-year' };
  const completed = parseDate(`${year}年${text}`);
  return completed.ok ? { ok: true, period: completed.period, how: 'plan-year' } : { ok: false, why: completed.reason };
}

/** 6月初, 26年6月, 明年底, 2026.Q4 and Q4 2026 as the language has them. */
function inFull(text: string, year: number | undefined): string {
  const ofYear = (later: number) => (word: string) => (year === undefined ? word : `${year + later}年`);
  return text
    .replace(/(\d{1,2})月初/, '$1月上旬')
    .replace(/(\d{1,2})月中(?!旬)/, '$1月中旬')
    .replace(/^([0-7]\d)年(?=.)/, '20$1年')
    .replace(/^(?:今年|本年|当年)/, ofYear(0))
    .replace(/^(?:明年|次年)/, ofYear(1))
    .replace(/^(\d{4})[./]\s*q([1-4])$/i, '$1-Q$2')
    .replace(/^q([1-4])[ /.,-]*(\d{4})$/i, '$2-Q$1');
}

const NO_DATE = { ok: false, why: 'not-a-date' } as const;

export type SpanReading =
  | { readonly ok: true; readonly from: Period; readonly to: Period }
  | { readonly ok: false; readonly why: 'not-a-span' | 'year-or-month' };

/** `2026-2028`, `2026.3-2028.12`, `2026年3月至2028年底`; a year alone is that year. */
export function readSpan(cell: Cell, year: number | undefined): SpanReading {
  const text = cell.text.normalize('NFKC').replace(/\s+/g, '');
  // 2009-10: October, or up to 2010?
  if (/^\d{4}-\d{1,2}$/.test(text)) return { ok: false, why: 'year-or-month' };
  if (cell.day === undefined) {
    for (const [first, second] of halves(text)) {
      const from = dateIn(first, year);
      if (!from.ok || from.rest === true) continue;
      const to = dateIn(second, year);
      if (to.ok && /\d{4}/.test(second)) return { ok: true, from: from.period, to: to.period };
      const after = parseDateAfter(from.period, second);
      if (after.ok) return { ok: true, from: from.period, to: after.period };
    }
    if (/^\d{4}年?$/.test(text)) {
      const only = dateIn(text, year);
      if (only.ok) return { ok: true, from: only.period, to: only.period };
    }
  }
  return { ok: false, why: 'not-a-span' };
}

/** The ways in which a text falls into two halves at a sign for 'to'. */
function* halves(text: string): Generator<readonly [string, string]> {
  for (const sign of ['至', '到', '——', '—', '–', '~', '-', 'to']) {
    for (let at = text.indexOf(sign, 1); at > 0; at = text.indexOf(sign, at + 1)) {
      yield [text.slice(0, at), text.slice(at + sign.length)];
    }
  }
}
