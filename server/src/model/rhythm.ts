import { addDays, addMonths, type Day, monthStart, quarterStart, weekStart } from './day.js';

export type Rhythm = 'week' | 'month' | 'quarter';

/**
 * The `n` latest first days of a period strictly before `day`, newest first (weeks begin on Monday): the days as of
 * which lights are judged again for an escalation (semantics §3).
 */
export function latestPeriodStarts(day: Day, rhythm: Rhythm, n: number): readonly Day[] {
  const eve = addDays(day, -1);
  const newest = rhythm === 'week' ? weekStart(eve) : rhythm === 'month' ? monthStart(eve) : quarterStart(eve);
  return Array.from({ length: Math.max(0, n) }, (_, back) => {
    if (rhythm === 'week') return addDays(newest, -7 * back);
    return addMonths(newest, -(rhythm === 'month' ? 1 : 3) * back);
  });
}
