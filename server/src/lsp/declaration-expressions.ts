/** The expressions of a declaration, with where they stand; and the names that its published breakdowns have for rows. */

import { comparandOfField } from '../analysis/expressions/editor-support.js';
import type { OwnFields } from '../analysis/expressions/own-fields.js';
import type { ExpressionScope } from '../analysis/expressions/type-checker.js';
import type { Expression } from '../model/expression.js';
import type { Declaration, EntityKind, Name } from '../model/facts.js';

export interface ScopedExpression {
  readonly expression: Expression;
  readonly scope: ExpressionScope;
}

export function expressionsIn(declaration: Declaration): readonly ScopedExpression[] {
  const found: ScopedExpression[] = [];
  const add = (expression: Expression | undefined, place: ExpressionScope): void => {
    if (expression !== undefined) found.push({ expression, scope: place });
  };
  if (declaration.kind === 'view') {
    add(declaration.where, 'project');
    for (const { value } of declaration.totals) add(value, 'set');
    add(declaration.rank?.value, 'set');
  } else if (declaration.kind === 'policy') {
    for (const { red, yellow } of declaration.lights) {
      add(red, 'light');
      add(yellow, 'light');
    }
    for (const { condition } of declaration.require) add(condition, 'project');
  } else if (declaration.kind === 'portfolio') {
    for (const expect of declaration.expects) if (expect.type === 'condition') add(expect.condition, 'set');
  }
  return found;
}

/** The names of fields that stand outside of conditions: columns, groups, sorting, what is required. */
export function fieldNamesIn(declaration: Declaration): readonly Name[] {
  if (declaration.kind === 'view') {
    return [...declaration.group, ...declaration.columns, ...declaration.sort.map(({ field }) => field)];
  }
  if (declaration.kind === 'policy') return declaration.require.flatMap(({ fields }) => fields);
  if (declaration.kind === 'portfolio') {
    return declaration.expects.flatMap((expect) => (expect.type === 'breakdown' ? [expect.field] : []));
  }
  return [];
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
