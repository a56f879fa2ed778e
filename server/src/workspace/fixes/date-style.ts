/** How dates are spelled in a text, and a day spelled as another date was. */
import { civil, type Day, formatDay } from '../../model/day.js';
import {
  dayPeriod,
  formatPeriod,
  halfPeriod,
  monthPeriod,
  type Period,
  parseDate,
  quarterPeriod,
  yearPeriod,
} from '../../model/period.js';

export type DateStyle = (day: Day) => string;

export const CHINESE: DateStyle = (day) => formatPeriod(dayPeriod(day), 'zh');

function separated(by: string): DateStyle {
  return (given) => {
    const { year, month, day } = civil(given);
    return [year, month, day].join(by);
  };
}

const DATE_STYLES: readonly (readonly [RegExp, DateStyle])[] = [
  [/\d{4}-\d\d?-\d\d?(?!\d)/g, formatDay],
  [/\d{4}年\d\d?月\d\d?日/g, CHINESE],
  [/\d{4}\/\d\d?\/\d\d?(?!\d)/g, separated('/')],
  [/\d{4}\.\d\d?\.\d\d?(?!\d)/g, separated('.')],
];

/** As most days in the text are spelled; undefined where there are none. */
export function dateStyleIn(text: string): DateStyle | undefined {
  let most = 0;
  let found: DateStyle | undefined;
  for (const [pattern, style] of DATE_STYLES) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > most) [most, found] = [count, style];
  }
  return found;
}

/**
 * The day as the other date is spelled, where that says the very day: `2026年6月底` ⇒ `2026年7月底`, `2026-Q2` ⇒
 * `2026-Q3`, `2026/6/30` ⇒ `2026/7/15`. `edge`: which day of a month or a quarter it stands for.
 */
export function spelledLike(was: string, edge: 'first' | 'last', day: Day): string | undefined {
  const old = parseDate(was);
  if (!old.ok) return undefined;
  const { grain } = old.period;
  if (grain === 'day') return dateStyleIn(was)?.(day);
  const period = around(day, grain);
  if (period === undefined || period[edge] !== day) return undefined;
  const isChinese = was.includes('年');
  const endOf = isChinese && old.endOf ? (/[底末]前?$/.exec(was)?.[0] ?? '') : '';
  const made = formatPeriod(period, isChinese ? 'zh' : 'en') + endOf;
  const read = parseDate(made);
  return read.ok && read.period[edge] === day ? made : undefined;
}

function around(day: Day, grain: Period['grain']): Period | undefined {
  const { year, month } = civil(day);
  switch (grain) {
    case 'month':
      return monthPeriod(year, month);
    case 'quarter':
      return quarterPeriod(year, Math.ceil(month / 3));
    case 'half':
      return halfPeriod(year, Math.ceil(month / 6));
    case 'year':
      return yearPeriod(year);
    default:
      return undefined;
  }
}
