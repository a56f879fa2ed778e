/** Durations: read, written, said. */
import { toHalfWidth } from './half-width.js';
import type { Lang } from './lang.js';

/** Calendar days, working days, weeks, calendar months, years. */
export type DurationUnit = 'd' | 'wd' | 'w' | 'mo' | 'y';

/**
 * A length of time as it was written. `amount` is a whole number ≥ 0: days are the smallest thing a plan knows and
 * half a month has no one meaning, so a fraction is refused when it is read. The sign of a lead is kept by its owner.
 */
export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

export type DurationParseResult =
  /** `spelling`: how the language spells it, where it was written in another way that can mean only this. */
  | { readonly ok: true; readonly duration: Duration; readonly spelling?: string }
  | { readonly ok: false; readonly reason: 'fraction' | 'too-long' | 'not-a-duration' };

interface UnitWords {
  /** The largest amount that is taken, close to a thousand years: more is a slip of the key. */
  readonly limit: number;
  readonly zh: string;
  readonly one: string;
  readonly many: string;
}

const UNITS: Readonly<Record<DurationUnit, UnitWords>> = {
  d: { limit: 365_000, zh: '天', one: 'day', many: 'days' },
  wd: { limit: 250_000, zh: '个工作日', one: 'working day', many: 'working days' },
  w: { limit: 52_000, zh: '周', one: 'week', many: 'weeks' },
  mo: { limit: 11_988, zh: '个月', one: 'month', many: 'months' },
  y: { limit: 999, zh: '年', one: 'year', many: 'years' },
};

const SPELLINGS: ReadonlyMap<string, DurationUnit> = new Map<string, DurationUnit>([
  ['d', 'd'],
  ['天', 'd'],
  ['wd', 'wd'],
  ['个工作日', 'wd'],
  ['工作日', 'wd'],
  ['w', 'w'],
  ['周', 'w'],
  ['mo', 'mo'],
  ['个月', 'mo'],
  ['y', 'y'],
  ['年', 'y'],
]);

/** Words that mean the same and are read too, without blanks (language reference, 1, 'Also read'). */
const ALSO_READ: ReadonlyMap<string, DurationUnit> = new Map<string, DurationUnit>([
  ['日', 'd'],
  ['日历天', 'd'],
  ['日历日', 'd'],
  ['自然日', 'd'],
  ['day', 'd'],
  ['days', 'd'],
  ['calendarday', 'd'],
  ['calendardays', 'd'],
  ['workingday', 'wd'],
  ['workingdays', 'wd'],
  ['workday', 'wd'],
  ['workdays', 'wd'],
  ['个星期', 'w'],
  ['星期', 'w'],
  ['week', 'w'],
  ['weeks', 'w'],
  ['month', 'mo'],
  ['months', 'mo'],
  ['year', 'y'],
  ['years', 'y'],
]);

/**
 * Reads `10d` `10天` `10wd` `10个工作日` `10工作日` `2w` `2周` `3mo` `3个月` `2y` `2年`, full-width digits included.
 * Four digits before 年 are a year, not a duration. `fraction`: not a whole amount. `too-long`: about a thousand years.
 * Also `30日` `30 天` `30 days` `30 working days`, which come with their `spelling`.
 */
export function parseDuration(text: string): DurationParseResult {
  const half = toHalfWidth(text).trim();
  const match = /^(\d+)(\.\d+)?(\D+)$/.exec(half.replace(/\s+/g, ''));
  const digits = match?.[1] ?? '';
  const word = match?.[3] ?? '';
  const unit = SPELLINGS.get(word) ?? ALSO_READ.get(word.toLowerCase());
  if (unit === undefined || (word === '年' && digits.length === 4)) return { ok: false, reason: 'not-a-duration' };
  if (match?.[2] !== undefined && /[1-9]/.test(match[2])) return { ok: false, reason: 'fraction' };
  const duration: Duration = { amount: Number(digits), unit };
  if (duration.amount > UNITS[unit].limit) return { ok: false, reason: 'too-long' };
  const isUsual = SPELLINGS.has(word) && !/\s/.test(half);
  return {
    ok: true,
    duration,
    ...(isUsual ? {} : { spelling: formatDuration(duration, /[a-z]/i.test(word) ? 'en' : 'zh') }),
  };
}

/** The duration in the plan language: `10wd` or `10个工作日`; `parseDuration` reads both back. */
export function formatDuration(duration: Duration, lang: Lang): string {
  return `${duration.amount}${lang === 'zh' ? UNITS[duration.unit].zh : duration.unit}`;
}

/** The duration as a sentence says it: `10 working days`, `10个工作日`. */
export function sayDuration(duration: Duration, lang: Lang): string {
  if (lang === 'zh') return formatDuration(duration, lang);
  const { one, many } = UNITS[duration.unit];
  return `${duration.amount} ${duration.amount === 1 ? one : many}`;
}
