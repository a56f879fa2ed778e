/** The expression language of views, policies and expectations as plain data (language reference, section 3). */
import type { WordOf } from '../../../grammar/words.js';
import type { Duration } from './duration.js';
import type { Name } from './facts.js';
import type { MoneyValue } from './money.js';
import type { Period } from './period.js';
import type { Rational } from './rational.js';
import type { Span } from './span.js';

export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~=' | 'in';

export type Expression =
  | { readonly type: 'or' | 'and'; readonly parts: readonly Expression[]; readonly at: Span }
  | { readonly type: 'not' | 'negate'; readonly operand: Expression; readonly at: Span }
  | {
      readonly type: 'compare';
      readonly operator: CompareOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: Span;
    }
  | {
      /** `first op operand op operand …`, of one precedence, from the left. */
      readonly type: 'arithmetic';
      readonly first: Expression;
      readonly rest: readonly { readonly operator: '+' | '-' | '*' | '/'; readonly operand: Expression }[];
      readonly at: Span;
    }
  /** The value as of another day. */
  | { readonly type: 'as-of'; readonly operand: Expression; readonly day: Moment; readonly at: Span }
  | { readonly type: 'literal'; readonly value: LiteralValue; readonly at: Span }
  | { readonly type: 'none'; readonly at: Span }
  /** A field, one of a field's words, or a declared name; which one is decided by type checking. */
  | { readonly type: 'name'; readonly name: Name; readonly at: Span }
  | { readonly type: 'call'; readonly name: Name; readonly arguments: readonly Expression[]; readonly at: Span }
  /** A value that could not be read; its finding is already reported. */
  | { readonly type: 'broken'; readonly at: Span };

/** A day: written, the last one of a period, or told by the day that it is asked of. */
export type Moment = { readonly at: Span } & (
  | { readonly is: 'day'; readonly period: Period }
  | { readonly is: WordOf<'moment'> }
);

/**
 * A literal and how it was written: `half` is half a unit of its last written digit, in the unit of `value`,
 * which is what `~=` compares with.
 */
export type LiteralValue =
  | { readonly type: 'number'; readonly value: Rational; readonly half: Rational }
  | { readonly type: 'percent'; readonly value: Rational; readonly half: Rational }
  /** `half` in currency units. */
  | { readonly type: 'money'; readonly value: MoneyValue; readonly half: Rational }
  | { readonly type: 'date'; readonly value: Period }
  | { readonly type: 'duration'; readonly value: Duration }
  | { readonly type: 'text'; readonly value: string };
