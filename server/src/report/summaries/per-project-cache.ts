/** The cache of what summaries make of one project. */
import type { Analysis } from '../../analysis/analysis.js';
import type { ProjectMetrics } from '../../analysis/metrics/project-metrics.js';
import type { ProjectFacts } from '../../model/facts.js';

/**
 * What is made of one project outlives edits that do not reach it: the analysis hands out the same metrics for as long
 * as the project, what its schedule hangs together with, the frame and the status date are the same. A preview that is
 * drawn anew after each edit makes only what the edit changed, and sees by identity what stayed.
 */
export class PerProjectCache<T> {
  readonly #made = new WeakMap<ProjectMetrics, { readonly key: string; readonly value: T }>();

  /** `key` says what `make` depends on besides the project: the language, its number, names of other projects. */
  of(analysis: Analysis, project: ProjectFacts, key: string, make: () => T): T {
    const metrics = analysis.metrics(project);
    const known = this.#made.get(metrics);
    if (known?.key === key) return known.value;
    const value = make();
    this.#made.set(metrics, { key, value });
    return value;
  }
}
