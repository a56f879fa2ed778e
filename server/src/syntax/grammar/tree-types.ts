/** The types of the tree, as the rules make its nodes: which properties the nodes of each type have, and what is in them. */
import type { Assignment, GrammarRule, Part } from './rules.js';

export interface Property {
  readonly holds: 'one' | 'list' | 'flag';
  /** The types of the nodes in it; none of a token's text or of a flag. */
  readonly nodes: ReadonlySet<string>;
}

export interface TreeTypes {
  /** Node type → its properties. */
  readonly nodes: ReadonlyMap<string, ReadonlyMap<string, Property>>;
  /** A name for several node types that one rule can make → those. */
  readonly unions: ReadonlyMap<string, ReadonlySet<string>>;
}

export function treeTypes(rules: readonly GrammarRule[]): TreeTypes {
  const known = new Map(rules.map((rule) => [rule.name, rule]));
  const made = new Map<string, ReadonlySet<string>>();
  const nodes = new Map<string, Map<string, { holds: Property['holds']; nodes: Set<string> }>>();

  /** The types of node that a rule can make. */
  const typesOf = (name: string): ReadonlySet<string> => {
    const types = made.get(name);
    if (types !== undefined) return types;
    const rule = known.get(name);
    if (rule === undefined) throw new Error(`no rule ${name}`);
    const found = endsAs(rule.body, new Set([rule.type]), () => undefined);
    made.set(name, found);
    return found;
  };

  const note = (
    types: ReadonlySet<string>,
    { operator, property }: Assignment,
    values: () => ReadonlySet<string>,
  ): void => {
    for (const type of types) {
      const properties = nodes.get(type) ?? new Map<string, { holds: Property['holds']; nodes: Set<string> }>();
      nodes.set(type, properties);
      const entry = properties.get(property) ?? { holds: HOLDS[operator], nodes: new Set<string>() };
      properties.set(property, entry);
      for (const value of values()) entry.nodes.add(value);
    }
  };

  /** The types that a node of one of the types `from` can have behind `part`; `assign` is told what is assigned. */
  const endsAs = (part: Part, from: ReadonlySet<string>, assign: typeof note): ReadonlySet<string> => {
    const once = onceAs(part, from, assign);
    return part.repeat === '?' || part.repeat === '*' ? new Set([...from, ...once]) : once;
  };

  const onceAs = (part: Part, from: ReadonlySet<string>, assign: typeof note): ReadonlySet<string> => {
    switch (part.is) {
      case 'token':
        if (part.assign !== undefined) assign(from, part.assign, none);
        return from;
      case 'call':
        if (part.assign === undefined) return typesOf(part.rule);
        assign(from, part.assign, () => typesOf(part.rule));
        return from;
      case 'action': {
        const now = new Set([part.type]);
        if (part.holds !== undefined) assign(now, part.holds, () => from);
        else assign(now, NOTHING, none);
        return now;
      }
      case 'sequence':
        return part.parts.reduce((types, each) => endsAs(each, types, assign), from);
      case 'choice':
        return new Set(part.options.flatMap((option) => [...endsAs(option, from, assign)]));
    }
  };

  for (const { name } of rules) typesOf(name);
  for (const { body, type } of rules) endsAs(body, new Set([type]), note);
  for (const properties of nodes.values()) properties.delete(NOTHING.property);

  const unions = new Map<string, Set<string>>();
  for (const { name, type } of rules) {
    if (nodes.has(type)) continue;
    unions.set(type, new Set([...(unions.get(type) ?? []), ...typesOf(name)]));
  }
  return { nodes, unions };
}

/** Assigned by an action, which makes a node although it may hold nothing. */
const NOTHING: Assignment = { operator: '?=', property: '' };
const none = (): ReadonlySet<string> => new Set();
const HOLDS = { '=': 'one', '?=': 'flag', '+=': 'list' } as const;
