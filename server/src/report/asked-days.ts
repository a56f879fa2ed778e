/** Days as people ask for them: those that are offered as the status date, and what they type, in any spelling. */
import type { Analysis } from '../analysis/analysis.js';
import { latestHeld } from '../analysis/meetings-around.js';
import { WEEKDAYS } from '../model/calendar.js';
import { addDays, civil, type Day, formatDay, monthStart, weekday } from '../model/day.js';
import { toHalfWidth } from '../model/half-width.js';
import type { Bilingual, Lang } from '../model/lang.js';
import { type Period, parseDate } from '../model/period.js';
import { lastQuarterEnd, lastYearEnd } from '../model/plan-year.js';
import { visible } from './invisible-characters.js';
import { longDay, MONTHS } from './wording/long-day.js';

interface OfferedDay {
  readonly day: Day;
  readonly title: Bilingual;
}

/** Today, the days up to which months, quarters and years are told, and the latest meeting. */
export function offeredDays(analysis: Analysis, today: Day): readonly OfferedDay[] {
  const { yearBegins } = analysis;
  const lastMonth = addDays(monthStart(today), -1);
  const held = latestHeld(analysis.at(today));
  const meeting = held && visible(held.title?.text ?? held.name.text);
  const days: readonly OfferedDay[] = [
    { day: today, title: { en: 'Today', zh: '今天' } },
    { day: lastMonth, title: { en: 'End of last month', zh: '上月末' } },
    { day: addDays(monthStart(lastMonth), -1), title: { en: 'End of the month before last', zh: '上上月末' } },
    { day: lastQuarterEnd(today, yearBegins), title: { en: 'End of last quarter', zh: '上季度末' } },
    { day: lastYearEnd(today, yearBegins), title: { en: 'End of last year', zh: '上年末' } },
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
  const read = [half, spelled, inEnglish(half, year) ?? ''].map(parseDate);
  return read.map((each) => (each.ok ? dayOf(each.period) : undefined)).find((day) => day !== undefined);
}

const NAMED_MONTH = '(?<month>[a-z]{3,9})\\.?';
const ENGLISH = [
  new RegExp(`^(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${NAMED_MONTH}(?:,? (?<year>\\d{4}))?$`),
  new RegExp(`^${NAMED_MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?$`),
  new RegExp(`^(?:(?:the )?end (?:of )?)?${NAMED_MONTH}(?:,? (?<year>\\d{4}))?$`),
];

/** `30 June 2026`, `Jun 30`, `end of June`: as the language spells it. */
function inEnglish(text: string, around: number): string | undefined {
  const said = text.toLowerCase().replace(/\s+/g, ' ');
  const found = ENGLISH.map((pattern) => pattern.exec(said)?.groups).find((groups) => groups !== undefined);
  const name = found?.month ?? '';
  const month =
    MONTHS.findIndex((each) => [each, each.slice(0, 3), each.slice(0, 4)].some((way) => way.toLowerCase() === name)) +
    1;
  if (found === undefined || month === 0) return undefined;
  return [found.year ?? around, month, ...(found.day === undefined ? [] : [found.day])].join('-');
}

const dayOf = ({ last }: Period): Day => last;

/** `2026年6月30日 周二`, `Tuesday, 30 June 2026`. */
export function sayDay(day: Day, lang: Lang): string {
  const written = longDay(formatDay(day), lang);
  const named = WEEKDAYS[weekday(day)][lang];
  return lang === 'zh' ? `${written} ${named}` : `${named}, ${written}`;
}
