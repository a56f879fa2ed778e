/** Two lists of statements of one thing, compared. */
import type { Keyword } from '../../../../grammar/keywords.js';
import type { Span } from '../../model/span.js';
import type { Change, Subject } from './change.js';
import { sameValue } from './stated-value.js';
import type { Statement } from './statements.js';

/** The thing in the head that the statements are of. */
export interface Whole {
  readonly subject: Subject;
  /** Where what is missing is missed; of what has no place in the head there is none. */
  readonly at?: Span;
  /** The members that the head states, readable or not: what cannot be read is not gone. */
  readonly stated: ReadonlySet<Keyword>;
}

export function statementChanges(
  { subject, at, stated }: Whole,
  project: Subject | undefined,
  before: readonly Statement[],
  after: readonly Statement[],
): readonly Change[] {
  const was = new Map(before.map((each) => [each.key, each]));
  const readable = new Set(after.map(({ member }) => member));
  const changes: Change[] = [];
  const push = ({ topic, block, member, of }: Statement, more: Pick<Change, 'what'> & Partial<Change>): void => {
    changes.push({
      topic,
      subject,
      ...(project === undefined ? {} : { project }),
      member: { block, keyword: member, ...(of === undefined ? {} : { of }) },
      ...more,
    });
  };
  for (const now of after) {
    const then = was.get(now.key);
    was.delete(now.key);
    if (then === undefined) push(now, { what: 'added', after: now.value, headAt: now.at });
    else if (!isSame(then, now)) {
      push(now, {
        what: 'changed',
        before: then.value,
        after: now.value,
        ...(then.nature === 'fact' && now.nature === 'fact' ? { history: 'rewritten' } : {}),
        baseAt: then.at,
        headAt: now.at,
      });
    }
  }
  for (const gone of was.values()) {
    if (stated.has(gone.member) && !readable.has(gone.member)) continue;
    push(gone, {
      what: 'gone',
      before: gone.value,
      ...(gone.nature === 'fact' ? { history: 'rewritten' } : {}),
      baseAt: gone.at,
      ...(at === undefined ? {} : { headAt: at }),
    });
  }
  return changes;
}

function isSame(a: Statement, b: Statement): boolean {
  if (a.same !== undefined || b.same !== undefined) return a.same === b.same;
  return sameValue(a.value, b.value);
}
