/** Physical progress against the Plan's dates, in percent points (semantics §3). */
import type { Day } from '../../model/day.js';
import type { ItemFacts, ProjectFacts } from '../../model/facts.js';
import { add, div, HUNDRED, max, mul, type Rational, rational, sub, whole, ZERO } from '../../model/rational.js';
import { lengthOf } from '../schedule/length.js';
import { doneAt, itemOpenAt, reportsAt } from '../state.js';
import { positionIn } from './investment.js';
import type { Scheduled } from './scheduled.js';

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
  const planned = (item: ItemFacts): Rational => {
    const { planStart: first, planFinish: last } = schedule.item(item) ?? {};
    return first === undefined || last === undefined || isPoint(item) ? ZERO : whole(last - first + 1);
  };
  return shareOut(project.items, undefined, planned);
}

/** The latest report's physical progress, else what the items add up to; undefined where there is neither. */
export function progress(project: ProjectFacts, weighed: readonly WeighedItem[], status: Day): Rational | undefined {
  const reported = reportsAt(project, status).findLast((report) => report.progress !== undefined)?.progress;
  return reported?.value ?? weightedMean(weighed, (item) => progressOf(item, status));
}

/** Where the Plan has the project by S; without any item, S's position in `period`. */
export function plannedProgress(
  project: ProjectFacts,
  weighed: readonly WeighedItem[],
  status: Day,
  schedule: Scheduled,
): Rational | undefined {
  if (weighed.length > 0) return weightedMean(weighed, (item) => plannedProgressOf(item, status, schedule));
  if (project.period === undefined) return undefined;
  const first = project.period.from.period.first;
  const last = project.period.to.period.last;
  return last < first ? undefined : mul(positionIn({ first, last }, status), HUNDRED);
}

/** max(0, planned − actual), in percentage points. */
export function progressBehind(planned: Rational | undefined, actual: Rational | undefined): Rational | undefined {
  return planned === undefined || actual === undefined ? undefined : max(ZERO, sub(planned, actual));
}

/** Percent complete of a leaf at S. What is stated of a task that had not begun by S was not so at S. */
function progressOf(item: ItemFacts, status: Day): Rational {
  if (doneAt(item, status) !== undefined || !itemOpenAt(item, status)) return HUNDRED;
  if (item.kind === 'milestone') return ZERO;
  return item.started !== undefined && item.started.day > status ? ZERO : (item.progress?.value ?? ZERO);
}

/** By the Plan's dates: nothing before the first day, all behind the last one, linear in between; a milestone is a point. */
function plannedProgressOf(item: ItemFacts, status: Day, schedule: Scheduled): Rational | undefined {
  const { planStart: first, planFinish: last } = schedule.item(item) ?? {};
  if (last === undefined) return undefined;
  if (status > last) return HUNDRED;
  return first === undefined ? ZERO : mul(positionIn({ first, last }, status), HUNDRED);
}

/** Undefined where no item weighs anything, or where one that does is undefined. */
function weightedMean(
  weighed: readonly WeighedItem[],
  of: (item: ItemFacts) => Rational | undefined,
): Rational | undefined {
  let sum = ZERO;
  let total = ZERO;
  for (const { item, weight } of weighed) {
    if (weight.n === 0n) continue;
    const value = of(item);
    if (value === undefined) return undefined;
    sum = add(sum, mul(weight, value));
    total = add(total, weight);
  }
  return div(sum, total);
}

/** A task to which no length is given. */
function isPoint(item: ItemFacts): boolean {
  return lengthOf(item).amount === 0;
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
