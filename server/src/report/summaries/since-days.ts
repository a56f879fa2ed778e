/** The days that people ask about: since when something has changed. */
import type { Analysis } from '../../analysis/analysis.js';
import { addDays, type Day, monthStart } from '../../model/day.js';
import type { Bilingual } from '../../model/lang.js';
import { lastQuarterEnd, lastYearEnd } from '../../model/plan-year.js';

export interface SinceDay {
  readonly day: Day;
  readonly title: Bilingual;
}

/** Seen from the status date: the last days of what is over, since what comes after such a day is what is new. */
export function sinceDays({ status, yearBegins }: Analysis): readonly SinceDay[] {
  const days: readonly SinceDay[] = [
    { day: addDays(monthStart(status), -1), title: { en: 'End of last month', zh: '上月末' } },
    { day: lastQuarterEnd(status, yearBegins), title: { en: 'End of last quarter', zh: '上季度末' } },
    { day: lastYearEnd(status, yearBegins), title: { en: 'End of last year', zh: '上年末' } },
  ];
  return days.filter(({ day }, index) => day <= status && days.findIndex((each) => each.day === day) === index);
}
