/** Official holidays by country, from the bundled data. */
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, civil, type Day, dayOf, parseIsoDay } from './day.js';
import type { Bilingual } from './lang.js';
import { lunarDay, qingming } from './lunar.js';

/** Days running that an official notice sets apart for one reason: off, or worked to make up for days off. */
interface OfficialDays {
  readonly first: Day;
  readonly last: Day;
  readonly working: boolean;
  /** The festival, also of a make-up working day. */
  readonly name: Bilingual;
}

export interface CountryHolidays {
  /** In order of time, without overlap. */
  readonly days: readonly OfficialDays[];
  /** The years that a notice is known for. */
  readonly years: ReadonlySet<number>;
  /** The days off that the law names for a year whose notice is not out, in order of time: no make-up days. */
  readonly provisional: (year: number) => readonly OfficialDays[];
}

const TABLES: ReadonlyMap<string, () => CountryHolidays> = new Map([
  // The State Council's yearly notices as kept by the package chinese-days. Only its data: its functions use local time.
  ['CN', once(() => readTable(chineseDays.holidays, chineseDays.workdays))],
]);

/** The official holidays of a country (ISO 3166 code as in `holidays CN`); undefined where none are known. */
export function officialHolidays(country: string): CountryHolidays | undefined {
  return TABLES.get(country)?.();
}

/** The names that `officialHolidays` knows. */
export function holidayCountries(): readonly string[] {
  return [...TABLES.keys()];
}

type Table = Readonly<Record<string, string>>;

function readTable(off: Table, madeUp: Table): CountryHolidays {
  const entries = [...readDays(off, false), ...readDays(madeUp, true)].sort((a, b) => a.first - b.first);
  const days: OfficialDays[] = [];
  for (const entry of entries) {
    const previous = days.at(-1);
    const continues =
      previous &&
      entry.first === addDays(previous.last, 1) &&
      entry.working === previous.working &&
      entry.name.zh === previous.name.zh;
    if (continues) days[days.length - 1] = { ...previous, last: entry.last };
    else days.push(entry);
  }
  // A make-up day of December can come from the next year's notice, so only the days off tell which notices are there.
  const years = new Set(entries.filter((entry) => !entry.working).map((entry) => civil(entry.first).year));
  return { days, years, provisional: statutoryDays };
}

/**
 * The days that the State Council's regulation on national holidays (as of 2025) sets apart in every year. Where the
 * lunar table ends those of the lunar calendar are missing.
 */
function statutoryDays(year: number): readonly OfficialDays[] {
  const newYear = lunarDay(year, 1, 1);
  const days = [
    span(dayOf(year, 1, 1), 1, { en: "New Year's Day", zh: '元旦' }),
    span(newYear && addDays(newYear, -1), 4, { en: 'Spring Festival', zh: '春节' }),
    span(qingming(year), 1, { en: 'Tomb-sweeping Day', zh: '清明' }),
    span(dayOf(year, 5, 1), 2, { en: 'Labour Day', zh: '劳动节' }),
    span(lunarDay(year, 5, 5), 1, { en: 'Dragon Boat Festival', zh: '端午' }),
    span(lunarDay(year, 8, 15), 1, { en: 'Mid-autumn Festival', zh: '中秋' }),
    span(dayOf(year, 10, 1), 3, { en: 'National Day', zh: '国庆节' }),
  ].flat();
  return days.sort((a, b) => a.first - b.first);
}

function span(first: Day | undefined, length: number, name: Bilingual): OfficialDays[] {
  return first === undefined ? [] : [{ first, last: addDays(first, length - 1), working: false, name }];
}

/** The package writes `"2026-10-01": "National Day,国庆节,3"`. */
function readDays(table: Table, working: boolean): OfficialDays[] {
  return Object.entries(table).map(([date, names]) => {
    const day = parseIsoDay(date);
    const [en, zh] = names.split(',');
    if (day === undefined || en === undefined || zh === undefined) throw new Error(`holiday data: ${date} ${names}`);
    return { first: day, last: day, working, name: { en, zh } };
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
