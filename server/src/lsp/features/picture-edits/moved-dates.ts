/** Changes that move something: deadlines on the record, starts, the end of work. */
import { Analysis } from '../../../analysis/analysis.js';
import { policyOf } from '../../../analysis/policy-in-force.js';
import type { ScheduledItem } from '../../../analysis/schedule/scheduled-item.js';
import { dueAt, type Revisable, revisionsAt } from '../../../analysis/state.js';
import { assumptionOf } from '../../../analysis/what-if/assumption.js';
import { readSlip, type Slip } from '../../../analysis/what-if/slip.js';
import { replacedIn } from '../../../analysis/what-if/what-if.js';
import { addDays, type Day } from '../../../model/day.js';
import type { ItemFacts, ProjectFacts } from '../../../model/facts.js';
import { dayPeriod } from '../../../model/period.js';
import type { SnippetEdit } from '../../../workspace/fixes/plan-text.js';
import { insertMember, type WithBlock } from '../code-actions/insert-member.js';
import { movedDeadline } from '../code-actions/move-deadline.js';
import { slipEdit } from '../code-actions/slip-edit.js';
import { type Answer, type ChangeContext, dayIn, isRefusal, nameIn, refuse, say } from './change-context.js';

type WithDeadline = Revisable & WithBlock & Parameters<typeof nameIn>[0];

/**
 * The deadline becomes another, and the move goes on record: by nobody and for no reason yet, which is for people to say.
 * What was moved today already is moved on: that is one move.
 */
export function deadlineMoved(
  holder: WithDeadline,
  project: ProjectFacts | undefined,
  isOpen: boolean,
  given: string,
  context: ChangeContext,
): Answer {
  const { analysis, text, day } = context;
  const to = dayIn(given);
  if (isRefusal(to)) return to;
  if (!isOpen) {
    return refuse(
      (lang) => `${nameIn(holder, lang)} is not open: its deadline is history`,
      (lang) => `${nameIn(holder, lang)}已不是未完成事项，期限不再调整`,
    );
  }
  const { due } = holder;
  if (due === undefined) return [insertMember(text, holder, undefined, `${text.word('due')} ${text.day(to)}`)];
  if (dueAt(holder, analysis.status) !== due) {
    return refuse(
      (lang) => `The deadline of ${nameIn(holder, lang)} was moved after the status date: judge it as of today first`,
      (lang) => `${nameIn(holder, lang)}的期限在截至日期之后调整过，请先把截至日期改为今天`,
    );
  }
  if (due.period.last === to) return [];
  const today = holder.revised.findLast((revision) => revision.day === day && revision.from !== undefined);
  if (today !== undefined) {
    if (today.from?.period.last !== to) {
      return [{ file: text.file, start: due.at.start, end: due.at.end, insert: [text.day(to)] }];
    }
    return refuse(
      () => 'That is where the deadline was moved away from today: take that back with Undo',
      () => '这正是今天调整之前的期限，请用撤销恢复',
    );
  }
  const max = policyOf(analysis.plan, project)?.maxRevisions?.value;
  if (max !== undefined && revisionsAt(holder, analysis.status).length >= max) {
    return refuse(
      (lang) => `The policy allows a deadline to be moved ${max} times; that of ${nameIn(holder, lang)} was`,
      (lang) => `规则规定期限最多调整${max}次，${nameIn(holder, lang)}已达上限`,
    );
  }
  return movedDeadline(text, holder, { to, on: day, approval: [] });
}

/** The work is longer by what lies between the days on which it ends. */
export function finishMoved(scheduled: ScheduledItem, given: string, context: ChangeContext): Answer {
  const to = dayIn(given);
  if (isRefusal(to)) return to;
  const days = scheduled.finish === undefined ? 0 : to - scheduled.finish;
  if (scheduled.finish !== undefined && days === 0) return [];
  return slipped(scheduled, { sign: days < 0 ? -1 : 1, duration: { amount: Math.abs(days), unit: 'd' } }, context);
}

export function slippedBy(scheduled: ScheduledItem, given: string, context: ChangeContext): Answer {
  const slip = readSlip(given);
  return 'problem' in slip ? slip : slipped(scheduled, slip, context);
}

function slipped(scheduled: ScheduledItem, slip: Slip, { text }: ChangeContext): Answer {
  const assumption = assumptionOf(scheduled, slip);
  if ('refused' in assumption) return { problem: assumption.refused };
  const edit = slipEdit(text, scheduled.item, assumption);
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
  const length = item.duration === undefined && item.start !== undefined && item.finish !== undefined;
  const end =
    length && item.start && item.finish ? addDays(to, item.finish.period.last - item.start.period.first) : undefined;
  const then = startIn(scheduled, to, end, context);
  if (then !== undefined && to < start && then >= start) {
    const [driver] = scheduled.drivers;
    return refuse(
      (lang) =>
        `${nameIn(item, lang)} would still begin on ${say(then, lang)}: ${driver === undefined ? 'it cannot begin before the status date' : `it waits for ${nameIn(driver, lang)}`}`,
      (lang) =>
        `${nameIn(item, lang)}仍将于${say(then, lang)}开始：${driver === undefined ? '不能早于截至日期' : `受制于${nameIn(driver, lang)}`}`,
    );
  }
  return [stated(item, 'start', to, context), ...(end === undefined ? [] : [stated(item, 'finish', end, context)])];
}

function stated(item: ItemFacts, member: 'start' | 'finish', day: Day, { text }: ChangeContext): SnippetEdit {
  const fact = item[member];
  if (fact === undefined) return insertMember(text, item, item.due?.at, `${text.word(member)} ${text.day(day)}`);
  return { file: text.file, start: fact.at.start, end: fact.at.end, insert: [text.day(day)] };
}

/** When it would begin if it stated that. */
function startIn(
  { item, project }: ScheduledItem,
  to: Day,
  end: Day | undefined,
  { analysis }: ChangeContext,
): Day | undefined {
  const { at } = item;
  const moved: ItemFacts = {
    ...item,
    start: { period: dayPeriod(to), at },
    ...(end === undefined ? {} : { finish: { period: dayPeriod(end), at } }),
  };
  const then = new Analysis(replacedIn(analysis.plan, project, item, moved), analysis.options);
  return then.schedule.item(moved)?.start;
}
