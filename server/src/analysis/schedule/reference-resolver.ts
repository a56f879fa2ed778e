/** References to items, resolved to their numbers in the network. */
import type { Ref } from '../../model/facts.js';
import { at, type Outline } from './network.js';

/** So many siblings are searched by looking at each. */
const FEW = 8;

/**
 * Where references to items lead, in the numbers of a network. The rule is that of `Plan.resolveAs(ref, 'item')`, with
 * which the tests compare it; here each step is a look into an index, so that a project may have any number of items.
 */
export class ReferenceResolver {
  readonly #outline: Outline;
  /** First top item by project; the index behind the last project's items at the end. */
  readonly #top: readonly number[];
  readonly #projects = new Map<string, number>();
  readonly #byName = new Map<number, ReadonlyMap<string, number>>();

  constructor(outline: Outline) {
    this.#outline = outline;
    const top: number[] = [];
    for (const [index, { name, items }] of outline.projects.entries()) {
      this.#projects.set(name.text, index);
      top.push(items.length === 0 ? -1 : 0);
    }
    for (let item = outline.items.length - 1; item >= 0; item--) top[at(outline.projectOf, item)] = item;
    this.#top = top;
  }

  /** What `ref`, stated in the block of `item`, leads to: looked up beside the item, then from summary to summary outwards. */
  find(ref: Ref, item: number): number | undefined {
    const { parent, behind, projectOf } = this.#outline;
    for (let holder = at(parent, item); holder >= 0; holder = at(parent, holder)) {
      const found = this.#walk(ref, 0, holder + 1, at(behind, holder));
      if (found !== undefined) return found;
    }
    const inside = this.#inProject(ref, 0, at(projectOf, item));
    if (inside !== undefined || ref.segments.length < 2) return inside;
    const other = this.#projects.get(ref.segments[0]?.text ?? '');
    return other === undefined ? undefined : this.#inProject(ref, 1, other);
  }

  #inProject(ref: Ref, segment: number, project: number): number | undefined {
    const first = at(this.#top, project);
    return first < 0 ? undefined : this.#walk(ref, segment, first, this.#outline.items.length);
  }

  /** Follows the segments from `segment` on, the first among the siblings that begin at index `first`. */
  #walk(ref: Ref, segment: number, first: number, end: number): number | undefined {
    const name = ref.segments[segment]?.text;
    const found = name === undefined || first >= end ? undefined : this.#named(name, first, end);
    if (found === undefined || segment === ref.segments.length - 1) return found;
    return this.#walk(ref, segment + 1, found + 1, at(this.#outline.behind, found));
  }

  #named(name: string, first: number, end: number): number | undefined {
    const { items, behind, parent, projectOf } = this.#outline;
    const siblings = this.#byName.get(first);
    if (siblings !== undefined) return siblings.get(name);
    const among = (index: number): boolean =>
      index < end && parent[index] === parent[first] && projectOf[index] === projectOf[first];
    let seen = 0;
    for (let index = first; among(index); index = at(behind, index)) {
      if (items[index]?.name.text === name) return index;
      if (++seen <= FEW) continue;
      const all = new Map<string, number>();
      for (let each = first; among(each); each = at(behind, each)) {
        const text = items[each]?.name.text;
        if (text !== undefined && !all.has(text)) all.set(text, each);
      }
      this.#byName.set(first, all);
      return all.get(name);
    }
    return undefined;
  }
}
