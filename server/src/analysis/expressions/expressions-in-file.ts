/** Where expressions and names of fields stand in a file. */
import type { Expression } from '../../model/expression.js';
import type {
  Declaration,
  ExpectFacts,
  FileFacts,
  Name,
  PolicyFacts,
  PortfolioFacts,
  ViewFacts,
} from '../../model/facts.js';
import type { ExpressionScope } from './type-checker.js';

export interface ScopedExpression {
  readonly expression: Expression;
  readonly scope: ExpressionScope;
  /** A condition is asked for, not just a value. */
  readonly condition: boolean;
}

export type Breakdown = Extract<ExpectFacts, { readonly type: 'breakdown' }>;

/** Every expression of a file, in the order of the declarations. */
export function* expressionsIn(file: FileFacts): Generator<ScopedExpression> {
  for (const declaration of file.declarations) yield* expressionsOf(declaration);
}

/** Every expression of a declaration. */
export function* expressionsOf(declaration: Declaration): Generator<ScopedExpression> {
  if (declaration.kind === 'view') yield* ofView(declaration);
  else if (declaration.kind === 'policy') yield* ofPolicy(declaration);
  else if (declaration.kind === 'portfolio') yield* ofPortfolio(declaration);
}

function* ofView({ where, columns, totals, rank }: ViewFacts): Generator<ScopedExpression> {
  if (where !== undefined) yield { expression: where, scope: 'project', condition: true };
  for (const { value } of columns) {
    if (value.type !== 'name') yield { expression: value, scope: 'project', condition: false };
  }
  for (const { value } of totals) yield { expression: value, scope: 'set', condition: false };
  if (rank !== undefined) yield { expression: rank.value, scope: 'set', condition: false };
}

function* ofPolicy({ lights, require }: PolicyFacts): Generator<ScopedExpression> {
  for (const { red, yellow } of lights) {
    if (red !== undefined) yield { expression: red, scope: 'light', condition: true };
    if (yellow !== undefined) yield { expression: yellow, scope: 'light', condition: true };
  }
  for (const { condition } of require) {
    if (condition !== undefined) yield { expression: condition, scope: 'project', condition: true };
  }
}

function* ofPortfolio({ expects }: PortfolioFacts): Generator<ScopedExpression> {
  for (const expect of expects) {
    if (expect.type === 'condition') yield { expression: expect.condition, scope: 'set', condition: true };
  }
}

/** Every name in a file that has to be a field by itself: columns, groups, sort keys, what a policy requires. */
export function* fieldNamesIn(file: FileFacts): Generator<Name> {
  for (const declaration of file.declarations) yield* fieldNamesOf(declaration);
}

export function* fieldNamesOf(declaration: Declaration): Generator<Name> {
  if (declaration.kind === 'view') {
    const { group, across, sort, columns } = declaration;
    yield* group;
    if (across !== undefined) yield across;
    yield* sort.map(({ field }) => field);
    for (const { value } of columns) if (value.type === 'name') yield value.name;
  } else if (declaration.kind === 'policy') {
    yield* declaration.require.flatMap(({ fields }) => fields);
  }
}

/** `expect per …`, with the names of a field, its rows and their measures. */
export function* breakdownsIn(file: FileFacts): Generator<Breakdown> {
  for (const declaration of file.declarations) {
    if (declaration.kind !== 'portfolio') continue;
    for (const expect of declaration.expects) if (expect.type === 'breakdown') yield expect;
  }
}
