/** The meetings before and after S. */
import type { Day } from '../model/day.js';
import type { MeetingFacts } from '../model/facts.js';
import type { Analysis } from './analysis.js';
import { calendarOf } from './calendars.js';
import { dayAfter, spanOf } from './expressions/time-span.js';

export interface Meetings {
  /** The first meeting of S or later that the plan states. Inspections are none. */
  readonly next: MeetingFacts | undefined;
  /** When it is; where none is stated, when the portfolio's rhythm asks for one. */
  readonly nextDay: Day | undefined;
  /** The latest meeting before that one. */
  readonly latest: MeetingFacts | undefined;
}

export function meetingsAround({ plan, status }: Analysis): Meetings {
  const dated = plan
    .all('meeting')
    .filter((meeting) => meeting.kind === 'meeting' && meeting.date !== undefined)
    .sort((a, b) => (a.date?.day ?? 0) - (b.date?.day ?? 0));
  const next = dated.find((meeting) => (meeting.date?.day ?? 0) >= status);
  const latest = dated.findLast((meeting) => (meeting.date?.day ?? 0) < status);
  const rhythm = plan.portfolio?.meetings;
  const expected =
    rhythm === undefined || latest?.date === undefined
      ? undefined
      : dayAfter(latest.date.day, spanOf(rhythm.value), calendarOf(plan, undefined));
  return { next, nextDay: next?.date?.day ?? expected, latest };
}

/** The latest meeting held by S, on S as well; where none has a date, the last that the plan states. Inspections are none. */
export function latestHeld({ plan, status }: Analysis): MeetingFacts | undefined {
  const meetings = plan.all('meeting').filter(({ kind }) => kind === 'meeting');
  const dated = meetings
    .filter(({ date }) => date !== undefined && date.day <= status)
    .sort((a, b) => (a.date?.day ?? 0) - (b.date?.day ?? 0));
  return dated.at(-1) ?? meetings.findLast(({ date }) => date === undefined);
}
