/** The network after an edit that leaves its structure as it is: most edits change a day, a length, a text. */
import type { ItemFacts, ProjectFacts } from '../../model/facts.js';
import { itemsOf } from '../../model/plan.js';
import { at, calendarsOf, type Link, type Network } from './network.js';
import { lengthOf } from './work-length.js';

export interface EditedNetwork {
  readonly network: Network;
  /** The items that are other objects than before. */
  readonly changed: readonly number[];
}

/**
 * The network of `projects`, which were those of `former`, each in the same place. Undefined where they nest, call or tie
 * items otherwise than before. Shares with `former` what is the same.
 */
export function editedNetwork(former: Network, projects: readonly ProjectFacts[]): EditedNetwork | undefined {
  if (projects.length !== former.projects.length) return undefined;
  const items = former.items.slice();
  const links = former.links.slice();
  const lengths = former.lengths.slice();
  const changed: number[] = [];
  let first = 0;
  for (const [index, project] of projects.entries()) {
    const before = former.projects[index];
    let behind = first;
    while (former.projectOf[behind] === index) behind++;
    if (project !== before) {
      if (project.name.text !== before?.name.text) return undefined;
      let i = first;
      for (const item of itemsOf(project)) {
        const was = former.items[i];
        if (i >= behind || was === undefined || !isSameShape(was, item)) return undefined;
        relink(former, i, was, item, links);
        items[i] = item;
        lengths[i] = lengthOf(item);
        changed.push(i);
        i++;
      }
      if (i !== behind) return undefined;
    }
    first = behind;
  }
  const outline = { ...former, projects, items };
  return { network: { ...outline, links, lengths, ...calendarsOf(outline) }, changed };
}

/** Whether two items have the same name and kind, as many children, and wait for the same in the same manner. */
function isSameShape(was: ItemFacts, item: ItemFacts): boolean {
  if (was === item) return true;
  return (
    was.name.text === item.name.text &&
    was.kind === item.kind &&
    was.items.length === item.items.length &&
    was.calendar?.segments[0]?.text === item.calendar?.segments[0]?.text &&
    was.after.length === item.after.length &&
    was.after.every((dependency, k) => {
      const other = item.after[k];
      if (other === undefined || other.type !== dependency.type) return false;
      const [from, to] = [dependency.target.segments, other.target.segments];
      return from.length === to.length && from.every(({ text }, segment) => text === to[segment]?.text);
    })
  );
}

/** The links of an item, with the dependencies as they are stated now. Those that lead nowhere have none. */
function relink({ linksFrom }: Network, i: number, was: ItemFacts, item: ItemFacts, links: Link[]): void {
  let k = 0;
  for (let l = at(linksFrom, i); l < at(linksFrom, i + 1); l++) {
    const link = links[l];
    if (link === undefined) continue;
    while (k < was.after.length && was.after[k] !== link.facts) k++;
    const facts = item.after[k];
    if (facts !== undefined) links[l] = { predecessor: link.predecessor, successor: link.successor, facts };
  }
}
