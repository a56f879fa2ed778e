/** How a view puts its projects into groups, and which groups stand there though no project is in them. */
import type { Expression } from '../model/expression.js';
import type { Plan } from '../model/plan.js';
import type { Analysis } from './analysis.js';
import { entitiesOf } from './expressions/comparison.js';
import { fieldValue } from './expressions/evaluate.js';
import type { Field } from './expressions/fields.js';
import { namesAround } from './expressions/lineage.js';
import { fieldsIn } from './expressions/missing.js';
import { ownFields } from './expressions/own-fields.js';
import { typeExpression } from './expressions/type-checker.js';
import type { Value } from './expressions/values.js';
import type { ViewRow } from './view-result.js';

/** A field that groups are made by, with what is the same in all rows of one of them. */
export interface GroupKey {
  readonly field: Field;
  readonly value: Value;
}

export interface RowGroup {
  readonly keys: readonly GroupKey[];
  readonly rows: readonly ViewRow[];
}

/** In the order of the rows. */
export function grouped(rows: readonly ViewRow[], keys: readonly Field[], analysis: Analysis): readonly RowGroup[] {
  const groups = new Map<string, { readonly keys: readonly GroupKey[]; readonly rows: ViewRow[] }>();
  for (const row of rows) {
    const values = keys.map((field) => ({ field, value: fieldValue(field, row.project, analysis) }));
    const key = groupKey(values);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { keys: values, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
}

/** What a table is complete by: an area without a project is missed in a circular, a unit without one is not. */
const COMPLETE = ['area', 'category'] as const;

/**
 * The groups that lack, where a table shows no more than its groups: every area or category that has nothing below it and
 * is not told by the group of what it lies in. A view that chooses by the field shows what it chose.
 */
export function groupsWithoutProjects(
  found: readonly RowGroup[],
  [field, ...more]: readonly Field[],
  where: Expression | undefined,
  analysis: Analysis,
): readonly RowGroup[] {
  if (field === undefined || more.length > 0) return [];
  const { type } = field;
  const kind = COMPLETE.find((each) => (type.name === 'ref' || type.name === 'refs') && type.kind === each);
  if (kind === undefined || (where !== undefined && asksFor(where, field, analysis.plan))) return [];
  const told = new Set(
    found.flatMap(({ keys }) => keys.flatMap(({ value }) => entitiesOf(value) ?? [])).map(({ name }) => name),
  );
  const entries = analysis.plan.all(kind);
  const isAbove = new Set(entries.flatMap((entry) => entry.in?.segments.map(({ text }) => text) ?? []));
  // Of a name that is declared twice the first declaration counts.
  const byName = new Map(entries.toReversed().map((entry) => [entry.name.text, entry]));
  const lacking = entries.filter((entry) => {
    const name = entry.name.text;
    if (isAbove.has(name) || byName.get(name) !== entry) return false;
    return [...namesAround({ kind, name }, analysis.plan)].every((each) => !told.has(each));
  });
  return lacking.map(({ name }) => {
    const thing = {
      kind,
      name: name.text,
      ref: { kinds: [kind], segments: [name], scope: [], at: name.at },
    };
    const value: Value = type.name === 'refs' ? { type: 'refs', things: [thing] } : { type: 'ref', thing };
    return { keys: [{ field, value }], rows: [] };
  });
}

function asksFor(where: Expression, field: Field, plan: Plan): boolean {
  const { typed } = typeExpression(where, 'project', ownFields(plan));
  return [...fieldsIn(typed)].some(({ name }) => name === field.name);
}

/** What makes two groups the same, on whichever day. */
export function groupKey(keys: readonly GroupKey[]): string {
  return JSON.stringify(keys.map(({ value }) => sameness(value)));
}

/** What makes two values the same group; names and words, never where they were stated. */
function sameness(value: Value): unknown {
  const things = entitiesOf(value);
  if (things !== undefined) return things.map(({ kind, name }) => [kind, name]);
  return JSON.parse(
    JSON.stringify(value, (key, part) => (key === 'period' ? undefined : typeof part === 'bigint' ? `${part}` : part)),
  );
}
