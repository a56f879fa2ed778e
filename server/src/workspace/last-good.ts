/**
 * The plan as previews show it: while a statement is half typed, what could last be read of it stays. Never for
 * diagnostics, which speak of the text as it is.
 */
import { Analysis } from '../analysis/analysis.js';
import type { Declaration, FileFacts, Finding } from '../model/facts.js';
import { Plan } from '../model/plan.js';
import type { Span } from '../model/span.js';
import type { PlanRoot } from './plan-root.js';

interface Kept {
  /** The facts that `shown` was made from. */
  readonly facts: FileFacts;
  /** The same object as `facts` where nothing is broken. */
  readonly shown: FileFacts;
}

export class LastGood {
  readonly #root: PlanRoot;
  readonly #kept = new Map<string, Kept>();
  /** Made only while something is broken. */
  #plan: Plan | undefined;
  #analysis: { readonly of: Analysis; readonly frame: number; readonly shown: Analysis } | undefined;

  constructor(root: PlanRoot) {
    this.#root = root;
  }

  /** Looks at what has changed. To be called after each edit, or what was good in between is not remembered. */
  take(): void {
    const files = new Set(this.#root.files);
    for (const file of this.#kept.keys()) {
      if (files.has(file)) continue;
      this.#kept.delete(file);
      this.#plan?.delete(file);
    }
    for (const file of files) {
      const facts = this.#root.facts(file);
      const before = this.#kept.get(file);
      if (facts === undefined || before?.facts === facts) continue;
      const shown = before === undefined ? facts : patched(before.shown, facts);
      this.#kept.set(file, { facts, shown });
      this.#plan?.set(shown);
    }
    const whole = [...this.#kept.values()].every(({ facts, shown }) => facts === shown);
    if (whole) this.#plan = undefined;
    else this.#plan ??= new Plan([...this.#kept.values()].map(({ shown }) => shown));
  }

  /** What there is to show amounts to. Not to be kept over an edit. */
  get analysis(): Analysis {
    this.take();
    const of = this.#root.analysis;
    if (this.#plan === undefined) return of;
    const { frame } = this.#root;
    const before = this.#analysis;
    if (before?.of === of && before.shown.plan === this.#plan) return before.shown;
    // What was computed of other projects holds on while the frame does.
    const continues = before?.frame === frame && before.shown.plan === this.#plan;
    const shown = new Analysis(this.#plan, of.options, continues ? before.shown : undefined);
    this.#analysis = { of, frame, shown };
    return shown;
  }
}

/** What is wrong with the text itself; all else is wrong with what it says and can be shown. */
function breaks({ code }: Finding): boolean {
  return code === 'syntax/unexpected' || code.startsWith('value/');
}

/** `now`, with what is unreadable in it as it was in `good`. */
function patched(good: FileFacts, now: FileFacts): FileFacts {
  const broken = now.findings.filter(breaks).map(({ at }) => at);
  if (broken.length === 0) return now;
  return { ...now, declarations: mergedList(good.declarations, now.declarations, broken) as readonly Declaration[] };
}

interface Part {
  readonly id: string;
  readonly kind?: string;
  readonly at: Span;
}

const isPart = (value: unknown): value is Part => isObject(value) && typeof value.id === 'string' && isSpan(value.at);

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !(value instanceof Set);

const isSpan = (value: unknown): value is Span => isObject(value) && typeof value.start === 'number';

const holds = (at: Span, broken: readonly Span[]): boolean =>
  broken.some(({ start, end }) => start <= at.end && end >= at.start);

const keyOf = ({ id, kind }: Part): string => `${kind ?? ''} ${id}`;

/**
 * Declarations, items or issues of one block: those that hold something broken are completed; those that are gone stay
 * where something between their neighbours is broken, since then they were hardly taken out on purpose.
 */
function mergedList(good: readonly Part[], now: readonly Part[], broken: readonly Span[]): readonly Part[] {
  const known = new Map(good.map((part) => [keyOf(part), part]));
  const present = new Set(now.map(keyOf));
  const result = now.map((part) => {
    const before = known.get(keyOf(part));
    return before === undefined || !holds(part.at, broken) ? part : merged(before, part, broken);
  });
  let before: Part | undefined;
  /** The last of the neighbours before that stands in the text. */
  let anchor: Part | undefined;
  for (const part of good) {
    if (present.has(keyOf(part))) {
      before = result.find((other) => keyOf(other) === keyOf(part));
      anchor = before;
      continue;
    }
    const index = before === undefined ? 0 : result.indexOf(before) + 1;
    const from = anchor?.at.start ?? 0;
    const end = nextKnown(now, known, anchor)?.at.start ?? Number.POSITIVE_INFINITY;
    if (!broken.some((at) => at.end >= from && at.start <= end)) continue;
    result.splice(index, 0, part);
    before = part;
  }
  return result;
}

function nextKnown(now: readonly Part[], known: ReadonlyMap<string, Part>, before: Part | undefined): Part | undefined {
  const start = before === undefined ? 0 : now.findIndex((part) => keyOf(part) === keyOf(before)) + 1;
  return now.slice(start).find((part) => known.has(keyOf(part)));
}

/** `now`, with the members that it lacks taken from `good`. */
function merged<T extends object>(good: T, now: T, broken: readonly Span[]): T {
  const before = new Map<string, unknown>(Object.entries(good));
  const result = new Map<string, unknown>(Object.entries(now));
  for (const [key, was] of before) {
    const is = result.get(key);
    if (is === undefined) result.set(key, was);
    else if (Array.isArray(was) && Array.isArray(is)) result.set(key, mergedArray(was, is, broken));
    else if (isObject(was) && isObject(is) && isSpan(is.at) && holds(is.at, broken)) {
      result.set(key, merged(was, is, broken));
    }
  }
  return Object.fromEntries(result) as T;
}

function mergedArray(was: readonly unknown[], is: readonly unknown[], broken: readonly Span[]): readonly unknown[] {
  if (was.every(isPart) && is.every(isPart)) return mergedList(was, is, broken);
  return is.length < was.length ? was : is;
}
