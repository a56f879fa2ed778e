/** The declared name that an unknown reference was probably meant to be. */
import type { Declaration, EntityKind, Ref } from '../model/facts.js';
import { itemAt, type Plan } from '../model/plan.js';
import { type Candidate, NameIndex } from './similar-names.js';

/** One index for all unknown names of a kind, for as long as nothing of that kind changes. */
const indexes = new WeakMap<readonly Declaration[], NameIndex>();

/** As it would be written in the place of `ref`; undefined where nothing is near. */
export function nearestTo(ref: Ref, plan: Plan): string | undefined {
  for (const kind of ref.kinds) {
    const found = kind === 'item' || kind === 'issue' ? nearestInside(ref, kind, plan) : nearestOf(ref, kind, plan);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nearestOf(ref: Ref, kind: Exclude<EntityKind, 'item' | 'issue'>, plan: Plan): string | undefined {
  const [only, ...more] = ref.segments;
  if (only === undefined || more.length > 0) return undefined;
  const declared = plan.all(kind);
  let index = indexes.get(declared);
  if (index === undefined) {
    index = new NameIndex(declared.map(candidate));
    indexes.set(declared, index);
  }
  return index.nearest(only.text);
}

function candidate(declaration: Declaration): Candidate {
  const aliases = 'alias' in declaration ? declaration.alias.map(({ text }) => text) : [];
  const title = declaration.title === undefined ? [] : [declaration.title.text];
  return { spellings: [declaration.name.text, ...title, ...aliases], written: declaration.id };
}

/** Of a path, the part that is known stays and the first name that is not is mended. */
function nearestInside(ref: Ref, kind: 'item' | 'issue', plan: Plan): string | undefined {
  const path = ref.segments.map(({ text }) => text);
  const home = ref.scope[0] === undefined ? undefined : plan.find('project', ref.scope[0]);
  const other = path.length < 2 || path[0] === undefined ? undefined : plan.find('project', path[0]);
  const project = other ?? home;
  if (project === undefined) return undefined;
  const inside = other === undefined ? path : path.slice(1);
  const prefix = other === undefined ? '' : `${other.id}.`;
  if (kind === 'issue') {
    const [name, ...more] = inside;
    if (name === undefined || more.length > 0) return undefined;
    return prefixed(prefix, new NameIndex(project.issues.map((issue) => within(issue, project.id))).nearest(name));
  }
  const containers = other === undefined ? ref.scope.slice(1) : [];
  for (let depth = containers.length; depth >= 0; depth--) {
    const found = nearestItem(project, [...containers.slice(0, depth)], inside);
    if (found !== undefined) return prefixed(prefix, found);
  }
  return undefined;
}

type Container = Parameters<typeof itemAt>[0];

function nearestItem(project: Container, container: readonly string[], path: readonly string[]): string | undefined {
  const outer = container.length === 0 ? project : itemAt(project, container);
  if (outer === undefined) return undefined;
  const written: string[] = [];
  let { items, id } = outer;
  for (const name of path) {
    const exact = items.find((item) => item.name.text === name);
    const next = exact === undefined ? new NameIndex(items.map((item) => within(item, id))).nearest(name) : undefined;
    const found = exact ?? items.find((item) => within(item, id).written === next);
    if (found === undefined) return undefined;
    written.push(within(found, id).written);
    ({ items, id } = found);
  }
  return written.join('.');
}

interface Inside {
  readonly id: string;
  readonly name: { readonly text: string };
  readonly title?: { readonly text: string };
}

/** Its last name as an id spells it, which is how a reference from the same block does. */
function within(inside: Inside, containerId: string): Candidate {
  const title = inside.title === undefined ? [] : [inside.title.text];
  return { spellings: [inside.name.text, ...title], written: inside.id.slice(containerId.length + 1) };
}

function prefixed(prefix: string, found: string | undefined): string | undefined {
  return found === undefined ? undefined : `${prefix}${found}`;
}
