/**
 * How the text says that a milestone is reached on another day. It takes no time, so what says when it is says this too:
 * its deadline, which is moved on the record, or the time between it and what it waits for.
 */
import type { Dependency, ScheduledItem } from '../../../analysis/schedule/scheduled-item.js';
import { itemOpenAt } from '../../../analysis/state.js';
import type { Slip } from '../../../analysis/what-if/slip.js';
import { type Day, formatDay } from '../../../model/day.js';
import { formatDuration } from '../../../model/duration.js';
import type { DependencyFacts, ItemFacts } from '../../../model/facts.js';
import type { SnippetEdit } from '../../../workspace/fixes/plan-text.js';
import {
  type Answer,
  type ChangeContext,
  nameIn,
  type Refusal,
  refuse,
  scheduledAs,
  UNREADABLE,
} from './change-context.js';
import { deadlineMoved } from './moved-deadline.js';

/** Signed, as a slip is: a lead is negative. */
type Lag = Slip;

/** What is written is what was shown: a lag is tried before, and where it does not lead to that `day` none is written. */
export function milestoneSlipped(scheduled: ScheduledItem, day: Day, slip: Slip, context: ChangeContext): Answer {
  const { item, project, predecessors } = scheduled;
  const [first] = predecessors;
  if (first === undefined) {
    if (item.due === undefined && !item.stated.has('due')) return nothingSays(item);
    return deadlineMoved(item, project, itemOpenAt(item, context.analysis.status), formatDay(day), context);
  }
  const own = predecessors.filter(({ successor }) => successor === item).sort(byBoundary);
  if (own.some(({ facts }) => isUnreadable(facts, context))) return UNREADABLE;
  for (const { predecessor, facts } of own) {
    const lag = lagTo(day, { predecessor, facts }, { scheduled, slip, context });
    if (lag !== undefined) return [lagStated(facts, lag, context)];
  }
  return heldElsewhere(item, first);
}

/** What holds it first: that is where a lag is the least change. */
function byBoundary(a: Dependency, b: Dependency): number {
  return (b.boundary ?? 0) - (a.boundary ?? 0);
}

interface Asked {
  readonly scheduled: ScheduledItem;
  readonly slip: Slip;
  readonly context: ChangeContext;
}

/** In the unit of the slip where the lag is in that one or there is none; else in days. */
function lagTo(
  day: Day,
  { predecessor, facts }: Pick<Dependency, 'predecessor' | 'facts'>,
  { scheduled, slip, context }: Asked,
): Lag | undefined {
  const { lag } = facts;
  const reached = (by: Lag) => scheduledAs(scheduled, lagging(scheduled.item, facts, by), context)?.finish;
  const { unit } = slip.duration;
  if (lag === undefined || lag.duration.unit === unit) {
    const stated = lag === undefined ? 0 : lag.sign * lag.duration.amount;
    const more = signed(stated + slip.sign * slip.duration.amount, unit);
    if (reached(more) === day) return more;
  }
  const other = context.analysis.schedule.item(predecessor);
  const from = facts.type === 'SS' || facts.type === 'SF' ? (other?.start ?? other?.finish) : other?.finish;
  if (from === undefined) return undefined;
  const first = signed(day - from, 'd');
  const then = reached(first);
  if (then === undefined || then === day) return then === undefined ? undefined : first;
  const second = signed(day - from + day - then, 'd');
  return reached(second) === day ? second : undefined;
}

function signed(amount: number, unit: Lag['duration']['unit']): Lag {
  return { sign: amount < 0 ? -1 : 1, duration: { amount: Math.abs(amount), unit } };
}

function lagging(item: ItemFacts, facts: DependencyFacts, lag: Lag): ItemFacts {
  const { at } = facts;
  return { ...item, after: item.after.map((each) => (each === facts ? { ...each, lag: { ...lag, at } } : each)) };
}

const SIGN = /\s*[+\-＋－−]\s*$/;

function lagStated({ lag, at }: DependencyFacts, { sign, duration }: Lag, { text }: ChangeContext): SnippetEdit {
  const said = ` ${sign < 0 ? '-' : '+'}${formatDuration(duration, text.vocabulary)}`;
  if (lag === undefined) return { file: text.file, start: at.end, end: at.end, insert: [said] };
  const before = text.slice({ start: at.start, end: lag.at.start }).replace(SIGN, '');
  return { file: text.file, start: at.start + before.length, end: lag.at.end, insert: [said] };
}

/** A lag stands there that says nothing, as `+5Q`. */
function isUnreadable({ lag, at, target }: DependencyFacts, { text }: ChangeContext): boolean {
  return lag === undefined && /[+\-＋－−]/.test(text.slice({ start: target.at.end, end: at.end }));
}

function nothingSays(item: ItemFacts): Refusal {
  return refuse(
    (lang) =>
      `${nameIn(item, lang)} has neither a deadline nor anything that it waits for, so nothing can state that it slips: give it a deadline first`,
    (lang) => `${nameIn(item, lang)}既没有期限，也没有前置事项，无法写明它延期：请先明确期限`,
  );
}

function heldElsewhere(item: ItemFacts, { predecessor, successor }: Dependency): Refusal {
  if (successor === item) {
    return refuse(
      (lang) =>
        `No time between ${nameIn(predecessor, lang)} and ${nameIn(item, lang)} leads to that day: let ${nameIn(predecessor, lang)} slip`,
      (lang) =>
        `${nameIn(predecessor, lang)}与${nameIn(item, lang)}之间的间隔无法恰好得到这一天，请让${nameIn(predecessor, lang)}延期`,
    );
  }
  return refuse(
    (lang) =>
      `${nameIn(item, lang)} waits for what ${nameIn(successor, lang)} waits for, not by itself: let ${nameIn(predecessor, lang)} slip`,
    (lang) =>
      `${nameIn(item, lang)}的时间受制于${nameIn(successor, lang)}的前置事项，请让${nameIn(predecessor, lang)}延期`,
  );
}
