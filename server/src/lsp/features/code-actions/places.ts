/** The statement that a question or a finding is about. */
import { itemOpenAt } from '../../../analysis/state.js';
import type { Finding, ItemFacts, ProjectFacts } from '../../../model/facts.js';
import { chainAt, isItem, type Stated } from '../../entities.js';
import type { Question } from './change.js';

export interface ItemPlace {
  readonly project: ProjectFacts;
  readonly item: ItemFacts;
}

export function itemIn(chain: readonly Stated[]): ItemPlace | undefined {
  const project = projectIn(chain);
  const item = chain.findLast(isItem);
  return project === undefined || item === undefined ? undefined : { project, item };
}

export function projectIn([declaration]: readonly Stated[]): ProjectFacts | undefined {
  return declaration !== undefined && 'kind' in declaration && declaration.kind === 'project' ? declaration : undefined;
}

/** The item that a finding of the file at hand stands in. */
export function itemOf({ at }: Finding, { source }: Question): ItemPlace | undefined {
  return itemIn(chainAt(source.facts, at.start));
}

export function projectOf({ at }: Finding, { source }: Question): ProjectFacts | undefined {
  return projectIn(chainAt(source.facts, at.start));
}

/** What the cursor is on, where it is not finished by S. */
export function openItemAt({ chain, analysis }: Question): ItemPlace | undefined {
  const place = itemIn(chain);
  return place !== undefined && itemOpenAt(place.item, analysis.status) ? place : undefined;
}
