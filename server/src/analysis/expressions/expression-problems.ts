/** What can be wrong with an expression, apart from names that nothing declares, which need the plan to tell. */
import type { FieldHolder } from '../../../../grammar/field-words.js';
import type { EntityKind } from '../../model/facts.js';
import type { Span } from '../../model/span.js';
import type { CalledFieldName } from './called-fields.js';
import type { Choices } from './fixed-words.js';
import type { FunctionName } from './functions.js';
import type { ValueType } from './values.js';

export type Problem = { readonly at: Span } & (
  | { readonly problem: 'unknown-field'; readonly name: string }
  | { readonly problem: 'unknown-word'; readonly name: string; readonly of: Choices | 'light' }
  | { readonly problem: 'unknown-function'; readonly name: string }
  /** The two sides of a comparison. */
  | { readonly problem: 'not-comparable'; readonly left: ValueType; readonly right: ValueType }
  | { readonly problem: 'no-order'; readonly operator: string; readonly type: ValueType }
  | { readonly problem: 'not-rounded'; readonly type: ValueType }
  | { readonly problem: 'not-within'; readonly type: ValueType }
  | { readonly problem: 'not-a-condition'; readonly type: ValueType }
  | { readonly problem: 'arithmetic'; readonly operator: string; readonly left: ValueType; readonly right: ValueType }
  | { readonly problem: 'no-negative'; readonly type: ValueType }
  | { readonly problem: 'arguments'; readonly function: FunctionName | CalledFieldName }
  | { readonly problem: 'argument-type'; readonly function: FunctionName; readonly type: ValueType }
  /** A field of one project where all are asked about. */
  | { readonly problem: 'needs-aggregate'; readonly name: string; readonly type: ValueType }
  /** An aggregate where one project is asked about. */
  | { readonly problem: 'no-aggregate'; readonly function: FunctionName }
  /** A breakdown by something that does not tell projects apart. */
  | { readonly problem: 'no-groups'; readonly type: ValueType }
  /** What is stated of an own field is no value of its type, none of its choices, or stated where it does not belong. */
  | { readonly problem: 'own-taken'; readonly name: string }
  | { readonly problem: 'own-type'; readonly name: string; readonly type: ValueType; readonly found: ValueType | null }
  | {
      readonly problem: 'own-choice';
      readonly name: string;
      readonly found: string;
      readonly choices: readonly string[];
    }
  | {
      readonly problem: 'own-holder';
      readonly name: string;
      readonly holder: FieldHolder;
      readonly on: readonly FieldHolder[];
    }
  /** A light's condition that asks for a light. */
  | { readonly problem: 'own-light' }
);

/** A name in an expression and what it stands for. */
export type Use = { readonly at: Span } & (
  | { readonly use: 'field'; readonly name: string }
  | { readonly use: 'function'; readonly name: FunctionName }
  | { readonly use: 'word'; readonly of: Choices | 'light'; readonly word: string }
  | { readonly use: 'declared'; readonly kind: EntityKind; readonly name: string }
  | { readonly use: 'light'; readonly name: string }
);
