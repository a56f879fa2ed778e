/** The latest periods before a day. */
import { expect, it } from 'vitest';
import { type Day, formatDay, parseIsoDay } from './day.js';
import { periodEndsBefore, type Rhythm } from './rhythm.js';

function ends(text: string, rhythm: Rhythm, n: number): string[] {
  const day: Day | undefined = parseIsoDay(text);
  return day === undefined ? [] : periodEndsBefore(day, rhythm, n).map(formatDay);
}

it('the last days of the periods before the latest one that has ended, newest first', () => {
  // February has ended last; the ones before it are January and December.
  expect(ends('2026-03-15', 'month', 2)).toEqual(['2026-01-31', '2025-12-31']);
  expect(ends('2026-03-01', 'month', 1)).toEqual(['2026-01-31']);
  // On its last day a month has ended.
  expect(ends('2026-03-30', 'month', 1)).toEqual(['2026-01-31']);
  expect(ends('2026-03-31', 'month', 1)).toEqual(['2026-02-28']);
  expect(ends('2025-12-31', 'month', 1)).toEqual(['2025-11-30']);
  expect(ends('2026-01-01', 'month', 1)).toEqual(['2025-11-30']);
  // 2026-09-27 is a Sunday.
  expect(ends('2026-09-27', 'week', 2)).toEqual(['2026-09-20', '2026-09-13']);
  expect(ends('2026-10-01', 'week', 2)).toEqual(['2026-09-20', '2026-09-13']);
  expect(ends('2026-09-26', 'week', 1)).toEqual(['2026-09-13']);
  expect(ends('2026-02-10', 'quarter', 2)).toEqual(['2025-09-30', '2025-06-30']);
  expect(ends('2026-03-31', 'quarter', 1)).toEqual(['2025-12-31']);
  expect(ends('2026-02-10', 'quarter', 0)).toEqual([]);
});
