/** The names of fields in a declaration, and the names that its published breakdowns have for rows. */

import { comparandOfField } from '../analysis/expressions/editor-support.js';
import { fieldNamesOf } from '../analysis/expressions/expressions-in-file.js';
import type { OwnFields } from '../analysis/expressions/own-fields.js';
import type { Declaration, EntityKind, Name } from '../model/facts.js';

/** The names of fields that stand outside of conditions: columns, groups, sorting, what is required. */
export function fieldNamesIn(declaration: Declaration): readonly Name[] {
  const published = declaration.kind === 'portfolio' ? declaration.expects : [];
  return [
    ...fieldNamesOf(declaration),
    ...published.flatMap((expect) => (expect.type === 'breakdown' ? [expect.field] : [])),
  ];
}

export interface RowName {
  readonly name: Name;
  readonly kind: EntityKind;
}

/** The rows of published breakdowns, as references to what the breakdown is by. */
export function rowNamesIn(declaration: Declaration, own: OwnFields): readonly RowName[] {
  if (declaration.kind !== 'portfolio') return [];
  return declaration.expects.flatMap((expect) => {
    const beside = expect.type === 'breakdown' ? comparandOfField(expect.field.text, own) : undefined;
    if (expect.type !== 'breakdown' || beside?.beside !== 'names') return [];
    return expect.rows.map(({ name }) => ({ name, kind: beside.kind }));
  });
}
