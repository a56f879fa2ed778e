/** Findings that are there only because of others at the same place. */
import type { FileFacts, Finding, JsonValue } from '../../model/facts.js';
import type { Span } from '../../model/span.js';
import { ruleOf } from './index.js';

/** Mistakes in the text itself: whatever else is found in exactly that text is found because of them. */
function isCause({ code }: Finding): boolean {
  return code === 'syntax/unexpected' || code.startsWith('value/') || code === 'member/repeated';
}

/**
 * "A diagnostic that follows from another on the same statement is not shown" (semantics §4). Most of it is settled
 * before: a member that cannot be read counts as stated but unknown, so that nothing is concluded from it. What is left
 * is a finding in the very text that could not be read, and the lack of a member whose keyword was mistyped.
 */
export function withoutConsequences(found: readonly Finding[], file: FileFacts): readonly Finding[] {
  const causes = found.filter(isCause).sort((a, b) => a.at.start - b.at.start);
  if (causes.length === 0) return found;
  const covered = coveredBy(causes);
  const mistyped = mistypedIn(causes);
  return found.filter((finding) => {
    if (isCause(finding) || finding.code === 'syntax/full-width') return true;
    return !covered(finding.at) && !lacksMistyped(finding, mistyped, file);
  });
}

/** Whether a place lies in the place of a cause; `causes` by their start. */
function coveredBy(causes: readonly Finding[]): (at: Span) => boolean {
  /** How far the causes reach that begin at or before each of them. */
  let reach = 0;
  const reaches = causes.map(({ at }) => {
    reach = Math.max(reach, at.end);
    return reach;
  });
  return ({ start, end }) => {
    let [low, high] = [0, causes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((causes[middle]?.at.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return end <= (reaches[low - 1] ?? -1);
  };
}

interface Mistyped {
  readonly at: Span;
  readonly member: JsonValue;
}

function mistypedIn(causes: readonly Finding[]): readonly Mistyped[] {
  return causes.flatMap(({ at, data }) => {
    const member = data.guess ?? (isRecord(data.glued) ? data.glued.keyword : undefined);
    return member === undefined ? [] : [{ at, member }];
  });
}

function lacksMistyped(finding: Finding, mistyped: readonly Mistyped[], file: FileFacts): boolean {
  const lacked = ruleOf(finding.code)?.lacks;
  if (lacked === undefined || mistyped.length === 0) return false;
  const declaration = file.declarations.find(({ at }) => within(finding.at, at));
  return (
    declaration !== undefined && mistyped.some(({ at, member }) => member === lacked && within(at, declaration.at))
  );
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isRecord(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
