/**
 * Lengths of time in expressions. Days and weeks have a length of their own; months, years and working days only have
 * one from a day on, so they are compared by stepping the calendar from the day that the elapsed time began: from
 * 31 March, `>= 3mo` holds from 30 June (semantics §3).
 */
import { addDays, addMonths, type Day } from '../../model/day.js';
import type { Duration } from '../../model/duration.js';
import { add, cmp, floor, mul, negate, type Rational, whole, ZERO } from '../../model/rational.js';
import type { Elapsed } from '../metrics/elapsed.js';

export interface TimeSpan {
  /** May be a fraction in an average. */
  readonly days: Rational;
  readonly months: number;
  readonly workdays: number;
  /** Of elapsed time, the day on which it began. */
  readonly began?: Day;
}

/** The calendar that working days are counted in. */
export interface WorkingDays {
  /** The boundary n working days after (before, where n is negative) a boundary. */
  advance(boundary: Day, n: number): Day;
}

export function elapsedSpan({ days, began }: Elapsed): TimeSpan {
  return { days: whole(days), months: 0, workdays: 0, began };
}

export function spanOfDays(days: Rational): TimeSpan {
  return { days, months: 0, workdays: 0 };
}

export function spanOf({ amount, unit }: Duration): TimeSpan {
  const span = { days: ZERO, months: 0, workdays: 0 };
  switch (unit) {
    case 'd':
      return { ...span, days: whole(amount) };
    case 'w':
      return { ...span, days: whole(amount * 7) };
    case 'mo':
      return { ...span, months: amount };
    case 'y':
      return { ...span, months: amount * 12 };
    case 'wd':
      return { ...span, workdays: amount };
  }
}

export function addSpans(a: TimeSpan, b: TimeSpan): TimeSpan {
  return {
    days: add(a.days, b.days),
    months: a.months + b.months,
    workdays: a.workdays + b.workdays,
    ...beginning(a.began ?? b.began),
  };
}

export function negateSpan(span: TimeSpan): TimeSpan {
  return {
    days: negate(span.days),
    months: 0 - span.months,
    workdays: 0 - span.workdays,
    ...beginning(span.began),
  };
}

/** n times as long; undefined where that would leave a part of a month or of a working day. */
export function scaleSpan(span: TimeSpan, n: Rational): TimeSpan | undefined {
  const months = mul(whole(span.months), n);
  const workdays = mul(whole(span.workdays), n);
  if (months.d !== 1n || workdays.d !== 1n) return undefined;
  return {
    days: mul(span.days, n),
    months: Number(months.n),
    workdays: Number(workdays.n),
    ...beginning(span.began),
  };
}

/**
 * Which of two is longer. They are stepped from the day that one of them began; where neither knows one, the calendar is
 * stepped so that the length in days ends on `status`.
 */
export function compareSpans(a: TimeSpan, b: TimeSpan, status: Day, calendar: WorkingDays): -1 | 0 | 1 {
  if (a.months === b.months && a.workdays === b.workdays) return cmp(a.days, b.days);
  const length = isPlain(a) ? a.days : isPlain(b) ? b.days : ZERO;
  const from = a.began ?? b.began ?? addDays(status, -Number(floor(length)));
  return cmp(lengthFrom(a, from, calendar), lengthFrom(b, from, calendar));
}

/** Its length in days when it begins on `from`. */
export function lengthFrom(span: TimeSpan, from: Day, calendar: WorkingDays): Rational {
  return add(whole(stepFrom(from, span, calendar) - from), span.days);
}

/** The day that lies a span after `from`, whole days only; months first, so that the end of a month stays one. */
export function dayAfter(from: Day, span: TimeSpan, calendar: WorkingDays): Day {
  return addDays(stepFrom(from, span, calendar), Number(floor(span.days)));
}

function stepFrom(from: Day, { months, workdays }: TimeSpan, calendar: WorkingDays): Day {
  const month = months === 0 ? from : addMonths(from, months);
  if (workdays === 0) return month;
  // A day that has passed is counted at its end, which is the boundary behind it.
  return addDays(calendar.advance(addDays(month, 1), workdays), -1);
}

function isPlain({ months, workdays }: TimeSpan): boolean {
  return months === 0 && workdays === 0;
}

function beginning(began: Day | undefined): { readonly began?: Day } {
  return began === undefined ? {} : { began };
}
