/** Dates that are likely meant: the status date, the ends of months and quarters from there on, or what a member asks for. */
import { CompletionItemKind } from 'vscode-languageserver';
import type { Grain } from '../../../../../grammar/shapes.js';
import { WEEKDAYS } from '../../../model/calendar.js';
import {
  addDays,
  addMonths,
  civil,
  type Day,
  halfStart,
  monthEnd,
  monthStart,
  quarterStart,
  weekday,
} from '../../../model/day.js';
import type { Bilingual, Lang } from '../../../model/lang.js';
import {
  dayPeriod,
  formatPeriod,
  halfPeriod,
  monthPeriod,
  type Period,
  quarterPeriod,
  yearPeriod,
} from '../../../model/period.js';
import type { Proposal } from './names.js';

const words = {
  today: { en: 'today', zh: '今天' },
  statusDate: { en: 'status date', zh: '截至日' },
  dayBefore: { en: 'the day before', zh: '前一天' },
  dayAfter: { en: 'the day after', zh: '后一天' },
  monthBefore: { en: 'end of the month before', zh: '上月底' },
  monthEnd: { en: 'end of the month', zh: '月底' },
  month: { en: 'until the end of the month', zh: '到月底' },
  quarter: { en: 'until the end of the quarter', zh: '到季度末' },
  half: { en: 'half year', zh: '半年' },
  year: { en: 'year', zh: '年' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const HOW_MANY_MONTHS = 6;
const HOW_MANY_QUARTERS = 4;

export interface DateContext {
  /** What the statement asks for. */
  readonly grain: Grain;
  readonly today: Day;
  readonly status: Day;
  /** How the plan spells its dates. */
  readonly vocabulary: Lang;
  readonly lang: Lang;
}

export function datesFor({ grain, today, status, vocabulary, lang }: DateContext): readonly Proposal[] {
  const found: Proposal[] = [];
  const add = (period: Period, word: Bilingual, end = ''): void => {
    const label = `${formatPeriod(period, vocabulary)}${vocabulary === 'zh' ? end : ''}`;
    const named = period.grain === 'day' ? `${word[lang]} · ${WEEKDAYS[weekday(period.first)][lang]}` : word[lang];
    if (found.some((other) => other.label === label)) return;
    found.push({ label, insert: label, kind: CompletionItemKind.Value, detail: named, rank: 0 });
  };
  const { year } = civil(status);
  if (grain === 'year') {
    for (const each of [year, year + 1, year + 2, year - 1]) add(yearPeriod(each), words.year);
    return found;
  }
  if (grain === 'half-year') {
    const start = halfStart(status);
    for (const months of [0, -6, -12]) {
      const date = civil(addMonths(start, months));
      add(halfPeriod(date.year, date.month === 1 ? 1 : 2), words.half);
    }
    return found;
  }
  // Around the day as of which the plan is judged: who writes up last year's plan does not mean this week.
  add(dayPeriod(status), status === today ? words.today : words.statusDate);
  add(dayPeriod(monthEnd(status)), words.monthEnd);
  if (grain === 'day') {
    add(dayPeriod(addDays(monthStart(status), -1)), words.monthBefore);
    add(dayPeriod(addDays(status, -1)), words.dayBefore);
    add(dayPeriod(addDays(status, 1)), words.dayAfter);
    add(dayPeriod(today), words.today);
    return found;
  }
  for (let month = 0; month < HOW_MANY_MONTHS; month++) {
    const date = civil(addMonths(monthStart(status), month));
    add(monthPeriod(date.year, date.month), words.month, '底');
  }
  for (let quarter = 0; quarter < HOW_MANY_QUARTERS; quarter++) {
    const date = civil(addMonths(quarterStart(status), quarter * 3));
    add(quarterPeriod(date.year, Math.ceil(date.month / 3)), words.quarter, '末');
  }
  add(yearPeriod(year), words.year, '底');
  add(dayPeriod(today), words.today);
  return found;
}
