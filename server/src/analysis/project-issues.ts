/** The problems of projects: what stands in them, and what an inspection found in them (language reference, 2.5). */
import type { Day } from '../model/day.js';
import type { IssueFacts, MeetingFacts, ProjectFacts } from '../model/facts.js';
import type { Plan } from '../model/plan.js';
import { isIssuePursued, isPursued } from './deadlines.js';

/** An issue that an inspection or a meeting found in a project. */
export interface FoundIssue {
  readonly issue: IssueFacts;
  readonly meeting: MeetingFacts;
}

/** The projects that an issue of an inspection is about, each once. */
export function projectsAbout(plan: Plan, issue: IssueFacts): readonly ProjectFacts[] {
  return [...new Set(issue.about.flatMap((ref) => plan.declaration('project', ref) ?? []))];
}

/** By project, in the order of the plan. */
export function issuesFound(plan: Plan): ReadonlyMap<ProjectFacts, readonly FoundIssue[]> {
  const found = new Map<ProjectFacts, FoundIssue[]>();
  for (const meeting of plan.all('meeting')) {
    for (const issue of meeting.issues) {
      for (const project of projectsAbout(plan, issue)) {
        const known = found.get(project);
        if (known === undefined) found.set(project, [{ issue, meeting }]);
        else known.push({ issue, meeting });
      }
    }
  }
  return found;
}

/** Nobody is asked to solve the problems of a project that was given up or has left the pool. */
export function openIssuesIn(project: ProjectFacts, found: readonly FoundIssue[], status: Day): readonly IssueFacts[] {
  if (!isPursued(project, status)) return [];
  return [
    ...project.issues.filter((issue) => isIssuePursued(issue, project, status)),
    ...found.filter(({ issue, meeting }) => isIssuePursued(issue, meeting, status)).map(({ issue }) => issue),
  ];
}

/** Whether inspections found the very same in both. */
export function sameIssues(a: readonly FoundIssue[], b: readonly FoundIssue[]): boolean {
  return (
    a.length === b.length && a.every(({ issue, meeting }, i) => issue === b[i]?.issue && meeting === b[i]?.meeting)
  );
}
