/** Half-year accountability reports, of a project or of a unit (language reference, 2.6). */
import type { ReviewFacts } from '../../model/facts.js';

import { Block } from './block.js';
import { factsOf, mapDefined } from './build-facts.js';

export function lowerReviews(outer: Block<'project'> | Block<'org'>): readonly ReviewFacts[] {
  const { reader, scope, element } = outer;
  const nodes = outer.every('Review');
  return mapDefined(nodes, (node) => {
    const half = reader.dateOf('half', node.half);
    const block = new Block(reader, 'review', { kind: 'review', scope, element }, node.members);
    if (half === undefined) return undefined;
    return factsOf<ReviewFacts>({
      half,
      reporter: block.ref('reporter'),
      date: block.day('date'),
      text: block.text('text'),
      at: reader.span(node),
    });
  });
}
