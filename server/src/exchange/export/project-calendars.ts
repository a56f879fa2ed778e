/** Calendars of a plan as Microsoft Project has them: a pattern of the week and exceptions to it. */
import type { WorkCalendar } from '../../model/calendar.js';
import { addDays, type Day, formatDay, weekday } from '../../model/day.js';
import type { XmlElement } from './xml.js';

export interface NamedCalendar {
  readonly uid: number;
  readonly name: string;
  /** undefined: every day is worked, for work that is measured in calendar days. */
  readonly calendar: WorkCalendar | undefined;
}

/** A day of work is eight hours, as in a new project. */
const HOURS: readonly XmlElement[] = [
  [
    'WorkingTime',
    [
      ['FromTime', '08:00:00'],
      ['ToTime', '12:00:00'],
    ],
  ],
  [
    'WorkingTime',
    [
      ['FromTime', '13:00:00'],
      ['ToTime', '17:00:00'],
    ],
  ],
];

/** The exceptions from `from` up to and with `to`. */
export function calendarElement({ uid, name, calendar }: NamedCalendar, from: Day, to: Day): XmlElement {
  const isOff = (isoDay: number): boolean =>
    calendar?.weekendIgnored === false && calendar.rules.weekend.has(asWeekday(isoDay));
  const exceptions = calendar === undefined ? [] : exceptionsIn(calendar, (day) => !isOff(weekday(day)), from, to);
  return [
    'Calendar',
    [
      ['UID', uid],
      ['Name', name],
      ['IsBaseCalendar', 1],
      ['BaseCalendarUID', -1],
      [
        'WeekDays',
        // Sunday is 1.
        [7, 1, 2, 3, 4, 5, 6].map(
          (day): XmlElement => [
            'WeekDay',
            [
              ['DayType', (day % 7) + 1],
              ['DayWorking', isOff(day) ? 0 : 1],
              ...(isOff(day) ? [] : [['WorkingTimes', HOURS] as const]),
            ],
          ],
        ),
      ],
      ...(exceptions.length === 0 ? [] : [['Exceptions', exceptions] as const]),
    ],
  ];
}

function asWeekday(day: number): ReturnType<typeof weekday> {
  return day as ReturnType<typeof weekday>;
}

/** Days running that are not as the week has them. */
function exceptionsIn(
  calendar: WorkCalendar,
  byWeek: (day: Day) => boolean,
  from: Day,
  to: Day,
): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const isWorking = calendar.isWorking(day);
    if (isWorking === byWeek(day)) continue;
    let last = day;
    for (let next = addDays(day, 1); next <= to; next = addDays(next, 1)) {
      if (calendar.isWorking(next) !== isWorking || byWeek(next) === isWorking) break;
      last = next;
    }
    found.push([
      'Exception',
      [
        ['EnteredByOccurrences', 0],
        [
          'TimePeriod',
          [
            ['FromDate', `${formatDay(day)}T00:00:00`],
            ['ToDate', `${formatDay(last)}T23:59:00`],
          ],
        ],
        ['Occurrences', last - day + 1],
        ['Name', calendar.why(day, 'zh') ?? ''],
        ['Type', 1],
        ['DayWorking', isWorking ? 1 : 0],
        ...(isWorking ? [['WorkingTimes', HOURS] as const] : []),
      ],
    ]);
    day = last;
  }
  return found;
}
