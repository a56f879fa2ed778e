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
  let parents = parentsIn.get(project);
  if (parents === undefined) {
    parents = parentsOf(project);
    parentsIn.set(project, parents);
  }
  const holders: Accountability[] = [];
  for (let above = parents.get(item); above !== undefined; above = parents.get(above)) holders.unshift(above);
  return [project, ...holders];
}

/** What stands directly in a task, by item; facts never change. */
const parentsIn = new WeakMap<ProjectFacts, ReadonlyMap<ItemFacts, ItemFacts>>();

function parentsOf(project: ProjectFacts): ReadonlyMap<ItemFacts, ItemFacts> {
  const parents = new Map<ItemFacts, ItemFacts>();
  const pending: ItemFacts[] = [...project.items];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    for (const inner of item.items) {
      parents.set(inner, item);
      pending.push(inner);
    }
  }
  return parents;
}
