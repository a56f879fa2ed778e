/** Days on which no work falls: a task's `suspended`, or its project's stage (semantics §2, Interruptions). */
import type { Day } from '../../model/day.js';
import type { ItemFacts, ProjectFacts, SuspensionFact } from '../../model/facts.js';
import { stagesAt } from '../state.js';
import { at, type Network } from './network.js';

/** Boundaries: no work between them. */
interface Interruption {
  readonly from: number;
  readonly to: number;
  /** Why, where it is stated. */
  readonly why?: string;
}

/** Of one item: in order of time, without overlap and without touching each other. */
export type Interruptions = readonly Interruption[];

/**
 * By item, as of S; undefined where nothing is interrupted. What is stated of a summary holds for all inside it. An
 * interruption whose end is open goes on through S; one that is to begin after S is not known to begin.
 */
export function interruptionsOf(network: Network, status: Day): readonly (Interruptions | undefined)[] | undefined {
  const { projects, items, parent, projectOf } = network;
  const ofProjects = projects.map((project) => joined(stoppages(project, status)));
  if (ofProjects.every(isNone) && items.every(({ suspended }) => suspended.length === 0)) return undefined;
  const found: (Interruptions | undefined)[] = [];
  for (const [i, item] of items.entries()) {
    const summary = at(parent, i);
    const around = summary >= 0 ? found[summary] : ofProjects[at(projectOf, i)];
    const own = suspensions(item, status);
    found.push(own.length === 0 ? around : joined([...(around ?? []), ...own]));
  }
  return found;
}

function isNone(interruptions: Interruptions | undefined): boolean {
  return interruptions === undefined;
}

function suspensions({ suspended }: ItemFacts, status: Day): readonly Interruption[] {
  return suspended.flatMap(({ first, last, why }: SuspensionFact) => {
    const to = (last ?? status) + 1;
    return first >= to ? [] : [{ from: first, to, ...(why === undefined ? {} : { why: why.text }) }];
  });
}

/** From each stage `suspended` to the stage that follows it. */
function stoppages(project: ProjectFacts, status: Day): readonly Interruption[] {
  if (!project.stages.some(({ stage }) => stage === 'suspended')) return [];
  const stages = stagesAt(project, status);
  return stages.flatMap(({ stage, on }, k) => {
    if (stage !== 'suspended') return [];
    const next = stages[k + 1];
    const to = next === undefined ? status + 1 : (next.on?.day ?? Number.NEGATIVE_INFINITY);
    const from = on?.day ?? Number.NEGATIVE_INFINITY;
    return from < to ? [{ from, to }] : [];
  });
}

function joined(interruptions: readonly Interruption[]): Interruptions | undefined {
  if (interruptions.length === 0) return undefined;
  const [first, ...rest] = [...interruptions].sort((x, y) => x.from - y.from || x.to - y.to);
  if (first === undefined) return undefined;
  const result = [first];
  for (const next of rest) {
    const last = result.at(-1) ?? first;
    if (next.from > last.to) result.push(next);
    else result[result.length - 1] = { ...last, ...next, from: last.from, to: Math.max(last.to, next.to) };
  }
  return result;
}
