/** What all declarations have in common: id, name, title, documentation, place. */
import type { Declared } from '../../model/facts.js';
import type * as ast from '../generated/tree.js';
import type { Place } from '../tree.js';
import type { WithAllProperties } from './build-facts.js';
import { idOf, type ValueReader } from './value-reader.js';

/** The documentation comment that ends right before an offset. */
export type Docs = (offset: number) => string | undefined;

interface DeclarationNode extends Place {
  readonly key?: string;
  readonly title?: ast.TextValue;
}

export function declarationFacts(
  reader: ValueReader,
  docs: Docs,
  node: DeclarationNode,
  path: readonly string[],
): WithAllProperties<Omit<Declared, 'stated' | 'name'>> {
  const at = reader.statement(node);
  return {
    id: idOf(path),
    title: reader.string(node.title),
    doc: docs(at.start),
    at,
    keywordAt: reader.keywordSpan(node, node.key),
  };
}
