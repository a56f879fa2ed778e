import { type Day, formatDay, parseIsoDay } from '../../../model/day.js';
import { dayPeriod, formatPeriod } from '../../../model/period.js';
import type { Change, Fix, Offer, Question } from './change.js';
import { stating } from './item-text.js';
import { type ItemPlace, itemOf, openItemAt } from './places.js';

const zh = (day: Day): string => formatPeriod(dayPeriod(day), 'zh');

/** Work that should have begun has perhaps begun, on the day that the deadline asked for or only now. */
export const hasBegun: Fix = {
  codes: ['schedule/must-start'],
  *propose(finding, question) {
    const place = itemOf(finding, question);
    const { mustStart } = finding.data;
    const latest = typeof mustStart === 'string' ? parseIsoDay(mustStart) : undefined;
    if (place === undefined || latest === undefined || place.item.stated.has('started')) return;
    const { day } = question;
    yield began(place, day, question, {
      en: `It has begun: started on ${formatDay(day)}`,
      zh: `已经开始：实际开始${zh(day)}`,
    });
    if (latest < day) {
      yield began(place, latest, question, {
        en: `It began in time: started on ${formatDay(latest)}, the latest start`,
        zh: `已按时开始：实际开始${zh(latest)}（最迟开始日）`,
      });
    }
  },
};

function began({ item }: ItemPlace, day: Day, { text }: Question, title: Change['title']): Change {
  const file = text(item.at.file);
  return { title, edits: [stating(file, item, item.due?.at, `${file.word('started')} ${file.day(day)}`)] };
}

/**
 * The planned start becomes the last day on which the work can begin, counted back from the deadlines downstream. Where
 * that has passed there is nothing to plan.
 */
export const planLatestStart: Offer = {
  kind: 'refactor.rewrite',
  *propose(question) {
    const place = openItemAt(question);
    if (place === undefined || place.item.items.length > 0) return;
    const { item } = place;
    const { analysis, text } = question;
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
          ? stating(file, item, item.due?.at, `${file.word('start')} ${file.day(day)}`)
          : { file: file.file, start: item.start.at.start, end: item.start.at.end, insert: [file.day(day)] },
      ],
    };
  },
};
