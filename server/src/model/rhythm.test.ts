import { expect, it } from 'vitest';
import { type Day, formatDay, parseIsoDay } from './day.js';
import { latestPeriodStarts, type Rhythm } from './rhythm.js';

function starts(text: string, rhythm: Rhythm, n: number): string[] {
  const day: Day | undefined = parseIsoDay(text);
  return day === undefined ? [] : latestPeriodStarts(day, rhythm, n).map(formatDay);
}

it('the latest first days of a period lie strictly before the day, newest first', () => {
  expect(starts('2026-03-15', 'month', 3)).toEqual(['2026-03-01', '2026-02-01', '2026-01-01']);
  expect(starts('2026-03-01', 'month', 2)).toEqual(['2026-02-01', '2026-01-01']);
  // 2026-10-01 is a Thursday, 2026-09-28 a Monday.
  expect(starts('2026-10-01', 'week', 2)).toEqual(['2026-09-28', '2026-09-21']);
  expect(starts('2026-09-28', 'week', 1)).toEqual(['2026-09-21']);
  expect(starts('2026-02-10', 'quarter', 2)).toEqual(['2026-01-01', '2025-10-01']);
  expect(starts('2026-02-10', 'quarter', 0)).toEqual([]);
});
