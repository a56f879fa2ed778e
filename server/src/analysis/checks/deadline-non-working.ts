/** The rule about deadlines on days off (`deadline/non-working`). */
import { addDays, civil } from '../../model/day.js';
import type { ProjectFacts } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { calendarOf } from '../calendars.js';
import { openDeadlines } from '../deadlines.js';
import { dayFigure, sayDay } from '../message-values.js';
import { type Found, projectRule, type Rule } from '../rule.js';

type NonWorking = {
  readonly due: string;
  readonly why: { readonly en: string; readonly zh: string };
  readonly workingDayBefore: string;
  /** The year whose official holidays are not known, so that the day may yet be one on which people work. */
  readonly provisional?: number;
};

/** Only deadlines written as a day: a month or a quarter is promised as a whole, whatever weekday it ends on. */
function* nonWorking(project: ProjectFacts, { plan, schedule, status }: Analysis): Generator<Found<NonWorking>> {
  for (const { item, due } of openDeadlines(project, status)) {
    const day = due.period.last;
    const calendar = schedule.item(item)?.calendar ?? calendarOf(plan, project);
    if (due.period.grain !== 'day' || calendar.isWorking(day)) continue;
    yield {
      at: due.at,
      data: {
        due: dayFigure(day),
        why: { en: calendar.why(day, 'en') ?? '', zh: calendar.why(day, 'zh') ?? '' },
        workingDayBefore: dayFigure(addDays(calendar.lastEnd(day), -1)),
        ...(calendar.lacksData(civil(day).year) ? { provisional: civil(day).year } : {}),
      },
      element: item.id,
    };
  }
}

export const DEADLINE_NON_WORKING_RULES: readonly Rule[] = [
  projectRule<NonWorking>(
    {
      code: 'deadline/non-working',
      severity: 'info',
      judgedBy: ['calendar'],
      title: { en: 'Due on a day off', zh: '期限落在非工作日' },
      message: {
        en: ({ due, why, workingDayBefore, provisional }) =>
          `Due on a day off: ${sayDay(due, 'en')} (${why.en}); the working day before it is ${sayDay(workingDayBefore, 'en')}${provisional === undefined ? '' : ` (provisionally: the official holidays of ${provisional} are not known)`}`,
        zh: ({ due, why, workingDayBefore, provisional }) =>
          `期限落在非工作日：${sayDay(due, 'zh')}（${why.zh}），此前的工作日为${sayDay(workingDayBefore, 'zh')}${provisional === undefined ? '' : `（${provisional}年放假安排尚无数据，暂按法定节假日推算）`}`,
      },
      page: {
        en: `An open deadline is a day on which nobody works by the project's calendar: a weekend or a holiday. Who has to finish
by then has in fact until the working day before. Move the deadline to the day that is meant, or, where people do work on
that day, state it in the calendar with \`workday\`.

Only deadlines written as a day are looked at. A month, a quarter or a half year is promised as a whole.`,
        zh: `尚未完成事项的期限，按项目的日历是不上班的日子：周末或节假日。实际上必须在此前的工作日完成。请把期限改为真正要求
的日子；当天确实上班的，在日历中用\`上班\`写明。

只检查写到日的期限；写到月、季度或半年的，是对整个时段的承诺。`,
      },
      example: {
        asOf: '2026-06-30',
        shows: 'project P1 {\n  milestone Opening due 2026-11-14\n}\n',
        clean: 'project P1 {\n  milestone Opening due 2026-11-13\n}\n',
      },
    },
    nonWorking,
  ),
];
