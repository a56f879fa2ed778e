/** Who answers for an item in a role. */
import type { Accountability, ItemFacts, ProjectFacts, Ref } from '../model/facts.js';

export type Role = 'leader' | 'unit' | 'owner' | 'supervisor';

/**
 * Who answers for an item in a role: stated on it, else on the nearest task around it, else on the project (language
 * reference, 2.4).
 */
export function responsibleFor(project: ProjectFacts, item: ItemFacts, role: Role): Ref | undefined {
  return item[role] ?? around(project, item).findLast((holder) => holder[role] !== undefined)?.[role];
}

/** What an item stands in, the project first. */
function around(project: ProjectFacts, item: ItemFacts): readonly Accountability[] {
  const holders: Accountability[] = [project];
  const find = (items: readonly ItemFacts[]): boolean =>
    items.some((candidate) => {
      if (candidate === item) return true;
      holders.push(candidate);
      if (find(candidate.items)) return true;
      holders.pop();
      return false;
    });
  return find(project.items) ? holders : [project];
}
