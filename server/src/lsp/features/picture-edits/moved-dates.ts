/** Changes that move something: starts, the end of work. */
import type { ScheduledItem } from '../../../analysis/schedule/scheduled-item.js';
import { type Assumption, assumptionOf, stating } from '../../../analysis/what-if/assumption.js';
import { readSlip, type Slip } from '../../../analysis/what-if/slip.js';
import { addDays, type Day } from '../../../model/day.js';
import type { ItemFacts } from '../../../model/facts.js';
import { dayPeriod } from '../../../model/period.js';
import type { SnippetEdit } from '../../../workspace/fixes/plan-text.js';
import { insertMember } from '../code-actions/insert-member.js';
import { slipEdit } from '../code-actions/slip-edit.js';
import {
  type Answer,
  type ChangeContext,
  dayIn,
  isRefusal,
  nameIn,
  refuse,
  say,
  scheduledAs,
  UNREADABLE,
} from './change-context.js';
import { milestoneSlipped } from './slipped-milestone.js';

/**
 * The work is longer by what lies between the days on which it ends. Where no work is done on that day it ends on the
 * next, shortened on the one before. Refused where it would end on another day all the same.
 */
export function finishMoved(scheduled: ScheduledItem, given: string, context: ChangeContext): Answer {
  const { item, finish } = scheduled;
  const to = dayIn(given);
  if (isRefusal(to)) return to;
  const days = finish === undefined ? 0 : to - finish;
  if (finish !== undefined && days === 0) return [];
  const slip: Slip = { sign: days < 0 ? -1 : 1, duration: { amount: Math.abs(days), unit: 'd' } };
  const assumption = assumptionOf(scheduled, slip);
  if ('refused' in assumption) return { problem: assumption.refused };
  const then = assumption.member === 'none' ? undefined : scheduledAs(scheduled, stating(item, assumption), context);
  if (then?.finish !== undefined && (days < 0 ? then.finish > to : then.finish < to)) {
    const { finish: end } = then;
    return refuse(
      (lang) => `${nameIn(item, lang)} would still end on ${say(end, lang)}${because(then, lang)}`,
      (lang) => `${nameIn(item, lang)}仍将于${say(end, lang)}完成${because(then, lang)}`,
    );
  }
  return slipStated(scheduled, assumption, slip, context);
}

export function slippedBy(scheduled: ScheduledItem, given: string, context: ChangeContext): Answer {
  const slip = readSlip(given);
  if ('problem' in slip) return slip;
  const assumption = assumptionOf(scheduled, slip);
  return 'refused' in assumption ? { problem: assumption.refused } : slipStated(scheduled, assumption, slip, context);
}

/** The statement that says what was assumed. */
export function slipStated(
  scheduled: ScheduledItem,
  assumption: Assumption,
  slip: Slip,
  context: ChangeContext,
): Answer {
  if (assumption.member === 'none') return milestoneSlipped(scheduled, assumption.after, slip, context);
  const edit = slipEdit(context.text, scheduled.item, assumption);
  return 'problem' in edit ? edit : [edit];
}

/** A start no earlier than that day; where start and finish give the length, both move. Refused where it begins on another day all the same. */
export function startMoved(scheduled: ScheduledItem, given: string, context: ChangeContext): Answer {
  const { item, start } = scheduled;
  const to = dayIn(given);
  if (isRefusal(to)) return to;
  if (item.kind === 'milestone' || scheduled.isSummary || !scheduled.open || start === undefined) {
    return refuse(
      (lang) => `${nameIn(item, lang)} has no start that could be planned`,
      (lang) => `${nameIn(item, lang)}没有可以安排的开始日期`,
    );
  }
  if (scheduled.begun) {
    return refuse(
      (lang) => `${nameIn(item, lang)} has begun: what has happened is not moved`,
      (lang) => `${nameIn(item, lang)}已经开始，实际日期不能移动`,
    );
  }
  if (to === start) return [];
  if ((['start', 'finish'] as const).some((member) => item[member] === undefined && item.stated.has(member))) {
    return UNREADABLE;
  }
  const length = item.duration === undefined && item.start !== undefined && item.finish !== undefined;
  const end =
    length && item.start && item.finish ? addDays(to, item.finish.period.last - item.start.period.first) : undefined;
  const last = end ?? item.finish?.period.last;
  if (last !== undefined && last < to) {
    return refuse(
      (lang) => `${nameIn(item, lang)} is planned to end on ${say(last, lang)}: move that first`,
      (lang) => `${nameIn(item, lang)}的计划完成日期是${say(last, lang)}，请先调整它`,
    );
  }
  const then = scheduledAs(scheduled, starting(item, to, end), context);
  // On a day off it begins on the next working day, which is what was meant.
  if (then?.start !== undefined && then.start > to && (then.drivers.length > 0 || to < context.analysis.status)) {
    const { start: begin } = then;
    return refuse(
      (lang) => `${nameIn(item, lang)} cannot begin before ${say(begin, lang)}${because(then, lang)}`,
      (lang) => `${nameIn(item, lang)}不能早于${say(begin, lang)}开始${because(then, lang)}`,
    );
  }
  return [stated(item, 'start', to, context), ...(end === undefined ? [] : [stated(item, 'finish', end, context)])];
}

/** `: it waits for "Survey"`. */
function because({ drivers: [driver] }: ScheduledItem, lang: 'en' | 'zh'): string {
  if (lang === 'zh') return driver === undefined ? '' : `：受制于${nameIn(driver, lang)}`;
  return driver === undefined ? '' : `: it waits for ${nameIn(driver, lang)}`;
}

function stated(item: ItemFacts, member: 'start' | 'finish', day: Day, { text }: ChangeContext): SnippetEdit {
  const fact = item[member];
  if (fact === undefined) return insertMember(text, item, item.due?.at, `${text.word(member)} ${text.day(day)}`);
  return {
    file: text.file,
    start: fact.at.start,
    end: fact.at.end,
    insert: [text.dayInPlaceOf(fact.at, member === 'start' ? 'first' : 'last', day)],
  };
}

function starting(item: ItemFacts, to: Day, end: Day | undefined): ItemFacts {
  const { at } = item;
  return {
    ...item,
    start: { period: dayPeriod(to), at },
    ...(end === undefined ? {} : { finish: { period: dayPeriod(end), at } }),
  };
}
