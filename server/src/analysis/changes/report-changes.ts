/** Reports that are new, and reports that say something else than they did. */
import type { Keyword } from '../../../../grammar/keywords.js';
import { formatDay } from '../../model/day.js';
import type { Declared, IssueFacts, ItemFacts, ProjectFacts, ReportFacts, ReviewFacts } from '../../model/facts.js';
import { formatPeriod } from '../../model/period.js';
import type { Change, Subject } from './change.js';
import { REPORT, REVIEW } from './other-statements.js';
import { stated } from './stated-value.js';
import { type Said, statementChanges } from './statement-changes.js';
import { type Side, type Statement, statementsOf } from './statements.js';
import { isUnreadIn, type Placed } from './unread-text.js';

/** What a report says in words may be added to it; a figure that comes afterwards is another figure of that day. */
const WORDS: ReadonlySet<Keyword> = new Set(['text', 'next', 'reporter']);

export function reportChanges(
  before: ProjectFacts,
  after: ProjectFacts,
  project: Subject,
  base: Side,
  head: Side,
): readonly Change[] {
  const subject = (report: ReportFacts): Subject => ({ ...project, kind: 'report', of: stated.day(report.day) });
  return byKey(
    [before.reports, after.reports],
    ({ day }) => formatDay(day),
    (was, is) => {
      const there = is ?? was;
      if (there === undefined) return [];
      const place = { topic: 'reports', subject: subject(there), project } as const;
      if (was === undefined) {
        return mayHold(before, 'report', base) ? [] : [{ ...place, what: 'added', headAt: there.at }];
      }
      if (is === undefined) {
        if (mayHold(after, 'report', head)) return [];
        return [{ ...place, what: 'gone', history: 'rewritten', baseAt: was.at, headAt: after.name.at }];
      }
      const whole = { subject: place.subject, at: is.at };
      const said = (report: ReportFacts, side: Side) => saidIn(report, side, statementsOf(REPORT, report, side));
      return statementChanges(whole, project, said(was, base), said(is, head)).map(
        (change): Change =>
          change.what === 'added' && change.member !== undefined && !WORDS.has(change.member.keyword)
            ? { ...change, history: 'rewritten' }
            : change,
      );
    },
  );
}

function saidIn(thing: Placed, { plan }: Side, statements: readonly Statement[]): Said {
  return { statements, isUnread: () => isUnreadIn(thing, plan) };
}

interface Reviewed extends Pick<Declared, 'at' | 'name' | 'stated'> {
  readonly reviews: readonly ReviewFacts[];
  readonly reports?: readonly ReportFacts[];
  readonly items?: readonly ItemFacts[];
  readonly issues?: readonly IssueFacts[];
}

/** Whether one may stand there whose day cannot be read. */
function mayHold(holder: Reviewed, keyword: 'report' | 'review', { plan }: Side): boolean {
  const { reviews, reports = [], items = [], issues = [] } = holder;
  return holder.stated.has(keyword) && isUnreadIn(holder, plan, [...reviews, ...reports, ...items, ...issues]);
}

export function reviewChanges(
  before: Reviewed,
  after: Reviewed,
  holder: Subject,
  project: Subject | undefined,
  base: Side,
  head: Side,
): readonly Change[] {
  return byKey(
    [before.reviews, after.reviews],
    ({ half }) => formatPeriod(half.period, 'en'),
    (was, is) => {
      const there = is ?? was;
      if (there === undefined) return [];
      const subject: Subject = { ...holder, kind: 'review', of: stated.date(there.half) };
      const place = { topic: 'reports', subject, ...(project === undefined ? {} : { project }) } as const;
      if (was === undefined) {
        return mayHold(before, 'review', base) ? [] : [{ ...place, what: 'added', headAt: there.at }];
      }
      if (is === undefined) {
        return mayHold(after, 'review', head)
          ? []
          : [{ ...place, what: 'gone', baseAt: was.at, headAt: after.name.at }];
      }
      const said = (review: ReviewFacts, side: Side) => saidIn(review, side, statementsOf(REVIEW, review, side));
      return statementChanges({ subject, at: is.at }, project, said(was, base), said(is, head));
    },
  );
}

/** Pairs what has the same key, of several in their order; those of the second list first. */
function byKey<T>(
  [before, after]: readonly [readonly T[], readonly T[]],
  keyOf: (thing: T) => string,
  compare: (before: T | undefined, after: T | undefined) => readonly Change[],
): readonly Change[] {
  const left = new Map<string, T[]>();
  for (const thing of before) left.set(keyOf(thing), [...(left.get(keyOf(thing)) ?? []), thing]);
  const changes = after.flatMap((thing) => compare(left.get(keyOf(thing))?.shift(), thing));
  return [...changes, ...[...left.values()].flat().flatMap((thing) => compare(thing, undefined))];
}
