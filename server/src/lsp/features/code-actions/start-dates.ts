/** Quick fix and action about starts: that work has begun, and when it has to. */
import { type Day, formatDay, parseIsoDay } from '../../../model/day.js';
import { dayPeriod, formatPeriod } from '../../../model/period.js';
import type { ActionContext, ProposedChange, QuickFix, Refactoring } from './action-types.js';
import { type ItemInProject, itemOf, openItemAt } from './enclosing-item.js';
import { insertMember } from './insert-member.js';

const zh = (day: Day): string => formatPeriod(dayPeriod(day), 'zh');

/** Work that should have begun has perhaps begun, on the day that the deadline asked for or only now. */
export const hasBegun: QuickFix = {
  codes: ['schedule/must-start'],
  *propose(finding, context) {
    const place = itemOf(finding, context);
    const { mustStart } = finding.data;
    const latest = typeof mustStart === 'string' ? parseIsoDay(mustStart) : undefined;
    if (place === undefined || latest === undefined || place.item.stated.has('started')) return;
    const { day } = context;
    yield began(place, day, context, {
      en: `It has begun: started on ${formatDay(day)}`,
      zh: `已经开始：实际开始${zh(day)}`,
    });
    if (latest < day) {
      yield began(place, latest, context, {
        en: `It began in time: started on ${formatDay(latest)}, the latest start`,
        zh: `已按时开始：实际开始${zh(latest)}（最迟开始日）`,
      });
    }
  },
};

function began(
  { item }: ItemInProject,
  day: Day,
  { text }: ActionContext,
  title: ProposedChange['title'],
): ProposedChange {
  const file = text(item.at.file);
  return { title, edits: [insertMember(file, item, item.due?.at, `${file.word('started')} ${file.day(day)}`)] };
}

/**
 * The planned start becomes the last day on which the work can begin, counted back from the deadlines downstream. Where
 * that has passed there is nothing to plan.
 */
export const planLatestStart: Refactoring = {
  kind: 'refactor.rewrite',
  *propose(context) {
    const place = openItemAt(context);
    if (place === undefined || place.item.items.length > 0) return;
    const { item } = place;
    const { analysis, text } = context;
    const day = analysis.schedule.item(item)?.mustStart;
    if (day === undefined || day < analysis.status) return;
    if (item.start === undefined ? item.stated.has('start') : item.start.period.first === day) return;
    const file = text(item.at.file);
    yield {
      title: {
        en: `Plan the start for the latest day: ${formatDay(day)}`,
        zh: `计划开始定为最迟开始日：${zh(day)}`,
      },
      edits: [
        item.start === undefined
          ? insertMember(file, item, item.due?.at, `${file.word('start')} ${file.day(day)}`)
          : { file: file.file, start: item.start.at.start, end: item.start.at.end, insert: [file.day(day)] },
      ],
    };
  },
};
