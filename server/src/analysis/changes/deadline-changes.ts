/** Deadlines that were moved, and whether a `revised` says so (semantics §5). */

import type { Keyword } from '../../../../grammar/keywords.js';
import type { DateFact, RevisionFacts } from '../../model/facts.js';
import type { Plan } from '../../model/plan.js';
import type { Change, Move, Subject } from './change.js';
import { sameDeadline, stated } from './stated-value.js';
import type { Whole } from './statement-changes.js';

/** What has a deadline that is answered for. */
export interface Tracked {
  readonly block: 'item' | 'issue' | 'decision';
  readonly due?: DateFact;
  readonly revised: readonly RevisionFacts[];
  readonly stated: ReadonlySet<Keyword>;
}

export function deadlineChanges(
  { subject, at }: Whole,
  project: Subject | undefined,
  before: Tracked,
  after: Tracked,
  plan: Plan,
): readonly Change[] {
  const [was, is] = [before.due, after.due];
  // A date that cannot be read is neither moved nor gone.
  if (is === undefined ? was === undefined || after.stated.has('due') : was === undefined && before.stated.has('due'))
    return [];
  if (was !== undefined && is !== undefined && sameDeadline(was, is)) return [];
  const place = {
    topic: 'deadlines',
    subject,
    ...(project === undefined ? {} : { project }),
    member: { block: after.block, keyword: 'due' },
    ...(was === undefined ? {} : { before: stated.date(was), baseAt: was.at }),
  } as const;
  if (is === undefined) {
    return [{ ...place, what: 'gone', history: 'silent-move', ...(at === undefined ? {} : { headAt: at }) }];
  }
  if (was === undefined) return [{ ...place, what: 'added', after: stated.date(is), headAt: is.at }];
  const moves = newMoves(before.revised, after.revised);
  const isTold = moves.some(({ from }) => from === undefined || sameDeadline(from, was));
  return [
    {
      ...place,
      what: 'changed',
      after: stated.date(is),
      moves: moves.map((move) => moveOf(move, plan)),
      ...(isTold ? {} : { history: 'silent-move' }),
      headAt: is.at,
    },
  ];
}

/** What the head says and the base did not, in the order of days. */
function newMoves(before: readonly RevisionFacts[], after: readonly RevisionFacts[]): readonly RevisionFacts[] {
  const key = ({ day, from }: RevisionFacts): string => `${day} ${from?.period.last ?? ''}`;
  const known = new Set(before.map(key));
  return after.filter((revision) => !known.has(key(revision))).sort((a, b) => a.day - b.day);
}

export function moveOf({ day, from, by, why }: RevisionFacts, plan: Plan): Move {
  const person = by === undefined ? undefined : plan.resolve(by);
  const written = by?.segments.map(({ text }) => text).join('.');
  return {
    day,
    from: from && stated.date(from),
    by: person !== undefined && 'title' in person ? (person.title?.text ?? written) : written,
    why: why?.text,
  };
}
