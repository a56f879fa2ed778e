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

/**
 * In the order of the rows. In a list a project has one place, so one of two areas stands in a group of both; where only
 * the groups are shown it counts in each of them, as circulars have it.
 */
export function grouped(
  rows: readonly ViewRow[],
  keys: readonly Field[],
  analysis: Analysis,
  inEach: boolean,
): readonly RowGroup[] {
  const groups = new Map<string, { readonly keys: readonly GroupKey[]; readonly rows: ViewRow[] }>();
  for (const row of rows) {
    for (const values of keysOf(row, keys, analysis, inEach)) {
      const key = groupKey(values);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { keys: values, rows: [row] });
      else group.rows.push(row);
    }
  }
  return [...groups.values()];
}

function keysOf(
  { project }: ViewRow,
  fields: readonly Field[],
  analysis: Analysis,
  inEach: boolean,
): readonly (readonly GroupKey[])[] {
  let found: readonly (readonly GroupKey[])[] = [[]];
  for (const field of fields) {
    const value = fieldValue(field, project, analysis);
    const values = inEach ? entriesOf(value) : [value];
    found = found.flatMap((before) => values.map((each) => [...before, { field, value: each }]));
  }
  return found;
}

/** Each entry by itself, once. */
function entriesOf(value: Value): readonly Value[] {
  if (value.type !== 'refs' || value.text !== undefined || value.things.length < 2) return [value];
  const byName = new Map(value.things.map((thing) => [thing.name, thing]));
  return [...byName.values()].map((thing): Value => ({ type: 'refs', things: [thing] }));
}

/** Projects that count in several of the groups; in all together each counts once. */
export function inSeveralGroups(groups: readonly Pick<RowGroup, 'rows'>[]): boolean {
  const seen = new Set<ViewRow>();
  return groups.some(({ rows }) => rows.some((row) => seen.has(row) || !seen.add(row)));
}

/** What belongs to no area, no unit, nothing that the view is grouped by. */
export function belongsNowhere({ keys }: RowGroup): boolean {
  return keys.every(({ value }) => value.type === 'none' || (value.type === 'refs' && value.things.length === 0));
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
