/** An expression after type checking: every name is what it stands for, every part has a type. */

import type { Moment } from '../../model/expression.js';
import type { Span } from '../../model/span.js';
import type { Figure } from '../metrics/figure.js';
import type { Field } from './fields.js';
import type { FunctionName } from './functions.js';
import type { Value, ValueType } from './values.js';

export type AggregateName = Exclude<FunctionName, 'light'>;
export type OrderOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/';

export type Typed = { readonly type: ValueType; readonly at: Span } & (
  | { readonly node: 'and' | 'or'; readonly parts: readonly Typed[] }
  | { readonly node: 'not' | 'negate'; readonly operand: Typed }
  | { readonly node: 'compare'; readonly operator: OrderOperator; readonly left: Typed; readonly right: Typed }
  /** `~=`: whether a figure may be the rounded one. */
  | { readonly node: 'rounds'; readonly left: Typed; readonly right: Typed }
  /** `in`: the right side itself or anything below it. */
  | { readonly node: 'within'; readonly left: Typed; readonly right: Typed }
  | { readonly node: 'arithmetic'; readonly operator: ArithmeticOperator; readonly left: Typed; readonly right: Typed }
  /** `rounded` is everything that would be written with the same digits. */
  | { readonly node: 'value'; readonly value: Value; readonly rounded?: Figure }
  | { readonly node: 'field'; readonly field: Field }
  /** The policy's light of that name. */
  | { readonly node: 'light'; readonly light: string }
  | {
      readonly node: 'aggregate';
      readonly aggregate: AggregateName;
      readonly operand: Typed | undefined;
      readonly condition: Typed | undefined;
    }
  /** As of another day. */
  | { readonly node: 'as-of'; readonly operand: Typed; readonly day: Moment }
  /** What could not be typed; it is missing. */
  | { readonly node: 'invalid' }
);
