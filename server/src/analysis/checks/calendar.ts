/** Rules about official holidays that a calendar asks for and there are none (`calendar/no-data`, `value/holidays`). */
import type { FileFacts } from '../../model/facts.js';
import { holidayCountries } from '../../model/holidays.js';
import type { Span } from '../../model/span.js';
import type { Analysis } from '../analysis.js';
import { declarationOf } from '../calendars.js';
import { quoted } from '../message-values.js';
import { type Found, fileRule, type Pause, planRule, type Rule } from '../rule.js';

/** `calendar`: its name; null where no calendar is declared and the default holds. */
type NoData = { readonly calendar: string | null; readonly country: string; readonly year: number };

function* noData({ schedule }: Analysis): Generator<Found<NoData> | Pause> {
  for (const _ of schedule.completing()) yield;
  for (const { calendar, year, item } of schedule.uncoveredYears) {
    const declared = declarationOf(calendar);
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

/** `nearest`: a name that differs only in upper and lower case; null where there is none. */
type UnknownHolidays = { readonly name: string; readonly known: readonly string[]; readonly nearest: string | null };

function* unknownHolidays({ declarations }: FileFacts): Generator<Found<UnknownHolidays>> {
  const known = holidayCountries();
  for (const declared of declarations) {
    if (declared.kind !== 'calendar' || declared.holidays === undefined) continue;
    const { text, at } = declared.holidays;
    if (known.includes(text)) continue;
    const nearest = known.find((name) => name.toUpperCase() === text.toUpperCase()) ?? null;
    yield { at, data: { name: text, known, nearest }, element: declared.id };
  }
}

export const CALENDAR_RULES: readonly Rule[] = [
  planRule<NoData>(
    {
      code: 'calendar/no-data',
      severity: 'info',
      judgedBy: ['status-date', 'calendar'],
      title: { en: 'A year without holiday data', zh: '缺少节假日数据的年份' },
      message: {
        en: ({ calendar, country, year }) =>
          `The official notice of the holidays of ${year} (${country}) is not known: ${calendar === null ? 'the default calendar' : `calendar ${quoted(calendar, 'en')}`} counts provisionally, with weekends and the statutory days off, without make-up days`,
        zh: ({ calendar, country, year }) =>
          `尚无${year}年放假安排（${country}）：${calendar === null ? '默认日历' : `日历${quoted(calendar, 'zh')}`}在该年暂按周末和法定节假日计算，不含调休`,
      },
      page: {
        en: `Working days were counted in a year for which the holiday data that comes with Planwright has nothing: official notices
come late in the year before. Until then weekends and the statutory days are taken as days off: 1 January; New Year's Eve to
the third day of the lunar year; Qingming; 1 and 2 May; Dragon Boat; Mid-Autumn; 1 to 3 October. Days that will be moved
to make longer holidays, and the days that will be worked for them, are not known, so dates in that year are provisional.

Nothing has to be done: a later version knows the year. To be exact earlier, state the year's days off in the calendar
with \`holiday\` and the make-up days with \`workday\`; one such statement for the year is taken as all of them. It is told
once per calendar and year.`,
        zh: `工作日的推算涉及的年份，内置的节假日数据还没有：放假安排一般到上一年末才公布。在此之前，除周末外，以法定节假日为放
假日：1月1日，农历除夕至正月初三，清明，5月1日、2日，端午，中秋，10月1日至3日。为连休而挪动的休息日和调休上班日尚不可知，
因此该年的日期是暂定的。

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
  fileRule<UnknownHolidays>(
    {
      code: 'value/holidays',
      severity: 'error',
      title: { en: 'Holidays that are not known', zh: '没有数据的节假日' },
      message: {
        en: ({ name, known, nearest }) =>
          `There are no holidays ${quoted(name, 'en')}${nearest === null ? '' : `; did you mean ${quoted(nearest, 'en')}?`}${nearest === null ? `; there are those of ${known.join(', ')}` : ''}`,
        zh: ({ name, known, nearest }) =>
          `没有${quoted(name, 'zh')}的节假日数据${nearest === null ? `，现有${known.join('、')}` : `，是否指${quoted(nearest, 'zh')}`}`,
      },
      page: {
        en: `\`holidays\` names a country whose official holidays Planwright knows, by its two capital letters: \`CN\`. For another name
nothing is known, so the calendar would count with its weekend only.

Write a name that is known, or state the days off with \`holiday\`.`,
        zh: `\`节假日\`写的是内置数据中有法定节假日的国家，用两个大写字母：\`CN\`。其他名称没有数据，该日历就只能按休息日计算。

请改用现有的名称，或用\`放假\`写明放假日。`,
      },
      example: {
        asOf: '2026-06-30',
        shows: 'calendar site { holidays cn }\n',
        clean: 'calendar site { holidays CN }\n',
      },
    },
    unknownHolidays,
  ),
];
