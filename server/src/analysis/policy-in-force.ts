/** Which policy holds for a project, and how early it warns of deadlines. */
import type { Duration } from '../model/duration.js';
import type { PolicyFacts, ProjectFacts } from '../model/facts.js';
import type { Plan } from '../model/plan.js';
import { isWhole, leadsSomewhere } from './as-meant.js';

/** How long before a deadline it is announced where no policy says so (semantics §3). */
const DEFAULT_WARN: Duration = { amount: 14, unit: 'd' };

/**
 * The policy that holds for `project`: its own, else the portfolio's, else the one that the plan root has (language
 * reference, 2.1). Without a project: the portfolio's. A reference that leads nowhere is passed over (`name/unknown`
 * reports it). Undefined: the defaults hold.
 */
export function policyOf(plan: Plan, project: ProjectFacts | undefined): PolicyFacts | undefined {
  const stated = plan.declaration('policy', project?.policy) ?? plan.declaration('policy', plan.portfolio?.policy);
  if (stated !== undefined) return stated;
  const [only, ...more] = plan.all('policy');
  return more.length === 0 ? only : undefined;
}

/**
 * Nobody can tell whether `project` is judged as was meant: its policy is not declared, is declared more than once, or
 * some of what it states cannot be read.
 */
export function isPolicyUnsure(plan: Plan, project: ProjectFacts): boolean {
  const policy = policyOf(plan, project);
  return !leadsSomewhere(plan, 'policy', project) || (policy !== undefined && !isWhole(plan, policy));
}

/** How long before a deadline of `project` it is announced. */
export function warnOf(plan: Plan, project: ProjectFacts | undefined): Duration {
  return policyOf(plan, project)?.warn?.value ?? DEFAULT_WARN;
}
