/** Periods that come round: the latest ones before a day. */
import { addDays, addMonths, type Day, monthStart, quarterStart, weekStart } from './day.js';

export type Rhythm = 'week' | 'month' | 'quarter';

/**
 * The last days of the `n` periods before the latest one that has ended by `day`, newest first (weeks begin on Monday):
 * the days as of which lights are judged again for an escalation, where `day` itself stands for the latest one
 * (semantics §3). A period whose last day is `day` has ended.
 */
export function periodEndsBefore(day: Day, rhythm: Rhythm, n: number): readonly Day[] {
  const next = addDays(day, 1);
  const running = rhythm === 'week' ? weekStart(next) : rhythm === 'month' ? monthStart(next) : quarterStart(next);
  return Array.from({ length: Math.max(0, n) }, (_, i) => {
    const back = i + 1;
    if (rhythm === 'week') return addDays(running, -7 * back - 1);
    return addDays(addMonths(running, -(rhythm === 'month' ? 1 : 3) * back), -1);
  });
}
