/** The projects that are worst off, for dashboard and agenda. */
import type { ProjectFacts } from '../model/facts.js';
import { cmp, ZERO } from '../model/rational.js';
import type { Analysis } from './analysis.js';
import { poolAt } from './pool.js';

/**
 * The projects with a red or yellow light, worst first: red before yellow, then the longest late, then the furthest
 * behind with investment, then the order of the plan.
 */
export function worstProjects(analysis: Analysis): readonly ProjectFacts[] {
  return poolAt(analysis.plan, analysis.status)
    .map((project) => ({ project, light: analysis.light(project).light }))
    .filter(({ light }) => light === 'red' || light === 'yellow')
    .map(({ project, light }) => {
      const { daysLate, investmentBehind } = analysis.metrics(project);
      return { project, light, late: daysLate?.days ?? 0, behind: investmentBehind?.value ?? ZERO };
    })
    .sort(
      (a, b) => (a.light === b.light ? 0 : a.light === 'red' ? -1 : 1) || b.late - a.late || cmp(b.behind, a.behind),
    )
    .map(({ project }) => project);
}
