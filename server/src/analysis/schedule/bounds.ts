/** What dependencies ask of an item (semantics §1 and §2). */
import { at, type Link, waitsForFinish } from './network.js';
import { unitOf, WORKING_DAYS, type WorkingTime } from './working-time.js';

/** Boundaries by item; NaN where there is none. */
export interface Times {
  readonly a: number[];
  /** Behind the last day; of work without length behind its day. */
  readonly b: number[];
  /** Where what waits for the finish may begin: `b`, or the day itself of a point on its day. */
  readonly next: number[];
}

/**
 * What kind of boundary a dependency leads to, and of what. Work is held by its start or by its finish: FF to days at or
 * after the evening, SF and leads of working days to the last day of work before the boundary. A milestone is held by
 * two: where what follows it may begin, and the end of its day. FF asks the same of both, a start of work for the day
 * that begins with it (the next working day where the lag is in working days), and a point for what it is itself.
 */
export type BoundKind =
  | typeof NEXT
  | typeof END
  | typeof MORNING
  | typeof WORKING_MORNING
  | typeof FINISH_EVENING
  | typeof BY_EVENING
  | typeof BY_NEXT
  | typeof BY_END
  | typeof BY_MORNING
  | typeof BY_WORKING_MORNING;
export const NEXT = 0;
export const END = 1;
const MORNING = 2;
const WORKING_MORNING = 3;
export const FINISH_EVENING = 4;
const BY_EVENING = 5;
export const BY_NEXT = 6;
export const BY_END = 7;
const BY_MORNING = 8;
const BY_WORKING_MORNING = 9;
export const BOUND_KINDS: readonly BoundKind[] = [
  NEXT,
  END,
  MORNING,
  WORKING_MORNING,
  FINISH_EVENING,
  BY_EVENING,
  BY_NEXT,
  BY_END,
  BY_MORNING,
  BY_WORKING_MORNING,
];

/** The boundary that a link holds its successor to; `time` is the successor's. NaN where the predecessor has none. */
export function boundOf(link: Link, { a, b, next }: Times, time: WorkingTime): number {
  const { lag, type } = link.facts;
  const from = at(type === 'FS' ? next : type === 'FF' ? b : a, link.predecessor);
  return lag === undefined || Number.isNaN(from) ? from : time.lagged(from, lag);
}

/** Of what waits for a finish or a point, the end of the day of a milestone; elsewhere as `boundOf`. */
function endBoundOf(link: Link, times: Times, time: WorkingTime): number {
  const { lag } = link.facts;
  const from = at(times.b, link.predecessor);
  return lag === undefined || Number.isNaN(from) ? from : time.lagged(from, lag);
}

/** Whether an item is a point: what waits for its start and what waits for its finish wait for the same. */
export function isPoint({ a, next }: Times, item: number): boolean {
  return at(a, item) === at(next, item);
}

/** The kind of `boundOf`; `point`: the predecessor is one. */
export function kindOf({ facts: { lag, type } }: Link, point: boolean): BoundKind {
  const working = lag !== undefined && unitOf(lag.duration) === WORKING_DAYS;
  switch (type) {
    case 'FS':
      return NEXT;
    case 'SS':
      return point ? NEXT : working ? WORKING_MORNING : MORNING;
    case 'FF':
      return working && lag.sign < 0 && lag.duration.amount > 0 ? BY_EVENING : FINISH_EVENING;
    case 'SF':
      return point ? BY_NEXT : working ? BY_WORKING_MORNING : BY_MORNING;
  }
}

/** No earlier than: −Infinity where nothing is asked. */
export interface Bounds {
  /** Of the start of work (FS, SS). */
  start: number;
  /** Of its finish: an evening (FF). */
  finish: number;
  /** Of its finish: the last day of work before it is late enough (SF). */
  by: number;
  /** Of where what follows a milestone may begin. */
  next: number;
  /** Of the end of a milestone's day. */
  end: number;
  /** Something is waited for that ends: then the milestone is not over before its day is. */
  onFinish: boolean;
}

export function noBounds(): Bounds {
  const none = Number.NEGATIVE_INFINITY;
  return { start: none, finish: none, by: none, next: none, end: none, onFinish: false };
}

export function clear(bounds: Bounds): void {
  bounds.start = Number.NEGATIVE_INFINITY;
  bounds.finish = Number.NEGATIVE_INFINITY;
  bounds.by = Number.NEGATIVE_INFINITY;
  bounds.next = Number.NEGATIVE_INFINITY;
  bounds.end = Number.NEGATIVE_INFINITY;
  bounds.onFinish = false;
}

export function areSame(one: Readonly<Bounds>, other: Readonly<Bounds>): boolean {
  return (
    one.start === other.start &&
    one.finish === other.finish &&
    one.by === other.by &&
    one.next === other.next &&
    one.end === other.end &&
    one.onFinish === other.onFinish
  );
}

export function merge(into: Bounds, other: Readonly<Bounds>): void {
  into.start = Math.max(into.start, other.start);
  into.finish = Math.max(into.finish, other.finish);
  into.by = Math.max(into.by, other.by);
  into.next = Math.max(into.next, other.next);
  into.end = Math.max(into.end, other.end);
  into.onFinish ||= other.onFinish;
}

/** Takes a link into account; `milestone`: where it may hold one. */
export function tighten(bounds: Bounds, link: Link, times: Times, time: WorkingTime, milestone: boolean): void {
  const boundary = boundOf(link, times, time);
  // A predecessor without dates asks nothing.
  if (Number.isNaN(boundary)) return;
  const { predecessor, facts } = link;
  // Most are plain: after what ends, and no milestone.
  if (facts.type === 'FS' && !milestone) {
    if (boundary > bounds.start) bounds.start = boundary;
    return;
  }
  const kind = kindOf(link, isPoint(times, predecessor));
  if (isOnStart(kind)) bounds.start = Math.max(bounds.start, boundary);
  else if (kind === FINISH_EVENING) bounds.finish = Math.max(bounds.finish, boundary);
  else bounds.by = Math.max(bounds.by, boundary);
  if (!milestone) return;
  const end = milestoneEnd(link, times, time);
  bounds.end = Math.max(bounds.end, end);
  bounds.next = Math.max(bounds.next, isMorning(kind) ? end - 1 : boundary);
  bounds.onFinish ||= waitsForFinish(link) || at(times.a, predecessor) === at(times.b, predecessor);
}

/** What holds the start of work. */
export function isOnStart(kind: BoundKind): boolean {
  return kind <= WORKING_MORNING;
}

export function isMorning(kind: BoundKind): boolean {
  return kind === MORNING || kind === BY_MORNING || isWorkingMorning(kind);
}

export function isWorkingMorning(kind: BoundKind): boolean {
  return kind === WORKING_MORNING || kind === BY_WORKING_MORNING;
}

/** Behind the day of a milestone that waits for a link and nothing else. */
export function milestoneEnd(link: Link, times: Times, time: WorkingTime): number {
  const kind = kindOf(link, isPoint(times, link.predecessor));
  if (!isMorning(kind)) return endBoundOf(link, times, time);
  const boundary = boundOf(link, times, time);
  if (Number.isNaN(boundary)) return boundary;
  return (isWorkingMorning(kind) ? time.nextStart(boundary) : boundary) + 1;
}
