/** Which year each table is about, and of which day its figures are: by its own words, the file's, or the caller's. */
import { type Day, dayOf } from '../../model/day.js';
import { monthPeriod, parseDate } from '../../model/period.js';
import type { Table } from './table.js';

export interface YearSaid {
  readonly value: number;
  readonly from: 'given' | 'sheet' | 'file' | 'today';
}

export interface TableTime {
  readonly table: Table;
  readonly year: number;
  readonly reportDay: Day | undefined;
  /** Other tables of the file are of other days, or of other years: what the latest says counts. */
  readonly isOfMany: { readonly years: boolean; readonly days: boolean };
}

export interface FileTimes {
  readonly year: YearSaid;
  /** The latest one. */
  readonly reportDay: Day | undefined;
  /** In the order of the tables. */
  readonly tables: readonly TableTime[];
}

export interface GivenTimes {
  readonly year?: number | undefined;
  readonly reportDay?: Day | undefined;
  readonly thisYear: number;
  readonly fileName: string;
}

/** What the caller gives is meant for tables that say nothing themselves, where several say different things. */
export function timesOf(tables: readonly Table[], given: GivenTimes): FileTimes {
  const years = said(tables, yearIn);
  const distinctYears = new Set(years.filter((year) => year !== undefined));
  const hasYears = distinctYears.size > 1;
  const ofFile = yearIn([given.fileName]);
  const [first] = distinctYears;
  const year: YearSaid =
    given.year !== undefined && !hasYears
      ? { value: given.year, from: 'given' }
      : first !== undefined
        ? { value: Math.max(...distinctYears), from: 'sheet' }
        : ofFile !== undefined
          ? { value: ofFile, from: 'file' }
          : { value: given.thisYear, from: 'today' };
  const yearOf = (index: number): number => (hasYears ? (years[index] ?? given.year) : undefined) ?? year.value;
  // A month alone is one of a year that somebody has said.
  const ofMonths = (index: number): number | undefined => (year.from === 'today' ? undefined : yearOf(index));
  const days = said(tables, (lines, index) => dayIn(lines, ofMonths(index)));
  const distinctDays = new Set(days.filter((day) => day !== undefined));
  const hasDays = distinctDays.size > 1;
  const [only] = distinctDays;
  const ofAll = given.reportDay ?? only ?? dayIn([given.fileName], ofMonths(-1));
  const [latest] = [...distinctDays].sort((a, b) => b - a);
  return {
    year,
    reportDay: hasDays ? latest : ofAll,
    tables: tables.map((table, index) => ({
      table,
      year: yearOf(index),
      reportDay: hasDays ? (days[index] ?? given.reportDay) : ofAll,
      isOfMany: { years: hasYears, days: hasDays },
    })),
  };
}

/** What each table says; a further table of a sheet is of the time that the one above it names. */
function said<T>(tables: readonly Table[], read: (lines: readonly string[], index: number) => T | undefined) {
  const found: (T | undefined)[] = [];
  for (const [index, { sheet, lines }] of tables.entries()) {
    const own = read([...lines, sheet.name], index);
    const isFurther = tables[index - 1]?.sheet.name === sheet.name;
    found.push(own ?? (isFurther ? found[index - 1] : undefined));
  }
  return found;
}

function yearIn(texts: readonly string[]): number | undefined {
  for (const text of texts) {
    const found = /(?<![\dA-Za-z])((?:19[5-9]|20)\d{2}|19[0-4]\d(?=\s*年))(?!\d)/.exec(text.normalize('NFKC'))?.[1];
    if (found !== undefined) return Number(found);
  }
  return undefined;
}

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(0?[1-9]|1[0-2]|十[一二]?|[一二三四五六七八九])';
const FROM = '(?:截[至止]到?|(?:1|一)月?[-—–~至到])?';
/** What a sheet that is called by its month adds to it. */
const KINDS = '(?:进展|进度|情况|月报|报表|报|台账|数据|汇总|更新|表)*';
const MONTH_ALONE = new RegExp(`^${FROM}${MONTH}月(?:份|底|末)?${KINDS}$`);
const MONTH_IN_LINE = new RegExp(`(?:截[至止]到?|(?:1|一)月?[-—–~至到])${MONTH}月(?:份|底|末)?(?:(\\d{1,2})日)?`);

/** 截至2026年3月31日, 2026年3月月报, 1-3月, as of 2026-03-31, a sheet called 3月, 2026.03 or Mar 2026: the last day of it. */
function dayIn(texts: readonly string[], year: number | undefined): Day | undefined {
  for (const text of texts) {
    const plain = text.normalize('NFKC').replace(/\s+/g, '');
    const named =
      /截[至止](?:到)?(\d{4}[年.\-/]\d{1,2}(?:[月.\-/](?:\d{1,2}日?)?)?底?)/.exec(plain)?.[1] ??
      /(\d{4}年\d{1,2}月(?:\d{1,2}日)?)/.exec(plain)?.[1] ??
      /asof(\d{4}-\d{2}-\d{2})/i.exec(plain)?.[1];
    const months = /(\d{4})年1[-—~至](\d{1,2})月/.exec(plain);
    const read = parseDate(months === null ? (named ?? '') : `${months[1]}年${months[2]}月`);
    if (read.ok) return read.period.last;
    const called = monthCalled(plain);
    if (called !== undefined) return called;
    const english = new RegExp(`^(${ENGLISH.join('|')})[a-z]*\\.?(\\d{4})?$`, 'i').exec(plain);
    const [, word = '', ofYear] = english ?? [];
    const inLine = MONTH_IN_LINE.exec(plain);
    const number = MONTH_ALONE.exec(plain)?.[1] ?? inLine?.[1];
    const month = english === null ? monthNumber(number) : ENGLISH.indexOf(word.toLowerCase()) + 1;
    const itsYear = ofYear === undefined ? year : Number(ofYear);
    if (month === undefined || itsYear === undefined) continue;
    const day = number === inLine?.[1] ? inLine?.[2] : undefined;
    const found = day === undefined ? monthPeriod(itsYear, month).last : dayOf(itsYear, month, Number(day));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** 202603, 2026.3, 2026-03, 2026_03. */
function monthCalled(plain: string): Day | undefined {
  const [, year, written, digits] =
    /^(20\d{2})(?:[.\-_/年](0?[1-9]|1[0-2])|(0[1-9]|1[0-2]))(?:月份?)?$/.exec(plain) ?? [];
  const month = written ?? digits;
  return year === undefined || month === undefined ? undefined : monthPeriod(Number(year), Number(month)).last;
}

function monthNumber(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const chinese = CHINESE.indexOf(written);
  return chinese >= 0 ? chinese + 1 : Number(written);
}
