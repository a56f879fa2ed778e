/** Whether every reference still leads to what it led to, once names are others than before. */
import { ownFields } from '../analysis/expressions/own-fields.js';
import type { FileFacts, Ref } from '../model/facts.js';
import { Plan } from '../model/plan.js';
import type { Span } from '../model/span.js';
import { readPlan } from '../syntax/read-plan.js';
import { namesInExpressions, resolveSegment } from './occurrences.js';
import type { PlanElement } from './plan-elements.js';

/** Replaces the text at a span. */
export interface TextChange {
  readonly at: Span;
  readonly newText: string;
}

/** A reference that would lead elsewhere. */
export interface LostMeaning {
  readonly at: Span;
  /** Undefined where it is no path but a name in a condition. */
  readonly ref: Ref | undefined;
  /** What it leads to now; undefined where that is nothing. */
  readonly target: PlanElement | undefined;
}

export interface Renaming {
  readonly plan: Plan;
  readonly text: (file: string) => string;
  readonly changes: readonly TextChange[];
  /** The names that come or go: references that hold none of them mean what they meant. */
  readonly names: ReadonlySet<string>;
}

export function lostMeanings({ plan, text, changes, names }: Renaming): readonly LostMeaning[] {
  const edits = new Map<string, TextChange[]>();
  for (const change of changes) edits.set(change.at.file, [...(edits.get(change.at.file) ?? []), change]);
  const read = new Map([...edits].map(([file, own]) => [file, readPlan(file, applied(text(file), own))]));
  const after = new Plan(plan.files().map((facts) => read.get(facts.file) ?? facts));
  const moved = (at: Span): number => movedTo(at.start, edits.get(at.file) ?? []);
  const placeBefore = (element: PlanElement | undefined): string => placeOf(element, moved);
  const placeAfter = (element: PlanElement | undefined): string => placeOf(element, ({ start }) => start);
  return plan.files().flatMap((facts) => {
    const now = after.file(facts.file) ?? facts;
    return [
      ...lostRefs(facts, now, { plan, after, names, moved, placeBefore, placeAfter }),
      ...lostNames(facts, now, { plan, after, names, moved, placeBefore, placeAfter }),
    ];
  });
}

interface Comparison {
  readonly plan: Plan;
  readonly after: Plan;
  readonly names: ReadonlySet<string>;
  readonly moved: (at: Span) => number;
  readonly placeBefore: (element: PlanElement | undefined) => string;
  readonly placeAfter: (element: PlanElement | undefined) => string;
}

function lostRefs(facts: FileFacts, now: FileFacts, comparison: Comparison): readonly LostMeaning[] {
  const { plan, after, names, moved, placeBefore, placeAfter } = comparison;
  const refs = facts.refs.filter(({ segments }) => segments.some(({ text }) => names.has(text)));
  if (refs.length === 0) return [];
  const byStart = new Map(now.refs.map((ref) => [ref.at.start, ref]));
  return refs.flatMap((ref): LostMeaning[] => {
    const target = plan.resolve(ref);
    const same = byStart.get(moved(ref.at));
    const lost =
      same === undefined ||
      placeBefore(target) !== placeAfter(after.resolve(same)) ||
      // What is on the way counts too where the whole leads nowhere.
      (target === undefined &&
        ref.segments.some(
          (_, index) =>
            placeBefore(resolveSegment(plan, ref, index)) !== placeAfter(resolveSegment(after, same, index)),
        ));
    return lost ? [{ at: ref.at, ref, target }] : [];
  });
}

function lostNames(facts: FileFacts, now: FileFacts, comparison: Comparison): readonly LostMeaning[] {
  const { plan, after, names, moved, placeBefore, placeAfter } = comparison;
  const uses = namesInExpressions(facts, ownFields(plan)).filter(({ name }) => names.has(name));
  if (uses.length === 0) return [];
  const byStart = new Map(namesInExpressions(now, ownFields(after)).map((use) => [use.at.start, use]));
  return uses.flatMap((use): LostMeaning[] => {
    const target = find(plan, use);
    const same = byStart.get(moved(use.at));
    const isLost = same === undefined || placeBefore(target) !== placeAfter(find(after, same));
    return isLost ? [{ at: use.at, ref: undefined, target }] : [];
  });
}

function find(plan: Plan, { kind, name }: { readonly kind: Ref['kinds'][number]; readonly name: string }) {
  return kind === 'item' || kind === 'issue' ? undefined : plan.find(kind, name);
}

function placeOf(element: PlanElement | undefined, start: (at: Span) => number): string {
  return element === undefined ? '' : `${element.at.file} ${start(element.name?.at ?? element.at)}`;
}

function applied(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .sort((a, b) => b.at.start - a.at.start || b.at.end - a.at.end)
    .reduce((result, { at, newText }) => result.slice(0, at.start) + newText + result.slice(at.end), text);
}

function movedTo(offset: number, changes: readonly TextChange[]): number {
  let by = 0;
  for (const { at, newText } of changes)
    if (at.end <= offset && at.start < offset) by += newText.length - (at.end - at.start);
  return offset + by;
}
