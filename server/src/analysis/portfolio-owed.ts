/** Everything that is overdue at S, whoever owes it: deadlines of projects, decisions of meetings, issues. */
import type { Day } from '../model/day.js';
import type { DateFact, DecisionFacts, IssueFacts, ItemFacts, ProjectFacts, Ref } from '../model/facts.js';
import type { Analysis } from './analysis.js';
import { warningsOf } from './portfolio-deadlines.js';
import { openIssuesAt } from './portfolio-issues.js';
import { decisionsAt } from './portfolio-meetings.js';

export interface Owed {
  readonly what:
    | { readonly kind: 'item'; readonly facts: ItemFacts }
    | { readonly kind: 'decision'; readonly facts: DecisionFacts }
    | { readonly kind: 'issue'; readonly facts: IssueFacts };
  /** The project that it belongs to, where it is one. */
  readonly project: ProjectFacts | undefined;
  readonly unit: Ref | undefined;
  readonly owner: Ref | undefined;
  readonly due: DateFact;
  /** Since the deadline. */
  readonly days: number;
}

/** The longest overdue first. */
export function overdueOwed(analysis: Analysis): readonly Owed[] {
  const { plan, status } = analysis;
  const items = warningsOf(analysis).overdue.flatMap(({ item, project, unit, owner, due }): readonly Owed[] =>
    due === undefined
      ? []
      : [{ what: { kind: 'item', facts: item }, project, unit, owner, due, days: daysSince(due, status) }],
  );
  const decisions = decisionsAt(plan, status).flatMap(({ decision, due, left }): readonly Owed[] =>
    due === undefined || left === undefined || left >= 0
      ? []
      : [
          {
            what: { kind: 'decision', facts: decision },
            project: undefined,
            unit: decision.unit,
            owner: decision.owner,
            due,
            days: -left,
          },
        ],
  );
  const issues = openIssuesAt(plan, status).flatMap(({ issue, projects, due, left }): readonly Owed[] => {
    if (due === undefined || left === undefined || left >= 0) return [];
    const [project] = projects;
    return [
      {
        what: { kind: 'issue', facts: issue },
        project,
        unit: issue.unit ?? project?.unit,
        owner: issue.owner ?? project?.owner,
        due,
        days: -left,
      },
    ];
  });
  return [...items, ...decisions, ...issues].sort((a, b) => b.days - a.days);
}

function daysSince(due: DateFact, status: Day): number {
  return status - due.period.last;
}
