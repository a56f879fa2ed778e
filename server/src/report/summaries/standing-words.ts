import type { ItemStanding } from '../../analysis/portfolio-deadlines.js';
import type { Bilingual } from '../../model/lang.js';
import { light, muted, type Words } from '../compose.js';
import type { Light } from '../document.js';
import type { Pen } from './pen.js';

const standingWords = {
  done: { en: 'done', zh: '已完成' },
  doneLate: { en: 'done, {n} d late', zh: '晚{n}天完成' },
  overdue: { en: '{n} d overdue', zh: '逾期{n}天' },
  forecastLate: { en: '{n} d late by forecast', zh: '预计晚{n}天' },
  dueToday: { en: 'due today', zh: '今天到期' },
  left: { en: '{n} d left', zh: '余{n}天' },
  noDeadline: { en: 'no deadline', zh: '未定期限' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const standingLights: Readonly<Record<ItemStanding['state'], Light>> = {
  done: 'blue',
  overdue: 'red',
  forecastLate: 'yellow',
  dueSoon: 'yellow',
  onTime: 'green',
  noDeadline: 'grey',
};

/** How an item stands, with its days: 逾期12天, 余30天. */
export function sayStanding(pen: Pen, standing: ItemStanding): string {
  switch (standing.state) {
    case 'done':
      return standing.late > 0 ? pen.say(standingWords.doneLate, { n: standing.late }) : pen.say(standingWords.done);
    case 'overdue':
      return pen.say(standingWords.overdue, { n: standing.days });
    case 'forecastLate':
      return pen.say(standingWords.forecastLate, { n: standing.days });
    case 'dueSoon':
    case 'onTime':
      return daysLeft(pen, standing.left);
    case 'noDeadline':
      return pen.say(standingWords.noDeadline);
  }
}

export function standingLight(pen: Pen, standing: ItemStanding): Words {
  const said = sayStanding(pen, standing);
  return standing.state === 'noDeadline' ? muted(said) : light(standingLights[standing.state], said);
}

/** Days until a day that has not passed (`left` ≥ 0), or since it. */
export function daysLeft(pen: Pen, left: number): string {
  if (left < 0) return pen.say(standingWords.overdue, { n: -left });
  return left === 0 ? pen.say(standingWords.dueToday) : pen.say(standingWords.left, { n: left });
}
