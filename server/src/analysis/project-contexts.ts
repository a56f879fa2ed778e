/** What stays the same for as long as everything computed for a project does, where more than its schedule can change it. */
import type { ProjectFacts } from '../model/facts.js';
import { type FoundIssue, sameIssues } from './project-issues.js';

interface Context {
  readonly found: readonly FoundIssue[];
  readonly context: object;
}

/**
 * Where inspections found nothing, the context is the connected part of the schedule itself. Else it is an object that
 * stands for that part together with these issues, another one as soon as one of them is another.
 */
export class ProjectContexts {
  readonly #known = new WeakMap<object, WeakMap<ProjectFacts, Context>>();

  of(project: ProjectFacts, connected: object, found: readonly FoundIssue[]): object {
    let projects = this.#known.get(connected);
    const known = projects?.get(project);
    if (found.length === 0 && known === undefined) return connected;
    if (known !== undefined && sameIssues(known.found, found)) return known.context;
    if (projects === undefined) {
      projects = new WeakMap();
      this.#known.set(connected, projects);
    }
    const context = {};
    projects.set(project, { found, context });
    return context;
  }
}
