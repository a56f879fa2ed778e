/** Values as of another day: which day a moment is, and the portfolio as it was then (language reference, 3). */

import { addDays, type Day, monthStart } from '../../model/day.js';
import type { Moment } from '../../model/expression.js';
import type { ProjectFacts } from '../../model/facts.js';
import { lastQuarterEnd, lastYearEnd, yearAgo } from '../../model/plan-year.js';
import type { Analysis } from '../analysis.js';
import { poolAt } from '../pool.js';

/** The day that a moment is as of S: of a written period its last one. */
function dayOfMoment(moment: Moment, { status, yearBegins }: Pick<Analysis, 'status' | 'yearBegins'>): Day {
  switch (moment.is) {
    case 'day':
      return moment.period.last;
    case 'last-month':
      return addDays(monthStart(status), -1);
    case 'last-quarter':
      return lastQuarterEnd(status, yearBegins);
    case 'last-year':
      return lastYearEnd(status, yearBegins);
    case 'year-ago':
      return yearAgo(status);
  }
}

/**
 * The portfolio as of a moment, the same object for all that ask for it. Undefined for a day after S: nothing is known
 * of it. The end of last month and of last quarter count up the same year's amounts as S does, so that in the first
 * month of a year 'this month' is what is there less nothing; any other day has the amounts of its own plan year.
 */
export function portfolioAt(analysis: Analysis, moment: Moment): Analysis | undefined {
  const day = dayOfMoment(moment, analysis);
  if (day > analysis.status) return undefined;
  const counted = moment.is === 'last-month' || moment.is === 'last-quarter';
  return counted ? analysis.at(day, analysis.year) : analysis.at(day);
}

/** Before the first day of the plan year nothing of it is done: amounts that count up from that day are zero, and known. */
export function isBeforeYear({ status, yearPeriod }: Analysis): boolean {
  return status < yearPeriod.first;
}

const YEARLY: ReadonlySet<string> = new Set(['invested', 'received', 'paid']);

/** An amount that begins anew with each plan year: of all funds, or of those of one source. */
export function isYearly(field: string): boolean {
  return YEARLY.has(field) || field.startsWith('received(');
}

/** What a set of projects is as of another day: which are in it may have changed. */
export type ProjectsAt = (then: Analysis) => readonly ProjectFacts[];

/** Every project that was in the pool. */
export const allAt: ProjectsAt = ({ plan, status }) => poolAt(plan, status);
