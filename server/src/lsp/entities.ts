/** Everything with a name or an id in a plan, from the outside in: what stands at a place, what is called by an id. */
import type { DecisionFacts, Declaration, Entity, FileFacts, IssueFacts, ItemFacts } from '../model/facts.js';
import type { Plan } from '../model/plan.js';
import { touches } from '../model/span.js';

/** What has a place and an id: declarations, items, issues, and the decisions of meetings. */
export type Stated = Entity | DecisionFacts;

/** What is stated directly inside of something. */
export function childrenOf(stated: Stated): readonly Stated[] {
  if (!('kind' in stated)) return [];
  if (stated.kind === 'project') return inOrder([...stated.items, ...stated.issues]);
  if (stated.kind === 'meeting' || stated.kind === 'inspection')
    return inOrder([...stated.decisions, ...stated.issues]);
  if ('items' in stated) return stated.items;
  return [];
}

function inOrder(stated: readonly Stated[]): readonly Stated[] {
  return [...stated].sort((a, b) => a.at.start - b.at.start);
}

/** What is stated at an offset of a file, the declaration first, the innermost last. */
export function chainAt(facts: FileFacts, offset: number): readonly Stated[] {
  const chain: Stated[] = [];
  let among: readonly Stated[] = facts.declarations;
  for (;;) {
    const next =
      among.find(({ at }) => touches(at, offset) && offset < at.end) ?? among.find(({ at }) => touches(at, offset));
    if (next === undefined) return chain;
    chain.push(next);
    among = childrenOf(next);
  }
}

/** An entity with those that it is declared in, the declaration first. */
export function lineOf(plan: Plan, entity: Stated): readonly Stated[] {
  const facts = plan.file(entity.at.file);
  if (facts === undefined) return [entity];
  const chain = chainAt(facts, entity.name?.at.start ?? entity.at.start);
  const index = chain.indexOf(entity);
  return index === -1 ? [entity] : chain.slice(0, index + 1);
}

export function* allStated(declarations: readonly Declaration[]): Generator<Stated> {
  const visit = function* (stated: Stated): Generator<Stated> {
    yield stated;
    for (const child of childrenOf(stated)) yield* visit(child);
  };
  for (const declaration of declarations) yield* visit(declaration);
}

/** What has that id. Where several kinds share a name, a project comes first: previews speak of projects. */
export function entityWithId(plan: Plan, id: string): Stated | undefined {
  const names = segmentsOf(id);
  const [first, ...rest] = names;
  if (first === undefined) return undefined;
  for (const kind of KINDS) {
    const found = descend(plan.find(kind, first), id, rest.length);
    if (found !== undefined) return found;
  }
  return undefined;
}

const KINDS = [
  'project',
  'meeting',
  'person',
  'org',
  'category',
  'area',
  'batch',
  'tag',
  'policy',
  'calendar',
  'view',
  'portfolio',
] as const;

function descend(from: Stated | undefined, id: string, depth: number): Stated | undefined {
  if (from === undefined) return undefined;
  if (from.id === id) return from;
  if (depth === 0) return undefined;
  for (const child of childrenOf(from)) {
    if (child.id === id) return child;
    if (id.startsWith(`${child.id}.`)) {
      const found = descend(child, id, depth - 1);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The names that an id is made of: P007.`一期.东`.环评 ⇒ P007, 一期.东, 环评. */
export function segmentsOf(id: string): readonly string[] {
  return [...id.matchAll(/`([^`]*)`|[^.`]+/g)].map(([whole, quoted]) => quoted ?? whole);
}

export const isItem = (stated: Stated): stated is ItemFacts =>
  'kind' in stated && (stated.kind === 'milestone' || stated.kind === 'task' || stated.kind === 'approval');

export const isIssue = (stated: Stated): stated is IssueFacts => 'kind' in stated && stated.kind === 'issue';
