/** The item or project that a selection or a finding lies in. */
import { itemOpenAt } from '../../../analysis/state.js';
import type { Finding, ItemFacts, ProjectFacts } from '../../../model/facts.js';
import { elementsAt, isItem, type PlanElement } from '../../plan-elements.js';
import type { ActionContext } from './action-types.js';

export interface ItemInProject {
  readonly project: ProjectFacts;
  readonly item: ItemFacts;
}

function itemIn(chain: readonly PlanElement[]): ItemInProject | undefined {
  const project = projectIn(chain);
  const item = chain.findLast(isItem);
  return project === undefined || item === undefined ? undefined : { project, item };
}

export function projectIn([declaration]: readonly PlanElement[]): ProjectFacts | undefined {
  return declaration !== undefined && 'kind' in declaration && declaration.kind === 'project' ? declaration : undefined;
}

/** The item that a finding of the file at hand stands in. */
export function itemOf({ at }: Finding, { source }: ActionContext): ItemInProject | undefined {
  return itemIn(elementsAt(source.facts, at.start));
}

export function projectOf({ at }: Finding, { source }: ActionContext): ProjectFacts | undefined {
  return projectIn(elementsAt(source.facts, at.start));
}

/** What the cursor is on, where it is not finished by S. */
export function openItemAt({ chain, analysis }: ActionContext): ItemInProject | undefined {
  const place = itemIn(chain);
  return place !== undefined && itemOpenAt(place.item, analysis.status) ? place : undefined;
}
