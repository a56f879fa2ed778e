/** What all declarations have in common: id, name, title, documentation, place. */
import type { AstNode } from 'langium';
import type { Declared, Name } from '../../model/facts.js';
import type * as ast from '../generated/ast.js';
import { optional } from './block.js';
import { idOf, type Reading } from './reading.js';

/** The documentation comment that ends right before an offset. */
export type Docs = (offset: number) => string | undefined;

interface DeclarationNode extends AstNode {
  readonly keyword?: string;
  readonly key?: string;
  readonly title?: ast.TextValue;
}

export function declared(
  reading: Reading,
  docs: Docs,
  node: DeclarationNode,
  name: Name,
  path: readonly string[],
): Omit<Declared, 'stated'> {
  const at = reading.statement(node);
  return {
    id: idOf(path),
    name,
    at,
    keywordAt: reading.keywordSpan(node, node.keyword ?? node.key),
    ...optional('title', reading.string(node.title)),
    ...optional('doc', docs(at.start)),
  };
}
