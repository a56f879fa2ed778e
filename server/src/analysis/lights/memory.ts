import type { Day } from '../../model/day.js';
import type { ProjectFacts } from '../../model/facts.js';
import type { ProjectLight } from './judge.js';

/** As of how many days a project's light is kept: S, and days that somebody compared with. */
const KEPT = 8;

/**
 * Lights that outlive an edit: a project's light stays while the project and what its schedule hangs together with, its
 * `context`, are the same objects. A change of the frame starts a new memory.
 */
export class LightMemory {
  readonly #known = new WeakMap<object, WeakMap<ProjectFacts, Map<Day, ProjectLight>>>();

  of(project: ProjectFacts, context: object, status: Day, judge: () => ProjectLight): ProjectLight {
    let projects = this.#known.get(context);
    if (projects === undefined) {
      projects = new WeakMap();
      this.#known.set(context, projects);
    }
    let days = projects.get(project);
    if (days === undefined) {
      days = new Map();
      projects.set(project, days);
    }
    const known = days.get(status);
    if (known !== undefined) return known;
    const light = judge();
    days.set(status, light);
    for (const oldest of days.keys()) {
      if (days.size <= KEPT) break;
      days.delete(oldest);
    }
    return light;
  }
}
