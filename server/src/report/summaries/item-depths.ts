/** How deep the items of a project are nested. */
import type { ItemFacts, ProjectFacts } from '../../model/facts.js';

/** How deep each item of a project lies inside others, from 0. */
export function depthsOf(project: ProjectFacts): ReadonlyMap<ItemFacts, number> {
  const depths = new Map<ItemFacts, number>();
  const visit = (items: readonly ItemFacts[], depth: number): void => {
    for (const item of items) {
      depths.set(item, depth);
      visit(item.items, depth + 1);
    }
  };
  visit(project.items, 0);
  return depths;
}
