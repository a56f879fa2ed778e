/** What a value says besides what it spells: a date's weekday and days left, money in the other unit, a duration's end. */
import type { Analysis } from '../../../analysis/analysis.js';
import { calendarOf } from '../../../analysis/calendars.js';
import { WEEKDAYS } from '../../../model/calendar.js';
import { addDays, formatDay, weekday } from '../../../model/day.js';
import { parseDuration, sayDuration } from '../../../model/duration.js';
import type { ProjectFacts } from '../../../model/facts.js';
import type { Bilingual } from '../../../model/lang.js';
import { formatMoneyValue, parseMoney } from '../../../model/money.js';
import { parseDate } from '../../../model/period.js';
import type { Formatter } from '../../../report/wording/formatter.js';
import { HoverBuilder } from './hover-builder.js';

const words = {
  span: { en: '{from} to {to}', zh: '{from}至{to}' },
  left: { en: '{n} days left', zh: '还有{n}天' },
  today: { en: 'the status date', zh: '即截至日' },
  ago: { en: '{n} days ago', zh: '已过{n}天' },
  working: { en: '{n} working days until then', zh: '其间{n}个工作日' },
  off: { en: 'not a working day', zh: '非工作日' },
  offWhy: { en: 'not a working day: {why}', zh: '非工作日：{why}' },
  fromStatus: { en: 'from the status date until {to}', zh: '自截至日起到{to}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export function dateHover(
  text: string,
  project: ProjectFacts | undefined,
  analysis: Analysis,
  format: Formatter,
): HoverBuilder | undefined {
  const read = parseDate(text);
  if (!read.ok) return undefined;
  const { first, last } = read.period;
  const { lang } = format;
  const calendar = calendarOf(analysis.plan, project);
  const date = `${formatDay(last)} ${WEEKDAYS[weekday(last)][lang]}`;
  const left = last - analysis.status;
  const parts = [
    first === last ? date : format.say(words.span, { from: formatDay(first), to: date }),
    left === 0
      ? format.say(words.today)
      : left > 0
        ? format.say(words.left, { n: left })
        : format.say(words.ago, { n: -left }),
  ];
  if (left > 0) parts.push(format.say(words.working, { n: calendar.countWorking(analysis.status, addDays(last, 1)) }));
  if (!calendar.isWorking(last)) {
    const why = calendar.why(last, lang);
    parts.push(why === undefined ? format.say(words.off) : format.say(words.offWhy, { why }));
  }
  return new HoverBuilder(lang).text(parts.join(lang === 'zh' ? '，' : ', '));
}

/** In the figures of the other language: 万 and 亿 for who writes k and M, and the other way round. */
export function moneyHover(text: string, format: Formatter): HoverBuilder | undefined {
  const read = parseMoney(text);
  if (!read.ok) return undefined;
  const { currency } = format;
  const both = [formatMoneyValue(read.value, 'zh', { currency }), formatMoneyValue(read.value, 'en', { currency })];
  return new HoverBuilder(format.lang).text((format.lang === 'zh' ? both : both.reverse()).join(' = '));
}

export function durationHover(
  text: string,
  project: ProjectFacts | undefined,
  analysis: Analysis,
  format: Formatter,
): HoverBuilder | undefined {
  const read = parseDuration(text);
  if (!read.ok) return undefined;
  const end = calendarOf(analysis.plan, project).addDuration(analysis.status, read.duration);
  const parts = [
    sayDuration(read.duration, format.lang),
    format.say(words.fromStatus, { to: formatDay(addDays(end, -1)) }),
  ];
  return new HoverBuilder(format.lang).text(parts.join(format.lang === 'zh' ? '，' : ', '));
}
