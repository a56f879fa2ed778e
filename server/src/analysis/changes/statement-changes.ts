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
}

/** What one state says of a thing. */
export interface Said {
  readonly statements: readonly Statement[];
  /** The members that stand in its block, readable or not; of a report that is not known. */
  readonly stated?: ReadonlySet<Keyword>;
  /** Whether there is text of its own in it that cannot be read. */
  readonly isUnread: () => boolean;
}

export function statementChanges(
  { subject, at }: Whole,
  project: Subject | undefined,
  before: Said,
  after: Said,
): readonly Change[] {
  const was = new Map(before.statements.map((each) => [each.key, each]));
  const mayHaveSaid = unreadableIn(before);
  const maySay = unreadableIn(after);
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
  for (const now of after.statements) {
    const then = was.get(now.key);
    was.delete(now.key);
    if (then === undefined) {
      if (!mayHaveSaid(now)) push(now, { what: 'added', after: now.value, headAt: now.at });
    } else if (!isSame(then, now)) {
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
    if (maySay(gone)) continue;
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

/** Whether a statement that is missed may stand where the text cannot be read: then it is neither gone nor new. */
function unreadableIn({ statements, stated, isUnread }: Said): (missed: Statement) => boolean {
  const readable = new Set(statements.map(({ member }) => member));
  return ({ member, block }) => {
    if (stated === undefined) return isUnread();
    // What stands in the block of the money is not among what is stated in the project's own.
    if (block === 'investment' || block === 'year') return stated.has('investment') && isUnread();
    return stated.has(member) && (!readable.has(member) || isUnread());
  };
}

function isSame(a: Statement, b: Statement): boolean {
  if (a.same !== undefined || b.same !== undefined) return a.same === b.same;
  return sameValue(a.value, b.value);
}
