/** The rule about years for which a calendar has no official holidays (`calendar/no-data`). */
import type { Span } from '../../model/span.js';
import type { Analysis } from '../analysis.js';
import { calendarFactsOf } from '../calendars.js';
import { quoted } from '../message-values.js';
import { type Found, planRule, type Rule } from '../rule.js';

/** `calendar`: its name; null where no calendar is declared and the default holds. */
type NoData = { readonly calendar: string | null; readonly country: string; readonly year: number };

function* noData({ plan, schedule }: Analysis): Generator<Found<NoData>> {
  for (const { calendar, year, item, project } of schedule.uncoveredYears) {
    const declared = calendarFactsOf(plan, project);
    const at: Span = declared?.holidays?.at ?? item.name.at;
    const counted = { at: item.name.at, message: { en: 'Counted first for this', zh: '推算此项时用到' } };
    yield {
      at,
      data: { calendar: declared?.name.text ?? null, country: calendar.rules.country ?? '', year },
      element: declared?.id ?? item.id,
      ...(at === item.name.at ? {} : { related: [counted] }),
    };
  }
}

export const CALENDAR_RULES: readonly Rule[] = [
  planRule<NoData>(
    {
      code: 'calendar/no-data',
      severity: 'info',
      title: { en: 'A year without holiday data', zh: '缺少节假日数据的年份' },
      message: {
        en: ({ calendar, country, year }) =>
          `The official holidays of ${year} (${country}) are not known yet: ${calendar === null ? 'the default calendar' : `calendar ${quoted(calendar, 'en')}`} counts with weekends only`,
        zh: ({ calendar, country, year }) =>
          `尚无${year}年法定节假日数据（${country}）：${calendar === null ? '默认日历' : `日历${quoted(calendar, 'zh')}`}在该年只按周末计算`,
      },
      page: {
        en: `Working days were counted in a year for which the holiday data that comes with Planwright has nothing: official notices
come late in the year before. Weekends are used, so dates in that year are likely to be some days too early.

Nothing has to be done: a later version knows the year. To be exact earlier, state the year's days off in the calendar
with \`holiday\` and the make-up days with \`workday\`; one such statement for the year is taken as all of them. It is told
once per calendar and year.`,
        zh: `工作日的推算涉及的年份，内置的节假日数据还没有：法定节假日通知一般到上一年末才公布。该年只按周末计算，因此推算的
日期可能偏早几天。

不必处理，新版本会补上数据。需要提前算准的，可在日历中用\`放假\`写明该年的放假日，用\`上班\`写明调休上班日；只要写了
该年的任何一天，即视为已经写全。每个日历、每个年份只提示一次。`,
      },
      example: {
        asOf: '2026-06-30',
        shows: 'project P1 {\n  task Works { start 2031-01-06 duration 60wd }\n}\n',
        clean: 'project P1 {\n  task Works { start 2031-01-06 duration 60d }\n}\n',
      },
    },
    noData,
  ),
];
