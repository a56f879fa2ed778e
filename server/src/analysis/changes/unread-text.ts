/** Where a state of the files cannot be read: what may stand there is neither gone nor new. */
import type { Plan } from '../../model/plan.js';
import type { Span } from '../../model/span.js';
import { isReadingError } from '../checks/unread.js';

export interface Placed {
  readonly at: Span;
}

/** Whether something in a block cannot be read that is not in one of its parts. */
export function isUnreadIn({ at }: Placed, plan: Plan, parts: readonly Placed[] = []): boolean {
  const findings = plan.file(at.file)?.findings ?? [];
  return findings.some(
    (finding) => isReadingError(finding) && holds(at, finding.at) && !parts.some((part) => holds(part.at, finding.at)),
  );
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
