/** What all declarations have in common: id, name, title, documentation, place. */
import type { AstNode } from 'langium';
import type { Declared } from '../../model/facts.js';
import type * as ast from '../generated/ast.js';
import { idOf, type Reading } from './reading.js';
import type { Mentioned } from './shape.js';

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
  path: readonly string[],
): Mentioned<Omit<Declared, 'stated' | 'name'>> {
  const at = reading.statement(node);
  return {
    id: idOf(path),
    title: reading.string(node.title),
    doc: docs(at.start),
    at,
    keywordAt: reading.keywordSpan(node, node.keyword ?? node.key),
  };
}
