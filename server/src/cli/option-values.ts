/** Values of options that have to be of a kind. What is wrong with one is said by the parser of the call. */
import { InvalidArgumentError } from 'commander';
import { type Day, parseIsoDay } from '../model/day.js';
import type { Lang } from '../model/lang.js';
import { parseDate } from '../model/period.js';

/** A day in any of the spellings of the plan language. */
export function dayValue(value: string, lang: Lang): Day {
  const read = parseDate(value);
  const day = parseIsoDay(value) ?? (read.ok && read.period.grain === 'day' ? read.period.first : undefined);
  if (day !== undefined) return day;
  throw new InvalidArgumentError(
    lang === 'zh' ? '请写一个存在的日期，例如 2026-03-31' : 'Write a day that exists, such as 2026-03-31.',
  );
}

export function countValue(value: string, lang: Lang): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError(lang === 'zh' ? '请写一个整数' : 'Write a whole number.');
}

/** An option that may be given several times. */
export function collect(value: string, before: unknown): readonly string[] {
  return [...(Array.isArray(before) ? before : []), value];
}
