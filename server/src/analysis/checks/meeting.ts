/** The rule about meetings that the rhythm asks for and nobody held (`meeting/missed`). */
import type { MeetingFacts } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { calendarOf } from '../calendars.js';
import { dayAfter, spanOf } from '../expressions/time-span.js';
import { type DurationFigure, dayFigure, durationFigure, sayDay, sayDays, sayEvery } from '../message-values.js';
import { type Found, planRule, type Rule } from '../rule.js';

/** `latest`: the day of the latest meeting, absent where there is none. `days`: since then. */
type Missed = { readonly rhythm: DurationFigure; readonly latest?: string; readonly days?: number };

function* missed({ plan, status }: Analysis): Generator<Found<Missed>> {
  const portfolio = plan.portfolio;
  const rhythm = portfolio?.meetings;
  if (portfolio === undefined || rhythm === undefined) return;
  let latest: MeetingFacts | undefined;
  for (const meeting of plan.all('meeting')) {
    if (meeting.kind === 'inspection') continue;
    // A meeting whose day cannot be read may be the one that is missed.
    if (meeting.date === undefined) {
      if (meeting.stated.has('date')) return;
    } else if (meeting.date.day <= status && (latest?.date === undefined || meeting.date.day >= latest.date.day)) {
      latest = meeting;
    }
  }
  const held = latest?.date;
  if (held !== undefined && status <= dayAfter(held.day, spanOf(rhythm.value), calendarOf(plan, undefined))) return;
  yield {
    at: rhythm.at,
    data: {
      rhythm: durationFigure(rhythm.value),
      ...(held === undefined ? {} : { latest: dayFigure(held.day), days: status - held.day }),
    },
    element: portfolio.id,
    ...(held === undefined
      ? {}
      : { related: [{ at: held.at, message: { en: 'The latest meeting', zh: '最近一次会议' } }] }),
  };
}

export const MEETING_RULES: readonly Rule[] = [
  planRule<Missed>(
    {
      code: 'meeting/missed',
      severity: 'warning',
      absence: 'plan',
      judgedBy: ['status-date'],
      title: { en: 'The dispatch meeting was missed', zh: '例会未按期召开' },
      message: {
        en: ({ rhythm, latest, days = 0 }) =>
          latest === undefined
            ? `No meeting has been held; there is to be one ${sayEvery(rhythm, 'en')}`
            : `The latest meeting was ${sayDays(days, 'en')} ago (${sayDay(latest, 'en')}); there is to be one ${sayEvery(rhythm, 'en')}`,
        zh: ({ rhythm, latest, days = 0 }) =>
          latest === undefined
            ? `尚未召开会议；应${sayEvery(rhythm, 'zh')}召开一次`
            : `最近一次会议在${sayDays(days, 'zh')}前（${sayDay(latest, 'zh')}）召开；应${sayEvery(rhythm, 'zh')}召开一次`,
      },
      page: {
        en: `The portfolio says with \`meetings every …\` how often the dispatch meeting takes place, and that time has passed
since the latest one. Hold it, or record it: a \`meeting\` with its \`date\`. Inspections are no dispatch meetings.`,
        zh: `项目库用\`例会 每 …\`规定了调度会多久召开一次，而距最近一次会议已超过这一时长。请召开会议；已召开的请补记
\`会议\`及其\`日期\`。督查不算例会。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'portfolio City {\n  meetings every 1w\n}\nmeeting Week-12 {\n  date 2026-03-23\n}\n',
        clean: 'portfolio City {\n  meetings every 1w\n}\nmeeting Week-13 {\n  date 2026-03-24\n}\n',
      },
    },
    missed,
  ),
];
