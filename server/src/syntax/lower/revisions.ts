/** Deadlines that were moved, on items, issues and decisions (language reference, 2.4). */
import type { RevisionFacts } from '../../model/facts.js';

import type { Block } from './block.js';
import { factsOf, mapDefined } from './build-facts.js';

export function lowerRevisions(block: Block<'item'> | Block<'issue'> | Block<'decision'>): readonly RevisionFacts[] {
  const { reader, scope } = block;
  return mapDefined(block.every('Revised'), (node) => {
    const day = reader.day(node.value);
    if (day === undefined) return undefined;
    return factsOf<RevisionFacts>({
      day: day.day,
      from: reader.date(node.from),
      by: reader.ref(node.by, ['person'], scope),
      why: reader.string(node.text),
      at: reader.span(node),
    });
  });
}
