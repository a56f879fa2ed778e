/**
 * Published figures against the files: what each expectation of the portfolio states, and what the projects in the pool
 * at S amount to (language reference, section 4).
 */
import type { Expression } from '../model/expression.js';
import type { ExpectFacts, ExpectRow, ProjectFacts } from '../model/facts.js';
import { whole } from '../model/rational.js';
import type { Span } from '../model/span.js';
import type { Analysis } from './analysis.js';
import { groups, lackingRow } from './expressions/check-expressions.js';
import { alike, entitiesOf, rounds } from './expressions/comparison.js';
import { sidesOver, verdictOver } from './expressions/evaluate.js';
import type { Field } from './expressions/fields.js';
import { type Choices, wordOf } from './expressions/fixed-words.js';
import { namesAround } from './expressions/lineage.js';
import { coerced } from './expressions/literals.js';
import { measureOf } from './expressions/measures.js';
import { fieldIn, ownFields } from './expressions/own-fields.js';
import { typeCondition, typeExpression } from './expressions/type-checker.js';
import type { Typed } from './expressions/typed-expression.js';
import { isDeclared } from './expressions/unknown-names.js';
import { isFigure, NONE, type Value } from './expressions/values.js';
import { exactFigure, type Figure, subtractFigures, sumFigures } from './metrics/figure.js';
import { poolAt } from './pool.js';
import { nobodyReported, type Reports, reportsBehind, reportsOfField } from './view-reports.js';

/** What the files say beside what was published. */
export interface Compared {
  readonly found: Value;
  readonly stated: Value;
  /** found − stated in the unit of `stated`, where both are figures. */
  readonly difference: Figure | undefined;
  readonly operator: string;
  /** Of what is made from reports: how many did not report. */
  readonly reports?: Reports;
}

export type Outcome = {
  readonly at: Span;
  readonly holds: boolean;
} /** `compared` where the condition is one comparison. */ & (
  | { readonly of: 'condition'; readonly compared: Compared | undefined }
  | {
      readonly of: 'row';
      readonly row: string;
      /** Of a row that is named by a fixed word, which words it is one of. */
      readonly words: Choices | 'light' | undefined;
      readonly measure: string;
      readonly compared: Compared;
    }
  /** Of a partition: no project is in two rows. Fails once for each that is. */
  | { readonly of: 'two-rows'; readonly project: ProjectFacts; readonly rows: readonly [string, string] }
  /** Of a partition: every project is in a row. */
  | { readonly of: 'rest'; readonly projects: readonly ProjectFacts[] }
  /** What means nothing: the expression rules say why. `row` of a row in a breakdown. */
  | { readonly of: 'unasked'; readonly row?: string; readonly measure?: string }
);

/** Every expectation in the order of the text; of a breakdown every figure of every row. */
export function expectationsOf(analysis: Analysis): readonly Outcome[] {
  const { plan, status } = analysis;
  const expects = plan.portfolio?.expects ?? [];
  if (expects.length === 0) return [];
  const projects = poolAt(plan, status);
  return expects.flatMap((expect) =>
    expect.type === 'condition'
      ? conditionOutcomes(expect.condition, projects, analysis)
      : breakdownOutcomes(expect, projects, analysis),
  );
}

// ------------------------------------------------------------------------------------------------ conditions

/** Parts joined by `and` are expectations of their own. */
function conditionOutcomes(
  condition: Expression,
  projects: readonly ProjectFacts[],
  analysis: Analysis,
): readonly Outcome[] {
  if (condition.type === 'and') {
    return condition.parts.flatMap((part) => conditionOutcomes(part, projects, analysis));
  }
  const { problems, uses } = typeCondition(condition, 'set', ownFields(analysis.plan));
  const strange = uses.some(
    (use) => use.use === 'declared' && use.kind !== 'item' && !isDeclared(use.name, use.kind, analysis.plan),
  );
  if (problems.length > 0 || strange || isBroken(condition)) return [{ of: 'unasked', at: condition.at, holds: false }];
  const { holds } = verdictOver(condition, projects, analysis);
  const told = comparedIn(condition, projects, analysis);
  const reports = reportsBehind(condition, projects, analysis);
  return [
    nobodyReported(condition, projects, analysis)
      ? { of: 'condition', at: condition.at, holds: false, compared: told && unreported(told, reports) }
      : { of: 'condition', at: condition.at, holds, compared: told && { ...told, ...(reports && { reports }) } },
  ];
}

function isBroken(expression: Expression): boolean {
  switch (expression.type) {
    case 'broken':
      return true;
    case 'or':
    case 'and':
      return expression.parts.some(isBroken);
    case 'not':
    case 'negate':
    case 'as-of':
      return isBroken(expression.operand);
    case 'compare':
      return isBroken(expression.left) || isBroken(expression.right);
    case 'arithmetic':
      return isBroken(expression.first) || expression.rest.some(({ operand }) => isBroken(operand));
    case 'call':
      return expression.arguments.some(isBroken);
    default:
      return false;
  }
}

const MIRRORED: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ['<=', '>='],
  ['>', '<'],
  ['>=', '<='],
]);

function comparedIn(
  condition: Expression,
  projects: readonly ProjectFacts[],
  analysis: Analysis,
): Compared | undefined {
  const sides = condition.type === 'compare' ? sidesOver(condition, projects, analysis) : undefined;
  if (sides === undefined || condition.type !== 'compare') return undefined;
  const { left, right, operator } = sides;
  // The literal is what was published, on whichever side it stands.
  return condition.left.type === 'literal' && condition.right.type !== 'literal'
    ? compared(right, left, MIRRORED.get(operator) ?? operator)
    : compared(left, right, operator);
}

/** Of what nobody reported there is no sum, so it is not the one that was published either. */
function unreported({ stated, operator }: Compared, reports: Reports | undefined): Compared {
  return { found: NONE, stated, operator, difference: undefined, ...(reports && { reports }) };
}

function compared(found: Value, stated: Value, operator: string): Compared {
  if (!isFigure(found) || !isFigure(stated)) return { found, stated, operator, difference: undefined };
  const [a, b] = alike(found, stated);
  return { found, stated, operator, difference: subtractFigures(a, b) };
}

// ------------------------------------------------------------------------------------------------ breakdowns

type Breakdown = Extract<ExpectFacts, { readonly type: 'breakdown' }>;

function breakdownOutcomes(
  { field: name, mode, rows, at }: Breakdown,
  projects: readonly ProjectFacts[],
  analysis: Analysis,
): readonly Outcome[] {
  const field = fieldIn(ownFields(analysis.plan), name.text);
  if (field === undefined || !groups(field.type)) return [{ of: 'unasked', at: name.at, holds: false }];
  const known = rows.filter((row) => lackingRow(row.name.text, field.type, analysis.plan) === undefined);
  const members = membersOf(field, known, projects, analysis);
  let next = 0;
  const outcomes = rows.flatMap((row): readonly Outcome[] => {
    if (known[next] === row) return rowOutcomes(row, field, members.inRow[next++] ?? [], analysis);
    return [{ of: 'unasked', at: row.name.at, holds: false, row: row.name.text }];
  });
  if (mode === 'overlap' || known.length < rows.length || rows.length === 0) return outcomes;
  const twice = members.twice.map(
    ({ project, first, second }): Outcome => ({
      of: 'two-rows',
      at: second.name.at,
      holds: false,
      project,
      rows: [first.name.text, second.name.text],
    }),
  );
  return [...outcomes, ...twice, { of: 'rest', at, holds: members.rest.length === 0, projects: members.rest }];
}

interface Members {
  readonly inRow: readonly (readonly ProjectFacts[])[];
  readonly twice: readonly { readonly project: ProjectFacts; readonly first: ExpectRow; readonly second: ExpectRow }[];
  readonly rest: readonly ProjectFacts[];
}

function membersOf(
  field: Field,
  rows: readonly ExpectRow[],
  projects: readonly ProjectFacts[],
  analysis: Analysis,
): Members {
  const inRow: ProjectFacts[][] = rows.map(() => []);
  const twice: Members['twice'][number][] = [];
  const rest: ProjectFacts[] = [];
  /** The rows of one value, once for all projects that have it. */
  const known = new Map<string, readonly number[]>();
  const rowsOf = (key: string, membership: () => (row: ExpectRow) => boolean): readonly number[] => {
    let found = known.get(key);
    if (found === undefined) {
      const isIn = membership();
      found = rows.flatMap((row, index) => (isIn(row) ? [index] : []));
      known.set(key, found);
    }
    return found;
  };
  for (const project of projects) {
    const value = field.value(project, analysis);
    const indices = new Set(
      (entitiesOf(value) ?? []).flatMap((thing) =>
        rowsOf(thing.name, () => {
          const names = namesAround(thing, analysis.plan);
          return (row) => names.has(row.name.text);
        }),
      ),
    );
    const word = value.type === 'choice' ? value.word : value.type === 'light' ? value.light : undefined;
    const of = value.type === 'choice' ? value.choice : 'light';
    if (word !== undefined) {
      for (const index of rowsOf(word, () => (row) => wordOf(of, row.name.text) === word)) indices.add(index);
    }
    for (const index of indices) inRow[index]?.push(project);
    const [first, second] = [...indices].sort((a, b) => a - b).flatMap((index) => rows[index] ?? []);
    if (first === undefined) rest.push(project);
    else if (second !== undefined) twice.push({ project, first, second });
  }
  return { inRow, twice, rest };
}

function rowOutcomes(
  row: ExpectRow,
  { type }: Field,
  projects: readonly ProjectFacts[],
  analysis: Analysis,
): readonly Outcome[] {
  const words = type.name === 'choice' ? type.choice : type.name === 'light' ? 'light' : undefined;
  return row.figures.flatMap(({ measure, value }): readonly Outcome[] => {
    const of = measureOf(measure.text, ownFields(analysis.plan));
    const unasked: Outcome = { of: 'unasked', at: value.at, holds: false, row: row.name.text, measure: measure.text };
    if (of === undefined) return [unasked];
    const typed = coerced(typeExpression(value, 'set', ownFields(analysis.plan)).typed, of.type);
    if (typed.node !== 'value' || !isFigure(typed.value)) return [unasked];
    const found = of.measure === 'count' ? countOf(projects) : sumOf(of.field, projects, analysis);
    const computed: Typed = { node: 'invalid', type: of.type, at: value.at };
    const { ofNobody, reports } = of.measure === 'count' ? NO_REPORTS : reportsOfField(of.field, projects, analysis);
    const told = compared(found, typed.value, '~=');
    return [
      {
        of: 'row',
        at: value.at,
        holds: !ofNobody && (rounds(computed, typed, found, typed.value) ?? false),
        row: row.name.text,
        words,
        measure: measure.text,
        compared: ofNobody ? unreported(told, reports) : { ...told, ...(reports && { reports }) },
      },
    ];
  });
}

const NO_REPORTS = { ofNobody: false, reports: undefined } as const;

function countOf(projects: readonly ProjectFacts[]): Value {
  return { type: 'number', figure: exactFigure(whole(projects.length)) };
}

function sumOf(field: Field, projects: readonly ProjectFacts[], analysis: Analysis): Value {
  const figures = projects.map((project) => field.value(project, analysis)).filter(isFigure);
  const figure = sumFigures(figures.map((value) => value.figure));
  return field.type.name === 'money' || field.type.name === 'percent'
    ? { type: field.type.name, figure }
    : { type: 'number', figure };
}
