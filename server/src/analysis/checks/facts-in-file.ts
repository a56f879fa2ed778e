/** What stands in a file, for rules that run once per file. */
import type { FileFacts, IssueFacts, IssueHolder, MeetingFacts, ProjectFacts } from '../../model/facts.js';
import { itemsOf } from '../../model/plan.js';
import type { Span } from '../../model/span.js';

export function* projectsIn(file: FileFacts): Generator<ProjectFacts> {
  for (const declaration of file.declarations) if (declaration.kind === 'project') yield declaration;
}

/** Meetings and inspections. */
export function* meetingsIn(file: FileFacts): Generator<MeetingFacts> {
  for (const declaration of file.declarations) {
    if (declaration.kind === 'meeting' || declaration.kind === 'inspection') yield declaration;
  }
}

/** The problems of projects and what inspections found, with where they stand. */
export function* issuesIn(file: FileFacts): Generator<{ readonly issue: IssueFacts; readonly holder: IssueHolder }> {
  for (const declaration of file.declarations) {
    if (declaration.kind === 'project' || declaration.kind === 'inspection' || declaration.kind === 'meeting') {
      for (const issue of declaration.issues) yield { issue, holder: declaration };
    }
  }
}

export interface Element {
  readonly id: string;
  readonly at: Span;
}

/** Whatever a finding can be about: declarations, items, issues and decisions. */
export function* elementsIn({ declarations }: FileFacts): Generator<Element> {
  for (const declaration of declarations) {
    yield declaration;
    if (declaration.kind === 'project') {
      yield* itemsOf(declaration);
      yield* declaration.issues;
    } else if (declaration.kind === 'meeting' || declaration.kind === 'inspection') {
      yield* declaration.decisions;
      yield* declaration.issues;
    }
  }
}
