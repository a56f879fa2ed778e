/** How the state of a deadline is said and which light it has. */
import type { DeadlineStatus } from '../../analysis/portfolio-deadlines.js';
import type { Bilingual } from '../../model/lang.js';
import { type InlineContent, light, muted } from '../compose.js';
import type { Light } from '../document.js';
import type { Formatter } from './formatter.js';

const deadlineStatusWords = {
  done: { en: 'done', zh: '已完成' },
  doneLate: { en: 'done, {n} d late', zh: '晚{n}天完成' },
  overdue: { en: '{n} d overdue', zh: '逾期{n}天' },
  forecastLate: { en: '{n} d late by forecast', zh: '预计晚{n}天' },
  dueToday: { en: 'due today', zh: '今天到期' },
  left: { en: '{n} d left', zh: '余{n}天' },
  deadlineUnread: { en: 'deadline cannot be read', zh: '期限无法识别' },
  noDeadline: { en: 'no deadline', zh: '未定期限' },
  noForecast: { en: '{left}, no forecast', zh: '{left}，无法推算' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const deadlineStatusLights: Readonly<Record<DeadlineStatus['state'], Light>> = {
  done: 'blue',
  overdue: 'red',
  forecastLate: 'yellow',
  dueSoon: 'yellow',
  onTime: 'green',
  noForecast: 'grey',
  deadlineUnread: 'grey',
  noDeadline: 'grey',
};

/** How an item stands, with its days: 逾期12天, 余30天. */
export function sayDeadlineStatus(format: Formatter, deadlineStatus: DeadlineStatus): string {
  switch (deadlineStatus.state) {
    case 'done':
      return deadlineStatus.late > 0
        ? format.say(deadlineStatusWords.doneLate, { n: deadlineStatus.late })
        : format.say(deadlineStatusWords.done);
    case 'overdue':
      return format.say(deadlineStatusWords.overdue, { n: deadlineStatus.days });
    case 'forecastLate':
      return format.say(deadlineStatusWords.forecastLate, { n: deadlineStatus.days });
    case 'dueSoon':
    case 'onTime':
      return daysLeft(format, deadlineStatus.left);
    case 'noForecast':
      return format.say(deadlineStatusWords.noForecast, { left: daysLeft(format, deadlineStatus.left) });
    case 'deadlineUnread':
    case 'noDeadline':
      return format.say(deadlineStatusWords[deadlineStatus.state]);
  }
}

export function deadlineStatusLight(format: Formatter, deadlineStatus: DeadlineStatus): InlineContent {
  const said = sayDeadlineStatus(format, deadlineStatus);
  return deadlineStatus.state === 'noDeadline' ? muted(said) : light(deadlineStatusLights[deadlineStatus.state], said);
}

/** Days until a day that has not passed (`left` ≥ 0), or since it. */
export function daysLeft(format: Formatter, left: number): string {
  if (left < 0) return format.say(deadlineStatusWords.overdue, { n: -left });
  return left === 0 ? format.say(deadlineStatusWords.dueToday) : format.say(deadlineStatusWords.left, { n: left });
}
