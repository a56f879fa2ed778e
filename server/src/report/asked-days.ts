/** Days as people ask for them: those that are offered as the status date, and what they type, in any spelling. */
import type { Analysis } from '../analysis/analysis.js';
import { latestHeld } from '../analysis/meetings-around.js';
import { WEEKDAYS } from '../model/calendar.js';
import { addDays, civil, type Day, formatDay, monthStart, quarterStart, weekday } from '../model/day.js';
import { toHalfWidth } from '../model/half-width.js';
import type { Bilingual, Lang } from '../model/lang.js';
import { type Period, parseDate } from '../model/period.js';
import { visible } from './invisible-characters.js';
import { longDay } from './wording/long-day.js';

interface OfferedDay {
  readonly day: Day;
  readonly title: Bilingual;
}

/** Today, the days up to which months, quarters and years are told, and the latest meeting. */
export function offeredDays(analysis: Analysis, today: Day): readonly OfferedDay[] {
  const lastMonth = addDays(monthStart(today), -1);
  const held = latestHeld(analysis.at(today));
  const meeting = held && visible(held.title?.text ?? held.name.text);
  const days: readonly OfferedDay[] = [
    { day: today, title: { en: 'Today', zh: '今天' } },
    { day: lastMonth, title: { en: 'End of last month', zh: '上月末' } },
    { day: addDays(monthStart(lastMonth), -1), title: { en: 'End of the month before last', zh: '上上月末' } },
    { day: addDays(quarterStart(today), -1), title: { en: 'End of last quarter', zh: '上季度末' } },
    { day: addDays(analysis.at(today).yearPeriod.first, -1), title: { en: 'End of last year', zh: '上年末' } },
    ...(held?.date === undefined
      ? []
      : [{ day: held.date.day, title: { en: `Latest meeting: ${meeting}`, zh: `最近一次会议：${meeting}` } }]),
  ];
  return days.filter(({ day, title }, index) => {
    const isMeeting = title.en.startsWith('Latest');
    return isMeeting || days.findIndex((each) => each.day === day) === index;
  });
}

/**
 * The day that somebody means who types a date in any spelling of the language; of a month or a quarter its last day. A
 * date without its year is one of the year of `around`.
 */
export function readDay(text: string, around: Day, today: Day): Day | undefined {
  const half = toHalfWidth(text).trim();
  if (/^(today|今天|今日)$/i.test(half)) return today;
  const { year } = civil(around);
  const monthAndDay = /^(\d{1,2})[-./](\d{1,2})$/.exec(half);
  const spelled = monthAndDay === null ? `${year}年${half}` : `${year}-${monthAndDay[1]}-${monthAndDay[2]}`;
  const read = [half, spelled].map(parseDate);
  return read.map((each) => (each.ok ? dayOf(each.period) : undefined)).find((day) => day !== undefined);
}

const dayOf = ({ last }: Period): Day => last;

/** `2026年6月30日 周二`, `Tuesday, 30 June 2026`. */
export function sayDay(day: Day, lang: Lang): string {
  const written = longDay(formatDay(day), lang);
  const named = WEEKDAYS[weekday(day)][lang];
  return lang === 'zh' ? `${written} ${named}` : `${named}, ${written}`;
}
