/** Dates that are likely meant: today, the ends of months and quarters, or what a member asks for in particular. */
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
  tomorrow: { en: 'tomorrow', zh: '明天' },
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
  const { year } = civil(today);
  if (grain === 'year') {
    for (const each of [year, year + 1, year + 2, year - 1]) add(yearPeriod(each), words.year);
    return found;
  }
  if (grain === 'half-year') {
    const start = halfStart(today);
    for (const months of [0, -6, -12]) {
      const date = civil(addMonths(start, months));
      add(halfPeriod(date.year, date.month === 1 ? 1 : 2), words.half);
    }
    return found;
  }
  add(dayPeriod(today), words.today);
  if (status !== today) add(dayPeriod(status), words.statusDate);
  add(dayPeriod(monthEnd(today)), words.monthEnd);
  if (grain === 'day') {
    add(dayPeriod(addDays(today, 1)), words.tomorrow);
    return found;
  }
  for (let month = 0; month < HOW_MANY_MONTHS; month++) {
    const date = civil(addMonths(monthStart(today), month));
    add(monthPeriod(date.year, date.month), words.month, '底');
  }
  for (let quarter = 0; quarter < HOW_MANY_QUARTERS; quarter++) {
    const date = civil(addMonths(quarterStart(today), quarter * 3));
    add(quarterPeriod(date.year, Math.ceil(date.month / 3)), words.quarter, '末');
  }
  add(yearPeriod(year), words.year, '底');
  return found;
}
