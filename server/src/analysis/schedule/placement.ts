/** Where a leaf comes to stand in the forecast and in the plan, given what its dependencies ask (semantics §2). */
import type { Day } from '../../model/day.js';
import type { ItemFacts } from '../../model/facts.js';
import type { Bounds, Times } from './bounds.js';
import { at } from './network.js';
import { type Situation, workOf } from './situation.js';
import type { Work } from './work.js';
import { remainingOf, type WorkLength } from './work-length.js';

/** A leaf about to be placed; one object for all of a pass. */
export interface Leaf {
  i: number;
  item: ItemFacts;
  length: WorkLength;
  work: Work;
}

/** Sets a, b and next of a leaf. */
export type Placement = (leaf: Leaf, bounds: Readonly<Bounds>, times: Times) => void;

export function placeForecast(
  situation: Situation,
  leaf: Leaf,
  bounds: Readonly<Bounds>,
  times: Times,
  planned: Times | undefined,
): void {
  const { status, facts } = situation;
  const { i, item, length, work } = leaf;
  const done = at(facts.done, i);
  const started = at(facts.started, i);
  if (!Number.isNaN(done)) {
    if (!Number.isNaN(started)) set(times, i, Math.min(started, done), done);
    else if (length.amount === 0) onDay(times, i, done - 1);
    else set(times, i, work.before(done, length), done);
    return;
  }
  // S has not ended, so what is open finishes on S at the earliest.
  const tonight = status + 1;
  if (facts.begun[i] === true) {
    const begun = Number.isNaN(started) ? assumedStart(planned, i, status) : started;
    const rest = remainingOf(item, status, begun);
    const restWork = workOf(situation, i, rest);
    const end = Math.max(tonight, restWork.after(status, rest), heldEnd(restWork, bounds));
    set(times, i, begun, end);
    return;
  }
  if (item.kind === 'milestone') {
    const { assumed } = situation;
    placeMilestone(times, i, bounds, status, {
      due: at(facts.due, i),
      assumed: assumed?.index === i ? assumed.boundary : Number.NaN,
    });
    return;
  }
  const start = Math.max(status, item.start?.period.first ?? status, bounds.start);
  place(leaf, start, bounds, times);
}

/** What has begun without saying when: at its planned start, and S at the latest. */
function assumedStart(planned: Times | undefined, i: number, status: Day): number {
  const start = at(planned?.a ?? [], i);
  return Number.isNaN(start) ? status : Math.min(start, status);
}

/**
 * A milestone is a boundary, x. One that waits for finishes, or for nothing, is on the day before it; one that waits for
 * starts on the first day at or after it. Of both kinds the later counts.
 */
function placeMilestone(
  times: Times,
  i: number,
  bounds: Readonly<Bounds>,
  status: Day,
  { due, assumed }: { readonly due: number; readonly assumed: number },
): void {
  const none = Number.NEGATIVE_INFINITY;
  const waits = bounds.end > none;
  const onFinish = bounds.onFinish || !waits;
  const isAssumed = !Number.isNaN(assumed);
  const alone = isAssumed ? assumed : waits || Number.isNaN(due) ? none : due;
  const end = Math.max(bounds.end, status + 1, alone);
  // What follows a start may begin on its day, the assumed one as well.
  const from = isAssumed && !onFinish ? alone - 1 : alone;
  setMilestone(times, i, end, Math.max(bounds.next, onFinish ? status + 1 : status, from));
}

/** What follows may begin on its day or behind it. */
function setMilestone(times: Times, i: number, end: number, next: number): void {
  const free = Math.max(next, end - 1);
  set(times, i, free, end, free);
}

export function placePlan(situation: Situation, leaf: Leaf, bounds: Readonly<Bounds>, times: Times): void {
  const { i, item, length, work } = leaf;
  const due = at(situation.facts.due, i);
  if (item.kind === 'milestone') {
    if (bounds.end > Number.NEGATIVE_INFINITY) setMilestone(times, i, bounds.end, bounds.next);
    else set(times, i, due, due);
    return;
  }
  const start = Math.max(item.start?.period.first ?? Number.NEGATIVE_INFINITY, bounds.start);
  const held = heldEnd(work, bounds);
  const isHeld = held > Number.NEGATIVE_INFINITY;
  if (start > Number.NEGATIVE_INFINITY || (isHeld && length.amount === 0)) place(leaf, start, bounds, times);
  else {
    const finish =
      held > Number.NEGATIVE_INFINITY ? held : item.finish === undefined ? due : item.finish.period.last + 1;
    if (Number.isNaN(finish)) return;
    if (length.amount === 0) onDay(times, i, finish - 1);
    else set(times, i, work.before(finish, length), finish);
  }
}

/**
 * From `start` on, or from the first day of work after it, unless the finish is held later: then the start moves with
 * it. Work without length is a point on its day.
 */
function place({ i, length, work }: Leaf, start: number, bounds: Readonly<Bounds>, times: Times): void {
  if (length.amount === 0) {
    onDay(times, i, work.nextStart(Math.max(start, bounds.finish - 1, bounds.by - 1)));
    return;
  }
  const from = work.nextStart(start);
  const end = work.after(from, length);
  const held = heldEnd(work, bounds);
  if (held > end) set(times, i, Math.max(from, work.before(held, length)), held);
  else set(times, i, from, end);
}

/** The end of work that FF and SF ask for, at the end of a day of work; −Infinity where they ask nothing. */
function heldEnd(work: Work, { finish, by }: Readonly<Pick<Bounds, 'finish' | 'by'>>): number {
  const none = Number.NEGATIVE_INFINITY;
  return Math.max(finish === none ? none : work.nextEnd(finish), by === none ? none : work.lastEnd(by));
}

export function set({ a, b, next }: Times, i: number, start: number, end: number, free: number = end): void {
  a[i] = start;
  b[i] = end;
  next[i] = free;
}

function onDay(times: Times, i: number, day: number): void {
  set(times, i, day, day + 1, day);
}
