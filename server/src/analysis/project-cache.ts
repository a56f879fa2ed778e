/** The cache of results by project: figures and lights that an edit elsewhere leaves as they are. */
import type { Day } from '../model/day.js';
import type { ProjectFacts } from '../model/facts.js';

/** As of how many days a project's result is kept: S, and days that somebody compared with, such as twelve month ends. */
const KEPT = 40;

/** A day, and the plan year whose amounts are asked for. */
interface AsOf {
  readonly status: Day;
  readonly year: number;
}

/** Years have four digits. */
const YEARS = 16_384;

/**
 * Results that outlive an edit: what was computed for a project stays while the project and what its schedule hangs
 * together with, its `context`, are the same objects. A change of the frame starts a new memory.
 */
export class ProjectCache<T> {
  readonly #known = new WeakMap<object, WeakMap<ProjectFacts, Map<number, T>>>();

  of(project: ProjectFacts, context: object, { status, year }: AsOf, compute: () => T): T {
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
    const key = status * YEARS + year;
    const known = days.get(key);
    if (known !== undefined) return known;
    const result = compute();
    days.set(key, result);
    for (const oldest of days.keys()) {
      if (days.size <= KEPT) break;
      days.delete(oldest);
    }
    return result;
  }
}
