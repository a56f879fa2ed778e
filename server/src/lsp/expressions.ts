/** The expressions of a declaration, with where they stand; and the names that its published breakdowns have for rows. */
import { besideField } from '../analysis/expressions/editor.js';
import type { Place } from '../analysis/expressions/typing.js';
import type { Expression } from '../model/expression.js';
import type { Declaration, EntityKind, Name } from '../model/facts.js';

export interface PlacedExpression {
  readonly expression: Expression;
  readonly place: Place;
}

export function expressionsIn(declaration: Declaration): readonly PlacedExpression[] {
  const found: PlacedExpression[] = [];
  const add = (expression: Expression | undefined, place: Place): void => {
    if (expression !== undefined) found.push({ expression, place });
  };
  if (declaration.kind === 'view') {
    add(declaration.where, 'project');
    for (const total of declaration.totals) add(total, 'set');
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
export function rowNamesIn(declaration: Declaration): readonly RowName[] {
  if (declaration.kind !== 'portfolio') return [];
  return declaration.expects.flatMap((expect) => {
    const beside = expect.type === 'breakdown' ? besideField(expect.field.text) : undefined;
    if (expect.type !== 'breakdown' || beside?.beside !== 'names') return [];
    return expect.rows.map(({ name }) => ({ name, kind: beside.kind }));
  });
}
