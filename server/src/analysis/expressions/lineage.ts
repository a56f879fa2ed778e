/** What a name lies in: `category in industry` holds for what is below industry too. */
import type { EntityKind } from '../../model/facts.js';
import type { Plan } from '../../model/plan.js';
import type { NamedEntity } from './values.js';

/** Whether `thing` is the one called `name`, or lies below it. */
export function liesIn(thing: NamedEntity, name: string, plan: Plan): boolean {
  return thing.name === name || above(thing.kind, thing.name, plan).includes(name);
}

/** All names that `thing` is called by or lies below. */
export function namesAround(thing: NamedEntity, plan: Plan): ReadonlySet<string> {
  return new Set([thing.name, ...above(thing.kind, thing.name, plan)]);
}

/** The names on the way up: taxonomies, organisations (`in`) and packages of projects (`parent`). */
function above(kind: EntityKind, name: string, plan: Plan): readonly string[] {
  switch (kind) {
    case 'category':
    case 'area':
    case 'batch':
    case 'tag':
      return plan.lineage(kind, name).map((entry) => entry.name.text);
    case 'org':
      return climb(name, (at) => plan.declaration('org', plan.find('org', at)?.in)?.name.text);
    case 'project':
      return climb(name, (at) => plan.declaration('project', plan.find('project', at)?.parent)?.name.text);
    default:
      return [];
  }
}

function climb(name: string, up: (name: string) => string | undefined): readonly string[] {
  const line = new Set<string>();
  for (let at: string | undefined = name; at !== undefined && !line.has(at); at = up(at)) line.add(at);
  return [...line];
}
