/**
 * Published breakdowns, `expect per F partition { … }`: what the files have in each row beside what was published, and
 * whether the rows divide the projects up. A published figure is a rounded one, so it is compared as `~=` does.
 */
import type { Name, ProjectFacts } from '../../model/facts.js';
import type { Span } from '../../model/span.js';
import type { Analysis } from '../analysis.js';
import { overProjects } from './aggregates.js';
import { entitiesOf, rounds } from './comparison.js';
import { clockOf } from './evaluate.js';
import type { Breakdown } from './expressions-in-file.js';
import { type Field, fieldOf } from './fields.js';
import { wordOf } from './fixed-words.js';
import { liesIn } from './lineage.js';
import { coerced } from './literals.js';
import { type Measure, measureOf } from './measures.js';
import { typeExpression } from './type-checker.js';
import { NONE, type Value } from './values.js';

export interface BreakdownFigure {
  readonly measure: Measure;
  readonly found: Value;
  readonly stated: Value;
  /** Undefined where the two cannot be compared, which is reported elsewhere. */
  readonly holds: boolean | undefined;
  readonly at: Span;
}

export interface BreakdownRow {
  readonly name: Name;
  readonly projects: readonly ProjectFacts[];
  readonly figures: readonly BreakdownFigure[];
}

export interface JudgedBreakdown {
  readonly field: Field;
  readonly rows: readonly BreakdownRow[];
  /** Of a partition: projects in more than one row, and projects in none. */
  readonly inSeveral: readonly ProjectFacts[];
  readonly inNone: readonly ProjectFacts[];
}

/** Undefined where the breakdown is by no field. */
export function judgeBreakdown(
  breakdown: Breakdown,
  projects: readonly ProjectFacts[],
  analysis: Analysis,
): JudgedBreakdown | undefined {
  const field = fieldOf(breakdown.field.text);
  if (field === undefined) return undefined;
  const timesFound = new Map<ProjectFacts, number>(projects.map((project) => [project, 0]));
  const rows = breakdown.rows.map(({ name, figures }) => {
    const inside = projects.filter((project) => belongs(field.value(project, analysis), name.text, analysis));
    for (const project of inside) timesFound.set(project, (timesFound.get(project) ?? 0) + 1);
    return { name, projects: inside, figures: figures.flatMap((figure) => judgeFigure(figure, inside, analysis)) };
  });
  const partition = breakdown.mode === 'partition';
  return {
    field,
    rows,
    inSeveral: partition ? projects.filter((project) => (timesFound.get(project) ?? 0) > 1) : [],
    inNone: partition ? projects.filter((project) => timesFound.get(project) === 0) : [],
  };
}

/** What lies below a row's name belongs to it. */
function belongs(value: Value, row: string, { plan }: Analysis): boolean {
  if (value.type === 'choice') return value.word === wordOf(value.choice, row);
  if (value.type === 'light') return value.light === wordOf('light', row);
  return (entitiesOf(value) ?? []).some((thing) => liesIn(thing, row, plan));
}

function judgeFigure(
  { measure: name, value, at }: Breakdown['rows'][number]['figures'][number],
  projects: readonly ProjectFacts[],
  analysis: Analysis,
): readonly BreakdownFigure[] {
  const measure = measureOf(name.text);
  if (measure === undefined) return [];
  const values = measure.measure === 'count' ? [] : projects.map((project) => measure.field.value(project, analysis));
  const found = overProjects(measure.measure, measure.type, projects.length, values, [], clockOf(undefined, analysis));
  const typed = coerced(typeExpression(value, 'set').typed, measure.type);
  const stated = typed.node === 'value' ? typed.value : NONE;
  return [{ measure, found, stated, holds: rounds(typed, typed, found, stated), at }];
}
