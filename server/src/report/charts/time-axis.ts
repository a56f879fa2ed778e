/** The time axis of charts. */
import {
  addDays,
  addMonths,
  civil,
  type Day,
  monthStart,
  quarterStart,
  weekStart,
  yearStart,
} from '../../model/day.js';
import type { Lang } from '../../model/lang.js';

/** A period on the axis, clipped to what the picture shows: [start, end) in boundaries between days. */
interface AxisSpan {
  readonly start: Day;
  readonly end: Day;
  readonly label: string;
}

/** Two tiers of periods: the coarse one above, the fine one with the grid lines below. */
export interface TimeAxis {
  readonly upper: readonly AxisSpan[];
  readonly lower: readonly AxisSpan[];
}

interface Tier {
  readonly first: (day: Day) => Day;
  readonly next: (day: Day) => Day;
  readonly name: (start: Day, lang: Lang) => string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const weeks: Tier = {
  first: weekStart,
  next: (day) => addDays(day, 7),
  name: (day) => String(civil(day).day),
};
const months: Tier = {
  first: monthStart,
  next: (day) => addMonths(day, 1),
  name: (day, lang) => (lang === 'zh' ? `${civil(day).month}月` : (MONTHS[civil(day).month - 1] ?? '')),
};
const monthsOfYear: Tier = { ...months, name: (day, lang) => monthOfYear(day, lang) };
const quarters: Tier = {
  first: quarterStart,
  next: (day) => addMonths(day, 3),
  name: (day, lang) => {
    const quarter = Math.ceil(civil(day).month / 3);
    return lang === 'zh' ? `${'一二三四'.charAt(quarter - 1)}季度` : `Q${quarter}`;
  },
};
const years: Tier = {
  first: yearStart,
  next: (day) => addMonths(day, 12),
  name: (day, lang) => (lang === 'zh' ? `${civil(day).year}年` : String(civil(day).year)),
};

function monthOfYear(day: Day, lang: Lang): string {
  const { year, month } = civil(day);
  return lang === 'zh' ? `${year}年${month}月` : `${MONTHS[month - 1] ?? ''} ${year}`;
}

/** The finest tiers whose labels have room when a day is `dayWidth` px wide. */
export function timeAxis(from: Day, to: Day, dayWidth: number, lang: Lang): TimeAxis {
  const [upper, lower] =
    dayWidth * 7 >= 22
      ? [monthsOfYear, weeks]
      : dayWidth * 28 >= 28
        ? [years, months]
        : dayWidth * 90 >= 44
          ? [years, quarters]
          : [years, years];
  return { upper: spans(upper, from, to, lang), lower: lower === upper ? [] : spans(lower, from, to, lang) };
}

function spans(tier: Tier, from: Day, to: Day, lang: Lang): AxisSpan[] {
  const result: AxisSpan[] = [];
  for (let at = tier.first(from); at < to; at = tier.next(at)) {
    const end = tier.next(at);
    if (end > from) result.push({ start: at < from ? from : at, end: end > to ? to : end, label: tier.name(at, lang) });
  }
  return result;
}
