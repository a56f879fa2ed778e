/** Own fields: their declarations, and what is stated of them (language reference, 2.1). */
import { type FieldHolder, fieldHolderOf, fieldTypeOf } from '../../../../grammar/field-words.js';
import type { OwnFieldFacts, OwnValueFacts } from '../../model/facts.js';
import type * as ast from '../generated/tree.js';
import { Block } from './block.js';
import { factsOf, mapDefined } from './build-facts.js';
import { type Docs, declarationFacts } from './declaration.js';
import { lowerLiteral } from './expressions.js';
import type { ValueReader } from './value-reader.js';

export function lowerOwnField(reader: ValueReader, docs: Docs, node: ast.OwnField): OwnFieldFacts | undefined {
  const name = reader.name(node.name);
  if (name === undefined) return undefined;
  const base = declarationFacts(reader, docs, node, [name.text]);
  const block = new Block(reader, 'field', { kind: 'field', scope: [], element: base.id }, node.members);
  const word = reader.name(node.type);
  const type = word && fieldTypeOf(word.text);
  if (word !== undefined && type === undefined) unknownWord(reader, word.text, word.at, base.id, 'FIELD_TYPE');
  return factsOf<OwnFieldFacts>({
    id: base.id,
    name,
    title: base.title,
    doc: base.doc,
    at: base.at,
    keywordAt: base.keywordAt,
    kind: 'field',
    stated: block.stated,
    type,
    choices: mapDefined(block.one('choices', 'NamesMember')?.names, (each) => reader.name(each)),
    unit: block.text('unit'),
    on: holders(reader, block, base.id),
  });
}

function holders(reader: ValueReader, block: Block<'field'>, element: string): readonly FieldHolder[] {
  const node = block.one('on', 'HoldersMember');
  if (node === undefined) return ['project'];
  return mapDefined(node.holders, (each) => {
    const word = reader.name(each);
    const holder = word && fieldHolderOf(word.text);
    if (word !== undefined && holder === undefined) unknownWord(reader, word.text, word.at, element, 'FIELD_HOLDER');
    return holder;
  });
}

function unknownWord(
  reader: ValueReader,
  found: string,
  at: OwnFieldFacts['at'],
  element: string,
  expected: 'FIELD_TYPE' | 'FIELD_HOLDER',
): void {
  reader.report('syntax/unexpected', at, { problem: 'expected', found, expected: [expected] }, { element });
}

const NONE: readonly never[] = [];

/** What is stated of own fields in a block; whether it fits them is judged over the whole plan. */
export function lowerOwnValues(block: Block<'project'> | Block<'item'> | Block<'issue'>): readonly OwnValueFacts[] {
  const { reader, scope } = block;
  const values = block.every('FieldValue');
  if (values.length === 0) return NONE;
  const first = new Map<string, ast.FieldValue>();
  return mapDefined(values, (node): OwnValueFacts | undefined => {
    const field = reader.ref(node.field, ['field'], scope);
    if (field === undefined) return undefined;
    const at = reader.span(node);
    const name = field.segments.map(({ text }) => text).join('.');
    const before = first.get(name);
    if (before !== undefined) {
      block.repeated('field', at, before, name);
      return undefined;
    }
    first.set(name, node);
    if (node.long !== undefined) {
      const text = reader.string(node.long);
      return text && { field, value: { type: 'text', text, at: text.at }, at };
    }
    if (node.choice !== undefined) {
      const choice = reader.name(node.choice);
      return choice && { field, value: { type: 'choice', name: choice, at: choice.at }, at };
    }
    if (node.value === undefined) return undefined;
    const literal = lowerLiteral(reader, node.value, { ...at, start: at.end - node.value.length });
    return literal.type === 'literal' ? { field, value: literal, at } : undefined;
  });
}
