/** Everything with a name or an id in a plan, from the outside in: what stands at a place, what is called by an id. */
import type { DecisionFacts, Declaration, Entity, FileFacts, IssueFacts, ItemFacts } from '../model/facts.js';
import type { Plan } from '../model/plan.js';
import { touches } from '../model/span.js';

/** What has a place and an id: declarations, items, issues, and the decisions of meetings. */
export type PlanElement = Entity | DecisionFacts;

/** What is stated directly inside of something. */
export function childrenOf(element: PlanElement): readonly PlanElement[] {
  if (!('kind' in element)) return [];
  if (element.kind === 'project') return inOrder([...element.items, ...element.issues]);
  if (element.kind === 'meeting' || element.kind === 'inspection')
    return inOrder([...element.decisions, ...element.issues]);
  if ('items' in element) return element.items;
  return [];
}

function inOrder(elements: readonly PlanElement[]): readonly PlanElement[] {
  return [...elements].sort((a, b) => a.at.start - b.at.start);
}

/** What is stated at an offset of a file, the declaration first, the innermost last. */
export function elementsAt(facts: FileFacts, offset: number): readonly PlanElement[] {
  const chain: PlanElement[] = [];
  let among: readonly PlanElement[] = facts.declarations;
  for (;;) {
    const next =
      among.find(({ at }) => touches(at, offset) && offset < at.end) ?? among.find(({ at }) => touches(at, offset));
    if (next === undefined) return chain;
    chain.push(next);
    among = childrenOf(next);
  }
}

/** An entity with those that it is declared in, the declaration first. */
export function ancestry(plan: Plan, entity: PlanElement): readonly PlanElement[] {
  const facts = plan.file(entity.at.file);
  if (facts === undefined) return [entity];
  const chain = elementsAt(facts, entity.name?.at.start ?? entity.at.start);
  const index = chain.indexOf(entity);
  return index === -1 ? [entity] : chain.slice(0, index + 1);
}

export function* allElements(declarations: readonly Declaration[]): Generator<PlanElement> {
  const visit = function* (element: PlanElement): Generator<PlanElement> {
    yield element;
    for (const child of childrenOf(element)) yield* visit(child);
  };
  for (const declaration of declarations) yield* visit(declaration);
}

/** What has that id. Where several kinds share a name, a project comes first: previews speak of projects. */
export function elementById(plan: Plan, id: string): PlanElement | undefined {
  const names = idSegments(id);
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

function descend(from: PlanElement | undefined, id: string, depth: number): PlanElement | undefined {
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
export function idSegments(id: string): readonly string[] {
  return [...id.matchAll(/`([^`]*)`|[^.`]+/g)].map(([whole, quoted]) => quoted ?? whole);
}

export const isItem = (element: PlanElement): element is ItemFacts =>
  'kind' in element && (element.kind === 'milestone' || element.kind === 'task' || element.kind === 'approval');

export const isIssue = (element: PlanElement): element is IssueFacts => 'kind' in element && element.kind === 'issue';
