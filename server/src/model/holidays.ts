/** Official holidays by country, from the bundled data. */
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, civil, type Day, parseIsoDay } from './day.js';
import type { Bilingual } from './lang.js';

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
}

const TABLES: ReadonlyMap<string, () => CountryHolidays> = new Map([
  // The State Council's yearly notices as kept by the package chinese-days. Only its data: its functions use local time.
  ['CN', once(() => readTable(chineseDays.holidays, chineseDays.workdays))],
]);

/** The official holidays of a country (ISO 3166 code as in `holidays CN`); undefined where none are known. */
export function officialHolidays(country: string): CountryHolidays | undefined {
  return TABLES.get(country)?.();
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
  return { days, years };
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
