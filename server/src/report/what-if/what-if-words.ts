/** What a 'what if' says in words, for its page and for the terminal. */
import { labelOf } from '../../../../grammar/members.js';
import type { DrivingStep } from '../../analysis/schedule/scheduled-item.js';
import type { Assumption } from '../../analysis/what-if/assumption.js';
import type { AffectedCompletion, AffectedItem, Effect, WhatIf } from '../../analysis/what-if/what-if.js';
import { formatDay } from '../../model/day.js';
import { sayDuration } from '../../model/duration.js';
import type { Bilingual } from '../../model/lang.js';
import { type Formatter, titleOf } from '../wording/formatter.js';

const words = {
  title: { en: 'If {item} slips: {slip}', zh: '若{item}延期{slip}' },
  shorter: { en: 'If {item} is shortened: {slip}', zh: '若{item}缩短{slip}' },
  earlierThan: { en: 'If {item} is early: {slip}', zh: '若{item}提前{slip}' },
  stated: { en: '{member} {before} → {after}', zh: '{member} {before} → {after}' },
  newly: { en: '{member} {after}', zh: '{member} {after}' },
  none: { en: 'reached on {after} instead of {before}', zh: '由{before}改为{after}达到' },
  finish: { en: 'forecast {before} → {after} ({days})', zh: '预计完成 {before} → {after}（{days}）' },
  later: { en: '{n} d later', zh: '晚{n}天' },
  earlier: { en: '{n} d earlier', zh: '早{n}天' },
  same: { en: 'no later', zh: '不变' },
  completion: { en: 'planned completion', zh: '计划竣工' },
  lag: { en: ', lag {n} d', zh: '，间隔{n}天' },
  lead: { en: ', lead {n} d', zh: '，提前{n}天' },
  suspended: { en: ', {n} d of them suspended', zh: '，其中停工{n}天' },
  step: { en: '{name} {n} d{more}', zh: '{name} {n}天{more}' },
  left: { en: ' … ', zh: ' …… ' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const effectWords: Readonly<Record<Effect, Bilingual>> = {
  'becomes-late': { en: 'Becomes late', zh: '将逾期' },
  later: { en: 'Late already, and later', zh: '已滞后，更晚' },
  'in-time-again': { en: 'In time again', zh: '转为按期' },
  'less-late': { en: 'Late, but less', zh: '仍滞后，减少' },
  moved: { en: 'Moves, missing no deadline of its own', zh: '日期变动，未误自身期限' },
};

/** Head of the column that says why. */
export const whyWords: Bilingual = { en: 'Because of', zh: '传导链' };

/** `If Survey slips: 10 working days`. */
export function titleOfWhatIf(format: Formatter, { item, slip }: WhatIf): string {
  const less = item.kind === 'milestone' ? words.earlierThan : words.shorter;
  return format.say(slip.sign < 0 ? less : words.title, {
    item: format.lang === 'zh' ? `“${titleOf(item)}”` : titleOf(item),
    slip: sayDuration(slip.duration, format.lang),
  });
}

/** How the item says it, and what that does to itself: `duration 30wd → 40wd; forecast …`. */
export function assumedInWords(format: Formatter, asked: WhatIf): string {
  const { assumption, finish } = asked;
  const moved = format.say(words.finish, {
    before: formatDay(finish.before),
    after: formatDay(finish.after),
    days: daysInWords(format, finish.after - finish.before),
  });
  return `${statementInWords(format, assumption)}${format.lang === 'zh' ? '；' : '; '}${moved}`;
}

function statementInWords(format: Formatter, assumption: Assumption): string {
  const { lang } = format;
  if (assumption.member === 'none') {
    return format.say(words.none, { before: formatDay(assumption.before), after: formatDay(assumption.after) });
  }
  const member = labelOf('item', assumption.member)[lang];
  const said = (value: typeof assumption.before): string =>
    value === undefined ? '' : typeof value === 'number' ? formatDay(value) : sayDuration(value, lang);
  return assumption.before === undefined
    ? format.say(words.newly, { member, after: said(assumption.after) })
    : format.say(words.stated, { member, before: said(assumption.before), after: said(assumption.after) });
}

/** `9 d later`. */
export function daysInWords(format: Formatter, days: number): string {
  if (days === 0) return format.say(words.same);
  return format.say(days > 0 ? words.later : words.earlier, { n: Math.abs(days) });
}

/** The item, or the planned completion of the project. */
export function nameOfAffected(format: Formatter, affected: AffectedItem | AffectedCompletion): string {
  return affected.of === 'item' ? titleOf(affected.item) : format.say(words.completion);
}

/** More of a chain nobody reads at once: its beginning and its end. */
const STEPS_SHOWN = 8;

/** `Survey 40 d → Works 60 d, lag 7 d → Opening`, with the project where it is another than the one before. */
export function chainInWords(format: Formatter, chain: readonly DrivingStep[]): string {
  const said = chain.map((step, i) => stepInWords(format, step, chain[i - 1]));
  if (said.length <= STEPS_SHOWN) return said.join(' → ');
  const half = STEPS_SHOWN / 2;
  return [said.slice(0, half).join(' → '), said.slice(-half).join(' → ')].join(words.left[format.lang]);
}

function stepInWords(format: Formatter, step: DrivingStep, before: DrivingStep | undefined): string {
  const { item, project, days, lagDays, interruptions } = step;
  const elsewhere = before !== undefined && before.project !== project;
  const name = elsewhere ? `${titleOf(project)} ${titleOf(item)}` : titleOf(item);
  const stopped = interruptions.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const more = [
    lagDays === 0 ? '' : format.say(lagDays > 0 ? words.lag : words.lead, { n: Math.abs(lagDays) }),
    stopped === 0 ? '' : format.say(words.suspended, { n: stopped }),
  ].join('');
  return days === 0 && more === '' ? name : format.say(words.step, { name, n: days, more });
}
