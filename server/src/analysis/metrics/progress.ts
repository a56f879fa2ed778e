/** Physical progress against the Plan's dates, in percent points (semantics §3). */
import type { Keyword } from '../../../../grammar/keywords.js';
import type { Day } from '../../model/day.js';
import type { ItemFacts, ProjectFacts } from '../../model/facts.js';
import { itemsOf } from '../../model/plan.js';
import { add, div, HUNDRED, max, mul, type Rational, rational, sub, whole, ZERO } from '../../model/rational.js';
import { lengthOf } from '../schedule/work-length.js';
import { DAYS, MONTHS, type Unit, WORKING_DAYS } from '../schedule/working-time.js';
import { doneAt, itemOpenAt, progressAt, reportsAt } from '../state.js';
import { positionIn } from './investment.js';
import type { Scheduled } from './schedule-dates.js';

/** A leaf item and its share in the project's progress; shares are relative to their sum. */
export interface WeighedItem {
  readonly item: ItemFacts;
  readonly weight: Rational;
}

/**
 * The leaf items with their weights: as stated, else by planned length. What is stated on a summary is shared out below
 * it; where some weights are stated, the other items share what is left of the whole by their length. Items that all
 * have no length count alike.
 */
export function weigh(project: ProjectFacts, schedule: Scheduled): readonly WeighedItem[] {
  return shareOut(project.items, undefined, (item) => plannedLength(item, schedule));
}

/** Days: how long a year, a month and a week's work are where no date says which. */
const NOMINAL: Readonly<Record<Unit, Rational>> = {
  [DAYS]: whole(1),
  [WORKING_DAYS]: rational(7n, 5n),
  [MONTHS]: rational(365n, 12n),
};

/** In calendar days. */
function plannedLength(item: ItemFacts, schedule: Scheduled): Rational {
  const { unit, amount } = lengthOf(item);
  if (amount === 0) return ZERO;
  const planned = schedule.item(item)?.plannedDays() ?? 0;
  return planned === 0 ? mul(whole(amount), NOMINAL[unit]) : whole(planned);
}

/** The latest report's physical progress, else what the items add up to; undefined where there is neither. */
export function progress(project: ProjectFacts, weighed: readonly WeighedItem[], status: Day): Rational | undefined {
  const reported = reportsAt(project, status).findLast((report) => report.progress !== undefined)?.progress;
  if (reported !== undefined) return reported.value;
  return isUnread(project, MEASURES) ? undefined : weightedMean(weighed, (item) => progressOf(item, status));
}

/**
 * Where the Plan has the project by S, S counted. Where no item has a weight or a length (milestones only), and where
 * there is none that the Plan dates, S's position in `period`. An item that it does not date, among others that it does,
 * is planned as it is: nothing is behind for want of a date.
 */
export function plannedProgress(
  project: ProjectFacts,
  weighed: readonly WeighedItem[],
  status: Day,
  schedule: Scheduled,
): Rational | undefined {
  if (isUnread(project, PLANS) || weighed.some(({ item }) => schedule.item(item)?.isDoubtful === true))
    return undefined;
  if (isMeasured(project, schedule) && weighed.some(({ item }) => schedule.item(item)?.planFinish !== undefined)) {
    return weightedMean(weighed, (item) => plannedProgressOf(item, status, schedule));
  }
  if (project.period === undefined) return undefined;
  const first = project.period.from.period.first;
  const last = project.period.to.period.last;
  return last < first ? undefined : mul(positionIn({ first, last }, status), HUNDRED);
}

/** What says how much of the project an item is and how far it has got. */
const MEASURES: readonly Keyword[] = ['weight', 'duration', 'start', 'finish', 'progress', 'done', 'started'];
/** What says so of the plan. */
const PLANS: readonly Keyword[] = ['weight', 'duration', 'start', 'finish', 'due', 'after', 'suspended', 'calendar'];

/** Of what cannot be read in one item, the share of every other depends. */
function isUnread(project: ProjectFacts, members: readonly Keyword[]): boolean {
  for (const { unread } of itemsOf(project)) {
    if (unread !== undefined && unread.size > 0 && members.some((member) => unread.has(member))) return true;
  }
  return false;
}

/** Whether anything says how much of the project an item is: a weight, or the length of a leaf. */
function isMeasured(project: ProjectFacts, schedule: Scheduled): boolean {
  for (const item of itemsOf(project)) {
    if (item.weight !== undefined) return true;
    if (item.items.length === 0 && plannedLength(item, schedule).n > 0n) return true;
  }
  return false;
}

/** max(0, planned − actual), in percentage points. */
export function progressBehind(planned: Rational | undefined, actual: Rational | undefined): Rational | undefined {
  return planned === undefined || actual === undefined ? undefined : max(ZERO, sub(planned, actual));
}

/** Percent complete of a leaf at S. What is stated of a task that had not begun by S was not so at S. */
function progressOf(item: ItemFacts, status: Day): Rational {
  if (doneAt(item, status) !== undefined || !itemOpenAt(item, status)) return HUNDRED;
  if (item.kind === 'milestone') return ZERO;
  return item.started !== undefined && item.started.day > status ? ZERO : (progressAt(item, status)?.value ?? ZERO);
}

/** By the Plan's dates: nothing before the first day, all from the last one on, linear in between, S counted, days on which work is interrupted
 * left out; a milestone is a point. */
function plannedProgressOf(item: ItemFacts, status: Day, schedule: Scheduled): Rational {
  const scheduled = schedule.item(item);
  if (scheduled?.planFinish === undefined) return progressOf(item, status);
  if (status >= scheduled.planFinish) return HUNDRED;
  const whole = scheduled.plannedDays();
  return whole === 0 ? ZERO : rational(100n * BigInt(scheduled.plannedDays(status)), BigInt(whole));
}

/** Undefined where no item weighs anything. */
function weightedMean(weighed: readonly WeighedItem[], of: (item: ItemFacts) => Rational): Rational | undefined {
  let sum = ZERO;
  let total = ZERO;
  for (const { item, weight } of weighed) {
    if (weight.n === 0n) continue;
    sum = add(sum, mul(weight, of(item)));
    total = add(total, weight);
  }
  return div(sum, total);
}

interface Share {
  readonly item: ItemFacts;
  readonly weight: Rational | undefined;
}

function shareOut(
  items: readonly ItemFacts[],
  pot: Rational | undefined,
  planned: (item: ItemFacts) => Rational,
): readonly WeighedItem[] {
  const shares = items.flatMap((item) => sharesOf(item, planned));
  const stated = shares.some(({ weight }) => weight !== undefined);
  const open = shares.filter(({ weight }) => weight === undefined);
  const lengths = new Map(open.map(({ item }) => [item, planned(item)]));
  const total = sum(lengths.values());
  const left = max(ZERO, sub(pot ?? HUNDRED, sum(shares.map(({ weight }) => weight ?? ZERO))));
  const whatIsLeft = stated || pot !== undefined ? left : HUNDRED;
  return shares.map(({ item, weight }) => {
    if (weight !== undefined) return { item, weight };
    const part = div(lengths.get(item) ?? ZERO, total) ?? rational(1n, BigInt(open.length));
    return { item, weight: mul(whatIsLeft, part) };
  });
}

function sharesOf(item: ItemFacts, planned: (item: ItemFacts) => Rational): readonly Share[] {
  if (item.items.length === 0) return [{ item, weight: item.weight?.value }];
  return item.weight === undefined
    ? item.items.flatMap((child) => sharesOf(child, planned))
    : shareOut(item.items, item.weight.value, planned);
}

function sum(values: Iterable<Rational>): Rational {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}
